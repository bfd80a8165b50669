"""Numbers come back from a database as they went in, or are said to be none."""

from fractions import Fraction

import apsw
import pytest

from board.store.number import WHOLE, Stored, exact, from_stored, to_stored


@pytest.mark.parametrize("value", [Fraction(0), Fraction(-7), Fraction(1, 3), Fraction(WHOLE), Fraction(10**40), None])
def test_a_number_comes_back_as_it_went_in(value: Fraction | None) -> None:
    assert from_stored(to_stored(value)) == value


@pytest.mark.parametrize("torn", ["", "1/0", "x", b"7", 0.5, float("nan"), float("inf")])
def test_what_no_board_has_written_is_no_number(torn: Stored) -> None:
    with pytest.raises(apsw.CorruptError):
        exact(torn)  # type: ignore[arg-type]
