"""The pages a TV shows one after another, each for its time: held while somebody touches, taken up again at home."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, inf
from typing import Final

SHORTEST_S: Final = 20
LONGEST_S: Final = 24 * 3600
STEPS: Final = 10
"""In so many steps the dot of the page fills, so that little is painted."""
_STOP: Final = re.compile(r"\s*(?P<page>[a-z]+)(?:@(?P<node>[^\s,]+))?\s+(?P<stay_s>\d+)\s*s?\s*")
EXPECTED: Final = (
    f'pages with their seconds ({SHORTEST_S} or more), such as "sqcdp 60, sicb@line-3 90", of sqcdp, sicb, lines '
    "and bowling"
)
_PAGES: Final = frozenset({"sqcdp", "sicb", "lines", "bowling"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A page, and how many seconds it stays; `node` None: that of the board."""

    page: str
    stay_s: int
    node: str | None = None


def parse_stops(text: str) -> tuple[Stop, ...]:
    """Return the stops of a setting; ValueError where it cannot be used."""
    stops = []
    for part in text.split(",") if text.strip() else ():
        found = _STOP.fullmatch(part)
        if found is None or found["page"] not in _PAGES or not SHORTEST_S <= int(found["stay_s"]) <= LONGEST_S:
            raise ValueError(f"{part.strip()!r} is not a page with its seconds")
        stops.append(Stop(page=found["page"], node=found["node"], stay_s=int(found["stay_s"])))
    return tuple(stops)


class Rotation:
    """Tells which stop is due; times are seconds of a clock that only goes forward. One stop alone never turns."""

    def __init__(self, stops: Sequence[Stop]) -> None:
        self._stops: Final = tuple(stops)
        self._number = 0
        self._since_s: float | None = None  # None: held

    @property
    def turns(self) -> bool:
        """Tell whether there is anything to turn to."""
        return len(self._stops) > 1

    def hold(self) -> None:
        """Stand still: somebody is at the board."""
        self._since_s = None

    def begin(self, now_s: float) -> None:
        """Begin with the first stop, which is up now."""
        self._number, self._since_s = 0, now_s

    def due(self, now_s: float) -> Stop | None:
        """Return the next stop once the present one has had its time."""
        if not self.turns or self._since_s is None:
            return None
        if now_s - self._since_s < self._stops[self._number].stay_s:
            return None
        self._number, self._since_s = (self._number + 1) % len(self._stops), now_s
        return self._stops[self._number]

    def moves_s(self, now_s: float) -> float:
        """Return when the next page is due or this one has had another step of its time; inf where neither is."""
        if not self.turns or self._since_s is None:
            return inf
        step_s = self._stops[self._number].stay_s / STEPS
        return self._since_s + step_s * (floor((now_s - self._since_s) / step_s) + 1)

    def passed(self, now_s: float) -> Fraction | None:
        """Return how much of its time the page that is up has had, in steps; None while it is held."""
        if not self.turns or self._since_s is None:
            return None
        share = (now_s - self._since_s) / self._stops[self._number].stay_s
        return Fraction(min(STEPS, max(0, int(share * STEPS))), STEPS)
