"""How large a layout unit is on a screen."""

import math
from typing import Final

SHORTER_SIDE_U: Final = 1080.0
LEAST_LONGER_U: Final = (1728.0, 1440.0)
"""Lying and upright, the longer side is never shorter in u: on an almost square screen all is a little smaller."""
MM_PER_INCH: Final = 25.4


def unit_of(width: float, height: float) -> float:
    """Return how many pixels a layout unit has on a screen of that size in pixels."""
    least_u = LEAST_LONGER_U[height > width]
    return min(min(width, height) / SHORTER_SIDE_U, max(width, height) / least_u)


def mm_per_u(size: tuple[int, int], diagonal_in: float) -> float:
    """Return the millimetres of a layout unit on a screen of that size in pixels and diagonal in inches."""
    return diagonal_in * MM_PER_INCH / math.hypot(*size) * unit_of(*size)
