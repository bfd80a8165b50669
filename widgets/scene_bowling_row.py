"""The building blocks of the bowling chart's example values: a KPI written as a table, turned into its row."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final

from board.plant.plant import Better
from board.views.bowling import BowlingRow, Countermeasure, MonthCell, YearCell, YearKind
from board.views.letter import Natural
from board.views.mark import Judgement, Mark, Phase
from board.views.sqcdp import Aim
from widgets.scene_sqcdp import MARKS

MONTHS: Final = tuple(date(2026 + number // 12, number % 12 + 1, 1) for number in range(3, 15))
NOVEMBER: Final = 7
"""Which month of the year from April runs."""
NO_VALUE: Final = "."
NATURAL_LEAST: Final = 6
NATURAL_SPREAD: Final = Fraction(266, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """A KPI as people write it: figures between spaces, marks as one character a month; none: as the figures say."""

    letter: str | None
    kpi: str
    name: str
    unit: str
    better: Better
    owner: str | None
    start: str | None
    kind: YearKind
    year: tuple[str | None, str | None]  # plan and actual
    plans: str
    actuals: str
    marks: str = ""
    signs: Mapping[int, Countermeasure] = field(default_factory=dict)  # of missed months; else open
    partial: tuple[int, ...] = ()
    alarm: bool = False


def row_of(kpi: Kpi, now: int = NOVEMBER) -> BowlingRow:
    """Return the row of a KPI in a year whose running month has that number."""
    plans = kpi.plans.split()
    plans = plans * 12 if len(plans) == 1 else plans or [NO_VALUE] * 12
    actuals = [*kpi.actuals.split(), *[NO_VALUE] * 12][:12]
    cells: list[MonthCell] = []
    for number, month in enumerate(MONTHS):
        plan, actual = _aim(kpi.better, plans[number]), _value(actuals[number])
        mark = MARKS[kpi.marks[number]] if kpi.marks else _mark(plan, actual, number, now)
        missed = mark == MARKS["m"]
        cells.append(
            MonthCell(
                month=month, mark=mark, plan=plan, actual=actual, partial=number in kpi.partial,
                countermeasure=kpi.signs.get(number, Countermeasure.OPEN) if missed else None,
                run=_run(cells) if missed else 0,
            )
        )  # fmt: skip
    reported = [cell for cell in cells if cell.mark.phase is Phase.CLOSED]
    shown = plans + actuals + [kpi.start or ""]
    return BowlingRow(
        letter=kpi.letter, kpi=kpi.kpi, name=kpi.name, unit=kpi.unit,
        decimals=max(len(one.partition("–")[0].partition(".")[2]) for one in shown), better=kpi.better,
        owner=kpi.owner, start=_value(kpi.start), kind=kpi.kind, cells=tuple(cells), year=_year(kpi, len(reported)),
        misses=reported[-1].run if reported else 0, longest=max((cell.run for cell in cells), default=0),
        natural=_natural([cell.actual for cell in reported]), alarm=kpi.alarm,
    )  # fmt: skip


def unentered(row: BowlingRow) -> BowlingRow:
    """Return a row of which nobody has entered anything."""
    phases = (Phase.UNRECORDED, Phase.OPEN, Phase.FUTURE)
    cells = tuple(
        replace(
            cell, actual=None, countermeasure=None, run=0,
            mark=Mark(phases[(number >= NOVEMBER) + (number > NOVEMBER)]),
        )
        for number, cell in enumerate(row.cells)
    )  # fmt: skip
    none = YearCell(mark=Mark(Phase.UNRECORDED), plan=None, actual=None, months=0)
    return replace(row, start=None, cells=cells, year=none, misses=0, longest=0, natural=None)


def _year(kpi: Kpi, months: int) -> YearCell:
    plan, actual = _aim(kpi.better, kpi.year[0] or NO_VALUE), _value(kpi.year[1])
    mark = Mark(Phase.UNRECORDED) if actual is None else Mark(Phase.NO_TARGET)
    if plan is not None and actual is not None:
        mark = Mark(Phase.CLOSED, _judgement(plan, actual))
    return YearCell(mark=mark, plan=plan, actual=actual, months=months)


def _mark(plan: Aim | None, actual: Fraction | None, number: int, now: int) -> Mark:
    if number > now:
        return Mark(Phase.FUTURE)
    phase = Phase.OPEN if number == now else Phase.CLOSED
    return Mark(phase, None if plan is None or actual is None else _judgement(plan, actual))


def _judgement(plan: Aim, actual: Fraction) -> Judgement:
    if plan.better is Better.RANGE:
        met = (plan.low is None or actual >= plan.low) and (plan.high is None or actual <= plan.high)
    else:
        limit = plan.value or Fraction(0)
        met = actual >= limit if plan.better is Better.HIGHER else actual <= limit
    return Judgement.GOOD if met else Judgement.MISS


def _aim(better: Better, text: str) -> Aim | None:
    if text == NO_VALUE:
        return None
    low, _, high = text.partition("–")
    if better is Better.RANGE:
        return Aim(better=better, low=_value(low), high=_value(high or low))
    return Aim(better=better, value=_value(text))


def _value(text: str | None) -> Fraction | None:
    return None if text in {None, "", NO_VALUE} else Fraction(str(text).replace(" ", ""))


def _run(before: list[MonthCell]) -> int:
    """Return which miss in a row a miss is; a month that was not judged neither counts nor breaks."""
    judged = [cell for cell in before if cell.mark.phase is Phase.CLOSED]
    return 1 + (judged[-1].run if judged else 0)


def _natural(values: list[Fraction | None]) -> Natural | None:
    known = [value for value in values if value is not None]
    if len(known) < NATURAL_LEAST:
        return None
    mean = sum(known, Fraction(0)) / len(known)
    moving = [abs(after - before) for before, after in pairwise(known)]
    spread = NATURAL_SPREAD * sum(moving, Fraction(0)) / len(moving)
    return Natural(mean=mean, low=mean - spread, high=mean + spread, points=len(known))
