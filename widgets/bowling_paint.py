"""Paints the parts of the bowling chart: heads, names, a month's plan over its actual, and the small signs."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from board.views.bowling import Countermeasure
from board.views.mark import Judgement, Mark, Phase
from themes.qt import Look
from themes.token import ICON_GRID, MARK_STROKE, Token
from widgets import ink
from widgets.bowling_face import HeadFace, LegendFace, LetterFace, MonthFace, NameFace, PageFace, RunFace, TextFace
from widgets.bowling_place import BEFORE_U, CELL_TALL_U, CELL_TOP_U, GAP_U, PLAN_U
from widgets.icon import icon_path

MARK_U: Final = 15.0
LOW_MARK_U: Final = 12.0
RADIUS_U: Final = 5.0
RING_U: Final = 3.6
VEIL_U: Final = 7.0
VEIL: Final = 0.72
SIGN_ROOM_U: Final = 13.0
"""What a plan leaves free at its right for a sign."""
SIGN_U: Final = 20.0
BOX_MORE_U: Final = 4.0
"""So much more than a flag takes the box of one that is overdue."""
SIGN_STROKE: Final = 2.4
NAME_U: Final = 24.0
UNIT_U: Final = 20.0
UNIT_SHARE: Final = 0.42
"""Of the width of a name that its unit may take from the second line."""
ARROW_U: Final = 21.0
ARROW_ROOM_U: Final = 29.0
OWNER_LEAST_U: Final = 64.0
NAME_GAP_U: Final = 14.0
SECOND_BASE_U: Final = 19.5
"""The baseline of a second line under the top of its place."""
LEGEND_GAP_U: Final = 26.0
LEGEND_LINE_U: Final = 36.0


class BowlingPainter:
    """Paints faces at their places; `stacked`: names and months stand in two storeys."""

    def __init__(self, painter: QPainter, look: Look, *, stacked: bool) -> None:
        self._painter: Final = painter
        self._look: Final = look
        self._stacked: Final = stacked
        self._base_u: Final = 26.0 if stacked else 31.5

    def head(self, face: HeadFace, rect: QRectF, *, right: bool) -> None:
        """Paint the name of a column; that of the running month carries the time of data past their age."""
        painter, look, px = self._painter, self._look, self._look.px
        base = rect.bottom() - px(12)
        size: float
        token: Token
        x = rect.right() - px(2) if right else rect.left()
        if face.when is None:
            size, weight, token = (24.0, 700, "text") if face.loud else (22.0, 500, "text3")
        else:
            size, weight, token = _month_look(face)
            x = rect.right() - px(GAP_U / 2 + 6)
        if face.stamp:
            self._stamp(face.stamp, rect)
            base -= px(18)
            size = 22.0
        align: ink.Align = "right" if right else "left"
        room = rect.width() - px(4)
        fits = not face.short or ink.text_width(look, face.label, size, weight) <= room
        label = face.label if fits else face.short
        ink.text(painter, look, x, base, label, size, weight, token, align, room)

    def letter(self, face: LetterFace, rect: QRectF) -> None:
        """Paint the letter of a group."""
        base = rect.top() + self._look.px(38 if self._stacked else 45)
        size = 36 if len(face.code) == 1 else 24
        ink.text(self._painter, self._look, rect.left() + self._look.px(1), base, face.code, size, 700)

    def name(self, face: NameFace, rect: QRectF) -> None:
        """Paint the first line of a name."""
        line, _ = _two_lines(self._look, face.name, rect.width())
        ink.text(self._painter, self._look, rect.left(), rect.top() + self._look.px(self._base_u), line, NAME_U, 600)

    def unit(self, face: NameFace, rect: QRectF, first: float) -> None:
        """Paint the second line: what a first line of that width left of the name, unit, arrow, and the owner."""
        painter, look, px = self._painter, self._look, self._look.px
        left, right, base = rect.left(), rect.right(), rect.top() + px(SECOND_BASE_U)
        _, line = _two_lines(look, face.name, first)
        if line:
            unit = min(ink.text_width(look, face.unit, UNIT_U), first * UNIT_SHARE) + px(ARROW_ROOM_U)
            room = right - left - unit - px(NAME_GAP_U)
            left += ink.text(painter, look, left, base, line, NAME_U, 600, max_width=room) + px(NAME_GAP_U)
        room = right - left - px(ARROW_ROOM_U)
        left += ink.text(painter, look, left, base, face.unit, UNIT_U, 500, "text3", max_width=room)
        left += px(8) if face.unit else 0.0
        ink.icon(painter, look, face.arrow, QRectF(left, base - px(17.5), px(ARROW_U), px(ARROW_U)), "text3", 2.4)
        left += px(ARROW_U + 8)
        if face.owner and not line and right - left >= px(OWNER_LEAST_U):
            ink.text(painter, look, left, base, face.owner, UNIT_U, 500, "text2", max_width=right - left)

    def text(self, face: TextFace, rect: QRectF) -> None:
        """Paint an owner or a start value."""
        base = rect.top() + self._look.px(self._base_u)
        x = rect.right() if face.right else rect.left()
        align: ink.Align = "right" if face.right else "left"
        room = rect.width() - (0 if face.right else self._look.px(6))
        sizes = (face.size_u, 21.0, 20.0) if face.right else (face.size_u,)
        size_u = ink.fitting_size(self._look, face.text, sizes, 500, room)
        ink.text(self._painter, self._look, x, base, face.text, size_u, 500, "text2", align, room)

    def run(self, face: RunFace, rect: QRectF) -> None:
        """Paint a run of misses: in words, and inverted with a sign where it asks for more."""
        painter, look, px = self._painter, self._look, self._look.px
        base = rect.top() + px(SECOND_BASE_U)
        if not face.alarm:
            ink.text(painter, look, rect.right(), base, face.text, 20, 600, "text2", "right", rect.width())
            return
        width = ink.text_width(look, face.text, 20, 700)
        sign = px(25) if rect.width() >= width + px(41) else 0.0
        box = QRectF(rect.right() - width - px(16) - sign, base - px(19.5), width + px(16) + sign, px(24.5))
        ink.panel(painter, look, box, 6, "text")
        if sign:
            ink.icon(painter, look, "alert", QRectF(box.left() + px(7), box.top() + px(1), px(21), px(21)), "bg", 2.6)
        ink.text(painter, look, box.right() - px(8), base, face.text, 20, 700, "bg", "right")

    def month(self, face: MonthFace, rect: QRectF) -> None:
        """Paint a month: the plan over its cell, in the cell the actual with its mark, a sign at its corner."""
        painter, look, px = self._painter, self._look, self._look.px
        drawn = look.stale() if face.stale else look
        cell = month_cell(look, rect)
        self._plan(face, cell)
        self._ground(drawn, face, cell)
        self._figure(drawn, face, cell)
        if face.partial:
            left = cell.left() + px(24 if face.low else 3)
            top, side = (cell.top() + px(3), px(12)) if face.low else (cell.top() - px(22), px(14))
            token: Token = _figure_token(face.mark) if face.low else "text2"
            paint_partial(painter, look, QRectF(left, top, side, side), token)
        if face.sign is not None:
            side = px(SIGN_U)
            place = QRectF(cell.right() - px(13.5), cell.top() - px(15.5), side, side)
            painter.save()
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
            paint_countermeasure(painter, look, place, face.sign)
            painter.restore()

    def year_beside(self, face: MonthFace, rect: QRectF, plan_right: float) -> None:
        """Paint the year to date in one line: the plan, then its cell."""
        px = self._look.px
        left, right = plan_right + px(10), rect.right() - px(GAP_U - BEFORE_U)
        cell = QRectF(left, rect.top() + px(9), right - left, px(CELL_TALL_U))
        base = cell.center().y() + px(8)
        ink.text(self._painter, self._look, plan_right, base, face.plan, PLAN_U, 500, "text3", "right")
        self._ground(self._look, face, cell)
        self._figure(self._look, face, cell)

    def page(self, face: PageFace, rect: QRectF, *, pressed: bool) -> None:
        """Paint a way to other KPIs or another year as a button, or words between two of them."""
        painter, look, px = self._painter, self._look, self._look.px
        if not face.icon:
            base = rect.center().y() + px(9)
            ink.text(painter, look, rect.center().x(), base, face.words, 26, 600, "text2", "centre", rect.width())
            return
        ink.panel(painter, look, rect, 12, "press" if pressed else "raised" if face.enabled else "panel")
        side = px(34)
        place = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        ink.icon(painter, look, face.icon, place, "text" if face.enabled else "futLine", 2.8)

    def legend(self, face: LegendFace, rect: QRectF) -> None:
        """Paint the signs of this page with their words, line by line; what has no room is left out from the end."""
        look, px = self._look, self._look.px
        lines: list[list[tuple[Countermeasure | None, str]]] = [[]]
        x = rect.left()
        for sign, word in face.entries:
            width = px(SIGN_U + 8) + ink.text_width(look, word, 20, 500)
            if x + width > rect.right() and lines[-1]:
                lines.append([])
                x = rect.left()
            lines[-1].append((sign, word))
            x += width + px(LEGEND_GAP_U)
        lines = lines[: max(1, int(rect.height() / px(LEGEND_LINE_U)))]
        top = rect.center().y() - px(LEGEND_LINE_U) * len(lines) / 2
        for number, line in enumerate(lines):
            self._legend_line(line, rect.left(), top + px(LEGEND_LINE_U) * (number + 0.5))

    def _legend_line(self, line: list[tuple[Countermeasure | None, str]], x: float, middle: float) -> None:
        painter, look, px = self._painter, self._look, self._look.px
        for sign, word in line:
            place = QRectF(x, middle - px(SIGN_U / 2), px(SIGN_U), px(SIGN_U))
            if sign is None:
                paint_partial(painter, look, place.adjusted(px(3), px(3), -px(3), -px(3)), "text2")
            else:
                paint_countermeasure(painter, look, place, sign)
            x += px(SIGN_U + 8)
            x += ink.text(painter, look, x, middle + px(7.5), word, 20, 500, "text3") + px(LEGEND_GAP_U)

    def _stamp(self, stamp: str, rect: QRectF) -> None:
        """Paint the time of stale data in a box at the foot of a head."""
        look, px = self._look, self._look.px
        box = QRectF(rect.center().x() - px(38), rect.bottom() - px(27), px(76), px(26))
        ink.panel(self._painter, look, box, 6, "bg")
        ink.ring(self._painter, look, box, px(6), "text", 2)
        ink.text(self._painter, look, box.center().x(), box.center().y() + px(7.2), stamp, 20, 600, "text", "centre")

    def _plan(self, face: MonthFace, cell: QRectF) -> None:
        px = self._look.px
        token: Token = "text2" if face.now else "text3"
        width = ink.text_width(self._look, face.plan, PLAN_U)
        sign = SIGN_ROOM_U + (BOX_MORE_U if face.sign is Countermeasure.OVERDUE else 0.0)
        right = min(cell.right() - px(11), max(cell.right() - px(sign), cell.left() + width))
        ink.text(self._painter, self._look, right, cell.top() - px(7.5), face.plan, PLAN_U, 500, token, "right")

    def _ground(self, look: Look, face: MonthFace, cell: QRectF) -> None:
        painter, radius = self._painter, look.px(RADIUS_U)
        match face.mark.phase, face.mark.judgement:
            case Phase.CLOSED, Judgement() as judgement:
                ink.panel(painter, look, cell, RADIUS_U, ink.FILL_OF[judgement])
                if judgement is Judgement.GOOD and look.theme.good_border_u:
                    ink.ring(painter, look, cell, radius, "goodLine", look.theme.good_border_u)
            case Phase.OPEN, judgement:
                _hatched(painter, look, cell, judgement)
                _veil(painter, look, cell)
                ink.ring(painter, look, cell, radius, "ring" if not face.stale else "text3", RING_U)
            case Phase.UNRECORDED, _:
                ink.panel(painter, look, cell, RADIUS_U, "panel")
                painter.setBrush(look.hatch("unrecorded"))
                painter.drawRoundedRect(cell, radius, radius)
                ink.ring(painter, look, cell, radius, "nrLine", 2.5)
                side = look.px(22)
                place = QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side)
                ink.outlined_icon(painter, look, "query", place, "text", "panel")
            case Phase.OFF, _:
                ink.panel(painter, look, cell, RADIUS_U, "off")
            case Phase.FUTURE, _:
                pass
            case _:
                ink.ring(painter, look, cell, radius, "line2", 2.0)

    def _figure(self, look: Look, face: MonthFace, cell: QRectF) -> None:
        painter, px, mark = self._painter, look.px, face.mark
        if mark.phase in {Phase.UNRECORDED, Phase.OFF}:
            return
        right = cell.right() - px(7)
        base = cell.bottom() - px(4.5) if face.low else cell.center().y() + px(face.size_u * 0.36)
        icon, token = _icon(mark), _figure_token(mark)
        side = px(LOW_MARK_U if face.low else MARK_U)
        middle = cell.top() + px(3) + side / 2 if face.low else cell.center().y()
        place = QRectF(cell.left() + px(5), middle - side / 2, side, side)
        if mark.phase is Phase.OPEN:
            ink.outlined_text(painter, look, right, base, face.figure, face.size_u, _weight(face), token, "right")
            if icon:
                ink.outlined_icon(painter, look, icon, place, token)
            return
        ink.text(painter, look, right, base, face.figure, face.size_u, _weight(face), token, "right")
        if icon and mark.phase is not Phase.FUTURE:
            ink.icon(painter, look, icon, place, _mark_token(mark), MARK_STROKE)


def month_cell(look: Look, rect: QRectF) -> QRectF:
    """Return the cell of a month within its place."""
    px = look.px
    top = rect.top() + px(CELL_TOP_U - 2)
    return QRectF(rect.left() + px(BEFORE_U), top, rect.width() - px(GAP_U), px(CELL_TALL_U))


def paint_countermeasure(painter: QPainter, look: Look, rect: QRectF, sign: Countermeasure) -> None:
    """Paint how a miss is answered: a hollow flag, a flag, a flag inverted once overdue, a tick once verified."""
    if sign is Countermeasure.VERIFIED:
        ink.outlined_icon(painter, look, "tick", rect, "text2")
        return
    if sign is Countermeasure.OVERDUE:
        box = rect.adjusted(0, -look.px(1.5), -look.px(2), -look.px(1.5))
        ink.panel(painter, look, box.adjusted(-look.px(2), -look.px(2), look.px(2), look.px(2)), 4, "bg")
        ink.panel(painter, look, box, 3, "text")
        _flag(painter, look, box.adjusted(look.px(2), look.px(2), -look.px(1), -look.px(2)), "bg", hollow=False)
        return
    ink.icon(painter, look, "flag", rect, "bg", 6.4)
    _flag(painter, look, rect, "text", hollow=sign is Countermeasure.NONE)


def paint_partial(painter: QPainter, look: Look, rect: QRectF, token: Token) -> None:
    """Paint the sign of a month that was not entered on all its days: a disc half full."""
    ring = look.px(2)
    inner = rect.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
    painter.setPen(look.pen(token, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(token))
    painter.drawPie(inner, 90 * 16, 180 * 16)


def _flag(painter: QPainter, look: Look, rect: QRectF, token: Token, *, hollow: bool) -> None:
    if not hollow:
        ink.icon(painter, look, "flag", rect, token, SIGN_STROKE)
        return
    path = icon_path("flag")
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / ICON_GRID, rect.height() / ICON_GRID)
    painter.fillPath(path, look.colour("bg"))
    painter.strokePath(path, look.grid_pen(token, SIGN_STROKE))
    painter.restore()


def _hatched(painter: QPainter, look: Look, cell: QRectF, judgement: Judgement | None) -> None:
    radius = look.px(RADIUS_U)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.hatch("none" if judgement is None else ink.HATCH_OF[judgement]))
    painter.drawRoundedRect(cell, radius, radius)


def _veil(painter: QPainter, look: Look, cell: QRectF) -> None:
    """Dim the stripes where the figure lies, so that it can be read; around it they stay as loud as they are."""
    inset, colour = look.px(VEIL_U), QColor(look.colour("bg"))
    colour.setAlphaF(VEIL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset), look.px(2), look.px(2))


def _month_look(face: HeadFace) -> tuple[float, int, Token]:
    if face.when == "now":
        return (24.0, 500, "text3") if face.stale else (24.0, 700, "text")
    return (24.0, 500, "text2" if face.when == "past" else "text3")


def _two_lines(look: Look, name: str, width: float) -> tuple[str, str]:
    """Return the words of a name that fit a first line of that width, and those that are left over."""
    line = "".join(ink.wrap(name, look.font(NAME_U, 600), width)[:1])
    return line, " ".join(name.split()[len(line.split()) :])


def _icon(mark: Mark) -> str:
    if mark.judgement is not None:
        return ink.ICON_OF[mark.judgement]
    return "dash" if mark.phase in {Phase.NO_TARGET, Phase.CLOSED} else ""


def _weight(face: MonthFace) -> int:
    if face.stale:
        return 500
    bold = face.mark.phase is Phase.OPEN or face.mark.judgement is Judgement.MISS
    return 700 if bold else 600


def _figure_token(mark: Mark) -> Token:
    if mark.phase is Phase.CLOSED and mark.judgement is not None:
        return ink.FIGURE_OF[mark.judgement]
    return "text"


def _mark_token(mark: Mark) -> Token:
    return "text3" if mark.judgement is None else ink.MARK_OF[mark.judgement]
