"""Figures and words of the wall."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from board.plant.told import told
from tests.helpers.tongue import numbers_of, speaking
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


def test_what_was_last_seen_on_another_day_is_told_by_that_day() -> None:
    now = datetime(2026, 11, 20, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert words.seen_text(moment(23, 45) - timedelta(days=1), now) == "00:45"
    assert words.seen_text(moment(22, 15) - timedelta(days=1), now) == "19 Nov"


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


@pytest.mark.parametrize(("tag", "said"), [
    ("en", "Fri 20 Nov 2026 is over and keeps what it had; change today or a later day."),
    ("de", "Fr 20. Nov 2026 ist vorbei und bleibt, wie er war; heute oder einen späteren Tag ändern."),
])  # fmt: skip
def test_a_refusal_is_said_in_the_language_of_the_wall(qtbot: QtBot, tag: str, said: str) -> None:
    with speaking(tag):
        refusal = told("{day} is over and keeps what it had; change today or a later day.", day=date(2026, 11, 20))
        assert words.retold(refusal) == said


def test_figures_and_sentences_within_a_refusal_are_said_too(qtbot: QtBot) -> None:
    with speaking("de"):
        assert "1,25" in words.retold(
            told(
                "This would leave {left} of {measure} in the interval, and fewer than none cannot be. "
                "Enter a smaller correction.",
                left=Fraction(5, 4),
                measure="good",
            )
        )
        clock = told("The clock says {now}, but the last entry was made at {last} (UTC).", now="1", last="2")
        nested = told("{complaint} Set the clock right, then change the plan.", complaint=clock)
        assert words.retold(nested).startswith("Die Uhr zeigt 1")


def test_what_nobody_told_in_parts_stays_as_it_is() -> None:
    assert words.retold("Station 7: {x} fell over") == "Station 7: {x} fell over"


@pytest.mark.parametrize(("tag", "number", "value", "days"), [
    ("en", "12\u2009345", "−1\u2009234.50", ("Fri 20 Nov 2026", "Fri 20", "Fri 20 November")),
    ("en-US", "12,345", "−1,234.50", ("Fri Nov 20, 2026", "Fri 20", "Fri November 20")),
    ("de", "12.345", "−1.234,50", ("Fr 20. Nov 2026", "Fr 20.", "Fr 20. November")),
    ("de-CH", "12’345", "−1’234.50", ("Fr 20. Nov 2026", "Fr 20.", "Fr 20. November")),
    ("fr", "12\u2009345", "−1\u2009234,50", ("ven 20 nov 2026", "ven 20", "ven 20 novembre")),
    ("es", "12.345", "−1234,50", ("vie 20 nov 2026", "vie 20", "vie 20 de noviembre")),
    ("pl", "12\u2009345", "−1234,50", ("pt 20 lis 2026", "pt 20", "pt 20 listopada")),
    ("hi", "12,345", "−1,234.50", ("शुक्र 20 नव॰ 2026", "शुक्र 20", "शुक्र 20 नवंबर")),
    ("zh", "12,345", "−1,234.50", ("2026年11月20日周五", "20日周五", "11月20日周五")),
])  # fmt: skip
def test_numbers_and_days_are_written_as_the_language_does(
    tag: str, number: str, value: str, days: tuple[str, str, str]
) -> None:
    with numbers_of(tag):
        assert words.number(12345) == number
        assert words.figure(Fraction(-2469, 2), 2) == value
        friday = date(2026, 11, 20)
        assert (words.day_text(friday), words.weekday_text(friday), words.title_day_text(friday)) == days


def test_figures_are_grouped_in_lakhs_where_people_count_in_them() -> None:
    with numbers_of("hi"):
        assert words.number(1234567) == "12,34,567"


def test_figures_are_ours_in_every_language() -> None:
    """A machine's display, a pad and the wall show the same signs."""
    with numbers_of("ar"):
        assert words.figure(Fraction(12345, 10), 1) == f"1{THIN}234.5"


def test_months_stand_alone_in_their_own_form() -> None:
    with numbers_of("pl"):
        assert words.month_year_text(date(2026, 11, 1)) == "listopad 2026"
        assert words.date_text(date(2026, 11, 20)) == "20 listopada"


def test_a_language_that_qt_does_not_know_writes_as_english() -> None:
    with numbers_of("xx"):
        assert words.number(12345) == f"12{THIN}345"
        assert words.day_text(date(2026, 11, 20)) == "Fri 20 Nov 2026"


def test_without_a_catalogue_one_is_still_one() -> None:
    assert [words.days_text(n) for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


@pytest.mark.parametrize(("count", "said"), [(0, "dni"), (1, "dzień"), (2, "dni"), (5, "dni"), (22, "dni")])
def test_another_language_counts_in_its_own_way(qtbot: QtBot, count: int, said: str) -> None:
    with speaking("pl"):
        assert words.days_text(count) == f"{count} {said}"


def test_a_language_without_a_catalogue_has_its_own_numbers(qtbot: QtBot) -> None:
    with speaking("it"):
        assert words.age_text(5) == "5 s"
        assert words.figure(Fraction(1, 2), 1) == "0,5"
