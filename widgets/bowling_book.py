"""How the KPIs of a bowling chart are shared out over pages, and where one turns them; in u."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from themes.token import MARGIN_U
from widgets.bowling_place import HEAD_STOREY_U, Columns

BAR_U: Final = 70.0
BUTTON_U: Final = 168.0
BUTTON_TALL_U: Final = 110.0
WHERE_U: Final = 240.0
LEGEND_U: Final = 40.0
YEAR_BUTTON_U: Final = 78.0
YEAR_U: Final = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """How many rows a page has, and the bar under them: its top, 0 where all fit on one page."""

    rows: int = 12
    bar: float = 0.0
    width: float = 1920.0
    height: float = 941.0
    bottom: float = 941.0  # of the rows

    def first(self, wanted: int, count: int) -> int:
        """Return the first row of the page on which that row is, or of the last page."""
        return min(max(0, wanted), max(0, count - 1)) // self.rows * self.rows

    def has(self, first: int, pages: int, count: int) -> bool:
        """Tell whether there is a page so many pages on."""
        return 0 <= first + pages * self.rows < count

    def places(self) -> dict[str, QRectF]:
        """Return the places of the bar under the rows, and of the legend where there is room for it."""
        if not self.bar:
            if self.height - self.bottom < LEGEND_U + 4:
                return {}
            return {"legend": QRectF(MARGIN_U, self.height - LEGEND_U - 2, self.width - 2 * MARGIN_U, LEGEND_U)}
        tall = min(BUTTON_TALL_U, self.height - self.bar - 10)
        top = self.bar + 6
        after = self.width - MARGIN_U - BUTTON_U
        before = after - 20 - BUTTON_U
        where = before - 20 - WHERE_U
        return {
            "page:previous": QRectF(before, top, BUTTON_U, tall),
            "page:next": QRectF(after, top, BUTTON_U, tall),
            "page:where": QRectF(where, top, WHERE_U, tall),
            "legend": QRectF(MARGIN_U, top, where - 20 - MARGIN_U, tall),
        }


def book_of(columns: Columns, width: float, height: float, count: int, bar_least: float) -> Book:
    """Return how so many KPIs are shared out; the bar is at least so tall that a finger finds its buttons."""
    fits = columns.rows_in(height)
    if count <= fits:
        return Book(rows=fits, width=width, height=height, bottom=columns.head + count * columns.row)
    rows = columns.rows_in(height - max(BAR_U, bar_least))
    bottom = columns.head + rows * columns.row
    return Book(rows=rows, bar=bottom, width=width, height=height, bottom=bottom)


def year_places(columns: Columns) -> dict[str, QRectF]:
    """Return where an earlier and a later year are asked for, and where the year between them is told."""
    tall = HEAD_STOREY_U if columns.stacked else columns.head
    left, between = MARGIN_U, MARGIN_U + YEAR_BUTTON_U + 12
    return {
        "year:earlier": QRectF(left, 5, YEAR_BUTTON_U, tall - 11),
        "head:name": QRectF(between, 2, YEAR_U, tall - 4),
        "year:later": QRectF(between + YEAR_U, 5, YEAR_BUTTON_U, tall - 11),
    }
