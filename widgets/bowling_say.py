"""The bowling chart in words: its title, its months, and each cell as its accessible name."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Final

from board.plant.plant import Better
from board.views.bowling import Bowling, BowlingRow, Countermeasure, MonthCell, YearKind
from board.views.mark import Phase
from board.views.sqcdp import Aim
from widgets import words
from widgets.sqcdp_face import mark_words
from widgets.words import plural, translate

FIGURES_KEPT: Final = 4096


def title(view: Bowling) -> str:
    """Return what the page is: KPIs, fiscal year 26/27, or KPIs, year 2026 where the year begins in January."""
    said = translate("board", "KPIs, year {year}")
    if not _is_calendar(view.year):
        said = translate("board", "KPIs, fiscal year {year}")
    return said.format(year=year_text(view.year))


def year_text(first: date) -> str:
    """Return a year that begins on that day: 26/27, or 2026 where it begins in January."""
    if _is_calendar(first):
        return f"{first:%Y}"
    return f"{first.year % 100:02d}/{(first.year + 1) % 100:02d}"


def year_words(first: date) -> str:
    """Return a year as the name of the way to it: Fiscal year 25/26."""
    said = translate("board", "Year {year}") if _is_calendar(first) else translate("board", "Fiscal year {year}")
    return said.format(year=year_text(first))


def month_text(month: date) -> str:
    """Return the short name of a month in the language of the site: Nov."""
    return words.month_text(month, short=True)


def long_month_text(month: date) -> str:
    """Return a month with its year in the language of the site: November 2026."""
    return words.month_year_text(month)


def figure(value: Fraction, decimals: int, power: int = 0) -> str:
    """Return a value rounded to so many decimals, in tens to that power; the same one is worked out only once."""
    return _figure(value, decimals, power, words.spoken())


def run_text(misses: int) -> str:
    """Return a run of misses: 3 in a row."""
    return translate("board", "{n} in a row").format(n=misses)


def where_text(first: int, last: int, count: int) -> str:
    """Return which KPIs of how many are on the page: KPIs 12–22 of 30."""
    span = f"{first}{words.EN_DASH}{last}" if last > first else f"{first}"
    return translate("board", "KPIs {span} of {n}").format(span=span, n=count)


def countermeasure_words(sign: Countermeasure) -> str:
    """Return how a miss is answered."""
    said = {
        Countermeasure.NONE: translate("board", "no countermeasure"),
        Countermeasure.OPEN: translate("board", "countermeasure"),
        Countermeasure.OVERDUE: translate("board", "overdue"),
        Countermeasure.VERIFIED: translate("board", "verified"),
    }
    return said[sign]


def partial_words() -> str:
    """Return what the sign of a month says that was not entered on all its days."""
    return translate("board", "partial month")


def plan_words(aim: Aim | None, decimals: int) -> str:
    """Return a plan in words: plan ≤ 2.6, plan 4–6, no plan."""
    if aim is None:
        return translate("board", "no plan")
    said = translate("board", "plan {value}")
    if aim.better is Better.RANGE:
        ends = [figure(end, decimals) for end in (aim.low, aim.high) if end is not None]
        return said.format(value=words.EN_DASH.join(dict.fromkeys(ends)))
    if aim.value is None:
        return translate("board", "no plan")
    sign = "≥" if aim.better is Better.HIGHER else "≤"
    return said.format(value=f"{sign} {figure(aim.value, decimals)}")


def cell_words(row: BowlingRow, cell: MonthCell) -> str:
    """Return a month of a KPI in words."""
    said = [long_month_text(cell.month), mark_words(cell.mark), _value(row, cell.actual)]
    if cell.mark.phase is not Phase.OFF:
        said.append(plan_words(cell.plan, row.decimals))
    if cell.partial:
        said.append(partial_words())
    if cell.countermeasure is not None:
        said.append(_answer(cell.countermeasure))
    if cell.run > 1:
        said.append(_misses(cell.run))
    return f"{row.name}: {_joined(said)}"


def row_words(row: BowlingRow) -> str:
    """Return a KPI in words: its year to date, whose it is, how many misses it has in a row."""
    year = row.year
    said = [
        translate("board", "year to date {kind}").format(kind=_kind(row.kind)),
        mark_words(year.mark),
        _value(row, year.actual),
        plan_words(year.plan, row.decimals),
        plural("{n} month reported", "{n} months reported", year.months).format(n=year.months),
    ]
    if row.owner:
        said.append(translate("board", "owner {name}").format(name=words.person(row.owner)))
    if row.start is not None:
        said.append(translate("board", "start {value}").format(value=_value(row, row.start)))
    if row.misses > 1:
        said.append(_misses(row.misses))
    if row.longest > max(1, row.misses):
        said.append(translate("board", "longest run of misses {n}").format(n=row.longest))
    if row.alarm:
        said.append(translate("board", "more than a countermeasure is needed"))
    return f"{row.name}: {_joined(said)}"


@lru_cache(maxsize=FIGURES_KEPT)
def _figure(value: Fraction, decimals: int, power: int, _language: str) -> str:
    return words.figure(value / 10**power if power else value, decimals)


def _answer(sign: Countermeasure) -> str:
    said = {
        Countermeasure.OPEN: translate("board", "countermeasure open"),
        Countermeasure.OVERDUE: translate("board", "countermeasure overdue"),
        Countermeasure.VERIFIED: translate("board", "countermeasure verified"),
    }
    return said.get(sign, countermeasure_words(sign))


def _kind(kind: YearKind) -> str:
    said = {
        YearKind.SUM: translate("board", "as a sum"),
        YearKind.RATIO: translate("board", "as a ratio of sums"),
        YearKind.LAST: translate("board", "as the last value"),
        YearKind.WORST: translate("board", "as the worst value"),
    }
    return said[kind]


def _misses(count: int) -> str:
    return plural("{n} miss in a row", "{n} misses in a row", count).format(n=count)


def _value(row: BowlingRow, value: Fraction | None) -> str:
    return "" if value is None else f"{figure(value, row.decimals)} {row.unit}".strip()


def _joined(said: Iterable[str]) -> str:
    return ", ".join(part for part in said if part)


def _is_calendar(first: date) -> bool:
    return first.month == 1
