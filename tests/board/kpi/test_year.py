"""A year to date is made of its months, each kind by its own rule."""

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from board.kpi.figure import Figure, kpi_complaints
from board.kpi.judgement import Judgement
from board.kpi.year import Reported, added, kind_of, runs_of_misses, scaled, weighed, year_to_date
from board.plant.plant import Better, Kpi, Measure, MeasureKind, OverNodes, Target, YearKind
from tests.board.kpi.sicb_case import plant_of

F = Fraction
GOOD, WATCH, MISS = Judgement
MEASURES = {
    name: Measure(id=name, name=name, kind=kind, unit="", over_nodes=OverNodes.SUM)
    for name, kind in (
        ("good", MeasureKind.COUNT),
        ("scrap", MeasureKind.COUNT),
        ("wip", MeasureKind.LEVEL),
        ("heat", MeasureKind.SAMPLE),
    )
}


def figure(formula: str, better: Better = Better.LOWER, year: YearKind | None = None) -> Figure:
    return Figure.of(Kpi(id="k", name="K", unit="", better=better, formula=formula, year=year))


def plan(value: str | int, watch: str | None = None) -> Target:
    return Target(valid_from=date(2026, 1, 1), value=F(value), watch=None if watch is None else F(watch))


def month(value: str | int, target: Target | None = None, better: Better = Better.LOWER) -> Reported:
    return Reported(figure=figure("good", better), actual=F(value), plan=target)


@pytest.mark.parametrize(
    ("formula", "kind"),
    [
        ("100 * scrap / good", YearKind.RATIO),
        ("scrap / good / 2 + scrap / wip", YearKind.RATIO),
        ("scrap + good", YearKind.SUM),
        ("wip", YearKind.LAST),
        ("wip + scrap", YearKind.LAST),
        ("heat", YearKind.RATIO),
        ("min(scrap, good)", YearKind.LAST),
    ],
)
def test_a_formula_suggests_the_kind_of_its_year(formula: str, kind: YearKind) -> None:
    assert kind_of(figure(formula), MEASURES) is kind
    assert kind_of(figure(formula, year=YearKind.WORST), MEASURES) is YearKind.WORST


def test_a_ratio_is_one_of_sums_and_its_plan_is_weighted_as_it_is() -> None:
    ratio = figure("100 * scrap / good")
    sums: list[dict[str, Fraction | None]] = [{"scrap": F(5), "good": F(100)}, {"scrap": F(10), "good": F(900)}]
    months = [
        Reported(figure=ratio, actual=F(5), plan=plan(4), sums=sums[0]),
        Reported(figure=ratio, actual=F(10, 9), plan=plan(2), sums=sums[1]),
    ]
    year = year_to_date(YearKind.RATIO, months, MEASURES)
    assert year.actual == F(3, 2)
    assert year.plan is not None
    assert year.plan.value == F(4 * 100 + 2 * 900, 1000)


def test_a_mean_is_weighted_by_its_observations_and_a_level_is_the_last() -> None:
    heat = figure("heat")
    months = [
        Reported(figure=heat, actual=F(value), sums={"heat": F(value)}, observations={"heat": count}, plan=plan(limit))
        for value, count, limit in ((20, 9, 20), (30, 1, 40))
    ]
    year = year_to_date(YearKind.RATIO, months, MEASURES)
    assert year.actual == 21
    assert year.plan is not None
    assert year.plan.value == 22
    wip = [Reported(figure=figure("scrap / wip"), actual=F(1), sums={"scrap": F(2), "wip": F(w)}) for w in (4, 8)]
    assert year_to_date(YearKind.RATIO, wip, MEASURES).actual == F(4, 8)


def test_a_formula_that_changed_within_the_year_is_weighted_month_by_month() -> None:
    months = [
        Reported(figure=figure("scrap / good"), actual=F(5, 100), sums={"scrap": F(5), "good": F(100)}),
        Reported(figure=figure("100 * scrap / good"), actual=F(2), sums={"scrap": F(18), "good": F(900)}),
    ]
    assert year_to_date(YearKind.RATIO, months, MEASURES).actual == (F(5, 100) * 100 + 2 * 900) / 1000


@pytest.mark.parametrize("kind", YearKind)
def test_a_year_without_months_has_neither_actual_nor_plan(kind: YearKind) -> None:
    found = year_to_date(kind, [])
    assert (found.actual, found.plan) == (None, None)


@pytest.mark.parametrize(
    ("kind", "actual", "planned"), [(YearKind.SUM, 9, None), (YearKind.LAST, 4, 5), (YearKind.WORST, 4, 5)]
)
def test_a_month_without_a_plan_leaves_a_sum_without_one(kind: YearKind, actual: int, planned: int | None) -> None:
    found = year_to_date(kind, [month(5), month(4, plan(5))])
    assert found.actual == actual
    assert (found.plan and found.plan.value) == planned


@pytest.mark.parametrize(
    ("better", "values", "plans", "worst"),
    [
        (Better.LOWER, (4, 5, 3), (5, 5, 5), 5),
        (Better.LOWER, (9, 5, 3), (10, 4, 5), 5),  # 9 met its plan, 5 did not
        (Better.HIGHER, (4, 5, 3), (3, 5, 5), 3),
        (Better.LOWER, (4, 5, 3), (None, None, None), 5),
        (Better.HIGHER, (4, 5, 3), (None, None, None), 3),
    ],
)
def test_the_worst_month_is_the_one_worst_against_its_plan(
    better: Better, values: tuple[int, ...], plans: tuple[int | None, ...], worst: int
) -> None:
    months = [
        month(value, None if limit is None else plan(limit), better) for value, limit in zip(values, plans, strict=True)
    ]
    assert year_to_date(YearKind.WORST, months).actual == worst


@pytest.mark.parametrize(
    ("judgements", "runs"),
    [
        ([], []),
        ([MISS, MISS, GOOD, MISS], [1, 2, 0, 1]),
        ([MISS, None, MISS, None], [1, 0, 2, 0]),
        ([MISS, WATCH, MISS], [1, 0, 1]),
    ],
)
def test_months_without_data_neither_count_nor_break_a_run(judgements: list[Judgement | None], runs: list[int]) -> None:
    assert list(runs_of_misses(judgements)) == runs


def test_targets_add_up_with_their_watch_bands_and_scale_with_them() -> None:
    total = added([plan(3, "0.5"), plan(4, "1")])
    assert total is not None
    assert (total.value, total.watch) == (F(7), F("1.5"))
    half = scaled(total, F(1, 2))
    assert (half.value, half.watch) == (F("3.5"), F("0.75"))
    without = added([plan(3, "0.5"), plan(4)])
    assert without is not None
    assert without.watch is None
    assert added([]) is None


def test_targets_that_are_alike_need_no_weight() -> None:
    alike = weighed([plan(3, "0.5"), plan(3, "0.5")], [None, F(1)])
    assert alike is not None
    assert (alike.value, alike.watch) == (F(3), F("0.5"))
    assert weighed([plan(3), plan(4)], [None, F(1)]) is None
    assert weighed([plan(3), plan(4)], [F(0), F(0)]) is None


def test_a_sum_and_a_ratio_are_those_of_their_months(rng: random.Random) -> None:
    ratio = figure("100 * scrap / (good + scrap)")
    for _ in range(200):
        made = [
            {"good": F(rng.randrange(1, 900)), "scrap": F(rng.randrange(0, 40), rng.choice((1, 3)))}
            for _ in range(rng.randrange(1, 13))
        ]
        months = [
            Reported(figure=ratio, actual=value, sums=sums) for sums in made if (value := ratio.value(sums)) is not None
        ]
        whole = {name: sum((sums[name] for sums in made), F(0)) for name in ("good", "scrap")}
        assert year_to_date(YearKind.RATIO, months, MEASURES).actual == ratio.value(whole)
        weights = [month.weight for month in months]
        assert weighed([plan(2)] * len(months), weights) == plan(2)


def test_months_that_do_not_add_up_are_refused_a_sum() -> None:
    kpi = Kpi(id="k", name="K", unit="", better=Better.LOWER, formula="good / scrap", year=YearKind.SUM)
    plant = plant_of()
    measures = tuple(MEASURES.values())
    (said,) = kpi_complaints(replace(plant, kpis=(kpi,), measures=measures))
    assert said.startswith("KPI “k” has year = “sum”, but its formula divides or compares")
    assert kpi_complaints(replace(plant, kpis=(replace(kpi, year=YearKind.WORST),), measures=measures)) == ()
