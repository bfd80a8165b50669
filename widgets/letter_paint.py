"""Paints the days of a letter: fill, hatch or outline by state, the figure, the mark, and what stands beside."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from board.views.mark import Judgement, Mark, Phase
from themes.letter import CENTRED_MARK, ROUND_PEN
from themes.qt import Look
from themes.token import FIGURE_DROP, MARK_OUTLINE, MARK_STROKE, HatchKind, Token
from widgets import ink
from widgets.letter_shape import LetterShape
from widgets.sqcdp_face import DayFace, SignFace

FIGURE_U: Final = 20.0
MARK_U: Final = 18.0
FLAG: Final = 4.82
TICK: Final = 3.21
"""Sizes of what stands beside a cell, in letter units."""
SIGN_LEAST_U: Final = 12.0
DISC: Final = 2.0
"""Radius of what carries the mark of a split day, in letter units."""
RING_U: Final = 4.0
NEAR_MISS: Final = (1.9, 2.3)
"""How far the dot of a near miss stands from the mark along the stroke, beside a figure and without one."""
OFF_RING_U: Final = 2.5
"""How much nearer the middle a figure stands where a ring takes some of its room."""
OUT_U: Final = 3.0
"""How far a ring reaches beyond the outline of its cell."""
FOCUS_U: Final = (12.0, 7.0)
"""Widths of the moat and of the ring around a cell that is pressed or that the keyboard is on."""


def day_rect(shape: LetterShape, face: DayFace, look: Look) -> QRectF:
    """Return all that a day's cell may paint."""
    out = look.px(OUT_U)
    return shape.bounds(face.day).adjusted(-out, -out, out, out)


def sign_rect(shape: LetterShape, face: SignFace, look: Look) -> QRectF:
    """Return the place of a flag or of a verified tick."""
    side = max(look.px(SIGN_LEAST_U), shape.scale * (FLAG if face.icon == "flag" else TICK))
    middle = shape.flag(face.day)
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def paint_day(painter: QPainter, look: Look, shape: LetterShape, face: DayFace) -> None:
    """Paint one day of a letter."""
    look = look.stale() if face.stale else look
    path = shape.path(face.day)
    if face.mark is None:
        _fill(painter, look, shape, path, "ghost")
        return
    if face.parts:
        for part, mark in zip(shape.parts(face.day, len(face.parts)), face.parts, strict=True):
            _paint_state(painter, look, shape, part, mark)
    else:
        _paint_state(painter, look, shape, path, face.mark)
    _paint_signs(painter, look, shape, face, face.mark)
    if face.today:
        painter.strokePath(path, look.pen("ring", RING_U))


def paint_sign(painter: QPainter, look: Look, face: SignFace, rect: QRectF) -> None:
    """Paint what stands beside a cell."""
    ink.icon(painter, look, face.icon, rect, "bg", MARK_OUTLINE - MARK_STROKE)
    if face.icon == "flag":
        ink.icon(painter, look, "flag", rect, "text")
    else:
        ink.icon(painter, look, face.icon, rect, "text2", MARK_STROKE)


def paint_focus(painter: QPainter, look: Look, shape: LetterShape, day: int) -> None:
    """Paint the ring of a selected cell: a moat in the ground's colour, then the ring, or it is lost on red."""
    painter.strokePath(shape.path(day), look.pen("bg", FOCUS_U[0]))
    painter.strokePath(shape.path(day), look.pen("focus", FOCUS_U[1]))


def _paint_state(painter: QPainter, look: Look, shape: LetterShape, path: QPainterPath, mark: Mark) -> None:
    """Paint the ground of a cell or of a part of it."""
    match mark.phase, mark.judgement:
        case Phase.CLOSED, Judgement() as judgement:
            _fill(painter, look, shape, path, ink.FILL_OF[judgement])
            if judgement is Judgement.GOOD and look.theme.good_border_u:
                painter.strokePath(path, look.pen("goodLine", look.theme.good_border_u))
        case Phase.OPEN, Judgement() as judgement:
            _hatch(painter, look, path, ink.HATCH_OF[judgement])
        case Phase.OPEN, None:
            _hatch(painter, look, path, "none")
        case Phase.UNRECORDED, _:
            _hatch(painter, look, path, "unrecorded")
            painter.strokePath(path, look.pen("nrLine", 2.5))
        case Phase.OFF, _:
            _fill(painter, look, shape, path, "off")
        case Phase.FUTURE, _:
            painter.strokePath(path, look.pen("futLine", 2.0))
        case _:
            _fill(painter, look, shape, path, "raised")


def _paint_signs(painter: QPainter, look: Look, shape: LetterShape, face: DayFace, mark: Mark) -> None:
    """Paint the figure and the mark of a cell."""
    cell = shape.letter.cell(face.day)
    outlined = bool(face.parts) or mark.phase in {Phase.OPEN, Phase.UNRECORDED}
    icon = _icon(mark)
    if face.figure:
        middle = shape.at(cell.figure(len(str(face.day))) if icon else cell.centre)
        if face.today:
            middle += _towards(middle, shape.at(cell.centre), look.px(OFF_RING_U))
        _paint_figure(painter, look, middle, str(face.day), mark, outlined=outlined)
    if not icon:
        return
    side = look.px(MARK_U) if face.figure else shape.scale * CENTRED_MARK
    middle = shape.at(cell.mark if face.figure else cell.centre)
    rect = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    if face.parts and mark.phase is Phase.CLOSED and mark.judgement in {Judgement.WATCH, Judgement.MISS}:
        _paint_disc(painter, look, shape, middle, mark.judgement)
        ink.icon(painter, look, icon, rect, _mark_token(mark), MARK_STROKE)
    elif outlined:
        ink.outlined_icon(painter, look, icon, rect, "text")
    else:
        ink.icon(painter, look, icon, rect, _mark_token(mark), MARK_STROKE)
    if face.near_miss:
        away = (-2.0 if cell.stacked else -2.75) if face.figure else 0.0
        _paint_near_miss(
            painter, look, shape.at(cell.at(away, _upwards(cell.towards) * NEAR_MISS[not face.figure])), mark
        )


def _towards(start: QPointF, end: QPointF, length: float) -> QPointF:
    """Return a step of that length from one point towards another, and never beyond it."""
    way = end - start
    whole = math.hypot(way.x(), way.y())
    return way * min(1.0, length / whole) if whole else way


def _paint_figure(painter: QPainter, look: Look, middle: QPointF, figure: str, mark: Mark, *, outlined: bool) -> None:
    base = middle.y() + look.px(FIGURE_U * FIGURE_DROP)
    if outlined:
        ink.outlined_text(painter, look, middle.x(), base, figure, FIGURE_U, 700, "text", "centre")
        return
    weight = 700 if mark.judgement is Judgement.MISS else 600 if mark.phase is Phase.CLOSED else 500
    token = _figure_token(mark)
    width = ink.text(painter, look, middle.x(), base, figure, FIGURE_U, weight, token, "centre")
    if mark.phase is Phase.OFF:
        left, right = middle.x() - width / 2 - look.px(3), middle.x() + width / 2 + look.px(3)
        ink.hairline(painter, look, left, right, middle.y(), "line2", 2.0)


def _paint_disc(painter: QPainter, look: Look, shape: LetterShape, middle: QPointF, judgement: Judgement) -> None:
    """Paint what carries the mark of a bad day that is split into shifts: as loud as a whole cell."""
    radius = shape.scale * DISC
    painter.setPen(look.pen("bg", 2.0))
    painter.setBrush(look.colour(ink.FILL_OF[judgement]))
    painter.drawEllipse(middle, radius, radius)


def _paint_near_miss(painter: QPainter, look: Look, middle: QPointF, mark: Mark) -> None:
    """Paint the dot that says a near miss was reported, as is wanted."""
    radius = look.px(2.8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(_figure_token(mark)))
    painter.drawEllipse(middle, radius, radius)


def _upwards(towards: tuple[float, float]) -> float:
    """Return the way along the stroke that leads up, or right where it runs level."""
    along = (-towards[1], towards[0])
    return 1.0 if along[1] < -0.2 or (abs(along[1]) <= 0.2 and along[0] > 0) else -1.0


def _icon(mark: Mark) -> str:
    if mark.phase is Phase.UNRECORDED:
        return "query"
    if mark.phase is Phase.NO_TARGET:
        return "dash"
    if mark.phase in {Phase.OFF, Phase.FUTURE} or mark.judgement is None:
        return ""
    return ink.ICON_OF[mark.judgement]


def _figure_token(mark: Mark) -> Token:
    plain: dict[Phase, Token] = {Phase.OFF: "offOn", Phase.FUTURE: "futOn"}
    if mark.phase is Phase.CLOSED and mark.judgement is not None:
        return ink.FIGURE_OF[mark.judgement]
    return plain.get(mark.phase, "text")


def _mark_token(mark: Mark) -> Token:
    return "text3" if mark.judgement is None else ink.MARK_OF[mark.judgement]


def _fill(painter: QPainter, look: Look, shape: LetterShape, path: QPainterPath, token: Token) -> None:
    """Fill a cell; the pen of the same colour rounds its corners."""
    painter.setPen(look.grid_pen(token, shape.scale * ROUND_PEN))
    painter.setBrush(look.colour(token))
    painter.drawPath(path)


def _hatch(painter: QPainter, look: Look, path: QPainterPath, kind: HatchKind) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.hatch(kind))
    painter.drawPath(path)
