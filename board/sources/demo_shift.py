"""Invents one shift of one line in minutes from its start: what each interval makes, where it stops, what minutes give.

The good parts of the whole shift are given; a shift that falls short loses them in a few intervals, with a cause.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import accumulate
from math import gcd
from typing import NamedTuple

from board.plant.span import Span
from board.sources.demo_draw import chances, shared_out

MINUTE = timedelta(minutes=1)
SHORTEST_BAD = 20  # minutes; a shorter interval always goes well
USUAL_GAP = 130  # per thousand of an interval's plan that is lost where it goes wrong
WIDEST_GAP = 600
HICCUP = 300  # per thousand of the other intervals: a short stop that is made good at once


class Stop(NamedTuple):
    """A line that stands still, in minutes from the start of the shift, and why."""

    start: int
    length: int
    reason: str | None


class _Draw(NamedTuple):
    """What chance says of one interval, each below 1,000."""

    rank: int
    ahead: int
    share: int
    hiccup: int
    first: int
    reason: int
    again: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The intervals of a shift, each as the minutes from its start that are worked."""

    pieces: tuple[tuple[int, ...], ...]
    minutes: int = field(init=False)  # the whole shift, breaks included
    length: int
    _worked: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Count the worked minutes once."""
        every = tuple(minute for piece in self.pieces for minute in piece)
        object.__setattr__(self, "_worked", every)
        object.__setattr__(self, "minutes", len(every))

    def worked(self, until: int) -> int:
        """Return how many minutes are worked before a minute of the shift."""
        return bisect_right(self._worked, until - 1)

    @property
    def every(self) -> tuple[int, ...]:
        """Return all worked minutes."""
        return self._worked


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who plays: the shift's name for chance, its rates per hour and the reasons it stops for."""

    seed: str
    rate: Fraction
    best_rate: Fraction
    reasons: tuple[str, ...]

    def minutes_for(self, parts: int) -> int:
        """Return in how many whole minutes the standard rate makes so many parts."""
        return parts * 60 * self.rate.denominator // self.rate.numerator

    def makes(self, parts: int, minutes: int) -> bool:
        """Tell whether the best rate makes so many parts in so many minutes."""
        return parts * 60 * self.best_rate.denominator <= self.best_rate.numerator * minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """What each interval of a shift makes, and the stops of all of them in order of time."""

    totals: tuple[int, ...]
    stops: tuple[Stop, ...]
    even: bool = False  # every minute makes the same

    @property
    def good(self) -> int:
        """Return what the whole shift makes."""
        return sum(self.totals)


def lay_out(span: Span, pieces: Sequence[Span], working: Sequence[Span]) -> Layout:
    """Return the layout of a shift that is cut into intervals."""
    bounds = [(_minute(part.start, span), _minute(part.end, span)) for part in working]
    cut = [(_minute(piece.start, span), _minute(piece.end, span)) for piece in pieces]
    return Layout(
        tuple(
            tuple(minute for start, end in bounds for minute in range(max(start, first), min(end, last)))
            for first, last in cut
        ),
        _minute(span.end, span),
    )


def plot(cast: Cast, layout: Layout, good: int) -> Plot:
    """Return how a shift comes to so many good parts: most intervals keep the plan, some fall short with a stop."""
    plans = _plans(cast, layout)
    draws = _draws(cast, len(plans))
    gap = sum(plans) - good
    if gap <= 0:
        totals = shared_out(good, plans)
        return Plot(totals=tuple(totals), stops=tuple(_hiccups(cast, layout, draws, totals, ())))
    ahead = [-(-plan * (2 + draw.ahead * 20 // 1000) // 1000) for plan, draw in zip(plans, draws, strict=True)]
    bad = _bad(layout, plans, draws, gap, sum(ahead))
    gap += sum(more for place, more in enumerate(ahead) if place not in bad)
    lost = shared_out(gap, [1000 + draw.share if place in bad else 0 for place, draw in enumerate(draws)])
    totals = [max(0, plan - lost[place]) if place in bad else plan + ahead[place] for place, plan in enumerate(plans)]
    last = max(bad, key=lambda place: totals[place])
    totals[last] += good - sum(totals)
    stops = [
        _stop(cast, layout.pieces[place], cast.minutes_for(plans[place] - totals[place]), draws[place]) for place in bad
    ]
    short = _hiccups(cast, layout, draws, totals, bad)
    return Plot(
        totals=tuple(totals), stops=tuple(sorted((*(stop for stop in stops if stop.length), *short), key=_start))
    )


def minutes_of(cast: Cast, layout: Layout, found: Plot, totals: Sequence[int]) -> dict[int, int]:
    """Return what each worked minute of a shift gives of a total by interval; the minutes of a stop give nothing."""
    gave: dict[int, int] = {}
    standing = {minute for stop in found.stops for minute in range(stop.start, stop.start + stop.length)}
    drawn = chances(layout.length, cast.seed, "minute")
    for piece, total in zip(layout.pieces, totals, strict=True):
        weights = [0 if minute in standing else 1000 if found.even else 930 + drawn[minute] // 7 for minute in piece]
        gave.update(zip(piece, shared_out(total, weights), strict=True))
    return gave


def scattered(total: int, weights: Sequence[int]) -> list[int]:
    """Return to which weight each of so many units falls: by weight in sum, and well mixed in order."""
    shares = list(accumulate(shared_out(total, weights)))
    step = next((step for step in range(total * 5 // 8 or 1, 2 * total + 2) if gcd(step, total) == 1), 1)
    return [bisect_right(shares, number * step % total) for number in range(total)]


def _plans(cast: Cast, layout: Layout) -> list[int]:
    return shared_out(int(cast.rate * layout.minutes / 60), [len(piece) for piece in layout.pieces])


def _draws(cast: Cast, count: int) -> list[_Draw]:
    """Return what is drawn for each interval."""
    width = len(_Draw._fields)
    drawn = chances(width * count, cast.seed, "interval")
    return [_Draw(*drawn[at : at + width]) for at in range(0, len(drawn), width)]


def _bad(layout: Layout, plans: Sequence[int], draws: Sequence[_Draw], gap: int, ahead: int) -> list[int]:
    """Return the intervals that fall short: about as many as the gap asks for, never too few to hold it."""
    order = sorted(range(len(plans)), key=lambda place: (draws[place].rank, place))
    able = [place for place in order if len(layout.pieces[place]) >= SHORTEST_BAD] or order[:1]
    room = sum(plans) // max(1, len(plans))
    wanted = (gap + ahead * 2 // 3) * 1000 // max(1, room * USUAL_GAP) + (draws[0].share >= 600)
    count = min(max(1, wanted), len(able))
    while count < len(able) and (gap + ahead) * 1000 > WIDEST_GAP * sum(plans[place] for place in able[:count]):
        count += 1
    return able[:count]


def _hiccups(
    cast: Cast, layout: Layout, draws: Sequence[_Draw], totals: Sequence[int], bad: Sequence[int]
) -> Iterator[Stop]:
    """Yield the short stops of intervals that go well, where the best rate can make them good."""
    for place, (piece, draw) in enumerate(zip(layout.pieces, draws, strict=True)):
        if place not in bad and len(piece) >= SHORTEST_BAD and draw.hiccup < HICCUP:
            length = 2 + draw.share * 3 // 1000
            if cast.makes(totals[place], len(piece) - length):
                yield _stop(cast, piece, length, draw)


def _stop(cast: Cast, piece: Sequence[int], length: int, draw: _Draw) -> Stop:
    """Return a stop within an interval; the first reasons of a line are the commonest."""
    length = min(length, len(piece) * 9 // 10)
    first = draw.first * (len(piece) - length) // 1000
    while first and piece[first + length - 1] - piece[first] >= length:
        first -= 1  # it would run over a break
    start = piece[first]
    reason = None
    if cast.reasons:
        reason = cast.reasons[min(draw.reason, draw.again) * len(cast.reasons) // 1000]
    return Stop(start, min(start + length, piece[-1] + 1) - start, reason)


def _start(stop: Stop) -> int:
    return stop.start


def _minute(instant: datetime, span: Span) -> int:
    return (instant - span.start) // MINUTE
