"""The board of several lines as a finger and an eye meet it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from board.plant.span import Span
from board.views.freshness import Stage
from board.views.mark import Phase
from board.views.sicb import SicbLines
from tests.widgets.geometry import write
from tests.widgets.glass import Clock, counted, tap
from tests.widgets.wall import SIZES, WIDE, finger_of, holds, look_of, picture
from widgets.footer import Footer
from widgets.header import Header
from widgets.scene_lines import lines, lines_mixed, many_lines
from widgets.scene_shift import at
from widgets.sicb_lines import SicbLinesGrid
from widgets.sicb_lines_face import LineFace, MoreFace, SquareFace, columns_shown, squares_of

VIEW, MANY = lines(), many_lines()


def grid(qtbot: QtBot, view: SicbLines = VIEW, size: QSize = WIDE, clock: Clock | None = None) -> SicbLinesGrid:
    look = look_of(size)
    made = SicbLinesGrid(look, finger_of(size, clock))
    qtbot.addWidget(made)
    width_u = size.width() / look.u
    made.resize(size.width(), size.height() - round(look.px(Header.height_u(width_u) + Footer.height_u(width_u))))
    made.show_lines(view)
    return made


def square(made: SicbLinesGrid, node: str, column: int) -> SquareFace:
    face = made.face_of(f"square:{node}:{column}")
    assert isinstance(face, SquareFace)
    return face


def line(made: SicbLinesGrid, node: str) -> LineFace:
    face = made.face_of(f"line:{node}")
    assert isinstance(face, LineFace)
    return face


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("view", [VIEW, MANY], ids=["few", "many"])
def test_nothing_lies_over_anything_else(qtbot: QtBot, size: QSize, view: SicbLines) -> None:
    made = grid(qtbot, view, size)
    page = QRectF(made.rect()).adjusted(-1, -1, 1, 1)
    places = [place for name, _ in made.faces() if (place := made.place_of(name)) is not None]
    for number, place in enumerate(places):
        assert page.contains(place)
        inner = place.adjusted(0.1, 0.1, -0.1, -0.1)
        assert not any(inner.intersects(other) for other in places[number + 1 :])


def test_each_square_says_what_was_made_and_by_how_much_it_missed(qtbot: QtBot) -> None:
    made = grid(qtbot)
    missed = square(made, "line-3", 1)
    assert (missed.figure, missed.delta, missed.delta_colour) == ("1\u2009752", "−268", "missLine")
    assert square(made, "line-1", 3) == SquareFace(plan="2\u2009300", span="12–14", quiet=True, size_u=46)
    assert square(made, "line-4", 3).mark is not None


def test_each_line_says_what_it_needs(qtbot: QtBot) -> None:
    made = grid(qtbot)
    assert line(made, "line-1").need == "needs 1\u2009240/h"
    assert line(made, "line-2").need == "the plan cannot be met"
    assert line(made, "line-3").note == "268 not explained"


def test_each_line_is_as_old_as_its_own_data(qtbot: QtBot) -> None:
    made = grid(qtbot)
    assert line(made, "line-5").need == "data 23 min old"
    assert [square(made, "line-5", column).stale for column in range(3)] == [False, False, True]
    assert not square(made, "line-1", 2).stale
    made.show_age(Stage.STALE, 400)
    assert square(made, "line-1", 2).stale
    assert not square(made, "line-1", 0).stale


def test_a_touch_opens_the_line_or_its_interval(qtbot: QtBot) -> None:
    clock = Clock()
    made = grid(qtbot, clock=clock)
    made.show()
    qtbot.waitExposed(made)
    with counted(made.line_touched) as touched, counted(made.interval_touched) as asked:
        tap(made, made.place_of("line:line-3"))
        clock.wind(1)
        tap(made, made.place_of("square:line-3:1"))
        clock.wind(1)
        tap(made, made.place_of("square:line-4:3"))
    assert touched == [("line-3",)]
    assert asked == [("line-3", VIEW.columns[1])]
    assert VIEW.lines[3].intervals[3].mark.phase is Phase.OFF


def test_only_the_square_that_differs_is_repainted(qtbot: QtBot) -> None:
    made = grid(qtbot)
    first = VIEW.lines[0]
    one = replace(first.intervals[0], actual=2301)
    after = replace(VIEW, lines=(replace(first, intervals=(one, *first.intervals[1:])), *VIEW.lines[1:]))
    before = dict(made.faces())
    made.show_lines(after)
    changed = [name for name, face in made.faces() if before.get(name) != face]
    assert changed == ["square:line-1:0"]


def test_of_many_columns_those_around_now_stand() -> None:
    assert columns_shown(MANY, 8) == tuple(range(8))
    assert columns_shown(MANY, 5) == (2, 3, 4, 5, 6)
    assert columns_shown(replace(MANY, now=MANY.now + timedelta(hours=5)), 3) == (5, 6, 7)


def test_lines_without_room_are_counted_and_can_be_looked_at(qtbot: QtBot) -> None:
    clock = Clock()
    made = grid(qtbot, MANY, clock=clock)
    made.show()
    qtbot.waitExposed(made)
    shown = [name for name, _ in made.faces() if name.startswith("line:")]
    assert made.face_of("more") == MoreFace(words="and 3 more lines, 1 of them behind")
    tap(made, made.place_of("more"))
    after = [name for name, _ in made.faces() if name.startswith("line:")]
    assert len(shown) + len(after) == len(MANY.lines)
    assert not set(shown) & set(after)
    clock.wind(1)
    tap(made, made.place_of("more"))
    assert [name for name, _ in made.faces() if name.startswith("line:")] == shown
    made.hide()
    QApplication.processEvents()


def test_figures_have_one_size_on_a_page(qtbot: QtBot) -> None:
    made = grid(qtbot, MANY)
    sizes = {face.size_u for name, face in made.faces() if isinstance(face, SquareFace) and name.startswith("square")}
    assert len(sizes) == 1


def test_a_page_without_a_shift_says_so(qtbot: QtBot) -> None:
    made = grid(qtbot, replace(VIEW, lines=(), columns=(), column_labels=()))
    assert holds(picture(made), QRectF(made.rect()), made.look, "text2")


@pytest.mark.parametrize("theme", ["light", "colourblind", "highcontrast"])
def test_a_miss_is_seen_in_every_theme(qtbot: QtBot, theme: str) -> None:
    made = grid(qtbot)
    made.show_look(look_of(theme=theme))
    place = made.place_of("square:line-3:1")
    assert place is not None
    assert holds(picture(made), place, made.look, "miss")


def test_an_interval_longer_than_a_column_covers_several() -> None:
    hours = tuple(Span(at(hour), at(hour + 1)) for hour in range(6, 10))
    line = lines().lines[0]
    longer = (replace(line.intervals[0], span=Span(at(hour), at(hour + 2))) for hour in (6, 8))
    two_hours = replace(line, intervals=tuple(longer))
    assert squares_of(two_hours, hours, (0, 1, 2, 3)) == ((0, 0, 2), (2, 2, 2))
    assert squares_of(two_hours, hours, (1, 2, 3)) == ((0, 1, 1), (1, 2, 2))
    assert squares_of(replace(line, intervals=()), hours, (0, 1)) == ((0, 0, 1), (1, 1, 1))


def test_an_interval_among_shorter_ones_says_from_when_to_when_it_is_and_of_how_many(qtbot: QtBot) -> None:
    written = [one for one in write(grid(qtbot, lines_mixed())).written if one.cell == "square:line-1:0"]
    assert [one.words for one in written] == ["06–08", "of 2\u2009300", "2\u2009312", "+12"]
    figure = next(one.box for one in written if one.words == "2\u2009312")
    assert all(one.box.right() < figure.left() for one in written[:2])
    plain = [one.words for one in write(grid(qtbot)).written if one.cell == "square:line-1:0"]
    assert plain == ["2\u2009312", "+12", "of 2\u2009300"], "under a column of its own the column says when"


@pytest.mark.parametrize("name", ["0", "1", "total"])
def test_the_names_of_columns_end_where_their_figures_end(qtbot: QtBot, name: str) -> None:
    written = write(grid(qtbot)).written
    cell = "total:line-1" if name == "total" else f"square:line-1:{name}"
    head = next(one.box for one in written if one.cell == f"head:{name}")
    figure = next(one.box for one in written if one.cell == cell)
    assert head.right() == pytest.approx(figure.right(), abs=4)


def test_a_figure_without_a_plan_stands_beside_the_middle_of_its_mark(qtbot: QtBot) -> None:
    first, *others = MANY.lines
    free = tuple(replace(one, plan=None, plan_so_far=None, delta=None) for one in first.intervals)
    free_first = replace(first, intervals=free)
    made = grid(qtbot, replace(MANY, lines=(free_first, *others)))
    place = made.place_of("square:line-1:0")
    assert place is not None
    alone = next(one.box for one in write(made).written if one.cell == "square:line-1:0")
    assert alone.center().y() == pytest.approx(place.center().y(), abs=4)
    plain = next(one.box for one in write(grid(qtbot, MANY)).written if one.cell == "square:line-1:0")
    assert plain.center().y() < place.center().y() - 8, "with one below it, it stands higher"
