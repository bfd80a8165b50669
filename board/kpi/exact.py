"""Elapsed time, ratios and rounding in exact numbers."""

from datetime import datetime, timedelta
from fractions import Fraction
from math import floor

_TICK = timedelta(microseconds=1)
_TICKS_PER_MINUTE = 60_000_000
_TICKS_PER_HOUR = 60 * _TICKS_PER_MINUTE


def minutes(length: timedelta) -> Fraction:
    """Return elapsed time in minutes, exactly."""
    return Fraction(length // _TICK, _TICKS_PER_MINUTE)


def hours(length: timedelta) -> Fraction:
    """Return elapsed time in hours, exactly."""
    return Fraction(length // _TICK, _TICKS_PER_HOUR)


def later(instant: datetime, by_hours: Fraction) -> datetime:
    """Return the instant so many hours later, cut down to the microsecond."""
    return instant + timedelta(microseconds=floor(by_hours * _TICKS_PER_HOUR))


def whole(exact: Fraction) -> int:
    """Return the nearest whole number; a half goes up."""
    return floor(exact + Fraction(1, 2))


def ratio(numerator: Fraction | None, denominator: Fraction | None) -> Fraction | None:
    """Return numerator / denominator; None (no value) where either is unknown or the denominator is zero."""
    if numerator is None or not denominator:
        return None
    return numerator / denominator
