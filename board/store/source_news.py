"""What came last from each source, and how much came today: kept with every batch, so that telling it costs nothing."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import apsw

from board.journal.clean import NAME_CHARACTERS, clean_text
from board.kpi.reading import Reading
from board.store.migrate import has_table
from board.store.row import COLUMNS, Row, to_reading
from board.store.seal import checksum
from board.store.term import Terms

_GET = 'SELECT source, observed, key, day, "rows" FROM source_news'
_PUT = "INSERT OR REPLACE INTO source_news VALUES (?, ?, ?, ?, ?, ?)"
_READING = f"SELECT {COLUMNS} FROM reading WHERE source = ? AND key = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNews:
    """The newest value of a source as it stands now, corrected or not, and the readings of its latest day."""

    source: str
    newest: Reading | None
    day: date  # the production day on which something came last
    rows: int  # that came on it, corrections too


def follow(connection: apsw.Connection, source: str, added: list[Row], *, day: int, at: int) -> None:
    """Note what a batch brought at a moment of a production day, within the caller's transaction.

    What was observed by a clock ahead of ours counts as of now, so that it does not stay the newest for ever.
    """
    if not added:
        return
    source = clean_text(source, NAME_CHARACTERS)
    old = connection.execute(f"{_GET} WHERE source = ?", (source,)).fetchone()
    _, observed, key, last_day, rows = old or (source, None, None, day, 0)
    observed = None if observed is None else min(observed, at)
    for row in added:
        seen = min(row.observed, at)
        if row.value is not None and (observed is None or seen > observed):
            observed, key = seen, row.key
    rows = len(added) + (rows if last_day == day else 0)
    values = (source, observed, key, day, rows)
    connection.execute(_PUT, (*values, checksum(values)))


def read(connection: apsw.Connection, terms: Terms) -> dict[str, SourceNews]:
    """Return what is known of each source by its id; nothing of a database that keeps none of it yet."""
    if not has_table(connection, "source_news"):
        return {}
    found: list[Any] = connection.execute(_GET).fetchall()
    return {
        source: SourceNews(
            source=source, newest=_reading(connection, terms, source, key), day=date.fromordinal(day), rows=rows
        )
        for source, _, key, day, rows in found
    }


def damaged(connection: apsw.Connection) -> tuple[str, ...]:
    """Return the sources of which this is not as it was written; a database of an earlier form keeps none of it."""
    if not has_table(connection, "source_news"):
        return ()
    rows = connection.execute('SELECT source, observed, key, day, "rows", checksum FROM source_news')
    return tuple(str(row[0]) for row in rows if checksum(row[:-1]) != row[-1])


def _reading(connection: apsw.Connection, terms: Terms, source: str, key: str | None) -> Reading | None:
    number = terms.find(source)
    if key is None or number is None:
        return None
    values = connection.execute(_READING, (number, key)).fetchone()
    return None if values is None else to_reading(Row(*values), terms)
