"""Where to go: the site, its areas and lines as tiles, brought up by touching the path in the header."""

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
from widgets.place import Place
from widgets.words import translate

NEXT: Final = "next"
GO: Final = "go "


class PlaceSheet(Dock):
    """Lists the nodes of the plant in its own order, in pages; the one that is up looks chosen."""

    node_chosen = Signal(str)

    LANDSCAPE_U: ClassVar[float] = 476.0
    PORTRAIT_U: ClassVar[float] = 736.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._places: tuple[Place, ...] = ()
        self._here = ""
        self._page = 0
        super().__init__(look, finger, parent, pace=pace)

    def show_places(self, places: Sequence[Place], here: str) -> None:
        """Take the nodes there are, and which one is up; an equal pair costs nothing."""
        if (tuple(places), here) != (self._places, self._here):
            self._places, self._here = tuple(places), here
            self._page = 0
            self.arrange()
            self.update()

    @override
    def open(self) -> None:
        """Come up with the node that is up in sight."""
        at = next((number for number, place in enumerate(self._places) if place.node == self._here), 0)
        self._page = at // self._each
        super().open()

    @property
    def _shape(self) -> tuple[int, int]:
        return (2, 5) if self.is_portrait else (4, 3)

    @property
    def _each(self) -> int:
        places = self._shape[0] * self._shape[1]
        return places if len(self._places) <= places else places - 1

    @override
    def heading(self) -> tuple[str, str]:
        return "", translate("board", "Which board?")

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        area = self.room(MARGIN_U, 248 if self.is_portrait else 112, -MARGIN_U, 712 if self.is_portrait else 452)
        cells = grid(area, *self._shape, self.apart(16))
        start = self._page * self._each
        shown = self._places[start : start + self._each]
        tiles = [
            Button(
                name=GO + place.node,
                rect=cell,
                words=place.name,
                face=Face.ROW,
                icon="right" if place.within else "house",
                more=place.within,
                chosen=place.node == self._here,
            )
            for place, cell in zip(shown, cells, strict=False)
        ]
        if self._each < len(self._places):
            words = translate("board", "More")
            tiles.append(Button(name=NEXT, rect=cells[-1], words=words, face=Face.ROW, icon="other"))
        return tuple(tiles)

    @override
    def act(self, name: str) -> None:
        if name == NEXT:
            self._page = (self._page + 1) % -(-len(self._places) // self._each)
            self.arrange()
            self.update()
            return
        self.shut()
        self.node_chosen.emit(name.removeprefix(GO))
