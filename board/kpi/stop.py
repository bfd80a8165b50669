"""Stops of a line joined into downtime, so that no minute counts twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from board.kpi.exact import minutes
from board.plant.span import Span, total, union


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A stretch in which the line stood; `end` None: it still stands."""

    start: datetime
    end: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Downtime:
    """The time a line stood: in order of time, each minute once; `open` while a stop is not over."""

    spans: tuple[Span, ...]
    minutes: Fraction
    open: bool


def downtime(stops: Iterable[Stop], *, now: datetime, working: Sequence[Span] | None = None) -> Downtime:
    """Return the union of the stops until `now`; within `working` only, where given, so a break is no downtime.

    A stop without an end grows to `now`. ValueError where a stop ends before it starts. Source: domain rules of OEE.
    """
    begun = [stop for stop in stops if stop.start <= now]
    stood = [Span(stop.start, stop.end if stop.end is not None and stop.end < now else now) for stop in begun]
    spans = union(stood)
    if working is not None:
        worked = union(working)
        spans = union(shared for span in spans for part in worked if (shared := span.meets(part)) is not None)
    still = any(stop.end is None or stop.end > now for stop in begun)
    return Downtime(spans=spans, minutes=minutes(total(spans)), open=still)
