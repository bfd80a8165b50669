"""A correction never leaves an interval with less than nothing."""

from fractions import Fraction

import pytest

from board.kpi.count import NegativeIntervalError, corrected

F = Fraction


def test_correction_to_zero_stands() -> None:
    assert corrected(F(10), F(-10)) == 0
    assert corrected(F(10), F(5)) == 15


def test_correction_below_zero_is_refused_with_a_sentence() -> None:
    with pytest.raises(NegativeIntervalError, match="holds 10; a correction of -15 would make it -5") as found:
        corrected(F(10), F(-15))
    assert found.value.entered == 10
    assert found.value.difference == -15
