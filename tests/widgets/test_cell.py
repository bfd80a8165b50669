"""Cells: what is equal costs nothing, what differs is repainted and nothing else."""

from collections.abc import Hashable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.widgets.wall import look_of
from widgets.cell import CellSurface


class Two(CellSurface):
    """Two cells that remember what was painted."""

    def __init__(self) -> None:
        super().__init__(look_of())
        self.painted: list[str] = []
        self.events = 0
        self.put_places({"left": QRectF(0, 0, 50, 50), "right": QRectF(60, 0, 50, 50)})

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        self.painted.append(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.events += 1
        super().paintEvent(event)


def shown(qtbot: QtBot) -> Two:
    two = Two()
    qtbot.addWidget(two)
    two.put_faces({"left": 1, "right": 1})
    two.resize(120, 60)
    two.show()
    qtbot.waitExposed(two)
    qtbot.waitUntil(lambda: two.events > 0)
    two.painted.clear()
    two.events = 0
    return two


def test_only_the_cell_that_differs_is_painted(qtbot: QtBot) -> None:
    two = shown(qtbot)
    region = two.put_faces({"left": 1, "right": 2})
    assert region.boundingRect() == QRectF(60, 0, 50, 50).toAlignedRect()
    qtbot.waitUntil(lambda: two.events > 0)
    assert two.painted == ["right"]


def test_equal_faces_cost_nothing(qtbot: QtBot) -> None:
    two = shown(qtbot)
    assert two.put_faces({"left": 1, "right": 1}).isEmpty()
    two.put_places({"left": QRectF(0, 0, 50, 50), "right": QRectF(60, 0, 50, 50)})
    qtbot.wait(0)
    assert two.events == 0


def test_a_cell_that_goes_is_painted_over(qtbot: QtBot) -> None:
    two = shown(qtbot)
    assert not two.put_faces({"left": 1}).isEmpty()
    qtbot.waitUntil(lambda: two.events > 0)
    assert two.painted == []
    assert two.face_of("right") is None
