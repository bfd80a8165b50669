"""The words and figures of the wall: thin spaces, true minus signs, clocks and ages; every word can be translated."""

from datetime import date, datetime
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from board.views.sicb import FORMER

THIN_SPACE: Final = "\u2009"
MINUS: Final = "\u2212"
EN_DASH: Final = "\u2013"

translate = QCoreApplication.translate
"""`translate("board", "…")`: every visible word goes through it, in this one context."""


def number(count: int) -> str:
    """Return a whole number with thin spaces between thousands: 1 240."""
    return f"{count:,}".replace(",", THIN_SPACE).replace("-", MINUS)


def signed(count: int) -> str:
    """Return a difference with its sign: +42, −268, 0."""
    return f"{count:+,}".replace(",", THIN_SPACE).replace("-", MINUS) if count else "0"


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


def clock(moment: datetime, *, seconds: bool = False) -> str:
    """Return the time of day as the moment's own zone has it: 11:42 or 11:42:36."""
    return f"{moment:%H:%M:%S}" if seconds else f"{moment:%H:%M}"


def span_label(starts: datetime, ends: datetime) -> str:
    """Return an interval by its hours, or with minutes where it does not begin and end on the hour: 06–08."""
    if starts.minute or ends.minute:
        return f"{clock(starts)}{EN_DASH}{clock(ends)}"
    return f"{starts:%H}{EN_DASH}{ends:%H}"


def age_text(seconds: int) -> str:
    """Return an age in its largest fitting unit: 4 s, 23 min, 3 h, 2 days."""
    if seconds < 60:
        return translate("board", "{n} s").format(n=seconds)
    if seconds < 3600:
        return translate("board", "{n} min").format(n=seconds // 60)
    if seconds < 48 * 3600:
        return translate("board", "{n} h").format(n=seconds // 3600)
    return translate("board", "{n} days").format(n=seconds // 86400)


def minutes_text(minutes: int) -> str:
    """Return a stretch of time: 8 min, 1 h 08."""
    if minutes < 60:
        return translate("board", "{n} min").format(n=minutes)
    return translate("board", "{h} h {m}").format(h=minutes // 60, m=f"{minutes % 60:02d}")


def day_text(day: date) -> str:
    """Return a day with its weekday in the language of the site: Fri 20 Nov 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")


def short_day_text(day: date) -> str:
    """Return a day near today in the language of the site: Fri 20 Nov."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")


def figure(value: Fraction, decimals: int = 0) -> str:
    """Return a value rounded to so many decimals, halves away from zero: 1 240, −0.5; the mark is the language's."""
    scaled = whole(abs(value) * 10**decimals)
    before, after = divmod(scaled, 10**decimals)
    said = number(before) + (f"{QLocale().decimalPoint()}{after:0{decimals}d}" if decimals else "")
    return f"{MINUS}{said}" if value < 0 and scaled else said


def within_sentence(name: str) -> str:
    """Return a name as it stands within a sentence: "Intervals" as "intervals", but not in German."""
    german = QLocale().language() == QLocale.Language.German
    return name if german or name[1:2].isupper() else name[:1].lower() + name[1:]


def person(by: str | None) -> str:
    """Return who it was: the name, "former colleague" where the plant no longer knows it, or nothing."""
    return translate("board", "former colleague") if by == FORMER else by or ""
