"""Reads the sums that are kept by production day."""

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any, NamedTuple

import apsw

from board.journal.clock import instant
from board.store.number import exact
from board.store.term import Terms

_GET = (
    'SELECT day, shift, measure, reason, product, job, value, "rows", observations, latest FROM day_total '
    "WHERE node = ? AND day BETWEEN ? AND ? ORDER BY day, shift, measure, reason, product, job"
)


class DayTotal(NamedTuple):
    """What a measure came to on a node's production day within one shift (None: between shifts), by dimension.

    Counts, durations and amounts: the exact sum, a reading over a border shared out by working minutes. Samples: the
    sum of value times observations (divide by `observations` for the mean). Levels: the last value, seen at `latest`.
    """

    node: str
    day: date
    shift: str | None
    measure: str
    reason: str | None
    product: str | None
    order: str | None
    value: Fraction | int  # whole numbers, which most are, stay such
    rows: int
    observations: int
    latest: datetime | None = None


def day_totals(
    connection: apsw.Connection, terms: Terms, nodes: Sequence[str], first_day: date, last_day: date
) -> tuple[DayTotal, ...]:
    """Return the totals of some nodes from a first to a last day, both inclusive."""
    found: list[DayTotal] = []
    days: dict[int, date] = {}
    texts: dict[int, str | None] = {0: None}
    for node in nodes:
        rows: list[tuple[Any, ...]] = connection.execute(
            _GET, (terms.find(node), first_day.toordinal(), last_day.toordinal())
        ).fetchall()
        for number, shift, measure, reason, product, job, value, count, observations, latest in rows:
            if number not in days:
                days[number] = date.fromordinal(number)
            for term in (shift, measure, reason, product, job):
                if term not in texts:
                    texts[term] = terms.text(term)
            found.append(
                DayTotal(
                    node,
                    days[number],
                    texts[shift],
                    texts[measure] or "",
                    texts[reason],
                    texts[product],
                    texts[job],
                    value if isinstance(value, int) else exact(value),
                    count,
                    observations,
                    instant(latest) if latest else None,
                )
            )
    return tuple(found)


def days_of(
    connection: apsw.Connection, terms: Terms, nodes: Sequence[str], measures: Sequence[str]
) -> tuple[tuple[str, date], ...]:
    """Return the nodes and days, of all that is kept, on which one of some measures came to more than nothing."""
    asked = "SELECT DISTINCT day FROM day_total WHERE measure = ? AND node = ? "
    asked += "AND value > 0 ORDER BY day"
    found = {
        (node, date.fromordinal(row[0]))
        for node in nodes
        for measure in measures
        for row in connection.execute(asked, (terms.find(measure), terms.find(node)))
    }
    return tuple(sorted(found))
