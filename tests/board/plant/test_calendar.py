"""Days, shifts, breaks and intervals are where people say they are, also over midnight and on DST nights."""

import timeit
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from board.plant import calendar
from board.plant.calendar import (
    ShiftRun,
    cut,
    day_span,
    latest_shift,
    next_shift,
    production_day,
    shift_at,
    shift_named,
    shift_runs,
    standard_rate,
    works_on,
)
from board.plant.load import load_plant, parse_plant
from board.plant.plant import Plant, Rate
from board.plant.span import Span
from board.plant.wall import wall_of
from tests.board.plant.written import EARLY, plant, shift, text

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = shift("Night", "22:00", "06:00")
ROUND_THE_CLOCK = EARLY + shift("Late", "14:00", "22:00") + NIGHT
SPRING, AUTUMN = date(2026, 3, 28), date(2026, 10, 24)  # their nights have 7 and 9 hours in Berlin
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def berlin(wall: str) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=BERLIN).astimezone(UTC)


def only_run(of: Plant, day: date) -> ShiftRun:
    (run,) = shift_runs(of, "line-1", day)
    return run


def shown(span: Span, zone: ZoneInfo = BERLIN) -> str:
    return f"{wall_of(span.start, zone):%H:%M}-{wall_of(span.end, zone):%H:%M}"


def hours(spans: tuple[Span, ...]) -> list[float]:
    return [span.length / HOUR for span in spans]


def test_production_day_begins_at_the_site_setting() -> None:
    works = plant()
    assert production_day(works, berlin("2026-03-02T05:59")) == date(2026, 3, 1)
    assert production_day(works, berlin("2026-03-02T06:00")) == date(2026, 3, 2)


def test_night_shift_belongs_wholly_to_the_day_on_which_it_starts() -> None:
    works = plant(shifts=shift("Night", "22:00", "07:30"))
    after_the_day_began = berlin("2026-05-07T06:30")
    assert production_day(works, after_the_day_began) == date(2026, 5, 7)
    assert production_day(works, after_the_day_began, "line-1") == date(2026, 5, 6)
    run = shift_at(works, "line-1", after_the_day_began)
    assert run is not None
    assert run.day == date(2026, 5, 6)
    assert latest_shift(works, "line-1", after_the_day_began) == run


def test_shift_after_midnight_belongs_to_the_day_that_began_before() -> None:
    works = plant(day_starts="08:00", shifts=shift("3rd", "00:00", "08:00", 'days = "Fri"'))
    run = only_run(works, date(2025, 9, 5))  # a Friday; the shift starts on Saturday at midnight
    assert run.span.start == berlin("2025-09-06T00:00")
    assert not works_on(works, "line-1", date(2025, 9, 6))


@pytest.mark.parametrize(("day", "length"), [(SPRING, 7), (AUTUMN, 9), (date(2026, 5, 6), 8)])
def test_nights_have_the_hours_they_really_have(day: date, length: int) -> None:
    assert only_run(plant(shifts=NIGHT), day).span.length == length * HOUR


@pytest.mark.parametrize(("day", "length"), [(SPRING, 23), (AUTUMN, 25), (date(2026, 5, 6), 24)])
def test_days_have_the_hours_they_really_have(day: date, length: int) -> None:
    assert day_span(plant(), day).length == length * HOUR


def test_shifts_round_the_clock_leave_no_gap_on_dst_nights() -> None:
    works = plant(shifts=ROUND_THE_CLOCK)
    for day in (SPRING, AUTUMN):
        runs = (*shift_runs(works, "line-1", day), *shift_runs(works, "line-1", day + timedelta(days=1)))
        assert [before.span.end for before in runs[:-1]] == [after.span.start for after in runs[1:]]


def test_shifts_that_meet_in_the_missing_or_doubled_hour_still_meet() -> None:
    works = plant(shifts=shift("A", "18:30", "02:30") + shift("B", "02:30", "10:30"), day_starts="10:30")
    for day, both in ((SPRING, 15), (AUTUMN, 17)):
        first, second = shift_runs(works, "line-1", day)
        assert first.span.end == second.span.start
        assert first.span.length + second.span.length == both * HOUR
    assert wall_of(shift_runs(works, "line-1", SPRING)[1].span.start, BERLIN).hour == 3


def test_shift_lost_in_the_missing_hour_does_not_run() -> None:
    works = plant(shifts=shift("Short", "02:00", "02:45"))
    assert shift_runs(works, "line-1", SPRING) == ()
    assert works_on(works, "line-1", SPRING - timedelta(days=1))


@pytest.mark.parametrize(
    ("breaks", "day", "expected"),
    [
        ('["02:15 15 min"]', SPRING, ["03:00-03:15"]),  # inside the missing hour: when the clocks jump
        ('["02:15 15 min", "02:45 15 min"]', SPRING, ["03:00-03:15", "03:15-03:30"]),  # no minute of rest is lost
        ('["01:45 30 min"]', SPRING, ["01:45-03:15"]),  # half an hour, over the jump
        ('["02:15 15 min"]', AUTUMN, ["02:15-02:30"]),  # once, on the first pass
        ('["01:45 30 min"]', AUTUMN, ["01:45-02:15"]),
        ('["02:45 30 min"]', AUTUMN, ["02:45-02:15"]),  # half an hour, into the second pass
    ],
)
def test_breaks_on_dst_nights_keep_their_length(breaks: str, day: date, expected: list[str]) -> None:
    run = only_run(plant(shifts=shift("Night", "22:00", "06:00", f"breaks = {breaks}")), day)
    assert [shown(pause) for pause in run.breaks] == expected
    assert sum((pause.length for pause in run.breaks), timedelta()) == len(breaks.split(",")) * (
        15 * MINUTE if "15 min" in breaks else 30 * MINUTE
    )
    assert hours(run.working)
    assert sum((span.length for span in (*run.working, *run.breaks)), timedelta()) == run.span.length


def test_break_pushed_beyond_the_shift_ends_with_it() -> None:
    works = plant(shifts=shift("Short", "20:00", "02:15", 'breaks = ["01:45 20 min", "02:10 5 min"]'))
    run = only_run(works, SPRING)
    assert [shown(pause) for pause in run.breaks] == ["01:45-03:00"]  # ends at 03:00, which is 02:15 that night
    assert run.working[-1].end <= run.span.end


def test_breaks_after_midnight_follow_those_before() -> None:
    works = plant(shifts=shift("Night", "22:00", "06:00", 'breaks = ["02:00 30 min", "23:30 10 min"]'))
    assert [shown(pause) for pause in only_run(works, date(2026, 5, 6)).breaks] == ["23:30-23:40", "02:00-02:30"]


def test_day_that_begins_in_the_doubled_hour_begins_once() -> None:
    works = plant(day_starts="02:30", shifts=EARLY)
    start = day_span(works, date(2026, 10, 25)).start
    second_pass = berlin("2026-10-25T03:00") - 50 * MINUTE  # shows 02:10 again
    assert wall_of(second_pass, BERLIN).minute == 10
    assert production_day(works, start - MINUTE) == date(2026, 10, 24)
    assert production_day(works, second_pass) == date(2026, 10, 25)


@pytest.mark.parametrize(
    ("day", "interval", "expected"),
    [
        (date(2026, 5, 6), 4 * HOUR, ["22:00-02:00", "02:00-06:00"]),
        (SPRING, 4 * HOUR, ["22:00-03:00", "03:00-06:00"]),
        (AUTUMN, 4 * HOUR, ["22:00-02:00", "02:00-06:00"]),
        (SPRING, 2 * HOUR, ["22:00-00:00", "00:00-03:00", "03:00-04:00", "04:00-06:00"]),
        (AUTUMN, 2 * HOUR, ["22:00-00:00", "00:00-02:00", "02:00-04:00", "04:00-06:00"]),
    ],
)
def test_intervals_follow_the_wall_clock(day: date, interval: timedelta, expected: list[str]) -> None:
    assert [shown(piece) for piece in cut(only_run(plant(shifts=NIGHT), day).span, interval, BERLIN)] == expected


@pytest.mark.parametrize("interval", [HOUR, HOUR / 2])
@pytest.mark.parametrize(("day", "length"), [(SPRING, 7), (AUTUMN, 9)])
def test_hour_by_hour_stays_hour_by_hour_on_dst_nights(day: date, length: int, interval: timedelta) -> None:
    pieces = cut(only_run(plant(shifts=NIGHT), day).span, interval, BERLIN)
    assert [piece.length for piece in pieces] == [interval] * round(length * HOUR / interval)


def test_a_span_from_the_second_pass_is_cut_forward() -> None:
    start = berlin("2026-10-25T03:00") - HOUR  # 02:00, second pass
    pieces = cut(Span(start, start + 2 * HOUR), HOUR / 2, BERLIN)
    assert [piece.length for piece in pieces] == [HOUR / 2] * 4


def test_an_interval_without_length_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a length"):
        cut(Span(berlin("2026-05-06T06:00"), berlin("2026-05-06T14:00")), timedelta(), BERLIN)


def test_shifts_keep_their_weekdays_days_off_and_lines() -> None:
    more = """
[[line]]
id = "line-2"
area = "hall"
name = "Line 2"

[[day_off]]
name = "Holiday"
first = 2026-05-05
last = 2026-05-06

[[day_off]]
name = "Overhaul"
first = 2026-05-08
lines = ["line-2"]
"""
    shifts = shift("Early", "06:00", "14:00", 'days = "Mon-Fri"') + shift("Extra", "14:00", "16:00", 'lines=["line-2"]')
    works = plant(more, shifts=shifts)
    week = [date(2026, 5, 4) + timedelta(days=n) for n in range(7)]  # from Monday
    assert [len(shift_runs(works, "line-1", day)) for day in week] == [1, 0, 0, 1, 1, 0, 0]
    assert [len(shift_runs(works, "line-2", day)) for day in week] == [2, 0, 0, 2, 0, 1, 1]


def test_day_off_takes_the_night_shift_that_starts_on_it_and_leaves_the_one_before() -> None:
    off = '[[day_off]]\nname = "Holiday"\nfirst = 2026-05-06'
    works = plant(off, shifts=NIGHT)
    assert shift_at(works, "line-1", berlin("2026-05-06T03:00")) is not None
    assert shift_at(works, "line-1", berlin("2026-05-06T23:00")) is None
    assert shift_at(works, "line-1", berlin("2026-05-07T03:00")) is None


def test_latest_and_next_shift_reach_over_idle_days() -> None:
    off = '[[day_off]]\nname = "Short time"\nfirst = 2026-05-05\nlast = 2026-06-30'
    works = plant(off)
    latest = latest_shift(works, "line-1", berlin("2026-06-10T12:00"))
    following = next_shift(works, "line-1", berlin("2026-06-10T12:00"))
    assert latest is not None
    assert latest.day == date(2026, 5, 4)
    assert following is not None
    assert following.day == date(2026, 7, 1)


def test_latest_shift_is_the_running_one_and_next_the_one_after() -> None:
    works = plant(shifts=ROUND_THE_CLOCK)
    at = berlin("2026-05-06T14:00")  # half-open: Early has ended, Late runs
    running, latest, following = (find(works, "line-1", at) for find in (shift_at, latest_shift, next_shift))
    assert running is not None
    assert following is not None
    assert running == latest
    assert (running.shift.name, following.shift.name) == ("Late", "Night")


def test_line_without_shifts_never_works() -> None:
    more = '[[line]]\nid = "idle"\narea = "hall"\nname = "Idle"'
    works = plant(more, shifts=shift("Early", "06:00", "14:00", 'lines = ["line-1"]'))
    at = berlin("2026-05-06T12:00")
    assert not works_on(works, "idle", date(2026, 5, 6))
    assert shift_at(works, "idle", at) is latest_shift(works, "idle", at) is next_shift(works, "idle", at) is None
    assert production_day(works, at, "idle") == date(2026, 5, 6)


def test_shift_is_found_by_name_only_on_days_it_runs() -> None:
    works = plant(shifts=shift("Early", "06:00", "14:00", 'days = "Mon-Fri"'))
    run = shift_named(works, "line-1", date(2026, 5, 6), "Early")
    assert run is not None
    assert shown(run.span) == "06:00-14:00"
    assert shift_named(works, "line-1", date(2026, 5, 9), "Early") is None
    assert shift_named(works, "line-1", date(2026, 5, 6), "Late") is None


def test_unknown_line_is_named() -> None:
    works = plant()
    with pytest.raises(KeyError, match="line-9"):
        shift_runs(works, "line-9", date(2026, 5, 6))
    with pytest.raises(KeyError, match="line-9"):
        standard_rate(works, "line-9")


def test_narrowest_rate_is_used() -> None:
    rates = "".join(
        f'[[rate]]\nline = "line-1"\nper_hour = {rate}\n{narrowing}\n'
        for rate, narrowing in ((70, 'shift = "Early"'), (80, 'product = "A"'), (90, 'product = "A"\nshift = "Early"'))
    )
    works = plant(rates)

    def rate(**narrowing: str) -> Fraction | None:
        found = standard_rate(works, "line-1", **narrowing)
        return found.per_hour if found else None

    assert rate() == 60
    assert rate(shift="Early") == 70
    assert rate(product="A") == rate(product="A", shift="Late") == 80
    assert rate(product="A", shift="Early") == 90
    assert rate(product="B", shift="Late") == 60


def test_line_without_a_rate_has_no_standard() -> None:
    works = parse_plant({"plant.toml": text().replace("rate = 60", "")})
    assert standard_rate(works, "line-1") is None


def test_plan_of_the_work_cell_is_exact() -> None:
    works = load_plant(Path(__file__).parents[3] / "assets" / "plants" / "workcell")
    run = shift_named(works, "cell", date(2025, 9, 5), "1st")
    rate = standard_rate(works, "cell", shift="1st")
    assert run is not None
    assert rate == Rate(line="cell", per_hour=Fraction(6 * 3600, 74), shift="1st", stations=6)
    planned = []
    for piece in cut(run.span, works.line("cell").interval, works.site.zone):
        worked = [part.length for span in run.working if (part := span.meets(piece))]
        planned.append(rate.per_hour * (sum(worked, timedelta()) // MINUTE) / 60)
    assert [f"{float(parts):.4f}" for parts in planned] == ["583.7838", "535.1351", "437.8378", "535.1351"]


def test_a_wall_of_230_lines_asks_cheaply() -> None:
    more = "".join(f'[[line]]\nid = "l-{n}"\narea = "hall"\nname = "L {n}"\nrate = {n + 1}\n' for n in range(229))
    works = plant(more, shifts=ROUND_THE_CLOCK)
    names = [line.id for line in works.lines]
    at = berlin("2026-05-06T12:00")

    def ask() -> None:
        for name in names:
            latest_shift(works, name, at)
            standard_rate(works, name, shift="Early")

    ask()
    assert min(timeit.repeat(ask, number=1, repeat=5)) < 0.02  # measured: under 1 ms; hashing the plant each time: 1 s


def test_plants_that_are_gone_are_forgotten() -> None:
    for minute in range(50):
        production_day(plant(day_starts=f"06:{minute:02}"), berlin("2026-05-06T12:00"))
    assert len(calendar._calendars) <= calendar._PLANTS_KEPT
