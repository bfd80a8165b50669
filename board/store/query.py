"""The questions a reader asks of readings and of the journal, in SQL."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import apsw

from board.journal.chain import Anchor
from board.journal.clock import instant, microseconds
from board.journal.entry import LONGEST_INTERVAL
from board.journal.miss import Miss, Stamp
from board.plant.span import Span
from board.store import ledger
from board.store.row import COLUMNS, REACHES, TYPED, WHOLE_DAY, Row
from board.store.term import Terms

DAY_US = int(LONGEST_INTERVAL.total_seconds()) * 1_000_000
_NOW = f"SELECT {COLUMNS} FROM reading {{}} WHERE node = :node AND {{}}"
_THEN = (
    f"SELECT {COLUMNS} FROM reading {{}} WHERE node = :node AND received <= :known AND {{}} UNION ALL "
    f"SELECT {COLUMNS} FROM superseded WHERE node = :node AND received <= :known AND replaced > :known AND {{}}"
)
_BEGAN = (
    "SELECT start FROM reading WHERE node = ? AND source <> ? AND (value IS NOT NULL OR source NOT IN (?, ?)) "
    "ORDER BY start LIMIT 1"
)


def _rows(
    connection: apsw.Connection,
    where: str,
    bound: dict[str, int | str],
    known_at: datetime | None,
    *,
    lasting: bool = False,
) -> list[Row]:
    index = "INDEXED BY reading_lasting" if lasting else ""
    if known_at is None:
        sql = _NOW.format(index, where)
    else:
        sql = _THEN.format(index, where, where)
        bound = {**bound, "known": microseconds(known_at)}
    return [Row(*values) for values in connection.execute(sql, bound)]


def _ordered(rows: Iterable[Row]) -> tuple[Row, ...]:
    once = {(row.source, row.key): row for row in rows}
    return tuple(sorted(once.values(), key=lambda row: (row.start, row.end, row.measure, row.source, row.key)))


def meeting(
    connection: apsw.Connection,
    terms: Terms,
    node: str,
    span: Span,
    *,
    measures: Iterable[str] | None,
    known_at: datetime | None,
) -> tuple[Row, ...]:
    """Return the rows that meet a span, instants at its start included."""
    number = terms.find(node)
    if number is None:
        return ()
    first, last = microseconds(span.start), microseconds(span.end)
    wanted, named = "", {}
    if measures is not None:
        wanted = " AND measure IN (SELECT value FROM json_each(:measures))"
        named = {"measures": json.dumps([terms.find(measure) or 0 for measure in measures])}
    found: list[Row] = []
    bound: dict[str, int | str] = {"node": number, "first": first, "last": last, **named}
    found += _rows(connection, f"start >= :first AND start < :last{wanted}", bound, known_at)
    for reach, longest in enumerate(REACHES[1:], start=1):
        where = f'reach = :reach AND reach > 0 AND start >= :early AND start < :first AND "end" > :first{wanted}'
        found += _rows(connection, where, {**bound, "reach": reach, "early": first - longest}, known_at, lasting=True)
    return _ordered(found)


def began(connection: apsw.Connection, terms: Terms, node: str, *, whole_days: bool) -> datetime | None:
    """Return the start of the earliest reading of a node; what was typed and taken back is none."""
    typed = [terms.find(source) or 0 for source in TYPED]
    left_out = 0 if whole_days else terms.find(WHOLE_DAY) or 0
    row = connection.execute(_BEGAN, (terms.find(node), left_out, *typed)).fetchone()
    return None if row is None else instant(row[0])


def crossing(
    connection: apsw.Connection, terms: Terms, node: str, spans: Sequence[Span], *, known_at: datetime | None
) -> tuple[Row, ...]:
    """Return the rows that begin before a border of the spans and end after it, save those typed for a whole day."""
    number = terms.find(node)
    if number is None:
        return ()
    edges = sorted({microseconds(edge) for span in spans for edge in (span.start, span.end)})
    sources, bound = _crossing_sql(known_at)
    bound |= {"node": number, "edges": json.dumps(edges), "whole_day": terms.find(WHOLE_DAY) or 0}
    return _ordered(Row(*values) for values in connection.execute(sources, bound))


def _crossing_sql(known_at: datetime | None) -> tuple[str, dict[str, int | str]]:
    parts: list[str] = []
    bound: dict[str, int | str] = {}
    known = {"reading": "", "superseded": ""}
    if known_at is not None:
        bound["known"] = microseconds(known_at)
        known = {"reading": "AND received <= :known", "superseded": "AND received <= :known AND replaced > :known"}
    tables = {"reading": "reading INDEXED BY reading_lasting", "superseded": "superseded"}
    for table in tuple(tables)[: 1 if known_at is None else 2]:
        for reach, longest in enumerate(REACHES[1:], start=1):
            parts.append(
                f"SELECT {COLUMNS} FROM (SELECT value AS at FROM json_each(:edges)) AS edge CROSS JOIN {tables[table]} "
                f"WHERE node = :node AND reach = {reach} AND reach > 0 AND start > edge.at - {longest} "
                f'AND start < edge.at AND "end" > edge.at AND source <> :whole_day {known[table]}'
            )
    return " UNION ALL ".join(parts), bound


def _interval(start: int, end: int) -> Span:
    return Span(instant(start), instant(end))


def misses(connection: apsw.Connection, node: str, span: Span) -> tuple[Miss, ...]:
    """Return the misses that stand for intervals meeting the span."""
    rows = connection.execute(
        'SELECT id, node, start, "end", reason, quantity, minutes, comment, actor, wall FROM miss '
        'WHERE node = ? AND start > ? AND start < ? AND "end" > ? AND undone = 0 ORDER BY number',
        _meeting(node, span),
    )
    return tuple(
        Miss(
            id=row[0],
            node=row[1],
            interval=_interval(row[2], row[3]),
            reason=row[4],
            quantity=row[5],
            minutes=row[6],
            comment=row[7],
            actor=row[8],
            at=instant(row[9]),
        )
        for row in rows
    )


def stamps(connection: apsw.Connection, node: str, span: Span) -> tuple[Stamp, ...]:
    """Return the stamps that stand for intervals meeting the span."""
    rows = connection.execute(
        'SELECT id, node, start, "end", actor, wall FROM review '
        'WHERE node = ? AND start > ? AND start < ? AND "end" > ? AND undone = 0 ORDER BY number',
        _meeting(node, span),
    )
    return tuple(
        Stamp(id=row[0], node=row[1], interval=_interval(row[2], row[3]), actor=row[4], at=instant(row[5]))
        for row in rows
    )


def _meeting(node: str, span: Span) -> tuple[str, int, int, int]:
    first, last = microseconds(span.start), microseconds(span.end)
    return node, first - DAY_US - 1, last, first


def entries_about(connection: apsw.Connection, table: str, node: str, span: Span, known_at: datetime) -> list[Any]:
    """Return the entries that had been made by a moment about the misses or reviews of a span, in order."""
    columns = ", ".join(f"e.{name}" for name in ledger.COLUMNS.split(", "))
    about = f'SELECT id FROM {table} WHERE node = ? AND start > ? AND start < ? AND "end" > ?'
    rows = connection.execute(
        f"WITH about AS ({about}) SELECT {columns} FROM entry AS e WHERE e.id IN about AND e.wall <= ?5 "
        f"UNION SELECT {columns} FROM entry AS e WHERE e.subject IN about AND e.wall <= ?5 ORDER BY 1",
        (*_meeting(node, span), microseconds(known_at)),
    )
    return rows.fetchall()


def entries(
    connection: apsw.Connection,
    *,
    after: int = 0,
    node: str | None = None,
    limit: int = -1,
    known_at: int | None = None,
    entry_id: str | None = None,
) -> Iterator[Any]:
    """Yield stored entries in order."""
    rows = connection.execute(
        f"SELECT {ledger.COLUMNS} FROM entry WHERE number > ?1 AND (?2 IS NULL OR node = ?2) "
        "AND (?3 IS NULL OR wall <= ?3) AND (?4 IS NULL OR id = ?4) ORDER BY number LIMIT ?5",
        (after, node, known_at, entry_id, limit),
    )
    yield from rows


def anchor(connection: apsw.Connection) -> Anchor | None:
    """Return where the journal ends."""
    row = connection.execute("SELECT station, epoch, number, hash FROM entry ORDER BY number DESC LIMIT 1").fetchone()
    return None if row is None else Anchor(station=row[0], epoch=row[1], number=row[2], hash=row[3].hex())
