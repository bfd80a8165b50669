"""A wall time is one instant, also in the night when the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.plant.wall import instant_of, is_skipped, wall_of

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ["Europe/Berlin", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"]


@pytest.mark.parametrize(
    ("zone", "wall", "instant"),
    [
        ("Europe/Berlin", "2026-05-06T06:00", "2026-05-06T04:00"),
        ("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59"),
        ("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00"),  # the clocks jump from 02:00 to 03:00
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"),  # comes twice: the first pass
        ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00"),
        ("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:30"),  # half an hour is skipped there
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00"),  # a whole day was skipped there
    ],
)
def test_wall_time_is_the_instant_people_mean(zone: str, wall: str, instant: str) -> None:
    assert instant_of(datetime.fromisoformat(wall), ZoneInfo(zone)) == datetime.fromisoformat(instant + "+00:00")


def test_the_hour_that_comes_twice_is_read_back_twice() -> None:
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert wall_of(first, BERLIN) == wall_of(second, BERLIN) == datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("wall", "skipped"), [("2026-03-29T02:30", True), ("2026-03-29T03:00", False), ("2026-10-25T02:30", False)]
)
def test_skipped_times_are_known(wall: str, skipped: bool) -> None:
    assert is_skipped(datetime.fromisoformat(wall), BERLIN) is skipped


@given(
    wall=st.datetimes(datetime(1995, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001
    later=st.integers(0, 3 * 24 * 3600),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
)
def test_a_later_wall_time_is_never_an_earlier_instant(wall: datetime, later: int, zone: ZoneInfo) -> None:
    wall = wall.replace(microsecond=0)
    assert instant_of(wall, zone) <= instant_of(wall + timedelta(seconds=later), zone)


@given(wall=st.datetimes(datetime(1995, 1, 1), datetime(2035, 1, 1)), zone=st.sampled_from(ZONES).map(ZoneInfo))  # noqa: DTZ001
def test_a_wall_time_that_exists_comes_back(wall: datetime, zone: ZoneInfo) -> None:
    back = wall_of(instant_of(wall, zone), zone)
    assert back > wall.replace(microsecond=0) if is_skipped(wall, zone) else back == wall
