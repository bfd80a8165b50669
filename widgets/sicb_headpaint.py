"""Painting the top of the board (recovery and the path there), the bar of the shift, the tray and the empty state."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from themes.qt import Look
from themes.token import Token
from widgets import ink
from widgets.sicb_face import DeadlineFace, EmptyFace, NeedFace, PathFace, SentenceFace, TotalFace, TrayFace
from widgets.sicb_place import Plan
from widgets.words import number, translate

FIGURE_U: Final = 104.0
FIGURE_TRACK_U: Final = -2.0
STAMP_TALL_U: Final = 40.0
SENTENCE_LEAST_U: Final = 160.0
LABEL_GAP_U: Final = 13.0
UNIT_GAP_U: Final = 9.0
UNITS_U: Final = (34.0, 28.0)
"""Sizes in which a longer unit is tried; one that finds no room is left out."""
DASH_PEN_U: Final = 3.0
DASH_U: Final = (3.0, 7.5)


class HeadPainter:
    """Paints one cell of the top or the last row into its place."""

    def __init__(self, look: Look, plan: Plan) -> None:
        self.look: Final = look
        self.plan: Final = plan
        self.px: Final = look.px

    def cell(self, painter: QPainter, face: object, rect: QRectF, *, pressed: bool) -> None:
        """Paint the cell of a face."""
        match face:
            case NeedFace():
                self.need(painter, face)
            case SentenceFace():
                self.sentence(painter, face, rect)
            case DeadlineFace():
                self.deadline(painter, face, rect)
            case PathFace():
                self.path(painter, face)
            case TotalFace():
                self.total(painter, face, rect)
            case TrayFace():
                self.tray(painter, face, rect, pressed=pressed)
            case EmptyFace():
                self.empty(painter, face, rect)

    def need_width(self, face: NeedFace) -> float:
        """Return how wide the headline is, in pixels, from the margin to its end."""
        look, px = self.look, self.px
        label = ink.text_width(look, face.label, 52, 600) + px(LABEL_GAP_U)
        figure = self._figure_width(face)
        unit = ink.text_width(look, face.unit, self._unit_size(face), 600) + px(UNIT_GAP_U)
        stamp = ink.text_width(look, face.stamp, 25, 600) + px(38) if face.stamp else 0.0
        return label + figure + max(unit, stamp)

    def need(self, painter: QPainter, face: NeedFace) -> None:
        """Paint the headline; once the data are stale, thin and with the time it comes from."""
        look, px = self.look, self.px
        base = px(110.0 if self.plan.narrow else 115.0)
        x = px(39.4)
        x += ink.text(painter, look, x, base, face.label, 52, 600, "text2") + px(LABEL_GAP_U)
        weight, tone = 500 if face.stamp else 700, _thin(bool(face.stamp))
        ink.text(painter, look, x, base + px(8.2), face.figure, FIGURE_U, weight, tone, tracking_u=FIGURE_TRACK_U)
        x += self._figure_width(face)
        token, room = _unit_token(stale=bool(face.stamp)), px(self._right_u) - x - px(UNIT_GAP_U)
        size = ink.fitting_size(look, face.unit, (self._unit_size(face), *UNITS_U), 600, room)
        if ink.text_width(look, face.unit, size, 600) <= room:
            ink.text(painter, look, x + px(UNIT_GAP_U), base + px(8), face.unit, size, 600, token)
        if face.stamp:
            width = ink.text_width(look, face.stamp, 25, 600) + px(28)
            box = QRectF(x + px(10), base - px(77), width, px(STAMP_TALL_U))
            ink.ring(painter, look, box, px(8), "text2", 2)
            ink.text(painter, look, box.center().x(), box.bottom() - px(11), face.stamp, 25, 600, "text", "centre")

    def sentence(self, painter: QPainter, face: SentenceFace, rect: QRectF) -> None:
        """Paint what the headline means; rates that find no room are dropped from the end."""
        look, first, second = self.look, rect.top() + self.px(63), rect.top() + self.px(102.6)
        room = rect.width()
        if room < look.px(SENTENCE_LEAST_U):
            return
        if ink.text_width(look, face.first, 34, 600) > room:
            for line, base in zip(ink.wrap(face.first, look.font(34, 600), room), (first, second), strict=False):
                ink.text(painter, look, rect.left(), base, line, 34, 600)
            return
        ink.text(painter, look, rect.left(), first, face.first, 34, 600)
        parts = list(face.parts)
        while parts and ink.text_width(look, "  ·  ".join(parts), 28) > room:
            parts.pop()
        ink.text(painter, look, rect.left(), second, "  ·  ".join(parts), 28, 500, "text2")

    def deadline(self, painter: QPainter, face: DeadlineFace, rect: QRectF) -> None:
        """Paint the last moment, or what stands in its place."""
        look = self.look.stale() if face.stale else self.look
        px, x = self.px, rect.left() + self.px(8)
        room = rect.right() - x
        ink.text(painter, look, x, rect.top() + px(62.6), face.label, 28, 500, "text2", max_width=room)
        weight = 500 if face.stale else 700
        colour: Token = "text3" if face.stale else face.colour
        x += ink.text(painter, look, x - px(1.5), rect.top() + px(119), face.figure, 62, weight, colour) + px(17.5)
        ink.text(painter, look, x, rect.top() + px(116.5), face.rest, 28, 600, "text2", max_width=rect.right() - x)

    def path(self, painter: QPainter, face: PathFace) -> None:
        """Paint the gap over the shift, the way back at the needed rate, and the last way back."""
        look = self.look.stale() if face.stale else self.look
        px = self.px
        left, top, width, tall = (px(value) for value in self.plan.path)
        deltas = [0, *(delta for _, delta in face.points), face.best_end or 0]
        scale = tall / max(1, max(deltas) - min(deltas))
        zero = top + max(deltas) * scale

        def at(share: float, delta: float) -> QPointF:
            return QPointF(left + width * share / 1000, zero - delta * scale)

        ink.hairline(painter, look, left, left + width, zero, "text3")
        points = [at(share, delta) for share, delta in face.points]
        now, end = points[-1], at(1000, 0)
        if face.recover_from is not None:
            turn = QPointF(at(face.recover_from, 0).x(), now.y())
            painter.setPen(_dashed(look, "text2"))
            painter.drawLine(now, end)
            painter.setPen(_dashed(look, "missLine"))
            painter.drawLine(now, turn)
            painter.drawLine(turn, end)
            painter.fillRect(QRectF(turn.x() - px(1.5), turn.y() - px(7), px(3), px(20)), look.colour("missLine"))
            label_right = max(turn.x() - px(8), left + ink.text_width(look, face.label, 20, 600))
            ink.text(painter, look, label_right, now.y() + px(27), face.label, 20, 600, "missLine", "right")
        if face.best_end is not None:
            painter.setPen(_dashed(look, "missLine"))
            painter.drawLine(now, at(1000, face.best_end))
        painter.setPen(look.pen("text", 3.6))
        for start, stop in pairwise(points):
            painter.drawLine(start, stop)
        painter.setPen(look.pen("text", 3.6))
        painter.setBrush(look.colour("bg"))
        painter.drawEllipse(now, px(8), px(8))
        ink.text(painter, look, left + width, zero - px(10), translate("board", "plan"), 20, 500, "text3", "right")

    def total(self, painter: QPainter, face: TotalFace, rect: QRectF) -> None:
        """Paint how much of the shift's plan is made, where the plan stands now, and what is to go."""
        look, px = self.look, self.px
        left, right = rect.left() + px(10), rect.right() - px(16)
        middle = rect.top() + (px(31) if self.plan.narrow else rect.height() * 0.482)
        bar = QRectF(left, middle - px(17), right - left, px(34))
        ink.panel(painter, look, bar, 6, "track")
        if face.made is not None:
            made = QRectF(
                bar.left(), bar.top(), min(bar.width(), max(px(12), bar.width() * face.made / 1000)), bar.height()
            )
            ink.panel(painter, look, made, 6, "neutral")
            self._words_on_bar(painter, face, bar, made)
        else:
            ink.text(painter, look, left + px(13.5), middle + px(8), face.words, 22, 600, "text2")
        self._under_bar(painter, face, bar, middle + px(52))

    def tray(self, painter: QPainter, face: TrayFace, rect: QRectF, *, pressed: bool) -> None:
        """Paint how many intervals wait for their explanation; nothing while none does."""
        if not face.count:
            return
        look, px = self.look, self.px
        box = QRectF(rect.left(), rect.center().y() - px(44), rect.width(), px(88))
        if pressed:
            ink.panel(painter, look, box, 12, "press")
        ink.dashed_ring(painter, look, box, 10, "text", 2.5, (8.0, 5.0))
        count = number(face.count)
        width = px(50) + ink.text_width(look, count, 40, 700)
        x = box.center().x() - width / 2
        ink.icon(painter, look, "inbox", QRectF(x, box.top() + px(9), px(40), px(40)), "text")
        ink.text(painter, look, x + px(50), box.top() + px(43), count, 40, 700)
        said = translate("board", "to explain")
        ink.text(painter, look, box.center().x(), box.bottom() - px(14), said, 22, 600, "text2", "centre", box.width())

    def empty(self, painter: QPainter, face: EmptyFace, rect: QRectF) -> None:
        """Paint why there is no board."""
        look, px = self.look, self.px
        middle = rect.center()
        ink.text(painter, look, middle.x(), middle.y() - px(10), face.title, 62, 600, "text2", "centre")
        lines = ink.wrap(face.words, look.font(30, 500), rect.width() - px(80), 2)
        for row, line in enumerate(lines):
            ink.text(painter, look, middle.x(), middle.y() + px(46 + 40 * row), line, 30, 500, "text3", "centre")

    @property
    def _right_u(self) -> float:
        """Return how far the headline may reach."""
        return self.plan.path[0] - 20 if self.plan.narrow else self.plan.width - 40

    def _figure_width(self, face: NeedFace) -> float:
        return ink.text_width(self.look, face.figure, FIGURE_U, 500 if face.stamp else 700, FIGURE_TRACK_U)

    def _unit_size(self, face: NeedFace) -> float:
        return 52 if len(face.unit) <= 3 else 34

    def _words_on_bar(self, painter: QPainter, face: TotalFace, bar: QRectF, made: QRectF) -> None:
        """Paint the share within what is made, or beside it where it is too short; clear of where the plan stands."""
        px, width = self.px, ink.text_width(self.look, face.words, 22, 600)
        plan = None if face.plan_now is None else bar.left() + min(1.0, face.plan_now / 1000) * bar.width()
        starts = (
            [made.left(), made.right()] if plan is None else [made.left(), plan, made.right(), max(plan, made.right())]
        )
        tries = [
            (start + px(13.5), made.right() - px(8.5) if start < made.right() else bar.right() - px(13.5))
            for start in starts
        ]
        fits = [x for x, end in tries if x + width <= end]
        clear = (x for x in fits if plan is None or not x - px(6) < plan < x + width + px(6))
        x = next(clear, fits[0] if fits else None)
        if x is not None:
            token: Token = "neutralOn" if x < made.right() else "text2"
            ink.text(painter, self.look, x, bar.center().y() + px(8.7), face.words, 22, 600, token)

    def _under_bar(self, painter: QPainter, face: TotalFace, bar: QRectF, base: float) -> None:
        look, px, limit = self.look, self.px, bar.right()
        if face.to_go:
            limit -= ink.text(painter, look, bar.right(), base, face.to_go, 22, 600, "text2", "right") + px(20)
        if face.plan_now is not None:
            x = bar.left() + min(1.0, face.plan_now / 1000) * bar.width()
            painter.fillRect(QRectF(x - px(2), bar.top() - px(10), px(4), bar.height() + px(20)), look.colour("text"))
            half = ink.text_width(look, face.plan_now_words, 21) / 2
            place = max(bar.left() + half, min(x, limit - half))
            ink.text(painter, look, place, base, face.plan_now_words, 21, 500, "text2", "centre")
            limit = place - half - px(20)
        if face.note and ink.text_width(look, face.note, 22, 600) <= limit - bar.left():
            ink.text(painter, look, bar.left(), base, face.note, 22, 600, "text2")


def _unit_token(*, stale: bool) -> Token:
    return "text3" if stale else "text2"


def _thin(stale: bool) -> Token:
    """Return the colour of a headline's figure."""
    return "text3" if stale else "text"


def _dashed(look: Look, token: Token) -> QPen:
    """Return the pen of a way not gone yet."""
    pen = QPen(look.colour(token), look.px(DASH_PEN_U))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([length / DASH_PEN_U for length in DASH_U])
    return pen
