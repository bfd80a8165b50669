"""Where the figures of the wall come from, source by source: last value, age, error, next try, readings of today."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from board.views.feeding import Feeding, Outage
from board.views.freshness import Freshness
from board.views.sicb import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class LastValue:
    """The newest value of a source, with the names of what it is of and when it was observed, site time."""

    value: Fraction
    unit: str
    measure: str
    node: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source; times in site time. No setting of it is here, so that no secret can be."""

    id: str
    kind: str
    freshness: Freshness  # of what it has told: its newest value, or the time up to which it has told all
    last: LastValue | None = None
    answered_at: datetime | None = None  # it gave something, or said that it has nothing new
    complete_through: datetime | None = None
    rows_today: int = 0  # readings that came on the production day, corrections too
    gone: tuple[str, ...] = ()  # names of the nodes of which it says that they tell no more
    unusable: str = ""  # what could not be used of what came last
    outage: Outage | None = None
    process: Feeding | None = None  # None: it is not known whether it is read now
    is_plan: bool = False  # it tells planned runs, and no values


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The page of all sources of the plant; those that need somebody come first. `node` is where it was reached from.

    `troubled` counts them; `processes` read them, none where the page was made beside the board.
    """

    node: str
    path: Path
    today: date
    rows: tuple[SourceRow, ...]
    troubled: int
    processes: tuple[Feeding, ...]
    shift: str | None
    starts: datetime | None
    ends: datetime | None
    now: datetime  # site time, to the second
    freshness: Freshness
