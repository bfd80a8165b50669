"""The exact sums of nodes by production day, read once and kept until something about the day changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction

from board.journal.clean import EARLIEST
from board.kpi.aim import Sums
from board.kpi.figure import DERIVED_MEASURES
from board.pages.derived import PRODUCED, with_derived
from board.pages.lacking import Lacking, lacking_of
from board.pages.rule import Rules, rules_of
from board.plant.calendar import day_span, production_day
from board.plant.history import PlantHistory
from board.plant.plant import Measure, MeasureKind, OverNodes, Plant
from board.store.intake import Changed
from board.store.reader import DayTotal, Reader

INSTANT = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_NOTHING: Mapping[str, Fraction] = {}
_UNSHARED = (MeasureKind.LEVEL, MeasureKind.SAMPLE)  # nothing of them adds up by reason


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySums:
    """What a node's day came to by measure, whole and by shift; `observations` weigh the means of samples.

    `reasons`: the sums of a measure by reason (None: nobody gave one), of measures for which one was given that day.
    """

    whole: Mapping[str, Fraction]
    shifts: Mapping[str | None, Mapping[str, Fraction]] = field(default_factory=dict)
    observations: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, Mapping[str | None, Fraction]] = field(default_factory=dict)
    lacking: frozenset[str] = frozenset()  # measures of which a part was not told, or could not be used
    lacking_in: Lacking = field(default_factory=dict)  # the same by shift

    def of_shift(self, shift: str) -> "DaySums":
        """Return the sums of one of its shifts, and what they lack."""
        return DaySums(whole=self.shifts.get(shift, _NOTHING), lacking=self.lacking_in.get(shift, frozenset()))


EMPTY = DaySums(whole=_NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The moment a page is asked for: the clock, what was known, and the plant of each day."""

    history: PlantHistory
    now: datetime
    known_at: datetime | None = None

    @property
    def plant(self) -> Plant:
        """Return the plant in force."""
        return self.history.at(self.now)

    def plant_of(self, day: date) -> Plant:
        """Return the plant in force at the end of a production day, or now while it runs.

        When the day ended is for the plant it began under to say: a later one may let days begin at another hour.
        """
        began_under = self.history.at(day_span(self.plant, day).start)
        return self.history.at(min(self.now, day_span(began_under, day).end - INSTANT))


class DayBook:
    """Sums by node and day; closed days are kept until `forget` hears of a change."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: dict[tuple[str, date], DaySums] = {}
        self._history: PlantHistory | None = None

    def forget(self, changes: Sequence[Changed]) -> tuple[date, date] | None:
        """Drop the days that changed; returns the first and the last of them, None where there is none."""
        if not changes:
            return None
        first = min(change.first for change in changes).date() - 2 * _DAY
        last = max(change.last for change in changes).date() + 2 * _DAY
        self._kept = {key: sums for key, sums in self._kept.items() if not first <= key[1] <= last}
        return first, last

    def use(self, history: PlantHistory) -> bool:
        """Take up a history; another one than before drops all that was kept, and is told by True."""
        if history is self._history:
            return False
        self._kept.clear()
        self._history = history
        return True

    def of(self, nodes: Sequence[str], first: date, last: date, moment: Moment) -> dict[tuple[str, date], DaySums]:
        """Return the sums of each node and day, both days inclusive, in one question to the store."""
        if moment.known_at is not None:
            return self._known(nodes, first, last, moment)
        today = min((_today(moment, node) for node in nodes), default=last)
        closed = [first + _DAY * step for step in range((min(last, today - _DAY) - first).days + 1)]
        lacking = [day for day in closed if any((node, day) not in self._kept for node in nodes)]
        found: dict[tuple[str, date], DaySums] = {}
        if lacking:
            found |= self._built(self._reader.day_totals(nodes, lacking[0], lacking[-1]), nodes, moment)
        if today <= last:
            found |= self._present(nodes, max(first, today), last, moment)
        if self._reader.settled():
            self._keep(nodes, lacking, found)
        kept = {(node, day): self._kept[node, day] for node in nodes for day in closed if (node, day) in self._kept}
        return kept | found

    def _present(
        self, nodes: Sequence[str], first: date, last: date, moment: Moment
    ) -> dict[tuple[str, date], DaySums]:
        """Return the days that are not over yet; a moment that is past does not know the rest of its day."""
        if self._reader.heard_after(moment.now):
            return self._known(nodes, first, last, moment)
        return self._built(self._reader.day_totals(nodes, first, last), nodes, moment)

    def rows(self, nodes: Sequence[str], day: date, moment: Moment) -> tuple[DayTotal, ...]:
        """Return the totals behind one day's sums, by every dimension; nothing is kept of them."""
        past = self._reader.heard_after(moment.now) and any(day >= _today(moment, node) for node in nodes)
        if moment.known_at is None and not past:
            return self._reader.day_totals(nodes, day, day)
        return self._totals(nodes, day, day, moment)

    def keeps(self, node: str, day: date) -> bool:
        """Tell whether the sums of a node's day are kept."""
        return (node, day) in self._kept

    def _keep(self, nodes: Sequence[str], days: Sequence[date], found: Mapping[tuple[str, date], DaySums]) -> None:
        for node in nodes:
            for day in days:
                self._kept[node, day] = found.get((node, day), EMPTY)

    def _known(self, nodes: Sequence[str], first: date, last: date, moment: Moment) -> dict[tuple[str, date], DaySums]:
        return self._built(self._totals(nodes, first, last, moment), nodes, moment)

    def _built(
        self, totals: Sequence[DayTotal], nodes: Sequence[str], moment: Moment
    ) -> dict[tuple[str, date], DaySums]:
        """Return the sums of some nodes' days, each with what it lacks."""
        if not totals:
            return {}
        days = (min(total.day for total in totals), max(total.day for total in totals))
        lacks = lacking_of(self._reader, nodes, days, moment.plant_of, now=moment.now, known_at=moment.known_at)
        return _built(totals, lacks, moment)

    def _totals(self, nodes: Sequence[str], first: date, last: date, moment: Moment) -> tuple[DayTotal, ...]:
        """Return the totals of what had happened by the moment, as far as the page knows."""
        return self._reader.known_day_totals(
            moment.history, nodes, first, last, at=moment.now, known_at=moment.known_at
        )


def rolled(parts: Sequence[DaySums], wanted: Iterable[str], plant_measures: Mapping[str, Measure]) -> Sums:
    """Return the sums of several nodes, each measure by its own rule: added, or their mean."""
    sums: dict[str, Fraction | None] = {}
    for measure in wanted:
        known = [(part, value) for part in parts if (value := part.whole.get(measure)) is not None]
        if not known:
            sums[measure] = None
            continue
        how = plant_measures.get(measure)
        if how is None or how.over_nodes is OverNodes.SUM:
            sums[measure] = Fraction(_total(value for _, value in known))
            continue
        weights = [part.observations.get(measure, 1) for part, _ in known]
        weighed = (value * weight for (_, value), weight in zip(known, weights, strict=True))
        sums[measure] = sum(weighed, Fraction(0)) / sum(weights)
    return sums


def _total(values: Iterable[Fraction]) -> Fraction | int:
    """Return an exact sum; whole numbers, which most are, add up fastest as such."""
    return sum([value.numerator if value.denominator == 1 else value for value in values])


def _today(moment: Moment, node: str) -> date:
    plant = moment.plant
    is_line = any(line.id == node for line in plant.lines)
    return production_day(plant, moment.now, node if is_line else None)


def _built(
    totals: Iterable[DayTotal], lacks: Mapping[tuple[str, date], Lacking], moment: Moment
) -> dict[tuple[str, date], DaySums]:
    by_day: dict[tuple[str, date], list[DayTotal]] = defaultdict(list)
    for total in totals:
        by_day[total.node, total.day].append(total)
    rules: dict[date, Rules] = {}
    found: dict[tuple[str, date], DaySums] = {}
    for (node, day), rows in by_day.items():
        if day not in rules:
            rules[day] = rules_of(moment.plant_of(day))
        found[node, day] = _day(rows, rules[day], lacks.get((node, day), {}), moment.now)
    return found


def _day(rows: Sequence[DayTotal], rules: Rules, lacks: Lacking, now: datetime) -> DaySums:
    """Return one node's day of its totals."""
    shifts: dict[str | None, dict[str, Fraction]] = {}
    if rules.split:
        for shift in dict.fromkeys(row.shift for row in rows):
            part = [row for row in rows if row.shift == shift]
            shifts[shift] = with_derived(summed(part, rules.kinds)[0], part, rules, now, shift=shift)
    whole, observations = summed(rows, rules.kinds)
    lacking_in = {shift: _with_what_follows(names) for shift, names in lacks.items()}
    return DaySums(
        whole=with_derived(whole, rows, rules, now),
        shifts=shifts,
        observations=observations,
        reasons=_reasons(rows, rules.kinds),
        lacking=frozenset[str]().union(*lacking_in.values()),
        lacking_in=lacking_in,
    )


def _with_what_follows(lacking: frozenset[str]) -> frozenset[str]:
    """Return measures that lack a part, with those that are worked out from counts where a count is one of them."""
    return lacking if lacking.isdisjoint(PRODUCED) else lacking | DERIVED_MEASURES


def _reasons(rows: Sequence[DayTotal], kinds: Mapping[str, MeasureKind]) -> dict[str, dict[str | None, Fraction]]:
    """Return the sums by reason of the measures for which a reason was given."""
    given = {row.measure for row in rows if row.reason is not None and kinds.get(row.measure) not in _UNSHARED}
    if not given:
        return {}
    found: dict[str, dict[str | None, Fraction | int]] = {measure: {} for measure in given}
    for row in rows:
        if row.measure in given:
            sums = found[row.measure]
            sums[row.reason] = sums.get(row.reason, 0) + row.value
    return {measure: {reason: Fraction(value) for reason, value in sums.items()} for measure, sums in found.items()}


def summed(rows: Sequence[DayTotal], kinds: Mapping[str, MeasureKind]) -> tuple[dict[str, Fraction], dict[str, int]]:
    """Return the sums of a node's rows by measure, each by its kind, and the observations behind means."""
    sums: dict[str, Fraction | int] = {}
    observations: dict[str, int] = {}
    levels: dict[tuple[str, str | None, str | None, str | None], DayTotal] = {}
    for row in rows:
        measure = row.measure
        kind = kinds.get(measure)
        if kind is MeasureKind.LEVEL:
            key = (measure, row.reason, row.product, row.order)
            before = levels.get(key)
            if before is None or (row.latest or EARLIEST) >= (before.latest or EARLIEST):
                levels[key] = row
            continue
        sums[measure] = sums.get(measure, 0) + row.value
        if kind is MeasureKind.SAMPLE:
            observations[measure] = observations.get(measure, 0) + row.observations
    for row in levels.values():
        sums[row.measure] = sums.get(row.measure, 0) + row.value
    exact = {measure: Fraction(value) for measure, value in sums.items()}
    for measure, weight in observations.items():
        exact[measure] /= weight
    return exact, observations
