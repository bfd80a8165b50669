"""The whole board under a finger: two taps and five seconds, on every screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from board.plant.span import Span
from board.views.frame import Frame
from board.views.freshness import Stage
from board.views.sicb import Sicb
from tests.widgets.glass import LANDSCAPE, PORTRAIT, Clock, counted, lift, put_down, tap
from tests.widgets.shift import MISSED, NODE, RUNNING, all_explained, at, shift
from themes.theme import load_theme
from widgets.board import Board
from widgets.dock import BACK, Dock, Pace
from widgets.finger import Finger, Screen
from widgets.header import Header
from widgets.press import Press
from widgets.scene import normal
from widgets.scene_lines import example_lines
from widgets.sicb_grid import SicbGrid
from widgets.sicb_lines import SicbLinesGrid
from widgets.tap_book import Tap, TapKind

CAPS = Tap(kind=TapKind.MISS, node=NODE, span=MISSED, reason="caps", quantity=57)
SIZES = [LANDSCAPE, PORTRAIT, QSize(1280, 720), QSize(720, 1280), QSize(3840, 2160)]


class Wall:
    """A board on a screen of that size and diagonal, a clock to wind, and a finger."""

    def __init__(
        self, qtbot: QtBot, size: QSize = LANDSCAPE, diagonal_in: float = 55.0, pace: Pace | None = None
    ) -> None:
        self.clock = Clock()
        self.screen = Screen.of(size.width(), size.height(), diagonal_in)
        self.finger = Finger(self.screen, clock=self.clock)
        self.board = Board(load_theme("dark"), self.finger, pace=pace or Pace(slide_ms=0, tick_ms=5))
        self.finger.setParent(self.board)
        qtbot.addWidget(self.board)
        self.board.resize(size)
        self.board.show_frame(normal().frame)
        self.show(shift())
        self.board.show()
        qtbot.waitExposed(self.board)

    def show(self, view: Sicb) -> None:
        self.board.show_page(view)

    @property
    def grid(self) -> SicbGrid:
        return self.board.findChildren(SicbGrid)[0]

    def place(self, widget: QWidget, part: str) -> QRectF:
        """Return where a target is whose name holds those letters."""
        press = widget.findChildren(Press)[0]
        return next(target.rect for target in press.targets if part in target.name)

    def touch_row(self, span: Span) -> None:
        """Touch an interval near its label, away from its stamp."""
        self.clock.wind(1.0)
        row = self.place(self.grid, f"row {span.start.isoformat()}")
        tap(self.grid, row.topLeft() + (row.bottomRight() - row.topLeft()) * 0.12)

    def touch(self, name: str) -> None:
        """Touch a button of what is docked."""
        self.clock.wind(1.0)
        dock = self.up() or self.board.docks.bar
        tap(dock, dock.press.rect_of(name))

    def up(self) -> Dock | None:
        return self.board.docks.open_panel


@pytest.fixture
def wall(qtbot: QtBot) -> Wall:
    return Wall(qtbot)


@pytest.mark.parametrize("size", SIZES)
def test_two_taps_log_a_miss_and_the_tick_comes_after_the_answer(qtbot: QtBot, size: QSize) -> None:
    wall = Wall(qtbot, size)
    with counted(wall.board.miss_chosen) as said:
        wall.touch_row(MISSED)
        wall.touch("tile caps")
    assert said == [(NODE, MISSED, "caps", 57)]
    assert not wall.board.docks.bar.is_open
    wall.board.show_saved("entry-caps", CAPS)
    assert wall.up() is None
    assert wall.board.docks.bar.sentence() == "Saved: 08–10, No caps, 57 cases"


def test_the_mouse_logs_a_miss_too(wall: Wall) -> None:
    left = Qt.MouseButton.LeftButton
    row = wall.place(wall.grid, f"row {MISSED.start.isoformat()}")
    with counted(wall.board.miss_chosen) as said:
        QTest.mouseClick(wall.grid, left, pos=(row.topLeft() + (row.center() - row.topLeft()) * 0.3).toPoint())
        wall.clock.wind(1.0)
        sheet = wall.board.docks.sheet
        caps = sheet.press.rect_of("tile caps")
        assert caps is not None
        QTest.mouseClick(sheet, left, pos=caps.center().toPoint())
    assert said == [(NODE, MISSED, "caps", 57)]


def test_the_keyboard_logs_a_miss_too(wall: Wall, qtbot: QtBot) -> None:
    wall.grid.setFocus()
    with counted(wall.board.miss_chosen) as said:
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(wall.grid, key)
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
            QTest.keyClick(wall.board.docks.sheet, key)
    assert said == [(NODE, MISSED, "caps", 57)]


def test_a_double_tap_on_a_row_does_not_reach_the_tile_that_came_up_there(wall: Wall) -> None:
    tall = Wall.place(wall, wall.grid, f"row {MISSED.start.isoformat()}")
    with counted(wall.board.miss_chosen) as said:
        wall.touch_row(MISSED)
        sheet = wall.board.docks.sheet
        wall.clock.wind(0.1)
        tap(sheet, sheet.press.rect_of("tile caps"))
    assert (said, tall.isEmpty()) == ([], False)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("diagonal", [15.6, 21.5, 32.0, 55.0])
def test_the_touched_row_stays_visible_above_the_panel(qtbot: QtBot, size: QSize, diagonal: float) -> None:
    wall = Wall(qtbot, size, diagonal)
    wall.show(shift(by_hand=True))
    for span, panel in ((MISSED, wall.board.docks.sheet), (RUNNING, wall.board.docks.pad)):
        wall.touch_row(span)
        assert wall.up() is panel
        row = wall.place(wall.grid, f"row {span.start.isoformat()}").translated(wall.grid.pos())
        assert row.bottom() <= panel.y() + 1
        assert row.top() >= wall.grid.y()
        assert panel.geometry().bottom() == wall.board.height() - 1
        wall.touch(BACK)


def test_not_now_keeps_the_gap_waiting(wall: Wall) -> None:
    with counted(wall.board.miss_chosen) as said:
        wall.touch_row(MISSED)
        wall.touch(BACK)
        wall.touch_row(MISSED)
    assert (said, wall.up()) == ([], wall.board.docks.sheet)


def test_a_panel_closes_after_thirty_seconds_of_quiet(wall: Wall, qtbot: QtBot) -> None:
    wall.touch_row(MISSED)
    with qtbot.waitSignal(wall.board.docks.sheet.closed):
        wall.clock.wind(30)
    assert wall.up() is None


def test_after_a_minute_of_quiet_the_home_page_may_come_back(qtbot: QtBot) -> None:
    wall = Wall(qtbot, pace=Pace(slide_ms=0, home_s=0.02))
    with qtbot.waitSignal(wall.board.quiet):
        wall.touch_row(MISSED)


def test_undo_within_the_bar(wall: Wall) -> None:
    wall.touch_row(MISSED)
    wall.touch("tile caps")
    wall.board.show_saved("entry-caps", CAPS)
    with counted(wall.board.undo_chosen) as said:
        wall.touch("undo")
    assert said == [(NODE, "entry-caps")]


def test_a_refused_tap_looks_refused(wall: Wall) -> None:
    wall.touch_row(MISSED)
    wall.touch("tile caps")
    before = wall.board.grab().toImage()
    wall.board.show_refused("Not saved: the disk is full.")
    assert wall.board.grab().toImage() != before
    assert not wall.board.docks.bar.is_open


def test_a_held_stamp_signs_off_and_a_short_press_does_not(wall: Wall, qtbot: QtBot) -> None:
    stamp = wall.place(wall.grid, f"review {MISSED.start.isoformat()}").center()
    with counted(wall.board.review_given) as said:
        wall.clock.wind(1.0)
        put_down(wall.grid, stamp)
        wall.clock.wind(0.3)
        lift(wall.grid, stamp)
        assert (said, wall.up()) == ([], None)
        wall.clock.wind(1.0)
        put_down(wall.grid, stamp)
        wall.clock.wind(0.9)
        qtbot.waitUntil(lambda: said == [(NODE, MISSED)])
        lift(wall.grid, stamp)
    wall.grid._hint_timer.stop()


def test_a_count_is_typed_where_no_machine_counts(wall: Wall) -> None:
    wall.show(shift(by_hand=True))
    with counted(wall.board.count_entered) as said:
        wall.touch_row(RUNNING)
        for key in ("1", "2", "save"):
            wall.touch(key)
    assert said == [(NODE, RUNNING, 12)]


def test_details_and_people(wall: Wall) -> None:
    wall.board.show_people((("p1", "R. Patel"), ("p2", "J. Okafor")))
    wall.show(shift(all_explained()))
    with counted(wall.board.detail_given) as said:
        wall.touch_row(MISSED)
        for name in ("part entry-caps", "field actor", "who p2", "done"):
            wall.touch(name)
    assert said == [(NODE, "entry-caps", {"actor": "p2"})]


def test_pages_are_chosen_in_the_footer_and_close_what_is_open(wall: Wall) -> None:
    wall.touch_row(MISSED)
    with counted(wall.board.page_chosen) as said:
        wall.board._footer.page_chosen.emit("lines")
    assert (said, wall.up()) == ([("lines",)], None)


def test_the_theme_changes_at_once_and_nothing_moves(wall: Wall) -> None:
    wall.touch_row(MISSED)
    wall.board.docks.sheet.show_pending(frozenset({"caps"}))
    before = [button.rect for button in wall.board.docks.sheet.buttons]
    dark = wall.board.grab().toImage()
    wall.board.show_theme(load_theme("light"))
    light = wall.board.grab().toImage()
    assert light != dark
    assert [button.rect for button in wall.board.docks.sheet.buttons] == before


def test_turning_the_screen_keeps_the_open_sheet(wall: Wall) -> None:
    wall.touch_row(MISSED)
    wall.board.resize(PORTRAIT)
    sheet = wall.board.docks.sheet
    assert (sheet.is_open, sheet.width(), sheet.geometry().bottom()) == (True, 1080, 1919)
    wall.touch("tile caps")
    assert sheet.waits


def test_a_smaller_screen_grows_the_docks(wall: Wall) -> None:
    before = wall.board.docks.sheet.height()
    wall.board.show_screen(Screen.of(1920, 1080, 21.5))
    assert wall.board.docks.sheet.height() > before


def test_an_interval_of_many_lines_leads_to_its_line_with_the_question_open(wall: Wall) -> None:
    many = example_lines(at(11, 42))
    wall.board.show_page(many)
    lines = wall.board.findChildren(SicbLinesGrid)[0]
    with counted(wall.board.node_chosen) as said:
        wall.clock.wind(1.0)
        tap(lines, wall.place(lines, f"square:{NODE}:1"))
    assert said == [(NODE,)]
    missed = many.lines[2].intervals[1]
    wall.show(shift(missed))
    assert wall.up() is wall.board.docks.sheet
    assert wall.board.docks.sheet.heading()[1].startswith(str(missed.unexplained))


def test_the_way_back_leads_to_the_lines_it_came_from(wall: Wall) -> None:
    many = example_lines(at(11, 42))
    header = wall.board.findChildren(Header)[0]
    assert "back" not in [target.name for target in header.findChildren(Press)[0].targets]
    wall.board.show_page(many)
    lines = wall.board.findChildren(SicbLinesGrid)[0]
    wall.clock.wind(1.0)
    tap(lines, wall.place(lines, f"line:{NODE}"))
    wall.show(shift())
    wall.board.show_back(visible=True)
    with counted(wall.board.back_asked) as said:
        wall.clock.wind(1.0)
        tap(header, wall.place(header, "back"))
    assert said == [()]
    wall.board.show_page(many)
    assert not wall.grid.isVisible()
    assert lines.isVisible()


def test_it_can_be_drawn_without_a_window(qtbot: QtBot) -> None:
    finger = Finger(Screen.of(1920, 1080, 55))
    board = Board(load_theme("dark"), finger, pace=Pace(slide_ms=0))
    finger.setParent(board)
    qtbot.addWidget(board)
    board.resize(LANDSCAPE)
    board.show_frame(normal().frame)
    board.show_page(shift())
    board.docks.touch_interval(MISSED)
    picture = board.grab().toImage()
    well = board.docks.sheet.look.colour("well")
    assert (picture.size(), picture.pixelColor(20, 1000)) == (LANDSCAPE, well)
    board.docks.sheet.shut()


def test_stale_data_still_take_a_reason(wall: Wall) -> None:
    frame: Frame = replace(normal().frame, stage=Stage.STALE, age_s=1400)
    wall.board.show_frame(frame)
    with counted(wall.board.miss_chosen) as said:
        wall.touch_row(MISSED)
        wall.touch("tile caps")
    assert len(said) == 1


def test_a_minute_of_touches_leaves_no_object_behind(wall: Wall) -> None:
    wall.board.make_docks()
    before = len(wall.board.findChildren(QObject))
    for _ in range(60):
        wall.board.show_frame(normal().frame)
        wall.board.show_page(shift())
        wall.touch_row(MISSED)
        wall.touch(BACK)
    assert len(wall.board.findChildren(QObject)) == before


def test_it_draws_in_other_pixels_once_its_window_has_them(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Board, "devicePixelRatioF", lambda board: 1.5)
    window = wall.board.windowHandle()
    assert window is not None
    QApplication.sendEvent(window, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert wall.grid.look.ratio == 1.5
