"""Reads on in one CSV file from where it was left, and knows when the file was written anew."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Any, BinaryIO

from board.kpi.reading import Reading
from board.sources.csv_mark import (
    PIECES_COMPARED,
    PIECES_COMPARED_AT_REST,
    FileMark,
    OpenReading,
    RowAhead,
    piece_of,
    pieces_of,
    print_of,
)
from board.sources.csv_table import Table
from board.sources.csv_text import Row, read_lines, read_rows
from board.sources.folder_file import FoundFile

REREAD = 4 * 1024 * 1024
MOST_AHEAD = 500  # rows of a file whose time has not come


@dataclass(slots=True, kw_only=True)
class FileReading:
    """One file while it is being read, row by row."""

    stream: BinaryIO
    file: FoundFile
    table: Table
    whole: bool  # nobody is writing: what stands at the end is complete
    mark: FileMark  # where this look began
    offset: int = 0  # behind the last row
    number: int = 0  # lines before that
    prior: tuple[int, int] = (0, 0)  # both, before the last row
    cut: bool = False  # ended for want of time, not of rows
    ahead: list[RowAhead] = field(default_factory=list)
    open: tuple[OpenReading, ...] = ()  # what was told of the next row while it had no end
    latest: list[Reading] = field(default_factory=list)  # what the last row gave
    stated: tuple[str, datetime] | None = None  # the node of whose state it spoke, and since when

    def resume(self) -> None:
        """Go to where the file was left; to its first row where it was written anew since."""
        mark = self.mark
        if mark.offset > self.file.size or (mark.covered and not self._is_as_before(mark)):
            mark = FileMark()
        if mark.offset < self.table.start:
            mark = FileMark(offset=self.table.start, number=self.table.number - 1)
        self.mark = mark
        self.offset, self.number = self.prior = mark.offset, mark.number
        self.ahead = [row for row in mark.ahead if row.offset >= self.table.start and mark.offset > self.table.start]
        self.open = mark.open

    def rows(self) -> Iterator[Row]:
        """Yield the rows from the mark on."""
        yield from self._rows(self.mark, self.file.size, whole=self.whole)

    def rows_before(self) -> Iterator[Row]:
        """Yield the rows that were read at earlier looks, or of a large file the last REREAD bytes of them."""
        top = FileMark(offset=self.table.start, number=self.table.number - 1)
        if self.mark.offset - top.offset <= REREAD:
            yield from self._rows(top, self.mark.offset, whole=True)
            return
        width = len(self.table.dialect.end_of_line)
        start = top.offset + (self.mark.offset - REREAD - top.offset) // width * width
        rows = self._rows(FileMark(offset=start), self.mark.offset, whole=True)
        next(rows, None)  # it begins in mid-row
        yield from rows

    def rows_due(self, latest: datetime) -> Iterator[Row]:
        """Yield the rows read at earlier looks whose time has come now."""
        due = [row for row in self.ahead if row.start <= latest]
        self.ahead = [row for row in self.ahead if row.start > latest]
        for each in due:
            yield from islice(
                self._rows(FileMark(offset=each.offset, number=each.number), self.file.size, whole=True), 1
            )

    def hold(self, start: datetime) -> None:
        """Keep the present row, the one behind the offset, for when its time comes."""
        if len(self.ahead) < MOST_AHEAD:
            self.ahead.append(RowAhead(self.offset, self.number, start))

    def move_on(self, row: Row) -> None:
        """Go behind a row."""
        self.open = ()
        self.prior = self.offset, self.number
        self.offset, self.number = max(self.offset, row.after), max(self.number, row.last)

    @property
    def read(self) -> int:
        """Return how many bytes this look has read."""
        return self.offset - self.mark.offset

    def halfway(self, last: datetime | None) -> FileMark:
        """Return the mark for a batch in mid-file: there is more to be had."""
        return replace(
            self.mark,
            size=-1,
            offset=self.offset,
            number=self.number,
            last=last,
            faulty=False,
            **self._left(self.offset),
        )

    @property
    def is_done(self) -> bool:
        """Tell whether nothing more is to be had from the file as it stands."""
        return not self.cut and (self.whole or self.offset >= self.file.size)

    def leave(self, last: datetime | None) -> tuple[FileMark, bool]:
        """Return the mark to keep, and whether it is that of the last row read; `last` is the time of that row.

        A last line without its end is read again once it has grown, so the mark then stays before it.
        """
        open_end = self.offset >= self.file.size > self.prior[0] and not self._ends_a_line()
        offset, number = self.prior if open_end else (self.offset, self.number)
        kept = FileMark(
            size=self.file.size if self.is_done else -1,
            changed=self.file.changed,
            offset=offset,
            number=number,
            covered=offset,
            print=print_of(self.stream, offset),
            last=last,
            pieces=pieces_of(self.stream, offset, self.mark.pieces),
            **self._left(offset),
        )
        if open_end:
            told = [OpenReading(each.key, each.node, each.measure, each.start, each.end) for each in self.latest]
            if self.stated is not None:
                node, at = self.stated
                told.append(OpenReading("", node, "", at, at))
            kept = replace(kept, open=tuple(told))
        return kept, not open_end

    def _left(self, offset: int) -> dict[str, Any]:
        return {"ahead": tuple(row for row in self.ahead if row.offset < offset), "open": self.open}

    def _is_as_before(self, mark: FileMark) -> bool:
        """Tell whether what was read before still stands there; of a large file, as far as some pieces of it tell."""
        if print_of(self.stream, mark.covered) != mark.print:
            return False
        count = len(mark.pieces)
        most = PIECES_COMPARED_AT_REST if self.file.size == mark.size else PIECES_COMPARED
        numbers = {(self.file.changed + step) % count for step in range(min(most, count))}
        return all(piece_of(self.stream, number) == mark.pieces[number] for number in numbers)

    def _rows(self, mark: FileMark, stop: int, *, whole: bool) -> Iterator[Row]:
        dialect = self.table.dialect
        lines = read_lines(self.stream, dialect, start=mark.offset, number=mark.number + 1, stop=stop, whole=whole)
        return read_rows(lines, dialect, whole=whole)

    def _ends_a_line(self) -> bool:
        end_of_line = self.table.dialect.end_of_line
        self.stream.seek(max(self.file.size - len(end_of_line), 0))
        return self.stream.read(len(end_of_line)) == end_of_line
