"""What the command line tells about a plant: its board as JSON or in words, its problems, its sources."""

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction
from typing import TextIO

from board.pages.sicb import SicbPages
from board.pages.sqcdp import SqcdpPages
from board.plant.plant import Plant
from board.views.mark import Judgement, Mark, Phase
from board.views.plain import plain
from board.views.sicb import Interval, Sicb, SicbLines
from board.views.sqcdp import Sqcdp
from kiosk.wiring.glance import Glance

PLANS = {
    "shift": "over all the shift's planned time",
    "order": "over the time planned for the order",
    "so far": "over the time planned so far",
}


def sicb_of(
    found: Glance, node: str, *, now: datetime, shift: str | None, known_at: datetime | None
) -> Sicb | SicbLines:
    """Return the board of a line, or of the lines under an area or site; KeyError for an unknown node or shift."""
    plant = found.history.at(now)
    pages = SicbPages(found.reader)
    build = pages.line if any(line.id == node for line in plant.lines) else pages.lines
    view = build(node, found.history, now=now, shift=shift, known_at=known_at)
    if shift is not None and view.shift != shift:
        names = ", ".join(dict.fromkeys(each.name for each in plant.shifts))
        raise KeyError(f"there is no shift {shift!r} on {view.day:%Y-%m-%d}; the plant has {names}")
    return view


def sqcdp_of(found: Glance, node: str, *, now: datetime, known_at: datetime | None) -> Sqcdp:
    """Return the letters of a line, an area or the site; KeyError for an unknown node."""
    return SqcdpPages(found.reader).board(node, found.history, now=now, known_at=known_at)


def only_node(plant: Plant, node: str | None) -> str:
    """Return the node asked for; without one the plant's only line, else the whole site."""
    if node is not None:
        plant.lines_under(node)
        return node
    return plant.lines[0].id if len(plant.lines) == 1 else plant.site.id


def print_json(view: Sicb | SicbLines | Sqcdp, out: TextIO = sys.stdout) -> None:
    """Print the view itself, for programs."""
    json.dump(plain(view), out, ensure_ascii=False, indent=2)
    out.write("\n")


def print_board(view: Sicb | SicbLines, out: TextIO = sys.stdout) -> None:
    """Print the view in words, for people."""
    lines = [(None, view)] if isinstance(view, Sicb) else [(line.name, line) for line in view.lines]
    where = " › ".join(name for name in (view.path.site, view.path.area, view.path.line) if name)
    out.write(f"{where}, {view.day:%a %d %b %Y}, {view.shift or 'no shift'}\n")
    for name, line in lines:
        if name is not None:
            out.write(f"\n{name}\n")
        out.write(_table(line.intervals))
    if isinstance(view, Sicb):
        for figure in view.oee:
            ratio = "no value" if figure.oee is None else f"{float(figure.oee):.1%}"
            order = f" {figure.order}" if figure.order is not None else ""
            out.write(f"OEE {ratio}, {PLANS[figure.plan]}{order}, until {figure.until:%H:%M:%S}\n")


def print_letters(view: Sqcdp, out: TextIO = sys.stdout) -> None:
    """Print the letters in words, for people: the headline, then a sign for each day of the month."""
    where = " › ".join(name for name in (view.path.site, view.path.area, view.path.line) if name)
    out.write(f"{where}, {view.today:%a %d %b %Y}\n")
    for letter in view.letters:
        aim = None if letter.aim is None else letter.aim.value
        told = [
            f"{letter.code}  {letter.name}: {letter.kpi_name} {_exact(letter.value, letter.decimals)} {letter.unit}"
        ]
        told[0] = told[0].rstrip() + f", target {_exact(aim, letter.decimals)}"
        told.append(f"   {''.join(_sign(cell.mark) for cell in letter.days)}")
        told.append(f"   {letter.days_met} of {letter.days_due} days met; {letter.days_entered} of")
        told[-1] += f" {letter.days_worked} days entered"
        out.write("\n".join(told) + "\n")
    out.write("+ met  ~ watch  x missed  ? not entered  o no target or no value  . not worked  _ to come\n")


def print_table(rows: Iterable[Sequence[str]], head: Sequence[str], out: TextIO = sys.stdout) -> None:
    """Print rows under their head in columns as wide as what they hold."""
    every = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(row[place]) for row in every) for place in range(len(head))]
    for row in every:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        out.write("  ".join(cells).rstrip() + "\n")


def _table(rows: Sequence[Interval]) -> str:
    told = [f"{'interval':<12}{'plan':>8}{'good':>8}{'rejected':>10}{'delta':>8}{'cum.':>8}  state\n"]
    for row in rows:
        label = f"{row.starts:%H:%M}–{row.ends:%H:%M}"
        judged = row.mark.judgement.value if row.mark.judgement is not None else ""
        told.append(
            f"{label:<12}{_cell(row.plan):>8}{_cell(row.actual):>8}{_cell(row.rejected):>10}"
            f"{_cell(row.delta, signed=True):>8}{_cell(row.cumulative_delta, signed=True):>8}"
            f"  {row.mark.phase.value} {judged}".rstrip()
            + "\n"
        )
    return "".join(told)


def _sign(mark: Mark) -> str:
    if mark.judgement is not None:
        return {Judgement.GOOD: "+", Judgement.WATCH: "~", Judgement.MISS: "x"}[mark.judgement]
    return {Phase.FUTURE: "_", Phase.OFF: ".", Phase.UNRECORDED: "?"}.get(mark.phase, "o")


def _exact(value: Fraction | None, decimals: int) -> str:
    return "–" if value is None else f"{float(value):.{decimals}f}"


def _cell(number: int | None, *, signed: bool = False) -> str:
    if number is None:
        return "–"
    return f"{number:+d}" if signed else str(number)
