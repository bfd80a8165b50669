"""What a node's month came to, measure by measure, and what each KPI may read of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from operator import and_, or_

from board.kpi.figure import Figure
from board.pages.day_book import EMPTY, DaySums
from board.pages.rule import Rules
from board.plant.plant import MeasureKind
from board.store.month import MonthTotal

Measures = Mapping[str, MonthTotal]
_FIGURES_KEPT = 64
Again = Callable[[int], Measures]  # the measures of just some days, bit 0 for the first of the month


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


def measures_of(days: Iterable[tuple[date, DaySums]], rules: Rules) -> dict[str, MonthTotal]:
    """Return the measures of some days of one month, in order of time."""
    found: dict[str, MonthTotal] = {}
    for day, sums in days:
        bit = 1 << day.day - 1
        for measure, value in sums.whole.items():
            kind = rules.kinds.get(measure)
            count = sums.observations.get(measure, 1) if kind is MeasureKind.SAMPLE else 0
            before = found.get(measure)
            term = value * count if kind is MeasureKind.SAMPLE else value
            if before is None:
                found[measure] = MonthTotal(bit, term, count)
                continue
            together = term if kind is MeasureKind.LEVEL else before.value + term
            found[measure] = MonthTotal(before.days | bit, together, before.observations + count)
    return found


def kpis_of(measures: Measures, rules: Rules, again: Again) -> dict[str, KpiMonth]:
    """Return what each KPI reads of a node's month; `again` gives the measures of some of its days."""
    found: dict[str, KpiMonth] = {}
    for kpi, reads in _reads_of(rules).items():
        if not reads.every.isdisjoint(measures):
            found[kpi] = _kpi(reads, measures, rules, again)
    return found


@dataclass(frozen=True, slots=True)
class _Reads:
    """What a KPI reads: every day, and whenever it is known; and what its target reads, where that is a formula."""

    every: frozenset[str]
    daily: frozenset[str]
    loose: frozenset[str]
    aims: frozenset[str] | None


_reads: dict[int, tuple[dict[str, Figure], dict[str, _Reads]]] = {}  # by identity of the figures, which are kept alive


def _reads_of(rules: Rules) -> dict[str, _Reads]:
    known = _reads.get(id(rules.figures))
    if known is None:
        for oldest in tuple(_reads)[: max(0, len(_reads) + 1 - _FIGURES_KEPT)]:
            _reads.pop(oldest, None)
        made = {kpi: _read(figure, rules) for kpi, figure in rules.figures.items()}
        known = _reads[id(rules.figures)] = (rules.figures, made)
    return known[1]


def _read(figure: Figure, rules: Rules) -> _Reads:
    every = figure.measures
    loose = frozenset(name for name in every if name in rules.measures and not rules.measures[name].daily)
    return _Reads(every, every - loose, loose, None if figure.target is None else figure.target.measures)


def _kpi(reads: _Reads, measures: Measures, rules: Rules, again: Again) -> KpiMonth:
    days = _days(reads.daily, measures, and_) if reads.daily else _days(reads.loose, measures, or_)
    if not days or not reads.loose <= measures.keys():
        some = _days(reads.every, measures, or_)
        return KpiMonth(days=some, whole=False, sums=_sums(reads.every, measures, rules))
    parts = _on(days, reads.daily, measures, again)
    if reads.loose and parts is not measures:
        parts = dict(parts) | {name: measures[name] for name in reads.loose}
    sums = _sums(reads.every, parts, rules)
    if reads.aims is None:
        return KpiMonth(days=days, whole=True, sums=sums)
    aimed = days & _days(reads.aims, measures, and_)
    aims = _sums(reads.aims, _on(aimed, reads.aims, measures, again), rules) if aimed else EMPTY
    return KpiMonth(days=days, whole=True, sums=sums, aims=aims)


def _days(names: Iterable[str], measures: Measures, how: Callable[[int, int], int]) -> int:
    found = 0 if how is or_ else -1
    for name in names:
        found = how(found, measures[name].days if name in measures else 0)
    return found


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
