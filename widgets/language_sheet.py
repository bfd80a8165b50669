"""Which language the wall speaks: each by its own name, brought up by touching the globe in the footer."""

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import MARGIN_U
from widgets.button import Button, Face, grid
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.language import Language
from widgets.words import translate

SPEAK: Final = "speak "
LEAST_ROWS: Final = 3
"""Tiles are no taller than in so many rows."""


class LanguageSheet(Dock):
    """Lists the languages by their own names; the one that is spoken looks chosen."""

    language_chosen = Signal(str)

    LANDSCAPE_U: ClassVar[float] = 476.0
    PORTRAIT_U: ClassVar[float] = 736.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._languages: tuple[Language, ...] = ()
        self._spoken = ""
        super().__init__(look, finger, parent, pace=pace)

    def show_languages(self, languages: Sequence[Language], spoken: str) -> None:
        """Take the languages there are, and which one is spoken."""
        self._languages, self._spoken = tuple(languages), spoken
        self.arrange()
        self.update()

    @override
    def heading(self) -> tuple[str, str]:
        return "", translate("board", "Which language?")

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        area = self.room(MARGIN_U, 248 if self.is_portrait else 112, -MARGIN_U, 712 if self.is_portrait else 452)
        columns = 2 if self.is_portrait else 4
        rows = max(LEAST_ROWS, -(-len(self._languages) // columns))
        return tuple(
            Button(
                name=SPEAK + language.tag,
                rect=cell,
                words=language.name,
                face=Face.ROW,
                icon="globe",
                chosen=language.tag == self._spoken,
            )
            for language, cell in zip(self._languages, grid(area, columns, rows, self.apart(16)), strict=False)
        )

    @override
    def act(self, name: str) -> None:
        self.shut()
        self.language_chosen.emit(name.removeprefix(SPEAK))
