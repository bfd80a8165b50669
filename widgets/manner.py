"""How a language writes numbers and dates: separators, the order of day and month, short names; learnt from Qt."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from PySide6.QtCore import QLocale

THIN_SPACE: Final = "\u2009"
MINUS: Final = "\u2212"
INTERNATIONAL: Final = "en"
"""English of no country: thin spaces between thousands, the day before the month."""

_SPACES: Final = {"\u00a0", "\u202f", " "}
_PARTS: Final = re.compile(r"'[^']*'|d+|M+|y+|[^'dMy]+")
_FIELDS: Final = {"dddd": "w", "d": "d", "dd": "d", "M": "n", "MM": "n"}
_FIRST_OF_CJK: Final = "\u2e80"
_SHORT: Final = QLocale.FormatType.ShortFormat
_LONG: Final = QLocale.FormatType.LongFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """One language's way with numbers and dates.

    `sizes`: digits of the last group and of those before it. `fields` of a date, each with what follows it: w (the
    weekday), d, M, n (the month as a number) or y.
    """

    language: str
    locale: QLocale
    group: str
    point: str
    least: int  # so many digits before any are grouped
    sizes: tuple[int, int]
    fields: tuple[
        tuple[str, str], ...
    ]  # of a date: d, M, n (the month as a number), y or w (weekday), each with what follows it

    def whole(self, count: int) -> str:
        """Return a number that is not negative with its thousands apart: 1 240, 1.240, 1,23,456."""
        digits = str(count)
        if len(digits) < self.least:
            return digits
        last, before = self.sizes
        groups = [digits[-last:]]
        rest = digits[:-last]
        while rest:
            groups.insert(0, rest[-before:])
            rest = rest[:-before]
        return self.group.join(groups)

    def day(self, day: date, shown: str) -> str:
        """Return a day by the fields shown, such as "wdmy"; m is the short name of the month, M the long one."""
        month = "M" in shown
        kinds = shown.replace("m", "Mn").replace("M", "Mn")
        kept = [(field, after) for field, after in self.fields if field in kinds]
        said = []
        for number, (field, after) in enumerate(kept):
            is_last = number == len(kept) - 1
            said.append(self._field(day, field, long=month))
            said.append(_ending(field, after) if is_last else _between(field, after, plain=not month))
        return "".join(said)

    def month(self, day: date, *, short: bool = False) -> str:
        """Return the name of a month as it stands alone: November, Nov."""
        return self.locale.standaloneMonthName(day.month, _SHORT if short else _LONG).removesuffix(".")

    def _field(self, day: date, field: str, *, long: bool) -> str:
        match field:
            case "w":
                return self.locale.standaloneDayName(day.isoweekday(), _SHORT).removesuffix(".")
            case "M" if long:
                return self.locale.monthName(day.month, _LONG)
            case "M":
                return self.locale.monthName(day.month, _SHORT).removesuffix(".")
            case "y":
                return str(day.year)
            case "n":
                return str(day.month)
            case _:
                return str(day.day)


def is_known(language: str) -> bool:
    """Tell whether anybody speaks a language of that tag."""
    return QLocale(language).language() not in {QLocale.Language.C, QLocale.Language.AnyLanguage}


@cache
def manner_of(language: str) -> Manner:
    """Return how a language writes; a tag that Qt does not know writes as English does. Figures are always 0 to 9."""
    locale = QLocale("en-US" if language == INTERNATIONAL else language)
    if locale.language() == QLocale.Language.C:
        return manner_of(INTERNATIONAL)
    group, point = locale.groupSeparator(), locale.decimalPoint()
    if language == INTERNATIONAL or group in _SPACES or locale.zeroDigit() != "0":
        group = THIN_SPACE
    return Manner(
        language=language,
        locale=locale,
        group=group.replace("'", "’"),
        point=point if locale.zeroDigit() == "0" else ".",
        least=4 if locale.groupSeparator() in locale.toString(1000) else 5,
        sizes=(3, 2 if locale.toString(12345678).count(locale.groupSeparator()) == 3 else 3),
        fields=_fields(QLocale("en-GB").dateFormat(_LONG) if language == INTERNATIONAL else locale.dateFormat(_LONG)),
    )


def _fields(pattern: str) -> tuple[tuple[str, str], ...]:
    """Return the fields of a pattern of a date with what follows each."""
    found: list[tuple[str, str]] = []
    for part in _PARTS.findall(pattern):
        field = _FIELDS.get(part, part[0] if part[0] in "My" else "")
        if field:
            found.append((field, ""))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + part.strip("'"))
    return tuple(found)


def _between(field: str, after: str, *, plain: bool) -> str:
    """Return what parts a field from the next; `plain`: without the small words between day, month and year."""
    if field == "w":
        return " "
    return re.sub(r" \w+ ", " ", after) if plain else after


def _ending(field: str, after: str) -> str:
    """Return what closes the last field: the dot of a day that is counted, a sign that belongs to it, or nothing."""
    kept = after.strip(" ,،")[:1]
    return kept if (field == "d" and kept == ".") or kept >= _FIRST_OF_CJK else ""
