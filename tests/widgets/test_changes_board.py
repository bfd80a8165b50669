"""The page of changes as a finger and an eye meet it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from board.journal.intention import ChangeReason, EnterDay, Intention, SetTarget, Undo
from board.views.changes import Changes
from board.views.freshness import Stage
from tests.widgets.glass import Clock, counted, tap
from tests.widgets.painted import painted
from tests.widgets.wall import SIZES, WIDE, finger_of, holds, look_of, picture
from themes.qt import Look
from themes.theme import THEMES, load_theme
from widgets.changes_board import ChangesBoard
from widgets.changes_forms import Section
from widgets.dock import Dock, Pace
from widgets.finger import Finger, Screen
from widgets.footer import Footer
from widgets.header import Header
from widgets.scene_changes import SCENES, changes, changes_area, changes_empty, changes_many
from widgets.scene_shift import DAY, NODE

VIEW = changes()
STILL = Pace(slide_ms=0, tick_ms=5)
CARDS = ("plan", "targets", "reasons", "people", "days", "made")


def board(
    qtbot: QtBot, view: Changes = VIEW, size: QSize = WIDE, clock: Clock | None = None, theme: str = "dark"
) -> ChangesBoard:
    look = look_of(size, theme)
    made = ChangesBoard(look, finger_of(size, clock), pace=STILL)
    qtbot.addWidget(made)
    width_u = size.width() / look.u
    made.resize(size.width(), size.height() - round(look.px(Header.height_u(width_u) + Footer.height_u(width_u))))
    made.show_changes(view)
    return made


class Wall:
    """A page on show, a clock to wind, and what it asked to keep."""

    def __init__(self, qtbot: QtBot, view: Changes = VIEW) -> None:
        self.clock = Clock()
        self.page = board(qtbot, view, clock=self.clock)
        self.asked: list[Intention] = []
        self.page.keep_asked.connect(self.asked.append)
        self.page.show()
        qtbot.waitExposed(self.page)
        QApplication.processEvents()

    def touch(self, name: str, dock: Dock | None = None) -> None:
        self.clock.wind(1.0)
        press = self.page._press if dock is None else dock.press
        tap(self.page if dock is None else dock, press.rect_of(name))

    def set_target(self) -> SetTarget:
        """Touch the way to a new target of scrap, and return what was asked for."""
        self.touch("targets")
        for name in ("item target scrap", "key 1", "key .", "key 7", "deed save"):
            self.touch(name, self.page.panel)
        said = self.asked[-1]
        assert isinstance(said, SetTarget)
        return said

    @property
    def bar(self) -> str:
        return self.page.bar.sentence() if self.page.bar.is_open else ""

    def is_up(self, dock: Dock) -> bool:
        return dock.is_open


@pytest.fixture
def wall(qtbot: QtBot) -> Wall:
    return Wall(qtbot)


def named(intention: Intention, entry: str = "n-1") -> Intention:
    """Return an intention as the wall gives it back."""
    return replace(intention, id=entry)


def test_a_change_is_said_to_be_saved_only_once_it_is_kept(wall: Wall) -> None:
    said = wall.set_target()
    assert said == SetTarget(id="", node=NODE, kpi="scrap", valid_from=date(2026, 11, 21), value=Fraction(17, 10))
    assert wall.is_up(wall.page.panel)
    assert wall.bar == ""
    wall.page.show_kept(named(said))
    assert not wall.is_up(wall.page.panel)
    assert wall.bar == "Saved: Scrap ≤ 1.7 % from tomorrow"
    assert wall.page.hasFocus()


def test_undo_in_the_bar_takes_the_saved_change_back(wall: Wall) -> None:
    said = wall.set_target()
    wall.page.show_kept(named(said))
    wall.touch("undo", wall.page.bar)
    wall.touch("undo", wall.page.bar)
    assert wall.asked[1:] == [Undo(id="", node=NODE, subject="n-1")]
    wall.page.show_kept(named(wall.asked[-1], "n-2"))
    assert wall.bar.startswith("Taken back:")
    assert wall.page.bar.buttons == ()


def test_a_refused_change_is_said_where_it_was_made_and_what_was_typed_is_still_there(wall: Wall) -> None:
    said = wall.set_target()
    wall.page.show_not_kept(named(said), "The disk is full: free some space.")
    panel = wall.page.panel
    assert wall.is_up(panel)
    assert panel._refusal == "The disk is full: free some space."
    assert panel.held("value") == "1.7"
    assert not any(button.held for button in panel.buttons)
    wall.touch("deed save", panel)
    assert wall.asked == [said, said]


def test_an_answer_to_something_else_says_nothing_here(wall: Wall) -> None:
    said = wall.set_target()
    other = EnterDay(id="x", node=NODE, day=DAY, measure="scrap", value=Fraction(1))
    wall.page.show_kept(other)
    wall.page.show_not_kept(replace(said, id="x", kpi="cost"), "No.")
    assert wall.bar == ""
    assert wall.is_up(wall.page.panel)
    wall.page.show_kept(named(said))
    assert wall.bar != ""


def test_every_change_has_its_undo_and_one_that_was_taken_back_has_none(wall: Wall) -> None:
    wall.touch("undo e-night")
    wall.touch("undo e-night")
    assert wall.asked == [Undo(id="", node=NODE, subject="e-night")]
    assert wall.page._press.rect_of("undo e-wrong") is None
    wall.page.show_kept(named(wall.asked[0]))
    assert wall.bar == "Taken back: Night"
    wall.touch("undo e-over")
    assert len(wall.asked) == 2


def test_an_undo_that_was_refused_can_be_tried_again(wall: Wall) -> None:
    wall.touch("undo e-over")
    wall.page.show_not_kept(named(wall.asked[0]), "Shift Late is closed until 16:00; change what comes after that.")
    assert wall.bar == "Shift Late is closed until 16:00; change what comes after that."
    wall.touch("undo e-over")
    assert len(wall.asked) == 2


def test_an_undo_of_an_areas_change_goes_to_the_node_that_was_changed(qtbot: QtBot) -> None:
    wall = Wall(qtbot, changes_area())
    wall.touch("undo e-run")
    assert wall.asked == [Undo(id="", node="line-2", subject="e-run")]


def test_a_change_taken_back_stays_in_the_list_struck(qtbot: QtBot) -> None:
    view = replace(VIEW, made=VIEW.made[:1])
    made = board(qtbot, view)
    before = made.face_of("change e-night")
    made.show_changes(replace(view, made=(replace(view.made[0], undone=True),)))
    assert made.face_of("change e-night") != before
    assert made.place_of("change e-night") is not None
    assert made._press.rect_of("undo e-night") is None


@pytest.mark.parametrize(
    ("card", "section"),
    [(section.value, section) for section in Section],
)
def test_a_card_opens_its_section(wall: Wall, card: str, section: Section) -> None:
    wall.touch(card)
    assert wall.is_up(wall.page.panel)
    assert wall.page.panel.section is section


def test_a_name_is_typed_on_the_boards_own_keys_and_comes_back_into_the_form(wall: Wall) -> None:
    wall.touch("reasons")
    wall.touch("item reason ", wall.page.panel)
    text = wall.page.text
    assert wall.is_up(text)
    assert not wall.is_up(wall.page.panel)
    QTest.keyClicks(text, "Leak")
    wall.touch("done", text)
    assert wall.is_up(wall.page.panel)
    for name in ("field group", "option Quality", "deed save"):
        wall.touch(name, wall.page.panel)
    (said,) = wall.asked
    assert isinstance(said, ChangeReason)
    assert (said.name, said.group) == ("Leak", "Quality")


def test_the_way_back_from_the_keys_keeps_what_was_typed(wall: Wall) -> None:
    wall.touch("people")
    wall.touch("item person ", wall.page.panel)
    QTest.keyClicks(wall.page.text, "A. Novak")
    wall.touch("back", wall.page.text)
    assert wall.page.panel.held("name") == "A. Novak"


def test_a_draft_outlives_30_seconds_of_quiet(wall: Wall) -> None:
    wall.touch("targets")
    wall.touch("item target scrap", wall.page.panel)
    wall.touch("key 1", wall.page.panel)
    wall.clock.wind(31)
    wall.page.panel.tick()
    assert not wall.is_up(wall.page.panel)
    assert wall.page.hasFocus()
    wall.touch("targets")
    wall.touch("item target scrap", wall.page.panel)
    assert wall.page.panel.held("value") == "1"


def test_nothing_stays_open_on_a_page_that_is_not_seen(wall: Wall) -> None:
    wall.touch("targets")
    wall.page.hide()
    wall.page.show()
    assert not wall.is_up(wall.page.panel)


def test_another_node_closes_what_is_open(wall: Wall) -> None:
    wall.touch("targets")
    wall.page.show_changes(changes_area())
    assert not wall.is_up(wall.page.panel)


def test_the_lines_of_an_area_lead_to_their_pages(qtbot: QtBot) -> None:
    wall = Wall(qtbot, changes_area())
    assert wall.page._press.rect_of("plan") is None
    with counted(wall.page.node_chosen) as said:
        wall.touch("line line-4")
    assert said == [("line-4",)]


def test_more_lines_than_there_is_room_for_are_leafed_through(qtbot: QtBot) -> None:
    area = changes_area()
    lines = tuple(replace(area.lines[0], id=f"l{n}", name=f"Line {n}") for n in range(12))
    wall = Wall(qtbot, replace(area, lines=lines))
    seen = set[str]()
    for _ in range(6):
        seen |= {name for name, _ in wall.page.faces() if name.startswith("line ")}
        wall.touch("more lines")
    assert len(seen) == 12


def test_many_changes_are_leafed_through_the_newest_first(qtbot: QtBot) -> None:
    wall = Wall(qtbot, changes_many())

    def shown() -> list[str]:
        return [name for name, _ in wall.page.faces() if name.startswith("change ")]

    first = shown()
    assert first[0] == "change m-0"
    wall.touch("newer")
    assert shown() == first
    seen = set(first)
    for _ in range(40):
        wall.touch("older")
        seen |= set(shown())
    assert len(seen) == 100
    assert shown()[-1] == "change m-99"


def test_the_keyboard_goes_from_a_card_to_a_saved_change(wall: Wall) -> None:
    page = wall.page
    page.setFocus()
    for _ in range(20):
        if not page._press.is_focused("targets"):
            QTest.keyClick(page, Qt.Key.Key_Tab)
    QTest.keyClick(page, Qt.Key.Key_Return)
    panel = page.panel
    assert panel.hasFocus()
    for _ in panel.buttons:
        if not panel.press.is_focused("item target scrap"):
            QTest.keyClick(panel, Qt.Key.Key_Tab)
    QTest.keyClick(panel, Qt.Key.Key_Return)
    QTest.keyClicks(panel, "1.7")
    QTest.keyClick(panel, Qt.Key.Key_Return)
    (said,) = wall.asked
    assert isinstance(said, SetTarget)
    assert said.value == Fraction(17, 10)
    page.show_kept(named(said))
    assert page.hasFocus()


def test_escape_leaves_a_form_and_then_the_panel(wall: Wall) -> None:
    wall.touch("people")
    wall.touch("item person p-1", wall.page.panel)
    QTest.keyClick(wall.page.panel, Qt.Key.Key_Escape)
    assert wall.is_up(wall.page.panel)
    QTest.keyClick(wall.page.panel, Qt.Key.Key_Escape)
    assert not wall.is_up(wall.page.panel)
    assert wall.page.hasFocus()


def test_an_equal_view_costs_nothing_and_a_changed_card_is_painted_alone(wall: Wall) -> None:
    with painted(wall.page) as ear:
        wall.page.show_changes(replace(VIEW))
    assert ear.area == 0
    people = (replace(VIEW.people[0], name="K. Brand"), *VIEW.people[1:])
    with painted(wall.page) as ear:
        wall.page.show_changes(replace(VIEW, people=people))
    place = wall.page.place_of("people")
    assert place is not None
    assert 0 < ear.area <= 1.05 * place.width() * place.height()


def test_what_people_have_set_does_not_age(wall: Wall) -> None:
    with painted(wall.page) as ear:
        wall.page.show_age(Stage.STALE, 1400)
    assert ear.area == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES.values())
def test_cards_and_targets_lie_on_the_page_and_not_on_one_another(
    qtbot: QtBot, size: QSize, scene: Callable[[], Changes]
) -> None:
    made = board(qtbot, scene(), size)
    places = [made.place_of(card) for card in CARDS]
    for number, place in enumerate(places):
        assert place is not None
        assert made.rect().contains(place.toAlignedRect())
        for other in places[number + 1 :]:
            assert other is not None
            assert not place.intersects(other)
    targets = made._press.targets
    for number, target in enumerate(targets):
        assert target.label
        assert made.rect().contains(target.rect.toAlignedRect()), target.name
        for one in targets[number + 1 :]:
            assert not target.rect.intersects(one.rect), (target.name, one.name)


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160), QSize(1080, 1920)])
@pytest.mark.parametrize("diagonal", [21.5, 32.0, 55.0])
def test_nothing_to_touch_is_under_20_millimetres(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    screen = Screen.of(size.width(), size.height(), diagonal)
    for view in (changes_many(), changes_area()):
        made = board(qtbot, view, size)
        for target in made._press.targets:
            assert screen.mm(min(target.rect.width(), target.rect.height())) >= 20, target.name


@pytest.mark.parametrize("theme", THEMES)
def test_the_four_themes_paint_their_own_cards(qtbot: QtBot, theme: str) -> None:
    made = board(qtbot, changes_empty(), theme=theme)
    place = made.place_of("days")
    assert place is not None
    assert holds(picture(made), place.adjusted(0, place.height() / 2, 0, 0), made.look, "panel")


def test_an_empty_plant_says_what_is_missing(qtbot: QtBot) -> None:
    labels = {target.name: target.label for target in board(qtbot, changes_empty())._press.targets}
    assert labels["plan"] == "Today’s plan. No shift today, and nothing planned."
    assert labels["reasons"] == "Reasons. No reasons yet. Add the first one."
    assert set(labels) == {"plan", "targets", "reasons", "people", "days"}


def test_docks_follow_another_look_and_size(qtbot: QtBot) -> None:
    made = board(qtbot)
    made.open_section(Section.PLAN)
    made.resize(1080, 1700)
    made.show_look(Look(load_theme("light"), 1.0))
    assert made.panel.look.theme.name == "light"
    assert made.rect().contains(made.panel.geometry())
    assert made.panel.geometry().bottom() == made.rect().bottom()
    made.panel.shut()


def test_a_small_screen_gives_the_panel_more_room_but_not_more_than_the_page(qtbot: QtBot) -> None:
    look = look_of(WIDE)
    made = ChangesBoard(look, Finger(Screen.of(1920, 1080, 21.5), clock=Clock()), pace=STILL)
    qtbot.addWidget(made)
    made.resize(1920, 939)
    made.show_look(look)
    made.show_changes(VIEW)
    made.open_form(Section.PLAN, "run ")
    assert made.rect().contains(made.panel.geometry())
    for button in made.panel.buttons:
        assert made.panel.rect().contains(button.rect.toAlignedRect()), button.name
    made.panel.shut()
