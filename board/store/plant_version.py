"""The plant folders that were accepted, as text, so that a past day is judged by the plant it had."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import apsw

from board.journal.clock import instant
from board.store.seal import checksum


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPlant:
    """A plant folder's files by name; `digest` is over their exact text."""

    number: int
    digest: str
    accepted_at: datetime
    in_force_from: datetime
    files: Mapping[str, str]


def digest(files: Mapping[str, str]) -> str:
    """Return the SHA-256 of a folder's names and texts."""
    return sha256(_text(files).encode("utf-8", "surrogatepass")).hexdigest()


def _text(files: Mapping[str, str]) -> str:
    return json.dumps(dict(sorted(files.items())))


def record(connection: apsw.Connection, files: Mapping[str, str], accepted: int, in_force: int) -> None:
    """Keep a version, unless the newest has the same text; within the caller's transaction."""
    mark = digest(files)
    newest = connection.execute("SELECT digest, in_force FROM plant_version ORDER BY number DESC LIMIT 1").fetchone()
    if newest is not None and newest[0] == mark:
        return
    row = (mark, accepted, in_force, _text(files))
    connection.execute(
        "INSERT INTO plant_version (digest, accepted, in_force, files, checksum) VALUES (?, ?, ?, ?, ?)",
        (*row, checksum(row)),
    )


def read(connection: apsw.Connection) -> tuple[StoredPlant, ...]:
    """Return all versions in the order in which they were accepted."""
    rows = connection.execute("SELECT number, digest, accepted, in_force, files FROM plant_version ORDER BY number")
    return tuple(
        StoredPlant(
            number=row[0],
            digest=row[1],
            accepted_at=instant(row[2]),
            in_force_from=instant(row[3]),
            files=json.loads(row[4]),
        )
        for row in rows
    )


def damaged(connection: apsw.Connection) -> tuple[int, ...]:
    """Return the numbers of versions that are not as they were written."""
    rows = connection.execute("SELECT number, digest, accepted, in_force, files, checksum FROM plant_version")
    return tuple(
        int(row[0])
        for row in rows
        if checksum(row[1:5]) != row[5] or sha256(str(row[4]).encode("utf-8", "surrogatepass")).hexdigest() != row[1]
    )
