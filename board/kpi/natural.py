"""What an unchanged process gives: mean and natural limits of individual values, and which values are signals.

Source: individuals chart, sigma = mean moving range / 1.128 (domain rules, section 9). Tables print the factor of the
limits, 3 / 1.128, as 2.66; here it is exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

BIAS = Fraction(1128, 1000)  # d2: the mean range of two values of a normal process, in sigmas
FACTOR = 3 / BIAS
FEWEST = 8
"""With fewer values limits say more about chance than about the process; 20 are wished, so their number is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The mean of `points` values in order of time and the limits of what an unchanged process gives."""

    mean: Fraction
    low: Fraction
    high: Fraction
    points: int

    def signal(self, value: Fraction) -> bool:
        """Tell whether a value is strictly beyond a limit (rule 1), so that something changed."""
        return not self.low <= value <= self.high


def limits(values: Sequence[Fraction], *, floor: Fraction | None = None) -> Limits | None:
    """Return mean ± 3 × mean moving range / 1.128 of values in order of time, None for fewer than FEWEST of them.

    `floor`: what no value can fall below, such as 0 for scrap; the lower limit stops there. It does not where a value
    lies below it all the same.
    """
    if len(values) < FEWEST:
        return None
    mean = sum(values, Fraction(0)) / len(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    reach = FACTOR * sum(ranges, Fraction(0)) / len(ranges)
    low = mean - reach
    if floor is not None and min(values) >= floor:
        low = max(low, floor)
    return Limits(mean=mean, low=low, high=mean + reach, points=len(values))
