"""The bottom line of a shift, from its rows."""

from collections.abc import Iterable, Sequence

from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Interval


def known_sum(values: Iterable[int | None]) -> int | None:
    """Return the sum of the values that are known, or None where none is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def plan_so_far(rows: Sequence[Interval]) -> int | None:
    """Return the plan of the intervals of which something is known, the running one so far; of all begun if none is."""
    begun = [row for row in rows if row.mark.phase is not Phase.FUTURE]
    known = [row for row in begun if row.actual is not None] or begun
    return known_sum(row.plan if row.plan_so_far is None else row.plan_so_far for row in known)


def total_delta(rows: Sequence[Interval]) -> int | None:
    """Return the difference to the plan of all that is known, as it stands in the last row that has one."""
    return next((row.cumulative_delta for row in reversed(rows) if row.cumulative_delta is not None), None)


def total_mark(rows: Sequence[Interval], *, running: bool) -> Mark:
    """Return the mark of the shift as a whole: judged by all that is known of it."""
    delta = total_delta(rows)
    begun = [row for row in rows if row.mark.phase is not Phase.FUTURE]
    if not begun:
        return Mark(Phase.FUTURE)
    if delta is None:
        phases = {row.mark.phase for row in begun}
        return Mark(Phase.NO_TARGET if Phase.NO_TARGET in phases else Phase.OPEN if running else Phase.UNRECORDED)
    judgement = Judgement.GOOD if delta >= 0 else Judgement.MISS
    return Mark(Phase.OPEN if running else Phase.CLOSED, judgement)


def misses_in_a_row(rows: Sequence[Interval]) -> int:
    """Return how many closed intervals in a row, up to the last, missed; those without data neither count nor break."""
    run = 0
    for row in rows:
        if row.mark.phase is Phase.CLOSED:
            run = run + 1 if row.mark.judgement is Judgement.MISS else 0
    return run
