"""The base of what is painted: an exception while painting leaves the window whole."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.widgets.wall import look_of, picture
from widgets.surface import Surface


class Broken(Surface):
    """A surface that cannot paint the first time."""

    def __init__(self) -> None:
        super().__init__(look_of())
        self.times = 0

    @override
    def paint(self, painter: QPainter, dirty: QRect) -> None:
        self.times += 1
        if self.times == 1:
            raise RuntimeError("no paint")
        painter.fillRect(dirty, self.look.colour("miss"))


def test_painting_goes_on_after_an_exception(qtbot: QtBot) -> None:
    broken = Broken()
    qtbot.addWidget(broken)
    broken.resize(20, 20)
    with qtbot.captureExceptions() as raised, pytest.raises(RuntimeError, match="no paint"):
        picture(broken)
    assert raised == [] or "no paint" in str(raised[0][1])
    assert picture(broken).pixelColor(10, 10) == look_of().colour("miss")


def test_another_look_paints_it_anew(qtbot: QtBot) -> None:
    broken = Broken()
    qtbot.addWidget(broken)
    broken.times = 1
    broken.resize(20, 20)
    before = picture(broken).pixelColor(10, 10)
    broken.show_look(look_of(theme="light"))
    assert picture(broken).pixelColor(10, 10) != before
