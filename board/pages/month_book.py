"""What the KPIs of nodes read of each month; closed months are kept until something about them changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from board.kpi.fiscal import last_day, next_month
from board.pages.day_book import INSTANT, DayBook, DaySums, Moment
from board.pages.letter_book import Asked, LetterBook
from board.pages.month_quick import QuickMonths
from board.pages.month_sums import KpiMonth, Measures, kpis_of, measures_of
from board.pages.rule import Rules
from board.plant.calendar import day_span, works_on
from board.plant.history import PlantHistory
from board.plant.plant import Plant
from board.plant.span import Span
from board.store.intake import Changed
from board.store.reader import Reader

MONTHS_KEPT = 4_000  # of nodes: two years of more than a hundred lines
NodeMonth = Mapping[str, KpiMonth]  # by KPI
Days = list[tuple[date, DaySums]]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A closed month of a node, with the plants that made it so."""

    plants: tuple[Plant, ...]
    kpis: NodeMonth


class MonthBook:
    """Months of nodes from one reader; `forget` drops those that changed."""

    def __init__(self, reader: Reader, book: LetterBook) -> None:
        self._reader = reader
        self._book = book
        self._quick = QuickMonths(reader)
        self._kept: dict[tuple[str, date], _Kept] = {}
        self._due: dict[tuple[str, date], tuple[tuple[Plant, ...], int]] = {}
        self._running: dict[str, tuple[Days, Rules, NodeMonth]] = {}
        self._plants: dict[date, tuple[Plant, ...]] = {}
        self._history: PlantHistory | None = None

    def forget(self, changes: Sequence[Changed]) -> None:
        """Drop the months in which something changed."""
        if changes:
            first = (min(change.first for change in changes).date() - 2 * _DAY).replace(day=1)
            last = max(change.last for change in changes).date() + 2 * _DAY
            self._kept = {key: month for key, month in self._kept.items() if not first <= key[1] <= last}

    def of(self, months: Sequence[date], asked: Asked) -> dict[tuple[str, date], NodeMonth]:
        """Return what the KPIs read of each node in sight and month; months to come have nothing."""
        self._use(asked.sight.moment.history, asked.plant)
        found: dict[tuple[str, date], NodeMonth] = {}
        for month in months:
            if month > asked.today:
                continue
            for node, kpis in self._month(month, asked).items():
                found[node, month] = kpis
        return found

    def due(self, line: str, month: date, asked: Asked) -> int:
        """Return the days of a month on which a line works by the plant, bit 0 for the first; none before it began."""
        self._use(asked.sight.moment.history, asked.plant)
        days = self._worked(line, month, asked)
        begins = asked.sight.begins.get(line, date.min)
        if begins <= month:
            return days
        return 0 if begins > last_day(month) else days & -(1 << begins.day - 1)

    def _worked(self, line: str, month: date, asked: Asked) -> int:
        known = self._due.get((line, month))
        plants = self._plants_of(month, asked)
        if known is None or known[0] != plants:
            known = self._due[line, month] = (plants, _worked(line, month, plants, asked))
        return known[1]

    def _month(self, month: date, asked: Asked) -> dict[str, NodeMonth]:
        rules = asked.sight.rules(min(last_day(month), asked.today))
        if asked.today > last_day(month):
            return {node: self._over(node, month, rules, asked) for node in asked.nodes}
        self._book.see(asked, month, asked.today)
        return {node: self._running_month(node, month, rules, asked) for node in asked.nodes}

    def _running_month(self, node: str, month: date, rules: Rules, asked: Asked) -> NodeMonth:
        """Return the month that still runs, day by day; the one before, where nothing has changed since."""
        days = _days(node, month, asked.sums)
        kept = self._running.get(node)
        if kept is None or kept[0] != days or kept[1] is not rules:
            kept = self._running[node] = (days, rules, _of_days(days, rules))
        return kept[2]

    def _over(self, node: str, month: date, rules: Rules, asked: Asked) -> NodeMonth:
        """Return a month of a node that is over: kept, or from the database as it is known today, or as it was then."""
        moment = asked.sight.moment
        if moment.known_at is not None:
            around = Span(day_span(asked.plant, month).start, day_span(asked.plant, last_day(month)).end)
            if self._reader.changed_after(node, around, moment.known_at):
                return _of_days(self._single_days(node, month, moment), rules)
        kept = self._kept.get((node, month))
        if kept is None:
            kept = _Kept(self._plants_of(month, asked), self._closed(node, month, rules, asked))
            if self._reader.settled():
                self._keep(node, month, kept)
        return kept.kpis

    def _keep(self, node: str, month: date, made: _Kept) -> None:
        if len(self._kept) >= MONTHS_KEPT:
            del self._kept[next(iter(self._kept))]  # the oldest to have come
        self._kept[node, month] = made

    def _closed(self, node: str, month: date, rules: Rules, asked: Asked) -> NodeMonth:
        """Return a closed month of a node, as the database adds it up; days are looked at only where they differ."""
        moment = replace(asked.sight.moment, known_at=None)
        worked = self._worked(node, month, asked) if node in rules.lines else 0
        measures = self._quick.measures(node, month, rules, self._plants_of(month, asked), worked)
        if measures is None:
            return _of_days(self._single_days(node, month, moment), rules)

        def again(wanted: int) -> Measures:
            return _some_days(self._single_days(node, month, moment), rules, wanted)

        return kpis_of(measures, rules, again)

    def _single_days(self, node: str, month: date, moment: Moment) -> Days:
        return _days(node, month, DayBook(self._reader).of((node,), month, last_day(month), moment))

    def _use(self, history: PlantHistory, plant: Plant) -> None:
        """Take up another history: months keep what the same plants made of them."""
        if history is self._history:
            return
        self._history = history
        self._plants.clear()
        self._kept = {
            key: month for key, month in self._kept.items() if plants_of(key[1], history, plant) == month.plants
        }

    def _plants_of(self, month: date, asked: Asked) -> tuple[Plant, ...]:
        found = self._plants.get(month)
        if found is None:
            found = self._plants[month] = plants_of(month, asked.sight.moment.history, asked.plant)
        return found


def plants_of(month: date, history: PlantHistory, plant: Plant) -> tuple[Plant, ...]:
    """Return the plants that were in force within a month, in order of time; `plant` says when its days begin."""
    first, last = day_span(plant, month).start, day_span(plant, last_day(month)).end
    return history.at(first), *(turned for since, turned in history.turns if first < since < last)


def _worked(line: str, month: date, plants: Sequence[Plant], asked: Asked) -> int:
    """Return the days of a month that a line works, each by the plant of its end."""
    days = {id(plant): _planned(plant, line, month) for plant in plants}
    if len(days) == 1:
        return next(iter(days.values()))
    found = 0
    for step in range((next_month(month) - month).days):
        end = day_span(asked.plant, month + step * _DAY).end - INSTANT
        found |= days[id(asked.sight.moment.history.at(end))] & 1 << step
    return found


def _planned(plant: Plant, line: str, month: date) -> int:
    """Return the days of a month that a plant gives a line a shift; only changed days need the whole calendar."""
    if all(one.id != line for one in plant.lines):
        return 0
    weekdays = frozenset[int]().union(*(shift.days for shift in plant.shifts if not shift.lines or line in shift.lines))
    offs = tuple((off.first, off.last) for off in plant.days_off if not off.lines or line in off.lines)
    found = _usual(month, weekdays, offs)
    for day in {change.day for change in plant.shift_changes if change.line == line}:
        if day.replace(day=1) == month:
            bit = 1 << day.day - 1
            found = found | bit if works_on(plant, line, day) else found & ~bit
    return found


@lru_cache(maxsize=1024)
def _usual(month: date, weekdays: frozenset[int], offs: tuple[tuple[date, date], ...]) -> int:
    """Return the days of a month on those weekdays that are none of the days off."""
    found = 0
    for step in range((next_month(month) - month).days):
        day = month + step * _DAY
        if day.weekday() in weekdays and not any(first <= day <= last for first, last in offs):
            found |= 1 << step
    return found


def _days(node: str, month: date, sums: Mapping[tuple[str, date], DaySums]) -> Days:
    """Return the days of a node's month of which anything is known, in order of time."""
    days = (month + step * _DAY for step in range((next_month(month) - month).days))
    return [(day, found) for day in days if (found := sums.get((node, day))) is not None and found.whole]


def _of_days(days: Days, rules: Rules) -> NodeMonth:
    return kpis_of(measures_of(days, rules), rules, lambda wanted: _some_days(days, rules, wanted))


def _some_days(days: Days, rules: Rules, wanted: int) -> Measures:
    return measures_of([(day, sums) for day, sums in days if wanted >> day.day - 1 & 1], rules)
