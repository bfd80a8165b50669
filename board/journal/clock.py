"""The hybrid logical clock: never goes back, stays near the wall clock, and is kept with every entry."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(instant: datetime) -> int:
    """Return whole microseconds since 1970 in UTC (negative before); the instant must bear a zone."""
    elapsed = instant - EPOCH
    return (elapsed.days * 86_400 + elapsed.seconds) * 1_000_000 + elapsed.microseconds


def instant(us: int) -> datetime:
    """Return the UTC time of whole microseconds since 1970."""
    return EPOCH + timedelta(microseconds=us)


def tick(last: int, wall: datetime) -> int:
    """Return the next value of the clock after `last` at this wall time: max(last + 1, wall), in microseconds."""
    return max(last + 1, microseconds(wall))
