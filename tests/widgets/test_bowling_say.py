"""The bowling chart in words."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from board.views.bowling import Countermeasure
from tests.helpers.tongue import numbers_of
from widgets.bowling_say import (
    cell_words,
    long_month_text,
    month_text,
    row_words,
    title,
    where_text,
    year_text,
    year_words,
)
from widgets.scene_bowling import bowling, bowling_states

VIEW, STATES = bowling(), bowling_states()
SCRAP = STATES.rows[0]


def test_a_year_is_named_by_its_two_halves_or_by_its_number() -> None:
    assert title(VIEW) == "KPIs, fiscal year 26/27"
    assert title(replace(VIEW, year=date(2026, 1, 1))) == "KPIs, year 2026"
    assert year_text(date(2099, 4, 1)) == "99/00"
    assert year_words(date(2025, 4, 1)) == "Fiscal year 25/26"
    assert year_words(date(2025, 1, 1)) == "Year 2025"


def test_months_are_named_in_the_language_of_the_site() -> None:
    assert month_text(date(2026, 11, 1)) == "Nov"
    with numbers_of("de"):
        assert long_month_text(date(2026, 12, 1)) == "Dezember 2026"


@pytest.mark.parametrize(("number", "words"), [
    (0, "Scrap: April 2026, met, 2.7 %, plan ≤ 2.8, partial month"),
    (2, "Scrap: June 2026, missed, 2.8 %, plan ≤ 2.6, countermeasure verified"),
    (4, "Scrap: August 2026, missed, 2.5 %, plan ≤ 2.4, countermeasure overdue, 3 misses in a row"),
    (6, "Scrap: October 2026, missed, 2.4 %, plan ≤ 2.1, no countermeasure, 5 misses in a row"),
    (7, "Scrap: November 2026, missed so far, 2.2 %, plan ≤ 2.0"),
    (11, "Scrap: March 2027, to come, plan ≤ 1.8"),
])  # fmt: skip
def test_a_month_in_words_names_the_state_and_not_the_hue(number: int, words: str) -> None:
    assert cell_words(SCRAP, SCRAP.cells[number]) == words


def test_months_without_a_value_say_so() -> None:
    fill, attainment = STATES.rows[1], STATES.rows[4]
    assert cell_words(fill, fill.cells[2]).endswith("missed, 7 mm, plan 4–6, countermeasure open")
    assert cell_words(attainment, attainment.cells[2]).endswith("June 2026, not recorded, plan ≥ 96.6")
    assert cell_words(attainment, attainment.cells[4]).endswith("August 2026, not worked")
    water = STATES.rows[3]
    assert cell_words(water, water.cells[0]).endswith("no target, 1.51 l, no plan")


def test_a_kpi_in_words_tells_its_year_and_its_run_of_misses() -> None:
    said = row_words(SCRAP)
    assert said.startswith("Scrap: year to date as a ratio of sums, missed, 2.6 %, plan ≤ 2.4, 7 months reported")
    assert "owner J. Lindqvist, start 2.9 %, 5 misses in a row" in said
    assert said.endswith("more than a countermeasure is needed")
    scrap = VIEW.rows[2]
    assert row_words(scrap).endswith("longest run of misses 2")
    lone = replace(scrap, start=None, owner=None, longest=1)
    assert row_words(lone).endswith("7 months reported")


def test_where_one_is_in_the_pages() -> None:
    assert where_text(12, 22, 30) == "KPIs 12–22 of 30"
    assert where_text(30, 30, 30) == "KPIs 30 of 30"


def test_the_same_value_is_written_as_the_language_wants_after_it_changed() -> None:
    cell = replace(SCRAP.cells[2], actual=Fraction(28, 10), countermeasure=Countermeasure.OPEN)
    assert "2.8 %" in cell_words(SCRAP, cell)
    with numbers_of("de"):
        assert "2,8 %" in cell_words(SCRAP, cell)
