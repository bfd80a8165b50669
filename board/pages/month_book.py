"""What the KPIs of nodes read of each month; closed months are kept until something about them changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from board.kpi.fiscal import last_day, next_month
from board.pages.day_book import INSTANT, DayBook
from board.pages.letter_book import Asked, LetterBook
from board.pages.month_days import Days, MonthDays, known_days
from board.pages.month_quick import QuickMonths, Wanted
from board.pages.month_sums import Measures, NodeMonth, joined, measures_of
from board.pages.rule import Rules
from board.plant.calendar import day_span, works_on
from board.plant.history import PlantHistory
from board.plant.plant import Plant
from board.plant.span import Span
from board.store.intake import Changed
from board.store.month import ALL
from board.store.reader import Reader

MONTHS_KEPT = 4_000  # of nodes: two years of more than a hundred lines
FAR = timedelta(days=60)  # a change of more than that is no reading: it may concern other nodes as well
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A closed month of a node, with the plants that made it so."""

    plants: tuple[Plant, ...]
    kpis: NodeMonth


@dataclass(frozen=True, slots=True)
class _Begun:
    """The days of a node's running month that are over, and the month with those that are not."""

    last: date
    days: MonthDays
    present: Days
    kpis: NodeMonth


class MonthBook:
    """Months of nodes from one reader; `forget` drops those that changed."""

    def __init__(self, reader: Reader, book: LetterBook) -> None:
        self._reader = reader
        self._book = book
        self._quick = QuickMonths(reader)
        self._kept: dict[tuple[str, date], _Kept] = {}
        self._due: dict[tuple[str, date], tuple[tuple[Plant, ...], int]] = {}
        self._begun: dict[str, _Begun] = {}
        self._plants: dict[date, tuple[Plant, ...]] = {}
        self._history: PlantHistory | None = None

    def forget(self, changes: Sequence[Changed]) -> None:
        """Drop the months in which something changed."""
        if not changes:
            return
        first = (min(change.first for change in changes).date() - 2 * _DAY).replace(day=1)
        last = max(change.last for change in changes).date() + 2 * _DAY
        self._kept = {key: month for key, month in self._kept.items() if not first <= key[1] <= last}
        if any(change.last - change.first > FAR for change in changes):
            self._begun.clear()
        for change in changes:
            self._begun.pop(change.node, None)

    def of(self, months: Sequence[date], asked: Asked) -> dict[tuple[str, date], NodeMonth]:
        """Return what the KPIs read of each node in sight and month; months to come have nothing."""
        self._use(asked.sight.moment.history, asked.plant)
        over = [month for month in months if last_day(month) < asked.today]
        found = self._over(over, asked) if over else {}
        for month in months:
            if month <= asked.today <= last_day(month):
                found |= {(node, month): kpis for node, kpis in self._running(month, asked).items()}
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

    def _running(self, month: date, asked: Asked) -> dict[str, NodeMonth]:
        """Return the month that still runs: the days that are over, and those that are not for some line."""
        rules = asked.sight.rules(asked.today)
        if asked.sight.moment.known_at is not None:
            self._book.see(asked, month, asked.today)
            found = {node: known_days(node, month, asked.sums) for node in asked.nodes}
            return {node: _of_days(days, rules) for node, days in found.items()}
        since = min((asked.sight.today(line) for line in asked.lines), default=asked.today)
        since = max(month, min(since, asked.today))
        self._book.see(asked, since, asked.today)
        plants = plants_of(month, asked.sight.moment.history, asked.plant, since - _DAY)
        wanted = [self._wanted(node, month, rules, plants, asked) for node in asked.nodes]
        return {one.node: self._running_month(one, since, asked) for one in wanted}

    def _running_month(self, wanted: Wanted, since: date, asked: Asked) -> NodeMonth:
        """Return the running month of a node; the one before, where nothing has changed since."""
        node, rules, last = wanted.node, wanted.rules, since - _DAY
        present = [(day, sums) for day, sums in known_days(node, wanted.month, asked.sums) if day >= since]
        before = self._begun.get(node)
        if before is not None and (before.last != last or not before.days.wanted.is_like(wanted)):
            before = None
        if before is not None and before.present == present:
            return before.kpis
        days = self._days_of(wanted, last, asked) if before is None else before.days
        until = (1 << last.day) - 1 if last >= wanted.month else 0

        def some(asked_for: int) -> Measures:
            return _with(days.measures(asked_for & until) if until else {}, present, asked_for, rules)

        kpis = NodeMonth(some(ALL), rules, some)
        if self._reader.settled():
            self._begun[node] = _Begun(last, days, present, kpis)
        return kpis

    def _over(self, months: Sequence[date], asked: Asked) -> dict[tuple[str, date], NodeMonth]:
        """Return months of the nodes that are over: kept, or from the database as it is known today, or was then."""
        lacking = [month for month in months if any((node, month) not in self._kept for node in asked.nodes)]
        levels = asked.sight.rules(asked.today).levels
        added_up = self._reader.kept_months(asked.nodes, lacking, levels)
        settled = self._reader.settled()
        found: dict[tuple[str, date], NodeMonth] = {}
        for month in months:
            rules = asked.sight.rules(last_day(month))
            for node in asked.nodes:
                past = self._as_known(node, month, rules, asked)
                kept = self._kept.get((node, month))
                if past is None and kept is None:
                    totals = added_up.get((node, month)) if rules.levels == levels else None
                    kept = self._closed(node, month, rules, totals, asked)
                    if settled:
                        self._keep(node, month, kept)
                if kept is not None:
                    found[node, month] = kept.kpis
                if past is not None:
                    found[node, month] = past
        return found

    def _as_known(self, node: str, month: date, rules: Rules, asked: Asked) -> NodeMonth | None:
        """Return a month as it was known at the page's moment, None where it is known the same today."""
        moment = asked.sight.moment
        if moment.known_at is None:
            return None
        around = Span(day_span(asked.plant, month).start, day_span(asked.plant, last_day(month)).end)
        if not self._reader.changed_after(node, around, moment.known_at):
            return None
        days = DayBook(self._reader).of((node,), month, last_day(month), moment)
        return _of_days(known_days(node, month, days), rules)

    def _keep(self, node: str, month: date, made: _Kept) -> None:
        if len(self._kept) >= MONTHS_KEPT:
            del self._kept[next(iter(self._kept))]  # the oldest to have come
        self._kept[node, month] = made

    def _closed(self, node: str, month: date, rules: Rules, totals: Measures | None, asked: Asked) -> _Kept:
        """Return a closed month of a node; `totals`: what the database had added up of it."""
        plants = self._plants_of(month, asked)
        wanted = self._wanted(node, month, rules, plants, asked)
        days = self._days_of(wanted, last_day(month), asked, totals)
        return _Kept(plants, NodeMonth(days.measures(), rules, days.measures))

    def _wanted(self, node: str, month: date, rules: Rules, plants: tuple[Plant, ...], asked: Asked) -> Wanted:
        worked = self._worked(node, month, asked) if node in rules.lines else 0
        return Wanted(node, month, rules, plants, worked)

    def _days_of(self, wanted: Wanted, last: date, asked: Asked, totals: Measures | None = None) -> MonthDays:
        moment = replace(asked.sight.moment, known_at=None)
        return MonthDays(reader=self._reader, quick=self._quick, wanted=wanted, moment=moment, last=last, kept=totals)

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


def plants_of(month: date, history: PlantHistory, plant: Plant, until: date | None = None) -> tuple[Plant, ...]:
    """Return the plants that were in force within a month, in order of time; `plant` says when its days begin.

    `until`: up to the end of that day only.
    """
    first, last = day_span(plant, month).start, day_span(plant, until or last_day(month)).end
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


def _of_days(days: Days, rules: Rules) -> NodeMonth:
    def some(wanted: int) -> Measures:
        return measures_of([(day, sums) for day, sums in days if wanted >> day.day - 1 & 1], rules)

    return NodeMonth(some(ALL), rules, some)


def _with(over: Measures, present: Days, wanted: int, rules: Rules) -> Measures:
    """Return the measures of days that are over together with those of some that are not."""
    seen = measures_of([(day, sums) for day, sums in present if wanted >> day.day - 1 & 1], rules)
    found = dict(over)
    for name, later in seen.items():
        before = found.get(name)
        found[name] = later if before is None else joined(before, later, rules.kinds.get(name))
    return found
