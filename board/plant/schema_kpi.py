"""The `[[kpi]]` table of a plant file: its formula, its targets, and how a year of it is told."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainValidator

from board.plant import spelling
from board.plant.plant import Better, Kpi, Start, Target, YearKind
from board.plant.table import Day, Ident, Label, Number, Several, Table, Words


class TargetTable(Table):
    """One of a KPI's `targets`."""

    valid_from: Day = Field(alias="from")
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    watch: Annotated[spelling.Band, PlainValidator(spelling.band)] | None = None
    nodes: Several[Ident] = ()

    def target(self) -> Target:
        """Return the target; a watch band in percent is one of the target's size, so that of 0 has none."""
        width = None if self.watch is None else self.watch.width
        if self.watch is not None and self.watch.percent and self.value is not None and width is not None:
            width = abs(self.value) * width / 100
        return Target(**(dict(self) | {"watch": width, "nodes": frozenset(self.nodes)}))


class StartTable(Table):
    """One of a KPI's `start`: the last result before a fiscal year; a bare number stands for a single one."""

    valid_from: Day | None = Field(None, alias="from")
    value: Number
    nodes: Several[Ident] = ()

    def start(self) -> Start:
        """Return the jumping-off point."""
        return Start(**(dict(self) | {"nodes": frozenset(self.nodes)}))


def _several_starts(found: object) -> object:
    return found if isinstance(found, list | tuple) else [{"value": found}]


class KpiTable(Table):
    """A `[[kpi]]` table: a `formula` over measures, or `kpi` names one of the built-in library.

    `target` is a formula too, where the target comes with the readings; `targets` are set by people, each from a day.
    `start`, `year`, `plan`, `year_end` and `month_targets` are what the bowling chart asks; where `chart` is false
    it leaves the KPI out.
    """

    id: Ident
    name: Label
    unit: Words = ""
    better: Literal["higher", "lower", "range"]
    formula: Annotated[str, Field(min_length=1, max_length=2000)] | None = None
    kpi: Ident | None = None
    target: Annotated[str, Field(min_length=1, max_length=2000)] | None = None
    targets: Several[TargetTable] = ()
    decimals: Annotated[int, PlainValidator(spelling.few_decimals)] = 1
    owner: Ident | None = None
    start: Annotated[Several[StartTable], BeforeValidator(_several_starts)] = ()
    year: Literal["sum", "ratio", "last", "worst"] | None = None
    plan: Literal["steps", "linear"] = "steps"
    year_end: Number | None = None
    month_targets: Several[TargetTable] = ()
    chart: bool = True

    def value(self) -> Kpi:
        """Return the KPI."""
        return Kpi(
            id=self.id,
            name=self.name,
            unit=self.unit,
            better=Better(self.better),
            formula=self.formula,
            library=self.kpi,
            targets=tuple(target.target() for target in self.targets),
            decimals=self.decimals,
            owner=self.owner,
            target_formula=self.target,
            starts=tuple(start.start() for start in self.start),
            year=None if self.year is None else YearKind(self.year),
            linear=self.plan == "linear",
            year_end=self.year_end,
            month_targets=tuple(target.target() for target in self.month_targets),
            charted=self.chart,
        )
