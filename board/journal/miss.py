"""What the journal says of an interval: the misses given for it and the leader's stamps."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from board.journal.entry import Entry
from board.journal.payload import IntervalReviewed, MissDetailed, MissLogged, Undone
from board.plant.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A reason given for part of an interval's gap, with whatever details were added since."""

    id: str
    node: str
    interval: Span
    reason: str
    quantity: int
    minutes: int | None
    comment: str
    actor: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The leader's review of an interval."""

    id: str
    node: str
    interval: Span
    actor: str | None
    at: datetime


def _detailed(miss: Miss, more: MissDetailed, actor: str | None) -> Miss:
    return replace(
        miss,
        quantity=miss.quantity if more.quantity is None else more.quantity,
        minutes=miss.minutes if more.minutes is None else more.minutes,
        comment=miss.comment if more.comment is None else more.comment,
        actor=miss.actor or actor,
    )


def replay(entries: Iterable[Entry]) -> tuple[tuple[Miss, ...], tuple[Stamp, ...]]:
    """Return the misses and stamps that stand after these entries, in the order in which they were made."""
    misses: dict[str, Miss] = {}
    stamps: dict[str, Stamp] = {}
    for entry in entries:
        said = entry.payload
        if isinstance(said, MissLogged):
            misses[entry.id] = Miss(
                id=entry.id,
                node=entry.node,
                interval=Span(said.start, said.end),
                reason=said.reason,
                quantity=said.quantity,
                minutes=said.minutes,
                comment=said.comment,
                actor=entry.actor,
                at=entry.wall,
            )
        elif isinstance(said, IntervalReviewed):
            interval = Span(said.start, said.end)
            stamps[entry.id] = Stamp(id=entry.id, node=entry.node, interval=interval, actor=entry.actor, at=entry.wall)
        elif isinstance(said, MissDetailed) and entry.subject in misses:
            misses[entry.subject] = _detailed(misses[entry.subject], said, entry.actor)
        elif isinstance(said, Undone) and entry.subject is not None:
            misses.pop(entry.subject, None)
            stamps.pop(entry.subject, None)
    return tuple(misses.values()), tuple(stamps.values())
