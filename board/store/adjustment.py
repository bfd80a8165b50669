"""The changes of the plan that the journal holds, with the names that are kept apart from it."""

from collections.abc import Iterator
from datetime import datetime

import apsw

from board.journal.adjusted import known_by
from board.journal.adjustment import Adjusted, adjustment_of
from board.journal.clock import instant
from board.store.ledger import COLUMNS, to_entry
from board.store.migrate import has_table

_COLUMNS = ", ".join(f"e.{name}" for name in COLUMNS.split(", "))
_ALL = (
    f"SELECT {_COLUMNS}, u.wall, p.name FROM adjustment AS a JOIN entry AS e ON e.number = a.number "
    "LEFT JOIN entry AS u ON u.number = a.undone LEFT JOIN person_name AS p ON p.entry = e.id "
    "WHERE a.number > ?1 OR a.undone > ?1 ORDER BY a.number"
)
_STATE = (
    "SELECT coalesce(max(max(number), max(undone)), 0), "
    "(SELECT coalesce(sum(value), 0) FROM meta WHERE name = 'names_erased') FROM adjustment"
)
_ERASED = (
    "INSERT INTO meta VALUES ('names_erased', '1') "
    "ON CONFLICT DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)"
)
_ENTRY_WIDTH = len(COLUMNS.split(", "))


class Adjustments:
    """Reads the changes on one connection; what did not change since is the identical value again."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._known = False  # whether the database has the table; one of an earlier form gets it from the writer
        self._upto, self._erased = 0, 0
        self._by_number: dict[int, Adjusted] = {}
        self._kept: tuple[Adjusted, ...] = ()

    def read(self) -> tuple[Adjusted, ...]:
        """Return all changes in the order in which they were made."""
        self._known = self._known or has_table(self._connection, "adjustment")
        if not self._known:
            return ()
        state = self._connection.execute(_STATE).fetchone()
        upto, erased = (0, 0) if state is None else (int(state[0]), int(state[1]))
        if erased != self._erased:
            self.forget()
        if upto != self._upto:
            self._by_number |= {each.number: each for each in self._since(self._upto)}
            self._kept = tuple(each for _, each in sorted(self._by_number.items()))
        self._upto, self._erased = upto, erased
        return self._kept

    def forget(self, after: int = -1) -> None:
        """Forget what was read, if any of it came after an entry: as when a transaction did not come to its end."""
        if self._upto > after:
            self._upto, self._by_number, self._kept = 0, {}, ()

    def _since(self, number: int) -> Iterator[Adjusted]:
        """Yield the changes that were made or taken back by entries after a number."""
        for row in self._connection.execute(_ALL, (number,)):
            entry = to_entry(row[:_ENTRY_WIDTH])
            said = adjustment_of(entry, row[_ENTRY_WIDTH + 1] or "")
            if said is not None:
                undone = row[_ENTRY_WIDTH]
                yield Adjusted(
                    entry=entry.id,
                    number=entry.number,
                    at=entry.wall,
                    node=entry.node,
                    said=said,
                    actor=entry.actor,
                    undone_at=None if undone is None else instant(undone),
                )


def as_known(adjustments: tuple[Adjusted, ...], known_at: datetime | None) -> tuple[Adjusted, ...]:
    """Return the changes as they stood at a moment; all of them without one."""
    return adjustments if known_at is None else tuple(known_by(adjustments, known_at))


def write_name(connection: apsw.Connection, entry: str, person: str, name: str) -> None:
    """Keep the name that an entry gives somebody, within the transaction of the entry."""
    connection.execute("INSERT OR REPLACE INTO person_name VALUES (?, ?, ?)", (entry, person, name))


def erase_name(connection: apsw.Connection, person: str) -> bool:
    """Erase every name of somebody, within a transaction; tells whether there was one."""
    connection.execute("DELETE FROM person_name WHERE person = ?", (person,))
    found = connection.changes() > 0
    if found:
        connection.execute(_ERASED)
    return found
