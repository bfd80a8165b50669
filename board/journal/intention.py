"""What a finger means, before it is on disk: the store turns each into one journal entry."""

from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction

from board.plant.plant import Role, RunKind
from board.plant.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LogMiss:
    """A miss and its reason: `quantity` units of the interval's gap, as the person saw it on the screen."""

    id: str  # UUIDv7 made at the touch, the same on every retry
    node: str
    interval: Span
    reason: str
    quantity: int
    minutes: int | None = None
    comment: str = ""
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailMiss:
    """More about a logged miss; None leaves a field as it was. A smaller quantity gives the rest back to the gap."""

    id: str
    node: str
    subject: str  # id of the logged miss
    quantity: int | None = None
    minutes: int | None = None
    comment: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """Take back a miss, a count or a review: an entry of its own, the earlier one stays in the journal."""

    id: str
    node: str
    subject: str  # id of the entry taken back
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterCount:
    """Units typed where no machine counts: a signed difference to what was counted before in this interval."""

    id: str
    node: str
    interval: Span
    measure: str
    quantity: int
    product: str | None = None
    order: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewInterval:
    """The leader has looked at a closed interval (held for 0.8 s)."""

    id: str
    node: str
    interval: Span
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterDay:
    """A figure of a whole production day as it shall stand: entered, or corrected from `before` (None: nothing)."""

    id: str
    node: str
    day: date
    measure: str
    value: Fraction
    before: Fraction | None = None  # as the person saw it on the screen
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogDeviation:
    """Something that went wrong with a letter on a day, with a reason or in words."""

    id: str
    node: str
    letter: str
    day: date
    reason: str | None = None
    text: str = ""
    quantity: Fraction | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRun:
    """What a line shall make, or a changeover, over a time of today's plan or a later one."""

    id: str
    node: str
    span: Span
    kind: RunKind = RunKind.PRODUCTION
    product: str | None = None
    order: str | None = None
    rate: Fraction | None = None  # units per hour; None: the standard rate
    quantity: int | None = None
    crew: int | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShift:
    """A shift of a line on one production day: cancelled, or run between other times (overtime, a late start)."""

    id: str
    node: str
    day: date
    shift: str
    cancelled: bool = False
    starts: time | None = None  # site time; None: as usual
    ends: time | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTarget:
    """A KPI's target for a node from a day on; `low` and `high` for a range, else `value`."""

    id: str
    node: str
    kpi: str
    valid_from: date
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    watch: Fraction | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReason:
    """A reason added, renamed or taken off (`removed`) for the lines of a node."""

    id: str
    node: str
    code: str
    name: str
    group: str
    icon: str = "other"
    removed: bool = False
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePerson:
    """Somebody added, renamed, given another role, or taken off; the journal keeps the id, never the name."""

    id: str
    node: str
    person: str
    name: str
    role: Role = Role.OPERATOR
    removed: bool = False
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDayOff:
    """Days, first to last inclusive, on which the lines of a node do not work; `worked`: they do work after all."""

    id: str
    node: str
    first: date
    last: date
    name: str
    worked: bool = False
    actor: str | None = None


Adjustment = PlanRun | ChangeShift | SetTarget | ChangeReason | ChangePerson | ChangeDayOff
"""What a supervisor changes on the wall, on top of the plant file."""
ADJUSTMENTS = (PlanRun, ChangeShift, SetTarget, ChangeReason, ChangePerson, ChangeDayOff)

Intention = LogMiss | DetailMiss | Undo | EnterCount | ReviewInterval | EnterDay | LogDeviation | Adjustment
