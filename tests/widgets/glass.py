"""Synthesised fingers for the tests: a clock to wind, and touches at a place of a widget."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from themes.qt import Look
from themes.theme import load_theme
from widgets.dock import Dock, Pace
from widgets.finger import Finger, Screen

DockKind = TypeVar("DockKind", bound=Dock)
LANDSCAPE = QSize(1920, 1080)
PORTRAIT = QSize(1080, 1920)

_devices: list[QPointingDevice] = []


class Clock:
    """A clock that goes forward only when a test winds it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def wind(self, seconds: float) -> None:
        self.now += seconds


def touchscreen() -> QPointingDevice:
    """Return the one touchscreen of this test run."""
    if not _devices:
        _devices.append(QTest.createTouchDevice())
    return _devices[0]


def touches(widget: QWidget) -> QTest.QTouchEventSequence:
    """Return a sequence for several fingers at once, which waits for `commit`.

    It goes to the window: a child has no handle of its own, and a window larger than the screen is found by no other.
    """
    return QTest.touchEvent(widget.window(), touchscreen(), False)  # noqa: FBT003 - Qt's own argument


def put_down(widget: QWidget, place: QPointF, number: int = 0) -> None:
    _commit(widget, "press", place, number)


def slide(widget: QWidget, place: QPointF, number: int = 0) -> None:
    _commit(widget, "move", place, number)


def lift(widget: QWidget, place: QPointF, number: int = 0) -> None:
    _commit(widget, "release", place, number)


def tap(widget: QWidget, where: QPointF | QRectF | None, number: int = 0) -> None:
    """Touch and let go at a place, or in the middle of a rectangle."""
    assert where is not None, "there is nothing of that name to touch"
    place = where.center() if isinstance(where, QRectF) else where
    put_down(widget, place, number)
    lift(widget, place, number)


@contextmanager
def counted(signal: object) -> Iterator[list[tuple[object, ...]]]:
    """Collect what a signal says."""
    said: list[tuple[object, ...]] = []

    def hear(*what: object) -> None:
        said.append(what)

    signal.connect(hear)  # type: ignore[attr-defined]
    yield said
    signal.disconnect(hear)  # type: ignore[attr-defined]


def _commit(widget: QWidget, what: str, place: QPointF, number: int) -> None:
    sequence = touches(widget)
    getattr(sequence, what)(number, QPoint(round(place.x()), round(place.y())), widget)
    sequence.commit()
    QApplication.processEvents()


class Room:
    """An empty board of that size on a screen of that diagonal, for a dock to come up in; nothing slides."""

    def __init__(self, qtbot: QtBot, size: QSize = LANDSCAPE, diagonal_in: float = 55.0, theme: str = "dark") -> None:
        self.clock = Clock()
        self.board = QWidget()
        self.board.resize(size)
        self.look = Look(load_theme(theme), min(size.width(), size.height()) / 1080)
        self.screen = Screen.of(size.width(), size.height(), diagonal_in)
        self.finger = Finger(self.screen, clock=self.clock, parent=self.board)
        self.pace = Pace(slide_ms=0, tick_ms=5)
        qtbot.addWidget(self.board)
        self.board.show()
        qtbot.waitExposed(self.board)

    def settle(self, dock: DockKind) -> DockKind:
        """Give a dock its place under the header and one row."""
        top = self.look.px(83 + 150)
        dock.settle(QRectF(0, top, self.board.width(), self.board.height() - top))
        return dock

    def touch(self, dock: Dock, name: str) -> None:
        """Touch a button of a dock, well after the last touch."""
        self.clock.wind(1.0)
        tap(dock, dock.press.rect_of(name))


def names(dock: Dock) -> list[str]:
    return [button.name for button in dock.buttons]


def words(dock: Dock, name: str) -> str:
    return next(button.words for button in dock.buttons if button.name == name)
