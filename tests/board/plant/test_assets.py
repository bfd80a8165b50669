"""The plants that ship with the board are good plants."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.figure import kpi_complaints
from board.plant.calendar import shift_at, works_on
from board.plant.load import load_plant
from board.plant.plant import Plant

PLANTS = Path(__file__).parents[3] / "assets" / "plants"


@pytest.fixture(scope="module")
def demo() -> Plant:
    return load_plant(PLANTS / "demo")


@pytest.fixture(scope="module")
def workcell() -> Plant:
    return load_plant(PLANTS / "workcell")


def test_garment_factory_has_two_departments_of_twelve_teams_and_rests_on_fridays() -> None:
    garment = load_plant(PLANTS / "garment")
    assert [len(garment.lines_under(area.id)) for area in garment.areas] == [12, 12]
    assert not works_on(garment, "sewing-1", date(2015, 1, 2))
    assert not works_on(garment, "sewing-1", date(2015, 2, 21))
    assert works_on(garment, "sewing-1", date(2015, 2, 22))
    assert kpi_complaints(garment) == ()


def test_demo_fills_at_any_hour_of_any_day_and_packs_on_all_but_sundays(demo: Plant) -> None:
    monday = datetime(2026, 11, 16, tzinfo=UTC)
    for line in demo.lines_under("filling"):
        assert all(shift_at(demo, line.id, monday + timedelta(hours=hour)) for hour in range(7 * 24))
    for line in demo.lines_under("packing"):
        assert [works_on(demo, line.id, date(2026, 11, 16 + day)) for day in range(7)] == [True] * 6 + [False]


def test_demo_has_areas_lines_and_what_each_needs(demo: Plant) -> None:
    assert len(demo.areas) == 2
    assert len(demo.lines) == 5
    for line in demo.lines:
        assert line.best_rate is not None
        assert line.rate is not None
        assert line.best_rate > line.rate
        assert len(demo.reasons_of(line.id)) == 8
        assert 4 <= len(demo.reasons_of(line.id, "scrap")) <= 5
    assert [letter.code for letter in demo.letters] == ["S", "Q", "C", "D", "P"]


def test_line_3_is_the_one_of_the_pictures(demo: Plant) -> None:
    line = demo.line("line-3")
    assert (line.name, line.unit, line.rate, line.best_rate) == ("Line 3", "cases", Fraction(1150), Fraction(1328))
    assert [reason.icon for reason in demo.reasons_of("line-3")] == [
        *("labeller", "filler", "caps", "palletiser", "changeover", "quality", "crew", "other")
    ]
    assert "R. Patel" in {person.name for person in demo.people}


def test_every_figure_of_the_demo_has_an_owner_and_a_plan_that_rises_in_steps(demo: Plant) -> None:
    assert kpi_complaints(demo) == ()
    assert {kpi.id for letter in demo.letters for kpi in demo.kpis if kpi.id in letter.kpis} == {
        kpi.id for kpi in demo.kpis
    }
    for kpi in demo.kpis:
        assert kpi.owner in {person.id for person in demo.people}, kpi.id
        assert kpi.targets or kpi.month_targets, kpi.id
    assert [kpi.id for kpi in demo.kpis if not kpi.charted] == ["crew"]
    assert len(demo.kpis) == 13  # a chart of twelve rows fits one page
    scrap = next(kpi for kpi in demo.kpis if kpi.id == "scrap-rate")
    plan = [target.value or Fraction(0) for target in scrap.month_targets]
    assert plan == sorted(plan, reverse=True)
    assert len(plan) > 8


def test_actions_of_the_demo_are_those_of_the_pictures_and_more(demo: Plant) -> None:
    open_on_line_3 = [action for action in demo.actions if action.node == "line-3" and action.done is None]
    assert {action.letter for action in open_on_line_3} == {"S", "Q", "C", "D", "P"}
    drain = next(action for action in demo.actions if action.id == "A-219")
    assert (drain.what, drain.owner, drain.due) == ("Drain cover at filler exit loose", "r-patel", date(2026, 11, 19))
    assert any(action.verified for action in demo.actions)
    assert {action.node for action in demo.actions} > {"filling", "northgate", "multipack"}


def test_demo_rests_at_christmas(demo: Plant) -> None:
    assert not works_on(demo, "line-3", date(2026, 12, 25))
    assert works_on(demo, "line-3", date(2026, 12, 27))


def test_work_cell_plans_one_order_and_names_every_error(workcell: Plant) -> None:
    (order,) = workcell.runs
    assert (order.node, order.product, order.quantity) == ("cell", "111111111", 2000)
    assert order.start == datetime(2025, 9, 5, 13, tzinfo=UTC)
    assert [reason.code for reason in workcell.reasons] == [f"E{number:03}" for number in range(1, 11)]
    assert [rate.stations for rate in workcell.rates] == [6, 4, 3]
