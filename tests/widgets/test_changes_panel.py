"""The forms under a finger: each touch of a field ends in exactly the intention that was meant."""

from dataclasses import replace
from datetime import date, time
from fractions import Fraction

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from board.journal.intention import ChangeDayOff, ChangePerson, ChangeReason, ChangeShift, PlanRun, SetTarget, Undo
from board.plant.plant import Role, RunKind
from board.plant.span import Span
from board.views.changes import Changes
from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, counted, names, words
from widgets.changes_forms import Section
from widgets.changes_panel import ChangesPanel
from widgets.scene_changes import changes, changes_empty, changes_long, changes_many
from widgets.scene_shift import DAY, NODE, at

VIEW = changes()
TOMORROW = date(2026, 11, 21)


def refusal(panel: ChangesPanel) -> str:
    return panel._refusal


def is_up(panel: ChangesPanel) -> bool:
    return panel.is_open


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def opened(room: Room, section: Section, view: Changes = VIEW) -> ChangesPanel:
    panel = ChangesPanel(room.look, room.finger, room.board, pace=room.pace)
    panel.settle(QRectF(room.board.rect()))
    panel.show_view(view)
    panel.show_section(section)
    panel.open()
    return panel


def touched(room: Room, panel: ChangesPanel, *touches: str) -> list[object]:
    """Touch one button after the other, and return what was asked for."""
    with counted(panel.change_asked) as said:
        for name in touches:
            room.touch(panel, name)
    return [what for (what,) in said]


SAVED = "deed save"
KEYS = ("key 1", "key .", "key 7")


@pytest.mark.parametrize(
    ("section", "touches", "meant"),
    [
        (
            Section.PLAN,
            ("item run ", "option PET 2 L", "field rate", "key 9", "key 0", "key 0", "field crew", "key 4", SAVED),
            PlanRun(id="", node=NODE, span=Span(at(6), at(14)), product="PET 2 L", rate=Fraction(900), crew=4),
        ),
        (
            Section.PLAN,
            ("item run ", "option PET 2 L", "field starts", "shortcut 0", "field ends", "step -60", "step -15", SAVED),
            PlanRun(id="", node=NODE, span=Span(at(11, 45), at(12, 45)), product="PET 2 L"),
        ),
        (
            Section.PLAN,
            ("item changeover ", "field length", "step 15", "step 5", "field product", "option PET 2 L", "deed save"),
            PlanRun(id="", node=NODE, span=Span(at(11, 45), at(12, 35)), kind=RunKind.CHANGEOVER, product="PET 2 L"),
        ),
        (
            Section.PLAN,
            ("item shift Early", "step 60", "step 15", "deed save"),
            ChangeShift(id="", node=NODE, day=DAY, shift="Early", ends=time(15, 15)),
        ),
        (
            Section.PLAN,
            ("item shift Early", "shortcut 2", "deed save"),
            ChangeShift(id="", node=NODE, day=DAY, shift="Early", ends=time(16)),
        ),
        (
            Section.PLAN,
            ("item shift Early", "field starts", "step 15", "deed save"),
            ChangeShift(id="", node=NODE, day=DAY, shift="Early", starts=time(6, 15)),
        ),
        (
            Section.PLAN,
            ("item shift Early", "deed cancel"),
            ChangeShift(id="", node=NODE, day=DAY, shift="Early", cancelled=True),
        ),
        (Section.PLAN, ("item shift Late", "deed take back"), Undo(id="", node=NODE, subject="e-over")),
        (Section.PLAN, ("item run e-run", "deed take back"), Undo(id="", node=NODE, subject="e-run")),
        (
            Section.TARGETS,
            ("item target scrap", *KEYS, "deed save"),
            SetTarget(id="", node=NODE, kpi="scrap", valid_from=TOMORROW, value=Fraction(17, 10)),
        ),
        (
            Section.TARGETS,
            ("item target scrap", *KEYS, "field valid_from", "shortcut 0", "deed save"),
            SetTarget(id="", node=NODE, kpi="scrap", valid_from=DAY, value=Fraction(17, 10)),
        ),
        (
            Section.TARGETS,
            ("item target scrap", *KEYS, "field valid_from", "shortcut 2", "step 7", "step -1", "deed save"),
            SetTarget(id="", node=NODE, kpi="scrap", valid_from=date(2026, 11, 29), value=Fraction(17, 10)),
        ),
        (
            Section.TARGETS,
            ("item target scrap", *KEYS, "field valid_from", "shortcut 3", "deed save"),
            SetTarget(id="", node=NODE, kpi="scrap", valid_from=date(2026, 12, 1), value=Fraction(17, 10)),
        ),
        (
            Section.TARGETS,
            ("item target crew", "key 1", "key 6", "field high", "key 1", "key 7", "deed save"),
            SetTarget(id="", node=NODE, kpi="crew", valid_from=TOMORROW, low=Fraction(16), high=Fraction(17)),
        ),
        (
            Section.REASONS,
            ("item reason caps", "field group", "option Quality", "field icon", "option quality", "deed save"),
            ChangeReason(id="", node=NODE, code="caps", name="No caps", group="Quality", icon="quality"),
        ),
        (
            Section.REASONS,
            ("item reason caps", "deed remove"),
            ChangeReason(id="", node=NODE, code="caps", name="No caps", group="Material", icon="caps", removed=True),
        ),
        (
            Section.PEOPLE,
            ("item person p-3", "field role", "option leader", "deed save"),
            ChangePerson(id="", node=NODE, person="p-3", name="J. Lindqvist", role=Role.LEADER),
        ),
        (
            Section.PEOPLE,
            ("item person p-3", "deed remove"),
            ChangePerson(id="", node=NODE, person="p-3", name="J. Lindqvist", removed=True),
        ),
        (Section.PEOPLE, ("item person p-5", "deed take back"), Undo(id="", node=NODE, subject="e-baker")),
        (
            Section.DAYS,
            ("item day 2026-12-25 Christmas", "field where", "option here", "deed save"),
            ChangeDayOff(
                id="", node=NODE, first=date(2026, 12, 25), last=date(2026, 12, 26), name="Christmas", worked=True
            ),
        ),
    ],
)  # fmt: skip
def test_touches_end_in_the_intention_that_was_meant(
    room: Room, section: Section, touches: tuple[str, ...], meant: object
) -> None:
    assert touched(room, opened(room, section), *touches) == [meant]


def test_without_the_last_touch_nothing_is_asked_for(room: Room) -> None:
    assert touched(room, opened(room, Section.TARGETS), "item target scrap", *KEYS) == []


def test_a_new_reason_asks_for_its_name_at_once_and_can_then_be_saved(room: Room) -> None:
    panel = opened(room, Section.REASONS)
    with counted(panel.text_wanted) as wanted:
        room.touch(panel, "item reason ")
    assert wanted == [("Name", "")]
    panel.take_text("Cap torque")
    (said,) = touched(room, panel, "field group", "option Quality", "deed save")
    assert isinstance(said, ChangeReason)
    assert (said.name, said.group, said.icon) == ("Cap torque", "Quality", "other")


def test_a_group_may_be_typed(room: Room) -> None:
    panel = opened(room, Section.REASONS)
    room.touch(panel, "item reason caps")
    with counted(panel.text_wanted) as wanted:
        touched(room, panel, "field group", "type")
    assert wanted == [("Group", "")]  # the known group is chosen, not edited
    panel.take_text("Supplier")
    (said,) = touched(room, panel, "deed save")
    assert isinstance(said, ChangeReason)
    assert said.group == "Supplier"


def test_a_new_person_and_new_days_off_are_saved_with_their_names(room: Room) -> None:
    people = opened(room, Section.PEOPLE)
    room.touch(people, "item person ")
    people.take_text("A. Novak")
    (somebody,) = touched(room, people, "field role", "option supervisor", "deed save")
    assert isinstance(somebody, ChangePerson)
    assert (somebody.name, somebody.role) == ("A. Novak", Role.SUPERVISOR)
    days = opened(room, Section.DAYS)
    touched(room, days, "item day ", "shortcut 3", "field last", "step 1", "field name")
    days.take_text("Overhaul")
    assert touched(room, days, "deed save") == [
        ChangeDayOff(id="", node=NODE, first=date(2026, 12, 1), last=date(2026, 12, 2), name="Overhaul")
    ]


def test_a_product_may_be_typed_and_then_cleared(room: Room) -> None:
    panel = opened(room, Section.PLAN)
    room.touch(panel, "item run ")
    with counted(panel.text_wanted) as wanted:
        room.touch(panel, "type")
    assert wanted == [("Product", "")]
    panel.take_text("PET 3 L")
    assert words(panel, "option PET 3 L") == "PET 3 L"
    room.touch(panel, "clear")
    assert panel.held("product") is None


def test_the_first_figure_replaces_what_stood_there_and_erase_shortens_it(room: Room) -> None:
    panel = opened(room, Section.TARGETS)
    touched(room, panel, "item target scrap", "key erase")
    assert panel.held("value") == "2."
    other = opened(room, Section.TARGETS)
    touched(room, other, "item target plan", "key 9", "key 7")
    assert other.held("value") == "97"


def test_saving_too_early_says_why_and_asks_for_nothing(room: Room) -> None:
    panel = opened(room, Section.TARGETS)
    assert touched(room, panel, "item target scrap", "deed save") == []
    assert refusal(panel) == "This target holds on that day already: type another one."
    touched(room, panel, "key 1")
    assert refusal(panel) == ""


def test_a_deed_is_asked_for_once_and_stays_pressed_until_its_answer(room: Room) -> None:
    panel = opened(room, Section.TARGETS)
    said = touched(room, panel, "item target scrap", *KEYS, "deed save", "deed save", "key 5")
    assert len(said) == 1
    assert panel.held("value") == "1.7"
    assert [button.name for button in panel.buttons if button.held] == ["deed save"]
    panel.show_pending(pending=False)
    assert len(touched(room, panel, "deed save")) == 1


def test_a_panel_closes_after_30_seconds_of_quiet_and_keeps_its_draft(room: Room) -> None:
    panel = opened(room, Section.TARGETS)
    touched(room, panel, "item target scrap", *KEYS)
    room.clock.wind(29)
    panel.tick()
    assert is_up(panel)
    room.clock.wind(2)
    with counted(panel.closed) as closed:
        panel.tick()
    assert len(closed) == 1
    assert not is_up(panel)
    panel.show_section(Section.TARGETS)
    panel.open()
    assert next(button.more for button in panel.buttons if button.name == "item target scrap") == "not saved yet"
    touched(room, panel, "item target scrap")
    assert panel.held("value") == "1.7"
    panel.forget()
    touched(room, panel, "item target scrap")
    assert panel.held("value") == "2.0"


def test_it_does_not_close_while_a_save_is_pending(room: Room) -> None:
    panel = opened(room, Section.TARGETS)
    touched(room, panel, "item target scrap", *KEYS, "deed save")
    room.clock.wind(60)
    panel.tick()
    assert panel.is_open


def test_drafts_do_not_pile_up(room: Room) -> None:
    panel = opened(room, Section.TARGETS, changes_many())
    for number in range(18):
        panel.show_form(f"target k-{number}")
        touched(room, panel, "step 7" if panel.field == "valid_from" else "key 1")
    assert len(panel._drafts) <= 16


def test_the_way_back_leads_from_a_form_to_its_section_and_then_out(room: Room) -> None:
    panel = opened(room, Section.PEOPLE)
    room.touch(panel, "item person p-1")
    room.touch(panel, "back")
    assert "item person p-1" in names(panel)
    assert is_up(panel)
    room.touch(panel, "back")
    assert not is_up(panel)


def test_a_form_of_something_that_is_gone_gives_way_to_its_section(room: Room) -> None:
    panel = opened(room, Section.REASONS)
    room.touch(panel, "item reason caps")
    panel.show_view(replace(VIEW, reasons=VIEW.reasons[:1]))
    assert panel.form is None
    assert names(panel) == ["item reason ", "item reason labeller", "back"]


def test_what_does_not_fit_is_a_page_further(room: Room) -> None:
    panel = opened(room, Section.PEOPLE, changes_many())
    seen: set[str] = set()
    for _ in range(6):
        seen |= {name for name in names(panel) if name.startswith("item ")}
        room.touch(panel, "next")
    assert len(seen) == 41


def test_a_keyboard_types_figures_and_saves_with_enter(room: Room) -> None:
    panel = opened(room, Section.TARGETS)
    panel.show_form("target scrap")
    with counted(panel.change_asked) as said:
        QTest.keyClicks(panel, "1,75")
        QTest.keyClick(panel, Qt.Key.Key_Backspace)
        QTest.keyClick(panel, Qt.Key.Key_Return)
    assert said == [(SetTarget(id="", node=NODE, kpi="scrap", valid_from=TOMORROW, value=Fraction(17, 10)),)]


def test_a_keyboard_walks_to_a_field_and_to_its_steps(room: Room) -> None:
    panel = opened(room, Section.PLAN)
    panel.show_form("shift Early")
    with counted(panel.change_asked) as said:
        for name in ("field starts", "step 60", "deed save"):
            for _ in panel.buttons:
                if not panel.press.is_focused(name):
                    QTest.keyClick(panel, Qt.Key.Key_Tab)
            QTest.keyClick(panel, Qt.Key.Key_Space)
    assert said == [(ChangeShift(id="", node=NODE, day=DAY, shift="Early", starts=time(7)),)]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720), QSize(3840, 2160)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
@pytest.mark.parametrize("view", [VIEW, changes_long(), changes_many(), changes_empty()])
def test_targets_are_large_enough_apart_and_on_the_panel(
    qtbot: QtBot, size: QSize, diagonal: float, view: Changes
) -> None:
    room = Room(qtbot, size, diagonal)
    panel = opened(room, Section.PLAN, view)
    states = [
        *Section,
        "run ",
        "changeover ",
        "shift Late",
        "target scrap",
        "target crew",
        "reason ",
        "person ",
        "day ",
    ]
    for state in states:
        if isinstance(state, Section):
            panel.show_section(state)
        else:
            panel.show_form(state)
        fields = [*(names(panel) if panel.form is not None else ())]
        for field in [name for name in fields if name.startswith("field ")] or [""]:
            if field:
                panel._field = field.removeprefix("field ")
                panel._change()
            rects = {button.name: button.rect for button in panel.buttons}
            for name, rect in rects.items():
                assert room.screen.mm(min(rect.width(), rect.height())) >= 20, (state, field, name)
                assert panel.rect().contains(rect.toAlignedRect()), (state, field, name)
            for one, rect in rects.items():
                for other, place in rects.items():
                    assert one == other or not rect.adjusted(1, 1, -1, -1).intersects(place), (state, field, one, other)
