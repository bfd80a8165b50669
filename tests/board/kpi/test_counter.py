"""Counters add what was made, through resets, roll-overs and samples in any order."""

from datetime import timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from board.kpi.counter import Sample, steps
from tests.board.kpi.clock import DAY

F = Fraction


def samples(*values: int | None) -> list[Sample]:
    return [
        Sample(at=DAY + timedelta(minutes=minute), value=None if value is None else F(value))
        for minute, value in enumerate(values)
    ]


def test_repeated_reading_adds_nothing() -> None:
    assert [step.added for step in steps(samples(5, 5, 5))] == [0, 0]


def test_roll_over_goes_on_counting() -> None:
    found = steps(samples(998, 3), rolls_over_at=F(1_000))
    assert [step.added for step in found] == [5]
    assert found[0].reset


def test_unreadable_sample_is_bridged() -> None:
    (found,) = steps(samples(5, None, 9))
    assert found.added == 4
    assert found.end - found.start == timedelta(minutes=2)


def test_first_sample_adds_nothing() -> None:
    assert steps(samples(5)) == ()
    assert steps(samples(None)) == ()


def test_same_instant_twice_counts_once() -> None:
    twice = [*samples(5, 9), *samples(5, 9)]
    assert [step.added for step in steps(twice)] == [4]


@given(st.lists(st.none() | st.integers(0, 100), max_size=12), st.data())
def test_order_of_arrival_changes_nothing(values: list[int | None], data: st.DataObject) -> None:
    arrived = samples(*values)
    found = steps(data.draw(st.permutations(arrived)))
    assert found == steps(arrived)
    assert all(step.added >= 0 for step in found)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=12))
def test_counter_that_never_falls_adds_its_rise(increments: list[int]) -> None:
    values = [sum(increments[: number + 1]) for number in range(len(increments))]
    assert sum(step.added for step in steps(samples(*values))) == values[-1] - values[0]
