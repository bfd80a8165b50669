"""A line's intervals as a table of a plain web page."""

from html import escape

from board.views.sicb import Interval, Sicb
from tests.bench.peer_page import changing, sign, state

STYLE = "td { font-size: 56px } td:last-child, .when { font-size: 36px }"
HEAD = "<tr><th class=left>interval<th>plan<th>actual<th>difference<th class=left>reasons"


def body(view: Sicb) -> str:
    """Return one row for each interval; the last one that has begun is the one that changes."""
    begun = [number for number, interval in enumerate(view.intervals) if interval.actual is not None]
    last = begun[-1] if begun else 0
    rows = "".join(_row(interval, changes=number == last) for number, interval in enumerate(view.intervals))
    return f"<table>{HEAD}{rows}</table>"


def _row(interval: Interval, *, changes: bool) -> str:
    when = f"{interval.starts:%H:%M}–{interval.ends:%H:%M}"
    made = "" if interval.actual is None else interval.actual
    delta = "" if interval.delta is None else f"{interval.delta:+} {sign(interval.mark)}"
    said = ", ".join(f"{part.name} {part.quantity}" for part in interval.parts)
    return (
        f'<tr><td class="left when">{when}<td>{"" if interval.plan is None else interval.plan}'
        f'<td class="{state(interval.mark)}"{changing(here=changes)}>{made}<td>{delta}<td class=left>{escape(said)}'
    )
