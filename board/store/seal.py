"""Sums over stored rows, kept beside them: a row changed or lost behind the board's back no longer fits its sum."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

import apsw

DAY_US = 86_400_000_000
READING, SUPERSEDED = 0, 1


def checksum(row: Sequence[int | str | None]) -> int:
    """Return the CRC-32 of a row's exact values."""
    return crc32(repr(tuple(row)).encode("utf-8", "backslashreplace"))


class Seals:
    """Collects what a transaction adds and takes away, and writes it once per node and UTC day."""

    def __init__(self) -> None:
        self._changes: dict[tuple[int, int, int], list[int]] = defaultdict(lambda: [0, 0])

    def add(self, kind: int, row: Sequence[int | str | None], times: int = 1) -> None:
        """Count a row in (or out, with -1); its first two values are node and start."""
        node, start = row[0], row[1]
        if isinstance(node, int) and isinstance(start, int):
            change = self._changes[kind, node, start // DAY_US]
            change[0] += times
            change[1] += times * checksum(row)

    def write(self, connection: apsw.Connection) -> None:
        """Write the collected changes; only within the transaction that changes the rows."""
        connection.executemany(
            'INSERT INTO seal (kind, node, day, "rows", checksum) VALUES (?, ?, ?, ?, ?) '
            'ON CONFLICT DO UPDATE SET "rows" = "rows" + excluded."rows", checksum = checksum + excluded.checksum',
            [(*key, rows, total) for key, (rows, total) in self._changes.items()],
        )


def sealed(rows: Iterable[Sequence[int | str | None]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the sums that the given rows ought to have, by node and day."""
    sums: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        node, start = row[0], row[1]
        if isinstance(node, int) and isinstance(start, int):
            entry = sums[node, start // DAY_US]
            entry[0] += 1
            entry[1] += checksum(row)
    return {key: (count, total) for key, (count, total) in sums.items()}
