"""What a KPI came to in each month for a node: its value, and the nodes and days that it was made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from board.kpi.aim import Sums
from board.kpi.figure import Figure
from board.kpi.fiscal import last_day
from board.pages.day_book import rolled
from board.pages.letter_book import Asked
from board.pages.month_book import MonthBook, NodeMonth
from board.pages.month_sums import KpiMonth
from board.pages.rule import Rules


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
class Months:
    """The months a chart is made of: twelve of the year and those of the year before, as far as they have begun."""

    asked: Asked
    book: MonthBook
    year: tuple[date, ...]
    before: tuple[date, ...]
    found: Mapping[tuple[str, date], NodeMonth]

    def facts(self, kpi: str, month: date) -> KpiFacts:
        """Return what a KPI came to in a month that has begun.

        Only nodes that entered all it reads are summed; where the parts of it lie on different nodes, all are.
        """
        rules = self.asked.sight.rules(min(last_day(month), self.asked.today))
        figure = rules.figures.get(kpi)
        if figure is None:
            return KpiFacts(month=month, figure=None, rules=rules)
        every = {node: found[kpi] for node in self.asked.nodes if kpi in (found := self.found.get((node, month), {}))}
        parts = {node: part for node, part in every.items() if part.whole} or every
        if not parts:
            return KpiFacts(month=month, figure=figure, rules=rules)
        sums = rolled([part.sums for part in parts.values()], figure.measures, rules.measures)
        return KpiFacts(
            month=month,
            figure=figure,
            rules=rules,
            parts=parts,
            sums=sums,
            observations=_observations(parts.values()),
            value=figure.value(sums),
        )

    def is_closed(self, month: date) -> bool:
        """Tell whether a month is over."""
        return last_day(month) < self.asked.today

    def due(self, line: str, month: date) -> int:
        """Return the days of a month on which a line works."""
        return self.book.due(line, month, self.asked)


def _observations(parts: Iterable[KpiMonth]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parts:
        for measure, count in part.sums.observations.items():
            found[measure] = found.get(measure, 0) + count
    return found
