"""Sums the kept day totals up by month, within the database, so that years of them are read in one go."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

import apsw

from board.kpi.fiscal import last_day
from board.store.migrate import has_table
from board.store.number import exact
from board.store.term import Terms

ALL = -1  # days of a month: every one
_OF_MONTH = "FROM day_total WHERE node = ?1 AND day BETWEEN ?2 AND ?3 AND (?4 >> (day - ?2)) & 1"
_SUM = "SUM(CASE WHEN typeof(value) = 'integer' THEN value ELSE 0 END)"  # exact; others are added apart
_SUMS = f"SELECT measure, {_SUM}, SUM(observations), SUM(DISTINCT 1 << (day - ?2)), MAX(typeof(value)) {_OF_MONTH} "
_BY_MEASURE = _SUMS + "GROUP BY measure"
_BROKEN = f"SELECT value {_OF_MONTH} AND measure = ?5 AND typeof(value) = 'text'"
_LEVELS = f"SELECT reason, product, job, value {_OF_MONTH} AND measure = ?5 ORDER BY latest, shift"
_BY_RATE = f"SELECT shift, product, {_SUM}, MAX(typeof(value)) {_OF_MONTH} AND measure = ?5 GROUP BY shift, product"
_BROKEN_BY_RATE = _BROKEN + " AND shift = ?6 AND product = ?7"
_KEPT = (  # one question, so that it is of one moment
    "SELECT month, NULL, NULL, NULL, NULL, NULL FROM month_due WHERE node = ?1 AND month BETWEEN ?2 AND ?3 "
    "UNION ALL SELECT month, measure, days, value, observations, level FROM month_total "
    "WHERE node = ?1 AND month BETWEEN ?2 AND ?3"
)


class MonthTotal(NamedTuple):
    """What a measure came to on a node within a month: counts and times added up, samples times their observations.

    Of a level it is the last one. `days`: those it was entered on, bit 0 for the first of the month. Whole numbers,
    which most are, stay such: years of months are made of thousands.
    """

    days: int
    value: Fraction | int
    observations: int = 0


@dataclass(frozen=True, slots=True)
class RateTotal:
    """What a measure came to within a month for one shift and product, so that its standard rate is known."""

    shift: str | None
    product: str | None
    value: Fraction


def month_totals(
    connection: apsw.Connection, terms: Terms, node: str, month: date, levels: Collection[str], *, days: int = ALL
) -> dict[str, MonthTotal]:
    """Return the measures of a node's month, or of some `days` of it, by name; of `levels` the last one stands."""
    number = terms.find(node)
    if number is None:
        return {}
    span = (number, month.toordinal(), last_day(month).toordinal())
    found = added_up(connection, span, _numbers(terms, levels), days=days)
    return {terms.word(measure): total for measure, total in found.items()}


def added_up(
    connection: apsw.Connection, span: tuple[int, int, int], levels: Collection[int], *, days: int = ALL
) -> dict[int, MonthTotal]:
    """Return the measures of a node from a first to a last day of a month, by number."""
    found: dict[int, MonthTotal] = {}
    rows: list[tuple[Any, ...]] = connection.execute(_BY_MEASURE, (*span, days)).fetchall()
    for measure, whole, observations, seen, kind in rows:
        value: Fraction | int = whole
        if measure in levels:
            value = _last_level(connection, span, measure, seen)
        elif kind == "text":
            value = _exactly(whole, connection.execute(_BROKEN, (*span, days, measure)))
        found[measure] = MonthTotal(seen, value, observations)
    return found


def kept_months(
    connection: apsw.Connection, terms: Terms, nodes: Sequence[str], months: Sequence[date], levels: Collection[str]
) -> dict[tuple[str, date], dict[str, MonthTotal]]:
    """Return those of some nodes' months, in order of time, that are kept added up; the others are left out."""
    if not months or not has_table(connection, "month_total"):
        return {}
    starts = {month.toordinal(): month for month in months}
    ends = (months[0].toordinal(), months[-1].toordinal())
    numbers = _numbers(terms, levels)
    words: dict[int, str] = {}
    found: dict[tuple[str, date], dict[str, MonthTotal]] = {}
    for node in nodes:
        kept: dict[int, dict[str, MonthTotal]] = {start: {} for start in starts}
        rows: list[tuple[Any, ...]] = connection.execute(_KEPT, (terms.find(node), *ends)).fetchall()
        for start, measure, days, value, observations, level in rows:
            if start not in kept:
                continue
            if measure is None or level != (measure in numbers):
                del kept[start]
                continue
            if measure not in words:
                words[measure] = terms.word(measure)
            amount = value if isinstance(value, int) else exact(value)
            kept[start][words[measure]] = MonthTotal(days, amount, observations)
        found |= {(node, starts[start]): totals for start, totals in kept.items()}
    return found


def rate_totals(
    connection: apsw.Connection, terms: Terms, node: str, month: date, measure: str, *, days: int = ALL
) -> tuple[RateTotal, ...]:
    """Return a measure of a node's month, or of some `days` of it, by shift and product."""
    number, kind = terms.find(node), terms.find(measure)
    if number is None or kind is None:
        return ()
    key = (number, month.toordinal(), last_day(month).toordinal(), days, kind)
    found: list[RateTotal] = []
    rows: list[tuple[Any, ...]] = connection.execute(_BY_RATE, key).fetchall()
    for shift, product, whole, stored in rows:
        broken = connection.execute(_BROKEN_BY_RATE, (*key, shift, product)) if stored == "text" else ()
        value = Fraction(_exactly(whole, broken))
        found.append(RateTotal(terms.text(shift), terms.text(product), value))
    return tuple(found)


def _numbers(terms: Terms, names: Iterable[str]) -> frozenset[int]:
    return frozenset(number for name in names if (number := terms.find(name)) is not None)


def _exactly(whole: int, broken: Iterable[tuple[Any, ...]]) -> Fraction | int:
    return sum((exact(value) for (value,) in broken), Fraction(whole))


def _last_level(connection: apsw.Connection, span: tuple[int, int, int], measure: int, days: int) -> Fraction:
    """Return the levels of the last day on which there were any: the latest of each dimension, together."""
    last = span[1] + days.bit_length() - 1
    latest: dict[tuple[int, int, int], Fraction] = {}
    for reason, product, job, value in connection.execute(_LEVELS, (span[0], last, last, ALL, measure)):
        latest[reason, product, job] = exact(value)
    return sum(latest.values(), Fraction(0))
