"""Builds the page of changes: what is in force on a node today, what comes, and what was changed on the wall."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from board.journal.adjustment import Adjusted
from board.journal.intention import ChangeDayOff, ChangePerson, ChangeReason, ChangeShift, PlanRun, SetTarget
from board.kpi.judgement import target_on
from board.kpi.year import month_differs
from board.pages.change_made import changes_made
from board.pages.freshness import freshness_of, freshness_of_all
from board.pages.head import head_of
from board.pages.name import path_of
from board.pages.telling import still_planned
from board.pages.tile import MOST_TILES
from board.plant.calendar import day_span, production_day, shift_runs
from board.plant.history import PlantHistory
from board.plant.plant import Kpi, PlannedRun, Plant, Target
from board.store.intake import Changed
from board.store.reader import Reader
from board.views.changes import Changes, DayOffNow, Named, PersonNow, ReasonNow, RunToday, ShiftToday, TargetNow
from board.views.sqcdp import Aim

JOURNAL = "journal"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Which node a page is of and when, and the changes that stand then, the newest first."""

    node: str
    plant: Plant
    lines: tuple[str, ...]
    today: date
    standing: tuple[Adjusted, ...]

    @property
    def is_line(self) -> bool:
        """Tell whether the node is a line itself."""
        return self.lines == (self.node,)


class ChangesPages:
    """Build pages of changes from one reader; the history that they are given bears the wall's changes already."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def forget(self, changes: Sequence[Changed]) -> None:
        """Hear that readings changed: nothing is kept from one page to the next."""

    def page(self, node: str, history: PlantHistory, *, now: datetime, known_at: datetime | None = None) -> Changes:
        """Return what is in force at `now` for a line, an area or the site, and what was changed by then.

        `known_at`: only what had been received by then. KeyError for a node the plant does not know.
        """
        plant = history.at(now)
        lines = tuple(line.id for line in plant.lines_under(node))
        is_line = lines == (node,)
        made = [one for one in self._reader.adjustments(known_at=known_at) if one.at <= now]
        standing = [one for one in reversed(made) if one.undone_at is None or one.undone_at > now]
        today = production_day(plant, now, node if is_line else None)
        asked = _Asked(node=node, plant=plant, lines=lines, today=today, standing=tuple(standing))
        head = head_of(plant, lines, now)
        fresh = freshness_of if is_line else freshness_of_all
        runs = self._runs(asked, known_at)
        return Changes(
            node=node,
            path=path_of(plant, node),
            today=today,
            lines=tuple(Named(id=line.id, name=line.name) for line in plant.lines_under(node)),
            shifts=tuple(shift for line in lines for shift in _shifts(line, asked)),
            runs=tuple(_run(planned, asked) for planned in runs),
            targets=tuple(_target(kpi, asked) for kpi in plant.kpis),
            reasons=_reasons(asked),
            people=_people(asked),
            days_off=_days_off(asked),
            products=_products(asked, runs),
            made=changes_made(plant, node, made, now=now),
            shift=head.shift,
            starts=head.starts,
            ends=head.ends,
            now=head.now,
            freshness=fresh(self._reader, plant, node, now),
            site=plant.site.id,
            crowded=tuple(line.name for line in plant.lines_under(node) if len(plant.reasons_of(line.id)) > MOST_TILES),
        )

    def _runs(self, asked: _Asked, known_at: datetime | None) -> list[PlannedRun]:
        """Return the runs of the plant, of its sources and of the wall that meet the production day, line by line."""
        day = day_span(asked.plant, asked.today)
        found: list[PlannedRun] = []
        for line in asked.lines:
            stored = still_planned(asked.plant, self._reader.runs(line, day, known_at=known_at))
            own = [run for run in asked.plant.runs if run.node == line]
            meeting = [
                run for run in (*own, *stored) if run.start < day.end and (run.end is None or run.end > day.start)
            ]
            found += sorted(meeting, key=lambda run: run.start)
        return found


_usual: dict[int, tuple[Plant, Plant]] = {}  # a plant by its identity, and the same without changed shifts


def _usual_of(plant: Plant) -> Plant:
    """Return the plant as if no shift had been changed, the identical one for the same plant."""
    if not plant.shift_changes:
        return plant
    known = _usual.get(id(plant))
    if known is None:
        _usual.clear()
        known = _usual[id(plant)] = (plant, replace(plant, shift_changes=()))
    return known[1]


def _shifts(line: str, asked: _Asked) -> Iterator[ShiftToday]:
    """Yield the shifts of a line today in order of their usual times, those that were cancelled too."""
    zone = asked.plant.site.zone
    worked = {run.shift.name: run for run in shift_runs(asked.plant, line, asked.today)}
    usual = {run.shift.name: run for run in shift_runs(_usual_of(asked.plant), line, asked.today)}
    for name in dict.fromkeys((*usual, *worked)):
        plan, run = usual.get(name) or worked[name], worked.get(name)
        span = plan.span if run is None else run.span
        change = next((one for one in asked.standing if _changes_shift(one, line, name, asked)), None)
        yield ShiftToday(
            line=line,
            name=name,
            starts=span.start.astimezone(zone),
            ends=span.end.astimezone(zone),
            usual_starts=plan.span.start.astimezone(zone),
            usual_ends=plan.span.end.astimezone(zone),
            cancelled=run is None,
            entry=None if change is None else change.entry,
        )


def _changes_shift(one: Adjusted, line: str, name: str, asked: _Asked) -> bool:
    said = one.said
    same = isinstance(said, ChangeShift) and (said.day, said.shift) == (asked.today, name)
    return same and _covers(asked.plant, one.node, (line,))


def _run(run: PlannedRun, asked: _Asked) -> RunToday:
    zone = asked.plant.site.zone
    change = next((one for one in asked.standing if _plans(one, run, asked.plant)), None)
    return RunToday(
        line=run.node,
        kind=run.kind,
        starts=run.start.astimezone(zone),
        ends=None if run.end is None else run.end.astimezone(zone),
        product=run.product,
        order=run.order,
        rate=run.rate,
        quantity=run.quantity,
        crew=run.crew,
        entry=None if change is None else change.entry,
    )


def _plans(one: Adjusted, run: PlannedRun, plant: Plant) -> bool:
    """Tell whether a change planned a run, or the run of which this one is what a later change has left."""
    said = one.said
    if run.origin != JOURNAL or not isinstance(said, PlanRun) or run.end is None:
        return False
    same = (said.kind, said.product, said.order, said.rate, said.quantity, said.crew) == (
        run.kind, run.product, run.order, run.rate, run.quantity, run.crew,
    )  # fmt: skip
    return same and said.span.start <= run.start and run.end <= said.span.end and _covers(plant, one.node, (run.node,))


def _target(kpi: Kpi, asked: _Asked) -> TargetNow:
    """Return a KPI's target for just this node, else the one of every line; and the next that comes."""
    own = [target for target in kpi.targets if asked.node in target.nodes]
    shared = [target for target in kpi.targets if not target.nodes]
    mine = target_on(own, asked.today)
    with_data = kpi.target_formula is not None and mine is None
    by_line = mine is None and not with_data and _differs(kpi, asked)
    is_shared = mine is None and not with_data and not by_line
    found = target_on(shared, asked.today) if is_shared else mine
    ahead = [target for target in (*own, *(shared if is_shared else ())) if target.valid_from > asked.today]
    coming = min(ahead, key=lambda target: target.valid_from, default=None)
    entries = [_target_entry(target, kpi.id, asked) for target in (coming, found)]
    return TargetNow(
        kpi=kpi.id,
        name=kpi.name,
        unit=kpi.unit,
        decimals=kpi.decimals,
        better=kpi.better,
        aim=_aim(kpi, found),
        since=None if found is None else found.valid_from,
        watch=None if found is None else found.watch,
        coming=_aim(kpi, coming),
        coming_from=None if coming is None else coming.valid_from,
        entry=next((entry for entry in entries if entry is not None), None),
        with_data=with_data,
        by_line=by_line,
        of_days=kpi.charted and bool(kpi.month_targets) and month_differs(kpi, asked.plant),
    )


def _differs(kpi: Kpi, asked: _Asked) -> bool:
    """Tell whether lines of an area or the site have targets of their own today, so that none holds for them all."""
    in_force = {
        target_on([target for target in kpi.targets if line in target.nodes], asked.today) for line in asked.lines
    }
    return not asked.is_line and in_force != {None}


def _target_entry(target: Target | None, kpi: str, asked: _Asked) -> str | None:
    """Return the change that set a target for just this node."""
    if target is None or asked.node not in target.nodes:
        return None
    for one in asked.standing:
        said = one.said
        if isinstance(said, SetTarget) and (said.node, said.kpi, said.valid_from) == (
            asked.node, kpi, target.valid_from,
        ):  # fmt: skip
            return one.entry
    return None


def _aim(kpi: Kpi, target: Target | None) -> Aim | None:
    if target is None:
        return None
    return Aim(better=kpi.better, value=target.value, low=target.low, high=target.high)


def _reasons(asked: _Asked) -> tuple[ReasonNow, ...]:
    """Return the reasons that are offered on any line of the node, in the order of the plant."""
    entries = {
        one.said.code: one.entry
        for one in reversed(asked.standing)
        if isinstance(one.said, ChangeReason) and _covers(asked.plant, one.node, asked.lines)
    }
    return tuple(
        ReasonNow(
            code=reason.code, name=reason.name, group=reason.group, icon=reason.icon, entry=entries.get(reason.code)
        )
        for reason in asked.plant.reasons
        if not reason.retired and _offered(reason.lines, asked)
    )


def _people(asked: _Asked) -> tuple[PersonNow, ...]:
    """Return the people who may be named on any line of the node, in the order of the plant."""
    entries = {
        one.said.person: one.entry
        for one in reversed(asked.standing)
        if isinstance(one.said, ChangePerson) and _covers(asked.plant, one.node, asked.lines)
    }
    return tuple(
        PersonNow(id=person.id, name=person.name, role=person.role, entry=entries.get(person.id))
        for person in asked.plant.people
        if not person.retired and _offered(person.lines, asked)
    )


def _days_off(asked: _Asked) -> tuple[DayOffNow, ...]:
    """Return the days off that have not passed and that any line of the node has, the nearest first."""
    found = [
        DayOffNow(
            first=off.first,
            last=off.last,
            name=off.name,
            whole_site=not off.lines,
            entry=next(
                (
                    one.entry
                    for one in asked.standing
                    if isinstance(one.said, ChangeDayOff)
                    and not one.said.worked
                    and one.said.name == off.name
                    and one.said.first <= off.first <= off.last <= one.said.last
                    and _covers(asked.plant, one.node, off.lines or asked.lines)
                ),
                None,
            ),
        )
        for off in asked.plant.days_off
        if off.last >= asked.today and _offered(off.lines, asked)
    ]
    return tuple(sorted(found, key=lambda day: (day.first, day.last)))


def _products(asked: _Asked, runs: Iterable[PlannedRun]) -> tuple[str, ...]:
    """Return the products of the lines' rates and runs, each once, in the order of the plant."""
    rated = (rate.product for rate in asked.plant.rates if rate.line in asked.lines)
    planned = (run.product for run in asked.plant.runs if run.node in asked.lines)
    today = (run.product for run in runs)
    return tuple(dict.fromkeys(product for product in (*rated, *planned, *today) if product))


def _offered(lines: frozenset[str], asked: _Asked) -> bool:
    return not lines or bool(lines & frozenset(asked.lines))


def _covers(plant: Plant, node: str, lines: Iterable[str]) -> bool:
    """Tell whether a node holds any of the lines; one that the plant no longer knows holds none."""
    try:
        under = {line.id for line in plant.lines_under(node)}
    except KeyError:
        return False
    return bool(under & set(lines))
