"""A workbook or a folder of workbooks, looked at again and again: each row one part, or the totals of a span."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, Final

from board.kpi.reading import Batch, Complaint
from board.plant.plant import SourceSpec
from board.sources.about import About, Asked, Found, found_in
from board.sources.contract import READINGS_A_BATCH, SourceContext, SourceError
from board.sources.csv_setting import expand
from board.sources.excel_ask import Ask
from board.sources.excel_block import BlockReader
from board.sources.excel_cell import RowReader
from board.sources.excel_guard import MIB, BookError
from board.sources.excel_look import ExcelLook
from board.sources.excel_mark import BookMark, FolderMark
from board.sources.excel_setting import SHEET_COLUMN, ExcelSettings, read_settings
from board.sources.excel_workbook import StirredError, sheets, told_of
from board.sources.file_order import ROWS_TRIED, FileOrder
from board.sources.folder_file import FolderMemory, FoundFile, find_files
from board.sources.mapping import FILE_COLUMN
from board.sources.memory import Memory
from board.sources.origin import Origins
from board.sources.record import Record, RecordReader

LOCKS: Final = ("~$", ".~lock.")  # files that lie beside a workbook while somebody has it open
MOST_FOUND: Final = 20_000  # files of a folder, those changed last
CHECKED_FILES, CHECKED_ROWS = 3, 1_000
ROWS_SHOWN: Final = 50  # to somebody who looks round

_PLACES: Final = frozenset({FILE_COLUMN, SHEET_COLUMN})
_ASKED = (
    Asked(key="path", says="the workbooks, with wild cards", example='"drop/*.xlsx"', needed=True),
    Asked(key="sheet", says="the sheet: a name, perhaps with wild cards, or a number", example='"Counts"'),
    Asked(key="header", says="the row that names the columns, where it is not found out, or the first and last of it"),
    Asked(key="columns", says="names for the columns from A on, where no row names them", example='["Time", "Good"]'),
    Asked(key="complete", says='how far intervals are final: "newest", "seen" or "closed"'),
    Asked(key="lag", says="how long rows may come late", example='"2 h"'),
    Asked(key="timeout", says="how long reading a workbook may take", example='"10 s"'),
    Asked(key="largest_mib", says="how large a workbook may be", example="5"),
    Asked(key="most_rows", says="how many rows a sheet may have", example="100000"),
    Asked(key="most_files", says="how many workbooks are read, those changed last", example="500"),
)


class ExcelFolder:
    """A source of kind "excel"."""

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        self._spec = spec
        self._context = context
        self._settings = read_settings(spec, context)
        self._reader = RecordReader(self._settings.mapping, context, spec.id)
        self._known = RecordReader(self._settings.mapping, context, spec.id)
        self._order = FileOrder(self._settings.mapping, context, partial(_first_records, settings=self._settings))
        self._origins = Origins()
        self._first_rows = 0  # all
        self._files = FolderMemory(spec.id, self._settings.path)
        self._complained: dict[str, set[str]] = {}  # what was said of its rows when it was read last

    @classmethod
    def describe(cls) -> About:
        """Say what this kind is and what it asks for."""
        says = "a workbook (xlsx, xls or ods) or a folder of them, looked at again and again"
        return About(kind="excel", says=says, settings=_ASKED)

    @classmethod
    def discover(cls, spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]:
        """Return the columns of each sheet of the newest workbook that can be read, with samples."""
        del now
        settings = read_settings(spec, context, mapped=False)
        found, _ = _workbooks(settings, context)
        faults = [] if found else [f"no workbook matches {expand(settings.path, context)} yet"]
        for file in reversed(found[-CHECKED_FILES:]):
            try:
                return _found_in(file, settings)
            except (BookError, OSError) as error:
                faults.append(f"{file.name} {error}")
            except StirredError:
                faults.append(f"{file.name} is being written; try again")
        raise SourceError(faults[0])

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Read the first rows of the newest workbooks and say what is wrong with them."""
        trial = ExcelFolder(self._spec, self._context)
        trial._settings = replace(self._settings, most_files=CHECKED_FILES)
        trial._first_rows = CHECKED_ROWS
        try:
            complaints = [complaint for batch in trial.read(None, now) for complaint in batch.complaints]
        except SourceError as error:
            return (Complaint(source=self._spec.id, where=self._settings.path, said=str(error)),)
        if not trial._files.names:
            said = f"no workbook matches {expand(self._settings.path, self._context)} yet"
            complaints.append(Complaint(source=self._spec.id, where=self._settings.path, said=said))
        return tuple(complaints)

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Take one bounded look at the workbooks; SourceError where their folder cannot be reached."""
        found, left_out = _workbooks(self._settings, self._context)
        mark = FolderMark.parse(watermark, self._settings.digest)
        mark.keep(found)
        look = ExcelLook(
            source=self._spec.id, settings=self._settings, mark=mark, now=now, watch=self._context.stopwatch
        )
        if left_out and not self._first_rows:
            said = f"{left_out} older workbooks are not read; move them away, narrow the path or raise most_files"
            look.tell_of(*self._files.complain(self._settings.path, said))
        self._notice(found, now)
        due = [file for file in found if mark.files[file.name].is_due(file.size, file.changed, now)]
        if self._settings.mapping.remembers:
            look.memory = self._reader.memory = Memory.parse(mark.memory, self._context)
            due = self._in_order(due, look)
        for file in due:
            for batch in self._file(file, look):
                look.pause()
                yield batch
                look.resume()
            if look.out_of_time() or look.blocked:
                look.more = look.more or (file is not due[-1] and not look.blocked)
                break
        look.unread = look.unread or mark.lacks(any_file=self._settings.complete != "newest")
        yield from self._last_batches(look)

    def _last_batches(self, look: ExcelLook) -> Iterator[Batch]:
        """Yield the rest of a look, with what grows of the stops that still last."""
        look.take(look.last_states(self._reader))
        while len(look.readings) > READINGS_A_BATCH:
            yield look.batch()
        if look.has_states and look.memory is not None:
            look.mark.memory = look.memory.body()
        yield look.last_batch(self._reader.take_told())

    def _in_order(self, due: list[FoundFile], look: ExcelLook) -> list[FoundFile]:
        """Return workbooks in the order of time, since a counter goes on from one to the next.

        Of several that were never read, none is read while one of them is being written.
        """
        new = {file.name for file in due if not look.mark.files[file.name].was_read}
        if len(new) > 1 and not all(self._files.is_settled(file, look.now) for file in due if file.name in new):
            look.pending = True
            due = [file for file in due if file.name not in new]
        placed = self._order.of_time(due, look.out_of_time)
        look.more = bool(due) and not placed
        return placed

    def _notice(self, found: list[FoundFile], now: datetime) -> None:
        """Remember since when each workbook stands as it does."""
        self._files.notice(found, now)
        kept = {*self._files.names, self._settings.path}
        self._complained = {name: said for name, said in self._complained.items() if name in kept}

    def _file(self, file: FoundFile, look: ExcelLook) -> Iterator[Batch]:
        """Read one workbook; whatever is wrong with it costs no other workbook anything."""
        if not self._files.is_settled(file, look.now):
            look.pending = True
            return
        look.file_begins(file.name, self._complained.get(file.name, set()))
        try:
            yield from self._sheets(file, look)
            self._files.is_well(file.name)
            if not look.has_complained:
                look.mended.append(file.name)
        except BookError as error:
            look.tell_of(*self._files.complain(file.name, f"{file.name} {error}"))
            was_read = look.mark.files[file.name].was_read
            look.mark.files[file.name] = BookMark(size=file.size, changed=file.changed, was_read=was_read, faulty=True)
            self._forget_half(look)
        except StirredError:
            look.pending = True
            self._forget_half(look)
        except OSError as error:
            said = f"{file.name} cannot be read ({error.strerror or error}); it is tried again at every look"
            look.tell_of(*self._files.complain(file.name, said))
            look.unread = True
            look.blocked = self._settings.mapping.remembers and not look.mark.files[file.name].was_read
            self._forget_half(look)
        self._complained[file.name] = look.file_ends()

    def _forget_half(self, look: ExcelLook) -> None:
        """Remember nothing of a workbook that was not read to its end, since all of it is read again."""
        if look.memory is not None:
            look.memory = self._reader.memory = Memory.parse(look.mark.memory, self._context)

    def _sheets(self, file: FoundFile, look: ExcelLook) -> Iterator[Batch]:
        """Read the sheets of one workbook, and move its mark on once all are read."""
        mark, settings = look.mark.files[file.name], self._settings
        blocks: dict[str, tuple[str, ...]] = {}
        again: list[datetime] = []
        ask = _ask(settings, first_rows=self._first_rows)
        with _told_of(file, settings, ask) as paper:
            for sheet, lines in sheets(paper):
                look.total += sheet.rows
                rows = RowReader(settings, sheet.columns, file=file.name, sheet=sheet.name)
                reader = BlockReader(rows, self._reader, look, self._known, sheet=sheet.name)
                for readings in reader.read(lines, sheet.rows, mark.blocks.get(sheet.name, ())):
                    look.take(readings)
                    if not settings.mapping.key and (
                        fault := self._origins.fault(reader.own, file.name, look.mark.files)
                    ):
                        said = f"a row of it {fault}"
                        look.tell_of(Complaint(source=self._spec.id, where=file.name, said=said))
                    while len(look.readings) > READINGS_A_BATCH:
                        yield look.batch()
                blocks[sheet.name] = tuple(reader.blocks)
                again += [] if reader.again is None else [reader.again]
        late, due = self._reader.memory.states.late(), min(again, default=None)
        if late and mark.size < 0 and not self._first_rows and not look.mark.has_some_of(blocks):
            look.tell_of_late(file.name, late)
        look.mark.files[file.name] = BookMark(
            size=file.size, changed=file.changed, again=due, blocks=blocks, was_read=True
        )
        if look.memory is not None:
            look.mark.memory = look.memory.body()


def _workbooks(settings: ExcelSettings, context: SourceContext) -> tuple[list[FoundFile], int]:
    """Return the newest workbooks, oldest first, and how many were left out; SourceError where none can be reached."""
    path = expand(settings.path, context)
    if not any(mark in path for mark in "*?[") and Path(path).is_dir():
        raise SourceError(f'{path} is a folder; end the path with "/*.xlsx" to read the workbooks in it')
    found, _ = find_files(path, MOST_FOUND)
    found = [file for file in found if not file.path.name.startswith(LOCKS)]
    return found[-settings.most_files :], max(len(found) - settings.most_files, 0)


def _told_of(file: FoundFile, settings: ExcelSettings, ask: Ask) -> AbstractContextManager[IO[bytes]]:
    """Return what a child says of a file, if that may be read at all."""
    if file.odd:
        raise BookError(file.odd)
    if file.size > settings.largest:
        raise BookError(f"is larger than {settings.largest // MIB} MiB; split it or raise largest_mib")
    state = (file.size, file.changed)
    return told_of(file.path, state, ask, largest=settings.largest, timeout=settings.timeout)


def _ask(settings: ExcelSettings, *, first_rows: int = 0, sheet: str = "") -> Ask:
    return Ask(
        sheet=sheet or settings.sheet,
        header=settings.header,
        names=settings.columns,
        columns=settings.wanted,
        most_rows=settings.most_rows,
        first_rows=first_rows,
    )


def _found_in(file: FoundFile, settings: ExcelSettings) -> tuple[Found, ...]:
    """Return the columns of each sheet that is wanted; where none is named those of all, or only of the one read."""
    try:
        return tuple(_columns(file, settings, settings.sheet or "*"))
    except BookError:
        if settings.sheet:
            raise
        return tuple(_columns(file, settings, ""))  # a later sheet may be no table


def _columns(file: FoundFile, settings: ExcelSettings, wanted: str) -> Iterator[Found]:
    """Yield the columns of the wanted sheets of one workbook."""
    ask = _ask(settings, first_rows=ROWS_SHOWN, sheet=wanted)
    with _told_of(file, settings, ask) as paper:
        for place, (sheet, lines) in enumerate(sheets(paper)):
            rows = RowReader(settings, sheet.columns, file=file.name, sheet=sheet.name)
            found = [cells for line in lines if not isinstance(cells := json.loads(line)[1], str)]
            records = [dict.fromkeys(sheet.columns, ""), *(rows.record(cells, _unheard) for cells in found)]
            named = "" if settings.sheet or place == 0 else sheet.name
            yield from (column for column in found_in(records, rows=named) if column.name not in _PLACES)


def _first_records(file: FoundFile, settings: ExcelSettings) -> Iterator[Record]:
    """Yield the first rows of a workbook as records; none where it cannot be read."""
    ask = _ask(settings, first_rows=ROWS_TRIED)
    with suppress(BookError, OSError, StirredError), _told_of(file, settings, ask) as paper:
        for sheet, lines in sheets(paper):
            rows = RowReader(settings, sheet.columns, file=file.name, sheet=sheet.name)
            found = [cells for line in lines if not isinstance(cells := json.loads(line)[1], str)]
            yield from (rows.record(cells, _unheard) for cells in found)


def _unheard(_column: str, _said: str) -> None:
    """Hear a complaint that nobody has asked for."""
