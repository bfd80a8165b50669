"""Paints the squares of the board of several lines: an interval of a line, or its whole shift."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from themes.qt import Look
from themes.token import FIGURE_DROP
from widgets import ink
from widgets.sicb_lines_face import SquareFace
from widgets.words import translate

TALL_U: Final = 118.0
"""From this height a square has room for its plan."""


def paint_interval(painter: QPainter, look: Look, face: SquareFace, rect: QRectF, column: float) -> None:
    """Paint a square of an interval: of one longer than a column in pixels, the figures stand under its last.

    The columns before say from when to when it is, and of how many the figures are.
    """
    if rect.width() <= column + look.px(1):
        paint_square(painter, look, face, rect)
        return
    px, before = look.px, rect.width() - column
    left, room = rect.left() + px(10), before - px(20)
    tall = rect.height() >= px(TALL_U) and not face.quiet
    line = rect.center().y() + (px(12) if face.quiet else px(FIGURE_DROP * 24 - (20 if tall else 0)))
    if ink.text_width(look, face.span, 24) <= room:
        ink.text(painter, look, left, line, face.span, 24, 500, "text3")
    said = translate("board", "of {plan}").format(plan=face.plan)
    if face.plan and tall and ink.text_width(look, said, 22) <= room:
        below = rect.center().y() + px(42)
        ink.text(painter, look, left, below, said, 22, 500, "text3")
        face = replace(face, plan="")
    paint_square(painter, look, face, QRectF(rect.right() - column, rect.top(), column, rect.height()))


def paint_square(painter: QPainter, look: Look, face: SquareFace, rect: QRectF) -> None:
    """Paint a square whose figures take all of it; grey where its data are past their age."""
    look = look.stale() if face.stale else look
    px, right, middle = look.px, rect.right() - look.px(14), rect.center().y()
    if face.quiet:
        _paint_quiet(painter, look, face, rect)
        return
    tall, alone = rect.height() >= px(TALL_U), not (face.delta or face.head or face.plan)
    line, side = middle - px(0 if alone else 20 if tall else 15 if face.head else 0), chip_side(look, rect)
    chip = QRectF(rect.left() + px(10), line - side / 2, side, side)
    if face.mark is not None:
        ink.chip(painter, look, chip, face.mark)
    base = (line if tall or alone else middle - px(17)) + px(FIGURE_DROP * face.size_u)
    weight = 500 if face.stale else 700
    ink.text(painter, look, right, base, face.figure, face.size_u, weight, face.tone, "right")
    below, size = (line + px(62), 30) if tall else (middle + px(31), 25)
    taken = ink.text(painter, look, right, below, face.delta, size, weight, face.delta_colour, "right")
    said = translate("board", "of {plan}").format(plan=face.plan) if face.plan and tall else face.head
    if ink.text_width(look, said, 22) + taken + px(16) <= right - chip.left():
        ink.text(painter, look, chip.left(), below, said, 22, 500, "text3")


def chip_side(look: Look, rect: QRectF) -> float:
    """Return how large the mark of a square is, in pixels."""
    return look.px(44 if rect.width() >= look.px(190) else 34)


def _paint_quiet(painter: QPainter, look: Look, face: SquareFace, rect: QRectF) -> None:
    """Paint an interval to come, or one nobody works."""
    px = look.px
    if face.is_off:
        side, right = px(44), rect.right() - px(14)
        ink.panel(painter, look, QRectF(right - 2 * side, rect.center().y() - side / 2, 2 * side, side), 9, "off")
    elif face.plan:
        base = rect.center().y() + px(12)
        ink.text(painter, look, rect.right() - px(14), base, face.plan, min(34, face.size_u), 500, "futOn", "right")
