"""Another language by touch: the globe in the footer, and a wall that says everything anew."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from pytestqt.qtbot import QtBot

from tests.helpers.tongue import speaking
from tests.widgets.geometry import surfaces, write
from tests.widgets.glass import LANDSCAPE, PORTRAIT, counted, tap
from tests.widgets.shift import MISSED
from tests.widgets.test_board import Wall
from widgets import language
from widgets.board import Board
from widgets.footer import LANGUAGE, Footer
from widgets.gallery import new_board, show_scene
from widgets.language_sheet import SPEAK, LanguageSheet
from widgets.scene import SCENES

NAMES = ["English", "Deutsch", "Español", "Français", "हिन्दी", "Polski"]
SIZE = QSize(1280, 720)
CHANGING = (
    "normal", "miss", "over", "lines", "letters", "letter", "letter_safety", "bowling", "changes", "changes_plan_form",
)  # fmt: skip
"""A wall of each page, and one with a panel of each kind."""


def _open(wall: Wall) -> LanguageSheet:
    footer = wall.board.findChildren(Footer)[0]
    wall.clock.wind(1.0)
    tap(footer, footer.rect_of(LANGUAGE))
    return wall.board.findChildren(LanguageSheet)[0]


def _board(qtbot: QtBot) -> Board:
    board = new_board("dark", SIZE)
    board._finger.setParent(board)
    qtbot.addWidget(board)
    return board


def _take(tag: str) -> None:
    """Speak a language, and let everybody hear of it."""
    language.take(tag)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)


def _written(board: Board) -> list[tuple[str, str, float, float, float]]:
    """Return everything that is written on a board: where it stands, what it says, its size and its place."""
    board.grab()  # what waits for the first picture is done
    return [
        (type(surface).__name__, one.words, one.size_u, round(one.box.left()), round(one.box.top()))
        for surface in surfaces(board)
        for one in write(surface).written
    ]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["wide", "upright"])
def test_the_globe_leads_to_every_language_by_its_own_name(qtbot: QtBot, size: QSize) -> None:
    with speaking("en"):
        wall = Wall(qtbot, size)
        sheet = _open(wall)
        assert [button.words for button in sheet.buttons[:-1]] == NAMES
        assert [button.words for button in sheet.buttons if button.chosen] == ["English"]
        wall.clock.wind(1.0)
        with counted(wall.board.language_chosen) as said:
            tap(sheet, sheet.press.rect_of(SPEAK + "pl"))
        assert said == [("pl",)]
        assert not sheet.is_open


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, SIZE], ids=str)
def test_the_globe_is_large_enough_to_touch_and_lies_on_nothing(qtbot: QtBot, size: QSize) -> None:
    wall = Wall(qtbot, size)
    footer = wall.board.findChildren(Footer)[0]
    rect, place = footer.rect_of(LANGUAGE), footer.place_of(LANGUAGE)
    assert rect is not None
    assert place is not None
    assert wall.screen.mm(rect.width()) >= 40
    others = [other for name in ("pages", "middle", "wires") if (other := footer.place_of(name)) is not None]
    assert not any(place.intersects(other) for other in others)


@pytest.mark.parametrize("name", CHANGING)
def test_a_wall_that_changes_its_language_looks_as_if_it_had_always_spoken_it(qtbot: QtBot, name: str) -> None:
    with speaking("de"):
        born = _board(qtbot)
        show_scene(born, SCENES[name]())
        wanted = _written(born)
    with speaking("en"):
        board = _board(qtbot)
        scene = SCENES[name]()
        show_scene(board, scene)
        before = _written(board)
        _take("de")
        board.show_frame(SCENES[name]().frame)  # as whoever took the language does
        if scene.selected is not None or scene.panel:
            show_scene(board, scene)  # a panel closes, because it may hold sentences of the other language
        after = _written(board)
    assert after != before
    assert after == wanted


def test_an_open_panel_closes_and_comes_up_in_the_new_language(qtbot: QtBot) -> None:
    with speaking("en"):
        wall = Wall(qtbot)
        wall.board.docks.touch_interval(MISSED)
        panel = wall.board.docks.open_panel
        assert panel is not None
        seen = [panel.is_open]
        _take("de")
        seen.append(panel.is_open)
        wall.board.docks.touch_interval(MISSED)
        seen.append(panel.is_open)
        assert seen == [True, False, True]
        assert "nicht erklärt" in panel.heading()[1]


def test_it_is_told_to_those_who_do_not_see_it(qtbot: QtBot) -> None:
    with speaking("en"):
        wall = Wall(qtbot)
        _take("fr")
        assert wall.board.findChildren(Footer)[0].accessibleName() == "Pied de page"
        assert wall.grid.accessibleName().startswith("Intervalles de")
