"""The run of a letter's headline day by day, with targets, natural limits and signals."""

from datetime import date, timedelta
from fractions import Fraction

from board.kpi.natural import FEWEST, Limits, limits
from board.pages.letter_book import Asked, LetterBook
from board.pages.letter_day import Judged
from board.pages.letter_month import days_of_month, headline, value_of
from board.pages.rule import rules_of
from board.plant.plant import Kpi, Letter
from board.views.letter import Natural, RunChart, RunPoint
from board.views.mark import Phase

_DAY = timedelta(days=1)
_NO_POINT = (Phase.OFF, Phase.FUTURE)
_SUBTRACTED = ("-", "−")


def run_begins(month: date) -> date:
    """Return the first day that is charted: the month before the one that is shown is seen beside it."""
    return (month.replace(day=1) - _DAY).replace(day=1)


def run_chart(book: LetterBook, letter: Letter, month: date, asked: Asked) -> RunChart:
    """Return the headline KPI of each worked day of a month and of the one before it.

    Natural limits come from the closed days before the month, so that no day widens the limits that it is held against
    and the band does not move while days are added; where these are too few, from all closed days that are charted.
    Source: domain rules, section 9.
    """
    kpi = headline(letter, asked)
    judged = _worked(book, letter.code, month, asked) if kpi is not None else {}
    found = None if kpi is None else _natural(judged, month, kpi, asked)
    points = () if kpi is None else tuple(_point(day, one, kpi, found) for day, one in judged.items())
    return RunChart(
        name=letter.name if kpi is None else kpi.name,
        unit="" if kpi is None else kpi.unit,
        decimals=0 if kpi is None else kpi.decimals,
        points=points,
        natural=None if found is None else _shown(found),
    )


def _worked(book: LetterBook, code: str, month: date, asked: Asked) -> dict[date, Judged]:
    first = run_begins(month)
    last = min(days_of_month(month)[-1], asked.today)
    book.see(asked, first, last)
    days = [first + _DAY * step for step in range((last - first).days + 1)]
    judged = {day: book.day(code, day, asked) for day in days}
    return {day: one for day, one in judged.items() if one.mark.phase not in _NO_POINT}


def _natural(judged: dict[date, Judged], month: date, kpi: Kpi, asked: Asked) -> Limits | None:
    closed = {
        day: value
        for day, one in judged.items()
        if one.phase is Phase.CLOSED and (value := value_of(one, kpi)) is not None
    }
    before = [value for day, value in closed.items() if day < month]
    floor = Fraction(0) if _never_negative(kpi, asked) else None
    return limits(before if len(before) >= FEWEST else list(closed.values()), floor=floor)


def _never_negative(kpi: Kpi, asked: Asked) -> bool:
    """Tell whether a KPI cannot fall below zero: measures are counts, times and amounts, and nothing is subtracted."""
    text = rules_of(asked.plant).figures[kpi.id].formula.text
    return not any(sign in text for sign in _SUBTRACTED)


def _point(day: date, judged: Judged, kpi: Kpi, found: Limits | None) -> RunPoint:
    value = value_of(judged, kpi)
    target = judged.kpis[kpi.id].target if kpi.id in judged.kpis else None
    closed = judged.phase is Phase.CLOSED
    return RunPoint(
        day=day,
        value=value,
        mark=judged.mark,
        aim=None if target is None else target.value,
        low=None if target is None else target.low,
        high=None if target is None else target.high,
        signal=closed and found is not None and value is not None and found.signal(value),
    )


def _shown(found: Limits) -> Natural:
    return Natural(mean=found.mean, low=found.low, high=found.high, points=found.points)
