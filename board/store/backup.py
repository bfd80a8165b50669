"""Copies of a database that can be trusted: made while the board runs, checked by opening, restored as a new life."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import apsw

from board.journal.chain import Anchor
from board.journal.identity import new_id
from board.store import connect, query
from board.store.refused import Refused
from board.store.rescue import COMPANIONS, Lock, move_aside

PAGES = 500  # copied between two looks at the progress
STAMP = "%Y%m%dT%H%M%SZ"


class BackupError(Exception):
    """A copy could not be made or cannot be trusted; the message is a sentence, and nothing was changed."""


def backup(path: Path, target: Path, *, progress: Callable[[Fraction], None] | None = None) -> Anchor | None:
    """Copy a database, in use or not, to a single file, check it by opening it, and return where its journal ends.

    `target` is replaced only by a whole copy that holds, and is never the database itself. `progress` hears the share
    that is done. Raises BackupError.
    """
    if target.exists() and path.exists() and target.samefile(path):
        raise BackupError(f"{target} is the database itself. Name another file, best on another disk.")
    trial = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(path, trial, progress)
        end = _checked(trial)
        _settle_on_disk(trial)
        trial.replace(target)
        _settle_on_disk(target.parent)
    except (apsw.Error, OSError) as error:
        raise BackupError(f"{path} was not copied to {target}: {error}. The copy before it, if any, stands.") from error
    finally:
        _discard(trial)
    return end


def backup_into(path: Path, folder: Path, now: datetime, *, keep: int = 48) -> Path:
    """Copy a database into a folder under a dated name, keep the newest `keep` copies, and return the new one.

    Raises BackupError.
    """
    target = folder / f"{path.stem}-{now.astimezone(UTC).strftime(STAMP)}{path.suffix}"
    backup(path, target)
    copies = sorted(folder.glob(f"{path.stem}-[0-9]*T[0-9]*Z{path.suffix}"))
    for old in copies[:-keep]:
        with suppress(OSError):
            old.unlink()
    return target


def restore(file: Path, path: Path, now: datetime) -> Path | None:
    """Put a copy in the place of a database; what lay there is moved aside and its new name returned.

    The copy is checked first. Its journal goes on in a new epoch, so that two lives of one station stay apart.
    Raises BackupError; then everything is as before.
    """
    trial = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = Lock(path)
    except (Refused, OSError) as error:
        raise BackupError(f"{file} was not restored to {path}: {error}") from error
    try:
        _copy(file, trial, None)
        _checked(trial)
        _begin_epoch(trial, now)
        _settle_on_disk(trial)
        aside = move_aside(path, now, "replaced") if path.exists() else None
        trial.replace(path)
        _settle_on_disk(path.parent)
    except (apsw.Error, OSError) as error:
        raise BackupError(f"{file} was not restored to {path}: {error}.") from error
    finally:
        _discard(trial)
        lock.release()
    return aside


def _copy(path: Path, target: Path, progress: Callable[[Fraction], None] | None) -> None:
    _discard(target)
    source = connect.reader(path)
    try:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchall()  # from here on it stands still for us
        copy = apsw.Connection(str(target))
        try:
            with copy.backup("main", source, "main") as running:
                while not running.step(PAGES):
                    if progress is not None and running.page_count:
                        progress(1 - Fraction(running.remaining, running.page_count))
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
    finally:
        source.close(force=True)


def _checked(copy: Path) -> Anchor | None:
    """Return where the copy's journal ends; CorruptError where the copy does not hold."""
    connection = connect.reader(copy)
    try:
        said = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if said != ("ok",):
            raise apsw.CorruptError(f"the copy does not hold, {said[0] if said else 'it says nothing'}")
        return query.anchor(connection)
    finally:
        connection.close()


def _begin_epoch(copy: Path, now: datetime) -> None:
    connection = apsw.Connection(str(copy))
    try:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'epoch'", (new_id(now),))
    finally:
        connection.close()


def _settle_on_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _discard(trial: Path) -> None:
    for end in (*COMPANIONS, "-journal"):
        with suppress(OSError):
            trial.with_name(trial.name + end).unlink()
