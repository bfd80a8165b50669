"""Pages that turn by themselves: each for its time, held while somebody touches, and a setting that is checked."""

from fractions import Fraction
from math import inf

import pytest

from kiosk.rotation import Rotation, Stop, parse_stops

BOARD = Stop(page="sqcdp", stay_s=60)
LINE = Stop(page="sicb", node="line-3", stay_s=90)


def test_a_setting_names_pages_nodes_and_seconds() -> None:
    assert parse_stops("sqcdp 60, sicb@line-3 90s") == (BOARD, LINE)
    assert parse_stops("  ") == ()


@pytest.mark.parametrize("text", ["sqcdp", "sqcdp 5", "oee 60", "sqcdp 60 sicb 90", "sqcdp 60,", "sqcdp 999999"])
def test_a_setting_that_cannot_be_used_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a page with its seconds"):
        parse_stops(text)


def test_each_page_has_its_time_and_they_go_round() -> None:
    turning = Rotation((BOARD, LINE))
    turning.begin(0.0)
    assert [turning.due(now) for now in (59.9, 60.0, 149.9, 150.0, 151.0)] == [None, LINE, None, BOARD, None]


def test_a_page_is_held_until_it_begins_again_at_home() -> None:
    turning = Rotation((BOARD, LINE))
    turning.begin(0.0)
    turning.due(60.0)
    turning.hold()
    assert (turning.due(1000.0), turning.passed(1000.0)) == (None, None)
    turning.begin(1000.0)
    assert turning.due(1059.0) is None
    assert turning.due(1060.0) is LINE


def test_the_time_that_has_passed_is_told_in_tenths() -> None:
    turning = Rotation((BOARD, LINE))
    turning.begin(0.0)
    assert [turning.passed(now) for now in (0.0, 5.9, 6.0, 59.0)] == [0, 0, Fraction(1, 10), Fraction(9, 10)]


def test_it_says_when_it_moves_next() -> None:
    turning = Rotation((BOARD, LINE))
    turning.begin(3.0)
    assert [turning.moves_s(now) for now in (3.0, 8.9, 9.0, 62.9)] == [9.0, 9.0, 15.0, 63.0]
    assert turning.due(63.0) is LINE
    assert turning.moves_s(63.0) == 72.0
    turning.hold()
    assert turning.moves_s(63.0) == inf


def test_one_page_alone_never_turns() -> None:
    alone = Rotation((BOARD,))
    alone.begin(0.0)
    assert (alone.due(1000.0), alone.passed(1000.0), alone.moves_s(1000.0)) == (None, None, inf)
