"""Spans are half-open, kept in UTC, and no minute of them counts twice."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.plant.span import Span, total, union, without

START = datetime(2026, 5, 6, tzinfo=UTC)


def span(first: int, last: int) -> Span:
    return Span(START + timedelta(minutes=first), START + timedelta(minutes=last))


def minutes(spans: list[Span]) -> set[int]:
    """Return the minutes the spans hold."""
    return {minute for minute in range(60) if any(each.holds(START + timedelta(minutes=minute)) for each in spans)}


borders = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)
several = st.lists(borders.map(lambda ends: span(ends[0], ends[1])), max_size=6)


def test_span_is_half_open() -> None:
    assert span(0, 5).holds(START)
    assert not span(0, 5).holds(START + timedelta(minutes=5))
    assert span(0, 5).meets(span(5, 9)) is None
    assert span(0, 5).meets(span(3, 9)) == span(3, 5)


def test_span_is_kept_in_utc() -> None:
    berlin = datetime(2026, 5, 6, 2, tzinfo=ZoneInfo("Europe/Berlin"))
    kept = Span(berlin, berlin + timedelta(hours=1))
    assert kept.start == START
    assert kept.start.tzinfo is UTC


def test_span_without_a_zone_or_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="with a zone"):
        Span(START.replace(tzinfo=None), START)
    with pytest.raises(ValueError, match="cannot end"):
        span(5, 4)


@given(several, several)
def test_union_and_difference_hold_just_the_minutes_they_should(spans: list[Span], holes: list[Span]) -> None:
    assert minutes(list(union(spans))) == minutes(spans)
    assert minutes(list(without(spans, holes))) == minutes(spans) - minutes(holes)
    assert total(spans) == timedelta(minutes=len(minutes(spans)))


@given(several)
def test_union_is_in_order_and_apart(spans: list[Span]) -> None:
    joined = union(spans)
    assert all(before.end < after.start for before, after in pairwise(joined))
