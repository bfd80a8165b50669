"""A journal entry and what it may say; kinds and fields of other versions are kept as they came."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationError

from board.journal.chain import link
from board.journal.clean import (
    COMMENT_CHARACTERS,
    LARGEST,
    NAME_CHARACTERS,
    clean_text,
    plausible,
)
from board.journal.clock import microseconds
from board.journal.intention import DetailMiss, EnterCount, Intention, LogMiss, ReviewInterval, Undo

LONGEST_INTERVAL = timedelta(hours=24)


class UnusableError(ValueError):
    """An intention that cannot be kept as it is; the message is a sentence for people."""


def _utc(moment: datetime) -> datetime:
    if not plausible(moment):
        raise ValueError(f"{moment} is no time between 1990 and 2200 with a zone")
    return moment.astimezone(UTC)


def _name(value: object) -> object:
    return clean_text(value, NAME_CHARACTERS) if isinstance(value, str) else value


def _comment(value: object) -> object:
    return clean_text(value, COMMENT_CHARACTERS) if isinstance(value, str) else value


def _written(moment: datetime) -> str:
    return moment.isoformat()


Moment = Annotated[datetime, AfterValidator(_utc), PlainSerializer(_written)]
Name = Annotated[str, BeforeValidator(_name), Field(min_length=1)]
Comment = Annotated[str, BeforeValidator(_comment)]
Quantity = Annotated[int, Field(ge=0, le=LARGEST)]
Difference = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
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


class Unknown(Payload):
    """An entry of a kind or form that this version does not know; kept raw, shown nowhere."""

    raw: dict[str, Any] = Field(default_factory=dict)


KINDS: Mapping[str, type[Payload]] = {
    "miss": MissLogged,
    "miss-detail": MissDetailed,
    "undo": Undone,
    "count": CountEntered,
    "review": IntervalReviewed,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a person did, as it stands in the journal; `stored` is the payload's exact text."""

    id: str
    number: int  # within this database, without gaps
    station: str
    epoch: str  # which life of the database: a restored copy begins a new one
    node: str
    kind: str
    subject: str | None
    actor: str | None
    clock: int  # hybrid logical clock, microseconds
    wall: datetime  # UTC
    zone: str
    offset_s: int
    payload: Payload
    stored: str
    previous: bytes
    hash: bytes

    def linked(self) -> bytes:
        """Return the hash that follows from the previous one and what is stored."""
        return link(self.previous, stored_values(self))


def stored_values(entry: Entry) -> tuple[str | int | None, ...]:
    """Return what the hash covers, in the order in which it is stored."""
    return (
        entry.number,
        entry.id,
        entry.station,
        entry.epoch,
        entry.node,
        entry.kind,
        entry.subject,
        entry.actor,
        entry.clock,
        microseconds(entry.wall),
        entry.zone,
        entry.offset_s,
        entry.stored,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An intention made clean, before the store gives it its place in the chain."""

    id: str
    node: str
    kind: str
    subject: str | None
    actor: str | None
    payload: Payload
    stored: str


def _said(intention: Intention) -> tuple[str, dict[str, Any]]:
    match intention:
        case LogMiss():
            span = intention.interval
            return "miss", {
                "start": span.start,
                "end": span.end,
                "reason": intention.reason,
                "quantity": intention.quantity,
                "minutes": intention.minutes,
                "comment": intention.comment,
            }
        case DetailMiss():
            return "miss-detail", {
                "quantity": intention.quantity,
                "minutes": intention.minutes,
                "comment": intention.comment,
            }
        case EnterCount():
            span = intention.interval
            return "count", {
                "start": span.start,
                "end": span.end,
                "measure": intention.measure,
                "quantity": intention.quantity,
                "product": intention.product,
                "order": intention.order,
            }
        case ReviewInterval():
            return "review", {"start": intention.interval.start, "end": intention.interval.end}
        case Undo():
            return "undo", {}


def _checked_name(what: str, text: str | None) -> str | None:
    if text is None:
        return None
    cleaned = clean_text(text, NAME_CHARACTERS)
    if not cleaned or cleaned != text:
        raise UnusableError(f"The {what} {cleaned!r} cannot be kept: it is empty, too long or has control characters.")
    return text


def drafted(intention: Intention) -> Draft:
    """Return the intention as a draft of an entry; UnusableError (with a sentence) when it says what cannot be."""
    kind, fields = _said(intention)
    if "start" in fields and not timedelta() < fields["end"] - fields["start"] <= LONGEST_INTERVAL:
        raise UnusableError("An interval lasts more than nothing and at most 24 hours; this entry's does not.")
    try:
        payload = KINDS[kind].model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UnusableError(f"This {kind} cannot be kept: {where} is not usable ({first['msg']}).") from error
    subject = intention.subject if isinstance(intention, DetailMiss | Undo) else None
    return Draft(
        id=_checked_name("id", intention.id) or "",
        node=_checked_name("node", intention.node) or "",
        kind=kind,
        subject=_checked_name("subject", subject),
        actor=_checked_name("person's id", intention.actor),
        payload=payload,
        stored=payload.model_dump_json(),
    )


def payload_of(kind: str, stored: str) -> Payload:
    """Return what a stored payload says; `Unknown` with its fields where this version does not understand it."""
    try:
        raw = json.loads(stored)
    except (ValueError, RecursionError):
        return Unknown()
    if not isinstance(raw, dict):
        return Unknown()
    model = KINDS.get(kind)
    if model is None or raw.get("v") != 1:
        return Unknown(raw=raw)
    try:
        return model.model_validate(raw)
    except ValidationError:
        return Unknown(raw=raw)
