"""Tells a month of a KPI: its plan, whether it was met, and whether all of it was entered."""

from collections.abc import Mapping
from datetime import date

from board.kpi.figure import Figure
from board.kpi.judgement import judge
from board.kpi.year import adds_over_days
from board.pages.bowling_month import Basis, KpiFacts, MonthView, Told
from board.pages.month_plan import MonthPlan, Planned, plan_of
from board.plant.plant import Better
from board.views.mark import Mark, Phase


def told_of(view: MonthView, figure: Figure, basis: Basis) -> Told:
    """Return the month of a KPI, worked out once for the same basis; `figure` is the KPI as it is now."""
    kept = view.told.get(figure.kpi.id)
    if kept is None or not kept.basis.is_like(basis):
        kept = view.told[figure.kpi.id] = _told(view, figure, basis)
    return kept


def planned_of(view: MonthView, figure: Figure, basis: Basis) -> Planned:
    """Return the month as its plan needs it; by the KPI that the plant had then."""
    facts = None if view.phase is Phase.FUTURE else view.facts(figure.kpi.id)
    then = figure if facts is None or facts.figure is None else facts.figure
    return Planned(
        figure=then,
        adds_up=adds_over_days(then, view.rules.measures),
        node=view.node,
        month=view.month,
        today=view.today or date.max,
        rules=view.rules,
        parts={} if facts is None else facts.parts,
        due={line: view.due[line] for line in basis.lines if line in view.due},
        around=0 if basis.lines else _together(view.due),
        weighing=None if basis.weights is None else basis.weights.figure,
        weights={} if basis.weights is None else basis.weights.parts,
        straight=basis.straight,
    )


def _told(view: MonthView, figure: Figure, basis: Basis) -> Told:
    if view.phase is Phase.FUTURE:
        plan = plan_of(planned_of(view, figure, basis))
        return Told(month=view.month, facts=None, plan=plan, mark=Mark(Phase.FUTURE), basis=basis)
    facts = view.facts(figure.kpi.id)
    if facts.figure is None:  # the plant did not have the KPI then
        return Told(month=view.month, facts=facts, plan=MonthPlan(), mark=Mark(Phase.NO_TARGET), basis=basis)
    plan = plan_of(planned_of(view, figure, basis))
    due = _due(view, basis)
    mark = _mark(view, facts, plan, facts.figure.kpi.better, due=any(due.values()))
    return Told(month=view.month, facts=facts, plan=plan, mark=mark, partial=_partial(facts, due), basis=basis)


def _mark(view: MonthView, facts: KpiFacts, plan: MonthPlan, better: Better, *, due: bool) -> Mark:
    judgement = judge(facts.value, better, plan.judging)
    if view.phase is Phase.OPEN:
        return Mark(Phase.OPEN, judgement)
    if not facts.known:
        return Mark(Phase.UNRECORDED) if due or facts.parts else Mark(Phase.OFF)
    return Mark(Phase.NO_TARGET) if plan.judging is None else Mark(Phase.CLOSED, judgement)


def _due(view: MonthView, basis: Basis) -> dict[str, int]:
    """Return the days, so far, that each line has to enter; all lines' together where none of them enters the KPI."""
    seen = -1 if view.today is None else (1 << view.today.day - 1) - 1
    if not basis.lines:
        return {view.node: _together(view.due) & seen}
    return {line: view.due[line] & seen for line in basis.lines if line in view.due}


def _together(due: Mapping[str, int]) -> int:
    found = 0
    for days in due.values():
        found |= days
    return found


def _partial(facts: KpiFacts, due: Mapping[str, int]) -> bool:
    """Tell whether a day is missing of what a line, or the node itself, had to enter."""
    if not facts.known or not _is_daily(facts):
        return False
    if len(due) == 1:
        return any(days & ~facts.days for days in due.values())
    return any(days & ~(facts.parts[line].days if line in facts.parts else 0) for line, days in due.items())


def _is_daily(facts: KpiFacts) -> bool:
    """Tell whether any measure of it is entered every day."""
    measures = facts.rules.measures
    read = () if facts.figure is None else facts.figure.measures
    return any(measure not in measures or measures[measure].daily for measure in read)
