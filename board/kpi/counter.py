"""Machine counters that only go up, reset and roll over, turned into what was added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What a counter showed at an instant; `value` None: it could not be read."""

    at: datetime
    value: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What was added between two samples, [start, end)."""

    start: datetime
    end: datetime
    added: Fraction
    reset: bool  # the counter fell in between


def added(before: Fraction, value: Fraction, *, rolls_over_at: Fraction | None = None) -> Fraction:
    """Return what was added from one counter value to the next; the same value again adds 0.

    A fall is a restart from 0; with `rolls_over_at`, the value at which the counter begins anew, it is a roll-over.
    """
    if value >= before:
        return value - before
    return value if rolls_over_at is None else rolls_over_at - before + value


def steps(samples: Iterable[Sample], *, rolls_over_at: Fraction | None = None) -> tuple[Step, ...]:
    """Return what was added between samples, in order of time whatever order they came in.

    An unreadable sample is bridged by its neighbours; the first sample adds nothing, for what it had counted before is
    unknown; one taken at the same instant as the one before replaces it where it shows more.
    """
    readable = sorted((sample.at, sample.value) for sample in samples if sample.value is not None)
    latest = dict(readable)  # of one instant the greatest value stands
    found: list[Step] = []
    before: tuple[datetime, Fraction] | None = None
    for at, value in latest.items():
        if before is not None:
            more = added(before[1], value, rolls_over_at=rolls_over_at)
            found.append(Step(start=before[0], end=at, added=more, reset=value < before[1]))
        before = at, value
    return tuple(found)
