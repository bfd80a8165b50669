"""Reads the sheets of a workbook cell by cell; runs only in the child that is thrown away."""

import io
import json
import math
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from fnmatch import fnmatchcase
from itertools import chain, count, islice
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError
from python_calamine import SheetTypeEnum as Kind
from python_calamine import SheetVisibleEnum as Visible

from board.sources.excel_ask import Ask
from board.sources.excel_guard import BookError
from board.sources.excel_head import Columns, HeadRow, find_columns, given_columns, plain
from board.sources.excel_merge import Merged, MergedCells
from board.sources.excel_ods import merged_cells

LONGEST_CELL: Final = 4096
LONGEST_ROW: Final = 64 * 1024
ROWS_SEARCHED, CELLS_SEARCHED = 100, 20_000  # for the row that names the columns
FEW_CELLS: Final = 100_000  # a sheet may always reach over; beyond, one for each byte of the workbook
MOST_COLUMNS: Final = 16_384  # as many as a workbook can have
MOST_ROWS: Final = 1_048_576
JITTER_US: Final = 5_000  # a time this near to a whole second means it: workbooks count in fractions of a day
_LENGTH = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2}(?:\.\d{1,9})?)S", re.ASCII)

Cell = str | float | bool | list[object]
Told = dict[str, object] | list[object]


def read_book(data: bytes, ask: Ask, unpacked: int) -> Iterator[Told]:
    """Yield for each sheet what it is, then its rows as number and cells; BookError where it cannot be read.

    `unpacked`: bytes of the workbook once it is.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        merged = merged_cells(data)
        for name in _chosen(book, ask.sheet):
            sheet = book.get_sheet_by_name(name)
            _check_size(sheet, ask, unpacked)
            yield from _sheet(sheet, MergedCells(merged.get(name) or sheet.merged_cell_ranges or ()), ask)
    except PasswordError as error:
        raise BookError("is protected with a password; save it without one") from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise BookError(f"is damaged or no workbook ({' '.join(str(error).split())[:120]}); save it again") from error


def _chosen(book: CalamineWorkbook, wanted: str) -> list[str]:
    """Return the names of the sheets that are wanted."""
    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == Kind.WorkSheet]
    if not sheets:
        raise BookError("has no sheet with cells")
    shown = [sheet.name for sheet in sheets if sheet.visible == Visible.Visible] or [sheets[0].name]
    if not wanted:
        return shown[:1]
    names = [sheet.name for sheet in sheets]
    found = [name for name in names if plain(name) == plain(wanted)]
    found = found or [name for name in shown if fnmatchcase(plain(name), plain(wanted))]
    if not found and wanted.isdecimal() and 1 <= int(wanted[:6]) <= len(names):
        found = [names[int(wanted[:6]) - 1]]
    if not found:
        raise BookError(f"has no sheet {wanted!r}; it has {', '.join(repr(name[:40]) for name in names[:20])}")
    return found


def _sheet(sheet: CalamineSheet, merged: MergedCells, ask: Ask) -> Iterator[Told]:
    """Yield what one sheet is, and its rows."""
    name = sheet.name
    if sheet.start is None or sheet.end is None:
        yield {"sheet": name, "columns": [], "rows": 0}
        return
    rows = _rows(sheet, merged)
    searched = min(ROWS_SEARCHED, sheet.end[0] + 1 - sheet.height + CELLS_SEARCHED // sheet.width + 1)
    head = list(islice(rows, ask.header[-1] if ask.header else searched))
    try:
        if ask.names:
            columns = given_columns(ask.names, ask.header, sheet.start[1], ask.columns)
        else:
            columns = find_columns(head, ask.header, ask.columns)
    except BookError as error:
        raise BookError(f"{error} (sheet {name!r})") from error
    yield {"sheet": name, "columns": list(columns.names), "rows": sheet.end[0] + 1}
    body = (row for row in chain(head, rows) if row.number > columns.last)
    yield from islice(_cells(body, columns), ask.first_rows or None)


def _check_size(sheet: CalamineSheet, ask: Ask, unpacked: int) -> None:
    """Raise BookError where a sheet is larger than allowed, than any can be, or far larger than what stands in it."""
    rows, columns = (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise BookError(f"has cells in sheet {sheet.name!r} where no workbook can have any; save it again")
    if rows * sheet.width > max(FEW_CELLS, unpacked):
        raise BookError(
            f"reaches over {rows:,} rows and {columns:,} columns in sheet {sheet.name!r}, nearly all of them empty; "
            "delete what stands far below or right of the table"
        )
    if rows > ask.most_rows and not ask.first_rows:
        raise BookError(f"has {rows:,} rows in sheet {sheet.name!r}; split it or raise most_rows")


def _rows(sheet: CalamineSheet, merged: MergedCells) -> Iterator[HeadRow]:
    """Yield the rows of a sheet from the very first, each with the merged cells that reach into it."""
    left = 0 if sheet.start is None else sheet.start[1]
    rows = sheet.iter_rows()
    for row in count():
        cells: Sequence[object] = ()
        fault = ""
        try:
            cells = next(rows)
        except StopIteration:
            return
        except (OverflowError, ValueError):
            fault = "holds a time or a length of time that no calendar has"
        reach = tuple(merged.reach(row, cells, left))
        yield HeadRow(number=row + 1, cells=cells, left=left, merged=reach, fault=fault)


def _cells(rows: Iterator[HeadRow], columns: Columns) -> Iterator[list[object]]:
    """Yield the rows that hold anything: number and cells, or number and what is wrong."""
    for row in rows:
        if row.fault:
            yield [row.number, row.fault]
            continue
        cells, width = row.cells, len(row.cells)
        found = [_cell(cells[place]) if 0 <= place < width else "" for place in columns.places]
        if row.merged:
            _lay_over(found, row, columns)
        if all(cell == "" or (isinstance(cell, list) and cell[:2] == ["m", ""]) for cell in found):
            continue
        if sum(len(cell) for cell in found if isinstance(cell, str)) > LONGEST_ROW // 2 and _is_too_long(found):
            yield [row.number, f"is longer than {LONGEST_ROW // 1024} KiB"]
        else:
            yield [row.number, found]


def _is_too_long(cells: list[Cell]) -> bool:
    return len(json.dumps(cells)) > LONGEST_ROW


def _lay_over(found: list[Cell], row: HeadRow, columns: Columns) -> None:
    """Put merged cells over the places they cover, unless only such stand in the row."""
    own = False
    laid = dict[int, Merged]()
    for each in row.merged:
        for index, place in enumerate(columns.places):
            if each.first[1] <= place + row.left <= each.last[1]:
                laid[index] = each
    for index, cell in enumerate(found):
        own = own or (cell != "" and (index not in laid or laid[index].first[0] == row.number - 1))
    for index, each in laid.items():
        found[index] = ["m", _cell(each.value), each.where] if own else ""


def _cell(value: object) -> Cell:
    """Return what stands in a cell as JSON can carry it."""
    if isinstance(value, str):
        return _text_cell(value[:LONGEST_CELL])
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        whole = float(value).is_integer() and abs(value) < 10**15
        return int(value) if whole else value if math.isfinite(value) else str(value)
    return _time_cell(value)


def _text_cell(text: str) -> Cell:
    """Return a text; a length of time as OpenDocument writes it, such as PT26H30M00S, is one."""
    match = _LENGTH.fullmatch(text)
    return text if match is None else ["s", int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3])]


def _time_cell(value: object) -> Cell:
    """Return a moment, a time of day or a length of time as JSON can carry it."""
    if isinstance(value, datetime):
        return ["d", _nearest(value).isoformat(" ")]
    if isinstance(value, date):
        return ["d", value.isoformat()]
    if isinstance(value, time):
        micros = (value.hour * 3600 + value.minute * 60 + value.second) * 1_000_000 + value.microsecond
        return ["t", _settled(micros) / 1_000_000]
    if isinstance(value, timedelta):
        return ["s", _settled(value // timedelta(microseconds=1)) / 1_000_000]
    return str(value)[:LONGEST_CELL]


def _nearest(value: datetime) -> datetime:
    """Return a moment at the whole second it means."""
    try:
        return value + timedelta(microseconds=_settled(value.microsecond) - value.microsecond)
    except OverflowError:
        return value


def _settled(micros: int) -> int:
    """Return microseconds, rounded to the second where they are next to one."""
    rest = micros % 1_000_000
    if rest <= JITTER_US:
        return micros - rest
    return micros + 1_000_000 - rest if rest >= 1_000_000 - JITTER_US else micros
