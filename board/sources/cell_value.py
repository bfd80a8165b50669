"""What the text of a cell comes to as the value of a measure: in bounds, with one meaning only, or not at all."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from board.kpi.reading import Quality
from board.sources.hide import hidden
from board.sources.mapping import Entry, RecordMapping
from board.sources.number import Native, NumberError, read_number, reads_two_ways

MOST_DIGITS: Final = 40
"""Of the numerator and of the denominator of a value; what a formula makes may have more, and no factory has."""
_NEVER_NEGATIVE: Final = frozenset({"count", "duration"})


def number(text: str, mapping: RecordMapping, unit: str = "", *, kind: str = "") -> Fraction:
    """Return the number in a cell, without its unit; NumberError where it is none or could be read two ways.

    Of a count, 1.234 may as well be a thousand and more: it is read where the marks in use are set. What came as a
    number has one meaning, whatever marks are in use in texts.
    """
    if isinstance(text, Native):
        return read_number(text, decimal=".")
    bare = text.strip()
    if unit and bare.endswith(unit):
        bare = bare[: -len(unit)].rstrip()
    if kind == "count" and not (mapping.decimal or mapping.thousands) and reads_two_ways(bare):
        raise NumberError('can be read two ways: set decimal = "." or thousands = "."')
    return read_number(bare, decimal=mapping.decimal, thousands=mapping.thousands)


def possible(
    value: Fraction, text: str, entry: Entry, complain: Callable[[str, str], None]
) -> tuple[Fraction | None, Quality]:
    """Return the value, or that it is bad where it is negative and cannot be, or beyond any quantity."""
    column = entry.column or ""
    if value.numerator < 0 and entry.kind in _NEVER_NEGATIVE and not entry.may_be_negative:
        complain(column, f"{quoted(text)} is negative, and {entry.measure} cannot be")
        return None, Quality.BAD
    if max(abs(value.numerator), value.denominator) >= 10**MOST_DIGITS:
        complain(column, f"{quoted(text)} comes to more digits than any quantity of a factory has")
        return None, Quality.BAD
    return value, Quality.GOOD


def clock_minutes(text: str) -> Fraction:
    """Return the minutes of a duration written as hours:minutes or hours:minutes:seconds."""
    parts = text.strip().split(":")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() and len(part) <= 6 for part in parts):
        raise NumberError("is no duration like 1:30 or 1:30:00")
    hours, minutes, seconds = (*(int(part) for part in parts), 0)[:3]
    if minutes > 59 or seconds > 59:
        raise NumberError("is no duration like 1:30 or 1:30:00")
    return Fraction(hours * 3600 + minutes * 60 + seconds, 60)


def quoted(text: str) -> str:
    """Return a text as a person may read it in a sentence: short, and without anything that moves a cursor."""
    whole = hidden(text)  # first: half a secret is not known as one
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in whole[:60])
    return f"'{shown}{'…' if len(whole) > 60 else ''}'"
