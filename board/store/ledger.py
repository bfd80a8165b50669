"""Writes journal entries: each takes its place in the chain, the clock and the time zone of its moment."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import apsw

from board.journal.chain import GENESIS, Anchor, link
from board.journal.clock import instant, tick
from board.journal.entry import Draft, Entry, payload_of, stored_values

COLUMNS = "number, id, station, epoch, node, kind, subject, actor, clock, wall, zone, offset_s, payload, previous, hash"
_INSERT = f"INSERT INTO entry ({COLUMNS}) VALUES ({', '.join('?' * 15)})"
_BY_ID = f"SELECT {COLUMNS} FROM entry WHERE id = ?"
_LAST = f"SELECT {COLUMNS} FROM entry ORDER BY number DESC LIMIT 1"

Stored = tuple[int, str, str, str, str, str, str | None, str | None, int, int, str, int, str, bytes, bytes]


def to_entry(row: Stored) -> Entry:
    """Return the entry that lies in a row."""
    return Entry(
        number=row[0],
        id=row[1],
        station=row[2],
        epoch=row[3],
        node=row[4],
        kind=row[5],
        subject=row[6],
        actor=row[7],
        clock=row[8],
        wall=instant(row[9]),
        zone=row[10],
        offset_s=row[11],
        payload=payload_of(row[5], row[12]),
        stored=row[12],
        previous=row[13],
        hash=row[14],
    )


class Ledger:
    """The journal's end: what the next entry follows."""

    def __init__(self, connection: apsw.Connection, *, station: str, epoch: str) -> None:
        self._connection = connection
        self._station = station
        self._epoch = epoch
        self._number = 0
        self._clock = 0
        self._hash = GENESIS
        self.last_wall: datetime | None = None
        self.look()

    def look(self) -> None:
        """Read the journal's end from the database."""
        row = self._connection.execute(_LAST).fetchone()
        if row is not None:
            self._stand(to_entry(row))

    def _stand(self, entry: Entry) -> None:
        self._number, self._clock, self._hash, self.last_wall = entry.number, entry.clock, entry.hash, entry.wall

    @property
    def anchor(self) -> Anchor:
        """Return where the chain ends."""
        return Anchor(station=self._station, epoch=self._epoch, number=self._number, hash=self._hash.hex())

    def find(self, entry_id: str) -> Entry | None:
        """Return the entry of that id."""
        row = self._connection.execute(_BY_ID, (entry_id,)).fetchone()
        return None if row is None else to_entry(row)

    def write(self, draft: Draft, zone: ZoneInfo, now: datetime) -> Entry:
        """Add an entry within the caller's transaction; `kept` must follow once that is on disk."""
        offset = now.astimezone(zone).utcoffset()
        bare = Entry(
            number=self._number + 1,
            id=draft.id,
            station=self._station,
            epoch=self._epoch,
            node=draft.node,
            kind=draft.kind,
            subject=draft.subject,
            actor=draft.actor,
            clock=tick(self._clock, now),
            wall=now.astimezone(UTC),
            zone=zone.key,
            offset_s=0 if offset is None else int(offset.total_seconds()),
            payload=draft.payload,
            stored=draft.stored,
            previous=self._hash,
            hash=b"",
        )
        values = stored_values(bare)
        hashed = link(self._hash, values)
        self._connection.execute(_INSERT, (*values, self._hash, hashed))
        row = (*values, self._hash, hashed)
        return to_entry(row)  # type: ignore[arg-type]

    def kept(self, entry: Entry) -> None:
        """Move on to an entry that is now on disk."""
        self._stand(entry)


def chain_findings(connection: apsw.Connection, *, tail: int | None = None) -> Iterator[str]:
    """Yield, in sentences, where the journal is not as it was written: all of it, or its last entries."""
    first = "SELECT coalesce(max(number), 0) - ? FROM entry"
    start = 0 if tail is None else max(0, int((connection.execute(first, (tail,)).fetchone() or (0,))[0] or 0))
    before: Entry | None = None
    for row in connection.execute(f"SELECT {COLUMNS} FROM entry WHERE number > ? ORDER BY number", (start,)):
        entry = to_entry(row)
        number = start if before is None else before.number
        previous = before.hash if before is not None else GENESIS if start == 0 else entry.previous
        if entry.number != number + 1:
            yield f"Journal entries {number + 1} to {entry.number - 1} are missing."
        elif entry.previous != previous:
            yield f"Journal entry {entry.number} does not follow the one before it."
        if entry.linked() != entry.hash:
            yield f"Journal entry {entry.number} is not as it was written."
        if before is not None and entry.clock <= before.clock:
            yield f"Journal entry {entry.number} is older than the one before it."
        before = entry
