"""What each cell of the bowling chart shows: from the view to faces, without a pixel."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import Final, Literal

from board.plant.plant import Better
from board.views.bowling import Bowling, BowlingRow, Countermeasure, MonthCell
from board.views.freshness import Stage
from board.views.mark import Judgement, Mark, Phase
from widgets import words
from widgets.bowling_book import Book
from widgets.bowling_fit import Fit
from widgets.bowling_say import (
    countermeasure_words,
    month_text,
    partial_words,
    run_text,
    where_text,
    year_text,
)
from widgets.words import translate

When = Literal["past", "now", "to come"]

RUN_LEAST: Final = 2
"""From so many misses in a row on they are told."""
ARROW_OF: Final = {Better.HIGHER: "up", Better.LOWER: "down", Better.RANGE: "link"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadFace:
    """What stands over a column; `stamp`: the time of the data where they are past their age."""

    label: str
    short: str = ""  # where there is no room for the label
    loud: bool = False
    when: When | None = None  # None: not a month
    stamp: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFace:
    """The letter that a KPI judges."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFace:
    """A KPI's name, its unit, an arrow towards better, and its owner where there is no column of them."""

    name: str
    unit: str
    arrow: str
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFace:
    """An owner, or a figure at the right."""

    text: str
    right: bool = False
    size_u: float = 23.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFace:
    """How many misses there are in a row; `alarm`: they ask for more than a countermeasure."""

    text: str = ""
    alarm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFace:
    """A month, or the year to date: the plan, and the actual in its cell; `low`: the figure is under its mark."""

    mark: Mark
    plan: str = ""
    figure: str = ""
    size_u: float = 22.0
    low: bool = False
    sign: Countermeasure | None = None
    partial: bool = False
    now: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendFace:
    """The year as a line from the start value on: heights 0 to 1, None: a hole.

    `signals` are outside the band of natural limits; a miss that is none may be mere noise.
    """

    points: tuple[float | None, ...]
    plans: tuple[tuple[float | None, ...], ...]
    missed: tuple[int, ...] = ()
    signals: tuple[int, ...] = ()
    band: tuple[float, float] | None = None
    mean: float | None = None
    open: int | None = None
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFace:
    """A way to other KPIs or to another year; `icon` alone, or words alone."""

    words: str = ""
    icon: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendFace:
    """What the small signs of this page mean."""

    entries: "tuple[tuple[Countermeasure | None, str], ...]"


Face = (
    HeadFace | LetterFace | NameFace | TextFace | RunFace | MonthFace | TrendFace | PageFace | LegendFace
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What all rows of a page share: the view, and the age of its data."""

    view: Bowling
    stage: Stage

    @property
    def is_stale(self) -> bool:
        """Tell whether the data are past their limit, or were never there."""
        return self.stage in {Stage.STALE, Stage.MISSING}

    @property
    def stamp(self) -> str:
        """Return the time of the newest data where they are stale."""
        seen = self.view.freshness.seen_at
        return words.seen_text(seen, self.view.now) if seen is not None and self.is_stale else ""

    @property
    def now(self) -> int | None:
        """Return the number of the running month, or None where this is another year."""
        this_month = self.view.today.replace(day=1)
        return next((n for n, month in enumerate(self.view.months) if month == this_month), None)


def head_faces(sheet: Sheet) -> dict[str, Face]:
    """Return what stands over the columns."""
    view, now = sheet.view, sheet.now
    turns = has_years(view)
    faces: dict[str, Face] = {
        "name": HeadFace(label=year_text(view.year) if turns else translate("board", "KPI"), loud=turns),
        "owner": HeadFace(label=translate("board", "owner")),
        "start": HeadFace(label=translate("board", "JOP")),
        "plan": HeadFace(label=translate("board", "plan")),
        "year": HeadFace(label=translate("board", "YTD"), loud=True),
        "trend": HeadFace(label=translate("board", "trend and plan"), short=translate("board", "trend")),
    }
    for number, month in enumerate(view.months):
        running = number == now
        when: When = "now" if running else "to come" if month > view.today else "past"
        faces[str(number)] = HeadFace(
            label=month_text(month), when=when, stamp=sheet.stamp if running else "", stale=running and sheet.is_stale
        )
    return faces


def has_years(view: Bowling) -> bool:
    """Tell whether another year may be asked for."""
    return view.earlier_year is not None or view.later_year is not None


def rest_faces(sheet: Sheet, book: Book, first: int) -> dict[str, Face]:
    """Return what is no row: heads, the ways to another year and to other KPIs, and what the signs mean."""
    view, count = sheet.view, len(sheet.view.rows)
    faces: dict[str, Face] = {f"head:{part}": face for part, face in head_faces(sheet).items()}
    if view.earlier_year is not None:
        faces["year:earlier"] = PageFace(icon="back")
    if view.later_year is not None:
        faces["year:later"] = PageFace(icon="chev")
    for name, pages, icon in (("page:previous", -1, "up"), ("page:next", 1, "down")):
        faces[name] = PageFace(icon=icon, enabled=book.has(first, pages, count))
    faces["page:where"] = PageFace(words=where_text(first + 1, min(first + book.rows, count), count))
    faces["legend"] = LegendFace(entries=legend())
    return faces


def row_faces(row: BowlingRow, sheet: Sheet, fit: Fit, *, has_letter: bool, owner_apart: bool) -> dict[str, Face]:
    """Return what every part of a KPI's row shows; `has_letter`: it is the first of its letter on the page."""
    owner = words.person(row.owner)
    faces: dict[str, Face] = {}
    if has_letter and row.letter:
        faces["letter"] = LetterFace(code=row.letter)
    faces["name"] = NameFace(
        name=row.name, unit=fit.unit(row.unit), arrow=ARROW_OF[row.better], owner="" if owner_apart else owner
    )
    faces["unit"] = faces["name"]  # the second line of the same
    faces["owner"] = TextFace(text=owner)
    faces["start"] = TextFace(text=fit.figure(row.start), right=True, size_u=20.0 if fit.low else 23.0)
    if (run := run_face(row)).text:
        faces["run"] = run
    for number, cell in enumerate(row.cells):
        faces[str(number)] = month_face(cell, fit, sheet, now=number == sheet.now)
    year = row.year
    faces["year"] = MonthFace(
        mark=year.mark, plan=fit.plan(year.plan, year.actual), figure=fit.actual(year), size_u=fit.size_u,
        low=fit.low,
    )  # fmt: skip
    faces["trend"] = trend_face(row, sheet)
    return faces


def run_face(row: BowlingRow) -> RunFace:
    """Return the run of misses, where there is one."""
    told = row.misses >= RUN_LEAST or (row.alarm and row.misses > 0)
    return RunFace(text=run_text(row.misses) if told else "", alarm=row.alarm and told)


def month_face(cell: MonthCell, fit: Fit, sheet: Sheet, *, now: bool) -> MonthFace:
    """Return what a month shows; only a running one could have changed since the data were seen."""
    off = cell.mark.phase is Phase.OFF
    return MonthFace(
        mark=cell.mark,
        plan="" if off else fit.plan(cell.plan, cell.actual),
        figure="" if off else fit.actual(cell),
        size_u=fit.size_u,
        low=fit.low,
        sign=cell.countermeasure,
        partial=cell.partial and not off,
        now=now,
        stale=sheet.is_stale and cell.mark.phase is Phase.OPEN,
    )


def trend_face(row: BowlingRow, sheet: Sheet) -> TrendFace:
    """Return a KPI's year as a line, with its plan and its natural limits on the same scale."""
    values = (row.start, *(None if cell.mark.phase is Phase.OFF else cell.actual for cell in row.cells))
    plans = _plan_lines(row)
    natural = row.natural if any(value is not None for value in values) else None
    limits = () if natural is None else (natural.low, natural.high)
    known = [float(value) for value in (*values, *limits, *chain(*plans)) if value is not None]
    low, high = (min(known), max(known)) if known else (0.0, 0.0)

    def level(value: Fraction | None) -> float | None:
        if value is None:
            return None
        return 0.5 if high == low else (float(value) - low) / (high - low)

    judged = [(number, cell) for number, cell in enumerate(row.cells, 1) if values[number] is not None]
    return TrendFace(
        points=tuple(level(value) for value in values),
        plans=tuple(tuple(level(end) for end in line) for line in plans),
        missed=tuple(n for n, cell in judged if cell.mark == Mark(Phase.CLOSED, Judgement.MISS)),
        signals=_outside(values, limits),
        band=None if natural is None else (level(natural.low) or 0.0, level(natural.high) or 0.0),
        mean=None if natural is None else level(natural.mean),
        open=next((n for n, cell in judged if cell.mark.phase is Phase.OPEN), None),
        stale=sheet.is_stale,
    )


def legend() -> tuple[tuple[Countermeasure | None, str], ...]:
    """Return the signs of this page with their words, the most needed first; None: the sign of a partial month."""
    signs = (Countermeasure.OPEN, Countermeasure.NONE, Countermeasure.OVERDUE, Countermeasure.VERIFIED)
    return (*((sign, countermeasure_words(sign)) for sign in signs), (None, partial_words()))


def _plan_lines(row: BowlingRow) -> tuple[tuple[Fraction | None, ...], ...]:
    """Return the plan through the year from the start value on; of a range its two ends."""
    plans = [cell.plan for cell in row.cells]
    if row.better is Better.RANGE:
        lows = (None, *(None if plan is None else plan.low for plan in plans))
        return (lows, (None, *(None if plan is None else plan.high for plan in plans)))
    return ((row.start, *(None if plan is None else plan.value for plan in plans)),)


def _outside(values: Iterable[Fraction | None], limits: tuple[Fraction, ...]) -> tuple[int, ...]:
    if not limits:
        return ()
    low, high = limits
    return tuple(n for n, value in enumerate(values) if n and value is not None and not low <= value <= high)
