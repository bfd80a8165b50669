"""A reading over a border is shared out by working minutes, and nothing of it is lost or doubled."""

from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.kpi.apportion import share_out
from board.plant.span import Span
from tests.board.kpi.clock import DAY, at, span

F = Fraction


def test_break_takes_no_share() -> None:
    working = (span("6:00", "7:45"), span("8:15", "10:00"))
    shares = share_out(at("7:00"), at("9:00"), (span("6:00", "8:00"), span("8:00", "10:00")), working)
    assert shares == (F(1, 2), F(1, 2))
    shares = share_out(at("7:00"), at("8:30"), (span("6:00", "8:00"), span("8:00", "10:00")), working)
    assert shares == (F(3, 4), F(1, 4))


def test_plain_minutes_where_none_is_worked() -> None:
    assert share_out(at("7:00"), at("9:00"), (span("6:00", "8:30"), span("8:30", "10:00")), ()) == (F(3, 4), F(1, 4))


def test_what_lies_outside_falls_to_no_span() -> None:
    assert share_out(at("5:00"), at("7:00"), (span("6:00", "8:00"),), (span("0:00", "23:00"),)) == (F(1, 2),)
    assert share_out(at("5:00"), at("7:00"), (span("6:00", "8:00"),), (span("6:00", "8:00"),)) == (F(1),)


def test_instant_falls_to_the_span_that_holds_it() -> None:
    assert share_out(at("8:00"), at("8:00"), (span("6:00", "8:00"), span("8:00", "10:00")), ()) == (F(0), F(1))


def test_reading_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        share_out(at("8:00"), at("7:00"), (span("6:00", "8:00"),), ())


minute = st.integers(0, 1_000)
stretch = st.tuples(minute, minute).map(
    lambda pair: Span(DAY + timedelta(minutes=min(pair)), DAY + timedelta(minutes=max(pair)))
)


@given(stretch, st.sets(minute, min_size=1), st.lists(stretch, max_size=4))
def test_shares_over_the_whole_are_one(reading: Span, borders: set[int], working: list[Span]) -> None:
    cuts = [DAY, *(DAY + timedelta(minutes=border) for border in sorted(borders)), DAY + timedelta(minutes=1_001)]
    spans = tuple(Span(first, second) for first, second in pairwise(cuts))
    shares = share_out(reading.start, reading.end, spans, working)
    assert sum(shares) == 1
    assert all(0 <= share <= 1 for share in shares)
