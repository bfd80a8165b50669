"""What a KPI came to in each month for a node: its value, and the nodes and days that it was made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from board.kpi.aim import Sums
from board.kpi.figure import Figure
from board.kpi.judgement import Judgement
from board.pages.day_book import rolled
from board.pages.month_book import NodeMonth
from board.pages.month_plan import MonthPlan
from board.pages.month_sums import KpiMonth
from board.pages.rule import Rules
from board.plant.plant import Target
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
        every = {node: part for node in self.nodes if (part := self.found.get(node, {}).get(kpi)) is not None}
        if figure is None or not every:
            return KpiFacts(month=self.month, figure=figure, rules=self.rules)
        parts = {node: part for node, part in every.items() if part.whole} or every
        sums = rolled([part.sums for part in parts.values()], figure.measures, self.rules.measures)
        return KpiFacts(
            month=self.month,
            figure=figure,
            rules=self.rules,
            parts=parts,
            sums=sums,
            observations=_observations(parts.values()),
            value=figure.value(sums),
        )


def _observations(parts: Iterable[KpiMonth]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parts:
        for measure, count in part.sums.observations.items():
            found[measure] = found.get(measure, 0) + count
    return found
