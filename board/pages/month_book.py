"""What the KPIs of nodes read of each month; closed months are kept until something about them changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from board.kpi.fiscal import last_day, next_month
from board.pages.day_book import INSTANT, DayBook, DaySums
from board.pages.letter_book import Asked, LetterBook
from board.pages.month_quick import QuickMonths
from board.pages.month_sums import KpiMonth, Measures, kpis_of, measures_of
from board.pages.rule import Rules
from board.plant.calendar import day_span, works_on
from board.plant.history import PlantHistory
from board.plant.plant import Plant
from board.store.intake import Changed
from board.store.reader import Reader

NodeMonth = Mapping[str, KpiMonth]  # by KPI
_DAY = timedelta(days=1)
_NOTHING: NodeMonth = {}


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
        self._running: dict[str, tuple[list[tuple[date, DaySums]], Rules, NodeMonth]] = {}
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
        known = self._due.get((line, month))
        plants = self._plants_of(month, asked)
        if known is None or known[0] != plants:
            known = self._due[line, month] = (plants, _worked(line, month, plants, asked))
        begins = asked.sight.begins.get(line, date.min)
        if begins <= month:
            return known[1]
        return 0 if begins > last_day(month) else known[1] & -(1 << begins.day - 1)

    def _month(self, month: date, asked: Asked) -> dict[str, NodeMonth]:
        closed = asked.today > last_day(month)
        keep = closed and asked.sight.moment.known_at is None
        kept = {node: self._kept[node, month].kpis for node in asked.nodes if keep and (node, month) in self._kept}
        lacking = tuple(node for node in asked.nodes if node not in kept)
        if not lacking:
            return kept
        rules = asked.sight.rules(min(last_day(month), asked.today))
        if keep:
            made = {node: self._closed(node, month, rules, asked) for node in lacking}
        else:
            days = self._days(lacking, month, asked, closed=closed)
            made = {node: self._of_days(node, days[node], rules) for node in lacking}
        if keep and self._reader.settled():
            plants = self._plants_of(month, asked)
            self._kept |= {(node, month): _Kept(plants, kpis) for node, kpis in made.items()}
        return kept | made

    def _of_days(self, node: str, days: list[tuple[date, DaySums]], rules: Rules) -> NodeMonth:
        """Return a month day by day; the one before, where nothing has changed since."""
        kept = self._running.get(node)
        if kept is not None and kept[0] == days and kept[1] is rules:
            return kept[2]
        found = _node_month(days, rules)
        self._running[node] = (days, rules, found)
        return found

    def _closed(self, node: str, month: date, rules: Rules, asked: Asked) -> NodeMonth:
        """Return a closed month of a node, as the database adds it up; days are looked at only where they differ."""
        worked = self._due[node, month][1] if node in rules.lines and self.due(node, month, asked) else 0
        measures = self._quick.measures(node, month, rules, self._plants_of(month, asked), worked)
        if measures is None:
            return _node_month(self._days((node,), month, asked, closed=True)[node], rules)
        if not measures:
            return _NOTHING

        def again(wanted: int) -> Measures:
            days = self._days((node,), month, asked, closed=True)[node]
            return measures_of([(day, sums) for day, sums in days if wanted >> day.day - 1 & 1], rules)

        return kpis_of(measures, rules, again)

    def _days(
        self, nodes: Sequence[str], month: date, asked: Asked, *, closed: bool
    ) -> dict[str, list[tuple[date, DaySums]]]:
        """Return the days of some nodes in order of time; days of the running month are kept one by one."""
        last = min(last_day(month), asked.today)
        if closed:
            sums = DayBook(self._reader).of(nodes, month, last, asked.sight.moment)
        else:
            self._book.see(asked, month, last)
            sums = asked.sums
        found: dict[str, list[tuple[date, DaySums]]] = {node: [] for node in nodes}
        for (node, day), part in sums.items():
            if node in found and part.whole and month <= day <= last:
                found[node].append((day, part))
        for days in found.values():
            days.sort(key=lambda pair: pair[0])
        return found

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


def _node_month(days: Sequence[tuple[date, DaySums]], rules: Rules) -> NodeMonth:
    if not days:
        return _NOTHING

    def again(wanted: int) -> Measures:
        return measures_of([(day, sums) for day, sums in days if wanted >> day.day - 1 & 1], rules)

    return kpis_of(measures_of(days, rules), rules, again)
