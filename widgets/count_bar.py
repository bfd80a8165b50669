"""The base of every bar after a save: what was kept or refused, Undo, and the seconds it stays running down."""

from dataclasses import replace
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import FIGURE_DROP, MARGIN_U, Token
from widgets import ink
from widgets.button import FINE, Button, Face
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.words import translate

UNDO: Final = "undo"
LINE_U: Final = 4.0
RING_U: Final = 84.0
RING_WIDTH_U: Final = 8.0


class CountBar(Dock):
    """The line at its top and the ring in Undo run down together. A subclass gives the sentence and what undoing means.

    Touches elsewhere do not prolong it.
    """

    LANDSCAPE_U: ClassVar[float] = 202.0
    PORTRAIT_U: ClassVar[float] = 320.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._refused = ""
        self._undoing = False
        super().__init__(look, finger, parent, pace=pace)
        finger.stirred.disconnect(self.stay)

    def show_undoing(self, *, undoing: bool) -> None:
        """Keep Undo pressed while its own save is pending."""
        self._undoing = undoing
        self.stay()
        self.arrange()
        self.update()

    @property
    @override
    def stays_s(self) -> float:
        return self._pace.undo_s

    @property
    @override
    def waits(self) -> bool:
        return self._undoing

    @override
    def way_back(self) -> str:
        return ""

    def sentence(self) -> str:
        """Return what was saved, or why not, in one sentence."""
        return self._refused

    def second(self) -> str:
        """Return what is said in small under the sentence."""
        return ""

    def sign(self) -> str:
        """Return the icon of what was saved; nothing: none."""
        return ""

    def sign_token(self) -> Token:
        """Return the colour of that icon."""
        return "text"

    def undo_button(self) -> Button:
        """Return the button that takes back."""
        words = translate("board", "Undo")
        return Button(name=UNDO, rect=self.undo_rect(), words=words, face=Face.PRIMARY, held=self._undoing)

    def undo_rect(self) -> QRectF:
        """Return where Undo is."""
        if self.is_portrait:
            return self.room(-560 + 1080, 172, -MARGIN_U, 296)
        return QRectF(self.width() - self.look.px(560), self.upright(34), self.look.px(520), self.upright(124))

    @override
    def count_rect(self) -> QRectF:
        return QRectF(0, 0, self.width(), self.height())

    @override
    def paint_top(self, painter: QPainter) -> None:
        look, width = self.look, float(self.width())
        painter.fillRect(QRectF(0, 0, width, look.px(LINE_U)), look.colour("line"))
        token: Token = "missLine" if self._refused else "focus"
        painter.fillRect(QRectF(0, 0, width * self._share(), look.px(LINE_U)), look.colour(token))

    @override
    def paint_count(self, painter: QPainter) -> None:
        """Paint nothing: the ring counts."""

    @override
    def paint_heading(self, painter: QPainter) -> None:
        look = self.look
        side, middle = look.px(84), self._middle()
        square = QRectF(look.px(44), middle - side / 2 - look.px(9), side, side)
        if self._refused:
            ink.icon(painter, look, "cross", square, "missLine", 3.0)
        elif self.sign():
            ink.icon(painter, look, self.sign(), square, self.sign_token(), FINE)
        left = look.px(156)
        room = self._text_right() - left
        lines = ink.wrap(self.sentence(), look.font(46, 600), room, 4 if self.is_portrait and self._refused else 2)
        second = "" if self._refused else self.second()
        step, small = look.px(52), look.px(43)
        top = (
            middle - (step * (len(lines) - 1) + (small if second else 0)) / 2 + look.px(FIGURE_DROP * 46) - look.px(10)
        )
        for place, line in enumerate(lines):
            ink.text(painter, look, left, top + place * step, line, 46, 600, "missLine" if self._refused else "text")
        baseline = top + (len(lines) - 1) * step + small
        size = ink.fitting_size(look, second, (26.0, 24.0, 22.0), 500, room)
        ink.text(painter, look, left, baseline, second, size, 500, "text2", max_width=room)

    @override
    def paint_button(self, painter: QPainter, button: Button) -> None:
        if button.name != UNDO:
            super().paint_button(painter, button)
            return
        super().paint_button(painter, replace(button, words=""))
        look, middle = self.look, button.rect.center().y()
        left, side = button.rect.left() + look.px(36), look.px(65)
        ink.icon(painter, look, "undo", QRectF(left, middle - side / 2, side, side), "bg", 2.3)
        ink.text(painter, look, left + look.px(86), middle + look.px(FIGURE_DROP * 50), button.words, 50, 700, "bg")
        self._paint_ring(painter, QPointF(button.rect.right() - look.px(76), middle))

    def _paint_ring(self, painter: QPainter, centre: QPointF) -> None:
        look, radius = self.look, self.look.px(RING_U / 2)
        around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        pen = QPen(look.mixed("bg", "text", 0.72), look.px(RING_WIDTH_U))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawEllipse(around)
        pen.setColor(look.colour("bg"))
        painter.setPen(pen)
        painter.drawArc(around, 90 * 16, round(-360 * 16 * self._share()))
        baseline = centre.y() + look.px(FIGURE_DROP * 44)
        ink.text(painter, look, centre.x(), baseline, str(self.left_s), 44, 700, "bg", "centre")

    def _middle(self) -> float:
        """Return the line on which icon and words are centred."""
        if not self.is_portrait:
            return self.undo_rect().center().y()
        return self.height() / 2 if self._refused else self.upright(86)

    def _text_right(self) -> float:
        if self.is_portrait or not self._buttons:
            return self.width() - self.look.px(MARGIN_U)
        return min(button.rect.left() for button in self._buttons) - self.look.px(24)

    def _share(self) -> float:
        return min(1.0, self.left_s / self.stays_s) if self.stays_s else 0.0
