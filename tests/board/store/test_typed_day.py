"""A figure typed for a day stands as it was typed; taken back, the day is what it was."""

import random
from dataclasses import replace
from datetime import date, time, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.journal.clean import EARLIEST
from board.journal.identity import new_id
from board.journal.intention import EnterDay, Undo
from board.kpi.reading import Quality
from board.plant.plant import Shift
from board.store.reader import Reader
from board.store.refused import Cause, Refused
from board.store.verify import verify
from tests.board.store.shop import HISTORY, PLANT, at, batch, reading, shop, span, undo

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def day(
    value: Fraction | int, before: Fraction | int | None = None, *, measure: str = "good", **more: object
) -> EnterDay:
    """Return a figure of Monday on the line, or whatever else is said."""
    fields: dict[str, object] = {
        "id": new_id(at(8)),
        "node": "line",
        "day": MONDAY,
        "measure": measure,
        "value": Fraction(value),
        "before": None if before is None else Fraction(before),
        "actor": "p1",
    }
    return EnterDay(**(fields | more))  # type: ignore[arg-type]


def total(reader: Reader, measure: str = "good", node: str = "line", on: date = MONDAY) -> Fraction | None:
    """Return what a measure came to on a day."""
    found = [Fraction(one.value) for one in reader.day_totals([node], on, on) if one.measure == measure]
    return sum(found, Fraction(0)) if found else None


def mean(reader: Reader) -> Fraction:
    found = [one for one in reader.day_totals(["line"], MONDAY, MONDAY) if one.measure == "temperature"]
    return Fraction(sum(one.value for one in found)) / sum(one.observations for one in found)


def test_a_typed_sum_stands_beside_what_was_counted_until_it_is_taken_back(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 100), reading("2", at(15), 50)), at(16))
        entry = store.keep(day(140, 150), at(10, day=1))
        assert total(reader) == 140
        corrected = store.keep(day(Fraction(281, 2), 140), at(11, day=1))
        assert total(reader) == Fraction(281, 2)
        store.keep(undo(corrected.id), at(12, day=1))
        assert total(reader) == 140
        store.keep(undo(entry.id), at(12, day=1))
        assert total(reader) == 150
        assert {one.day for one in reader.day_totals(["line"], date(2026, 2, 1), date(2026, 4, 1))} == {MONDAY}
    assert verify(store_path, history=HISTORY) == ()


def test_nothing_typed_is_not_none_of_it(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        assert total(reader, "scrap") is None
        store.keep(day(0, measure="scrap"), at(10, day=1))
        assert total(reader, "scrap") == 0


def test_readings_that_come_later_add_to_what_was_typed(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.keep(day(100), at(10))
        store.take(batch(reading("1", at(11), 20)), at(12))
        assert total(reader) == 120


@pytest.mark.parametrize("node", ["line", "hall", "works"])
def test_a_figure_is_entered_for_a_line_an_area_or_the_site(store_path: Path, node: str) -> None:
    with shop(store_path) as (store, reader):
        store.keep(day(7, node=node), at(10, day=1))
        assert total(reader, node=node) == 7


def test_on_the_nights_when_clocks_change_the_whole_day_is_meant(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        for long, hours in ((date(2026, 3, 28), 23), (date(2026, 10, 24), 25)):
            store.keep(day(5, day=long), at(12, day=400))
            assert total(reader, on=long) == 5
            lasts = [
                one.end - one.start for one in reader.readings("line", span(0, 24 * 300)) if one.start.date() == long
            ]
            assert lasts == [timedelta(hours=hours)]
    assert verify(store_path, history=HISTORY) == ()


def test_a_night_that_runs_into_the_next_day_keeps_its_figure_together(store_path: Path) -> None:
    night = replace(PLANT, shifts=(Shift(name="Night", starts=time(22), ends=time(7)),))
    with shop(store_path, history=HISTORY.with_version(at(0, day=-30), night)) as (store, reader):
        store.keep(day(9), at(12, day=1))
        store.keep(day(4, day=TUESDAY), at(12, day=2))
        assert total(reader) == 9
        assert total(reader, on=TUESDAY) == 4


def level(reader: Reader) -> Fraction:
    """Return the level that stands at the end of the day, as pages take it."""
    found = [one for one in reader.day_totals(["line"], MONDAY, MONDAY) if one.measure == "stock"]
    return Fraction(max(found, key=lambda one: one.latest or EARLIEST).value)


def test_the_last_level_typed_is_the_level_of_the_day_whatever_comes_later(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.keep(day(7, measure="stock"), at(10))
        store.take(batch(reading("1", at(20), 99, measure="stock")), at(20))
        assert level(reader) == 7
        second = store.keep(day(9, 7, measure="stock"), at(11))
        assert level(reader) == 9
        store.keep(undo(second.id), at(12))
        assert level(reader) == 7
    assert verify(store_path, history=HISTORY) == ()


def test_a_level_typed_beside_levels_of_products_is_what_they_come_to_together(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("1", at(7), 10, measure="stock", product="A"),
                reading("2", at(8), 5, measure="stock", product="B"),
            ),
            at(9),
        )
        store.keep(day(12, 15, measure="stock"), at(10))
        assert total(reader, "stock") == 12


def test_a_mean_that_was_typed_is_the_mean_of_the_day_and_replaces_the_one_typed_before(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        first = store.keep(day(20, measure="temperature"), at(10))
        assert mean(reader) == 20
        store.keep(day(30, 20, measure="temperature"), at(10))
        assert mean(reader) == 30
        store.take(batch(reading("1", at(8), 60, measure="temperature", observations=9)), at(11))
        third = store.keep(day(40, measure="temperature"), at(12))
        assert mean(reader) == 40
        store.keep(undo(first.id), at(12))
        assert mean(reader) == 40
        store.keep(undo(third.id), at(12))
        assert mean(reader) == Fraction(60 * 9 + 30, 10)
    assert verify(store_path, history=HISTORY) == ()


@pytest.mark.parametrize(
    ("wrong", "cause", "said"),
    [
        (day(-1), Cause.UNUSABLE, "cannot be less than none"),
        (day(0, 30), Cause.NEGATIVE_INTERVAL, "something else was entered meanwhile"),
        (day(1, measure="unknown"), Cause.UNUSABLE, "no measure 'unknown'"),
        (day(1, node="gone"), Cause.UNUSABLE, "no line, area or site 'gone'"),
        (day(1, day=TUESDAY), Cause.UNUSABLE, "has not begun"),
        (day(Fraction(1, 10**17 + 3), Fraction(1, 10**17 + 7)), Cause.UNUSABLE, "enter it rounded"),
    ],
    ids=["less than none", "fewer than counted", "measure", "node", "future", "difference"],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    store_path: Path, wrong: EnterDay, cause: Cause, said: str
) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 20)), at(8))
        with pytest.raises(Refused, match=said) as caught:
            store.keep(wrong, at(10))
        assert caught.value.cause is cause
        assert total(reader) == 20
        assert list(reader.entries()) == []


def test_taking_back_a_figure_must_not_leave_fewer_than_none(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        first = store.keep(day(10), at(10))
        store.keep(day(3, 10), at(11))
        with pytest.raises(Refused, match="fewer than none"):
            store.keep(undo(first.id), at(12))


def test_a_figure_taken_back_cannot_be_taken_back_again(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        entry = store.keep(day(10), at(10))
        store.keep(undo(entry.id), at(11))
        with pytest.raises(Refused, match="was taken back before"):
            store.keep(undo(entry.id), at(12))


def test_without_a_plant_no_day_is_known(store_path: Path) -> None:
    with shop(store_path, history=None) as (store, _), pytest.raises(Refused, match="does not know its plant"):
        store.keep(day(10), at(10))


def test_the_same_touch_again_is_the_same_entry_however_the_day_stands_by_then(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        touched = day(10)
        first = store.keep(touched, at(10))
        store.take(batch(reading("1", at(7), 20)), at(11))
        assert store.keep(touched, at(12)) == first
        assert total(reader) == 30
        with pytest.raises(Refused, match="already belongs to another entry"):
            store.keep(day(11, id=touched.id), at(12))


def test_the_intervals_of_a_shift_know_nothing_of_a_figure_of_the_day(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 20)), at(8))
        store.keep(day(100, 20), at(6, 30))
        store.keep(day(300, 100), at(10, day=1))
        spans = [span(6, 8), span(8, 10), span(10, 12)]
        assert [one.value for one in reader.tallies("line", spans)] == [20]
        assert [one.value for one in reader.tallies("line", spans, known_at=at(12, day=1))] == [20]
        assert reader.crossing("line", spans) == ()
        assert total(reader) == 300


def test_no_source_may_pass_for_what_people_type(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 20, source="journal of days")), at(8))
        assert total(reader) is None
        assert "is kept for what people type" in str(reader.complaints())


def test_figures_counts_and_undos_in_any_order_are_what_the_journal_says(store_path: Path, rng: random.Random) -> None:
    with shop(store_path) as (store, reader):
        kept: list[str] = []
        causes: set[Cause] = set()
        for step in range(120):
            now = at(10) + timedelta(minutes=step)
            try:
                kept.append(store.keep(_any(rng, kept), now).id)
            except Refused as refused:
                causes.add(refused.cause)
        assert causes <= {Cause.NEGATIVE_INTERVAL, Cause.ALREADY_UNDONE, Cause.UNKNOWN_SUBJECT}
        assert all(one.quality is not Quality.BAD for one in reader.readings("line", span(0, 48)))
    assert verify(store_path, history=HISTORY) == ()


def _any(rng: random.Random, kept: list[str]) -> EnterDay | Undo:
    if kept and rng.random() < 0.4:
        return undo(rng.choice(kept))
    measure = rng.choice(["good", "scrap", "stock", "temperature"])
    before = rng.choice([None, 0, 5])
    return day(rng.randrange(20), before, measure=measure, day=rng.choice([MONDAY, MONDAY - timedelta(days=1)]))
