"""Recovery in figures: the rate the rest of the shift needs, and the last moment at which it can still be made."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from board.kpi.exact import minutes, ratio, whole
from board.kpi.plan import productive, working_minutes
from board.kpi.recovery import present_rate, recover
from board.pages.line_shift import LineShift
from board.plant.span import Span
from board.views.mark import Phase
from board.views.sicb import Interval, PathPoint, Recovery


def recovery(
    shift: LineShift, rows: Sequence[Interval], path: Sequence[tuple[Span, Fraction]], now: datetime
) -> Recovery | None:
    """Return the outlook of a shift that has begun, or None where it has no plan or nothing is known of it.

    An interval that nobody entered counts as made to plan, because its gap is not known. `path` are short stretches
    with what was made in them, for the small picture.
    """
    known = [row for row in rows if row.actual is not None]
    if shift.plan_source == "none" or not known:
        return None
    unknown = (row for row in rows if row.actual is None and row.mark.phase in {Phase.UNRECORDED, Phase.OPEN})
    due = (row.plan_exact if row.plan_so_far_exact is None else row.plan_so_far_exact for row in unknown)
    missing = sum((plan or Fraction(0) for plan in due), Fraction(0))
    done = sum((Fraction(row.actual or 0) for row in known), Fraction(0)) + missing
    present = present_rate(_latest(shift, rows, now))
    outlook = recover(
        segments=shift.all_segments,
        now=now,
        done=done,
        present_rate=present,
        best_rate=shift.line.best_rate,
        working=productive(shift.working, shift.planned_runs),
    )
    zone = shift.plant.site.zone
    last = outlook.last_moment
    return Recovery(
        needed_rate=outlook.needed_rate,
        present_rate=present,
        best_rate=shift.line.best_rate,
        ahead=outlook.ahead,
        recoverable=outlook.recoverable,
        last_moment=None if last is None else last.astimezone(zone),
        minutes_left=None if last is None else max(0, int((last - now).total_seconds() // 60)),
        best_forecast=whole(outlook.best_forecast),
        gap_at_end=whole(outlook.gap_at_end),
        path=_points(shift, path),
        recover_from=None if last is None else _along(shift.run.span, last),
    )


def _latest(shift: LineShift, rows: Sequence[Interval], now: datetime) -> list[tuple[Fraction | None, Fraction]]:
    """Return (made, working minutes) of the last closed interval and the running one."""
    closed = [row for row in rows if row.mark.phase is Phase.CLOSED][-1:]
    running = [row for row in rows if row.mark.phase is Phase.OPEN]
    found: list[tuple[Fraction | None, Fraction]] = []
    for row in (*closed, *running):
        until = min(row.span.end, now)
        made = None if row.actual is None else Fraction(row.actual)
        found.append((made, working_minutes(shift.working, Span(row.span.start, until))))
    return found


def _points(shift: LineShift, path: Sequence[tuple[Span, Fraction]]) -> tuple[PathPoint, ...]:
    points = [PathPoint(at=Fraction(0), delta=Fraction(0))]
    delta = Fraction(0)
    for span, good in path:
        delta += good - (shift.planned(span) or Fraction(0))
        points.append(PathPoint(at=_along(shift.run.span, span.end), delta=delta))
    return tuple(points)


def _along(span: Span, instant: datetime) -> Fraction:
    passed = minutes(min(max(instant, span.start), span.end) - span.start)
    return ratio(passed, minutes(span.length)) or Fraction(0)
