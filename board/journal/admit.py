"""Why a change of the plan cannot be made, in a sentence: it names what is not there, or would repaint what was."""

from datetime import date, datetime, timedelta

from board.journal.adjusted import adjusted
from board.journal.adjustment import Adjusted
from board.journal.intention import (
    Adjustment,
    ChangeDayOff,
    ChangePerson,
    ChangeReason,
    ChangeShift,
    PlanRun,
    SetTarget,
)
from board.journal.lay import lines_of
from board.plant.calendar import ShiftRun, cut, production_day, shift_named, shift_runs
from board.plant.history import PlantHistory
from board.plant.plant import Better, Plant
from board.plant.span import Span
from board.plant.told import told
from board.plant.wall import wall_of

_DAY = timedelta(days=1)
_AROUND = (-_DAY, timedelta(), _DAY)


def complaint(history: PlantHistory, changes: tuple[Adjusted, ...], change: Adjusted) -> str | None:
    """Return why a change cannot be added to the others that stand, or None."""
    before, now = adjusted(history, changes).at(change.at), change.at
    if not knows(before, change.node):
        return told("The plant has no line, area or site '{node}'; this change was made for it.", node=change.node)
    said = _about(change.said, before, now)
    if said is not None:
        return said
    after = adjusted(history, (*changes, change)).at(now)
    return _lost(change.said, after) or _repainted(change.said, before, after, now)


def undo_complaint(
    history: PlantHistory, changes: tuple[Adjusted, ...], change: Adjusted, taken_back: Adjusted
) -> str | None:
    """Return why a change cannot be taken back now, or None; `taken_back` is the change as it would then stand."""
    now = taken_back.undone_at
    if now is None or not isinstance(change.said, ChangeShift | ChangeDayOff):
        return None
    others = tuple(taken_back if each.number == change.number else each for each in changes)
    return _repainted(change.said, adjusted(history, changes).at(now), adjusted(history, others).at(now), now)


def knows(plant: Plant, node: str) -> bool:
    """Tell whether a node is the site, an area or a line of the plant."""
    return node == plant.site.id or node in {*(area.id for area in plant.areas), *(line.id for line in plant.lines)}


def day_of(plant: Plant, node: str, now: datetime) -> date:
    """Return the production day that runs on a node; on a line a shift keeps the day on which it began."""
    return production_day(plant, now, node if any(line.id == node for line in plant.lines) else None)


def _about(said: Adjustment, plant: Plant, now: datetime) -> str | None:
    """Return what a change names that is not there, or that is over."""
    match said:
        case PlanRun():
            return _run_complaint(said, plant, now)
        case ChangeShift():
            return _shift_complaint(said, plant, now)
        case SetTarget():
            return _target_complaint(said, plant, now)
        case ChangeDayOff():
            return _day_complaint(said.first, plant, said.node, now)
        case ChangeReason():
            missing = said.removed and plant.reason(said.code) is None
            return (
                told("The plant has no reason '{code}' that could be taken off.", code=said.code) if missing else None
            )
        case ChangePerson():
            missing = said.removed and all(person.id != said.person for person in plant.people)
            return told("Nobody with the id '{person}' is known here.", person=said.person) if missing else None


def _run_complaint(said: PlanRun, plant: Plant, now: datetime) -> str | None:
    if all(line.id != said.node for line in plant.lines):
        return told("'{node}' is no line; a run is planned for one line.", node=said.node)
    return told("This time is over; a run is planned for now or later.") if said.span.end <= now else None


def _shift_complaint(said: ChangeShift, plant: Plant, now: datetime) -> str | None:
    lines = lines_of(plant, said.node)
    names = {shift.name for shift in plant.shifts if not shift.lines or shift.lines & lines}
    if said.shift not in names:
        known = ", ".join(sorted(names))
        return told("No shift '{shift}' is worked there; it is one of {known}.", shift=said.shift, known=known)
    return _day_complaint(said.day, plant, said.node, now)


def _target_complaint(said: SetTarget, plant: Plant, now: datetime) -> str | None:
    kpi = next((kpi for kpi in plant.kpis if kpi.id == said.kpi), None)
    if kpi is None:
        return told("The plant has no KPI '{kpi}'.", kpi=said.kpi)
    if (kpi.better is Better.RANGE) != (said.low is not None):
        if kpi.better is Better.RANGE:
            return told("The target of {kpi} is a range from low to high.", kpi=kpi.name)
        return told("The target of {kpi} is one value.", kpi=kpi.name)
    if said.valid_from < day_of(plant, said.node, now):
        return told(
            "{day} is over and keeps its target; a target is set from today or a later day.", day=said.valid_from
        )
    return None


def _day_complaint(day: date, plant: Plant, node: str, now: datetime) -> str | None:
    today = min((day_of(plant, line, now) for line in lines_of(plant, node)), default=day_of(plant, node, now))
    return told("{day} is over and keeps what it had; change today or a later day.", day=day) if day < today else None


def _repainted(said: Adjustment, before: Plant, after: Plant, now: datetime) -> str | None:
    """Return what of the past a change of the calendar would change, or None: an interval that closed stays as it was.

    So a shift may be cancelled or begin later until its first interval closes, and end now or not long ago.
    """
    if not isinstance(said, ChangeShift | ChangeDayOff):
        return None
    for line in sorted(lines_of(before, said.node) & lines_of(after, said.node)):
        today = production_day(before, now, line)
        for run in (run for step in _AROUND for run in shift_runs(before, line, today + step)):
            closed = [span for span in _intervals(before, run) if span.end <= now]
            then = shift_named(after, line, run.day, run.shift.name)
            left = () if then is None else _intervals(after, then)
            if closed and not set(closed) <= set(left):
                until = wall_of(closed[-1].end, before.site.zone)
                return told(
                    "Shift {shift} of {day} is closed until {time}; change what comes after that.",
                    shift=run.shift.name,
                    day=run.day,
                    time=f"{until:%H:%M}",
                )
    return None


def _intervals(plant: Plant, run: ShiftRun) -> tuple[Span, ...]:
    return cut(run.span, plant.line(run.line).interval, plant.site.zone)


def _lost(said: Adjustment, after: Plant) -> str | None:
    """Return that a changed shift is not worked on its day, or has no time left, or None."""
    if not isinstance(said, ChangeShift) or said.cancelled:
        return None
    lines = lines_of(after, said.node)
    if any(shift_named(after, line, said.day, said.shift) is not None for line in lines):
        return None
    return told("Shift {shift} is not worked on {day}, or would have no time left.", shift=said.shift, day=said.day)
