"""Counts of closed stretches, kept until something in them changes, so that a change costs only what it touches."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from board.pages.line_shift import Counted, LineShift, count
from board.plant.span import Span
from board.store.intake import Changed
from board.store.reader import Reader

MOST_KEPT = 20_000


class Counting:
    """Asks the store for the counts of spans, and remembers those that are over and of which something is known."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._kept: dict[tuple[str, Span], Counted] = {}

    def of(
        self, shift: LineShift, spans: Sequence[Span], now: datetime, *, known_at: datetime | None = None
    ) -> tuple[Counted, ...]:
        """Return what is known of each span of the shift, in their order."""
        if known_at is not None:
            return count(self.reader, shift, spans, known_at=known_at)
        line = shift.line.id
        unknown = [span for span in spans if (line, span) not in self._kept]
        asked = dict(zip(unknown, count(self.reader, shift, unknown) if unknown else (), strict=True))
        found = tuple(asked[span] if span in asked else self._kept[line, span] for span in spans)
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        for span, counted in asked.items():  # one that ends right now is asked for only once
            if span.end < now and counted.good is not None and counted.final:
                self._kept[line, span] = counted
        return found

    def forget(self, changes: Iterable[Changed]) -> None:
        """Drop the spans that a change lies in or touches."""
        for change in changes:
            touched = [
                (line, span)
                for line, span in self._kept
                if line == change.node and span.end >= change.first and span.start <= change.last
            ]
            for key in touched:
                del self._kept[key]

    def forget_all(self) -> None:
        """Drop everything, as when the plant's breaks may be others."""
        self._kept.clear()
