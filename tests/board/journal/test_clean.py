"""What may enter."""

import math
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from board.journal.clean import LARGEST, clean_key, clean_text, plausible, usable


@pytest.mark.parametrize(
    ("entered", "kept"),
    [
        ("Labeller jam", "Labeller jam"),
        ("Füller läuft – 3 µm", "Füller läuft – 3 µm"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("nul\x00here", "nul�here"),
        ("half \ud800 character", "half � character"),
        ("bell\x07", "bell�"),
        ("नमस्ते 你好 مرحبا", "नमस्ते 你好 مرحبا"),
        ("x" * 60, "x" * 49 + "…"),
    ],
)
def test_text_is_kept_without_what_poisons_a_database(entered: str, kept: str) -> None:
    assert clean_text(entered, 50) == kept
    kept.encode()


def test_long_keys_stay_apart() -> None:
    first, second = clean_key("k" * 300 + "1"), clean_key("k" * 300 + "2")
    assert first != second
    assert len(first) <= 200
    assert clean_key("production.csv:17") == "production.csv:17"
    assert clean_key("a\x00") != clean_key("a\x01")


@pytest.mark.parametrize(
    ("number", "fine"),
    [
        (0, True),
        (-15, True),
        (Fraction(1, 3), True),
        (LARGEST, True),
        (LARGEST + 1, False),
        (Fraction(1, 10**30), False),
        (Fraction(10**400), False),
        (math.nan, False),
        (math.inf, False),
        (1.5, False),
        ("7", False),
        (None, False),
    ],
)
def test_only_exact_numbers_that_a_factory_can_mean_are_usable(number: object, fine: bool) -> None:
    assert usable(number) is fine


@pytest.mark.parametrize(
    ("moment", "fine"),
    [
        (datetime(2026, 3, 2, tzinfo=UTC), True),
        (datetime(1989, 12, 31, tzinfo=UTC), False),
        (datetime(2200, 1, 1, tzinfo=UTC), False),
        (datetime(2026, 3, 2), False),  # noqa: DTZ001
    ],
)
def test_times_are_plausible_between_1990_and_2200(moment: datetime, fine: bool) -> None:
    assert plausible(moment) is fine
