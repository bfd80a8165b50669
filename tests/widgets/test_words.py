"""Figures and words of the wall."""

from datetime import UTC, date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from widgets import words

THIN, MINUS = "\u2009", "\u2212"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0"), (999, "999"), (1240, f"1{THIN}240"), (1234567, f"1{THIN}234{THIN}567"), (-1240, f"{MINUS}1{THIN}240")],
)
def test_numbers_have_thin_spaces_and_a_true_minus(count: int, said: str) -> None:
    assert words.number(count) == said


@pytest.mark.parametrize(("count", "said"), [(42, "+42"), (-268, f"{MINUS}268"), (0, "0"), (1000, f"+1{THIN}000")])
def test_differences_have_a_sign_and_zero_has_none(count: int, said: str) -> None:
    assert words.signed(count) == said


def moment(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 11, 20, hour, minute, second, tzinfo=UTC)


def test_an_interval_is_named_by_its_hours_or_its_minutes() -> None:
    assert words.span_label(moment(6), moment(8)) == "06–08"
    assert words.span_label(moment(6, 30), moment(8)) == "06:30–08:00"
    assert words.span_label(moment(22), moment(0)) == "22–00"


def test_a_clock_shows_the_time_of_the_moments_own_zone() -> None:
    summer = datetime(2026, 7, 1, 10, 5, 9, tzinfo=UTC).astimezone(ZoneInfo("Europe/London"))
    assert words.clock(summer) == "11:05"
    assert words.clock(summer, seconds=True) == "11:05:09"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (59, "59 s"), (60, "1 min"), (1439, "23 min"), (3600, "1 h"), (47 * 3600, "47 h"), (172800, "2 days")],
)
def test_an_age_is_said_in_its_largest_unit(seconds: int, said: str) -> None:
    assert words.age_text(seconds) == said


def test_a_stretch_of_time_is_said_in_hours_and_minutes() -> None:
    assert [words.minutes_text(n) for n in (8, 59, 60, 68)] == ["8 min", "59 min", "1 h 00", "1 h 08"]


def test_a_rate_that_must_be_kept_is_never_rounded_down() -> None:
    assert words.rate_up(Fraction(12391, 10)) == f"1{THIN}240/h"
    assert words.rate_up(Fraction(1240)) == f"1{THIN}240/h"
    assert words.rate(Fraction(12394, 10)) == f"1{THIN}239/h"
    assert words.rate(Fraction(12395, 10)) == f"1{THIN}240/h"


def test_whole_rounds_halves_away_from_zero() -> None:
    assert [words.whole(Fraction(n, 2)) for n in (-3, -1, 0, 1, 3)] == [-2, -1, 0, 1, 2]


def test_a_day_has_its_weekday() -> None:
    assert words.day_text(date(2026, 11, 20)) == "Fri 20 Nov 2026"


def test_a_name_within_a_sentence_keeps_its_capitals_where_they_mean_something() -> None:
    assert words.within_sentence("Intervals") == "intervals"
    assert words.within_sentence("OEE") == "OEE"
    assert not words.within_sentence("")


@pytest.mark.parametrize(("value", "decimals", "said"), [
    (Fraction(8, 5), 1, "1.6"), (Fraction(193, 2), 1, "96.5"), (Fraction(0), 1, "0.0"), (Fraction(-1, 2), 1, "−0.5"),
    (Fraction(12345), 0, "12\u2009345"), (Fraction(995, 1000), 2, "1.00"), (Fraction(-1, 1000), 1, "0.0"),
])  # fmt: skip
def test_a_value_has_its_decimals(value: Fraction, decimals: int, said: str) -> None:
    assert words.figure(value, decimals) == said
