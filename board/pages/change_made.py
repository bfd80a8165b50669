"""Tells the changes that were made on the wall: what each is about, from when it holds, who made it, if it stands."""

from collections.abc import Sequence
from datetime import datetime, time

from board.journal.adjustment import Adjusted
from board.journal.intention import ChangeDayOff, ChangePerson, ChangeReason, ChangeShift, PlanRun, SetTarget
from board.pages.name import path_of, person_name
from board.plant.calendar import production_day
from board.plant.plant import Kpi, Plant, RunKind
from board.views.changes import Change, ChangeKind
from board.views.sicb import FORMER
from board.views.sqcdp import Aim

MOST_CHANGES = 100


def changes_made(plant: Plant, node: str, made: Sequence[Adjusted], *, now: datetime) -> tuple[Change, ...]:
    """Return the changes that concern a node, the newest first, at most 100: of itself, above it, and below it."""
    near = _near(plant, node)
    own = sorted((one for one in made if one.node in near), key=lambda one: (one.at, one.number), reverse=True)
    return tuple(_change(plant, one, now=now) for one in own[:MOST_CHANGES])


def _near(plant: Plant, node: str) -> frozenset[str]:
    """Return the nodes whose changes concern a node: those that share a line with it, and the site."""
    lines = plant.lines_under(node)
    areas = {line.area for line in lines}
    return frozenset({node, plant.site.id, *areas, *(line.id for line in lines)})


def _change(plant: Plant, one: Adjusted, *, now: datetime) -> Change:
    said, zone = one.said, plant.site.zone
    undone = one.undone_at is not None and one.undone_at <= now
    about = _About(plant, one)
    kpi = about.kpi
    return Change(
        entry=one.entry,
        kind=about.kind,
        node=one.node,
        node_name=_node_name(plant, one.node),
        subject=about.subject,
        since=about.since,
        at=one.at.astimezone(zone),
        who=person_name(plant, one.actor),
        undone=undone,
        aim=about.aim,
        unit="" if kpi is None else kpi.unit,
        decimals=0 if kpi is None else kpi.decimals,
        starts=about.times[0],
        ends=about.times[1],
        removed=about.removed,
        last=said.last if isinstance(said, ChangeDayOff) else None,
        changeover=isinstance(said, PlanRun) and said.kind is RunKind.CHANGEOVER,
    )


class _About:
    """What a change says, in the terms of the list."""

    def __init__(self, plant: Plant, one: Adjusted) -> None:
        self.kind = ChangeKind.RUN
        self.subject = ""
        self.since = production_day(plant, one.at)
        self.times: tuple[time | None, time | None] = (None, None)
        self.removed = False
        self.kpi: Kpi | None = None
        self.aim: Aim | None = None
        self._plant = plant
        match one.said:
            case PlanRun() as run:
                self._run(run)
            case ChangeShift() as shift:
                self._shift(shift)
            case SetTarget() as target:
                self._target(target)
            case ChangeReason() | ChangePerson() as listed:
                self._listed(listed)
            case ChangeDayOff() as day:
                self.kind, self.subject, self.removed = ChangeKind.DAY_OFF, day.name, day.worked
                self.since = day.first

    def _run(self, said: PlanRun) -> None:
        zone = self._plant.site.zone
        self.subject = said.product or ""
        self.since = production_day(self._plant, said.span.start)
        starts, ends = (moment.astimezone(zone).time() for moment in (said.span.start, said.span.end))
        self.times = (starts, ends)

    def _shift(self, said: ChangeShift) -> None:
        self.kind, self.subject, self.removed = ChangeKind.SHIFT, said.shift, said.cancelled
        self.since = said.day
        usual = next((shift for shift in self._plant.shifts if shift.name == said.shift), None)
        if not said.cancelled:
            starts = said.starts if said.starts is not None or usual is None else usual.starts
            ends = said.ends if said.ends is not None or usual is None else usual.ends
            self.times = (starts, ends)

    def _target(self, said: SetTarget) -> None:
        kpi = next((kpi for kpi in self._plant.kpis if kpi.id == said.kpi), None)
        self.kind, self.subject = ChangeKind.TARGET, said.kpi if kpi is None else kpi.name
        self.since, self.kpi = said.valid_from, kpi
        if kpi is not None:
            self.aim = Aim(better=kpi.better, value=said.value, low=said.low, high=said.high)

    def _listed(self, said: ChangeReason | ChangePerson) -> None:
        self.removed = said.removed
        if isinstance(said, ChangeReason):
            self.kind, self.subject = ChangeKind.REASON, said.name or said.code
            return
        self.kind = ChangeKind.PERSON
        self.subject = said.name or person_name(self._plant, said.person) or FORMER


def _node_name(plant: Plant, node: str) -> str:
    path = path_of(plant, node)
    return path.line or path.area or path.site
