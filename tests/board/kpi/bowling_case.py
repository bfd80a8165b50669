"""The cases of the bowling chart that need more than a judgement, computed."""

from datetime import date
from fractions import Fraction

from board.kpi.figure import Figure
from board.kpi.fiscal import fiscal_year, month_number, year_name
from board.kpi.judgement import Judgement, judge
from board.kpi.year import Reported, runs_of_misses, straight, year_to_date
from board.plant.plant import Better, Kpi, Target, YearKind
from tests.board.kpi.case import F, Inputs, amount, case, known

COLOURS = {"green": Judgement.GOOD, "red": Judgement.MISS}
WORDS = {judgement: colour for colour, judgement in COLOURS.items()}
SINCE = date(2026, 1, 1)


def figure_of(formula: str, better: Better = Better.HIGHER) -> Figure:
    return Figure.of(Kpi(id="k", name="K", unit="", better=better, formula=formula))


def plan_of(value: Fraction) -> Target:
    return Target(valid_from=SINCE, value=value)


@case("bw-10")
def _sum(inputs: Inputs) -> dict[str, object]:
    months = [
        Reported(figure=figure_of("good"), actual=actual, plan=plan_of(known(plan)))
        for plan, found in zip(inputs["plan"], inputs["actual"], strict=True)
        if (actual := amount(found)) is not None
    ]
    year = year_to_date(YearKind(inputs["kind"]), months)
    assert year.plan is not None
    status = judge(year.actual, Better.HIGHER, year.plan)
    assert status is not None
    return {"ytd_plan": year.plan.value, "ytd_actual": year.actual, "status": WORDS[status]}


@case("bw-11")
def _ratio(inputs: Inputs) -> dict[str, object]:
    figure = figure_of("num / den")
    sums = [{"num": known(num), "den": known(den)} for num, den in zip(inputs["num"], inputs["den"], strict=True)]
    monthly = [value for month in sums if (value := figure.value(month)) is not None]
    months = [Reported(figure=figure, actual=value, sums=month) for value, month in zip(monthly, sums, strict=True)]
    year = year_to_date(YearKind(inputs["kind"]), months)
    return {"monthly": monthly, "ytd": year.actual, "mean_of_months_WRONG": sum(monthly, F(0)) / len(monthly)}


@case("bw-13")
def _misses(inputs: Inputs) -> dict[str, object]:
    runs = runs_of_misses([COLOURS[found] for found in inputs["status"]])
    return {"current_run": runs[-1], "longest_run": max(runs), "trigger_at_3": runs[-1] >= 3}


@case("bw-15")
def _fiscal_year(inputs: Inputs) -> dict[str, object]:
    days, starts = [date.fromisoformat(day) for day in inputs["dates"]], inputs["fy_start_month"]
    return {
        "fy": [year_name(fiscal_year(day, starts)) for day in days],
        "month_no": [month_number(day, starts) for day in days],
    }


@case("bw-16")
def _straight(inputs: Inputs) -> dict[str, object]:
    start, end = known(inputs["jop"]), known(inputs["year_end"])
    plans = {month: straight(start, end, month) for month in (1, 6, 12)}
    status = judge(F(65), Better.HIGHER, plan_of(plans[6]))
    assert status is not None
    return {f"plan_m{month}": plan for month, plan in plans.items()} | {"status_if_m6_actual_65": WORDS[status]}
