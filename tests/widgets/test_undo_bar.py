"""The bar after a save: what it says, the eight seconds, and Undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names
from tests.widgets.shift import MISSED, NODE, at
from widgets.tap_book import Tap, TapKind
from widgets.undo_bar import Saved, UndoBar

TAP = Tap(
    kind=TapKind.MISS,
    node=NODE,
    span=MISSED,
    label="08–10",
    reason="caps",
    name="No caps",
    icon="caps",
    quantity=57,
    unit="cases",
)
SAVED = Saved(entry="entry-1", tap=TAP, at=at(11, 42))


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def up(room: Room, saved: Saved = SAVED) -> UndoBar:
    bar = room.settle(UndoBar(room.look, room.finger, room.board, pace=room.pace))
    bar.show_saved(saved, "the gap of 268 is now fully explained")
    return bar


@pytest.mark.parametrize(
    ("tap", "sentence"),
    [
        (TAP, "Saved: 08–10, No caps, 57 cases"),
        (replace(TAP, kind=TapKind.COUNT, name="", quantity=-3), "Saved: 08–10, count −3 cases"),
        (replace(TAP, kind=TapKind.REVIEW), "Saved: 08–10, reviewed"),
        (replace(TAP, kind=TapKind.DETAIL), "Saved: 08–10, No caps, details"),
        (replace(TAP, kind=TapKind.UNDO), "Taken back: 08–10, No caps, 57 cases"),
        (replace(TAP, kind=TapKind.UNDO, name="", quantity=0), "Taken back: 08–10"),
    ],
)
def test_it_says_what_was_kept(room: Room, tap: Tap, sentence: str) -> None:
    assert up(room, replace(SAVED, tap=tap)).sentence() == sentence


def test_it_stays_eight_seconds_whoever_touches_what(room: Room, qtbot: QtBot) -> None:
    bar = up(room)
    room.clock.wind(3)
    room.finger.stir(by_touch=True)
    assert bar.left_s == 5
    with qtbot.waitSignal(bar.closed):
        room.clock.wind(5)
    assert not bar.is_open


def test_undo_gives_the_entry_and_stays_pressed_until_it_is_answered(room: Room) -> None:
    bar = up(room)
    with counted(bar.undo_touched) as said:
        room.touch(bar, "undo")
        bar.show_undoing(undoing=True)
        room.touch(bar, "undo")
    assert said == [("entry-1",)]
    room.clock.wind(20)
    bar.tick()
    assert bar.is_open
    assert [button.name for button in bar.buttons if button.held] == ["undo"]


def test_only_what_can_be_taken_back_has_undo_and_only_a_miss_has_details(room: Room) -> None:
    assert names(up(room)) == ["undo", "detail"]
    assert names(up(room, replace(SAVED, tap=replace(TAP, kind=TapKind.COUNT)))) == ["undo"]
    assert names(up(room, replace(SAVED, tap=replace(TAP, kind=TapKind.UNDO)))) == []


def test_details_are_one_touch_away(room: Room) -> None:
    bar = up(room)
    with counted(bar.detail_touched) as said:
        room.touch(bar, "detail")
    assert said == [("entry-1",)]


def test_a_refusal_looks_different_and_offers_no_undo(room: Room) -> None:
    bar = up(room)
    before = bar.grab().toImage()
    bar.show_refused("Not saved: the disk is full.")
    assert (bar.saved, names(bar), bar.sentence()) == (None, [], "Not saved: the disk is full.")
    assert bar.grab().toImage() != before


def test_the_line_and_the_ring_run_down_together(room: Room) -> None:
    bar = up(room)
    fresh = bar.grab().toImage()
    room.clock.wind(4)
    half = bar.grab().toImage()
    line, ground = room.look.colour("focus"), room.look.colour("line")
    for x, before, after in ((100, line, line), (1400, line, ground)):
        assert (fresh.pixelColor(x, 1), half.pixelColor(x, 1)) == (before, after)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
def test_undo_is_a_primary_target(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    room = Room(qtbot, size, diagonal)
    bar = up(room)
    for button in bar.buttons:
        assert room.screen.mm(button.rect.width()) >= 40
        assert room.screen.mm(button.rect.height()) >= 25
        assert bar.rect().contains(button.rect.toAlignedRect())
