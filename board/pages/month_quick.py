"""The measures of a closed month as the database adds them up, with what follows from counts; no day is looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from fractions import Fraction
from functools import lru_cache

from board.kpi.fiscal import next_month
from board.kpi.library import GOOD_RUN_TIME, RUN_TIME
from board.pages.derived import GOOD, PRODUCED, busy_minutes, run_minutes
from board.pages.month_sums import Measures
from board.pages.rule import BUSY, Rules
from board.plant.calendar import day_span, standard_rate
from board.plant.plant import Plant
from board.store.month import ALL, MonthTotal
from board.store.reader import Reader

_DAY = timedelta(days=1)
_NONE = Fraction(0)
_WEEKDAYS_KEPT = 4096
_WEEK = 7
_EVERY_WEEK = 0b10000001000000100000010000001  # the 1st, 8th, 15th, 22nd and 29th


@dataclass(frozen=True, slots=True)
class Wanted:
    """A node's month to be read: what judges it, the plants in force within it, and the days on which it works."""

    node: str
    month: date
    rules: Rules
    plants: tuple[Plant, ...]
    worked: int

    def is_like(self, other: "Wanted") -> bool:
        """Tell whether the other reads the same."""
        alike = (self.node, self.month, self.plants, self.worked) == (
            other.node,
            other.month,
            other.plants,
            other.worked,
        )
        return alike and self.rules is other.rules


class QuickMonths:
    """Read closed months of nodes in one go; what a weekday of a line is busy is worked out once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._busy: dict[tuple[int, str, int], tuple[Plant, Fraction]] = {}

    def measures(self, wanted: Wanted, days: int = ALL, kept: Measures | None = None) -> Measures | None:
        """Return a node's measures of some days of a month; None where only single days can say what follows of counts.

        `kept` are those the database has added up already.
        """
        node, month, rules = wanted.node, wanted.month, wanted.rules
        found = dict(kept) if kept is not None else self._reader.month_totals(node, month, rules.levels, days=days)
        counted = 0
        for name in PRODUCED:
            counted |= found[name].days if name in found else 0
        if not counted:
            return found
        for name in PRODUCED:
            found[name] = MonthTotal(counted, found[name].value if name in found else 0)
        if not rules.derives or node not in rules.lines:
            return found
        if len({_times(plant) for plant in wanted.plants}) > 1:
            return None
        told = found.get(BUSY, MonthTotal(0, 0))
        untold = counted & ~told.days
        if untold:
            minutes = told.value + self._busy_minutes(node, month, rules.plant, untold, wanted.worked)
            found[BUSY] = MonthTotal(told.days | untold, minutes, told.observations)
        if not rules.runs:
            return found
        return self._with_run_times(found, wanted, days, counted)

    def _busy_minutes(self, node: str, month: date, plant: Plant, days: int, worked: int) -> Fraction:
        """Return what is worked on some days: on plain ones as on any such weekday."""
        minutes = _NONE
        changed = {change.day for change in plant.shift_changes if change.line == node}
        near = {day + step * _DAY for day in changed for step in (-1, 0, 1)}
        special = _not_plain(month, plant.site.zone) | _bits(month, near)
        for step in _places(days & special):
            day = month + step * _DAY
            minutes += busy_minutes(plant, node, day, day_span(plant, day + 3 * _DAY).end)
        plain = days & worked & ~special
        for first in range(_WEEK):
            alike = plain & _EVERY_WEEK << first
            if alike:
                day = month + (alike.bit_length() - 1) * _DAY
                minutes += self._of_weekday(node, day, plant) * alike.bit_count()
        return minutes

    def _of_weekday(self, node: str, day: date, plant: Plant) -> Fraction:
        key = (id(plant), node, day.weekday())
        known = self._busy.get(key)
        if known is None or known[0] is not plant:
            if len(self._busy) > _WEEKDAYS_KEPT:
                self._busy.clear()
            known = (plant, busy_minutes(plant, node, day, day_span(plant, day + 3 * _DAY).end))
            self._busy[key] = known
        return known[1]

    def _with_run_times(self, found: dict[str, MonthTotal], wanted: Wanted, days: int, counted: int) -> Measures | None:
        """Add the planned run times of what was made, by the standard rate of each shift and product."""
        node, plant = wanted.node, wanted.rules.plant
        if RUN_TIME in found or GOOD_RUN_TIME in found:
            return found if RUN_TIME in found and not counted & ~found[RUN_TIME].days else None
        times = dict.fromkeys(PRODUCED, _NONE)
        known: set[bool] = set()
        for name in PRODUCED:
            for total in self._reader.rate_totals(node, wanted.month, name, days=days):
                rate = standard_rate(plant, node, shift=total.shift, product=total.product)
                known.add(rate is not None)
                times[name] += _NONE if rate is None else run_minutes(total.value, rate)
        if known == {False}:
            return found
        if False in known:  # a day with a product that has no rate has no run time at all
            return None
        run_time = sum(times.values(), _NONE)
        return found | {RUN_TIME: MonthTotal(counted, run_time), GOOD_RUN_TIME: MonthTotal(counted, times[GOOD])}


def _times(plant: Plant) -> tuple[int, ...]:
    """Return what tells apart plants with other times or rates."""
    return tuple(map(id, (plant.site, plant.lines, plant.shifts, plant.rates, plant.days_off, plant.shift_changes)))


@lru_cache(maxsize=1024)
def _not_plain(month: date, zone: tzinfo) -> int:
    """Return the days of a month around which the clocks change, from the day before to two days after."""
    found = 0
    for step in range((next_month(month) - month).days):
        day = month + step * _DAY
        offsets = {datetime.combine(day + near * _DAY, time(12), zone).utcoffset() for near in (-1, 0, 1, 2)}
        found |= (len(offsets) > 1) << step
    return found


def _bits(month: date, days: Iterable[date]) -> int:
    found = 0
    for day in days:
        found |= 1 << day.day - 1 if day.replace(day=1) == month else 0
    return found


def _places(days: int) -> list[int]:
    return [step for step in range(days.bit_length()) if days >> step & 1]
