"""Opens connections: one that writes and makes everything durable, and any number that only read."""

from dataclasses import dataclass
from pathlib import Path

import apsw

BUSY_MS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How the database file is reached; anything but the defaults is for tests of faults."""

    vfs: str | None = None
    exclusive: bool = False  # one connection only, without shared memory
    synchronous: str = "FULL"


def writer(path: Path, access: Access) -> apsw.Connection:
    """Return the one connection that writes: WAL, every commit on disk before it returns, checkpoints by hand."""
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    connection = apsw.Connection(str(path), flags=flags, vfs=access.vfs, statementcachesize=200)
    try:
        connection.set_busy_timeout(BUSY_MS)
        if access.exclusive:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA synchronous={access.synchronous}")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cache_size=-8000")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("PRAGMA journal_size_limit=16777216")
    except BaseException:
        connection.close()
        raise
    return connection


def reader(path: Path) -> apsw.Connection:
    """Return a connection that cannot write and never checkpoints; CantOpenError where there is no database."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(uri, flags=flags, statementcachesize=100)
    try:
        connection.set_busy_timeout(BUSY_MS)
        connection.execute("PRAGMA query_only=ON")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cache_size=-4000")
    except BaseException:
        connection.close()
        raise
    return connection
