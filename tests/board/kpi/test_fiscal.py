"""A fiscal year begins in any month."""

from datetime import date

import pytest

from board.kpi.fiscal import fiscal_year, last_day, month_before, month_number, months_of, next_month, year_name


@pytest.mark.parametrize(
    ("day", "starts", "year", "number", "name"),
    [
        (date(2026, 3, 31), 4, date(2025, 4, 1), 12, "FY2025/26"),
        (date(2026, 4, 1), 4, date(2026, 4, 1), 1, "FY2026/27"),
        (date(2026, 1, 1), 1, date(2026, 1, 1), 1, "FY2026"),
        (date(2026, 12, 31), 1, date(2026, 1, 1), 12, "FY2026"),
        (date(2099, 12, 1), 12, date(2099, 12, 1), 1, "FY2099/00"),
        (date(2100, 11, 30), 12, date(2099, 12, 1), 12, "FY2099/00"),
    ],
)
def test_a_day_lies_in_its_fiscal_year(day: date, starts: int, year: date, number: int, name: str) -> None:
    assert fiscal_year(day, starts) == year
    assert month_number(day, starts) == number
    assert year_name(year) == name


def test_a_year_has_twelve_months_one_after_another() -> None:
    months = months_of(date(2027, 10, 1))
    assert (len(months), months[0], months[-1]) == (12, date(2027, 10, 1), date(2028, 9, 1))
    assert last_day(date(2028, 2, 1)) == date(2028, 2, 29)
    assert all(month_before(next_month(month)) == month for month in months)
