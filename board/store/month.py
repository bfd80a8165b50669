"""Sums the kept day totals up by month, within the database, so that years of them are read in one go."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import apsw

from board.journal.clock import microseconds
from board.kpi.fiscal import last_day
from board.plant.span import Span
from board.store.known_day import AROUND
from board.store.number import exact
from board.store.row import REACHES
from board.store.term import Terms

LASTING = len(REACHES) - 1  # the reach of readings that last longer than a day
_OF_MONTH = "FROM day_total WHERE node = ?1 AND day BETWEEN ?2 AND ?3"
_SUM = "SUM(CASE WHEN typeof(value) = 'integer' THEN value ELSE 0 END)"  # exact; others are added apart
_SUMS = f"SELECT measure, {_SUM}, SUM(observations), SUM(DISTINCT 1 << (day - ?2)), MAX(typeof(value)) {_OF_MONTH} "
_BY_MEASURE = _SUMS + "GROUP BY measure"
_BROKEN = f"SELECT value {_OF_MONTH} AND measure = ?4 AND typeof(value) = 'text'"
_LEVELS = f"SELECT reason, product, job, value {_OF_MONTH} AND measure = ?4 ORDER BY latest, shift"
_BY_RATE = f"SELECT shift, product, {_SUM}, MAX(typeof(value)) {_OF_MONTH} AND measure = ?4 GROUP BY shift, product"
_BROKEN_BY_RATE = _BROKEN + " AND shift = ?5 AND product = ?6"

_LATER = (
    "SELECT EXISTS (SELECT 1 FROM reading WHERE node = ?1 AND start BETWEEN ?2 AND ?3 AND received > ?4) "
    "OR EXISTS (SELECT 1 FROM superseded WHERE node = ?1 AND start BETWEEN ?2 AND ?3 AND replaced > ?4) "
    f"OR EXISTS (SELECT 1 FROM reading WHERE node = ?1 AND reach = {LASTING} AND received > ?4) "
    f"OR EXISTS (SELECT 1 FROM superseded WHERE node = ?1 AND reach = {LASTING} AND replaced > ?4)"
)


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """What a measure came to on a node within a month: counts and times added up, samples times their observations.

    Of a level it is the last one. `days`: those it was entered on, bit 0 for the first of the month.
    """

    days: int
    value: Fraction
    observations: int = 0


@dataclass(frozen=True, slots=True)
class RateTotal:
    """What a measure came to within a month for one shift and product, so that its standard rate is known."""

    shift: str | None
    product: str | None
    value: Fraction


def month_totals(
    connection: apsw.Connection, terms: Terms, node: str, month: date, levels: Collection[str]
) -> dict[str, MonthTotal]:
    """Return the measures of a node's month, by name; `levels` are those of which the last one stands."""
    number = terms.find(node)
    span = (number, month.toordinal(), last_day(month).toordinal())
    found: dict[str, MonthTotal] = {}
    rows: list[tuple[Any, ...]] = connection.execute(_BY_MEASURE, span).fetchall() if number is not None else []
    for measure, whole, observations, days, kind in rows:
        name = terms.word(measure)
        if name in levels:
            value = _last_level(connection, span, measure, days)
        elif kind == "text":
            value = _exactly(whole, connection.execute(_BROKEN, (*span, measure)))
        else:
            value = Fraction(whole)
        found[name] = MonthTotal(days, value, observations)
    return found


def rate_totals(
    connection: apsw.Connection, terms: Terms, node: str, month: date, measure: str
) -> tuple[RateTotal, ...]:
    """Return a measure of a node's month by shift and product."""
    number, kind = terms.find(node), terms.find(measure)
    if number is None or kind is None:
        return ()
    key = (number, month.toordinal(), last_day(month).toordinal(), kind)
    found: list[RateTotal] = []
    rows: list[tuple[Any, ...]] = connection.execute(_BY_RATE, key).fetchall()
    for shift, product, whole, stored in rows:
        broken = connection.execute(_BROKEN_BY_RATE, (*key, shift, product)) if stored == "text" else ()
        found.append(RateTotal(terms.text(shift), terms.text(product), _exactly(whole, broken)))
    return tuple(found)


def changed_after(connection: apsw.Connection, terms: Terms, node: str, span: Span, known_at: datetime) -> bool:
    """Tell whether anything that bears on a span of a node came in, or was replaced, after a moment."""
    around = (microseconds(span.start - AROUND), microseconds(span.end + AROUND))
    row = connection.execute(_LATER, (terms.find(node), *around, microseconds(known_at))).fetchone()
    return row is not None and bool(row[0])


def _exactly(whole: int, broken: Iterable[tuple[Any, ...]]) -> Fraction:
    return sum((exact(value) for (value,) in broken), Fraction(whole))


def _last_level(connection: apsw.Connection, span: tuple[int | None, int, int], measure: int, days: int) -> Fraction:
    """Return the levels of the last day on which there were any: the latest of each dimension, together."""
    last = span[1] + days.bit_length() - 1
    latest: dict[tuple[int, int, int], Fraction] = {}
    for reason, product, job, value in connection.execute(_LEVELS, (span[0], last, last, measure)):
        latest[reason, product, job] = exact(value)
    return sum(latest.values(), Fraction(0))
