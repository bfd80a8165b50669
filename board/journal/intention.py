"""What a finger means, before it is on disk: the store turns each into one journal entry."""

from dataclasses import dataclass

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


Intention = LogMiss | DetailMiss | Undo | EnterCount | ReviewInterval
