"""A month as the database adds it up: exactly, and with the days it is made of."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from board.plant.span import Span
from tests.board.store.shop import at, batch, reading, shop

F = Fraction
MARCH = date(2026, 3, 1)


def test_a_month_is_the_exact_sum_of_its_days_with_their_marks(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("1", at(7), 5, reason="a", product="P"),
                reading("2", at(15), F(1, 3), product="P"),
                reading("3", at(15), F(1, 3)),
                reading("4", at(7, day=29), 7),
                reading("5", at(7, day=30), 100),  # 1 April
                reading("6", at(5), 1000),  # before six: 1 March
                reading("7", at(7), 3, node="other"),
            ),
            at(8, day=31),
        )
        (good,) = reader.month_totals("line", MARCH, ()).values()
        assert (good.value, good.observations) == (F(1012) + F(2, 3), 5)
        assert good.days == 0b1000000000000000000000000000011
        assert reader.month_totals("line", date(2026, 4, 1), ())["good"].value == 100
        assert reader.month_totals("other", MARCH, ())["good"].value == 3
        assert reader.month_totals("line", date(2026, 2, 1), ()) == {}
        assert reader.month_totals("nobody", MARCH, ()) == {}
        rates = {(total.shift, total.product): total.value for total in reader.rate_totals("line", MARCH, "good")}
        assert rates == {("Early", "P"): 5, ("Late", "P"): F(1, 3), ("Late", None): F(1, 3), ("Early", None): 7} | {
            ("Night", None): 1000
        }
        assert reader.rate_totals("line", MARCH, "scrap") == ()


def test_a_level_is_that_of_the_last_day_and_a_mean_keeps_its_weight(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("1", at(7), 50, measure="stock", product="P"),
                reading("2", at(9, day=1), 20, measure="stock", product="P"),
                reading("3", at(16, day=1), 30, measure="stock", product="P"),
                reading("4", at(8, day=1), 4, measure="stock"),
                reading("5", at(7), 20, measure="temperature", observations=3),
                reading("6", at(7, day=1), F(45, 2), measure="temperature", observations=1),
            ),
            at(8, day=2),
        )
        found = reader.month_totals("line", MARCH, ("stock",))
        assert (found["stock"].value, found["stock"].days) == (F(34), 0b110)
        assert (found["temperature"].value, found["temperature"].observations) == (F(165, 2), 4)


def test_what_came_or_was_replaced_after_a_moment_tells_on_the_days_around_it(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        first = Span(at(6), at(6, day=1))
        assert not reader.changed_after("line", first, at(0))
        store.take(batch(reading("1", at(7), 5), reading("2", at(7, day=20), 5)), at(8, day=21))
        assert reader.changed_after("line", first, at(8, day=20))
        assert not reader.changed_after("line", first, at(9, day=21))
        assert not reader.changed_after("other", first, at(0))
        store.take(batch(reading("2", at(7, day=20), 6)), at(8, day=22))
        assert not reader.changed_after("line", first, at(9, day=21))
        store.take(batch(reading("1", at(7), 6)), at(8, day=23))
        assert reader.changed_after("line", first, at(9, day=22))
        store.take(batch(reading("3", at(7, day=10), 6, end=at(7, day=14))), at(8, day=24))
        assert reader.changed_after("line", first, at(9, day=23))  # lasting ones may reach anywhere
        assert not reader.changed_after("line", first, at(9, day=24))
