"""Turns what an OPC UA server tells of its nodes into readings, and goes on with counters and states."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from board.kpi.reading import Reading
from board.sources.complaining import Complaining
from board.sources.contract import SourceContext
from board.sources.mapping import RecordMapping, fold
from board.sources.mark import mark_of, text_of
from board.sources.opcua_notice import Notice, ValueProblem
from board.sources.opcua_row import UNUSABLE, Change, Row
from board.sources.opcua_run import RunReader
from board.sources.opcua_setting import SUMMED, TIME, OpcuaSettings
from board.sources.record import Passage, RecordReader

LONGEST_SHOWN: Final = 80
MOST_READERS: Final = 2_000
_OF_STATE: Final = (-1,)  # the reader of the state, beside those of measures by their numbers


class NoticeReader:
    """Applies the mapping of one source to what its server tells, from a watermark on."""

    def __init__(self, settings: OpcuaSettings, context: SourceContext, source: str, watermark: str | None) -> None:
        """Go on with the counters and states of a watermark."""
        self.complaining = Complaining(source)
        self._settings = settings
        self._context = context
        self._source = source
        mapping = settings.mapping
        self._state = frozenset(() if mapping.state is None else mapping.state.cell.columns)
        self._beside = _beside_a_state(mapping)
        self._entries = mapping.entries
        self._telling = [settings.told_by(entry) for entry in mapping.entries]
        self._vital = self._state.union(*self._telling)
        self._gone: dict[str, None] = {}
        self._faults = 0  # what was found that cannot be used
        bodies: list[object] = mark_of(watermark, settings.digest, [], lambda body: list(body["rows"]))
        names = settings.nodes.rows
        self._rows = [Row.parse(each, bodies[n] if n < len(bodies) else None, context) for n, each in enumerate(names)]
        self._runs = None if mapping.run is None else RunReader(settings, context, source, self._rows)
        self._told_by: dict[str, list[int]] = {}  # columns with the measures that they tell
        for number, columns in enumerate(self._telling):
            for column in columns:
                self._told_by.setdefault(column, []).append(number)
        self._readers: dict[tuple[int, tuple[int, ...]], tuple[RecordReader, frozenset[str]]] = {}
        self.connected()

    def connected(self) -> None:
        """Note that changes may have been missed, and that every value is told anew."""
        self.lost()
        for row in self._rows:
            row.connected()

    def lost(self) -> None:
        """Note that changes may have been missed."""
        for row in self._rows:
            row.broken = {item.column for item in self._settings.items}

    @property
    def watermark(self) -> str:
        """Return all that has to be remembered."""
        return text_of({"settings": self._settings.digest, "rows": [row.body() for row in self._rows]})

    @property
    def through(self) -> tuple[tuple[str, datetime], ...]:
        """Return until when everything is told of each line; of several rows of one, the one well longest ago."""
        newest: dict[str, list[datetime | None]] = {}
        for row in self._rows:
            for line in self._lines(row):
                newest.setdefault(line, []).append(row.newest)
        return tuple((line, min(each)) for line, found in newest.items() if (each := _all_of(found)))

    def read(self, notices: Iterable[Notice], now: datetime) -> list[Reading]:
        """Return the readings of notices in the order of their times; one that cannot be used costs no other."""
        groups: dict[tuple[datetime, int, int], list[Change]] = {}
        times: Counter[tuple[datetime, int, str]] = Counter()
        for notice in notices:
            change = self._understood(notice, now)
            again = times[change.at, notice.row, notice.column]  # a clock may be coarser than what it is to tell apart
            times[change.at, notice.row, notice.column] += 1
            groups.setdefault((change.at, again, notice.row), []).append(change)
        return [
            reading
            for (at, _, number), changes in sorted(groups.items(), key=lambda item: item[0])
            for reading in self._told(number, changes, at, now)
        ]

    def gone(self) -> tuple[str, ...]:
        """Return the lines of which no node has a good value any more, each once."""
        taken, self._gone = tuple(self._gone), {}
        return taken

    def lasts(self, now: datetime) -> list[Reading]:
        """Return what grows of the stops that still last: a server that answers would have told of their end."""
        return [
            reading
            for number, row in enumerate(self._rows)
            if self._state and self._state <= row.latest.keys() - row.bad.keys()
            for reading in self._reader(number, _OF_STATE)[0].lasts(now)
        ]

    def rested(self, now: datetime) -> list[Reading]:
        """Return the planned runs whose nodes have come to rest."""
        return [] if self._runs is None else self._runs.rested(now, self._complain)

    def rests_in_s(self, now: datetime) -> float | None:
        """Return after how many seconds `rested` is to be asked where nothing is told until then; None: it need not."""
        return None if self._runs is None else self._runs.rests_in_s(now)

    def _understood(self, notice: Notice, now: datetime) -> Change:
        """Return what a notice says, and complain of what cannot be used; the same fault is told once."""
        row, column = self._rows[notice.row], notice.column
        text, fault, said = None, 0, ""
        if notice.is_good:
            try:
                text = notice.text()
            except ValueProblem as problem:
                fault, said = UNUSABLE, str(problem)
        else:
            fault, said = notice.status, f"is {notice.status_name}, so its value is not used"
        if fault and row.bad.get(column) != fault:
            self._complain(column, said)
        if fault:
            row.bad[column] = fault
        elif row.bad.pop(column, 0):
            row.broken.add(column)
        if notice.has_lost:
            self._complain(column, "changed more often than the server keeps; some changes were lost")
            row.broken.add(column)
        last, is_first = row.good.get(column), column not in row.heard
        at, is_timed = self._moment(notice, last, now, is_good=not fault)
        row.heard.add(column)
        if not fault:
            row.good[column] = at if last is None else max(at, last)
        return Change(notice=notice, text=text, at=at, is_timed=is_timed, is_first=is_first)

    def _moment(self, notice: Notice, last: datetime | None, now: datetime, *, is_good: bool) -> tuple[datetime, bool]:
        """Return when a value was so; one that is gone went after it was last there, whatever time it bears."""
        for moment in notice.moments(self._settings.clock):
            if is_good or ((last is None or moment > last) and moment <= now):
                return moment, True
        return now, False

    def _told(self, number: int, changes: Sequence[Change], at: datetime, now: datetime) -> list[Reading]:
        """Return the readings of what changed at one moment in one row."""
        row, faults = self._rows[number], self._faults
        missed = row.take(changes, at)
        if self._runs is not None:
            return self._runs.take(number, changes, now, self._complain)
        readings = self._of_state(number, changes, now, is_missed=bool(missed & self._state))
        due = sorted({n for change in changes for n in self._told_by.get(change.column, ())})
        due = [n for n in due if self._is_to_tell(row, n, changes)]
        parts = tuple(n for n in due if self._entries[n].column is None)  # of which one counts, whichever fits first
        for told in (parts, *((n,) for n in due if n not in parts)):
            if told:
                is_missed = any(self._telling[n] & missed for n in told)
                readings += self._read(number, told, at, now, unbroken=not is_missed)
        if self._faults == faults:  # what cannot be used says nothing of the line
            row.grows_to(at, changes, now, self._settings.mapping.ahead)
        if self._vital <= row.bad.keys() and not self._vital.isdisjoint(change.column for change in changes):
            self._gone |= dict.fromkeys(self._lines(row))
        return readings

    def _is_to_tell(self, row: Row, number: int, changes: Sequence[Change]) -> bool:
        telling = [change for change in changes if change.column in self._telling[number]]
        return row.is_to_tell(number, self._entries[number], telling)

    def _of_state(self, number: int, changes: Sequence[Change], now: datetime, *, is_missed: bool) -> list[Reading]:
        """Return what changes of stops: by a state, or by what is said beside it, such as why the machine stands."""
        row, columns = self._rows[number], {change.column for change in changes}
        is_new = bool(columns & self._state)
        if not self._state <= row.latest.keys() or not (is_new or columns & self._beside):
            return []
        at = max(row.since[column] for column in self._state | (columns & self._beside))
        unknown = any(not row.latest[column] for column in self._state)
        return self._read(number, _OF_STATE, at, now, unbroken=not is_missed, is_unknown=unknown)

    def _read(
        self,
        number: int,
        told: tuple[int, ...],
        at: datetime,
        now: datetime,
        *,
        unbroken: bool,
        is_unknown: bool = False,
    ) -> list[Reading]:
        row, mapping = self._rows[number], self._settings.mapping
        reader, columns = self._reader(number, told)
        record = {column: row.latest.get(column, "") for column in columns}
        record |= {**row.names, TIME: at.isoformat()}
        if is_unknown:  # a word for a missing value says so; an empty cell says nothing of a state
            word = min((word for word in mapping.missing if word), default="null")
            record |= dict.fromkeys(self._state, word)
        return reader.read(record, passage=Passage(), now=now, complain=self._complain, unbroken=unbroken)

    def _reader(self, number: int, told: tuple[int, ...]) -> tuple[RecordReader, frozenset[str]]:
        """Return the reader of the state of a row, or of some of its measures, and its columns; they share a memory."""
        found = self._readers.get((number, told))
        if found is None:
            mapping = self._settings.mapping
            entries = tuple(self._entries[n] for n in told if n >= 0)
            narrow = replace(mapping, entries=entries, state=mapping.state if told == _OF_STATE else None)
            if all(entry.counter is not None for entry in entries):  # told apart by their moment
                narrow = replace(narrow, key=())
            elif TIME in narrow.key and all(entry.kind in SUMMED for entry in entries):  # by what they hold, too
                narrow = replace(narrow, key=(*narrow.key, *sorted(set().union(*(self._telling[n] for n in told)))))
            reader = RecordReader(narrow, self._context, self._source, self._rows[number].memory)
            if len(self._readers) >= MOST_READERS:
                self._readers.clear()
            found = self._readers[number, told] = reader, narrow.columns
        return found

    def _lines(self, row: Row) -> tuple[str, ...]:
        """Return the line that a row is of, where that is known without its values."""
        cell = self._settings.mapping.node
        if cell.fixed is not None:
            return (cell.fixed,)
        if not row.names.keys() >= set(cell.columns):
            return ()
        given = fold(cell.text(row.names))
        known = {fold(name): node for node, name in self._context.nodes.items()}
        known |= {fold(node): node for node in self._context.nodes} | dict(cell.words)
        return (known[given],) if given in known else ()

    def _complain(self, column: str, said: str) -> None:
        self._faults += 1
        where = "the time of a value" if column == TIME else column[:LONGEST_SHOWN]
        self.complaining.add(where or "a value", said)


def _all_of(moments: Sequence[datetime | None]) -> list[datetime]:
    """Return moments where none is missing, else nothing."""
    found = [moment for moment in moments if moment is not None]
    return found if len(found) == len(moments) else []


def _beside_a_state(mapping: RecordMapping) -> frozenset[str]:
    """Return the columns that say of a stop what it is besides its state: why, of which product, of which order."""
    if mapping.state is None:
        return frozenset()
    cells = (mapping.state.reason, mapping.product, mapping.order)
    return frozenset(column for cell in cells if cell is not None for column in cell.columns)
