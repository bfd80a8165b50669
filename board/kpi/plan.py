"""The plan of a line: rate times working time, with its breaks, changeovers and products."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from board.kpi.exact import hours, later, minutes, whole
from board.plant.plant import PlannedRun, RunKind
from board.plant.span import Span, union, without


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Working time with one planned rate, in units per hour; product and order where a run names them."""

    span: Span
    per_hour: Fraction
    product: str | None = None
    order: str | None = None


def segments(working: Sequence[Span], *, rate: Fraction | None, runs: Sequence[PlannedRun] = ()) -> tuple[Segment, ...]:
    """Return the working time with the rate planned for each part of it, in order of time; rates in units per hour.

    A changeover plans nothing. A production run plans its own rate (None: the standard `rate`); where no run stands,
    the standard rate does; time without either has no segment. Of runs at the same time the supervisor's stands
    ("journal"), then the one that started later. A run without an end lasts until its quantity is planned, else until
    the next run starts. A run begun before the first working span has used an unknown part of its quantity, so its
    quantity ends nothing. Source: domain rules of short interval control, target = rate × working minutes.
    """
    left = productive(working, runs)
    begins = left[0].start if left else None
    production = sorted((run for run in runs if run.kind is RunKind.PRODUCTION), key=_precedence, reverse=True)
    found: list[Segment] = []
    for run in production:
        per_hour = rate if run.rate is None else run.rate
        taken = _time_of(run, left, per_hour, _next_start(run, production), begins)
        left = without(left, taken)
        if per_hour is not None:
            found += [Segment(span=span, per_hour=per_hour, product=run.product, order=run.order) for span in taken]
    if rate is not None:
        found += [Segment(span=span, per_hour=rate) for span in left]
    return tuple(sorted(found, key=lambda segment: segment.span))


def productive(working: Sequence[Span], runs: Sequence[PlannedRun]) -> tuple[Span, ...]:
    """Return the working time without planned changeovers; one without an end lasts until the next production run."""
    spans = union(working)
    if not spans:
        return ()
    production = [run for run in runs if run.kind is RunKind.PRODUCTION]
    changeovers = []
    for run in runs:
        if run.kind is RunKind.CHANGEOVER:
            end = run.end or _next_start(run, production) or spans[-1].end
            if end > run.start:
                changeovers.append(Span(run.start, end))
    return without(spans, changeovers)


def planned(segments: Sequence[Segment], span: Span) -> Fraction:
    """Return the units planned within the span, exactly."""
    amount = Fraction(0)
    for segment in segments:
        shared = segment.span.meets(span)
        if shared is not None:
            amount += segment.per_hour * hours(shared.length)
    return amount


def planned_total(segments: Sequence[Segment]) -> Fraction:
    """Return the units planned over all segments, exactly."""
    return sum((segment.per_hour * hours(segment.span.length) for segment in segments), Fraction(0))


def whole_parts(exact: Sequence[Fraction]) -> tuple[int, ...]:
    """Return whole units whose running total is the running total of the exact ones, rounded half up.

    So no part is lost between intervals, and the last running total is the rounded plan of the shift.
    """
    parts: list[int] = []
    cumulative, before = Fraction(0), 0
    for amount in exact:
        cumulative += amount
        now = whole(cumulative)
        parts.append(now - before)
        before = now
    return tuple(parts)


def working_minutes(working: Sequence[Span], span: Span) -> Fraction:
    """Return the minutes worked within the span; `working` may overlap, each minute counts once."""
    shared = (part.meets(span) for part in union(working))
    return sum((minutes(part.length) for part in shared if part is not None), Fraction(0))


def _precedence(run: PlannedRun) -> tuple[bool, datetime, bool, str, str, Fraction]:
    """Return what decides between runs at the same time, whatever order they arrived in; the greatest stands."""
    return (
        run.origin == "journal",
        run.start,
        run.end is not None,
        run.order or "",
        run.product or "",
        run.rate or Fraction(0),
    )


def _next_start(run: PlannedRun, production: Sequence[PlannedRun]) -> datetime | None:
    """Return when the next production run after this one starts, None where none does."""
    if run.kind is RunKind.CHANGEOVER:
        return min((other.start for other in production if other.start >= run.start), default=None)
    return min((other.start for other in production if other.start > run.start), default=None)


def _time_of(
    run: PlannedRun,
    left: Sequence[Span],
    per_hour: Fraction | None,
    next_start: datetime | None,
    begins: datetime | None,
) -> tuple[Span, ...]:
    """Return the part of the time left that the run takes."""
    counted = run.end is None and run.quantity is not None and begins is not None and run.start >= begins
    if counted and per_hour:
        return _until_made(left, run.start, Fraction(run.quantity or 0) / per_hour)
    end = run.end or next_start or (left[-1].end if left else run.start)
    if end <= run.start:
        return ()
    meant = Span(run.start, end)
    return tuple(shared for span in left if (shared := span.meets(meant)) is not None)


def _until_made(left: Sequence[Span], start: datetime, hours_needed: Fraction) -> tuple[Span, ...]:
    """Return the time from start on until so many hours of it are used."""
    taken: list[Span] = []
    for span in left:
        begin = max(span.start, start)
        if begin >= span.end or hours_needed <= 0:
            continue
        end = min(span.end, later(begin, hours_needed))
        hours_needed -= hours(span.end - begin)
        if end > begin:
            taken.append(Span(begin, end))
    return tuple(taken)
