"""Example values of several lines: the same morning, each line with a fate of its own."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final

from board.plant.span import Span
from board.views.freshness import Freshness
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Interval, Path, SicbLine, SicbLines
from widgets.scene_shift import DAY, at, blank, closed, running

NOW: Final = at(11, 42, 36)
NAMES: Final = (
    "Line 1", "Line 2", "Line 3", "Line 4, returnable glass", "Kegs", "Line 6", "Line 7", "Line 8", "PET 1", "PET 2",
    "Bag in box", "Line 12",
)  # fmt: skip
FATES: Final = ((12, 30, 4), (-90, 20, -14), (42, -268, 19), (0, 5, 3), (31, 12, -40))


def example_lines(now: datetime, *, count: int = 5, minutes: int = 120) -> SicbLines:
    """Return the board of so many lines, in intervals of so many minutes."""
    step = timedelta(minutes=minutes)
    times = tuple((at(6) + step * n, at(6) + step * (n + 1)) for n in range(480 // minutes))
    fresh = Freshness(seen_at=now - timedelta(seconds=4), late_after_s=60, stale_after_s=300)
    return SicbLines(
        node="filling",
        path=Path(site="Northgate Works", area="Filling"),
        shift="Early",
        day=DAY,
        starts=at(6),
        ends=at(14),
        now=now,
        columns=tuple(Span(starts, ends) for starts, ends in times),
        column_labels=times,
        lines=tuple(_line(number, times, now, fresh) for number in range(count)),
        freshness=fresh,
    )


def lines() -> SicbLines:
    """Return the lines of an area at the same moment."""
    return example_lines(NOW)


def many_lines() -> SicbLines:
    """Return twelve lines hour by hour; one has been silent for long."""
    return example_lines(NOW, count=12, minutes=60)


def lines_stale() -> SicbLines:
    """Return an area that has been silent for 23 minutes."""
    view = example_lines(NOW)
    silent = replace(view.freshness, seen_at=NOW - timedelta(minutes=23))
    return replace(view, freshness=silent, lines=tuple(replace(line, freshness=silent) for line in view.lines))


def lines_first_day() -> SicbLines:
    """Return lines of which nobody has heard anything yet."""
    now = at(6, 3)
    view = example_lines(now)
    none = replace(view.freshness, seen_at=None)
    silent = tuple(
        replace(
            line, total_actual=None, total_delta=None, total_mark=Mark(Phase.OPEN), needed_rate=None, freshness=none,
            intervals=tuple(
                replace(blank(one.starts, one.ends, one.mark.phase, one.plan), plan_so_far=one.plan_so_far)
                for one in line.intervals
            ),
        )
        for line in view.lines
    )  # fmt: skip
    return replace(view, freshness=none, lines=silent)


def lines_no_shift() -> SicbLines:
    """Return an area in which nobody works now."""
    return replace(example_lines(NOW), shift=None, starts=None, ends=None, columns=(), column_labels=(), lines=())


def lines_holes() -> SicbLines:
    """Return a line that nobody entered anything for, one without a plan, and one that does not work."""
    view = example_lines(NOW)
    first, second, third, *others = view.lines
    entered = tuple(blank(one.starts, one.ends, Phase.UNRECORDED, one.plan) for one in first.intervals[:2])
    unplanned = tuple(
        replace(one, plan=None, plan_so_far=None, delta=None, mark=Mark(Phase.NO_TARGET)) if one.actual else one
        for one in second.intervals
    )
    off = tuple(blank(one.starts, one.ends, Phase.OFF, None) for one in third.intervals)
    second = replace(second, intervals=unplanned, total_delta=None, total_mark=Mark(Phase.NO_TARGET))
    third = replace(third, intervals=off, total_actual=None, total_delta=None, total_mark=Mark(Phase.OFF))
    first = replace(first, intervals=(*entered, *first.intervals[2:]), total_delta=None, total_mark=Mark(Phase.OPEN))
    silent = (
        replace(line, needed_rate=None, recoverable=None, unexplained=0, total_plan_so_far=None)
        for line in (second, third)
    )
    return replace(view, lines=(first, *silent, *others))


def lines_mixed() -> SicbLines:
    """Return lines in intervals of two hours beside lines in intervals of one."""
    view, hourly = example_lines(NOW), example_lines(NOW, minutes=60)
    return replace(hourly, lines=(*view.lines[:3], *hourly.lines[3:]))


def lines_long() -> SicbLines:
    """Return lines whose names have sixty characters."""
    view = example_lines(NOW, count=7)
    long = "Linie {n}, Mehrwegflaschen 0,7 Liter mit Bügelverschluss, Halle Nord-Ost"
    named = tuple(
        replace(line, name=long.format(n=number), unit="Mehrwegkästen") for number, line in enumerate(view.lines, 1)
    )
    return replace(view, lines=named)


SCENES: Final[Mapping[str, Callable[[], SicbLines]]] = {
    scene.__name__: scene
    for scene in (lines, many_lines, lines_stale, lines_first_day, lines_no_shift, lines_holes, lines_mixed, lines_long)
}


def _line(number: int, times: tuple[tuple[datetime, datetime], ...], now: datetime, fresh: Freshness) -> SicbLine:
    """Return one line; the fourth does not work its last interval, the fifth has been silent for 23 minutes."""
    plan = (2300 - 140 * number) * len(times[0]) // 2 // (len(times) // 4)
    intervals = [_interval(FATES[number % len(FATES)], place, plan, span, now) for place, span in enumerate(times)]
    if number == 3:
        intervals[-1] = blank(*times[-1], Phase.OFF, plan)
    made = sum(one.actual or 0 for one in intervals)
    wanted = sum((one.plan_so_far or one.plan or 0) for one in intervals if one.actual is not None)
    silent = replace(fresh, seen_at=now - timedelta(minutes=23))
    return SicbLine(
        node=f"line-{number + 1}",
        name=NAMES[number % len(NAMES)],
        unit="cases",
        intervals=tuple(intervals),
        total_plan_so_far=wanted,
        total_actual=made,
        total_delta=made - wanted,
        total_mark=Mark(Phase.OPEN, Judgement.MISS if made < wanted else Judgement.GOOD),
        needed_rate=Fraction(1240 - 31 * number),
        recoverable=number != 1,
        freshness=silent if number == 4 else fresh,
        unexplained=sum(one.unexplained for one in intervals if one.mark.phase is Phase.CLOSED),
    )


def _interval(
    fate: tuple[int, int, int], place: int, plan: int, times: tuple[datetime, datetime], now: datetime
) -> Interval:
    starts, ends = times
    if starts > now:
        return blank(starts, ends, Phase.FUTURE, plan)
    if ends > now:
        so_far = plan * 4 // 5
        return running(starts, ends, plan, so_far, so_far + fate[2], (0, 0), now)
    return closed(starts, ends, plan, plan + fate[place % 2], (0, 0))
