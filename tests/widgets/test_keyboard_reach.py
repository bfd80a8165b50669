"""Whatever a finger can touch, the keyboard reaches: all by Tab, the days of letters by arrows too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.widgets.geometry import surfaces
from tests.widgets.walls import WALLS, wall
from widgets.board import Board
from widgets.day_press import DayPress
from widgets.press import Press
from widgets.scene_dock import PLACES

KEYS = {(1, 0): Qt.Key.Key_Right, (-1, 0): Qt.Key.Key_Left, (0, 1): Qt.Key.Key_Down, (0, -1): Qt.Key.Key_Up}
LETTERS = ("letters", "letters_seven", "letters_february", "letter", "letter_february")


def presses(board: QWidget) -> Iterator[Press]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for surface in surfaces(board):  # type: ignore[arg-type]
        yield from surface.findChildren(Press, options=direct)


@pytest.mark.parametrize("name", [name for name in WALLS if not name.startswith(("pressed", "ring"))])
def test_tab_reaches_everything_that_can_be_touched(qtbot: QtBot, name: str) -> None:
    with wall(name, QSize(1920, 1080)) as made:
        made.board.show_back(visible=True)
        made.board.show_places(PLACES)
        made.board.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is made.board)
        wanted = {(press, target.name) for press in presses(made.board) for target in press.targets}
        missing = wanted - set(walked(made.board, len(wanted)))
        assert {(type(press.parent()).__name__, name) for press, name in missing} == set()


def walked(board: Board, count: int) -> Iterator[tuple[Press, str]]:
    """Yield what wears the ring at each step of the Tab key, round the whole board."""
    there = tuple(presses(board))
    for _ in range(2 * count + 20):
        focus = QApplication.focusWidget() or board
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        for press in there:
            yield from ((press, target.name) for target in press.targets if press.is_focused(target.name))


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("name", LETTERS)
def test_arrows_walk_to_every_day(qtbot: QtBot, name: str, upright: bool) -> None:
    size = QSize(1080, 1920) if upright else QSize(1920, 1080)
    with wall(name, size) as made:
        press = next(press for press in presses(made.board) if isinstance(press, DayPress))
        names = {target.name for target in press.targets}
        reached, waiting = set[str](), [press.targets[0].name]
        while waiting:
            here = waiting.pop()
            if here in reached:
                continue
            reached.add(here)
            waiting += [arrow_from(press, here, way) for way in KEYS]
        assert names - reached == set()


def arrow_from(press: Press, name: str, way: tuple[int, int]) -> str:
    """Return where an arrow leads from a target."""
    press._focus_by_key(name)
    QTest.keyClick(press.parent(), KEYS[way])  # type: ignore[call-overload]
    return next(target.name for target in press.targets if press.is_focused(target.name))
