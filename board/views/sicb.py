"""The short interval control board at one moment: plan, actual, gap, reasons and recovery of a shift."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction

from board.plant.span import Span
from board.views.freshness import Freshness
from board.views.mark import Mark

FORMER = "?"
"""The display name of a person whom the plant no longer knows; the widget has the words for it."""


class ReviewState(Enum):
    """Whether the leader has looked at an interval."""

    NOT_YET = "not yet"  # the interval has not closed
    DUE = "due"  # closed and not reviewed
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The leader's stamp: `by` is a display name; `at` is when it was done, or since/when it is due."""

    state: ReviewState
    at: datetime  # site time
    by: str | None = None
    entry: str | None = None  # journal id of the review


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedPart:
    """A reason given for part of a gap."""

    entry: str  # journal id of the miss
    reason: str  # code
    name: str  # the reason's name in the plant; its code where the plant no longer knows it
    icon: str
    quantity: int
    minutes: int | None = None
    comment: str = ""
    by: str | None = None  # display name


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """One row of the board. Quantities are whole units; `plan_exact` and `plan_so_far_exact` are exact.

    `actual` None: nothing is known of it (not zero). `delta` is actual minus plan (so far, while it runs).
    `gap` is the shortfall (>= 0); `explained` may be more than it when late counts arrive: `surplus` says by how much.
    """

    span: Span
    starts: datetime  # site time, for the label
    ends: datetime
    mark: Mark
    plan: int | None
    plan_exact: Fraction | None
    plan_so_far: int | None  # only while it runs
    plan_so_far_exact: Fraction | None
    actual: int | None
    rejected: int | None
    delta: int | None
    cumulative_plan: int | None
    cumulative_plan_exact: Fraction | None
    cumulative_actual: int | None
    cumulative_delta: int | None
    gap: int
    explained: int
    unexplained: int
    surplus: int
    parts: tuple[ExplainedPart, ...]
    review: Review
    elapsed: Fraction  # 0 to 1
    over_planned: bool = False  # more made than planned: a plan to correct, not extra green
    apportioned: bool = False  # a reading spanned the border and was shared out by working minutes
    provisional: bool = False  # closed, but its source has more to tell, or told something that nobody could use
    products: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPoint:
    """A point of the small picture of the gap over the shift: `at` 0 to 1 of the shift, `delta` in units."""

    at: Fraction
    delta: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """Whether the shift can still make its plan. Rates are units per hour.

    `needed_rate` None: no time is left. `last_moment` None: never, or not needed.
    """

    needed_rate: Fraction | None
    present_rate: Fraction | None
    best_rate: Fraction | None
    ahead: bool
    recoverable: bool
    last_moment: datetime | None  # site time
    minutes_left: int | None  # whole minutes from now to last_moment
    best_forecast: int | None  # best the shift can still reach
    gap_at_end: int | None  # forecast gap, negative when short
    path: tuple[PathPoint, ...] = ()
    recover_from: Fraction | None = None  # where on the path, 0 to 1, the last moment lies


@dataclass(frozen=True, slots=True, kw_only=True)
class OeeFigure:
    """An OEE with the plan it stands on; None: no value. Ratios are exact fractions of 1.

    `plan`: "shift" (all planned time of the shift), "order" (planned time to the order's end), "so far" (to now).
    """

    plan: str
    until: datetime  # site time: where the planned time ends
    planned_minutes: Fraction
    oee: Fraction | None
    quality_ratio: Fraction | None
    good: int
    rejected: int
    order: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonTile:
    """One place on the reason sheet; `more` holds the reasons of the group where a second tap is needed."""

    code: str
    name: str
    icon: str
    more: tuple["ReasonTile", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayItem:
    """A closed interval whose gap is not explained yet; it waits for the huddle."""

    node: str
    span: Span
    starts: datetime
    ends: datetime
    unexplained: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Names from the site down to the node, for the header."""

    site: str
    area: str | None = None
    line: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sicb:
    """The board of one line for one shift; `span` None and no intervals: no shift today."""

    node: str
    path: Path
    unit: str
    shift: str | None
    day: date
    span: Span | None
    starts: datetime | None
    ends: datetime | None
    now: datetime  # site time
    running: bool  # the shift is on at `now`
    intervals: tuple[Interval, ...]
    total_plan: int | None  # of the whole shift
    total_plan_so_far: int | None
    total_actual: int | None
    total_rejected: int | None
    total_delta: int | None
    total_mark: Mark
    to_go: int | None
    complete: bool  # no due interval is missing
    recovery: Recovery | None
    oee: tuple[OeeFigure, ...]
    plan_source: str  # "plant", a source's id, "journal", or "none"
    freshness: Freshness
    counted_by_hand: bool
    tiles: tuple[ReasonTile, ...]
    tray: tuple[TrayItem, ...]
    misses_in_a_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SicbLine:
    """One line of the board for several lines."""

    node: str
    name: str
    unit: str
    intervals: tuple[Interval, ...]
    total_plan_so_far: int | None
    total_actual: int | None
    total_delta: int | None
    total_mark: Mark
    needed_rate: Fraction | None
    recoverable: bool | None
    freshness: Freshness
    unexplained: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SicbLines:
    """The board of several lines for one shift: lines x intervals; `columns` are the longest shift's intervals."""

    node: str
    path: Path
    shift: str | None
    day: date
    starts: datetime | None
    ends: datetime | None
    now: datetime
    columns: tuple[Span, ...]
    column_labels: tuple[tuple[datetime, datetime], ...]  # site time
    lines: tuple[SicbLine, ...]
    freshness: Freshness
