"""How a plant file spells numbers, times, durations, weekdays and names.

Each function takes what TOML gave and returns the value; otherwise it raises ValueError saying what was expected there.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from keyword import iskeyword
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from board.plant.plant import Break

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
LONGEST_TEXT = 120
FIRST_YEAR, LAST_YEAR = 1990, 2199

_LARGEST = 10**12
_FINEST = 12  # digits behind the decimal point
_SECONDS = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1),
    **dict.fromkeys(("min", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hour", "hours"), 3600),
    **dict.fromkeys(("d", "day", "days"), 86400),
}
_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_MEASURE = re.compile(r"[a-z][a-z0-9_]{0,63}")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)\s*")
_PERCENT = re.compile(r"(\d{1,6}(?:\.\d{1,6})?) ?%")
_LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """How wide a watch band is: in the KPI's unit, or in percent of the target."""

    width: Fraction
    percent: bool = False


def number(found: object) -> Fraction:
    """Return a TOML number exactly as it is spelt in decimals."""
    if isinstance(found, bool) or not isinstance(found, int | Decimal):
        raise ValueError("a number such as 12 or 2.5")
    if (isinstance(found, Decimal) and not found.is_finite()) or not -_LARGEST <= found <= _LARGEST:
        raise ValueError(f"a number not beyond {_LARGEST:,}")
    if found != round(found, _FINEST):
        raise ValueError(f"a number with at most {_FINEST} decimals")
    return Fraction(found)


def above_zero(found: object) -> Fraction:
    """Return a number greater than zero."""
    if (value := number(found)) <= 0:
        raise ValueError("a number above 0")
    return value


def zero_or_more(found: object) -> Fraction:
    """Return a number that is not negative."""
    if (value := number(found)) < 0:
        raise ValueError("a number that is not below 0")
    return value


def band(found: object) -> Band:
    """Return the width of a watch band: a number in the KPI's unit, or a share of the target such as "10 %"."""
    match = _PERCENT.fullmatch(found.strip()) if isinstance(found, str) else None
    if match is not None:
        return Band(width=Fraction(match[1]), percent=True)
    try:
        return Band(width=zero_or_more(found))
    except ValueError:
        raise ValueError('a number that is not below 0, or a share of the target such as "10 %"') from None


def whole_above_zero(found: object) -> int:
    """Return a whole number of at least one."""
    if isinstance(found, bool) or not isinstance(found, int) or not 0 < found <= _LARGEST:
        raise ValueError("a whole number of at least 1")
    return found


def few_decimals(found: object) -> int:
    """Return how many decimals to show, 0 to 6."""
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found <= 6:
        raise ValueError("a whole number from 0 to 6")
    return found


def seconds(found: object) -> Fraction:
    """Return a duration such as "2h", "30 min", "1 h 30 min" or "74.5 s" in seconds; longer than nothing."""
    text = found.strip().lower() if isinstance(found, str) else ""
    whole, at = Fraction(0), 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or part[2] not in _SECONDS or len(part[1]) > _FINEST:
            whole = Fraction(0)
            break
        whole += Fraction(part[1]) * _SECONDS[part[2]]
        at = part.end()
    if whole <= 0:
        raise ValueError('a duration in quotes such as "2h", "30 min" or "74 s"')
    return whole


def duration(found: object) -> timedelta:
    """Return a duration of whole seconds, at most 366 days."""
    value = seconds(found)
    if value.denominator != 1 or value > 366 * 86400:
        raise ValueError("a duration of whole seconds, at most 366 days")
    return timedelta(seconds=int(value))


def interval(found: object) -> timedelta:
    """Return the length of a board interval: whole minutes from 30 min to 4 h."""
    value = seconds(found)
    if value % 60 or not 30 * 60 <= value <= 4 * 3600:
        raise ValueError('a duration of whole minutes from "30 min" to "4h"')
    return timedelta(seconds=int(value))


def clock(found: object) -> time:
    """Return a wall time such as "06:00"; "24:00" is midnight."""
    if isinstance(found, time) and found.tzinfo is None and not found.second and not found.microsecond:
        return found
    match = _CLOCK.fullmatch(found.strip()) if isinstance(found, str) else None
    if match is None or (match[1] == "24" and match[2] != "00"):
        raise ValueError('a time in quotes such as "06:00", by 24 hours')
    return time(int(match[1]) % 24, int(match[2]))


def pause(found: object) -> Break:
    """Return a break such as "09:00 15 min"."""
    starts, _, length = found.strip().partition(" ") if isinstance(found, str) else ("", "", "")
    try:
        return Break(starts=clock(starts), length=duration(length))
    except ValueError:
        raise ValueError('a start and a length such as "09:00 15 min"') from None


def weekdays(found: object) -> frozenset[int]:
    """Return weekdays, Monday = 0, of "Mon-Fri", "Sat, Sun", "Sun-Thu" or "daily"."""
    text = found.strip().lower() if isinstance(found, str) else ""
    days = frozenset(range(7)) if text in {"daily", "every day"} else _listed_days(text)
    if not days:
        raise ValueError('days such as "Mon-Fri", "Sat, Sun" or "daily"')
    return days


def _listed_days(text: str) -> frozenset[int]:
    """Return the weekdays of a list of days and ranges; empty where a part of it is no day."""
    days: set[int] = set()
    for part in text.split(","):
        ends = [_position(DAYS, name.strip()) for name in part.replace("–", "-").split("-")]
        if len(ends) > 2 or -1 in ends:
            return frozenset()
        length = (ends[-1] - ends[0]) % 7
        days |= {(ends[0] + offset) % 7 for offset in range(length + 1)}
    return frozenset(days)


def month(found: object) -> int:
    """Return a month, 1 to 12, of "April", "Apr" or 4."""
    value: object = _position(MONTHS, found.strip().lower()) + 1 if isinstance(found, str) else found
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 12:
        raise ValueError('a month such as "April"')
    return value


def _position(names: tuple[str, ...], name: str) -> int:
    """Return the place of the name that begins so (three letters at least), or -1."""
    return next((place for place, full in enumerate(names) if len(name) >= 3 and full.startswith(name)), -1)


def day(found: object) -> date:
    """Return a date such as 2026-04-01, bare or in quotes."""
    if isinstance(found, str):
        try:
            found = date.fromisoformat(found.strip())
        except ValueError:
            found = None
    if not isinstance(found, date) or isinstance(found, datetime) or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"a date such as 2026-04-01, from {FIRST_YEAR} to {LAST_YEAR}")
    return found


def moment(found: object) -> datetime:
    """Return a date with a time such as 2026-04-01T06:00:00; without an offset it is the site's wall time."""
    if isinstance(found, str) and ":" in found:
        try:
            found = datetime.fromisoformat(found.strip())
        except ValueError:
            found = None
    if not isinstance(found, datetime) or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"a date and time such as 2026-04-01T06:00:00, from {FIRST_YEAR} to {LAST_YEAR}")
    return found


def day_or_moment(found: object) -> date | datetime:
    """Return a date, or a date with a time."""
    try:
        return day(found)
    except ValueError:
        return moment(found)


def label(found: object) -> str:
    """Return words for people: some text on one line."""
    text = found.strip() if isinstance(found, str) else ""
    if not text or len(text) > LONGEST_TEXT or not text.isprintable():
        raise ValueError(f"text in quotes, 1 to {LONGEST_TEXT} characters on one line")
    return text


def words(found: object) -> str:
    """Return words for people, or none at all."""
    return "" if found == "" else label(found)


def ident(found: object) -> str:
    """Return an id: letters, digits, dot, dash and underscore."""
    if not isinstance(found, str) or not _IDENT.fullmatch(found):
        raise ValueError('an id in quotes such as "line-1" (letters, digits, dash; no spaces)')
    return found


def measure(found: object) -> str:
    """Return the name of a measure as formulas use it."""
    if not isinstance(found, str) or not _MEASURE.fullmatch(found) or iskeyword(found) or found in {"min", "max"}:
        raise ValueError('a name that a formula can use, such as "first_aid" (small letters, digits, underscore)')
    return found


def language(found: object) -> str:
    """Return a language tag such as "en" or "de-AT"."""
    if not isinstance(found, str) or not _LANGUAGE.fullmatch(found):
        raise ValueError('a language such as "en" or "de"')
    return found


def zone(found: object) -> str:
    """Return the name of an IANA time zone that is known here."""
    if isinstance(found, str) and found != "localtime":
        try:
            ZoneInfo(found)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            pass
        else:
            return found
    raise ValueError('a time zone by its IANA name such as "Europe/London"')
