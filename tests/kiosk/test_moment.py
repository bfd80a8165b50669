"""Moments as people type them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.moment import MomentError, parse_moment

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-11-20T10:00", datetime(2026, 11, 20, 9, 0, 59, 999_999, UTC)),
        ("2026-11-20 10:00", datetime(2026, 11, 20, 9, 0, 59, 999_999, UTC)),
        ("2026-11-20T10:00:00", datetime(2026, 11, 20, 9, 0, tzinfo=UTC)),
        ("2026-11-20T10:00:30+00:00", datetime(2026, 11, 20, 10, 0, 30, tzinfo=UTC)),
        ("2026-11-20T10:00Z", datetime(2026, 11, 20, 10, 0, 59, 999_999, UTC)),
        ("2026-11-20", datetime(2026, 11, 20, 22, 59, 59, 999_999, UTC)),
    ],
)
def test_moment_is_site_time_through_the_end_of_what_was_typed(text: str, utc: datetime) -> None:
    assert parse_moment(text, BERLIN) == utc


def test_no_moment_is_refused_with_an_example() -> None:
    with pytest.raises(MomentError, match="'tomorrow' is not a time; write it like 2026-11-20T10:00"):
        parse_moment("tomorrow", BERLIN)


@pytest.mark.parametrize("text", ["9999-12-31T10:00", "0001-01-01T10:00"])
def test_a_time_that_no_plant_lives_in_is_refused(text: str) -> None:
    with pytest.raises(MomentError, match="between the years 1990 and 2199"):
        parse_moment(text, BERLIN)
