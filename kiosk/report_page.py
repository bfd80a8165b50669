"""The bowling chart and the page of a letter in words, for people at a terminal."""

import sys
from collections.abc import Sequence
from typing import TextIO

from board.kpi.fiscal import year_name
from board.plant.plant import Better
from board.views.bowling import Bowling, BowlingRow, Countermeasure, MonthCell, YearCell
from board.views.letter import KpiOfDay, LetterPage
from board.views.mark import Mark, Phase
from board.views.sqcdp import Aim
from kiosk.report import LEGEND, figure_of, print_table, sign, where

BETTER = {Better.HIGHER: "up", Better.LOWER: "down", Better.RANGE: "within"}
FLAGS = {
    Countermeasure.NONE: "!",
    Countermeasure.OPEN: "a",
    Countermeasure.OVERDUE: "A",
    Countermeasure.VERIFIED: "v",
}


def print_bowling(view: Bowling, out: TextIO = sys.stdout) -> None:
    """Print plan and actual of each KPI month by month, and what its misses in a row ask for."""
    out.write(f"{where(view.path)}, {year_name(view.year)}, {view.today:%a %d %b %Y}\n")
    head = ("", "KPI", "", "start", *(f"{month:%b}" for month in view.months), "to date")
    rows: list[Sequence[str]] = []
    for row in view.rows:
        unit = f"{row.unit} {BETTER[row.better]}".strip()
        plans = (aim_of(cell.plan, row.decimals) for cell in row.cells)
        rows.append((row.letter or "", row.name, "plan", "", *plans, aim_of(row.year.plan, row.decimals)))
        actuals = (_actual(cell, row) for cell in row.cells)
        start = figure_of(row.start, row.decimals)
        rows.append(("", unit, "actual", start, *actuals, _told(row.year, row.decimals)))
    print_table(rows, head, out)
    for row in view.rows:
        if row.misses:
            alarm = ", which raises the alarm" if row.alarm else ""
            out.write(f"{row.name}: {row.misses} missed in a row (longest {row.longest}){alarm}\n")
    out.write(f"{LEGEND}\n* in part  ( ) still runs  ! no countermeasure  a open  A overdue  v verified\n")


def print_letter(view: LetterPage, out: TextIO = sys.stdout) -> None:
    """Print a letter's month as signs, and one of its days in figures."""
    letter = view.letter
    out.write(f"{where(view.path)}, {letter.code} {letter.name}, {view.month:%B %Y}\n")
    out.write(f"   {''.join(sign(cell.mark) for cell in letter.days)}\n{LEGEND}\n")
    judged = view.day_mark.judgement
    told = view.day_mark.phase.value if judged is None else f"{view.day_mark.phase.value}, {judged.value}"
    out.write(f"{view.day:%a %d %b %Y}: {told}\n")
    told_by = [_kpi(kpi) for kpi in view.kpis]
    told_by += [f"{one.name}: {'nobody said' if one.count is None else figure_of(one.count, 0)}" for one in view.ladder]
    told_by += [f"{sign(line.mark)} {line.name}" for line in view.lines]
    told_by += [f"action: {one.title}" + (f", due {one.due:%d %b %Y}" if one.due else "") for one in view.actions]
    out.writelines(f"   {line}\n" for line in told_by)


def aim_of(aim: Aim | None, decimals: int) -> str:
    """Return a target in figures; of a range both limits."""
    if aim is None:
        return "–"
    if aim.better is Better.RANGE:
        return f"{figure_of(aim.low, decimals)}–{figure_of(aim.high, decimals)}"
    return figure_of(aim.value, decimals)


def _actual(cell: MonthCell, row: BowlingRow) -> str:
    if cell.mark.phase is Phase.FUTURE:
        return ""
    told = _marked(cell.mark, figure_of(cell.actual, row.decimals))
    told += "*" if cell.partial and cell.mark.phase is not Phase.OPEN else ""
    told += "" if cell.countermeasure is None else FLAGS[cell.countermeasure]
    return f"({told})" if cell.mark.phase is Phase.OPEN else told


def _told(year: YearCell, decimals: int) -> str:
    return "" if year.actual is None else _marked(year.mark, figure_of(year.actual, decimals))


def _marked(mark: Mark, figure: str) -> str:
    return f"{figure} {sign(mark)}"


def _kpi(kpi: KpiOfDay) -> str:
    judged = "" if kpi.judgement is None else f", {kpi.judgement.value}"
    value = figure_of(kpi.value, kpi.decimals) if kpi.entered or kpi.value is not None else "not entered"
    aim = aim_of(kpi.aim, kpi.decimals)
    partly = ", not everything was entered" if not kpi.entered and kpi.value is not None else ""
    return f"{kpi.name} {value} {kpi.unit}".rstrip() + f", target {aim}{judged}{partly}"
