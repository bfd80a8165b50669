"""The bowling chart as a finger and an eye meet it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from board.views.bowling import Bowling, Countermeasure
from board.views.freshness import Stage
from tests.widgets.geometry import write
from tests.widgets.glass import Clock, counted, tap
from tests.widgets.painted import painted
from tests.widgets.wall import SIZES, WIDE, colour_at, finger_of, holds, look_of, picture
from themes.theme import THEMES
from themes.token import Token
from widgets.bowling_chart import BowlingChart
from widgets.bowling_face import MonthFace, PageFace
from widgets.bowling_paint import month_cell
from widgets.finger import Finger, Screen
from widgets.footer import Footer
from widgets.header import Header
from widgets.press import Press
from widgets.scene_bowling import SCENES, bowling, bowling_area, bowling_long, bowling_many, bowling_states
from widgets.scene_sqcdp import MARKS

VIEW, MANY, STATES = bowling(), bowling_many(), bowling_states()
UPRIGHT = QSize(1080, 1920)


def chart(
    qtbot: QtBot, view: Bowling = VIEW, size: QSize = WIDE, clock: Clock | None = None, theme: str = "dark"
) -> BowlingChart:
    look = look_of(size, theme)
    made = BowlingChart(look, finger_of(size, clock))
    qtbot.addWidget(made)
    width_u = size.width() / look.u
    made.resize(size.width(), size.height() - round(look.px(Header.height_u(width_u) + Footer.height_u(width_u))))
    made.show_bowling(view)
    return made


def shown(qtbot: QtBot, view: Bowling = VIEW, size: QSize = WIDE, clock: Clock | None = None) -> BowlingChart:
    made = chart(qtbot, view, size, clock)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def cell(made: BowlingChart, name: str) -> QRectF:
    """Return the cell of a month within its place."""
    place = made.place_of(name)
    assert place is not None, name
    return month_cell(made.look, place)


def with_month(view: Bowling, row: int, month: int, **changed: object) -> Bowling:
    """Return a view in which one month of a KPI differs."""
    rows = list(view.rows)
    cells = list(rows[row].cells)
    cells[month] = replace(cells[month], **changed)  # type: ignore[arg-type]
    rows[row] = replace(rows[row], cells=tuple(cells))
    return replace(view, rows=tuple(rows))


def ringed(made: BowlingChart) -> str:
    press = made.findChildren(Press)[0]
    return next(target.name for target in press.targets if press.is_focused(target.name))


def keys(made: BowlingChart, *pressed: Qt.Key) -> str:
    for key in pressed:
        QTest.keyClick(made, key)
    return ringed(made)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("name", "token"), [
    ("kpi:scrap:1", "good"), ("kpi:scrap:3", "miss"), ("kpi:cost:1", "watch"), ("kpi:changeover:0", "off"),
    ("kpi:attainment:2", "nrLine"),
])  # fmt: skip
def test_a_month_has_the_colour_of_its_state(qtbot: QtBot, theme: str, name: str, token: Token) -> None:
    made = chart(qtbot, STATES, theme=theme)
    assert holds(picture(made), cell(made, name), made.look, token)


@pytest.mark.parametrize("theme", THEMES)
def test_the_running_month_is_never_filled(qtbot: QtBot, theme: str) -> None:
    made = chart(qtbot, theme=theme)
    open_one, whole = cell(made, "kpi:yield:7"), picture(made)
    filled = sum(
        colour_at(whole, x, y) == made.look.theme.colour("miss")
        for x in range(round(open_one.left()), round(open_one.right()))
        for y in range(round(open_one.top()), round(open_one.bottom()))
    )
    assert 0 < filled < open_one.width() * open_one.height() / 3
    assert holds(whole, open_one, made.look, "ring")


def test_closed_months_keep_their_colours_when_the_data_are_old_and_the_running_one_does_not(qtbot: QtBot) -> None:
    made = chart(qtbot)
    closed, year, running = cell(made, "kpi:oee:4"), cell(made, "kpi:oee:year"), cell(made, "kpi:oee:7")
    made.show_age(Stage.STALE, 1380)
    image = picture(made)
    assert holds(image, closed, made.look, "miss")
    assert holds(image, year, made.look, "good")
    assert not holds(image, running, made.look, "miss")
    on_ring = (running.center().x(), running.top() + 1)
    assert colour_at(image, *on_ring) != colour_at(picture(chart(qtbot)), *on_ring)
    assert getattr(made.face_of("head:7"), "stamp", "") == "11:42"
    made.show_age(Stage.LIVE, 4)
    assert picture(made) == picture(chart(qtbot))


def test_a_touch_on_a_month_asks_for_it_and_beside_the_months_for_the_nearest(qtbot: QtBot) -> None:
    clock = Clock()
    made = shown(qtbot, clock=clock)
    first = cell(made, "kpi:scrap:0")
    with counted(made.cell_touched) as touched:
        tap(made, cell(made, "kpi:scrap:3"))
        clock.wind(1)
        tap(made, QPointF(first.left() - 6, first.center().y()))
        clock.wind(1)
        tap(made, made.place_of("kpi:scrap:name"))
        clock.wind(1)
        tap(made, made.place_of("kpi:scrap:trend"))
    assert touched == [("scrap", date(2026, 7, 1)), ("scrap", date(2026, 4, 1))]


def test_a_month_to_come_can_be_asked_for_and_one_not_worked_cannot(qtbot: QtBot) -> None:
    clock = Clock()
    made = shown(qtbot, STATES, clock=clock)
    with counted(made.cell_touched) as touched:
        tap(made, cell(made, "kpi:changeover:1"))
        clock.wind(1)
        tap(made, cell(made, "kpi:changeover:11"))
    assert touched == [("changeover", date(2027, 3, 1))]


def test_another_year_can_be_asked_for(qtbot: QtBot) -> None:
    made = shown(qtbot, STATES)
    assert made.rect_of("year:earlier") is None
    with counted(made.year_touched) as asked:
        tap(made, made.rect_of("year:later"))
    assert asked == [(date(2027, 4, 1),)]
    assert chart(qtbot).rect_of("year:later") is None


def test_pages_are_turned_by_touch_and_stay_while_the_view_refreshes(qtbot: QtBot) -> None:
    clock = Clock()
    made = shown(qtbot, MANY, clock=clock)
    kpis = [row.kpi for row in MANY.rows]
    assert made.page == tuple(kpis[:11])
    assert made.rect_of("page:previous") is None
    tap(made, made.rect_of("page:next"))
    assert made.page == tuple(kpis[11:22])
    assert made.face_of("page:where") == PageFace(words="KPIs 12–22 of 30")
    made.show_bowling(with_month(MANY, 12, 2, actual=Fraction(99)))
    assert made.page == tuple(kpis[11:22])
    clock.wind(1)
    tap(made, made.rect_of("page:next"))
    assert made.page == tuple(kpis[22:])
    assert made.rect_of("page:next") is None
    made.show_bowling(replace(MANY, rows=MANY.rows[:20]))
    assert made.page == tuple(kpis[11:20])
    made.show_bowling(VIEW)
    assert len(made.page) == 12


def test_the_first_page_comes_back_after_a_while_or_once_nobody_sees_the_page(qtbot: QtBot) -> None:
    made = shown(qtbot, MANY)
    assert made.turn(2)
    assert not made.turn(1)
    made._back_timer.timeout.emit()
    assert made.page[0] == MANY.rows[0].kpi
    made.turn(1)
    assert made._back_timer.isActive()
    made.hide()
    assert not made._back_timer.isActive()
    assert made.page[0] == MANY.rows[0].kpi


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1080, 1920)], ids=str)
@pytest.mark.parametrize("diagonal_in", [32.0, 43.0, 55.0])
def test_the_buttons_that_turn_the_page_are_large_enough_for_a_glove(
    qtbot: QtBot, size: QSize, diagonal_in: float
) -> None:
    finger = Finger(Screen.of(size.width(), size.height(), diagonal_in))
    made = BowlingChart(look_of(size), finger)
    qtbot.addWidget(made)
    made.resize(size.width(), size.height() - (139 if size.width() > size.height() else 221))
    made.show_bowling(replace(MANY, later_year=date(2027, 4, 1)))
    made.turn(1)
    for name in ("page:previous", "page:next"):
        rect = made.rect_of(name)
        assert rect is not None
        assert finger.screen.mm(rect.width()) >= 40
        assert finger.screen.mm(rect.height()) >= 20


def test_arrows_walk_the_months_and_from_page_to_page(qtbot: QtBot) -> None:
    made = shown(qtbot, MANY)
    first, last, after = (f"kpi:{MANY.rows[number].kpi}" for number in (0, 10, 11))
    assert keys(made, Qt.Key.Key_Tab) == "year:earlier"
    assert keys(made, Qt.Key.Key_Down) == f"{first}:0"
    assert keys(made, Qt.Key.Key_Right, Qt.Key.Key_Right) == f"{first}:2"
    assert made.accessibleName() == "Lost-time accidents: June 2026, met, 0 count, plan ≤ 0"
    assert keys(made, *[Qt.Key.Key_Down] * 10) == f"{last}:2"
    assert keys(made, Qt.Key.Key_Down) == f"{after}:2"
    assert made.page[0] == MANY.rows[11].kpi
    assert keys(made, Qt.Key.Key_Up) == f"{last}:2"
    assert keys(made, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left) == f"{last}:0"
    with counted(made.cell_touched) as touched:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert touched == [(MANY.rows[10].kpi, date(2026, 4, 1))]
    assert holds(picture(made), cell(made, f"{last}:0").adjusted(-4, -4, 4, 4), made.look, "focus")


def test_the_keys_for_pages_turn_them_and_the_ring_stays_as_far_down(qtbot: QtBot) -> None:
    made = shown(qtbot, MANY)
    QTest.keyClick(made, Qt.Key.Key_PageUp)
    assert made.page[0] == MANY.rows[0].kpi
    keys(made, Qt.Key.Key_Tab, Qt.Key.Key_Down, *[Qt.Key.Key_Down] * 9)
    assert keys(made, Qt.Key.Key_PageDown) == f"kpi:{MANY.rows[20].kpi}:0"
    assert keys(made, Qt.Key.Key_PageDown) == f"kpi:{MANY.rows[29].kpi}:0"
    assert keys(made, Qt.Key.Key_Down) == "page:previous"
    assert keys(made, Qt.Key.Key_Right) == "page:previous"
    assert keys(made, Qt.Key.Key_Up) == f"kpi:{MANY.rows[29].kpi}:11"
    assert keys(made, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp) == f"kpi:{MANY.rows[7].kpi}:11"


def test_the_ring_passes_over_months_not_worked(qtbot: QtBot) -> None:
    made = shown(qtbot, STATES)
    attainment = "kpi:attainment"
    keys(made, Qt.Key.Key_Tab, Qt.Key.Key_Down, *[Qt.Key.Key_Down] * 4)
    assert keys(made, *[Qt.Key.Key_Right] * 3) == f"{attainment}:3"
    assert keys(made, Qt.Key.Key_Right) == f"{attainment}:5"
    assert keys(made, *[Qt.Key.Key_Left] * 4) == f"{attainment}:0"
    assert keys(made, Qt.Key.Key_Down) == "kpi:changeover:3"


def test_only_what_differs_is_painted_and_an_equal_view_costs_nothing(qtbot: QtBot) -> None:
    made = shown(qtbot)
    before = dict(made.faces())
    changed = with_month(VIEW, 2, 2, countermeasure=Countermeasure.VERIFIED)
    with painted(made) as ear:
        made.show_bowling(changed)
        qtbot.waitUntil(lambda: not ear.region.isEmpty())
    assert [name for name, face in made.faces() if before[name] != face] == ["kpi:scrap:2"]
    place = made.place_of("kpi:scrap:2")
    assert place is not None
    assert ear.area <= (place.width() + 2) * (place.height() + 2)
    with painted(made) as ear:
        made.show_bowling(with_month(bowling(), 2, 2, countermeasure=Countermeasure.VERIFIED))
    assert ear.region.isEmpty()


@pytest.mark.parametrize("size", [WIDE, UPRIGHT], ids=str)
@pytest.mark.parametrize("changed", [
    {"countermeasure": Countermeasure.OVERDUE}, {"countermeasure": None}, {"partial": True},
    {"mark": MARKS["?"], "actual": None, "countermeasure": None}, {"actual": Fraction(31, 10)},
])  # fmt: skip
def test_a_patched_page_looks_like_one_painted_anew(qtbot: QtBot, size: QSize, changed: dict[str, object]) -> None:
    made = shown(qtbot, size=size)
    after = with_month(VIEW, 2, 2, **changed)
    made.show_bowling(after)
    QApplication.processEvents()
    patched = made.grab().toImage()
    assert patched == shown(qtbot, after, size).grab().toImage()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_every_cell_lies_on_the_page_and_none_over_another(qtbot: QtBot, size: QSize, name: str) -> None:
    made = chart(qtbot, SCENES[name](), size)
    page = QRectF(made.rect()).adjusted(-1, -1, 1, 1)
    places = [place for cell_name, _ in made.faces() if (place := made.place_of(cell_name)) is not None]
    assert len(places) == len(made.faces())
    assert all(page.contains(place) for place in places)
    inner = [place.adjusted(0.2, 0.2, -0.2, -0.2) for place in places]
    assert not any(first.intersects(second) for first, second in combinations(inner, 2))


@pytest.mark.parametrize("size", [WIDE, UPRIGHT, QSize(1280, 720), QSize(1920, 1200)], ids=str)
def test_long_names_stay_in_their_places(qtbot: QtBot, size: QSize) -> None:
    made, short = chart(qtbot, bowling_long(), size), bowling_long()
    rows = tuple(replace(row, name="", unit="", owner=None) for row in short.rows)
    without = chart(qtbot, replace(short, rows=rows), size)
    first, second = picture(made), picture(without)
    named = [
        place for row in short.rows for part in ("name", "owner") if (place := made.place_of(f"kpi:{row.kpi}:{part}"))
    ]
    assert named
    right = max(place.right() for place in named) + 1
    for row in short.rows:
        place = made.place_of(f"kpi:{row.kpi}:start")
        assert place is not None
        for x in range(round(max(right, place.left())), made.width(), 3):
            y = place.center().y()
            assert colour_at(first, x, y) == colour_at(second, x, y)
    assert first != second


def test_a_letter_stands_once_in_its_group_and_again_on_a_new_page(qtbot: QtBot) -> None:
    made = chart(qtbot)
    lettered = [name for name, _ in made.faces() if name.endswith(":letter")]
    assert lettered == [f"kpi:{kpi}:letter" for kpi in ("accidents", "scrap", "cost", "attainment", "absence")]
    many = chart(qtbot, MANY)
    many.turn(1)
    assert many.face_of(f"kpi:{MANY.rows[11].kpi}:letter") is not None


def test_a_small_part_of_the_page_is_left_out_and_the_owner_moves(qtbot: QtBot) -> None:
    tight = chart(qtbot, size=QSize(1920, 1200))
    assert tight.place_of("kpi:scrap:owner") is None
    assert getattr(tight.face_of("kpi:scrap:name"), "owner", "") == "J. Lindqvist"
    upright = chart(qtbot, size=UPRIGHT)
    assert upright.place_of("kpi:scrap:owner") is not None
    assert len(upright.page) == 12
    area = chart(qtbot, bowling_area())
    assert area.face_of("kpi:cost:owner") is not None
    assert len(area.page) == 10


def test_signs_of_an_answer_can_be_told_apart(qtbot: QtBot) -> None:
    made = chart(qtbot, STATES)
    image = picture(made)
    corner = [cell(made, f"kpi:scrap:{number}") for number in (2, 4, 5, 6)]
    signs = [image.copy(QRectF(rect.right() - 12, rect.top() - 16, 16, 15).toAlignedRect()) for rect in corner]
    assert not any(first == second for first, second in combinations(signs, 2))
    plain = cell(made, "kpi:scrap:1")
    bare = image.copy(QRectF(plain.right() - 10, plain.top() - 16, 14, 15).toAlignedRect())
    assert all(colour_at(bare, x, 2) == made.look.theme.colour("bg") for x in range(bare.width()))


@pytest.mark.parametrize("sign", [Countermeasure.OPEN, Countermeasure.OVERDUE])
def test_no_sign_covers_the_plan_beside_it(qtbot: QtBot, sign: Countermeasure) -> None:
    made = chart(qtbot, with_month(VIEW, 0, 2, mark=MARKS["m"], countermeasure=sign))
    name = f"kpi:{VIEW.rows[0].kpi}:2"
    edge = cell(made, name).right()
    plan = next(one.box for one in write(made).written if one.cell == name)
    covered = 13.5 if sign is Countermeasure.OPEN else 15.5
    assert plan.right() <= edge - made.look.px(covered) + 1


def test_misses_can_be_counted_in_grey(qtbot: QtBot) -> None:
    made = chart(qtbot)
    image = picture(made)

    def grey(name: str) -> float:
        rect = cell(made, name)
        red, green, blue = colour_at(image, rect.left() + 24, rect.top() + 4)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    closed = {f"kpi:{row.kpi}:{n}": one.mark for row in VIEW.rows for n, one in enumerate(row.cells[:7])}
    dark = [grey(name) for name, mark in closed.items() if mark == MARKS["g"]]
    bright = [grey(name) for name, mark in closed.items() if mark == MARKS["m"]]
    assert len(bright) == 19
    assert min(bright) > max(dark) + 20


def test_a_page_without_kpis_says_so(qtbot: QtBot) -> None:
    made = chart(qtbot, replace(VIEW, rows=()))
    assert made.faces() == ()
    middle = made.rect().center()
    assert holds(picture(made), QRectF(middle.x() - 150, middle.y() - 40, 300, 50), made.look, "text2")


def test_what_is_on_the_page_can_be_heard(qtbot: QtBot) -> None:
    made = chart(qtbot)
    assert made.accessibleName() == "KPIs, fiscal year 26/27"
    assert "Scrap: year to date as a ratio of sums, met, 2.4 %" in made.accessibleDescription()
    press = made.findChildren(Press)[0]
    assert len(press.targets) == 12 * 12
    assert all(target.label for target in press.targets)


def test_the_figures_are_those_of_the_view(qtbot: QtBot) -> None:
    made = chart(qtbot)
    shown = [made.face_of(f"kpi:cost:{number}") for number in (*range(12), "year")]
    assert [face.figure for face in shown if isinstance(face, MonthFace)] == [
        "42.8", "42.9", "42.3", "41.9", "41.7", "41.8", "41.5", "41.0", "", "", "", "", "42.1"
    ]  # fmt: skip
