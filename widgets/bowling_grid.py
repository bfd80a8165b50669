"""The months of a page as a grid to touch and to walk: which month is meant, and which is next to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.bowling_place import MONTHS, Columns
from widgets.bowling_row import Laid


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The names of the months that react, row by row; None: it does not."""

    columns: Columns
    prefixes: tuple[str, ...] = ()
    names: tuple[tuple[str | None, ...], ...] = ()

    @property
    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.names)

    def at(self, x: float, y: float, snap: float) -> str | None:
        """Return the month that is meant at a place, in u; beside the months the nearest one, within the snap."""
        columns = self.columns
        row = int((y - columns.head) // columns.row)
        into = (y - columns.head) % columns.row
        beside = not columns.months - snap <= x <= columns.month(MONTHS) + snap
        if not 0 <= row < self.count or into < columns.storey or beside:
            return None
        month = min(MONTHS - 1, max(0, int((x - columns.months) // columns.pitch)))
        return self.names[row][month]

    def cell_of(self, name: str) -> tuple[int, int] | None:
        """Return the row and the month of a target, or None where it is none of them."""
        prefix, _, month = name.rpartition(":")
        return (self.prefixes.index(prefix), int(month)) if prefix in self.prefixes else None

    def beside(self, row: int, month: int, right: int) -> str | None:
        """Return the next month of a row that reacts, in a direction."""
        months = range(month + right, MONTHS if right > 0 else -1, right)
        return next((name for number in months if (name := self.names[row][number]) is not None), None)

    def nearest(self, row: int, month: int) -> str | None:
        """Return the month of a row that reacts and is nearest to a month."""
        order = sorted(range(MONTHS), key=lambda number: abs(number - month))
        return next((name for number in order if (name := self.names[row][number]) is not None), None)


def grid_of(columns: Columns, rows: Sequence[Laid]) -> Grid:
    """Return the grid of the rows of a page."""
    prefixes, names = tuple(laid.prefix for laid in rows), tuple(laid.months for laid in rows)
    return Grid(columns=columns, prefixes=prefixes, names=names)
