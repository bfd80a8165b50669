"""A journal entry and what it may say; kinds and fields of other versions are kept as they came."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic import ValidationError

from board.journal.chain import link
from board.journal.clean import NAME_CHARACTERS, clean_text
from board.journal.clock import microseconds
from board.journal.intention import (
    Adjustment,
    ChangeDayOff,
    ChangePerson,
    ChangeReason,
    ChangeShift,
    DetailMiss,
    EnterCount,
    EnterDay,
    Intention,
    LogDeviation,
    LogMiss,
    PlanRun,
    ReviewInterval,
    SetTarget,
    Undo,
)
from board.journal.payload import KINDS, Payload, Unknown
from board.plant.told import told

LONGEST_INTERVAL = timedelta(hours=24)
_INTERVALS = frozenset({"miss", "count", "review"})


class UnusableError(ValueError):
    """An intention that cannot be kept as it is; the message is a sentence for people."""


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
    name: str = ""  # of the person it speaks of; kept apart, never in the journal


def _said(intention: Intention) -> tuple[str, dict[str, Any]]:
    match intention:
        case LogMiss() | DetailMiss() | EnterCount() | ReviewInterval():
            return _of_interval(intention)
        case Undo():
            return "undo", {}
        case EnterDay() | LogDeviation():
            return _of_day(intention)
        case _:
            return _of_plan(intention)


def _of_interval(intention: LogMiss | DetailMiss | EnterCount | ReviewInterval) -> tuple[str, dict[str, Any]]:
    if isinstance(intention, DetailMiss):
        return "miss-detail", _fields(intention, "quantity", "minutes", "comment")
    span = {"start": intention.interval.start, "end": intention.interval.end}
    match intention:
        case LogMiss():
            return "miss", {**span, **_fields(intention, "reason", "quantity", "minutes", "comment")}
        case EnterCount():
            return "count", {**span, **_fields(intention, "measure", "quantity", "product", "order")}
        case ReviewInterval():
            return "review", span


def _of_day(intention: EnterDay | LogDeviation) -> tuple[str, dict[str, Any]]:
    if isinstance(intention, EnterDay):
        return "day", _fields(intention, "day", "measure", "value", "before")
    return "deviation", _fields(intention, "letter", "day", "reason", "text", "quantity")


def _of_plan(intention: Adjustment) -> tuple[str, dict[str, Any]]:
    """Return what a change of the plan says; of a person the id alone, the name lives apart."""
    match intention:
        case PlanRun():
            said = _fields(intention, "product", "order", "rate", "quantity", "crew")
            span = intention.span
            return "run", {"start": span.start, "end": span.end, "run": intention.kind.value, **said}
        case ChangeShift():
            return "shift", _fields(intention, "day", "shift", "cancelled", "starts", "ends")
        case SetTarget():
            return "target", _fields(intention, "kpi", "valid_from", "value", "low", "high", "watch")
        case ChangeReason():
            return "reason", _fields(intention, "code", "name", "group", "icon", "removed")
        case ChangePerson():
            role = intention.role.value
            return "person", {**_fields(intention, "person", "removed"), "role": role}
        case ChangeDayOff():
            return "day-off", _fields(intention, "first", "last", "name", "worked")


def _fields(intention: Intention, *names: str) -> dict[str, Any]:
    return {name: getattr(intention, name) for name in names}


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
    if kind in _INTERVALS and not timedelta() < fields["end"] - fields["start"] <= LONGEST_INTERVAL:
        raise UnusableError(told("An interval lasts more than nothing and at most 24 hours; this entry's does not."))
    try:
        payload = KINDS[kind].model_validate(fields)
    except ValidationError as error:
        raise UnusableError(f"This {kind} cannot be kept: {_complaint(error)}.") from error
    name = _person_name(intention) if isinstance(intention, ChangePerson) else ""
    subject = intention.subject if isinstance(intention, DetailMiss | Undo) else None
    return Draft(
        id=_checked_name("id", intention.id) or "",
        node=_checked_name("node", intention.node) or "",
        kind=kind,
        subject=_checked_name("subject", subject),
        actor=_checked_name("person's id", intention.actor),
        payload=payload,
        stored=payload.model_dump_json(),
        name=name,
    )


def _complaint(error: ValidationError) -> str:
    """Return the first of what pydantic found, in words."""
    first = error.errors()[0]
    said = first["msg"].removeprefix("Value error, ")
    where = ".".join(str(part) for part in first["loc"])
    return f"{where} is not usable ({said})" if where else said


def _person_name(intention: ChangePerson) -> str:
    name = clean_text(intention.name, NAME_CHARACTERS).strip()
    if not name and not intention.removed:
        raise UnusableError(told("This person cannot be kept: a name is needed."))
    return name


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
