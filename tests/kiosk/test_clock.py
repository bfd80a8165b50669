"""The kiosk's clock, and ages that no setting of a clock can falsify."""

from datetime import UTC, datetime, timedelta

from typing_extensions import override

from kiosk.clock import Ageing, Clock


class HandClock(Clock):
    """A clock that a test sets by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.wall = datetime(2026, 11, 20, 11, tzinfo=UTC)
        self.ran_s = 100.0

    @override
    def now(self) -> datetime:
        return self.wall

    @override
    def monotonic_s(self) -> float:
        return self.ran_s


def test_opened_at_a_moment_it_runs_on_from_there() -> None:
    moment = datetime(2025, 9, 5, 21, tzinfo=UTC)
    clock = Clock.opened_at(moment)
    assert timedelta() <= clock.now() - moment < timedelta(seconds=5)
    assert abs(clock.true_now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_age_grows_with_the_monotonic_clock_only() -> None:
    clock = HandClock()
    ageing = Ageing(clock)
    seen = clock.wall - timedelta(seconds=4)
    assert ageing.age_s(seen) == 4
    clock.ran_s += 60
    clock.wall -= timedelta(hours=1)
    assert ageing.age_s(seen) == 64


def test_nothing_seen_has_no_age_and_news_begins_anew() -> None:
    clock = HandClock()
    ageing = Ageing(clock)
    assert ageing.age_s(None) is None
    assert ageing.age_s(clock.wall) == 0
    clock.ran_s += 30
    clock.wall += timedelta(seconds=30)
    assert ageing.age_s(clock.wall) == 0


def test_a_value_from_the_future_is_not_younger_than_now() -> None:
    clock = HandClock()
    assert Ageing(clock).age_s(clock.wall + timedelta(minutes=5)) == 0
