"""No word on any wall is cut, lies on another, or is smaller than the floor, whatever the screen."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.widgets.geometry import faults, surfaces
from tests.widgets.wall import look_of
from tests.widgets.walls import WALLS, wall
from themes.theme import THEMES
from widgets import ink
from widgets.surface import Surface

USUAL = ((1920, 1080), (1080, 1920))
OTHERS = (
    (1280, 720), (720, 1280), (3840, 2160), (2160, 3840), (1920, 1200), (1200, 1600), (1280, 1024), (2560, 1080),
)  # fmt: skip
"""Every second wall is tried on each of these: by turns the one half and the other."""
SMALL_SCREENS = ((1920, 1080, 21.5), (1080, 1920, 27.0))


@pytest.mark.parametrize("size", USUAL, ids="{0[0]}x{0[1]}".format)
def test_no_text_is_cut_or_lies_on_another(qtbot: QtBot, size: tuple[int, int]) -> None:
    assert found_on(WALLS, QSize(*size), 55.0) == []


@pytest.mark.parametrize("size", OTHERS, ids="{0[0]}x{0[1]}".format)
def test_no_text_is_cut_on_a_screen_of_another_size(qtbot: QtBot, size: tuple[int, int]) -> None:
    turn = OTHERS.index(size)
    assert found_on(WALLS[turn % 2 :: 2], QSize(*size), 55.0, turn) == []


@pytest.mark.parametrize("screen", SMALL_SCREENS, ids="{0[0]}x{0[1]} on {0[2]} inches".format)
def test_no_text_is_cut_where_docks_grow(qtbot: QtBot, screen: tuple[int, int, float]) -> None:
    assert found_on(WALLS, QSize(*screen[:2]), screen[2], 2) == []


def found_on(names: Sequence[str], size: QSize, diagonal_in: float, turn: int = 0) -> list[str]:
    """Return what is wrong on walls of that size; the theme turns with wall and size."""
    said = []
    for number, name in enumerate(names):
        theme = THEMES[(number + turn) % len(THEMES)]
        with wall(name, size, diagonal_in, theme) as made:
            for surface in surfaces(made.board):
                said += [f"{name} in {theme}: {fault}" for fault in faults(surface, made.data)]
    return said


class Untidy(Surface):
    """A surface on which everything is wrong that can be."""

    @override
    def paint(self, painter: QPainter, dirty: QRect) -> None:
        px, look = self.look.px, self.look
        ink.text(painter, look, px(20), px(60), "one", 30)
        ink.text(painter, look, px(30), px(64), "two", 30)
        ink.text(painter, look, self.width() - px(10), px(120), "over the edge", 30)
        ink.text(painter, look, px(20), px(180), "too small", 19)
        ink.text(painter, look, px(20), px(240), "words of our own", 30, max_width=px(120))
        ink.text(painter, look, px(20), px(300), "Etikettiermaschine", 30, max_width=px(120))


def test_what_is_wrong_is_found(qtbot: QtBot) -> None:
    made = Untidy(look_of())
    qtbot.addWidget(made)
    made.resize(800, 400)
    said = "\n".join(faults(made, frozenset({"etikettiermaschine"})))
    assert "'two' lies on 'one'" in said
    assert "'over the edge' is cut by the edge" in said
    assert "'too small' is written in 19 u" in said
    assert "'words of our own' is shortened" in said
    assert "Etikettier" not in said
