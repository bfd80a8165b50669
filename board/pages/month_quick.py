"""The measures of a closed month as the database adds them up, with what follows from counts; no day is looked at."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from board.kpi.figure import DERIVED_MEASURES
from board.kpi.fiscal import next_month
from board.kpi.library import GOOD_RUN_TIME, RUN_TIME
from board.pages.derived import GOOD, PRODUCED, busy_minutes, run_minutes
from board.pages.month_sums import Measures
from board.pages.rule import BUSY, Rules
from board.plant.calendar import day_span, standard_rate
from board.plant.plant import MeasureKind, Plant
from board.store.month import MonthTotal
from board.store.reader import Reader

_DAY = timedelta(days=1)
_NONE = Fraction(0)
_WEEKDAYS_KEPT = 4096


class QuickMonths:
    """Read closed months of nodes in one go; what a weekday of a line is busy is worked out once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._busy: dict[tuple[int, str, int], tuple[Plant, Fraction]] = {}

    def measures(self, node: str, month: date, rules: Rules, plants: Sequence[Plant], worked: int) -> Measures | None:
        """Return a node's measures of a month; None where only its single days can say what follows from counts.

        `plants` were in force within the month, `worked` are the days on which the node works.
        """
        levels = {measure for measure, kind in rules.kinds.items() if kind is MeasureKind.LEVEL}
        found = self._reader.month_totals(node, month, levels)
        counted = 0
        for name in PRODUCED:
            counted |= found[name].days if name in found else 0
        if not counted:
            return found
        for name in PRODUCED:
            found[name] = MonthTotal(counted, found[name].value if name in found else _NONE)
        if not rules.derives or node not in rules.lines:
            return found
        if len({_times(plant) for plant in plants}) > 1:
            return None
        told = found.get(BUSY, MonthTotal(0, _NONE))
        untold = counted & ~told.days
        minutes = told.value + self._busy_minutes(node, month, rules.plant, untold, worked)
        found[BUSY] = MonthTotal(told.days | untold, minutes, told.observations)
        if not any(DERIVED_MEASURES & figure.measures for figure in rules.figures.values()):
            return found
        return self._with_run_times(found, node, month, rules.plant, counted)

    def _busy_minutes(self, node: str, month: date, plant: Plant, days: int, worked: int) -> Fraction:
        changed = {change.day for change in plant.shift_changes if change.line == node}
        minutes = _NONE
        for step in range((next_month(month) - month).days):
            if not days >> step & 1:
                continue
            day = month + step * _DAY
            if not changed.isdisjoint((day - _DAY, day, day + _DAY)) or not _is_plain(day, plant):
                minutes += busy_minutes(plant, node, day, day_span(plant, day + 3 * _DAY).end)
            elif worked >> step & 1:
                minutes += self._of_weekday(node, day, plant)
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

    def _with_run_times(
        self, found: dict[str, MonthTotal], node: str, month: date, plant: Plant, counted: int
    ) -> Measures | None:
        """Add the planned run times of what was made, by the standard rate of each shift and product."""
        if RUN_TIME in found or GOOD_RUN_TIME in found:
            return found if RUN_TIME in found and not counted & ~found[RUN_TIME].days else None
        times = dict.fromkeys(PRODUCED, _NONE)
        known: set[bool] = set()
        for name in PRODUCED:
            for total in self._reader.rate_totals(node, month, name):
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


def _is_plain(day: date, plant: Plant) -> bool:
    """Tell whether the clocks stay as they are from the day before to two days after."""
    zone = plant.site.zone
    offsets = {datetime.combine(day + step * _DAY, time(12), zone).utcoffset() for step in (-1, 0, 1, 2)}
    return len(offsets) == 1
