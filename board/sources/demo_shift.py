"""Invents one shift of one line: minutes that run, stop and recover; the same shift always comes out the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from hashlib import blake2b
from math import ceil
from typing import NamedTuple

from board.plant.span import Span

MINUTE = timedelta(minutes=1)
BAD_IN_A_THOUSAND = 340  # intervals with a stop that costs them their plan
HICCUP_IN_A_THOUSAND = 300  # of the others: a short stop that is made good at once
SHORTEST_BAD = 20  # minutes; a shorter interval always goes well


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A line that stands still, and why."""

    span: Span
    reason: str | None


class Minute(NamedTuple):
    """What one minute gave."""

    good: int
    scrap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A whole shift: what each of its working minutes gave, and its stops in order of time."""

    minutes: Mapping[datetime, Minute]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A shift that somebody wrote: what each interval makes in the end, and its stops."""

    made: tuple[int, ...]
    stops: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who plays: the line's name for chance, its rates per hour and the reasons it stops for."""

    seed: str
    rate: Fraction
    best_rate: Fraction
    reasons: tuple[str, ...]


def invent(cast: Cast, pieces: Sequence[Span], working: Sequence[Span], scene: Scene | None = None) -> Story:
    """Return the story of a shift cut into intervals; minutes outside `working` are breaks."""
    minutes: dict[datetime, Minute] = {}
    stops: list[Stop] = []
    behind = False
    for number, piece in enumerate(pieces):
        clock = [minute for minute in _minutes_of(piece) if any(span.holds(minute) for span in working)]
        if not clock:
            continue
        if scene is not None:
            stopped = tuple(stop for stop in scene.stops if piece.holds(stop.span.start))
            total = scene.made[number] if number < len(scene.made) else 0
            even = True
        else:
            stopped, total, behind = _improvise(cast, piece, clock, behind=behind)
            even = False
        stops += stopped
        minutes |= _played(cast, clock, stopped, total, even=even)
    return Story(minutes=minutes, stops=tuple(stops))


def chance(*parts: object) -> int:
    """Return a number below 1,000 that depends on nothing but the parts."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % 1000


def _improvise(cast: Cast, piece: Span, clock: list[datetime], *, behind: bool) -> tuple[tuple[Stop, ...], int, bool]:
    """Return the stops of an interval, the good parts it makes, and whether it misses its plan."""
    at = piece.start.isoformat()
    plan = cast.rate * len(clock) / 60

    def between(low: int, high: int, what: str) -> int:
        return low + chance(cast.seed, at, what) * (high - low + 1) // 1000

    if len(clock) >= SHORTEST_BAD and chance(cast.seed, at, "bad") < BAD_IN_A_THOUSAND:
        stop = _stop(cast, clock, max(5, len(clock) * between(80, 200, "length") // 1000), at)
        running = len(clock) - _standing(clock, (stop,))
        return (stop,), int(plan * running / len(clock) * between(975, 1010, "pace") / 1000), True
    stops: tuple[Stop, ...] = ()
    if len(clock) >= SHORTEST_BAD and chance(cast.seed, at, "hiccup") < HICCUP_IN_A_THOUSAND:
        stops = (_stop(cast, clock, between(2, 4, "length"), at),)
    pace = between(1030, 1090, "pace") if behind else between(1002, 1024, "pace")
    most = cast.best_rate * (len(clock) - _standing(clock, stops)) / 60
    return stops, max(min(ceil(plan * pace / 1000), int(most)), min(ceil(plan), int(most))), False


def _stop(cast: Cast, clock: list[datetime], length: int, at: str) -> Stop:
    """Return a stop of so many minutes somewhere in an interval; the first reasons of a line are the commonest."""
    first = chance(cast.seed, at, "first") * (len(clock) - length) // 1000
    start = clock[first]
    end = start + length * MINUTE
    reason = None
    if cast.reasons:
        draw = min(chance(cast.seed, at, "reason"), chance(cast.seed, at, "reason again"))
        reason = cast.reasons[draw * len(cast.reasons) // 1000]
    return Stop(span=Span(start, min(end, clock[-1] + MINUTE)), reason=reason)


def _played(
    cast: Cast, clock: list[datetime], stops: tuple[Stop, ...], total: int, *, even: bool
) -> dict[datetime, Minute]:
    """Return what each minute gave, so that together they give the total; the minutes of a stop give nothing."""
    weights = [
        0 if any(stop.span.holds(minute) for stop in stops) else 1000 if even else 930 + chance(cast.seed, minute) // 7
        for minute in clock
    ]
    whole = sum(weights)
    scrap = total * (6 + chance(cast.seed, clock[0], "scrap") // 55) // 1000
    minutes: dict[datetime, Minute] = {}
    done = 0
    for minute, weight in zip(clock, weights, strict=True):
        before, done = done, done + weight
        minutes[minute] = Minute(_share(total, before, done, whole), _share(scrap, before, done, whole))
    return minutes


def _share(total: int, before: int, done: int, whole: int) -> int:
    return total * done // whole - total * before // whole if whole else 0


def _standing(clock: list[datetime], stops: tuple[Stop, ...]) -> int:
    """Return how many of the minutes a line stands."""
    return sum(any(stop.span.holds(minute) for stop in stops) for minute in clock)


def _minutes_of(piece: Span) -> list[datetime]:
    return [piece.start + count * MINUTE for count in range(int(piece.length / MINUTE))]
