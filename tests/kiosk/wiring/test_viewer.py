"""The view thread: at once on a wish or a change, ten times a second at most, and never from a file that is gone."""

import threading
import time
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from typing_extensions import override

from board.plant.history import PlantHistory
from board.plant.plant import Line
from board.store.reader import Reader
from board.views.page import View
from board.views.sicb import Sicb
from kiosk.clock import Clock
from kiosk.standing import Standing
from kiosk.wiring.viewer import FASTEST_S, Viewer
from kiosk.wish import LINES, SICB, Wish
from tests.board.pages.desk import Desk, desk, one_line, utc
from tests.helpers.logfail import ExpectLog

LINE = Wish(page=SICB, node="line")
SITE = Wish(page=LINES, node="site")


class Noon(Clock):
    """Stands still at noon."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()

    @override
    def now(self) -> datetime:
        self.asked.set()
        return utc(12)


class Window:
    """A view thread over a desk's store; remembers what it shows and when."""

    def __init__(self, found: Desk) -> None:
        self.desk = found
        self.path = found.path
        self.shown: list[tuple[float, Wish, View]] = []
        self.opened = 0
        self.heard = threading.Condition()
        self.fell = threading.Event()
        self.clock = Noon()
        self.viewer = Viewer(self.open_reader, found.history, self.clock, self.show)
        self.thread = Standing(
            "viewer", self.viewer.work, first_wait_s=0.0, wake=self.viewer.wake, on_fall=lambda *_: self.fell.set()
        )

    def open_reader(self) -> Reader:
        self.opened += 1
        return Reader.open(self.path)

    def show(self, wish: Wish, view: View) -> None:
        with self.heard:
            self.shown.append((time.monotonic(), wish, view))
            self.heard.notify_all()

    def wait_for_made(self, made: int | None) -> None:
        """Wait until so many parts are shown."""
        with self.heard:
            assert self.heard.wait_for(lambda: self.made() == made, 10), self.made()

    def made(self) -> int | None:
        view = self.shown[-1][2] if self.shown else None
        return view.total_actual if isinstance(view, Sicb) else None

    def take(self, hour: int, good: int) -> None:
        """Store a reading and say so, as the writer does."""
        self.desk.made(utc(hour), good)
        self.viewer.changed(())


@pytest.fixture
def window(store_path: Path) -> Iterator[Window]:
    with desk(store_path) as found:
        found.made(utc(6, 30), 100)
        window = Window(found)
        yield window
        assert window.thread.end()


def test_a_wish_is_built_at_once_and_a_change_is_shown(window: Window) -> None:
    window.thread.start()
    window.viewer.want(LINE)
    window.wait_for_made(100)
    window.desk.made(utc(8, 30), 20)
    window.viewer.changed(())
    window.wait_for_made(120)
    assert [wish for _, wish, _ in window.shown] == [LINE, LINE]


def test_what_does_not_differ_is_not_shown_again(window: Window) -> None:
    window.thread.start()
    window.viewer.want(LINE)
    window.wait_for_made(100)
    window.viewer.changed(())
    window.viewer.want(SITE)
    with window.heard:
        assert window.heard.wait_for(lambda: window.shown[-1][1] == SITE, 10)
    assert [wish for _, wish, _ in window.shown] == [LINE, SITE]


def test_a_flood_of_changes_is_shown_ten_times_a_second_at_most_and_the_last_of_it_stands(window: Window) -> None:
    window.thread.start()
    window.viewer.want(LINE)
    window.wait_for_made(100)
    for _ in range(200):
        window.take(11, 1)
    window.wait_for_made(300)
    times = [at for at, _, _ in window.shown]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(window.shown) < 200
    assert min(gaps) > FASTEST_S * 0.9  # the first follows the wish, so it may not come sooner either


def test_another_file_in_the_place_of_the_database_is_read_once_it_is_told_of(window: Window) -> None:
    window.thread.start()
    window.viewer.want(LINE)
    window.wait_for_made(100)
    other = window.path.with_name("other.db")
    with desk(other) as fresh:
        fresh.made(utc(7), 7)
        window.path = other
        window.viewer.changed(())  # the control: a change alone leaves the thread with the file it has open
        window.take(8, 1)
        window.wait_for_made(101)
        window.viewer.open_anew()
        window.wait_for_made(7)
        assert window.opened == 2
        assert window.thread.falls == 0


def test_a_reader_that_cannot_be_opened_is_tried_again(window: Window, expect_log: ExpectLog) -> None:
    expect_log("viewer fell")
    good, window.path = window.path, window.path.with_name("nowhere.db")
    window.viewer.want(LINE)
    window.thread.start()
    assert window.fell.wait(10)
    window.path = good
    window.wait_for_made(100)


def test_a_page_whose_line_a_changed_plant_lacks_waits_for_another_wish(window: Window) -> None:
    other = one_line(lines=(Line(id="new", name="New", area="hall"),))
    window.viewer.adopt(PlantHistory(((utc(0), other),)))
    window.viewer.want(LINE)
    window.thread.start()
    assert window.clock.asked.wait(10)
    new = Wish(page=SICB, node="new")
    window.viewer.want(new)
    with window.heard:
        assert window.heard.wait_for(lambda: bool(window.shown), 10)
    assert window.shown[0][1] == new
    assert window.thread.falls == 0
