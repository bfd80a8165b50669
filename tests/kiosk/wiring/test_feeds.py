"""The feeds process under supervision: heard, acknowledged, ended, and started again when it dies."""

import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from typing_extensions import override

from board.kpi.reading import Batch
from kiosk.standing import Standing
from kiosk.wiring.feeds import Feeds
from tests.helpers.logfail import ExpectLog

STUB = (sys.executable, "-m", "tests.kiosk.wiring.stub_feed")


class House:
    """Feeds on their thread; each start of the process takes the next behaviour, the last again and again."""

    def __init__(self, *behaviours: list[str]) -> None:
        self.behaviours = list(behaviours)
        self.said: list[str] = []
        self.heard = threading.Condition()
        self.on_start: Callable[[], None] = lambda: None
        self.feeds = Feeds(self.configuration, self, command=STUB, grace_s=0.2)
        self.thread = Standing("feeds", self.feeds.work, first_wait_s=0.0, wake=self.feeds.stop)

    def configuration(self) -> dict[str, object]:
        sources = self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]
        self.say(f"start {' '.join(sources)}".strip())
        self.on_start()
        return {"sources": sources}

    def say(self, words: str) -> None:
        with self.heard:
            self.said.append(words)
            self.heard.notify_all()

    def wait_for(self, words: str, times: int = 1) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: self.said.count(words) >= times, 20), self.said

    def batch(self, batch: Batch, done: Callable[[], None]) -> None:
        self.say(f"batch {batch.watermark}")
        done()

    def source_said(self, source: str, state: str, sentence: str) -> None:
        self.say(f"{source} {state}: {sentence}")

    def source_tries(self, source: str, sentence: str, next_try: datetime) -> None:
        self.say(f"{source} tries: {sentence} {next_try:%H:%M:%S}")


@pytest.fixture
def opened() -> Iterator[Callable[..., House]]:
    houses: list[House] = []

    def opened(*behaviours: list[str], on_start: Callable[[House], None] | None = None) -> House:
        house = House(*behaviours)
        if on_start is not None:
            house.on_start = lambda: on_start(house)
        houses.append(house)
        house.thread.start()
        return house

    yield opened
    for house in houses:
        assert house.thread.end()
        assert house.feeds.process_id is None


Opened = Callable[..., House]


def test_a_batch_is_heard_and_acknowledged(opened: Opened) -> None:
    house = opened(["steady"])
    house.wait_for("batch 101")  # what the process prints once it has heard of the first one
    assert house.said[:2] == ["start steady", "batch 1"]
    assert house.thread.falls == 0


def test_a_process_that_dies_is_started_again(opened: Opened, expect_log: ExpectLog) -> None:
    expect_log(r"feeds fell(.|\n)*ended with code 3")
    house = opened(["dies"], ["steady"])
    house.wait_for("batch 101")
    assert house.thread.falls == 1


def test_a_process_that_prints_rubbish_is_ended_and_started_again(opened: Opened, expect_log: ExpectLog) -> None:
    expect_log(r"feeds fell(.|\n)*a line of the feeds process was not understood")
    house = opened(["steady", "rubbish"], ["steady"])
    house.wait_for("start steady")
    house.wait_for("batch 101")
    assert house.thread.falls == 1


def test_a_process_that_hangs_is_killed(opened: Opened) -> None:
    house = opened(["steady", "hangs"], ["steady", "steady"])
    house.wait_for("batch 1")
    house.feeds.start_again()
    house.wait_for("batch 2")
    assert house.thread.falls == 0


def test_what_is_no_state_on_standard_error_is_only_logged(opened: Opened, expect_log: ExpectLog) -> None:
    expect_log("the feeds process says: a library talks")
    house = opened(["fails"])
    house.wait_for("s failing: is away")
    house.wait_for("s tries: is away 12:00:30")


def test_without_sources_nothing_runs_until_there_are_some(opened: Opened) -> None:
    house = opened([], ["steady"])
    house.wait_for("start")
    assert house.feeds.process_id is None
    house.feeds.start_again()
    house.wait_for("batch 1")


def test_other_sources_asked_for_while_the_process_is_being_started_are_not_missed(opened: Opened) -> None:
    def change(house: House) -> None:
        if house.said == ["start steady"]:  # the first configuration is out of date before its process is there
            house.feeds.start_again()

    house = opened(["steady"], ["steady", "steady"], on_start=change)
    house.wait_for("start steady steady")
    house.wait_for("batch 2")


def test_an_end_asked_for_while_the_process_is_being_started_is_not_missed() -> None:
    starting, ended = threading.Event(), threading.Event()
    house = House(["steady"])

    def hold() -> None:
        starting.set()
        ended.wait(20)

    house.on_start = hold
    house.thread.start()
    assert starting.wait(20)
    asked = threading.Thread(target=house.thread.end)
    asked.start()
    house.thread._ending.wait(20)
    ended.set()
    asked.join(20)
    assert not house.thread._thread.is_alive()


def test_an_ear_that_raises_leaves_no_process_behind(expect_log: ExpectLog) -> None:
    expect_log(r"feeds fell(.|\n)*deaf")

    class Deaf(House):
        def __init__(self) -> None:
            super().__init__(["steady"])
            self.deaf = True

        @override
        def batch(self, batch: Batch, done: Callable[[], None]) -> None:
            if self.deaf:
                self.deaf = False
                raise RuntimeError("deaf")
            super().batch(batch, done)

    house = Deaf()
    house.thread.start()
    house.wait_for("batch 101")
    assert house.thread.end()
    assert house.feeds.process_id is None
