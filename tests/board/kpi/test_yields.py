"""Yields multiply over steps and have no value where nothing went through."""

from fractions import Fraction

from board.kpi.yields import final_yield, first_pass_yield, rolled_throughput_yield

F = Fraction


def test_published_example() -> None:
    assert rolled_throughput_yield([F("0.95"), F("0.842"), F("0.875")]) == F("0.6999125")


def test_nothing_inspected_has_no_yield() -> None:
    assert first_pass_yield(F(0), F(0)) is None
    assert final_yield(F(0), F(0)) is None
    assert rolled_throughput_yield([]) is None
    assert rolled_throughput_yield([F(1), None]) is None


def test_rework_counts_in_the_final_yield_only() -> None:
    assert first_pass_yield(F(90), F(100)) == F(9, 10)
    assert final_yield(F(98), F(100)) == F(98, 100)
