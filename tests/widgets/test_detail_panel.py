"""The reasons of an interval: taking one back, and saying more of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from board.views.sicb import FORMER, ExplainedPart
from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names
from tests.widgets.shift import JAM
from widgets.detail_panel import DetailFields, DetailPanel, Explained
from widgets.dock import BACK
from widgets.words import person

CAPS = ExplainedPart(entry="entry-caps", reason="caps", name="No caps", icon="caps", quantity=57)
EXPLAINED = Explained(label="08–10", unit="cases", explained=268, unexplained=0, surplus=0, parts=(JAM, CAPS))
PEOPLE = {"p1": "R. Patel", "p2": "J. Okafor"}


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def opened(room: Room, explained: Explained = EXPLAINED) -> DetailPanel:
    panel = room.settle(DetailPanel(room.look, room.finger, room.board, pace=room.pace))
    panel.show_people(PEOPLE)
    panel.show_explained(explained)
    panel.show_list()
    panel.open()
    return panel


def touched(room: Room, panel: DetailPanel, *buttons: str) -> None:
    for button in buttons:
        room.touch(panel, button)


def value(panel: DetailPanel, field: str) -> str:
    return next(button.more for button in panel.buttons if button.name == f"field {field}")


def test_it_lists_the_reasons_with_what_is_known_of_them(room: Room) -> None:
    panel = opened(room)
    rows = [(button.words, button.more) for button in panel.buttons if button.name.startswith("part ")]
    assert rows == [("Labeller jam", "211 cases · 11 min"), ("No caps", "57 cases")]
    assert panel.heading() == ("08–10", "268 cases explained")


def test_more_explained_than_is_missing_is_said(room: Room) -> None:
    panel = opened(room, replace(EXPLAINED, surplus=30))
    assert panel.heading()[1] == "268 cases explained, 30 more than are missing"


def test_take_back_gives_the_entry_and_stays_pressed(room: Room) -> None:
    panel = opened(room)
    with counted(panel.take_back_touched) as said:
        touched(room, panel, "take back entry-caps")
        panel.show_pending("take back entry-caps")
        touched(room, panel, "take back entry-caps", "take back entry-jam")
    assert said == [("entry-caps",)]
    assert [button.name for button in panel.buttons if button.held] == ["take back entry-caps"]


def test_quantity_minutes_and_person_are_given_together_and_only_what_changed(room: Room) -> None:
    panel = opened(room)
    with counted(panel.detail_given) as said:
        touched(room, panel, "part entry-caps", "4", "0", "field minutes", "1", "2", "erase", "field actor", "who p2")
        assert (value(panel, "quantity"), value(panel, "minutes"), value(panel, "actor")) == (
            "40 cases",
            "1 min",
            "J. Okafor",
        )
        touched(room, panel, "done")
    assert said == [("entry-caps", DetailFields(quantity=40, minutes=1, actor="p2"))]
    assert isinstance(said[0][1], DetailFields)
    assert said[0][1].changed == {"quantity": 40, "minutes": 1, "actor": "p2"}


def test_a_comment_is_asked_for_and_taken(room: Room) -> None:
    panel = opened(room)
    with counted(panel.text_wanted) as wanted, counted(panel.detail_given) as said:
        touched(room, panel, "part entry-jam", "field comment")
        panel.take_text("Roll ran out")
        assert value(panel, "comment") == "Roll ran out"
        touched(room, panel, "done")
    assert wanted == [("",)]
    assert said == [("entry-jam", DetailFields(comment="Roll ran out"))]


def test_done_with_nothing_changed_goes_back(room: Room) -> None:
    panel = opened(room)
    with counted(panel.detail_given) as said:
        touched(room, panel, "part entry-jam", "done")
    assert (said, panel.entry) == ([], None)


def test_a_quantity_of_nought_is_refused_in_words(room: Room) -> None:
    panel = opened(room)
    with counted(panel.detail_given) as said:
        touched(room, panel, "part entry-caps", "0", "done")
    assert (said, panel.entry) == ([], "entry-caps")


def test_as_before_puts_a_field_back_and_erase_begins_with_what_stands(room: Room) -> None:
    panel = opened(room)
    touched(room, panel, "part entry-caps", "erase")
    assert value(panel, "quantity") == "5 cases"
    touched(room, panel, "as before")
    assert value(panel, "quantity") == "57 cases"


def test_the_draft_outlives_the_quiet_and_is_dropped_once_saved(room: Room) -> None:
    panel = opened(room)
    touched(room, panel, "part entry-caps", "9")
    room.clock.wind(31)
    panel.tick()
    assert not panel.is_open
    panel.show_entry("entry-caps")
    panel.open()
    assert value(panel, "quantity") == "9 cases"
    panel.forget("entry-caps")
    assert value(panel, "quantity") == "57 cases"


def test_back_leads_to_the_list_and_then_away(room: Room) -> None:
    panel = opened(room)
    touched(room, panel, "part entry-jam", BACK)
    assert "part entry-jam" in names(panel)
    touched(room, panel, BACK)
    assert not panel.is_open


def test_straight_from_the_bar_the_way_back_leaves(room: Room) -> None:
    panel = opened(room)
    panel.show_entry("entry-caps")
    touched(room, panel, BACK)
    assert not panel.is_open


def test_a_miss_taken_back_elsewhere_leaves_the_list(room: Room) -> None:
    panel = opened(room)
    touched(room, panel, "part entry-caps")
    panel.show_explained(replace(EXPLAINED, parts=(JAM,), explained=211, unexplained=57))
    assert [name for name in names(panel) if name.startswith("part ")] == ["part entry-jam"]


def test_many_reasons_and_people_come_in_pages(room: Room) -> None:
    parts = tuple(replace(JAM, entry=f"e{number}") for number in range(11))
    panel = opened(room, replace(EXPLAINED, parts=parts))
    seen = set(names(panel))
    touched(room, panel, "next")
    seen |= set(names(panel))
    touched(room, panel, "next")
    seen |= set(names(panel))
    assert {f"part e{number}" for number in range(11)} <= seen


def test_a_keyboard_types_figures(room: Room) -> None:
    panel = opened(room)
    touched(room, panel, "part entry-caps")
    with counted(panel.detail_given) as said:
        QTest.keyClicks(panel, "12")
        QTest.keyClick(panel, Qt.Key.Key_Return)
    assert said == [("entry-caps", DetailFields(quantity=12))]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
def test_targets_are_large_enough(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    room = Room(qtbot, size, diagonal)
    panel = opened(room)
    for step in ("", "part entry-jam", "field actor"):
        if step:
            touched(room, panel, step)
        for button in panel.buttons:
            assert room.screen.mm(button.rect.width()) >= 22, button.name
            assert room.screen.mm(button.rect.height()) >= 20, button.name
            assert panel.rect().contains(button.rect.toAlignedRect())


def test_a_person_whom_the_plant_no_longer_knows_is_a_former_colleague() -> None:
    assert [person(by) for by in (None, "R. Patel", FORMER)] == ["", "R. Patel", "former colleague"]
