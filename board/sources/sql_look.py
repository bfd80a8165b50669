"""One look at a database: the rows behind the watermark, with the mark that goes with them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final, Protocol

from board.kpi.reading import Batch, Complaint, Reading
from board.sources.complaining import Repeats
from board.sources.contract import READINGS_A_BATCH, SourceContext, SourceError
from board.sources.memory import Memory
from board.sources.moment import EARLIEST
from board.sources.planned_row import apart
from board.sources.recent import Recent, shared_key
from board.sources.record import Passage, RecordReader
from board.sources.row_time import RowTime, Unusable
from board.sources.since import Value
from board.sources.sql_mark import SqlMark
from board.sources.sql_setting import SqlSettings
from board.sources.typed_cell import CellError, CellWriter

LOOK_S: Final = 10.0
MOST_ROWS: Final = 5_000  # of one look, where the watermark can go on behind them
MOST_ROWS_AT_ONCE: Final = 20_000  # where it cannot
SHORTLY: Final = timedelta(days=1)  # rows that begin within this are looked at again until they are over
AGAIN: Final = timedelta(minutes=5)  # a part of a longer look is read again so long after a row in it is over
COMPLAINTS_A_LOOK: Final = 20

Names = tuple[str, ...]
Rows = Iterator[Sequence[object]]


class Asked(Protocol):
    """What a look needs of a database."""

    @property
    def dialect(self) -> str:
        """Return the kind of database."""
        ...

    def rows(self, query: str, values: Mapping[str, object]) -> AbstractContextManager[tuple[Names, Rows]]:
        """Give the names of the columns and the rows of a query."""
        ...


class SqlLook:
    """Reads what one source has at the moment; what it found is sent once the database is let go."""

    def __init__(self, source: str, settings: SqlSettings, context: SourceContext, mark: SqlMark) -> None:
        """Begin at a mark."""
        self.mark = mark
        self._source = source
        self._settings = settings
        self._watch = context.stopwatch
        self._reader = RecordReader(settings.mapping, context, source, Memory.parse(mark.memory, context))
        self._time = RowTime(settings.mapping, context)
        self._writer = CellWriter(settings.mapping)
        self._passage = Passage.parse(mark.night) if settings.mapping.key else Passage()
        self._complaints: list[Complaint] = []
        self._repeats = Repeats()
        self._faults = 0
        self._recent = Recent()
        self._now = EARLIEST
        self._begun: Value | None = None
        self._last: Value | None = None
        self._top: Value | None = None
        self._held = ""  # how far the first row is that is not over
        self._held_until: datetime | None = None  # when the first of them is
        self._is_ordered = True
        self._is_cut = False  # more is waiting

    def run(self, database: Asked, recent: Recent, now: datetime) -> Iterator[Batch]:
        """Yield what is new; the last batch has a progress below 1 where the look ended before the table did."""
        self._recent, self._now = recent, now
        recent.look_begins()
        before, began_s = self.mark, self._watch()
        self._go_back()
        with database.rows(self._settings.query, self.values(database.dialect, now)) as (names, rows):
            records = self._records(rows, self._places(names), began_s)
            for record, value in records if not self._is_any_order else oldest_first(list(records), self._start):
                self._take(record, value)
        self._move_on()
        yield from self._batches(before)

    @property
    def _is_any_order(self) -> bool:
        """Tell whether what rows mean hangs on their order, of which no watermark tells anything."""
        return self._settings.mapping.remembers and self._settings.since is None

    def _records(
        self, rows: Rows, places: Mapping[str, int], began_s: float
    ) -> Iterator[tuple[dict[str, str], Value | None]]:
        """Yield the rows of this look as records, each with how far it brings us."""
        for number, row in enumerate(rows):
            record = self._record(row, places)
            value = self._value(record)
            is_long = number >= MOST_ROWS or self._watch() - began_s > LOOK_S
            if is_long and self._is_enough(number, value):
                self._is_cut = True
                return
            yield record, value

    def _start(self, record: Mapping[str, str]) -> datetime | None:
        """Return when a row begins, without a word of what is wrong with it; None where it does not say."""
        try:
            return self._time.span(record, Passage(), self._now + SHORTLY, lambda *_: None, node="", key="")[0]
        except Unusable:
            return None

    def _go_back(self) -> None:
        """Begin once more at a row that was not over when a part of a longer look was read, once it is.

        So all of it is read again, but never more often than such rows end, and than a pause lets it.
        """
        mark, since = self.mark, self._settings.since
        is_due = mark.held_until is not None and mark.held_until <= self._now - AGAIN
        if is_due and since is not None and not mark.is_exact:
            self.mark = replace(mark, since=since.before(mark.held), held="", held_until=None)

    def values(self, dialect: str, now: datetime) -> dict[str, object]:
        """Return the values that the query wants to have filled in."""
        since, mark = self._settings.since, self.mark
        is_bare = mark.is_bare if since is None or since.is_bare is None else since.is_bare
        is_bare = not dialect.startswith("postgres") if is_bare is None else is_bare
        found: dict[str, object] = {"now": now if since is None else since.written(now, is_bare=is_bare)}
        if since is not None:
            self._begun = since.kept(mark.since)
            found["watermark"] = since.bound(self._begun, now, is_bare=is_bare, is_exact=mark.is_exact)
        if dialect == "sqlite":  # it has no times, but texts
            found = {
                name: value.isoformat(" ", "seconds") if isinstance(value, datetime) else value
                for name, value in found.items()
            }
        return {name: value for name, value in found.items() if name in self._settings.values}

    def _places(self, names: Names) -> dict[str, int]:
        """Return where each column that is wanted stands; SourceError where one does not."""
        known = {name.casefold(): place for place, name in reversed(list(enumerate(names)))}
        absent = sorted(column for column in self._settings.wanted if column.casefold() not in known)
        if absent:
            columns = " and no column ".join(map(repr, absent))
            raise SourceError(f"the query gives no column {columns}; it gives {', '.join(names)[:300]}")
        return {column: known[column.casefold()] for column in self._settings.wanted}

    def _record(self, row: Sequence[object], places: Mapping[str, int]) -> dict[str, str]:
        """Return a row as a record."""
        record, faults = {}, []
        for column, place in places.items():
            try:
                record[column] = self._writer.text(column, row[place])
            except CellError as error:
                record[column] = ""
                faults.append((column, str(error)))
        for column, said in faults:
            self._complain(record, column, said)
        return record

    def _value(self, record: Mapping[str, str]) -> Value | None:
        """Return how far a row brings us."""
        since = self._settings.since
        if since is None:
            return None
        try:
            is_bare = self.mark.is_bare if since.is_bare is None else since.is_bare
            value, is_bare = since.value_of(record[since.column], is_bare)
        except ValueError:
            self._complain(record, since.column, "does not say when the row was changed, so it may not be read")
            return None
        if self.mark.is_bare is None and is_bare is not None:
            self.mark = replace(self.mark, is_bare=is_bare)
        if since.is_too_late(value, self._now, self._settings.mapping.ahead, is_bare=bool(is_bare)):
            said = "says that the row was changed in the future, so nobody goes on behind it"
            self._complain(record, since.column, said)
            return None
        return value

    def _is_enough(self, number: int, value: Value | None) -> bool:
        """Tell whether the look may end before a row, so that the next goes on there; SourceError where none can."""
        since = self._settings.since
        is_known = since is not None and value is not None and self._last is not None
        if is_known and self._is_ordered and self._last not in (value, self._begun):
            return True
        if number < MOST_ROWS_AT_ONCE:
            return False
        if since is None:
            raise SourceError(
                f"the query gives more than {number:,} rows; ask only for what is new, with :watermark and watermark"
            )
        raise SourceError(
            f"the query gives more than {number:,} rows, and not in the order of {since.column}; "
            f"end it with ORDER BY {since.column}"
        )

    def _take(self, record: dict[str, str], value: Value | None) -> None:
        """Turn a row into readings; one whose time is not over is looked at again."""
        self._note(value)
        if self._settings.mapping.remembers:
            self._take_instant(record, value)
            return

        def complain(column: str, said: str) -> None:
            self._complain(record, column, said)

        found = self._reader.read(record, passage=self._passage, now=self._now + SHORTLY, complain=complain)
        if not found:
            return
        start, end, now = found[0].start, found[0].end, self._now
        if end > now:
            is_ahead = start > now + self._settings.mapping.ahead
            self._hold(value, start - self._settings.mapping.ahead if is_ahead else end)
            if is_ahead:
                return
            found = [replace(reading, final=False) for reading in found]
        self._tells_until([end if end <= now else start])
        if again := self._recent.note(found):
            complain("", shared_key(again[0]))

    def _take_instant(self, record: dict[str, str], value: Value | None) -> None:
        """Take a row of counters or states: it has no span that could run on, but one that lies ahead has to wait."""
        said: list[tuple[str, str]] = []
        found = self._reader.read(
            record, passage=self._passage, now=self._now, complain=lambda column, fault: said.append((column, fault))
        )
        ahead = self._reader.ahead
        is_soon = ahead is not None and ahead <= self._now + SHORTLY
        if ahead is not None and is_soon and self._hold(value, ahead - self._settings.mapping.ahead):
            return
        for column, fault in said:
            self._complain(record, column, fault)
        self._tells_until([reading.end if reading.final else reading.start for reading in found])
        self._recent.note(found)

    def _tells_until(self, moments: Iterable[datetime]) -> None:
        """Note the newest of what was told."""
        known = [] if self.mark.newest is None else [self.mark.newest]
        self.mark = replace(self.mark, newest=max([*moments, *known], default=None))

    def _hold(self, value: Value | None, until: datetime) -> bool:
        """Note a row that is to be read again once a time has come; tell whether it will be."""
        since = self._settings.since
        if since is None:
            return True
        if value is None or isinstance(value, str):
            return False
        self._held = since.earlier(self._held, value)
        self._held_until = until if self._held_until is None else min(until, self._held_until)
        return True

    def _note(self, value: Value | None) -> None:
        """Note how far the rows have come, and whether they come in order."""
        if value is None:
            return
        if isinstance(value, str):
            self._top = value
        else:
            last = self._last if not isinstance(self._last, str) else None
            top = self._top if not isinstance(self._top, str) else None
            self._is_ordered = self._is_ordered and (last is None or value >= last)
            self._top = value if top is None else max(top, value)
        self._last = value

    def _move_on(self) -> None:
        """Move the mark on behind what was read."""
        value, mark, known = self._last if self._is_cut else self._top, self.mark, self._settings.since
        since = mark.since if value is None else str(value)
        if known is not None and (held := known.kept(self._held)) is not None and not isinstance(held, str):
            if self._is_cut:
                until = [each for each in (mark.held_until, self._held_until) if each is not None]
                mark = replace(mark, held=known.earlier(mark.held, held), held_until=min(until))
            else:
                since = known.earlier(since, held - 1)
        night = None
        if self._settings.mapping.key:
            night = self._passage.body(self._now, self._settings.mapping.spelling.zone)
        self.mark = replace(mark, since=since, is_exact=self._is_cut, night=night)
        if self._settings.mapping.remembers:
            self._remember()

    def _remember(self) -> None:
        """Note how far counters and states have told, and what they leave for the next look."""
        since = self._settings.since
        if since is not None and not self._is_ordered:
            said = (
                f"does not rise from row to row, so values may be left out; end the query with ORDER BY {since.column}"
            )
            self._complain({}, since.column, said)
        if self._settings.mapping.state is not None:
            self._tells_until(self._reader.told.values())
        until = self._complete_through()
        if until is not None and not self._is_cut:
            self._recent.note(self._reader.lasts(min(until, self._now)))
        self.mark = replace(self.mark, memory=self._reader.memory.body())

    def _complain(self, record: Mapping[str, str], column: str, said: str) -> None:
        said = f"{column or 'the row'} {said}"
        key = "|".join(record.get(name, "") for name in self._settings.mapping.key)[:60]
        where = "".join(letter if letter.isprintable() else "\ufffd" for letter in f"row {key}".strip())
        complaint = Complaint(source=self._source, where=f"{where}, {column}" if column else where, said=said)
        if not self._recent.untold(complaint, column) or not self._repeats.is_first(column, said):
            return
        self._faults += 1
        if self._faults <= COMPLAINTS_A_LOOK:
            self._complaints.append(complaint)

    def _batches(self, before: SqlMark) -> Iterator[Batch]:
        """Yield what was found; only the last batch moves the mark."""
        for again in self._repeats.take():
            self._complaints.append(Complaint(source=self._source, where="the rows", said=again))
        left = self._faults - COMPLAINTS_A_LOOK
        if left > 0:
            said = f"{left} more things in it could not be used"
            self._complaints.append(Complaint(source=self._source, where="the rows", said=said))
        is_mended = not self._is_cut and self._recent.look_is_over() and self._settings.since is None
        complete, through = self._through()
        while self._recent.count() > READINGS_A_BATCH:
            full = self._recent.take(READINGS_A_BATCH, is_last=True)
            yield self._batch(full, before)
            self._recent.sent(full)
        progress = Fraction(0) if self._is_cut else None
        rest = self._recent.take(READINGS_A_BATCH, is_last=True)
        last, mended = self._batch(rest, self.mark), ("",) if is_mended else ()
        yield replace(last, progress=progress, complete_through=complete, through=through, mended=mended)
        self._recent.sent(rest)

    def _through(self) -> tuple[datetime | None, tuple[tuple[str, datetime], ...]]:
        """Return through when all is told, and of single nodes; while a counter has no value, only of other nodes."""
        complete = None if self._is_cut else self._complete_through()
        is_whole = not self._reader.memory.unknown.nodes
        if complete is None or (is_whole and self._settings.mapping.state is None):
            return complete, ()
        is_seen, told = self._settings.complete == "seen", self._reader.take_told()
        through = tuple((node, complete if is_seen else min(at, complete)) for node, at in told)
        return (complete if is_whole else None), through

    def _complete_through(self) -> datetime | None:
        newest = self._now if self._settings.complete == "seen" else self.mark.newest
        found = None if newest is None else newest - self._settings.lag
        held_until = self.mark.held_until
        return found if found is None or held_until is None else min(found, held_until)

    def _batch(self, readings: list[Reading], mark: SqlMark) -> Batch:
        complaints, self._complaints = tuple(self._complaints), []
        batch = Batch(
            source=self._source,
            readings=tuple(readings),
            watermark=mark.text(),
            seen_at=self._now,
            by_rows=self._settings.complete == "newest",
            complaints=complaints,
        )
        return apart(batch)


def oldest_first(
    rows: list[tuple[dict[str, str], Value | None]], start: Callable[[Mapping[str, str]], datetime | None]
) -> list[tuple[dict[str, str], Value | None]]:
    """Return rows of which the newest may come first in the order of time."""
    first, last = (next(filter(None, (start(record) for record, _ in each)), None) for each in (rows, reversed(rows)))
    return rows[::-1] if first is not None and last is not None and last < first else rows
