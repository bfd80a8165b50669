"""Where the parts of the page of changes lie, in u: six cards, for any size and either way up."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from themes.token import MARGIN_U

TOP_U: Final = 20.0
GAP_U: Final = 22.0
HEAD_U: Final = 76.0
FOOT_U: Final = 14.0
PAD_U: Final = 24.0
MADE_SHARE: Final = 0.325
"""Of the width, for what was changed."""
UPPER_SHARE: Final = 0.585
"""Of the height, for the plan and the targets."""
UPRIGHT_SHARES: Final = {False: (0.255, 0.22, 0.18, 0.345), True: (0.33, 0.18, 0.16, 0.33)}
"""Of the height of an upright page, of one line or of several: plan, targets, the lists, what was changed."""
CHANGE_U: Final = 108.0
UNDO_U: Final = (156.0, 84.0)
LINE_U: Final = 84.4
"""At least so tall are a change and a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Every card by name, and how many changes and lines have room."""

    places: dict[str, QRectF]

    @property
    def changes(self) -> int:
        """Return how many changes have room at once."""
        return max(1, int(self._room("made") / CHANGE_U))

    @property
    def lines(self) -> int:
        """Return how many lines of an area have room at once."""
        return max(1, int(self._room("plan") / LINE_U))

    def change(self, number: int) -> QRectF:
        """Return the row of a change."""
        place = self.places["made"]
        height = self._room("made") / self.changes
        return QRectF(place.left(), place.top() + HEAD_U + number * height, place.width(), height)

    def undo(self, number: int) -> QRectF:
        """Return where a change is taken back."""
        row = self.change(number)
        left, top = row.right() - PAD_U - UNDO_U[0], row.center().y() - UNDO_U[1] / 2
        return QRectF(left, top, *UNDO_U)

    def leaf(self, side: int) -> QRectF:
        """Return where the list of changes is leafed in: 0 to newer ones, 1 to older ones."""
        row = self.change(self.changes - 1)
        width = (row.width() - 2 * PAD_U - GAP_U) / 2
        left = row.left() + PAD_U + side * (width + GAP_U)
        return QRectF(left, row.center().y() - UNDO_U[1] / 2, width, UNDO_U[1])

    def line(self, number: int) -> QRectF:
        """Return the row of a line of an area."""
        place = self.places["plan"]
        height = self._room("plan") / self.lines
        inset = 10.0
        top = place.top() + HEAD_U + number * height
        return QRectF(place.left() + inset, top, place.width() - 2 * inset, height - 3.5)

    def _room(self, name: str) -> float:
        return self.places[name].height() - HEAD_U - FOOT_U


def cards_of(width_u: float, height_u: float, *, several: bool = False) -> Cards:
    """Return the cards of a page of that size; `several`: lines are listed under the plan."""
    inner = QRectF(MARGIN_U, TOP_U, width_u - 2 * MARGIN_U, height_u - 2 * TOP_U)
    return Cards(places=_upright(inner, UPRIGHT_SHARES[several]) if height_u > width_u else _wide(inner))


def _wide(inner: QRectF) -> dict[str, QRectF]:
    made = (inner.width() - GAP_U) * MADE_SHARE
    left = inner.width() - GAP_U - made
    upper = (inner.height() - GAP_U) * UPPER_SHARE
    lower = inner.height() - GAP_U - upper
    half, third = (left - GAP_U) / 2, (left - 2 * GAP_U) / 3
    below = inner.top() + upper + GAP_U
    places = {
        "plan": QRectF(inner.left(), inner.top(), half, upper),
        "targets": QRectF(inner.left() + half + GAP_U, inner.top(), half, upper),
    }
    for number, name in enumerate(("reasons", "people", "days")):
        places[name] = QRectF(inner.left() + number * (third + GAP_U), below, third, lower)
    places["made"] = QRectF(inner.right() - made, inner.top(), made, inner.height())
    return places


def _upright(inner: QRectF, shares: tuple[float, ...]) -> dict[str, QRectF]:
    room = inner.height() - 3 * GAP_U
    heights = [share * room for share in shares]
    tops = [inner.top() + sum(heights[:number]) + number * GAP_U for number in range(len(heights))]
    third = (inner.width() - 2 * GAP_U) / 3
    places = {
        "plan": QRectF(inner.left(), tops[0], inner.width(), heights[0]),
        "targets": QRectF(inner.left(), tops[1], inner.width(), heights[1]),
    }
    for number, name in enumerate(("reasons", "people", "days")):
        places[name] = QRectF(inner.left() + number * (third + GAP_U), tops[2], third, heights[2])
    places["made"] = QRectF(inner.left(), tops[3], inner.width(), heights[3])
    return places
