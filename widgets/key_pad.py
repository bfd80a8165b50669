"""The base of every pad of figures: its keys, Save beside them, and the same from a keyboard."""

from typing import ClassVar, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import MARGIN_U
from widgets.button import Button, Face, grid
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.words import translate

SAVE: Final = "save"
ERASE: Final = "erase"
KEY_GUARD_S: Final = 0.12
"""Figures come quickly, and two of one kind may be meant; a bouncing contact is quicker still."""
DRAFTS: Final = 16
"""What was typed for so many subjects is kept while nobody saves it."""
ROWS: Final = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"))
TOP_U: Final = (112.0, 248.0)
"""Where keys and figure begin, wide and upright."""
BOTTOM_U: Final = (452.0, 712.0)


class KeyPad(Dock):
    """Figures in three columns, Save as tall as they. A subclass gives what is typed, and the key beside nought."""

    LANDSCAPE_U: ClassVar[float] = 476.0
    PORTRAIT_U: ClassVar[float] = 736.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._pending = False
        super().__init__(look, finger, parent, pace=pace)

    def show_pending(self, *, pending: bool) -> None:
        """Keep Save pressed while what was typed is neither confirmed nor refused."""
        if pending != self._pending:
            self._pending = pending
            self._change()

    @property
    @override
    def waits(self) -> bool:
        return self._pending

    @property
    def can_save(self) -> bool:
        """Tell whether there is anything to save."""
        return False

    def own_key(self) -> tuple[str, str] | None:
        """Return the name and the words of the key beside nought; None: there is none, and nought is wider."""
        return None

    def take_text(self, text: str) -> bool:
        """Take what a keyboard types beside figures; tell whether it means anything here."""
        del text
        return False

    def place_keys(self, save: str = "") -> list[Button]:
        """Return the keys, and Save with its words."""
        cells = grid(self.room(*self._keys_room()), 4, 4, self.look.px(16))
        keys = [
            _key(name, name, cells[row * 4 + column])
            for row, names in enumerate(ROWS)
            for column, name in enumerate(names)
        ]
        own, nought = self.own_key(), cells[13]
        if own is None:
            nought = nought.united(cells[12])
        else:
            keys.append(_key(*own, cells[12]))
        erase = translate("board", "Erase")
        keys.append(_key("0", "0", nought))
        keys.append(Button(name=ERASE, rect=cells[14], words=erase, face=Face.KEY, icon="left", guard_s=KEY_GUARD_S))
        rect = QRectF(cells[3].topLeft(), cells[15].bottomRight())
        words = save or translate("board", "Save")
        keys.append(
            Button(name=SAVE, rect=rect, words=words, face=Face.PRIMARY, held=self._pending, dim=not self.can_save)
        )
        return keys

    @property
    def figure_top_u(self) -> float:
        """Return where the room for the figure begins."""
        return TOP_U[self.is_portrait]

    @property
    def figure_width(self) -> float:
        """Return how wide the figure and the words under it may be, in pixels."""
        return self.look.px(380 if self.is_portrait else 860)

    def _keys_room(self) -> tuple[float, float, float, float]:
        return 440 if self.is_portrait else 960, TOP_U[self.is_portrait], -MARGIN_U, BOTTOM_U[self.is_portrait]

    def _change(self) -> None:
        self._refusal = ""
        self.arrange()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take figures from a keyboard as from the pad."""
        text = event.text()
        if text.isdigit() and text.isascii():
            self.act(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self.act(ERASE)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.act(SAVE)
        elif not self.take_text(text):
            super().keyPressEvent(event)


def _key(name: str, words: str, rect: QRectF) -> Button:
    return Button(name=name, rect=rect, words=words, face=Face.KEY, guard_s=KEY_GUARD_S)
