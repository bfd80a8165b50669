"""Feeds the board the pulse of a pump: one good part a minute."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction

from board.kpi.reading import Batch, Complaint, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError, SourceContext


class Pulse:
    """A pump that makes one part a minute."""

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        self.id = spec.id
        self.node = str(spec.settings.get("node", ""))
        if context.nodes and self.node not in context.nodes:
            raise SettingsError((f"source {spec.id}, key node: found {self.node!r}, expected a line of the plant",))

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        return ()

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        minute = now.replace(second=0, microsecond=0)
        start = datetime.fromisoformat(watermark) if watermark else minute - timedelta(hours=1)
        readings = [self._part(start + timedelta(minutes=n)) for n in range((minute - start) // timedelta(minutes=1))]
        yield Batch(
            source=self.id, readings=tuple(readings), watermark=minute.isoformat(), seen_at=now, complete_through=minute
        )

    def _part(self, at: datetime) -> Reading:
        end = at + timedelta(minutes=1)
        return Reading(
            node=self.node,
            measure="good",
            start=at,
            end=end,
            value=Fraction(1),
            source=self.id,
            key=at.isoformat(),
        )
