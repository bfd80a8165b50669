"""Sums of measures over time and over lines, each measure by its own two rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from board.kpi.reading import Reading
from board.plant.plant import Measure, MeasureKind, OverNodes

_SUMMED = frozenset({MeasureKind.COUNT, MeasureKind.DURATION, MeasureKind.AMOUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A measure over a stretch of time: `value` None where nothing is known of it, which is not zero.

    `observations` weigh a mean; `missing` counts the readings without a value, so that a part is never taken for all.
    """

    value: Fraction | None
    observations: int = 0
    missing: int = 0


def over_time(measure: Measure, readings: Iterable[Reading]) -> Total:
    """Return one node's total: counts, durations and amounts summed, the last level, the weighted mean of samples.

    The order in which readings come changes nothing; a level's last reading is the one that ends last.
    """
    every = tuple(readings)
    known = [(reading, reading.value) for reading in every if reading.value is not None]
    missing = len(every) - len(known)
    if not known:
        return Total(value=None, missing=missing)
    if measure.kind in _SUMMED:
        return Total(value=sum((value for _, value in known), Fraction(0)), observations=len(known), missing=missing)
    if measure.kind is MeasureKind.LEVEL:
        _, last = max(known, key=lambda pair: _recency(pair[0]))
        return Total(value=last, observations=1, missing=missing)
    weight = sum(reading.observations for reading, _ in known)
    weighed = sum((reading.observations * value for reading, value in known), Fraction(0))
    return Total(value=weighed / weight if weight else None, observations=weight, missing=missing)


def over_nodes(measure: Measure, totals: Iterable[Total]) -> Total:
    """Return the total of several nodes: their sum, or their mean, weighted by observations for samples."""
    every = tuple(totals)
    known = [(total, total.value) for total in every if total.value is not None]
    missing = sum(total.missing for total in every)
    observations = sum(total.observations for total, _ in known)
    if not known:
        return Total(value=None, missing=missing)
    if measure.over_nodes is OverNodes.SUM:
        return Total(value=sum((value for _, value in known), Fraction(0)), observations=observations, missing=missing)
    weights = [total.observations if measure.kind is MeasureKind.SAMPLE else 1 for total, _ in known]
    weighed = sum((weight * value for weight, (_, value) in zip(weights, known, strict=True)), Fraction(0))
    weight = sum(weights)
    return Total(value=weighed / weight if weight else None, observations=observations, missing=missing)


def _recency(reading: Reading) -> tuple[datetime, datetime, int, str, str]:
    """Return what makes a reading the last one."""
    return (reading.end, reading.start, reading.revision, reading.source, reading.key)
