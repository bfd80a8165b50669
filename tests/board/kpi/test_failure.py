"""Reliability adds up over machines and says in words what no number can."""

from fractions import Fraction

from board.kpi.failure import Reliability, rolled_up

F = Fraction


def test_roll_up_adds_the_sums() -> None:
    first = Reliability(operating_h=F(50), failures=2, restored_h=(F(2),))
    second = Reliability(operating_h=F(100), failures=1, restored_h=(F(1),))
    both = rolled_up([first, second])
    assert both.mtbf_h == 50
    assert both.mttr_h == F(3, 2)
    assert both.open == 1
    assert both.said is None


def test_no_failure_is_said_with_its_hours() -> None:
    assert Reliability(operating_h=F(201, 2), failures=0).said == "no failure in 100.5 h"
    assert Reliability(operating_h=F(0), failures=0).said == "no failure in 0 h"


def test_failure_that_nobody_restored_has_no_mttr() -> None:
    found = Reliability(operating_h=F(10), failures=1)
    assert found.mttr_h is None
    assert found.mtbf_h == 10
