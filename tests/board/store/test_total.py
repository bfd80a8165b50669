"""Sums by production day, kept with every change."""

import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.apportion import share_out
from board.plant.calendar import shift_runs
from board.plant.plant import MeasureKind
from board.plant.span import Span
from board.store.reader import DayTotal, Reader
from board.store.verify import verify
from tests.board.store.shop import HISTORY, PLANT, at, batch, count, reading, shop, span, undo

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def totals(reader: Reader, node: str = "line") -> dict[tuple[date, str | None, str], Fraction]:
    """Return the sums of a node over a fortnight by day, shift and measure, over all other dimensions."""
    found: dict[tuple[date, str | None, str], Fraction] = {}
    for one in reader.day_totals([node], date(2026, 2, 20), date(2026, 3, 20)):
        key = (one.day, one.shift, one.measure)
        found[key] = found.get(key, Fraction(0)) + one.value
    return found


def test_readings_fall_to_the_day_and_shift_in_which_they_were_made(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("night before", at(5, 59), 1),
                reading("early", at(6), 2),
                reading("to the border", at(13), 4, end=at(14)),
                reading("night", at(1, day=1), 8),
                reading("morning", at(6, day=1), 16),
            ),
            at(7, day=1),
        )
        assert totals(reader) == {
            (date(2026, 3, 1), "Night", "good"): 1,
            (MONDAY, "Early", "good"): 6,
            (MONDAY, "Night", "good"): 8,
            (TUESDAY, "Early", "good"): 16,
        }


def test_totals_carry_their_dimensions(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("1", at(7), 3, product="P1", order="O1"),
                reading("2", at(8), 4, product="P1", order="O1"),
                reading("3", at(8), 1, measure="scrap", reason="E001"),
            ),
            at(9),
        )
        assert set(reader.day_totals(["line"], MONDAY, MONDAY)) == {
            DayTotal(
                node="line", day=MONDAY, shift="Early", measure="good", reason=None, product="P1", order="O1",
                value=Fraction(7), rows=2, observations=2,
            ),
            DayTotal(
                node="line", day=MONDAY, shift="Early", measure="scrap", reason="E001", product=None, order=None,
                value=Fraction(1), rows=1, observations=1,
            ),
        }  # fmt: skip


def test_a_correction_changes_the_total_and_a_withdrawn_count_leaves_none(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 5)), at(7))
        store.take(batch(reading("1", at(15), Fraction(1, 3))), at(16))
        assert totals(reader) == {(MONDAY, "Late", "good"): Fraction(1, 3)}
        store.take(batch(reading("1", at(15), None)), at(17))
        typed = count(span(6, 8), 9)
        store.keep(typed, at(8))
        assert totals(reader) == {(MONDAY, "Early", "good"): 9}
        store.keep(undo(typed.id), at(9))
        assert totals(reader) == {}


def test_a_reading_over_borders_is_shared_out_by_working_minutes(store_path: Path) -> None:
    """From 8:00 on Monday to 8:00 on Tuesday: 5.5 + 8 + 8 + 2 hours are worked, exactly shared out."""
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(8), 100, end=at(8, day=1))), at(9, day=1))
        runs = [run for day in (MONDAY, TUESDAY) for run in shift_runs(PLANT, "line", day)][:4]
        working = [part for run in runs for part in run.working]
        shares = share_out(at(8), at(8, day=1), [run.span for run in runs], working)
        assert totals(reader) == {
            (run.day, run.shift.name, "good"): 100 * share for run, share in zip(runs, shares, strict=True)
        }
        assert totals(reader)[MONDAY, "Early", "good"] == Fraction(5500, 2350) * 10


def test_where_nothing_is_worked_plain_minutes_count(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(5), 30, end=at(7), node="works")), at(8))
        assert totals(reader, "works") == {(date(2026, 3, 1), None, "good"): 15, (MONDAY, None, "good"): 15}


def test_samples_are_weighted_and_levels_keep_the_last(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("1", at(7), 20, measure="temperature", observations=3),
                reading("2", at(8), 24, measure="temperature"),
                reading("3", at(7), 100, measure="stock"),
                reading("4", at(12), 60, measure="stock"),
                reading("5", at(9), 80, measure="stock"),
            ),
            at(13),
        )
        found = {one.measure: one for one in reader.day_totals(["line"], MONDAY, MONDAY)}
        assert found["temperature"].value / found["temperature"].observations == 21
        assert (found["stock"].value, found["stock"].latest) == (Fraction(60), at(12))
        store.take(batch(reading("4", at(12), None, measure="stock")), at(14))
        stock = next(one for one in reader.day_totals(["line"], MONDAY, MONDAY) if one.measure == "stock")
        assert (stock.value, stock.latest, stock.rows) == (Fraction(80), at(9), 2)
    assert verify(store_path, history=HISTORY) == ()


def test_readings_taken_before_any_plant_are_added_up_when_one_comes(store_path: Path) -> None:
    with shop(store_path, history=None) as (store, reader):
        store.take(batch(reading("1", at(7), 5), reading("2", at(23, day=3), 6)), at(8))
        assert totals(reader) == {}
        assert not reader.settled()
        store.adopt(HISTORY)
        assert reader.settled()
        assert totals(reader) == {(MONDAY, "Early", "good"): 5, (date(2026, 3, 5), "Night", "good"): 6}


@pytest.mark.parametrize("settle", [True, False])
def test_a_new_plant_moves_only_the_days_it_is_in_force(store_path: Path, settle: bool) -> None:
    later = replace(PLANT, shifts=(replace(PLANT.shifts[0], name="Day"),))
    with shop(store_path) as (store, reader):
        store.take(batch(*(reading(str(day), at(7, day=day), 1) for day in range(6))), at(8, day=6))
        store.adopt(HISTORY.with_version(at(6, day=3), later), settle=settle)
        while not settle and store.settle():
            assert not reader.settled()
        assert [shift for _, shift, _ in sorted(totals(reader))] == ["Early"] * 3 + ["Day"] * 3
    assert verify(store_path, history=HISTORY.with_version(at(6, day=3), later)) == ()


def test_a_plant_with_the_same_calendar_moves_nothing(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 5)), at(8))
        store.adopt(HISTORY.with_version(at(9), replace(PLANT, digest="new targets")), settle=False)
        assert reader.settled()


def test_totals_are_the_same_however_the_readings_came(store_path: Path, rng: random.Random) -> None:
    """Random readings, corrections and plants: always what verify makes of them from nothing."""
    plants = [
        PLANT,
        replace(PLANT, site=replace(PLANT.site, timezone="America/New_York")),
        replace(PLANT, shifts=PLANT.shifts[:1]),
        replace(PLANT, measures=tuple(replace(one, kind=MeasureKind.AMOUNT) for one in PLANT.measures)),
    ]
    history = HISTORY
    lengths_s = [0, 0, 0, 600, 3600, 30_000, 200_000]
    with shop(store_path) as (store, reader):
        for step in range(12):
            rows = []
            for _ in range(60):
                start = at(0) + timedelta(seconds=rng.randrange(8 * 86_400))
                rows.append(
                    reading(
                        str(rng.randrange(300)),
                        start,
                        rng.choice([None, Fraction(rng.randrange(50)), Fraction(rng.randrange(50), 7)]),
                        end=start + timedelta(seconds=rng.choice(lengths_s)),
                        measure=rng.choice(["good", "stock", "temperature"]),
                        node=rng.choice(["line", "other", "works"]),
                        observations=rng.randrange(1, 4),
                    )
                )
            store.take(batch(*rows), at(step))
            if step % 4 == 3:
                history = history.with_version(at(rng.randrange(24), day=rng.randrange(8)), rng.choice(plants))
                store.adopt(history)
            assert verify(store_path, history=history) == ()
        good = sum((one for (_, _, measure), one in totals(reader).items() if measure == "good"), Fraction(0))
        told = reader.readings("line", Span(at(0), at(0, day=12)), measures=["good"])
        assert good == sum((one.value or 0 for one in told), Fraction(0))
