"""One KPI of the bowling chart: its months against their plans, its year to date, its runs of misses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from board.kpi.figure import Figure
from board.kpi.fiscal import last_day
from board.kpi.judgement import Judgement, judge
from board.kpi.natural import FEWEST, limits
from board.kpi.year import Reported, adds_over_days, adds_over_nodes, kind_of, runs_of_misses, straight, year_to_date
from board.pages.bowling_action import Answering
from board.pages.bowling_month import Basis, KpiFacts, MonthView, Told
from board.pages.bowling_told import planned_of, told_of
from board.pages.letter_book import Asked
from board.pages.month_plan import Planned, plan_of
from board.pages.name import person_name
from board.pages.rule import Rules
from board.plant.plant import Better, Kpi, Start, Target, YearKind
from board.views.bowling import BowlingRow, MonthCell, YearCell
from board.views.letter import Natural
from board.views.mark import Mark, Phase
from board.views.sqcdp import Aim

_SUBTRACTED = ("-", "−")


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The months a chart is made of: twelve of the year, and those of the year before."""

    asked: Asked
    months: tuple[MonthView, ...]
    before: tuple[MonthView, ...]
    rules: Rules  # at the year's end, or now

    @property
    def first(self) -> date:
        """Return its first day."""
        return self.months[0].month


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A KPI as it is at the year's end, or now, through the months of which anything may be known."""

    figure: Figure
    year: Year
    facts: Mapping[date, KpiFacts]  # of every month that has begun, in order of time
    lines: Mapping[date, tuple[str, ...]]  # of every month: those that had entered it at least once by then

    @property
    def kpi(self) -> Kpi:
        """Return the KPI."""
        return self.figure.kpi

    @property
    def kind(self) -> YearKind:
        """Return how its months make its year."""
        return kind_of(self.figure, self.year.rules.measures)

    @property
    def adds(self) -> bool:
        """Tell whether several nodes add up."""
        return adds_over_nodes(self.figure, self.year.rules.measures)


def bowling_row(kpi: str, letter: str | None, year: Year) -> BowlingRow:
    """Return a KPI of the plant through the year; `letter` is the one that it judges."""
    row = _row(year.rules.figures[kpi], year)
    months = _told(row)
    runs = runs_of_misses([each.judgement for each in months])
    reported = [run for run, each in zip(runs, months, strict=True) if each.judgement is not None]
    misses = reported[-1] if reported else 0
    plant = year.rules.plant
    answering = Answering(plant=plant, asked=year.asked, letter=letter, kpi=kpi)
    return BowlingRow(
        letter=letter,
        kpi=kpi,
        name=row.kpi.name,
        unit=row.kpi.unit,
        decimals=row.kpi.decimals,
        better=row.kpi.better,
        owner=person_name(plant, row.kpi.owner),
        start=_start_of(row, year.asked.node),
        kind=row.kind,
        cells=tuple(_cell(row, each, run, answering) for each, run in zip(months, runs, strict=True)),
        year=_year(row, months),
        misses=misses,
        longest=max(runs),
        natural=_natural(row, months),
        alarm=misses >= plant.site.alarm_after_misses,
    )


def _row(figure: Figure, year: Year) -> _Row:
    facts: dict[date, KpiFacts] = {}
    lines: dict[date, tuple[str, ...]] = {}
    entered: set[str] = set()
    every = (*year.before, *year.months)
    for view in every:
        if view.phase is not Phase.FUTURE:
            found = facts[view.month] = view.facts(figure.kpi.id)
            entered.update(found.parts)
        lines[view.month] = tuple(line for line in view.due if line in entered)
    later = lines[every[-1].month]
    if not entered:  # with nothing entered yet, the plan is that of all lines
        later = every[-1].lines
    return _Row(figure=figure, year=year, facts=facts, lines={month: own or later for month, own in lines.items()})


def _told(row: _Row) -> list[Told]:
    """Return the twelve months."""
    leading = _leading(row) if row.kpi.linear else {}
    found: list[Told] = []
    for number, view in enumerate(row.year.months, start=1):
        plans = {
            node: Target(valid_from=view.month, value=straight(start, end, number))
            for node, (start, end) in leading.items()
        }
        found.append(told_of(view, row.figure, _basis(row, view, plans)))
    return found


def _basis(row: _Row, view: MonthView, plans: Mapping[str, Target]) -> Basis:
    """Return what the plan of a month stands on; a month with nothing in it is weighed as the last one that is over."""
    facts = row.facts.get(view.month)
    if facts is not None and facts.parts:
        return Basis(lines=row.lines[view.month], straight=plans)
    over = [one for one in (*row.year.before, *row.year.months) if one.phase is Phase.CLOSED and one.month < view.month]
    known = (row.facts[one.month] for one in reversed(over) if row.facts[one.month].parts)
    return Basis(lines=row.lines[view.month], weights=next(known, None), straight=plans)


def _leading(row: _Row) -> dict[str, tuple[Fraction, Fraction]]:
    """Return from where to where straight plans lead: that of the node, or of its lines where they add up."""
    view = row.year.months[-1]
    final = planned_of(view, row.figure, _basis(row, view, {}))
    of_lines = row.adds and view.node not in view.rules.lines
    found: dict[str, tuple[Fraction, Fraction]] = {}
    for node in final.due if of_lines else (view.node,):
        start = _start_of(row, node)
        end = row.kpi.year_end if row.kpi.year_end is not None else _end_of(final, node)
        if start is not None and end is not None:
            found[node] = (start, end)
    return found


def _end_of(final: Planned, node: str) -> Fraction | None:
    """Return where the targets of the year's last month lead."""
    whole = plan_of(replace(final, node=node)).whole
    return None if whole is None else whole.value


def _cell(row: _Row, each: Told, run: int, answering: Answering) -> MonthCell:
    missed = each.mark.judgement is Judgement.MISS
    better, rolled = row.kpi.better, each.plan.rolled
    return MonthCell(
        month=each.month,
        mark=each.mark,
        plan=_aim(better, each.plan.whole, rolled=rolled),
        actual=None if each.facts is None else each.facts.value,
        partial=each.partial,
        countermeasure=answering.of(each.month, each.mark.phase) if missed else None,
        run=run,
        pace=_aim(better, each.plan.pace, rolled=rolled),
    )


def _aim(better: Better, target: Target | None, *, rolled: bool) -> Aim | None:
    if target is None:
        return None
    return Aim(better=better, value=target.value, low=target.low, high=target.high, rolled=rolled)


def _reported(each: Told) -> Reported | None:
    """Return the month as the year to date takes it in; the running one and those without an actual are left out."""
    facts = each.facts
    if facts is None or facts.figure is None or facts.value is None or each.mark.phase is Phase.OPEN:
        return None
    return Reported(
        figure=facts.figure,
        actual=facts.value,
        plan=each.plan.judging,
        sums=facts.sums,
        observations=facts.observations,
    )


def _year(row: _Row, months: Sequence[Told]) -> YearCell:
    reported = [month for each in months if (month := _reported(each)) is not None]
    found = year_to_date(row.kind, reported, row.year.rules.measures)
    if found.actual is None:
        missing = any(each.mark.phase is Phase.UNRECORDED for each in months)
        mark = Mark(Phase.UNRECORDED if missing else Phase.FUTURE)
    elif found.plan is None:
        mark = Mark(Phase.NO_TARGET)
    else:
        mark = Mark(Phase.CLOSED, judge(found.actual, row.kpi.better, found.plan))
    return YearCell(
        mark=mark,
        plan=_aim(row.kpi.better, found.plan, rolled=any(each.plan.rolled for each in months)),
        actual=found.actual,
        months=len(reported),
    )


def _natural(row: _Row, months: Sequence[Told]) -> Natural | None:
    """Return the natural limits of the months before the year, or where they are too few, of all that are reported.

    A month of which a part is missing says nothing where days add up.
    """
    values = [value for view in row.year.before if (value := row.facts[view.month].value) is not None]
    if len(values) < FEWEST:
        told = [each for each in months if not (each.partial and adds_over_days(row.figure, row.year.rules.measures))]
        values += [month.actual for each in told if (month := _reported(each)) is not None]
    floor = None if any(sign in row.figure.formula.text for sign in _SUBTRACTED) else Fraction(0)
    found = limits(values, floor=floor)
    if found is None:
        return None
    return Natural(mean=found.mean, low=found.low, high=found.high, points=found.points)


def _start_of(row: _Row, node: str) -> Fraction | None:
    """Return the jumping-off point of a node: the one that people set, else its last result before the year."""
    first, last = row.year.first, last_day(row.year.months[-1].month)
    fitting = [start for start in row.kpi.starts if start.valid_from is None or first <= start.valid_from <= last]
    own = [start for start in fitting if node in start.nodes]
    common = [start for start in fitting if not start.nodes] if node in row.year.rules.lines or not row.adds else []
    if said := own or common:
        return max(said, key=_dated).value
    for view in reversed(row.year.before):
        value = _value_of(row, row.facts[view.month], node)
        if value is not None:
            return value
    return None


def _value_of(row: _Row, facts: KpiFacts, node: str) -> Fraction | None:
    if node == row.year.asked.node:
        return facts.value
    part = facts.parts.get(node)
    return None if part is None or facts.figure is None else facts.figure.value(part.sums.whole)


def _dated(start: Start) -> tuple[bool, date]:
    return start.valid_from is not None, start.valid_from or date.min
