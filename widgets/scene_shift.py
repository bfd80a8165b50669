"""The building blocks of the example values: one shift of an invented line, interval by interval."""
# ruff: noqa: PLR0917 - a table of examples is read by its columns

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Final

from board.plant.span import Span
from board.views.freshness import Freshness
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import (
    ExplainedPart,
    Interval,
    Path,
    Review,
    ReviewState,
    Sicb,
    TrayItem,
)

DAY: Final = date(2026, 11, 20)
NODE: Final = "line-3"
PLACE: Final = Path(site="Northgate Works", area="Filling", line="Line 3")


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    """Return a moment of the example day; in November the site's time is UTC."""
    return datetime(DAY.year, DAY.month, DAY.day, hour, minute, second, tzinfo=UTC)


def part(reason: str, name: str, quantity: int, minutes: int | None = None, icon: str = "") -> ExplainedPart:
    """Return a reason for part of a gap."""
    return ExplainedPart(
        entry=f"{reason}-{quantity}", reason=reason, name=name, icon=icon or reason, quantity=quantity, minutes=minutes
    )


def closed(
    starts: datetime, ends: datetime, plan: int, actual: int, cumulative: tuple[int, int],
    parts: Sequence[ExplainedPart] = (), review: Review | None = None,
) -> Interval:  # fmt: skip
    """Return a closed interval; `cumulative` is plan and actual up to its end."""
    gap, explained = max(0, plan - actual), sum(one.quantity for one in parts)
    return Interval(
        span=Span(starts, ends),
        starts=starts,
        ends=ends,
        mark=Mark(Phase.CLOSED, Judgement.MISS if actual < plan else Judgement.GOOD),
        plan=plan,
        plan_exact=Fraction(plan),
        plan_so_far=None,
        plan_so_far_exact=None,
        actual=actual,
        rejected=None,
        delta=actual - plan,
        cumulative_plan=cumulative[0],
        cumulative_plan_exact=Fraction(cumulative[0]),
        cumulative_actual=cumulative[1],
        cumulative_delta=cumulative[1] - cumulative[0],
        gap=gap,
        explained=explained,
        unexplained=max(0, gap - explained),
        surplus=max(0, explained - gap),
        parts=tuple(parts),
        review=review or Review(state=ReviewState.DUE, at=ends),
        elapsed=Fraction(1),
    )


def running(
    starts: datetime, ends: datetime, plan: int, so_far: int, actual: int, cumulative: tuple[int, int], now: datetime
) -> Interval:
    """Return the interval that runs at `now`."""
    delta = actual - so_far
    return Interval(
        span=Span(starts, ends),
        starts=starts,
        ends=ends,
        mark=Mark(Phase.OPEN, Judgement.MISS if delta < 0 else Judgement.GOOD),
        plan=plan,
        plan_exact=Fraction(plan),
        plan_so_far=so_far,
        plan_so_far_exact=Fraction(so_far),
        actual=actual,
        rejected=None,
        delta=delta,
        cumulative_plan=cumulative[0],
        cumulative_plan_exact=Fraction(cumulative[0]),
        cumulative_actual=cumulative[1],
        cumulative_delta=cumulative[1] - cumulative[0],
        gap=max(0, -delta),
        explained=0,
        unexplained=max(0, -delta),
        surplus=0,
        parts=(),
        review=Review(state=ReviewState.NOT_YET, at=ends),
        elapsed=Fraction(int((now - starts).total_seconds()), int((ends - starts).total_seconds())),
    )


def blank(starts: datetime, ends: datetime, phase: Phase, plan: int | None) -> Interval:
    """Return an interval without a count: to come, not worked, or not entered."""
    due = phase is Phase.UNRECORDED
    return Interval(
        span=Span(starts, ends),
        starts=starts,
        ends=ends,
        mark=Mark(phase),
        plan=plan,
        plan_exact=None if plan is None else Fraction(plan),
        plan_so_far=None,
        plan_so_far_exact=None,
        actual=None,
        rejected=None,
        delta=None,
        cumulative_plan=None,
        cumulative_plan_exact=None,
        cumulative_actual=None,
        cumulative_delta=None,
        gap=0,
        explained=0,
        unexplained=0,
        surplus=0,
        parts=(),
        review=Review(state=ReviewState.DUE if due else ReviewState.NOT_YET, at=ends),
        elapsed=Fraction(0),
    )


def shift(now: datetime, intervals: Sequence[Interval], *, plan: int, so_far: int, made: int) -> Sicb:
    """Return a shift of these intervals; the rest of its values follow from them."""
    first, last = intervals[0], intervals[-1]
    delta = made - so_far
    ongoing = first.starts <= now < last.ends
    return Sicb(
        node=NODE,
        path=PLACE,
        unit="cases",
        shift="Early",
        day=DAY,
        span=Span(first.starts, last.ends),
        starts=first.starts,
        ends=last.ends,
        now=now,
        running=ongoing,
        intervals=tuple(intervals),
        total_plan=plan,
        total_plan_so_far=so_far,
        total_actual=made,
        total_rejected=None,
        total_delta=delta,
        total_mark=Mark(Phase.OPEN if ongoing else Phase.CLOSED, Judgement.MISS if delta < 0 else Judgement.GOOD),
        to_go=max(0, plan - made),
        complete=True,
        recovery=None,
        oee=(),
        plan_source="plant",
        freshness=Freshness(seen_at=now - timedelta(seconds=4), late_after_s=60, stale_after_s=300),
        counted_by_hand=False,
        tiles=(),
        tray=(),
        misses_in_a_row=0,
    )


def tray_of(view: Sicb) -> tuple[TrayItem, ...]:
    """Return the closed intervals of a view whose gap is not explained."""
    return tuple(
        TrayItem(node=view.node, span=one.span, starts=one.starts, ends=one.ends, unexplained=one.unexplained)
        for one in view.intervals
        if one.mark.phase is Phase.CLOSED and one.unexplained
    )
