"""The hybrid logical clock."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from board.journal.clock import EPOCH, instant, microseconds, tick

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_the_clock_follows_the_wall() -> None:
    assert tick(0, NOW) == microseconds(NOW)


def test_the_clock_goes_on_by_one_while_the_wall_is_behind() -> None:
    ahead = microseconds(NOW)
    assert tick(ahead, NOW - timedelta(hours=1)) == ahead + 1
    assert tick(ahead, EPOCH) == ahead + 1


@given(st.lists(st.datetimes(datetime(1970, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)), max_size=50))  # noqa: DTZ001
def test_the_clock_never_goes_back_whatever_the_wall_says(walls: list[datetime]) -> None:
    last, seen = 0, []
    for wall in walls:
        last = tick(last, wall)
        seen.append(last)
    assert seen == sorted(set(seen))


@given(st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(timezone(timedelta(hours=5)))))  # noqa: DTZ001
def test_a_time_comes_back_to_the_microsecond(moment: datetime) -> None:
    assert instant(microseconds(moment)) == moment
