"""How a plant file spells what the bowling chart asks of a KPI, and what is said where it does not fit."""

from datetime import date
from fractions import Fraction

import pytest

from board.plant.plant import Start, Target, YearKind
from tests.board.plant.written import plant, sentences, text

KPI = '[[kpi]]\nid = "k"\nname = "K"\nbetter = "lower"\nformula = "scrap"\n'
F = Fraction


def test_a_kpi_needs_none_of_it() -> None:
    found = plant(KPI)
    (kpi,) = found.kpis
    assert (kpi.starts, kpi.year, kpi.linear, kpi.year_end, kpi.month_targets) == ((), None, False, None, ())
    assert kpi.charted
    assert found.site.alarm_after_misses == 3


def test_a_kpi_may_be_left_out_of_the_bowling_chart() -> None:
    assert not plant(KPI + "chart = false").kpis[0].charted


def test_a_start_may_be_one_number_or_that_of_some_nodes_and_a_year() -> None:
    assert plant(KPI + "start = 2.9").kpis[0].starts == (Start(value=F("2.9")),)
    (kpi,) = plant(KPI + 'start = [{ from = 2026-04-01, value = 60, nodes = ["line-1"] }, { value = 3 }]').kpis
    assert kpi.starts == (
        Start(value=F(60), valid_from=date(2026, 4, 1), nodes=frozenset({"line-1"})),
        Start(value=F(3)),
    )


def test_a_plan_may_lead_straight_to_the_end_of_the_year_or_stand_month_by_month() -> None:
    (kpi,) = plant(KPI + 'start = 60\nplan = "linear"\nyear_end = 72\nyear = "worst"').kpis
    assert (kpi.linear, kpi.year_end, kpi.year) == (True, F(72), YearKind.WORST)
    (kpi,) = plant(KPI + 'month_targets = [{ from = 2026-04-01, value = 8, nodes = ["hall"] }]').kpis
    assert kpi.month_targets == (Target(valid_from=date(2026, 4, 1), value=F(8), nodes=frozenset({"hall"})),)


@pytest.mark.parametrize(
    ("value", "watch", "width"), [("2", '"10 %"', "0.2"), ("-4", '"2.5%"', "0.1"), ("0", '"10 %"', "0")]
)
def test_a_watch_band_may_be_a_share_of_the_target(value: str, watch: str, width: str) -> None:
    (kpi,) = plant(KPI + f"targets = [{{ from = 2026-01-01, value = {value}, watch = {watch} }}]").kpis
    assert kpi.targets[0].watch == F(width)


def test_a_measure_may_be_one_that_is_not_entered_every_day() -> None:
    found = plant('[[measure]]\nid = "hours"\nname = "Hours"\nkind = "duration"\ndaily = false')
    assert {measure.id: measure.daily for measure in found.measures}["hours"] is False
    assert {measure.id: measure.daily for measure in found.measures}["good"] is True


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ('start = "60"', 'start[1].value: found "60", expected a number such as 12 or 2.5.'),
        (
            'start = [{ value = 60, node = "hall" }]',
            'start[1].node: found a key that is not known here, expected "nodes".',
        ),
        (
            'start = [{ value = 60, nodes = ["hal"] }]',
            'start[1].nodes: found "hal", expected the id of a line, an area or the site: "hall".',
        ),
        (
            "start = [{ value = 60 }, { value = 61 }]",
            "start[2]: found 61, expected one start for the same nodes and year.",
        ),
        ('year = "mean"', 'year: found "mean", expected "sum", "ratio", "last" or "worst".'),
        ('plan = "twelfths"', 'plan: found "twelfths", expected "steps" or "linear".'),
        ("year_end = 72", 'year_end: found 72, expected no such key, or plan = "linear", which leads to it.'),
        ('plan = "linear"', "year_end: found nothing, expected where the plan leads, or targets that say so."),
        (
            'plan = "linear"\nyear_end = 1\nmonth_targets = [{ from = 2026-04-01, value = 8 }]',
            'plan: found "linear", expected month_targets or plan = "linear", not both.',
        ),
        (
            "chart = false\nstart = 2",
            "chart: found false, expected chart = true, or no start, which only the chart shows.",
        ),
        (
            "month_targets = [{ from = 2026-04-01, low = 8 }]",
            'month_targets[1]: found low, expected value, because better = "lower".',
        ),
        (
            "month_targets = [{ from = 2026-04-01, value = 8 }, { from = 2026-04-01, value = 9 }]",
            (
                "month_targets[2].from: found 2026-04-01, expected a day after 2026-04-01: "
                "targets stand in order of date."
            ),
        ),
        (
            'targets = [{ from = 2026-04-01, value = 8, watch = "a bit" }]',
            (
                'targets[1].watch: found "a bit", expected a number that is not below 0, '
                'or a share of the target such as "10 %".'
            ),
        ),
        (
            "month_targets = [{ from = 2026-04-01, value = 8, valu = 8 }]",
            'month_targets[1].valu: found a key that is not known here, expected "value".',
        ),
    ],
)
def test_what_does_not_fit_is_named(more: str, sentence: str) -> None:
    assert sentences(text(KPI + more)) == [f'plant.toml: kpi "k": {sentence}']


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ('plan = "linear"\nyear_end = 1', 'plan: found "linear", expected plan = "steps", because better = "range".'),
        (
            'targets = [{ from = 2026-04-01, low = 8, high = 9, watch = "10 %" }]',
            "targets[1].watch: found 10 %, expected a number in the KPI's unit, because a range has two limits.",
        ),
    ],
)
def test_what_does_not_fit_a_range_is_named(more: str, sentence: str) -> None:
    assert sentences(text(KPI.replace("lower", "range") + more)) == [f'plant.toml: kpi "k": {sentence}']
