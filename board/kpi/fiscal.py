"""The fiscal year: which one a day lies in, its twelve months, and what it is called."""

from datetime import date, timedelta

MONTHS = 12
_DAY = timedelta(days=1)


def fiscal_year(day: date, starts: int) -> date:
    """Return the first day of the fiscal year that a day lies in; `starts` is its first month, 1 to 12."""
    return date(day.year if day.month >= starts else day.year - 1, starts, 1)


def next_month(month: date) -> date:
    """Return the first day of the month after the one that begins on `month`."""
    return date(month.year + month.month // MONTHS, month.month % MONTHS + 1, 1)


def month_before(month: date) -> date:
    """Return the first day of the month before the one that begins on `month`."""
    return (month - _DAY).replace(day=1)


def last_day(month: date) -> date:
    """Return the last day of the month that begins on `month`."""
    return next_month(month) - _DAY


def months_of(year: date) -> tuple[date, ...]:
    """Return the first days of the twelve months of the fiscal year that begins on `year`."""
    months = [year]
    while len(months) < MONTHS:
        months.append(next_month(months[-1]))
    return tuple(months)


def month_number(day: date, starts: int) -> int:
    """Return which month of its fiscal year a day lies in, 1 to 12."""
    return (day.month - starts) % MONTHS + 1


def year_name(year: date) -> str:
    """Return what people call the fiscal year that begins on `year`: FY2026/27, or FY2026 for a calendar year."""
    if year.month == 1:
        return f"FY{year.year}"
    return f"FY{year.year}/{(year.year + 1) % 100:02d}"
