"""The bar after something was kept from a page: what it was, and eight seconds in which one touch takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import Token
from widgets.button import Button
from widgets.count_bar import CountBar
from widgets.dock import Pace
from widgets.finger import Finger


class SavedBar(CountBar):
    """Says in the page's own sentence what was saved or why not; Undo names the entry."""

    undo_chosen = Signal(str)
    """Id of the entry to take back."""

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._text = ""
        self._more = ""
        self._entry = ""
        super().__init__(look, finger, parent, pace=pace)

    def show_saved(self, text: str, entry: str, *, more: str = "") -> None:
        """Come up for what is on disk: its sentence, its entry ("": cannot be taken back), and more in small."""
        self._text, self._entry, self._more = text, entry, more
        self._refused, self._undoing = "", False
        self.open()

    def show_refused(self, sentence: str) -> None:
        """Come up for something that was not kept, and say why."""
        self._text, self._entry, self._more = "", "", ""
        self._refused, self._undoing = sentence, False
        self.open()

    @override
    def sentence(self) -> str:
        return self._refused or self._text

    @override
    def second(self) -> str:
        return self._more

    @override
    def sign(self) -> str:
        return "tick"

    @override
    def sign_token(self) -> Token:
        return "goodLine"

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        return (self.undo_button(),) if self._entry else ()

    @override
    def act(self, name: str) -> None:
        if self._entry and not self._undoing:
            self.undo_chosen.emit(self._entry)
