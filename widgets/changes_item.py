"""Draws what the panel of changes shows beside its buttons: a thing of a section, a value in steps, and notes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from themes.qt import Look
from themes.token import FIGURE_DROP
from widgets import ink
from widgets.changes_forms import Item

PAD_U: Final = 22.0
ICON_U: Final = 46.0
SIGN_U: Final = 60.0
PEN_U: Final = 28.0
NAME_U: Final = 29.0
MORE_U: Final = 22.0
NOTE_U: Final = 25.0
NOTE_LINES: Final = 3
VALUES_U: Final = (52.0, 44.0, 38.0, 32.0, 26.0)


def draw_item(painter: QPainter, look: Look, item: Item, rect: QRectF) -> None:
    """Draw a thing on its button: its name in at most two lines, how it is, and whether it was changed here."""
    px = look.px
    left, right = rect.left() + px(PAD_U), rect.right() - px(PAD_U)
    if item.icon:
        side = px(ICON_U)
        ink.icon(painter, look, item.icon, QRectF(left, rect.center().y() - side / 2, side, side), "text")
        left += side + px(18)
    if item.changed:
        side = px(PEN_U)
        right -= side
        ink.icon(painter, look, "pen", QRectF(right, rect.center().y() - side / 2, side, side), "text2")
        right -= px(12)
    room = right - left
    names = ink.wrap(item.words, look.font(NAME_U, 600), room, 2)
    steps = [px(NAME_U * 1.16)] * (len(names) - 1) + ([px(MORE_U * 1.4)] if item.more else [])
    base = rect.center().y() + px(FIGURE_DROP * NAME_U) - sum(steps) / 2
    for number, name in enumerate(names):
        width = ink.text(painter, look, left, base, name, NAME_U, 600, "text3" if item.struck else "text")
        if item.struck:
            ink.hairline(painter, look, left, left + width, base - px(NAME_U * 0.33), "text3", 2.5)
        base += steps[number] if number < len(steps) else 0.0
    ink.text(painter, look, left, base, item.more, MORE_U, 500, "text2", max_width=room)


def draw_sign(painter: QPainter, look: Look, icon: str, rect: QRectF) -> None:
    """Draw the icon that a field holds, at its right end."""
    side = look.px(SIGN_U)
    left = rect.right() - look.px(PAD_U) - side
    ink.icon(painter, look, icon, QRectF(left, rect.center().y() - side / 2, side, side), "text")


def draw_value(painter: QPainter, look: Look, value: str, under: str, rect: QRectF) -> None:
    """Draw a value between its steps backwards and forwards, and what it is in full."""
    size_u = ink.fitting_size(look, value, VALUES_U, 700, rect.width())
    lines = ink.wrap(value, look.font(size_u, 700), rect.width())
    step = look.px(size_u * 1.15)
    base = rect.center().y() + look.px(FIGURE_DROP * size_u) - step * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        ink.text(painter, look, rect.center().x(), base + number * step, line, size_u, 700, "text", "centre")
    base += len(lines) * step
    ink.text(painter, look, rect.center().x(), base, under, NOTE_U, 500, "text2", "centre", rect.width())


def draw_notes(painter: QPainter, look: Look, notes: Sequence[str], rect: QRectF) -> None:
    """Draw what saving will do, under the fields; what has no room is left out."""
    px = look.px
    base = rect.top() + px(NOTE_U * 1.3)
    for note in notes:
        for line in ink.wrap(note, look.font(NOTE_U, 500), rect.width() - px(PAD_U), NOTE_LINES):
            if base > rect.bottom():
                return
            ink.text(painter, look, rect.left() + px(4), base, line, NOTE_U, 500, "text2")
            base += px(NOTE_U * 1.3)
        base += px(8)
