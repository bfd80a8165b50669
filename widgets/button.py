"""What can be pressed on a dock: tiles, keys, fields and plain buttons, painted in one way."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from themes.qt import Look
from themes.token import BUTTON_RADIUS_U, FIGURE_DROP, TITLE, Token
from widgets import ink
from widgets.press import Press, Target

RING_U: Final = 6.0
CHOSEN_U: Final = 4.0
EDGE_U: Final = 2.0
FAINT: Final = 1.2
"""Below this contrast to the ground a button has an edge."""
PAD_U: Final = 24.0
TILE_ICON_U: Final = 88.0
TILE_ICON_LEFT_U: Final = 30.0
TILE_TEXT_LEFT_U: Final = 148.0
ICON_U: Final = 40.0
FINE: Final = 1.6
"""Stroke of a large icon on its grid."""
PLAIN_SIZES_U: Final = (24.0, 21.0, 20.0)
ROW_U: Final = 34.0
ROW_SIZES_U: Final = (28.0, 24.0)
SHORT: Final = 20
"""Words of up to so many letters stand whole in a smaller size rather than cut in the usual one; names do not."""
ROW_ICON_U: Final = 52.0
ROW_GAP_U: Final = 20.0
LINE_U: Final = 1.18
"""From one baseline to the next, of the font size."""


class Face(Enum):
    """How a button looks."""

    TILE = "tile"  # icon and name, a primary target
    PLAIN = "plain"  # words in the middle, with an icon before them
    PRIMARY = "primary"  # the one that acts
    KEY = "key"  # a figure or a letter
    FIELD = "field"  # a small name above a value
    ROW = "row"  # two lines beside an icon


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button: `words` on it, `more` as second line or value; `held` keeps it looking pressed."""

    name: str
    rect: QRectF
    words: str
    face: Face = Face.PLAIN
    icon: str = ""
    more: str = ""
    chosen: bool = False
    held: bool = False
    dim: bool = False  # would do nothing now
    leads_on: bool = False  # a chevron says that there is another level
    guard_s: float | None = None

    @property
    def target(self) -> Target:
        """Return where it is touched, and what it is called."""
        label = ", ".join(part for part in (self.words, self.more) if part)
        return Target(
            name=self.name, rect=self.rect, label=label, guard_s=self.guard_s, chosen=self.chosen, dim=self.dim
        )


def grid(area: QRectF, columns: int, rows: int, gap: float) -> tuple[QRectF, ...]:
    """Return the cells of a grid that fills the area, row by row."""
    width, height = (area.width() - (columns - 1) * gap) / columns, (area.height() - (rows - 1) * gap) / rows
    return tuple(
        QRectF(area.left() + column * (width + gap), area.top() + row * (height + gap), width, height)
        for row in range(rows)
        for column in range(columns)
    )


def row_room(rect: QRectF, look: Look) -> float:
    """Return how many pixels the words of a row with an icon have."""
    return rect.width() - look.px(2 * PAD_U + ROW_ICON_U + ROW_GAP_U)


def draw_button(painter: QPainter, look: Look, button: Button, press: Press) -> None:
    """Draw a button as it looks now: at rest, pressed, chosen, or under the ring of the keyboard."""
    pressed = button.held or press.is_pressed(button.name)
    primary = button.face is Face.PRIMARY and not button.dim
    fill: Token = ("text2" if pressed else "text") if primary else ("press" if pressed else "raised")
    ink.panel(painter, look, button.rect, BUTTON_RADIUS_U, fill)
    radius = look.px(BUTTON_RADIUS_U)
    if not primary and look.theme.contrast("raised", "well") < FAINT:
        ink.ring(painter, look, button.rect, radius, "line2", EDGE_U)
    if pressed or press.is_focused(button.name):
        ink.ring(painter, look, button.rect, radius, "focus", RING_U)
    elif button.chosen:
        ink.ring(painter, look, button.rect, radius, "text", CHOSEN_U)
    _FACES[button.face](painter, look, button)


def _draw_tile(painter: QPainter, look: Look, button: Button) -> None:
    rect, side = button.rect, min(look.px(TILE_ICON_U), button.rect.height() - look.px(PAD_U))
    left = rect.left() + look.px(TILE_ICON_LEFT_U)
    ink.icon(painter, look, button.icon, QRectF(left, rect.center().y() - side / 2, side, side), "text", FINE)
    right = rect.right() - look.px(PAD_U)
    if button.leads_on:
        chevron = look.px(ICON_U)
        right -= chevron
        ink.icon(painter, look, "chev", QRectF(right, rect.center().y() - chevron / 2, chevron, chevron), "text2")
    start = rect.left() + look.px(TILE_TEXT_LEFT_U)
    _lines(painter, look, button.words, QRectF(start, rect.top(), right - start, rect.height()), TITLE.size_u)


def _draw_plain(painter: QPainter, look: Look, button: Button) -> None:
    token: Token = "text3" if button.dim else "bg" if button.face is Face.PRIMARY else "text"
    size_u = 36.0 if button.face is Face.PRIMARY else 28.0
    rect, side = button.rect, look.px(ICON_U) if button.icon else 0.0
    gap = look.px(12) if button.icon and button.words else 0.0
    room = rect.width() - 2 * look.px(16) - side - gap
    size_u = ink.fitting_size(look, button.words, (size_u, *PLAIN_SIZES_U), 600, room)
    words = ink.elided(look, button.words, size_u, 600, room)
    width = side + gap + ink.text_width(look, words, size_u, 600)
    left = rect.center().x() - width / 2
    if button.icon:
        ink.icon(painter, look, button.icon, QRectF(left, rect.center().y() - side / 2, side, side), token, 2.6)
    baseline = rect.center().y() + look.px(FIGURE_DROP * size_u)
    ink.text(painter, look, left + side + gap, baseline, words, size_u, 600, token)


def _draw_key(painter: QPainter, look: Look, button: Button) -> None:
    rect = button.rect
    if button.icon:
        side = look.px(48)
        square = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        ink.icon(painter, look, button.icon, square, "text", 2.6)
        return
    size_u = 46.0 if len(button.words) == 1 else 30.0
    room = rect.width() - look.px(16)
    size_u = ink.fitting_size(look, button.words, (size_u, 24.0, 20.0), 600, room)
    baseline = rect.center().y() + look.px(FIGURE_DROP * size_u)
    ink.text(painter, look, rect.center().x(), baseline, button.words, size_u, 600, "text", "centre", room)


def _draw_field(painter: QPainter, look: Look, button: Button) -> None:
    rect = button.rect
    left, room = rect.left() + look.px(PAD_U), rect.width() - 2 * look.px(PAD_U)
    middle = rect.center().y()
    ink.text(painter, look, left, middle - look.px(12), button.words, 22, 500, "text2", max_width=room)
    ink.text(painter, look, left, middle + look.px(28), button.more, 34, 600, "text", max_width=room)


def _draw_row(painter: QPainter, look: Look, button: Button) -> None:
    rect, side = button.rect, look.px(ROW_ICON_U)
    left = rect.left() + look.px(PAD_U)
    if button.icon:
        ink.icon(painter, look, button.icon, QRectF(left, rect.center().y() - side / 2, side, side), "text")
        left += side + look.px(ROW_GAP_U)
    room = rect.right() - look.px(PAD_U) - left
    middle = rect.center().y()
    if not button.more:
        _lines(painter, look, button.words, QRectF(left, rect.top(), room, rect.height()), ROW_U)
        return
    ink.text(painter, look, left, middle - look.px(6), button.words, ROW_U, 600, "text", max_width=room)
    ink.text(painter, look, left, middle + look.px(30), button.more, 24, 500, "text2", max_width=room)


def _lines(painter: QPainter, look: Look, words: str, room: QRectF, usual_u: float) -> None:
    """Draw words in two lines, or three where there is room; centred upright in the room."""
    size_u, lines = _fitting_lines(look, words, room, usual_u)
    step = look.px(size_u * LINE_U)
    first = room.center().y() + look.px(FIGURE_DROP * size_u) - step * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        ink.text(painter, look, room.left(), first + number * step, line, size_u, 600)


def _fitting_lines(look: Look, words: str, room: QRectF, usual_u: float) -> tuple[float, tuple[str, ...]]:
    """Return the size and the lines of words: the usual size, or for short words the first at which none is cut."""
    lines: tuple[str, ...] = ()
    size_u = usual_u
    for size_u in (usual_u, *(ROW_SIZES_U if len(words) <= SHORT else ())):
        most = 3 if room.height() >= 3.2 * look.px(size_u * LINE_U) else 2
        lines = ink.wrap(words, look.font(size_u, 600), room.width(), most)
        if not any(line.endswith(ink.ELLIPSIS) for line in lines):
            break
    return size_u, lines


_FACES: Final = {
    Face.TILE: _draw_tile,
    Face.PLAIN: _draw_plain,
    Face.PRIMARY: _draw_plain,
    Face.KEY: _draw_key,
    Face.FIELD: _draw_field,
    Face.ROW: _draw_row,
}
