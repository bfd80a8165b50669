"""The site's wall clock and UTC: what a wall time means on the nights when the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_SECOND = timedelta(seconds=1)


def wall_of(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return what the site's clocks show at the instant, without a zone."""
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)


def instant_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the UTC instant of a wall time given without a zone.

    A time that comes twice (autumn) means the first pass; one that the clocks skip (spring) means the moment they jump.
    So a later wall time never comes before an earlier one, and what ends at a wall time meets what starts at it.
    """
    instant = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    return instant if wall_of(instant, zone) == wall else _jump(wall.replace(microsecond=0), zone)


def is_skipped(wall: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the site's clocks never show this wall time, because they jump over it."""
    return wall_of(wall.replace(tzinfo=zone).astimezone(UTC), zone) != wall


def _jump(skipped: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant at which the clocks jump over a skipped wall time."""
    before = skipped.replace(tzinfo=zone, fold=1).astimezone(UTC)  # read with the offset after the jump: too early
    after = skipped.replace(tzinfo=zone, fold=0).astimezone(UTC)  # read with the offset before it: the jump or later
    while after - before > _SECOND:
        middle = before + ((after - before) // _SECOND // 2) * _SECOND
        if wall_of(middle, zone) < skipped:
            before = middle
        else:
            after = middle
    return after
