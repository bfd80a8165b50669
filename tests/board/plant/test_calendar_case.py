"""The hand-checked cases about time, asked of a whole plant."""

import json
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from board.plant.calendar import cut, production_day, shift_at, shift_runs
from board.plant.plant import Plant
from board.plant.wall import wall_of
from tests.board.plant.written import plant, shift

CASES_FILE = Path(__file__).parents[2] / "data" / "cases.json"
CASES: dict[str, dict[str, Any]] = {
    each["id"]: each for each in json.loads(CASES_FILE.read_text(encoding="utf-8"))["cases"]
}
DAY = date(2026, 5, 6)


def case(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    return CASES[name]["inputs"], CASES[name]["expected"]


def one_shift(starts: str, ends: str, breaks: list[list[str]] | None = None, zone: str = "Europe/Berlin") -> Plant:
    pauses = []
    for start, end in breaks or []:
        length = datetime.fromisoformat(f"2026-01-01T{end}") - datetime.fromisoformat(f"2026-01-01T{start}")
        pauses.append(f"{start} {length // timedelta(minutes=1)} min")
    return plant(shifts=shift("Shift", starts, ends, f"breaks = {json.dumps(pauses)}"), zone=zone)


def targets(works: Plant, day: date, interval_h: int, rate: int) -> list[Fraction]:
    """Return rate x working minutes of each interval."""
    (run,) = shift_runs(works, "line-1", day)
    found = []
    for piece in cut(run.span, timedelta(hours=interval_h), works.site.zone):
        worked = sum((part.length for span in run.working if (part := span.meets(piece))), timedelta())
        found.append(Fraction(rate * (worked // timedelta(minutes=1)), 60))
    return found


@pytest.mark.parametrize("name", ["si-01", "si-02", "si-22"])
def test_targets_of_a_plain_day(name: str) -> None:
    given, expected = case(name)
    starts, ends = given["shift"]
    works = one_shift(starts, ends, given.get("breaks"))
    assert targets(works, DAY, given["interval_h"], given["rate_per_h"]) == expected["targets"]


def test_intervals_end_with_the_shift() -> None:
    given, expected = case("si-22")
    works = one_shift(*given["shift"])
    (run,) = shift_runs(works, "line-1", DAY)
    zone = works.site.zone
    pieces = cut(run.span, timedelta(hours=given["interval_h"]), zone)
    labels = [f"{wall_of(piece.start, zone):%H:%M}-{wall_of(piece.end, zone):%H:%M}" for piece in pieces]
    assert labels == expected["intervals"]


def test_overnight_shift_belongs_to_its_start_day() -> None:
    given, expected = case("si-14")
    works = one_shift(*given["shift"])
    zone = works.site.zone
    at = datetime.fromisoformat(given["entry_local"]).replace(tzinfo=zone).astimezone(UTC)
    run = shift_at(works, "line-1", at)
    assert run is not None
    assert run.day == production_day(works, at, "line-1") == date.fromisoformat(expected["shift_date"])
    pieces = cut(run.span, timedelta(hours=given["interval_h"]), zone)
    (place,) = (number for number, piece in enumerate(pieces, start=1) if piece.holds(at))
    assert place == expected["interval"]
    held = pieces[place - 1]
    shown = f"{wall_of(held.start, zone):%H:%M}-{wall_of(held.end, zone):%H:%M}"
    assert shown == expected["interval_label"]


def test_production_day_begins_at_its_hour() -> None:
    given, expected = case("si-16")
    works = plant(day_starts=given["day_start"])
    instants = [datetime.fromisoformat(event).replace(tzinfo=works.site.zone) for event in given["events"]]
    days = [production_day(works, instant).isoformat() for instant in instants]
    assert days == expected["production_day"]


@pytest.mark.parametrize("name", ["si-17", "si-19"])
def test_clock_change_in_the_night_shift(name: str) -> None:
    given, expected = case(name)
    start, end = (datetime.fromisoformat(wall) for wall in given["shift"])
    works = one_shift(f"{start:%H:%M}", f"{end:%H:%M}", zone=given["tz"])
    (run,) = shift_runs(works, "line-1", start.date())
    assert run.span.start == start.replace(tzinfo=ZoneInfo(given["tz"]))
    assert run.span.length == timedelta(hours=expected["hours"])
    if "targets" in expected:
        found = targets(works, start.date(), given["interval_h"], given["rate_per_h"])
        assert found == expected["targets"]
        assert sum(found) == expected["shift_target"]
