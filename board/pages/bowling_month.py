"""What a KPI came to in each month for a node: its value, and the nodes and days that it was made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from board.kpi.aim import Sums
from board.kpi.figure import Figure
from board.kpi.judgement import Judgement
from board.pages.month_plan import MonthPlan
from board.pages.month_sums import KpiMonth, NodeMonth
from board.pages.rule import Rules
from board.plant.plant import MeasureKind, OverNodes, Target
from board.views.mark import Mark, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiFacts:
    """A KPI's month of a node; `parts`: the nodes that were summed; `figure` None: the plant did not have it then."""

    month: date
    figure: Figure | None
    rules: Rules
    parts: Mapping[str, KpiMonth] = field(default_factory=dict)
    sums: Sums = field(default_factory=dict)
    observations: Mapping[str, int] = field(default_factory=dict)
    value: Fraction | None = None

    @property
    def days(self) -> int:
        """Return the days on which any of the nodes entered it."""
        found = 0
        for part in self.parts.values():
            found |= part.days
        return found

    @property
    def known(self) -> bool:
        """Tell whether all it reads was entered, so that it has a value or would have one if it could be divided."""
        figure = self.figure
        return figure is not None and all(self.sums.get(measure) is not None for measure in figure.measures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the plan of a month stands on beside the month itself.

    `lines`: those that enter the KPI; `weights`: the month that weighs them where this one has nothing; `straight`: the
    plans of nodes where they lead straight to the year's end.
    """

    lines: tuple[str, ...]
    weights: KpiFacts | None = None
    straight: Mapping[str, Target] = field(default_factory=dict)

    def is_like(self, other: "Basis") -> bool:
        """Tell whether the other leads to the same plan."""
        return self.lines == other.lines and self.weights is other.weights and self.straight == other.straight


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A KPI's month with its plan and its mark; `facts` None: it is to come. `basis`: what the plan stood on."""

    month: date
    facts: KpiFacts | None
    plan: MonthPlan
    mark: Mark
    partial: bool = False
    basis: Basis

    @property
    def judgement(self) -> Judgement | None:
        """Return how it stands once it is over; while it runs nothing is said yet."""
        return self.mark.judgement if self.mark.phase is Phase.CLOSED else None


@dataclass(slots=True, eq=False, kw_only=True)
class MonthView:
    """A month of a node, of which what was worked out once is kept; `due`: the days on which each line works.

    `phase`: to come, still running until `today`, or closed. `nodes`: the node itself first, then all below it.
    """

    month: date
    phase: Phase
    today: date | None
    nodes: tuple[str, ...]
    rules: Rules
    found: Mapping[str, NodeMonth]
    due: Mapping[str, int]
    told: dict[str, "Told"] = field(default_factory=dict)
    _facts: dict[str, KpiFacts] = field(default_factory=dict)
    _entered: tuple[tuple[str, NodeMonth], ...] = field(init=False)  # nodes of which there is anything at all

    def __post_init__(self) -> None:
        """Leave out, once, what has nothing."""
        known = ((node, self.found[node]) for node in self.nodes if node in self.found)
        self._entered = tuple((node, month) for node, month in known if month.measures)

    @property
    def node(self) -> str:
        """Return the node that the month is of."""
        return self.nodes[0]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines under the node, in the order of the plant."""
        return tuple(self.due)

    def facts(self, kpi: str) -> KpiFacts:
        """Return what a KPI came to."""
        found = self._facts.get(kpi)
        if found is None:
            found = self._facts[kpi] = self._made(kpi)
        return found

    def is_like(self, other: "MonthView") -> bool:
        """Tell whether another view sees the same, so that what this one worked out still stands."""
        return (
            (self.phase, self.today) == (other.phase, other.today)
            and self.rules is other.rules
            and self.nodes == other.nodes
            and self.due == other.due
            and all(self.found.get(node) is other.found.get(node) for node in self.nodes)
        )

    def _made(self, kpi: str) -> KpiFacts:
        """Only nodes that entered all it reads are summed; where the parts of it lie on different nodes, all are."""
        figure = self.rules.figures.get(kpi)
        if figure is None:
            return KpiFacts(month=self.month, figure=None, rules=self.rules)
        every = {node: part for node, month in self._entered if (part := month.get(kpi)) is not None}
        if not every:
            return KpiFacts(month=self.month, figure=figure, rules=self.rules)
        parts = {node: part for node, part in every.items() if part.whole} or every
        sums = {measure: _together(measure, parts.values(), self.rules) for measure in figure.measures}
        return KpiFacts(
            month=self.month,
            figure=figure,
            rules=self.rules,
            parts=parts,
            sums=sums,
            observations=_observations(figure, parts.values()),
            value=figure.value(sums),
        )


def _together(measure: str, parts: Iterable[KpiMonth], rules: Rules) -> Fraction | None:
    """Return a measure of several nodes by its own rule: added, or their mean."""
    known = [total for part in parts if (total := part.totals.get(measure)) is not None]
    if not known:
        return None
    how = rules.measures.get(measure)
    adds = how is None or how.over_nodes is OverNodes.SUM
    if how is None or how.kind is not MeasureKind.SAMPLE:
        found = Fraction(sum([one.value for one in known]))
        return found if adds else found / len(known)
    if adds:
        return sum((Fraction(one.value) / (one.observations or 1) for one in known), Fraction(0))
    return Fraction(sum([one.value for one in known])) / (sum([one.observations for one in known]) or 1)


def _observations(figure: Figure, parts: Iterable[KpiMonth]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parts:
        for measure in part.reads.means & figure.measures:
            if (total := part.totals.get(measure)) is not None:
                found[measure] = found.get(measure, 0) + total.observations
    return found
