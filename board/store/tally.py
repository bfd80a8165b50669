"""Sums of a line's readings by interval, fast enough for two thousand parts a day and exact to the last fraction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

import apsw

from board.journal.clock import instant, microseconds
from board.plant.span import Span
from board.store.number import exact
from board.store.row import WHOLE_DAY
from board.store.term import Terms

_SUMS = (
    "SELECT measure, reason, product, job, sum(value) FILTER (WHERE typeof(value) = 'integer'), "
    "group_concat(value, ' ') FILTER (WHERE typeof(value) = 'text'), count(value), count(*), min(final), "
    "sum(observations) FILTER (WHERE value IS NOT NULL) FROM {} "
    'WHERE node = :node AND start >= :first AND start < :last AND "end" <= :last AND source <> :whole_day '
    "GROUP BY measure, reason, product, job"
)
_NOW = _SUMS.format("reading")
_FIELDS = 'node, source, measure, reason, product, job, start, "end", value, final, observations'
_WHERE = 'node = :node AND start >= :first AND start < :last AND "end" <= :last AND received <= :known'
_THEN = _SUMS.format(
    f"(SELECT {_FIELDS} FROM reading WHERE {_WHERE} UNION ALL "
    f"SELECT {_FIELDS} FROM superseded WHERE {_WHERE} AND replaced > :known)"
)
_ORDER = (
    'SELECT "end", value FROM reading INDEXED BY reading_by_job '
    "WHERE node = :node AND job = :job AND job > 0 AND measure = :measure AND value IS NOT NULL"
)
_ORDER_THEN = (
    f"{_ORDER} AND received <= :known UNION ALL "
    f"{_ORDER.replace('reading INDEXED BY reading_by_job', 'superseded')} AND received <= :known AND replaced > :known"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The sum of one measure and dimension in one span: `rows` readings had a value, `missing` had none.

    `value` is the plain sum; `final` False: at least one of them may still change. Where no reading had a value there
    is no tally at all, because nothing is not zero.
    """

    span: Span
    measure: str
    reason: str | None
    product: str | None
    order: str | None
    value: Fraction
    rows: int
    final: bool
    missing: int = 0
    observations: int = 0


def exact_sum(whole: int | None, texts: str | None) -> Fraction:
    """Return the sum of what SQL added up and of the exact numbers it listed."""
    return sum(map(exact, (texts or "").split()), Fraction(whole or 0))


def tallies(
    connection: apsw.Connection, terms: Terms, node: str, spans: Sequence[Span], *, known_at: datetime | None
) -> tuple[Tally, ...]:
    """Return the sums, by span in the given order; without what was typed for a whole day."""
    number = terms.find(node)
    if number is None:
        return ()
    bound: dict[str, int] = {"node": number, "whole_day": terms.find(WHOLE_DAY) or 0}
    if known_at is not None:
        bound["known"] = microseconds(known_at)
    found: list[Tally] = []
    for span in spans:
        bound["first"], bound["last"] = microseconds(span.start), microseconds(span.end)
        rows = connection.execute(_NOW if known_at is None else _THEN, bound)
        found += [_tally(span, row, terms) for row in rows if row[6]]
    return tuple(found)


def _tally(span: Span, row: tuple[Any, ...], terms: Terms) -> Tally:
    measure, reason, product, job, whole, texts, valued, rows, final, observations = row
    return Tally(
        span=span,
        measure=terms.word(measure),
        reason=terms.text(reason),
        product=terms.text(product),
        order=terms.text(job),
        value=exact_sum(whole, texts),
        rows=valued,
        final=bool(final),
        missing=rows - valued,
        observations=observations,
    )


def order_end(
    connection: apsw.Connection,
    terms: Terms,
    node: str,
    order: str,
    quantity: int,
    *,
    measure: str,
    known_at: datetime | None,
) -> datetime | None:
    """Return the end of the reading with which an order's count reached its quantity, or None."""
    numbers = [terms.find(text) for text in (node, order, measure)]
    if None in numbers:
        return None
    bound = dict(zip(("node", "job", "measure"), (number or 0 for number in numbers), strict=True))
    if known_at is not None:
        bound["known"] = microseconds(known_at)
    rows: list[Any] = connection.execute(_ORDER if known_at is None else _ORDER_THEN, bound).fetchall()
    counted: int | Fraction = 0
    for end, value in sorted(rows, key=lambda row: row[0]):
        counted += value if isinstance(value, int) else exact(value)
        if counted >= quantity:
            return instant(end)
    return None
