"""Which target judges a node on a day: its own, one that came with the readings, or that of its lines together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from board.kpi.figure import Figure
from board.kpi.judgement import rolled_target, target_on
from board.plant.plant import Target

Sums = Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A line under a node: the target that judges it, and the sums it brings into the roll-up."""

    target: Target | None
    sums: Sums


def own_target(figure: Figure, node: str, day: date) -> Target | None:
    """Return the target that was set for just this node, None where it has none of its own."""
    named = [target for target in figure.kpi.targets if node in target.nodes]
    return target_on(named, day) if named else None


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
    return target_on((target for target in figure.kpi.targets if not target.nodes), day)


def formula_target(figure: Figure, day: date, sums: Sums) -> Target | None:
    """Return the target that came with the readings, exactly; None where it did not come."""
    value = None if figure.target is None else figure.target.value(sums)
    return None if value is None else Target(valid_from=day, value=value)


def rolled_up(figure: Figure, parts: Sequence[Part], day: date) -> Target | None:
    """Return the target of several lines together, weighted by the KPI's denominator as the actual is.

    A KPI without a denominator adds up, and so do its targets. Where neither fits, only a target that all lines share
    judges them together. Source: domain rules, section 1a.
    """
    known = [(part.target, part.sums) for part in parts if part.target is not None]
    if not known:
        return common_target(figure, day)
    first = known[0][0]
    alike = all(target is first or _same(target, first) for target, _ in known)
    if figure.additive:
        weights = [(target, Fraction(1)) for target, _ in known]
        return _combined(weights, day, alike=first if alike else None, add=True)
    if alike:
        return first
    if figure.weight is None:
        return None
    weighed = [(target, weight) for target, sums in known if (weight := figure.weight.value(sums)) is not None]
    return _combined(weighed, day, alike=None, add=False)


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
