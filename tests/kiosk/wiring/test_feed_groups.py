"""The processes that read the sources: who shares one, what is told of each, and that one stops none of the others."""

import threading
from collections.abc import Callable, Collection, Iterator
from datetime import datetime

import pytest

from board.kpi.reading import Batch
from board.plant.plant import SourceSpec
from board.views.feeding import Fall, Feeding
from kiosk.clock import Clock
from kiosk.standing import Standing
from kiosk.wiring.feed_groups import FeedGroups, grouped
from kiosk.wiring.feed_watch import Bounds
from tests.helpers.logfail import ExpectLog
from tests.kiosk.wiring.test_feeds import STUB


def spec(name: str, kind: str = "csv") -> SourceSpec:
    return SourceSpec(id=name, kind=kind, settings={})


class House:
    """Processes on their threads; the id of a source is how the stub behaves that reads it."""

    def __init__(self, *sources: SourceSpec) -> None:
        self.sources = sources
        self.told: list[Feeding] = []
        self.said: list[str] = []
        self.heard = threading.Condition()
        bounds = Bounds(look_every_s=0.05)
        self.groups = FeedGroups(lambda: self.sources, self.configuration, self, Clock(), bounds=bounds, command=STUB)
        self.thread = Standing("groups", self.groups.work, first_wait_s=0.0, wake=self.groups.stop)

    def configuration(self, ids: Collection[str]) -> dict[str, object]:
        self.say(f"start {' '.join(ids)}")
        return {"sources": list(ids)}

    def say(self, words: str) -> None:
        with self.heard:
            self.said.append(words)
            self.heard.notify_all()

    def batch(self, batch: Batch, done: Callable[[], None]) -> None:
        self.say(f"batch {batch.watermark}")
        done()

    def source_said(self, source: str, state: str, sentence: str) -> None:
        self.say(f"{source} {state}: {sentence}")

    def source_tries(self, source: str, sentence: str, next_try: datetime) -> None:
        self.say(f"{source} tries: {sentence} {next_try:%H:%M:%S}")

    def feeding(self, feeding: Feeding) -> None:
        with self.heard:
            self.told.append(feeding)
            self.heard.notify_all()

    def wait_until(self, holds: Callable[[], bool]) -> None:
        with self.heard:
            assert self.heard.wait_for(holds, 20), (self.said, self.told)

    def of(self, source: str) -> list[Feeding]:
        return [each for each in self.told if source in each.sources]


Opened = Callable[..., House]


@pytest.fixture
def opened() -> Iterator[Opened]:
    houses: list[House] = []

    def opened(*sources: SourceSpec) -> House:
        house = House(*sources)
        houses.append(house)
        house.thread.start()
        return house

    yield opened
    for house in houses:
        assert house.thread.end()
        assert house.groups.process_id is None
        assert all(not house.of(source)[-1].is_running for each in house.told for source in each.sources)


def test_our_own_kinds_share_a_process_and_each_other_source_has_its_own() -> None:
    sources = [spec("a"), spec("b", "pulse"), spec("c", "http"), spec("d", "pulse")]
    assert grouped(sources) == [("a", "c"), ("b",), ("d",)]
    assert grouped(sources[1:2]) == [("b",)]
    assert grouped([]) == []


def test_a_source_of_another_kind_that_kills_its_process_stops_no_other(opened: Opened, expect_log: ExpectLog) -> None:
    expect_log(r"feeds dies fell(.|\n)*ended with code 3")
    house = opened(spec("steady"), spec("dies", "strange"))
    house.wait_until(lambda: len([each for each in house.of("dies") if each.fall is not None]) >= 4)
    house.wait_until(lambda: "batch 101" in house.said)
    assert [each.falls for each in house.of("steady")] == [0] * len(house.of("steady"))
    assert house.said.count("start steady") == 1


def test_what_is_told_says_why_it_fell_and_when_it_is_tried_again(opened: Opened, expect_log: ExpectLog) -> None:
    expect_log(r"feeds fell(.|\n)*ended with code 3")
    house = opened(spec("dies", "strange"))
    house.wait_until(lambda: [each.falls for each in house.told].count(2) >= 1)
    started, fell, again = house.told[:3]
    assert (started.is_running, started.fall, started.next_try, started.most_mib) == (True, None, None, 256)
    assert (fell.is_running, fell.fall, fell.falls, fell.fell_at) == (False, Fall.ENDED, 1, fell.since)
    assert fell.said == "the program that reads dies fell (it ended by itself) and is started again"
    assert fell.next_try is not None
    assert 0.4 < (fell.next_try - fell.since).total_seconds() < 0.6
    assert (again.is_running, again.fall, again.next_try) == (True, Fall.ENDED, None), "it may fall again at once"
    second = next(each for each in house.told if each.falls == 2)
    assert second.next_try is not None
    assert 0.9 < (second.next_try - second.since).total_seconds() < 1.1, "longer each time"


def test_a_process_that_has_stood_for_a_while_is_well_again(opened: Opened, expect_log: ExpectLog) -> None:
    expect_log(r"feeds fell(.|\n)*ended with code 3")
    house = opened(spec("dies", "strange"))
    house.wait_until(lambda: bool(house.told) and house.told[-1].falls == 1)
    house.groups._groups[0].feeds._configuration = lambda: {"sources": ["steady"]}
    house.wait_until(lambda: house.told[-1].is_running and house.told[-1].fall is None)
    assert (house.told[-1].falls, house.told[-1].said) == (1, "")
    assert house.told[-1].fell_at is not None


def test_other_sources_mean_other_processes(opened: Opened) -> None:
    house = opened(spec("steady"), spec("b", "strange"))
    house.wait_until(lambda: {"start steady", "start b"} <= set(house.said))
    house.sources = (spec("c"),)
    house.groups.start_again()
    house.wait_until(lambda: "start c" in house.said)
    house.sources = ()
    house.groups.start_again()
    house.wait_until(lambda: bool(house.of("c")) and not house.of("c")[-1].is_running)
    house.sources = (spec("d"),)
    house.groups.start_again()
    house.wait_until(lambda: bool(house.of("d")))
