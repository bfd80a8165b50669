"""Keeps exact sums by node, production day, shift and dimension, so that years open as fast as a day."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from hashlib import sha256
from typing import Any, Protocol

import apsw

from board.journal.clean import EARLIEST
from board.journal.clock import microseconds
from board.plant.history import PlantHistory
from board.plant.plant import MeasureKind, Plant
from board.store.intake import Taken
from board.store.month_total import Months
from board.store.number import exact, to_stored
from board.store.row import COLUMNS, REACHES, Row
from board.store.seal import DAY_TOTAL, Seals
from board.store.slot import DAY_US, Slots, fingerprint, same_times, unsummed
from board.store.term import Terms

Key = tuple[int, int, int, int, int, int, int]  # node, day, shift, measure, reason, product, job
_MATCH = "node = ? AND day = ? AND shift = ? AND measure = ? AND reason = ? AND product = ? AND job = ?"
_GET = f'SELECT value, "rows", observations, latest FROM day_total WHERE {_MATCH}'
_PUT = "INSERT OR REPLACE INTO day_total VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_DROP = f"DELETE FROM day_total WHERE {_MATCH}"
_STARTING = f"SELECT {COLUMNS} FROM reading WHERE node = ? AND start >= ? AND start < ?"
_REACHING = f'SELECT {COLUMNS} FROM reading WHERE node = ? AND reach = ? AND start >= ? AND start < ? AND "end" > ?'
_WIDEN = (
    "INSERT INTO unsettled VALUES (?, ?, ?) "
    "ON CONFLICT DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)"
)
_MARKS_KEPT = 20_000
ROWS_AT_ONCE = 2_000  # readings that one settling transaction looks at, about


@dataclass(slots=True)
class Sum:
    """What adds up under one key; a level holds its last value and when that was."""

    value: Fraction | int = 0
    rows: int = 0
    observations: int = 0
    latest: int = 0

    def add(self, value: Fraction | int, rows: int, observations: int) -> None:
        """Add to the sum."""
        self.value += value
        self.rows += rows
        self.observations += observations

    def row(self, key: Key) -> tuple[int | str | None, ...]:
        """Return the sum as it lies in its table."""
        return (*key, to_stored(Fraction(self.value)), self.rows, self.observations, self.latest)


class Level:
    """The last of the levels seen so far, and how many there were."""

    def __init__(self) -> None:
        self._last: Row | None = None
        self._rows = 0

    def see(self, row: Row) -> None:
        """Look at one more row, in any order."""
        if row.value is not None:
            self._rows += 1
            self._last = row if self._last is None else max(self._last, row, key=_recency)

    @property
    def sum(self) -> Sum:
        """Return the last level as it is kept."""
        last = self._last
        return Sum() if last is None else Sum(exact(last.value or 0), self._rows, last.observations, last.end)


def _recency(row: Row) -> tuple[int, int, str]:
    return row.end, row.start, row.key


class Words(Protocol):
    """What numbers the texts of sums."""

    def keep(self, text: str | None) -> int:
        """Return the number of a text."""
        ...

    def word(self, number: int) -> str:
        """Return the text of a number, the empty text for none."""
        ...


class Summing:
    """Shares readings out over the days and shifts of a plant's history."""

    def __init__(self, slots: Slots, terms: Words) -> None:
        self._slots = slots
        self._terms = terms

    def kind(self, row: Row) -> MeasureKind:
        """Return how a row's measure adds up."""
        return self._slots.kind(self._terms.word(row.measure))

    def shares(self, row: Row) -> list[tuple[Key, Fraction | int]]:
        """Return the keys that a row's value falls to, with its share of each; a level falls whole to its start.

        CorruptError for a row that lasts longer than any that was taken in: it would fall to millions of days.
        """
        if row.end - row.start > REACHES[-1]:
            raise apsw.CorruptError(f"reading {row.key} lasts longer than a reading may")
        node = self._terms.word(row.node)
        slot = self._slots.at(node, row.start)
        if row.end <= slot.last or self.kind(row) is MeasureKind.LEVEL:
            return [(self._key(row, slot.day, slot.shift), 1)]
        slots = self._slots.over(node, row.start, row.end)
        bounds = [(max(one.first, row.start), min(one.last, row.end)) for one in slots]
        worked = [
            sum(max(0, min(end, last) - max(start, first)) for start, end in self._slots.working(node, one))
            for one, (first, last) in zip(slots, bounds, strict=True)
        ]
        parts = worked if any(worked) else [last - first for first, last in bounds]
        whole = sum(parts)
        return [
            (self._key(row, one.day, one.shift), Fraction(part, whole))
            for one, part in zip(slots, parts, strict=True)
            if part
        ]

    def _key(self, row: Row, day: int, shift: str | None) -> Key:
        return row.node, day, self._terms.keep(shift), row.measure, row.reason, row.product, row.job

    def sums(self, rows: Iterable[Row], times: int, into: dict[Key, Sum]) -> set[Key]:
        """Add rows (or take them away, with -1) into sums; returns the keys of levels, which do not add up."""
        levels: set[Key] = set()
        for row in rows:
            stored = row.value
            if stored is None:
                continue
            value = stored if isinstance(stored, int) else exact(stored)
            kind = self.kind(row)
            for key, share in self.shares(row):
                if kind is MeasureKind.LEVEL:
                    levels.add(key)
                    continue
                weight = row.observations if kind is MeasureKind.SAMPLE else 1
                into[key].add(value * share * weight * times, times, row.observations * times)
        return levels

    def fresh(self, rows: Iterable[Row]) -> dict[Key, Sum]:
        """Return the sums of rows, levels included, from nothing."""
        sums: dict[Key, Sum] = defaultdict(Sum)
        levels: dict[Key, Level] = defaultdict(Level)
        for row in rows:
            if row.value is not None and self.kind(row) is MeasureKind.LEVEL:
                levels[self.shares(row)[0][0]].see(row)
            else:
                self.sums((row,), 1, sums)
        return dict(sums) | {key: level.sum for key, level in levels.items()}


class Totals:
    """Writes day totals within the caller's transactions; without a plant it remembers what is to be made later."""

    def __init__(self, connection: apsw.Connection, terms: Terms) -> None:
        self._connection = connection
        self._terms = terms
        self._months = Months(connection)
        self._slots: Slots | None = None

    def adopt(self, slots: Slots) -> None:
        """Use this calendar from now on; within a transaction, days that it moves are marked to be made anew."""
        stored = self._connection.execute("SELECT value FROM meta WHERE name = 'calendar'").fetchone()
        before = [] if stored is None else [(int(since), str(print_)) for since, print_ in json.loads(stored[0])]
        after = calendar_of(slots.history)
        since = _parting(before, after)
        if since is not None:
            self._mark_since(since)
        if before != after:
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('calendar', ?)", (json.dumps(after),))
        self._slots = slots

    @property
    def slots(self) -> Slots | None:
        """Return the calendar in use."""
        return self._slots

    def use(self, slots: Slots | None) -> None:
        """Use a calendar that was adopted before, on a connection opened anew."""
        self._slots = slots

    def _mark_since(self, since: int) -> None:
        ends = "SELECT min(start), max(start) FROM reading WHERE node = ?"
        nodes: list[Any] = self._connection.execute("SELECT DISTINCT node FROM seal WHERE kind = 0").fetchall()
        for (node,) in nodes:
            first, last = self._connection.execute(ends, (node,)).fetchone() or (None, None)
            if isinstance(first, int) and isinstance(last, int):
                start = max(first, self._earliest_over(node, since)) - 2 * DAY_US
                end = last + self._longest(node) + 2 * DAY_US
                if start < end:
                    self._connection.execute(_WIDEN, (node, start, end))

    def _earliest_over(self, node: int, since: int) -> int:
        """Return the start of the earliest reading that lasts beyond an instant; its shares of all days may change."""
        starts = [since]
        for reach, longest in enumerate(REACHES[1:], start=1):
            row = self._connection.execute(_REACHING, (node, reach, since - longest, since, since)).fetchone()
            starts += [] if row is None else [Row(*row).start]
        return min(starts)

    def _longest(self, node: int) -> int:
        """Return how long the longest reading of a node may be."""
        for reach in range(len(REACHES) - 1, 0, -1):
            some = "SELECT 1 FROM reading WHERE node = ? AND reach = ? LIMIT 1"
            if self._connection.execute(some, (node, reach)).fetchone() is not None:
                return REACHES[reach]
        return 0

    def follow(self, taken: Taken) -> None:
        """Bring the totals in step with changed readings."""
        if self._slots is None:
            self._connection.executemany(
                _WIDEN,
                [(node, first - 2 * DAY_US, last + 2 * DAY_US) for node, (first, last) in taken.stretches.items()],
            )
            return
        summing, seals = Summing(self._slots, self._terms), Seals()
        changes: dict[Key, Sum] = defaultdict(Sum)
        levels = summing.sums(taken.added, 1, changes) | summing.sums(taken.removed, -1, changes)
        for key, change in changes.items():
            self._add(key, change, seals)
        for key in levels:
            self._put(key, self._level(summing, key), self._standing(key), seals)
        seals.write(self._connection)
        self._months.touch(seals.days())

    def _level(self, summing: Summing, key: Key) -> Sum:
        level = Level()
        for row in self.of_day(key[0], key[1]):
            if row.measure == key[3] and summing.shares(row)[0][0] == key:
                level.see(row)
        return level.sum

    def _standing(self, key: Key) -> tuple[Any, ...] | None:
        row = self._connection.execute(_GET, key).fetchone()
        return None if row is None else (*key, *row)

    def _add(self, key: Key, change: Sum, seals: Seals) -> None:
        old = self._standing(key)
        if old is not None:
            change.add(old[7] if isinstance(old[7], int) else exact(old[7]), old[8], old[9])
        self._put(key, change, old, seals)

    def _put(self, key: Key, total: Sum, old: tuple[Any, ...] | None, seals: Seals) -> None:
        if old is not None:
            seals.add(DAY_TOTAL, old, -1)
        if total.rows == 0:
            self._connection.execute(_DROP, key)
        else:
            row = total.row(key)
            self._connection.execute(_PUT, row)
            seals.add(DAY_TOTAL, row)

    def of_day(self, node: int, day: int) -> list[Row]:
        """Return the readings that meet a production day."""
        if self._slots is None:
            return []
        slots = self._slots.of_day(self._terms.word(node), day)
        if not slots:
            return []
        first, last = slots[0].first, slots[-1].last
        found = [Row(*row) for row in self._connection.execute(_STARTING, (node, first, last))]
        for reach, longest in enumerate(REACHES[1:], start=1):
            rows = self._connection.execute(_REACHING, (node, reach, first - longest, first, first))
            found += [Row(*row) for row in rows]
        return found

    def settle(self) -> bool:
        """Make some marked days anew within the caller's transaction; tells whether more are left."""
        marked = self._connection.execute("SELECT node, first, last FROM unsettled LIMIT 1").fetchone()
        if marked is None or self._slots is None:
            return False
        node, first, last = marked
        name, seen = self._terms.word(node), 0
        while first < last and seen < ROWS_AT_ONCE:
            slot = self._slots.at(name, first)
            seen += self._remake(node, slot.day) + 100
            first = max(slot.last, *(one.last for one in self._slots.of_day(name, slot.day)))
        if first >= last:
            self._connection.execute("DELETE FROM unsettled WHERE node = ?", (node,))
        else:
            self._connection.execute("UPDATE unsettled SET first = ? WHERE node = ?", (first, node))
        return self._connection.execute("SELECT 1 FROM unsettled").fetchone() is not None

    def settle_months(self, now: datetime) -> bool:
        """Add some months up within the caller's transaction, once all days are made; tells whether more are left."""
        if self._slots is None:
            return False
        return self._months.settle(now.date(), level_numbers(self._slots.history, self._terms))

    def _remake(self, node: int, day: int) -> int:
        if self._slots is None:
            return 0
        rows = self.of_day(node, day)
        self._connection.execute("DELETE FROM day_total WHERE node = ? AND day = ?", (node, day))
        self._connection.execute("DELETE FROM seal WHERE kind = ? AND node = ? AND day = ?", (DAY_TOTAL, node, day))
        seals = Seals()
        for key, total in Summing(self._slots, self._terms).fresh(rows).items():
            if key[1] == day and total.rows:
                self._put(key, total, None, seals)
        seals.write(self._connection)
        self._months.touch([(node, day)])
        return len(rows)


def level_numbers(history: PlantHistory, terms: Terms) -> frozenset[int]:
    """Return the numbers of the measures of which the last value stands."""
    levels = (measure.id for measure in history.latest.measures if measure.kind is MeasureKind.LEVEL)
    return frozenset(number for name in levels if (number := terms.find(name)) is not None)


def calendar_text(history: PlantHistory) -> str:
    """Return a history's calendar as it is kept; equal texts give equal totals."""
    return json.dumps(calendar_of(history))


def calendar_of(history: PlantHistory) -> list[tuple[int, str]]:
    """Return the prints of the plants in force, one after another, each with its start."""
    found: list[tuple[int, str]] = []
    kinds = unsummed(history.latest)
    before: Plant | None = None
    for since, plant in ((EARLIEST, history.at(EARLIEST)), *history.turns):
        if since < EARLIEST or (before is not None and same_times(before, plant)):
            continue
        before = plant
        mark = _mark(plant, kinds)
        if not found or found[-1][1] != mark:
            found.append((microseconds(since), mark))
    return found


_marks: dict[tuple[int, str], tuple[Plant, str]] = {}  # by identity of the plant, which is kept alive here


def _mark(plant: Plant, kinds: str) -> str:
    """Return what tells the calendar of a plant from others, worked out once."""
    known = _marks.get((id(plant), kinds))
    if known is None:
        if len(_marks) >= _MARKS_KEPT:
            _marks.clear()
        found = sha256((fingerprint(plant) + kinds).encode()).hexdigest()[:16]
        known = _marks[id(plant), kinds] = (plant, found)
    return known[1]


def _parting(before: list[tuple[int, str]], after: list[tuple[int, str]]) -> int | None:
    """Return from when on two calendars differ, or None."""
    if not before:
        return microseconds(EARLIEST)
    for old, new in zip(before, after, strict=False):
        if old != new:
            return min(old[0], new[0])
    longer = before if len(before) > len(after) else after
    shorter = min(len(before), len(after))
    return longer[shorter][0] if len(longer) > shorter else None
