"""What a screen reader finds on a painted surface: a stand-in for every cell that means something.

The stand-ins are real but unpainted buttons and labels, made only while assistive technology listens. So Qt owns every
interface it hands out: one written in Python would have to outlive calls from outside, and one that does not takes the
board down.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from shiboken6 import isValid
from typing_extensions import override

from widgets.spoken import Spoken, nested


class Aloud(Protocol):
    """What a surface must be able to do to be read."""

    def spoken(self) -> Iterable[Spoken]:
        """Yield what is to be found on it now, in the order it is read."""

    def press_by_name(self, name: str) -> None:
        """Do what a touch on a target means."""


class ButtonStandIn(QAbstractButton):
    """Stands where a painted cell can be touched."""

    def __init__(self, parent: QWidget, pressed: Callable[[], None]) -> None:
        super().__init__(parent)
        _hide_from_fingers(self)
        self.clicked.connect(pressed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the surface below does."""


class WordsStandIn(QLabel):
    """Stands where a painted cell can only be read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        _hide_from_fingers(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the surface below does."""


StandIn = ButtonStandIn | WordsStandIn


class StandIns(QObject):
    """Keeps the stand-ins of one surface like its cells; goes away with them when nobody listens any more."""

    def __init__(self, surface: QWidget, aloud: Aloud) -> None:
        super().__init__(surface)
        self._surface: Final = surface
        self._aloud: Final = aloud
        self._made: dict[str, tuple[StandIn, str | None]] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.show_cells)
        self.show_later()

    def show_later(self) -> None:
        """Follow the cells once all that happens now has happened."""
        self._later.start()

    def stand_in(self, name: str) -> QWidget | None:
        """Return what stands for a cell."""
        return self._made[name][0] if name in self._made else None

    def tell_focus(self, name: str) -> None:
        """Say that the ring of the keyboard is on a cell now."""
        made = self.stand_in(name)
        if made is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(made, QAccessible.Event.Focus))

    def show_cells(self) -> None:
        """Make, move, name and take away stand-ins until they are like the cells."""
        if not isValid(self._surface):  # it went while this was on its way: a child of nothing would end the board
            return
        cells = {cell.name: cell for cell in self._aloud.spoken() if cell.words}
        holders = nested(tuple(cells.values()))
        before = list(self._made)
        for name, (_, holder) in tuple(self._made.items()):
            cell = cells.get(name)
            if cell is None or holder != holders[name] or _is_other_kind(self._made[name][0], cell):
                self._drop(name)
        for name in sorted(cells, key=lambda name: _depth(name, holders)):
            self._follow(cells[name], holders[name])
        self._made = {name: self._made[name] for name in cells}
        if before != list(self._made):
            for made, _ in self._made.values():
                made.raise_()

    def drop_all(self) -> None:
        """Take every stand-in away."""
        self._later.stop()
        for name in tuple(self._made):
            self._drop(name)
        self.deleteLater()

    def _drop(self, name: str) -> None:
        """Take a stand-in away, and with it those on it."""
        if name not in self._made:
            return
        made, _ = self._made.pop(name)
        for other in [other for other, (_, holder) in self._made.items() if holder == name]:
            self._drop(other)
        made.hide()
        made.deleteLater()

    def _follow(self, cell: Spoken, holder: str | None) -> None:
        """Let one stand-in be like its cell."""
        ground = self._surface if holder is None else self._made[holder][0]
        if cell.name not in self._made:
            self._made[cell.name] = (self._new(cell, ground), holder)
        made = self._made[cell.name][0]
        corner = ground.mapTo(self._surface, QPointF()) if ground is not self._surface else QPointF()
        place = cell.rect.translated(-corner).toAlignedRect()
        if made.geometry() != place:
            made.setGeometry(place)
        if made.accessibleName() != cell.words:
            made.setAccessibleName(cell.words)
        if isinstance(made, ButtonStandIn):
            made.setEnabled(not cell.dim)
            made.setDown(cell.chosen)
        made.show()

    def _new(self, cell: Spoken, ground: QWidget) -> StandIn:
        if not cell.press:
            return WordsStandIn(ground)
        return ButtonStandIn(ground, partial(self._press, cell.name))

    def _press(self, name: str) -> None:
        self._aloud.press_by_name(name)
        self.show_later()


def _hide_from_fingers(stand_in: QWidget) -> None:
    """Leave touch, mouse and keyboard to the surface below."""
    stand_in.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    stand_in.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    stand_in.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _is_other_kind(made: StandIn, cell: Spoken) -> bool:
    return isinstance(made, ButtonStandIn) != cell.press


def _depth(name: str, holders: dict[str, str | None]) -> int:
    holder = holders[name]
    return 0 if holder is None else 1 + _depth(holder, holders)
