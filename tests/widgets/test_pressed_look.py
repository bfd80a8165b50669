"""What is pressed looks so within 50 ms, on every page and every dock."""

import time
from statistics import median

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.geometry import surfaces
from tests.widgets.glass import lift, put_down
from tests.widgets.painted import painted
from tests.widgets.test_touch_size import press_of
from tests.widgets.walls import wall
from widgets.press import Press
from widgets.surface import Surface

WITHIN_S = 0.050
WALLS = (
    "normal", "lines", "letters", "letter", "bowling", "changes", "sources_many", "miss", "number_pad", "one_reason",
    "comment", "tray_list", "undo", "ladder", "figure_pad", "letter_deviation", "changes_plan_form", "places",
    "tongues",
)  # fmt: skip
TRIES = 5


@pytest.mark.parametrize("name", WALLS)
def test_what_is_pressed_looks_so_at_once(qtbot: QtBot, name: str) -> None:
    with wall(name, QSize(1920, 1080)) as made:
        qtbot.waitExposed(made.board)
        QApplication.processEvents()
        top = surfaces(made.board)[-1]
        took_s = [pressed_look_s(top, press_of(top)) for _ in range(TRIES)]
    assert median(took_s) <= WITHIN_S


def pressed_look_s(surface: Surface, press: Press) -> float:
    """Return the seconds of work from the touch to the pixels; a busy computer does not count."""
    target = press.targets[0]
    press.rest(-1.0)
    began = time.thread_time()
    with painted(surface) as ear:
        put_down(surface, target.rect.center())
        took_s = time.thread_time() - began
        assert press.is_pressed(target.name)
    assert ear.region.intersects(target.rect.toAlignedRect())
    press.cancel()
    lift(surface, target.rect.center())
    press._finger._acted = None
    QApplication.processEvents()
    return took_s
