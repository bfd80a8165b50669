"""A half-open stretch of time, [start, end), in UTC."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open [start, end); both are time-zone aware, kept in UTC; start <= end."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        """Keep UTC, and refuse a span that ends before it starts or has no zone."""
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a span needs times with a zone")
        object.__setattr__(self, "start", self.start.astimezone(UTC))
        object.__setattr__(self, "end", self.end.astimezone(UTC))
        if self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    @property
    def length(self) -> timedelta:
        """Return the elapsed time between start and end."""
        return self.end - self.start

    def holds(self, instant: datetime) -> bool:
        """Tell whether the instant lies in [start, end)."""
        return self.start <= instant < self.end

    def meets(self, other: "Span") -> "Span | None":
        """Return the part both spans share, or None where that part has no length."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order of time with overlapping and touching ones joined, so that no minute counts twice."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span.length:
            joined.append(span)
    return tuple(joined)


def without(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """Return the union of spans with every hole cut out of it, in order of time."""
    left = list(union(spans))
    for hole in union(holes):
        cut: list[Span] = []
        for span in left:
            if span.meets(hole) is None:
                cut.append(span)
                continue
            if span.start < hole.start:
                cut.append(Span(span.start, hole.start))
            if hole.end < span.end:
                cut.append(Span(hole.end, span.end))
        left = cut
    return tuple(left)


def total(spans: Iterable[Span]) -> timedelta:
    """Return the time the spans cover together, each minute once."""
    return sum((span.length for span in union(spans)), timedelta())
