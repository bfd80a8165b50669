"""A KPI's year to date from its months, each kind by its own rule; runs of misses; plans that lead straight."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from board.kpi.figure import Figure
from board.kpi.judgement import Judgement, beyond, misses_in_a_row, rolled_target
from board.plant.plant import Better, Kpi, Measure, MeasureKind, OverNodes, Plant, Target, YearKind

_ADDED = frozenset({MeasureKind.COUNT, MeasureKind.DURATION, MeasureKind.AMOUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A month that has an actual, with the plan that judged it; `sums` and `observations` are what the actual is of."""

    figure: Figure
    actual: Fraction
    plan: Target | None = None
    sums: Mapping[str, Fraction | None] = field(default_factory=dict)
    observations: Mapping[str, int] = field(default_factory=dict)

    @property
    def weight(self) -> Fraction | None:
        """Return what weighs the month."""
        return weight_of(self.figure, self.sums, self.observations)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDate:
    """The year to date against the plan of the months that were reported."""

    actual: Fraction | None
    plan: Target | None


def kind_of(figure: Figure, measures: Mapping[str, Measure]) -> YearKind:
    """Return how a KPI's months make its year: as the plant says, else a ratio of sums, a sum, or the last month.

    A mean is a ratio of sums; a formula that compares, or reads levels, has no year but its last month.
    """
    return figure.kpi.year or _usual_kind(figure, measures)


def _usual_kind(figure: Figure, measures: Mapping[str, Measure]) -> YearKind:
    kinds = {measures[measure].kind for measure in figure.measures if measure in measures}
    if figure.weight is not None or kinds == {MeasureKind.SAMPLE}:
        return YearKind.RATIO
    if figure.additive:
        return YearKind.SUM if kinds <= _ADDED else YearKind.LAST
    return YearKind.RATIO if figure.divides else YearKind.LAST


def adds_over_days(figure: Figure, measures: Mapping[str, Measure]) -> bool:
    """Tell whether a KPI's days add up to its months, so that the target of a month is another than that of a day.

    However its months make its year: where only the worst month counts, that month is the sum of its days all the same.
    """
    return _usual_kind(figure, measures) is YearKind.SUM


def month_differs(kpi: Kpi, plant: Plant) -> bool:
    """Tell whether the target of a KPI's month is another than that of its days, since its days add up."""
    return adds_over_days(Figure.of(kpi), {measure.id: measure for measure in plant.measures})


def weight_of(figure: Figure, sums: Mapping[str, Fraction | None], observations: Mapping[str, int]) -> Fraction | None:
    """Return what weighs a value: the KPI's denominator, or the observations behind a mean; None where nothing does."""
    if figure.weight is not None:
        return figure.weight.value(sums)
    counted = [count for measure in figure.measures if (count := observations.get(measure))]
    return Fraction(counted[0]) if len(counted) == 1 == len(figure.measures) else None


def adds_over_nodes(figure: Figure, measures: Mapping[str, Measure]) -> bool:
    """Tell whether the values, and so the targets, of several nodes add up to those of all of them together."""
    return figure.additive and all(
        measures[measure].over_nodes is OverNodes.SUM for measure in figure.measures if measure in measures
    )


def year_to_date(kind: YearKind, months: Sequence[Reported], measures: Mapping[str, Measure] | None = None) -> ToDate:
    """Return the year to date of its reported months, in order of time; nothing of none.

    Where a month has no plan, a sum and a ratio have none either: what it made cannot be held against the others'.
    """
    if not months:
        return ToDate(actual=None, plan=None)
    if kind is YearKind.LAST:
        return ToDate(actual=months[-1].actual, plan=months[-1].plan)
    if kind is YearKind.WORST:
        found = _worst(months)
        return ToDate(actual=found.actual, plan=found.plan)
    plans = [month.plan for month in months if month.plan is not None]
    if len(plans) < len(months):
        plans = []
    if kind is YearKind.SUM:
        return ToDate(actual=sum((month.actual for month in months), Fraction(0)), plan=added(plans))
    weights = [month.weight for month in months]
    return ToDate(
        actual=_ratio(months, weights, measures or {}),
        plan=weighed(plans, weights) if plans else None,
    )


def added(targets: Sequence[Target]) -> Target | None:
    """Return several targets added up, their watch bands too where all have one; None of none."""
    if not targets:
        return None
    return Target(
        valid_from=targets[-1].valid_from,
        value=_added([target.value for target in targets]),
        low=_added([target.low for target in targets]),
        high=_added([target.high for target in targets]),
        watch=_added([target.watch for target in targets]),
    )


def weighed(targets: Sequence[Target], weights: Iterable[Fraction | None]) -> Target | None:
    """Return the mean of targets by weight; those that are all alike need none, and keep their watch band."""
    last = targets[-1]
    if all(target is last or _alike(target, last) for target in targets):
        return replace(last, nodes=frozenset()) if last.nodes else last
    known = [weight for weight in weights if weight is not None]
    if len(known) < len(targets):
        return None
    value = _mean([target.value for target in targets], known)
    low, high = _mean([target.low for target in targets], known), _mean([target.high for target in targets], known)
    if (value, low, high) == (None, None, None):
        return None
    return Target(valid_from=last.valid_from, value=value, low=low, high=high)


def _alike(one: Target, other: Target) -> bool:
    return (one.value, one.low, one.high, one.watch) == (other.value, other.low, other.high, other.watch)


def scaled(target: Target, share: Fraction) -> Target:
    """Return a plan that adds up for a share of its time."""
    if share == 1:
        return target
    return replace(
        target,
        value=None if target.value is None else target.value * share,
        low=None if target.low is None else target.low * share,
        high=None if target.high is None else target.high * share,
        watch=None if target.watch is None else target.watch * share,
    )


def straight(start: Fraction, end: Fraction, month: int, *, months: int = 12) -> Fraction:
    """Return the plan of a month (the first is 1) on the straight line from the start, before the year, to its end."""
    return start + (end - start) * month / months


def runs_of_misses(judgements: Iterable[Judgement | None]) -> tuple[int, ...]:
    """Return for each month which miss in a row it is, 0 for none; months without data neither count nor break."""
    so_far: list[Judgement | None] = []
    runs: list[int] = []
    for judgement in judgements:
        so_far.append(judgement)
        runs.append(misses_in_a_row(so_far) if judgement is Judgement.MISS else 0)
    return tuple(runs)


def _added(limits: Sequence[Fraction | None]) -> Fraction | None:
    known = [limit for limit in limits if limit is not None]
    return sum(known, Fraction(0)) if len(known) == len(limits) else None


def _mean(limits: Sequence[Fraction | None], weights: Sequence[Fraction]) -> Fraction | None:
    known = [(limit, weight) for limit, weight in zip(limits, weights, strict=True) if limit is not None]
    return rolled_target(known) if len(known) == len(limits) else None


def _worst(months: Sequence[Reported]) -> Reported:
    """Return the month that stands worst against its plan, of equals the last; without plans, the worst value."""
    better = months[-1].figure.kpi.better
    planned = [
        (far, month)
        for month in months
        if month.plan is not None and (far := beyond(month.actual, better, month.plan)) is not None
    ]
    if planned:
        return max(reversed(planned), key=lambda pair: pair[0])[1]
    sign = -1 if better is Better.HIGHER else 1
    return max(reversed(months), key=lambda month: sign * month.actual)


def _ratio(
    months: Sequence[Reported], weights: Sequence[Fraction | None], measures: Mapping[str, Measure]
) -> Fraction | None:
    """Return the ratio of sums; where the formula changed within the year, the months' values by their weights."""
    figure = months[-1].figure
    if all(month.figure.formula.text == figure.formula.text for month in months):
        return figure.value({measure: _over_months(measure, months, measures) for measure in figure.measures})
    pairs = [(month.actual, weight) for month, weight in zip(months, weights, strict=True) if weight is not None]
    return rolled_target(pairs) if len(pairs) == len(months) else None


def _over_months(measure: str, months: Sequence[Reported], measures: Mapping[str, Measure]) -> Fraction | None:
    """Return a measure over all months: added, the mean by observations, or the last level."""
    known = [(month, value) for month in months if (value := month.sums.get(measure)) is not None]
    if not known:
        return None
    kind = measures[measure].kind if measure in measures else MeasureKind.COUNT
    if kind is MeasureKind.LEVEL:
        return known[-1][1]
    if kind is MeasureKind.SAMPLE:
        return rolled_target((value, Fraction(month.observations.get(measure, 1))) for month, value in known)
    return sum((value for _, value in known), Fraction(0))
