"""The running clock: figure by figure, and never another picture than the whole text would be."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.widgets.wall import SIZES, WIDE, look_of
from themes.qt import Look
from widgets import ink, words
from widgets.clock_face import WEIGHT, ClockFace

RIGHT, BASE, SIZE_U = 600.3, 70.7, 50.0


class Watched(ClockFace):
    """A clock that notes what it paints."""

    def __init__(self, look: Look, room: QWidget) -> None:
        super().__init__(look, room)
        self.room = room
        self.painted = QRegion()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += event.region()
        super().paintEvent(event)


def clock(qtbot: QtBot, size: QSize = WIDE, said: str = "11:42:36") -> Watched:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 120)
    made = Watched(look_of(size), window)
    made.show_time(said)
    made.settle(look_of(size), RIGHT, BASE, SIZE_U)
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    made.painted = QRegion()
    return made


def picture(made: ClockFace) -> QImage:
    return made.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def whole(made: ClockFace, size: QSize, said: str) -> QImage:
    """Return the text as one piece where the clock stands."""
    look, image = look_of(size), QImage(made.size(), QImage.Format.Format_RGB32)
    image.fill(look.colour("bg"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(-QPoint(made.pos()))
    ink.text(painter, look, RIGHT, BASE, said, SIZE_U, WEIGHT, "text", "right")
    painter.end()
    return image


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_time_looks_the_same_however_it_came(qtbot: QtBot, size: QSize) -> None:
    made, moment = clock(qtbot, size), datetime(2026, 11, 20, 0, 0, 0)  # noqa: DTZ001 - any time of day
    for number in range(40):
        said = words.clock(moment + timedelta(seconds=number * 1237 % 86400), seconds=True)
        made.show_time(said)
        assert picture(made) == picture(clock(qtbot, size, said)), said


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_looks_as_if_it_were_written_in_one_piece(qtbot: QtBot, size: QSize) -> None:
    for said in ("01:01:51", "00:00:00", "23:59:58", "11:11:11"):  # 4 and 7 would lean towards a colon
        assert picture(clock(qtbot, size, said)) == whole(clock(qtbot, size, said), size, said), said


def test_a_second_paints_its_one_figure_and_nothing_beside(qtbot: QtBot) -> None:
    made = clock(qtbot)
    made.show_time("11:42:37")
    QApplication.processEvents()
    box = made.painted.boundingRect()
    assert 0 < box.width() < made.width() / 6
    assert box.right() == made.rect().right()
    made.show_time("11:42:37")
    made.painted = QRegion()
    QApplication.processEvents()
    assert made.painted.isEmpty()


def test_a_second_alone_is_painted_at_once(qtbot: QtBot) -> None:
    made = clock(qtbot)
    made.show_time("11:42:37")
    assert made.painted.isEmpty()
    made.show_time("11:42:38", at_once=True)
    assert made.painted.boundingRect().right() == made.rect().right()


def test_a_minute_paints_the_figures_that_turn_over(qtbot: QtBot) -> None:
    made = clock(qtbot, said="11:11:59")
    made.show_time("11:12:00")
    QApplication.processEvents()
    assert made.painted.rectCount() > 0
    assert not made.painted.contains(QRect(0, 0, made.width() // 2, made.height()))
    assert picture(made) == whole(made, WIDE, "11:12:00")
