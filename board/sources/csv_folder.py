"""A file or a folder of CSV files, looked at again and again: each row one part, or the totals of a span."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from functools import partial
from itertools import islice
from typing import BinaryIO

from board.kpi.reading import Batch, Complaint, Quality, Reading
from board.plant.plant import SourceSpec
from board.sources.about import About, Asked, Found, found_in
from board.sources.contract import READINGS_A_BATCH, SourceContext, SourceError
from board.sources.csv_file import FileReading
from board.sources.csv_look import Look
from board.sources.csv_mark import FileMark, FolderMark, is_copy
from board.sources.csv_setting import CsvSettings, expand, read_settings
from board.sources.csv_table import first_records, open_table
from board.sources.csv_text import FileError, Row, read_lines, read_rows
from board.sources.file_order import FileOrder
from board.sources.folder_file import FolderMemory, FoundFile, find_files
from board.sources.mapping import FILE_COLUMN
from board.sources.memory import Memory, as_readings
from board.sources.origin import Origins
from board.sources.record import Passage, RecordReader

FAR = timedelta(days=366)  # rows are laid out for days to come; beyond this a time is a mistake
PASSAGES_KEPT = 8
CHECKED_FILES, CHECKED_BYTES = 20, 1024 * 1024
ROWS_BETWEEN_GLANCES = 64  # at the stopwatch
ROWS_SHOWN = 50  # to somebody who looks round
_NO_SUMS = frozenset({"level", "sample"})


class CsvFolder:
    """A source of kind "csv"."""

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        self._spec = spec
        self._context = context
        self._settings = read_settings(spec, context)
        self._reader = RecordReader(self._settings.mapping, context, spec.id)
        self._order = FileOrder(self._settings.mapping, context, partial(first_records, settings=self._settings))
        self._files = FolderMemory(spec.id, self._settings.path)
        self._origins = Origins()
        self._is_trial = False
        self._passages: dict[str, tuple[int, Passage]] = {}  # of growing files, with the offset they belong to

    @classmethod
    def describe(cls) -> About:
        """Say what this kind is and what it asks for."""
        return About(
            kind="csv",
            says="a file or a folder of CSV files, looked at again and again",
            settings=(
                Asked(key="path", says="the files, with wild cards", example='"drop/*.csv"', needed=True),
                Asked(key="delimiter", says="the mark between cells, where it is not found out", example='";"'),
                Asked(
                    key="encoding", says="how the files spell letters, where it is not found out", example='"cp1252"'
                ),
                Asked(
                    key="columns", says="names for the columns, where no line names them", example='["Time", "Good"]'
                ),
                Asked(key="skip_lines", says="how many lines stand before the header", example="2"),
                Asked(key="quote", says="the mark around cells with marks in them; empty for none", example='"\'"'),
                Asked(key="complete", says='how far intervals are final: "newest", "seen" or "closed"'),
                Asked(key="lag", says="how long rows may come late", example='"2 h"'),
                Asked(key="most_files", says="how many files are read, those changed last", example="2000"),
                Asked(key="look_mib", says="how much is read at one look", example="5"),
            ),
        )

    @classmethod
    def discover(cls, spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]:
        """Return the columns of the newest file that can be read, with samples from its first rows."""
        del now
        settings = read_settings(spec, context, mapped=False)
        files, _ = find_files(expand(settings.path, context), settings.most_files)
        faults = []
        for file in reversed(files[-CHECKED_FILES:]):
            try:
                found = _columns(file, settings)
            except (FileError, OSError) as error:
                faults.append(f"{file.name} {error}")
                continue
            if found:
                return found
        raise SourceError(faults[0] if faults else f"no file matches {expand(settings.path, context)} yet")

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Read the start of the newest files and say what is wrong with them."""
        trial = CsvFolder(self._spec, self._context)
        trial._settings = replace(self._settings, look_bytes=CHECKED_BYTES, most_files=CHECKED_FILES)
        trial._is_trial = True
        try:
            complaints = [complaint for batch in trial.read(None, now) for complaint in batch.complaints]
        except SourceError as error:
            return (Complaint(source=self._spec.id, where=self._settings.path, said=str(error)),)
        if not trial._files.names:
            said = f"no file matches {expand(self._settings.path, self._context)} yet"
            complaints.append(Complaint(source=self._spec.id, where=self._settings.path, said=said))
        return tuple(complaints)

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Take one bounded look at the files; SourceError where their folder cannot be reached."""
        found, left_out = find_files(expand(self._settings.path, self._context), self._settings.most_files)
        mark = FolderMark.parse(watermark, self._settings.digest)
        mark.keep(found)
        look = Look(source=self._spec.id, settings=self._settings, mark=mark, now=now, watch=self._context.stopwatch)
        if left_out and not self._is_trial:
            said = f"{left_out} older files are not read; move them away, narrow the path or raise most_files"
            look.tell_of(*self._files.complain(self._settings.path, said))
        latest = now + self._settings.mapping.ahead
        due = [file for file in found if mark.files[file.name].is_due((file.size, file.changed), latest)]
        if self._settings.mapping.remembers:
            look.memory = self._reader.memory = Memory.parse(mark.memory, self._context)
            due = self._order.of_time(due)
        look.total = sum(max(file.size - mark.files[file.name].offset, 0) for file in due)
        self._files.notice(found, now)
        for file in due:
            for batch in self._file(file, look):
                look.pause()
                yield batch
                look.resume()
            if look.out_of_time() or self._must_wait(look):
                look.more = look.more or (file is not due[-1] and not look.blocked)
                break
        look.unread = look.unread or mark.lacks(any_file=self._settings.complete != "newest")
        look.take(look.last_states(self._reader))
        yield look.last_batch(self._reader.take_told())

    def _file(self, file: FoundFile, look: Look) -> Iterator[Batch]:
        """Read what is new in one file; whatever is wrong with it costs no other file anything."""
        look.file_begins(file.name)
        try:
            if file.odd:
                raise FileError(file.odd)
            with file.path.open("rb") as stream:
                yield from self._stream(stream, file, look)
            self._files.is_well(file.name)
        except FileError as error:
            look.tell_of(*self._files.complain(file.name, f"{file.name} {error}"))
            before, look.whole = look.mark.files[file.name], False
            look.mark.files[file.name] = replace(before, size=file.size, changed=file.changed, faulty=True)
        except OSError as error:
            said = f"{file.name} cannot be read ({error.strerror or error}); it is tried again at every look"
            look.tell_of(*self._files.complain(file.name, said))
            look.unread, look.whole = True, False
            look.blocked = self._settings.mapping.remembers and not look.mark.files[file.name].offset
        look.file_ends()

    def _must_wait(self, look: Look) -> bool:
        """Tell whether the files after the present one wait, since a counter goes on from the end of it."""
        return self._settings.mapping.remembers and not self._is_trial and (look.more or look.blocked)

    def _stream(self, stream: BinaryIO, file: FoundFile, look: Look) -> Iterator[Batch]:
        """Read the rows behind the file's mark, and move the mark on."""
        still = self._files.is_settled(file, look.now)
        table = open_table(stream, file.size, self._settings, whole=still)
        if table is None:
            look.mark.files[file.name] = FileMark(size=file.size if still else -1, changed=file.changed)
            look.pending = look.pending or not still
            return
        mark = look.mark.files[file.name]
        reading = FileReading(
            stream=stream, file=file, table=table, whole=self._files.is_quiet(file, look.now), mark=mark
        )
        reading.resume()
        look.whole = reading.offset <= table.start
        passage = self._passage(reading, look)
        for row in reading.rows_due(look.now + self._settings.mapping.ahead):
            self._row(row, reading, passage, look)
        yield from self._rows(reading, passage, look)
        self._note_late(reading, mark, look)
        look.done += reading.read
        look.more = look.more or reading.cut
        look.pending = look.pending or not reading.is_done
        look.mark.files[file.name], at_its_end = reading.leave(passage.last)
        if at_its_end:
            self._passages[file.name] = (reading.offset, passage)
            while len(self._passages) > PASSAGES_KEPT:
                self._passages.pop(next(iter(self._passages)))

    def _note_late(self, reading: FileReading, before: FileMark, look: Look) -> None:
        """Say of a file of which nothing was known `before` that it came too late, unless it is a copy of another."""
        late = self._reader.memory.states.late()
        if not late or before.offset or before.size >= 0 or self._is_trial:
            return
        others = [each for name, each in look.mark.files.items() if name != look.file]
        if not is_copy(reading.stream, reading.file.size, [*look.mark.gone, *others]):
            look.tell_of_late(look.file, late)

    def _rows(self, reading: FileReading, passage: Passage, look: Look) -> Iterator[Batch]:
        """Turn rows into readings until the file or the look is at its end."""
        for count, row in enumerate(reading.rows(), 1):
            self._row(row, reading, passage, look)
            look.take(self._taken_back(reading))
            reading.move_on(row)
            if len(look.readings) >= READINGS_A_BATCH:
                look.mark.files[look.file] = reading.halfway(passage.last)
                yield look.batch(reading.read)
            late = count % ROWS_BETWEEN_GLANCES == 0 and look.out_of_time()
            if (late or reading.read >= self._settings.look_bytes) and reading.offset < reading.file.size:
                reading.cut = True
                return

    def _taken_back(self, reading: FileReading) -> list[Reading]:
        """Return the readings of a row that was told while it had no end and is another now, as nothing."""
        told = {each.key for each in reading.latest}
        states = self._reader.memory.states
        unsaid = [each for each in reading.open if not each.key and (each.node, each.start) != reading.stated]
        stops = [stretch for each in unsaid for stretch in states.take_back(each.node, each.start)]
        return as_readings(stops, self._spec.id) + [
            Reading(
                node=each.node,
                measure=each.measure,
                start=each.start,
                end=each.end,
                value=Fraction(0) if (is_sum := self._context.measures.get(each.measure) not in _NO_SUMS) else None,
                source=self._spec.id,
                key=each.key,
                quality=Quality.GOOD if is_sum else Quality.MISSING,
            )
            for each in reading.open
            if each.key and each.key not in told
        ]

    def _row(self, row: Row, reading: FileReading, passage: Passage, look: Look) -> None:
        """Turn one row into readings or complaints."""
        reading.latest, reading.stated = [], None
        if row.fault:
            look.complain(row.number, "", row.fault)
            return
        record = reading.table.record(row.cells, look.file)
        if isinstance(record, str):
            look.complain(row.number, "", record)
        elif record:
            look.line = row.number
            found = self._reader.read(record, passage=passage, now=look.now, complain=look.complain_of_cell)
            look.take(found)
            reading.latest, reading.stated = self._reader.own, self._reader.stated
            if not self._settings.mapping.key and (
                fault := self._origins.fault(reading.latest, look.file, look.mark.files)
            ):
                look.note(row.number, fault)
            if self._reader.ahead is not None and self._reader.ahead <= look.now + FAR:
                reading.hold(self._reader.ahead)

    def _passage(self, reading: FileReading, look: Look) -> Passage:
        """Return what is remembered of the rows before the mark, read again where nobody remembers."""
        offset, passage = self._passages.pop(look.file, (-1, Passage()))
        if offset == reading.offset:
            return passage
        if self._settings.mapping.key or reading.offset <= reading.table.start:
            return Passage(last=reading.mark.last)
        passage, quiet = Passage(), RecordReader(self._settings.mapping, self._context, self._spec.id)
        for row in reading.rows_before():
            record = "" if row.fault else reading.table.record(row.cells, look.file)
            if record and not isinstance(record, str):
                quiet.read(record, passage=passage, now=look.now, complain=_unheard)
        return passage


def _columns(file: FoundFile, settings: CsvSettings) -> tuple[Found, ...]:
    """Return the columns of one file with samples; none where its header is not written yet."""
    if file.odd:
        raise FileError(file.odd)
    with file.path.open("rb") as stream:
        table = open_table(stream, file.size, settings, whole=True)
        if table is None:
            return ()
        lines = read_lines(stream, table.dialect, start=table.start, number=table.number, stop=file.size, whole=True)
        rows = islice((row for row in read_rows(lines, table.dialect, whole=True) if not row.fault), ROWS_SHOWN)
        records = [table.record(row.cells, file.name) for row in rows]
    empty = dict.fromkeys(table.columns, "")
    given = [record for record in records if not isinstance(record, str)]
    columns = found_in([empty, *given])
    return tuple(column for column in columns if column.name != FILE_COLUMN)


def _unheard(_column: str, _said: str) -> None:
    """Hear a complaint that was made at an earlier look."""
