"""Puts files in the order of the time of their rows, since what a register counts goes on from file to file."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice

from board.sources.contract import SourceContext
from board.sources.csv_setting import CsvSettings
from board.sources.csv_table import open_table
from board.sources.csv_text import FileError, read_lines, read_rows
from board.sources.folder_file import FoundFile
from board.sources.passage import Passage
from board.sources.row_time import Ahead, RowTime, Unusable

ROWS_TRIED = 50  # in search of one that says when it was
FILES_KEPT = 4000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class FileOrder:
    """Knows when the first row of each file was, as the file stood when it was asked last."""

    def __init__(self, settings: CsvSettings, context: SourceContext) -> None:
        """Begin with no file known."""
        self._settings = settings
        self._time = RowTime(settings.mapping, context)
        self._starts: dict[tuple[str, int, int], datetime] = {}

    def of_time(self, files: Sequence[FoundFile]) -> list[FoundFile]:
        """Return files by the time of their first row; one that does not say it, by that of its last change."""
        if len(files) < 2:
            return list(files)
        if len(self._starts) > FILES_KEPT:
            self._starts.clear()
        return sorted(files, key=lambda file: (self._start(file), file.changed, file.name))

    def _start(self, file: FoundFile) -> datetime:
        state = (file.name, file.size, file.changed)
        if state not in self._starts:
            try:
                found = self._first(file)
            except (FileError, OSError):
                found = None
            self._starts[state] = found or _EPOCH + timedelta(microseconds=file.changed // 1000)
        return self._starts[state]

    def _first(self, file: FoundFile) -> datetime | None:
        """Return when the first row of a file was that says it; None where none does."""
        if file.odd:
            return None
        with file.path.open("rb") as stream:
            table = open_table(stream, file.size, self._settings, whole=True)
            if table is None:
                return None
            start, number = table.start, table.number
            lines = read_lines(stream, table.dialect, start=start, number=number, stop=file.size, whole=True)
            for row in islice(read_rows(lines, table.dialect, whole=True), ROWS_TRIED):
                record = "" if row.fault else table.record(row.cells, file.name)
                if not record or isinstance(record, str):
                    continue
                try:
                    return self._time.span(record, Passage(), _LATEST, _unheard, node="", key="")[0]
                except Ahead as ahead:
                    return ahead.start
                except Unusable:
                    continue
        return None


_LATEST = datetime(9000, 1, 1, tzinfo=UTC)


def _unheard(_column: str, _said: str) -> None:
    """Hear a complaint that is made when the row is read."""
