"""The dashed frame around a page whose data are past their age: seen from afar."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from themes.qt import Look
from themes.token import DASHED_FRAME, DASHED_FRAME_U


def paint_stale_frame(painter: QPainter, look: Look, rect: QRectF) -> None:
    """Paint the frame just inside a rectangle; as filled dashes, because a dashed pen this long is slow."""
    width, dash, gap = look.px(DASHED_FRAME_U), look.px(DASHED_FRAME[0]), look.px(DASHED_FRAME[1])
    inner = rect.adjusted(width, width, -width, -width)
    colour = look.colour("text2")
    x = inner.left() + gap
    while x < inner.right() - gap:
        long = min(dash, inner.right() - x)
        painter.fillRect(QRectF(x, inner.top(), long, width), colour)
        painter.fillRect(QRectF(x, inner.bottom() - width, long, width), colour)
        x += dash + gap
    y = inner.top() + gap
    while y < inner.bottom() - gap:
        long = min(dash, inner.bottom() - y)
        painter.fillRect(QRectF(inner.left(), y, width, long), colour)
        painter.fillRect(QRectF(inner.right() - width, y, width, long), colour)
        y += dash + gap
