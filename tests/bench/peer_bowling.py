"""The KPIs of a fiscal year as a table of a plain web page: plan over actual month by month, a trend at the end."""

from html import escape

from board.views.bowling import Bowling, BowlingRow, MonthCell
from board.views.mark import Phase
from tests.bench.peer_page import aim_words, changing, figure, sign, spark, state

CHANGED = "Scrap"
"""The KPI whose running month changes."""
ROWS = 11
"""As many as the board shows at a time on a screen of 1920x1080."""
STYLE = """
td { vertical-align: top; padding: 2px 3px; font-size: 22px }
small { display: block; font-size: 18px; color: var(--text3) }
td b { display: block; white-space: nowrap; font-size: 22px; border-radius: 4px; padding: 0 6px; min-height: 34px }
td b.now { border: 3px solid var(--ring) }
td:nth-child(2) { max-width: 250px; line-height: 1 }
"""


def body(view: Bowling) -> str:
    """Return one row for each KPI."""
    rows = view.rows[:ROWS]
    months = "".join(f"<th>{cell.month:%b}" for cell in rows[0].cells) if rows else ""
    head = f"<tr><th><th class=left>KPI<th class=left>owner<th>JOP{months}<th>YTD<th>trend and plan"
    return f"<table>{head}{''.join(_row(row) for row in rows)}</table>"


def _row(row: BowlingRow) -> str:
    months = "".join(_month(cell, row) for cell in row.cells)
    year = f'<b class="{state(row.year.mark)}">{sign(row.year.mark)} {figure(row.year.actual, row.decimals)}</b>'
    return (
        f"<tr><td>{row.letter or ''}<td class=left>{escape(row.name)} <small>{escape(row.unit)}</small>"
        f"<td class=left>{escape(row.owner or '')}<td>{figure(row.start, row.decimals)}{months}"
        f"<td><small>{aim_words(row.year.plan, row.decimals)}</small>{year}"
        f"<td>{spark([cell.actual for cell in row.cells], 170, 60)}"
    )


def _month(cell: MonthCell, row: BowlingRow) -> str:
    is_open = cell.mark.phase is Phase.OPEN
    here, now = changing(here=is_open and row.name == CHANGED), " now" if is_open else ""
    plan = f"<small>{aim_words(cell.plan, row.decimals)}</small>"
    if cell.actual is None:
        return f"<td>{plan}"
    said = figure(cell.actual, row.decimals)
    return f'<td>{plan}<b class="{state(cell.mark)}{now}">{sign(cell.mark)} <span{here}>{said}</span></b>'
