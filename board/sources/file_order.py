"""Puts files in the order of the time of their rows, since what a register counts goes on from file to file."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from board.sources.contract import SourceContext
from board.sources.folder_file import FoundFile
from board.sources.mapping import RecordMapping
from board.sources.passage import Passage
from board.sources.record import Record
from board.sources.row_time import Ahead, RowTime, Unusable

ROWS_TRIED = 50  # in search of one that says when it was
FILES_KEPT = 4000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = datetime(9000, 1, 1, tzinfo=UTC)

Records = Callable[[FoundFile], Iterable[Record]]  # the first of a file; none where it cannot be read


class FileOrder:
    """Knows when the first row of each file was, as the file stood when it was asked last."""

    def __init__(self, mapping: RecordMapping, context: SourceContext, records: Records) -> None:
        """Begin with no file known."""
        self._records = records
        self._time = RowTime(mapping, context)
        self._starts: dict[tuple[str, int, int], datetime] = {}

    def of_time(self, files: Sequence[FoundFile], is_late: Callable[[], bool] = bool) -> list[FoundFile]:
        """Return files by the time of their first row; one that does not say it, by that of its last change.

        None of them where it `is_late` before each was asked: then the next look asks on.
        """
        if len(files) < 2:
            return list(files)
        if len(self._starts) > FILES_KEPT:
            self._starts.clear()
        placed = []
        for file in files:
            if is_late():
                return []
            placed.append((self._start(file), file.changed, file.name, file))
        return [file for *_, file in sorted(placed, key=lambda each: each[:3])]

    def _start(self, file: FoundFile) -> datetime:
        state = (file.name, file.size, file.changed)
        if state not in self._starts:
            self._starts[state] = self._first(file) or _EPOCH + timedelta(microseconds=file.changed // 1000)
        return self._starts[state]

    def _first(self, file: FoundFile) -> datetime | None:
        """Return when the first row of a file was that says it; None where none does."""
        for record in self._records(file):
            try:
                return self._time.span(record, Passage(), _LATEST, _unheard, node="", key="")[0]
            except Ahead as ahead:
                return ahead.start
            except Unusable:
                continue
        return None


def _unheard(_column: str, _said: str) -> None:
    """Hear a complaint that is made when the row is read."""
