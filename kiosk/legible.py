"""What can be read on a screen: from its diagonal, its shape, and how far away people stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from themes.size import mm_per_u
from themes.token import CARD, FLOOR_U, HEADLINE, STRONG

CAP: Final = 0.728
"""Height of a capital, of the font size."""
FLOOR_ARC: Final = 215.0
"""A distance in heights of a capital at 16 arc minutes, the least that can be read; 20, the aim, are 172."""


@dataclass(frozen=True, slots=True)
class Text:
    """Something written on the wall: its size in u, and from what share of the readers' distance it is read."""

    what: str
    size_u: float
    share: float


TEXTS: Final = (
    Text("the headline figures", HEADLINE.size_u, 1.0),
    Text("the figures and marks of intervals and letters", STRONG.size_u, 1.0),
    Text("the names of letters, cards and reasons", CARD.size_u, 0.6),
    Text("the day numbers, the bowling chart and the legend", FLOOR_U, 0.4),
)
"""People read the state from where they stand, and walk up to what stands in small."""


def too_small_to_read(size: tuple[int, int], diagonal_in: float, distance_m: float) -> Iterator[str]:
    """Yield in sentences what cannot be read on a screen from where it is meant to be, and from where it can."""
    for text in TEXTS:
        cap_mm = text.size_u * CAP * mm_per_u(size, diagonal_in)
        wanted_m, reach_m = round(distance_m * text.share, 1), round(cap_mm * FLOOR_ARC / 1000, 1)
        if reach_m < wanted_m:
            yield (
                f"on this {diagonal_in:g}-inch screen at {wanted_m:g} m {text.what} ({cap_mm:.1f} mm) cannot be read; "
                f"from {reach_m:g} m they can"
            )
