"""The rows of the short interval control board: each interval with its plan, its counts and what people said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from board.journal.miss import Miss, Stamp
from board.kpi.exact import ratio, whole
from board.kpi.interval import Column, columns, split_gap
from board.kpi.plan import whole_parts
from board.pages.line_shift import Counted, LineShift
from board.pages.name import person_name
from board.plant.plant import Plant
from board.plant.span import Span
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import ExplainedPart, Interval, Review, ReviewState

WELL_OVER = Fraction(11, 10)  # made against plan from which on the plan itself is doubtful, without a best proven rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """The plan of each interval: exact, in whole units, and so far for the one that runs."""

    exact: tuple[Fraction | None, ...]
    whole: tuple[int | None, ...]
    so_far_exact: tuple[Fraction | None, ...]
    so_far: tuple[int | None, ...]

    def due(self, index: int) -> int | None:
        """Return what the interval is measured against now: its plan so far while it runs, else its whole plan."""
        return self.so_far[index] if self.so_far_exact[index] is not None else self.whole[index]

    def cumulative_exact(self, index: int) -> Fraction | None:
        """Return the exact plan of this interval and those before it."""
        if self.exact[index] is None:
            return None
        return sum((amount or Fraction(0) for amount in self.exact[: index + 1]), Fraction(0))


def plans_of(shift: LineShift, now: datetime) -> Plans:
    """Return the plans of the shift's intervals; whole units by rounding the cumulative and taking differences."""
    nothing = (None,) * len(shift.spans)
    if shift.plan_source == "none":
        return Plans(exact=nothing, whole=nothing, so_far_exact=nothing, so_far=nothing)
    exact = [shift.planned(span) or Fraction(0) for span in shift.spans]
    so_far_exact: list[Fraction | None] = list(nothing)
    so_far: list[int | None] = list(nothing)
    before = Fraction(0)
    for index, span in enumerate(shift.spans):
        if span.holds(now):
            amount = shift.planned(Span(span.start, now)) or Fraction(0)
            so_far_exact[index] = amount
            so_far[index] = whole(before + amount) - whole(before)
        before += exact[index]
    return Plans(exact=tuple(exact), whole=whole_parts(exact), so_far_exact=tuple(so_far_exact), so_far=tuple(so_far))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What people said of a shift: misses with their reasons, and the leader's stamps."""

    misses: tuple[Miss, ...]
    stamps: tuple[Stamp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all rows of a shift share; `names` is the plant whose reasons and people are shown."""

    shift: LineShift
    said: Said
    now: datetime
    names: Plant


def interval_rows(setting: Setting, counted: Sequence[Counted | None]) -> tuple[Interval, ...]:
    """Return the rows of a shift; `counted` holds one value per interval, None for those that have not begun.

    An interval is judged by its plan in whole units, the one that stands on the wall, so that its mark and its
    difference always agree.
    """
    plans = plans_of(setting.shift, setting.now)
    begun = [index for index, value in enumerate(counted) if value is not None]
    actuals = [_whole_good(value) for value in counted]
    found = columns([_fraction(plans.due(index)) for index in begun], [actuals[index] for index in begun])
    by_index = dict(zip(begun, found, strict=True))
    return tuple(
        _row(setting, index, plans, counted[index], by_index.get(index)) for index in range(len(setting.shift.spans))
    )


def _row(setting: Setting, index: int, plans: Plans, counted: Counted | None, column: Column | None) -> Interval:
    zone, span = setting.shift.plant.site.zone, setting.shift.spans[index]
    mark = _mark(span, plans.exact[index], column, setting.now)
    parts = tuple(_part(miss, setting.names) for miss in setting.said.misses if span.holds(miss.interval.start))
    explained = sum(part.quantity for part in parts)
    gap = column.gap if column is not None and mark.phase in {Phase.OPEN, Phase.CLOSED} else Fraction(0)
    unexplained, surplus = split_gap(gap, Fraction(explained))
    actual = None if column is None else _integer(column.actual)
    return Interval(
        span=span,
        starts=span.start.astimezone(zone),
        ends=span.end.astimezone(zone),
        mark=mark,
        plan=plans.whole[index],
        plan_exact=plans.exact[index],
        plan_so_far=plans.so_far[index],
        plan_so_far_exact=plans.so_far_exact[index],
        actual=actual,
        rejected=None if counted is None or counted.rejected is None else whole(counted.rejected),
        delta=None if column is None else _integer(column.delta),
        cumulative_plan=None if column is None else _integer(column.cumulative_plan),
        cumulative_plan_exact=plans.cumulative_exact(index),
        cumulative_actual=None if column is None else _integer(column.cumulative_actual),
        cumulative_delta=None if column is None else _integer(column.cumulative_delta),
        gap=int(gap),
        explained=explained,
        unexplained=int(unexplained),
        surplus=int(surplus),
        parts=parts,
        review=_review(setting, span, mark),
        elapsed=_elapsed(span, setting.now),
        over_planned=_over_planned(setting.shift, plans.exact[index], actual, mark),
        apportioned=counted is not None and counted.apportioned,
        provisional=mark.phase is Phase.CLOSED and counted is not None and not counted.final,
        products=tuple(sorted(name for name in counted.by_product if name)) if counted is not None else (),
    )


def _mark(span: Span, plan: Fraction | None, column: Column | None, now: datetime) -> Mark:
    if span.start > now or column is None:
        return Mark(Phase.FUTURE)
    if plan is None:
        return Mark(Phase.NO_TARGET)
    if plan == 0:
        return Mark(Phase.NO_TARGET if column.actual else Phase.OFF)
    if span.holds(now):
        return Mark(Phase.OPEN, column.judgement)
    return Mark(Phase.UNRECORDED) if column.actual is None else Mark(Phase.CLOSED, column.judgement)


def _part(miss: Miss, names: Plant) -> ExplainedPart:
    reason = names.reason(miss.reason)
    return ExplainedPart(
        entry=miss.id,
        reason=miss.reason,
        name=miss.reason if reason is None else reason.name,
        icon="other" if reason is None else reason.icon,
        quantity=miss.quantity,
        minutes=miss.minutes,
        comment=miss.comment,
        by=person_name(names, miss.actor),
    )


def _review(setting: Setting, span: Span, mark: Mark) -> Review:
    zone = setting.shift.plant.site.zone
    stamp = next((stamp for stamp in setting.said.stamps if span.holds(stamp.interval.start)), None)
    if stamp is not None:
        by = person_name(setting.names, stamp.actor)
        return Review(state=ReviewState.DONE, at=stamp.at.astimezone(zone), by=by, entry=stamp.id)
    due = span.end <= setting.now and mark.phase is not Phase.OFF
    return Review(state=ReviewState.DUE if due else ReviewState.NOT_YET, at=span.end.astimezone(zone))


def _over_planned(shift: LineShift, plan: Fraction | None, actual: int | None, mark: Mark) -> bool:
    """Tell whether more was made than the line has proven to make, so that the plan itself is to be corrected."""
    if not plan or actual is None or mark.phase is not Phase.CLOSED or mark.judgement is not Judgement.GOOD:
        return False
    best, rate = shift.line.best_rate, shift.line.rate
    most = plan * best / rate if best and rate else plan * WELL_OVER
    return actual > most


def _elapsed(span: Span, now: datetime) -> Fraction:
    if now >= span.end:
        return Fraction(1)
    passed = Fraction(max(0, int((now - span.start).total_seconds())))
    return ratio(passed, Fraction(int(span.length.total_seconds()))) or Fraction(0)


def _whole_good(counted: Counted | None) -> Fraction | None:
    return None if counted is None or counted.good is None else Fraction(whole(counted.good))


def _fraction(number: int | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def _integer(number: Fraction | None) -> int | None:
    return None if number is None else int(number)
