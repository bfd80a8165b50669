"""What each part of the page of one letter shows: from the view to faces, without a pixel."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from board.views.freshness import Stage
from board.views.letter import DeviationLine, Enterable, KpiOfDay, LetterPage
from board.views.mark import Judgement, Mark, Phase
from widgets import words
from widgets.letter_page_words import (
    LOUD,
    QUIET,
    Run,
    behind,
    closed_words,
    date_words,
    exact_words,
    main_kpi,
    month_name,
    month_words,
    order_words,
    other_words,
    runs_of,
    title_words,
    value_words,
    verdict,
    when_words,
)
from widgets.run_chart import RunFace, run_face
from widgets.sqcdp_face import LAST_CELLS, CardFace, DayFace, SignFace, card_face, entered_words
from widgets.words import translate

OLD_FIGURES: Final = 2
"""So many earlier figures are told beside the one that stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFace:
    """The month, how many of its days were met, and how many were entered where not all were."""

    month: str
    met: tuple[str, ...]  # the first that fits is told


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTitleFace:
    """The day that is told about, and when it was closed and by whom."""

    day: str
    closed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictFace:
    """Why the day has its state, the figures behind, the letter's other KPIs with their marks, the orders."""

    mark: Mark
    runs: tuple[Run, ...]
    behind: str
    others: tuple[tuple[Mark, str], ...] = ()
    orders: tuple[str, ...] = ()
    stamp: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """A reason with its share of the largest, 0 to 1."""

    name: str
    figure: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsFace:
    """What was lost, by reason."""

    title: str
    unit: str
    bars: tuple[BarRow, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """A line of an area, or a rung of the ladder: its mark, name and figure."""

    mark: Mark
    name: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksFace:
    """Marks with names and figures, in as many columns as they need."""

    title: str
    rows: tuple[MarkRow, ...]
    unit: str = ""
    one_column: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """One thing on record: `lead` (its name or time), `figure`, old figures to strike, and who or what in small."""

    lead: str
    figure: str = ""
    struck: tuple[str, ...] = ()
    note: str = ""
    logged: bool = False  # a deviation
    missing: bool = False  # nothing was entered


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFace:
    """What was entered and what was logged on the day; `least`: so many rows are kept for what was logged."""

    title: str
    rows: tuple[RecordRow, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsFace:
    """The letter's actions, or that nothing waits."""

    title: str
    cards: tuple[CardFace, ...]


Face = (
    TitleFace | DayTitleFace | VerdictFace | RunFace | BarsFace | MarksFace | RecordFace | ActionsFace | DayFace
    | SignFace
)  # fmt: skip


def is_old(stage: Stage) -> bool:
    """Tell whether data of that age look so."""
    return stage in {Stage.STALE, Stage.MISSING}


def day_faces(view: LetterPage, *, figures: bool, stale: bool) -> dict[str, Face]:
    """Return what the cells of the letter show, in the order of painting: today's last, then flags."""
    cells = {cell.day.day: cell for cell in view.letter.days}
    today = next((day for day, cell in cells.items() if cell.day == view.today), None)
    numbers = [day for day in range(1, LAST_CELLS + 1) if day != today] + ([today] if today else [])
    faces: dict[str, Face] = {}
    for day in numbers:
        cell = cells.get(day)
        faces[f"cell:{day}"] = DayFace(day=day) if cell is None else DayFace(
            day=day, mark=cell.mark, parts=cell.parts, near_miss=cell.near_miss, figure=figures,
            today=day == today and cell.mark.phase is not Phase.OFF, stale=stale and cell.mark.phase is Phase.OPEN,
        )  # fmt: skip
    for day, cell in cells.items():
        if cell.flag or cell.verified:
            faces[f"sign:{day}"] = SignFace(icon="tick" if cell.verified else "flag", day=day)
    return faces


def part_faces(view: LetterPage, *, stage: Stage, age_s: int | None) -> dict[str, Face]:
    """Return what everything beside the letter shows."""
    stale = is_old(stage)
    return {
        "title": title_face(view),
        "day": DayTitleFace(day=title_words(view.day), closed=closed_words(view)),
        "verdict": verdict_face(view, stale=stale, age_s=age_s),
        "chart": run_face(view, stale=stale),
        "why": why_face(view),
        "record": record_face(view),
        "actions": actions_face(view),
    }


def title_face(view: LetterPage) -> TitleFace:
    """Return the month and how it went."""
    letter = view.letter
    met = translate("board", "{n} of {m} days met").format(n=letter.days_met, m=letter.days_due)
    short = translate("board", "{n} of {m}").format(n=letter.days_met, m=letter.days_due)
    if not letter.days_due:
        return TitleFace(month=month_words(view.month), met=(translate("board", "no day judged yet"),))
    entered = entered_words(letter)
    tries = ((f"{met}, {entered}",) if entered else ()) + (met, short)
    return TitleFace(month=month_words(view.month), met=tries)


def verdict_face(view: LetterPage, *, stale: bool, age_s: int | None) -> VerdictFace:
    """Return the day in words; only an open day could have changed since the data were seen."""
    main, is_open = main_kpi(view), view.day_mark.phase is Phase.OPEN
    old = stale and is_open
    stamp = ""
    if old and age_s is not None:
        stamp = translate("board", "{age} old").format(age=words.age_text(age_s))
    told = view.day_mark.phase not in {Phase.OFF, Phase.FUTURE}
    others = [kpi for kpi in view.kpis if kpi is not main] if told else []
    orders: tuple[str, ...] = ()
    if main is not None and len(view.orders) > 1:
        orders = tuple(order_words(order, main.unit, main.decimals) for order in view.orders)
    return VerdictFace(
        mark=view.day_mark,
        runs=runs_of(verdict(view)),
        behind=behind(view),
        others=tuple((_mark_of(kpi, is_open=is_open), other_words(kpi)) for kpi in others),
        orders=orders,
        stamp=stamp,
        stale=old,
    )


def extra_lines(view: LetterPage) -> int:
    """Return how many more lines the verdict needs: one for other KPIs, one for several orders."""
    return (len(view.kpis) > 1) + (len(view.orders) > 1)


def why_face(view: LetterPage) -> BarsFace | MarksFace:
    """Return the losses by reason; for safety the ladder, its gravest rung on top."""
    day = date_words(view.day, view.day)
    if view.ladder:
        rows = tuple(
            MarkRow(
                mark=_mark(rung.judged, is_open=view.day_mark.phase is Phase.OPEN) if rung.count else Mark(Phase.OFF),
                name=rung.name,
                figure=exact_words(rung.count),
            )
            for rung in reversed(view.ladder)
        )
        return MarksFace(title=translate("board", "Events, {day}").format(day=day), rows=rows, one_column=True)
    pareto = view.pareto
    said = translate("board", "Why, {day}")
    if pareto is None or not pareto.bars:
        empty = translate("board", "no reasons for this day")
        return BarsFace(title=said.format(day=day), unit="", bars=(), empty=empty)
    named = [(bar.name if bar.code is not None else translate("board", "No reason given"), bar.value)
             for bar in pareto.bars]  # fmt: skip
    if pareto.rest is not None:
        named.append((translate("board", "All others"), pareto.rest))
    most = max(value for _, value in named)
    bars = tuple(
        BarRow(name=name, figure=exact_words(value), share=float(value / most) if most else 0.0)
        for name, value in named
    )
    when = month_name(view.month) if pareto.of_month else day
    return BarsFace(title=said.format(day=when), unit=pareto.unit, bars=bars)


def record_face(view: LetterPage) -> RecordFace | MarksFace:
    """Return what was entered and logged; above line level the marks of the lines."""
    if view.lines:
        main = main_kpi(view)
        unit, decimals = (main.unit, main.decimals) if main is not None else ("", 0)
        rows = tuple(
            MarkRow(mark=line.mark, name=line.name, figure=value_words(line.value, "", decimals)) for line in view.lines
        )
        return MarksFace(title=translate("board", "Lines"), rows=rows, unit=unit)
    entered = sorted(view.enterable, key=lambda one: (not one.earlier, one.value is None))
    logged = [_logged(line, view) for line in view.deviations]
    return RecordFace(
        title=translate("board", "Entered and logged"),
        rows=(*(_entered(one, view) for one in entered), *logged),
        empty=translate("board", "nothing entered, nothing logged"),
    )


def actions_face(view: LetterPage) -> ActionsFace | RecordFace:
    """Return the actions; above line level what was logged, where there are none."""
    if view.lines and view.deviations and not view.actions:
        rows = tuple(_logged(line, view) for line in view.deviations)
        return RecordFace(title=translate("board", "Deviations"), rows=rows)
    cards = tuple(card_face(action, view.today) for action in view.actions)
    return ActionsFace(title=translate("board", "Actions"), cards=cards)


def page_words(view: LetterPage) -> str:
    """Return the page in words: the month, the day, why."""
    said = "".join(piece for piece in verdict(view) if piece not in {LOUD, QUIET})
    title = title_face(view)
    return f"{view.letter.name}, {title.month}: {title.met[0]}. {title_words(view.day)}: {said}. {behind(view)}"


def rows_that_fit(rows: Sequence[RecordRow], most: int) -> tuple[tuple[RecordRow, ...], int]:
    """Return the rows there is room for, at least half of it for what was logged, and how many are left out.

    A last row that says how many are left out needs room too.
    """
    if len(rows) <= most:
        return tuple(rows), 0
    room = max(0, most - 1)
    entered, logged = [row for row in rows if not row.logged], [row for row in rows if row.logged]
    kept = max(min(len(entered), room - len(logged)), min(len(entered), -(-room // 2)))
    shown = (*entered[:kept], *logged[: room - kept])
    return shown, len(rows) - len(shown)


def _mark_of(kpi: KpiOfDay, *, is_open: bool) -> Mark:
    """Return the mark of one of the letter's KPIs: of a closed day where some of it is not told, as not recorded."""
    missing = not kpi.entered and kpi.judgement is None
    return Mark(Phase.UNRECORDED) if missing and not is_open else _mark(kpi.judgement, is_open=is_open)


def _mark(judgement: Judgement | None, *, is_open: bool) -> Mark:
    if judgement is None:
        return Mark(Phase.OPEN if is_open else Phase.NO_TARGET)
    return Mark(Phase.OPEN if is_open else Phase.CLOSED, judgement)


def _entered(one: Enterable, view: LetterPage) -> RecordRow:
    """Return a figure as it stands, with those that stood before it."""
    struck = tuple(exact_words(earlier.value) for earlier in one.earlier[:OLD_FIGURES])
    note = ""
    if one.earlier:
        newest = one.earlier[0]
        note = " ".join(part for part in (words.person(newest.who), when_words(newest.at, view.day)) if part)
    figure = exact_words(one.value, one.unit) if one.value is not None else translate("board", "not entered")
    return RecordRow(lead=one.name, figure=figure, struck=struck, note=note, missing=one.value is None)


def _logged(line: DeviationLine, view: LetterPage) -> RecordRow:
    """Return a deviation: when, why, how much, in whose words."""
    amount = exact_words(line.quantity) if line.quantity is not None else ""
    about = " ".join(part for part in (line.reason, amount) if part)
    more = (line.text, words.person(line.who)) if about else (words.person(line.who),)
    note = ", ".join(part for part in more if part)
    return RecordRow(lead=when_words(line.at, view.day), figure=about or line.text, note=note, logged=True)
