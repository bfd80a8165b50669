"""What the command line tells about a plant: its board as JSON or in words, its problems, its sources."""

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import TextIO

from board.pages.bowling import BowlingPages
from board.pages.letter import LetterPages
from board.pages.sicb import SicbPages
from board.pages.sqcdp import SqcdpPages
from board.plant.plant import Plant
from board.views.bowling import Bowling
from board.views.freshness import Stage
from board.views.letter import LetterPage
from board.views.mark import Judgement, Mark, Phase
from board.views.page import View
from board.views.plain import plain
from board.views.sicb import Interval, Path, Sicb, SicbLines
from board.views.sqcdp import Sqcdp
from kiosk.command import ToldError
from kiosk.wiring.glance import Glance

PLANS = {
    "shift": "over all the shift's planned time",
    "order": "over the time planned for the order",
    "so far": "over the time planned so far",
}

LEGEND = "+ met  ~ watch  x missed  ? not entered  o no target or no value  . not worked  _ to come"


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


def letter_of(
    found: Glance, node: str, *, now: datetime, known_at: datetime | None, letter: str | None, day: date | None
) -> LetterPage:
    """Return the page of a letter, the first without a name; KeyError for an unknown node or letter."""
    letters = found.history.at(now).letters
    if letter is None and not letters:
        raise KeyError("the plant has no letters; give it [[letter]] tables")
    code = letters[0].code if letter is None else letter
    return LetterPages(found.reader).page(node, code, found.history, now=now, known_at=known_at, day=day)


def bowling_of(found: Glance, node: str, *, now: datetime, known_at: datetime | None, year: date | None) -> Bowling:
    """Return the bowling chart of a node for the fiscal year of a day; KeyError for an unknown node."""
    return BowlingPages(found.reader).chart(node, found.history, now=now, known_at=known_at, year=year)


def only_node(plant: Plant, node: str | None) -> str:
    """Return the node asked for; without one the plant's only line, else the whole site."""
    if node is not None:
        plant.lines_under(node)
        return node
    return plant.lines[0].id if len(plant.lines) == 1 else plant.site.id


def node_in(plant: Plant, node: str | None) -> str:
    """Return the node asked for, as `only_node` does; ToldError where the plant does not know it."""
    try:
        return only_node(plant, node)
    except KeyError as error:
        raise ToldError(str(error.args[0])) from error


def print_json(view: View, out: TextIO = sys.stdout) -> None:
    """Print the view itself, for programs."""
    json.dump(plain(view), out, ensure_ascii=False, indent=2)
    out.write("\n")


def where(path: Path) -> str:
    """Return the names from the site down to the node."""
    return " › ".join(name for name in (path.site, path.area, path.line) if name)


def print_board(view: Sicb | SicbLines, out: TextIO = sys.stdout) -> None:
    """Print the view in words, for people."""
    lines = [(None, view)] if isinstance(view, Sicb) else [(line.name, line) for line in view.lines]
    out.write(f"{where(view.path)}, {view.day:%a %d %b %Y}, {view.shift or 'no shift'}{_stale(view)}\n")
    for name, line in lines:
        if name is not None:
            out.write(f"\n{name}\n")
        out.write(_table(line.intervals))
    if isinstance(view, Sicb):
        for figure in view.oee:
            ratio = "no value" if figure.oee is None else f"{float(figure.oee):.1%}"
            order = f" {figure.order}" if figure.order is not None else ""
            out.write(f"OEE {ratio}, {PLANS[figure.plan]}{order}, until {figure.until:%H:%M:%S}\n")


def _stale(view: Sicb | SicbLines) -> str:
    """Return how old the data are, where they are too old to look live."""
    stage, age_s = view.freshness.stage(view.now), view.freshness.age_s(view.now)
    if stage is Stage.MISSING or age_s is None:
        return "; no data yet"
    return f"; DATA {age_s // 60} MINUTES OLD" if stage is Stage.STALE else ""


def print_letters(view: Sqcdp, out: TextIO = sys.stdout) -> None:
    """Print the letters in words, for people: the headline, then a sign for each day of the month."""
    out.write(f"{where(view.path)}, {view.today:%a %d %b %Y}\n")
    for letter in view.letters:
        aim = None if letter.aim is None else letter.aim.value
        told = [
            f"{letter.code}  {letter.name}: {letter.kpi_name} {figure_of(letter.value, letter.decimals)} {letter.unit}"
        ]
        told[0] = told[0].rstrip() + f", target {figure_of(aim, letter.decimals)}"
        told.append(f"   {''.join(sign(cell.mark) for cell in letter.days)}")
        told.append(f"   {letter.days_met} of {letter.days_due} days met; {letter.days_entered} of")
        told[-1] += f" {letter.days_worked} days entered"
        out.write("\n".join(told) + "\n")
    out.write(f"{LEGEND}\n")


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


def sign(mark: Mark) -> str:
    """Return a mark as one character, as the legend under the letters says."""
    if mark.judgement is not None:
        return {Judgement.GOOD: "+", Judgement.WATCH: "~", Judgement.MISS: "x"}[mark.judgement]
    return {Phase.FUTURE: "_", Phase.OFF: ".", Phase.UNRECORDED: "?"}.get(mark.phase, "o")


def figure_of(value: Fraction | None, decimals: int) -> str:
    """Return a figure with so many decimals."""
    return "–" if value is None else f"{float(value):.{decimals}f}"


def _cell(number: int | None, *, signed: bool = False) -> str:
    if number is None:
        return "–"
    return f"{number:+d}" if signed else str(number)
