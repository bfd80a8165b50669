"""Shifts, breaks and runs that cannot be are named; those that only look so are let through."""

import time

import pytest

from board.plant.load import parse_plant
from tests.board.plant.written import EARLY, plant, sentences, shift, text

LINE_2 = '[[line]]\nid = "line-2"\narea = "hall"\nname = "Line 2"\n'


def test_overlapping_shifts_of_one_line_are_named() -> None:
    shifts = EARLY + shift("Late", "13:30", "22:00", 'days = "Tue-Fri"')
    assert sentences(text(shifts=shifts)) == [
        (
            'plant.toml: shift "Late": found 13:30 to 22:00 on Tuesday, expected times that leave shift "Early"'
            " (06:00 to 14:00) alone on all lines."
        )
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Night", "22:00", "06:30", ""), ("Early", "06:00", "14:00", "")),  # runs into the next day's shift
        (("Night", "22:00", "06:30", 'days = "Sun"'), ("Early", "06:00", "14:00", 'days = "Mon"')),  # over the week
        (("A", "06:00", "06:00", ""), ("B", "12:00", "13:00", "")),  # round the clock
        (("A", "06:00", "14:00", 'lines = ["line-1"]'), ("B", "13:00", "22:00", "")),  # on line-1 only
        (("A", "06:00", "14:00", ""), ("B", "06:00", "14:00", "")),
        (("A", "08:00", "10:00", ""), ("B", "06:00", "14:00", "")),
    ],
)
def test_shifts_overlap_also_over_midnight_and_the_week(
    first: tuple[str, str, str, str], second: tuple[str, str, str, str]
) -> None:
    (said,) = sentences(text(LINE_2, shifts=shift(*first) + shift(*second)))
    assert "alone on" in said


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Night", "22:00", "06:00", ""), ("Early", "06:00", "14:00", "")),
        (("Night", "22:00", "06:30", 'days = "Fri"'), ("Early", "06:00", "14:00", 'days = "Mon-Fri"')),
        (("A", "06:00", "14:00", 'lines = ["line-1"]'), ("B", "06:00", "14:00", 'lines = ["line-2"]')),
        (("Early", "06:00", "14:00", 'days = "Mon-Thu"'), ("Early", "06:00", "12:00", 'days = "Fri"')),
        (("A", "06:00", "06:00", 'days = "Mon"'), ("B", "06:00", "06:00", 'days = "Tue-Sun"')),
    ],
)
def test_shifts_that_only_meet_are_good(first: tuple[str, str, str, str], second: tuple[str, str, str, str]) -> None:
    assert len(plant(LINE_2, shifts=shift(*first) + shift(*second)).shifts) == 2


def test_overlap_counts_production_days() -> None:
    before_the_day_begins = shift("Dawn", "04:00", "07:00", 'days = "Mon"')  # on Tuesday's date
    early_on_tuesday = shift("Early", "06:00", "14:00", 'days = "Tue"')
    (said,) = sentences(text(shifts=before_the_day_begins + early_on_tuesday))
    assert "on Tuesday" in said
    assert len(plant(shifts=before_the_day_begins + shift("Early", "06:00", "14:00", 'days = "Mon"')).shifts) == 2


def test_name_of_a_shift_is_used_once_a_day() -> None:
    shifts = EARLY + shift("Early", "14:00", "22:00")
    assert sentences(text(shifts=shifts)) == [
        'plant.toml: shift "Early": name: found "Early", expected a name used once a day on all lines.'
    ]


@pytest.mark.parametrize(
    ("pauses", "said"),
    [
        ('["06:00 15 min"]', "breaks[1]: found 06:00 15 min, expected a break within the shift, 22:00 to 06:00"),
        ('["05:30 45 min"]', "breaks[1]: found 05:30 45 min, expected a break within the shift"),
        ('["21:50 20 min"]', "breaks[1]: found 21:50 20 min, expected a break within the shift"),
        ('["02:00 30 min", "02:15 30 min"]', "breaks[2]: found 02:15 30 min, expected a break that does not overlap"),
    ],
)
def test_break_outside_its_shift_or_within_another_is_named(pauses: str, said: str) -> None:
    (sentence,) = sentences(text(shifts=shift("Night", "22:00", "06:00", f"breaks = {pauses}")))
    assert sentence.startswith(f'plant.toml: shift "Night": {said}')


@pytest.mark.parametrize(
    "pauses",
    ['["05:30 30 min"]', '["22:00 20 min", "05:59 1 min", "00:00 30 min"]', '["01:00 30 min", "01:30 30 min"]'],
)
def test_breaks_that_touch_the_border_or_each_other_are_good(pauses: str) -> None:
    (night,) = plant(shifts=shift("Night", "22:00", "06:00", f"breaks = {pauses}")).shifts
    assert len(night.breaks) == pauses.count("min")


def run(starts: str, ends: str = "", more: str = "") -> str:
    return f'[[run]]\nline = "line-1"\nstarts = {starts}\n' + (f"ends = {ends}\n" if ends else "") + more + "\n"


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (run("2026-05-06T08:00:00", "2026-05-06T08:00:00"), "ends: found 2026-05-06T08:00:00, expected a time after"),
        (run("2026-05-06T08:00:00", "2026-05-06T07:00:00"), "ends: found 2026-05-06T07:00:00, expected a time after"),
        (run("2026-03-29T02:30:00"), "starts: found 2026-03-29T02:30:00, expected a time that exists"),
        (run("2026-05-06T08:00:00", more='kind = "changeover"'), "ends: found nothing, expected the end of the change"),
        (
            run("2026-05-06T08:00:00", "2026-05-06T09:00:00", 'kind = "changeover"\nquantity = 5'),
            "quantity: found 5, expected no such key",
        ),
        (
            run("2026-05-06T08:00:00", "2026-05-06T10:00:00") + run("2026-05-06T09:00:00", "2026-05-06T11:00:00"),
            "starts: found 2026-05-06T09:00:00, expected a time when no other production run is planned there",
        ),
        (run("2026-05-06T08:00:00", more="quantity = 0"), "quantity: found 0, expected a whole number of at least 1"),
        (run("2026-05-06"), "starts: found 2026-05-06, expected a date and time such as"),
    ],
)
def test_run_that_cannot_be_is_named(runs: str, said: str) -> None:
    (sentence,) = sentences(text(runs))
    assert sentence.startswith(f'plant.toml: run "line-1": {said}')


def test_runs_that_meet_or_hold_a_changeover_are_good() -> None:
    runs = (
        run("2026-05-06T08:00:00", "2026-05-06T10:00:00"),
        run("2026-05-06T10:00:00", "2026-05-06T12:00:00"),
        run("2026-05-06T09:00:00", "2026-05-06T09:20:00", 'kind = "changeover"'),
        run("2026-05-06T12:00:00", more="quantity = 100"),
        run("2026-03-29T02:30:00Z"),
    )
    assert len(plant(*runs).runs) == 5


def test_start_of_validity_exists() -> None:
    (said,) = sentences("valid_from = 2026-03-29T02:30:00\n" + text())
    assert said.startswith("plant.toml: valid_from: found 2026-03-29T02:30:00, expected a time that exists")
    (said,) = sentences({"a.toml": 'valid_from = "soon"\n' + text()})
    assert said.startswith('a.toml: valid_from: found "soon", expected a date and time')
    (said,) = sentences({"a.toml": "valid_from = 2026-03-29\n" + text(), "b.toml": "valid_from = 2026-03-29\n"})
    assert said == "b.toml: valid_from: found 2026-03-29, expected this key only once; it stands in a.toml too."


def test_plant_of_230_lines_with_shifts_of_their_own_is_checked_while_nobody_waits() -> None:
    lines = [f"l-{number}" for number in range(230)]
    more = "".join(f'[[line]]\nid = "{line}"\narea = "hall"\nname = "{line}"\n' for line in lines)
    times = (("Early", "06:00", "14:00"), ("Late", "14:00", "22:00"), ("Night", "22:00", "06:00"))
    shifts = "".join(shift(*each, f'lines = ["{line}"]') for line in lines for each in times)
    written = text(more, shifts=shifts)
    started = time.perf_counter()
    assert len(parse_plant({"plant.toml": written}).shifts) == 690
    assert time.perf_counter() - started < 1.5  # measured: 0.07 s; comparing every pair by name: 3.4 s
