"""Moments as people type them on the command line, in the site's time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

EARLIEST_YEAR, LATEST_YEAR = 1990, 2199  # what a journal takes, too


class MomentError(ValueError):
    """A text that is no moment; its message says what was expected."""


def parse_moment(text: str, zone: ZoneInfo) -> datetime:
    """Return the UTC moment of `2026-11-20T10:00`, in site time unless it names an offset.

    A moment without seconds means through the end of that minute, as a clock that shows 10:00 does; one without a
    time of day means the end of that day. Raises MomentError.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise MomentError(f"{text!r} is not a time; write it like 2026-11-20T10:00") from None
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        raise MomentError(f"{text!r} is not a time between the years {EARLIEST_YEAR} and {LATEST_YEAR}")
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    if "T" not in text and " " not in text:
        moment = moment.replace(hour=23, minute=59)
        text += "T23:59"
    if moment.second == 0 and moment.microsecond == 0 and _spells_no_seconds(text):
        moment += timedelta(seconds=59, microseconds=999_999)
    return moment.astimezone(UTC)


def _spells_no_seconds(text: str) -> bool:
    clock = text.replace(" ", "T").partition("T")[2]
    clock = clock.partition("+")[0].partition("-")[0].removesuffix("Z")
    return clock.count(":") < 2
