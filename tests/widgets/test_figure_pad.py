"""A figure as it shall stand: typed, with what stands now and what stood before beside it."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names
from widgets.figure_pad import Ask, FigurePad, plain, shown

ASK = Ask(lead="Wed 18 Nov", question="Scrap", unit="cases", present=Fraction(612), stands="now 612 cases")


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def opened(room: Room, ask: Ask = ASK, key: object = "scrap") -> FigurePad:
    pad = room.settle(FigurePad(room.look, room.finger, room.board, pace=room.pace))
    pad.show_ask(key, ask)
    pad.open()
    return pad


def typed(room: Room, pad: FigurePad, *keys: str) -> None:
    for key in keys:
        room.touch(pad, key)


def test_what_is_typed_is_given_as_it_shall_stand(room: Room) -> None:
    pad = opened(room)
    with counted(pad.figure_given) as said:
        typed(room, pad, "5", "9", "8", "save")
    assert said == [(Fraction(598),)]


def test_decimals_are_exact_and_no_more_than_asked_for(room: Room) -> None:
    pad = opened(room, replace(ASK, decimals=2))
    with counted(pad.figure_given) as said:
        typed(room, pad, "3", "mark", "1", "mark", "4", "5", "save")
    assert said == [(Fraction(314, 100),)]


def test_a_count_has_no_decimal_key(room: Room) -> None:
    pad = opened(room, replace(ASK, decimals=0))
    assert "mark" not in names(pad)
    QTest.keyClicks(pad, "5.5")
    assert pad.value == 55


@pytest.mark.parametrize("keys", [("save",), ("6", "1", "2", "save"), ("5", "erase", "save")])
def test_nothing_new_is_nothing_saved(room: Room, keys: tuple[str, ...]) -> None:
    pad = opened(room)
    with counted(pad.figure_given) as said:
        typed(room, pad, *keys)
    assert said == []


def test_nought_may_be_the_first_figure(room: Room) -> None:
    pad = opened(room, replace(ASK, present=None))
    with counted(pad.figure_given) as said:
        typed(room, pad, "0", "save")
    assert said == [(Fraction(0),)]


def test_there_is_no_minus(room: Room) -> None:
    pad = opened(room)
    QTest.keyClicks(pad, "-5")
    assert pad.value == 5
    assert "sign" not in names(pad)


def test_what_is_optional_may_be_emptied(room: Room) -> None:
    pad = opened(room, replace(ASK, optional=True, present=Fraction(12), done="Done"))
    assert pad.typed == "12"
    with counted(pad.figure_given) as said:
        typed(room, pad, "erase", "erase", "save")
    assert said == [(None,)]


def test_while_the_save_is_pending_keys_do_nothing_and_it_stays_up(room: Room) -> None:
    pad = opened(room)
    typed(room, pad, "5")
    pad.show_pending(pending=True)
    with counted(pad.figure_given) as said:
        typed(room, pad, "5", "save")
    assert (pad.typed, said) == ("5", [])
    room.clock.wind(60)
    pad.tick()
    assert pad.is_open
    pad.show_pending(pending=False)
    room.clock.wind(60)
    pad.tick()
    assert not pad.is_open


def test_each_subject_keeps_its_draft_until_it_is_saved(room: Room) -> None:
    pad = opened(room)
    typed(room, pad, "7")
    room.clock.wind(31)
    pad.tick()
    assert not pad.is_open
    pad.show_ask("made", replace(ASK, question="Made"))
    assert pad.typed == ""
    pad.show_ask("scrap", ASK)
    assert pad.typed == "7"
    pad.forget("scrap")
    assert pad.typed == ""


def test_drafts_do_not_pile_up(room: Room) -> None:
    pad = opened(room)
    for number in range(40):
        pad.show_ask(number, ASK)
        typed(room, pad, "1")
    assert len(pad._drafts) <= 16


def test_the_way_back_leads_one_step_back_where_there_is_one(room: Room) -> None:
    pad = opened(room, replace(ASK, back="Back"))
    with counted(pad.back_wanted) as back, counted(pad.closed) as closed:
        typed(room, pad, "back")
    assert (len(back), len(closed), pad.is_open) == (1, 0, False)
    pad = opened(room)
    with counted(pad.back_wanted) as back, counted(pad.closed) as closed:
        typed(room, pad, "back")
    assert (len(back), len(closed)) == (0, 1)


def test_a_keyboard_types_too(room: Room) -> None:
    pad = opened(room)
    with counted(pad.figure_given) as said:
        QTest.keyClicks(pad, "42,55")
        QTest.keyClick(pad, Qt.Key.Key_Backspace)
        QTest.keyClick(pad, Qt.Key.Key_Return)
    assert said == [(Fraction(425, 10),)]


def test_figures_are_shown_and_typed_in_the_same_way() -> None:
    assert (shown("12345.5"), shown("0."), shown("7")) == ("12\u2009345.5", "0.", "7")
    assert (plain(Fraction(612)), plain(Fraction(7, 2)), plain(Fraction(1, 3)), plain(None)) == (
        "612",
        "3.5",
        "0.333",
        "",
    )


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
@pytest.mark.parametrize("decimals", [0, 3])
def test_keys_are_at_least_22_millimetres(qtbot: QtBot, size: QSize, diagonal: float, decimals: int) -> None:
    room = Room(qtbot, size, diagonal)
    pad = opened(room, replace(ASK, decimals=decimals, earlier=(("600", "J. Lindqvist, 06:12"),)))
    for button in pad.buttons:
        assert room.screen.mm(button.rect.width()) >= 22, button.name
        assert room.screen.mm(button.rect.height()) >= 22, button.name
        assert pad.rect().contains(button.rect.toAlignedRect())
