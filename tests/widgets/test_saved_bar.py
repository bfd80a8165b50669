"""The bar after something was kept from a page: its sentence, its eight seconds, and Undo."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names
from widgets.saved_bar import SavedBar


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def up(room: Room, entry: str = "entry-1") -> SavedBar:
    bar = room.settle(SavedBar(room.look, room.finger, room.board, pace=room.pace))
    bar.show_saved("Saved: scrap 612 → 598", entry, more="Wed 18 Nov")
    return bar


def test_undo_gives_the_entry_and_waits_for_its_answer(room: Room) -> None:
    bar = up(room)
    with counted(bar.undo_chosen) as said:
        room.touch(bar, "undo")
        bar.show_undoing(undoing=True)
        room.touch(bar, "undo")
    assert said == [("entry-1",)]
    room.clock.wind(20)
    bar.tick()
    assert bar.is_open


def test_it_closes_after_eight_seconds_and_touches_elsewhere_do_not_prolong_it(room: Room) -> None:
    bar = up(room)
    room.clock.wind(7)
    room.finger.stir(by_touch=True)
    bar.tick()
    assert bar.is_open
    room.clock.wind(1)
    bar.tick()
    assert not bar.is_open


def test_what_cannot_be_taken_back_has_no_undo(room: Room) -> None:
    assert names(up(room)) == ["undo"]
    assert names(up(room, entry="")) == []


def test_a_refusal_says_why_and_looks_different(room: Room) -> None:
    bar = up(room)
    before = bar.grab().toImage()
    bar.show_refused("Not saved: somebody corrected it to 604 meanwhile.")
    assert (bar.sentence(), names(bar)) == ("Not saved: somebody corrected it to 604 meanwhile.", [])
    assert bar.grab().toImage() != before


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
def test_undo_is_a_primary_target(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    room = Room(qtbot, size, diagonal)
    for button in up(room).buttons:
        assert room.screen.mm(button.rect.width()) >= 40
        assert room.screen.mm(button.rect.height()) >= 25
