"""The board's own keyboard."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.tongue import numbers_of
from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names
from widgets.text_pad import TextPad


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def opened(room: Room, text: str = "") -> TextPad:
    pad = room.settle(TextPad(room.look, room.finger, room.board, pace=room.pace))
    pad.show_text("Comment", text)
    pad.open()
    return pad


def test_touches_make_a_sentence(room: Room) -> None:
    pad = opened(room)
    with counted(pad.text_given) as said:
        for key in ("N", "o", "space", "c", "a", "p", "q", "erase", "signs", "!", "done"):
            room.touch(pad, key)
    assert said == [("No cap!",)]


def test_a_keyboard_types_too(room: Room) -> None:
    pad = opened(room, "Roll")
    with counted(pad.text_given) as said:
        QTest.keyClicks(pad, " ran out")
        QTest.keyClick(pad, Qt.Key.Key_Return)
    assert said == [("Roll ran out",)]


def test_a_space_typed_after_the_tab_key_is_a_space(room: Room) -> None:
    pad = opened(room)
    QTest.keyClick(pad, Qt.Key.Key_Tab)
    QTest.keyClicks(pad, "a b")
    assert pad.text == "a b"


def test_text_has_an_end(room: Room) -> None:
    pad = opened(room, "x" * 199)
    QTest.keyClicks(pad, "yz")
    assert pad.text == "x" * 199 + "y"


def test_markup_is_text(room: Room) -> None:
    pad = opened(room, "<img src=/etc/passwd>")
    assert not pad.grab().isNull()
    assert pad.text == "<img src=/etc/passwd>"


def test_germans_type_umlauts(room: Room) -> None:
    with numbers_of("de"):
        pad = opened(room, "x")
        assert {"ä", "ö", "ü", "ß"} <= set(names(pad))
        assert names(pad).index("z") < names(pad).index("y")


@pytest.mark.parametrize(("tag", "keys", "text"), [
    ("pl", ("signs", "Ż", "signs", "signs", "a", "signs", "ł"), "Żał"),
    ("es", ("signs", "¿", "signs", "signs", "p"), "¿p"),
    ("fr", ("é", "signs", "ç"), "éç"),
    ("hi", ("ल", "ा", "shift", "इ", "न"), "लाइन"),
])  # fmt: skip
def test_everybody_types_the_letters_of_their_language(room: Room, tag: str, keys: tuple[str, ...], text: str) -> None:
    with numbers_of(tag):
        pad = opened(room, "" if tag != "fr" else "x")
        for key in keys:
            room.touch(pad, key)
        assert pad.text.removeprefix("x") == text


@pytest.mark.parametrize("tag", ["en", "de", "es", "fr", "hi", "pl"])
def test_every_key_is_there_once_and_leads_on_to_the_next_page(room: Room, tag: str) -> None:
    with numbers_of(tag):
        pad = opened(room, "x")
        seen = []
        for _ in range(4):
            found = names(pad)
            assert len(found) == len(set(found))
            seen.append("".join(found))
            room.touch(pad, "signs")
        assert len(set(seen)) == (3 if tag in {"es", "fr", "pl"} else 2)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
def test_keys_are_as_large_as_the_screen_allows(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    room = Room(qtbot, size, diagonal)
    pad = opened(room)
    least = 20.0 if size != PORTRAIT or diagonal >= 32 else 18.0
    for button in pad.buttons:
        assert room.screen.mm(button.rect.width()) >= least, button.name
        assert room.screen.mm(button.rect.height()) >= 20, button.name
        assert pad.rect().contains(button.rect.toAlignedRect())
