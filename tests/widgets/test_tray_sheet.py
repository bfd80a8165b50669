"""The tray of gaps that wait for a reason."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from board.plant.span import Span
from board.views.sicb import TrayItem
from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names, words
from tests.widgets.shift import NODE, at
from widgets.dock import BACK
from widgets.tray_sheet import TraySheet


def item(number: int) -> TrayItem:
    start = at(6) + timedelta(hours=2 * number)
    end = start + timedelta(hours=2)
    return TrayItem(node=NODE, span=Span(start, end), starts=start, ends=end, unexplained=number + 1)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def opened(room: Room, count: int) -> TraySheet:
    sheet = room.settle(TraySheet(room.look, room.finger, room.board, pace=room.pace))
    sheet.show_tray([item(number) for number in range(count)], "cases", {NODE: "Line 3"})
    sheet.open()
    return sheet


def test_touching_a_gap_gives_it(room: Room) -> None:
    sheet = opened(room, 3)
    assert words(sheet, "1") == "08–10  2 cases"
    with counted(sheet.gap_chosen) as said:
        room.touch(sheet, "1")
    assert said == [(item(1),)]


def test_an_empty_tray_says_that_nothing_waits(room: Room) -> None:
    sheet = opened(room, 0)
    assert sheet.heading()[1] == "Nothing waiting"
    assert names(sheet) == [BACK]


def test_many_come_in_pages_and_none_is_left_out(room: Room) -> None:
    sheet = opened(room, 20)
    seen = set(names(sheet))
    for _ in range(2):
        room.touch(sheet, "next")
        seen |= set(names(sheet))
    assert {str(number) for number in range(20)} <= seen


def test_a_shrunken_tray_does_not_stay_on_an_empty_page(room: Room) -> None:
    sheet = opened(room, 20)
    room.touch(sheet, "next")
    room.touch(sheet, "next")
    sheet.show_tray([item(0)], "cases", {})
    assert "0" in names(sheet)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
def test_gaps_are_large_enough_to_touch(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    room = Room(qtbot, size, diagonal)
    for button in opened(room, 20).buttons:
        assert room.screen.mm(button.rect.width()) >= 40
        assert room.screen.mm(button.rect.height()) >= 25
