"""The wall: what comes up is shown, what is touched goes down, refusals look refused, and quiet leads home."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from board.journal.intention import DetailMiss, EnterCount, Intention, LogMiss, ReviewInterval, Undo
from board.plant.plant import Line
from board.store.refused import SENTENCES, Cause
from board.views.frame import Frame, Notice, NoticeLine
from board.views.freshness import Freshness, Stage
from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.language import Tongue
from kiosk.pages import home_of
from kiosk.rotation import Stop
from kiosk.wall import Wall, tap_of
from kiosk.way import Way
from kiosk.wish import LINES, SICB, Wish
from tests.board.pages.desk import one_line
from tests.helpers.tongue import speaking
from tests.widgets.shift import MISSED, shift
from themes.theme import load_theme
from widgets.board import Board
from widgets.dock import Pace
from widgets.finger import Finger, Screen
from widgets.header import Header
from widgets.tap_book import TapKind

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLANT = one_line(lines=tuple(Line(id=name, name=name.title(), area="hall") for name in ("line-3", "line-4")))
HOME = Wish(page=SICB, node="line-3")


class Still(Clock):
    """Stands at noon until a test winds it."""

    def __init__(self) -> None:
        super().__init__()
        self.passed_s = 0.0

    @override
    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.passed_s)

    @override
    def monotonic_s(self) -> float:
        return 1000.0 + self.passed_s


class Hands:
    """Writes down what the wall asks of the threads."""

    def __init__(self) -> None:
        self.touched: list[Intention] = []
        self.wished: list[Wish] = []
        self.waiting = 0

    def keep(self, intention: Intention) -> None:
        self.touched.append(intention)

    def want(self, wish: Wish) -> None:
        self.wished.append(wish)


class Room:
    """A wall over a board, and what stands behind it."""

    def __init__(self, qtbot: QtBot, stops: tuple[Stop, ...] = ()) -> None:
        finger = Finger(Screen.of(1280, 720, 55))
        self.board = Board(load_theme("dark"), finger, pace=Pace(slide_ms=0))
        finger.setParent(self.board)
        qtbot.addWidget(self.board)
        self.board.resize(1280, 720)
        self.bridge, self.hands, self.tongue = Bridge(), Hands(), Tongue(site=PLANT.site.language)
        way, self.clock = Way(PLANT, HOME, stops), Still()
        self.wall = Wall(
            self.board, self.bridge, self.hands, clock=self.clock, plant=PLANT, way=way, tongue=self.tongue
        )
        self._qtbot = qtbot
        self.shown = 0
        self.wall.first_shown.connect(self._first_shown)
        self.frames: list[Frame] = []
        show = self.board.show_frame

        def show_frame(frame: Frame) -> None:
            self.frames.append(frame)
            show(frame)

        self.board.show_frame = show_frame  # type: ignore[method-assign]
        self.board.show()
        qtbot.waitExposed(self.board)
        self.wall.start()

    def view(self, made: int | None = None) -> None:
        """Let the view thread bring the home page, and wait until it is painted where it is the first."""
        found = replace(shift(), node="line-3")
        self.bridge.viewed.emit(self.hands.wished[-1], found if made is None else replace(found, total_actual=made))
        self._qtbot.waitUntil(lambda: self.shown == 1)

    def _first_shown(self) -> None:
        self.shown += 1

    def pass_s(self, seconds: float) -> int:
        """Let so many seconds pass and the wall tick; return how many frames were shown anew."""
        before = len(self.frames)
        self.clock.passed_s += seconds
        self.wall.tick()
        return len(self.frames) - before

    def says_saved(self) -> bool:
        return self.board.docks.bar.is_open

    def dwell(self) -> Fraction | None:
        return self.frames[-1].dwell

    def notices(self) -> list[Notice]:
        return [line.notice for line in self.frames[-1].notices]


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    found = Room(qtbot)
    yield found
    found.wall._second.stop()
    found.board.hide()


def test_every_touch_goes_down_as_an_intention_with_an_id_of_its_own(room: Room) -> None:
    room.board.miss_chosen.emit("line-3", MISSED, "caps", 57)
    room.board.undo_chosen.emit("line-3", "entry")
    room.board.detail_given.emit("line-3", "entry", {"quantity": 3, "actor": "p1"})
    room.board.count_entered.emit("line-3", MISSED, 12)
    room.board.review_given.emit("line-3", MISSED)
    assert [type(each) for each in room.hands.touched] == [LogMiss, Undo, DetailMiss, EnterCount, ReviewInterval]
    assert len({each.id for each in room.hands.touched}) == 5
    miss, _, detail, count, _ = room.hands.touched
    assert isinstance(miss, LogMiss)
    assert (miss.interval, miss.reason, miss.quantity) == (MISSED, "caps", 57)
    assert isinstance(detail, DetailMiss)
    assert (detail.quantity, detail.actor, detail.comment) == (3, "p1", None)
    assert isinstance(count, EnterCount)
    assert (count.measure, count.quantity) == ("good", 12)
    taps = [tap for each in room.hands.touched if (tap := tap_of(each)) is not None]
    assert [tap.kind for tap in taps] == [
        TapKind.MISS,
        TapKind.UNDO,
        TapKind.DETAIL,
        TapKind.COUNT,
        TapKind.REVIEW,
    ]


def test_saved_is_said_only_when_the_writer_says_so(room: Room) -> None:
    room.view()
    room.board.docks.touch_interval(MISSED)
    room.board.docks.sheet.reason_chosen.emit("caps")
    (touched,) = room.hands.touched
    room.bridge.kept.emit(touched, object())
    assert not room.says_saved()  # queued: it comes over in the window's own time
    QApplication.processEvents()
    assert room.says_saved()
    assert room.board.docks.bar.sentence().startswith("Saved")


def test_a_refused_tap_is_shown_where_it_was_made_and_nothing_says_saved(room: Room) -> None:
    room.view()
    room.board.docks.touch_interval(MISSED)
    room.board.docks.sheet.reason_chosen.emit("caps")
    before = room.board.grab().toImage()
    room.bridge.refused.emit(room.hands.touched[0], "The disk is full, so this was not kept.")
    QApplication.processEvents()
    assert room.board.grab().toImage() != before
    assert not room.says_saved()
    assert room.board.docks.sheet.is_open


def test_pages_and_nodes_change_and_a_late_view_of_another_page_is_not_shown(room: Room) -> None:
    room.view()
    room.board.page_chosen.emit(LINES)
    room.board.node_chosen.emit("line-4")
    room.board.node_chosen.emit("hall")
    room.board.page_chosen.emit(SICB)
    assert room.hands.wished == [
        HOME,
        Wish(page=LINES, node="site"),
        Wish(page=SICB, node="line-4"),
        Wish(page=LINES, node="hall"),
        HOME,
    ]
    shown = len(room.frames)
    room.bridge.viewed.emit(Wish(page=SICB, node="line-4"), shift())
    QApplication.processEvents()
    assert len(room.frames) == shown


def test_quiet_leads_home_once(room: Room) -> None:
    room.view()
    room.board.quiet.emit()
    assert room.hands.wished == [HOME]
    room.board.node_chosen.emit("line-4")
    room.board.quiet.emit()
    assert room.hands.wished[-1] == HOME


def test_notices_come_and_go(room: Room) -> None:
    room.view()
    room.bridge.noticed.emit("disk", NoticeLine(notice=Notice.DISK_NEARLY_FULL))
    room.bridge.noticed.emit("source log", NoticeLine(notice=Notice.SOURCE_FAILS, detail="log: is away"))
    QApplication.processEvents()
    assert room.notices() == [Notice.DISK_NEARLY_FULL, Notice.SOURCE_FAILS]
    room.bridge.noticed.emit("disk", None)
    room.bridge.noticed.emit("never there", None)
    QApplication.processEvents()
    assert room.notices() == [Notice.SOURCE_FAILS]


def test_a_notice_before_the_first_view_is_not_lost(room: Room) -> None:
    room.wall.say("crash", NoticeLine(notice=Notice.RESTARTED_AFTER_CRASH))
    assert room.frames == []
    room.view()
    assert room.notices() == [Notice.RESTARTED_AFTER_CRASH]
    room.wall.forget_crash()
    assert room.notices() == []


def test_a_second_moves_the_clock_alone_and_the_frame_follows_where_it_looks_otherwise(room: Room) -> None:
    room.view()
    header = room.board.findChildren(Header)[0]
    assert room.pass_s(1) == 0
    assert header.clock == "12:00:01"
    assert [room.pass_s(1) for _ in range(60)] == [0] * 58 + [1, 0]
    assert header.clock == "12:01:01"
    assert room.frames[-1].clock.minute == 1


def test_it_ticks_as_seconds_begin_and_sets_its_timer_only_where_that_went_astray(room: Room) -> None:
    room.view()
    waits_ms = []
    for passed_s in (0.4, 0.6, 1.0, 1.3, 0.7):
        room.pass_s(passed_s)
        waits_ms.append(room.wall._second.interval())
    assert waits_ms == [600, 1000, 1000, 700, 1000]


def test_the_frame_follows_the_age_in_its_steps(room: Room) -> None:
    room.view()
    young = Freshness(seen_at=NOON - timedelta(seconds=3.5), late_after_s=11, stale_after_s=300)
    room.bridge.viewed.emit(HOME, replace(shift(), node="line-3", freshness=young))
    QApplication.processEvents()
    moved = [second for second in range(1, 31) if room.pass_s(1)]
    assert moved == [2, 7, 9, 17, 27]  # 5 s old, 10 s, late with 12 s, 20 s, 30 s
    assert (room.frames[-1].stage, room.frames[-1].age_s) == (Stage.LATE, 30)


def test_pages_that_turn_stand_still_within_a_second_of_a_touch(qtbot: QtBot) -> None:
    room = Room(qtbot, stops=(Stop(page="sicb", stay_s=600), Stop(page="lines", stay_s=60)))
    room.view()
    assert room.dwell() == 0
    assert room.pass_s(1) == 0
    room.board.stirred.emit()
    assert room.pass_s(1) == 1
    assert room.dwell() is None
    room.wall._second.stop()
    room.board.hide()


def test_taps_that_wait_are_counted_in_the_frame(room: Room) -> None:
    room.view()
    room.hands.waiting = 2
    room.wall.tick()
    assert room.frames[-1].waiting == 2


def test_a_changed_plant_without_the_line_leads_to_what_it_has_and_so_does_quiet(room: Room) -> None:
    room.view()
    other = one_line(lines=(Line(id="line-9", name="Nine", area="hall"),))
    room.bridge.plant_taken.emit(other)
    QApplication.processEvents()
    assert room.hands.wished[-1] == home_of(other, None) == Wish(page=SICB, node="line-9")
    room.board.page_chosen.emit(LINES)
    room.board.quiet.emit()
    assert room.hands.wished[-1] == Wish(page=SICB, node="line-9")


def test_a_changed_plant_with_the_line_stays_where_it_is(room: Room) -> None:
    room.view()
    room.bridge.plant_taken.emit(one_line(lines=PLANT.lines))
    QApplication.processEvents()
    assert room.hands.wished == [HOME]


def test_the_first_view_is_told_of_once(room: Room, qtbot: QtBot) -> None:
    room.view()
    with qtbot.assertNotEmitted(room.wall.first_shown, wait=60):
        room.view(made=1)
    assert room.shown == 1


def test_the_wall_speaks_what_is_chosen_until_something_else_is(room: Room) -> None:
    with speaking("en"):
        room.view()
        room.board.language_chosen.emit("de")
        assert room.frames[-1].tabs[0].name == "Intervalle"
        room.board.quiet.emit()
        assert room.tongue.tag == "de"
        room.board.language_chosen.emit("en")
        assert room.frames[-1].tabs[0].name == "Intervals"


def test_a_changed_plant_may_speak_another_language(room: Room) -> None:
    with speaking("en"):
        room.view()
        site = replace(PLANT.site, language="pl")
        room.bridge.plant_taken.emit(replace(PLANT, site=site))
        room._qtbot.waitUntil(lambda: room.frames[-1].tabs[0].name == "Przedziały")


def test_a_refusal_is_said_in_the_language_that_is_spoken(room: Room) -> None:
    with speaking("en"):
        room.view()
        room.board.language_chosen.emit("fr")
        room.board.undo_chosen.emit("line-3", "entry")
        room.bridge.refused.emit(room.hands.touched[-1], SENTENCES[Cause.DISK_FULL])
        room._qtbot.waitUntil(lambda: room.board.docks.bar.sentence().startswith("Le disque est plein"))
