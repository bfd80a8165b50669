"""One day of one line in a demo: who is there, what happens, and what nobody enters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from board.plant.calendar import ShiftRun, shift_runs, standard_rate
from board.plant.plant import Line, Plant
from board.sources.demo_draw import chance, chances
from board.sources.demo_level import Levels, month_count
from board.sources.demo_script import Script
from board.sources.demo_theme import CHANGEOVER, COMPLAINT, CROSS_TRAINED, MICRO, NEAR_MISS, Theme

CASES_A_PERSON = 72  # an hour: so many people run a line
FORGOTTEN = 4  # per thousand of days on which a group of figures is not entered: one day of a line in a quarter
ENTERED_BY_HAND = (
    frozenset({"crew_present", "crew_planned", "attended", "absent"}),
    frozenset({"conversion_cost"}),
    frozenset({"near_miss", "first_aid", "lost_time_accident"}),
)
ACCIDENTS = 300  # per thousand of a line's years that have one
FIRST_AIDS = 12  # per thousand of days
CHANGEOVERS = 700
SHORT_DAYS, SHORT_SHIFTS = 30, 90
_DRAWN = 30
_LEANS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What is drawn for a day of a line; events are kept as measure, shift, thousandths of it, and value."""

    day: date
    runs: tuple[ShiftRun, ...]
    crew: int
    missing: tuple[int, ...]  # by shift
    happened: tuple[tuple[str, int, int, int], ...]
    trained: int | None  # on the first worked day of a month: how many can run another line
    unsaid: frozenset[str]
    wobble: list[int]
    leans: list[int] = field(repr=False)

    def lean(self, number: int, place: int) -> int:
        """Return to which side a shift lies of its day for one of the themes; over the day that is nothing."""
        places = len(self.runs)
        own = self.leans[number * places : (number + 1) * places]
        return own[place] - sum(own) // places if places > 1 else 0

    def at_start(self, place: int) -> Mapping[str, int]:
        """Return what is known as soon as a shift has begun; nothing has happened yet, and that is said."""
        known = {
            "crew_present": self.crew - self.missing[place],
            "crew_planned": self.crew,
            "near_miss": 0,
            "lost_time_accident": 0,
            "complaint": 0,
        }
        return known | ({"cross_trained": self.trained} if self.trained is not None and place == 0 else {})

    def events(self, place: int, length: int) -> tuple[tuple[str, int, int], ...]:
        """Return what happens in a shift of so many minutes, each with its minute."""
        return tuple(
            (measure, at * (length - 15) // 1000 + 12, value)
            for measure, where, at, value in self.happened
            if where == place
        )


class Days:
    """Draws days and keeps the latest."""

    def __init__(self, plant: Plant, seed: str, script: Script, levels: Levels) -> None:
        """Prepare to draw days of a plant."""
        self._plant = plant
        self._seed = seed
        self._script = script
        self._levels = levels
        self._written = {(line, day.replace(day=1)) for line, _, day in script.days}
        self._kept: dict[str, Day] = {}

    def day(self, line: Line, day: date) -> Day:
        """Return a day of a line on which it works."""
        found = self._kept.get(line.id)
        if found is None or found.day != day:
            found = self._kept[line.id] = self._drawn(line, day)
        return found

    def accidents(self, line: Line, first: date, last: date) -> list[date]:
        """Return the days of accidents within a first and a last day; what is written holds for the year after too."""
        written = self._script.accidents.get(line.id, frozenset())
        open_from = max((day.year for day in written), default=first.year - 2) + 2
        drawn = [
            date.fromordinal(date(year, 1, 1).toordinal() + chance(self._seed, line.id, year, "when") * 364 // 1000)
            for year in range(max(first.year, open_from), last.year + 1)
            if chance(self._seed, line.id, year, "accident") < ACCIDENTS
        ]
        worked = (day for day in (*written, *drawn) if first <= day <= last)
        return sorted(day for day in worked if shift_runs(self._plant, line.id, day))

    def _drawn(self, line: Line, day: date) -> Day:
        runs = shift_runs(self._plant, line.id, day)
        rate = standard_rate(self._plant, line.id)
        crew = max(3, round((rate.per_hour if rate is not None else 0) / CASES_A_PERSON))
        drawn = chances(_DRAWN + 2 * _LEANS * len(runs), self._seed, line.id, day, "day")
        leans = [one + other - 999 for one, other in zip(drawn[_DRAWN::2], drawn[_DRAWN + 1 :: 2], strict=True)]
        return Day(
            day=day,
            runs=runs,
            crew=crew,
            missing=self._missing(line, day, len(runs), drawn),
            happened=self._happened(line, day, len(runs), drawn[8:]),
            trained=self._trained(line, day),
            unsaid=self._unsaid(line, day, drawn[4:]),
            wobble=[2 * each - 999 for each in drawn[_DRAWN - 5 : _DRAWN]],
            leans=leans,
        )

    def _missing(self, line: Line, day: date, places: int, drawn: list[int]) -> tuple[int, ...]:
        """Return how many people each shift lacks."""
        written = self._script.days.get((line.id, "crew_missing", day))
        if written is not None:
            return tuple(written // places + (place < written % places) for place in range(places))
        if drawn[0] < SHORT_DAYS:
            return (1,) * places if places > 1 else (2,)
        return tuple(int(drawn[1 + place % 3] < SHORT_SHIFTS) for place in range(places))

    def _happened(self, line: Line, day: date, places: int, drawn: list[int]) -> tuple[tuple[str, int, int, int], ...]:
        counts = {
            "near_miss": self._levels.count(NEAR_MISS, line.id, day, self._in_month(NEAR_MISS, line, day)),
            "complaint": self._levels.count(COMPLAINT, line.id, day, self._complaints(line, day, places)),
            "first_aid": self._script.days.get((line.id, "first_aid", day), int(drawn[0] < FIRST_AIDS)),
            "lost_time_accident": len(self.accidents(line, day, day)),
        }
        found = [
            (measure, (drawn[1] + number) % places, (drawn[2] + 311 * number + 77 * len(measure)) % 1000, 1)
            for measure, count in counts.items()
            for number in range(count)
        ]
        if drawn[3] < CHANGEOVERS:
            where, at = drawn[4] % places, drawn[5] * 8 // 10 + 150
            length = max(1, self._levels.day(CHANGEOVER, line.id, day) // MICRO)
            found += [("changeover_time", where, at, length), ("changeover", where, at, 1)]
        return tuple(found)

    def _in_month(self, theme: Theme, line: Line, day: date) -> int:
        return month_count(self._levels.month(theme, line.id, day))

    def _complaints(self, line: Line, day: date, places: int) -> int:
        """Return the complaints of a month: so many per million of what the line is to make."""
        rate = standard_rate(self._plant, line.id)
        a_day = 0 if rate is None else int(rate.per_hour * places * 15 / 2)
        made = a_day * len(self._levels.worked_days(line.id, day))
        return month_count(self._levels.month(COMPLAINT, line.id, day), Fraction(made, 1_000_000))

    def _trained(self, line: Line, day: date) -> int | None:
        worked = self._levels.worked_days(line.id, day)
        if not worked or worked[0] != day:
            return None
        return month_count(self._levels.month(CROSS_TRAINED, line.id, day))

    def _unsaid(self, line: Line, day: date, drawn: list[int]) -> frozenset[str]:
        """Return the measures that nobody entered on a day."""
        written = self._script.unsaid.get((line.id, day))
        if written is not None:
            return written
        if (line.id, day.replace(day=1)) in self._written:
            return frozenset()
        forgotten = (group for group, draw in zip(ENTERED_BY_HAND, drawn, strict=False) if draw < FORGOTTEN)
        return frozenset().union(*forgotten)
