"""Which intervals get a row of their own."""

from datetime import datetime, timedelta

import pytest

from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Interval
from widgets.scene_shift import at, blank, closed, running
from widgets.sicb_row import Summary, row_span, rows_of


def hours(count: int, now: datetime, missed: tuple[int, ...] = ()) -> tuple[Interval, ...]:
    """Return so many hours from 06:00 as they stand at `now`."""
    rows = []
    for number in range(count):
        starts = at(6) + timedelta(hours=number)
        ends = starts + timedelta(hours=1)
        if starts > now:
            rows.append(blank(starts, ends, Phase.FUTURE, 1150))
        elif ends > now:
            rows.append(running(starts, ends, 1150, 600, 600, (0, 0), now))
        else:
            rows.append(closed(starts, ends, 1150, 1100 if number in missed else 1160, (0, 0)))
    return tuple(rows)


def labels(rows: tuple[Interval | Summary, ...]) -> list[str]:
    return [f"{row_span(row).start:%H}-{row_span(row).end:%H}{'+' if isinstance(row, Summary) else ''}" for row in rows]


def test_all_intervals_stand_while_they_fit() -> None:
    assert labels(rows_of(hours(4, at(8, 30)), 5)) == ["06-07", "07-08", "08-09", "09-10"]


def test_of_many_the_last_three_the_running_one_and_the_next_stand() -> None:
    assert labels(rows_of(hours(8, at(11, 30)), 5)) == ["06-08+", "08-09", "09-10", "10-11", "11-12", "12-13"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(6, 10), ["06-07", "07-08", "08-09", "09-10", "10-11", "11-14+"]),
        (at(13, 30), ["06-09+", "09-10", "10-11", "11-12", "12-13", "13-14"]),
        (at(14, 30), ["06-09+", "09-10", "10-11", "11-12", "12-13", "13-14"]),
    ],
)
def test_at_the_ends_of_a_shift_what_there_is_stands(now: datetime, expected: list[str]) -> None:
    assert labels(rows_of(hours(8, now), 5)) == expected


@pytest.mark.parametrize("room", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("minutes", range(0, 500, 20))
def test_the_running_interval_always_has_a_row_and_none_is_lost(room: int, minutes: int) -> None:
    now = at(6) + timedelta(minutes=minutes)
    intervals = hours(8, now)
    rows = rows_of(intervals, room)
    shown = [row for row in rows if isinstance(row, Interval)]
    rest = [one for row in rows if isinstance(row, Summary) for one in (*row.earlier, *row.later)]
    assert sorted(one.span for one in (*shown, *rest)) == [one.span for one in intervals]
    assert len(shown) == room
    running_now = [one for one in intervals if one.mark.phase is Phase.OPEN]
    assert all(one in shown for one in running_now)


def test_earlier_intervals_can_be_looked_at() -> None:
    assert labels(rows_of(hours(8, at(11, 30)), 5, earlier=True)) == [
        "06-07",
        "07-08",
        "08-09",
        "09-10",
        "10-11",
        "11-14+",
    ]


def test_a_sum_that_is_met_does_not_hide_a_miss() -> None:
    rows = rows_of(hours(8, at(11, 30), missed=(0,)), 5)
    assert isinstance(rows[0], Summary)
    assert rows[0].mark == Mark(Phase.CLOSED, Judgement.MISS)
    assert rows[0].unexplained == 50


def test_what_nobody_entered_weighs_more_than_a_miss() -> None:
    intervals = list(hours(8, at(11, 30), missed=(0,)))
    intervals[1] = blank(at(7), at(8), Phase.UNRECORDED, 1150)
    rows = rows_of(tuple(intervals), 5)
    assert isinstance(rows[0], Summary)
    assert rows[0].mark == Mark(Phase.UNRECORDED)
