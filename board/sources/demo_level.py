"""The levels a demo plays: months that follow the plan with luck, days around their month, shifts around their day."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from board.kpi.figure import Figure, FigureError
from board.plant.calendar import works_on
from board.plant.plant import Better, Kpi, Plant, Target
from board.sources.demo_draw import chance, chances, ranked, swings
from board.sources.demo_script import Script
from board.sources.demo_theme import MICRO, THEMES, Theme

LUCK = 700  # per thousand of the sway: how much better than its plan a month is on average
USUAL_SPIKES = 80  # per thousand of days that go wrong even in a good month
MOST_SPIKES = 450


class Levels:
    """Levels by line and time in millionths of a KPI's unit, worked out once and kept."""

    def __init__(self, plant: Plant, seed: str, script: Script) -> None:
        """Find the KPI of each theme."""
        self._plant = plant
        self._seed = seed
        self._script = script
        self._kpis = {theme.measure: _kpi_of(plant, theme) for theme in THEMES}
        self._months: dict[tuple[str, str, date], int] = {}
        self._days: dict[tuple[str, str, date], dict[date, tuple[int, int]]] = {}
        self._counts: dict[tuple[str, str, date], dict[date, int]] = {}
        self._worked: dict[tuple[str, date], list[date]] = {}

    def goal(self, theme: Theme, line: str, day: date) -> int:
        """Return the target of a line on a day; before the first one that is set, that one."""
        kpi = self._kpis[theme.measure]
        found = None
        if kpi is not None:
            found = _in_force(kpi.month_targets, line, day) or _in_force(kpi.targets, line, day)
        value = None if found is None else found.value if found.value is not None else found.high
        return int((theme.usual if value is None else value) * MICRO)

    def month(self, theme: Theme, line: str, day: date) -> int:
        """Return the level of the month of a day."""
        key = (line, theme.measure, day.replace(day=1))
        if key not in self._months:
            written = self._script.months.get(key)
            self._months[key] = self._drawn_month(theme, line, key[2]) if written is None else written
        return self._months[key]

    def day(self, theme: Theme, line: str, day: date) -> int:
        """Return the level of a day; the worked days of a month lie around its level, and most keep the plan."""
        return self._of_day(theme, line, day)[0]

    def shift(self, theme: Theme, line: str, day: date, lean: int) -> int:
        """Return the level of one of a day's shifts; they lie the farther apart the farther the day is from plan."""
        level, reach = self._of_day(theme, line, day)
        return level + lean * reach // 1000

    def worked_days(self, line: str, day: date) -> list[date]:
        """Return the days of a month on which the line works."""
        key = (line, day.replace(day=1))
        if key not in self._worked:
            self._worked[key] = [each for each in _days_of(day) if works_on(self._plant, line, each)]
        return self._worked[key]

    def count(self, theme: Theme, line: str, day: date, total: int) -> int:
        """Return how many of a month's events, which are so many in total, fall on a day."""
        written = self._script.days.get((line, theme.measure, day))
        if written is not None:
            return written
        key = (line, theme.measure, day.replace(day=1))
        if key not in self._counts:
            worked = self.worked_days(line, day)
            counts = dict.fromkeys(worked, 0)
            order = ranked(len(worked), self._seed, line, theme.measure, key[2], "event")
            for number in range(total if worked else 0):
                counts[worked[order[number % len(order)]]] += 1
            self._counts[key] = counts
        return self._counts[key].get(day, 0)

    def _of_day(self, theme: Theme, line: str, day: date) -> tuple[int, int]:
        """Return the level of a day, and how far its shifts may lie from it."""
        key = (line, theme.measure, day.replace(day=1))
        month = self._days.get(key)
        if month is None:
            goal = self.goal(theme, line, key[2])
            levels = self._drawn_days(theme, line, key[2])
            levels |= {
                each: self._script.days.get((line, theme.measure, each), level) for each, level in levels.items()
            }
            month = self._days[key] = {
                each: (level, abs(level - goal) + level * theme.spread // 4000) for each, level in levels.items()
            }
        return month.get(day, (0, 0))

    def _drawn_month(self, theme: Theme, line: str, first: date) -> int:
        goal = self.goal(theme, line, first)
        luck, month = LUCK, first
        for part in (1000, 700, 500):  # what went well last month goes well for a while
            drawn = chance(self._seed, line, theme.measure, month.isoformat(), "luck")
            luck += part * (2 * drawn - 999) // 1000
            month = (month - timedelta(days=1)).replace(day=1)
        better = goal * theme.sway * luck // 1_000_000
        level = goal + (better if theme.higher else -better)
        return max(0, level + level * theme.season[first.month - 1] // 1000)

    def _drawn_days(self, theme: Theme, line: str, first: date) -> dict[date, int]:
        worked = self.worked_days(line, first)
        level, goal = self.month(theme, line, first), self.goal(theme, line, first)
        if not worked:
            return {}
        sizes = _spikes(theme, len(worked), self._seed, line, theme.measure, first)
        order = ranked(len(worked), self._seed, line, theme.measure, first, "bad day")
        bad = _how_many(theme, level, goal, [sizes[place] for place in order])
        sign = -1 if theme.higher else 1
        noise = swings(len(worked), self._seed, line, theme.measure, first, "noise")
        moved = [1000 * MICRO + each * theme.spread * 1000 for each in noise]
        for place in order[:bad]:
            moved[place] = 1000 * MICRO + sign * sizes[place] * MICRO
        whole = sum(moved)
        return {day: level * each * len(worked) // whole for day, each in zip(worked, moved, strict=True)}


def _spikes(theme: Theme, count: int, *parts: object) -> list[int]:
    """Return how far each day would go wrong, per thousand; small ones are more frequent."""
    low, high = theme.spikes
    return [low + (high - low) * each * each // 1_000_000 for each in chances(count, *parts, "spike")]


def _how_many(theme: Theme, level: int, goal: int, sizes: list[int]) -> int:
    """Return how many of the days go wrong, so that the others keep the plan although the month comes to its level."""
    fewest, most = (len(sizes) * USUAL_SPIKES + 500) // 1000, len(sizes) * MOST_SPIKES // 1000
    if theme.spikes == (0, 0):
        return 0
    sign = -1 if theme.higher else 1
    wanted = goal - sign * goal * theme.spread * 7 // 10_000
    for bad in range(fewest, most):
        base = level * 1000 * len(sizes) // (1000 * len(sizes) + sign * sum(sizes[:bad]))
        if (base - wanted) * sign <= 0:
            return bad
    return max(fewest, most)


def _kpi_of(plant: Plant, theme: Theme) -> Kpi | None:
    """Return the first KPI that follows the theme's measure in its direction."""
    for kpi in plant.kpis:
        try:
            read = Figure.of(kpi).measures
        except FigureError:
            continue
        if theme.reads in read and kpi.better is (Better.HIGHER if theme.higher else Better.LOWER):
            return kpi
    return None


def _in_force(targets: Iterable[Target], line: str, day: date) -> Target | None:
    """Return the target of a line on a day: its own, else the common one; before the first, the first."""
    found = list(targets)
    known = [each for each in found if line in each.nodes] or [each for each in found if not each.nodes]
    begun = [each for each in known if each.valid_from <= day]
    return begun[-1] if begun else known[0] if known else None


def _days_of(day: date) -> list[date]:
    return [day.replace(day=number + 1) for number in range(monthrange(day.year, day.month)[1])]


def month_count(level: int, of: Fraction = Fraction(1)) -> int:
    """Return a level that is a count, or a count for each of something, as a whole number."""
    return int(level * of / MICRO + Fraction(1, 2))
