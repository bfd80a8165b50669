"""Which rows of a shift stand on the wall: all while they fit, else those around now and one that sums up the rest."""

from dataclasses import dataclass

from board.plant.span import Span
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Interval

DUE = frozenset({Phase.CLOSED, Phase.UNRECORDED, Phase.NO_TARGET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One row for every interval that has no row of its own: `earlier` ones in front, `later` ones in words."""

    earlier: tuple[Interval, ...]
    later: tuple[Interval, ...]

    @property
    def main(self) -> tuple[Interval, ...]:
        """Return the intervals whose figures the row sums up."""
        return self.earlier or self.later

    @property
    def mark(self) -> Mark:
        """Return the worst mark in it, because a sum that is met can hide missed intervals."""
        marks = [interval.mark for interval in self.main]
        for mark in (Mark(Phase.UNRECORDED), *(Mark(Phase.CLOSED, one) for one in reversed(Judgement))):
            if mark in marks:
                return mark
        return marks[0]

    @property
    def unexplained(self) -> int:
        """Return the gap nobody explained yet, over the intervals in it."""
        return sum(interval.unexplained for interval in self.main if interval.mark.phase is Phase.CLOSED)


Row = Interval | Summary


def rows_of(intervals: tuple[Interval, ...], room: int, *, earlier: bool = False) -> tuple[Row, ...]:
    """Return the rows for a page with room for so many intervals; a summary comes on top of that number.

    With too little room: the running one, the next, and as many of those just closed as fit. `earlier` shows the
    intervals in front of these instead.
    """
    if len(intervals) <= room:
        return intervals
    first = _first_shown(intervals, room)
    if earlier:
        first = max(0, first - room)
    shown = intervals[first : first + room]
    rest = Summary(earlier=intervals[:first], later=intervals[first + room :])
    return (rest, *shown) if rest.earlier else (*shown, rest)


def _first_shown(intervals: tuple[Interval, ...], room: int) -> int:
    """Return the index of the first interval that has a row: one row is left for what comes after the running one."""
    running = next((n for n, interval in enumerate(intervals) if interval.mark.phase is Phase.OPEN), None)
    if running is None:
        started = sum(interval.mark.phase is not Phase.FUTURE for interval in intervals)
        running = started - 1 if started == len(intervals) else started
    last = min(len(intervals) - 1, running + (1 if room > 2 else 0))
    return max(0, last - room + 1)


def row_span(row: Row) -> Span:
    """Return the time a row stands for."""
    if isinstance(row, Summary):
        return Span(row.main[0].span.start, row.main[-1].span.end)
    return row.span
