"""The page of sources: what each gave last, how old that is, what is wrong with it, and nothing of its settings."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Batch, Complaint
from board.pages.sources import SourcesPages
from board.plant.plant import PlannedRun, SourceSpec
from board.views.feeding import Fall, Feeding, FeedsNow, Outage
from board.views.freshness import Stage
from board.views.plain import plain
from board.views.sources import SourceRow, Sources
from tests.board.pages.desk import Desk, one_line, utc

SECRET = "hunter2"
SPECS = (
    SourceSpec(id="machine", kind="csv", settings={}),
    SourceSpec(
        id="erp", kind="http", settings={"url": f"https://u:{SECRET}@erp/", "token": SECRET},
        expected_every=timedelta(minutes=10), stale_after=timedelta(hours=1),
    ),
    SourceSpec(id="camera", kind="vision", settings={}),
)  # fmt: skip
NOW = utc(8, 3)


@pytest.fixture
def found(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "board.db", one_line(sources=SPECS))
    yield made
    made.reader.close()
    made.store.close()


def page(found: Desk, *, feeds: FeedsNow | None = None, node: str = "line") -> Sources:
    return SourcesPages(found.reader).page(node, found.history, now=NOW, feeds=feeds or FeedsNow())


def row(view: Sources, source: str) -> SourceRow:
    return next(each for each in view.rows if each.id == source)


def test_a_source_says_its_last_value_with_its_names_its_age_and_how_much_came_today(found: Desk) -> None:
    found.made(utc(5, 30), 9, received=utc(5, 31))
    found.made(utc(8), 12, received=utc(8, 1), complete_through=utc(8, 1))
    machine = row(page(found), "machine")
    assert machine.last is not None
    assert (machine.last.value, machine.last.measure, machine.last.node) == (Fraction(12), "Good parts", "Line")
    assert machine.last.at == utc(8)
    assert machine.freshness.age_s(NOW) == 120
    assert machine.complete_through == utc(8, 1)
    assert machine.rows_today == 1, "half past five belongs to the day before"


def test_what_was_told_to_be_complete_is_no_older_than_that(found: Desk) -> None:
    found.made(utc(7), 12, received=utc(7, 1), complete_through=utc(8, 2))
    machine = row(page(found), "machine")
    assert machine.freshness.stage(NOW) is Stage.LIVE
    assert machine.last is not None
    assert machine.last.at == utc(7)


def test_each_source_is_as_old_as_it_may_be_and_those_that_need_somebody_come_first(found: Desk) -> None:
    found.made(utc(7, 50), 12, received=utc(7, 50))
    erp = Batch(source="erp", readings=(), watermark="1", seen_at=utc(7, 50), complete_through=utc(7, 50))
    found.store.take(erp, utc(7, 50))
    view = page(found)
    assert [each.id for each in view.rows] == ["machine", "camera", "erp"]
    assert [each.freshness.stage(NOW) for each in view.rows] == [Stage.STALE, Stage.MISSING, Stage.LIVE]
    assert view.troubled == 2


def test_a_failing_source_says_why_since_when_and_when_it_is_tried_again(found: Desk) -> None:
    found.made(utc(8, 2), 12, received=utc(8, 2))
    outage = Outage(sentence="does not answer", since=utc(8, 2), next_try=utc(8, 4))
    view = page(found, feeds=FeedsNow(outages={"machine": outage}))
    assert row(view, "machine").outage == outage
    assert view.rows[0].id == "machine"
    assert page(found).rows[-1].id == "machine", "without the outage nobody need look at it"


def test_a_device_that_is_gone_is_old_at_once_and_named(found: Desk) -> None:
    found.made(utc(8, 2), 12, received=utc(8, 2))
    found.store.take(Batch(source="machine", readings=(), watermark="2", seen_at=NOW, gone=("line",)), NOW)
    machine = row(page(found), "machine")
    assert machine.gone == ("Line",)
    assert machine.freshness.stage(NOW) is Stage.STALE
    assert page(found).troubled == 3


def test_a_row_of_a_shift_that_still_runs_is_not_of_the_time_ahead(found: Desk) -> None:
    found.made(utc(6), 120, until=utc(14), received=utc(8, 2))
    machine = row(page(found), "machine")
    assert machine.last is not None
    assert machine.last.at == utc(8, 2)


def test_a_process_that_fell_is_told_at_its_sources_alone(found: Desk) -> None:
    runs = Feeding(sources=("machine", "erp"), is_running=True, since=utc(6), memory_mib=80, most_mib=256)
    fell = Feeding(
        sources=("camera",), is_running=False, since=utc(8), falls=1, fall=Fall.HUNG, fell_at=utc(8), next_try=utc(8, 4)
    )
    view = page(found, feeds=FeedsNow(processes=(runs, fell)))
    assert row(view, "camera").process == fell
    assert row(view, "erp").process == runs
    assert view.processes == (runs, fell)


def test_what_could_not_be_used_is_told_and_the_last_value_stays(found: Desk) -> None:
    found.made(utc(8), 12, received=utc(8, 1))
    bad = Complaint(source="machine", where="row 7", said="“x” is no number")
    batch = Batch(source="machine", readings=(), watermark="2", seen_at=utc(8, 2), complaints=(bad,))
    found.store.take(batch, utc(8, 2))
    machine = row(page(found), "machine")
    assert "“x” is no number" in machine.unusable
    assert machine.last is not None
    assert machine.last.value == 12


def test_a_demo_moved_in_time_counts_what_came_by_the_computers_own_clock(found: Desk) -> None:
    found.made(utc(8), 12, received=utc(8, 1, day=22))
    assert row(page(found), "machine").rows_today == 0
    moved = FeedsNow(shift=timedelta(days=-2))
    assert row(page(found, feeds=moved), "machine").rows_today == 1


def test_nothing_of_the_settings_is_on_the_page_so_that_no_secret_can_be(found: Desk) -> None:
    assert SECRET not in str(plain(page(found)))
    assert SECRET not in repr(page(found))


def test_an_area_has_the_same_page_and_an_unknown_node_has_none(found: Desk) -> None:
    assert [each.id for each in page(found, node="site").rows] == [each.id for each in page(found).rows]
    with pytest.raises(KeyError):
        page(found, node="line-9")


def test_a_schedule_has_no_value_and_is_as_old_as_its_last_answer(tmp_path: Path) -> None:
    specs = (SPECS[0], SourceSpec(id="schedule", kind="sql", settings={"run": {}}))
    found = Desk(tmp_path / "board.db", one_line(sources=specs))
    run = PlannedRun(node="line", start=utc(12), end=utc(14), order="A1", quantity=500)
    batch = Batch(source="schedule", readings=(), runs=(run,), watermark="w", seen_at=utc(8, 1))
    found.store.take(batch, utc(8, 1))
    schedule = row(page(found), "schedule")
    assert schedule.is_plan
    assert schedule.last is None
    assert schedule.freshness.age_s(NOW) == 120
    assert schedule.freshness.stage(NOW) is Stage.LIVE
    found.made(utc(8), 12, received=utc(8, 1), complete_through=utc(8, 1))
    assert page(found).freshness.age_s(NOW) == 120, "a line is as old as what counts it"
    later = SourcesPages(found.reader).page("line", found.history, now=utc(9), feeds=FeedsNow())
    assert row(later, "schedule").freshness.stage(utc(9)) is Stage.STALE, "nobody knows whether that is still the plan"
    found.reader.close()
    found.store.close()
