"""The days of a node's month that are over, added up by the database where it can, else looked at one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from board.kpi.fiscal import next_month
from board.pages.day_book import DayBook, DaySums, Moment
from board.pages.month_quick import QuickMonths, Wanted
from board.pages.month_sums import Measures, measures_of
from board.store.month import ALL
from board.store.reader import Reader

Days = list[tuple[date, DaySums]]
_DAY = timedelta(days=1)


@dataclass(slots=True, eq=False, kw_only=True)
class MonthDays:
    """What the days of a node's month came to; the same days are asked for once.

    `kept`: what the database had added up of the whole month already.
    """

    reader: Reader
    quick: QuickMonths
    wanted: Wanted
    moment: Moment
    last: date
    kept: Measures | None = None
    _found: dict[int, Measures] = field(default_factory=dict)
    _days: Days | None = None

    def measures(self, days: int = ALL) -> Measures:
        """Return the measures of the month, or of just some of its days, bit 0 for the first."""
        found = self._found.get(days)
        if found is None:
            quick = self.quick.measures(self.wanted, days, self.kept if days == ALL else None)
            found = self._found[days] = self._one_by_one(days) if quick is None else quick
        return found

    def _one_by_one(self, days: int) -> Measures:
        if self._days is None:
            node, month = self.wanted.node, self.wanted.month
            self._days = known_days(node, month, DayBook(self.reader).of((node,), month, self.last, self.moment))
        return measures_of([(day, sums) for day, sums in self._days if days >> day.day - 1 & 1], self.wanted.rules)


def known_days(node: str, month: date, sums: Mapping[tuple[str, date], DaySums]) -> Days:
    """Return the days of a node's month of which anything is known, in order of time."""
    days = (month + step * _DAY for step in range((next_month(month) - month).days))
    return [(day, found) for day in days if (found := sums.get((node, day))) is not None and found.whole]
