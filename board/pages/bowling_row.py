"""One KPI of the bowling chart: its months against their plans, its year to date, its runs of misses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from board.kpi.figure import Figure
from board.kpi.fiscal import last_day
from board.kpi.judgement import Judgement, judge
from board.kpi.natural import FEWEST, limits
from board.kpi.year import Reported, adds_over_nodes, kind_of, runs_of_misses, straight, weight_of, year_to_date
from board.pages.bowling_action import Answering
from board.pages.bowling_month import KpiFacts, Months
from board.pages.month_plan import MonthPlan, Planned, plan_of
from board.pages.month_sums import KpiMonth
from board.pages.name import person_name
from board.plant.plant import Better, Kpi, Plant, Start, Target, YearKind
from board.views.bowling import BowlingRow, MonthCell, YearCell
from board.views.letter import Natural
from board.views.mark import Mark, Phase
from board.views.sqcdp import Aim

_SUBTRACTED = ("-", "−")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A KPI with the months it is told of; `lines` are those under the node that entered it at least once."""

    kpi: Kpi
    figure: Figure  # as it is at the year's end, or now
    kind: YearKind
    months: Months
    facts: Mapping[date, KpiFacts]  # of every month that has begun
    lines: tuple[str, ...]
    plant: Plant


@dataclass(frozen=True, slots=True, kw_only=True)
class _Month:
    """A month of the year with its plan."""

    month: date
    facts: KpiFacts | None  # None: to come
    plan: MonthPlan
    mark: Mark
    partial: bool


def bowling_row(kpi: str, letter: str | None, months: Months, plant: Plant) -> BowlingRow:
    """Return a KPI of the plant through the year; `letter` is the one that it judges."""
    row = _row(kpi, months, plant)
    told = [_month(row, month, number) for number, month in enumerate(months.year, start=1)]
    runs = runs_of_misses([_closed(each) for each in told])
    reported = [run for run, each in zip(runs, told, strict=True) if _closed(each) is not None]
    answering = Answering(plant=plant, asked=months.asked, letter=letter, kpi=kpi)
    misses = reported[-1] if reported else 0
    return BowlingRow(
        letter=letter,
        kpi=kpi,
        name=row.kpi.name,
        unit=row.kpi.unit,
        decimals=row.kpi.decimals,
        better=row.kpi.better,
        owner=person_name(plant, row.kpi.owner),
        start=_start_of(row, months.asked.node),
        kind=row.kind,
        cells=tuple(_cell(row, each, run, answering) for each, run in zip(told, runs, strict=True)),
        year=_year(row, told),
        misses=misses,
        longest=max(runs),
        natural=_natural(row, told),
        alarm=misses >= plant.site.alarm_after_misses,
    )


def _row(kpi: str, months: Months, plant: Plant) -> _Row:
    begun = [month for month in (*months.before, *months.year) if month <= months.asked.today]
    facts = {month: months.facts(kpi, month) for month in begun}
    rules = months.asked.sight.rules(min(last_day(months.year[-1]), months.asked.today))
    entered = {node for found in facts.values() for node in found.parts}
    return _Row(
        kpi=rules.figures[kpi].kpi,
        figure=rules.figures[kpi],
        kind=kind_of(rules.figures[kpi], rules.measures),
        months=months,
        facts=facts,
        lines=tuple(line for line in months.asked.lines if line in entered),
        plant=plant,
    )


def _month(row: _Row, month: date, number: int) -> _Month:
    facts = row.facts.get(month)
    if facts is not None and facts.figure is None:  # the plant did not have the KPI then
        return _Month(month=month, facts=facts, plan=MonthPlan(), mark=Mark(Phase.NO_TARGET), partial=False)
    planned = _planned(row, month, _straight(row, month, number) if row.kpi.linear else {})
    plan = plan_of(planned)
    if facts is None:
        return _Month(month=month, facts=None, plan=plan, mark=Mark(Phase.FUTURE), partial=False)
    due = _due(row, month)
    mark = _mark(row, facts, plan, due=any(due.values()))
    return _Month(month=month, facts=facts, plan=plan, mark=mark, partial=_partial(facts, due))


def _planned(row: _Row, month: date, plans: Mapping[str, Target]) -> Planned:
    facts = row.facts.get(month)
    months, asked = row.months, row.months.asked
    rules = asked.sight.rules(min(last_day(month), asked.today))
    # With nothing entered by any line yet, the plan is that of all; what people entered for the node itself is its own.
    lines = row.lines or (() if any(found.parts for found in row.facts.values()) else asked.lines)
    around = 0
    for line in asked.lines if not lines else ():
        around |= months.due(line, month)
    return Planned(
        figure=row.figure if facts is None or facts.figure is None else facts.figure,
        kind=row.kind,
        node=asked.node,
        month=month,
        today=asked.today,
        rules=rules,
        parts={} if facts is None else facts.parts,
        due={line: months.due(line, month) for line in lines},
        around=around,
        weights=_weights(row, month),
        straight=plans,
    )


def _weights(row: _Row, month: date) -> dict[str, Fraction | None]:
    """Return what weighed each line in the last month, up to this one, of which anything is known."""
    for before in sorted((one for one in row.facts if one <= month), reverse=True):
        facts = row.facts[before]
        if facts.parts and facts.figure is not None:
            figure = facts.figure
            return {
                node: weight_of(figure, part.sums.whole, part.sums.observations) for node, part in facts.parts.items()
            }
    return {}


def _due(row: _Row, month: date) -> dict[str, int]:
    """Return the days, so far, that each line has to enter; all lines' together where none of them enters the KPI."""
    asked = row.months.asked
    seen = ~0 if row.months.is_closed(month) else (1 << asked.today.day - 1) - 1
    due = {line: row.months.due(line, month) & seen for line in row.lines or asked.lines}
    if row.lines:
        return due
    together = 0
    for days in due.values():
        together |= days
    return {asked.node: together}


def _partial(facts: KpiFacts, due: Mapping[str, int]) -> bool:
    """Tell whether a day is missing of what a line, or the node itself, had to enter."""
    if not facts.known:
        return False

    def entered(node: str) -> int:
        part: KpiMonth | None = facts.parts.get(node)
        return facts.days if part is None and len(due) == 1 else 0 if part is None else part.days

    daily = facts.figure is not None and any(_is_daily(facts, measure) for measure in facts.figure.measures)
    return daily and any(days & ~entered(node) for node, days in due.items())


def _is_daily(facts: KpiFacts, measure: str) -> bool:
    known = facts.rules.measures.get(measure)
    return known is None or known.daily


def _mark(row: _Row, facts: KpiFacts, plan: MonthPlan, *, due: bool) -> Mark:
    judgement = judge(facts.value, row.kpi.better, plan.judging)
    if not row.months.is_closed(facts.month):
        return Mark(Phase.OPEN, judgement)
    if not facts.known:
        return Mark(Phase.UNRECORDED) if due or facts.parts else Mark(Phase.OFF)
    return Mark(Phase.NO_TARGET) if plan.judging is None else Mark(Phase.CLOSED, judgement)


def _closed(each: _Month) -> Judgement | None:
    return each.mark.judgement if each.mark.phase is Phase.CLOSED else None


def _cell(row: _Row, each: _Month, run: int, answering: Answering) -> MonthCell:
    missed = each.mark.judgement is Judgement.MISS
    rolled = each.plan.rolled
    return MonthCell(
        month=each.month,
        mark=each.mark,
        plan=_aim(row.kpi.better, each.plan.whole, rolled=rolled),
        actual=None if each.facts is None else each.facts.value,
        partial=each.partial,
        countermeasure=answering.of(each.month, each.mark.phase) if missed else None,
        run=run,
        pace=_aim(row.kpi.better, each.plan.pace, rolled=rolled),
    )


def _aim(better: Better, target: Target | None, *, rolled: bool) -> Aim | None:
    if target is None:
        return None
    return Aim(better=better, value=target.value, low=target.low, high=target.high, rolled=rolled)


def _reported(row: _Row, each: _Month) -> Reported | None:
    """Return the month as the year to date takes it in; the running one and those without an actual are left out."""
    facts = each.facts
    if facts is None or facts.figure is None or facts.value is None or not row.months.is_closed(each.month):
        return None
    return Reported(
        figure=facts.figure,
        actual=facts.value,
        plan=each.plan.judging,
        sums=facts.sums,
        observations=facts.observations,
    )


def _year(row: _Row, told: Sequence[_Month]) -> YearCell:
    months = [month for each in told if (month := _reported(row, each)) is not None]
    last = row.facts[max(row.facts)].rules if row.facts else None
    found = year_to_date(row.kind, months, None if last is None else last.measures)
    if found.actual is None:
        missing = any(each.mark.phase is Phase.UNRECORDED for each in told)
        mark = Mark(Phase.UNRECORDED if missing else Phase.FUTURE)
    elif found.plan is None:
        mark = Mark(Phase.NO_TARGET)
    else:
        mark = Mark(Phase.CLOSED, judge(found.actual, row.kpi.better, found.plan))
    rolled = bool(told) and any(each.plan.rolled for each in told)
    return YearCell(
        mark=mark,
        plan=_aim(row.kpi.better, found.plan, rolled=rolled),
        actual=found.actual,
        months=len(months),
    )


def _natural(row: _Row, told: Sequence[_Month]) -> Natural | None:
    """Return the natural limits of the months before the year, or where they are too few, of all that are reported.

    A month of which a part is missing says nothing where days add up.
    """
    before = [facts.value for month, facts in sorted(row.facts.items()) if month in row.months.before]
    values = [value for value in before if value is not None]
    if len(values) < FEWEST:
        skipped = {each.month for each in told if each.partial and row.kind is YearKind.SUM}
        closed = [month for month in row.months.year if month in row.facts and row.months.is_closed(month)]
        values += [value for month in closed if month not in skipped and (value := row.facts[month].value) is not None]
    floor = None if any(sign in row.figure.formula.text for sign in _SUBTRACTED) else Fraction(0)
    found = limits(values, floor=floor)
    if found is None:
        return None
    return Natural(mean=found.mean, low=found.low, high=found.high, points=found.points)


def _start_of(row: _Row, node: str) -> Fraction | None:
    """Return the jumping-off point of a node: the one that people set, else its last result before the year."""
    first, last = row.months.year[0], last_day(row.months.year[-1])
    fitting = [start for start in row.kpi.starts if start.valid_from is None or first <= start.valid_from <= last]
    own = [start for start in fitting if node in start.nodes]
    is_line = any(line.id == node for line in row.plant.lines)
    adds = adds_over_nodes(row.figure, row.facts[max(row.facts)].rules.measures) if row.facts else False
    common = [start for start in fitting if not start.nodes] if is_line or not adds else []
    if said := own or common:
        return max(said, key=_dated).value
    for month in reversed(row.months.before):
        facts = row.facts.get(month)
        value = None if facts is None else _value_of(row, facts, node)
        if value is not None:
            return value
    return None


def _value_of(row: _Row, facts: KpiFacts, node: str) -> Fraction | None:
    if node == row.months.asked.node:
        return facts.value
    part = facts.parts.get(node)
    return None if part is None or facts.figure is None else facts.figure.value(part.sums.whole)


def _dated(start: Start) -> tuple[bool, date]:
    return start.valid_from is not None, start.valid_from or date.min


def _straight(row: _Row, month: date, number: int) -> dict[str, Target]:
    """Return the plans of a month that lead straight from the start to the year's end; of lines where they add up."""
    asked = row.months.asked
    final = _planned(row, row.months.year[-1], {})
    adds = adds_over_nodes(row.figure, final.rules.measures)
    nodes = row.lines or asked.lines if adds and asked.node not in final.rules.lines else (asked.node,)
    found: dict[str, Target] = {}
    for node in nodes:
        start = _start_of(row, node)
        end = row.kpi.year_end if row.kpi.year_end is not None else _end_of(final, node)
        if start is not None and end is not None:
            found[node] = Target(valid_from=month, value=straight(start, end, number))
    return found


def _end_of(final: Planned, node: str) -> Fraction | None:
    """Return where the targets of the year's last month lead."""
    whole = plan_of(replace(final, node=node)).whole
    return None if whole is None else whole.value
