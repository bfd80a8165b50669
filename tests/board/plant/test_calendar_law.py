"""What holds for every plant's time, whatever its zone, shifts and breaks."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from board.plant.calendar import cut, day_span, latest_shift, next_shift, production_day, shift_at, shift_runs
from board.plant.plant import Area, Break, DayOff, Line, Plant, Shift, Site
from board.plant.span import Span, total

ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "Africa/Cairo"]
FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC)
CHANGES = [  # days around which clocks change somewhere above
    date(2026, 3, 8), date(2026, 3, 28), date(2026, 4, 4), date(2026, 4, 24), date(2026, 10, 3), date(2026, 10, 24),
    date(2026, 10, 29), date(2026, 10, 31),
]  # fmt: skip
ONE_DAY = timedelta(days=1)

quarters = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
days = st.one_of(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.sampled_from(CHANGES))
instants = st.one_of(
    st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None)).map(lambda wall: wall.replace(tzinfo=UTC)),
    st.builds(
        lambda day, minute: datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute),
        st.sampled_from(CHANGES),
        st.integers(-1440, 2 * 1440),
    ),
)


@st.composite
def plants(draw: st.DrawFn) -> Plant:
    """Return a plant of one line with up to four shifts that do not overlap, each with up to three breaks."""
    borders = sorted(draw(st.lists(st.integers(0, 95), min_size=2, max_size=5, unique=True)))
    first = draw(st.integers(0, 95))
    shifts = []
    for start, end in pairwise(borders):
        length = (end - start) * 15
        pauses = []
        for place in sorted(draw(st.lists(st.integers(0, length - 1), max_size=3, unique=True))):
            longest = length - place
            pauses.append(Break(starts=_wall(first * 15 + start * 15 + place), length=_minutes(draw, longest)))
        shifts.append(
            Shift(
                name=str(start),
                starts=_wall((first + start) * 15),
                ends=_wall((first + end) * 15),
                days=draw(st.frozensets(st.integers(0, 6), min_size=1)),
                breaks=tuple(pauses),
            )
        )
    off = draw(st.lists(days, max_size=2))
    return Plant(
        site=Site(id="s", name="S", timezone=draw(st.sampled_from(ZONES)), day_starts=_wall(first * 15)),
        areas=(Area(id="a", name="A"),),
        lines=(Line(id="l", name="L", area="a"),),
        shifts=tuple(shifts),
        days_off=tuple(DayOff(first=day, last=day, name="off") for day in off),
    )


def _wall(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


def _minutes(draw: st.DrawFn, longest: int) -> timedelta:
    return timedelta(minutes=draw(st.integers(1, longest)))


@given(works=plants(), instant=instants)
def test_every_instant_has_just_one_production_day(works: Plant, instant: datetime) -> None:
    day = production_day(works, instant)
    assert day_span(works, day).holds(instant)
    assert day_span(works, day).end == day_span(works, day + ONE_DAY).start
    assert not any(day_span(works, day + ONE_DAY * away).holds(instant) for away in (-2, -1, 1, 2))


@given(works=plants(), day=days)
def test_working_time_and_breaks_make_up_the_shift(works: Plant, day: date) -> None:
    for run in shift_runs(works, "l", day):
        assert total(run.working) + total(run.breaks) == run.span.length
        assert total((*run.working, *run.breaks)) == run.span.length  # so they do not overlap
        assert all(run.span.meets(pause) == pause for pause in run.breaks)


@given(works=plants(), day=days, minutes=st.sampled_from([30, 45, 60, 90, 120, 180, 240]))
def test_intervals_tile_the_shift(works: Plant, day: date, minutes: int) -> None:
    interval = timedelta(minutes=minutes)
    for run in shift_runs(works, "l", day):
        pieces = cut(run.span, interval, ZoneInfo(works.site.timezone))
        assert pieces[0].start == run.span.start
        assert pieces[-1].end == run.span.end
        assert all(before.end == after.start for before, after in pairwise(pieces))
        assert all(timedelta() < piece.length < 2 * interval for piece in pieces)


@given(works=plants(), day=days)
def test_shifts_belong_to_the_day_on_which_they_start_and_do_not_overlap(works: Plant, day: date) -> None:
    runs = (*shift_runs(works, "l", day), *shift_runs(works, "l", day + ONE_DAY))
    for run in runs:
        start = run.span.start
        assert production_day(works, start) == run.day or start == day_span(works, run.day).end
    assert all(before.span.end <= after.span.start for before, after in pairwise(runs))


@given(works=plants(), instant=instants)
def test_shift_at_agrees_with_the_shifts_of_the_days_around(works: Plant, instant: datetime) -> None:
    day = production_day(works, instant)
    around = [run for away in range(-2, 3) for run in shift_runs(works, "l", day + ONE_DAY * away)]
    running = [run for run in around if run.span.holds(instant)]
    found = shift_at(works, "l", instant)
    assert running == ([] if found is None else [found])
    assert production_day(works, instant, "l") == (found.day if found else day)


@given(works=plants(), instant=instants)
def test_latest_and_next_shift_are_neighbours(works: Plant, instant: datetime) -> None:
    latest, following = latest_shift(works, "l", instant), next_shift(works, "l", instant)
    assert latest is not None
    assert following is not None
    assert latest.span.start <= instant < following.span.start
    days_between = (following.day - latest.day).days
    between = [run for away in range(days_between + 1) for run in shift_runs(works, "l", latest.day + ONE_DAY * away)]
    assert between[between.index(latest) + 1] == following
    running = shift_at(works, "l", instant)
    assert running is None or running == latest


@given(works=plants(), instant=instants)
def test_a_span_of_any_start_is_cut_forward(works: Plant, instant: datetime) -> None:
    pieces = cut(Span(instant, instant + timedelta(hours=9)), timedelta(minutes=30), works.site.zone)
    assert sum((piece.length for piece in pieces), timedelta()) == timedelta(hours=9)
