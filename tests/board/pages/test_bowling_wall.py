"""What is set on the wall moves the bowling chart, where a target of a day is one of a month; what it leaves out."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from board.journal.adjusted import adjusted
from board.journal.intention import SetTarget
from board.pages.sqcdp import SqcdpPages
from board.plant.plant import Better
from board.views.mark import Judgement
from tests.board.pages.bowling_desk import APRIL, NOW, SCRAP, BowlingDesk, bowling_desk, kpi, plant_with, target

F = Fraction
OCTOBER, SET = date(2026, 10, 1), date(2026, 11, 2)
RATIO = replace(SCRAP, targets=(target(5),), month_targets=(target(4), target(3, since=OCTOBER)))
NAMED = replace(RATIO, month_targets=(target(4), target("3.5", "a", "b")))
NEAR = kpi("near", "near_miss", target("0.2"), month_targets=(target(8),), better=Better.HIGHER)


def plans(desk: BowlingDesk, name: str = "scrap", node: str = "a") -> dict[int, Fraction | None]:
    """Return the plans of a row's months from September to January."""
    cells = desk.cells(name, node)
    return {month: None if (plan := cells[month].plan) is None else plan.value for month in (9, 10, 11, 12, 1)}


def set_target(desk: BowlingDesk, value: str, name: str = "scrap", node: str = "a", since: date = SET) -> None:
    """Set a target on the wall, as a supervisor does."""
    said = SetTarget(id=f"{name} {node}", node=node, kpi=name, valid_from=since, value=F(value))
    desk.store.keep(said, NOW.replace(day=SET.day))
    desk.history = adjusted(desk.history, desk.reader.adjustments())


def test_a_target_set_on_the_wall_is_the_plan_of_months_from_its_day(tmp_path: Path) -> None:
    for place, ratio in enumerate((RATIO, NAMED)):
        with bowling_desk(tmp_path / f"{place}.db", plant_with(ratio)) as desk:
            desk.every_day("a", OCTOBER, good=97, scrap=3)
            desk.every_day("b", OCTOBER, good=97, scrap=3)
            before = plans(desk)
            assert before[11] == (3 if ratio is RATIO else F("3.5"))
            assert desk.cells()[10].mark.judgement is Judgement.GOOD
            set_target(desk, "2.5")
            assert plans(desk) == before | {11: F("2.5"), 12: F("2.5"), 1: F("2.5")}
            assert plans(desk, node="b") == before
            assert desk.cells()[10].mark.judgement is Judgement.GOOD, "a closed month stays as it was judged"


def test_a_site_may_have_a_target_of_its_own_beside_the_plans_of_its_lines(tmp_path: Path) -> None:
    with bowling_desk(tmp_path / "board.db", plant_with(RATIO)) as desk:
        set_target(desk, "1.5", node="site")
        assert plans(desk, node="site")[12] == F("1.5")
        assert plans(desk, node="a")[12] == 3


def test_where_days_add_up_a_target_of_a_day_leaves_the_plan_of_the_month(tmp_path: Path) -> None:
    with bowling_desk(tmp_path / "board.db", plant_with(NEAR)) as desk:
        before, both = plans(desk, "near"), plans(desk, "near", "hall")
        assert (before[12], both[12]) == (F(8), F(16))
        set_target(desk, "0.5", "near", since=date(2026, 11, 10))
        set_target(desk, "0.9", "near", node="hall")
        assert (plans(desk, "near"), plans(desk, "near", "hall")) == (before, both)


def test_where_days_add_up_and_months_have_no_plan_the_days_are_it(tmp_path: Path) -> None:
    """The control: without plans of months, the target of a day says what a month is to bring."""
    with bowling_desk(tmp_path / "board.db", plant_with(replace(NEAR, month_targets=()))) as desk:
        set_target(desk, "2", "near", since=date(2026, 12, 1))
        assert plans(desk, "near")[12] == 2 * 23
        assert plans(desk, "near")[9] == F("0.2") * 22


def test_a_straight_plan_leads_to_its_end_and_where_it_has_none_to_the_target_set_on_the_wall(tmp_path: Path) -> None:
    line = replace(SCRAP, linear=True, targets=(target(2, since=APRIL),), starts=())
    for place, (end, december) in enumerate(((F(1), F(1)), (None, F("0.5")))):
        with bowling_desk(tmp_path / f"{place}.db", plant_with(replace(line, year_end=end))) as desk:
            desk.every_day("a", date(2026, 3, 1), good=90, scrap=10)
            set_target(desk, "0.5")
            plan = desk.row().cells[-1].plan
            assert plan is not None
            assert plan.value == december


def test_a_kpi_that_is_left_out_still_judges_its_letter(tmp_path: Path) -> None:
    crew = kpi("crew", "good", target(9), charted=False)
    with bowling_desk(tmp_path / "board.db", plant_with(crew, SCRAP)) as desk:
        assert [row.kpi for row in desk.chart().rows] == ["scrap"]
        desk.enter("a", date(2026, 11, 19), good=10)
        (letter,) = SqcdpPages(desk.reader).board("a", desk.history, now=NOW).letters
        assert letter.kpi == "crew"
        assert letter.days[18].mark.judgement is Judgement.MISS
