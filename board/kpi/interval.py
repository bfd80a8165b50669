"""The columns of short interval control: difference, running totals, gap, and what of the gap is explained."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from board.kpi.judgement import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The figures of one interval in units; None: not entered, no plan, or no value because of it.

    `cumulative_delta` counts only intervals that have both plan and actual, so that one nobody entered is no gap.
    """

    plan: Fraction | None
    actual: Fraction | None
    delta: Fraction | None  # actual - plan
    gap: Fraction  # the shortfall, >= 0
    cumulative_plan: Fraction | None
    cumulative_actual: Fraction | None
    cumulative_delta: Fraction | None
    judgement: Judgement | None  # meeting the plan is good

    @property
    def missing(self) -> bool:
        """Tell whether the interval was planned and nobody entered what was made; a zero is entered."""
        return self.plan is not None and self.actual is None


def columns(plans: Sequence[Fraction | None], actuals: Sequence[Fraction | None]) -> tuple[Column, ...]:
    """Return the columns of a shift's intervals in order of time; ValueError where plans and actuals differ in number.

    `plans` and `actuals` are units per interval (None: no plan; not entered). The caller decides whether plans are
    exact or whole units, and what a running interval is measured against. Source: domain rules of short interval
    control (a missing interval is left out of the gap and marked).
    """
    found: list[Column] = []
    plan_sum = actual_sum = delta_sum = Fraction(0)
    for plan, actual in zip(plans, actuals, strict=True):
        delta = None if plan is None or actual is None else actual - plan
        plan_sum += plan or 0
        actual_sum += actual or 0
        delta_sum += delta or 0
        found.append(
            Column(
                plan=plan,
                actual=actual,
                delta=delta,
                gap=max(-delta, Fraction(0)) if delta is not None else Fraction(0),
                cumulative_plan=None if plan is None else plan_sum,
                cumulative_actual=None if actual is None else actual_sum,
                cumulative_delta=None if delta is None else delta_sum,
                judgement=judge_interval(plan, actual),
            )
        )
    return tuple(found)


def judge_interval(plan: Fraction | None, actual: Fraction | None) -> Judgement | None:
    """Return good where the plan is met, miss where it is not, None where either is unknown."""
    if plan is None or actual is None:
        return None
    return Judgement.GOOD if actual >= plan else Judgement.MISS


def split_gap(gap: Fraction, explained: Fraction) -> tuple[Fraction, Fraction]:
    """Return (unexplained, surplus) of a gap >= 0, in units, neither negative.

    The surplus is what was explained beyond the gap, as when late counts arrive; the explanation stands.
    """
    return max(gap - explained, Fraction(0)), max(explained - gap, Fraction(0))
