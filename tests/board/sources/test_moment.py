"""Dates and times as machines and people write them, and what the clock on the wall meant."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.sources.moment import MomentError, Spelling, format_problem, read_moment, to_utc

LONDON = ZoneInfo("Europe/London")
AUTO = Spelling(zone=LONDON)
MONTH_FIRST = Spelling(zone=LONDON, month_first=True)
DAY_FIRST = Spelling(zone=LONDON, month_first=False)


def wall(*parts: int) -> datetime:
    """Return a wall time."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "spelling", "moment"),
    [
        ("2025-09-05 08:00:35", AUTO, wall(2025, 9, 5, 8, 0, 35)),
        ("2025-09-05T08:00", AUTO, wall(2025, 9, 5, 8)),
        ("2025-9-5 8:00", AUTO, wall(2025, 9, 5, 8)),
        ("2025/09/05", AUTO, wall(2025, 9, 5)),
        ("20250905", AUTO, wall(2025, 9, 5)),
        ("20250905T080035", AUTO, wall(2025, 9, 5, 8, 0, 35)),
        ("20250905080035", AUTO, wall(2025, 9, 5, 8, 0, 35)),
        ("2025-09-05 08:00:35.5", AUTO, wall(2025, 9, 5, 8, 0, 35, 500000)),
        ("2025-09-05 08:00:35,123456789", AUTO, wall(2025, 9, 5, 8, 0, 35, 123456)),
        ("13.01.2015", AUTO, wall(2015, 1, 13)),
        ("5.9.25 7:05", AUTO, wall(2025, 9, 5, 7, 5)),
        ("05.09.2025", MONTH_FIRST, wall(2025, 9, 5)),
        ("1/13/2015", MONTH_FIRST, wall(2015, 1, 13)),
        ("01-01-2015", MONTH_FIRST, wall(2015, 1, 1)),
        ("02-10-2015", MONTH_FIRST, wall(2015, 2, 10)),
        ("02/10/2015", DAY_FIRST, wall(2015, 10, 2)),
        ("1/13/2015", AUTO, wall(2015, 1, 13)),
        ("13/1/2015", AUTO, wall(2015, 1, 13)),
        ("3/3/2015", AUTO, wall(2015, 3, 3)),
        ("1/13/2015 1:05 PM", MONTH_FIRST, wall(2015, 1, 13, 13, 5)),
        ("1/13/2015 12:05 a.m.", MONTH_FIRST, wall(2015, 1, 13, 0, 5)),
        ("2025-09-05 24:00", AUTO, wall(2025, 9, 6)),
        ("2025-12-31T24:00:00", AUTO, wall(2026, 1, 1)),
        ("31.12.2025 24:00", AUTO, wall(2026, 1, 1)),
        ("2025-09-05T08:00:35Z", AUTO, datetime(2025, 9, 5, 8, 0, 35, tzinfo=UTC)),
        ("2025-09-05T08:00:35+02:00", AUTO, datetime(2025, 9, 5, 6, 0, 35, tzinfo=UTC)),
        ("2025-09-05 08:00 -0530", AUTO, datetime(2025, 9, 5, 13, 30, tzinfo=UTC)),
        ("1757059235", AUTO, datetime(2025, 9, 5, 8, 0, 35, tzinfo=UTC)),
        ("1757059235.25", AUTO, datetime(2025, 9, 5, 8, 0, 35, 250000, tzinfo=UTC)),
        ("1757059235250", AUTO, datetime(2025, 9, 5, 8, 0, 35, 250000, tzinfo=UTC)),
        ("05/Sep/25 08h", Spelling(zone=LONDON, formats=("%d/%b/%y %Hh",)), wall(2025, 9, 5, 8)),
        ("60", Spelling(zone=LONDON, formats=("epoch s",)), datetime(1970, 1, 1, 0, 1, tzinfo=UTC)),
        ("60500", Spelling(zone=LONDON, formats=("epoch ms",)), datetime(1970, 1, 1, 0, 1, 0, 500000, tzinfo=UTC)),
    ],
)
def test_the_usual_spellings_are_read(text: str, spelling: Spelling, moment: datetime) -> None:
    assert read_moment(text, spelling) == moment


@pytest.mark.parametrize(
    ("text", "spelling", "said"),
    [
        ("02/10/2015", AUTO, "two ways"),
        ("13/01/2015", MONTH_FIRST, "calendar"),
        ("2025-13-40", AUTO, "calendar"),
        ("2025-02-29", AUTO, "calendar"),
        ("2025-09-05 25:00", AUTO, "time of day"),
        ("2025-09-05 13:00 PM", AUTO, "1 to 12"),
        ("2025-09-05 08:00 +99:00", AUTO, "no zone"),
        ("yesterday", AUTO, "is not a date"),
        ("2025-09-05 08:00:35 garbage", AUTO, "is not a date"),
        ("x" * 65, AUTO, "too long"),
        ("9999-12-31 24:00", AUTO, "calendar"),
        ("0000-01-01", AUTO, "calendar"),
        ("2025-09-05", Spelling(zone=LONDON, formats=("%d.%m.%Y",)), "none of the formats"),
        ("05.09.2025", Spelling(zone=LONDON, formats=("iso",)), "none of the formats"),
        ("-1700000000", Spelling(zone=LONDON, formats=("epoch s",)), "none of the formats"),
    ],
)
def test_what_is_no_date_says_so(text: str, spelling: Spelling, said: str) -> None:
    with pytest.raises(MomentError, match=said):
        read_moment(text, spelling)


def test_two_spellings_in_one_column_are_tried_in_order() -> None:
    spelling = Spelling(zone=LONDON, formats=("%m-%d-%Y", "%m/%d/%Y"))
    assert read_moment("01-02-2015", spelling) == read_moment("1/2/2015", spelling) == wall(2015, 1, 2)


@pytest.mark.parametrize("pattern", ["%H:%M", "%q", "nonsense", "%d.%m", ""])
def test_a_format_that_cannot_say_a_date_is_named(pattern: str) -> None:
    problem = format_problem(pattern)
    assert problem is not None
    assert repr(pattern) in problem


MOMENTS = st.datetimes(min_value=wall(1970, 1, 2), max_value=wall(2099, 12, 30)).map(
    lambda moment: moment.replace(microsecond=0)
)


@given(MOMENTS)
def test_every_spelling_of_a_moment_is_the_same_moment(moment: datetime) -> None:
    half = f"{moment:%m/%d/%Y} {(moment.hour - 1) % 12 + 1}:{moment:%M:%S} {'PM' if moment.hour >= 12 else 'AM'}"
    assert read_moment(f"{moment:%Y-%m-%d %H:%M:%S}", AUTO) == moment
    assert read_moment(f"{moment:%Y%m%d%H%M%S}", AUTO) == moment
    assert read_moment(f"{moment:%d.%m.%Y %H:%M:%S}", AUTO) == moment
    assert read_moment(half, MONTH_FIRST) == moment
    assert read_moment(f"{moment:%d/%m/%Y %H:%M:%S}", DAY_FIRST) == moment


@given(MOMENTS.filter(lambda moment: moment.year > 2001), st.integers(0, 999))
def test_epoch_and_offset_mean_the_same_instant(moment: datetime, millis: int) -> None:
    instant = moment.replace(tzinfo=UTC) + timedelta(milliseconds=millis)
    whole = (instant - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    assert read_moment(str(whole), AUTO) == instant
    kolkata = instant.astimezone(ZoneInfo("Asia/Kolkata"))
    assert read_moment(kolkata.isoformat(timespec="milliseconds"), AUTO) == instant


@given(MOMENTS)
def test_midnight_at_the_end_of_a_day_is_that_at_the_start_of_the_next(moment: datetime) -> None:
    assert read_moment(f"{moment:%d.%m.%Y} 24:00", AUTO) == read_moment(
        f"{moment + timedelta(days=1):%d.%m.%Y} 00:00", AUTO
    )


@given(st.text(max_size=80), st.sampled_from([None, True, False]))
def test_no_text_raises_anything_else(text: str, month_first: bool | None) -> None:
    for formats in ((), ("%d.%m.%Y %H:%M", "iso", "epoch s", "epoch ms", "auto")):
        with suppress(MomentError):
            read_moment(text, Spelling(zone=LONDON, month_first=month_first, formats=formats))


@given(st.datetimes(min_value=wall(1970, 1, 2), max_value=wall(2037, 12, 30)))
def test_an_instant_survives_the_wall_clock_unless_it_is_the_later_of_a_doubled_hour(moment: datetime) -> None:
    instant = moment.replace(tzinfo=UTC)
    local = instant.astimezone(LONDON)
    back, moved = to_utc(local.replace(tzinfo=None, fold=0), LONDON)
    assert not moved
    assert back == (instant - timedelta(hours=1) if local.fold else instant)


def test_rows_in_order_tell_the_two_passes_of_a_doubled_hour_apart() -> None:
    rows = [wall(2026, 10, 25, 0, 50), *(wall(2026, 10, 25, 1, minute) for minute in (10, 40, 58, 1, 0, 35, 59))]
    rows.append(wall(2026, 10, 25, 2, 5))
    read: list[str] = []
    last: datetime | None = None
    for row in rows:
        last, _ = to_utc(row, LONDON, last)
        read.append(f"{last:%H:%M}")
    assert read == ["23:50", "00:10", "00:40", "00:58", "01:01", "01:00", "01:35", "01:59", "02:05"]


def test_without_order_a_doubled_hour_is_the_earlier_one() -> None:
    assert to_utc(wall(2026, 10, 25, 1, 30), LONDON)[0] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    later = datetime(2026, 10, 25, 9, tzinfo=UTC)
    assert to_utc(wall(2026, 10, 25, 1, 30), LONDON, later)[0] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_skipped_time_is_moved_on_and_told() -> None:
    instant, moved = to_utc(wall(2026, 3, 29, 1, 30), LONDON)
    assert moved
    assert instant.astimezone(LONDON).strftime("%H:%M") == "02:30"
