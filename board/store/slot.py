"""Which production day and shift an instant of a node belongs to, for millions of instants."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from board.journal.clock import instant, microseconds
from board.plant.calendar import day_span, production_day, shift_at, shift_runs
from board.plant.history import PlantHistory
from board.plant.plant import MeasureKind, Plant
from board.plant.span import Span

DAY_US = 86_400_000_000
MOST = 4_000  # days of nodes remembered at once
_DAY = timedelta(days=1)
_UNSUMMED = frozenset({MeasureKind.LEVEL, MeasureKind.SAMPLE})


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time [first, last), in microseconds, of one production day and one shift (None between shifts)."""

    first: int
    last: int
    day: int  # ordinal
    shift: str | None


class Slots:
    """The production days and shifts of a plant's history, remembered by node and UTC day."""

    def __init__(self, history: PlantHistory) -> None:
        self.history = history
        self._turns = [
            microseconds(since)
            for place, (since, plant) in enumerate(history.turns)
            if place == 0 or not same_times(history.turns[place - 1][1], plant)
        ]
        self._kinds = {measure.id: measure.kind for measure in history.latest.measures}
        self._days: dict[tuple[str, int], tuple[list[int], list[Slot]]] = {}

    def kind(self, measure: str) -> MeasureKind:
        """Return how a measure adds up, by the latest plant; one it does not know is summed."""
        return self._kinds.get(measure, MeasureKind.COUNT)

    def at(self, node: str, us: int) -> Slot:
        """Return the slot of an instant, cut at the borders of its UTC day."""
        starts, slots = self._of_day(node, us // DAY_US)
        return slots[bisect_right(starts, us) - 1]

    def over(self, node: str, first: int, last: int) -> tuple[Slot, ...]:
        """Return the slots that meet [first, last), whole within its UTC days, those of one day and shift joined."""
        joined: list[Slot] = []
        for day in range(first // DAY_US, (max(first, last - 1)) // DAY_US + 1):
            for slot in self._of_day(node, day)[1]:
                before = joined[-1] if joined else None
                if before is not None and (before.day, before.shift) == (slot.day, slot.shift):
                    joined[-1] = Slot(before.first, slot.last, slot.day, slot.shift)
                else:
                    joined.append(slot)
        return tuple(slot for slot in joined if slot.first < last and slot.last > first)

    def of_day(self, node: str, day: int) -> tuple[Slot, ...]:
        """Return the slots of one production day, whole."""
        middle = microseconds(day_span(self._plant_near(day), date.fromordinal(day)).start)
        near = self.over(node, middle - 2 * DAY_US, middle + 3 * DAY_US)
        return tuple(slot for slot in near if slot.day == day)

    def working(self, node: str, slot: Slot) -> tuple[tuple[int, int], ...]:
        """Return the worked stretches of a slot, each by the plant then in force."""
        if slot.shift is None:
            return ()
        edges = [slot.first, *self._between(slot.first, slot.last), slot.last]
        found: list[tuple[int, int]] = []
        for first, last in pairwise(edges):
            run = shift_at(self.history.at(instant(first)), node, instant(first))
            bounds = Span(instant(first), instant(last))
            parts = () if run is None else (worked.meets(bounds) for worked in run.working)
            found += [(microseconds(part.start), microseconds(part.end)) for part in parts if part is not None]
        return tuple(found)

    def _between(self, first: int, last: int) -> list[int]:
        """Return the instants within a stretch at which another plant's times come into force."""
        return self._turns[bisect_right(self._turns, first) : bisect_left(self._turns, last)]

    def _plant_near(self, day: int) -> Plant:
        return self.history.at(instant((day - date(1970, 1, 1).toordinal()) * DAY_US + DAY_US // 2))

    def _of_day(self, node: str, day: int) -> tuple[list[int], list[Slot]]:
        known = self._days.get((node, day))
        if known is None:
            if len(self._days) >= MOST:
                self._days.clear()
            slots = self._build(node, day * DAY_US, (day + 1) * DAY_US)
            known = self._days[node, day] = ([slot.first for slot in slots], slots)
        return known

    def _build(self, node: str, first: int, last: int) -> list[Slot]:
        turns = set(self._between(first, last))
        points = {first} | turns
        for start in (first, *turns):
            points |= {point for point in self._borders(node, start) if first < point < last}
        edges = [*sorted(points), last]
        slots: list[Slot] = []
        for start, end in pairwise(edges):
            day, shift = self._place(node, instant(start))
            if slots and (slots[-1].day, slots[-1].shift) == (day, shift):
                slots[-1] = Slot(slots[-1].first, end, day, shift)
            else:
                slots.append(Slot(start, end, day, shift))
        return slots

    def _borders(self, node: str, us: int) -> set[int]:
        """Return the starts and ends of days and shifts around an instant, by the plant then in force."""
        moment = instant(us)
        plant = self.history.at(moment)
        middle = production_day(plant, moment)
        days = [middle + _DAY * step for step in (-2, -1, 0, 1, 2)]
        spans = [day_span(plant, day) for day in days]
        if _is_line(plant, node):
            spans += [run.span for day in days for run in shift_runs(plant, node, day)]
        return {microseconds(border) for span in spans for border in (span.start, span.end)}

    def _place(self, node: str, moment: datetime) -> tuple[int, str | None]:
        plant = self.history.at(moment)
        run = shift_at(plant, node, moment) if _is_line(plant, node) else None
        if run is not None:
            return run.day.toordinal(), run.shift.name
        return production_day(plant, moment).toordinal(), None


def _is_line(plant: Plant, node: str) -> bool:
    return any(line.id == node for line in plant.lines)


def same_times(one: Plant, other: Plant) -> bool:
    """Tell whether two plants have the identical values for all that decides where a day total lies."""
    return (
        one.site is other.site
        and one.lines is other.lines
        and one.shifts is other.shifts
        and one.days_off is other.days_off
        and one.shift_changes is other.shift_changes
    )


def fingerprint(plant: Plant) -> str:
    """Return what of a plant decides where a reading's day total lies; equal texts give equal totals."""
    shifts = [
        (s.name, s.starts, s.ends, sorted(s.days), [(b.starts, b.length) for b in s.breaks], sorted(s.lines))
        for s in plant.shifts
    ]
    off = [(day.first, day.last, sorted(day.lines)) for day in plant.days_off]
    lines = sorted(line.id for line in plant.lines)
    times = (plant.site.timezone, plant.site.day_starts, shifts, off, lines)
    changes = [(c.line, c.day, c.shift, c.cancelled, c.starts, c.ends) for c in plant.shift_changes]
    return repr((*times, sorted(changes, key=repr)) if changes else times)


def unsummed(plant: Plant) -> str:
    """Return which measures are not simply summed; another answer gives other totals on every day."""
    return repr(sorted((one.id, one.kind.value) for one in plant.measures if one.kind in _UNSUMMED))
