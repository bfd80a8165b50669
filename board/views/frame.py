"""Header and footer: where we are, what time it is, whether the picture is live, and what is waiting."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from operator import attrgetter

from board.views.freshness import Stage
from board.views.sicb import Path


class Notice(Enum):
    """Something about the board itself that people must know; words belong to the widget."""

    DISK_NEARLY_FULL = "disk nearly full"
    DISK_REFUSES = "disk refuses"  # a tap cannot be kept now
    DATABASE_REPLACED = "database replaced"  # a damaged one was moved aside
    PLANT_REFUSED = "plant refused"  # a changed plant folder has errors; the last good one stays
    CLOCK_SUSPECT = "clock suspect"
    SOURCE_FAILS = "source fails"
    RESTARTED_AFTER_CRASH = "restarted after crash"
    READS_IN = "reads in"  # a source has much to tell at first; nothing is wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """A notice with its particulars (a file, a source, a sentence)."""

    notice: Notice
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTab:
    """One page in the footer."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds every page; made anew each second by the kiosk. Ages in seconds."""

    path: Path
    page: str  # key of the page that is up
    tabs: tuple[PageTab, ...]
    unit: str | None
    day: date
    shift: str | None
    starts: datetime | None
    ends: datetime | None
    progress: Fraction  # of the shift, 0 to 1
    clock: datetime  # site time
    stage: Stage
    age_s: int | None
    server: str = "embedded"  # "embedded", "online" or "offline"
    server_since: datetime | None = None
    waiting: int = 0  # taps not yet with the server or not yet on disk
    notices: tuple[NoticeLine, ...] = ()
    topic: str = ""  # what the page is of beside its node: a letter, a fiscal year
    dwell: Fraction | None = None  # how much of its time the page has had, where pages turn by themselves


_of_all_but_time = attrgetter(
    *(field.name for field in fields(Frame) if field.name not in {"clock", "progress", "age_s"})
)


def only_age_differs(before: Frame, now: Frame) -> bool:
    """Tell whether nothing but the time and, within its stage, the age of the data has moved on."""
    return bool(_of_all_but_time(before) == _of_all_but_time(now))


def only_time_differs(before: Frame, now: Frame) -> bool:
    """Tell whether nothing but the clock and the progress of the shift has moved on."""
    return before.age_s == now.age_s and only_age_differs(before, now)
