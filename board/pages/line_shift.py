"""The figures of one line over one shift: plan, counts and what is known of each interval."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction

from board.kpi.apportion import share_out
from board.kpi.plan import Segment, planned, segments
from board.kpi.reading import Reading
from board.pages.lacking import concerns, is_due, is_owed
from board.pages.telling import measures_named, still_planned, telling
from board.plant.calendar import ShiftRun, cut, production_day, shift_named, shift_runs, standard_rate
from board.plant.history import PlantHistory
from board.plant.plant import Line, PlannedRun, Plant, RunKind, SourceSpec
from board.plant.span import Span
from board.store.reader import Reader, SourceState

GOOD = "good"
REJECTS = ("scrap", "rework")  # ISO 22400: neither is good right first time
INSTANT = timedelta(microseconds=1)
DAY = timedelta(days=1)
LONGEST_SHARED = timedelta(days=32)  # a reading over a longer time tells nothing of shifts


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is known of one stretch of time, in units; None: nothing is known (not zero)."""

    good: Fraction | None
    rejected: Fraction | None
    by_product: Mapping[str | None, tuple[Fraction, Fraction]]  # product -> (good, rejected)
    apportioned: bool
    final: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShift:
    """One line's shift with its intervals, each judged by the plant in force when it ended (or now, while it runs)."""

    plant: Plant  # in force at `now`, or at the shift's end
    line: Line
    run: ShiftRun
    spans: tuple[Span, ...]  # intervals
    segments: tuple[tuple[Segment, ...], ...]  # the plan of each interval
    working: tuple[Span, ...]
    planned_runs: tuple[PlannedRun, ...]
    sources: tuple[SourceState, ...]
    began: datetime | None  # when the first reading that tells of its intervals starts

    @property
    def all_segments(self) -> tuple[Segment, ...]:
        """Return the plan of the whole shift, in order of time."""
        return tuple(segment for part in self.segments for segment in part)

    @property
    def plan_source(self) -> str:
        """Return where the plan comes from: "plant", the id of a source, "journal", or "none"."""
        if not any(self.segments):
            return "none"
        origins = {run.origin for run in self.planned_runs if run.kind is RunKind.PRODUCTION}
        return next((origin for origin in ("journal", *sorted(origins - {"plant"})) if origin in origins), "plant")

    def planned(self, span: Span) -> Fraction | None:
        """Return the units planned in the span, or None where the line has no plan at all."""
        return planned(self.all_segments, span) if self.plan_source != "none" else None


def line_shift(
    reader: Reader,
    history: PlantHistory,
    line_id: str,
    run: ShiftRun,
    now: datetime,
    *,
    known_at: datetime | None = None,
) -> LineShift:
    """Return the line's shift as planned; KeyError where the plant of today does not know the line."""
    plant = _in_force(history, line_id, run.span.end - INSTANT, now)
    line = plant.line(line_id)
    spans = cut(run.span, line.interval, plant.site.zone)
    stored = reader.runs(line_id, run.span, known_at=known_at)
    parts: list[tuple[Segment, ...]] = []
    working: list[Span] = []
    planned_runs: tuple[PlannedRun, ...] = ()
    for span in spans:
        version = _in_force(history, line_id, span.end - INSTANT, now)
        own = shift_named(version, line_id, run.day, run.shift.name) or run
        planned_runs = _runs(version, line_id, run, stored)
        rate = standard_rate(version, line_id, shift=run.shift.name)
        whole = segments(own.working, rate=None if rate is None else rate.per_hour, runs=planned_runs)
        parts.append(_within(whole, span))
        working += [shared for part in own.working if (shared := part.meets(span)) is not None]
    return LineShift(
        plant=plant,
        line=line,
        run=run,
        spans=spans,
        segments=tuple(parts),
        working=tuple(working),
        planned_runs=planned_runs,
        sources=telling(reader, plant, line_id),
        began=reader.began(line_id, whole_days=False),
    )


def has_line(plant: Plant, line_id: str) -> bool:
    """Tell whether a plant knows the line."""
    return any(line.id == line_id for line in plant.lines)


def _in_force(history: PlantHistory, line_id: str, moment: datetime, now: datetime) -> Plant:
    """Return the plant in force at a moment, or the first after it that has the line: it may be new since."""
    plant = history.at(min(now, moment))
    if has_line(plant, line_id):
        return plant
    later = (found for since, found in history.turns if moment < since <= now and has_line(found, line_id))
    return next(later, history.at(now))


def count(
    reader: Reader, shift: LineShift, spans: Sequence[Span], *, known_at: datetime | None = None
) -> tuple[Counted, ...]:
    """Return what is known of each span; a span without a row is unknown unless its sources say they are complete."""
    line_id = shift.line.id
    rows: list[list[tuple[str, str | None, Fraction]]] = [[] for _ in spans]
    final = [True] * len(spans)
    apportioned = [False] * len(spans)
    place = {span: index for index, span in enumerate(spans)}
    for tally in reader.tallies(line_id, spans, known_at=known_at):
        index = place[tally.span]
        rows[index].append((tally.measure, tally.product, tally.value))
        final[index] = final[index] and tally.final
    for reading in reader.crossing(line_id, spans, known_at=known_at):
        if reading.value is None or reading.measure not in (GOOD, *REJECTS):
            continue
        until = _told_until(reading)
        shares = share_out(reading.start, until, spans, _working(shift, reading.start, until))
        for index, share in enumerate(shares):
            if share:
                rows[index].append((reading.measure, reading.product, reading.value * share))
                apportioned[index] = apportioned[index] or share < 1
                final[index] = final[index] and reading.final
    for lack in _lacks(reader, shift, spans, known_at):
        final = [done and not concerns(lack, span) for done, span in zip(final, spans, strict=True)]
    if known_at is None:
        final = [done and _may_be_final(shift, span) for span, done in zip(spans, final, strict=True)]
    complete = [
        _complete(shift, span, known_at) and (bool(found) or not _is_missing(reader, shift.line.id, span))
        for span, found in zip(spans, rows, strict=True)
    ]
    return tuple(
        _counted(found, complete=whole, apportioned=shared, final=done)
        for found, whole, shared, done in zip(rows, complete, apportioned, final, strict=True)
    )


def _working(shift: LineShift, start: datetime, end: datetime) -> tuple[Span, ...]:
    """Return when the line works while a reading tells; one that reaches into other shifts is shared with them."""
    whole = shift.run.span
    if (start >= whole.start and end <= whole.end) or end - start > LONGEST_SHARED:
        return shift.working
    first, last = (production_day(shift.plant, moment) for moment in (start - DAY, end + DAY))
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    others = [span for day in days for run in shift_runs(shift.plant, shift.line.id, day) for span in run.working]
    return tuple(sorted({*shift.working, *(span for span in others if whole.meets(span) is None)}))


def _told_until(reading: Reading) -> datetime:
    """Return until when a reading tells: one received before its time was over tells of no more than until then.

    So a count typed in the middle of an interval counts in full at once, and is not shared out over what is to come.
    """
    received = reading.received_at
    return reading.end if received is None or received >= reading.end else max(reading.start, received)


def merged(parts: Iterable[Counted]) -> Counted:
    """Return what is known of several stretches together; what is unknown of one adds nothing."""
    known = [part for part in parts if part.good is not None]
    by_product: dict[str | None, tuple[Fraction, Fraction]] = {}
    for part in known:
        for product, (good, rejected) in part.by_product.items():
            before = by_product.get(product, (Fraction(0), Fraction(0)))
            by_product[product] = (before[0] + good, before[1] + rejected)
    return Counted(
        good=sum((part.good or Fraction(0) for part in known), Fraction(0)) if known else None,
        rejected=sum((part.rejected or Fraction(0) for part in known), Fraction(0)) if known else None,
        by_product=by_product,
        apportioned=any(part.apportioned for part in known),
        final=all(part.final for part in known),
    )


def _counted(
    rows: Sequence[tuple[str, str | None, Fraction]], *, complete: bool, apportioned: bool, final: bool
) -> Counted:
    by_product: dict[str | None, tuple[Fraction, Fraction]] = {}
    known_good = known_rejected = False
    for measure, product, value in rows:
        good, rejected = by_product.get(product, (Fraction(0), Fraction(0)))
        if measure == GOOD:
            good, known_good = good + value, True
        elif measure in REJECTS:
            rejected, known_rejected = rejected + value, True
        else:
            continue
        by_product[product] = (good, rejected)
    known = known_good or known_rejected or complete
    return Counted(
        good=sum((good for good, _ in by_product.values()), Fraction(0)) if known else None,
        rejected=sum((bad for _, bad in by_product.values()), Fraction(0)) if known else None,
        by_product=by_product,
        apportioned=apportioned,
        final=final,
    )


def _complete(shift: LineShift, span: Span, known_at: datetime | None) -> bool:
    """Tell whether every source of the line has said that it has told all of the span, so that no row means zero.

    What lies before the line's first reading is unknown, however far a source has read.
    """
    if known_at is not None or shift.line.counted_by_hand or shift.began is None or shift.began >= span.end:
        return False
    return bool(shift.sources) and all(
        (told := state.complete_of(shift.line.id)) is not None and told >= span.end for state in shift.sources
    )


def _is_missing(reader: Reader, line: str, span: Span) -> bool:
    """Tell whether a source has told of a span, but nothing that is a value: that is not nothing made."""
    return any(each.value is None for each in reader.readings(line, span, measures=(GOOD, *REJECTS)))


def _lacks(reader: Reader, shift: LineShift, spans: Sequence[Span], known_at: datetime | None) -> tuple[Span, ...]:
    """Return the times of parts that nobody could use, or nobody told: what is known of them is not all there was."""
    if not spans:
        return ()
    measures = {measure.id: measure for measure in shift.plant.measures}
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    found = reader.lacks((shift.line.id,), Span(first - LONGEST_SHARED, last), known_at=known_at)
    return tuple(
        lack.span
        for lack in found
        if lack.measure in (GOOD, *REJECTS) and is_due(lack, measures) and is_owed(lack, shift.run.span, shift.working)
    )


def _may_be_final(shift: LineShift, span: Span) -> bool:
    """Tell whether no source that counts on the line says that it has yet to tell of a span.

    One that never says how far it is says nothing; one whose newest value usually moves on every minute need not have
    told the very last one.
    """
    specs = {spec.id: spec for spec in shift.plant.sources}
    for state in shift.sources:
        spec, told = specs.get(state.id), state.complete_of(shift.line.id)
        if told is None or spec is None or not _may_count(spec):
            continue
        if told + spec.expected_every < span.end:
            return False
    return True


def _may_count(spec: SourceSpec) -> bool:
    """Tell whether a source may tell of good or rejected parts."""
    named = measures_named(spec)
    return named is None or not named.isdisjoint((GOOD, *REJECTS))


def _runs(plant: Plant, line_id: str, run: ShiftRun, stored: Sequence[PlannedRun]) -> tuple[PlannedRun, ...]:
    """Return the planned runs that touch the shift, each with the standard rate of its product where it names none."""
    own = [
        planned_run
        for planned_run in (*plant.runs, *still_planned(plant, stored))
        if planned_run.node == line_id
        and planned_run.start < run.span.end
        and (planned_run.end is None or planned_run.end > run.span.start)
    ]
    found = []
    for planned_run in own:
        rate = standard_rate(plant, line_id, shift=run.shift.name, product=planned_run.product)
        if planned_run.rate is None and rate is not None:
            found.append(replace(planned_run, rate=rate.per_hour))
        else:
            found.append(planned_run)
    return tuple(found)


def _within(parts: Sequence[Segment], span: Span) -> tuple[Segment, ...]:
    return tuple(replace(segment, span=shared) for segment in parts if (shared := segment.span.meets(span)) is not None)
