"""What a node's month came to, measure by measure, and what each KPI may read of it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from operator import and_, or_
from typing import NamedTuple

from board.kpi.figure import Figure
from board.pages.day_book import EMPTY, DaySums
from board.pages.rule import Rules
from board.plant.plant import MeasureKind
from board.store.month import MonthTotal

Measures = Mapping[str, MonthTotal]
_FIGURES_KEPT = 64
Again = Callable[[int], Measures]  # the measures of just some days, bit 0 for the first of the month


class Reads(NamedTuple):
    """What a KPI reads: every day, and whenever it is known; and what its target reads, where that is a formula.

    `means` are those of which the observations weigh.
    """

    every: frozenset[str]
    daily: frozenset[str]
    loose: frozenset[str]
    aims: frozenset[str] | None
    means: frozenset[str]


class KpiMonth(NamedTuple):
    """What a KPI reads of a node's month: the totals of the `days` on which all that is due every day was entered.

    So no numerator goes without its denominator. A measure that is not entered every day counts with all its days.
    `whole`: all of it is there; else these are the days and totals of what there is, for a roll-up whose parts lie on
    several nodes. `aimed` are the totals behind a target that comes with the readings.
    """

    days: int
    totals: Measures
    reads: Reads
    aimed: Measures | None = None
    whole: bool = True

    @property
    def sums(self) -> DaySums:
        """Return what the KPI reads, means as such."""
        return _sums(self.reads.every, self.totals, self.reads.means)

    @property
    def aims(self) -> DaySums:
        """Return what its target reads."""
        if self.aimed is None or self.reads.aims is None:
            return EMPTY
        return _sums(self.reads.aims, self.aimed, self.reads.means)


class NodeMonth:
    """A node's month: its measures, and what each KPI reads of them; `again` gives the measures of some of its days."""

    __slots__ = ("_again", "_kpis", "_reads", "measures")

    def __init__(self, measures: Measures, rules: Rules, again: Again) -> None:
        self.measures = measures
        self._reads = _reads_of(rules)
        self._again = again
        self._kpis: dict[str, KpiMonth | None] = {}

    def get(self, kpi: str) -> KpiMonth | None:
        """Return what a KPI reads of the month, None where there is nothing of it."""
        if kpi in self._kpis:
            return self._kpis[kpi]
        reads = self._reads.get(kpi)
        found = None if reads is None else _alike(reads, self.measures)
        if found is None and reads is not None and not reads.every.isdisjoint(self.measures):
            found = _kpi(reads, self.measures, self._again)
        self._kpis[kpi] = found
        return found


def measures_of(days: Iterable[tuple[date, DaySums]], rules: Rules) -> dict[str, MonthTotal]:
    """Return the measures of some days of one month, in order of time."""
    found: dict[str, MonthTotal] = {}
    for day, sums in days:
        bit = 1 << day.day - 1
        for measure, value in sums.whole.items():
            if rules.kinds.get(measure) is MeasureKind.SAMPLE:
                count = sums.observations.get(measure, 1)
                term = MonthTotal(bit, value * count, count)
            else:
                term = MonthTotal(bit, value)
            before = found.get(measure)
            found[measure] = term if before is None else joined(before, term, rules.kinds.get(measure))
    return found


def joined(earlier: MonthTotal, later: MonthTotal, kind: MeasureKind | None) -> MonthTotal:
    """Return a measure over days of which some are earlier than the others."""
    value = later.value if kind is MeasureKind.LEVEL else earlier.value + later.value
    return MonthTotal(earlier.days | later.days, value, earlier.observations + later.observations)


_reads: dict[int, tuple[dict[str, Figure], dict[str, Reads]]] = {}  # by identity of the figures, which are kept alive


def _reads_of(rules: Rules) -> dict[str, Reads]:
    known = _reads.get(id(rules.figures))
    if known is None:
        for oldest in tuple(_reads)[: max(0, len(_reads) + 1 - _FIGURES_KEPT)]:
            _reads.pop(oldest, None)
        made = {kpi: _read(figure, rules) for kpi, figure in rules.figures.items()}
        known = _reads[id(rules.figures)] = (rules.figures, made)
    return known[1]


def _read(figure: Figure, rules: Rules) -> Reads:
    every = figure.measures
    aims = None if figure.target is None else figure.target.measures
    loose = frozenset(name for name in every if name in rules.measures and not rules.measures[name].daily)
    means = frozenset(name for name in (*every, *(aims or ())) if rules.kinds.get(name) is MeasureKind.SAMPLE)
    return Reads(every, every - loose, loose, aims, means)


def _alike(reads: Reads, measures: Measures) -> KpiMonth | None:
    """Return the month of a KPI of which all was entered on the same days, as most are; None where it is not so."""
    if reads.loose or reads.aims is not None:
        return None
    days = 0
    for name in reads.daily:
        found = measures.get(name)
        if found is None or (days and found.days != days):
            return None
        days = found.days
    return KpiMonth(days, measures, reads) if days else None


def _kpi(reads: Reads, measures: Measures, again: Again) -> KpiMonth:
    days = _days(reads.daily, measures, and_) if reads.daily else _days(reads.loose, measures, or_)
    if not days or not reads.loose <= measures.keys():
        return KpiMonth(_days(reads.every, measures, or_), measures, reads, whole=False)
    totals = _on(days, reads.daily, measures, again)
    if reads.loose and totals is not measures:
        totals = dict(totals) | {name: measures[name] for name in reads.loose}
    if reads.aims is None:
        return KpiMonth(days, totals, reads)
    aimed = days & _days(reads.aims, measures, and_)
    return KpiMonth(days, totals, reads, _on(aimed, reads.aims, measures, again) if aimed else None)


def _days(names: Iterable[str], measures: Measures, how: Callable[[int, int], int]) -> int:
    found = 0 if how is or_ else -1
    for name in names:
        found = how(found, measures[name].days if name in measures else 0)
    return found


def _on(days: int, names: Iterable[str], measures: Measures, again: Again) -> Measures:
    """Return the measures over just those days."""
    for name in names:
        if measures[name].days != days:
            return again(days)
    return measures


def _sums(names: Iterable[str], totals: Measures, means: frozenset[str]) -> DaySums:
    whole: dict[str, Fraction] = {}
    observations: dict[str, int] = {}
    for name in names:
        found = totals.get(name)
        if found is None:
            continue
        if name in means:
            whole[name], observations[name] = Fraction(found.value) / (found.observations or 1), found.observations
        else:
            whole[name] = Fraction(found.value)
    return DaySums(whole=whole, observations=observations)
