"""A feeds process that hangs or takes too much memory is found out, ended and started again; others are left alone."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from board.views.feeding import Fall
from kiosk.standing import Standing
from kiosk.wiring import feed_watch
from kiosk.wiring.feed_watch import Bounds, memory_mib
from kiosk.wiring.feeds import Feeds, FeedsEndedError
from tests.helpers.logfail import ExpectLog
from tests.kiosk.wiring.test_feeds import STUB, House

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what memory a process takes")


class Watched(House):
    """Feeds that are looked at all the time; why they fell is written down."""

    def __init__(self, *behaviours: list[str], most_mib: int = 64) -> None:
        super().__init__(*behaviours)
        self.looks = 0
        self.falls: list[FeedsEndedError] = []
        bounds = Bounds(most_mib=most_mib, look_every_s=0.05, most_unanswered=40)
        self.feeds = Feeds(self.configuration, self, command=STUB, grace_s=0.2, bounds=bounds, looked=self.looked)
        self.thread = Standing("feeds", self.feeds.work, first_wait_s=0.0, wake=self.feeds.stop, on_fall=self.fell)

    def looked(self, memory: int | None) -> None:
        if memory is not None:
            with self.heard:
                self.looks += 1
                self.heard.notify_all()

    def fell(self, _name: str, error: BaseException) -> None:
        assert isinstance(error, FeedsEndedError)
        self.falls.append(error)
        self.say("fell")


Opened = Callable[..., Watched]


@pytest.fixture
def opened() -> Iterator[Opened]:
    houses: list[Watched] = []

    def opened(*behaviours: list[str], most_mib: int = 64) -> Watched:
        house = Watched(*behaviours, most_mib=most_mib)
        houses.append(house)
        house.thread.start()
        return house

    yield opened
    for house in houses:
        assert house.thread.end()
        assert house.feeds.process_id is None
        assert not [each for each in threading.enumerate() if each.name == "feeds watch"]


def test_a_process_that_answers_and_takes_little_is_left_alone(opened: Opened, expect_log: ExpectLog) -> None:
    expect_log("a library talks without an end of line")
    house = opened(["steady", "chatty"])
    with house.heard:
        assert house.heard.wait_for(lambda: house.looks >= 60, 20)
    assert house.falls == []


def test_a_process_that_answers_no_more_is_ended_and_started_again(opened: Opened, expect_log: ExpectLog) -> None:
    expect_log(r"feeds fell(.|\n)*it answered no more")
    house = opened(["steady", "deaf"], ["steady"])
    house.wait_for("fell")
    house.wait_for("batch 101")
    assert [(each.fall, each.told) for each in house.falls] == [(Fall.HUNG, "it answered no more and was ended")]


def test_a_process_that_takes_too_much_memory_is_ended_and_started_again(opened: Opened, expect_log: ExpectLog) -> None:
    expect_log(r"feeds fell(.|\n)*it took more than 64 MiB")
    house = opened(["eats"], ["steady"])
    house.wait_for("fell")
    house.wait_for("batch 101")
    assert [each.fall for each in house.falls] == [Fall.MEMORY]
    assert house.falls[0].told == "it took more than 64 MiB of memory and was ended"


def test_without_a_bound_it_may_take_as_much(opened: Opened) -> None:
    house = opened(["eats"], most_mib=4096)
    house.wait_for("batch 101")
    assert house.feeds.process_id is not None
    assert (memory_mib(house.feeds.process_id) or 0) >= 100
    assert house.falls == []


def test_what_is_taken_between_two_looks_is_bounded_too(opened: Opened) -> None:
    house = opened(["bolts"], most_mib=4096)
    house.wait_for("s failing: there is not so much")
    house.wait_for("batch 101")
    assert house.falls == []


def test_the_system_would_end_a_feeds_process_before_the_kiosk(opened: Opened) -> None:
    house = opened(["steady"])
    house.wait_for("batch 101")
    found = Path(f"/proc/{house.feeds.process_id}/oom_score_adj").read_text(encoding="ascii")
    assert int(found) > int(Path("/proc/self/oom_score_adj").read_text(encoding="ascii"))


def test_a_process_that_is_gone_takes_nothing_and_binds_nothing() -> None:
    assert memory_mib(2**30) is None
    feed_watch._bind(2**30, Bounds(), 1)
