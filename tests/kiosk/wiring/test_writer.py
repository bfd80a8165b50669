"""The writer thread: taps first, nothing lost when it falls, waiting while the disk takes nothing."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path

import apsw
import pytest

from board.journal.identity import new_id
from board.journal.intention import ChangeShift, DetailMiss, EnterCount, Undo
from board.kpi.reading import Batch
from board.store.reader import Reader
from board.store.refused import Cause, Refused
from kiosk.wiring import writer
from tests.board.pages.desk import span
from tests.helpers.logfail import ExpectLog
from tests.kiosk.wiring.bench import HISTORY, NOW, Bench, batch, tap


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


def test_how_far_a_source_was_read_is_known_once_its_batches_are_on_disk(bench: Bench) -> None:
    bench.gate.clear()
    bench.thread.start()
    bench.writer.take(batch(1), lambda: None)
    bench.writer.take(batch(2), lambda: None)
    bench.writer.wait_until_stored(["another"])
    known: list[str] = []

    def ask() -> None:
        bench.writer.wait_until_stored(["machine"])
        reader = Reader.open(bench.path)
        known.extend(state.watermark for state in reader.sources())
        reader.close()

    asking = threading.Thread(target=ask)
    asking.start()
    bench.ears.wait_for("opened")
    assert known == []
    bench.gate.set()
    asking.join(10)
    assert known == ["2"]


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
    assert [said for said in bench.ears.said if "aside" in said] == ["put aside 1"]


def parts(*numbers: int) -> list[Batch]:
    """Return parts of a first import."""
    return [replace(batch(number), progress=Fraction(number, 100)) for number in numbers]


def test_parts_of_a_first_import_that_wait_are_written_at_once(bench: Bench) -> None:
    acknowledged: list[str] = []
    for each in parts(1, 2, 3):
        bench.writer.take(each, lambda each=each: acknowledged.append(each.watermark))  # type: ignore[misc]
    bench.thread.start()
    bench.ears.wait_for("changed")
    assert bench.order == ["batch 3"]
    assert acknowledged == ["1", "2", "3"]
    reader = Reader.open(bench.path)
    assert [(state.rows, state.watermark) for state in reader.sources()] == [(3, "3")]
    reader.close()


def test_no_more_of_an_import_is_written_at_once_than_lets_a_tap_through(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "MOST_AT_ONCE", 2)
    for each in parts(1, 2, 3):
        bench.writer.take(each, lambda: None)
    bench.thread.start()
    bench.ears.wait_for("changed", 2)
    assert bench.order == ["batch 2", "batch 3"]


def test_a_part_of_an_import_that_always_falls_costs_no_other(bench: Bench, expect_log: ExpectLog) -> None:
    expect_log("writer fell")
    expect_log("put aside after 3 tries")
    acknowledged: list[str] = []
    bench.falls_always = "3"  # and all that is written with it
    for each in parts(1, 2, 3):
        bench.writer.take(each, lambda each=each: acknowledged.append(each.watermark))  # type: ignore[misc]
    bench.thread.start()
    bench.ears.wait_for("opened", 6)
    assert bench.order == ["batch 3", "batch 1", "batch 3", "batch 2", "batch 3", "batch 3", "batch 3"]
    assert acknowledged == ["1", "2", "3"]


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


def test_what_is_taken_back_may_lie_at_any_time_and_so_may_what_is_told_of_it(bench: Bench) -> None:
    """A miss or a count of last week's shift: whoever keeps figures of that week must hear that they changed."""
    miss, count = new_id(NOW), new_id(NOW)
    bench.thread.start()
    bench.writer.keep(tap(miss))
    bench.writer.keep(EnterCount(id=count, node="line", interval=span(6, 8), measure="good", quantity=10))
    bench.ears.wait_for("changed", 2)
    assert [(change.first, change.last) for change in bench.ears.changes] == [
        (span(8, 10).start, span(8, 10).end),
        (span(6, 8).start, span(6, 8).end),
    ]
    bench.writer.keep(DetailMiss(id=new_id(NOW), node="line", subject=miss, quantity=3))
    bench.writer.keep(Undo(id=new_id(NOW), node="line", subject=count))
    bench.ears.wait_for("changed", 4)
    for change in bench.ears.changes[2:]:
        assert change.node == "line"
        assert change.first < span(6, 8).start < span(6, 8).end < change.last


def test_while_the_database_cannot_be_opened_a_tap_is_refused_at_once(bench: Bench, expect_log: ExpectLog) -> None:
    expect_log("the database cannot be opened: read-only")
    bench.opening_falls = [Refused(Cause.READ_ONLY, "read-only") for _ in range(2)]
    early, late = new_id(NOW), new_id(NOW)
    bench.writer.keep(tap(early))
    bench.thread.start()
    bench.ears.wait_for(f"refused {early} READ_ONLY")
    bench.ears.wait_for("disk OK")
    bench.writer.keep(tap(late))
    bench.ears.wait_for(f"kept {late}")
    assert bench.ears.said.index("disk REFUSING") < bench.ears.said.index("opened") < bench.ears.said.index("disk OK")
    assert bench.thread.falls == 0


def test_the_database_of_a_later_version_refuses_every_tap_with_what_to_do(bench: Bench, expect_log: ExpectLog) -> None:
    expect_log("Install the version that wrote it")
    bench.open_store().close()
    later = apsw.Connection(str(bench.path))
    later.execute("UPDATE meta SET value = '9999' WHERE name = 'form'; PRAGMA user_version = 9999")
    later.close()
    first, second = new_id(NOW), new_id(NOW)
    bench.writer.keep(tap(first))
    bench.thread.start()
    bench.ears.wait_for(f"refused {first} TOO_NEW")
    bench.writer.keep(tap(second))
    bench.ears.wait_for(f"refused {second} TOO_NEW")
    assert bench.thread.falls == 0


def test_after_a_change_of_the_plan_the_days_it_moves_are_asked_for(bench: Bench) -> None:
    bench.thread.start()
    bench.ears.wait_for("asked settle")
    bench.writer.keep(tap(new_id(NOW)))
    bench.ears.wait_for("changed")
    asked = bench.ears.said.count("asked settle")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date()
    bench.writer.keep(ChangeShift(id="s", node="line", day=tomorrow, shift="Early", ends=time(15, 30)))
    bench.ears.wait_for("kept s")
    bench.ears.wait_for("asked settle", asked + 1)


def test_a_thread_that_cannot_open_the_database_can_end(bench: Bench, expect_log: ExpectLog) -> None:
    expect_log("the database cannot be opened")
    bench.opening_falls = [Refused(Cause.IN_USE, "in use") for _ in range(1000)]
    bench.thread.start()
    assert bench.thread.end()


@pytest.mark.parametrize("what", ["settle", "adopt"])
def test_a_full_disk_holds_up_all_but_touches_and_the_thread_stands(
    bench: Bench, expect_log: ExpectLog, what: str
) -> None:
    expect_log("readings wait, the disk takes none: full")
    bench.refused_by_disk = [what]
    name = new_id(NOW)
    bench.thread.start()
    bench.writer.adopt(HISTORY, ({"plant.toml": "# other"}, NOW))
    bench.writer.take(batch(1), lambda: None)
    bench.writer.keep(tap(name))
    bench.ears.wait_for(f"kept {name}")
    bench.ears.wait_for("changed", 2)
    bench.ears.wait_for(f"asked {what}", 2)
    assert bench.thread.falls == 0
    reader = Reader.open(bench.path)
    assert [version.files for version in reader.plant_versions()] == [{"plant.toml": "# other"}]
    reader.close()


def test_batches_that_wait_when_the_database_is_replaced_are_read_again(bench: Bench, expect_log: ExpectLog) -> None:
    """Their watermarks belong to the lost database: kept in the new one they would hide all that came before them."""
    expect_log("writer fell")
    bench.gate.clear()
    bench.thread.start()
    bench.fall_on["1"] = Refused(Cause.DAMAGED, "damaged")
    bench.damaged_before_opening = 2
    bench.writer.take(batch(1), lambda: None)
    bench.writer.take(batch(2), lambda: None)
    assert bench.writer.wait_until_ready(10)
    bench.gate.set()
    bench.ears.wait_for("replaced")
    bench.writer.take(batch(3), lambda: None)
    bench.ears.wait_for("changed")
    assert bench.order == ["batch 1", "batch 3"]
