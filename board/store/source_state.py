"""What the board knows of each source: when it answered, how far it has read, and what it could not use."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import apsw

from board.journal.clean import COMMENT_CHARACTERS, NAME_CHARACTERS, clean_text, plausible
from board.journal.clock import instant, microseconds
from board.kpi.reading import Batch, Complaint
from board.store import source_news
from board.store.intake import Intake, Taken
from board.store.seal import checksum

COMPLAINTS = 500  # kept of each source, the newest
_COLUMNS = 'id, seen, newest, watermark, complete_through, complaint, "rows", batches, nodes'
_COMPLAINED_AT = "CASE WHEN complaint IS NOT NULL THEN (SELECT max(last) FROM complaint WHERE source = id) END"
_PUT = f"INSERT OR REPLACE INTO source ({_COLUMNS}, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_COMPLAINED = "SELECT first, times FROM complaint WHERE source = ? AND place = ? AND said = ?"
_COMPLAIN = "INSERT OR REPLACE INTO complaint VALUES (?, ?, ?, ?, ?, ?, ?)"
_FORGET = (
    "DELETE FROM complaint WHERE source = ?1 AND last < (SELECT last FROM complaint WHERE source = ?1 "
    "ORDER BY last DESC LIMIT 1 OFFSET ?2)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """A source as of its last batch; `rows` are all readings it gave.

    `complaint` is what was wrong last, met at `complained_at`; it stands until the source says that it holds no more.

    `nodes` names the nodes it ever told a value of, each with the newest time one was observed at; `gone` are those of
    which it has said since that they tell no more. `through` are times of single nodes through which all is told.
    """

    id: str
    seen_at: datetime
    newest: datetime | None
    watermark: str
    complete_through: datetime | None
    complaint: str | None
    rows: int
    nodes: Mapping[str, datetime]
    gone: frozenset[str] = frozenset()
    through: Mapping[str, datetime] = field(default_factory=dict)
    complained_at: datetime | None = None

    def complete_of(self, node: str) -> datetime | None:
        """Return through when everything is told of a node; None where nobody has said."""
        known = (self.complete_through, self.through.get(node))
        return max((each for each in known if each is not None), default=None)

    @property
    def all_told(self) -> datetime | None:
        """Return through when everything is told of every node; None where nobody has said."""
        known = [moment for node in self.nodes if (moment := self.complete_of(node)) is not None]
        return min(known) if len(known) == len(self.nodes) > 0 else self.complete_through


@dataclass(frozen=True, slots=True)
class _Nodes:
    """What is kept of the nodes of a source: the newest time of each, with a minus where it is gone, and its end."""

    newest: Mapping[str, int]
    through: Mapping[str, int]

    def text(self) -> str:
        found = {
            node: [newest, self.through[node]] if node in self.through else newest
            for node, newest in self.newest.items()
        }
        return json.dumps(found)

    @classmethod
    def parse(cls, text: str) -> "_Nodes":
        found = {node: kept if isinstance(kept, list) else [kept] for node, kept in json.loads(text).items()}
        return cls(
            {node: kept[0] for node, kept in found.items()},
            {node: kept[1] for node, kept in found.items() if len(kept) > 1},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PastComplaint:
    """Input that a source could not use, with how often it was met."""

    complaint: Complaint
    first: datetime
    last: datetime
    times: int


def read(connection: apsw.Connection) -> tuple[SourceState, ...]:
    """Return all sources, by id."""
    rows = connection.execute(f"SELECT {_COLUMNS}, {_COMPLAINED_AT} FROM source ORDER BY id")
    return tuple(_state(row, _Nodes.parse(row[8])) for row in rows)


def _state(row: tuple[Any, ...], known: _Nodes) -> SourceState:
    return SourceState(
        id=row[0],
        seen_at=instant(row[1]),
        newest=None if row[2] is None else instant(row[2]),
        watermark=row[3],
        complete_through=None if row[4] is None else instant(row[4]),
        complaint=row[5],
        rows=row[6],
        nodes={node: instant(abs(newest)) for node, newest in known.newest.items()},
        gone=frozenset(node for node, newest in known.newest.items() if newest < 0),
        through={node: instant(moment) for node, moment in known.through.items()},
        complained_at=None if row[9] is None else instant(row[9]),
    )


def damaged(connection: apsw.Connection) -> tuple[str, ...]:
    """Return the sources whose state or whose complaints are not as they were written."""
    states = connection.execute(f"SELECT {_COLUMNS}, checksum FROM source").fetchall()
    said = connection.execute("SELECT source, place, said, first, last, times, checksum FROM complaint").fetchall()
    wrong = {str(row[0]) for row in (*states, *said) if checksum(row[:-1]) != row[-1]}
    return tuple(sorted(wrong | {*source_news.damaged(connection)}))


def complaints(connection: apsw.Connection, source: str | None = None) -> tuple[PastComplaint, ...]:
    """Return what sources could not use, the newest first."""
    rows = connection.execute(
        "SELECT source, place, said, first, last, times FROM complaint WHERE ?1 IS NULL OR source = ?1 "
        "ORDER BY last DESC, source, place",
        (source,),
    )
    return tuple(
        PastComplaint(
            complaint=Complaint(source=row[0], where=row[1], said=row[2]),
            first=instant(row[3]),
            last=instant(row[4]),
            times=row[5],
        )
        for row in rows
    )


def seen(batch: Batch, at: int) -> int:
    """Return when a batch's source answered; as a number of the store, which received it at `at`."""
    return microseconds(batch.seen_at) if plausible(batch.seen_at) else at


def _latest(first: int | None, second: int | None, now: int) -> int | None:
    """Return the later of two times; nobody knows of what lies ahead, so that counts for nothing."""
    return max((min(each, now) for each in (first, second) if each is not None), default=None)


def _told(batch: Batch, taken: Taken, intake: Intake, at: int) -> list[Complaint]:
    refused = intake.runs(batch.runs, batch.source, at, taken)
    from_runs = [Complaint(source=batch.source, where="planned runs", said=said) for said in refused]
    return [*batch.complaints, *taken.refused, *from_runs]


def _note(connection: apsw.Connection, source: str, told: list[Complaint], at: int) -> None:
    for one in told[:COMPLAINTS]:
        place, said = clean_text(one.where, COMMENT_CHARACTERS), clean_text(one.said, COMMENT_CHARACTERS)
        first, times = connection.execute(_COMPLAINED, (source, place, said)).fetchone() or (at, 0)
        row = (source, place, said, first, at, int(times) + 1)
        connection.execute(_COMPLAIN, (*row, checksum(row)))
    if told:
        connection.execute(_FORGET, (source, COMPLAINTS))


def follow(connection: apsw.Connection, intake: Intake, batch: Batch, taken: Taken, at: int) -> None:
    """Write the batch's runs, its complaints and the source's new state, within the caller's transaction."""
    told = _told(batch, taken, intake, at)
    source = clean_text(batch.source, NAME_CHARACTERS)
    _note(connection, source, told, at)
    old = connection.execute(f"SELECT {_COLUMNS} FROM source WHERE id = ?", (source,)).fetchone()
    answered, now = seen(batch, at), max(seen(batch, at), at)
    told_through = _capped(batch.complete_through, answered)
    complaint = None if old is None or _is_mended(old[5] or "", batch.mended) else old[5]
    if told:
        complaint = clean_text(f"{told[0].where}: {told[0].said}", COMMENT_CHARACTERS)
    rows, batches = len(taken.added) - len(taken.removed), 1
    complete = _latest(None if batch.by_rows else told_through, None if old is None else old[4], now)
    if old is not None:
        rows, batches = rows + old[6], old[7] + 1
    before = _Nodes.parse("{}" if old is None else old[8])
    nodes = _nodes(before.newest, _newest(taken, intake), batch.gone, now)
    through = {node: min(moment, now) for node, moment in before.through.items()}
    for node, moment in _through(batch, nodes, told_through, answered):
        through[node] = max(moment, through.get(node, moment))
        if node not in batch.gone and moment > abs(nodes[node]):
            nodes[node] = abs(nodes[node])  # it tells again, if nothing that is a value
    newest = max(map(abs, nodes.values()), default=None)
    row = (source, answered, newest, batch.watermark, complete, complaint, rows, batches, _Nodes(nodes, through).text())
    connection.execute(_PUT, (*row, checksum(row)))


def _nodes(before: Mapping[str, int], told: Mapping[str, int], gone: Sequence[str], now: int) -> dict[str, int]:
    """Return the nodes with their newest times, those that tell no more with a minus, which only a newer one takes off.

    None lies ahead of now: one that does was kept by a clock that has been set back since. A node that is gone and of
    which there never was a value is not there: it is missing already.
    """
    nodes = {node: max(min(newest, now), -now) for node, newest in before.items()}
    for node, at in told.items():
        if at > abs(nodes.get(node, 0)):
            nodes[node] = at
    return nodes | {node: -abs(nodes[node]) for node in gone if node in nodes}


def begin_anew(connection: apsw.Connection, source: str, *, all_of_it: bool) -> None:
    """Forget how far a source was read, and of `all_of_it`, which nodes it told of and how far it was complete."""
    old = connection.execute(f"SELECT {_COLUMNS} FROM source WHERE id = ?", (source,)).fetchone()
    if old is None:
        return
    found = [*old[:3], "", *old[4:]]
    if all_of_it:
        found[2], found[4], found[8] = None, None, "{}"
    row = tuple(found)
    connection.execute(_PUT, (*row, checksum(row)))


def _is_mended(complaint: str, mended: Sequence[str]) -> bool:
    """Tell whether what was wrong at a place holds no more; a place is a file with all its rows, or "" for all."""
    return any(not place or complaint.startswith((f"{place}:", f"{place} ", f"{place},")) for place in mended)


def _through(batch: Batch, nodes: Mapping[str, int], complete: int | None, answered: int) -> Iterator[tuple[str, int]]:
    """Yield through when a batch has told all of single nodes."""
    if batch.by_rows and complete is not None:
        yield from ((node, min(complete, abs(newest))) for node, newest in nodes.items())
    for node, moment in batch.through:
        told = _capped(moment, answered)
        if told is not None and node in nodes:
            yield node, told


def _capped(moment: datetime | None, answered: int) -> int | None:
    """Return a time that a source told; what it says of the time after its answer it cannot know."""
    return min(microseconds(moment), answered) if moment is not None and plausible(moment) else None


def _newest(taken: Taken, intake: Intake) -> dict[str, int]:
    """Return when each node was last observed by what was taken; what is no value makes nothing fresh."""
    found: dict[int, int] = {}
    for row in taken.added:
        if row.value is not None:
            found[row.node] = max(row.observed, found.get(row.node, row.observed))
    return {intake.terms.word(node): newest for node, newest in found.items()}
