"""Which production day and shift an instant belongs to."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from board.journal.clock import microseconds
from board.plant.calendar import production_day, shift_at
from board.plant.history import PlantHistory
from board.plant.plant import Line, Plant, Shift, ShiftChange
from board.store.slot import Slots, fingerprint
from tests.board.store.shop import DAY, HISTORY, PLANT, at


def slots_of(plant: Plant) -> Slots:
    return Slots(PlantHistory(((datetime(2020, 1, 1, tzinfo=UTC), plant),)))


@pytest.mark.parametrize(
    "zone", ["Europe/London", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]
)
@pytest.mark.parametrize("day_starts", [time(0), time(6)])
def test_every_instant_falls_where_the_calendar_says(zone: str, day_starts: time) -> None:
    """Over the nights on which clocks change, at each quarter of an hour."""
    weekdays = frozenset({0, 1, 2, 3, 5})
    plant = replace(
        PLANT,
        site=replace(PLANT.site, timezone=zone, day_starts=day_starts),
        shifts=(
            Shift(name="Early", starts=time(5), ends=time(13), days=weekdays),
            Shift(name="Night", starts=time(23), ends=time(4, 30)),
        ),
    )
    slots = slots_of(plant)
    for start in (datetime(2026, 3, 27), datetime(2026, 10, 3), datetime(2026, 10, 24), datetime(2026, 11, 1)):  # noqa: DTZ001
        for quarter in range(3 * 96):
            moment = start.replace(tzinfo=UTC) + timedelta(minutes=15 * quarter)
            slot = slots.at("line", microseconds(moment))
            run = shift_at(plant, "line", moment)
            assert slot.shift == (None if run is None else run.shift.name), moment
            assert slot.day == production_day(plant, moment, "line").toordinal(), moment
            assert slot.first <= microseconds(moment) < slot.last


def test_a_night_shift_is_one_slot_over_midnight() -> None:
    found = Slots(HISTORY).over("line", microseconds(at(21)), microseconds(at(7, day=1)))
    assert [(slot.shift, date.fromordinal(slot.day)) for slot in found] == [
        ("Late", date(2026, 3, 2)),
        ("Night", date(2026, 3, 2)),
        ("Early", date(2026, 3, 3)),
    ]
    assert (found[1].first, found[1].last) == (microseconds(at(22)), microseconds(at(6, day=1)))


def test_a_node_that_is_no_line_has_days_without_shifts() -> None:
    slot = Slots(HISTORY).at("works", microseconds(at(3)))
    assert (slot.shift, date.fromordinal(slot.day)) == (None, date(2026, 3, 1))


def test_a_new_plant_counts_from_its_instant_on() -> None:
    later = replace(PLANT, shifts=(Shift(name="Day", starts=time(6), ends=time(18)),))
    slots = Slots(HISTORY.with_version(at(10), later))
    shifts = [slots.at("line", microseconds(at(hour))).shift for hour in (8, 9, 10, 11, 19)]
    assert shifts == ["Early", "Early", "Day", "Day", None]


def test_a_fingerprint_sees_the_calendar_and_nothing_else() -> None:
    more = (*PLANT.lines, Line(id="new", name="New", area="hall"))
    assert fingerprint(replace(PLANT, lines=more)) != fingerprint(PLANT)
    assert fingerprint(replace(PLANT, site=replace(PLANT.site, day_starts=time(5)))) != fingerprint(PLANT)
    assert fingerprint(replace(PLANT, digest="other", letters=(), rates=())) == fingerprint(PLANT)


def test_a_shift_made_longer_while_it_ran_is_worked_as_long_as_it_ran() -> None:
    longer = replace(PLANT, shift_changes=(ShiftChange(line="line", day=DAY.date(), shift="Early", ends=time(15)),))
    slots = Slots(HISTORY.with_version(at(13), longer))
    slot = slots.at("line", microseconds(at(14, 30)))
    assert (slot.shift, slot.first, slot.last) == ("Early", microseconds(at(6)), microseconds(at(15)))
    worked = slots.working("line", slot)
    assert sum(end - start for start, end in worked) == (9 * 60 - 30) * 60 * 1_000_000
    assert slots.at("line", microseconds(at(14, 30, day=1))).shift == "Late"


def test_a_plant_without_changed_shifts_has_the_print_it_always_had() -> None:
    changed = replace(PLANT, shift_changes=(ShiftChange(line="line", day=DAY.date(), shift="Early", cancelled=True),))
    assert fingerprint(changed).startswith(fingerprint(PLANT)[:-1])
    assert fingerprint(changed) != fingerprint(PLANT)
