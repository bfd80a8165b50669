"""Numbers as people and machines write them."""

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.sources.number import NumberError, read_number


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "value"),
    [
        ("12", "", "", "12"),
        ("0", "", "", "0"),
        ("-7", "", "", "-7"),
        ("+7", "", "", "7"),
        ("5-", "", "", "-5"),
        ("\u22125", "", "", "-5"),
        ("0.07", "", "", "0.07"),
        (".5", "", "", "0.5"),
        ("5.", "", "", "5"),
        ("1e3", "", "", "1000"),
        ("1.5E-02", "", "", "0.015"),
        ("1,5", "", "", "1.5"),
        ("0,125", "", "", "0.125"),
        ("1.234,5", "", "", "1234.5"),
        ("1,234.5", "", "", "1234.5"),
        ("1.234.567", "", "", "1234567"),
        ("1,234,567", "", "", "1234567"),
        ("1 234", "", "", "1234"),
        ("1\u202f234,5", ",", " ", "1234.5"),
        ("1\u2019234.5", ".", "'", "1234.5"),
        ("1.234", ",", ".", "1234"),
        ("1.234", ".", "", "1.234"),
        ("1,234", ".", ",", "1234"),
        ("1,234", ",", "", "1.234"),
        ("12,345,678.9", ".", ",", "12345678.9"),
        (" 12 ", "", "", "12"),
    ],
)
def test_a_number_is_read_exactly(text: str, decimal: str, thousands: str, value: str) -> None:
    assert read_number(text, decimal=decimal, thousands=thousands) == Fraction(value)


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "said"),
    [
        ("0.125", ",", ".", "groups of three"),
        ("1,234", "", "", "two ways"),
        ("abc", "", "", "is not a number"),
        ("", "", "", "is not a number"),
        ("-", "", "", "is not a number"),
        (".", "", "", "is not a number"),
        ("nan", "", "", "is not a number"),
        ("Infinity", "", "", "is not a number"),
        ("1e999999999", "", "", "is not a number"),
        ("1e99", "", "", "larger or smaller"),
        ("9" * 41, "", "", "40 digits"),
        ("9" * 5000, "", "", "too long"),
        ("1.2.3", ".", "", "is not a number"),
        ("1,23,4", ".", ",", "groups of three"),
        ("1.5", ",", "", "a point where the decimal mark is a comma"),
        ("1_000", "", "", "is not a number"),
        ("\u0661\u0662", "", "", "is not a number"),
        ("0x10", "", "", "is not a number"),
        ("12 pcs", "", "", "is not a number"),
    ],
)
def test_what_is_no_number_says_so(text: str, decimal: str, thousands: str, said: str) -> None:
    with pytest.raises(NumberError, match=said):
        read_number(text, decimal=decimal, thousands=thousands)


@given(st.integers(-(10**12), 10**12), st.integers(0, 999))
def test_german_and_english_spellings_mean_the_same(whole: int, part: int) -> None:
    exact = abs(whole) + Fraction(part, 1000)
    sign = -1 if whole < 0 else 1
    english = f"{'-' if sign < 0 else ''}{abs(whole):,}.{part:03}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert read_number(english, decimal=".", thousands=",") == sign * exact
    assert read_number(german, decimal=",", thousands=".") == sign * exact


@given(st.text(max_size=80))
def test_no_text_raises_anything_else(text: str) -> None:
    with suppress(NumberError):
        read_number(text)
