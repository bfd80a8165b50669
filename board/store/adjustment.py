"""The changes of the plan that the journal holds, with the names that are kept apart from it."""

from collections.abc import Iterable
from datetime import datetime

import apsw

from board.journal.adjusted import known_by
from board.journal.adjustment import Adjusted, adjustment_of
from board.journal.clock import instant
from board.store.ledger import COLUMNS, to_entry

_COLUMNS = ", ".join(f"e.{name}" for name in COLUMNS.split(", "))
_ALL = (
    f"SELECT {_COLUMNS}, u.wall, p.name FROM adjustment AS a JOIN entry AS e ON e.number = a.number "
    "LEFT JOIN entry AS u ON u.number = a.undone LEFT JOIN person_name AS p ON p.entry = e.id ORDER BY a.number"
)
_STATE = (
    "SELECT count(*), coalesce(max(number), 0), coalesce(max(undone), 0), (SELECT count(*) FROM person_name) "
    "FROM adjustment"
)
_ENTRY_WIDTH = len(COLUMNS.split(", "))


class Adjustments:
    """Reads the changes on one connection; what did not change since is the identical value again."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._state: object = None
        self._kept: tuple[Adjusted, ...] = ()

    def read(self) -> tuple[Adjusted, ...]:
        """Return all changes in the order in which they were made."""
        state = self._connection.execute(_STATE).fetchone()
        if state != self._state:
            self._kept = tuple(self._fresh())
            self._state = state
        return self._kept

    def forget(self) -> None:
        """Forget what was read, as when a transaction did not come to its end."""
        self._state = None

    def _fresh(self) -> Iterable[Adjusted]:
        before = {each.number: each for each in self._kept}
        for row in self._connection.execute(_ALL):
            entry = to_entry(row[:_ENTRY_WIDTH])
            said = adjustment_of(entry, row[_ENTRY_WIDTH + 1] or "")
            if said is None:
                continue
            undone = row[_ENTRY_WIDTH]
            fresh = Adjusted(
                entry=entry.id,
                number=entry.number,
                at=entry.wall,
                node=entry.node,
                said=said,
                actor=entry.actor,
                undone_at=None if undone is None else instant(undone),
            )
            known = before.get(entry.number)
            yield fresh if known is None or known != fresh else known


def as_known(adjustments: tuple[Adjusted, ...], known_at: datetime | None) -> tuple[Adjusted, ...]:
    """Return the changes as they stood at a moment; all of them without one."""
    return adjustments if known_at is None else tuple(known_by(adjustments, known_at))


def write_name(connection: apsw.Connection, entry: str, person: str, name: str) -> None:
    """Keep the name that an entry gives somebody, within the transaction of the entry."""
    connection.execute("INSERT OR REPLACE INTO person_name VALUES (?, ?, ?)", (entry, person, name))


def erase_name(connection: apsw.Connection, person: str) -> bool:
    """Erase every name of somebody, within a transaction; tells whether there was one."""
    connection.execute("DELETE FROM person_name WHERE person = ?", (person,))
    return connection.changes() > 0
