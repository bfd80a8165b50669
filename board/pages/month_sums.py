"""What a node's month came to, measure by measure, and what each KPI may read of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import reduce
from operator import and_, or_

from board.kpi.figure import Figure
from board.pages.day_book import EMPTY, DaySums
from board.pages.rule import Rules
from board.plant.plant import MeasureKind

Measures = Mapping[str, "MeasureMonth"]
Again = Callable[[int], Measures]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureMonth:
    """A measure over a node's month: added up, the last level, or means times their observations.

    `days`: those it was entered on, bit 0 for the first of the month.
    """

    days: int
    value: Fraction
    observations: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiMonth:
    """What a KPI reads of a node's month: the sums of the `days` on which all that is due every day was entered.

    So no numerator goes without its denominator. A measure that is not entered every day counts with all its days.
    `whole`: all of it is there; else these are the days and sums of what there is, for a roll-up whose parts lie on
    several nodes. `aims` are the sums behind a target that comes with the readings.
    """

    days: int
    whole: bool
    sums: DaySums
    aims: DaySums = field(default=EMPTY)


def measures_of(days: Iterable[tuple[date, DaySums]], rules: Rules) -> dict[str, MeasureMonth]:
    """Return the measures of some days of one month, in order of time."""
    found: dict[str, MeasureMonth] = {}
    for day, sums in days:
        bit = 1 << day.day - 1
        for measure, value in sums.whole.items():
            kind = rules.kinds.get(measure)
            count = sums.observations.get(measure, 1) if kind is MeasureKind.SAMPLE else 0
            before = found.get(measure)
            term = value * count if kind is MeasureKind.SAMPLE else value
            if before is None:
                found[measure] = MeasureMonth(days=bit, value=term, observations=count)
                continue
            found[measure] = MeasureMonth(
                days=before.days | bit,
                value=term if kind is MeasureKind.LEVEL else before.value + term,
                observations=before.observations + count,
            )
    return found


def kpis_of(measures: Measures, rules: Rules, again: Again) -> dict[str, KpiMonth]:
    """Return what each KPI reads of a node's month; `again` gives the measures of some of its days."""
    found: dict[str, KpiMonth] = {}
    for kpi, figure in rules.figures.items():
        if not figure.measures.isdisjoint(measures):
            found[kpi] = _kpi(figure, measures, rules, again)
    return found


def _kpi(figure: Figure, measures: Measures, rules: Rules, again: Again) -> KpiMonth:
    due = {measure for measure in figure.measures if _is_daily(measure, rules)}
    loose = figure.measures - due
    days = _days(due, measures, and_) if due else _days(loose, measures, or_)
    if not days or not loose <= measures.keys():
        some = _days(figure.measures, measures, or_)
        return KpiMonth(days=some, whole=False, sums=_sums(figure.measures, measures, rules))
    parts = dict(_on(days, due, measures, again))
    parts |= {measure: measures[measure] for measure in loose}
    sums = _sums(figure.measures, parts, rules)
    if figure.target is None:
        return KpiMonth(days=days, whole=True, sums=sums)
    wanted = figure.target.measures
    aimed = days & _days(wanted, measures, and_)
    aims = _sums(wanted, _on(aimed, wanted, measures, again), rules) if aimed else EMPTY
    return KpiMonth(days=days, whole=True, sums=sums, aims=aims)


def _is_daily(measure: str, rules: Rules) -> bool:
    known = rules.measures.get(measure)
    return known is None or known.daily


def _days(names: Iterable[str], measures: Measures, how: Callable[[int, int], int]) -> int:
    every = [measures[name].days if name in measures else 0 for name in names]
    return reduce(how, every, 0 if how is or_ else -1)


def _on(days: int, names: Iterable[str], measures: Measures, again: Again) -> Measures:
    """Return the measures over just those days."""
    return measures if all(measures[name].days == days for name in names) else again(days)


def _sums(names: Iterable[str], measures: Measures, rules: Rules) -> DaySums:
    whole: dict[str, Fraction] = {}
    observations: dict[str, int] = {}
    for name in names:
        found = measures.get(name)
        if found is None:
            continue
        if rules.kinds.get(name) is MeasureKind.SAMPLE:
            whole[name], observations[name] = found.value / (found.observations or 1), found.observations
        else:
            whole[name] = found.value
    return DaySums(whole=whole, observations=observations)
