"""What every docked panel does: comes up, counts the quiet down, closes by itself, never under a finger."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.widgets.glass import PORTRAIT, Room, counted, tap
from widgets.button import Button
from widgets.dock import BACK, Dock, Pace


class Bare(Dock):
    """A dock with one button, which remembers where it was painted."""

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        return (Button(name="only", rect=self.room(40, 112, 400, 272), words="Only"),)

    @override
    def heading(self) -> tuple[str, str]:
        return "08–10", "What was it?"


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def bare(room: Room, pace: Pace | None = None) -> Bare:
    return room.settle(Bare(room.look, room.finger, room.board, pace=pace or room.pace))


def test_it_counts_down_and_closes_after_thirty_seconds_of_quiet(room: Room, qtbot: QtBot) -> None:
    dock = bare(room)
    dock.open()
    assert dock.left_s == 30
    room.clock.wind(6)
    assert dock.left_s == 24
    with qtbot.waitSignal(dock.closed):
        room.clock.wind(24)
    assert not dock.is_open


def test_any_touch_counts_anew(room: Room) -> None:
    dock = bare(room)
    dock.open()
    room.clock.wind(29)
    tap(room.board, QRectF(0, 0, 10, 10))
    room.touch(dock, "only")
    dock.tick()
    assert (dock.is_open, dock.left_s) == (True, 30)


def test_only_the_seconds_left_are_painted_when_one_has_passed(qtbot: QtBot) -> None:
    room = Room(qtbot)
    dock = bare(room, Pace(slide_ms=0, tick_ms=1_000_000))
    painted: list[QRegion] = []
    dock.open()
    qtbot.waitUntil(lambda: not dock.grab().isNull())
    QTest.qWait(0)
    dock.paint = lambda painter, dirty: painted.append(QRegion(dirty))  # type: ignore[method-assign]
    room.clock.wind(1)
    dock.tick()
    qtbot.waitUntil(lambda: bool(painted))
    assert painted[0].boundingRect() == dock.count_rect().toAlignedRect()


def test_the_way_back_and_escape_close_it(room: Room) -> None:
    dock = bare(room)
    with counted(dock.closed) as closed:
        dock.open()
        room.touch(dock, BACK)
        assert not dock.is_open
        dock.open()
        QTest.keyClick(dock, Qt.Key.Key_Escape)
    assert (dock.is_open, len(closed)) == (False, 2)


def test_shutting_it_says_nothing(room: Room) -> None:
    dock = bare(room)
    dock.open()
    with counted(dock.closed) as closed:
        dock.shut()
    assert (dock.is_open, closed) == (False, [])


def test_what_comes_up_under_a_finger_takes_no_touch_in_the_first_moment(room: Room) -> None:
    dock = bare(room)
    dock.open()
    with counted(dock.press.touched) as said:
        room.clock.wind(0.1)
        tap(dock, dock.press.rect_of("only"))
        assert said == []
        room.clock.wind(0.2)
        tap(dock, dock.press.rect_of("only"))
    assert said == [("only",)]


def test_it_slides_up_and_reduced_motion_does_not(qtbot: QtBot) -> None:
    room = Room(qtbot)
    dock = bare(room, Pace(slide_ms=40))
    with counted(dock.slid) as slid:
        dock.open()
        assert dock.y() == room.board.height()
        qtbot.waitUntil(lambda: slid[-1:] == [(1.0,)])
    assert dock.y() + dock.height() == room.board.height()
    still = bare(room)
    still.open()
    assert still.y() + still.height() == room.board.height()


def test_a_refusal_stands_in_the_place_of_the_question(room: Room) -> None:
    dock = bare(room)
    dock.open()
    before = dock.grab().toImage()
    dock.show_refusal("Not saved: the disk is full.")
    assert dock.grab().toImage() != before
    dock.open()
    assert dock.grab().toImage() == before


@pytest.mark.parametrize(("diagonal", "height"), [(55.0, 476), (32.0, 476), (21.5, 708), (10.0, 847)])
def test_it_grows_on_small_screens_as_far_as_there_is_room(qtbot: QtBot, diagonal: float, height: int) -> None:
    room = Room(qtbot, diagonal_in=diagonal)
    assert bare(room).height() == height


def test_upright_it_is_taller_and_as_wide_as_the_board(qtbot: QtBot) -> None:
    room = Room(qtbot, PORTRAIT)
    dock = bare(room)
    assert (dock.width(), dock.height(), dock.geometry().bottom()) == (1080, 640, 1919)
