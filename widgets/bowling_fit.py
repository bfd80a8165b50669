"""How the figures of a KPI fit their cells: smaller down to the floor, then under their mark, then in thousands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, Literal

from board.kpi.judgement import Judgement
from board.plant.plant import Better
from board.views.bowling import BowlingRow, MonthCell, YearCell
from board.views.sqcdp import Aim
from widgets import words
from widgets.bowling_place import PLAN_U, START_U, YEAR_U
from widgets.bowling_say import figure
from widgets.words import translate

FIGURES_U: Final = ((22.0, False), (20.0, False), (20.0, True))
"""Sizes of figures, and whether they stand under their mark."""
BESIDE_U: Final = 24.0
"""What mark and edges take beside a figure."""
UNDER_U: Final = 8.5
SIGN_U: Final = 10.5
"""What a sign takes at the right of a plan."""
PARTIAL_U: Final = 19.0
POWERS: Final = (3, 6, 9)
MOST_DECIMALS: Final = 2
MORE_DECIMALS: Final = 2
"""So many more are told where a month that missed would look the same as its limit."""
_BEYOND: Final = frozenset({Judgement.MISS, Judgement.WATCH})

Ends = Literal["both", "signed", "bare"]
"""How a range is told: both its ends, or the one that matters with a sign or without."""
Measure = Callable[[str, float, int], float]
"""The width in u of a text of that size and weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How every figure of a KPI is written."""

    decimals: int
    power: int = 0  # figures are told in tens to this power
    size_u: float = 22.0
    low: bool = False
    ends: Ends = "both"
    close: tuple[tuple[Fraction, str], ...] = ()  # misses that would look like their limits, as they are told

    def figure(self, value: Fraction | None) -> str:
        """Return a value as it is written in a cell."""
        return "" if value is None else figure(value, self.decimals, self.power)

    def actual(self, cell: MonthCell | YearCell) -> str:
        """Return what a month or year came to; a miss that would look like its limit finer, where that has room."""
        told = next((finer for value, finer in self.close if value == cell.actual), None)
        return self.figure(cell.actual) if told is None or cell.mark.judgement not in _BEYOND else told

    def plan(self, aim: Aim | None, actual: Fraction | None = None) -> str:
        """Return a plan as it is written over a cell; of a range that does not fit, the end nearer to the actual."""
        if aim is None:
            return ""
        if aim.better is not Better.RANGE:
            return self.figure(aim.value)
        ends = [(sign, end) for sign, end in (("≥", aim.low), ("≤", aim.high)) if end is not None]
        if self.ends == "both":
            return words.EN_DASH.join(dict.fromkeys(self.figure(end) for _, end in ends))
        if not ends:
            return ""
        sign, end = min(ends, key=lambda one: abs(one[1] - actual)) if actual is not None else ends[0]
        return f"{sign if self.ends == 'signed' else ''}{self.figure(end)}"

    def unit(self, unit: str) -> str:
        """Return the unit of the figures as they are written: thousand cases."""
        said = {
            3: translate("board", "thousand {unit}"),
            6: translate("board", "million {unit}"),
            9: translate("board", "billion {unit}"),
        }
        return said[self.power].format(unit=unit).strip() if self.power in said else unit


def fit_of(row: BowlingRow, cell_u: float, measure: Measure) -> Fit:
    """Return how the figures of a KPI are written in cells of that width."""
    last = Fit(decimals=row.decimals)
    for last in _tries(row):
        if _fits(row, last, cell_u, measure):
            break
    cells: list[tuple[MonthCell | YearCell, float]] = [*((cell, cell_u) for cell in row.cells), (row.year, YEAR_U)]
    told = ((cell.actual, _finer(cell, last, width_u, measure)) for cell, width_u in cells)
    return replace(last, close=tuple((value, said) for value, said in told if value is not None and said is not None))


def _finer(cell: MonthCell | YearCell, fit: Fit, width_u: float, measure: Measure) -> str | None:
    """Return a miss that looks like its limit with the fewest decimals that tell them apart; None without room."""
    if fit.power or cell.actual is None or cell.plan is None or cell.mark.judgement not in _BEYOND:
        return None
    limits = {limit for limit in (cell.plan.value, cell.plan.low, cell.plan.high) if limit is not None}
    room = width_u - (UNDER_U if fit.low else BESIDE_U)
    for more in range(MORE_DECIMALS + 1):
        finer = replace(fit, decimals=fit.decimals + more)
        said = finer.figure(cell.actual)
        if measure(said, fit.size_u, 700) > room:
            return None
        if said not in map(finer.figure, limits):
            return said if more else None
    return None


def _tries(row: BowlingRow) -> Iterator[Fit]:
    """Yield ways to write a KPI's figures, the plainest first."""
    known = [cell.actual for cell in row.cells] + [cell.plan.value for cell in row.cells if cell.plan is not None]
    most = max((abs(value) for value in known if value is not None), default=Fraction(0))
    scales = [(0, row.decimals)]
    scales += [(power, decimals) for power in POWERS if most >= 10**power for decimals in range(MOST_DECIMALS, -1, -1)]
    all_ends: tuple[Ends, ...] = ("both", "signed", "bare") if row.better is Better.RANGE else ("both",)
    for power, decimals in scales:
        for ends in all_ends:
            for size_u, low in FIGURES_U:
                yield Fit(decimals=decimals, power=power, size_u=size_u, low=low, ends=ends)


def _fits(row: BowlingRow, fit: Fit, cell_u: float, measure: Measure) -> bool:
    """Tell whether every figure and every plan of a KPI has room."""
    taken = UNDER_U if fit.low else BESIDE_U

    def widest(strings: Iterable[str], size_u: float, weight: int) -> float:
        return max((measure(string, size_u, weight) for string in set(strings)), default=0.0)

    months = widest((fit.figure(cell.actual) for cell in row.cells), fit.size_u, 700)
    year = widest([fit.figure(row.year.actual)], fit.size_u, 700)
    start = widest([fit.figure(row.start)], PLAN_U, 500)
    if months > cell_u - taken or year > YEAR_U - taken or start > START_U:
        return False
    plain = widest((fit.plan(cell.plan, cell.actual) for cell in row.cells if not cell.partial), PLAN_U, 500)
    partial = widest((fit.plan(cell.plan, cell.actual) for cell in row.cells if cell.partial), PLAN_U, 500)
    of_year = widest([fit.plan(row.year.plan, row.year.actual)], PLAN_U, 500)
    room = cell_u - SIGN_U
    return plain <= room and partial <= room - (0.0 if fit.low else PARTIAL_U) and of_year <= YEAR_U - SIGN_U
