"""Paints the page of sources: its head, a card for each source, and the way to more of them."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from themes.qt import Look
from themes.token import CARD_RADIUS_U, MARGIN_U, Token
from widgets import ink
from widgets.sources_face import HeadFace, MoreFace, Sign, SourceFace
from widgets.sources_place import CARD_U, HEAD_LINE_U, LINE_U, NARROW_CARD_U, PAD_U, TEXT_U
from widgets.words import EN_DASH

TITLE_BASE_U: Final = 60.0
NAME_BASE_U: Final = 53.0
UNDER_BASE_U: Final = 93.0
STOREY_U: Final = 98.0
SIGN_U: Final = 44.0
DOT_U: Final = 22.0
VALUE_FROM: Final = 0.31
AGE_FROM: Final = 0.635
ROWS_FROM: Final = 0.84
NARROW_SPLIT: Final = 0.62
"""Of a card's width: where its columns begin."""
FIGURES_U: Final = (40.0, 36.0, 32.0, 28.0)
NAMES_U: Final = (34.0, 30.0, 27.0)
LINE_SIZE_U: Final = 24.0
PROCESS_SIZE_U: Final = 22.0


class SourcesPainter:
    """Paints parts into their rectangles with one painter and one look."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter = painter
        self._look = look

    def head(self, face: HeadFace, rect: QRectF, *, narrow: bool) -> None:
        """Paint the title, how all sources stand, and the programs that read them."""
        look, px, left = self._look, self._look.px, rect.left() + self._look.px(MARGIN_U)
        base = rect.top() + px(TITLE_BASE_U)
        x = left + ink.text(self._painter, look, left, base, face.title, 40, 600) + px(28)
        if face.summary:
            token: Token = "goodLine" if face.well else "watchLine"
            icon = "tick" if face.well else "alert"
            ink.icon(self._painter, look, icon, QRectF(x, base - px(28), px(34), px(34)), token, 2.8)
            weight = 500 if face.well else 600
            tone: Token = "text2" if face.well else "text"
            ink.text(self._painter, look, x + px(44), base, face.summary, 30, weight, tone)
        if narrow:
            self._processes(face, left, base + px(HEAD_LINE_U + 14), "left")
        else:
            top = base - px(12 if len(face.lines) > 1 else 0)
            self._processes(face, rect.right() - px(MARGIN_U), top, "right")

    def card(self, face: SourceFace, rect: QRectF, *, narrow: bool) -> None:
        """Paint a source."""
        ink.panel(self._painter, self._look, rect, CARD_RADIUS_U, "panel")
        px, wide = self._look.px, rect.width()
        left, right = rect.left() + px(TEXT_U), rect.right() - px(PAD_U)
        self._sign(face.sign, QPointF(rect.left() + px(TEXT_U / 2), rect.top() + px(NAME_BASE_U - 12)))
        split = rect.left() + wide * (NARROW_SPLIT if narrow else VALUE_FROM)
        self._name(face, QRectF(left, rect.top(), split - px(16) - left, 0))
        if narrow:
            storey = rect.top() + px(STOREY_U)
            self._age(face, QRectF(split, rect.top(), right - split, 0), "right")
            self._value(face, QRectF(left, storey, split - px(16) - left, 0))
            self._rows(face, QRectF(split, storey, right - split, 0))
        else:
            aged, rows = rect.left() + wide * AGE_FROM, rect.left() + wide * ROWS_FROM
            self._value(face, QRectF(split, rect.top(), aged - px(24) - split, 0))
            self._age(face, QRectF(aged, rect.top(), rows - px(16) - aged, 0), "left")
            self._rows(face, QRectF(rows, rect.top(), right - rows, 0))
        base = rect.top() + px((NARROW_CARD_U if narrow else CARD_U) + 20)
        for line in face.lines:
            ink.text(self._painter, self._look, left, base, line, LINE_SIZE_U, 600)
            base += px(LINE_U)

    def more(self, face: MoreFace, rect: QRectF, *, pressed: bool, focused: bool) -> None:
        """Paint the way to the sources that have no room."""
        look, px = self._look, self._look.px
        ink.panel(self._painter, look, rect, CARD_RADIUS_U, "press" if pressed else "raised")
        middle = rect.center().y()
        x = rect.left() + px(TEXT_U)
        ink.icon(self._painter, look, "down", QRectF(x - px(50), middle - px(17), px(34), px(34)), "text")
        ink.text(self._painter, look, x, middle + px(10), face.words, 28, 600, max_width=rect.right() - x - px(PAD_U))
        if focused:
            ink.ring(self._painter, look, rect, px(CARD_RADIUS_U), "focus", 5)

    def nothing(self, title: str, under: str, rect: QRectF) -> None:
        """Paint that there is no source, and what that means."""
        middle, px = rect.center(), self._look.px
        ink.text(self._painter, self._look, middle.x(), middle.y(), title, 46, 600, "text2", "centre", rect.width())
        base = middle.y() + px(56)
        for line in ink.wrap(under, self._look.font(26), rect.width() - px(2 * MARGIN_U), 3):
            ink.text(self._painter, self._look, middle.x(), base, line, 26, 500, "text2", "centre")
            base += px(36)

    def _processes(self, face: HeadFace, x: float, base: float, align: ink.Align) -> None:
        for said, well in face.lines:
            token: Token = "text3" if well else "text"
            ink.text(self._painter, self._look, x, base, said, PROCESS_SIZE_U, 500 if well else 600, token, align)
            base += self._look.px(HEAD_LINE_U)

    def _sign(self, sign: Sign, centre: QPointF) -> None:
        """Paint how a source stands: a dot while it is live, then a ring, then what is wrong with it."""
        look, px = self._look, self._look.px
        icon = {Sign.STALE: "clock", Sign.MISSING: "query", Sign.FAILS: "alert"}.get(sign)
        if icon is not None:
            half = px(SIGN_U / 2)
            square = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
            token: Token = "watchLine" if sign is Sign.FAILS else "text"
            ink.icon(self._painter, look, icon, square, token, 2.6)
            return
        radius = px(DOT_U / 2)
        if sign is Sign.LIVE:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(look.colour("goodLine"))
        else:
            self._painter.setPen(look.pen("text2", 4))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            radius -= px(2)
        self._painter.drawEllipse(centre, radius, radius)

    def _name(self, face: SourceFace, place: QRectF) -> None:
        room = place.width()
        base = place.top() + self._look.px(NAME_BASE_U)
        size = ink.fitting_size(self._look, face.name, NAMES_U, 600, room)
        metrics = self._look.metrics(size, 600)
        name = metrics.elidedText(face.name, Qt.TextElideMode.ElideMiddle, room)  # names often differ at their end
        ink.text(self._painter, self._look, place.left(), base, name, size, 600)
        self._under(face.kind, place)

    def _value(self, face: SourceFace, place: QRectF) -> None:
        look, px, room = self._look, self._look.px, place.width()
        base = place.top() + px(NAME_BASE_U)
        if face.value:
            tone: Token = "text3" if face.stale else "text"
            size = ink.fitting_size(look, face.value, FIGURES_U, 700, room)
            weight = 500 if face.stale else 700
            taken = ink.text(self._painter, look, place.left(), base, face.value, size, weight, tone, max_width=room)
            after = place.left() + taken + px(10)
            unit = max(0.0, place.right() - after)
            ink.text(self._painter, look, after, base, face.unit, 24, 500, "text2", max_width=unit)
        else:
            ink.text(self._painter, look, place.left(), base, EN_DASH, 40, 500, "text3")
        self._under(face.of, place)

    def _age(self, face: SourceFace, place: QRectF, align: ink.Align) -> None:
        look, px = self._look, self._look.px
        base = place.top() + px(NAME_BASE_U)
        x = place.right() if align == "right" else place.left()
        if face.stale:
            self._pill(face.age, x, base, place.width(), align)
        else:
            ink.text(self._painter, look, x, base, face.age, 34, 600, "text", align, place.width())
        self._under(face.told, place, align)

    def _pill(self, said: str, x: float, base: float, room: float, align: ink.Align) -> None:
        """Paint an age that is too great: inverted, as at the head of the wall."""
        look, px = self._look, self._look.px
        size = ink.fitting_size(look, said, (30, 26, 24, 22), 700, room - px(64))
        width = min(room, ink.text_width(look, said, size, 700) + px(64))
        left = x - width if align == "right" else x
        pill = QRectF(left, base - px(35), width, px(48))
        ink.panel(self._painter, look, pill, 8, "text")
        ink.icon(self._painter, look, "clock", QRectF(left + px(10), base - px(27), px(32), px(32)), "bg")
        ink.text(self._painter, look, left + px(50), base, said, size, 700, "bg", max_width=width - px(58))

    def _rows(self, face: SourceFace, place: QRectF) -> None:
        look, px, room = self._look, self._look.px, place.width()
        size = ink.fitting_size(look, face.rows, FIGURES_U, 600, room)
        base = place.top() + px(NAME_BASE_U)
        ink.text(self._painter, look, place.right(), base, face.rows, size, 600, "text", "right", room)
        self._under(face.today, place, "right")

    def _under(self, said: str, place: QRectF, align: ink.Align = "left") -> None:
        """Paint the smaller words under the first line of a place."""
        x, base = place.right() if align == "right" else place.left(), place.top() + self._look.px(UNDER_BASE_U)
        ink.text(self._painter, self._look, x, base, said, 24, 500, "text2", align, place.width())
