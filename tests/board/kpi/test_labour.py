"""Figures of people have no value where nobody was there."""

from fractions import Fraction

from board.kpi.labour import absence, attendance, per_labour_hour, worker_efficiency

F = Fraction


def test_worker_efficiency() -> None:
    assert worker_efficiency(F(420), F(480)) == F(7, 8)


def test_nobody_planned_is_no_value() -> None:
    assert absence(F(0), F(0)) is None
    assert attendance(F(0), F(0)) is None
    assert per_labour_hour(F(0), F(0)) is None
    assert worker_efficiency(F(0), F(0)) is None
