"""A change of the plan as it stands in the journal: what was said, when, and whether it was taken back."""

from dataclasses import dataclass
from datetime import datetime

from board.journal.entry import Draft, Entry
from board.journal.intention import (
    Adjustment,
    ChangeDayOff,
    ChangePerson,
    ChangeReason,
    ChangeShift,
    PlanRun,
    SetTarget,
)
from board.journal.payload import (
    DayOffChanged,
    PersonChanged,
    ReasonChanged,
    RunPlanned,
    ShiftChanged,
    TargetSet,
)
from board.plant.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjusted:
    """A change on top of the plant file; of somebody whose name was erased, `said` bears an empty name."""

    entry: str
    number: int
    at: datetime  # wall time, UTC
    node: str
    said: Adjustment
    actor: str | None
    undone_at: datetime | None = None


def adjustment_of(entry: Entry | Draft, name: str = "") -> Adjustment | None:
    """Return the change that an entry says, None where it says another thing; `name` is that of its person."""
    said = entry.payload
    match said:
        case PersonChanged():
            return ChangePerson(
                id=entry.id,
                node=entry.node,
                person=said.person,
                name=name,
                role=said.role,
                removed=said.removed,
                actor=entry.actor,
            )
        case RunPlanned() | ShiftChanged():
            return _of_today(entry, said)
        case TargetSet() | ReasonChanged() | DayOffChanged():
            return _of_years(entry, said)
        case _:
            return None


def _of_today(entry: Entry | Draft, said: RunPlanned | ShiftChanged) -> Adjustment:
    if isinstance(said, RunPlanned):
        return PlanRun(
            id=entry.id,
            node=entry.node,
            span=Span(said.start, said.end),
            kind=said.run,
            product=said.product,
            order=said.order,
            rate=said.rate,
            quantity=said.quantity,
            crew=said.crew,
            actor=entry.actor,
        )
    return ChangeShift(
        id=entry.id,
        node=entry.node,
        day=said.day,
        shift=said.shift,
        cancelled=said.cancelled,
        starts=said.starts,
        ends=said.ends,
        actor=entry.actor,
    )


def _of_years(entry: Entry | Draft, said: TargetSet | ReasonChanged | DayOffChanged) -> Adjustment:
    match said:
        case TargetSet():
            return SetTarget(
                id=entry.id,
                node=entry.node,
                kpi=said.kpi,
                valid_from=said.valid_from,
                value=said.value,
                low=said.low,
                high=said.high,
                watch=said.watch,
                actor=entry.actor,
            )
        case ReasonChanged():
            return ChangeReason(
                id=entry.id,
                node=entry.node,
                code=said.code,
                name=said.name,
                group=said.group,
                icon=said.icon,
                removed=said.removed,
                actor=entry.actor,
            )
        case DayOffChanged():
            return ChangeDayOff(
                id=entry.id,
                node=entry.node,
                first=said.first,
                last=said.last,
                name=said.name,
                worked=said.worked,
                actor=entry.actor,
            )
