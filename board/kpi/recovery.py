"""Whether a shift can still make its plan, until when, and what it can reach at best."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from board.kpi.exact import hours, later, ratio
from board.kpi.plan import Segment, planned, planned_total
from board.plant.span import Span, union, without


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the rest of a shift can bring; rates in units per hour, quantities in units, times in UTC.

    `needed_rate` is 0 when the plan is made already, None when no working time is left. `last_moment` None: it has
    passed, is not needed because the present rate makes the plan, or cannot be told. `gap_at_end` is negative when
    even the best forecast falls short of the plan.
    """

    plan: Fraction  # of the whole shift
    done: Fraction
    hours_left: Fraction  # of working time
    needed_rate: Fraction | None
    ahead: bool  # of the plan so far
    recoverable: bool
    last_moment: datetime | None
    best_forecast: Fraction  # at the best proven rate from now on
    gap_at_end: Fraction  # best_forecast - plan
    present_forecast: Fraction | None  # at the present rate to the end


def recover(
    *,
    segments: Sequence[Segment],
    now: datetime,
    done: Fraction,
    present_rate: Fraction | None,
    best_rate: Fraction | None = None,
    working: Sequence[Span] | None = None,
) -> Outlook:
    """Return the outlook of the shift whose plan is the segments, with `done` units made by `now`.

    `best_rate` (units per hour, best proven) bounds what is recoverable; None: the planned rate of each segment. A
    present rate above it counts as proven too. `working` is the time in which parts can be made, without
    breaks and changeovers (`plan.productive`); None: the segments' own time. The last moment is found exactly, over
    the working time: the present rate until then, the best afterwards. Source: domain rules of short interval control.
    """
    plan = planned_total(segments)
    best = _best_of_rest(segments, working, best_rate, present_rate or Fraction(0), now)
    hours_left = sum((hours(part.span.length) for part in best), Fraction(0))
    best_forecast = done + planned_total(best)
    met = done >= plan
    present_forecast = None if present_rate is None else done + present_rate * hours_left
    return Outlook(
        plan=plan,
        done=done,
        hours_left=hours_left,
        needed_rate=Fraction(0) if met else ratio(plan - done, hours_left),
        ahead=done >= _planned_by(segments, now),
        recoverable=best_forecast >= plan,
        last_moment=None if present_rate is None else _last_moment(best, plan - done, present_rate),
        best_forecast=best_forecast,
        gap_at_end=best_forecast - plan,
        present_forecast=present_forecast,
    )


def present_rate(intervals: Iterable[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    """Return units per hour over intervals of (units made, working minutes): the last closed one and the running one.

    A ratio of sums; intervals nobody entered are left out. None where nothing was entered or no minute worked.
    """
    entered = [(made, worked) for made, worked in intervals if made is not None]
    made_sum = sum((made for made, _ in entered), Fraction(0))
    return ratio(60 * made_sum, sum((worked for _, worked in entered), Fraction(0)))


def _planned_by(segments: Sequence[Segment], now: datetime) -> Fraction:
    """Return the units planned until now."""
    first = min((segment.span.start for segment in segments), default=now)
    return planned(segments, Span(first, now)) if first < now else Fraction(0)


def _best_of_rest(
    segments: Sequence[Segment],
    working: Sequence[Span] | None,
    best_rate: Fraction | None,
    present: Fraction,
    now: datetime,
) -> tuple[Segment, ...]:
    """Return the working time from now on with the best rate for each part of it, in order of time."""
    planned_time = tuple(segment.span for segment in segments)
    available = union(planned_time if working is None else working)
    if best_rate is not None:
        found = [Segment(span=span, per_hour=max(best_rate, present)) for span in available]
    else:
        found = [Segment(span=span, per_hour=present) for span in without(available, planned_time)]
        for segment in segments:
            shared = (segment.span.meets(span) for span in available)
            found += [
                Segment(span=span, per_hour=max(segment.per_hour, present)) for span in shared if span is not None
            ]
    rest = [
        Segment(span=Span(max(part.span.start, now), part.span.end), per_hour=part.per_hour)
        for part in found
        if part.span.end > now
    ]
    return tuple(sorted(rest, key=lambda part: part.span))


def _last_moment(best: Sequence[Segment], short: Fraction, present: Fraction) -> datetime | None:
    """Return the latest instant at which a change from the present to the best rate still makes what is short.

    Walks back from the end: each hour at the best rate instead of the present one gains their difference.
    """
    missing = short - present * sum((hours(part.span.length) for part in best), Fraction(0))
    if missing <= 0:
        return None
    for part in reversed(best):
        gain_per_hour = part.per_hour - present
        gain = gain_per_hour * hours(part.span.length)
        if gain >= missing:
            return later(part.span.start, (gain - missing) / gain_per_hour)
        missing -= gain
    return None
