"""The bowling chart as a review reads it: 20 November 2026, in a fiscal year that began in April."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from board.plant.plant import Action, Better, Letter, Person, Plant, Start, YearKind
from board.views.bowling import Countermeasure, MonthCell
from board.views.mark import Judgement, Mark, Phase
from tests.board.pages.bowling_desk import (
    APRIL,
    DAY,
    NOW,
    PLANT,
    SCRAP,
    BowlingDesk,
    bowling_desk,
    kpi,
    plant_with,
    target,
    weekdays,
)

GOOD, WATCH, MISS = (Mark(Phase.CLOSED, judgement) for judgement in Judgement)
F = Fraction
Open = Callable[[Plant], BowlingDesk]


@pytest.fixture
def desk_of(tmp_path: Path) -> Iterator[Open]:
    with ExitStack() as stack:
        yield lambda plant: stack.enter_context(bowling_desk(tmp_path / "board.db", plant))


@pytest.fixture
def desk(desk_of: Open) -> BowlingDesk:
    return desk_of(PLANT)


def planned(cell: MonthCell) -> Fraction | None:
    return None if cell.plan is None else cell.plan.value


def month(number: int, year: int = 2026) -> date:
    return date(year, number, 1)


def test_a_month_is_a_ratio_of_sums_and_no_mean_of_days(desk: BowlingDesk) -> None:
    desk.enter("a", date(2026, 4, 1), good=90, scrap=10)
    desk.enter("a", date(2026, 4, 2), good=9900, scrap=0)
    cell = desk.cells()[4]
    assert cell.actual == F(100 * 10, 10000)
    assert cell.plan is not None
    assert (cell.mark, cell.plan.value, cell.partial) == (GOOD, F(2), True)


def test_every_month_stands_where_it_is_in_time_and_on_record(desk: BowlingDesk) -> None:
    desk.every_day("a", month(4), good=98, scrap=2)
    desk.every_day("a", month(5), good=97, scrap=3)
    desk.enter("a", date(2026, 11, 19), good=99, scrap=1)
    cells = desk.cells()
    assert cells[4].mark == GOOD  # just met
    assert cells[5].mark == MISS
    assert cells[6].mark == cells[7].mark == Mark(Phase.UNRECORDED)
    assert cells[8].mark == Mark(Phase.OFF)
    assert cells[11].mark == Mark(Phase.OPEN, Judgement.GOOD)
    assert cells[12].mark == cells[3].mark == Mark(Phase.FUTURE)
    assert (cells[6].actual, cells[12].actual) == (None, None)
    assert [planned(cell) for cell in cells.values()] == [2] * 12
    assert (cells[4].partial, cells[11].partial) == (False, True)


def test_plans_are_steps_and_a_month_is_judged_by_its_last_day(desk_of: Open) -> None:
    steps = (target(3), target(2, since=date(2026, 5, 15)), target(1, since=date(2026, 12, 1)))
    desk = desk_of(plant_with(kpi("scrap", "100 * scrap / (good + scrap)", *steps)))
    for number in (4, 5):
        desk.every_day("a", month(number), good=975, scrap=25)
    cells = desk.cells()
    assert [planned(cells[number]) for number in (4, 5, 6, 11, 12, 3)] == [3, 2, 2, 2, 1, 1]
    assert (cells[4].mark, cells[5].mark) == (GOOD, MISS)


def test_a_watch_band_is_a_second_target(desk_of: Open) -> None:
    desk = desk_of(plant_with(kpi("scrap", "100 * scrap / (good + scrap)", target(2, watch="1"))))
    desk.every_day("a", month(4), good=97, scrap=3)
    desk.every_day("a", month(5), good=969, scrap=31)
    assert [desk.cells()[number].mark for number in (4, 5)] == [WATCH, MISS]


def test_without_a_target_a_month_shows_its_value_and_no_colour(desk_of: Open) -> None:
    desk = desk_of(plant_with(kpi("scrap", "100 * scrap / (good + scrap)", target(2, since=month(5)))))
    for number in (4, 5):
        desk.every_day("a", month(number), good=99, scrap=1)
    cells = desk.cells()
    assert (cells[4].mark, cells[4].actual, cells[4].plan) == (Mark(Phase.NO_TARGET), F(1), None)
    assert cells[5].mark == GOOD
    year = desk.row().year
    assert (year.actual, year.plan, year.mark) == (F(1), None, Mark(Phase.NO_TARGET))


def test_no_numerator_counts_without_its_denominator(desk_of: Open) -> None:
    desk = desk_of(plant_with(kpi("rate", "100 * complaints / trained", target(2))))
    desk.enter("a", date(2026, 4, 1), complaints=50)
    desk.enter("a", date(2026, 4, 2), complaints=1, trained=100)
    cell = desk.cells("rate")[4]
    assert cell.actual == 1
    assert cell.partial is True
    desk.enter("a", date(2026, 5, 4), complaints=0)
    assert desk.cells("rate")[5].mark == Mark(Phase.UNRECORDED)  # a numerator alone is no rate, and no green


def test_nothing_made_has_no_value_and_is_not_unrecorded(desk: BowlingDesk) -> None:
    desk.every_day("a", month(4), good=0, scrap=0)
    cell = desk.cells()[4]
    assert (cell.actual, cell.mark, cell.partial) == (None, Mark(Phase.CLOSED), False)
    assert desk.row().year.months == 0


def test_a_measure_that_is_not_entered_every_day_counts_with_all_days_of_its_month(desk_of: Open) -> None:
    rate = kpi("ltifr", "1000000 * lost_time / hours", target(5))
    desk = desk_of(plant_with(rate))
    desk.every_day("a", month(4), lost_time=0)
    desk.enter("a", date(2026, 4, 10), lost_time=1)
    assert desk.cells("ltifr")[4].mark == Mark(Phase.UNRECORDED)  # without hours there is no rate
    desk.enter("a", date(2026, 4, 30), hours=10000)
    cell = desk.cells("ltifr")[4]
    assert (cell.actual, cell.mark, cell.partial) == (F(100), MISS, False)


def test_levels_are_the_last_and_means_are_weighted(desk_of: Open) -> None:
    desk = desk_of(plant_with(kpi("wip", "wip", target(50)), kpi("heat", "heat", target(21))))
    for day, wip in ((1, 80), (29, 40), (13, 90)):
        desk.enter("a", date(2026, 4, day), wip=wip, heat=20)
        desk.enter("b", date(2026, 4, min(day, 28)), wip=5, heat=23)
    assert (desk.row("wip").kind, desk.row("heat").kind) == (YearKind.LAST, YearKind.RATIO)
    assert desk.cells("wip")[4].actual == 40
    assert desk.cells("wip", "hall")[4].actual == 45
    assert desk.cells("heat", "hall")[4].actual == F(43, 2)


def test_the_year_to_date_is_against_the_plan_of_the_reported_months(desk_of: Open) -> None:
    desk = desk_of(
        plant_with(kpi("near", "near_miss", month_targets=(target(6), target(8, since=month(6))), better=Better.HIGHER))
    )
    for number, made in ((4, 7), (5, 6), (7, 9), (11, 2)):
        desk.every_day("a", month(number), near_miss=0)
        desk.enter("a", weekdays(month(number))[0], near_miss=made)
    row = desk.row("near")
    assert row.kind is YearKind.SUM
    assert row.year.plan is not None
    assert (row.year.actual, row.year.plan.value, row.year.months, row.year.mark) == (F(22), F(20), 3, GOOD)


def test_a_ratio_to_date_is_one_of_sums_and_its_plan_is_weighted(desk_of: Open) -> None:
    desk = desk_of(plant_with(kpi("scrap", "100 * scrap / (good + scrap)", target(3), target(1, since=month(5)))))
    desk.every_day("a", month(4), good=98, scrap=2)
    desk.enter("a", date(2026, 5, 4), good=9800, scrap=200)
    year = desk.row().year
    made = {4: 22 * 100, 5: 10000}
    assert year.actual == 2
    assert year.plan is not None
    assert year.plan.value == F(3 * made[4] + 1 * made[5], made[4] + made[5])
    assert year.mark == MISS


@pytest.mark.parametrize(
    ("kind", "actual", "mark"), [(YearKind.LAST, 3, MISS), (YearKind.WORST, 5, MISS), (YearKind.RATIO, 3, MISS)]
)
def test_the_plant_says_which_year_a_kpi_has(desk_of: Open, kind: YearKind, actual: int, mark: Mark) -> None:
    desk = desk_of(plant_with(replace(SCRAP, year=kind)))
    for number, scrap in ((4, 1), (5, 5), (6, 3)):
        for day in weekdays(month(number))[:20]:
            desk.note("a", day, good=100 - scrap, scrap=scrap)
    desk.hand_in()
    year = desk.row().year
    assert (year.actual, year.mark, year.months) == (F(actual), mark, 3)


@pytest.mark.parametrize("year", [None, YearKind.WORST, YearKind.LAST])
def test_a_plan_of_days_adds_up_over_the_days_that_are_worked(desk_of: Open, year: YearKind | None) -> None:
    aims = (target(100), target(110, since=date(2026, 5, 11)))
    desk = desk_of(plant_with(kpi("made", "good", *aims, better=Better.HIGHER, year=year)))
    desk.every_day("a", month(4), good=100)
    cells = desk.cells("made")
    assert cells[4].plan is not None
    assert (cells[4].plan.value, cells[4].mark, cells[4].pace) == (F(2200), GOOD, None)
    assert cells[5].plan is not None
    assert cells[5].plan.value == 6 * 100 + 15 * 110
    assert cells[8].plan is None  # not worked
    assert cells[12].plan is not None
    assert cells[12].plan.value == 23 * 110


def test_where_days_are_missing_a_sum_is_judged_by_the_days_that_are_in(desk_of: Open) -> None:
    near = kpi("near", "near_miss", month_targets=(target(22),))
    made = kpi("made", "good", target(100), better=Better.HIGHER)
    desk = desk_of(plant_with(near, made))
    for day in weekdays(month(4))[:11]:
        desk.note("a", day, near_miss=1, good=100)
    desk.hand_in()
    for name, mark, plan, pace in (("near", GOOD, 22, 11), ("made", GOOD, 2200, 1100)):
        cell = desk.cells(name)[4]
        assert cell.plan is not None
        assert cell.pace is not None
        assert (cell.mark, cell.plan.value, cell.pace.value, cell.partial) == (mark, F(plan), F(pace), True)
    desk.enter("a", weekdays(month(4))[0], near_miss=1)
    assert desk.cells("near")[4].mark == MISS  # 12 in half of the month: absence of data makes nothing green


def test_the_running_month_is_judged_by_its_days_so_far_and_is_not_in_the_year(desk_of: Open) -> None:
    desk = desk_of(plant_with(kpi("made", "good", target(100), better=Better.HIGHER)))
    for day in weekdays(month(11)):
        if day < NOW.date():
            desk.note("a", day, good=100)
    desk.note("a", NOW.date(), hour=7, good=5)  # today has only begun
    desk.hand_in()
    row = desk.row("made")
    cell = desk.cells("made")[11]
    assert cell.plan is not None
    assert cell.pace is not None
    assert (cell.mark, cell.actual, cell.plan.value, cell.pace.value) == (
        Mark(Phase.OPEN, Judgement.GOOD),
        F(1405),
        F(2100),
        F(1400),
    )
    assert (row.year.actual, row.year.months, row.misses) == (None, 0, 0)
    assert cell.partial is False


def test_a_straight_plan_leads_from_the_start_to_the_end_of_the_year(desk_of: Open) -> None:
    trained = kpi("trained", "wip", better=Better.HIGHER, linear=True, year_end=F(72), starts=(Start(value=F(60)),))
    desk = desk_of(plant_with(trained))
    desk.enter("a", date(2026, 9, 30), wip=65)
    cells = desk.cells("trained")
    assert [planned(cells[number]) for number in (4, 9, 3)] == [61, 66, 72]
    assert cells[9].mark == MISS
    assert desk.row("trained").start == 60


def test_a_straight_plan_may_lead_to_the_target_in_force_and_from_what_the_board_knows(desk_of: Open) -> None:
    trained = kpi("trained", "wip", target(5), target(12, since=month(1, 2027)), better=Better.HIGHER, linear=True)
    desk = desk_of(plant_with(trained))
    assert planned(desk.cells("trained")[4]) == 5  # nothing is known of the year before: the target in force
    desk.enter("a", date(2026, 3, 31), wip=6)
    cells = desk.cells("trained")
    assert [planned(cells[number]) for number in (4, 9, 3)] == [F(13, 2), 9, 12]
    desk.enter("b", date(2026, 3, 31), wip=0)
    site = desk.cells("trained", "hall")
    assert [planned(site[number]) for number in (4, 9, 3)] == [F(13, 2) + 1, 15, 24]


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ((), 5),
        ((Start(value=F(7)),), 7),
        ((Start(value=F(7)), Start(value=F(8), nodes=frozenset({"a"}))), 8),
        ((Start(value=F(7), valid_from=APRIL),), 7),
        ((Start(value=F(7), valid_from=date(2025, 4, 1)),), 5),
        ((Start(value=F(6)), Start(value=F(7), valid_from=APRIL)), 7),
    ],
)
def test_the_start_is_what_people_say_else_the_last_result_before_the_year(
    desk_of: Open, starts: tuple[Start, ...], expected: int
) -> None:
    desk = desk_of(plant_with(replace(SCRAP, starts=starts)))
    desk.enter("a", date(2026, 1, 5), good=90, scrap=10)
    desk.enter("a", date(2026, 2, 2), good=95, scrap=5)
    assert desk.row().start == expected


def test_runs_of_misses_raise_the_alarm_and_months_without_data_change_nothing(desk: BowlingDesk) -> None:
    for number, scrap in ((4, 3), (5, 3), (6, 1), (7, 3), (9, 4), (10, 5), (11, 9)):
        desk.every_day("a", month(number), good=100 - scrap, scrap=scrap)
    row = desk.row()
    assert [cell.run for cell in row.cells] == [1, 2, 0, 1, 0, 2, 3, 0, 0, 0, 0, 0]
    assert (row.misses, row.longest, row.alarm) == (3, 3, True)
    assert desk.row(now=datetime(2026, 10, 20, tzinfo=UTC)).alarm is False


def test_after_how_many_misses_the_alarm_comes_is_a_setting(desk_of: Open) -> None:
    desk = desk_of(replace(PLANT, site=replace(PLANT.site, alarm_after_misses=2)))
    for number in (9, 10):
        desk.every_day("a", month(number), good=90, scrap=10)
    assert desk.row().alarm is True


def action(name: str, **more: object) -> Action:
    plain = Action(id=name, node="a", letter="Q", what="Do it", raised=date(2026, 6, 10), kpi="scrap")
    return replace(plain, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ((), Countermeasure.NONE),
        ((action("1", day=date(2026, 6, 3)),), Countermeasure.OPEN),
        ((action("1", due=date(2026, 11, 19)),), Countermeasure.OVERDUE),
        ((action("1", due=date(2026, 11, 20)),), Countermeasure.OPEN),
        ((action("1", due=date(2026, 7, 1), done=date(2026, 7, 3)),), Countermeasure.OPEN),
        ((action("1", done=date(2026, 7, 3), verified=date(2026, 9, 1)),), Countermeasure.VERIFIED),
        ((action("1", done=date(2026, 7, 3), verified=date(2026, 12, 1)),), Countermeasure.OPEN),
        ((action("1", raised=date(2026, 7, 2)),), Countermeasure.OPEN),  # by the review of the month
        ((action("1", raised=date(2026, 4, 2)),), Countermeasure.OPEN),  # not done yet
        ((action("1", raised=date(2026, 4, 2), done=date(2026, 5, 2)),), Countermeasure.NONE),
        ((action("1", raised=date(2026, 8, 2)),), Countermeasure.NONE),
        ((action("1", kpi=None),), Countermeasure.OPEN),
        ((action("1", kpi="cost"),), Countermeasure.NONE),
        ((action("1", kpi=None, letter="C"),), Countermeasure.NONE),
        ((action("1", node="b"),), Countermeasure.NONE),
    ],
)
def test_a_miss_carries_how_it_is_answered(
    desk_of: Open, actions: tuple[Action, ...], expected: Countermeasure
) -> None:
    desk = desk_of(replace(PLANT, actions=actions))
    desk.every_day("a", month(6), good=90, scrap=10)
    desk.every_day("a", month(5), good=99, scrap=1)
    cells = desk.cells()
    assert cells[6].countermeasure is expected
    assert cells[5].countermeasure is None


def test_rows_stand_in_the_order_of_the_letters_and_name_their_owners(desk_of: Open) -> None:
    names = [kpi(name, "good", owner="p" if name == "d" else None) for name in "abcd"]
    letters = (Letter(code="X", name="X", kpis=("c", "a")), Letter(code="Y", name="Y", kpis=("a", "d")))
    people = (Person(id="p", name="R. Patel"),)
    desk = desk_of(replace(PLANT, kpis=tuple(names), letters=letters, people=people))
    found = [(row.letter, row.kpi, row.owner) for row in desk.chart().rows]
    assert found == [("X", "c", None), ("X", "a", None), ("Y", "d", "R. Patel"), (None, "b", None)]


def test_natural_limits_are_of_the_year_before_where_it_has_enough_months(desk: BowlingDesk) -> None:
    for number in range(4, 10):
        desk.enter("a", date(2025, number, 1), good=99, scrap=1)
    assert desk.row().natural is None
    for number in (4, 5):
        desk.enter("a", date(2026, number, 1), good=97, scrap=3)
    both = desk.row().natural
    assert both is not None
    assert (both.points, both.mean) == (8, F(6 * 1 + 2 * 3, 8))
    for number in (10, 11):
        desk.enter("a", date(2025, number, 3), good=99, scrap=1)
    before = desk.row().natural
    assert before is not None
    assert (before.points, before.mean, before.low, before.high) == (8, F(1), F(1), F(1))


def test_years_lead_to_one_another_as_far_as_anything_is_known(tmp_path: Path) -> None:
    with bowling_desk(tmp_path / "board.db", since=datetime(2025, 5, 12, tzinfo=UTC)) as desk:
        _look_at_two_years(desk)


def _look_at_two_years(desk: BowlingDesk) -> None:
    desk.enter("a", date(2025, 6, 2), good=97, scrap=3)
    now = desk.chart()
    assert (now.year, now.earlier_year, now.later_year) == (APRIL, date(2025, 4, 1), None)
    assert (now.months[0], now.months[-1], now.today) == (APRIL, date(2027, 3, 1), date(2026, 11, 20))
    then = desk.chart(year=date(2025, 12, 24))
    assert (then.year, then.earlier_year, then.later_year) == (date(2025, 4, 1), None, APRIL)
    cells = {cell.month.month: cell for cell in then.rows[0].cells}
    assert (cells[6].actual, cells[6].mark.phase) == (F(3), Phase.NO_TARGET)
    assert cells[4].mark == Mark(Phase.OFF)  # before the board knew the line nothing was due
    assert cells[5].mark == cells[3].mark == Mark(Phase.UNRECORDED)
    assert desk.chart(year=date(2099, 1, 1)).year == APRIL


def test_an_empty_plant_has_a_chart_of_plans_and_question_marks(desk_of: Open) -> None:
    desk = desk_of(PLANT)
    for node in ("a", "hall", "site"):
        row = desk.row(node=node)
        assert {cell.mark.judgement for cell in row.cells} == {None}
        assert {planned(cell) for cell in row.cells} == {2}
        assert (row.year.mark.judgement, row.year.actual, row.misses, row.alarm) == (None, None, 0, False)


def test_a_plant_without_kpis_has_a_chart_without_rows(desk_of: Open) -> None:
    assert desk_of(replace(PLANT, kpis=(), letters=())).chart("site").rows == ()


def test_an_unknown_node_is_refused(desk: BowlingDesk) -> None:
    with pytest.raises(KeyError, match="no line 'z'"):
        desk.chart("z")


def test_what_arrives_late_changes_only_its_month(desk: BowlingDesk) -> None:
    for number in (4, 5):
        desk.every_day("a", month(number), good=99, scrap=1)
    before = desk.chart()
    desk.enter("a", date(2026, 4, 30), received=NOW + DAY, good=0, scrap=99)
    after = desk.chart()
    assert before.rows[0].cells[1:] == after.rows[0].cells[1:]
    assert (before.rows[0].cells[0].mark, after.rows[0].cells[0].mark) == (GOOD, MISS)
