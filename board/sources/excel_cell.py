"""Turns the cells of one sheet's rows into records, as the mapping of every kind of source reads them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from board.sources.excel_setting import SHEET_COLUMN, ExcelSettings
from board.sources.mapping import FILE_COLUMN, fold
from board.sources.typed_cell import CellError, CellWriter, Role

Complain = Callable[[str, str], None]

LATEST_DAY: Final = 100_000  # of the calendar of workbooks; a larger number is no day of it
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  # a date of a workbook has no zone; the mapping adds it
_BASES = {1900: date(1899, 12, 31), 1904: date(1904, 1, 1)}  # a length of a day or more that is shown as a time


class RowReader:
    """Reads the rows of one sheet."""

    def __init__(self, settings: ExcelSettings, columns: Sequence[str], *, file: str, sheet: str) -> None:
        """Know which columns the cells are, and where they come from."""
        self._columns = columns
        self._writer = CellWriter(settings.mapping)
        self._missing = settings.mapping.missing
        self._guesses_times = not settings.mapping.spelling.formats
        self._place = {FILE_COLUMN: file, SHEET_COLUMN: sheet}

    def record(self, cells: Sequence[object], complain: Complain) -> dict[str, str]:
        """Return the cells of a row as a record."""
        record = dict(self._place)
        for column, cell in zip(self._columns, cells, strict=True):
            try:
                record[column] = self._text(column, cell)
            except CellError as error:
                complain(column, str(error))
                record[column] = ""
        return record

    def _text(self, column: str, cell: object) -> str:
        if isinstance(cell, list) and cell[0] == "m":
            return self._merged(column, cell[1], str(cell[2]))
        return self._writer.text(column, self._value(cell, self._writer.roles.get(column, Role.WORD)))

    def _merged(self, column: str, cell: object, where: str) -> str:
        """Return what a merged cell says in one of its places: a word or a time for each, a number for none."""
        text = self._text(column, cell)
        role = self._writer.roles.get(column, Role.WORD)
        if role not in {Role.NUMBER, Role.LENGTH} or fold(text) in self._missing:
            return text
        raise CellError(f"holds one value for {where}, which belongs to no single row")

    def _value(self, cell: object, role: Role) -> object:
        """Return a cell as the value that is meant in a column of this role."""
        if isinstance(cell, list):
            return _time(str(cell[0]), cell[1], role)
        if isinstance(cell, int | float) and not isinstance(cell, bool) and self._guesses_times:
            if role is Role.TIME and 1 <= cell < LATEST_DAY:
                return _DAY_ZERO + timedelta(seconds=round(cell * 86_400, 2))
            if role is Role.CLOCK and 0 <= cell < 1:
                return timedelta(seconds=round(cell * 86_400))
        return cell


def _time(kind: str, found: object, role: Role) -> object:
    """Return a moment or a length of time; a length of a day or more may be shown as a day of the calendar's first."""
    if kind != "d":
        return timedelta(seconds=float(str(found)))
    moment = datetime.fromisoformat(str(found))
    base = _BASES.get(moment.year)
    if base is None or role not in {Role.NUMBER, Role.LENGTH, Role.CLOCK}:
        return moment
    return moment - datetime.combine(base, datetime.min.time())
