"""The feeds process knows when lines work without knowing the rest of the plant."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from board.plant.load import parse_plant
from board.plant.plant import Plant
from board.plant.span import Span
from board.sources.assignment import read_assignment, write_assignment
from board.sources.contract import SourceContext
from board.sources.working import Working

PLANT = """
[site]
id = "works"
name = "Works"
timezone = "Europe/London"
day_starts = "06:00"

[[area]]
id = "hall"
name = "Hall"

[[line]]
id = "line-1"
area = "hall"
name = "Line 1"
interval = "2h"
rate = 60

[[shift]]
name = "Early"
starts = "06:00"
ends = "14:00"
days = "Mon-Fri"
breaks = ["09:00 15 min", "12:00 30 min"]

[[shift]]
name = "Night"
starts = "22:00"
ends = "06:00"
days = "Fri"

[[day_off]]
first = 2026-11-23
last = 2026-11-23
name = "Stocktaking"

[[reason]]
group = "Breakdown"
code = "leak"
name = "Leak"
"""
FRIDAY = datetime(2026, 11, 20, tzinfo=UTC)


def at(hours: float) -> datetime:
    return FRIDAY + timedelta(hours=hours)


@pytest.fixture
def plant() -> Plant:
    return parse_plant({"plant.toml": PLANT})


@pytest.fixture
def told(plant: Plant) -> SourceContext:
    """Return the context as the feeds process has it."""
    return read_assignment(json.dumps(write_assignment(plant, {})).encode()).context


def test_breaks_nights_and_days_off_are_not_worked(told: SourceContext) -> None:
    parts = told.worked("line-1", Span(at(5), at(24 * 5)))
    hour = timedelta(hours=1)
    assert [((part.start - FRIDAY) / hour, (part.end - FRIDAY) / hour) for part in parts] == [
        (6, 9), (9.25, 12), (12.5, 14), (22, 30), (102, 105), (105.25, 108), (108.5, 110),
    ]  # fmt: skip


def test_a_node_that_is_no_line_always_works(told: SourceContext) -> None:
    assert told.worked("hall", Span(at(0), at(48))) == (Span(at(0), at(48)),)


def test_the_calendar_is_the_same_on_both_sides(plant: Plant, told: SourceContext) -> None:
    span = Span(at(-240), at(240))
    assert told.worked("line-1", span) == SourceContext.of(plant).worked("line-1", span)
    assert told.working is not None
    assert Working.parse(json.loads(json.dumps(told.working.body()))).body() == told.working.body()
