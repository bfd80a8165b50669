"""Each kind of change does to the plant just what was said, and nothing to what was not named."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from board.journal.lay import lay_day_off, lay_person, lay_reason, lay_run, lay_shift, lay_target
from board.kpi.aim import common_target, own_target
from board.kpi.figure import Figure
from board.plant.calendar import works_on
from board.plant.plant import PlannedRun, Plant, RunKind, Target
from tests.board.journal.said import MONDAY, PLANT, at, day_off, person, reason, run, shift, target

NOW = at(10)
GOOD_FRIDAY, EASTER_MONDAY = date(2026, 4, 3), date(2026, 4, 6)


def hours(runs: tuple[PlannedRun, ...]) -> list[tuple[str | None, int, int]]:
    return sorted((one.product, one.start.hour, 0 if one.end is None else one.end.hour) for one in runs)


def test_the_run_that_was_planned_last_stands_and_the_others_keep_what_is_left() -> None:
    runs = lay_run((), run(8, 14, product="A"), PLANT, NOW)
    runs = lay_run(runs, run(10, 12, product="B"), PLANT, NOW)
    assert hours(runs) == [("A", 8, 10), ("A", 12, 14), ("B", 10, 12)]
    assert {one.origin for one in runs} == {"journal"}
    assert hours(lay_run(runs, run(6, 20, product="C", node="other"), PLANT, NOW)) == [*hours(runs), ("C", 6, 20)]


def test_a_run_on_the_wall_takes_the_time_of_a_planned_changeover_and_leaves_the_plants_runs() -> None:
    planned = (
        PlannedRun(node="line", start=at(10), end=at(11), kind=RunKind.CHANGEOVER),
        PlannedRun(node="line", start=at(11), end=at(14), product="P"),
    )
    found = lay_run(planned, run(9, 12, product="A"), PLANT, NOW)
    assert [one for one in found if one.kind is RunKind.CHANGEOVER] == []
    assert planned[1] in found
    changeover = run(9, 12, kind=RunKind.CHANGEOVER)
    assert planned[0] in lay_run(planned, changeover, PLANT, NOW)


def test_what_was_planned_months_ago_is_not_carried_on() -> None:
    old = lay_run((), run(8, 14, day=-70), PLANT, at(8, day=-70))
    recent = lay_run(old, run(8, 14, day=-30), PLANT, at(8, day=-30))
    assert len(recent) == 2
    assert len(lay_run(recent, run(8, 14), PLANT, NOW)) == 2
    shifts = lay_shift((), shift(day=MONDAY - timedelta(days=70)), PLANT, at(8, day=-70))
    assert [one.day for one in lay_shift(shifts, shift(), PLANT, NOW)] == [MONDAY]


@pytest.mark.parametrize(("formula", "laid"), [("100 * scrap / good", True), ("scrap", False)])
def test_a_target_is_one_of_months_too_where_the_plant_plans_months_that_do_not_add_up(
    formula: str, laid: bool
) -> None:
    monthly = (Target(valid_from=date(2020, 1, 1), value=Fraction(9)),)
    before = replace(PLANT.kpis[0], formula=formula, month_targets=monthly)
    (after,) = lay_target((before,), target(2), PLANT, NOW)
    assert after.targets == (*before.targets, Target(valid_from=MONDAY, value=Fraction(2), nodes=frozenset({"line"})))
    assert after.month_targets == (*monthly, *(after.targets[-1:] if laid else ()))
    (plain,) = lay_target((replace(before, month_targets=()),), target(2), PLANT, NOW)
    assert plain.month_targets == ()


def test_what_was_said_last_of_a_shift_stands() -> None:
    changes = lay_shift((), shift("Late"), PLANT, NOW)
    changes = lay_shift(changes, shift("Early"), PLANT, NOW)
    assert [(one.shift, one.cancelled) for one in changes] == [("Late", True), ("Early", True)]
    again = lay_shift(changes, shift("Late", ends=at(23).time()), PLANT, NOW)
    assert [(one.shift, one.cancelled) for one in again] == [("Early", True), ("Late", False)]
    whole = lay_shift(changes, shift("Late", node="hall"), PLANT, NOW)
    assert sorted((one.line, one.shift) for one in whole) == [("line", "Early"), ("line", "Late"), ("other", "Late")]


def test_a_target_is_set_for_its_node_from_its_day_and_for_nobody_else() -> None:
    kpis = lay_target(PLANT.kpis, target(2, valid_from=MONDAY), PLANT, NOW)
    kpis = lay_target(kpis, target(1, valid_from=MONDAY + timedelta(days=30)), PLANT, NOW)
    kpis = lay_target(kpis, target(9, valid_from=MONDAY), PLANT, NOW)
    figure = Figure.of(kpis[0])
    own = [own_target(figure, "line", MONDAY + timedelta(days=step)) for step in (-1, 0, 29, 30)]
    assert [None if found is None else found.value for found in own] == [None, 9, 9, 1]
    assert own_target(figure, "other", MONDAY) is None
    common = common_target(figure, MONDAY)
    assert common is not None
    assert common.value == Fraction(3)
    assert kpis[1] is PLANT.kpis[1]


def offered(plant: Plant, line: str) -> list[str]:
    return [f"{one.code} {one.name}" for one in plant.reasons_of(line)]


def with_reasons(*codes: object) -> Plant:
    reasons = PLANT.reasons
    for said in codes:
        reasons = lay_reason(reasons, said, PLANT, NOW)  # type: ignore[arg-type]
    return replace(PLANT, reasons=reasons)


def test_a_reason_is_added_for_the_lines_of_its_node() -> None:
    plant = with_reasons(reason("belt", "Belt", node="line"))
    assert offered(plant, "line") == ["jam Jam", "other Other", "belt Belt"]
    assert offered(plant, "other") == ["jam Jam", "other Other"]
    both = with_reasons(reason("belt", "Belt", node="line"), reason("belt", "Belt", node="other"))
    assert offered(both, "other")[-1] == "belt Belt"
    assert offered(both, "third") == ["jam Jam", "other Other"]


def test_a_new_name_leaves_a_reason_to_the_losses_it_explains() -> None:
    scrapped = replace(PLANT.reasons[0], measure="scrap")
    (first, *_) = lay_reason((scrapped, *PLANT.reasons[1:]), reason(scrapped.code, "Torn"), PLANT, NOW)
    assert (first.name, first.measure) == ("Torn", "scrap")


def test_a_reason_bears_one_name_in_the_whole_plant() -> None:
    plant = with_reasons(reason("jam", "Labeller jam", node="line"))
    assert offered(plant, "line")[0] == offered(plant, "third")[0] == "jam Labeller jam"


def test_a_reason_taken_off_keeps_its_name_for_what_was_lost_before() -> None:
    plant = with_reasons(reason("jam", node="line", removed=True))
    assert offered(plant, "line") == ["other Other"]
    assert offered(plant, "other") == ["jam Jam", "other Other"]
    gone = with_reasons(reason("jam", node="works", removed=True))
    assert offered(gone, "other") == ["other Other"]
    kept = gone.reason("jam")
    assert kept is not None
    assert (kept.name, kept.retired) == ("Jam", True)
    again = with_reasons(reason("jam", node="works", removed=True), reason("jam", "Jam again", node="line"))
    assert offered(again, "line") == ["jam Jam again", "other Other"]
    assert offered(again, "other") == ["other Other"]


def test_taking_off_what_is_not_offered_changes_nothing() -> None:
    only_line = lay_reason(PLANT.reasons, reason("belt", node="line"), PLANT, NOW)
    assert lay_reason(only_line, reason("belt", node="third", removed=True), PLANT, NOW) is only_line
    assert lay_reason(only_line, reason("nothing", removed=True), PLANT, NOW) is only_line


def test_people_come_and_go_and_who_left_is_still_known_by_name() -> None:
    people = lay_person(PLANT.people, person("p2", "Grace", node="line"), PLANT, NOW)
    plant = replace(PLANT, people=lay_person(people, person("p1", removed=True), PLANT, NOW))
    assert [one.name for one in plant.people_of("line")] == ["Grace"]
    assert plant.people_of("other") == ()
    assert [one.name for one in plant.people] == ["Ada", "Grace"]


def test_whose_name_was_erased_is_not_among_the_people() -> None:
    assert lay_person(PLANT.people, person("p2", name=""), PLANT, NOW) is PLANT.people
    kept = lay_person(PLANT.people, person("p1", name=""), PLANT, NOW)
    assert [one.name for one in kept] == ["Ada"]


def test_a_day_off_for_one_area_leaves_the_others_at_work() -> None:
    off = lay_day_off(PLANT.days_off, day_off(MONDAY, MONDAY, node="hall"), PLANT, NOW)
    plant = replace(PLANT, days_off=off)
    assert [works_on(plant, line, MONDAY) for line in ("line", "other", "third")] == [False, False, True]


def test_a_line_works_after_all_on_one_day_of_a_holiday() -> None:
    saturday = date(2026, 4, 4)
    off = lay_day_off(PLANT.days_off, day_off(saturday, saturday, node="line", worked=True), PLANT, NOW)
    plant = replace(PLANT, days_off=off)
    easter = [GOOD_FRIDAY + timedelta(days=step) for step in range(4)]
    assert [works_on(plant, "line", day) for day in easter] == [False, True, False, False]
    assert not any(works_on(plant, line, day) for line in ("other", "third") for day in easter)
    assert works_on(plant, "line", EASTER_MONDAY + timedelta(days=1))


def test_a_node_that_the_plant_no_longer_has_changes_nothing() -> None:
    assert lay_run(PLANT.runs, run(8, 10, node="gone"), PLANT, NOW) == PLANT.runs
    assert lay_shift((), shift(node="gone"), PLANT, NOW) == ()
    assert lay_reason(PLANT.reasons, reason("belt", node="gone"), PLANT, NOW) is PLANT.reasons
    assert lay_person(PLANT.people, person("p2", node="gone"), PLANT, NOW) is PLANT.people
    assert lay_day_off(PLANT.days_off, day_off(MONDAY, MONDAY, node="gone"), PLANT, NOW) is PLANT.days_off
