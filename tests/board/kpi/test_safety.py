"""The ladder of safety and the days without an accident."""

from datetime import date
from fractions import Fraction

import pytest

from board.kpi.day import Known
from board.kpi.judgement import Judgement
from board.kpi.safety import LADDER, days_since, ladder_day, near_miss, record_days

F = Fraction


@pytest.mark.parametrize(
    ("entered", "judgement"),
    [
        ({"near_miss": 0}, Judgement.GOOD),
        ({"near_miss": 2}, Judgement.GOOD),
        ({"near_miss": 1, "first_aid": 1}, Judgement.WATCH),
        ({"first_aid": 1, "lost_time": 1}, Judgement.MISS),
        ({"recordable": 1, "lost_time": 0}, Judgement.MISS),
    ],
)
def test_the_gravest_event_colours_the_day(entered: dict[str, int], judgement: Judgement) -> None:
    sums = {measure: F(count) for measure, count in entered.items()}
    assert ladder_day(LADDER, sums).judgement is judgement
    assert near_miss(LADDER, sums) is bool(entered.get("near_miss"))


def test_nobody_said_anything_is_no_green() -> None:
    found = ladder_day(LADDER, {"good": F(1)})
    assert (found.judgement, found.known) == (None, Known.NOTHING)


def test_days_count_from_the_last_accident_and_the_record_is_the_longest_run() -> None:
    accidents = [date(2026, 1, 10), date(2026, 3, 10), date(2026, 3, 1)]
    assert days_since(accidents, date(2026, 3, 25)) == 15
    assert days_since(accidents, date(2026, 3, 10)) == 0
    assert record_days(accidents, date(2026, 3, 25)) == 49
    assert record_days(accidents, date(2026, 6, 25)) == 107
    assert days_since([], date(2026, 3, 25)) is None
    assert record_days([], date(2026, 3, 25)) is None
