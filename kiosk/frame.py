"""Makes the header and footer anew from what is known at a moment."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from board.views.frame import Frame, Notice, NoticeLine, PageTab
from board.views.freshness import Freshness, Stage
from board.views.sicb import Sicb, SicbLines

if TYPE_CHECKING:
    from board.views.page import View


class Age(NamedTuple):
    """What of a frame moves on by itself beside its clock."""

    stage: Stage
    age_s: int | None  # in steps
    waiting: int = 0
    dwell: Fraction | None = None


def frame_of(
    view: "View",
    age: Age,
    *,
    page: str,
    tabs: tuple[PageTab, ...],
    now: datetime,
    notices: Iterable[NoticeLine] = (),
    topic: str = "",
) -> Frame:
    """Return the frame around a view; `now` is aware."""
    zone = view.now.tzinfo
    return Frame(
        path=view.path,
        page=page,
        tabs=tabs,
        unit=view.unit if isinstance(view, Sicb) else None,
        day=view.day if isinstance(view, Sicb | SicbLines) else view.today,
        shift=view.shift,
        starts=view.starts,
        ends=view.ends,
        progress=_progress(view.starts, view.ends, now),
        clock=now.astimezone(zone),
        stage=age.stage,
        age_s=age.age_s,
        waiting=age.waiting,
        notices=tuple(sorted(notices, key=lambda line: line.notice is Notice.READS_IN)),  # what is wrong comes first
        topic=topic,
        dwell=age.dwell,
    )


def stage_of(freshness: Freshness, age_s: int | None) -> Stage:
    """Return how an age counted on the monotonic clock looks."""
    if age_s is None:
        return Stage.MISSING
    if age_s > freshness.stale_after_s:
        return Stage.STALE
    return Stage.LATE if age_s > freshness.late_after_s else Stage.LIVE


def in_steps(age_s: int | None) -> int | None:
    """Return the age as it is told, so that little is painted: in fives and tens of seconds, then in minutes."""
    return None if age_s is None else age_s - age_s % _step_s(age_s)


def alike_until_s(freshness: Freshness, age_s: float) -> float:
    """Return the age at which one of `age_s` will look otherwise for the first time: its step or its stage."""
    whole = int(age_s)
    moves = whole - whole % _step_s(whole) + _step_s(whole), freshness.late_after_s + 1, freshness.stale_after_s + 1
    return min(each for each in moves if each > age_s)


def _step_s(age_s: int) -> int:
    return 5 if age_s < 10 else 10 if age_s < 60 else 60


def _progress(starts: datetime | None, ends: datetime | None, now: datetime) -> Fraction:
    if starts is None or ends is None:
        return Fraction(0)
    length = int((ends - starts).total_seconds())
    passed = int((now - starts).total_seconds())
    return Fraction(min(max(passed, 0), length), max(length, 1))
