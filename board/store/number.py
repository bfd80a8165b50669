"""Exact numbers and their place in SQLite: whole ones as INTEGER, others as the text 'n/d'."""

from fractions import Fraction

import apsw

Stored = int | str | None
WHOLE = 2**53  # larger whole numbers are kept as text, so that no sum of theirs can leave 64 bits


def to_stored(value: Fraction | None) -> Stored:
    """Return a number as it is stored."""
    if value is None:
        return None
    if value.denominator == 1 and -WHOLE < value.numerator < WHOLE:
        return value.numerator
    return f"{value.numerator}/{value.denominator}"


def exact(stored: int | str) -> Fraction:
    """Return the number that was stored; CorruptError where it is none that a board has written.

    A damaged file may hold bytes, or a number with a point, in the place of either.
    """
    try:
        if isinstance(stored, int | str):
            return Fraction(stored)
        raise TypeError
    except (TypeError, ValueError, ZeroDivisionError) as error:
        raise apsw.CorruptError(f"{stored!r} is no number") from error


def from_stored(stored: Stored) -> Fraction | None:
    """Return the number that was stored, None for a missing one."""
    return None if stored is None else exact(stored)
