"""Counts how old it is what each source told, while the page of sources is up."""

from board.views.freshness import Stage
from board.views.page import View
from board.views.sources import Sources
from kiosk.clock import Ageing, Clock
from kiosk.frame import in_steps, stage_of


class SourceAges:
    """Ages on the monotonic clock, so that setting the clock makes no source young."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ageing: dict[str, Ageing] = {}

    def of(self, view: View) -> dict[str, tuple[Stage, int | None]]:
        """Return how each source's age looks, and its seconds in the steps in which they are told."""
        if not isinstance(view, Sources):
            return {}
        self._ageing = {row.id: self._ageing.get(row.id) or Ageing(self._clock) for row in view.rows}
        ages = {}
        for row in view.rows:
            age_s = self._ageing[row.id].age_s(row.freshness.seen_at)
            ages[row.id] = stage_of(row.freshness, age_s), in_steps(age_s)
        return ages
