"""A KPI's day and a letter's day: exact, and never green without data."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from board.kpi.aim import Part, formula_target, line_target, rolled_alike, rolled_up
from board.kpi.day import Known, KpiDay, LetterDay, kpi_day, letter_day, lines_met
from board.kpi.figure import Figure
from board.kpi.judgement import Judgement
from board.plant.plant import Better, Kpi, Measure, MeasureKind, OverNodes, Target

DAY = date(2026, 5, 6)
F = Fraction
GOOD, WATCH, MISS = Judgement.GOOD, Judgement.WATCH, Judgement.MISS


def figure(
    formula: str = "100 * scrap / made",
    better: Better = Better.LOWER,
    *,
    target: str | None = None,
    targets: tuple[Target, ...] = (),
) -> Figure:
    return Figure.of(
        Kpi(id="k", name="K", unit="%", better=better, formula=formula, targets=targets, target_formula=target)
    )


def aim(value: str, *nodes: str, since: date = date(2026, 1, 1)) -> Target:
    return Target(valid_from=since, value=F(value), nodes=frozenset(nodes))


def day(judgement: Judgement | None, known: Known = Known.WHOLE, *, aimed: bool = True) -> KpiDay:
    return KpiDay(value=None, target=None, judgement=judgement, known=known, aimed=aimed)


def test_meeting_the_target_to_the_last_digit_is_good_and_the_rest_is_not() -> None:
    two = aim("2")
    assert kpi_day(figure(), {"scrap": F(2), "made": F(100)}, two).judgement is GOOD
    found = kpi_day(figure(), {"scrap": F("2.0001"), "made": F(100)}, two)
    assert found.judgement is MISS
    assert round(found.value or F(0), 1) == 2  # control: after rounding it would be green


@pytest.mark.parametrize(
    ("sums", "known"),
    [
        ({}, Known.NOTHING),
        ({"scrap": F(0)}, Known.PART),
        ({"scrap": F(0), "made": F(0)}, Known.WHOLE),
    ],
)
def test_nothing_entered_part_of_it_and_no_value_are_three_things(sums: dict[str, Fraction], known: Known) -> None:
    found = kpi_day(figure(), sums, aim("2"))
    assert (found.known, found.value, found.judgement) == (known, None, None)


@pytest.mark.parametrize(
    ("kpis", "judgement", "known"),
    [
        ([day(GOOD), day(MISS), day(GOOD)], MISS, Known.WHOLE),
        ([day(GOOD), day(WATCH)], WATCH, Known.WHOLE),
        ([day(GOOD), day(None, Known.NOTHING)], None, Known.PART),
        ([day(MISS), day(None, Known.NOTHING)], MISS, Known.PART),
        ([day(GOOD), day(None, Known.WHOLE)], GOOD, Known.WHOLE),  # nothing due: no vote
        ([day(GOOD), day(None, Known.NOTHING, aimed=False)], GOOD, Known.WHOLE),  # without a target: no vote
        ([day(None, Known.NOTHING), day(None, Known.NOTHING)], None, Known.NOTHING),
    ],
)
def test_a_letter_is_the_worst_of_what_is_known_and_never_green_in_part(
    kpis: list[KpiDay], judgement: Judgement | None, known: Known
) -> None:
    found = letter_day(kpis)
    assert (found.judgement, found.known) == (judgement, known)


def test_above_line_level_unrecorded_lines_were_due_and_idle_ones_were_not() -> None:
    lines = [
        LetterDay(judgement=GOOD, known=Known.WHOLE),
        LetterDay(judgement=MISS, known=Known.WHOLE),
        LetterDay(judgement=None, known=Known.NOTHING),
        LetterDay(judgement=None, known=Known.WHOLE),
        LetterDay(judgement=None, known=Known.WHOLE, aimed=False),
        None,
    ]
    assert lines_met(lines) == (1, 3)


def test_a_line_is_judged_by_its_own_target_before_the_common_one() -> None:
    kpi = figure(targets=(aim("2"), aim("3", "a"), aim("4", "a", since=date(2026, 5, 7))))
    assert line_target(kpi, "a", DAY, {}) == aim("3", "a")
    assert line_target(kpi, "b", DAY, {}) == aim("2")


def test_a_target_that_came_with_the_readings_is_exact() -> None:
    kpi = figure("done / people", Better.HIGHER, target="aimed / people")
    sums = {"done": F("40"), "people": F("50"), "aimed": F("0.8") * 50}
    target = line_target(kpi, "a", DAY, sums)
    assert target is not None
    assert target.value == F("0.8")
    assert kpi_day(kpi, sums, target).judgement is GOOD
    assert formula_target(kpi, DAY, {"people": F(50)}) is None
    assert kpi_day(kpi, {}, None).aimed


def test_targets_of_lines_are_weighted_by_the_denominator_as_the_actual_is() -> None:
    parts = [
        Part(target=aim("2"), sums={"scrap": F(0), "made": F(100)}),
        Part(target=aim("5"), sums={"scrap": F(0), "made": F(300)}),
    ]
    found = rolled_up(figure(), parts, DAY, {})
    assert found is not None
    assert found.value == F(1700, 400)
    plain = figure("done")
    added = rolled_up(plain, parts, DAY, {})
    assert added is not None
    assert added.value == 7
    assert rolled_up(figure("max(scrap, made)"), parts, DAY, {}) is None


def test_a_target_that_all_lines_share_is_the_target_of_all() -> None:
    parts = [Part(target=aim("2"), sums={}), Part(target=aim("2"), sums={})]
    assert rolled_up(figure(), parts, DAY, {}) == aim("2")
    assert rolled_up(figure("max(scrap, made)"), parts, DAY, {}) == aim("2")


HEAT = Measure(id="heat", name="Heat", kind=MeasureKind.SAMPLE, unit="°C", over_nodes=OverNodes.MEAN)


def test_targets_of_what_is_a_mean_over_lines_are_its_mean_and_no_sum() -> None:
    parts = [
        Part(target=aim("20"), sums={"heat": F(19)}, observations={"heat": 1}),
        Part(target=aim("24"), sums={"heat": F(25)}, observations={"heat": 3}),
    ]
    mean, added = (rolled_up(figure("heat"), parts, DAY, known) for known in ({"heat": HEAT}, {}))
    assert (mean, added) == (aim("23", since=DAY), aim("44", since=DAY))
    alike = [replace(part, target=aim("20")) for part in parts]
    assert rolled_up(figure("heat"), alike, DAY, {"heat": HEAT}) == aim("20")
    shared = figure("heat", targets=(aim("20"),))
    assert rolled_alike(shared, 2, DAY, {"heat": HEAT}) == aim("20")
    assert rolled_alike(shared, 2, DAY, {}) == rolled_up(figure("heat"), alike, DAY, {}) == aim("40", since=DAY)
    assert rolled_alike(shared, 1, DAY, {}) == rolled_up(figure("heat"), alike[:1], DAY, {}) == aim("20")
    assert rolled_alike(figure("heat"), 2, DAY, {}) is None
