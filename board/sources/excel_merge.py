"""Cells of a sheet that were merged into one: what stands in the first of them is said for each, and that it is so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from board.sources.excel_guard import BookError

MOST_RANGES: Final = 50_000
MOST_AT_ONCE: Final = 1_000  # that reach into one row

Corner = tuple[int, int]  # row and column from 0


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell that lies over several places."""

    first: Corner
    last: Corner
    value: object

    @property
    def where(self) -> str:
        """Return its place as a workbook writes it, such as "A5:A7"."""
        return ":".join(f"{column_letters(column)}{row + 1}" for row, column in (self.first, self.last))


class MergedCells:
    """The merged cells of one sheet; `reach` is asked row by row, from the top."""

    def __init__(self, ranges: Sequence[tuple[Corner, Corner]]) -> None:
        """Take the ranges as the workbook has them."""
        if len(ranges) > MOST_RANGES:
            raise BookError(f"has more than {MOST_RANGES:,} merged cells in one sheet")
        self._waiting = sorted((each for each in ranges if each[0] != each[1]), reverse=True)
        self._reaching: list[Merged] = []

    def reach(self, row: int, cells: Sequence[object], left: int) -> list[Merged]:
        """Return the merged cells that reach into a row, whose cells begin at the column `left`."""
        if not self._waiting and not self._reaching:
            return self._reaching
        self._reaching = [merged for merged in self._reaching if merged.last[0] >= row]
        while self._waiting and self._waiting[-1][0][0] <= row:
            first, last = self._waiting.pop()
            place = first[1] - left
            value = cells[place] if first[0] == row and 0 <= place < len(cells) else ""
            if last[0] >= row:
                self._reaching.append(Merged(first, last, value))
        if len(self._reaching) > MOST_AT_ONCE:
            raise BookError("has merged cells that lie over one another; save it again")
        return self._reaching


def column_letters(column: int) -> str:
    """Return a column, counted from 0, as a workbook names it."""
    letters = ""
    column += 1
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
