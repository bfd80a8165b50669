"""How figures fit their cells."""

from dataclasses import replace
from fractions import Fraction

import pytest

from board.kpi.judgement import Judgement
from board.plant.plant import Better
from board.views.bowling import BowlingRow
from board.views.mark import Mark, Phase
from board.views.sqcdp import Aim
from tests.widgets.wall import look_of
from widgets.bowling_fit import BESIDE_U, PARTIAL_U, SIGN_U, UNDER_U, Fit, fit_of
from widgets.bowling_place import PLAN_U, YEAR_U
from widgets.scene_bowling import SCENES, bowling, bowling_long

pytestmark = pytest.mark.usefixtures("qapp")

LOOK = look_of()
WIDE, UPRIGHT = 80.0, 78.75
ROWS = [row for scene in SCENES.values() for row in scene().rows]
LONG = {row.kpi: row for row in bowling_long().rows}


def measure(string: str, size_u: float, weight: int) -> float:
    return LOOK.advance(string, size_u, weight)


def months(row: BowlingRow, cell_u: float = WIDE) -> list[str]:
    fit = fit_of(row, cell_u, measure)
    return [fit.figure(cell.actual) for cell in row.cells if cell.actual is not None]


@pytest.mark.parametrize("cell_u", [WIDE, UPRIGHT])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.kpi)
def test_every_figure_and_every_plan_has_room(row: BowlingRow, cell_u: float) -> None:
    fit = fit_of(row, cell_u, measure)
    beside = UNDER_U if fit.low else BESIDE_U
    for cell in row.cells:
        assert measure(fit.actual(cell), fit.size_u, 700) <= cell_u - beside
        partial = PARTIAL_U if cell.partial and not fit.low else 0.0
        assert measure(fit.plan(cell.plan, cell.actual), PLAN_U, 500) <= cell_u - SIGN_U - partial
    assert measure(fit.actual(row.year), fit.size_u, 700) <= YEAR_U - beside
    assert fit.size_u >= 20


def test_the_figures_of_a_usual_year_have_one_size() -> None:
    assert {fit_of(row, WIDE, measure).size_u for row in bowling().rows} == {22.0}


def test_a_long_figure_stands_under_its_mark() -> None:
    fit = fit_of(LONG["cases"], WIDE, measure)
    assert (fit.low, fit.power) == (True, 0)
    assert months(LONG["cases"])[0] == "12\u2009480"
    assert months(LONG["result"])[0] == "−1\u2009240"


def test_a_figure_too_long_even_then_is_told_in_thousands() -> None:
    fit = fit_of(LONG["bottles"], WIDE, measure)
    assert fit.power == 3
    assert fit.unit("bottles") == "thousand bottles"
    assert months(LONG["bottles"])[0] == "1\u2009412"
    assert months(LONG["cases"], UPRIGHT)[0] == "12.48"
    assert fit.figure(None) == ""


def test_a_miss_never_looks_like_its_limit_where_its_cell_has_room() -> None:
    miss, plan = Mark(Phase.CLOSED, Judgement.MISS), Aim(better=Better.LOWER, value=Fraction(2))
    row = next(row for row in bowling().rows if row.decimals == 1 and any(cell.mark == miss for cell in row.cells))
    missed = next(cell for cell in row.cells if cell.mark == miss)

    def told(actual: str, mark: Mark = miss, cell_u: float = WIDE) -> str:
        close = replace(missed, actual=Fraction(actual), plan=plan, mark=mark)
        fit = fit_of(replace(row, cells=(close, *row.cells[1:])), cell_u, measure)
        assert fit.size_u == 22.0
        return fit.actual(close)

    assert told("2.02") == "2.02"
    assert told("2.004", cell_u=WIDE + 20) == "2.004"
    assert told("2.004") == "2.0", "it has no room"
    assert told("2.06") == "2.1"
    assert told("2.02", Mark(Phase.CLOSED, Judgement.GOOD)) == "2.0"
    assert told("2.00001", cell_u=WIDE + 20) == "2.0"


def test_a_range_is_told_by_its_ends_or_by_the_one_that_matters() -> None:
    aim = Aim(better=Better.RANGE, low=Fraction(4), high=Fraction(6))
    assert Fit(decimals=0).plan(aim) == "4–6"
    signed = Fit(decimals=0, ends="signed")
    assert signed.plan(aim, Fraction(7)) == "≤6"
    assert signed.plan(aim) == "≥4"
    assert Fit(decimals=0, ends="bare").plan(aim, Fraction(3)) == "4"
    assert signed.plan(Aim(better=Better.RANGE)) == ""
    assert Fit(decimals=0).plan(replace(aim, high=Fraction(4))) == "4"
    assert Fit(decimals=0).plan(None) == ""
