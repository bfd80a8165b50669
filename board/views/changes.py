"""What is in force on a node today, and what was changed on the wall: plan, targets, reasons, people, days off."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from fractions import Fraction

from board.plant.plant import Better, Role, RunKind
from board.views.freshness import Freshness
from board.views.sicb import Path
from board.views.sqcdp import Aim


class ChangeKind(Enum):
    """What a change on the wall is about."""

    RUN = "run"  # product and order, rate, crew, changeover
    SHIFT = "shift"  # overtime, a cancelled shift
    TARGET = "target"
    REASON = "reason"
    PERSON = "person"
    DAY_OFF = "day off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something with an id and the name people call it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftToday:
    """A shift of a line on the production day, in site time; `usual` is its span by the plant file."""

    line: str
    name: str
    starts: datetime
    ends: datetime
    usual_starts: datetime
    usual_ends: datetime
    cancelled: bool = False
    entry: str | None = None  # the change that made it so


@dataclass(frozen=True, slots=True, kw_only=True)
class RunToday:
    """A planned run that meets the production day, in site time."""

    line: str
    kind: RunKind
    starts: datetime
    ends: datetime | None
    product: str | None
    order: str | None
    rate: Fraction | None  # units per hour; None: the standard rate
    quantity: int | None
    crew: int | None
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetNow:
    """The target of a KPI in force today for this node, and the next one that is known."""

    kpi: str
    name: str
    unit: str
    decimals: int
    better: Better
    aim: Aim | None
    since: date | None
    watch: Fraction | None = None
    coming: Aim | None = None
    coming_from: date | None = None
    entry: str | None = None
    with_data: bool = False  # the target of a day comes with its readings, unless one is set here
    by_line: bool = False  # lines of this area or site have targets of their own, and none is set here
    of_days: bool = False  # its months have plans of their own, of which a target set here says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonNow:
    """A reason that may be given on this node's lines."""

    code: str
    name: str
    group: str
    icon: str
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNow:
    """Somebody who may be named at this board."""

    id: str
    name: str
    role: Role
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOffNow:
    """Days not worked, today or to come; `whole_site`: not only lines of this node."""

    first: date
    last: date
    name: str
    whole_site: bool
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change made on the wall. `subject` names what: KPI, shift, product ("": none named), reason or person.

    `undone`: another entry took it back; it stays in the list.
    """

    entry: str
    kind: ChangeKind
    node: str
    node_name: str
    subject: str
    since: date  # the day from which it holds
    at: datetime  # when it was made, site time
    who: str | None
    undone: bool = False
    aim: Aim | None = None  # of a target
    unit: str = ""
    decimals: int = 0
    starts: time | None = None  # of a shift or run
    ends: time | None = None
    removed: bool = False  # a cancelled shift, a reason or person taken off, a day off that is worked
    last: date | None = None  # of days off
    changeover: bool = False  # of a run; its subject is then the product to change to, or nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The page on which a supervisor changes the plan of a line, an area or the site."""

    node: str
    path: Path
    today: date
    lines: tuple[Named, ...]
    shifts: tuple[ShiftToday, ...]
    runs: tuple[RunToday, ...]
    targets: tuple[TargetNow, ...]
    reasons: tuple[ReasonNow, ...]
    people: tuple[PersonNow, ...]
    days_off: tuple[DayOffNow, ...]
    products: tuple[str, ...]  # known from rates and runs, to choose from
    made: tuple[Change, ...]  # the newest first, at most 100
    shift: str | None
    starts: datetime | None
    ends: datetime | None
    now: datetime  # site time, to the minute
    freshness: Freshness
    site: str = ""  # id of the whole site
    crowded: tuple[str, ...] = ()  # names of the lines with more reasons than the reason sheet has places
