"""Takt is seconds per unit asked for, and exact."""

from fractions import Fraction

from board.kpi.takt import takt_s

F = Fraction


def test_takt_is_not_rounded() -> None:
    assert takt_s(F(425), F(1_150)) == F(510, 23)


def test_no_time_leaves_no_seconds_and_no_demand_has_no_takt() -> None:
    assert takt_s(F(0), F(10)) == 0
    assert takt_s(F(450), F(0)) is None
