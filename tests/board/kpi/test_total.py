"""Measures add up over time and over lines by their own rules, whatever order they arrive in."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.kpi.reading import Reading
from board.kpi.total import Total, over_nodes, over_time
from board.plant.plant import Measure, MeasureKind, OverNodes
from tests.board.kpi.clock import DAY

F = Fraction


def measure(kind: MeasureKind, nodes: OverNodes = OverNodes.SUM) -> Measure:
    return Measure(id="m", name="M", kind=kind, unit="", over_nodes=nodes)


def reading(hour: int, value: int | None, observations: int = 1) -> Reading:
    return Reading(
        node="line-3",
        measure="m",
        start=DAY + timedelta(hours=hour),
        end=DAY + timedelta(hours=hour + 1),
        value=None if value is None else F(value),
        source="csv",
        key=str(hour),
        observations=observations,
    )


@pytest.mark.parametrize("kind", [MeasureKind.COUNT, MeasureKind.DURATION, MeasureKind.AMOUNT])
def test_quantities_are_summed(kind: MeasureKind) -> None:
    assert over_time(measure(kind), [reading(6, 3), reading(7, 4)]).value == 7


def test_the_last_level_stands() -> None:
    assert over_time(measure(MeasureKind.LEVEL), [reading(7, 4), reading(6, 9), reading(8, None)]).value == 4


def test_samples_are_weighted_by_their_number() -> None:
    found = over_time(measure(MeasureKind.SAMPLE), [reading(6, 10, 1), reading(7, 20, 3)])
    assert found.value == F("17.5")
    assert found.observations == 4


def test_samples_that_weigh_nothing_have_no_mean() -> None:
    assert over_time(measure(MeasureKind.SAMPLE), [reading(6, 10, 0)]).value is None
    nothing = Total(value=F(1), observations=0)
    assert over_nodes(measure(MeasureKind.SAMPLE, OverNodes.MEAN), [nothing]).value is None


@pytest.mark.parametrize("kind", list(MeasureKind))
def test_missing_is_not_zero_and_is_counted(kind: MeasureKind) -> None:
    assert over_time(measure(kind), []) == Total(value=None)
    assert over_time(measure(kind), [reading(6, None)]) == Total(value=None, missing=1)
    assert over_time(measure(kind), [reading(6, None), reading(7, 0)]).value == 0
    assert over_time(measure(kind), [reading(6, None), reading(7, 0)]).missing == 1


def test_work_in_progress_is_the_last_over_time_and_the_sum_over_lines() -> None:
    level = measure(MeasureKind.LEVEL)
    lines = [over_time(level, [reading(6, 5), reading(7, 8)]), over_time(level, [reading(6, 4)])]
    assert over_nodes(level, lines).value == 12


def test_temperature_is_a_weighted_mean_over_both() -> None:
    sample = measure(MeasureKind.SAMPLE, OverNodes.MEAN)
    lines = [over_time(sample, [reading(6, 10, 1)]), over_time(sample, [reading(6, 20, 3)])]
    assert over_nodes(sample, lines).value == F("17.5")


def test_mean_of_other_measures_is_plain_over_lines() -> None:
    mean = measure(MeasureKind.LEVEL, OverNodes.MEAN)
    assert over_nodes(mean, [Total(value=F(10), observations=1), Total(value=F(20), observations=1)]).value == 15


def test_lines_without_a_value_are_left_out_and_told() -> None:
    found = over_nodes(measure(MeasureKind.COUNT), [Total(value=F(3), observations=1), Total(value=None, missing=2)])
    assert found.value == 3
    assert found.missing == 2
    assert over_nodes(measure(MeasureKind.COUNT), [Total(value=None, missing=2)]).value is None


values = st.lists(st.tuples(st.none() | st.integers(-50, 50), st.integers(1, 9)), max_size=8)


@given(values, st.sampled_from(list(MeasureKind)), st.data())
def test_order_of_arrival_changes_nothing(
    some: list[tuple[int | None, int]], kind: MeasureKind, data: st.DataObject
) -> None:
    readings = [reading(hour, value, weight) for hour, (value, weight) in enumerate(some)]
    assert over_time(measure(kind), data.draw(st.permutations(readings))) == over_time(measure(kind), readings)


@given(values, st.integers(0, 8))
def test_mean_of_samples_is_the_same_by_any_grouping(some: list[tuple[int | None, int]], cut: int) -> None:
    sample = measure(MeasureKind.SAMPLE, OverNodes.MEAN)
    readings = [reading(hour, value, weight) for hour, (value, weight) in enumerate(some)]
    groups = [over_time(sample, readings[:cut]), over_time(sample, readings[cut:])]
    assert over_nodes(sample, groups) == over_time(sample, readings)
