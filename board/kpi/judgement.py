"""How a value stands against its target, compared exactly and before any rounding."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from fractions import Fraction

from board.plant.plant import Better, Target


class Judgement(Enum):
    """How a value stands against its target; from best to worst."""

    GOOD = "good"
    WATCH = "watch"
    MISS = "miss"


_FROM_BEST_TO_WORST = tuple(Judgement)


def judge(value: Fraction | None, better: Better, target: Target | None) -> Judgement | None:
    """Return how the value stands against the target; None where there is no value or no target.

    Meeting the target is good, both limits of a range included. Within the target's watch band, its edge included,
    it is watch; beyond, a miss. Value and target are in the KPI's unit, unrounded. Source: domain rules, section 0.
    """
    if value is None or target is None:
        return None
    if better is not Better.RANGE and target.watch is None and target.value is not None:
        met = value >= target.value if better is Better.HIGHER else value <= target.value
        return Judgement.GOOD if met else Judgement.MISS
    far = beyond(value, better, target)
    if far is None:
        return None
    if far <= 0:
        return Judgement.GOOD
    return Judgement.WATCH if target.watch is not None and far <= target.watch else Judgement.MISS


def beyond(value: Fraction, better: Better, target: Target) -> Fraction | None:
    """Return how far the value lies on the wrong side of its target (0 or less: met), None without a limit."""
    if better is Better.RANGE:
        sides = []
        if target.low is not None:
            sides.append(target.low - value)
        if target.high is not None:
            sides.append(value - target.high)
        return max(sides, default=None)
    if target.value is None:
        return None
    return target.value - value if better is Better.HIGHER else value - target.value


def target_on(targets: Iterable[Target], day: date) -> Target | None:
    """Return the target in force on that day, None before the first; of two from the same day the later written."""
    found: Target | None = None
    for target in targets:
        if target.valid_from <= day and (found is None or target.valid_from >= found.valid_from):
            found = target
    return found


def watch_band(target: Fraction, percent: Fraction) -> Fraction:
    """Return the width of a watch band of so many percent of the target; a target of 0 has no such band (width 0)."""
    return abs(target) * percent / 100


def rolled_target(parts: Iterable[tuple[Fraction, Fraction]]) -> Fraction | None:
    """Return the target of a roll-up from (target, weight) of its parts, None where nothing weighs.

    The weight is the KPI's denominator, as for the actual. Source: domain rules, section 1a.
    """
    weighed = tuple(parts)
    weight = sum((part for _, part in weighed), Fraction(0))
    return sum((target * part for target, part in weighed), Fraction(0)) / weight if weight else None


def worst(judgements: Iterable[Judgement | None]) -> Judgement | None:
    """Return the worst judgement; what has none does not vote, and none at all gives None."""
    known = [judgement for judgement in judgements if judgement is not None]
    return max(known, key=_FROM_BEST_TO_WORST.index, default=None)


def misses_in_a_row(judgements: Iterable[Judgement | None]) -> int:
    """Return how many misses stand in a row at the end; what has no judgement neither counts nor breaks the row."""
    row = 0
    for judgement in judgements:
        if judgement is not None:
            row = row + 1 if judgement is Judgement.MISS else 0
    return row
