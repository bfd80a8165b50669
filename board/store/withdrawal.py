"""Takes back what a source told: the next revision of each reading is withdrawn, and what stood is kept."""

from typing import Any

import apsw

from board.journal.clean import NAME_CHARACTERS, clean_text
from board.kpi.reading import Quality
from board.store import source_state
from board.store.intake import Intake, Taken
from board.store.migrate import has_table
from board.store.row import COLUMNS, NUMBERS, Row
from board.store.term import Terms

AT_ONCE = 2_000  # readings in one transaction
_WITHDRAWN = NUMBERS[Quality.WITHDRAWN]
_STANDING = (
    f"SELECT {COLUMNS} FROM reading WHERE source = ? AND key > ? AND start >= ? AND value IS NOT NULL "
    f"ORDER BY key LIMIT {AT_ONCE}"
)
_HOURS = (
    "SELECT DISTINCT source, measure, start / 3600000000 FROM reading "
    "WHERE node = ? AND start >= ? AND start < ? AND value IS NOT NULL AND value IS NOT 0"
)
Counting = dict[tuple[str, str], frozenset[int]]
"""Source and measure, with the hours since 1970 in which it told a value that is not zero."""


def begin(connection: apsw.Connection, source: str, *, all_of_it: bool) -> None:
    """Forget how far a source was read, so that it is read from the start; and of `all_of_it`, what it told of."""
    source = clean_text(source, NAME_CHARACTERS)
    source_state.begin_anew(connection, source, all_of_it=all_of_it)
    if all_of_it and has_table(connection, "source_news"):
        connection.execute("DELETE FROM source_news WHERE source = ?", (source,))


def take_back(
    connection: apsw.Connection, intake: Intake, source: str, *, after: str, since: int, at: int
) -> tuple[Taken, str | None]:
    """Take back some of the readings that start from `since` on, with keys behind one; return the last key, if more."""
    taken = Taken()
    number = intake.terms.find(source)
    if number is None:
        return taken, None
    found = [Row(*values) for values in connection.execute(_STANDING, (number, after, since))]
    gone = [row._replace(value=None, quality=_WITHDRAWN, received=at) for row in found]
    intake.rows(gone, taken, at)
    return taken, found[-1].key if len(found) == AT_ONCE else None


def counting(connection: apsw.Connection, terms: Terms, node: str, first: int, last: int) -> Counting:
    """Return which sources told what of a node between two moments, and in which hours."""
    number = terms.find(node)
    found: dict[tuple[str, str], set[int]] = {}
    rows: list[Any] = [] if number is None else connection.execute(_HOURS, (number, first, last)).fetchall()
    for source, measure, hour in rows:
        found.setdefault((terms.word(source), terms.word(measure)), set()).add(hour)
    return {told: frozenset(hours) for told, hours in found.items()}
