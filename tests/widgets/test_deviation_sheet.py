"""What went wrong on a day: a reason or words, how much, and a draft that waits."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from board.views.letter import ReasonTile
from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names, words
from widgets.deviation_sheet import Deviation, DeviationSheet

TILES = tuple(ReasonTile(code=f"r{number}", name=f"Reason {number}", icon="other") for number in range(10))


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def opened(room: Room, count: int = 6, key: str = "day") -> DeviationSheet:
    sheet = room.settle(DeviationSheet(room.look, room.finger, room.board, pace=room.pace))
    sheet.show_reasons(key, "Wed 18 Nov", TILES[:count], "cases")
    sheet.open()
    return sheet


def test_a_reason_then_save_gives_the_deviation(room: Room) -> None:
    sheet = opened(room)
    with counted(sheet.deviation_given) as said:
        room.touch(sheet, "save")
        room.touch(sheet, "tile r2")
        room.touch(sheet, "save")
    assert said == [(Deviation(reason="r2"),)]


def test_another_reason_takes_its_place_and_the_same_again_takes_it_back(room: Room) -> None:
    sheet = opened(room)
    for tile in ("tile r1", "tile r2"):
        room.touch(sheet, tile)
    assert sheet.draft.reason == "r2"
    room.touch(sheet, "tile r2")
    assert sheet.draft == Deviation()


def test_words_alone_are_enough_and_show_with_the_quantity(room: Room) -> None:
    sheet = opened(room, 0)
    sheet.take_text("head 7 drifts")
    sheet.take_quantity(Fraction(120))
    shown = {button.name: button.more for button in sheet.buttons}
    assert (shown["text"], shown["quantity"]) == ("head 7 drifts", "120\u00a0cases")
    with counted(sheet.deviation_given) as said:
        room.touch(sheet, "save")
    assert said == [(Deviation(text="head 7 drifts", quantity=Fraction(120)),)]


def test_each_day_keeps_its_draft_until_it_is_saved(room: Room) -> None:
    sheet = opened(room)
    room.touch(sheet, "tile r2")
    room.clock.wind(31)
    sheet.tick()
    assert not sheet.is_open
    sheet.show_reasons("other day", "Thu 19 Nov", TILES, "cases")
    assert sheet.draft == Deviation()
    sheet.show_reasons("day", "Wed 18 Nov", TILES, "cases")
    assert sheet.draft.reason == "r2"
    sheet.forget("day")
    assert sheet.draft == Deviation()


def test_while_its_save_is_pending_nothing_changes(room: Room) -> None:
    sheet = opened(room)
    room.touch(sheet, "tile r2")
    sheet.show_pending(pending=True)
    with counted(sheet.deviation_given) as said:
        room.touch(sheet, "tile r1")
        room.touch(sheet, "save")
    assert (said, sheet.draft.reason) == ([], "r2")
    room.clock.wind(60)
    sheet.tick()
    assert sheet.is_open


def test_more_reasons_than_places_turn_over(room: Room) -> None:
    sheet = opened(room, 10)
    seen = set()
    for _ in range(2):
        seen |= {name for name in names(sheet) if name.startswith("tile")}
        room.touch(sheet, "next")
    assert seen == {f"tile {tile.code}" for tile in TILES}
    assert words(sheet, "next") == "More reasons"


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
def test_tiles_and_fields_are_primary_targets(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    room = Room(qtbot, size, diagonal)
    sheet = opened(room, 10)
    for button in sheet.buttons:
        assert room.screen.mm(button.rect.width()) >= 40, button.name
        assert room.screen.mm(button.rect.height()) >= 25 or button.name == "back", button.name
        assert sheet.rect().contains(button.rect.toAlignedRect())
