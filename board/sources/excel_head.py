"""Finds out which row of a sheet names its columns, and where each column that is wanted stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from board.sources.excel_guard import BookError
from board.sources.excel_merge import Merged


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadRow:
    """One of the first rows of a sheet."""

    number: int  # from 1
    cells: Sequence[object]
    left: int  # column of its first cell, from 0
    merged: tuple[Merged, ...] = ()
    fault: str = ""

    def texts(self) -> list[str]:
        """Return what stands in each cell, also where it is covered by a merged one."""
        texts = [head_text(cell) if cell != "" else "" for cell in self.cells]
        for each in self.merged:
            for column in range(max(each.first[1], self.left), min(each.last[1] + 1, self.left + len(texts))):
                texts[column - self.left] = head_text(each.value)
        return texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns that are wanted: their names, and the place of each in a row as the sheet gives it."""

    names: tuple[str, ...]
    places: tuple[int, ...]
    last: int  # number of the last row that belongs to the head


def find_columns(head: Sequence[HeadRow], header: Sequence[int], wanted: Sequence[str]) -> Columns:
    """Return the columns as the head names them; BookError where one that is wanted is not among them."""
    if header:
        rows = [row for row in head if header[0] <= row.number <= header[-1]]
        names = _joined([row.texts() for row in rows])
        return _columns(names, wanted, header[-1])
    known = [(row, _known(row, wanted)) for row in head]
    found = next((row for row, count in known if wanted and count == len(wanted)), None)
    if found is None:
        found = max(known, key=lambda each: (each[1], _words(each[0])))[0]
    return _columns(_joined([found.texts()]), wanted, found.number)


def given_columns(names: Sequence[str], header: Sequence[int], left: int, wanted: Sequence[str]) -> Columns:
    """Return columns that no row names, from A on; the rows begin behind the header, if there is one all the same."""
    found = _columns(list(names), wanted, header[-1] if header else 0)
    return Columns(names=found.names, places=tuple(place - left for place in found.places), last=found.last)


def plain(name: str) -> str:
    """Return a name without what people vary when they write it again."""
    return " ".join(name.split()).casefold()


def head_text(cell: object) -> str:
    """Return what stands in a cell of the head as a name."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat().removesuffix("T00:00:00")
    return " ".join(str(cell).split())[:200]


def _known(row: HeadRow, wanted: Sequence[str]) -> int:
    names = {plain(text) for text in row.texts()}
    return sum(plain(name) in names for name in wanted)


def _words(row: HeadRow) -> int:
    """Return how many different texts stand in a row: the one that names the columns has most."""
    return len({cell.strip() for cell in row.cells if isinstance(cell, str) and cell.strip()})


def _joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the names that rows give together: of a head of several rows what stands one below the other."""
    width = max(map(len, rows), default=0)
    names = []
    for place in range(width):
        parts = dict.fromkeys(row[place] for row in rows if place < len(row) and row[place])
        names.append(" ".join(parts))
    return names


def _columns(names: Sequence[str], wanted: Sequence[str], last: int) -> Columns:
    spelled = {plain(name): name for name in wanted}
    places: dict[str, int] = {}
    for place, given in enumerate(names):
        name = spelled.get(plain(given), given.strip())
        if name:
            places.setdefault(name if name not in places else f"{name} {place + 1}", place)
    absent = sorted(set(wanted).difference(places))
    if absent:
        has = ", ".join(repr(name)[1:-1][:60] for name in list(places)[:30]) or "nothing in its head"
        raise BookError(f"has no column {' and no column '.join(map(repr, absent))}; it has {has}")
    chosen = tuple(wanted) or tuple(places)
    return Columns(names=chosen, places=tuple(places[name] for name in chosen), last=last)
