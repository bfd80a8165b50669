"""Which target judges a node on a day: its own, one that came with the readings, or that of its lines together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from board.kpi.figure import Figure
from board.kpi.judgement import rolled_target, target_on
from board.kpi.year import adds_over_nodes
from board.plant.plant import Measure, Target

Sums = Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A line under a node: the target that judges it, and the sums it brings into the roll-up."""

    target: Target | None
    sums: Sums
    observations: Mapping[str, int] = field(default_factory=dict)  # behind the means among the sums


def own_target(figure: Figure, node: str, day: date) -> Target | None:
    """Return the target that was set for just this node, None where it has none of its own."""
    if node not in figure.named:
        return None
    return target_on([target for target in figure.kpi.targets if node in target.nodes], day)


def line_target(figure: Figure, node: str, day: date, sums: Sums) -> Target | None:
    """Return the target of a line: its own, else the one that came with its readings, else the one of every line."""
    own = own_target(figure, node, day)
    if own is not None:
        return own
    if figure.target is not None:
        return formula_target(figure, day, sums)
    return common_target(figure, day)


def common_target(figure: Figure, day: date) -> Target | None:
    """Return the target of every line that has none of its own."""
    return target_on(figure.common, day)


def formula_target(figure: Figure, day: date, sums: Sums) -> Target | None:
    """Return the target that came with the readings, exactly; None where it did not come."""
    value = None if figure.target is None else figure.target.value(sums)
    return None if value is None else Target(valid_from=day, value=value)


def rolled_up(figure: Figure, parts: Sequence[Part], day: date, measures: Mapping[str, Measure]) -> Target | None:
    """Return the target of several lines together, weighted by the KPI's denominator as the actual is.

    A KPI whose values add up over nodes has the sum of their targets; one that is their mean, such as a temperature,
    the mean of them by its observations. Where neither fits, only a target that all lines share judges them together.
    Source: domain rules, section 1a.
    """
    known = [(part.target, part) for part in parts if part.target is not None]
    if not known:
        return common_target(figure, day)
    first = known[0][0]
    alike = all(target is first or _same(target, first) for target, _ in known)
    if adds_over_nodes(figure, measures):
        weights = [(target, Fraction(1)) for target, _ in known]
        return _combined(weights, day, alike=first if alike else None, add=True)
    if alike:
        return first
    weighed = [(target, weight) for target, part in known if (weight := _weight(figure, part, measures)) is not None]
    return _combined(weighed, day, alike=None, add=False)


def rolled_alike(figure: Figure, lines: int, day: date, measures: Mapping[str, Measure]) -> Target | None:
    """Return the target of so many lines together, of which none has one of its own."""
    common = common_target(figure, day)
    if common is None or lines < 2 or not adds_over_nodes(figure, measures):
        return common
    value, low, high = (None if one is None else one * lines for one in (common.value, common.low, common.high))
    return Target(valid_from=day, value=value, low=low, high=high)


def _weight(figure: Figure, part: Part, measures: Mapping[str, Measure]) -> Fraction | None:
    """Return what weighs a line's target: its denominator, or for a mean over nodes of one measure what weighs that."""
    if figure.weight is not None:
        return figure.weight.value(part.sums)
    if not figure.additive or len(figure.measures) != 1:
        return None
    (measure,) = figure.measures
    return Fraction(part.observations.get(measure, 1)) if measure in measures else None


def _combined(
    weighed: Iterable[tuple[Target, Fraction]], day: date, *, alike: Target | None, add: bool
) -> Target | None:
    """Return one target of several; a watch band stands only where all have the same target."""
    pairs = tuple(weighed)
    if alike is not None and len(pairs) == 1:
        return alike
    sides: dict[str, Fraction | None] = {}
    for side in ("value", "low", "high"):
        found = [(limit, weight) for target, weight in pairs if (limit := getattr(target, side)) is not None]
        if not found:
            sides[side] = None
        elif add:
            sides[side] = sum((limit for limit, _ in found), Fraction(0))
        else:
            sides[side] = rolled_target(found)
    if all(limit is None for limit in sides.values()):
        return None
    return Target(valid_from=day, value=sides["value"], low=sides["low"], high=sides["high"])


def _same(one: Target, other: Target) -> bool:
    return replace(one, valid_from=other.valid_from, nodes=other.nodes) == other
