"""Paints a KPI's year as a line: the band of its natural limits, the plan dotted, misses, and the open month."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from themes.qt import Look
from widgets import ink
from widgets.bowling_face import TrendFace

INNER_U: Final = (6.0, 13.0, 10.0, 12.0)
"""Left, top, right and bottom of a trend's place that stay free for its dots."""
LINE_U: Final = 3.0
SIGNAL_U: Final = 5.0
NOISE_U: Final = 3.8
OPEN_U: Final = 7.0
DOT_U: Final = 2.0
APART_U: Final = 7.0


def paint_trend(painter: QPainter, look: Look, face: TrendFace, rect: QRectF) -> None:
    """Paint a year as a line from its start value on."""
    px = look.px
    left, top, right, bottom = (px(side) for side in INNER_U)
    inner = rect.adjusted(left, top, -right, -bottom)
    if face.band is not None:
        _band(painter, look, face, inner)
    for line in face.plans:
        _dotted(painter, look, _places(line, inner))
    places = _places(face.points, inner)
    painter.setPen(look.pen("text2" if face.stale else "text", LINE_U))
    painter.drawLines([QLineF(a, b) for a, b in pairwise(places) if a is not None and b is not None])
    _lone(painter, look, places)
    _dots(painter, look, face, places)
    if face.open is not None and (last := places[face.open]) is not None:
        painter.setBrush(look.colour("bg"))
        painter.setPen(look.pen("text3" if face.stale else "text", LINE_U))
        painter.drawEllipse(last, px(OPEN_U), px(OPEN_U))


def _places(levels: Sequence[float | None], inner: QRectF) -> list[QPointF | None]:
    steps = max(1, len(levels) - 1)
    return [
        None
        if level is None
        else QPointF(inner.left() + inner.width() * n / steps, inner.bottom() - level * inner.height())
        for n, level in enumerate(levels)
    ]


def _band(painter: QPainter, look: Look, face: TrendFace, inner: QRectF) -> None:
    """Paint the natural limits as a raised band, the mean as a thin line in it."""
    low, high = face.band or (0.0, 0.0)
    painter.fillRect(
        QRectF(inner.left(), inner.bottom() - high * inner.height(), inner.width(), (high - low) * inner.height()),
        look.colour("raised"),
    )
    if face.mean is not None:
        y = inner.bottom() - face.mean * inner.height()
        ink.hairline(painter, look, inner.left(), inner.right(), y, "line2", 1.5)


def _dotted(painter: QPainter, look: Look, places: list[QPointF | None]) -> None:
    """Paint a plan as dots at equal distances along its line."""
    step, carry, dots = look.px(APART_U), 0.0, []
    for first, last in pairwise(places):
        if first is None or last is None:
            carry = 0.0
            continue
        long = hypot(last.x() - first.x(), last.y() - first.y())
        along = carry
        while along < long:
            dots.append(first + (last - first) * (along / long))
            along += step
        carry = along - long
    painter.setPen(look.pen("text3", DOT_U))
    painter.drawPoints(dots)


def _lone(painter: QPainter, look: Look, places: list[QPointF | None]) -> None:
    """Paint a value between two holes, which no line shows."""
    around = [None, *places, None]
    lone = [
        place for n, place in enumerate(places) if place is not None and around[n] is None and around[n + 2] is None
    ]
    painter.setPen(look.pen("text", LINE_U + 2))
    painter.drawPoints(lone)


def _dots(painter: QPainter, look: Look, face: TrendFace, places: list[QPointF | None]) -> None:
    """Paint the months that missed: a dot, or a ring where natural limits say that it may be mere noise."""
    for number in face.missed:
        place = places[number]
        if place is None:
            continue
        noise = face.band is not None and number not in face.signals
        radius = look.px(NOISE_U if noise else SIGNAL_U)
        painter.setPen(look.pen("missLine", 2.4) if noise else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("bg" if noise else "missLine"))
        painter.drawEllipse(place, radius, radius)
