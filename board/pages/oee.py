"""OEE of a shift, each figure with the plan it stands on."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction

from board.kpi.exact import whole
from board.kpi.oee import Made, measured
from board.kpi.plan import working_minutes
from board.pages.counting import Counting
from board.pages.line_shift import Counted, LineShift, merged
from board.plant.calendar import standard_rate
from board.plant.plant import PlannedRun, RunKind
from board.plant.span import Span
from board.store.reader import Reader
from board.views.sicb import OeeFigure

INSTANT = timedelta(microseconds=1)


def oee_figures(
    counting: Counting, shift: LineShift, so_far: Counted, now: datetime, *, known_at: datetime | None = None
) -> tuple[OeeFigure, ...]:
    """Return the shift's OEE over all its planned time, to the end of each order that ended in it, and so far.

    `so_far` is what was made until `now`. "shift" and "order" count all that is known of the shift, "so far" (while it
    runs) only that. Time without an order is no planned busy time under "order": domain rules of OEE.
    """
    if shift.plan_source == "none":
        return ()
    span = shift.run.span
    rest = Span(min(max(now, span.start), span.end), span.end)
    later = counting.of(shift, (rest,), now, known_at=known_at) if rest.length else ()
    found = [_figure(shift, merged((so_far, *later)), "shift", span.end)]
    for run in shift.planned_runs:
        end = _order_end(counting.reader, run, known_at)
        if end is not None and span.holds(end):
            made_by = Span(span.start, min(end + INSTANT, span.end))  # the part that completes the order counts
            counted = counting.of(shift, (made_by,), now, known_at=known_at)[0]
            found.append(_figure(shift, counted, "order", end, order=run.order))
    if span.holds(now):
        found.append(_figure(shift, so_far, "so far", now))
    return tuple(found)


def _order_end(reader: Reader, run: PlannedRun, known_at: datetime | None) -> datetime | None:
    """Return when the order's quantity was reached, or its planned end; None while neither is known."""
    if run.kind is not RunKind.PRODUCTION or run.order is None:
        return None
    if run.quantity is not None:
        reached = reader.order_end(run.node, run.order, run.quantity, known_at=known_at)
        if reached is not None:
            return reached
    return run.end


def _figure(shift: LineShift, counted: Counted, plan: str, until: datetime, *, order: str | None = None) -> OeeFigure:
    stations, made = _made(shift, counted)
    minutes = working_minutes(shift.working, Span(shift.run.span.start, until)) * stations
    found = measured(made, planned_busy_time=minutes)
    zone = shift.plant.site.zone
    return OeeFigure(
        plan=plan,
        until=until.astimezone(zone),
        planned_minutes=minutes,
        oee=found.oee if counted.good is not None else None,
        quality_ratio=found.quality_ratio,
        good=whole(found.good),
        rejected=whole(found.produced) - whole(found.good),
        order=order,
        flags=tuple(flag.value for flag in found.flags),
    )


def _made(shift: LineShift, counted: Counted) -> tuple[int, Sequence[Made]]:
    """Return the stations that share the work, and what was made of each product with its planned run time."""
    name, line = shift.run.shift.name, shift.line.id
    standard = standard_rate(shift.plant, line, shift=name)
    stations = standard.stations if standard is not None else 1
    made = []
    for product, (good, rejected) in counted.by_product.items():
        rate = standard_rate(shift.plant, line, shift=name, product=product)
        planned = next((run.rate for run in shift.planned_runs if run.product == product and run.rate), None)
        per_hour = planned or (rate.per_hour if rate is not None else None)
        if per_hour:
            made.append(Made(produced=good + rejected, good=good, cycle=60 * stations / Fraction(per_hour)))
    return stations, made
