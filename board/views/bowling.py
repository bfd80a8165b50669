"""The bowling chart of a node: plan and actual of each KPI month by month through the fiscal year."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction

from board.plant.plant import Better, YearKind
from board.views.freshness import Freshness
from board.views.letter import Natural
from board.views.mark import Mark
from board.views.sicb import Path
from board.views.sqcdp import Aim

__all__ = ["Better", "Bowling", "BowlingRow", "Countermeasure", "MonthCell", "YearCell", "YearKind"]


class Countermeasure(Enum):
    """How a missed month is answered."""

    NONE = "none"  # no countermeasure
    OPEN = "open"
    OVERDUE = "overdue"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCell:
    """One month of a KPI. `countermeasure` stands on a miss only; `run`: which miss in a row it is, 0 for none.

    `pace`: of a plan that adds up, the share of the days that are in; it judges while they are not all.
    """

    month: date  # its first day
    mark: Mark
    plan: Aim | None
    actual: Fraction | None
    partial: bool = False  # not every worked day of it was entered, or the board began within it
    countermeasure: Countermeasure | None = None
    run: int = 0
    pace: Aim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCell:
    """Year to date: actual against the plan of the months that were reported; the running month is not in it."""

    mark: Mark
    plan: Aim | None
    actual: Fraction | None
    months: int  # reported


@dataclass(frozen=True, slots=True, kw_only=True)
class BowlingRow:
    """One KPI through the year. `start`: the jumping-off point, the last result before the year."""

    letter: str | None  # code of the letter it judges
    kpi: str
    name: str
    unit: str
    decimals: int
    better: Better
    owner: str | None  # a person's name
    start: Fraction | None
    kind: YearKind
    cells: tuple[MonthCell, ...]  # twelve
    year: YearCell
    misses: int  # in a row up to the last reported month
    longest: int  # longest run of misses this year
    natural: Natural | None  # of the months, where there are enough
    alarm: bool = False  # the run of misses asks for more than a countermeasure


@dataclass(frozen=True, slots=True, kw_only=True)
class Bowling:
    """The bowling chart of a line, an area or the site for one fiscal year."""

    node: str
    path: Path
    year: date  # its first day
    months: tuple[date, ...]  # first days of its twelve months
    today: date
    rows: tuple[BowlingRow, ...]
    shift: str | None
    starts: datetime | None
    ends: datetime | None
    now: datetime  # site time, to the minute
    freshness: Freshness
    earlier_year: date | None = None  # where anything is known of it
    later_year: date | None = None
