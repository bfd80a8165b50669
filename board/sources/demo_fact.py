"""The facts of one shift of one line, from which its minutes, its shift and its day are told alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from board.plant.calendar import ShiftRun, cut, standard_rate
from board.plant.plant import Line, Plant
from board.sources.demo_day import Day, Days
from board.sources.demo_draw import shared_out
from board.sources.demo_level import Levels
from board.sources.demo_script import MINUTE, Scene, Script
from board.sources.demo_shift import Cast, Layout, Plot, Stop, lay_out, minutes_of, plot, scattered
from board.sources.demo_theme import ABSENT, ATTAINED, COST, ENERGY, MICRO, SCRAP, YIELD, Theme

UNSPOKEN = frozenset({"crew", "other", "changeover"})  # icons of reasons no machine would give
IDEAL = Fraction(6, 5)  # how much faster than its standard rate a line would be at its best, without any loss
KG_A_CASE = 12
SCRAP_SHARES = (552, 198, 121, 75, 54)  # per thousand, by the order of the reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one shift comes to; minutes count from its start.

    `paced` grows with worked time, `hourly` is told at full hours, `at_start` once the shift has begun, `events` when
    they happen.
    """

    line: Line
    run: ShiftRun
    cast: Cast
    layout: Layout
    plot: Plot
    scrap: tuple[int, ...]  # by interval
    scrap_reasons: tuple[tuple[str | None, int], ...]
    run_time: Fraction  # planned minutes of one part, all stations together
    paced: Mapping[str, int]
    hourly: Mapping[str, int]
    with_output: Mapping[str, int]  # told at full hours too, and grows with what is made
    at_start: Mapping[str, int]
    events: tuple[tuple[str, int, int], ...]  # measure, minute, value
    unsaid: frozenset[str]

    @property
    def good(self) -> int:
        """Return the good parts of the shift."""
        return self.plot.good


@dataclass(frozen=True, slots=True)
class Minutes:
    """What each minute of a shift gave: good parts, scrap by reason, and both until then."""

    good: Mapping[int, int]
    scrap: Mapping[int, Mapping[str | None, int]]
    _sums: list[tuple[int, int]] = field(repr=False)

    def until(self, minute: int) -> tuple[int, int]:
        """Return the good parts and the scrap before a minute of the shift."""
        return self._sums[max(0, min(minute, len(self._sums) - 1))]


class Inventor:
    """Makes up the facts of any shift of the plant; the same shift always comes out the same."""

    def __init__(self, plant: Plant, seed: str, script: Script) -> None:
        """Prepare to play a plant."""
        self._plant = plant
        self._seed = seed
        self._script = script
        self.levels = Levels(plant, seed, script)
        self.days = Days(plant, seed, script, self.levels)
        self._layouts: dict[tuple[object, ...], Layout] = {}
        self._reasons = {line.id: _reasons(plant, line) for line in plant.lines}

    def facts(self, line: Line, run: ShiftRun) -> Facts:
        """Return the facts of a shift."""
        rate = standard_rate(self._plant, line.id, shift=run.shift.name)
        per_hour, stations = (Fraction(60), 1) if rate is None else (rate.per_hour, rate.stations)
        cast = self._cast(line, run, per_hour)
        layout = self._layout(line, run)
        day = self.days.day(line, run.day)
        place = next((at for at, other in enumerate(day.runs) if other.shift.name == run.shift.name), 0)
        scene = self._script.scenes.get((line.id, run.day, run.shift.name))
        planned = int(per_hour * layout.minutes / 60)
        level = _Level(self.levels, line.id, day, place, scene)
        if scene is None:
            most = int(cast.best_rate * layout.minutes * 98 / 6000)
            found = plot(cast, layout, min(planned * level.of(ATTAINED, 0) // (100 * MICRO), most))
        else:
            made = (*scene.made, *[0] * len(layout.pieces))[: len(layout.pieces)]
            found = Plot(totals=made, stops=_written_stops(scene, run, self._plant), even=True)
        scrap = _scrap(level, found, scene)
        run_time = 60 * stations / (per_hour * IDEAL)
        return Facts(
            line=line,
            run=run,
            cast=cast,
            layout=layout,
            plot=found,
            scrap=scrap,
            scrap_reasons=_by_reason(sum(scrap), self._reasons[line.id][1], day.wobble),
            run_time=run_time,
            paced={"planned_cases": planned} | _costs(level, found.good),
            hourly={"planned_busy_time": stations * layout.minutes} | _attendance(level, day, layout),
            with_output=_material(level, found.good),
            at_start=day.at_start(place),
            events=day.events(place, layout.length),
            unsaid=day.unsaid,
        )

    def minutes(self, facts: Facts) -> Minutes:
        """Return what each minute of a shift gave."""
        good = minutes_of(facts.cast, facts.layout, facts.plot, facts.plot.totals)
        rejects = minutes_of(facts.cast, facts.layout, facts.plot, facts.scrap)
        kinds = _kinds(facts.scrap_reasons)
        scrap: dict[int, dict[str | None, int]] = {}
        sums = [(0, 0)]
        made = rejected = 0
        for minute in range(facts.layout.length):
            made += good.get(minute, 0)
            for _ in range(rejects.get(minute, 0)):
                reason = kinds[rejected]
                scrap.setdefault(minute, {})[reason] = scrap.get(minute, {}).get(reason, 0) + 1
                rejected += 1
            sums.append((made, rejected))
        return Minutes(good, scrap, sums)

    def _cast(self, line: Line, run: ShiftRun, per_hour: Fraction) -> Cast:
        return Cast(
            seed=f"{self._seed} {line.id} {run.day} {run.shift.name}",
            rate=per_hour,
            best_rate=max(line.best_rate or per_hour * Fraction(11, 10), per_hour),
            reasons=self._reasons[line.id][0],
        )

    def _layout(self, line: Line, run: ShiftRun) -> Layout:
        """Return how a shift is cut; shifts of the same length and breaks are cut alike."""
        breaks = tuple((part.start - run.span.start, part.length) for part in run.breaks)
        key = (line.id, run.shift.name, run.span.length, breaks)
        if key not in self._layouts:
            pieces = cut(run.span, line.interval, self._plant.site.zone)
            self._layouts[key] = lay_out(run.span, pieces, run.working)
        return self._layouts[key]


@dataclass(frozen=True, slots=True)
class _Level:
    """Asks for the levels of one shift."""

    levels: Levels
    line: str
    day: Day
    place: int
    scene: Scene | None

    def of(self, theme: Theme, number: int) -> int:
        """Return the level of a theme, written or invented; `number` tells the themes of a shift apart."""
        if self.scene is not None and theme.measure in self.scene.levels:
            return self.scene.levels[theme.measure]
        return self.levels.shift(theme, self.line, self.day.day, self.day.lean(number, self.place))


def _scrap(level: _Level, found: Plot, scene: Scene | None) -> tuple[int, ...]:
    if scene is not None and scene.scrap:
        return (*scene.scrap, *[0] * len(found.totals))[: len(found.totals)]
    rate = min(level.of(SCRAP, 1), 50 * MICRO)
    rejected = (2 * found.good * rate // (100 * MICRO - rate) + 1) // 2
    return tuple(shared_out(rejected, found.totals))


def _costs(level: _Level, good: int) -> dict[str, int]:
    return {
        "conversion_cost": level.of(COST, 2) * good // (100 * MICRO),
        "energy": level.of(ENERGY, 3) * good // MICRO,
    }


def _material(level: _Level, good: int) -> dict[str, int]:
    packed = good * KG_A_CASE
    return {
        "material_packed": packed,
        "material_issued": packed * 100 * MICRO // max(level.of(YIELD, 4), MICRO),
    }


def _attendance(level: _Level, day: Day, layout: Layout) -> dict[str, int]:
    whole = day.crew * layout.length
    absent = min(level.of(ABSENT, 5), 50 * MICRO) * whole // (100 * MICRO)
    return {"attended": whole - absent, "absent": absent}


def _by_reason(total: int, reasons: tuple[str, ...], wobble: list[int]) -> tuple[tuple[str | None, int], ...]:
    """Return the rejects by reason; without reasons they have none."""
    if not reasons:
        return ((None, total),)
    weights = [
        (SCRAP_SHARES[place] if place < len(SCRAP_SHARES) else 30) * (1000 + wobble[place % len(wobble)] // 3)
        for place in range(len(reasons))
    ]
    return tuple(zip(reasons, shared_out(total, weights), strict=True))


def _kinds(shares: tuple[tuple[str | None, int], ...]) -> list[str | None]:
    """Return the reason of each reject in order of time."""
    return [shares[place][0] for place in scattered(sum(count for _, count in shares), [c for _, c in shares])]


def _reasons(plant: Plant, line: Line) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return why a machine says that the line stops, and why it rejects."""
    stops = tuple(reason.code for reason in plant.reasons_of(line.id) if reason.icon not in UNSPOKEN)
    return stops, tuple(reason.code for reason in plant.reasons_of(line.id, "scrap"))


def _written_stops(scene: Scene, run: ShiftRun, plant: Plant) -> tuple[Stop, ...]:
    """Return the stops of a written shift; a time before the shift's start is on the day after."""
    zone = plant.site.zone
    stops = []
    for starts, length, reason in scene.stops:
        local = datetime.combine(run.span.start.astimezone(zone).date(), starts, tzinfo=zone)
        if local < run.span.start:
            local += timedelta(days=1)
        begin = (local.astimezone(UTC) - run.span.start) // MINUTE
        stops.append(Stop(begin, length // MINUTE, reason or None))
    return tuple(stops)
