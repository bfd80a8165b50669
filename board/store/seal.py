"""Sums over stored rows, kept beside them: a row changed or lost behind the board's back no longer fits its sum."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

import apsw

DAY_US = 86_400_000_000
READING, SUPERSEDED, DAY_TOTAL = 0, 1, 2


def checksum(row: Sequence[Any]) -> int:
    """Return the CRC-32 of a row's exact values."""
    return crc32(repr(tuple(row)).encode("utf-8", "backslashreplace"))


class Seals:
    """Collects what a transaction adds and takes away, and writes it once per node and day."""

    def __init__(self) -> None:
        self._changes: dict[tuple[int, int, int], list[int]] = defaultdict(lambda: [0, 0])

    def add(self, kind: int, row: Sequence[Any], times: int = 1) -> None:
        """Count a row in (or out, with -1); its first two values are its node and its time or day."""
        change = self._changes[kind, row[0], day_of(kind, row)]
        change[0] += times
        change[1] += times * checksum(row)

    def days(self) -> set[tuple[int, int]]:
        """Return the nodes and days whose rows have changed."""
        return {(node, day) for _, node, day in self._changes}

    def write(self, connection: apsw.Connection) -> None:
        """Write the collected changes; only within the transaction that changes the rows."""
        connection.executemany(
            'INSERT INTO seal (kind, node, day, "rows", checksum) VALUES (?, ?, ?, ?, ?) '
            'ON CONFLICT DO UPDATE SET "rows" = "rows" + excluded."rows", checksum = checksum + excluded.checksum',
            [(*key, rows, total) for key, (rows, total) in self._changes.items()],
        )


def day_of(kind: int, row: Sequence[Any]) -> int:
    """Return the day under which a row is sealed: a total's own day, otherwise the UTC day of its start."""
    return int(row[1]) if kind == DAY_TOTAL else int(row[1]) // DAY_US


def broken(connection: apsw.Connection, kind: int, rows: Iterable[Sequence[Any]]) -> tuple[tuple[int, int], ...]:
    """Return the nodes and days whose rows do not fit their seal."""
    found: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        entry = found[row[0], day_of(kind, row)]
        entry[0] += 1
        entry[1] += checksum(row)
    seals = connection.execute('SELECT node, day, "rows", checksum FROM seal WHERE kind = ? AND "rows" <> 0', (kind,))
    kept = {(node, day): [count, total] for node, day, count, total in seals}
    return tuple(sorted(key for key in found.keys() | kept.keys() if found.get(key) != kept.get(key)))
