"""Going to another node by the path in the header."""

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.glass import PORTRAIT, counted, tap
from tests.widgets.shift import shift
from tests.widgets.test_board import Wall
from widgets.header import Header
from widgets.place import Place
from widgets.place_sheet import GO, NEXT, PlaceSheet
from widgets.scene_sqcdp import letters

PLACES = (
    Place("works", "Works"),
    Place("filling", "Filling", "Works"),
    Place("line-3", "Line 3", "Filling"),
    Place("line-4", "Line 4", "Filling"),
)
MANY = tuple(Place(f"line-{number}", f"Line {number}", "Filling") for number in range(40))


def _open(wall: Wall) -> PlaceSheet:
    header = wall.board.findChildren(Header)[0]
    wall.clock.wind(1.0)
    tap(header, wall.place(header, "path"))
    return wall.board.findChildren(PlaceSheet)[0]


def _touch(wall: Wall, sheet: PlaceSheet, name: str) -> None:
    wall.clock.wind(1.0)
    tap(sheet, sheet.press.rect_of(name))


def test_the_path_leads_to_another_node(qtbot: QtBot) -> None:
    wall = Wall(qtbot)
    wall.board.show_places(PLACES)
    sheet = _open(wall)
    assert [(button.words, button.chosen) for button in sheet.buttons[:-1]] == [
        ("Works", False), ("Filling", False), ("Line 3", True), ("Line 4", False),
    ]  # fmt: skip
    with counted(wall.board.node_chosen) as said:
        _touch(wall, sheet, GO + "line-4")
    assert said == [("line-4",)]
    assert not sheet.is_open


def test_a_plant_of_one_line_has_nothing_to_choose(qtbot: QtBot) -> None:
    wall = Wall(qtbot)
    wall.board.show_places(())
    header = wall.board.findChildren(Header)[0]
    with pytest.raises(StopIteration):
        wall.place(header, "path")


@pytest.mark.parametrize("upright", [False, True])
def test_many_nodes_come_in_pages_that_begin_at_the_one_that_is_up(qtbot: QtBot, *, upright: bool) -> None:
    wall = Wall(qtbot, PORTRAIT) if upright else Wall(qtbot)
    wall.board.show_places(MANY)
    sheet = _open(wall)
    seen: list[str] = []
    assert any(button.chosen for button in sheet.buttons)
    while True:
        names = [button.words for button in sheet.buttons if button.name.startswith(GO)]
        if names[0] in seen:
            break
        seen += names
        _touch(wall, sheet, NEXT)
    assert sorted(seen) == sorted(place.name for place in MANY)


def test_another_page_that_comes_up_shuts_the_sheet(qtbot: QtBot) -> None:
    wall = Wall(qtbot)
    wall.board.show_places(PLACES)
    sheet = _open(wall)
    wall.show(shift())
    assert sheet.is_open  # a newer view of the same page leaves it
    wall.board.show_page(letters())
    assert not sheet.is_open
