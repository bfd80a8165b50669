"""A plant that lives without a machine: every line runs, stops and recovers, the same for the same time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

from board.kpi.reading import Batch, Complaint, Reading
from board.plant.plant import Line, Plant, SourceSpec
from board.plant.span import Span
from board.sources.contract import READINGS_A_BATCH, SettingsError, SourceContext
from board.sources.demo_shift import MINUTE, Cast, Scene, Stop, Story, invent
from board.sources.setting import COMMON, Settings

if TYPE_CHECKING:
    from board.plant.calendar import ShiftRun

SHIFTS_BEFORE = 2  # so many are invented at once, so that a new board has something to show
LONGEST_GAP = timedelta(days=7)  # a board that was off for longer begins anew
WINDOW = timedelta(hours=1)
STORIES_KEPT = 64
UNSPOKEN = frozenset({"crew", "other", "changeover"})  # icons of reasons no machine would give


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A scene as the settings name it: by line, day and shift."""

    line: str
    day: date
    shift: str
    made: tuple[int, ...]
    stops: tuple[tuple[time, timedelta, str], ...]


class Demo:
    """A source of kind "demo": one reading a minute for good parts and scrap, one for each stop with its reason."""

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        settings = Settings(spec.settings, where=f"source {spec.id}")
        self._id = spec.id
        self._context = context
        self._seed = str(settings.number("seed", Fraction(1), low=0, high=10**9))
        self._only = settings.texts("lines")
        self._scenes = tuple(_scene(table) for table in settings.tables("scene"))
        for line in (*self._only, *(scene.line for scene in self._scenes)):
            if context.nodes and line not in context.nodes:
                known = ", ".join(context.nodes)
                settings.problems.append(f"source {spec.id}, key lines: found {line!r}, expected some of {known}")
        settings.finish(also=COMMON)
        if settings.problems:
            raise SettingsError(tuple(settings.problems))
        self._plant: Plant | None = None
        self._stories: dict[tuple[str, datetime], Story] = {}

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Say whether there is a line to play, and a shift to play it in."""
        plant = self._loaded()
        lines = self._lines(plant)
        calendar = import_module("board.plant.calendar")
        if any(calendar.latest_shift(plant, line.id, now) is not None for line in lines):
            return ()
        said = "no line of this plant has a standard rate and is counted by a machine, so the demo has nothing to play"
        if lines:
            said = "no shift has begun yet on any line, so the demo has nothing to play"
        return (Complaint(source=self._id, where="demo", said=said),)

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Yield the minutes that ended since the watermark; without one, from two shifts before the present one."""
        plant = self._loaded()
        lines = self._lines(plant)
        through = now.astimezone(UTC).replace(second=0, microsecond=0)
        start = self._start(plant, lines, watermark, through)
        for begin, end in pairwise(_steps(start, through)):
            readings = [reading for line in lines for reading in self._readings(plant, line, begin, end)]
            for at in range(0, max(len(readings), 1), READINGS_A_BATCH):
                last = at + READINGS_A_BATCH >= len(readings)
                yield Batch(
                    source=self._id,
                    readings=tuple(readings[at : at + READINGS_A_BATCH]),
                    watermark=(end if last else begin).isoformat(),
                    seen_at=now,
                    complete_through=end if last else None,
                    progress=Fraction((end - start) // MINUTE, (through - start) // MINUTE)
                    if start + WINDOW < through
                    else None,
                )
        if start >= through:
            yield Batch(
                source=self._id,
                readings=(),
                watermark=start.isoformat(),
                seen_at=now,
                complete_through=min(start, through),
            )

    def _start(self, plant: Plant, lines: tuple[Line, ...], watermark: str | None, through: datetime) -> datetime:
        """Return the minute to go on from."""
        if watermark:
            try:
                left = datetime.fromisoformat(watermark).astimezone(UTC)
            except (ValueError, OverflowError):
                left = datetime.min.replace(tzinfo=UTC)
            if through - left <= LONGEST_GAP:
                return left
        calendar = import_module("board.plant.calendar")
        starts = [through]
        for line in lines:
            at = through
            for _ in range(SHIFTS_BEFORE + 1):
                run: ShiftRun | None = calendar.latest_shift(plant, line.id, at)
                if run is None:
                    break
                starts.append(run.span.start)
                at = run.span.start - MINUTE
        return min(starts)

    def _readings(self, plant: Plant, line: Line, begin: datetime, end: datetime) -> Iterator[Reading]:
        """Yield what one line gave in the minutes of a window, and the stops that ended in it."""
        calendar = import_module("board.plant.calendar")
        minute, told = begin, None
        while minute < end:
            run: ShiftRun | None = calendar.shift_at(plant, line.id, minute)
            if run is not None:
                story = self._story(plant, line, run)
                if told is not run:
                    told = run
                    yield from self._stops(line, story, begin, end)
                gave = story.minutes.get(minute)
                if gave is not None:
                    yield self._count(line, "good", minute, gave.good)
                    if gave.scrap:
                        yield self._count(line, "scrap", minute, gave.scrap)
            minute += MINUTE

    def _count(self, line: Line, measure: str, minute: datetime, count: int) -> Reading:
        return Reading(
            node=line.id,
            measure=measure,
            start=minute,
            end=minute + MINUTE,
            value=Fraction(count),
            source=self._id,
            key=f"{line.id} {minute:%Y-%m-%dT%H:%M} {measure}",
            unit=line.unit,
        )

    def _stops(self, line: Line, story: Story, begin: datetime, end: datetime) -> Iterator[Reading]:
        for stop in story.stops:
            if begin < stop.span.end <= end:
                yield Reading(
                    node=line.id,
                    measure="downtime",
                    start=stop.span.start,
                    end=stop.span.end,
                    value=Fraction(stop.span.length // MINUTE),
                    source=self._id,
                    key=f"{line.id} {stop.span.start:%Y-%m-%dT%H:%M} stop",
                    unit="min",
                    reason=stop.reason,
                )

    def _story(self, plant: Plant, line: Line, run: "ShiftRun") -> Story:
        """Return the story of a shift, kept for the next look."""
        key = (line.id, run.span.start)
        story = self._stories.get(key)
        if story is None:
            calendar = import_module("board.plant.calendar")
            zone = plant.site.zone
            rate = calendar.standard_rate(plant, line.id, shift=run.shift.name).per_hour
            reasons = tuple(reason.code for reason in plant.reasons_of(line.id) if reason.icon not in UNSPOKEN)
            best = line.best_rate if line.best_rate is not None and line.best_rate > rate else rate * Fraction(11, 10)
            cast = Cast(seed=f"{self._seed} {line.id}", rate=rate, best_rate=best, reasons=reasons)
            story = invent(
                cast, calendar.cut(run.span, line.interval, zone), run.working, self._scene_of(line, run, plant)
            )
            if len(self._stories) >= STORIES_KEPT:
                self._stories.pop(next(iter(self._stories)))
            self._stories[key] = story
        return story

    def _scene_of(self, line: Line, run: "ShiftRun", plant: Plant) -> Scene | None:
        """Return what somebody wrote for a shift, if anybody did."""
        for scene in self._scenes:
            if (scene.line, scene.day, scene.shift) == (line.id, run.day, run.shift.name):
                return Scene(
                    made=scene.made,
                    stops=tuple(
                        _stop_at(run.span, start, length, reason, plant) for start, length, reason in scene.stops
                    ),
                )
        return None

    def _lines(self, plant: Plant) -> tuple[Line, ...]:
        """Return the lines to play: those named, else all that a machine counts; each needs a standard rate."""
        calendar = import_module("board.plant.calendar")
        wanted = [line for line in plant.lines if (line.id in self._only if self._only else not line.counted_by_hand)]
        return tuple(
            line
            for line in wanted
            if all(calendar.standard_rate(plant, line.id, shift=shift.name) is not None for shift in plant.shifts)
        )

    def _loaded(self) -> Plant:
        if self._plant is None:
            self._plant = self._context.plant()
        return self._plant


def _steps(start: datetime, through: datetime) -> list[datetime]:
    """Return the borders of the windows from start to the last whole minute."""
    steps = [start]
    while steps[-1] < through:
        steps.append(min(steps[-1] + WINDOW, through))
    return steps


def _scene(table: Settings) -> _Written:
    """Return a scene of the settings."""
    line, shift = table.text("line", needed=True), table.text("shift", needed=True)
    found, day = table.values.get("day"), date(1970, 1, 1)
    table.has("day")
    try:
        day = date.fromisoformat(str(found))
    except ValueError:
        table.fault("day", "a date such as 2026-11-20")
    stops = []
    for inner in table.tables("stop"):
        start = time(0, 0)
        try:
            start = time.fromisoformat(inner.text("starts", needed=True))
        except ValueError:
            inner.fault("starts", 'a time such as "08:36"')
        stops.append((start, inner.length("length") or MINUTE, inner.text("reason")))
        inner.finish()
    made = table.values.get("made")
    table.has("made")
    if not isinstance(made, list | tuple) or not all(isinstance(count, int) and count >= 0 for count in made):
        table.fault("made", "a list of whole numbers, one for each interval")
        made = ()
    table.finish()
    return _Written(line=line, day=day, shift=shift, made=tuple(made), stops=tuple(stops))


def _stop_at(span: Span, start: time, length: timedelta, reason: str, plant: Plant) -> Stop:
    """Return a stop of a written shift; a time before the shift's start is on the day after."""
    zone = plant.site.zone
    local = datetime.combine(span.start.astimezone(zone).date(), start, tzinfo=zone)
    if local < span.start:
        local += timedelta(days=1)
    begin = local.astimezone(UTC)
    return Stop(span=Span(begin, begin + length), reason=reason or None)
