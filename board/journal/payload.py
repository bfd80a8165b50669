"""What journal entries say, by kind: checked when it is written, and again when it is read."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    model_validator,
)

from board.journal.clean import (
    COMMENT_CHARACTERS,
    EARLIEST,
    LARGEST,
    LATEST,
    NAME_CHARACTERS,
    clean_text,
    plausible,
    usable,
)
from board.plant.plant import Role, RunKind

LONGEST_RUN = timedelta(days=31)
LONGEST_OFF = timedelta(days=400)
_EXACT = re.compile(r"-?[0-9]{1,40}(/0{0,39}[1-9][0-9]{0,39})?")


def _utc(moment: datetime) -> datetime:
    if not plausible(moment):
        raise ValueError(f"{moment} is no time between 1990 and 2200 with a zone")
    return moment.astimezone(UTC)


def _day(day: date) -> date:
    if not EARLIEST.date() <= day < LATEST.date():
        raise ValueError(f"{day} is no day between 1990 and 2200")
    return day


def _site_time(wall: time) -> time:
    if wall.tzinfo is not None or wall.second or wall.microsecond:
        raise ValueError(f"{wall} is no site time in whole minutes")
    return wall


def _name(value: object) -> object:
    return clean_text(value, NAME_CHARACTERS) if isinstance(value, str) else value


def _comment(value: object) -> object:
    return clean_text(value, COMMENT_CHARACTERS) if isinstance(value, str) else value


def _exact(value: object) -> Fraction:
    """Return an exact number given as such or as the text 'n/d'."""
    if isinstance(value, str) and _EXACT.fullmatch(value):
        value = Fraction(value)
    if isinstance(value, bool) or not isinstance(value, int | Fraction) or not usable(value):
        raise ValueError("no exact number of a size that a factory can mean")
    return Fraction(value)


def _written(moment: datetime) -> str:
    return moment.isoformat()


Moment = Annotated[datetime, AfterValidator(_utc), PlainSerializer(_written)]
Day = Annotated[date, AfterValidator(_day)]
SiteTime = Annotated[time, AfterValidator(_site_time)]
Name = Annotated[str, BeforeValidator(_name), Field(min_length=1)]
Words = Annotated[str, BeforeValidator(_name)]
Comment = Annotated[str, BeforeValidator(_comment)]
Exact = Annotated[Fraction, PlainValidator(_exact), PlainSerializer(str, return_type=str)]
Quantity = Annotated[int, Field(ge=0, le=LARGEST)]
Difference = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
AboveZero = Annotated[int, Field(gt=0, le=LARGEST)]
Minutes = Annotated[int, Field(ge=0, le=24 * 60)]


class Payload(BaseModel):
    """What an entry says; `v` is the version of its form, unknown fields are kept."""

    model_config = ConfigDict(frozen=True, extra="allow")

    v: int = 1


class MissLogged(Payload):
    """A miss and its reason."""

    start: Moment
    end: Moment
    reason: Name
    quantity: Quantity
    minutes: Minutes | None = None
    comment: Comment = ""


class MissDetailed(Payload):
    """More about a logged miss; None leaves a field as it was."""

    quantity: Quantity | None = None
    minutes: Minutes | None = None
    comment: Comment | None = None


class Undone(Payload):
    """The subject is taken back."""


class CountEntered(Payload):
    """Units typed by hand, as a signed difference."""

    start: Moment
    end: Moment
    measure: Name
    quantity: Difference
    product: Name | None = None
    order: Name | None = None


class IntervalReviewed(Payload):
    """The leader has looked at this interval."""

    start: Moment
    end: Moment


class DayEntered(Payload):
    """A figure of a production day as it shall stand.

    What it does to the readings is worked out once, when it is kept: `reading` is the reading's value, from `start` to
    `end`, and `replaces` the earlier figure typed for that day (not for sums, which take a difference).
    """

    day: Day
    measure: Name
    value: Exact
    before: Exact | None = None
    start: Moment | None = None
    end: Moment | None = None
    reading: Exact | None = None
    replaces: bool = False

    @property
    def asked(self) -> str:
        """Return, as text, what was asked for, without what was worked out when it was kept."""
        worked_out = {"start": None, "end": None, "reading": None, "replaces": False}
        return self.model_copy(update=worked_out).model_dump_json()


class DeviationLogged(Payload):
    """Something that went wrong with a letter on a day."""

    letter: Name
    day: Day
    reason: Name | None = None
    text: Comment = ""
    quantity: Exact | None = None

    @model_validator(mode="after")
    def _said(self) -> Self:
        if self.reason is None and not self.text.strip():
            raise ValueError("it needs a reason, or words")
        if self.quantity is not None and self.quantity < 0:
            raise ValueError("less than nothing cannot be missing")
        return self


class RunPlanned(Payload):
    """What a line shall make, or a changeover."""

    start: Moment
    end: Moment
    run: RunKind
    product: Name | None = None
    order: Name | None = None
    rate: Exact | None = None
    quantity: AboveZero | None = None
    crew: AboveZero | None = None

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if not timedelta() < self.end - self.start <= LONGEST_RUN:
            raise ValueError("a planned run lasts more than nothing and at most 31 days")
        if self.rate is not None and self.rate <= 0:
            raise ValueError("a rate is more than nothing per hour")
        return self


class ShiftChanged(Payload):
    """A shift of a line on one production day: cancelled, or between other times."""

    day: Day
    shift: Name
    cancelled: bool = False
    starts: SiteTime | None = None
    ends: SiteTime | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.cancelled == (self.starts is not None or self.ends is not None):
            raise ValueError("a shift is cancelled, or starts or ends at another time")
        return self


class TargetSet(Payload):
    """A KPI's target from a day on: a value, or a range."""

    kpi: Name
    valid_from: Day
    value: Exact | None = None
    low: Exact | None = None
    high: Exact | None = None
    watch: Exact | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.low is None) != (self.high is None) or (self.value is None) == (self.low is None):
            raise ValueError("a target is one value, or a range from low to high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("a range goes from low to high")
        if self.watch is not None and self.watch < 0:
            raise ValueError("a watch band is not narrower than nothing")
        return self


class ReasonChanged(Payload):
    """A reason added, renamed or taken off."""

    code: Name
    name: Words
    group: Words
    icon: Name = "other"
    removed: bool = False

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not self.removed and not (self.name.strip() and self.group.strip()):
            raise ValueError("a reason needs a name and a group")
        return self


class PersonChanged(Payload):
    """Somebody added, renamed, given another role or taken off: the id alone, never the name."""

    person: Name
    role: Role = Role.OPERATOR
    removed: bool = False


class DayOffChanged(Payload):
    """Days on which lines do not work, or do work after all."""

    first: Day
    last: Day
    name: Words
    worked: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not timedelta() <= self.last - self.first <= LONGEST_OFF:
            raise ValueError("days off go from a first to a last day, at most 400 days later")
        return self


class Unknown(Payload):
    """An entry of a kind or form that this version does not know; kept raw, shown nowhere."""

    raw: dict[str, Any] = Field(default_factory=dict)


KINDS: Mapping[str, type[Payload]] = {
    "miss": MissLogged,
    "miss-detail": MissDetailed,
    "undo": Undone,
    "count": CountEntered,
    "review": IntervalReviewed,
    "day": DayEntered,
    "deviation": DeviationLogged,
    "run": RunPlanned,
    "shift": ShiftChanged,
    "target": TargetSet,
    "reason": ReasonChanged,
    "person": PersonChanged,
    "day-off": DayOffChanged,
}
ADJUSTMENTS = frozenset({"run", "shift", "target", "reason", "person", "day-off"})
"""The kinds that lay a change on top of the plant file."""
