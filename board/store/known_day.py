"""Day totals as they were known at a moment: summed from the readings, since what is kept is what is known now."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction

import apsw

from board.journal.clock import instant, microseconds
from board.plant.calendar import day_span
from board.plant.history import PlantHistory
from board.plant.span import Span
from board.store import query
from board.store.day import DayTotal
from board.store.row import REACHES
from board.store.slot import Slots
from board.store.term import Terms
from board.store.total import Key, Sum, Summing

AROUND = timedelta(days=2)  # a shift belongs to its day even where it runs beyond it
INSTANT = timedelta(microseconds=1)
JUST_NOW = timedelta(minutes=1)  # what was received so shortly after a moment belongs to it
LASTING = len(REACHES) - 1  # the reach of readings that last longer than a day
_LATER = (
    "SELECT EXISTS (SELECT 1 FROM reading WHERE node = ?1 AND start BETWEEN ?2 AND ?3 AND received > ?4) "
    "OR EXISTS (SELECT 1 FROM superseded WHERE node = ?1 AND start BETWEEN ?2 AND ?3 AND replaced > ?4) "
    f"OR EXISTS (SELECT 1 FROM reading WHERE node = ?1 AND reach = {LASTING} AND received > ?4) "
    f"OR EXISTS (SELECT 1 FROM superseded WHERE node = ?1 AND reach = {LASTING} AND replaced > ?4)"
)


class _PassingTerms:
    """Terms of a reader, with passing numbers for texts that were never stored."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._new: list[str] = []

    def keep(self, text: str | None) -> int:
        """Return the number of a text."""
        number = self._terms.find(text)
        if number is not None or text is None:
            return number or 0
        if text not in self._new:
            self._new.append(text)
        return -1 - self._new.index(text)

    def text(self, number: int) -> str | None:
        """Return the text of a number."""
        return self._new[-1 - number] if number < 0 else self._terms.text(number)

    def word(self, number: int) -> str:
        """Return the text of a number, the empty text for none."""
        return self.text(number) or ""


def known_day_totals(
    connection: apsw.Connection,
    terms: Terms,
    history: PlantHistory,
    nodes: Sequence[str],
    days: tuple[date, date],
    *,
    at: datetime,
    known_at: datetime | None = None,
) -> tuple[DayTotal, ...]:
    """Return the totals of some nodes from a first to a last day, both inclusive, of what had happened by `at`.

    That is what had ended by then, or had been received by then although it lasts longer. `known_at`: and only what
    had been received by then.
    """
    passing = _PassingTerms(terms)
    summing = Summing(Slots(history), passing)
    plant = history.at(at)
    first_day, last_day = days
    span = Span(day_span(plant, first_day).start - AROUND, day_span(plant, last_day).end + AROUND)
    ended, heard = microseconds(at + INSTANT), microseconds(at + JUST_NOW)  # the end of a minute is a border too
    found: list[DayTotal] = []
    for node in nodes:
        rows = query.meeting(connection, terms, node, span, measures=None, known_at=known_at)
        totals = summing.fresh(row for row in rows if row.end <= ended or row.received <= heard)
        found += [
            _day_total(node, key, total, passing)
            for key, total in totals.items()
            if total.rows and first_day.toordinal() <= key[1] <= last_day.toordinal()
        ]
    return tuple(sorted(found, key=lambda total: (total.node, total.day)))


def _day_total(node: str, key: Key, total: Sum, terms: _PassingTerms) -> DayTotal:
    return DayTotal(
        node=node,
        day=date.fromordinal(key[1]),
        shift=terms.text(key[2]),
        measure=terms.word(key[3]),
        reason=terms.text(key[4]),
        product=terms.text(key[5]),
        order=terms.text(key[6]),
        value=Fraction(total.value),
        rows=total.rows,
        observations=total.observations,
        latest=instant(total.latest) if total.latest else None,
    )


def heard_after(connection: apsw.Connection, moment: datetime) -> bool:
    """Tell whether anything came in after a moment: then the totals of its day hold more than was known at it."""
    late = microseconds(moment + JUST_NOW)
    asked = "SELECT EXISTS (SELECT 1 FROM source WHERE seen > ?1) OR "
    asked += "coalesce((SELECT wall FROM entry ORDER BY number DESC LIMIT 1), 0) > ?1"
    row = connection.execute(asked, (late,)).fetchone()
    return bool(row is not None and row[0])


def changed_after(connection: apsw.Connection, terms: Terms, node: str, span: Span, known_at: datetime) -> bool:
    """Tell whether anything that bears on a span of a node came in, or was replaced, after a moment."""
    around = (microseconds(span.start - AROUND), microseconds(span.end + AROUND))
    row = connection.execute(_LATER, (terms.find(node), *around, microseconds(known_at))).fetchone()
    return row is not None and bool(row[0])
