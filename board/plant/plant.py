"""The definitions of a plant as frozen values; `load.py` reads them from a folder, `calendar.py` walks their time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo


class Better(Enum):
    """In which direction a KPI is meant to go."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"


class MeasureKind(Enum):
    """How values of a measure add up over time."""

    COUNT = "count"  # summed
    DURATION = "duration"  # summed, in minutes
    AMOUNT = "amount"  # summed
    LEVEL = "level"  # the last one stands
    SAMPLE = "sample"  # mean, weighted by its number of observations


class OverNodes(Enum):
    """How values of a measure add up over lines."""

    SUM = "sum"
    MEAN = "mean"


class YearKind(Enum):
    """How a KPI's year to date follows from its months."""

    SUM = "sum"
    RATIO = "ratio"  # ratio of sums
    LAST = "last"
    WORST = "worst"  # that which stands worst against its plan


class RunKind(Enum):
    """What a planned run does with its time."""

    PRODUCTION = "production"
    CHANGEOVER = "changeover"


class Role(Enum):
    """What a person may do at the board, from least to most."""

    OPERATOR = "operator"
    LEADER = "leader"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The whole works: its clock and its year."""

    id: str
    name: str
    timezone: str  # IANA name; never the operating system's
    day_starts: time = time(0, 0)
    fiscal_year_starts: int = 1  # month, 1 to 12
    language: str = "en"
    alarm_after_misses: int = 3  # months missed in a row that raise the alarm in the bowling chart

    @property
    def zone(self) -> ZoneInfo:
        """Return the site's zone."""
        return ZoneInfo(self.timezone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of the site (tier 2) that holds lines."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, cell or machine whose output is watched interval by interval (tier 1)."""

    id: str
    name: str
    area: str
    unit: str = "parts"  # what is counted, as people call it
    interval: timedelta = timedelta(hours=2)  # 30 min to 4 h
    rate: Fraction | None = None  # units per hour the standard allows, all stations together
    best_rate: Fraction | None = None  # units per hour, best proven; bounds what is recoverable
    counted_by_hand: bool = False  # no machine counts: people type the counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A pause within a shift, by the site's wall clock."""

    starts: time
    length: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A recurring shift by the site's wall clock; one that ends at or before its start ends on the next day."""

    name: str
    starts: time
    ends: time
    days: frozenset[int] = frozenset(range(7))  # weekdays on which it starts, Monday = 0
    breaks: tuple[Break, ...] = ()
    lines: frozenset[str] = frozenset()  # empty: all lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftChange:
    """A shift of one line on one production day: cancelled, or from or to other times of the site's wall clock."""

    line: str
    day: date
    shift: str
    cancelled: bool = False
    starts: time | None = None  # the one nearest to the usual start; None: as usual
    ends: time | None = None  # the first one after the start


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A standard rate for a line, narrowed to a product, a shift or both; the narrowest that fits is used."""

    line: str
    per_hour: Fraction
    product: str | None = None
    shift: str | None = None
    stations: int = 1  # machines or work places that share the rate


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """Days, first to last inclusive, on which the named lines do not work; no lines named: the whole site."""

    first: date
    last: date
    name: str
    lines: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRun:
    """What a line is meant to make, and when (ISO 22400 order execution); from the plant, a source or a supervisor.

    `rate` is units per hour (None: the standard rate in force); `end` None: to the end of `quantity`, or open.
    """

    node: str
    start: datetime
    end: datetime | None = None
    product: str | None = None
    order: str | None = None
    rate: Fraction | None = None
    quantity: int | None = None
    crew: int | None = None
    kind: RunKind = RunKind.PRODUCTION
    origin: str = "plant"  # "plant", the id of a source, or "journal"
    key: str = ""  # of a source's run that may be moved: by it the one before is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A quantity observed on a node over a time span."""

    id: str
    name: str
    kind: MeasureKind
    unit: str
    over_nodes: OverNodes = OverNodes.SUM
    daily: bool = True  # entered every day; else whenever it is known, and counted with all days of its month


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target in force from a day on; `low` and `high` (both inclusive) for a range, else `value`.

    `nodes` are those it is set for; none named: every line that has none of its own.
    """

    valid_from: date
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    watch: Fraction | None = None  # width of the watch band beyond the target, in the KPI's unit; None: no watch
    nodes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A jumping-off point: the last result before the fiscal year that `valid_from` lies in, or before any year.

    `nodes` are those it is set for; none named: every node that has none of its own.
    """

    value: Fraction
    valid_from: date | None = None
    nodes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """A key performance indicator over sums of measures; just one of `formula` and `library` is set.

    The last six are the bowling chart's: `month_targets` are plans of a whole month, `linear` a plan that leads
    straight from the start to `year_end` (None: to the target in force on the year's last day), `charted` says whether
    it has a row at all.
    """

    id: str
    name: str
    unit: str
    better: Better
    formula: str | None = None  # e.g. "100 * scrap / (good + scrap)"
    library: str | None = None  # a name of the ISO 22400 library, e.g. "oee"
    targets: tuple[Target, ...] = ()
    decimals: int = 1
    owner: str | None = None  # a person's id
    target_formula: str | None = None  # the target itself over measures, where it arrives with the readings
    starts: tuple[Start, ...] = ()
    year: YearKind | None = None  # None: as the formula suggests
    linear: bool = False
    year_end: Fraction | None = None
    month_targets: tuple[Target, ...] = ()
    charted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step of the ladder of safety: events of a kind, and how a day stands on which they are the gravest."""

    measure: str
    judged: str  # "good", "watch" or "miss"
    accident: bool = False  # ends the days without an accident


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter of SQCDP with the few KPIs that judge its day, or a ladder of events from lightest to gravest."""

    code: str
    name: str
    kpis: tuple[str, ...] = ()
    ladder: tuple[Rung, ...] = ()
    by_shift: bool = False  # each day is split into its shifts
    shape: str = "letter"  # or "cross", the safety cross


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why output was lost, as the team names it."""

    code: str
    name: str
    group: str
    icon: str = "other"
    lines: frozenset[str] = frozenset()  # empty: all lines
    retired: bool = False  # known by name for what was said before, offered no more
    measure: str | None = None  # the measure whose losses it explains, such as scrap; None: output that is missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who may be named at the board; the journal keeps only the id."""

    id: str
    name: str
    role: Role = Role.OPERATOR
    lines: frozenset[str] = frozenset()
    retired: bool = False  # known by name for what was done before, offered no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What somebody is to do about a miss, taken over from paper or another system: done when done, then verified."""

    id: str
    node: str  # a line, an area or the site
    letter: str  # the code of a letter
    what: str
    raised: date
    owner: str | None = None  # a person's id
    due: date | None = None
    day: date | None = None  # the day whose miss it answers
    done: date | None = None
    verified: date | None = None  # the effect was seen
    kpi: str | None = None  # the KPI whose miss it answers


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """Where readings come from; `settings` are checked by the source's own kind."""

    id: str
    kind: str
    settings: Mapping[str, object]
    expected_every: timedelta = timedelta(minutes=1)  # how often its newest value should move on
    stale_after: timedelta = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """Everything the people of a plant define, checked as a whole.

    `rates` are tried most specific first by `calendar.standard_rate`; `digest` is the SHA-256 of the folder's TOML.
    """

    site: Site
    areas: tuple[Area, ...]
    lines: tuple[Line, ...]
    shifts: tuple[Shift, ...]
    rates: tuple[Rate, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    runs: tuple[PlannedRun, ...] = ()
    measures: tuple[Measure, ...] = ()
    letters: tuple[Letter, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    reasons: tuple[Reason, ...] = ()
    people: tuple[Person, ...] = ()
    sources: tuple[SourceSpec, ...] = ()
    valid_from: datetime | None = None
    digest: str = ""
    folder: Path | None = None
    shift_changes: tuple[ShiftChange, ...] = ()  # made on the wall; the folder knows none
    actions: tuple[Action, ...] = ()

    def line(self, line_id: str) -> Line:
        """Return the line of that id; KeyError names the lines there are."""
        for line in self.lines:
            if line.id == line_id:
                return line
        raise KeyError(f"no line {line_id!r}; the plant has {', '.join(line.id for line in self.lines)}")

    def lines_under(self, node: str) -> tuple[Line, ...]:
        """Return the lines of a node: itself, those of an area, or all of the site's; KeyError for an unknown node."""
        if node == self.site.id:
            return self.lines
        if any(area.id == node for area in self.areas):
            return tuple(line for line in self.lines if line.area == node)
        return (self.line(node),)

    def reason(self, code: str) -> Reason | None:
        """Return the reason of that code, or None where the plant does not know it."""
        return next((reason for reason in self.reasons if reason.code == code), None)

    def reasons_of(self, line_id: str, measure: str | None = None) -> tuple[Reason, ...]:
        """Return the reasons a line may give for missing output, or for a measure, in the order of the plant file."""
        return tuple(
            reason
            for reason in self.reasons
            if reason.measure == measure and not reason.retired and (not reason.lines or line_id in reason.lines)
        )

    def people_of(self, line_id: str) -> tuple[Person, ...]:
        """Return who may be named on a line, in the order of the plant file."""
        return tuple(
            person for person in self.people if not person.retired and (not person.lines or line_id in person.lines)
        )
