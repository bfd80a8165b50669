"""Puts readings and planned runs into their tables: what is new, what is a correction, what was there already."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import apsw

from board.journal.clean import NAME_CHARACTERS, clean_text, plausible, usable
from board.journal.clock import instant, microseconds
from board.kpi.reading import Complaint, Quality, Reading
from board.plant.plant import PlannedRun
from board.store.number import to_stored
from board.store.row import COLUMNS, LONGEST, NUMBERS, PLACES, Row, objection, to_row
from board.store.run import COLUMNS as RUN_COLUMNS
from board.store.seal import READING, SUPERSEDED, Seals, checksum
from board.store.term import Terms

_FIND = (
    f"SELECT {', '.join(f'reading.{name}' for name in COLUMNS.split(', '))} FROM json_each(?) AS wanted "
    "CROSS JOIN reading ON reading.source = ? AND reading.key = wanted.value"
)
_INSERT = f"INSERT INTO reading ({COLUMNS}) VALUES ({PLACES})"
_SUPERSEDE = f"INSERT INTO superseded ({COLUMNS}, replaced) VALUES ({PLACES}, ?)"
_DELETE = "DELETE FROM reading WHERE node = ? AND start = ? AND measure = ? AND source = ? AND key = ?"
CONTENT = 14  # the first columns of a row: what makes two revisions differ

_FIND_RUN = (
    f"SELECT {RUN_COLUMNS} FROM run WHERE node = ? AND start = ? AND origin = ? AND kind = ? AND replaced IS NULL"
)
_CLOSE_RUN = (
    "UPDATE run SET replaced = ?, checksum = ? "
    "WHERE node = ? AND start = ? AND origin = ? AND kind = ? AND revision = ?"
)
_INSERT_RUN = f"INSERT INTO run ({RUN_COLUMNS}, checksum) VALUES ({', '.join('?' * 14)})"
_PLACE = "SELECT node, start, origin, kind FROM run_place WHERE origin = ? AND key = ?"
_PUT_PLACE = "INSERT OR REPLACE INTO run_place (origin, key, node, start, kind, checksum) VALUES (?, ?, ?, ?, ?, ?)"
_OTHER_THERE = "SELECT 1 FROM run_place WHERE node = ? AND start = ? AND origin = ? AND kind = ? AND key <> ?"

_RunKey = tuple[int, int, int, str]
"""Node, start, origin and kind."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Which stretch of a node's time has other figures than before; both ends inclusive, UTC."""

    node: str
    first: datetime
    last: datetime


@dataclass(slots=True)
class Taken:
    """What one transaction did to the readings."""

    added: list[Row] = field(default_factory=list)
    removed: list[Row] = field(default_factory=list)
    refused: list[Complaint] = field(default_factory=list)
    stretches: dict[int, tuple[int, int]] = field(default_factory=dict)

    def touch(self, node: int, first: int, last: int) -> None:
        """Widen the stretch of a node that has changed."""
        known = self.stretches.get(node)
        self.stretches[node] = (first, last) if known is None else (min(known[0], first), max(known[1], last))

    def changes(self, terms: Terms) -> tuple[Changed, ...]:
        """Return the changed stretches by node."""
        return tuple(
            Changed(node=terms.word(node), first=instant(first), last=instant(last))
            for node, (first, last) in sorted(self.stretches.items())
        )


class Intake:
    """Writes readings and runs within the caller's transaction."""

    def __init__(self, connection: apsw.Connection, terms: Terms) -> None:
        self._connection = connection
        self.terms = terms

    def readings(self, readings: Iterable[Reading], received: int, *, seen: int) -> Taken:
        """Keep usable readings from sources, which answered at `seen`, and say why others are not."""
        taken = Taken()
        rows: list[Row] = []
        for reading in readings:
            why = objection(reading)
            if why is None:
                rows.append(to_row(reading, self.terms, received, seen=seen))
            else:
                taken.refused.append(Complaint(source=reading.source, where=f"reading {reading.key[:80]}", said=why))
        self.rows(rows, taken, received)
        return taken

    def rows(self, rows: list[Row], taken: Taken, received: int) -> None:
        """Keep rows: a known key with other contents supersedes what stood, equal contents change nothing."""
        stored = self._stored(rows)
        fresh: dict[tuple[int, str], Row] = {}
        past: list[Row] = []
        for row in rows:
            identity = (row.source, row.key)
            old = fresh.get(identity) or stored.get(identity)
            if old is None:
                fresh[identity] = row
            elif old[:CONTENT] != row[:CONTENT]:
                past.append(old)
                fresh[identity] = row._replace(revision=old.revision + 1)
        gone = [stored[identity] for identity in fresh if identity in stored]
        self._write(list(fresh.values()), gone, past, received)
        taken.added.extend(fresh.values())
        taken.removed.extend(gone)
        for row in (*fresh.values(), *gone):
            taken.touch(row.node, row.start, row.end)

    def _stored(self, rows: list[Row]) -> dict[tuple[int, str], Row]:
        keys: dict[int, list[str]] = {}
        for row in rows:
            keys.setdefault(row.source, []).append(row.key)
        found = {}
        for source, wanted in keys.items():
            for values in self._connection.execute(_FIND, (json.dumps(wanted), source)):
                old = Row(*values)
                found[source, old.key] = old
        return found

    def _write(self, fresh: list[Row], gone: list[Row], past: list[Row], received: int) -> None:
        self._connection.executemany(_DELETE, [row[:5] for row in gone])
        self._connection.executemany(_SUPERSEDE, [(*row, received) for row in past])
        self._connection.executemany(_INSERT, fresh)
        seals = Seals()
        for row in fresh:
            seals.add(READING, row)
        for row in gone:
            seals.add(READING, row, -1)
        for row in past:
            seals.add(SUPERSEDED, (*row, received))
        seals.write(self._connection)

    def withdraw(self, source: str, key: str, taken: Taken, received: int) -> None:
        """Take a reading's value back: its next revision is withdrawn."""
        values = self._connection.execute(_FIND, (json.dumps([key]), self.terms.keep(source))).fetchone()
        if values is not None:
            row = Row(*values)._replace(value=None, quality=NUMBERS[Quality.WITHDRAWN], received=received)
            self.rows([row], taken, received)

    def runs(self, runs: Iterable[PlannedRun], origin: str, received: int, taken: Taken) -> tuple[str, ...]:
        """Keep a source's planned runs, told apart by node, start and kind; returns why others were not kept.

        One with a key that lay elsewhere before has been moved: what lay there is planned no more.
        """
        refused = []
        for run in runs:
            why = _run_objection(run)
            if why is not None:
                refused.append(why)
                continue
            key = (self.terms.keep(run.node), microseconds(run.start), self.terms.keep(origin), run.kind.value)
            if run.key:
                self._move(clean_text(run.key, NAME_CHARACTERS), key, received, taken)
            self._run(key, _run_values(run), received, taken)
        return tuple(refused)

    def _run(self, key: _RunKey, said: tuple[int | str | None, ...], received: int, taken: Taken) -> None:
        """Write what is said of a run, unless just that stands there."""
        old = self._connection.execute(_FIND_RUN, key).fetchone()
        if old is not None and tuple(old[5:11]) == said:
            return
        revision = 1
        if old is not None:
            revision = old[4] + 1
            closed = (*old[:12], received)
            self._connection.execute(_CLOSE_RUN, (received, checksum(closed), *key, old[4]))
            taken.touch(key[0], key[1], key[1] if old[5] is None else int(old[5]))
        row = (*key, revision, *said, received, None)
        self._connection.execute(_INSERT_RUN, (*row, checksum(row)))
        taken.touch(key[0], key[1], key[1] if said[0] is None else int(said[0]))

    def _move(self, name: str, key: _RunKey, received: int, taken: Taken) -> None:
        """Note where the run of a name lies now; where it lay before it lasts no time, unless another lies there."""
        before = self._connection.execute(_PLACE, (key[2], name)).fetchone()
        if before == key:
            return
        row = (key[2], name, key[0], key[1], key[3])
        self._connection.execute(_PUT_PLACE, (*row, checksum(row)))
        if before is None or self._connection.execute(_OTHER_THERE, (*before, name)).fetchone() is not None:
            return
        old = self._connection.execute(_FIND_RUN, before).fetchone()
        if old is not None:
            self._run(before, (before[1], *old[6:11]), received, taken)


def _run_objection(run: PlannedRun) -> str | None:
    if not plausible(run.start) or (run.end is not None and not plausible(run.end)):
        return f"a planned run's time {run.start} is not between 1990 and 2200 with a zone"
    if run.end is not None and not timedelta() <= run.end - run.start <= LONGEST:
        return f"a planned run lasts from {run.start} to {run.end}; it may last up to 400 days"
    if any(number is not None and not usable(number) for number in (run.rate, run.quantity, run.crew)):
        return f"the planned run of {run.node} at {run.start} has a number nobody can mean"
    return None if run.node else "a planned run names no node"


def _run_values(run: PlannedRun) -> tuple[int | str | None, ...]:
    product, order = (None if text is None else clean_text(text, NAME_CHARACTERS) for text in (run.product, run.order))
    end = None if run.end is None else microseconds(run.end)
    return end, product, order, to_stored(run.rate), run.quantity, run.crew
