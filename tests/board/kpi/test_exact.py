"""Time and rounding are exact."""

from datetime import timedelta
from fractions import Fraction

import pytest

from board.kpi.exact import hours, later, minutes, ratio, whole
from tests.board.kpi.clock import at

F = Fraction


def test_time_is_exact_to_the_microsecond() -> None:
    assert hours(timedelta(minutes=20)) == F(1, 3)
    assert minutes(timedelta(microseconds=1)) == F(1, 60_000_000)
    assert later(at("6:00"), F(1, 3)) == at("6:20")


@pytest.mark.parametrize(("exact", "expected"), [("0.5", 1), ("1.5", 2), ("2.499", 2), ("-0.5", 0), ("-0.51", -1)])
def test_half_goes_up(exact: str, expected: int) -> None:
    assert whole(F(exact)) == expected


def test_ratio_without_a_denominator_has_no_value() -> None:
    assert ratio(F(0), F(0)) is None
    assert ratio(None, F(1)) is None
    assert ratio(F(1), None) is None
    assert ratio(F(0), F(2)) == 0
