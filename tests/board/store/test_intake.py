"""Readings with their revisions, and planned runs."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from board.kpi.reading import Quality
from board.plant.plant import PlannedRun, RunKind
from board.store.intake import Changed
from board.store.verify import verify
from tests.board.store.shop import HISTORY, at, batch, reading, shop, span


def test_a_reading_comes_back_as_it_was_told(store_path: Path) -> None:
    told = reading(
        "1",
        at(7),
        Fraction("12.345"),
        end=at(7, 15),
        reason="E001",
        product="P1",
        order="O1",
        quality=Quality.UNCERTAIN,
        final=False,
        observations=3,
        observed_at=at(7, 16),
    )
    with shop(store_path) as (store, reader):
        store.take(batch(told), at(7, 20))
        (found,) = reader.readings("line", span(6, 8))
    assert found == replace(told, revision=1, received_at=at(7, 20))


@pytest.mark.parametrize(
    "value",
    [Fraction(0), Fraction(-3), Fraction(7, 100), Fraction(1, 3), Fraction(10**12), Fraction("-0.1"), None],
)
def test_values_are_exact(store_path: Path, value: Fraction | None) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), value)), at(8))
        found = reader.readings("line", span(6, 8))[0]
    assert found.value == value
    assert found.quality is (Quality.MISSING if value is None else Quality.GOOD)


def test_the_same_row_again_changes_nothing(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        assert store.take(batch(reading("1", at(7), 5)), at(7)) == (Changed("line", at(7), at(7)),)
        assert store.take(batch(reading("1", at(7), 5, observed_at=at(9))), at(9)) == ()
        (found,) = reader.readings("line", span(6, 8))
        assert (found.revision, found.received_at) == (1, at(7))
        assert reader.sources()[0].rows == 1


def test_a_correction_is_the_next_revision_and_the_one_before_is_known_for_then(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 5)), at(7, 1))
        store.take(batch(reading("1", at(7), 8)), at(9))
        store.take(batch(reading("1", at(7), 5)), at(10))
        known = [reader.readings("line", span(6, 8), known_at=at(hour)) for hour in (7, 8, 9, 10)]
        assert [[one.value for one in found] for found in known] == [[], [5], [8], [5]]
        sums = [
            [int(tally.value) for tally in reader.tallies("line", [span(6, 8)], known_at=at(h))] for h in (8, 9, 10)
        ]
        assert sums == [[5], [8], [5]]
        assert reader.readings("line", span(6, 8))[0].revision == 3


def test_a_correction_may_move_a_reading_to_another_time_and_node(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 5)), at(7))
        changed = store.take(batch(reading("1", at(11), 5, node="other")), at(12))
        assert set(changed) == {Changed("line", at(7), at(7)), Changed("other", at(11), at(11))}
        assert reader.readings("line", span(6, 12)) == ()
        assert len(reader.readings("other", span(6, 12))) == 1
        assert len(reader.readings("line", span(6, 12), known_at=at(11))) == 1


def test_a_key_twice_in_one_batch_counts_as_its_last(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 5), reading("2", at(7), 1), reading("1", at(7), 6)), at(7))
        found = {one.key: one.value for one in reader.readings("line", span(6, 8))}
        assert found == {"1": Fraction(6), "2": Fraction(1)}


def test_the_same_key_of_two_sources_is_two_readings(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 5), reading("1", at(7), 6, source="second")), at(7))
        assert sum(one.value or 0 for one in reader.readings("line", span(6, 8))) == 11


@pytest.mark.parametrize(
    "unusable",
    [Fraction(10**13), Fraction(1, 10**20), float("nan"), float("inf"), 1.5, "7"],
)
def test_a_number_nobody_can_mean_becomes_missing(store_path: Path, unusable: Any) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(replace(reading("1", at(7), 1), value=unusable)), at(7))
        (found,) = reader.readings("line", span(6, 8))
        assert (found.value, found.quality) == (None, Quality.BAD)
        assert reader.tallies("line", [span(6, 8)]) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": datetime(1970, 1, 1, tzinfo=UTC)},
        {"end": datetime(2400, 1, 1, tzinfo=UTC)},
        {"end": at(6)},
        {"end": at(7) + timedelta(days=401)},
        {"start": datetime(2026, 3, 2)},  # noqa: DTZ001
        {"node": ""},
        {"measure": ""},
        {"key": ""},
        {"source": "journal"},
    ],
)
def test_a_reading_that_cannot_be_kept_is_told_and_the_others_stay(store_path: Path, wrong: dict[str, Any]) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 1), replace(reading("2", at(7), 1), **wrong)), at(7))
        assert [one.key for one in reader.readings("line", span(6, 8))] == ["1"]
        (state,) = reader.sources()
        assert state.complaint is not None
        assert state.complaint.startswith("reading ")


def test_poisonous_text_is_cleaned_and_kept(store_path: Path) -> None:
    dirty = reading("k\x00\ud800", at(7), 1, product="P\x00", reason="\ud83d", order="o" * 5000)
    with shop(store_path) as (store, reader):
        store.take(batch(dirty, watermark="w\x00", source="machine"), at(7))
        store.take(batch(dirty), at(8))
        (found,) = reader.readings("line", span(6, 8))
    assert (found.product, found.reason, found.revision) == ("P�", "�", 1)
    assert len(found.order or "") == 200


RUN = PlannedRun(
    node="line", start=at(6), end=at(10), product="P1", order="O1", rate=Fraction(1150, 7), quantity=2000, crew=3
)


def test_planned_runs_come_back_and_a_changed_one_supersedes(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        changed = store.take(batch(runs=(RUN,)), at(5))
        assert changed == (Changed("line", at(6), at(10)),)
        assert store.take(batch(runs=(RUN,)), at(5, 30)) == ()
        longer = replace(RUN, end=at(12))
        store.take(batch(runs=(longer,)), at(8))
        assert reader.runs("line", span(6, 14)) == (replace(longer, origin="machine"),)
        assert reader.runs("line", span(6, 14), known_at=at(7)) == (replace(RUN, origin="machine"),)
        assert reader.runs("line", span(6, 14), known_at=at(4)) == ()
        assert reader.runs("line", span(12, 14)) == ()


def test_a_run_without_an_end_goes_on(store_path: Path) -> None:
    opened = replace(RUN, end=None, rate=None, kind=RunKind.CHANGEOVER)
    with shop(store_path) as (store, reader):
        store.take(batch(runs=(opened,)), at(5))
        assert reader.runs("line", span(20, 22)) == (replace(opened, origin="machine"),)


def test_a_run_nobody_can_mean_is_told(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(runs=(replace(RUN, start=datetime(1, 1, 1, tzinfo=UTC)), replace(RUN, node=""))), at(5))
        assert reader.runs("line", span(6, 14)) == ()
        assert len(reader.complaints()) == 2


def test_a_run_that_its_source_moves_is_planned_no_more_where_it_was(store_path: Path) -> None:
    before, after = replace(RUN, key="O1"), replace(RUN, start=at(8), end=at(12), key="O1")
    with shop(store_path) as (store, reader):
        store.take(batch(runs=(before,)), at(5))
        changed = store.take(batch(runs=(after,)), at(5, 30))
        assert changed == (Changed("line", at(6), at(12)),), "the plan of the hours it left is another too"
        assert reader.runs("line", span(6, 14)) == (replace(after, origin="machine", key=""),)
        assert reader.runs("line", span(6, 14), known_at=at(5, 10)) == (replace(before, origin="machine", key=""),)
        assert store.take(batch(runs=(after,)), at(6)) == ()
        store.take(batch(runs=(replace(after, end=after.start),)), at(7))
        assert reader.runs("line", span(6, 14)) == (), "it was cancelled"
    assert verify(store_path, history=HISTORY) == ()


def test_two_runs_that_change_places_are_both_planned(store_path: Path) -> None:
    early = replace(RUN, end=at(8), order="A", key="A")
    late = replace(RUN, start=at(8), end=at(10), order="B", key="B")
    with shop(store_path) as (store, reader):
        store.take(batch(runs=(early, late)), at(5))
        moved = (replace(early, start=at(8), end=at(10)), replace(late, start=at(6), end=at(8)))
        store.take(batch(runs=moved), at(5, 30))
        assert [(run.start, run.order) for run in reader.runs("line", span(6, 14))] == [(at(6), "B"), (at(8), "A")]
        store.take(batch(runs=(replace(moved[0], node="other"),)), at(5, 40))
        assert [run.order for run in reader.runs("line", span(6, 14))] == ["B"], "A is made on another line now"
        assert [run.order for run in reader.runs("other", span(6, 14))] == ["A"]


def test_without_a_key_a_run_at_another_time_is_another_run(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(runs=(RUN,)), at(5))
        store.take(batch(runs=(replace(RUN, start=at(8), end=at(12)),)), at(5, 30))
        assert len(reader.runs("line", span(6, 14))) == 2
