"""Share out a reading that lies over the border of an interval, a shift or a day."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from board.kpi.exact import minutes
from board.kpi.plan import working_minutes
from board.plant.span import Span


def share_out(start: datetime, end: datetime, spans: Sequence[Span], working: Sequence[Span]) -> tuple[Fraction, ...]:
    """Return the share of a reading over [start, end) that falls to each span: 0 to 1, together 1 or less.

    By working minutes; by plain minutes where none of its time is worked. What lies outside all spans falls to none.
    An instant (start == end) falls wholly to the span that holds it. ValueError where end is before start.
    """
    if start == end:
        return tuple(Fraction(int(span.holds(start))) for span in spans)
    reading = Span(start, end)
    worked = working_minutes(working, reading)
    whole = worked or minutes(reading.length)
    shares: list[Fraction] = []
    for span in spans:
        shared = span.meets(reading)
        if shared is None:
            shares.append(Fraction(0))
        else:
            part = working_minutes(working, shared) if worked else minutes(shared.length)
            shares.append(part / whole)
    return tuple(shares)
