"""Which figure is entered: a tile each, and one for a day without an event."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names
from widgets.enter_sheet import Choice, EnterSheet

CHOICES = tuple(Choice(measure=f"m{number}", name=f"Measure {number}", stands="612 cases") for number in range(11))


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def opened(room: Room, count: int = 3, *, no_event: bool = False) -> EnterSheet:
    sheet = room.settle(EnterSheet(room.look, room.finger, room.board, pace=room.pace))
    sheet.show_choices("Wed 18 Nov", CHOICES[:count], no_event=no_event)
    sheet.open()
    return sheet


def test_a_touch_says_which_figure(room: Room) -> None:
    sheet = opened(room)
    with counted(sheet.measure_chosen) as said:
        room.touch(sheet, "measure m1")
    assert said == [("m1",)]


def test_no_event_is_one_touch_and_stays_pressed_until_it_is_answered(room: Room) -> None:
    sheet = opened(room, no_event=True)
    with counted(sheet.no_event_chosen) as said:
        room.touch(sheet, "no event")
        sheet.show_pending(pending=True)
        room.touch(sheet, "no event")
    assert len(said) == 1
    room.clock.wind(60)
    sheet.tick()
    assert sheet.is_open
    assert "no event" not in names(opened(room))


@pytest.mark.parametrize("no_event", [False, True])
def test_more_figures_than_places_turn_over(room: Room, no_event: bool) -> None:
    sheet = opened(room, 11, no_event=no_event)
    seen = set()
    for _ in range(2):
        seen |= {name for name in names(sheet) if name.startswith("measure")}
        room.touch(sheet, "next")
    assert seen == {f"measure {one.measure}" for one in CHOICES}


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
def test_tiles_are_primary_targets(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    room = Room(qtbot, size, diagonal)
    sheet = opened(room, 11, no_event=True)
    for button in sheet.buttons:
        assert room.screen.mm(button.rect.width()) >= 40, button.name
        assert room.screen.mm(button.rect.height()) >= 20, button.name
        assert sheet.rect().contains(button.rect.toAlignedRect())
