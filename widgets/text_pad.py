"""A keyboard of the board's own, for the few words that no tile can say."""

from typing import ClassVar, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look, prepare
from themes.token import BUTTON_RADIUS_U, FIGURE_DROP, MARGIN_U
from widgets import ink
from widgets.button import Button, Face
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.key_pad import KEY_GUARD_S
from widgets.keyboard import Keyboard, keyboard_of
from widgets.words import spoken, translate

DONE: Final = "done"
SHIFT: Final = "shift"
SIGNS: Final = "signs"
SPACE: Final = "space"
ERASE: Final = "erase"
LONGEST: Final = 200


class TextPad(Dock):
    """Keys for a short text; what is typed stays until it is given or the subject changes."""

    text_given = Signal(str)

    LANDSCAPE_U: ClassVar[float] = 560.0
    PORTRAIT_U: ClassVar[float] = 736.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._title = ""
        self._text = ""
        self._upper = True
        self._page = 0  # of the keys: letters, rarer letters, figures and signs
        super().__init__(look, finger, parent, pace=pace)

    @property
    def text(self) -> str:
        """Return what is typed."""
        return self._text

    def show_text(self, title: str, text: str) -> None:
        """Take what the text is about, and the text so far."""
        self._title, self._text = title, text
        self._upper, self._page = self._begins(text), 0
        self.arrange()
        self.update()

    @override
    def heading(self) -> tuple[str, str]:
        return "", self._title

    @override
    def way_back(self) -> str:
        return translate("board", "Back")

    @property
    def _rows(self) -> tuple[str, ...]:
        return self._keyboard.shift(self._page) if self._upper else self._keyboard.pages()[self._page]

    @property
    def _keyboard(self) -> Keyboard:
        return keyboard_of(spoken())

    def _begins(self, text: str) -> bool:
        """Tell whether the next letter is a capital, as the first of a sentence is."""
        return not text and self._keyboard.has_capitals

    def _field(self) -> QRectF:
        return self.room(MARGIN_U, 160 if self.is_portrait else 108, -MARGIN_U, 244 if self.is_portrait else 180)

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        top_u, bottom_u = (260, 712) if self.is_portrait else (196, 540)
        gap_u = 8.0 if self.is_portrait else 12.0
        step_u = (bottom_u - top_u + gap_u) / 4
        buttons: list[Button] = []
        for place, row in enumerate(self._rows):
            names = [*row, ERASE] if place == 2 else list(row)
            names = [SHIFT, *names] if place == 2 else names
            top = top_u + place * step_u
            buttons += self._place_row(self.room(MARGIN_U, top, -MARGIN_U, top + step_u - gap_u), names, gap_u)
        last = self.room(MARGIN_U, bottom_u - step_u + gap_u, -MARGIN_U, bottom_u)
        return (*buttons, *self._place_last(last, self.look.px(gap_u)))

    def _place_row(self, room: QRectF, names: list[str], gap_u: float) -> list[Button]:
        gap = self.look.px(gap_u)
        longest = max(len(row) for row in self._rows)
        width = (room.width() - (longest - 1) * gap) / longest
        wide = {SHIFT, ERASE} & set(names)
        spare = room.width() - len(names) * width - (len(names) - 1) * gap
        left = room.left() + (0.0 if wide else spare / 2)
        placed = []
        for name in names:
            own = width + (spare / len(wide) if name in wide else 0.0)
            placed.append(self._key(name, QRectF(left, room.top(), own, room.height())))
            left += own + gap
        return placed

    def _place_last(self, room: QRectF, gap: float) -> tuple[Button, ...]:
        side = (room.width() - gap * 2) * 0.2
        signs = QRectF(room.left(), room.top(), side, room.height())
        done = QRectF(room.right() - side, room.top(), side, room.height())
        space = QRectF(signs.right() + gap, room.top(), done.left() - signs.right() - 2 * gap, room.height())
        pages = self._keyboard.pages()
        words = "".join(pages[(self._page + 1) % len(pages)])[:3]
        return (
            Button(name=SIGNS, rect=signs, words=words, face=Face.KEY),
            Button(name=SPACE, rect=space, words=translate("board", "Space"), face=Face.KEY, guard_s=KEY_GUARD_S),
            Button(name=DONE, rect=done, words=translate("board", "Done"), face=Face.PRIMARY),
        )

    def _key(self, name: str, rect: QRectF) -> Button:
        if name == SHIFT:
            return Button(
                name=SHIFT,
                rect=rect,
                words=translate("board", "Capitals"),
                face=Face.KEY,
                icon="up",
                chosen=self._upper,
            )
        if name == ERASE:
            words = translate("board", "Erase")
            return Button(name=ERASE, rect=rect, words=words, face=Face.KEY, icon="left", guard_s=KEY_GUARD_S)
        return Button(name=name, rect=rect, words=name, face=Face.KEY, guard_s=KEY_GUARD_S)

    @override
    def paint_more(self, painter: QPainter, dirty: QRect) -> None:
        look, field = self.look, self._field()
        ink.panel(painter, look, field, BUTTON_RADIUS_U, "panel")
        ink.ring(painter, look, field, look.px(BUTTON_RADIUS_U), "line2", 2)
        room = field.width() - look.px(56)
        prepare(self._text)
        metrics = look.metrics(36, 500)
        words = metrics.elidedText(self._text, Qt.TextElideMode.ElideLeft, room)
        baseline = field.center().y() + look.px(FIGURE_DROP * 36)
        width = ink.text(painter, look, field.left() + look.px(24), baseline, words, 36)
        caret = QRectF(field.left() + look.px(28) + width, field.top() + look.px(16), look.px(3), 0)
        caret.setBottom(field.bottom() - look.px(16))
        painter.fillRect(caret, look.colour("focus"))

    @override
    def act(self, name: str) -> None:
        if name == DONE:
            self.text_given.emit(self._text.strip())
            return
        if name == SHIFT:
            self._upper = not self._upper
        elif name == SIGNS:
            self._page = (self._page + 1) % len(self._keyboard.pages())
        elif name == ERASE:
            self._text = self._text[:-1]
            self._upper = self._begins(self._text)
        else:
            self._type(" " if name == SPACE else name)
        self.arrange()
        self.update()

    def _type(self, letters: str) -> None:
        self._text = (self._text + letters)[:LONGEST]
        self._upper = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take letters from a keyboard as from the pad."""
        if event.key() == Qt.Key.Key_Backspace:
            self.act(ERASE)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.act(DONE)
        elif event.text() and event.text().isprintable():
            self._type(event.text())
            self.arrange()
            self.update()
        else:
            super().keyPressEvent(event)
