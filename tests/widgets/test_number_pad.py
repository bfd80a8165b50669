"""Typed counts: a difference, its sum, its sign, and what is refused."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names
from widgets.number_pad import NumberPad, Tally

TALLY = Tally(label="10–12", unit="cases", present=100)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def opened(room: Room, tally: Tally = TALLY) -> NumberPad:
    pad = room.settle(NumberPad(room.look, room.finger, room.board, pace=room.pace))
    pad.show_tally("10–12", tally)
    pad.open()
    return pad


def typed(room: Room, pad: NumberPad, *keys: str) -> None:
    for key in keys:
        room.touch(pad, key)


def test_a_count_is_a_difference_and_the_new_sum_is_shown(room: Room) -> None:
    pad = opened(room)
    with counted(pad.count_entered) as said:
        typed(room, pad, "1", "2", "0")
        assert (pad.difference, pad.sum) == (120, 220)
        typed(room, pad, "save")
    assert said == [(120,)]


def test_the_same_figure_may_come_quickly_twice_but_a_bounce_does_not(room: Room) -> None:
    pad = opened(room)
    typed(room, pad, "5")
    room.clock.wind(0.05 - 1.0)
    typed(room, pad, "5")
    assert pad.difference == 5
    room.clock.wind(0.15 - 1.0)
    typed(room, pad, "5")
    assert pad.difference == 55


def test_the_sign_key_corrects_and_erase_takes_the_last_figure_away(room: Room) -> None:
    pad = opened(room)
    typed(room, pad, "3", "4", "sign")
    assert (pad.difference, pad.sum) == (-34, 66)
    typed(room, pad, "erase")
    assert pad.difference == -3


def test_a_sum_below_zero_is_refused_in_words_and_not_given_on(room: Room) -> None:
    pad = opened(room)
    with counted(pad.count_entered) as said:
        typed(room, pad, "1", "2", "0", "sign", "save")
    assert said == []
    assert pad.refusal == "That would leave −20 cases. A count cannot fall below zero."
    typed(room, pad, "sign")
    assert pad.refusal == ""


@pytest.mark.parametrize(("present", "keys", "given"), [(100, ("save",), []), (100, ("0", "save"), [])])
def test_nothing_typed_is_nothing_saved(room: Room, present: int, keys: tuple[str, ...], given: list[object]) -> None:
    pad = opened(room, replace(TALLY, present=present))
    with counted(pad.count_entered) as said:
        typed(room, pad, *keys)
    assert said == given


def test_a_first_count_may_be_nought(room: Room) -> None:
    pad = opened(room, replace(TALLY, present=None))
    with counted(pad.count_entered) as said:
        typed(room, pad, "0", "save")
    assert said == [(0,)]


def test_while_the_save_is_pending_keys_do_nothing_and_save_stays_pressed(room: Room) -> None:
    pad = opened(room)
    typed(room, pad, "5")
    pad.show_pending(pending=True)
    with counted(pad.count_entered) as said:
        typed(room, pad, "5", "save")
    assert (pad.difference, said) == (5, [])
    assert [button.name for button in pad.buttons if button.held] == ["save"]


def test_each_interval_keeps_its_draft_until_it_is_saved(room: Room) -> None:
    pad = opened(room)
    typed(room, pad, "7")
    room.clock.wind(31)
    pad.tick()
    assert not pad.is_open
    pad.show_tally("12–14", replace(TALLY, label="12–14"))
    pad.open()
    assert pad.difference == 0
    pad.show_tally("10–12", TALLY)
    assert pad.difference == 7
    pad.forget("10–12")
    assert pad.difference == 0


def test_drafts_do_not_pile_up(room: Room) -> None:
    pad = opened(room)
    for number in range(100):
        pad.show_tally(number, TALLY)
        typed(room, pad, "1")
    assert len(pad._drafts) <= 17


def test_the_way_to_the_reasons_is_there_where_a_gap_is(room: Room) -> None:
    assert "reasons" not in names(opened(room))
    pad = opened(room, replace(TALLY, unexplained=19))
    with counted(pad.reasons_wanted) as said:
        typed(room, pad, "reasons")
    assert len(said) == 1


def test_a_keyboard_types_too(room: Room) -> None:
    pad = opened(room)
    with counted(pad.count_entered) as said:
        QTest.keyClicks(pad, "-425")
        QTest.keyClick(pad, Qt.Key.Key_Backspace)
        QTest.keyClick(pad, Qt.Key.Key_Return)
    assert said == [(-42,)]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
def test_keys_are_at_least_22_millimetres(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    room = Room(qtbot, size, diagonal)
    pad = opened(room, replace(TALLY, unexplained=19))
    for button in pad.buttons:
        assert room.screen.mm(button.rect.width()) >= 22, button.name
        assert room.screen.mm(button.rect.height()) >= 22, button.name
        assert pad.rect().contains(button.rect.toAlignedRect())
