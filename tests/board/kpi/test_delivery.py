"""A delivery is on time, in full, or a miss; what is not due yet does not count."""

from datetime import date, timedelta
from fractions import Fraction

from board.kpi.delivery import Delivery, punctuality

F = Fraction
DUE = date(2026, 5, 6)


def shipped(day: int | None, ordered: int | None = None, delivered: int | None = None) -> Delivery:
    return Delivery(
        due=DUE,
        shipped=None if day is None else date(2026, 5, day),
        ordered=None if ordered is None else F(ordered),
        delivered=None if delivered is None else F(delivered),
    )


def test_nothing_due_has_no_value() -> None:
    found = punctuality([], last=DUE)
    assert found.due == 0
    assert found.otd is None
    assert found.otif is None


def test_otif_is_counted_delivery_by_delivery() -> None:
    found = punctuality([shipped(6, 10, 9), shipped(7, 10, 10), shipped(5, 10, 12), shipped(6, 10)], last=DUE)
    assert found.otd == F(3, 4)
    assert found.otif == F(1, 4)  # the product of both rates would be 3/8


def test_late_is_late_even_seen_later() -> None:
    found = punctuality([shipped(7)], last=date(2026, 5, 31))
    assert found.on_time == 0


def test_shipped_after_the_day_looked_at_was_not_shipped_then() -> None:
    early_due = Delivery(due=date(2026, 5, 8), shipped=date(2026, 5, 8))
    assert punctuality([early_due], last=DUE).due == 0


def test_too_early_fails_where_a_window_is_agreed() -> None:
    assert punctuality([shipped(1)], last=DUE).on_time == 1
    assert punctuality([shipped(1)], last=DUE, early=timedelta(days=2)).on_time == 0
    assert punctuality([shipped(4)], last=DUE, early=timedelta(days=2)).on_time == 1


def test_only_what_was_due_in_the_period() -> None:
    before = Delivery(due=date(2026, 5, 5))
    assert punctuality([before, shipped(6)], last=DUE, first=DUE).otd == 1
    assert punctuality([before, shipped(6)], last=DUE).otd == F(1, 2)
