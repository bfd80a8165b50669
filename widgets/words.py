"""The words and figures of the wall, in its language: numbers, clocks, ages and dates; every word can be translated.

One language is spoken at a time: `speak` sets it for all, and whoever does so has everything painted anew. Numbers and
dates are made here and nowhere else.
"""

from datetime import date, datetime, time
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QCoreApplication

from board.plant.told import Told
from board.views.sicb import FORMER
from widgets import manner
from widgets.manner import Manner, manner_of

THIN_SPACE: Final = manner.THIN_SPACE
MINUS: Final = manner.MINUS
EN_DASH: Final = "\u2013"

translate = QCoreApplication.translate
"""`translate("board", "…")`: every visible word goes through it, in this one context."""


class _Tongue:
    """What is spoken now."""

    manner: Manner = manner_of(manner.INTERNATIONAL)


def speak(language: str) -> None:
    """Write numbers and dates as a language does from now on: "de", "pl", "en-US"."""
    _Tongue.manner = manner_of(language)


def spoken() -> str:
    """Return the language in which numbers and dates are written now."""
    return _Tongue.manner.language


def plural(one: str, many: str, count: Fraction | int) -> str:
    """Return the words for so many things, to be formatted: "{n} day" or "{n} days", as the language counts.

    The catalogues have it under its plural; languages with other rules, such as Polish, have their own forms there.
    """
    whole = count.numerator if count.denominator == 1 else 2
    said = QCoreApplication.translate("board", many, None, min(abs(whole), 2**31 - 1))
    return one if said == many and whole == 1 else said


def number(count: int) -> str:
    """Return a whole number with its thousands apart: 1 240; in German 1.240."""
    said = _Tongue.manner.whole(abs(count))
    return f"{MINUS}{said}" if count < 0 else said


def signed(count: int) -> str:
    """Return a difference with its sign: +42, −268, 0."""
    return f"+{number(count)}" if count > 0 else number(count)


def rate(per_hour: Fraction) -> str:
    """Return a rate in whole units per hour: 1 240/h."""
    return translate("board", "{rate}/h").format(rate=number(whole(per_hour)))


def rate_up(per_hour: Fraction) -> str:
    """Return a rate that must be kept: rounded up, because less would not do."""
    return translate("board", "{rate}/h").format(rate=number(up(per_hour)))


def up(value: Fraction) -> int:
    """Return the next whole number that is not smaller."""
    return -(-value.numerator // value.denominator)


def whole(value: Fraction) -> int:
    """Return the nearest whole number, halves away from zero."""
    nearest = int(abs(value) + Fraction(1, 2))
    return nearest if value >= 0 else -nearest


def clock(moment: datetime | time, *, seconds: bool = False) -> str:
    """Return the time of day as the moment's own zone has it: 11:42 or 11:42:36."""
    said = f"{moment.hour:02}:{moment.minute:02}"  # as %H:%M, without asking the system for its time format each second
    return f"{said}:{moment.second:02}" if seconds else said


def hour(moment: datetime) -> str:
    """Return a time of day by its hour, or with minutes where it is not on the hour: 06, 06:30."""
    return clock(moment) if moment.minute else f"{moment.hour:02}"


def span_label(starts: datetime, ends: datetime) -> str:
    """Return an interval by its hours, or with minutes where it does not begin and end on the hour: 06–08."""
    if starts.minute or ends.minute:
        return f"{clock(starts)}{EN_DASH}{clock(ends)}"
    return f"{starts.hour:02}{EN_DASH}{ends.hour:02}"


def age_text(seconds: int) -> str:
    """Return an age in its largest fitting unit: 4 s, 23 min, 3 h, 2 days."""
    if seconds < 60:
        return translate("board", "{n} s").format(n=seconds)
    if seconds < 3600:
        return translate("board", "{n} min").format(n=seconds // 60)
    if seconds < 48 * 3600:
        return translate("board", "{n} h").format(n=seconds // 3600)
    return days_text(seconds // 86400)


def seen_text(seen: datetime, now: datetime) -> str:
    """Return when something was last seen, in the zone of now: 11:42, or on another day 19 Nov."""
    there = seen.astimezone(now.tzinfo)
    return clock(there) if there.date() == now.date() else short_date_text(there.date())


def days_text(count: int) -> str:
    """Return so many days: 1 day, 2 days."""
    return plural("{n} day", "{n} days", count).format(n=number(count))


def minutes_text(minutes: int) -> str:
    """Return a stretch of time: 8 min, 1 h 08."""
    if minutes < 60:
        return translate("board", "{n} min").format(n=minutes)
    return translate("board", "{h} h {m}").format(h=minutes // 60, m=f"{minutes % 60:02d}")


def day_text(day: date) -> str:
    """Return a day with its weekday: Fri 20 Nov 2026."""
    return _Tongue.manner.day(day, "wdmy")


def short_day_text(day: date) -> str:
    """Return a day near today: Fri 20 Nov."""
    return _Tongue.manner.day(day, "wdm")


def weekday_text(day: date) -> str:
    """Return a day of this month: Fri 20."""
    return _Tongue.manner.day(day, "wd")


def title_day_text(day: date) -> str:
    """Return a day as a title: Fri 20 November."""
    return _Tongue.manner.day(day, "wdM")


def date_text(day: date, *, year: bool = False) -> str:
    """Return a day without its weekday: 20 November, 20 November 2026."""
    return _Tongue.manner.day(day, "dMy" if year else "dM")


def short_date_text(day: date) -> str:
    """Return a day without its weekday in short: 20 Nov."""
    return _Tongue.manner.day(day, "dm")


def month_text(month: date, *, short: bool = False) -> str:
    """Return the name of a month: November, Nov."""
    return _Tongue.manner.month(month, short=short)


def month_year_text(month: date) -> str:
    """Return a month with its year: November 2026."""
    return f"{month_text(month)} {month.year}"


def decimal_point() -> str:
    """Return the decimal mark."""
    return _Tongue.manner.point


def figure(value: Fraction, decimals: int = 0) -> str:
    """Return a value rounded to so many decimals, halves away from zero: 1 240, −0.5; the mark is the language's."""
    scaled = whole(abs(value) * 10**decimals)
    before, after = divmod(scaled, 10**decimals)
    said = number(before) + (f"{decimal_point()}{after:0{decimals}d}" if decimals else "")
    return f"{MINUS}{said}" if value < 0 and scaled else said


def retold(sentence: str) -> str:
    """Return a sentence of the board in the language of the wall; one that does not know its parts stays as it is."""
    if not isinstance(sentence, Told):
        return sentence
    said = {name: _part(value) for name, value in sentence.parts.items()}
    return QCoreApplication.translate("told", sentence.template).format(**said)


def within_sentence(name: str) -> str:
    """Return a name as it stands within a sentence: "Intervals" as "intervals", but not in German."""
    return name if spoken().partition("-")[0] == "de" or name[1:2].isupper() else name[:1].lower() + name[1:]


def person(by: str | None) -> str:
    """Return who it was: the name, "former colleague" where the plant no longer knows it, or nothing."""
    return translate("board", "former colleague") if by == FORMER else by or ""


def _part(value: object) -> str:
    """Return a part of a sentence as it is written here: a day, a figure with the decimals it needs, another one."""
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, Fraction):
        return figure(value, next((count for count in range(3) if (value * 10**count).denominator == 1), 3))
    return retold(value) if isinstance(value, str) else str(value)
