"""The window on its screen: the mouse pointer keeps out of sight."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kiosk.screen import _Pointer
from themes.theme import load_theme
from widgets.board import Board
from widgets.finger import Finger, Screen

BLANK = Qt.CursorShape.BlankCursor


def board(qtbot: QtBot) -> Board:
    made = Board(load_theme("dark"), Finger(Screen.of(1280, 720, 55)))
    qtbot.addWidget(made)
    made.resize(1280, 720)
    return made


def move_mouse(made: Board, place: QPoint) -> None:
    """Move a mouse over the window as the system tells it."""
    window = made.windowHandle()
    none, there = Qt.MouseButton.NoButton, QPointF(place)
    modifiers, mouse = Qt.KeyboardModifier.NoModifier, QPointingDevice.primaryPointingDevice()
    QApplication.sendEvent(window, QMouseEvent(QEvent.Type.MouseMove, there, there, none, none, modifiers, mouse))


def test_the_pointer_shows_while_the_mouse_moves_and_goes_again(qtbot: QtBot) -> None:
    made = board(qtbot)
    pointer = _Pointer(made)
    made.show()
    qtbot.waitExposed(made)
    pointer.watch()
    assert made.cursor().shape() is BLANK
    move_mouse(made, QPoint(40, 40))
    assert made.cursor().shape() is not BLANK
    pointer._hide.setInterval(0)
    qtbot.waitUntil(lambda: made.cursor().shape() is BLANK)


class Listening(_Pointer):
    """Notes which events it is told of."""

    def __init__(self, made: Board) -> None:
        super().__init__(made)
        self.heard: list[QEvent.Type] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.heard.append(event.type())
        return super().eventFilter(watched, event)


def test_nothing_is_heard_of_what_is_painted(qtbot: QtBot) -> None:
    made = board(qtbot)
    pointer = Listening(made)
    made.show()
    qtbot.waitExposed(made)
    pointer.watch()
    QApplication.processEvents()
    pointer.heard.clear()
    made.update()
    QApplication.processEvents()
    assert pointer.heard == []
    move_mouse(made, QPoint(40, 40))
    assert QEvent.Type.MouseMove in pointer.heard
    pointer._hide.stop()
