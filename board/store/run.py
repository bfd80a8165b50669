"""Planned runs as they lie in their table, and back."""

from datetime import datetime

import apsw

from board.journal.clock import instant, microseconds
from board.plant.plant import PlannedRun, RunKind
from board.plant.span import Span
from board.store.migrate import has_table
from board.store.number import from_stored
from board.store.row import REACHES
from board.store.seal import checksum
from board.store.term import Terms

COLUMNS = 'node, start, origin, kind, revision, "end", product, job, rate, quantity, crew, received, replaced'
_MEETING = (
    f"SELECT {COLUMNS} FROM run WHERE node = :node AND start > :early AND start < :last "
    'AND ("end" IS NULL OR ("end" > :first AND "end" > start)) AND '
)
_NOW = f"{_MEETING} replaced IS NULL ORDER BY start, origin"
_THEN = f"{_MEETING} received <= :known AND (replaced IS NULL OR replaced > :known) ORDER BY start, origin"


def meeting(
    connection: apsw.Connection, terms: Terms, node: str, span: Span, known_at: datetime | None
) -> tuple[PlannedRun, ...]:
    """Return the runs in force that meet a span; one without an end meets all that follows, for 400 days."""
    number = terms.find(node)
    if number is None:
        return ()
    first, last = microseconds(span.start), microseconds(span.end)
    bound = {"node": number, "first": first, "last": last, "early": first - REACHES[-1]}
    if known_at is not None:
        bound["known"] = microseconds(known_at)
    rows = connection.execute(_NOW if known_at is None else _THEN, bound)
    return tuple(
        PlannedRun(
            node=node,
            start=instant(row[1]),
            end=None if row[5] is None else instant(row[5]),
            product=row[6],
            order=row[7],
            rate=from_stored(row[8]),
            quantity=row[9],
            crew=row[10],
            kind=RunKind(row[3]),
            origin=terms.word(row[2]),
        )
        for row in rows
    )


def damaged(connection: apsw.Connection) -> int:
    """Return how many runs are not as they were written."""
    rows = connection.execute(f"SELECT {COLUMNS}, checksum FROM run").fetchall()
    if has_table(connection, "run_place"):
        rows += connection.execute("SELECT origin, key, node, start, kind, checksum FROM run_place").fetchall()
    return sum(1 for row in rows if checksum(row[:-1]) != row[-1])
