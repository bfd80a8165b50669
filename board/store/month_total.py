"""Keeps months that are over added up, so that a chart of years need not look at their days."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any

import apsw

from board.kpi.fiscal import last_day
from board.store.month import added_up
from board.store.number import to_stored

MONTHS_AT_ONCE = 25  # of nodes, in one settling transaction
SETTLED_AFTER = timedelta(days=3)  # from its end on a month is added up: late figures have come by then
_DUE = "SELECT node, month FROM month_due WHERE month < ? LIMIT ?"
_PUT = "INSERT INTO month_total VALUES (?, ?, ?, ?, ?, ?, ?)"
_DROP = "DELETE FROM month_total WHERE node = ? AND month = ?"
Row = tuple[int, int, int, int, int | str | None, int, int]


class Months:
    """Writes month totals within the caller's transactions."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def touch(self, days: Iterable[tuple[int, int]]) -> None:
        """Note that the totals of some days of nodes have changed: their months are to be added up again."""
        for node, month in {(node, month_of(day)) for node, day in days}:
            self._connection.execute("INSERT OR IGNORE INTO month_due VALUES (?, ?)", (node, month))
            if self._connection.changes():
                self._connection.execute(_DROP, (node, month))

    def settle(self, now: date, levels: Collection[int]) -> bool:
        """Add some months up that are over and have changed; tells whether more are left."""
        before = month_of((now - SETTLED_AFTER).toordinal())
        due: list[tuple[Any, ...]] = self._connection.execute(_DUE, (before, MONTHS_AT_ONCE + 1)).fetchall()
        for node, month in due[:MONTHS_AT_ONCE]:
            self._connection.executemany(_PUT, month_rows(self._connection, node, month, levels))
            self._connection.execute("DELETE FROM month_due WHERE node = ? AND month = ?", (node, month))
        return len(due) > MONTHS_AT_ONCE


def month_rows(connection: apsw.Connection, node: int, month: int, levels: Collection[int]) -> list[Row]:
    """Return a node's month as it is to lie in its table, by measure."""
    found = added_up(connection, (node, month, last_day(date.fromordinal(month)).toordinal()), levels)
    return sorted(
        (node, month, measure, total.days, to_stored(Fraction(total.value)), total.observations, int(measure in levels))
        for measure, total in found.items()
    )


@lru_cache(maxsize=8192)
def month_of(day: int) -> int:
    """Return the first day of a day's month, both as ordinals."""
    return date.fromordinal(day).replace(day=1).toordinal()
