"""A file or a folder of CSV files, looked at again and again: each row one part, or the totals of a span."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import BinaryIO

from board.kpi.reading import Batch, Complaint
from board.plant.plant import SourceSpec
from board.sources.contract import READINGS_A_BATCH, SourceContext, SourceError
from board.sources.csv_file import FileReading
from board.sources.csv_look import Found, Look, find_files
from board.sources.csv_mark import FileMark, FolderMark
from board.sources.csv_setting import expand, read_settings
from board.sources.csv_table import Table, open_table
from board.sources.csv_text import FileError, Row
from board.sources.record import Passage, RecordReader

SETTLED = timedelta(seconds=2)  # a file the same at two looks so far apart is whole
QUIET = timedelta(seconds=60)  # and so is, at the first look, one nobody has touched for so long
PASSAGES_KEPT = 8
CHECKED_FILES, CHECKED_BYTES = 20, 1024 * 1024
ROWS_BETWEEN_GLANCES = 64  # at the stopwatch


class CsvFolder:
    """A source of kind "csv"."""

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        self._spec = spec
        self._context = context
        self._settings = read_settings(spec, context)
        self._reader = RecordReader(self._settings.mapping, context, spec.id)
        self._seen: dict[str, tuple[int, int, datetime]] = {}  # size, time of change, and since when we know them
        self._is_trial = False
        self._told: dict[str, str] = {}  # what was said of a file last and still holds
        self._passages: dict[str, tuple[int, Passage]] = {}  # of growing files, with the offset they belong to

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Read the start of the newest files and say what is wrong with them."""
        trial = CsvFolder(self._spec, self._context)
        trial._settings = replace(self._settings, look_bytes=CHECKED_BYTES, most_files=CHECKED_FILES)
        trial._is_trial = True
        try:
            complaints = [complaint for batch in trial.read(None, now) for complaint in batch.complaints]
        except SourceError as error:
            return (Complaint(source=self._spec.id, where=self._settings.path, said=str(error)),)
        if not trial._seen:
            said = f"no file matches {expand(self._settings.path, self._context)} yet"
            complaints.append(Complaint(source=self._spec.id, where=self._settings.path, said=said))
        return tuple(complaints)

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Take one bounded look at the files; SourceError where their folder cannot be reached."""
        found, left_out = find_files(expand(self._settings.path, self._context), self._settings.most_files)
        mark = FolderMark.parse(watermark, self._settings.digest)
        mark.files = {file.name: mark.files.get(file.name, FileMark()) for file in found}
        look = Look(source=self._spec.id, settings=self._settings, mark=mark, now=now, watch=self._context.stopwatch)
        if left_out and not self._is_trial:
            said = f"{left_out} older files are not read; move them away, narrow the path or raise most_files"
            self._tell_once(look, self._settings.path, said)
        due = [file for file in found if (file.size, file.changed) != mark.files[file.name].state]
        look.total = sum(max(file.size - mark.files[file.name].offset, 0) for file in due)
        self._notice(found, now)
        for file in due:
            for batch in self._file(file, look):
                look.pause()
                yield batch
                look.resume()
            if look.out_of_time():
                look.more = look.more or file is not due[-1]
                break
        yield look.last_batch()

    def _notice(self, found: list[Found], now: datetime) -> None:
        """Remember since when each file stands as it does."""
        before, self._seen = self._seen, {}
        for file in found:
            size, changed, since = before.get(file.name, (-1, 0, now))
            since = since if (size, changed) == (file.size, file.changed) else now
            self._seen[file.name] = (file.size, file.changed, since)
        self._told = {
            name: said for name, said in self._told.items() if name in self._seen or name == self._settings.path
        }

    def _file(self, file: Found, look: Look) -> Iterator[Batch]:
        """Read what is new in one file; whatever is wrong with it costs no other file anything."""
        look.file_begins(file.name)
        try:
            if file.odd:
                raise FileError(file.odd)
            with file.path.open("rb") as stream:
                yield from self._stream(stream, file, look)
            self._told.pop(file.name, None)
        except FileError as error:
            self._tell_once(look, file.name, f"{file.name} {error}")
            look.mark.files[file.name] = FileMark(size=file.size, changed=file.changed)
        except OSError as error:
            said = f"{file.name} cannot be read ({error.strerror or error}); it is tried again at every look"
            self._tell_once(look, file.name, said)
            look.unread = True
        look.file_ends()

    def _stream(self, stream: BinaryIO, file: Found, look: Look) -> Iterator[Batch]:
        """Read the rows behind the file's mark, and move the mark on."""
        still = look.now - self._seen[file.name][2] >= SETTLED or file.untouched(look.now) >= QUIET
        table = open_table(stream, file.size, self._settings, whole=still)
        if table is None:
            look.mark.files[file.name] = FileMark(size=file.size if still else -1, changed=file.changed)
            look.pending = look.pending or not still
            return
        mark = look.mark.files[file.name]
        reading = FileReading(stream=stream, file=file, table=table, whole=still, mark=mark)
        reading.resume()
        passage = self._passage(reading, look)
        yield from self._rows(reading, passage, look)
        look.done += reading.read
        look.more = look.more or reading.cut
        look.pending = look.pending or not reading.is_done
        look.mark.files[file.name], at_its_end = reading.leave(passage.last)
        if at_its_end and not self._settings.mapping.key:
            self._passages[file.name] = (reading.offset, passage)
            while len(self._passages) > PASSAGES_KEPT:
                self._passages.pop(next(iter(self._passages)))

    def _rows(self, reading: FileReading, passage: Passage, look: Look) -> Iterator[Batch]:
        """Turn rows into readings until the file or the look is at its end."""
        for count, row in enumerate(reading.rows(), 1):
            self._row(row, reading.table, passage, look)
            reading.move_on(row)
            if len(look.readings) >= READINGS_A_BATCH:
                look.mark.files[look.file] = reading.halfway(passage.last)
                yield look.batch(reading.read)
            late = count % ROWS_BETWEEN_GLANCES == 0 and look.out_of_time()
            if (late or reading.read >= self._settings.look_bytes) and reading.offset < reading.file.size:
                reading.cut = True
                return

    def _row(self, row: Row, table: Table, passage: Passage, look: Look) -> None:
        """Turn one row into readings or complaints."""
        if row.fault:
            look.complain(row.number, "", row.fault)
            return
        record = table.record(row.cells, look.file)
        if isinstance(record, str):
            look.complain(row.number, "", record)
        elif record:
            look.line = row.number
            look.take(self._reader.read(record, passage=passage, now=look.now, complain=look.complain_of_cell))

    def _passage(self, reading: FileReading, look: Look) -> Passage:
        """Return what is remembered of the rows before the mark, read again where nobody remembers."""
        offset, passage = self._passages.pop(look.file, (-1, Passage()))
        if self._settings.mapping.key or reading.offset <= reading.table.start:
            return Passage(last=reading.mark.last)
        if offset == reading.offset:
            return passage
        passage, quiet = Passage(), RecordReader(self._settings.mapping, self._context, self._spec.id)
        for row in reading.rows_before():
            record = "" if row.fault else reading.table.record(row.cells, look.file)
            if record and not isinstance(record, str):
                quiet.read(record, passage=passage, now=look.now, complain=_unheard)
        return passage

    def _tell_once(self, look: Look, name: str, said: str) -> None:
        """Complain of a file as a whole, but not at every look."""
        if self._told.get(name) != said:
            self._told[name] = said
            look.complaints.append(Complaint(source=self._spec.id, where=name, said=said))


def _unheard(_column: str, _said: str) -> None:
    """Hear a complaint that was made at an earlier look."""
