"""Yields: how much comes out right the first time, step by step and over all steps."""

from collections.abc import Iterable
from fractions import Fraction

from board.kpi.exact import ratio
from board.kpi.oee import factors_product


def first_pass_yield(good_first: Fraction, inspected: Fraction) -> Fraction | None:
    """Return GP / IP as a fraction of 1: parts good in the first run, without rework, of those inspected (ISO 22400-2).

    None where nothing was inspected.
    """
    return ratio(good_first, inspected)


def final_yield(good: Fraction, started: Fraction) -> Fraction | None:
    """Return good parts, reworked ones included, of those started, as a fraction of 1; None where none was started."""
    return ratio(good, started)


def rolled_throughput_yield(first_pass_yields: Iterable[Fraction | None]) -> Fraction | None:
    """Return the product of the steps' first pass yields, fractions of 1; None where a step has none or there is none.

    Source: Minitab, 0.95 × 0.842 × 0.875 = 0.70.
    """
    steps = tuple(first_pass_yields)
    return factors_product(*steps) if steps else None
