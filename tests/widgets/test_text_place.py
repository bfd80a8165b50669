"""No word on any wall is cut, lies on another, or is smaller than the floor, whatever the screen."""

from collections.abc import Hashable, Sequence
from dataclasses import fields

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.widgets.geometry import faults, surfaces, unsaid, write
from tests.widgets.wall import look_of
from tests.widgets.walls import WALLS, wall
from themes.theme import THEMES, Theme
from widgets import ink
from widgets.surface import Surface

SIZES = (
    (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160), (720, 1280), (1080, 1920), (1440, 2560), (2160, 3840),
)  # fmt: skip
ODD = ((1920, 1200), (1200, 1600), (1280, 1024), (2560, 1080))
"""Every second wall is tried on each of these: by turns the one half and the other."""
SMALL_SCREENS = ((1920, 1080, 21.5), (1080, 1920, 27.0))
OF_EACH_PAGE = (
    "normal", "long_names", "first_day", "notices", "lines", "lines_stale", "letters", "letters_stale",
    "letters_seven", "letter", "letter_safety", "bowling", "bowling_states", "changes", "changes_plan_form", "miss",
    "number_pad", "comment", "undo", "sources_failing",
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_no_text_is_cut_or_lies_on_another(qtbot: QtBot, size: tuple[int, int]) -> None:
    assert found_on(WALLS, QSize(*size), 55.0) == []


@pytest.mark.parametrize("size", ODD, ids="{0[0]}x{0[1]}".format)
def test_no_text_is_cut_on_a_screen_of_another_shape(qtbot: QtBot, size: tuple[int, int]) -> None:
    assert found_on(WALLS[ODD.index(size) % 2 :: 2], QSize(*size), 55.0) == []


@pytest.mark.parametrize("screen", SMALL_SCREENS, ids="{0[0]}x{0[1]} on {0[2]} inches".format)
def test_no_text_is_cut_where_docks_grow(qtbot: QtBot, screen: tuple[int, int, float]) -> None:
    assert found_on(WALLS, QSize(*screen[:2]), screen[2]) == []


@pytest.mark.parametrize("name", OF_EACH_PAGE)
def test_a_theme_changes_no_word_and_no_place(qtbot: QtBot, name: str) -> None:
    """So what holds in one theme on every size of screen holds in all."""
    for size in (QSize(1920, 1080), QSize(1080, 1920)):
        written = []
        for theme in THEMES:
            with wall(name, size, theme=theme) as made:
                written.append([write(surface).written for surface in surfaces(made.board)])
        assert all(written[0])
        assert all(other == written[0] for other in written[1:])


def test_a_theme_says_nothing_of_sizes() -> None:
    assert {one.name for one in fields(Theme)} == {"name", "colours", "stale_colours", "good_border_u", "is_stale"}


def found_on(names: Sequence[str], size: QSize, diagonal_in: float) -> list[str]:
    """Return what is wrong on walls of that size."""
    found, said = [], set[Hashable]()
    for name in names:
        with wall(name, size, diagonal_in) as made:
            for surface in unsaid(made.board, said):
                found += [f"{name}: {fault}" for fault in faults(surface, made.data)]
    return found


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
