"""What a source tells the board: one quantity observed on one node over one stretch of time."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from fractions import Fraction

from board.plant.plant import PlannedRun


class Quality(Enum):
    """How far a value can be trusted."""

    GOOD = "good"
    UNCERTAIN = "uncertain"
    BAD = "bad"  # value is None
    MISSING = "missing"  # value is None, though somebody should have told one
    WITHDRAWN = "withdrawn"  # value is None, and nobody owes one: it was taken back, or its field is not there at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One observation; `end == start` is an instant (one part leaving the machine).

    Idempotent by (`source`, `key`): the same key with other contents is a correction and becomes the next revision.
    Times are UTC. `value` None is missing, never zero. `observations` is the n behind a sample's mean.
    """

    node: str
    measure: str
    start: datetime
    end: datetime
    value: Fraction | None
    source: str
    key: str
    unit: str = ""
    reason: str | None = None
    product: str | None = None
    order: str | None = None
    quality: Quality = Quality.GOOD
    final: bool = True
    observations: int = 1
    observed_at: datetime | None = None  # when the machine or file said so; None: `end`
    revision: int = 0  # given by the store
    received_at: datetime | None = None  # given by the store


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """Input a source could not use, in one sentence for people: what, where, why."""

    source: str
    where: str  # e.g. "parts.csv line 17, column Timestamp"
    said: str  # e.g. "'2025-13-40' is not a date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one look at a source gave; it is stored, with its watermark, in one transaction.

    `watermark` is opaque to all but the source. `complete_through`: intervals ending by then are final. Where that is
    only the time of the newest row (`by_rows`), a node is known through its own newest row and no further: another one
    that still speaks says nothing of it. `through` has nodes that are known through a time of their own.
    `seen_at`: when the source answered (a source that answers with nothing new is alive, not stale).
    """

    source: str
    readings: tuple[Reading, ...]
    watermark: str
    seen_at: datetime
    complete_through: datetime | None = None
    complaints: tuple[Complaint, ...] = ()
    runs: tuple[PlannedRun, ...] = ()
    number: int = 0  # for the acknowledgement on the pipe
    progress: Fraction | None = None  # 0 to 1 during a first import
    gone: tuple[str, ...] = ()  # nodes known to tell no more behind these readings: stale at once, until they do again
    by_rows: bool = False
    through: tuple[tuple[str, datetime], ...] = ()
    mended: tuple[str, ...] = ()  # places of which no complaint holds any more, such as a file; "": of none
