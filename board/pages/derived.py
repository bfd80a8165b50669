"""Measures that follow from others: rejects where parts were counted, planned run times, planned busy time."""

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction

from board.kpi.library import GOOD_RUN_TIME, RUN_TIME
from board.kpi.plan import working_minutes
from board.pages.rule import BUSY, Rules
from board.plant.calendar import shift_runs, standard_rate
from board.plant.plant import Plant, Rate
from board.plant.span import Span
from board.store.reader import DayTotal

GOOD, PRODUCED = "good", ("good", "scrap", "rework")


def with_derived(
    sums: dict[str, Fraction], rows: Sequence[DayTotal], rules: Rules, now: datetime, *, shift: str | None = None
) -> dict[str, Fraction]:
    """Return the sums of a line's day, or of one shift of it, with what follows from its counts.

    Parts are counted as good, scrap or rework: where one of them is known, nothing of another is none of it. Busy time
    comes from the calendar where no source tells it: what was worked of the shifts until now, times the stations.
    """
    counted = [row for row in rows if row.measure in PRODUCED]
    if not counted:
        return sums
    for measure in PRODUCED:
        sums.setdefault(measure, Fraction(0))
    node, day = counted[0].node, counted[0].day
    if not rules.derives or node not in rules.lines:
        return sums
    plant = rules.plant
    if BUSY not in sums:
        sums[BUSY] = busy_minutes(plant, node, day, now, shift)
    if rules.runs and RUN_TIME not in sums:
        sums |= _run_times(counted, plant)
    return sums


def busy_minutes(plant: Plant, node: str, day: date, now: datetime, shift: str | None = None) -> Fraction:
    """Return what was worked of a line's shifts until now, or of one of them, times its stations."""
    minutes = Fraction(0)
    for run in shift_runs(plant, node, day):
        if run.span.start < now and shift in (None, run.shift.name):
            rate = standard_rate(plant, node, shift=run.shift.name)
            stations = 1 if rate is None else rate.stations
            minutes += stations * working_minutes(run.working, Span(run.span.start, min(run.span.end, now)))
    return minutes


def run_minutes(count: Fraction, rate: Rate) -> Fraction:
    """Return how long so many parts take by their standard rate, in minutes of all its stations."""
    return count * 60 * rate.stations / rate.per_hour


def _run_times(counted: Sequence[DayTotal], plant: Plant) -> dict[str, Fraction]:
    """Return the planned run times of what was made, in minutes; nothing where a product has no standard rate."""
    made: dict[tuple[str | None, str | None, bool], Fraction | int] = {}
    for row in counted:
        key = row.shift, row.product, row.measure == GOOD
        made[key] = made.get(key, 0) + row.value
    run_time = good_run_time = Fraction(0)
    for (shift, product, good), value in made.items():
        rate = standard_rate(plant, counted[0].node, shift=shift, product=product)
        if rate is None:
            return {}
        spent = value * 60 * rate.stations / rate.per_hour
        run_time += spent
        if good:
            good_run_time += spent
    return {RUN_TIME: run_time, GOOD_RUN_TIME: good_run_time}
