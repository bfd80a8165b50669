"""A plant's KPI made ready to compute, whether its formula is the plant's own or comes from the library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from board.kpi.formula import Formula, FormulaError, denominators
from board.kpi.library import GOOD_RUN_TIME, RUN_TIME, definition
from board.plant.plant import Kpi, Plant, Target, YearKind

DERIVED_MEASURES = frozenset({RUN_TIME, GOOD_RUN_TIME})


class FigureError(ValueError):
    """A KPI that cannot be computed; its sentence names the KPI and what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A KPI with its formula; `weight` is its one denominator, `additive` that it has none and simply adds up.

    `target` is the formula of a target that comes with the readings; `divides`: it has one denominator or several.
    """

    kpi: Kpi
    formula: Formula
    weight: Formula | None = None
    additive: bool = False
    target: Formula | None = None
    divides: bool = False
    named: frozenset[str] = field(init=False, repr=False, compare=False)  # nodes with targets of their own
    common: tuple[Target, ...] = field(init=False, repr=False, compare=False)  # of every line that has none of its own

    def __post_init__(self) -> None:
        """Part the targets, once."""
        targets = self.kpi.targets
        object.__setattr__(self, "named", frozenset[str]().union(*(target.nodes for target in targets)))
        object.__setattr__(self, "common", tuple(target for target in targets if not target.nodes))

    @classmethod
    def of(cls, kpi: Kpi) -> "Figure":
        """Return the KPI ready to compute; FigureError where it has no formula that can be used."""
        try:
            target = None if kpi.target_formula is None else Formula.parse(kpi.target_formula, name=kpi.id)
            if kpi.formula is not None:
                formula = Formula.parse(kpi.formula, name=kpi.id)
                below = denominators(formula)
                weight = Formula.parse(below[0], name=kpi.id) if below is not None and len(below) == 1 else None
                return cls(
                    kpi=kpi, formula=formula, weight=weight, additive=below == (), target=target, divides=bool(below)
                )
            if kpi.library is not None:
                known = definition(kpi.library)
                return cls(kpi=kpi, formula=known.formula, weight=known.weight, target=target, divides=True)
        except FormulaError as error:
            raise FigureError(str(error)) from error
        except KeyError as error:
            raise FigureError(f"KPI “{kpi.id}”: {error.args[0]}") from error
        raise FigureError(f"KPI “{kpi.id}” has neither a formula nor a built-in KPI; give it one of the two")

    @property
    def measures(self) -> frozenset[str]:
        """Return the measures it reads."""
        return self.formula.measures

    def value(self, sums: Mapping[str, Fraction | None]) -> Fraction | None:
        """Return the exact value over sums of measures, None where it has none."""
        return self.formula.value(sums)


def kpi_complaints(plant: Plant) -> tuple[str, ...]:
    """Return a sentence for every KPI of the plant that cannot be computed: bad formula, unknown measure or KPI."""
    known = {measure.id for measure in plant.measures} | DERIVED_MEASURES
    said: list[str] = []
    for kpi in plant.kpis:
        try:
            figure = Figure.of(kpi)
            aims = frozenset[str]() if figure.target is None else figure.target.measures
            unknown = (figure.measures | aims) - known
        except FigureError as error:
            said.append(str(error))
            continue
        if kpi.year is YearKind.SUM and not figure.additive:
            said.append(
                f"KPI “{kpi.id}” has year = “sum”, but its formula divides or compares, so that its months do not add "
                "up; write “ratio”, “last” or “worst”, or leave the key out"
            )
        said += [
            f"KPI “{kpi.id}” reads “{measure}”, which is no measure of this plant; "
            f"name it in a [[measure]] table or use one of {', '.join(sorted(known))}"
            for measure in sorted(unknown)
        ]
    return tuple(said)
