"""An ear for paint events: which region of a widget is painted anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override


class Painted(QObject):
    """Gathers what a widget repaints."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False

    @property
    def area(self) -> int:
        pieces: list[QRect] = list(self.region)  # type: ignore[call-overload]
        return sum(piece.width() * piece.height() for piece in pieces)


@contextmanager
def painted(made: QWidget) -> Iterator[Painted]:
    ear = Painted()
    made.installEventFilter(ear)
    yield ear
    QApplication.processEvents()
    made.removeEventFilter(ear)
