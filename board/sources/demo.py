"""A plant that lives without a machine: a living present and thirteen months behind it, the same on every board.

The running shift is told first, minute by minute; then the holes behind it are filled backwards. Minutes add up to the
same shifts and days as are told of the past, so nothing is counted twice and nothing disagrees.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from board.kpi.reading import Batch, Complaint, Reading
from board.plant.calendar import (
    ShiftRun,
    day_span,
    latest_shift,
    production_day,
    shift_at,
    shift_runs,
    standard_rate,
)
from board.plant.plant import Line, Plant, SourceSpec
from board.sources.contract import READINGS_A_BATCH, SettingsError, SourceContext
from board.sources.demo_fact import Inventor
from board.sources.demo_mark import Hole, Mark, read_bare, read_mark
from board.sources.demo_script import MINUTE, read_script
from board.sources.demo_tell import Teller
from board.sources.setting import COMMON, Settings

SHIFTS_BEFORE = 2  # told by minutes before the running one
MONTHS_BEFORE = 13
BY_SHIFT = timedelta(days=10)  # what is longer ago is told by days, which are a third as many readings
REMEMBERED_SINCE = date(2020, 1, 1)  # accidents are known from before the board's first month
WINDOW = timedelta(hours=1)
SMALL_GAP = timedelta(hours=1)  # made up for at once; what was missed for longer comes after the present
OLD_MINUTES = timedelta(days=7)  # so far back, a board from before there was a history has minutes of its own
HOURS_A_LOOK, DAYS_A_LOOK = 4, 5
_DAY = timedelta(days=1)


class Demo:
    """A source of kind "demo": counts by the minute, stops with their reason, and what people enter each shift."""

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        settings = Settings(spec.settings, where=f"source {spec.id}")
        self._id = spec.id
        self._context = context
        self._seed = str(settings.number("seed", Fraction(1), low=0, high=10**9))
        self._months = int(settings.number("history_months", Fraction(MONTHS_BEFORE), low=0, high=120))
        self._only = settings.texts("lines")
        self._script = read_script(settings)
        for line in (*self._only, *sorted(self._script.lines)):
            if context.nodes and line not in context.nodes:
                known = ", ".join(context.nodes)
                settings.problems.append(f"source {spec.id}, key lines: found {line!r}, expected some of {known}")
        settings.finish(also=COMMON)
        if settings.problems:
            raise SettingsError(tuple(settings.problems))
        self._play: Play | None = None

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Say whether there is a line to play, and a shift to play it in."""
        play = self._playing()
        played = [line for line in play.lines if not line.counted_by_hand or self._only]
        if any(latest_shift(play.plant, line.id, now) is not None for line in played):
            return ()
        said = "no line of this plant has a standard rate and is counted by a machine, so the demo has nothing to play"
        if played:
            said = "no shift has begun yet on any line, so the demo has nothing to play"
        return (Complaint(source=self._id, where="demo", said=said),)

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Yield the minutes that ended since the watermark, then a part of what is still to be told of the past."""
        play = self._playing()
        through = now.astimezone(UTC).replace(second=0, microsecond=0)
        before = read_mark(watermark or "")
        start, mark = play.next(before, read_bare(watermark or ""), through)
        for begin, end in pairwise(_steps(start, through)):
            done = replace(mark, through=end)
            readings = [each for line in play.lines for each in play.present(line, begin, end)]
            yield from self._batches(readings, replace(mark, through=begin), done, now)
        if start >= through:
            yield from self._batches([], mark, mark, now)
        if mark.holes:
            yield from self._fill(play, replace(mark, through=max(start, through)), now)

    def _fill(self, play: "Play", mark: Mark, now: datetime) -> Iterator[Batch]:
        """Yield a part of the first hole, from its end backwards."""
        hole = mark.holes[0]
        steps = HOURS_A_LOOK if hole.last > hole.fine else DAYS_A_LOOK
        for _ in range(steps):
            readings, until = play.piece(hole, mark.through)
            done = mark.filled(until)
            yield from self._batches(readings, mark, done, now)
            mark = done
            if until <= hole.first or until == hole.fine:
                return
            hole = mark.holes[0]

    def _batches(self, readings: list[Reading], before: Mark, done: Mark, now: datetime) -> Iterator[Batch]:
        """Yield readings in batches; only the last one moves the watermark, so that a torn piece is told again.

        While time since the board last ran is missing, nothing is said to be complete.
        """
        progress = None
        if before.holes:
            progress = 1 - Fraction(done.left_s, max(done.whole_s, before.whole_s, 1)) if done.holes else Fraction(1)
        complete = done.through if all(hole.begins for hole in done.holes) else None
        for at in range(0, max(len(readings), 1), READINGS_A_BATCH):
            last = at + READINGS_A_BATCH >= len(readings)
            yield Batch(
                source=self._id,
                readings=tuple(readings[at : at + READINGS_A_BATCH]),
                watermark=(done if last else before).text(),
                seen_at=now,
                complete_through=complete if last else None,
                progress=progress if last or progress is None else min(progress, Fraction(999, 1000)),
            )

    def _playing(self) -> "Play":
        if self._play is None:
            plant = self._context.plant()
            lines = [line for line in plant.lines if not self._only or line.id in self._only]
            lines = [line for line in lines if _rated(plant, line)]
            units = {measure.id: measure.unit for measure in plant.measures}
            if "planned_run_time_good" not in units:
                units.pop("planned_busy_time", None)  # the board knows it from the calendar
            teller = Teller(self._id, Inventor(plant, self._seed, self._script), units)
            self._play = Play(plant, tuple(lines), teller, self._months)
        return self._play


class Play:
    """What is told of a plant, and of which time."""

    def __init__(self, plant: Plant, lines: tuple[Line, ...], teller: Teller, months: int) -> None:
        """Prepare to tell of some lines of a plant."""
        self.plant = plant
        self.lines = lines
        self._teller = teller
        self._months = months
        self._whole_days = not any(letter.by_shift for letter in plant.letters)

    def next(self, before: Mark | None, bare: datetime | None, through: datetime) -> tuple[datetime, Mark]:
        """Return the minute to go on from, and the mark with the holes that are left behind by going on from there."""
        horizon = self._horizon(through)
        if before is not None:
            left, mark = before.through, before
        elif bare is not None:
            old = min(max(day_span(self.plant, production_day(self.plant, bare - OLD_MINUTES)).start, horizon), bare)
            left, mark = bare, Mark(through=bare)
            mark = mark.with_holes(
                (
                    Hole(first=old, fine=bare, last=bare, begins=False, beside=True),
                    Hole(first=horizon, fine=old, last=old),
                )
            )
        else:
            left, mark = horizon, Mark(through=horizon)
        if before is not None and through - left <= SMALL_GAP:
            return left, mark
        begin = max(left, self._running(through))
        fine = max(left, min(self._shifts_before(through), begin))
        first = max(left, horizon)
        hole = Hole(first=min(first, fine), fine=fine, last=begin, begins=left <= horizon)
        return begin, replace(mark, through=begin).with_holes((hole,))

    def present(self, line: Line, begin: datetime, end: datetime) -> Iterator[Reading]:
        """Yield what one line gave in the minutes of a window."""
        for run in self._runs(line, begin, end):
            yield from self._teller.minutes(line, run, max(begin, run.span.start), min(end, run.span.end))

    def piece(self, hole: Hole, through: datetime) -> tuple[list[Reading], datetime]:
        """Return the readings of the end of a hole, and down to when they fill it."""
        if hole.last > hole.fine and not hole.beside:
            begin = max(hole.fine, hole.last - WINDOW)
            readings = [each for line in self.lines for each in self._minutes(line, hole, begin)]
            return readings, begin
        day = production_day(self.plant, hole.last - MINUTE)
        until = max(hole.first, day_span(self.plant, day).start)
        readings = [each for line in self.lines for each in self._past(line, hole, day, through)]
        if until <= hole.first:
            readings += [each for line in self.lines for each in self._edge(line, hole)]
        return readings, until

    def _minutes(self, line: Line, hole: Hole, begin: datetime) -> Iterator[Reading]:
        """Yield a window at the end of a hole; shifts that began before its fine part are told as a whole."""
        for run in self._runs(line, begin, hole.last):
            if line.counted_by_hand and run.span.start >= hole.fine:
                if begin <= run.span.end - MINUTE < hole.last:
                    yield from self._teller.shift(line, run, beside=False)
            elif not hole.first <= run.span.start < hole.fine:
                yield from self._teller.minutes(line, run, max(begin, run.span.start), min(hole.last, run.span.end))

    def _past(self, line: Line, hole: Hole, day: date, through: datetime) -> Iterator[Reading]:
        """Yield the shifts of a production day that begin within the hole, as one day where it was long ago."""
        runs = shift_runs(self.plant, line.id, day)
        held = tuple(run for run in runs if hole.first <= run.span.start < hole.last)
        beside = hole.beside and not line.counted_by_hand
        if held == runs and self._whole_days and through - day_span(self.plant, day).end > BY_SHIFT:
            yield from self._teller.day(line, held, beside=beside)
            return
        for run in held:
            if hole.beside and run.span.end > hole.last:
                yield from self._teller.minutes(line, run, run.span.start, hole.last, beside=True)
            else:
                yield from self._teller.shift(line, run, beside=beside)

    def _edge(self, line: Line, hole: Hole) -> Iterator[Reading]:
        """Yield what lies at the beginning of a hole: the rest of a shift, or what is remembered from before."""
        if hole.begins:
            yield from self._remembered(line, hole.first)
            return
        run = shift_at(self.plant, line.id, hole.first)
        if run is not None and run.span.start < hole.first and not hole.beside:
            until = min(run.span.end, hole.fine)
            if hole.first < until:
                yield from self._teller.minutes(line, run, hole.first, until)

    def _remembered(self, line: Line, first: datetime) -> Iterator[Reading]:
        """Yield the accidents of the years before."""
        last = production_day(self.plant, first) - _DAY
        for day in self._teller.accidents(line, REMEMBERED_SINCE, last):
            yield from self._teller.event(line, shift_runs(self.plant, line.id, day)[0], "lost_time_accident")

    def _runs(self, line: Line, begin: datetime, end: datetime) -> Iterator[ShiftRun]:
        """Yield the shifts of a line that meet a window."""
        day = production_day(self.plant, begin) - _DAY
        last = production_day(self.plant, end)
        while day <= last:
            runs = shift_runs(self.plant, line.id, day)
            yield from (run for run in runs if run.span.start < end and run.span.end > begin)
            day += _DAY

    def _horizon(self, through: datetime) -> datetime:
        """Return the start of the first month that is told of; without months, of the first shift."""
        if not self._months:
            return self._shifts_before(through)
        today = production_day(self.plant, through)
        months = today.year * 12 + today.month - 1 - self._months
        return day_span(self.plant, date(months // 12, months % 12 + 1, 1)).start

    def _running(self, through: datetime) -> datetime:
        """Return when the earliest of the running shifts began; now where none runs."""
        runs = (shift_at(self.plant, line.id, through) for line in self.lines)
        return min((run.span.start for run in runs if run is not None), default=through)

    def _shifts_before(self, through: datetime) -> datetime:
        """Return when the first of the last few shifts began, of the line where that is longest ago."""
        starts = [through]
        for line in self.lines:
            at = through
            for _ in range(SHIFTS_BEFORE + 1):
                run = latest_shift(self.plant, line.id, at)
                if run is None:
                    break
                starts.append(run.span.start)
                at = run.span.start - MINUTE
        return min(starts)


def _rated(plant: Plant, line: Line) -> bool:
    """Tell whether a line has a standard rate in each of its shifts."""
    return all(standard_rate(plant, line.id, shift=shift.name) is not None for shift in plant.shifts)


def _steps(start: datetime, through: datetime) -> list[datetime]:
    """Return the borders of the windows from start to the last whole minute."""
    steps = [start]
    while steps[-1] < through:
        steps.append(min(steps[-1] + WINDOW, through))
    return steps
