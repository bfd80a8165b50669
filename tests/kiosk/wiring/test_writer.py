"""The writer thread: taps first, nothing lost when it falls, waiting while the disk takes nothing."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from typing_extensions import override

from board.journal.entry import Entry
from board.journal.identity import new_id
from board.journal.intention import Intention, LogMiss
from board.kpi.reading import Batch, Reading
from board.plant.history import PlantHistory
from board.store.database import Changed, Store
from board.store.reader import Reader
from board.store.refused import Cause, Refused
from board.store.room import DiskState
from kiosk.clock import Clock
from kiosk.standing import Standing
from kiosk.wiring.writer import Writer
from tests.board.pages.desk import one_line, span, utc
from tests.helpers.logfail import ExpectLog

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Ears:
    """Writes down what the writer says."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.heard = threading.Condition()

    def _say(self, word: str) -> None:
        with self.heard:
            self.said.append(word)
            self.heard.notify_all()

    def wait_for(self, word: str, times: int = 1) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: self.said.count(word) >= times, 10), self.said

    def kept(self, intention: Intention, entry: Entry) -> None:
        self._say(f"kept {intention.id}")

    def refused(self, intention: Intention, refusal: Refused) -> None:
        self._say(f"refused {intention.id} {refusal.cause.name}")

    def changed(self, changes: tuple[Changed, ...]) -> None:
        self._say("changed")

    def disk_changed(self, state: DiskState) -> None:
        self._say(f"disk {state.name}")

    def opened(self, store: Store) -> None:
        self._say("opened")


def tap(name: str) -> LogMiss:
    return LogMiss(id=name, node="line", interval=span(8, 10), reason="labeller", quantity=5)


def batch(number: int) -> Batch:
    reading = Reading(
        node="line", measure="good", start=utc(7), end=utc(7), value=Fraction(1), source="machine", key=str(number)
    )
    return Batch(source="machine", readings=(reading,), watermark=str(number), seen_at=NOW)


class Bench:
    """A writer on its thread over a real database."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ears = Ears()
        self.order: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.fall_on: dict[str, Exception] = {}
        self.falls_always = ""
        self.writer = Writer(self.open_store, Clock(), self.ears, most_batches=3)
        self.thread = Standing("writer", self.writer.work, first_wait_s=0.0, wake=self.writer.wake)

    def open_store(self) -> Store:
        bench = self

        class Watched(Store):
            @override
            def keep(self, intention: Intention, now: datetime) -> Entry:
                bench.order.append(f"tap {intention.id}")
                if (fall := bench.fall_on.pop(intention.id, None)) is not None:
                    raise fall
                return super().keep(intention, now)

            @override
            def take(self, taken: Batch, now: datetime) -> tuple[Changed, ...]:
                bench.gate.wait(10)
                bench.order.append(f"batch {taken.watermark}")
                if taken.watermark == bench.falls_always:
                    raise RuntimeError("poison")
                if (fall := bench.fall_on.pop(taken.watermark, None)) is not None:
                    raise fall
                return super().take(taken, now)

        store = Watched.open(self.path, station="bench", zone="Europe/London", now=NOW)
        store.adopt(PlantHistory(((utc(0), one_line()),)))
        return store


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    found = Bench(tmp_path / "board.db")
    yield found
    found.gate.set()
    found.thread.end()


def test_a_tap_goes_before_the_batches_that_wait(bench: Bench) -> None:
    bench.gate.clear()
    bench.thread.start()
    first, second = new_id(NOW), new_id(NOW)
    bench.writer.take(batch(1), lambda: None)
    bench.writer.take(batch(2), lambda: None)
    bench.writer.keep(tap(first))
    bench.writer.keep(tap(second))
    bench.gate.set()
    bench.ears.wait_for(f"kept {second}")
    bench.ears.wait_for("changed", 4)
    taps = [bench.order.index(f"tap {name}") for name in (first, second)]
    assert max(taps) < bench.order.index("batch 2")


def test_a_feed_waits_while_enough_batches_are_queued(bench: Bench) -> None:
    bench.gate.clear()
    bench.thread.start()
    sent: list[int] = []

    def feed() -> None:
        for number in range(8):
            bench.writer.take(batch(number), lambda: None)
            sent.append(number)

    feeding = threading.Thread(target=feed)
    feeding.start()
    assert bench.writer.wait_until_ready(10)
    assert len(sent) <= 4
    bench.gate.set()
    feeding.join(10)
    bench.ears.wait_for("changed", 8)
    assert len(sent) == 8


def test_a_tap_under_way_when_the_thread_falls_is_done_again(bench: Bench, expect_log: ExpectLog) -> None:
    expect_log("writer fell")
    name = new_id(NOW)
    bench.fall_on[name] = RuntimeError("pulled the plug")
    bench.thread.start()
    bench.writer.keep(tap(name))
    bench.ears.wait_for(f"kept {name}")
    assert bench.ears.said.count("opened") == 2
    reader = Reader.open(bench.path)
    assert [miss.id for miss in reader.misses("line", span(8, 10))] == [name]
    reader.close()


def test_a_batch_that_always_falls_is_put_aside_and_the_next_goes_on(bench: Bench, expect_log: ExpectLog) -> None:
    expect_log("writer fell")
    expect_log("put aside after 3 tries")
    acknowledged: list[str] = []

    bench.falls_always = "1"
    bench.thread.start()
    bench.writer.take(batch(1), lambda: acknowledged.append("1"))
    bench.writer.take(batch(2), lambda: acknowledged.append("2"))
    bench.ears.wait_for("changed")
    assert acknowledged == ["1", "2"]


def test_readings_wait_while_the_disk_is_full_and_taps_are_refused(bench: Bench, expect_log: ExpectLog) -> None:
    expect_log("a touch was refused: full")
    expect_log("readings wait, the disk takes none")
    name = new_id(NOW)
    bench.fall_on = {"1": Refused(Cause.DISK_FULL, "full"), name: Refused(Cause.DISK_FULL, "full")}
    bench.thread.start()
    bench.writer.take(batch(1), lambda: None)
    bench.writer.keep(tap(name))
    bench.ears.wait_for(f"refused {name} DISK_FULL")
    bench.ears.wait_for("changed")
    assert bench.order.count("batch 1") == 2


def test_every_tap_is_on_disk_before_the_thread_ends(bench: Bench) -> None:
    names = [new_id(NOW) for _ in range(20)]
    bench.thread.start()
    for name in names:
        bench.writer.keep(tap(name))
    assert bench.thread.end()
    reader = Reader.open(bench.path)
    assert {miss.id for miss in reader.misses("line", span(8, 10))} == set(names)
    reader.close()
