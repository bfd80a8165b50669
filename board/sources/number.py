"""Reads a number as people and machines write it, exactly and within bounds."""

import re
from fractions import Fraction
from functools import lru_cache

LONGEST = 64  # characters; longer text is no quantity of a factory
MOST_DIGITS = 40
MARKS = {"": "", ".": ".", ",": ",", " ": " ", "'": "'"}

_TWO_WAYS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)
_PLAIN = re.compile(r"([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,2}))?", re.ASCII)
_WHOLE = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " ") | {"\u2212": "-", "\u2019": "'"})


class NumberError(ValueError):
    """A text that cannot be read as one number; says why."""


def reads_two_ways(text: str) -> bool:
    """Tell whether a text like 1.234 may as well be a thousand and more."""
    return _TWO_WAYS.fullmatch(text) is not None


class Native(str):
    """A number that came as a number, with a point: the marks in use are those of texts, and say nothing of it."""

    __slots__ = ()


def as_number(text: str) -> Native:
    """Return a number that came as a number, spelled so that nobody takes its point for a mark of thousands."""
    return Native(f"{text}0" if reads_two_ways(text) else text)


@lru_cache(maxsize=4096)
def read_number(text: str, *, decimal: str = "", thousands: str = "") -> Fraction:
    """Return the exact value of a text; NumberError where it is none or could be read two ways.

    `decimal` and `thousands` are the marks in use; left empty, only what has a single meaning is read: `1,5` and
    `1.234,5` and `1,234.5` are, `1,234` is not.
    """
    if _WHOLE.fullmatch(text):
        return Fraction(int(text))
    bare = text.translate(_BLANKS).strip()
    if not bare or len(bare) > LONGEST:
        raise NumberError("is not a number" if not bare else f"is too long for a number (at most {LONGEST} characters)")
    if bare.endswith("-") and not bare.startswith(("-", "+")):
        bare = "-" + bare[:-1].rstrip()  # as some ERP systems print it
    sign = -1 if bare.startswith("-") else 1
    bare = bare[1:].lstrip() if bare[0] in "+-" else bare
    return sign * _plain(_with_point(bare, decimal, thousands))


def _with_point(bare: str, decimal: str, thousands: str) -> str:
    """Return the text with its thousands marks taken out and a point as its decimal mark."""
    if not decimal and not thousands:
        decimal, thousands = _guess(bare)
    if thousands and thousands in bare:
        head, mark, tail = bare.partition(decimal) if decimal else (bare, "", "")
        groups = head.split(thousands)
        if (
            groups[0] == "0"
            or not 1 <= len(groups[0]) <= 3
            or any(len(group) != 3 for group in groups[1:])
            or thousands in tail
        ):
            raise NumberError("is not a number: its thousands are not in groups of three")
        bare = "".join(groups) + mark + tail
    if decimal == ",":
        if "." in bare:
            raise NumberError("is not a number: it has a point where the decimal mark is a comma")
        return bare.replace(",", ".", 1)
    return bare


def _guess(bare: str) -> tuple[str, str]:
    """Return the decimal and the thousands mark of a text whose marks nobody set."""
    commas, points = bare.count(","), bare.count(".")
    if commas and points:
        return (",", ".") if bare.rfind(",") > bare.rfind(".") else (".", ",")
    if points > 1:
        return ",", "."
    if commas > 1:
        return ".", ","
    if commas:
        if len(bare) - bare.index(",") == 4 and bare.index(",") in (1, 2, 3) and bare[0] != "0":
            raise NumberError('can be read two ways: set decimal = "," or thousands = ","')
        return ",", ""
    for mark in (" ", "'"):
        if mark in bare:
            return ".", mark
    return ".", ""


def _plain(text: str) -> Fraction:
    """Return the value of unsigned digits with a point and perhaps a power of ten."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        raise NumberError("is not a number")
    whole, part, power = match[1], match[2] or "", int(match[3] or 0)
    if not whole and not part:
        raise NumberError("is not a number")
    if len(whole) + len(part) > MOST_DIGITS:
        raise NumberError(f"has more than {MOST_DIGITS} digits")
    if abs(power) > MOST_DIGITS:
        raise NumberError("is larger or smaller than any quantity of a factory")
    return Fraction(int(whole + part)) * Fraction(10) ** (power - len(part))
