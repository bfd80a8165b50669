"""The base of every panel that docks at the bottom: it slides up, closes by itself in the quiet, keeps its draft."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QEasingCurve, QRect, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import MARGIN_U, QUIET_S, SLIDE_MS, TITLE, UNDO_S, Token
from widgets import ink
from widgets.button import Button, draw_button
from widgets.finger import APART_MM, MAIN_MM, Finger
from widgets.press import Press
from widgets.spoken import Spoken
from widgets.surface import Surface
from widgets.words import translate

BACK: Final = "back"
TOP_LINE_U: Final = 3.0
BACK_U: Final = (250.0, 72.0)
BACK_TOP_U: Final = 20.0
FIRST_ROW_U: Final = 108.0
"""Where the first buttons under the heading begin."""
LINE_SHARE: Final = 1.2
"""From one line of a question to the next, of its size."""
EARLY_S: Final = 0.05
"""A tick of a timer may come this much early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long things stay and how fast they come; reduced motion is `slide_ms` 0."""

    quiet_s: float = QUIET_S
    undo_s: float = UNDO_S
    home_s: float = 60.0
    tick_ms: int = 1000
    slide_ms: int = SLIDE_MS


class Dock(Surface):
    """A panel over the lower part of the board, with a question, a way back and the time it stays.

    A subclass says its heights, its heading and its buttons; `act` takes the names of the buttons touched.
    """

    closed = Signal()
    """Somebody went back, or nobody stirred; never said for `shut`."""
    slid = Signal(float)
    """How far it has come up, 0 to 1."""

    LANDSCAPE_U: ClassVar[float] = 476.0
    PORTRAIT_U: ClassVar[float] = 640.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        super().__init__(look, parent)
        self._finger: Final = finger
        self._pace: Final = pace or Pace()
        self._stretch = 1.0
        self._quiet_until: float | None = None
        self._refusal = ""
        self._buttons: tuple[Button, ...] = ()
        self.press: Final = Press(self, finger)
        self.press.touched.connect(self._touched)
        finger.stirred.connect(self.stay)
        self._tick = QTimer(self, interval=self._pace.tick_ms)
        self._tick.timeout.connect(self.tick)
        self._slide = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=self._pace.slide_ms)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._slide_to)
        self.hide()

    @property
    def is_portrait(self) -> bool:
        """Tell whether the board stands upright."""
        board = self.parentWidget() or self
        return board.height() > board.width()

    @property
    def is_open(self) -> bool:
        """Tell whether the dock is up."""
        return not self.isHidden()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Return everything that can be pressed now."""
        return self._buttons

    def settle(self, room: QRectF) -> None:
        """Take a place at the bottom of the room, grown where the screen is small."""
        wanted = self.look.px(self.PORTRAIT_U if self.is_portrait else self.LANDSCAPE_U)
        height = min(wanted * self._finger.screen.dock_growth, room.height())
        self._stretch = height / wanted
        self.setGeometry(QRectF(room.left(), room.bottom() - height, room.width(), height).toRect())
        self._slide_to(1.0)

    def open(self) -> None:
        """Come up; what is touched in the first moment was meant for what lay there before."""
        self._refusal = ""
        if self.is_open:
            self.stay()
            self.arrange()
            self.update()
            return
        self.press.rest(self._finger.rule.guard_s)
        self.arrange()
        self._slide_to(0.0 if self._pace.slide_ms else 1.0)
        self.show()
        self.raise_()
        self.setFocus()
        self.stay()
        if self._pace.slide_ms:
            self._slide.start()

    def shut(self) -> None:
        """Go away at once, and keep what was typed."""
        self.hide()

    def leave(self) -> None:
        """Go away, and say so."""
        self.shut()
        self.closed.emit()

    def stay(self) -> None:
        """Count the quiet anew."""
        self._quiet_until = self._finger.clock() + self.stays_s
        if self.is_open:
            self._tick.start()
            self.update(self.count_rect().toAlignedRect())

    @property
    def stays_s(self) -> float:
        """Return how long it stays when nobody stirs, in seconds."""
        return self._pace.quiet_s

    @property
    def left_s(self) -> int:
        """Return the whole seconds until it closes by itself."""
        if self._quiet_until is None:
            return 0
        return max(0, math.ceil(self._quiet_until - self._finger.clock() - EARLY_S))

    @property
    def waits(self) -> bool:
        """Tell whether a save is pending: the dock does not close by itself then."""
        return False

    def tick(self) -> None:
        """Paint the seconds left, and close when there are none."""
        if self.waits:
            self.stay()
        elif self.left_s <= 0:
            self.leave()
        else:
            self.update(self.count_rect().toAlignedRect())

    def show_refusal(self, sentence: str) -> None:
        """Say in the place of the question why something was not done."""
        self._refusal = sentence
        self.stay()
        self.arrange()
        self.update()

    def act(self, name: str) -> None:
        """Do what a touched button means."""

    def place_buttons(self) -> Sequence[Button]:
        """Return the buttons of the present state, in the order of the Tab key."""
        return ()

    def heading(self) -> tuple[str, str]:
        """Return the interval or subject, and the question."""
        return "", ""

    def way_back(self) -> str:
        """Return the words on the button that leaves."""
        return translate("board", "Not now")

    def upright(self, u: float) -> float:
        """Return a height of the dock in pixels, grown with it."""
        return self.look.px(u) * self._stretch

    def apart(self, u: float) -> float:
        """Return a gap between two buttons in pixels: no finger takes one for the other."""
        return max(self.look.px(u), self._finger.screen.px(APART_MM))

    def room(self, left_u: float, top_u: float, right_u: float, bottom_u: float) -> QRectF:
        """Return the rectangle between lines of the dock, in u; a right edge of 0 or less counts from the right."""
        left = self.look.px(left_u)
        right = self.look.px(right_u) if right_u > 0 else self.width() + self.look.px(right_u)
        return QRectF(left, self.upright(top_u), right - left, self.upright(bottom_u) - self.upright(top_u))

    def back_rect(self) -> QRectF:
        """Return where the way back is."""
        right = self.width() - self.look.px(MARGIN_U)
        width = self.look.px(BACK_U[0])
        height = max(self.upright(BACK_U[1]), self._finger.screen.px(MAIN_MM[1]))
        top = min(self.upright(BACK_TOP_U), self.upright(FIRST_ROW_U) - self.apart(16) - height)
        return QRectF(right - width, max(self.look.px(TOP_LINE_U), top), width, height)

    def count_rect(self) -> QRectF:
        """Return where the seconds left are painted."""
        back = self.back_rect()
        if self.is_portrait:
            return QRectF(back.left() - self.look.px(60), self.upright(150), self.look.px(310), self.upright(50))
        width = self.look.px(170)
        return QRectF(back.left() - self.look.px(24) - width, back.top(), width, back.height())

    def heading_right(self) -> float:
        """Return how far the question may reach."""
        return (self.back_rect() if self.is_portrait else self.count_rect()).left() - self.look.px(16)

    @override
    def speak_anew(self) -> None:
        """Close a panel in the old language, with its draft kept; a bar that only tells goes on in the new one."""
        if self.is_open and self.way_back():
            self.leave()
        super().speak_anew()

    @override
    def arrange(self) -> None:
        """Work out the buttons for the present state and size."""
        if self.width() <= 0 or self.look.u <= 0:
            return
        back = Button(name=BACK, rect=self.back_rect(), words=self.way_back(), icon="back")
        self._buttons = (*self.place_buttons(), *((back,) if self.way_back() else ()))
        self.press.show_targets(button.target for button in self._buttons)
        self.setAccessibleDescription(" ".join(part for part in self.heading() if part))

    @override
    def spoken(self) -> Iterator[Spoken]:
        """Yield the question, or why something was refused, then the buttons."""
        said = self._refusal or " ".join(part for part in self.heading() if part)
        yield Spoken(name="heading", rect=QRectF(0, 0, self.heading_right(), self.upright(150)), words=said)
        yield from super().spoken()

    @override
    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint the well, the heading, the seconds left and the buttons."""
        look = self.look
        painter.fillRect(dirty, look.colour("well"))
        self.paint_top(painter)
        if QRectF(dirty).intersects(self.count_rect()):
            self.paint_count(painter)
        if dirty.top() < self.upright(160):
            self.paint_heading(painter)
        self.paint_more(painter, dirty)
        for button in self._buttons:
            if button.rect.intersects(QRectF(dirty)):
                self.paint_button(painter, button)

    def paint_top(self, painter: QPainter) -> None:
        """Paint the line along the top edge."""
        painter.fillRect(QRectF(0, 0, self.width(), self.look.px(TOP_LINE_U)), self.look.colour("focus"))

    def paint_button(self, painter: QPainter, button: Button) -> None:
        """Paint one button as it looks now."""
        draw_button(painter, self.look, button, self.press)

    def paint_more(self, painter: QPainter, dirty: QRect) -> None:
        """Paint what a subclass adds."""

    def paint_heading(self, painter: QPainter) -> None:
        """Paint the subject and the question, or why something was refused."""
        look, left = self.look, self.look.px(MARGIN_U)
        lead, question = self.heading()
        baseline = self.back_rect().center().y() + look.px(9)
        token: Token = "missLine" if self._refusal else "text"
        if self._refusal:
            side = look.px(48)
            ink.icon(painter, look, "cross", QRectF(left, baseline - look.px(38), side, side), "missLine", 3.4)
            left, question = left + side + look.px(16), self._refusal
        elif lead:
            left += ink.text(painter, look, left, baseline, lead, 46, 700) + look.px(30)
        room = self.heading_right() - left
        size_u, lines = self._fit(question, room)
        if not self.is_portrait:
            baseline -= look.px(size_u * LINE_SHARE / 2 * (len(lines) - 1))
        for number, line in enumerate(lines):
            ink.text(painter, look, left, baseline + number * look.px(size_u * LINE_SHARE), line, size_u, 600, token)

    def _fit(self, question: str, room: float) -> tuple[float, tuple[str, ...]]:
        """Return the largest size at which the question is not cut, and its one to three lines."""
        size_u, lines = TITLE.size_u, ink.wrap(question, self.look.font(TITLE.size_u, 600), room)
        for size_u, most in ((TITLE.size_u, 2 if self.is_portrait else 1), (32.0, 2), (28.0, 2), (24.0, 3), (21.0, 3)):
            lines = ink.wrap(question, self.look.font(size_u, 600), room, most)
            if not any(line.endswith(ink.ELLIPSIS) for line in lines):
                break
        return size_u, lines

    def paint_count(self, painter: QPainter) -> None:
        """Paint the seconds until it closes by itself."""
        if self._quiet_until is None or self.waits:
            return
        rect = self.count_rect()
        words = translate("board", "closes in {n} s").format(n=self.left_s)
        baseline = rect.center().y() + self.look.px(8)
        ink.text(painter, self.look, rect.right(), baseline, words, 22, 500, "text3", "right")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape, as with the way back."""
        if event.key() == Qt.Key.Key_Escape and self.way_back():
            self.act_on(BACK)
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Count nothing and move nothing while hidden."""
        self._tick.stop()
        self._slide.stop()
        super().hideEvent(event)

    def act_on(self, name: str) -> None:
        """Do what a button means, the way back included."""
        if name == BACK:
            self.go_back()
        else:
            self.act(name)

    def go_back(self) -> None:
        """Take the way back: one level up where there is one, else away."""
        self.leave()

    def _touched(self, name: str) -> None:
        self.act_on(name)

    def _slide_to(self, share: float) -> None:
        board = self.parentWidget()
        bottom = board.height() if board is not None else self.height()
        self.move(self.x(), round(bottom - self.height() * share))
        self.slid.emit(share)
