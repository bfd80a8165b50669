"""How one change lies on top of a plant: each function returns a part of the plant with the change on it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from board.journal.intention import ChangeDayOff, ChangePerson, ChangeReason, ChangeShift, PlanRun, SetTarget
from board.kpi.year import month_differs
from board.plant.plant import DayOff, Kpi, Person, PlannedRun, Plant, Reason, RunKind, ShiftChange, Target
from board.plant.span import Span, without

JOURNAL = "journal"
KEPT = timedelta(days=62)  # so long a change of one day is carried on; older days have their own version of the plant
_DAY = timedelta(days=1)
_Offered = TypeVar("_Offered", Reason, Person)


def lines_of(plant: Plant, node: str) -> frozenset[str]:
    """Return the lines of a node; none where the plant does not know it."""
    try:
        return frozenset(line.id for line in plant.lines_under(node))
    except KeyError:
        return frozenset()


def lay_run(runs: tuple[PlannedRun, ...], said: PlanRun, plant: Plant, at: datetime) -> tuple[PlannedRun, ...]:
    """Return the runs with one more; what was planned on the wall before gives way to it.

    A production run on the wall also takes the time of a changeover that the plant file plans.
    """
    lines = lines_of(plant, said.node)
    left: list[PlannedRun] = []
    for run in runs:
        if run.origin == JOURNAL and run.end is not None and run.end < at - KEPT:
            continue
        gives_way = run.origin == JOURNAL or (run.kind is RunKind.CHANGEOVER and said.kind is RunKind.PRODUCTION)
        meets = run.end is None or (run.start < said.span.end and run.end > said.span.start)
        if run.end is None or not (meets and gives_way) or run.node not in lines:
            left.append(run)
        else:
            pieces = without((Span(run.start, run.end),), (said.span,))
            left += [replace(run, start=piece.start, end=piece.end) for piece in pieces]
    left += [
        PlannedRun(
            node=line,
            start=said.span.start,
            end=said.span.end,
            product=said.product,
            order=said.order,
            rate=said.rate,
            quantity=said.quantity,
            crew=said.crew,
            kind=said.kind,
            origin=JOURNAL,
        )
        for line in sorted(lines)
    ]
    return tuple(left)


def lay_shift(
    changes: tuple[ShiftChange, ...], said: ChangeShift, plant: Plant, at: datetime
) -> tuple[ShiftChange, ...]:
    """Return the changes of shifts with one more; it replaces what was said before of that shift on that day."""
    lines = lines_of(plant, said.node)
    oldest = (at - KEPT).date()
    left = [
        change
        for change in changes
        if change.day >= oldest and not (change.line in lines and (change.day, change.shift) == (said.day, said.shift))
    ]
    left += [
        ShiftChange(
            line=line,
            day=said.day,
            shift=said.shift,
            cancelled=said.cancelled,
            starts=said.starts,
            ends=said.ends,
        )
        for line in sorted(lines)
    ]
    return tuple(left)


def lay_target(kpis: tuple[Kpi, ...], said: SetTarget, plant: Plant, at: datetime) -> tuple[Kpi, ...]:
    """Return the KPIs, one of them with one more target for just this node.

    Where the plant plans whole months of it, the target of a day is that of a month, too; not where days add up.
    """
    del at
    nodes = frozenset({said.node})
    target = Target(
        valid_from=said.valid_from,
        value=said.value,
        low=said.low,
        high=said.high,
        watch=said.watch,
        nodes=nodes,
    )
    return tuple(_with_target(kpi, target, plant) if kpi.id == said.kpi else kpi for kpi in kpis)


def _with_target(kpi: Kpi, target: Target, plant: Plant) -> Kpi:
    aimed = replace(kpi, targets=_in_order(kpi.targets, target))
    if not kpi.month_targets or month_differs(kpi, plant):
        return aimed
    return replace(aimed, month_targets=_in_order(kpi.month_targets, target))


def _in_order(targets: tuple[Target, ...], target: Target) -> tuple[Target, ...]:
    others = [one for one in targets if (one.nodes, one.valid_from) != (target.nodes, target.valid_from)]
    return tuple(sorted([*others, target], key=lambda one: one.valid_from))


def lay_reason(reasons: tuple[Reason, ...], said: ChangeReason, plant: Plant, at: datetime) -> tuple[Reason, ...]:
    """Return the reasons with one added, renamed or retired.

    A code bears one name in the whole plant, so that losses add up; the node says which lines are offered it.
    """
    del at
    if not lines_of(plant, said.node):
        return reasons
    known = next((reason for reason in reasons if reason.code == said.code), None)
    if said.removed:
        return _put(reasons, known, None if known is None else _withdrawn(known, said.node, plant))
    measure = None if known is None else known.measure  # a new name explains the same losses
    fresh = Reason(code=said.code, name=said.name, group=said.group, icon=said.icon, measure=measure)
    return _put(reasons, known, replace(fresh, lines=_offered(known, said.node, plant)))


def lay_person(people: tuple[Person, ...], said: ChangePerson, plant: Plant, at: datetime) -> tuple[Person, ...]:
    """Return the people with somebody added, renamed or retired; without a name nobody is added."""
    del at
    if not lines_of(plant, said.node):
        return people
    known = next((person for person in people if person.id == said.person), None)
    if said.removed:
        return _put(people, known, None if known is None else _withdrawn(known, said.node, plant))
    name = said.name or ("" if known is None else known.name)
    if not name:
        return people
    fresh = Person(id=said.person, name=name, role=said.role)
    return _put(people, known, replace(fresh, lines=_offered(known, said.node, plant)))


def _offered(known: _Offered | None, node: str, plant: Plant) -> frozenset[str]:
    """Return the lines to which a reason or a person is offered once a node has it too; none: all."""
    lines = frozenset() if node == plant.site.id else lines_of(plant, node)
    if known is None or known.retired or not lines:
        return lines
    return known.lines | lines if known.lines else known.lines


def _withdrawn(known: _Offered, node: str, plant: Plant) -> _Offered:
    """Return a reason or a person that the lines of a node are offered no more; kept by name where no line is."""
    offered = known.lines or lines_of(plant, plant.site.id)
    gone = lines_of(plant, node)
    if not offered & gone:
        return known
    left = offered - gone
    return replace(known, lines=left) if left else replace(known, retired=True)


def _put(items: tuple[_Offered, ...], known: _Offered | None, fresh: _Offered | None) -> tuple[_Offered, ...]:
    """Return the items with the fresh one in the place of the known one, or at the end."""
    if fresh is None or fresh == known:
        return items
    if known is not None:
        return tuple(fresh if item is known else item for item in items)
    return items + (fresh,)  # noqa: RUF005  # mypy refuses (*items, fresh): it makes one type of all


def lay_day_off(days_off: tuple[DayOff, ...], said: ChangeDayOff, plant: Plant, at: datetime) -> tuple[DayOff, ...]:
    """Return the days off with more of them, or without those on which lines work after all."""
    del at
    lines = lines_of(plant, said.node)
    if not lines:
        return days_off
    if not said.worked:
        whole = said.node == plant.site.id
        named = frozenset() if whole else lines
        return (*days_off, DayOff(first=said.first, last=said.last, name=said.name, lines=named))
    left: list[DayOff] = []
    for off in days_off:
        concerned = (off.lines or lines_of(plant, plant.site.id)) & lines
        if not concerned or off.last < said.first or off.first > said.last:
            left.append(off)
        else:
            left += _worked(off, concerned, (said.first, said.last), plant)
    return tuple(left)


def _worked(off: DayOff, lines: frozenset[str], days: tuple[date, date], plant: Plant) -> list[DayOff]:
    """Return a day off in the pieces that are left where some lines work on some days."""
    first, last = days
    others = (off.lines or lines_of(plant, plant.site.id)) - lines
    pieces = [replace(off, lines=others)] if others else []
    if off.first < first:
        pieces.append(replace(off, last=first - _DAY, lines=lines))
    if off.last > last:
        pieces.append(replace(off, first=last + _DAY, lines=lines))
    return pieces
