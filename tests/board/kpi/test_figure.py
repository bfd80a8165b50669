"""A plant's KPI computes, or says in a sentence why it cannot."""

from dataclasses import replace
from fractions import Fraction

import pytest

from board.kpi.figure import Figure, FigureError, kpi_complaints
from board.plant.plant import Better, Kpi, Measure, MeasureKind, Plant, Site

F = Fraction
OWN = Kpi(id="scrap-rate", name="Scrap", unit="%", better=Better.LOWER, formula="100 * scrap / (good + scrap)")
BUILT_IN = Kpi(id="line-oee", name="OEE", unit="%", better=Better.HIGHER, library="oee")
PLANT = Plant(
    site=Site(id="site", name="Site", timezone="UTC"),
    areas=(),
    lines=(),
    shifts=(),
    measures=tuple(
        Measure(id=name, name=name, kind=MeasureKind.COUNT, unit="parts")
        for name in ("good", "scrap", "planned_busy_time")
    ),
)


def test_own_formula() -> None:
    figure = Figure.of(OWN)
    assert figure.measures == {"good", "scrap"}
    assert figure.value({"good": F(93), "scrap": F(7)}) == 7
    assert figure.weight is not None
    assert figure.weight.value({"good": F(93), "scrap": F(7)}) == 100


@pytest.mark.parametrize(
    ("formula", "weight", "additive"),
    [
        ("good", None, True),
        ("good / 60", None, True),
        ("100 × (1 − scrap / (good + scrap))", "good + scrap", False),
        ("scrap / good + rework / good", "good", False),
        ("scrap / good + rework / planned_busy_time", None, False),
        ("max(good, scrap)", None, False),
    ],
)
def test_what_weighs_a_kpi_of_the_plants_own(formula: str, weight: str | None, additive: bool) -> None:
    figure = Figure.of(replace(OWN, formula=formula))
    assert (None if figure.weight is None else figure.weight.text, figure.additive) == (weight, additive)


def test_a_target_formula_is_read_and_checked_like_any_other() -> None:
    assert Figure.of(replace(OWN, target_formula="good / 2")).target is not None
    unknown = replace(PLANT, kpis=(replace(OWN, target_formula="godo / 2"),))
    (said,) = kpi_complaints(unknown)
    assert "“godo”" in said
    with pytest.raises(FigureError):
        Figure.of(replace(OWN, target_formula="good /"))


def test_built_in() -> None:
    figure = Figure.of(BUILT_IN)
    assert figure.value({"planned_run_time_good": F(30), "planned_busy_time": F(40)}) == 75
    assert figure.weight is not None


@pytest.mark.parametrize(
    ("kpi", "said"),
    [
        (replace(OWN, formula="100 * scrap /"), "KPI “scrap-rate”, formula “100 \\* scrap /”, character"),
        (replace(BUILT_IN, library="oe"), "KPI “line-oee”: no built-in KPI “oe”; there are availability"),
        (replace(BUILT_IN, library=None), "KPI “line-oee” has neither a formula nor a built-in KPI"),
    ],
)
def test_useless_kpi_is_refused(kpi: Kpi, said: str) -> None:
    with pytest.raises(FigureError, match=said):
        Figure.of(kpi)
    assert len(kpi_complaints(replace(PLANT, kpis=(OWN, kpi, BUILT_IN)))) == 1


def test_unknown_measures_are_all_named() -> None:
    wrong = replace(OWN, formula="100 * scrapp / (goood + scrap)")
    said = kpi_complaints(replace(PLANT, kpis=(wrong,)))
    assert [sentence.partition(",")[0] for sentence in said] == [
        "KPI “scrap-rate” reads “goood”",
        "KPI “scrap-rate” reads “scrapp”",
    ]


def test_sound_plant_has_no_complaints() -> None:
    assert kpi_complaints(replace(PLANT, kpis=(OWN, BUILT_IN))) == ()
