"""A value is judged before it is rounded, by the target that stood on its day."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.kpi.judgement import Judgement, judge, misses_in_a_row, rolled_target, target_on, worst
from board.plant.plant import Better, Target

F = Fraction
GOOD, WATCH, MISS = Judgement
JANUARY, OCTOBER = date(2026, 1, 1), date(2026, 10, 1)


def target(value: str | None = None, **limits: str | None) -> Target:
    found = {name: None if limit is None else F(limit) for name, limit in limits.items()}
    return replace(Target(valid_from=JANUARY, value=None if value is None else F(value)), **found)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "better", "aim", "expected"),
    [
        ("94.96", Better.HIGHER, target("95"), MISS),  # rounded to one place it would meet
        ("95", Better.HIGHER, target("95"), GOOD),
        ("94", Better.HIGHER, target("95", watch="1"), WATCH),
        ("93.9999", Better.HIGHER, target("95", watch="1"), MISS),
        ("2.04", Better.LOWER, target("2"), MISS),
        ("2", Better.LOWER, target("2", watch="0"), GOOD),
        ("2.01", Better.LOWER, target("2", watch="0"), MISS),
        ("0", Better.HIGHER, target("0"), GOOD),
        ("68", Better.RANGE, target(low="68", high="72"), GOOD),
        ("72.001", Better.RANGE, target(low="68", high="72"), MISS),
        ("80", Better.RANGE, target(low="68"), GOOD),
        ("60", Better.RANGE, target(low="68"), MISS),
        ("60", Better.RANGE, target(high="72"), GOOD),
    ],
)
def test_judged_exactly(value: str, better: Better, aim: Target, expected: Judgement) -> None:
    assert judge(F(value), better, aim) is expected


def test_seven_percent_meets_seven() -> None:
    assert judge(100 * F("0.07"), Better.LOWER, target("7")) is GOOD


def test_nothing_to_judge_is_never_green() -> None:
    assert judge(None, Better.HIGHER, target("0")) is None
    assert judge(F(1), Better.HIGHER, None) is None
    assert judge(F(1), Better.HIGHER, target(low="0", high="2")) is None
    assert judge(F(1), Better.RANGE, target("1")) is None


def test_the_past_keeps_its_target() -> None:
    first = Target(valid_from=JANUARY, value=F(5))
    later = Target(valid_from=OCTOBER, value=F(2))
    for targets in ((first, later), (later, first)):
        assert target_on(targets, date(2025, 12, 31)) is None
        assert target_on(targets, date(2026, 9, 30)) == first
        assert target_on(targets, OCTOBER) == later
        assert target_on(targets, date(2027, 1, 1)) == later


def test_of_two_targets_from_one_day_the_later_written_stands() -> None:
    again = Target(valid_from=JANUARY, value=F(3))
    assert target_on((target("5"), again), JANUARY) == again


def test_worst_of_those_that_vote() -> None:
    assert worst([GOOD, None, WATCH]) is WATCH
    assert worst([GOOD, MISS, WATCH]) is MISS
    assert worst([None]) is None
    assert worst([]) is None


def test_misses_in_a_row_are_not_broken_by_days_without_judgement() -> None:
    assert misses_in_a_row([MISS, MISS, GOOD, MISS, MISS, MISS]) == 3
    assert misses_in_a_row([MISS, None, MISS]) == 2
    assert misses_in_a_row([MISS, WATCH]) == 0
    assert misses_in_a_row([]) == 0


def test_rolled_target_is_weighted_by_the_denominator() -> None:
    assert rolled_target([(F(70), F(1)), (F(80), F(3))]) == F("77.5")
    assert rolled_target([(F(70), F(0))]) is None
    assert rolled_target([]) is None


exact = st.fractions(min_value=-1_000, max_value=1_000)


@given(exact, exact, st.none() | st.fractions(min_value=0, max_value=100))
def test_lower_is_the_mirror_of_higher(value: Fraction, aim: Fraction, watch: Fraction | None) -> None:
    higher = judge(value, Better.HIGHER, Target(valid_from=JANUARY, value=aim, watch=watch))
    lower = judge(-value, Better.LOWER, Target(valid_from=JANUARY, value=-aim, watch=watch))
    assert higher is lower
    assert (higher is GOOD) == (value >= aim)
