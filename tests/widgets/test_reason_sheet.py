"""The sheet that asks for a reason: tiles in their places, one touch, pressed until it is answered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names, tap, words
from tests.widgets.shift import TILES, tile
from widgets.dock import BACK
from widgets.reason_sheet import Gap, ReasonSheet

GAP = Gap(label="08–10", unexplained=57, unit="cases")
PLAIN = tuple(replace(each, more=()) for each in TILES)
SCREENS = [(size, diagonal) for size in (LANDSCAPE, PORTRAIT, QSize(1280, 720)) for diagonal in (21.5, 32.0, 55.0)]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def opened(room: Room, gap: Gap = GAP) -> ReasonSheet:
    sheet = room.settle(ReasonSheet(room.look, room.finger, room.board, pace=room.pace))
    sheet.show_gap(gap, TILES)
    sheet.open()
    return sheet


def test_it_asks_for_what_is_not_explained(room: Room) -> None:
    assert opened(room).heading() == ("08–10", "57 cases not explained. What was it?")


def test_one_touch_of_a_tile_gives_its_reason(room: Room) -> None:
    sheet = opened(room)
    with counted(sheet.reason_chosen) as said:
        room.touch(sheet, "tile caps")
    assert said == [("caps",)]


def test_a_double_tap_gives_it_once(room: Room) -> None:
    sheet = opened(room)
    with counted(sheet.reason_chosen) as said:
        room.touch(sheet, "tile caps")
        tap(sheet, sheet.press.rect_of("tile caps"))
    assert said == [("caps",)]


def test_a_pending_tile_stays_pressed_and_is_not_asked_twice(room: Room) -> None:
    sheet = opened(room)
    sheet.show_pending(frozenset({"caps"}))
    assert [button.name for button in sheet.buttons if button.held] == ["tile caps"]
    with counted(sheet.reason_chosen) as said:
        room.touch(sheet, "tile caps")
        room.touch(sheet, "tile filler")
    assert said == [("filler",)]


def test_while_a_save_is_pending_it_does_not_close_by_itself(room: Room) -> None:
    sheet = opened(room)
    sheet.show_pending(frozenset({"caps"}))
    room.clock.wind(60)
    sheet.tick()
    assert sheet.is_open
    sheet.show_pending(frozenset())
    room.clock.wind(31)
    sheet.tick()
    assert not sheet.is_open


def test_a_group_opens_its_second_level_and_back_leads_to_the_first(room: Room) -> None:
    sheet = opened(room)
    with counted(sheet.reason_chosen) as said, counted(sheet.closed) as closed:
        room.touch(sheet, "tile labeller")
        assert said == []
        assert [each for each in names(sheet) if each != BACK] == ["tile jam", "tile roll"]
        room.touch(sheet, BACK)
        assert "tile filler" in names(sheet)
        room.touch(sheet, "tile labeller")
        room.touch(sheet, "tile roll")
    assert (said, closed) == ([("roll",)], [])


def test_tiles_keep_their_places_when_the_quantity_changes(room: Room) -> None:
    sheet = opened(room)
    before = [button.rect for button in sheet.buttons]
    sheet.show_gap(replace(GAP, unexplained=80), TILES)
    assert sheet.heading()[1].startswith("80 cases")
    assert [button.rect for button in sheet.buttons] == before


def test_an_equal_gap_costs_nothing(room: Room) -> None:
    sheet = opened(room)
    buttons = sheet.buttons
    sheet.show_gap(replace(GAP), tuple(TILES))
    assert sheet.buttons is buttons


def test_more_than_eight_reasons_come_in_pages_of_fixed_places(room: Room) -> None:
    sheet = opened(room)
    many = tuple(tile(f"r{number}", f"Reason {number}") for number in range(17))
    sheet.show_gap(GAP, many)
    seen = set(names(sheet))
    for _ in range(2):
        room.touch(sheet, "next")
        seen |= set(names(sheet))
    assert {f"tile r{number}" for number in range(17)} <= seen
    room.touch(sheet, "next")
    assert "tile r0" in names(sheet)


def test_a_line_without_reasons_says_so(room: Room) -> None:
    sheet = opened(room)
    sheet.show_gap(GAP, ())
    assert names(sheet) == [BACK]
    assert "no reasons" in sheet.heading()[1]


def test_it_leads_to_the_reasons_given_and_to_the_count_where_there_are_any(room: Room) -> None:
    assert not {"given", "count"} & set(names(opened(room)))
    sheet = opened(room, replace(GAP, given=1, by_hand=True))
    with counted(sheet.given_wanted) as given, counted(sheet.count_wanted) as count:
        room.touch(sheet, "given")
        room.touch(sheet, "count")
    assert (len(given), len(count)) == (1, 1)


def test_not_now_is_a_way_out(room: Room) -> None:
    sheet = opened(room)
    assert words(sheet, BACK) == "Not now"
    with counted(sheet.closed) as closed, counted(sheet.reason_chosen) as said:
        room.touch(sheet, BACK)
    assert (len(closed), said) == (1, [])


def test_the_keyboard_chooses_a_tile(room: Room) -> None:
    sheet = opened(room)
    with counted(sheet.reason_chosen) as said:
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(sheet, key)
    assert said == [("hold",)]


@pytest.mark.parametrize(("size", "diagonal"), SCREENS)
def test_tiles_are_large_enough_and_in_the_lower_part(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    room = Room(qtbot, size, diagonal)
    sheet = opened(room, replace(GAP, given=1, by_hand=True))
    mm = room.screen.mm
    for button in sheet.buttons:
        least = (40.0, 25.0) if button.name.startswith("tile ") else (20.0, 20.0)
        assert mm(button.rect.width()) >= least[0], button.name
        assert mm(button.rect.height()) >= least[1], button.name
        assert sheet.rect().contains(button.rect.toAlignedRect())
    tiles = [button.rect for button in sheet.buttons if button.name.startswith("tile ")]
    gap_mm = mm(tiles[1].left() - tiles[0].right())
    assert gap_mm >= 3.9
    if diagonal >= 32:
        top = min(rect.top() for rect in tiles) + sheet.y()
        assert top >= size.height() * 0.66


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720), QSize(3840, 2160)])
@pytest.mark.parametrize("theme", ["dark", "light", "colourblind", "highcontrast"])
def test_every_state_paints(qtbot: QtBot, size: QSize, theme: str) -> None:
    room = Room(qtbot, size, theme=theme)
    sheet = opened(room, replace(GAP, given=1, by_hand=True))
    looks = [sheet.grab().toImage()]
    sheet.show_pending(frozenset({"caps"}))
    looks.append(sheet.grab().toImage())
    sheet.show_pending(frozenset())
    sheet.show_refusal("Not saved: the disk is full.")
    looks.append(sheet.grab().toImage())
    assert looks[0] != looks[1] != looks[2]
