"""Intervals show the gap of what was entered, and explanations never make anything negative."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.kpi.interval import columns, split_gap
from board.kpi.judgement import Judgement

F = Fraction
amount = st.none() | st.fractions(min_value=0, max_value=1_000)


def test_cumulative_columns() -> None:
    found = columns([F(120), F(120), F(90)], [F(118), F(125), F(90)])
    assert [c.delta for c in found] == [-2, 5, 0]
    assert [c.gap for c in found] == [2, 0, 0]
    assert [c.cumulative_plan for c in found] == [120, 240, 330]
    assert [c.cumulative_actual for c in found] == [118, 243, 333]
    assert [c.cumulative_delta for c in found] == [-2, 3, 3]
    assert [c.judgement for c in found] == [Judgement.MISS, Judgement.GOOD, Judgement.GOOD]


def test_interval_without_a_plan_shows_its_count_uncoloured() -> None:
    unplanned = columns([None, F(10)], [F(7), F(10)])
    assert [unplanned[0].delta, unplanned[0].judgement, unplanned[0].missing] == [None, None, False]
    assert [unplanned[1].cumulative_actual, unplanned[1].cumulative_delta] == [17, 0]


def test_zero_is_a_miss_and_missing_is_none() -> None:
    zero, missing = columns([F(5), F(5)], [F(0), None])
    assert [zero.judgement, zero.gap, zero.missing] == [Judgement.MISS, 5, False]
    assert [missing.judgement, missing.gap, missing.missing] == [None, 0, True]


def test_plans_and_actuals_belong_together() -> None:
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        columns([F(1)], [])


@given(st.lists(st.tuples(amount, amount)))
def test_running_gap_is_the_sum_of_the_known_differences(pairs: list[tuple[Fraction | None, Fraction | None]]) -> None:
    found = columns([plan for plan, _ in pairs], [actual for _, actual in pairs])
    known = [column.delta for column in found if column.delta is not None]
    last = [column.cumulative_delta for column in found if column.cumulative_delta is not None]
    assert last[-1:] == ([sum(known, F(0))] if known else [])


@given(st.fractions(min_value=0), st.fractions(min_value=0))
def test_gap_and_explanation_balance(gap: Fraction, explained: Fraction) -> None:
    unexplained, surplus = split_gap(gap, explained)
    assert unexplained >= 0 <= surplus
    assert gap + surplus == explained + unexplained
    assert 0 in {unexplained, surplus}
