"""Builds the short interval control board of one line, or of several, for one moment."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from board.pages.counting import Counting
from board.pages.freshness import freshness_of, freshness_of_all
from board.pages.interval_row import Said, Setting, interval_rows
from board.pages.line_shift import GOOD, Counted, LineShift, has_line, line_shift, merged
from board.pages.name import path_of
from board.pages.oee import oee_figures
from board.pages.outlook import recovery
from board.pages.tile import reason_tiles
from board.pages.total import known_sum, misses_in_a_row, plan_so_far, total_delta, total_mark
from board.plant.calendar import ShiftRun, cut, latest_shift, production_day, shift_named
from board.plant.history import PlantHistory
from board.plant.plant import Line, Plant
from board.plant.span import Span
from board.store.intake import Changed
from board.store.reader import Reader
from board.views.freshness import Freshness
from board.views.mark import Mark, Phase
from board.views.sicb import Interval, ReasonTile, Recovery, Sicb, SicbLine, SicbLines, TrayItem

TRAY_REACHES_BACK = timedelta(hours=72)
TILES_REACH_BACK = timedelta(days=28)
PATH_STEP = timedelta(minutes=15)
Tray = tuple[TrayItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figures:
    """What was worked out for one line's shift."""

    shift: LineShift
    rows: tuple[Interval, ...]
    counted: tuple[Counted | None, ...]


class SicbPages:
    """Build boards from one reader; unexplained gaps of closed shifts are kept until `forget` hears of a change."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._counting = Counting(reader)
        self._gaps: dict[tuple[str, Span], Tray] = {}
        self._version: PlantHistory | None = None

    def forget(self, changes: Sequence[Changed]) -> None:
        """Drop what was kept of the nodes and times that changed."""
        self._counting.forget(changes)
        for change in changes:
            self._gaps = {
                (node, span): gaps
                for (node, span), gaps in self._gaps.items()
                if node != change.node or span.end < change.first or span.start > change.last
            }

    def line(
        self,
        line_id: str,
        history: PlantHistory,
        *,
        now: datetime,
        shift: str | None = None,
        known_at: datetime | None = None,
    ) -> Sicb:
        """Return the board of one line for the shift that runs at `now`, the last one, or the one of that name today.

        `known_at`: only what had been received by then. KeyError for a line the plant does not know.
        """
        plant = history.at(now)
        run = _shift_of(plant, line_id, now, shift)
        tray = self._tray(plant, line_id, history, now, known_at)
        if run is None:
            return _no_shift(plant, plant.line(line_id), now, tray, freshness_of(self._reader, plant, line_id, now))
        figures = self._figures(line_id, history, run, now, known_at)
        tray += _gaps_of(figures) if now < run.span.end or run.span.end <= now - TRAY_REACHES_BACK else ()
        return self._sicb(figures, plant, now, tray, known_at)

    def lines(
        self,
        node: str,
        history: PlantHistory,
        *,
        now: datetime,
        shift: str | None = None,
        known_at: datetime | None = None,
    ) -> SicbLines:
        """Return the board of the lines under a node; KeyError for a node the plant does not know.

        While any of them works, those that do not are resting: their last shift would stand among hours of another.
        """
        plant = history.at(now)
        runs = _runs_of(plant, node, now, shift)
        resting = _over(runs.values(), now) if shift is None else ()
        figures = {
            line.id: self._figures(line.id, history, run, now, known_at)
            for line, run in runs.items()
            if run not in resting
        }
        longest = max(figures.values(), key=lambda figures: len(figures.rows), default=None)
        run = None if longest is None else longest.shift.run
        zone = plant.site.zone
        return SicbLines(
            node=node,
            path=path_of(plant, node),
            shift=None if run is None else run.shift.name,
            day=production_day(plant, now) if run is None else run.day,
            starts=None if run is None else run.span.start.astimezone(zone),
            ends=None if run is None else run.span.end.astimezone(zone),
            now=_minute(now, plant),
            columns=() if longest is None else longest.shift.spans,
            column_labels=() if longest is None else tuple((row.starts, row.ends) for row in longest.rows),
            lines=tuple(
                self._line_of(figures[line.id], now) if line.id in figures else self._resting(plant, line, now)
                for line in runs
            ),
            freshness=freshness_of_all(self._reader, plant, node, now),
        )

    def _figures(
        self,
        line_id: str,
        history: PlantHistory,
        run: ShiftRun,
        now: datetime,
        known_at: datetime | None,
    ) -> _Figures:
        names = history.at(now)
        shift = line_shift(self._reader, history, line_id, run, now, known_at=known_at)
        begun = tuple(
            Span(span.start, min(span.end, max(now, span.start))) for span in shift.spans if span.start <= now
        )
        counted = self._counting.of(shift, begun, now, known_at=known_at) if begun else ()
        values = (*counted, *((None,) * (len(shift.spans) - len(counted))))
        said = Said(
            misses=self._reader.misses(line_id, run.span, known_at=known_at),
            stamps=self._reader.reviews(line_id, run.span, known_at=known_at),
        )
        return _Figures(
            shift=shift,
            rows=interval_rows(Setting(shift=shift, said=said, now=now, names=names), values),
            counted=values,
        )

    def _sicb(self, figures: _Figures, plant: Plant, now: datetime, tray: Tray, known_at: datetime | None) -> Sicb:
        shift, rows = figures.shift, figures.rows
        run, zone = shift.run, plant.site.zone
        total_plan = known_sum(row.plan for row in rows)
        actual = known_sum(row.actual for row in rows)
        running = run.span.holds(now)
        so_far = merged(value for value in figures.counted if value is not None)
        return Sicb(
            node=shift.line.id,
            path=path_of(plant, shift.line.id),
            unit=shift.line.unit,
            shift=run.shift.name,
            day=run.day,
            span=run.span,
            starts=run.span.start.astimezone(zone),
            ends=run.span.end.astimezone(zone),
            now=_minute(now, plant),
            running=running,
            intervals=rows,
            total_plan=total_plan,
            total_plan_so_far=plan_so_far(rows),
            total_actual=actual,
            total_rejected=known_sum(row.rejected for row in rows),
            total_delta=total_delta(rows),
            total_mark=total_mark(rows, running=running),
            to_go=None if total_plan is None else max(0, total_plan - (actual or 0)),
            complete=not any(row.mark.phase is Phase.UNRECORDED for row in rows),
            recovery=self._recovery(figures, now, known_at),
            oee=oee_figures(self._counting, shift, so_far, now, known_at=known_at),
            plan_source=shift.plan_source,
            freshness=freshness_of(self._reader, plant, shift.line.id, now),
            counted_by_hand=shift.line.counted_by_hand,
            tiles=self._tiles(figures, plant, known_at),
            tray=tray,
            misses_in_a_row=misses_in_a_row(rows),
        )

    def _tiles(self, figures: _Figures, plant: Plant, known_at: datetime | None) -> tuple[ReasonTile, ...]:
        line, starts = figures.shift.line.id, figures.shift.run.span.start
        earlier = self._reader.misses(line, Span(starts - TILES_REACH_BACK, starts), known_at=known_at)
        return reason_tiles(plant, line, earlier)

    def _recovery(self, figures: _Figures, now: datetime, known_at: datetime | None) -> Recovery | None:
        if now < figures.shift.run.span.start:
            return None
        return recovery(figures.shift, figures.rows, self._path(figures, now, known_at), now)

    def _path(self, figures: _Figures, now: datetime, known_at: datetime | None) -> Sequence[tuple[Span, Fraction]]:
        """Return what was made in each quarter hour so far, or in each interval where readings are longer than that.

        A quarter without a row is a stop within an interval of which something is known.
        """
        shift = figures.shift
        whole = cut(shift.run.span, PATH_STEP, shift.plant.site.zone)  # which is kept: never one for each moment
        fine = tuple(Span(span.start, min(span.end, now)) for span in whole if span.start < now)
        known = [row.span for row in figures.rows if row.actual is not None]
        crossing = self._reader.crossing(shift.line.id, fine, known_at=known_at)
        if any(reading.measure == GOOD for reading in crossing):
            begun = zip(shift.spans, figures.counted, strict=True)
            counts = [(span, value.good) for span, value in begun if value is not None]
        else:
            counted = self._counting.of(shift, fine, now, known_at=known_at)
            counts = [(span, value.good or Fraction(0)) for span, value in zip(fine, counted, strict=True)]
        return tuple(
            (Span(span.start, min(span.end, now)), good)
            for span, good in counts
            if good is not None and span.start < now and any(interval.meets(span) for interval in known)
        )

    def _resting(self, plant: Plant, line: Line, now: datetime) -> SicbLine:
        """Return a line that does not work while others do."""
        return SicbLine(
            node=line.id,
            name=line.name,
            unit=line.unit,
            intervals=(),
            total_plan_so_far=None,
            total_actual=None,
            total_delta=None,
            total_mark=Mark(Phase.OFF),
            needed_rate=None,
            recoverable=None,
            freshness=freshness_of(self._reader, plant, line.id, now),
            unexplained=0,
        )

    def _line_of(self, figures: _Figures, now: datetime) -> SicbLine:
        shift, rows = figures.shift, figures.rows
        running = shift.run.span.holds(now)
        outlook = recovery(shift, rows, (), now) if running else None
        return SicbLine(
            node=shift.line.id,
            name=shift.line.name,
            unit=shift.line.unit,
            intervals=rows,
            total_plan_so_far=plan_so_far(rows),
            total_actual=known_sum(row.actual for row in rows),
            total_delta=total_delta(rows),
            total_mark=total_mark(rows, running=running),
            needed_rate=None if outlook is None else outlook.needed_rate,
            recoverable=None if outlook is None else outlook.recoverable,
            freshness=freshness_of(self._reader, shift.plant, shift.line.id, now),
            unexplained=sum(row.unexplained for row in rows if row.mark.phase is Phase.CLOSED),
        )

    def _tray(
        self, plant: Plant, line_id: str, history: PlantHistory, now: datetime, known_at: datetime | None
    ) -> Tray:
        """Return the unexplained gaps of the closed shifts of the last three days, oldest first."""
        if known_at is not None or history is not self._version:
            self._gaps.clear()
            self._counting.forget_all()
            self._version = history if known_at is None else None
        found: list[Tray] = []
        run = latest_shift(plant, line_id, now)
        while run is not None and run.span.start > now - TRAY_REACHES_BACK:
            if not has_line(history.at(run.span.end), line_id):
                break  # the line is new since
            if run.span.end <= now:
                key = (line_id, run.span)
                if key not in self._gaps:
                    figures = self._figures(line_id, history, run, now, known_at)
                    self._gaps[key] = _gaps_of(figures)
                found.append(self._gaps[key])
            run = latest_shift(plant, line_id, run.span.start - timedelta(microseconds=1))
        return tuple(item for items in reversed(found) for item in items)


def _runs_of(plant: Plant, node: str, now: datetime, shift: str | None) -> dict[Line, ShiftRun]:
    """Return the shift of each line under a node that has had one."""
    found = {line: _shift_of(plant, line.id, now, shift) for line in plant.lines_under(node)}
    return {line: run for line, run in found.items() if run is not None}


def _over(runs: Collection[ShiftRun], now: datetime) -> tuple[ShiftRun, ...]:
    """Return the shifts that are over while others run; none where all are over."""
    over = tuple(run for run in runs if not run.span.holds(now))
    return over if len(over) < len(runs) else ()


def _shift_of(plant: Plant, line_id: str, now: datetime, name: str | None) -> ShiftRun | None:
    """Return the shift that runs or ran last, or the one of that name on the production day of `now`."""
    latest = latest_shift(plant, line_id, now)
    if name is None:
        return latest
    day = production_day(plant, now, line_id)
    found = shift_named(plant, line_id, day, name)
    if found is None and latest is not None:
        found = shift_named(plant, line_id, latest.day, name)
    return found


def _gaps_of(figures: _Figures) -> Tray:
    return tuple(
        TrayItem(
            node=figures.shift.line.id,
            span=row.span,
            starts=row.starts,
            ends=row.ends,
            unexplained=row.unexplained,
        )
        for row in figures.rows
        if row.mark.phase is Phase.CLOSED and row.unexplained > 0
    )


def _no_shift(plant: Plant, line: Line, now: datetime, tray: Tray, freshness: Freshness) -> Sicb:
    day: date = production_day(plant, now, line.id)
    return Sicb(
        node=line.id,
        path=path_of(plant, line.id),
        unit=line.unit,
        shift=None,
        day=day,
        span=None,
        starts=None,
        ends=None,
        now=_minute(now, plant),
        running=False,
        intervals=(),
        total_plan=None,
        total_plan_so_far=None,
        total_actual=None,
        total_rejected=None,
        total_delta=None,
        total_mark=Mark(Phase.OFF),
        to_go=None,
        complete=True,
        recovery=None,
        oee=(),
        plan_source="none",
        freshness=freshness,
        counted_by_hand=line.counted_by_hand,
        tiles=reason_tiles(plant, line.id, ()),
        tray=tray,
        misses_in_a_row=0,
    )


def _minute(now: datetime, plant: Plant) -> datetime:
    return now.astimezone(plant.site.zone).replace(second=0, microsecond=0)
