"""Day totals of an earlier moment: what had happened by then, and what had been heard by then."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.store.reader import Reader
from tests.board.store.shop import HISTORY, at, batch, count, reading, shop, span

MONDAY = date(2026, 3, 2)


def sums(reader: Reader, **moments: object) -> dict[tuple[str | None, str], Fraction]:
    totals = reader.known_day_totals(HISTORY, ["line"], MONDAY, MONDAY, **moments)  # type: ignore[arg-type]
    return {(total.shift, total.measure): Fraction(total.value) for total in totals}


def test_summed_anew_all_of_it_is_what_is_kept(tmp_path: Path) -> None:
    with shop(tmp_path / "board.db") as (store, reader):
        rows = [reading(str(hour), at(hour), hour) for hour in range(6, 24)]
        rows.append(reading("whole", at(6), 100, end=at(30), measure="scrap"))
        rows.append(reading("level", at(10), 7, measure="stock"))
        rows.append(reading("warm", at(12), 20, measure="temperature", observations=3))
        store.take(batch(*rows), at(31))
        kept = reader.day_totals(["line"], MONDAY, MONDAY)
        anew = reader.known_day_totals(HISTORY, ["line"], MONDAY, MONDAY, at=at(31))
        order = lambda total: (str(total.shift), total.measure)  # noqa: E731 - one word for one test
        assert sorted(anew, key=order) == sorted(kept, key=order)


def test_a_moment_of_the_past_knows_nothing_that_came_after_it(tmp_path: Path) -> None:
    with shop(tmp_path / "board.db") as (store, reader):
        store.take(batch(reading("a", at(7), 10), reading("b", at(9), 20)), at(23))
        assert sums(reader, at=at(8)) == {("Early", "good"): 10}
        assert sums(reader, at=at(9)) == {("Early", "good"): 30}


def test_what_lasts_longer_than_the_moment_counts_once_it_was_received(tmp_path: Path) -> None:
    with shop(tmp_path / "board.db") as (store, reader):
        store.take(batch(reading("day", at(6), 5, end=at(30), measure="scrap")), at(8))
        assert sums(reader, at=at(7)) == {}
        assert sum(sums(reader, at=at(9)).values()) == 5


def test_a_correction_is_known_from_when_it_was_received(tmp_path: Path) -> None:
    with shop(tmp_path / "board.db") as (store, reader):
        store.take(batch(reading("a", at(7), 10)), at(8))
        store.take(batch(reading("a", at(7), 12)), at(20))
        assert sums(reader, at=at(21)) == {("Early", "good"): 12}
        assert sums(reader, at=at(21), known_at=at(19)) == {("Early", "good"): 10}
        assert sums(reader, at=at(21), known_at=at(7)) == {}


def test_anything_heard_after_a_moment_is_noticed(tmp_path: Path) -> None:
    with shop(tmp_path / "board.db") as (store, reader):
        store.take(batch(reading("a", at(7), 10), seen=at(8)), at(8))
        assert reader.heard_after(at(7))
        assert not reader.heard_after(at(8))
        store.keep(count(span(8, 9), 5), at(12))
        assert reader.heard_after(at(8))
        assert not reader.heard_after(at(12))


@pytest.mark.parametrize("value", [Fraction(1), Fraction(1, 2)])
def test_days_of_a_measure_over_all_years(tmp_path: Path, value: Fraction) -> None:
    with shop(tmp_path / "board.db") as (store, reader):
        long_ago = at(9) - timedelta(days=3000)
        rows = [
            reading("1", long_ago, value, measure="lost_time"),
            reading("2", at(9), 0, measure="lost_time"),
            reading("3", at(10, day=1), value, measure="lost_time", node="other"),
            reading("4", at(10), 9),
        ]
        store.take(batch(*rows), at(12, day=2))
        found = reader.days_of(["line", "other"], ["lost_time", "recordable"])
        assert found == (("line", long_ago.date()), ("other", MONDAY + timedelta(days=1)))
