"""Brings a database to the newest form by numbered SQL files, each in one transaction."""

from functools import cache
from pathlib import Path

import apsw

FOLDER = Path(__file__).parent / "schema"


class TooNewError(Exception):
    """The database was written by a later version of the board."""


def steps() -> tuple[tuple[int, Path], ...]:
    """Return the numbered files in their order."""
    return tuple((int(file.name[:4]), file) for file in sorted(FOLDER.glob("[0-9][0-9][0-9][0-9]_*.sql")))


def migrate(connection: apsw.Connection) -> None:
    """Apply every step the database has not seen; TooNewError when it has seen more than this version knows."""
    at = int(connection.pragma("user_version"))
    known = steps()[-1][0]
    if at > known:
        raise TooNewError(
            f"The database has form {at}, this version knows forms up to {known}. Install the version that wrote it."
        )
    for number, file in steps():
        if number > at:
            script = file.read_text(encoding="utf-8")
            with connection:
                connection.execute(script)
                connection.execute(f"PRAGMA user_version={number}")
                connection.execute("INSERT OR REPLACE INTO meta VALUES ('form', ?)", (str(number),))


def has_table(connection: apsw.Connection, name: str) -> bool:
    """Tell whether a database has a table; one of an earlier form may lack it until the writer opens it."""
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone() is not None


def definitions(connection: apsw.Connection) -> frozenset[tuple[object, ...]]:
    """Return how a database's tables and indexes are defined."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


@cache
def expected() -> frozenset[tuple[object, ...]]:
    """Return how the tables and indexes of the newest form are defined."""
    connection = apsw.Connection(":memory:")
    try:
        migrate(connection)
        return definitions(connection)
    finally:
        connection.close()
