"""Planned runs in the nodes of an OPC UA server: each row is one, told once its nodes have come to rest."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from board.kpi.reading import Reading
from board.sources.contract import SourceContext
from board.sources.mapping import fold
from board.sources.memory import Memory
from board.sources.opcua_row import Change, Row
from board.sources.opcua_setting import TIME, OpcuaSettings
from board.sources.record import Passage, RecordReader

SPARE: Final = timedelta(seconds=0.5)


def rest_of(settings: OpcuaSettings) -> timedelta:
    """Return for how long the nodes of a run must stay as they are.

    Nodes that are written one after another may be told at two looks of the server, one after the other.
    """
    return settings.every * 3 / 2 + SPARE


class RunReader:
    """Reads rows of nodes as planned runs: never half of one order and half of the next.

    With `on`, a run is what stands there at the moment at which one of those nodes changes; without it, what stands
    there after none of its nodes has changed for a while. Without a start it begins when what names it came to stand
    there. Nothing is told while a node of it has no good value, or where nothing names it.
    """

    def __init__(self, settings: OpcuaSettings, context: SourceContext, source: str, rows: Sequence[Row]) -> None:
        """Read rows of nodes as a mapping says."""
        mapping = settings.mapping
        self._reader = RecordReader(mapping, context, source, Memory())
        self._rows = rows
        self._on = settings.on
        self._nodes = mapping.columns - {TIME} - settings.nodes.names | settings.on
        self._named = settings.run_named_by
        self._begun = (settings.on or settings.run_named_by) if TIME in mapping.timing.start else frozenset[str]()
        self._rest = rest_of(settings)
        self._changing: dict[int, datetime] = {}  # rows that are to be told, and when one of their nodes changed last
        self._ageless: set[tuple[int, str]] = set()  # what stands there since nobody knows when

    def take(
        self, number: int, changes: Sequence[Change], now: datetime, complain: Callable[[str, str], None]
    ) -> list[Reading]:
        """Note what changed of a row at one moment; return its run where `on` says that this is the moment."""
        self._ageless -= {(number, change.column) for change in changes}
        self._ageless |= {(number, change.column) for change in changes if not change.has_age}
        due = [change for change in changes if not self._on or change.column in self._on]
        if self._on and any(not change.is_first for change in due) and self._is_whole(number):
            return self._run(number, now, complain)
        if due or number in self._changing:
            self._changing[number] = now
        return []

    def rested(self, now: datetime, complain: Callable[[str, str], None]) -> list[Reading]:
        """Return the runs whose nodes have come to rest."""
        due = [number for number in self._changing if (left := self._left(number, now)) is not None and left <= 0]
        return [reading for number in due for reading in self._run(number, now, complain)]

    def rests_in_s(self, now: datetime) -> float | None:
        """Return after how many seconds the next run is to be told where nothing changes until then; None: no one."""
        return min((left for number in self._changing if (left := self._left(number, now)) is not None), default=None)

    def _left(self, number: int, now: datetime) -> float | None:
        """Return how many seconds a row must rest yet; None where it is not known as a whole."""
        rested = abs(now - self._changing[number])  # a clock may be set back
        return max(0.0, (self._rest - rested).total_seconds()) if self._is_whole(number) else None

    def _is_whole(self, number: int) -> bool:
        row = self._rows[number]
        return self._nodes <= row.latest.keys() - row.bad.keys()

    def _run(self, number: int, now: datetime, complain: Callable[[str, str], None]) -> list[Reading]:
        """Return what a row says is planned."""
        self._changing.pop(number, None)
        row, missing = self._rows[number], self._reader.mapping.missing
        if self._named and all(fold(row.latest[column]) in missing for column in self._named):
            return []  # a machine without an order
        unknown = min((column for column in self._begun if (number, column) in self._ageless), default=None)
        if unknown is not None:
            complain(unknown, "stands there since nobody knows when, so no run begins with it until it changes")
            return []
        since = max((row.since[column] for column in self._begun), default=now)
        record = {column: row.latest[column] for column in self._nodes} | {**row.names, TIME: since.isoformat()}
        return self._reader.read(record, passage=Passage(), now=now, complain=complain)
