"""The letters of a node for one month: each day's cell, the headline beside it, and how much was entered at all."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from board.plant.plant import Better
from board.views.freshness import Freshness
from board.views.mark import Mark
from board.views.sicb import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A target as it is told: `value`, or `low` and `high` for a range."""

    better: Better
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    rolled: bool = False  # that of the lines together, weighted as the actual is; else the node's own


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """One day of a letter. `parts` are its shifts' marks where days are split, in order of time; empty: not split.

    `met` and `due` count lines above line level (n of m), else None. `flag`: a miss with an open action; `verified`:
    that action was verified.
    """

    day: date
    mark: Mark
    value: Fraction | None = None  # of the letter's first KPI
    parts: tuple[Mark, ...] = ()
    met: int | None = None
    due: int | None = None
    flag: bool = False
    verified: bool = False
    near_miss: bool = False  # safety: a near miss was reported, which is wanted
    incomplete: bool = False  # a KPI, or one of the lines, is not entered; a mark of a miss stands all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCard:
    """An action of a letter; `due` is its day, `day` the one whose miss it answers, `done` when it was done."""

    title: str
    owner: str | None
    due: date | None
    late_days: int = 0  # 0: not overdue, or done
    day: date | None = None
    done: date | None = None
    verified: bool = False  # its effect was seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days since the last accident (calendar days, the day of the accident is day 0), and the longest run so far."""

    since: int | None
    record: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """One letter. `value` is the headline today; `spark` one value per day of the month so far (None: a hole)."""

    code: str
    name: str
    kpi: str | None  # id of the headline KPI
    kpi_name: str
    unit: str
    decimals: int
    mark: Mark  # of today
    value: Fraction | None
    aim: Aim | None
    yesterday: Fraction | None
    days_met: int
    days_due: int  # closed working days with a judgement
    days_entered: int  # closed working days of which something was entered
    days_worked: int  # closed working days
    days: tuple[DayCell, ...]  # every day of the month, first to last
    spark: tuple[Fraction | None, ...]
    spark_marks: tuple[Mark, ...]
    action: ActionCard | None = None
    safety: Days | None = None  # only for the letter of safety
    cross: bool = False  # drawn as a safety cross instead of its letter
    freshness: Freshness | None = None  # of the sources that tell what it is judged by; None: as old as the page
    spark_aims: tuple[Aim | None, ...] = ()  # the target of each day of `spark`; empty: today's held on all


@dataclass(frozen=True, slots=True, kw_only=True)
class Sqcdp:
    """The board of letters of a line, an area or the site."""

    node: str
    path: Path
    month: date  # its first day
    today: date  # production day
    shift: str | None
    starts: datetime | None
    ends: datetime | None
    now: datetime  # site time, to the minute
    letters: tuple[LetterView, ...]
    freshness: Freshness
