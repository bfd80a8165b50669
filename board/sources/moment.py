"""Reads a date and time as machines and people write it, and finds the instant a wall clock meant."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

LONGEST = 64  # characters
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
FORMAT_WORDS = ("auto", "iso", "epoch s", "epoch ms")
JITTER = timedelta(minutes=2)  # rows of one log may stand this far out of order

_TIME = (
    r"(?:(?:[Tt]|,? +)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?"
    r" *(?P<half>[AaPp]\.?[Mm]\.?)? *(?P<offset>[Zz]|[+-]\d{2}:?\d{2})?)?"
)
_ISO = re.compile(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})" + _TIME, re.ASCII)
_MIXED = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<then>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})" + _TIME, re.ASCII
)
_DIGITS = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:[Tt ]?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?)?"
    r"(?P<part>(?!))?(?P<half>(?!))?(?P<offset>[Zz])?",
    re.ASCII,
)
_EPOCH = re.compile(r"(?:(?P<s>\d{10})(?:\.(?P<part>\d{1,9}))?|(?P<ms>\d{13}))", re.ASCII)
_SECONDS = re.compile(r"(\d{1,11})(?:\.(\d{1,9}))?", re.ASCII)
_MILLIS = re.compile(r"\d{1,14}", re.ASCII)
_MIDNIGHT = re.compile(r"(?<=[Tt ,])24:00(:00)?(?![\d:])", re.ASCII)


class MomentError(ValueError):
    """A text that cannot be read as one date and time; says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How a source writes its times; `month_first` None: only dates that have a single meaning are read."""

    zone: ZoneInfo
    formats: tuple[str, ...] = ()  # FORMAT_WORDS or patterns such as "%d.%m.%y %H:%M"; none: auto
    month_first: bool | None = None


def read_moment(text: str, spelling: Spelling) -> datetime:
    """Return a wall time (without zone) or an instant (with one), as the text says; MomentError where it is neither.

    `24:00` is the midnight at the end of its day. A date alone is the midnight at its start.
    """
    if len(text) == 19 and text[4] == "-" and text[10] in " T" and not spelling.formats:
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass  # 24:00:00, or no date at all: told below
    if len(text) > LONGEST:
        raise MomentError(f"is too long for a date (at most {LONGEST} characters)")
    text = " ".join(text.split())
    later = timedelta(0)
    if "24:00" in text:
        text, found = _MIDNIGHT.subn("00:00:00" if "24:00:00" in text else "00:00", text)
        later = timedelta(days=1) if found else later
    try:
        return _by_formats(text, spelling) + later
    except OverflowError as error:
        raise MomentError("is not a date the calendar has") from error


def to_utc(moment: datetime, zone: ZoneInfo, after: datetime | None = None) -> tuple[datetime, bool]:
    """Return the instant a wall time in a zone meant, and whether it had to be moved because the clock skipped it.

    A time of the doubled hour of an autumn night is the earlier one, unless the row before (`after`) already stands
    later: then the clock has been put back since.
    """
    if moment.tzinfo is not None:
        return moment.astimezone(UTC), False
    try:
        local = moment.replace(tzinfo=zone)
        early, late = local.utcoffset(), local.replace(fold=1).utcoffset()
        if early == late:
            return local.astimezone(UTC), False
        first, second = local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)
    except OverflowError as error:
        raise MomentError("is not a date the calendar has") from error
    if first > second:  # the clock skipped this hour: count on from before it
        return first, True
    if after is not None and first + JITTER < after <= second + JITTER:
        return second, False
    return first, False


def both_passes(moment: datetime, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """Return the two instants a wall time of the doubled hour of an autumn night may mean; None for any other time."""
    if moment.tzinfo is not None:
        return None
    local = moment.replace(tzinfo=zone)
    later = local.replace(fold=1)
    try:
        before, after = local.utcoffset(), later.utcoffset()
        if before is None or after is None or before <= after:
            return None
        return local.astimezone(UTC), later.astimezone(UTC)
    except OverflowError as error:
        raise MomentError("is not a date the calendar has") from error


def format_problem(pattern: str) -> str | None:
    """Return why a format cannot be used, or None."""
    if pattern in FORMAT_WORDS:
        return None
    sample = datetime(2025, 9, 15, 13, 30, 45, tzinfo=UTC)
    try:
        read = datetime.strptime(sample.strftime(pattern), pattern)  # noqa: DTZ007  # only the date is looked at
    except (ValueError, re.error):
        read = None
    if read is None or read.date() != sample.date():
        return f'found {pattern!r}, expected {", ".join(FORMAT_WORDS)} or a pattern such as "%d.%m.%Y %H:%M"'
    return None


def _by_formats(text: str, spelling: Spelling) -> datetime:
    """Return what the first fitting format reads."""
    if not spelling.formats:
        return _auto(text, spelling.month_first)
    for pattern in spelling.formats:
        try:
            return _by_format(text, pattern, spelling.month_first)
        except (ValueError, re.error):
            continue
    raise MomentError(f"fits none of the formats {', '.join(spelling.formats)}")


def _by_format(text: str, pattern: str, month_first: bool | None) -> datetime:
    """Return what one format reads; ValueError where it does not fit."""
    if pattern == "auto":
        return _auto(text, month_first)
    if pattern == "iso":
        return _iso(text)
    if pattern == "epoch s":
        match = _SECONDS.fullmatch(text)
        if match is None:
            raise MomentError("is not a count of seconds since 1970")
        return _epoch(int(match[1]), match[2])
    if pattern == "epoch ms":
        if not _MILLIS.fullmatch(text):
            raise MomentError("is not a count of milliseconds since 1970")
        return _epoch(int(text) // 1000, f"{int(text) % 1000:03}")
    return datetime.strptime(text, pattern)  # noqa: DTZ007  # the zone comes from the site


def _auto(text: str, month_first: bool | None) -> datetime:
    """Return a date in one of the usual spellings."""
    match = _ISO.fullmatch(text) or _DIGITS.fullmatch(text)
    if match is not None:
        return _build(match, int(match["month"]), int(match["day"]))
    match = _EPOCH.fullmatch(text)
    if match is not None:
        if match["ms"]:
            return _epoch(int(match["ms"][:10]), match["ms"][10:])
        return _epoch(int(match["s"]), match["part"])
    match = _MIXED.fullmatch(text)
    if match is None:
        raise MomentError("is not a date")
    first, then = int(match["first"]), int(match["then"])
    if match["mark"] == "." or month_first is False:
        return _build(match, then, first)
    if month_first:
        return _build(match, first, then)
    if first > 12 or then > 12 or first == then:
        return _build(match, *((then, first) if first > 12 else (first, then)))
    raise MomentError("can be read two ways: set month_first to true or false")


def _iso(text: str) -> datetime:
    """Return a date as ISO 8601 writes it."""
    match = _ISO.fullmatch(text) or _DIGITS.fullmatch(text)
    if match is None or match.groupdict().get("mark", "-") != "-":
        raise MomentError("is not a date like 2026-04-01 06:00")
    return _build(match, int(match["month"]), int(match["day"]))


def _build(match: re.Match[str], month: int, day: int) -> datetime:
    """Return the moment of a match whose month and day are settled."""
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    hour = int(match["hour"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            raise MomentError("is not a time: before or after noon has the hours 1 to 12")
        hour = hour % 12 + (12 if match["half"][0] in "Pp" else 0)
    part = int(((match["part"] or "0") + "00000")[:6])
    try:
        moment = datetime(year, month, day, hour, int(match["minute"] or 0), int(match["second"] or 0), part)  # noqa: DTZ001
    except ValueError as error:
        raise MomentError("is not a date the calendar has" if hour < 24 else "is not a time of day") from error
    offset = match["offset"]
    if not offset:
        return moment
    if offset in "Zz":
        return moment.replace(tzinfo=UTC)
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    if hours > 15 or minutes > 59:
        raise MomentError("has a distance from UTC that no zone has")
    ahead = timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
    return moment.replace(tzinfo=UTC) - ahead


def _epoch(seconds: int, part: str | None) -> datetime:
    """Return the instant so many seconds after the start of 1970."""
    try:
        return EARLIEST + timedelta(seconds=seconds, microseconds=int(((part or "0") + "00000")[:6]))
    except OverflowError as error:
        raise MomentError("is not a date the calendar has") from error
