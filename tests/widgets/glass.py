"""Synthesised fingers for the tests: a clock to wind, and touches at a place of a widget."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

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
    """Return a sequence for several fingers at once; it waits for `commit`."""
    return QTest.touchEvent(widget, touchscreen(), False)  # noqa: FBT003 - Qt's own argument


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
