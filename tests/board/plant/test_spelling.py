"""People may write times, durations and days as they would on paper; what is not clear is refused with an example."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from board.plant import spelling
from board.plant.plant import Break

WEEK = frozenset(range(7))


@pytest.mark.parametrize(
    ("read", "found", "value"),
    [
        (spelling.number, 12, Fraction(12)),
        (spelling.number, Decimal("0.1"), Fraction(1, 10)),
        (spelling.number, Decimal("-2.50"), Fraction(-5, 2)),
        (spelling.number, Decimal("0.000000000001"), Fraction(1, 10**12)),
        (spelling.above_zero, Decimal("0.5"), Fraction(1, 2)),
        (spelling.zero_or_more, 0, Fraction(0)),
        (spelling.whole_above_zero, 1, 1),
        (spelling.few_decimals, 0, 0),
        (spelling.seconds, "74 s", Fraction(74)),
        (spelling.seconds, "1.5 s", Fraction(3, 2)),
        (spelling.seconds, "1 min 14s", Fraction(74)),
        (spelling.duration, "2h", timedelta(hours=2)),
        (spelling.duration, "1 h 30 min", timedelta(minutes=90)),
        (spelling.duration, " 90 Minutes ", timedelta(minutes=90)),
        (spelling.duration, "1.5 h", timedelta(minutes=90)),
        (spelling.duration, "2 days", timedelta(days=2)),
        (spelling.interval, "30 min", timedelta(minutes=30)),
        (spelling.interval, "4h", timedelta(hours=4)),
        (spelling.clock, "06:00", time(6)),
        (spelling.clock, "6:30", time(6, 30)),
        (spelling.clock, "24:00", time(0)),
        (spelling.clock, time(6, 15), time(6, 15)),
        (spelling.pause, "09:00 15 min", Break(starts=time(9), length=timedelta(minutes=15))),
        (spelling.pause, "09:00  1 h 5 min", Break(starts=time(9), length=timedelta(minutes=65))),
        (spelling.weekdays, "Mon-Fri", frozenset(range(5))),
        (spelling.weekdays, "mon – wed, Saturday", frozenset({0, 1, 2, 5})),
        (spelling.weekdays, "Fri-Mon", frozenset({4, 5, 6, 0})),
        (spelling.weekdays, "daily", WEEK),
        (spelling.weekdays, "Sun", frozenset({6})),
        (spelling.month, "April", 4),
        (spelling.month, "sep", 9),
        (spelling.month, 12, 12),
        (spelling.day, date(2026, 4, 1), date(2026, 4, 1)),
        (spelling.day, "2026-04-01", date(2026, 4, 1)),
        (spelling.moment, "2026-04-01 06:00", datetime(2026, 4, 1, 6)),  # noqa: DTZ001
        (spelling.moment, datetime(2026, 4, 1, 6, tzinfo=UTC), datetime(2026, 4, 1, 6, tzinfo=UTC)),
        (spelling.day_or_moment, "2026-04-01", date(2026, 4, 1)),
        (spelling.label, " Łódź 3 ", "Łódź 3"),
        (spelling.words, "", ""),
        (spelling.ident, "line-1", "line-1"),
        (spelling.measure, "first_aid", "first_aid"),
        (spelling.language, "de-AT", "de-AT"),
        (spelling.zone, "America/Chicago", "America/Chicago"),
    ],
)
def test_what_people_write_is_read(read: Callable[[object], object], found: object, value: object) -> None:
    read_value = read(found)
    assert read_value == value
    assert type(read_value) is type(value)


@pytest.mark.parametrize(
    ("read", "found", "expected"),
    [
        (spelling.number, "12", "a number such as"),
        (spelling.number, True, "a number such as"),
        (spelling.number, Decimal("nan"), "not beyond"),
        (spelling.number, Decimal("-inf"), "not beyond"),
        (spelling.number, Decimal("1e999999999"), "not beyond"),  # as a fraction it would fill the memory
        (spelling.number, 10**13, "not beyond"),
        (spelling.number, Decimal("1e-999999999"), "at most 12 decimals"),
        (spelling.number, Decimal("0.1234567890123"), "at most 12 decimals"),
        (spelling.above_zero, 0, "above 0"),
        (spelling.zero_or_more, Decimal("-0.1"), "not below 0"),
        (spelling.whole_above_zero, 0, "at least 1"),
        (spelling.whole_above_zero, True, "at least 1"),
        (spelling.whole_above_zero, Decimal("2.5"), "at least 1"),
        (spelling.few_decimals, 7, "from 0 to 6"),
        (spelling.seconds, 74, "a duration in quotes"),
        (spelling.seconds, "", "a duration in quotes"),
        (spelling.seconds, "74", "a duration in quotes"),
        (spelling.seconds, "-5 min", "a duration in quotes"),
        (spelling.seconds, "5 m", "a duration in quotes"),
        (spelling.seconds, "2h and 5 min", "a duration in quotes"),
        (spelling.seconds, "9" * 50 + " s", "a duration in quotes"),
        (spelling.duration, "0.5 s", "whole seconds"),
        (spelling.duration, "367 days", "at most 366 days"),
        (spelling.interval, "29 min", "from"),
        (spelling.interval, "4h 1 min", "from"),
        (spelling.interval, "1800.5 s", "whole minutes"),
        (spelling.clock, "25:00", '"06:00"'),
        (spelling.clock, "24:30", '"06:00"'),
        (spelling.clock, "6 am", '"06:00"'),
        (spelling.clock, 600, '"06:00"'),
        (spelling.clock, time(6, 0, 30), '"06:00"'),
        (spelling.pause, "09:00", "a start and a length"),
        (spelling.pause, "15 min", "a start and a length"),
        (spelling.pause, "09:00 0 min", "a start and a length"),
        (spelling.weekdays, "Mon-Fri-Sun", "days such as"),
        (spelling.weekdays, "weekdays", "days such as"),
        (spelling.weekdays, "", "days such as"),
        (spelling.weekdays, "Mo", "days such as"),
        (spelling.month, "13", "a month"),
        (spelling.month, 0, "a month"),
        (spelling.month, True, "a month"),
        (spelling.day, datetime(2026, 4, 1, 6), "a date"),  # noqa: DTZ001
        (spelling.day, "2026-02-30", "a date"),
        (spelling.day, "1.4.2026", "a date"),
        (spelling.day, date(202, 4, 1), "from 1990"),
        (spelling.moment, date(2026, 4, 1), "a date and time"),
        (spelling.moment, "2026-04-01", "a date and time"),
        (spelling.moment, "soon: at 6", "a date and time"),
        (spelling.label, "", "text in quotes"),
        (spelling.label, "two\nlines", "on one line"),
        (spelling.label, "x" * 121, "1 to 120"),
        (spelling.label, "\u202eright to left", "on one line"),  # would turn what stands after it around
        (spelling.ident, "line 1", "no spaces"),
        (spelling.ident, "../etc", "no spaces"),
        (spelling.measure, "first-aid", "a formula can use"),
        (spelling.measure, "max", "a formula can use"),
        (spelling.measure, "lambda", "a formula can use"),
        (spelling.language, "English", '"en"'),
        (spelling.zone, "Berlin", "IANA"),
        (spelling.zone, "Europe", "IANA"),
        (spelling.zone, "localtime", "IANA"),
        (spelling.zone, "/etc/localtime", "IANA"),
        (spelling.zone, 1, "IANA"),
    ],
)
def test_what_is_not_clear_is_refused_with_an_example(
    read: Callable[[object], object], found: object, expected: str
) -> None:
    with pytest.raises(ValueError, match=expected):
        read(found)
