"""The plan of a KPI's month for a node: people's plan of the month, the targets in force, or those of its lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from board.kpi.aim import common_target, formula_target, own_target
from board.kpi.figure import Figure
from board.kpi.fiscal import last_day
from board.kpi.judgement import target_on
from board.kpi.year import added, adds_over_nodes, scaled, weighed, weight_of
from board.pages.day_book import rolled
from board.pages.month_sums import KpiMonth
from board.pages.rule import Rules
from board.plant.plant import Better, Target

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPlan:
    """The plan of a whole month, and its share of the days that are in where it adds up and they are not all.

    `rolled`: it is that of the lines together.
    """

    whole: Target | None = None
    pace: Target | None = None
    rolled: bool = False

    @property
    def judging(self) -> Target | None:
        """Return what the month is judged by."""
        return self.whole if self.pace is None else self.pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A KPI's month of a node, as its plan needs it.

    `adds_up`: the month is the sum of its days, and so is its plan. `parts`: what nodes entered; `due`: the days each
    of its lines works, those that entered it at least once in the years in sight; `around`: the days any line under the
    node works, where none of them enters it. `weights`: what lines entered of `weighing` in another month, which weighs
    them where this one has nothing. `straight`: the plans of nodes where they lead straight to the year's end.
    """

    figure: Figure
    adds_up: bool
    node: str
    month: date
    today: date
    rules: Rules
    parts: Mapping[str, KpiMonth]
    due: Mapping[str, int]
    around: int = 0
    weighing: Figure | None = None
    weights: Mapping[str, KpiMonth] = field(default_factory=dict)
    straight: Mapping[str, Target] = field(default_factory=dict)
    day: date = field(init=False, repr=False, compare=False)  # whose targets judge the month: its last
    shared: dict[tuple[int, int], MonthPlan] = field(default_factory=dict, repr=False, compare=False)
    """The plans of lines without one of their own, by the days that are in and those that are due."""
    named: frozenset[str] = field(init=False, repr=False, compare=False)  # nodes that may have a plan of their own

    def __post_init__(self) -> None:
        """Find the last day and the nodes with plans of their own, once."""
        kpi = self.figure.kpi
        named = (target.nodes for target in (*kpi.targets, *kpi.month_targets) if target.nodes)
        object.__setattr__(self, "day", last_day(self.month))
        object.__setattr__(self, "named", frozenset(self.straight).union(*named))

    def days_in(self, node: str) -> int:
        """Return the days a node has entered; a day that still runs need not have reached its target yet."""
        found = self.parts.get(node)
        days = 0 if found is None else found.days
        if self.month <= self.today <= self.day and self.figure.kpi.better is Better.HIGHER:
            days &= ~(1 << self.today.day - 1)
        return days

    def days_due(self, node: str) -> int:
        """Return the days of the month on which a node works or has entered something."""
        found = self.parts.get(node)
        return self.due.get(node, 0) | (0 if found is None else found.days)


def plan_of(asked: Planned) -> MonthPlan:
    """Return the plan of a line's month, or of a node's above lines."""
    if asked.node in asked.rules.lines:
        return _of_line(asked, asked.node)
    in_, due = _days_above(asked)
    own = _set_for(asked, asked.node, in_, due)
    if own is not None:
        return own
    lines = _of_lines(asked)
    if all(plan.whole is None for plan in lines.values()):
        return _common(asked, in_, due) if not lines else MonthPlan()
    if adds_over_nodes(asked.figure, asked.rules.measures):
        return _added(asked, lines)
    return _weighed(asked, lines)


def _of_lines(asked: Planned) -> dict[str, MonthPlan]:
    """Return the plan of each line; where days do not matter and none has one of its own, it is the same for all."""
    if asked.adds_up or asked.figure.target is not None or not asked.named.isdisjoint(asked.due):
        return {line: _of_line(asked, line) for line in asked.due}
    return dict.fromkeys(asked.due, _common(asked, 0, 0))


def _of_line(asked: Planned, line: str) -> MonthPlan:
    in_, due = asked.days_in(line), asked.days_due(line)
    own = _set_for(asked, line, in_, due)
    if own is not None:
        return own
    figure = asked.figure
    if figure.target is not None and target_on(_unnamed(figure.kpi.month_targets), asked.day) is None:
        told = asked.parts.get(line)
        return MonthPlan(whole=None if told is None else formula_target(figure, asked.day, told.aims.whole))
    return _common(asked, in_, due)


def _set_for(asked: Planned, node: str, in_: int, due: int) -> MonthPlan | None:
    """Return the plan that was set for just this node: of the month, else of its days.

    Where days add up, targets of single days say nothing of a month that has a plan of its own, if only a common one.
    """
    if node not in asked.named:
        return None
    if node in asked.straight:
        return _of_month(asked, asked.straight[node], in_, due)
    own = target_on((target for target in asked.figure.kpi.month_targets if node in target.nodes), asked.day)
    if own is not None:
        return _of_month(asked, own, in_, due)
    if own_target(asked.figure, node, asked.day) is None:
        return None
    if asked.adds_up and target_on(_unnamed(asked.figure.kpi.month_targets), asked.day) is not None:
        return None
    return _of_days(asked, [target for target in asked.figure.kpi.targets if node in target.nodes], in_, due)


def _common(asked: Planned, in_: int, due: int) -> MonthPlan:
    """Return the plan of every line that has none of its own, worked out once for lines that are alike."""
    found = asked.shared.get((in_, due))
    if found is None:
        found = asked.shared[in_, due] = _for_all(asked, in_, due)
    return found


def _for_all(asked: Planned, in_: int, due: int) -> MonthPlan:
    shared = target_on(_unnamed(asked.figure.kpi.month_targets), asked.day)
    if shared is not None:
        return _of_month(asked, shared, in_, due)
    if common_target(asked.figure, asked.day) is None:
        return MonthPlan()
    return _of_days(asked, _unnamed(asked.figure.kpi.targets), in_, due)


def _of_month(asked: Planned, target: Target, in_: int, due: int) -> MonthPlan:
    if not asked.adds_up or not due or in_ == due:
        return MonthPlan(whole=target)
    return MonthPlan(whole=target, pace=scaled(target, Fraction(in_.bit_count(), due.bit_count())))


def _of_days(asked: Planned, targets: Sequence[Target], in_: int, due: int) -> MonthPlan:
    """Return the target in force on the month's last day; of a KPI that adds up, the targets of its days together."""
    if not asked.adds_up:
        return MonthPlan(whole=target_on(targets, asked.day))
    whole = _of_each(targets, asked.month, due)
    return MonthPlan(
        whole=whole,
        pace=None if in_ == due or whole is None else _of_each(targets, asked.month, in_) or scaled(whole, _NONE),
    )


def _of_each(targets: Sequence[Target], month: date, days: int) -> Target | None:
    """Return the targets of some days of a month together, each day by the one that was in force on it."""
    last = last_day(month)
    if not any(month < target.valid_from <= last for target in targets):
        alike = target_on(targets, month)
        return scaled(alike, Fraction(days.bit_count())) if alike is not None and days else None
    each = [target_on(targets, month.replace(day=number + 1)) for number in range(last.day) if days >> number & 1]
    return added([target for target in each if target is not None])


def _days_above(asked: Planned) -> tuple[int, int]:
    """Return the days that a node above lines has entered, and those on which any of its lines works."""
    due, in_ = asked.around, 0
    for node in {*asked.due, *asked.parts}:
        due |= asked.days_due(node)
        in_ |= asked.days_in(node)
    return in_, due


def _added(asked: Planned, lines: Mapping[str, MonthPlan]) -> MonthPlan:
    """Return the plans of lines that add up; what judges is that of the lines, and days, that are in."""
    wholes = [plan.whole for plan in lines.values() if plan.whole is not None]
    told = [plan for line, plan in lines.items() if line in asked.parts]
    judging = [plan.judging for plan in told if plan.judging is not None]
    whole, pace = added(wholes), added(judging)
    if whole is not None and pace is None and asked.parts:
        pace = scaled(whole, _NONE)
    same = pace is None or (whole is not None and replace(pace, valid_from=whole.valid_from) == whole)
    return MonthPlan(whole=whole, pace=None if same else pace, rolled=True)


def _weighed(asked: Planned, lines: Mapping[str, MonthPlan]) -> MonthPlan:
    """Return the plans of lines weighted by the KPI's denominator, as the actual is; those that entered something."""
    figure = asked.figure
    told = [line for line in lines if (found := asked.parts.get(line)) is not None and found.whole] or list(lines)
    if figure.target is not None and not figure.kpi.targets and not figure.kpi.month_targets:
        aims = [part.aims for part in asked.parts.values() if part.aims.whole]
        together = rolled(aims, figure.target.measures, asked.rules.measures)
        return MonthPlan(whole=formula_target(figure, asked.day, together), rolled=True)
    planned = [line for line in told if lines[line].whole is not None]
    plans = [plan for line in planned if (plan := lines[line].whole) is not None]
    whole = weighed(plans, (_weight(asked, line) for line in planned)) if plans else None
    return MonthPlan(whole=whole, rolled=True)


def _weight(asked: Planned, line: str) -> Fraction | None:
    figure, found = asked.figure, asked.parts.get(line)
    if found is None:
        figure, found = asked.weighing or figure, asked.weights.get(line)
    if found is None:
        return None
    sums = found.sums
    return weight_of(figure, sums.whole, sums.observations)


def _unnamed(targets: Sequence[Target]) -> list[Target]:
    return [target for target in targets if not target.nodes]
