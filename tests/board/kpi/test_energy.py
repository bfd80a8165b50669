"""Idle energy counts in the ratio and is shown on its own."""

from fractions import Fraction

from board.kpi.energy import Consumption, idle, rolled_up

F = Fraction
SHIFTS = (Consumption(used=F(1_200), good=F(960)), Consumption(used=F(150), good=F(0)))


def test_idle_shift_has_no_ratio_yet_counts_in_the_day() -> None:
    assert SHIFTS[1].per_good is None
    assert rolled_up(SHIFTS).per_good == F(1_350, 960)
    assert idle(SHIFTS) == 150
