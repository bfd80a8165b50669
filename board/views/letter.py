"""One letter of a node in depth: the month, one day of it in words and figures, the run of days, and why."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from board.kpi.judgement import Judgement
from board.views.freshness import Freshness
from board.views.mark import Mark
from board.views.sicb import Path
from board.views.sqcdp import ActionCard, Aim, LetterView


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sum that a KPI is made of, such as 612 of 17,980 cases; the first is what is counted, of a share two are told.

    `measure` is the measure's id, or for the whole that a share is of those that add up to it: "good + scrap".
    """

    measure: str
    name: str
    unit: str
    value: Fraction | None  # None: not entered


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiOfDay:
    """One of the letter's KPIs on the day, with what it was judged by. `deciding`: the day has its colour from it."""

    kpi: str
    name: str
    unit: str
    decimals: int
    value: Fraction | None
    aim: Aim | None
    aim_since: date | None  # the day from which that target is in force
    judgement: Judgement | None
    parts: tuple[Part, ...] = ()
    deciding: bool = False
    entered: bool = True  # all it reads was entered


@dataclass(frozen=True, slots=True, kw_only=True)
class RungOfDay:
    """Safety: how many events of a kind there were on the day (None: nobody said), from lightest to gravest."""

    measure: str
    name: str
    count: Fraction | None
    judged: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A figure that stood before it was corrected, who entered it and when (site time)."""

    value: Fraction
    at: datetime
    who: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enterable:
    """A measure of the letter that people may enter or correct for the day; earlier figures, the newest first."""

    measure: str
    name: str
    unit: str
    value: Fraction | None
    earlier: tuple[Earlier, ...] = ()
    entry: str | None = None  # the entry that set `value`, which may be taken back; None: it came from a source
    whole: bool = False  # it is counted: no decimals are typed


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOfDay:
    """Above line level: how one line stood on the day."""

    node: str
    name: str
    mark: Mark
    value: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOfDay:
    """What the day's headline KPI came to for one product and order, where there were several."""

    product: str | None
    order: str | None
    value: Fraction | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Natural:
    """What an unchanged process gives: mean, and limits of individual values (mean ± 2.66 mean moving range)."""

    mean: Fraction
    low: Fraction
    high: Fraction
    points: int  # days they were taken from


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPoint:
    """One worked day of the run chart; `value` None: a hole. `signal`: outside the natural limits."""

    day: date
    value: Fraction | None
    mark: Mark
    aim: Fraction | None = None  # the target of that day; of a range the limit that matters is not drawn as one line
    low: Fraction | None = None
    high: Fraction | None = None
    signal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunChart:
    """The headline KPI day by day over some weeks, this month's and those before it; not-worked days are no points."""

    name: str
    unit: str
    decimals: int
    points: tuple[RunPoint, ...]
    natural: Natural | None  # None: too few days


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One reason's share of what was lost on the day; `code` None: nobody gave a reason."""

    code: str | None
    name: str
    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Pareto:
    """Reasons by size, ties by name; more than fit are told together in a last bar named by the widget (`rest`)."""

    unit: str
    bars: tuple[Bar, ...]
    rest: Fraction | None = None
    of_month: bool = False  # the day itself has none: these are the month's


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationLine:
    """A deviation that people logged on the day."""

    entry: str
    reason: str | None  # its name
    text: str
    quantity: Fraction | None
    who: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonTile:
    """A reason that may be given on this page."""

    code: str
    name: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """One letter of a line, an area or the site; `letter.days` are those of the month that is shown."""

    node: str
    path: Path
    letter: LetterView
    month: date  # its first day
    today: date  # production day
    day: date  # the day that is told about, in that month
    day_mark: Mark
    earlier_month: date | None  # first day of the month before, where anything is known of it
    later_month: date | None
    earlier_day: date | None  # the worked days beside `day`, across months; None: there is none
    later_day: date | None
    kpis: tuple[KpiOfDay, ...]
    ladder: tuple[RungOfDay, ...]
    lines: tuple[LineOfDay, ...]  # above line level
    orders: tuple[OrderOfDay, ...]
    enterable: tuple[Enterable, ...]  # empty where the day cannot be entered (to come, or above line level)
    chart: RunChart
    pareto: Pareto | None
    actions: tuple[ActionCard, ...]
    deviations: tuple[DeviationLine, ...]
    reasons: tuple[ReasonTile, ...]
    shift: str | None
    starts: datetime | None
    ends: datetime | None
    now: datetime  # site time, to the minute
    freshness: Freshness
    closed_at: datetime | None = None  # when somebody closed the day (site time), and who, where that is known
    closed_by: str | None = None
