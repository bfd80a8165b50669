"""What each cell of the letters' page shows: from the view to faces, without a pixel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from board.plant.plant import Better
from board.views.freshness import Freshness, Stage
from board.views.mark import Judgement, Mark, Phase
from board.views.sqcdp import ActionCard, Aim, DayCell, LetterView, Sqcdp
from widgets import words
from widgets.words import plural, translate

NO_VALUE: Final = words.EN_DASH
DOT: Final = " · "
LAST_CELLS: Final = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadFace:
    """The state of today, the name, how many days were met, and how many were entered where not all were.

    `count` and `due`: the two figures of `met`, for where there is no room beside each other. Before the first day of
    a month was judged there are none.
    """

    mark: Mark
    name: str
    met: str = ""
    count: str = ""
    due: str = ""
    entered: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFace:
    """One cell of a letter; `mark` None: a day the month lacks."""

    day: int
    mark: Mark | None = None
    parts: tuple[Mark, ...] = ()
    near_miss: bool = False
    today: bool = False
    figure: bool = True
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SignFace:
    """What stands beside a cell: a flag, or the tick of a verified action."""

    icon: str
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFace:
    """The headline: figure with unit, `above` the unit a second figure, and the time of stale data."""

    figure: str
    unit: str = ""
    above: str = ""
    stamp: str = ""
    entered: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFace:
    """What the headline is, and against what it stands."""

    name: str
    against: tuple[str, ...]  # what has no room is left out from the end
    short: str = ""
    fewer: str = ""  # the name where the first has no room


@dataclass(frozen=True, slots=True, kw_only=True)
class SparkFace:
    """The month as a line: heights 0 (low) to 1, None: a hole; the points that missed.

    `aims`: the limits day by day, of a range its two ends.
    """

    points: tuple[float | None, ...]
    missed: tuple[int, ...]
    aims: tuple[tuple[float | None, ...], ...]
    open: bool
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFace:
    """The most important open action; `when` boxed where it is due today or late."""

    title: str = ""
    owner: str = ""
    when: str = ""
    late: bool = False
    today: bool = False


Face = HeadFace | DayFace | SignFace | ValueFace | LabelFace | SparkFace | CardFace


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What all letters of a page share: the view, the age of its data, whether days have figures."""

    view: Sqcdp
    stage: Stage
    figures: bool = True
    freshness: Freshness | None = None  # of one letter, where that is another than the page's

    @property
    def is_stale(self) -> bool:
        """Tell whether the data are past their limit, or were never there."""
        return self.stage in {Stage.STALE, Stage.MISSING}

    @property
    def stamp(self) -> str:
        """Return the time of the newest data where they are stale."""
        seen = (self.freshness or self.view.freshness).seen_at
        return words.seen_text(seen, self.view.now) if seen is not None and self.is_stale else ""


def sheet_of(letter: LetterView, sheet: Sheet, age_s: int | None) -> Sheet:
    """Return the sheet for a letter, which is as old as the sources that tell what it is judged by.

    `age_s` is how old the data of the page are by now, so that this one goes on too.
    """
    if letter.freshness is None:
        return sheet
    view, seen = sheet.view, sheet.view.freshness.seen_at
    now = view.now if seen is None or age_s is None else max(view.now, seen + timedelta(seconds=age_s))
    return replace(sheet, stage=letter.freshness.stage(now), freshness=letter.freshness)


def letter_faces(letter: LetterView, sheet: Sheet) -> dict[str, Face]:
    """Return what every part of a letter shows, in the order of painting: today's cell last, then flags."""
    faces: dict[str, Face] = {"head": head_face(letter, sheet)}
    days = {cell.day.day: cell for cell in letter.days}
    numbers = [day for day in range(1, LAST_CELLS + 1) if not _is_today(days.get(day), sheet.view.today)]
    numbers += [day for day in days if day not in numbers]
    for day in numbers:
        faces[f"cell:{day}"] = day_face(day, days.get(day), sheet)
    for day, cell in days.items():
        if cell.verified or cell.flag:
            faces[f"sign:{day}"] = SignFace(icon="tick" if cell.verified else "flag", day=day)
    faces["value"] = value_face(letter, sheet)
    faces["label"] = label_face(letter)
    faces["spark"] = spark_face(letter, sheet)
    faces["card"] = card_face(letter.action, sheet.view.today)
    return faces


def head_face(letter: LetterView, sheet: Sheet) -> HeadFace:
    """Return what stands over a letter."""
    face = HeadFace(mark=letter.mark, name=letter.name, entered=entered_words(letter), stale=sheet.is_stale)
    if not letter.days_due:
        return face
    return replace(
        face,
        met=translate("board", "{n} of {m}").format(n=letter.days_met, m=letter.days_due),
        count=words.number(letter.days_met),
        due=translate("board", "of {plan}").format(plan=words.number(letter.days_due)),
    )


def entered_words(letter: LetterView) -> str:
    """Return the rate of entry where not every day was entered."""
    if letter.days_entered >= letter.days_worked:
        return ""
    return translate("board", "{n} of {m} entered").format(n=letter.days_entered, m=letter.days_worked)


def day_face(day: int, cell: DayCell | None, sheet: Sheet) -> DayFace:
    """Return what a day's cell shows; only today's could have changed since the data were seen."""
    if cell is None:
        return DayFace(day=day)
    today = cell.day == sheet.view.today and cell.mark.phase is not Phase.OFF
    return DayFace(
        day=day,
        mark=cell.mark,
        parts=cell.parts,
        near_miss=cell.near_miss,
        today=today,
        figure=sheet.figures,
        stale=sheet.is_stale and cell.mark.phase is Phase.OPEN,
    )


def value_face(letter: LetterView, sheet: Sheet) -> ValueFace:
    """Return the headline; for safety the days since the last accident, with the record beside them."""
    stale, stamp, entered = sheet.is_stale, sheet.stamp, entered_words(letter)
    if letter.safety is not None:
        since, record = letter.safety.since, letter.safety.record
        above = "" if record is None else translate("board", "record {n}").format(n=words.number(record))
        figure = NO_VALUE if since is None else words.number(since)
        unit = plural("day", "days", since or 0)
        return ValueFace(figure=figure, unit=unit, above=above, stamp=stamp, entered=entered, stale=stale)
    if letter.value is None:
        return ValueFace(figure=NO_VALUE, unit=letter.unit, stamp=stamp, entered=entered, stale=True)
    figure = words.figure(letter.value, letter.decimals)
    return ValueFace(figure=figure, unit=letter.unit, stamp=stamp, entered=entered, stale=stale)


def label_face(letter: LetterView) -> LabelFace:
    """Return the name of the headline, its target and what it was yesterday."""
    aim = aim_words(letter.aim, letter.decimals)
    if letter.safety is not None:
        value = NO_VALUE if letter.value is None else words.figure(letter.value, letter.decimals)
        kpi = f"{letter.kpi_name} {value}" if letter.kpi else ""
        name = translate("board", "since last lost-time accident")
        short = f"{words.within_sentence(letter.kpi_name)} {value}" if letter.kpi else ""
        against = tuple(part for part in (kpi, aim) if part)
        return LabelFace(name=name, against=against, short=short, fewer=translate("board", "since last accident"))
    today = next((cell for cell in letter.days if cell.mark.phase is Phase.OPEN), None)
    met = ""
    if today is not None and today.met is not None and today.due:
        met = translate("board", "{n} of {m} lines").format(n=today.met, m=today.due)
    before = ""
    if letter.yesterday is not None:
        value = words.figure(letter.yesterday, letter.decimals)
        before = translate("board", "yesterday {value}").format(value=value)
    parts = [part for part in (met, aim or translate("board", "no target"), before) if part]
    return LabelFace(name=letter.kpi_name, against=tuple(parts), short=met or aim)


def aim_words(aim: Aim | None, decimals: int) -> str:
    """Return a target: target ≥ 98.0, target 4–6, target 16; nothing where there is none."""
    if aim is None:
        return ""
    said = translate("board", "target {value}")
    if aim.better is Better.RANGE:
        ends = [words.figure(end, decimals) for end in (aim.low, aim.high) if end is not None]
        return said.format(value=words.EN_DASH.join(dict.fromkeys(ends))) if ends else ""
    if aim.value is None:
        return ""
    sign = "≥" if aim.better is Better.HIGHER else "≤"
    return said.format(value=f"{sign} {words.figure(aim.value, decimals)}")


def spark_face(letter: LetterView, sheet: Sheet) -> SparkFace:
    """Return the month as a line over the days that are worked, with the limits that held on each."""
    marks = letter.spark_marks or (Mark(Phase.CLOSED),) * len(letter.spark)
    aims = letter.spark_aims or (letter.aim,) * len(letter.spark)
    worked = [
        (value, mark, aim)
        for value, mark, aim in zip(letter.spark, marks, aims, strict=True)
        if value is not None or mark.phase is not Phase.OFF
    ]
    while worked and worked[-1][0] is None:
        worked.pop()
    known = [value for value, _, _ in worked if value is not None]
    limits = _limits([(value is not None, aim) for value, _, aim in worked]) if known else ()
    levels = known + [limit for line in limits for limit in line if limit is not None]
    low, high = (min(levels), max(levels)) if levels else (Fraction(0), Fraction(1))

    def level(value: Fraction | None) -> float | None:
        if value is None:
            return None
        return 0.5 if high == low else float((value - low) / (high - low))

    return SparkFace(
        points=tuple(level(value) for value, _, _ in worked),
        missed=tuple(
            n
            for n, (_, mark, _) in enumerate(worked)
            if mark.phase is Phase.CLOSED and mark.judgement is Judgement.MISS
        ),
        aims=tuple(tuple(level(limit) for limit in line) for line in limits),
        open=bool(worked) and worked[-1][1].phase is Phase.OPEN,
        stale=sheet.is_stale,
    )


def _limits(days: Sequence[tuple[bool, Aim | None]]) -> tuple[tuple[Fraction | None, ...], ...]:
    """Return the limits day by day; over a day of which nothing is known the one before goes on."""
    told: list[Aim | None] = []
    for known, aim in days:
        told.append(told[-1] if not known and aim is None and told else aim)
    if any(aim is not None and aim.better is Better.RANGE for aim in told):
        lines = [tuple(None if aim is None else aim.low for aim in told)]
        lines.append(tuple(None if aim is None else aim.high for aim in told))
    else:
        lines = [tuple(None if aim is None else aim.value for aim in told)]
    return tuple(dict.fromkeys(line for line in lines if any(limit is not None for limit in line)))


def card_face(action: ActionCard | None, today: date) -> CardFace:
    """Return the card of an action, or an empty one."""
    if action is None:
        return CardFace()
    when, late = "", action.late_days
    if late:
        when = plural("{n} day late", "{n} days late", late).format(n=late)
    elif action.due is not None:
        when = translate("board", "due today") if action.due == today else words.short_day_text(action.due)
    return CardFace(
        title=action.title,
        owner=action.owner or translate("board", "no owner"),
        when=when,
        late=bool(late),
        today=not late and action.due == today,
    )


def day_words(letter: LetterView, cell: DayCell) -> str:
    """Return a day in words, as its accessible name."""
    said = [words.short_day_text(cell.day), mark_words(cell.mark)]
    if cell.value is not None and letter.safety is None:
        said.append(f"{words.figure(cell.value, letter.decimals)} {letter.unit}")
    if cell.met is not None and cell.due is not None:
        said.append(translate("board", "{n} of {m} lines").format(n=cell.met, m=cell.due))
    if cell.near_miss:
        said.append(translate("board", "near miss reported"))
    if cell.verified:
        said.append(translate("board", "action verified"))
    elif cell.flag:
        said.append(translate("board", "open action"))
    return f"{letter.name}: {', '.join(said)}"


def letter_words(letter: LetterView) -> str:
    """Return a letter in words: its state today, its month, its headline."""
    met = translate("board", "no day judged yet")
    if letter.days_due:
        met = translate("board", "{n} of {m} days met").format(n=letter.days_met, m=letter.days_due)
    said = [mark_words(letter.mark), met, entered_words(letter), *label_face(letter).against]
    return f"{letter.name}: {', '.join(part for part in said if part)}"


def mark_words(mark: Mark) -> str:
    """Return a mark in words that name the state, not the hue."""
    judged = {
        Judgement.GOOD: translate("board", "met"),
        Judgement.WATCH: translate("board", "watch"),
        Judgement.MISS: translate("board", "missed"),
    }
    phases = {
        Phase.FUTURE: translate("board", "to come"),
        Phase.OFF: translate("board", "not worked"),
        Phase.UNRECORDED: translate("board", "not recorded"),
        Phase.NO_TARGET: translate("board", "no target"),
        Phase.OPEN: translate("board", "open"),
        Phase.CLOSED: translate("board", "closed"),
    }
    if mark.judgement is None:
        return phases[mark.phase]
    said = judged[mark.judgement]
    return translate("board", "{state} so far").format(state=said) if mark.phase is Phase.OPEN else said


def _is_today(cell: DayCell | None, today: date) -> bool:
    return cell is not None and cell.day == today
