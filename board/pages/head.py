"""What every page of days says at its head: the shift that runs there, and the time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from board.plant.calendar import ShiftRun, shift_at
from board.plant.plant import Plant


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The shift that runs, None where there is none, and the time to the minute; site time."""

    shift: str | None
    starts: datetime | None
    ends: datetime | None
    now: datetime


def head_of(plant: Plant, lines: Sequence[str], now: datetime) -> Head:
    """Return the head of a page of some lines."""
    run, zone = common_shift(plant, lines, now), plant.site.zone
    return Head(
        shift=None if run is None else run.shift.name,
        starts=None if run is None else run.span.start.astimezone(zone),
        ends=None if run is None else run.span.end.astimezone(zone),
        now=now.astimezone(zone).replace(second=0, microsecond=0),
    )


def common_shift(plant: Plant, lines: Sequence[str], now: datetime) -> ShiftRun | None:
    """Return the shift that runs, where all lines that work run the same one."""
    runs = [run for line in lines if (run := shift_at(plant, line, now)) is not None]
    alike = {(run.shift.name, run.span) for run in runs}
    return runs[0] if len(alike) == 1 else None
