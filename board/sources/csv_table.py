"""Finds the header of a CSV file and gives its rows as records by column name."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from board.sources.csv_setting import CsvSettings
from board.sources.csv_text import (
    HEAD,
    Dialect,
    FileError,
    read_lines,
    read_rows,
    sniff_delimiter,
    sniff_encoding,
)
from board.sources.file_order import ROWS_TRIED
from board.sources.folder_file import FoundFile
from board.sources.mapping import FILE_COLUMN
from board.sources.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """How a file is written, what its columns are called, and where its rows begin."""

    dialect: Dialect
    columns: tuple[str, ...]
    needed: int  # cells a row must have to hold every column that means something
    start: int  # offset of the first row
    number: int  # its line

    def record(self, cells: list[str], name: str) -> Record | str:
        """Return a row as a record, or why it is none; a row of blanks is an empty record."""
        count, expected = len(cells), len(self.columns)
        if count != expected:
            if not any(map(str.strip, cells)):
                return {}
            if count < self.needed or any(cell.strip() for cell in cells[expected:]):
                return f"has {count} cells where the header has {expected}"
            cells = [*cells, *([""] * (expected - count))]
        elif not any(map(str.strip, cells)):
            return {}
        record = dict(zip(self.columns, cells, strict=False))
        record[FILE_COLUMN] = name
        return record


def first_records(file: FoundFile, settings: CsvSettings) -> Iterator[Record]:
    """Yield the first rows of a file that can be read as records; none where it is no file or has no header yet."""
    if file.odd:
        return
    with suppress(FileError, OSError), file.path.open("rb") as stream:
        table = open_table(stream, file.size, settings, whole=True)
        if table is None:
            return
        start, number = table.start, table.number
        lines = read_lines(stream, table.dialect, start=start, number=number, stop=file.size, whole=True)
        for row in islice(read_rows(lines, table.dialect, whole=True), ROWS_TRIED):
            record = "" if row.fault else table.record(row.cells, file.name)
            if record and not isinstance(record, str):
                yield record


def open_table(stream: BinaryIO, size: int, settings: CsvSettings, *, whole: bool) -> Table | None:
    """Return the table of a file, or None while its header is not written to the end; FileError where it is none."""
    encoding, start, eol = sniff_encoding(stream.read(HEAD), settings.encoding)
    plain = Dialect(encoding=encoding, start=start, end_of_line=eol, delimiter=settings.delimiter or ",", quote="")
    lines = read_lines(stream, plain, start=start, number=1, stop=size, whole=whole)
    first = next(
        (line for line in lines if line.number > settings.skip_lines and (line.text.strip() or line.fault)), None
    )
    if first is None:
        return None
    if first.fault:
        raise FileError(f"cannot be read: its header, line {first.number}, {first.fault}")
    wanted = settings.mapping.columns
    dialect = Dialect(
        encoding=encoding,
        start=start,
        end_of_line=eol,
        delimiter=settings.delimiter or sniff_delimiter(first.text, wanted),
        quote=settings.quote,
    )
    if settings.columns:
        return _table(dialect, settings.columns, wanted, first.before, first.number)
    body = read_lines(stream, dialect, start=first.before, number=first.number, stop=size, whole=whole)
    header = next(read_rows(body, dialect, whole=whole), None)
    if header is None:
        return None
    if header.fault:
        raise FileError(f"cannot be read: its header, line {header.number}, {header.fault}")
    return _table(dialect, tuple(header.cells), wanted, header.after, header.last + 1)


def _table(dialect: Dialect, cells: tuple[str, ...], wanted: frozenset[str], start: int, number: int) -> Table:
    """Return the table once its columns are known to hold all that are wanted."""
    names = {_plain(column): column for column in wanted}
    columns: list[str] = []
    for cell in cells:
        name = names.get(_plain(cell), cell.strip())
        columns.append(name if name not in columns else f"{name} {len(columns) + 1}")
    absent = sorted(wanted.difference(columns))
    if absent:
        has = ", ".join(repr(column)[1:-1][:60] for column in columns[:30])
        raise FileError(f"has no column {' and no column '.join(map(repr, absent))}; it has {has}")
    needed = max((columns.index(column) + 1 for column in wanted), default=1)
    return Table(dialect=dialect, columns=tuple(columns), needed=needed, start=start, number=number)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
