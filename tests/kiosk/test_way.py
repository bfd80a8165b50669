"""The way over the wall: what a touch leads to, how one comes back, and what turns by itself."""

from datetime import date

import pytest

from board.plant.plant import Better, Kpi, Letter, Line, Plant
from kiosk.pages import home_of, tab_of, tabs_of
from kiosk.rotation import parse_stops
from kiosk.way import Way
from kiosk.wish import BOWLING, CHANGES, LETTER, LINES, SICB, SOURCES, SQCDP, Wish
from tests.board.pages.desk import one_line
from widgets import scene_letter


def _plant(*lines: str) -> Plant:
    scrap = Kpi(id="scrap-rate", name="Scrap", unit="%", better=Better.LOWER, formula="scrap")
    return one_line(
        lines=tuple(Line(id=line, name=line.title(), area="hall") for line in lines),
        letters=(Letter(code="Q", name="Quality", kpis=("scrap-rate",)),),
        kpis=(scrap,),
    )


PLANT = _plant("line-3", "line-4")
HOME = Wish(page=SQCDP, node="line-3")


def test_a_plant_has_the_pages_it_defines_something_for() -> None:
    assert [tab.key for tab in tabs_of(PLANT)] == [SQCDP, SICB, LINES, BOWLING, CHANGES, SOURCES]
    assert [tab.key for tab in tabs_of(one_line())] == [SICB, CHANGES, SOURCES]
    assert [tab.key for tab in tabs_of(one_line(sources=()))] == [SICB, CHANGES]
    assert tab_of(Wish(page=LETTER, node="line-3", letter="Q")) == SQCDP


def test_a_board_opens_on_the_page_that_was_set_and_says_which_there_are() -> None:
    assert home_of(PLANT, "line-3", SQCDP) == HOME
    assert home_of(PLANT, None) == Wish(page=LINES, node="site")
    with pytest.raises(KeyError, match=r"hall has no page 'sicb'; it has sqcdp, lines, bowling, changes, sources"):
        home_of(PLANT, "hall", SICB)


def test_the_footer_turns_to_another_page_of_the_same_node() -> None:
    way = Way(PLANT, HOME)
    way.node("line-4")
    way.page(BOWLING)
    assert way.wish == Wish(page=BOWLING, node="line-4")
    assert not way.is_deep
    way.page(LINES)
    assert way.wish == Wish(page=LINES, node="site")
    way.page(SICB)
    assert way.wish == Wish(page=SICB, node="line-3")  # a line is needed: that of the home page


def test_a_letter_and_its_days_lead_back_to_where_they_were_touched() -> None:
    way = Way(PLANT, HOME)
    way.letter("line-3", "Q", date(2026, 11, 18))
    assert way.wish == Wish(page=LETTER, node="line-3", letter="Q", day=date(2026, 11, 18), month=date(2026, 11, 1))
    way.look(day=date(2026, 10, 30))
    assert way.wish.month == date(2026, 10, 1)
    way.node("line-4")
    assert (way.wish.node, way.wish.letter, way.wish.day) == ("line-4", "Q", date(2026, 10, 30))
    way.back()
    assert way.wish.node == "line-3"
    way.back()
    assert (way.wish, way.is_deep) == (HOME, False)
    way.back()
    assert way.wish == HOME


def test_a_cell_of_the_year_leads_to_its_month() -> None:
    way = Way(PLANT, Wish(page=BOWLING, node="line-3"))
    way.look(year=date(2025, 4, 1))
    way.month("line-3", "Q", "scrap-rate", date(2025, 6, 1))
    assert way.wish == Wish(page=LETTER, node="line-3", letter="Q", kpi="scrap-rate", month=date(2025, 6, 1))
    way.look(month=date(2025, 5, 1))
    way.node("line-4")
    assert way.wish == Wish(page=LETTER, node="line-4", letter="Q", kpi="scrap-rate", month=date(2025, 5, 1))
    way.back()
    way.back()
    assert way.wish == Wish(page=BOWLING, node="line-3", year=date(2025, 4, 1))


def test_pages_turn_until_somebody_touches_and_again_from_home() -> None:
    way = Way(PLANT, HOME, parse_stops("sqcdp 60, sicb@line-4 60"))
    way.begin(0.0)
    assert (way.turned(59.0), way.turned(60.0)) == (False, True)
    assert way.wish == Wish(page=SICB, node="line-4")
    way.hold()
    assert not way.turned(500.0)
    way.begin(500.0)
    assert way.wish == HOME


def test_a_stop_that_the_plant_has_no_page_for_leads_home() -> None:
    stops = parse_stops("bowling 60, sqcdp 60, bowling@hall 60, lines@line-4 60")
    way = Way(one_line(), Wish(page=SICB, node="line"), stops)
    way.begin(0.0)
    assert way.wish == Wish(page=SICB, node="line")
    for turn in range(1, 4):
        assert way.turned(60.0 * turn)
        assert way.wish == Wish(page=SICB, node="line")
    full = Way(PLANT, HOME, stops)
    assert full.wish == Wish(page=BOWLING, node="line-3")
    assert full.take(one_line()), "the plant has no KPIs any more"
    assert full.wish == Wish(page=SICB, node="line")


def test_a_changed_plant_takes_the_page_along_or_leads_home() -> None:
    way = Way(PLANT, HOME)
    way.letter("line-4", "Q")
    assert not way.take(_plant("line-3", "line-4", "line-5"))
    assert way.take(_plant("line-9"))
    assert way.wish == Wish(page=SICB, node="line-9")
    assert not way.is_deep


def test_the_way_back_is_not_endless() -> None:
    way = Way(PLANT, HOME)
    for number in range(100):
        way.node("line-4" if number % 2 == 0 else "line-3")
    for _ in range(16):
        assert way.is_deep
        way.back()
    assert not way.is_deep


def test_a_letter_stays_on_the_day_it_chose_though_that_day_is_put_right() -> None:
    way = Way(PLANT, HOME)
    way.letter("line-3", "Q")
    view = scene_letter.letter()
    assert way.settle(view)
    assert (way.wish.day, way.wish.month) == (view.day, view.day.replace(day=1))
    assert not way.settle(view)
    way.back()
    assert not way.settle(view)
