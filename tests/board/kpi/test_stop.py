"""Downtime counts each minute once, grows while a stop is open, and leaves breaks out."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.kpi.stop import Stop, downtime
from tests.board.kpi.clock import DAY, at, span


def test_stop_into_the_break_counts_only_outside_it() -> None:
    working = (span("6:00", "10:00"), span("10:30", "14:00"))
    found = downtime([Stop(start=at("9:50"), end=at("10:40"))], now=at("14:00"), working=working)
    assert found.minutes == 20
    assert found.spans == (span("9:50", "10:00"), span("10:30", "10:40"))
    assert not found.open


def test_stops_after_now_are_not_yet() -> None:
    found = downtime([Stop(start=at("9:00"), end=at("9:10")), Stop(start=at("10:00"))], now=at("9:30"))
    assert found.minutes == 10
    assert not found.open


def test_stop_that_ended_later_is_still_open_at_a_past_moment() -> None:
    found = downtime([Stop(start=at("9:00"), end=at("10:00"))], now=at("9:30"))
    assert found.minutes == 30
    assert found.open


def test_no_stop_is_no_downtime() -> None:
    assert downtime([], now=at("9:00")).minutes == 0


def test_stop_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        downtime([Stop(start=at("9:00"), end=at("8:00"))], now=at("10:00"))


minute = st.integers(0, 600)
stops = st.lists(
    st.tuples(minute, minute).map(
        lambda pair: Stop(start=DAY + timedelta(minutes=min(pair)), end=DAY + timedelta(minutes=max(pair)))
    ),
    max_size=8,
)


@given(stops, minute, st.data())
def test_union_never_exceeds_the_span_and_order_changes_nothing(
    some: list[Stop], now: int, data: st.DataObject
) -> None:
    moment = DAY + timedelta(minutes=now)
    found = downtime(some, now=moment)
    assert 0 <= found.minutes <= now
    assert found.minutes <= sum((stop.end - stop.start).total_seconds() / 60 for stop in some if stop.end)
    assert downtime(data.draw(st.permutations(some)), now=moment) == found
    begun = [(stop.start, stop.end) for stop in some if stop.end]
    stood = sum(any(start <= DAY + timedelta(minutes=m) < end for start, end in begun) for m in range(now))
    assert found.minutes == stood
