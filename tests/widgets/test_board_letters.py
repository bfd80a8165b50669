"""The page of letters on the whole board."""

from datetime import date

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.glass import counted, tap
from tests.widgets.shift import MISSED
from tests.widgets.test_board import Wall
from widgets.scene import SCENES, normal
from widgets.scene_sqcdp import letters
from widgets.sqcdp_board import SqcdpBoard


def test_letters_come_up_in_the_place_of_the_line_and_go_again(qtbot: QtBot) -> None:
    wall = Wall(qtbot)
    assert not wall.board.findChildren(SqcdpBoard)
    wall.board.show_page(letters())
    page = wall.board.findChildren(SqcdpBoard)[0]
    assert page.isVisible()
    assert not wall.grid.isVisible()
    wall.board.show_page(normal().view)
    assert wall.grid.isVisible()
    assert not page.isVisible()


def test_a_touch_on_a_day_is_passed_on_with_its_node(qtbot: QtBot) -> None:
    wall = Wall(qtbot)
    wall.board.show_page(letters())
    page = wall.board.pages.letters
    place, value = page.place_of("3:cell:6"), page.place_of("3:value")
    assert place is not None
    assert value is not None
    with counted(wall.board.day_touched) as days, counted(wall.board.letter_touched) as asked:
        tap(page, QPointF(place.center()))
        wall.clock.wind(1)
        tap(page, value)
    assert days == [("line-3", "D", date(2026, 11, 6))]
    assert asked == [("line-3", "D")]


def test_letters_are_as_old_as_the_frame_says(qtbot: QtBot) -> None:
    wall = Wall(qtbot)
    scene = SCENES["letters_stale"]()
    wall.board.show_frame(scene.frame)
    wall.board.show_page(scene.view)
    assert getattr(wall.board.pages.letters.face_of("0:value"), "stamp", "") == "11:42"


def test_figures_turn_the_pages_and_escape_goes_back_while_no_panel_is_up(qtbot: QtBot) -> None:
    wall = Wall(qtbot)
    with counted(wall.board.page_chosen) as said, counted(wall.board.back_asked) as back:
        QTest.keyClick(wall.board.pages.up, Qt.Key.Key_1)
        QTest.keyClick(wall.board.pages.up, Qt.Key.Key_4)
        QTest.keyClick(wall.board.pages.up, Qt.Key.Key_9)
        QTest.keyClick(wall.board.pages.up, Qt.Key.Key_Escape)
    assert (said, back) == ([("sqcdp",), ("bowling",)], [()])
    wall.touch_row(MISSED)
    panel = wall.up()
    assert panel is not None
    panel.activateWindow()
    panel.setFocus()
    with counted(wall.board.page_chosen) as said:
        QTest.keyClick(panel, Qt.Key.Key_1)
    assert said == []
