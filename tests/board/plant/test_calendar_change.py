"""A shift that was changed for one day runs as it was changed, and its neighbours give way."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from board.plant.calendar import latest_shift, next_shift, shift_at, shift_named, shift_runs, works_on
from board.plant.plant import Plant, ShiftChange
from board.plant.span import Span
from tests.board.plant.test_calendar_law import plants
from tests.board.plant.written import EARLY, plant, shift

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
BREAK = 'breaks = ["09:00 30 min", "12:00 15 min"]\n'
ROUND_THE_CLOCK = plant(
    shifts=EARLY + BREAK + shift("Late", "14:00", "22:00") + shift("Night", "22:00", "06:00"), day_starts="06:00"
)


def changed(*changes: ShiftChange, of: Plant = ROUND_THE_CLOCK) -> Plant:
    return replace(of, shift_changes=changes)


def change(shift: str, starts: str | None = None, ends: str | None = None, *, day: date = MONDAY) -> ShiftChange:
    return ShiftChange(
        line="line-1",
        day=day,
        shift=shift,
        cancelled=starts is None and ends is None,
        starts=None if starts is None else time.fromisoformat(starts),
        ends=None if ends is None else time.fromisoformat(ends),
    )


def times(works: Plant, day: date = MONDAY) -> list[tuple[str, str, str]]:
    """Return the shifts of a day with their site times."""
    return [
        (
            run.shift.name,
            f"{run.span.start.astimezone(BERLIN):%d %H:%M}",
            f"{run.span.end.astimezone(BERLIN):%d %H:%M}",
        )
        for run in shift_runs(works, "line-1", day)
    ]


def test_overtime_lets_the_next_shift_begin_later() -> None:
    assert times(changed(change("Early", ends="15:00"))) == [
        ("Early", "02 06:00", "02 15:00"),
        ("Late", "02 15:00", "02 22:00"),
        ("Night", "02 22:00", "03 06:00"),
    ]


def test_a_cancelled_shift_is_gone_on_its_day_alone() -> None:
    works = changed(change("Late"))
    assert [name for name, _, _ in times(works)] == ["Early", "Night"]
    assert times(works, TUESDAY) == times(ROUND_THE_CLOCK, TUESDAY)
    assert not works_on(changed(change("Early"), of=plant(shifts=EARLY)), "line-1", MONDAY)


def test_a_night_that_starts_after_midnight_is_late_not_early() -> None:
    assert times(changed(change("Night", starts="01:00")))[-1] == ("Night", "03 01:00", "03 06:00")


def test_a_night_that_runs_on_takes_the_time_of_the_next_day() -> None:
    works = changed(change("Night", ends="07:30"))
    assert times(works)[-1] == ("Night", "02 22:00", "03 07:30")
    assert times(works, TUESDAY)[0] == ("Early", "03 07:30", "03 14:00")
    half_past_six = datetime(2026, 3, 3, 5, 30, tzinfo=UTC)
    running = shift_at(works, "line-1", half_past_six)
    assert running is not None
    assert running.day == MONDAY


def test_a_shift_that_begins_before_its_day_belongs_to_it_all_the_same() -> None:
    works = changed(change("Early", starts="05:00"), change("Night", day=date(2026, 3, 1)))
    half_past_five = datetime(2026, 3, 2, 4, 30, tzinfo=UTC)
    for found in (shift_at(works, "line-1", half_past_five), latest_shift(works, "line-1", half_past_five)):
        assert found is not None
        assert (found.shift.name, found.day) == ("Early", MONDAY)
    coming = next_shift(works, "line-1", half_past_five)
    assert coming is not None
    assert coming.shift.name == "Late"


def test_an_earlier_start_ends_the_shift_before_it() -> None:
    assert times(changed(change("Late", starts="13:00")))[:2] == [
        ("Early", "02 06:00", "02 13:00"),
        ("Late", "02 13:00", "02 22:00"),
    ]


def test_of_two_changed_shifts_the_first_keeps_its_time() -> None:
    works = changed(change("Early", ends="15:00"), change("Late", starts="13:00", ends="21:00"))
    assert times(works)[:2] == [("Early", "02 06:00", "02 15:00"), ("Late", "02 15:00", "02 21:00")]


def test_breaks_stay_where_they_were_and_end_with_the_shift() -> None:
    late_start = shift_named(changed(change("Early", starts="09:15")), "line-1", MONDAY, "Early")
    short = shift_named(changed(change("Early", ends="12:05")), "line-1", MONDAY, "Early")
    assert late_start is not None
    assert short is not None
    assert [pause.length for pause in late_start.breaks] == [timedelta(minutes=15), timedelta(minutes=15)]
    assert [pause.length for pause in short.breaks] == [timedelta(minutes=30), timedelta(minutes=5)]


def test_a_shift_that_would_start_after_its_end_is_not_worked() -> None:
    works = changed(change("Early", starts="15:00"), of=plant(shifts=EARLY))
    assert times(works) == []


def test_a_shift_moved_to_the_next_day_for_a_whole_day_takes_time_from_the_day_after_that() -> None:
    short, noon = shift("Short", "00:45", "02:00"), shift("Noon", "13:15", "13:30", 'days = "Mon"')
    works = changed(change("Noon", "01:00", "01:00"), of=plant(shifts=short + noon, day_starts="00:30"))
    near = [MONDAY + timedelta(days=step) for step in range(4)]
    spans = sorted(run.span for day in near for run in shift_runs(works, "line-1", day))
    assert all(first.end <= second.start for first, second in pairwise(spans))


@given(
    works=plants(),
    number=st.integers(0, 3),
    day=st.dates(date(2026, 3, 20), date(2026, 4, 5)),
    starts=st.none() | st.times().map(lambda found: found.replace(second=0, microsecond=0)),
    ends=st.none() | st.times().map(lambda found: found.replace(second=0, microsecond=0)),
)
def test_changed_shifts_never_overlap_and_other_days_stay(
    works: Plant, number: int, day: date, starts: time | None, ends: time | None
) -> None:
    name = works.shifts[number % len(works.shifts)].name
    cancelled = starts is None and ends is None
    one = ShiftChange(line="l", day=day, shift=name, cancelled=cancelled, starts=starts, ends=ends)
    after = replace(works, shift_changes=(one,))
    near = [day + timedelta(days=step) for step in range(-3, 4)]
    spans: list[Span] = sorted(run.span for each in near for run in shift_runs(after, "l", each))
    assert all(first.end <= second.start for first, second in pairwise(spans))
    for far in (near[0], near[-1]):
        assert shift_runs(after, "l", far) == shift_runs(works, "l", far)
    for run in (run for each in near for run in shift_runs(after, "l", each)):
        assert all(run.span.start <= pause.start < pause.end <= run.span.end for pause in run.breaks)
