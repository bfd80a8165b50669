"""The page of one letter as a finger and an eye meet it."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from board.views.freshness import Stage
from board.views.letter import LetterPage
from tests.widgets.geometry import write
from tests.widgets.glass import Clock, counted, tap
from tests.widgets.painted import painted
from tests.widgets.wall import SIZES, WIDE, finger_of, holds, look_of, picture
from themes.theme import THEMES
from widgets.dock import Pace
from widgets.footer import Footer
from widgets.header import Header
from widgets.letter_page import LetterBoard
from widgets.press import Press
from widgets.scene_letter import PANELS, SCENES, letter, letter_area, letter_corrected, letter_empty, letter_open_day
from widgets.scene_sqcdp import MARKS

VIEW = letter()
STILL = Pace(slide_ms=0)


def board(
    qtbot: QtBot, view: LetterPage = VIEW, size: QSize = WIDE, clock: Clock | None = None, theme: str = "dark"
) -> LetterBoard:
    look = look_of(size, theme)
    made = LetterBoard(look, finger_of(size, clock), pace=STILL)
    qtbot.addWidget(made)
    width_u = size.width() / look.u
    made.resize(size.width(), size.height() - round(look.px(Header.height_u(width_u) + Footer.height_u(width_u))))
    made.show_letter(view)
    return made


def shown(qtbot: QtBot, view: LetterPage = VIEW, clock: Clock | None = None) -> LetterBoard:
    made = board(qtbot, view, clock=clock)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.chart_is_drawn)
    QApplication.processEvents()
    return made


def place(made: LetterBoard, name: str) -> QRectF:
    found = made.place_of(name)
    assert found is not None, name
    return found


def with_day(view: LetterPage, day: int, mark: str) -> LetterPage:
    """Return a view in which one day of the letter has another mark."""
    days = tuple(replace(cell, mark=MARKS[mark]) if cell.day.day == day else cell for cell in view.letter.days)
    return replace(view, letter=replace(view.letter, days=days))


def test_a_touch_on_a_day_asks_for_it_and_the_day_that_is_told_needs_no_asking(qtbot: QtBot) -> None:
    clock = Clock()
    made = shown(qtbot, clock=clock)
    with counted(made.day_chosen) as days:
        for day in (9, 18, 7, 24):  # another, the one that is up, one not worked, one to come
            tap(made, place(made, f"cell:{day}"))
            clock.wind(1)
    assert days == [(date(2026, 11, 9),), (date(2026, 11, 24),)]


def test_the_buttons_lead_to_other_days_and_months(qtbot: QtBot) -> None:
    clock = Clock()
    made = shown(qtbot, letter_corrected(), clock=clock)
    with counted(made.day_chosen) as days, counted(made.month_chosen) as months:
        for name in ("earlier month", "earlier day", "later day", "later month"):
            tap(made, place(made, name))
            clock.wind(1)
    assert days == [(date(2026, 11, 17),), (date(2026, 11, 19),)]
    assert months == [(date(2026, 10, 1),), (date(2026, 12, 1),)]


def test_only_buttons_that_do_something_are_there(qtbot: QtBot) -> None:
    names = {target.name for target in board(qtbot, letter_area()).findChildren(Press)[0].targets}
    assert not {"enter", "deviation", "intervals", "later month"} & names
    names = {target.name for target in board(qtbot, letter_empty()).findChildren(Press)[0].targets}
    assert not {"earlier month", "earlier day", "later day"} & names
    assert {"enter", "deviation", "intervals"} <= names
    coming = replace(VIEW, day=date(2026, 11, 24), enterable=(), day_mark=MARKS["."])
    names = {target.name for target in board(qtbot, coming).findChildren(Press)[0].targets}
    assert not {"enter", "deviation"} & names


def test_hourly_detail_asks_for_the_intervals_of_the_line(qtbot: QtBot) -> None:
    made = shown(qtbot)
    with counted(made.intervals_asked) as asked:
        tap(made, place(made, "intervals"))
    assert asked == [("line-3",)]


def test_arrows_walk_the_days_and_escape_goes_back(qtbot: QtBot) -> None:
    made = shown(qtbot)
    press = made.findChildren(Press)[0]

    def keys(*pressed: Qt.Key) -> str:
        for key in pressed:
            QTest.keyClick(made, key)
        return next(target.name for target in press.targets if press.is_focused(target.name))

    assert keys(Qt.Key.Key_Tab) == "enter"
    assert keys(Qt.Key.Key_Right) == "deviation"
    assert keys(Qt.Key.Key_Up) == "day 18"
    assert made.accessibleName() == "Quality: Wed 18 Nov, missed, open action"
    assert keys(Qt.Key.Key_Left) == "day 17"
    with counted(made.day_chosen) as days:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert days == [(date(2026, 11, 17),)]
    with counted(made.back_asked) as back:
        QTest.keyClick(made, Qt.Key.Key_Escape)
    assert len(back) == 1


def test_an_equal_view_costs_nothing_and_a_changed_day_repaints_only_itself(qtbot: QtBot) -> None:
    made = shown(qtbot)
    with painted(made) as ear:
        made.show_letter(letter())
    assert ear.region.isEmpty()
    with painted(made) as ear:
        made.show_letter(with_day(VIEW, 9, "m"))
        qtbot.waitUntil(lambda: not ear.region.isEmpty())
    where = place(made, "cell:9")
    assert ear.area <= (where.width() + 2) * (where.height() + 2)


def test_a_patched_page_looks_like_one_painted_anew(qtbot: QtBot) -> None:
    made = shown(qtbot)
    picture(made)
    for changed in (with_day(VIEW, 9, "m"), letter_corrected(), letter_open_day()):
        made.show_letter(changed)
        picture(board(qtbot, changed))  # the first picture of a font differs by a hair from all others
        assert picture(made) == picture(board(qtbot, changed))


def test_another_letter_takes_the_page(qtbot: QtBot) -> None:
    made = board(qtbot)
    other = SCENES["letter_safety"]()
    made.show_letter(other)
    picture(board(qtbot, other))  # the first picture of a font differs by a hair from all others
    assert picture(made) == picture(board(qtbot, other))


@pytest.mark.parametrize("theme", THEMES)
def test_only_what_is_open_loses_its_colour_when_the_data_are_old(qtbot: QtBot, theme: str) -> None:
    missed = SCENES["letter_stale"]()
    made = board(qtbot, missed, theme=theme)
    verdict, closed = place(made, "verdict"), place(made, "cell:12")
    picture(made)  # the first picture of a font differs by a hair from all others
    fresh = picture(board(qtbot, missed, theme=theme))
    assert holds(fresh, verdict, made.look, "missLine")
    made.show_age(Stage.STALE, 1380)
    stale = picture(made)
    assert not holds(stale, verdict, made.look, "missLine")
    assert holds(stale, closed, made.look, "miss")
    assert getattr(made.face_of("verdict"), "stamp", "") == "23 min old"
    made.show_age(Stage.LIVE, 4)
    assert picture(made) == fresh


def test_a_closed_day_keeps_its_colour_when_the_data_are_old(qtbot: QtBot) -> None:
    made = board(qtbot)
    made.show_age(Stage.STALE, 1380)
    assert holds(picture(made), place(made, "verdict"), made.look, "missLine")
    assert getattr(made.face_of("verdict"), "stamp", "x") == ""


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_every_cell_lies_on_the_page(qtbot: QtBot, size: QSize, name: str) -> None:
    made = board(qtbot, SCENES[name](), size)
    page = QRectF(made.rect()).adjusted(-1, -1, 1, 1)
    for cell, _ in made.faces():
        assert page.contains(place(made, cell)), cell


@pytest.mark.parametrize("size", [WIDE, QSize(1080, 1920), QSize(1280, 720), QSize(1280, 1024)], ids=str)
@pytest.mark.parametrize("diagonal", [32.0, 55.0])
def test_buttons_are_primary_targets(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    made = board(qtbot, letter_corrected(), size)
    mm_per_px = diagonal * 25.4 / (size.width() ** 2 + size.height() ** 2) ** 0.5
    for target in made.findChildren(Press)[0].targets:
        if not target.name.startswith("day"):
            assert target.rect.height() * mm_per_px >= 25, target.name
            assert target.rect.width() * mm_per_px >= 28, target.name


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_can_be_painted_and_heard(qtbot: QtBot, name: str) -> None:
    made = board(qtbot, SCENES[name](), QSize(1280, 720))
    if name in PANELS:
        made.show_panel(PANELS[name])
    assert not picture(made).isNull()
    made.docks.shut()
    assert made.accessibleDescription()
    assert all(target.label for target in made.findChildren(Press)[0].targets)


def test_a_scene_is_the_same_each_time() -> None:
    assert all(scene() == scene() for scene in SCENES.values())


def test_of_lines_without_room_the_misses_stand_first_and_with_their_names(qtbot: QtBot) -> None:
    view = letter_area()
    many = tuple(
        replace(line, node=f"team-{number}", name=f"Sewing team number {number}")
        for number, line in enumerate(view.lines * 2, 1)
    )
    ear = write(board(qtbot, replace(view, lines=many)))
    named = [one.words for one in ear.written if one.words.startswith("Sewing")]
    assert named[:4] == [f"Sewing team number {number}" for number in (3, 12, 15, 24)]
    few = [one.words for one in write(board(qtbot, view)).written if one.words.startswith("Line ")]
    assert few[:3] == ["Line 1", "Line 2", "Line 3"], "where all have room they stand in their order"


def test_what_is_missing_is_told_before_what_the_target_is(qtbot: QtBot) -> None:
    view = letter_area()
    cells = tuple(replace(cell, incomplete=cell.day == view.day) for cell in view.letter.days)
    kpi = replace(
        view.kpis[0], parts=tuple(replace(part, unit=f"{part.unit} of 12 bottles") for part in view.kpis[0].parts)
    )
    view = replace(view, letter=replace(view.letter, days=cells))
    assert any("target" in one.words for one in write(board(qtbot, view)).written)
    said = [one.words for one in write(board(qtbot, replace(view, kpis=(kpi,)))).written]
    behind = next(words for words in said if words.endswith("not everything was entered"))
    assert "target" not in behind


def test_the_words_of_the_page_can_be_heard(qtbot: QtBot) -> None:
    said = board(qtbot).accessibleDescription().replace("\u00a0", " ")
    assert said.startswith(
        "Quality, November 2026: 9 of 14 days met. Wed 18 November: Missed because scrap 3.4 % is above 2.0 %. 612 of"
    )


def test_a_month_of_another_length_and_day_takes_the_page(qtbot: QtBot) -> None:
    made = board(qtbot)
    made.show_letter(replace(VIEW, day=VIEW.day + timedelta(days=1), day_mark=MARKS["g"]))
    february = SCENES["letter_february"]()
    made.show_letter(february)
    picture(board(qtbot, february))  # the first picture of a font differs by a hair from all others
    assert picture(made) == picture(board(qtbot, february))


UNSEEN = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from themes.qt import Look
from themes.theme import load_theme
from widgets.finger import Finger, Screen
from widgets.letter_page import LetterBoard
from widgets.scene_letter import letter
app = QApplication([])
made = LetterBoard(Look(load_theme("dark"), 1.0), Finger(Screen.of(1920, 1080, 55.0)))
made.resize(1920, 941)
made.show_letter(letter())
assert "pyqtgraph" not in sys.modules, "before the page is shown"
made.show()
made.repaint()
assert "pyqtgraph" not in sys.modules, "before its first picture is out"
while not made.chart_is_drawn:
    app.processEvents()
assert "pyqtgraph" in sys.modules
"""


def test_what_draws_charts_is_loaded_after_the_first_picture() -> None:
    done = subprocess.run([sys.executable, "-c", UNSEEN], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
