"""Painting the cells of a row: figures, the bar of the gap, reasons and the leader's stamp."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from board.views.sicb import ReviewState
from themes.qt import Look
from themes.token import BAR_RADIUS_U, CHIP_U, FIGURE_DROP
from widgets import ink
from widgets.sicb_face import (
    ActualFace,
    FigureFace,
    GapFace,
    LabelFace,
    ReasonFace,
    ReasonLine,
    ReviewFace,
    RowFace,
)
from widgets.sicb_place import Columns
from widgets.sicb_say import NOW_BAR_U
from widgets.words import number, translate

COMPACT_BELOW_U: Final = 128.0
"""A row lower than this brings its second lines closer."""
TAP_DASH: Final = (8.0, 5.0)
TAP_MOST_U: Final = 460.0
REASON_ICON_U: Final = 36.0


class RowPainter:
    """Paints one cell into its place; horizontal places come from the columns, vertical ones from the cell."""

    def __init__(self, look: Look, columns: Columns) -> None:
        self.look: Final = look
        self.columns: Final = columns
        self.px: Final[Callable[[float], float]] = look.px

    def cell(self, painter: QPainter, column: str, face: object, rect: QRectF) -> None:
        """Paint the cell of a column."""
        columns = self.columns
        rights = {"plan": columns.plan_right, "delta": columns.delta_right, "cumulative": columns.cumulative_right}
        match face:
            case LabelFace():
                self.label(painter, face, rect)
            case FigureFace():
                self.figure(painter, face, rect, rights[column] or columns.delta_right)
            case ActualFace():
                self.actual(painter, face, rect)
            case GapFace():
                self.gap(painter, face, rect)
            case ReasonFace():
                self.reasons(painter, face, rect)

    def row(self, painter: QPainter, face: RowFace, rect: QRectF, *, pressed: bool) -> None:
        """Paint the band that says "now", or that a finger is on the row."""
        band = rect.adjusted(0, self.px(3), 0, -self.px(3))
        if pressed:
            ink.panel(painter, self.look, band, 12, "press")
        elif face.current:
            ink.panel(painter, self.look, band, 12, "raised")
        if face.current:
            painter.fillRect(
                QRectF(band.left() + self.px(4), band.top(), self.px(8), band.height()),
                self.look.colour("press" if pressed else "raised"),
            )
            ink.panel(painter, self.look, QRectF(band.left(), band.top(), self.px(10), band.height()), 5, "text")

    def label(self, painter: QPainter, face: LabelFace, rect: QRectF) -> None:
        """Paint an interval; the running one with how far it has come."""
        px, look, left = self.px, self.look, self.px(self.columns.interval_left)
        middle, compact = rect.center().y(), self._compact(rect)
        base = middle + px(FIGURE_DROP * face.size_u)
        if face.now_u is not None or face.below:
            base = middle + px(2 if compact else 7)
        room = rect.right() - left
        size = ink.fitting_size(look, face.label, (face.size_u, 40, 34, 28, 24), face.weight, room)
        ink.text(painter, look, left, base, face.label, size, face.weight, face.colour, max_width=room)
        below = middle + px(37 if compact else 45)
        if face.below:
            self._below(painter, face, QPointF(left, below), rect)
        if face.now_u is None:
            return
        start = (
            left + ink.text(painter, look, left + px(1.6), below, translate("board", "now"), 24, 600, "text2") + px(11)
        )
        track = QRectF(start, below - px(11.7), min(px(NOW_BAR_U), rect.right() - start), px(8))
        ink.panel(painter, look, track, 4, "line2")
        done = max(track.height(), track.width() * face.now_u / NOW_BAR_U)
        ink.panel(painter, look, QRectF(track.left(), track.top(), done, track.height()), 4, "text")

    def _below(self, painter: QPainter, face: LabelFace, at: QPointF, rect: QRectF) -> None:
        """Paint the words under an interval: smaller where they need it, then in two lines if the row is so tall."""
        look, weight, room, step = self.look, face.below_weight, rect.right() - at.x(), self.px(22)
        size = ink.fitting_size(look, face.below, (22, 20), weight, room)
        top = at.y() - self.px(9)
        said, most = face.below, 2 if top + 1.3 * step <= rect.bottom() else 1
        if most == 1 and face.below_short and ink.text_width(look, said, size, weight) > room:
            said = face.below_short
        lines = ink.wrap(said, look.font(size, weight), room, most)
        for place, line in enumerate(lines):
            base = at.y() if len(lines) == 1 else top + place * step
            ink.text(painter, look, at.x(), base, line, size, weight, face.below_colour)

    def figure(self, painter: QPainter, face: FigureFace, rect: QRectF, right_u: float) -> None:
        """Paint a figure right-aligned on its column."""
        px, right = self.px, self.px(right_u)
        base = rect.center().y() + px(FIGURE_DROP * face.size_u - 0.6)
        if face.below:
            compact = self._compact(rect)
            base = rect.center().y() + px(1.5 if compact else 5.5)
            below = rect.center().y() + px(36 if compact else 44)
            ink.text(painter, self.look, right, below, face.below, 24, 500, "text3", "right", right - rect.left())
        width = ink.text(painter, self.look, right, base, face.figure, face.size_u, face.weight, face.colour, "right")
        if face.struck:
            y = base - px(FIGURE_DROP * face.size_u)
            ink.hairline(painter, self.look, right - width - px(4), right + px(4), y, face.colour, 3)

    def actual(self, painter: QPainter, face: ActualFace, rect: QRectF) -> None:
        """Paint what was made and its chip."""
        px, middle = self.px, rect.center().y()
        look = self.look.stale() if face.stale else self.look
        right = px(self.columns.actual_right)
        if face.future or face.off:
            tall = min(px(70), rect.height() - px(20))
            box = QRectF(px(453), middle - tall / 2, px(166), tall)
            if face.off:
                ink.panel(painter, look, box, 9, "off")
            else:
                ink.ring(painter, look, box, px(9), "futLine", 2)
            return
        base = middle + px(22 if face.size_u == 64 else FIGURE_DROP * face.size_u)
        if face.note and self._compact(rect):
            base -= px(7)  # the note stands clear of the tail of a comma
        ink.text(painter, look, right, base, face.figure, face.size_u, face.weight, face.colour, "right")
        if face.note:
            below = middle + px(47 if self._compact(rect) else 54)
            ink.text(painter, look, right, below, face.note, 21, 500, "text2", "right", right - rect.left())
        if face.mark is not None:
            side = px(CHIP_U if face.size_u > 44 else 40)
            ink.chip(painter, look, QRectF(px(self.columns.chip_left), middle - side / 2, side, side), face.mark)

    def gap(self, painter: QPainter, face: GapFace, rect: QRectF) -> None:
        """Paint the gap as a bar, or the words where there is none."""
        px, left = self.px, rect.left() + self.px(10)
        middle = rect.center().y()
        if face.has_bar:
            self._bar(painter, face, rect, left)
            return
        if face.ahead:
            box = QRectF(left - px(1.5), middle - px(24.5), max(px(12), px(face.ahead * face.scale) + px(3)), px(49))
            ink.ring(painter, self.look, box, px(6), "text2" if face.over else "goodLine", 2.5)
            left = box.right() + px(12)
        self._lines(painter, face.words, QRectF(left, rect.top(), rect.right() - left, rect.height()), face)

    def reasons(self, painter: QPainter, face: ReasonFace, rect: QRectF) -> None:
        """Paint the reasons, and the invitation to give one."""
        px, left, compact = self.px, rect.left() + self.px(8), self._compact(rect)
        middle, right = rect.center().y(), rect.right() - self.px(8)
        if face.words:
            base = middle + px(8.6)
            ink.text(painter, self.look, left, base, face.words, 24, 500, face.colour, max_width=right - left)
        bases = (-16.0, 28.0) if compact else (-16.0, 34.5)
        lone = len(face.lines) == 1 and not (face.tap and compact)
        for line, base_u in zip(face.lines, bases, strict=False):
            if lone:
                self._lone_reason(painter, line, left, right, middle + px(base_u if face.tap else 9.4))
            else:
                self._reason(painter, line, left, right, middle + px(base_u))
        if face.tap:
            top = (2.0 if compact else 2.5) if face.lines else (-22.0 if compact else -26.5)
            tall = 44.0 if compact else 53.0
            wide = min(right - left + px(7), px(TAP_MOST_U))
            box = QRectF(left - px(4.5), middle + px(top), wide, px(tall))
            ink.dashed_ring(painter, self.look, box, 10, "text", 2.5, TAP_DASH)
            room, base = box.width() - px(16), box.center().y() + px(8.5)
            said = face.tap if ink.text_width(self.look, face.tap, 24, 600) <= room else face.short_tap
            ink.text(painter, self.look, box.center().x(), base, said, 24, 600, "text", "centre", room)

    def review(self, painter: QPainter, face: ReviewFace, rect: QRectF, *, hold: float, hint: str) -> None:
        """Paint the stamp; while it is held, how far the hold has come."""
        px, left, middle = self.px, rect.left() + self.px(6), rect.center().y()
        right = rect.right() - px(6)
        box = QRectF(left - px(1.5), middle - px(38), right - left + px(3), px(76))
        room = right - left - px(8)
        if face.state is ReviewState.DONE:
            ink.ring(painter, self.look, box, px(10), "goodLine", 2.5)
            ink.icon(
                painter, self.look, "tick", QRectF(left + px(11), middle - px(16), px(36), px(36)), "goodLine", 2.8
            )
            left, room = left + px(59), room - px(59)
        elif face.state is ReviewState.NOT_YET:
            ink.text(painter, self.look, left, middle + px(8.6), face.first, 24, 500, "text3", max_width=room)
            return
        if hold > 0 or hint:
            self._hold(painter, box, hold, hint)
            return
        done = face.state is ReviewState.DONE
        first, second = (-5.0, 22.0) if done else (-3.7, 25.5)
        ink.text(painter, self.look, left, middle + px(first), face.first, 24, 600, max_width=room)
        ink.text(painter, self.look, left, middle + px(second), face.second, 22, 500, "text2", max_width=room)

    def _hold(self, painter: QPainter, box: QRectF, hold: float, hint: str) -> None:
        """Paint the stamp while a finger signs it: the outline first, then filling from the left."""
        px = self.px
        if hold > 0:
            painter.save()
            painter.setClipRect(
                QRectF(box.left(), box.top(), box.width() * hold, box.height()), Qt.ClipOperation.IntersectClip
            )
            ink.panel(painter, self.look, box, 10, "press")
            painter.restore()
        ink.ring(painter, self.look, box, px(10), "focus", 3)
        ink.text(
            painter,
            self.look,
            box.center().x(),
            box.center().y() + px(8.6),
            hint,
            24,
            600,
            "text",
            "centre",
            box.width() - px(16),
        )

    def _bar(self, painter: QPainter, face: GapFace, rect: QRectF, left: float) -> None:
        """Paint what is explained, part by part, what is not, and the caption."""
        px, compact = self.px, self._compact(rect)
        middle = rect.center().y() - (px(16) if compact else 0)
        half, x = px(20 if compact else 23), left
        for quantity in face.parts:
            width = px(quantity * face.scale)
            self._part(painter, QRectF(x, middle - half, max(px(2), width - px(2)), 2 * half), quantity)
            x += width
        if face.rest:
            width = max(px(8), px(face.rest * face.scale))
            self._unexplained(painter, QRectF(x, middle - half, width, 2 * half), running=face.open)
            if not face.open and x + width + px(30) < rect.right() + px(8):
                ink.text(painter, self.look, x + width + px(11.5), middle + px(10), "?", 34, 700, "missLine")
        if face.surplus:
            at = x - px(face.surplus * face.scale)
            painter.fillRect(
                QRectF(at - px(1.5), middle - half - px(6), px(3), 2 * half + px(12)), self.look.colour("text")
            )
        base = rect.center().y() + px(32 if compact else 52)
        ink.text(
            painter, self.look, left, base, face.words, face.size_u, face.weight, face.colour,
            max_width=rect.right() - left,
        )  # fmt: skip

    def _part(self, painter: QPainter, box: QRectF, quantity: int) -> None:
        ink.panel(painter, self.look, box, BAR_RADIUS_U, "neutral2")
        said = number(quantity)
        width = ink.text_width(self.look, said, 26, 600)
        if width + self.px(8) > box.width():
            return
        x = box.left() + self.px(11.5) if box.width() > width + self.px(23) else box.center().x() - width / 2
        ink.text(painter, self.look, x, box.center().y() + self.px(9), said, 26, 600, "neutral2On")

    def _unexplained(self, painter: QPainter, box: QRectF, *, running: bool) -> None:
        if running:
            ink.ring(painter, self.look, box, self.px(6), "line2", 3)
            return
        radius = self.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.hatch("unexplained"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        ink.ring(painter, self.look, box, radius, "missLine", 3)

    def _lines(self, painter: QPainter, said: str, room: QRectF, face: GapFace) -> None:
        """Paint words in at most two lines around the middle."""
        font = self.look.font(face.size_u, face.weight)
        lines = ink.wrap(said, font, room.width(), 2)
        pitch = self.px(face.size_u * 1.25)
        base = room.center().y() + self.px(FIGURE_DROP * face.size_u) - pitch * (len(lines) - 1) / 2
        for line in lines:
            ink.text(painter, self.look, room.left(), base, line, face.size_u, face.weight, face.colour)
            base += pitch

    def _reason(self, painter: QPainter, line: ReasonLine, left: float, right: float, base: float) -> None:
        px, side = self.px, self.px(REASON_ICON_U)
        ink.icon(painter, self.look, line.icon, QRectF(left + px(0.5), base - px(10) - side / 2, side, side), "text")
        start = left + px(48.5)
        minutes = ink.text_width(self.look, line.right, 24) + px(8) if line.right else 0.0
        name = ink.text_width(self.look, line.name, 26, 600)
        if name + minutes <= right - start:
            ink.text(painter, self.look, right - px(1), base, line.right, 24, 500, "text2", "right")
        ink.text(painter, self.look, start, base, line.name, 26, 600, max_width=right - start)

    def _lone_reason(self, painter: QPainter, line: ReasonLine, left: float, right: float, base: float) -> None:
        """Paint the one reason of a cell, on two lines around its place where its name is long."""
        px = self.px
        names = ink.wrap(line.name, self.look.font(26, 600), right - left - px(48.5), 2)
        if len(names) < 2:
            self._reason(painter, line, left, right, base)
            return
        self._reason(painter, ReasonLine(icon=line.icon, name=names[0]), left, right, base - px(22))
        ink.text(painter, self.look, left + px(48.5), base + px(9), names[1], 26, 600)

    def _compact(self, rect: QRectF) -> bool:
        return rect.height() < self.px(COMPACT_BELOW_U)
