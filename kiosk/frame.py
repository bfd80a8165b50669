"""Makes the header and footer anew each second from what is known at that moment."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from board.views.frame import Frame, NoticeLine, PageTab
from board.views.freshness import Freshness, Stage
from board.views.sicb import Sicb, SicbLines

if TYPE_CHECKING:
    from board.views.page import View


def frame_of(
    view: "View",
    *,
    page: str,
    tabs: tuple[PageTab, ...],
    now: datetime,
    age_s: int | None,
    waiting: int,
    notices: Iterable[NoticeLine] = (),
    topic: str = "",
    dwell: Fraction | None = None,
) -> Frame:
    """Return the frame around a view; `now` is aware, `age_s` comes from the monotonic clock."""
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
        stage=stage_of(view.freshness, age_s),
        age_s=_in_steps(age_s),
        waiting=waiting,
        notices=tuple(notices),
        topic=topic,
        dwell=dwell,
    )


def stage_of(freshness: Freshness, age_s: int | None) -> Stage:
    """Return how an age counted on the monotonic clock looks."""
    if age_s is None:
        return Stage.MISSING
    if age_s > freshness.stale_after_s:
        return Stage.STALE
    return Stage.LATE if age_s > freshness.late_after_s else Stage.LIVE


def _in_steps(age_s: int | None) -> int | None:
    """Return the age as it is told: each of the first ten seconds, then every fifth, so that little is painted."""
    return age_s if age_s is None or age_s < 10 else age_s - age_s % 5


def _progress(starts: datetime | None, ends: datetime | None, now: datetime) -> Fraction:
    if starts is None or ends is None:
        return Fraction(0)
    length = int((ends - starts).total_seconds())
    passed = int((now - starts).total_seconds())
    return Fraction(min(max(passed, 0), length), max(length, 1))
