"""The letters as a finger and an eye meet them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from board.views.freshness import Freshness, Stage
from board.views.sqcdp import DayCell, Sqcdp
from tests.widgets.geometry import write
from tests.widgets.glass import Clock, counted, tap
from tests.widgets.painted import painted
from tests.widgets.wall import SIZES, WIDE, colour_at, finger_of, holds, look_of, picture
from themes.theme import THEMES
from themes.token import Token
from widgets.footer import Footer
from widgets.header import Header
from widgets.letter_shape import LetterShape
from widgets.press import Press
from widgets.scene_sqcdp import MARKS, SQCDP, letters, letters_by_shift, letters_february, letters_seven
from widgets.sqcdp_board import SqcdpBoard
from widgets.sqcdp_face import HeadFace

VIEW = letters()


def board(
    qtbot: QtBot, view: Sqcdp = VIEW, size: QSize = WIDE, clock: Clock | None = None, theme: str = "dark"
) -> SqcdpBoard:
    look = look_of(size, theme)
    made = SqcdpBoard(look, finger_of(size, clock))
    qtbot.addWidget(made)
    width_u = size.width() / look.u
    made.resize(size.width(), size.height() - round(look.px(Header.height_u(width_u) + Footer.height_u(width_u))))
    made.show_sqcdp(view)
    return made


def shown(qtbot: QtBot, view: Sqcdp = VIEW, clock: Clock | None = None) -> SqcdpBoard:
    made = board(qtbot, view, clock=clock)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def middle(made: SqcdpBoard, number: int, day: int) -> QPointF:
    place = made.place_of(f"{number}:cell:{day}")
    assert place is not None
    return place.center()


def with_day(view: Sqcdp, number: int, day: int, **changed: object) -> Sqcdp:
    """Return a view in which one day of a letter differs."""
    letter = view.letters[number]
    cells = tuple(replace(cell, **changed) if cell.day.day == day else cell for cell in letter.days)  # type: ignore[arg-type]
    found = list(view.letters)
    found[number] = replace(letter, days=cells)
    return replace(view, letters=tuple(found))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("day", "token"), [(5, "good"), (6, "miss"), (17, "watch"), (22, "off"), (31, "ghost")])
def test_a_day_has_the_colour_of_its_state(qtbot: QtBot, theme: str, day: int, token: Token) -> None:
    made = board(qtbot, theme=theme)
    place = made.place_of(f"3:cell:{day}")
    assert place is not None
    assert holds(picture(made), place, made.look, token)


def test_a_closed_day_keeps_its_colour_when_the_data_are_old_and_today_does_not(qtbot: QtBot) -> None:
    made = board(qtbot)
    closed, today = made.place_of("3:cell:6"), made.place_of("3:cell:20")
    assert closed is not None
    assert today is not None
    today = today.adjusted(8, 8, -8, -8)  # its neighbour is red too
    assert holds(picture(made), today, made.look, "miss")
    made.show_age(Stage.STALE, 1380)
    image = picture(made)
    assert holds(image, closed, made.look, "miss")
    assert not holds(image, today, made.look, "miss")
    made.show_age(Stage.LIVE, 4)
    assert holds(picture(made), today, made.look, "miss")


def test_a_touch_on_a_day_asks_for_the_day_and_beside_it_for_the_letter(qtbot: QtBot) -> None:
    clock = Clock()
    made = shown(qtbot, clock=clock)
    hole = made.place_of("1:value")
    assert hole is not None
    with counted(made.day_touched) as days, counted(made.letter_touched) as asked:
        tap(made, middle(made, 1, 18))
        clock.wind(1)
        tap(made, QPointF(middle(made, 1, 9).x() + 190, middle(made, 1, 9).y()))  # the counter of the Q
        clock.wind(1)
        tap(made, hole)
    assert days == [("Q", date(2026, 11, 18))]
    assert asked == [("Q",), ("Q",)]


def test_a_finger_beside_a_day_snaps_to_it(qtbot: QtBot) -> None:
    clock = Clock()
    made = shown(qtbot, clock=clock)
    place = made.place_of("3:cell:6")
    assert place is not None
    with counted(made.day_touched) as days:
        tap(made, QPointF(place.right() + 3, place.center().y()))
    assert days == [("D", date(2026, 11, 6))]


@pytest.mark.parametrize("day", [7, 31])
def test_a_day_not_worked_does_not_react(qtbot: QtBot, day: int) -> None:
    made = shown(qtbot)
    with counted(made.day_touched) as days, counted(made.letter_touched) as asked:
        tap(made, middle(made, 3, day))
    assert days == asked == []


def test_arrows_walk_the_days_of_a_letter_and_from_letter_to_letter(qtbot: QtBot) -> None:
    made = shown(qtbot)
    press = made.findChildren(Press)[0]

    def keys(*pressed: Qt.Key) -> str:
        for key in pressed:
            QTest.keyClick(made, key)
        return next(target.name for target in press.targets if press.is_focused(target.name))

    assert keys(Qt.Key.Key_Tab) == "0:letter"
    assert keys(Qt.Key.Key_Right) == "1:letter"
    assert keys(Qt.Key.Key_Down) == "1:day:20"
    assert made.accessibleName() == "Quality: Fri 20 Nov, met so far"
    assert keys(Qt.Key.Key_Down) == "1:day:18" or keys() == "1:day:18"
    assert keys(Qt.Key.Key_Left) == "1:day:17"
    with counted(made.day_touched) as days:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert days == [("Q", date(2026, 11, 17))]
    assert holds(picture(made), QRectF(made.rect()), made.look, "focus")


def test_only_the_day_that_differs_is_painted(qtbot: QtBot) -> None:
    made = shown(qtbot)
    with painted(made) as ear:
        made.show_sqcdp(with_day(VIEW, 1, 9, mark=MARKS["m"]))
        qtbot.waitUntil(lambda: not ear.region.isEmpty())
    place = made.place_of("1:cell:9")
    assert place is not None
    assert ear.area <= (place.width() + 2) * (place.height() + 2)
    with painted(made) as ear:
        made.show_sqcdp(with_day(letters(), 1, 9, mark=MARKS["m"]))
    assert ear.region.isEmpty()


def test_a_patched_page_looks_like_one_painted_anew(qtbot: QtBot) -> None:
    made = shown(qtbot)
    picture(made)
    changed = with_day(VIEW, 1, 9, mark=MARKS["m"])
    made.show_sqcdp(changed)
    assert picture(made) == picture(board(qtbot, changed))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SQCDP)
def test_every_cell_lies_on_the_page(qtbot: QtBot, size: QSize, name: str) -> None:
    made = board(qtbot, SQCDP[name](), size)
    page = QRectF(made.rect()).adjusted(-1, -1, 1, 1)
    for cell, _ in made.faces():
        place = made.place_of(cell)
        assert place is not None
        assert page.contains(place), cell


def test_small_cells_show_marks_without_figures(qtbot: QtBot) -> None:
    made = board(qtbot, letters_seven())
    face = made.face_of("0:cell:2")
    assert getattr(face, "figure", None) is False
    assert getattr(board(qtbot).face_of("0:cell:2"), "figure", None) is True


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Quality", ("9 of 14", "days met")),
        ("Sicherheit", ("9", "of 14")),
        ("Mitarbeiterin", ()),
    ],
)
def test_what_stands_beside_a_name_leaves_it_its_room(qtbot: QtBot, name: str, told: tuple[str, ...]) -> None:
    found = list(VIEW.letters)
    found[1] = replace(found[1], name=name)
    ear = write(board(qtbot, replace(VIEW, letters=tuple(found))))
    heads = {number: [one.words for one in ear.written if one.cell == f"{number}:head"] for number in (0, 1)}
    assert heads[1] == [*told, name]
    assert not [whole for whole, left in ear.cut if whole == name and left != name]
    others = ("13", "of 14") if told == ("9", "of 14") else ("13 of 14", "days met")
    assert heads[0] == [*others, "Safety"], "all letters of a page tell it one way"


def test_a_headline_without_a_value_stands_at_the_margin(qtbot: QtBot) -> None:
    letter = replace(VIEW.letters[1], value=None)
    made = board(qtbot, replace(VIEW, letters=(letter,)))
    place = made.place_of("0:value")
    dash = next(one.box for one in write(made).written if one.cell == "0:value")
    assert place is not None
    assert dash.left() >= place.left()


def test_names_of_seven_letters_stand_whole(qtbot: QtBot) -> None:
    ear = write(board(qtbot, letters_seven()))
    assert "Inventory" in {one.words for one in ear.written}


def test_shifts_of_a_day_have_their_own_colours(qtbot: QtBot) -> None:
    made = board(qtbot, letters_by_shift())
    place = made.place_of("3:cell:6")
    assert place is not None
    image = picture(made)
    assert holds(image, place, made.look, "miss")
    assert holds(image, place, made.look, "good")


def test_a_cross_stands_for_safety_where_it_is_wanted(qtbot: QtBot) -> None:
    made = board(qtbot, letters_february())
    first, third = middle(made, 0, 1), middle(made, 0, 7)
    assert first.x() > third.x()
    assert first.y() < third.y()


def test_a_page_without_letters_says_so(qtbot: QtBot) -> None:
    made = board(qtbot, replace(VIEW, letters=()))
    assert holds(picture(made), QRectF(made.rect()), made.look, "text2")


def test_what_is_on_the_page_can_be_heard(qtbot: QtBot) -> None:
    made = board(qtbot)
    assert "Safety: met so far, 13 of 14 days met" in made.accessibleDescription()
    press = made.findChildren(Press)[0]
    assert all(target.label for target in press.targets)


def test_misses_can_be_counted_in_grey(qtbot: QtBot) -> None:
    made = board(qtbot)
    shapes: tuple[LetterShape, ...] = made._shapes
    image = picture(made)

    def grey(cell: DayCell) -> float:
        x, y = shapes[3].letter.cell(cell.day.day).at(0.2, 2.0)
        point = shapes[3].at((x, y))
        red, green, blue = colour_at(image, point.x(), point.y())
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    closed = [cell for cell in VIEW.letters[3].days if cell.mark in (MARKS["m"], MARKS["g"])]
    dark = [grey(cell) for cell in closed if cell.mark == MARKS["g"]]
    bright = [grey(cell) for cell in closed if cell.mark == MARKS["m"]]
    assert min(bright) > max(dark) + 20


def test_a_bad_day_split_into_shifts_is_still_counted(qtbot: QtBot) -> None:
    made = board(qtbot, letters_by_shift())
    shape = made._shapes[3]
    x, y = shape.letter.cell(6).mark
    beside = shape.at((x, y - 1.6))
    assert colour_at(picture(made), beside.x(), beside.y()) == made.look.theme.colour("miss")


def test_a_letter_is_as_old_as_its_own_sources_and_turns_old_by_itself(qtbot: QtBot) -> None:
    seen = VIEW.freshness.seen_at
    assert seen is not None
    limits = {"late_after_s": 60, "stale_after_s": 300}
    old = Freshness(seen_at=seen - timedelta(minutes=9), **limits)
    soon = Freshness(seen_at=seen - timedelta(minutes=4), **limits)
    found = [*VIEW.letters]
    found[0], found[1] = replace(found[0], freshness=old), replace(found[1], freshness=soon)
    made = board(qtbot, replace(VIEW, letters=tuple(found)))

    def greyed() -> list[int]:
        faces = ((number, made.face_of(f"{number}:head")) for number in range(len(found)))
        return [number for number, face in faces if isinstance(face, HeadFace) and face.stale]

    made.show_age(Stage.LIVE, 4)
    assert greyed() == [0]
    made.show_age(Stage.LIVE, 120)
    assert greyed() == [0, 1]
    made.show_age(Stage.STALE, 600)
    assert greyed() == list(range(len(found)))
