"""The plant's time: production days, shifts as they really ran, their breaks and intervals, and the rate that stood.

Everything follows the site's wall clock, so a night shift has 7 or 9 hours when the clocks change (`wall.py`).
A shift that was changed for one day takes the time it needs from its neighbours, which begin later or end earlier; of
two that were changed the one that began first keeps its time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from board.plant.plant import DayOff, Plant, Rate, Shift, ShiftChange
from board.plant.span import Span, without
from board.plant.wall import instant_of, wall_of

SEARCH_DAYS = 400  # how far to look for the last or the next shift of a line that stands idle
_DAY = timedelta(days=1)
_ForLines = TypeVar("_ForLines", Shift, DayOff)
_PLANTS_KEPT = 1024  # those that differ in no time share a calendar
_CALENDARS_KEPT = 64
_RUNS_KEPT = 4096  # three days of more than a thousand lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRun:
    """A shift of one line on one production day; `breaks` are in order of time and within `span`."""

    shift: Shift
    line: str
    day: date
    span: Span
    breaks: tuple[Span, ...] = ()
    working: tuple[Span, ...] = field(init=False, repr=False, compare=False)  # the span without its breaks

    def __post_init__(self) -> None:
        """Cut the breaks out of the span, once."""
        object.__setattr__(self, "working", without((self.span,), self.breaks))


def production_day(plant: Plant, instant: datetime, line_id: str | None = None) -> date:
    """Return the production day of an instant; with a line, a shift that runs then keeps the day it started on."""
    if line_id is not None and (run := shift_at(plant, line_id, instant)) is not None:
        return run.day
    return _calendar(plant).day_of(instant)


def day_span(plant: Plant, day: date) -> Span:
    """Return the production day from its start to the start of the next: 23, 24 or 25 hours."""
    calendar = _calendar(plant)
    return Span(calendar.day_start(day), calendar.day_start(day + _DAY))


def shift_runs(plant: Plant, line_id: str, day: date) -> tuple[ShiftRun, ...]:
    """Return the shifts of a line that start on a production day, in order of time; KeyError for an unknown line."""
    return _calendar(plant).runs(line_id, day)


def works_on(plant: Plant, line_id: str, day: date) -> bool:
    """Tell whether the line has a shift on that production day."""
    return bool(shift_runs(plant, line_id, day))


def shift_at(plant: Plant, line_id: str, instant: datetime) -> ShiftRun | None:
    """Return the shift that runs on the line at the instant, or None between shifts."""
    calendar = _calendar(plant)
    day = calendar.day_of(instant)
    for run in (*calendar.runs(line_id, day), *calendar.runs(line_id, day - _DAY), *calendar.runs(line_id, day + _DAY)):
        if run.span.holds(instant):
            return run
    return None


def latest_shift(plant: Plant, line_id: str, instant: datetime) -> ShiftRun | None:
    """Return the shift that runs at the instant, else the last one that started (None: none in SEARCH_DAYS)."""
    calendar = _calendar(plant)
    day = calendar.day_of(instant)
    runs = (*calendar.runs(line_id, day), *calendar.runs(line_id, day + _DAY))  # a changed one may begin the day before
    started = [run for run in runs if run.span.start <= instant]
    return started[-1] if started else calendar.last_before(line_id, day)


def next_shift(plant: Plant, line_id: str, instant: datetime) -> ShiftRun | None:
    """Return the first shift that starts after the instant (None: none in SEARCH_DAYS)."""
    calendar = _calendar(plant)
    day = calendar.day_of(instant)
    runs = (*calendar.runs(line_id, day), *calendar.runs(line_id, day + _DAY))
    later = (run for run in runs if run.span.start > instant)
    return next(later, None) or calendar.first_after(line_id, day + _DAY)


def shift_named(plant: Plant, line_id: str, day: date, name: str) -> ShiftRun | None:
    """Return the shift of that name on that production day, or None where the line does not work it."""
    return next((run for run in shift_runs(plant, line_id, day) if run.shift.name == name), None)


def standard_rate(plant: Plant, line_id: str, *, shift: str | None = None, product: str | None = None) -> Rate | None:
    """Return the narrowest standard rate that fits (product and shift, product, shift, line), or None."""
    rates = _calendar(plant).rates
    for key in ((line_id, product, shift), (line_id, product, None), (line_id, None, shift), (line_id, None, None)):
        if (rate := rates.get(key)) is not None:
            return rate
    plant.line(line_id)
    return None


@lru_cache(maxsize=_RUNS_KEPT)
def cut(span: Span, interval: timedelta, zone: ZoneInfo) -> tuple[Span, ...]:
    """Return the span in intervals by the wall clock from its start; the last one may be short.

    On the night when an hour is skipped, an interval is shorter or gone; when an hour comes twice, one is longer, and
    is cut again where it would be two intervals long or more (so hour by hour stays hour by hour).
    """
    if interval <= timedelta():
        raise ValueError(f"an interval needs a length, not {interval}")
    pieces: list[Span] = []
    wall, start = wall_of(span.start, zone), span.start
    while start < span.end:
        wall += interval
        end = min(instant_of(wall, zone), span.end)
        if end <= start:
            continue
        while end - start >= 2 * interval:
            pieces.append(Span(start, start + interval))
            start += interval
        pieces.append(Span(start, end))
        start = end
    return tuple(pieces)


class _Calendar:
    """What the calendar works out of one plant, kept for the next question."""

    def __init__(self, plant: Plant) -> None:
        self.plant = plant  # or another that has the same times
        self.rates = _rates(plant)
        self._changes = {(change.line, change.day, change.shift): change for change in plant.shift_changes}
        self._changed = {(change.line, change.day) for change in plant.shift_changes}
        self._zone = plant.site.zone
        self._shifts = {line.id: _of_line(plant.shifts, line.id) for line in plant.lines}
        self._days_off = {line.id: _of_line(plant.days_off, line.id) for line in plant.lines}
        self.day_start = lru_cache(maxsize=_RUNS_KEPT)(self._day_start)
        self.runs = lru_cache(maxsize=_RUNS_KEPT)(self._runs)
        self.last_before = lru_cache(maxsize=_RUNS_KEPT)(self._last_before)
        self.first_after = lru_cache(maxsize=_RUNS_KEPT)(self._first_after)

    def day_of(self, instant: datetime) -> date:
        """Return the production day whose start is the last at or before the instant."""
        day = wall_of(instant, self._zone).date()
        while self.day_start(day) > instant:
            day -= _DAY
        while self.day_start(day + _DAY) <= instant:
            day += _DAY
        return day

    def _day_start(self, day: date) -> datetime:
        return instant_of(datetime.combine(day, self.plant.site.day_starts), self._zone)

    def _on(self, line_id: str, day: date) -> tuple[Shift, ...]:
        """Return the shifts that the line works on a production day."""
        if line_id not in self._shifts:
            self.plant.line(line_id)
        if any(off.first <= day <= off.last for off in self._days_off[line_id]):
            return ()
        shifts = tuple(shift for shift in self._shifts[line_id] if day.weekday() in shift.days)
        if (line_id, day) not in self._changed:
            return shifts
        return tuple(shift for shift in shifts if not self._is_cancelled(line_id, day, shift))

    def _is_cancelled(self, line_id: str, day: date, shift: Shift) -> bool:
        change = self._changes.get((line_id, day, shift.name))
        return change is not None and change.cancelled

    def _runs(self, line_id: str, day: date) -> tuple[ShiftRun, ...]:
        runs = self._alone(line_id, day)
        near = [day + step * _DAY for step in (-2, -1, 1, 2)]  # so far reaches one that was moved to the next day
        if any((line_id, one) in self._changed for one in (day, *near)):
            others = [run for one in near for run in self._alone(line_id, one)]
            runs = [self._giving_way(run, [*runs, *others]) for run in runs]
        return tuple(sorted((run for run in runs if run.span.length), key=lambda run: run.span))

    def _alone(self, line_id: str, day: date) -> list[ShiftRun]:
        """Return the shifts of a line on a production day, each as if there were no other."""
        return [self._run(shift, line_id, day) for shift in self._on(line_id, day)]

    def _run(self, shift: Shift, line_id: str, day: date) -> ShiftRun:
        first = day if shift.starts >= self.plant.site.day_starts else day + _DAY
        last = first if shift.ends > shift.starts else first + _DAY
        span = Span(self._at(first, shift.starts), self._at(last, shift.ends))
        breaks = self._breaks(shift, first, span)
        change = self._changes.get((line_id, day, shift.name))
        if change is None:
            return ShiftRun(shift=shift, line=line_id, day=day, span=span, breaks=breaks)
        run = ShiftRun(shift=shift, line=line_id, day=day, span=self._moved(span, first, change))
        return replace(run, breaks=_within(breaks, run.span))

    def _moved(self, usual: Span, first: date, change: ShiftChange) -> Span:
        """Return when a changed shift runs: from the wall time nearest to its usual start, to the next that ends it."""
        start, wall = usual.start, wall_of(usual.start, self._zone).time()
        day = first
        if change.starts is not None:
            usual_start, wall = start, change.starts
            day = min(
                (first + _DAY * step for step in (-1, 0, 1)), key=lambda one: abs(self._at(one, wall) - usual_start)
            )
            start = self._at(day, wall)
        if change.ends is None:
            return Span(start, max(start, usual.end))
        last = day if change.ends > wall else day + _DAY
        return Span(start, max(start, self._at(last, change.ends)))

    def _giving_way(self, run: ShiftRun, others: Iterable[ShiftRun]) -> ShiftRun:
        """Return a shift without the time that a changed one takes from it."""
        start, end = run.span.start, run.span.end
        changed = self._is_changed(run)
        for other in others:
            if other is run or not self._is_changed(other) or (changed and run.span <= other.span):
                continue
            if other.span.start <= start:
                start = max(start, min(end, other.span.end))
            else:
                end = min(end, max(start, other.span.start))
        if (start, end) == (run.span.start, run.span.end):
            return run
        span = Span(start, end)
        return replace(run, span=span, breaks=_within(run.breaks, span))

    def _is_changed(self, run: ShiftRun) -> bool:
        return (run.line, run.day, run.shift.name) in self._changes

    def _breaks(self, shift: Shift, first: date, span: Span) -> tuple[Span, ...]:
        """Return the breaks as they fall; one that the clock change pushes into another follows it, at full length."""
        breaks: list[Span] = []
        free = span.start
        for pause in sorted(shift.breaks, key=lambda pause: (pause.starts < shift.starts, pause.starts)):
            day = first + _DAY if pause.starts < shift.starts else first
            start = max(self._at(day, pause.starts), free)
            end = min(start + pause.length, span.end)
            if start < end:
                breaks.append(Span(start, end))
                free = end
        return tuple(breaks)

    def _at(self, day: date, wall: time) -> datetime:
        return instant_of(datetime.combine(day, wall), self._zone)

    def _last_before(self, line_id: str, day: date) -> ShiftRun | None:
        return self._nearest(line_id, (day - _DAY * ago for ago in range(1, SEARCH_DAYS + 1)), -1)

    def _first_after(self, line_id: str, day: date) -> ShiftRun | None:
        return self._nearest(line_id, (day + _DAY * ahead for ahead in range(1, SEARCH_DAYS + 1)), 0)

    def _nearest(self, line_id: str, days: Iterable[date], which: int) -> ShiftRun | None:
        for day in days:
            if self._on(line_id, day) and (runs := self._runs(line_id, day)):
                return runs[which]
        return None


def _of_line(items: Iterable[_ForLines], line_id: str) -> tuple[_ForLines, ...]:
    """Return the items that name the line, or no line at all."""
    return tuple(item for item in items if not item.lines or line_id in item.lines)


def _rates(plant: Plant) -> dict[tuple[str, str | None, str | None], Rate]:
    """Return the standard rates by line, product and shift; a line's own `rate` is its widest."""
    rates = {
        (line.id, None, None): Rate(line=line.id, per_hour=line.rate) for line in plant.lines if line.rate is not None
    }
    return rates | {(rate.line, rate.product, rate.shift): rate for rate in plant.rates}


def _within(breaks: Iterable[Span], span: Span) -> tuple[Span, ...]:
    return tuple(shared for pause in breaks if (shared := pause.meets(span)) is not None)


_plants: dict[int, tuple[Plant, _Calendar]] = {}  # by identity of the plant, which is kept alive here
_calendars: dict[tuple[int, ...], _Calendar] = {}  # by identity of what makes up its times


def _calendar(plant: Plant) -> _Calendar:
    """Return the calendar of a plant; hashing a whole plant on each question would cost more than the answer."""
    known = _plants.get(id(plant))
    if known is not None:
        return known[1]
    key = tuple(map(id, (plant.site, plant.lines, plant.shifts, plant.rates, plant.days_off, plant.shift_changes)))
    calendar = _calendars.get(key)
    if calendar is None:
        calendar = _Calendar(plant)
        _make_room(_calendars, _CALENDARS_KEPT)
        _calendars[key] = calendar
    _make_room(_plants, _PLANTS_KEPT)
    _plants[id(plant)] = (plant, calendar)
    return calendar


_Key = TypeVar("_Key")
_Kept = TypeVar("_Kept")


def _make_room(kept: dict[_Key, _Kept], most: int) -> None:
    for oldest in tuple(kept)[: max(0, len(kept) + 1 - most)]:
        kept.pop(oldest, None)
