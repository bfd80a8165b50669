"""Reads what people said of whole days: figures and deviations."""

import json
from collections.abc import Sequence
from datetime import date, datetime

import apsw

from board.journal.clock import instant, microseconds
from board.journal.day import DayEntry, Deviation
from board.store.migrate import has_table
from board.store.number import exact, from_stored

_OF_DAYS = (
    "FROM {} AS s LEFT JOIN entry AS u ON u.number = s.undone WHERE s.node IN (SELECT value FROM json_each(?)) "
    "AND s.day BETWEEN ? AND ? AND s.wall <= ? ORDER BY s.number"
)
_ENTRIES = f"SELECT s.id, s.node, s.day, s.measure, s.value, s.before, s.actor, s.wall, u.wall {_OF_DAYS}"
_DEVIATIONS = f"SELECT s.id, s.node, s.letter, s.day, s.reason, s.text, s.quantity, s.actor, s.wall, u.wall {_OF_DAYS}"
_EVER = 2**62


def _bound(nodes: Sequence[str], first: date, last: date, known: int) -> tuple[str | int, ...]:
    return json.dumps(list(nodes)), first.toordinal(), last.toordinal(), known


def day_entries(
    connection: apsw.Connection, nodes: Sequence[str], first: date, last: date, known_at: datetime | None
) -> tuple[DayEntry, ...]:
    """Return the figures typed for days, both inclusive, in the order of entry; `undone` as it was known."""
    if not has_table(connection, "day_entry"):
        return ()
    known = _EVER if known_at is None else microseconds(known_at)
    rows = connection.execute(_ENTRIES.format("day_entry"), _bound(nodes, first, last, known))
    return tuple(
        DayEntry(
            entry=row[0],
            node=row[1],
            day=date.fromordinal(row[2]),
            measure=row[3],
            value=exact(row[4]),
            before=from_stored(row[5]),
            actor=row[6],
            at=instant(row[7]),
            undone=row[8] is not None and row[8] <= known,
        )
        for row in rows
    )


def deviations(
    connection: apsw.Connection, nodes: Sequence[str], first: date, last: date, known_at: datetime | None
) -> tuple[Deviation, ...]:
    """Return the deviations of days, both inclusive, in the order of entry; those taken back are left out."""
    if not has_table(connection, "deviation"):
        return ()
    known = _EVER if known_at is None else microseconds(known_at)
    rows = connection.execute(_DEVIATIONS.format("deviation"), _bound(nodes, first, last, known))
    return tuple(
        Deviation(
            id=row[0],
            node=row[1],
            letter=row[2],
            day=date.fromordinal(row[3]),
            reason=row[4],
            text=row[5],
            quantity=from_stored(row[6]),
            actor=row[7],
            at=instant(row[8]),
        )
        for row in rows
        if row[9] is None or row[9] > known
    )
