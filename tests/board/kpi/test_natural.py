"""Natural limits of individual values: hand-checked, and strict about what is a signal."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.kpi import natural
from board.kpi.natural import FACTOR, FEWEST, limits

F = Fraction
VALUES = st.lists(st.fractions(min_value=-100, max_value=100, max_denominator=50), min_size=FEWEST, max_size=40)


def of(*values: int) -> list[Fraction]:
    return [F(value) for value in values]


def test_the_hand_checked_case_of_five_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(natural, "FEWEST", 5)
    found = limits(of(10, 12, 11, 13, 12))
    assert found is not None
    assert found.mean == F("11.6")
    assert [round(float(limit), 6) for limit in (found.low, found.high)] == [7.610638, 15.589362]
    assert found.points == 5


def test_the_factor_is_three_over_d2_which_tables_print_as_2_66() -> None:
    assert F(3) / F("1.128") == FACTOR
    assert round(FACTOR, 2) == F("2.66")


@pytest.mark.parametrize("number", range(FEWEST))
def test_too_few_values_have_no_limits(number: int) -> None:
    assert limits([F(1)] * number) is None


def test_just_enough_values_have_limits() -> None:
    found = limits([F(3)] * FEWEST)
    assert found is not None
    assert (found.mean, found.low, found.high) == (F(3), F(3), F(3))


def test_a_value_on_a_limit_is_no_signal_and_one_beyond_is() -> None:
    found = limits(of(10, 12, 10, 12, 10, 12, 10, 12))
    assert found is not None
    assert not found.signal(found.high)
    assert not found.signal(found.low)
    assert found.signal(found.high + F(1, 10**9))
    assert found.signal(found.low - F(1, 10**9))


def test_the_lower_limit_stops_at_what_no_value_can_fall_below() -> None:
    jumping = of(0, 4, 0, 4, 0, 4, 0, 4)
    floored, free = limits(jumping, floor=F(0)), limits(jumping)
    assert floored is not None
    assert free is not None
    assert floored.low == 0
    assert free.low < 0
    assert floored.high == free.high
    assert not floored.signal(F(0))


def test_a_floor_that_a_value_breaks_is_none() -> None:
    found = limits(of(-1, 4, 0, 4, 0, 4, 0, 4), floor=F(0))
    assert found is not None
    assert found.low < 0


@given(VALUES, st.fractions(min_value=-50, max_value=50, max_denominator=20))
def test_limits_move_with_the_values_and_lie_evenly_about_the_mean(values: Sequence[Fraction], shift: Fraction) -> None:
    found, moved = limits(values), limits([value + shift for value in values])
    assert found is not None
    assert moved is not None
    assert (moved.mean, moved.low, moved.high) == (found.mean + shift, found.low + shift, found.high + shift)
    assert found.high - found.mean == found.mean - found.low


@given(VALUES)
def test_time_running_backwards_gives_the_same_limits(values: Sequence[Fraction]) -> None:
    assert limits(values) == limits(list(reversed(values)))
