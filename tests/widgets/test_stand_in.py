"""Painted cells are found, read and pressed through Qt's accessibility interface, and cost nothing before that."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.widgets.glass import counted, tap
from tests.widgets.wall import WIDE
from tests.widgets.walls import WALLS
from widgets.board import Board
from widgets.gallery import new_board, show_scene
from widgets.header import Header
from widgets.press import Press
from widgets.scene import SCENES
from widgets.surface import Surface


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[None]:
    """Let assistive technology listen."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


KEPT: list[Board] = []


@pytest.fixture(autouse=True)
def kept(qtbot: QtBot) -> Iterator[None]:
    """Keep every board until its test is over: whoever holds one page of it does not hold it."""
    yield
    KEPT.clear()


def board_of(qtbot: QtBot, scene: str) -> Board:
    board = new_board("dark", WIDE)
    KEPT.append(board)
    qtbot.addWidget(board)
    show_scene(board, SCENES[scene]())
    board.show()
    qtbot.waitExposed(board)
    settle(board)
    return board


def settle(board: QWidget) -> None:
    """Let what was painted be heard of."""
    board.grab()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a screen reader finds of one cell; plain values, because Qt takes its interfaces back when it likes."""

    name: str
    is_button: bool
    rect: QRect
    invisible: bool
    pressed: bool
    disabled: bool


def found(widget: QWidget) -> list[Seen]:
    """Return everything that a screen reader finds on a widget, from the outside in."""
    waiting, seen = [QAccessible.queryAccessibleInterface(widget)], []
    while waiting:
        here = waiting.pop(0)
        for index in range(here.childCount()):
            below = here.child(index)
            if not isinstance(below.object(), Surface):
                seen.append(seen_of(below))
                waiting.append(below)
    return seen


def seen_of(below: QAccessibleInterface) -> Seen:
    state: Any = below.state()
    return Seen(
        name=plain(below.text(QAccessible.Text.Name)),
        is_button=below.role() is QAccessible.Role.Button,
        rect=below.rect(),
        invisible=bool(state.invisible),
        pressed=bool(state.pressed),
        disabled=bool(state.disabled),
    )


def do_press(widget: QWidget, start: str) -> None:
    """Press the first cell whose name begins so, as a screen reader does."""
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        here = waiting.pop(0)
        if plain(here.text(QAccessible.Text.Name)).startswith(start):
            action: Any = here.actionInterface()
            action.doAction("Press")
            return
        waiting += [here.child(index) for index in range(here.childCount())]
    raise AssertionError(start)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2009", " ")


def names(widget: QWidget) -> list[str]:
    return [one.name for one in found(widget)]


def name_with(widget: QWidget, start: str) -> str:
    return next(name for name in names(widget) if name.startswith(start))


def press_of(surface: Surface) -> Press:
    return surface.findChildren(Press, options=Qt.FindChildOption.FindDirectChildrenOnly)[0]


def pages(board: Board) -> list[Surface]:
    return [surface for surface in board.findChildren(Surface) if surface.isVisibleTo(board)]


@pytest.mark.parametrize("scene", WALLS)
def test_everything_that_can_be_touched_is_found_named_and_in_its_place(qtbot: QtBot, reader: None, scene: str) -> None:
    board = board_of(qtbot, scene)
    for surface in pages(board):
        corner = surface.mapToGlobal(QPoint())
        there = [one for one in found(surface) if one.is_button]
        targets = press_of(surface).targets
        assert len(there) == len(targets)
        for target in targets:
            wanted = target.rect.toAlignedRect().translated(corner)
            here = [one for one in there if near(one.rect, wanted)]
            one = next(one for one in here if one.name == plain(surface.words_of_target(target.name, target.label)))
            assert (one.invisible, one.pressed, one.disabled) == (False, target.chosen, target.dim)


def near(one: QRect, other: QRect) -> bool:
    apart = one.topLeft() - other.topLeft(), one.bottomRight() - other.bottomRight()
    return max(point.manhattanLength() for point in apart) <= 4


def test_a_missed_interval_is_read_as_it_is_painted(qtbot: QtBot, reader: None) -> None:
    grid = board_of(qtbot, "normal").pages.grid
    row = name_with(grid, "08–10")
    assert row.startswith("08–10: missed, actual 2 032, plan 2 300, delta −268, 211 explained · 57 not")
    assert "Labeller jam 11 min" in row
    for start in ("Need 1 240", "Shift: ", "12–14: to come"):
        assert name_with(grid, start)


def test_a_day_of_a_letter_is_read_with_its_state(qtbot: QtBot, reader: None) -> None:
    letters = board_of(qtbot, "letters").pages.letters
    assert name_with(letters, "Quality: Wed 18 Nov, missed")
    assert name_with(letters, "Safety: met so far, 13 of 14 days met")
    assert [name for name in names(letters) if name.endswith("not worked")]


def test_the_page_of_a_letter_is_read_part_by_part(qtbot: QtBot, reader: None) -> None:
    letter = board_of(qtbot, "letter").pages.letter
    assert name_with(letter, "November 2026, 9 of 14 days met")
    assert name_with(letter, "Missed because scrap 3.4 % is above 2.0 %. 612 of 17 980 cases scrapped")
    assert name_with(letter, "Why, 18 November: Cap torque 338 cases; Label skew 121 cases")
    assert "target 2.0" in name_with(letter, "Scrap per day: ")
    assert "Underfill" in name_with(letter, "Entered and logged: Scrap, 612 cases")


def test_a_row_of_the_bowling_chart_and_a_change_are_read(qtbot: QtBot, reader: None) -> None:
    board = board_of(qtbot, "bowling")
    assert name_with(board.pages.bowling, "Scrap: year to date as a ratio of sums, met")
    show(board, "changes")
    assert [name for name in names(board.pages.changes) if "today" in name and "·" in name]


def test_a_square_of_many_lines_says_its_line_and_its_time(qtbot: QtBot, reader: None) -> None:
    lines = board_of(qtbot, "lines").pages.lines
    assert name_with(lines, "Line 3, 08–10: missed, actual ")
    assert name_with(lines, "Line 3, shift: ")


def test_the_header_says_where_and_when_without_seconds(qtbot: QtBot, reader: None) -> None:
    header = board_of(qtbot, "normal").findChildren(Header)[0]
    assert {"11:42", "live · 4 s"} <= set(names(header))
    assert "Line 3" in name_with(header, "Northgate Works, ")


def test_a_day_is_found_at_its_place_on_the_letter(qtbot: QtBot, reader: None) -> None:
    letters = board_of(qtbot, "letters").pages.letters
    day = next(target for target in press_of(letters).targets if target.name == "1:day:18")
    place = letters.mapToGlobal(day.rect.center().toPoint())
    here = QAccessible.queryAccessibleInterface(letters)
    while below := cast("QAccessibleInterface | None", here.childAt(place.x(), place.y())):
        here = below
    assert plain(here.text(QAccessible.Text.Name)).startswith("Quality: Wed 18 Nov")


def test_what_is_found_can_be_pressed(qtbot: QtBot, reader: None) -> None:
    grid = board_of(qtbot, "normal").pages.grid
    with qtbot.waitSignal(grid.interval_touched):
        do_press(grid, "08–10")


def test_a_stamp_that_wants_holding_is_signed_by_a_press(qtbot: QtBot, reader: None) -> None:
    grid = board_of(qtbot, "normal").pages.grid
    with qtbot.waitSignal(grid.review_held):
        do_press(grid, "Hold to review 08–10")


def test_a_question_that_comes_up_can_be_read_and_answered(qtbot: QtBot, reader: None) -> None:
    board = board_of(qtbot, "miss")
    sheet = board.docks.sheet
    assert name_with(sheet, "08–10 57 cases not explained")
    with qtbot.waitSignal(board.miss_chosen):
        do_press(sheet, "No caps")
    sheet.shut()


def test_what_changes_is_read_anew_and_what_goes_is_gone(qtbot: QtBot, reader: None) -> None:
    board = board_of(qtbot, "normal")
    show(board, "all_explained")
    assert "all 268 explained" in name_with(board.pages.grid, "08–10")
    show(board, "no_shift")
    assert [name.partition(".")[0] for name in names(board.pages.grid)] == ["No shift"]


def test_fingers_and_keys_do_not_notice_who_listens(qtbot: QtBot, reader: None) -> None:
    grid = board_of(qtbot, "normal").pages.grid
    grid.setFocus()
    row = next(target for target in press_of(grid).targets if target.name.startswith("row"))
    with counted(grid.interval_touched) as said:
        tap(grid, row.rect)
    assert (len(said), grid.hasFocus()) == (1, True)


def test_without_a_reader_nothing_is_made(qtbot: QtBot) -> None:
    board = board_of(qtbot, "letters")
    assert stand_ins(board.pages.letters) == []


def test_a_reader_that_comes_later_finds_all_and_one_that_goes_leaves_nothing(qtbot: QtBot) -> None:
    letters = board_of(qtbot, "letters").pages.letters
    QAccessible.setActive(True)
    try:
        settle(letters.window())
        assert len(names(letters)) > 100
    finally:
        QAccessible.setActive(False)
    settle(letters.window())
    assert stand_ins(letters) == []


def test_a_day_of_changes_leaves_the_board_standing_and_no_object_behind(qtbot: QtBot, reader: None) -> None:
    board = board_of(qtbot, "normal")
    before = len(board.pages.grid.findChildren(QObject))
    for name in ("half_hours", "no_shift", "tray", "lines", "letters", "miss", "normal") * 20:
        show(board, name)
        names(board)
    assert name_with(board.pages.grid, "08–10")
    assert len(board.pages.grid.findChildren(QObject)) == before


def show(board: Board, scene: str) -> None:
    board.show_page(SCENES[scene]().view)
    settle(board)


def stand_ins(surface: Surface) -> list[QObject]:
    return [child for child in surface.children() if isinstance(child, QWidget)]
