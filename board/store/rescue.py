"""Looks at a database before it is trusted, and moves a damaged one aside so that nothing of it is thrown away."""

import fcntl
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import apsw

from board.store import anchor, connect
from board.store.connect import Access
from board.store.ledger import chain_findings
from board.store.migrate import definitions, expected, migrate, steps
from board.store.refused import Cause, Refused

WHOLE_CHECK_BYTES = 64_000_000  # larger databases are checked as a whole by verify, or when something looked wrong
COMPANIONS = ("", "-wal", "-shm", ".anchor", ".suspect")
_DAMAGE = (apsw.CorruptError, apsw.NotADBError, apsw.SQLError, apsw.ConstraintError, apsw.FormatError)
MISREAD = (ValueError, OverflowError, TypeError)  # what comes of values that no board has written
Begun = TypeVar("Begun")
_UNREADABLE = {
    apsw.SQLITE_IOERR_READ,
    apsw.SQLITE_IOERR_SHORT_READ,
    apsw.SQLITE_IOERR_DATA,
    apsw.SQLITE_IOERR_CORRUPTFS,
}


class Lock:
    """Held by the one program that writes to a database; it ends with the program, however that ends."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise Refused(
                Cause.IN_USE, f"Another board already writes to {path}. Close it, or give this one a file of its own."
            ) from error

    def release(self) -> None:
        """Let another program write."""
        os.close(self._file)


def suspect(path: Path) -> Path:
    """Return the file whose presence asks for a whole check at the next start."""
    return path.with_name(f"{path.name}.suspect")


def condemn(path: Path, why: str) -> None:
    """Ask for a whole check at the next start."""
    try:
        suspect(path).write_text(f"{why}\n", encoding="utf-8")
    except OSError:
        return


def move_aside(path: Path, now: datetime, why: str = "damaged") -> Path:
    """Rename a database and its companions to a dated name and return that name."""
    stem = f"{path.stem}.{why}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    target = path.with_name(f"{stem}{path.suffix}")
    again = 1
    while any(target.with_name(target.name + end).exists() for end in COMPANIONS):
        again += 1
        target = path.with_name(f"{stem}-{again}{path.suffix}")
    for end in COMPANIONS:
        part = path.with_name(path.name + end)
        if part.exists():
            part.rename(target.with_name(target.name + end))
    return target


def _exists(path: Path) -> bool:
    """Tell whether there is something to be trusted or not: an empty file that never held anything is not."""
    return anchor.read(path) is not None or (path.exists() and (not path.is_file() or path.stat().st_size > 0))


def _check(connection: apsw.Connection, path: Path) -> str | None:
    """Return what is wrong with an existing database, or None."""
    form = int(connection.pragma("user_version"))
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if form == 0 and tables == (0,):
        return None if anchor.read(path) is None else "the database is empty, but its journal was not"
    if connection.execute("SELECT value FROM meta WHERE name = 'form'").fetchone() != (str(form),):
        return "the database's form is not the one it was written in"
    if form == steps()[-1][0] and definitions(connection) != expected():
        return "the tables are not defined as they were written"
    whole = suspect(path).exists()
    if whole or path.stat().st_size <= WHOLE_CHECK_BYTES:
        said = connection.execute("PRAGMA integrity_check(1)" if whole else "PRAGMA quick_check(1)").fetchone()
        if said != ("ok",):
            return str(said)
    return next(chain_findings(connection), None) if whole else None


def _open(path: Path, access: Access, begin: Callable[[apsw.Connection], Begun]) -> Begun:
    connection = connect.writer(path, access)
    try:
        why = _check(connection, path)
        if why is not None:
            raise apsw.CorruptError(why)
        migrate(connection)
        return begin(connection)
    except BaseException:
        connection.close(force=True)
        raise


def damaging(error: Exception, path: Path) -> bool:
    """Tell whether an error at opening means that the file itself is bad, not the disk it lies on."""
    if isinstance(error, apsw.IOError):
        return getattr(error, "extendedresult", 0) in _UNREADABLE
    if isinstance(error, apsw.CantOpenError):
        return path.exists() and not (path.is_file() and os.access(path, os.R_OK))
    return isinstance(error, (*_DAMAGE, *MISREAD))


def open_sound(
    path: Path, access: Access, now: datetime, begin: Callable[[apsw.Connection], Begun]
) -> tuple[Begun, Path | None, str]:
    """Open a database that can be trusted; a damaged one is moved aside, kept, and a fresh one takes its place.

    Returns what `begin` makes of the connection, where the damaged one now lies (or None) and what was wrong with it.
    Raises an error of SQLite or OSError where the disk does not allow it, TooNewError for a later version's database.
    """
    if not _exists(path):
        return _open(path, access, begin), None, ""
    try:
        begun = _open(path, access, begin)
    except (apsw.Error, *MISREAD) as error:
        if not damaging(error, path):
            raise
        aside = move_aside(path, now)
        return _open(path, access, begin), aside, str(error)
    suspect(path).unlink(missing_ok=True)
    return begun, None, ""
