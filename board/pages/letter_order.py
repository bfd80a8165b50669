"""What a letter's headline came to by product and order, where a day had several."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from board.kpi.figure import Figure
from board.pages.day_book import DaySums, rolled, summed
from board.pages.derived import with_derived
from board.pages.letter_book import Asked
from board.pages.letter_figure import parts_of
from board.pages.rule import BUSY, Rules
from board.store.reader import DayTotal
from board.views.letter import OrderOfDay

Dimension = tuple[str | None, str | None]  # product and order


def orders_of_day(figure: Figure, day: date, rows: Sequence[DayTotal], asked: Asked) -> tuple[OrderOfDay, ...]:
    """Return the headline of each product and order, from the totals of the node's day; nothing where there is one.

    Busy time that follows from the calendar belongs to no single order, so what needs it has no value here.
    """
    rules = asked.sight.rules(day)
    by_order: dict[Dimension, list[DayTotal]] = defaultdict(list)
    for row in rows:
        by_order[row.product, row.order].append(row)
    found = {
        dimension: _sums(figure, part, rules, asked)
        for dimension, part in by_order.items()
        if any(row.measure in figure.measures for row in part)
    }
    if len(found) < 2:
        return ()
    return tuple(
        OrderOfDay(
            product=product,
            order=order,
            value=figure.value(sums),
            parts=parts_of(figure, sums, rules, asked.lines),
        )
        for (product, order), sums in sorted(found.items(), key=lambda item: _place(item[0]))
    )


def _sums(figure: Figure, rows: Sequence[DayTotal], rules: Rules, asked: Asked) -> Mapping[str, Fraction | None]:
    by_node: dict[str, list[DayTotal]] = defaultdict(list)
    for row in rows:
        by_node[row.node].append(row)
    parts = [_of_node(part, rules, asked) for part in by_node.values()]
    whole = [part for part in parts if figure.measures <= part.whole.keys()]
    return rolled(whole or parts, figure.measures, rules.measures)


def _of_node(rows: Sequence[DayTotal], rules: Rules, asked: Asked) -> DaySums:
    sums, observations = summed(rows, rules.kinds)
    told = BUSY in sums
    sums = with_derived(sums, rows, rules, asked.sight.moment.now)
    if not told:
        sums.pop(BUSY, None)
    return DaySums(whole=sums, observations=observations)


def _place(dimension: Dimension) -> tuple[bool, str, bool, str]:
    """Return where it stands: by product, then order; what names none comes last."""
    product, order = dimension
    return product is None, product or "", order is None, order or ""
