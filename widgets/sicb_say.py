"""What each cell of an interval's row says: from the view to faces, without a pixel."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Final

from board.views.freshness import Stage
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Interval, ReviewState, Sicb
from themes.token import Token
from widgets import words
from widgets.sicb_face import (
    ActualFace,
    Face,
    FigureFace,
    GapFace,
    LabelFace,
    ReasonFace,
    ReasonLine,
    ReviewFace,
    RowFace,
)
from widgets.words import translate

AHEAD_ROOM_U: Final = 120.0
NOW_BAR_U: Final = 120.0
SMALLEST_FULL_GAP: Final = Fraction(1, 20)
"""Of an interval's plan: a smaller gap is not drawn over the whole room."""
NO_VALUE: Final = words.EN_DASH


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """How old the data are: what could have changed since `seen_at` is shown as stale."""

    stage: Stage
    words: str = ""
    seen_at: datetime | None = None
    stamp: str = ""

    @property
    def is_stale(self) -> bool:
        """Tell whether the data are past their limit."""
        return self.stage in {Stage.STALE, Stage.MISSING}

    def covers(self, interval: Interval) -> bool:
        """Tell whether an interval could have changed since the data were seen."""
        if not self.is_stale or interval.mark.phase in {Phase.FUTURE, Phase.OFF}:
            return False
        late = self.seen_at is None or interval.span.end > self.seen_at
        return late or interval.provisional or interval.mark.phase is Phase.OPEN


def age_of(view: Sicb, stage: Stage, age_s: int | None) -> Age:
    """Return the age of a view's data, in words and as a time of the site."""
    seen = view.freshness.seen_at
    return Age(
        stage=stage,
        words="" if age_s is None else words.age_text(age_s),
        seen_at=seen,
        stamp="" if seen is None else words.seen_text(seen, view.now),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The size of figures in each column, in u: smaller only where the longest figure would not fit."""

    plan: float = 46
    actual: float = 64
    delta: float = 54
    cumulative: float = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the rows of one board share: the age of its data, the sizes of its figures, the scale of its gaps."""

    view: Sicb
    age: Age
    sizes: Sizes
    scale: float


def scale_of(view: Sicb, room_u: float) -> float:
    """Return u per unit, one scale for every gap of the shift, so that the longest is `room_u` long."""
    gaps = [max(interval.gap, interval.explained) for interval in view.intervals]
    ahead = [interval.delta for interval in view.intervals if _is_ahead(interval) and interval.delta is not None]
    least = max((interval.plan or 0 for interval in view.intervals), default=0) * SMALLEST_FULL_GAP
    longest = max([*gaps, int(least), 1])
    return min(room_u / longest, AHEAD_ROOM_U / max([*ahead, 1]) if ahead else room_u)


def interval_faces(row: Interval, sheet: Sheet) -> dict[str, Face]:
    """Return what every cell of an interval's row shows, by column."""
    return {
        "row": RowFace(current=row.mark.phase is Phase.OPEN),
        "interval": _label(row),
        "plan": _plan(row, sheet),
        "actual": _actual(row, sheet),
        "delta": _delta(row, sheet),
        "cumulative": _cumulative(row, sheet),
        "gap": _gap(row, sheet),
        "reasons": _reasons(row, sheet.view),
        "review": _review(row),
    }


def dim(phase: Phase) -> Token:
    """Return the colour of labels and plans by phase."""
    tokens: dict[Phase, Token] = {Phase.FUTURE: "futOn", Phase.OFF: "offOn"}
    return tokens.get(phase, "text2")


def figure(count: int | None) -> str:
    """Return a whole number, or the dash of no value."""
    return NO_VALUE if count is None else words.number(count)


def _is_ahead(interval: Interval) -> bool:
    return interval.delta is not None and interval.delta > 0 and interval.mark.phase is Phase.CLOSED


def _label(row: Interval) -> LabelFace:
    phase = row.mark.phase
    plain = phase in {Phase.FUTURE, Phase.OFF}
    whole_hours = not (row.starts.minute or row.ends.minute)
    until = "" if whole_hours or phase is Phase.OPEN else f"{words.EN_DASH}{words.clock(row.ends)}"
    return LabelFace(
        label=words.span_label(row.starts, row.ends) if whole_hours else words.clock(row.starts),
        below=until,
        colour=dim(phase) if plain else "text",
        weight=500 if plain else 600,
        now_u=round(float(row.elapsed) * NOW_BAR_U) if phase is Phase.OPEN else None,
    )


def _plan(row: Interval, sheet: Sheet) -> FigureFace:
    plan, below = row.plan, ""
    if row.mark.phase is Phase.OPEN and row.plan_so_far is not None:
        plan, below = row.plan_so_far, translate("board", "of {plan}").format(plan=figure(row.plan))
    return FigureFace(
        figure=figure(plan),
        size_u=sheet.sizes.plan,
        colour=dim(row.mark.phase),
        below=below,
        struck=row.mark.phase is Phase.OFF,
    )


def shown_mark(row: Interval) -> Mark:
    """Return the mark as painted: a closed interval that is not final yet must not look like history."""
    closed = row.mark.phase is Phase.CLOSED
    return Mark(Phase.OPEN, row.mark.judgement) if closed and row.provisional else row.mark


def _actual(row: Interval, sheet: Sheet) -> ActualFace:
    phase = row.mark.phase
    if phase is Phase.FUTURE:
        return ActualFace(future=True)
    if phase is Phase.OFF:
        return ActualFace(off=True)
    if phase is Phase.UNRECORDED and row.actual is None:
        return ActualFace(figure="?", size_u=sheet.sizes.actual, colour="text2", mark=row.mark)
    stale = sheet.age.covers(row)
    return ActualFace(
        figure=figure(row.actual),
        size_u=sheet.sizes.actual,
        weight=500 if stale or row.actual is None else 700,
        colour="text3" if stale or row.actual is None else "text",
        mark=shown_mark(row),
        note=_note(row),
        stale=stale,
    )


def _note(row: Interval) -> str:
    """Return what must be known about a count: that it is not final, that it was shared out, what was rejected."""
    if row.provisional:
        return translate("board", "not final yet")
    if row.apportioned:
        return translate("board", "≈ shared out")
    if row.rejected:
        return translate("board", "{n} rejected").format(n=words.number(row.rejected))
    return ""


def delta_colour(delta: int | None, judgement: Judgement | None) -> Token:
    """Return the colour of a difference: only a miss is coloured."""
    return "missLine" if delta is not None and delta < 0 and judgement is Judgement.MISS else "text"


def _delta(row: Interval, sheet: Sheet) -> FigureFace:
    stale = sheet.age.covers(row)
    return FigureFace(
        figure="" if row.delta is None else words.signed(row.delta),
        size_u=sheet.sizes.delta,
        weight=500 if stale else 700,
        colour="text3" if stale else delta_colour(row.delta, row.mark.judgement),
    )


def _cumulative(row: Interval, sheet: Sheet) -> FigureFace:
    shown = row.cumulative_delta is not None and row.mark.phase is not Phase.FUTURE
    stale = sheet.age.covers(row)
    return FigureFace(
        figure=words.signed(row.cumulative_delta or 0) if shown else "",
        size_u=sheet.sizes.cumulative,
        weight=500 if stale else 600,
        colour="text3" if stale else "text2",
    )


def _gap(row: Interval, sheet: Sheet) -> GapFace:
    phase = row.mark.phase
    if phase in {Phase.CLOSED, Phase.OPEN} and (row.parts or row.gap) and not (phase is Phase.OPEN and not row.parts):
        return _bar(row, sheet.scale, running=phase is Phase.OPEN)
    if _is_ahead(row):
        said = translate("board", "correct the plan") if row.over_planned else translate("board", "ahead of plan")
        return GapFace(ahead=row.delta or 0, over=row.over_planned, scale=sheet.scale, words=said)
    if sheet.age.covers(row) and phase is Phase.OPEN:
        said = translate("board", "data {age} old").format(age=sheet.age.words)
        return GapFace(words=said if sheet.age.words else translate("board", "no data yet"), weight=600, colour="text")
    return GapFace(words=_gap_words(row, sheet.view), size_u=_words_size(phase), colour=_words_colour(phase))


def _words_size(phase: Phase) -> float:
    return 26 if phase in {Phase.OPEN, Phase.FUTURE} else 24


def _words_colour(phase: Phase) -> Token:
    tokens: dict[Phase, Token] = {Phase.FUTURE: "futOn", Phase.OFF: "text3", Phase.NO_TARGET: "text3"}
    return tokens.get(phase, "text2")


def _gap_words(row: Interval, view: Sicb) -> str:
    """Return the words where there is no gap to draw."""
    if row.mark.phase is Phase.OPEN:
        return _pace_words(row.delta)
    if row.mark.phase is Phase.FUTURE:
        return translate("board", "open at {time}").format(time=words.clock(row.starts))
    by_hand = view.counted_by_hand
    said = {
        Phase.OFF: translate("board", "not worked"),
        Phase.UNRECORDED: translate("board", "not entered") if by_hand else translate("board", "nothing received"),
        Phase.NO_TARGET: translate("board", "no plan"),
    }
    return said.get(row.mark.phase, translate("board", "as planned"))


def _pace_words(delta: int | None) -> str:
    """Return how the running interval stands."""
    if delta is None:
        return translate("board", "running")
    if delta >= 0:
        return translate("board", "on pace")
    return translate("board", "{n} behind pace").format(n=words.number(-delta))


def _bar(row: Interval, scale: float, *, running: bool) -> GapFace:
    count = words.number
    if row.surplus:
        said = translate("board", "{n} explained · {more} too many")
        said = said.format(n=count(row.explained), more=count(row.surplus))
    elif row.explained and row.unexplained:
        said = translate("board", "{n} explained · {rest} not")
        said = said.format(n=count(row.explained), rest=count(row.unexplained))
    elif row.explained:
        said = translate("board", "all {n} explained").format(n=count(row.explained))
    else:
        said = translate("board", "{n} not explained").format(n=count(row.unexplained))
    loud = bool(row.unexplained) and not running
    return GapFace(
        parts=tuple(part.quantity for part in row.parts),
        rest=row.unexplained,
        surplus=row.surplus,
        scale=scale,
        open=running,
        words=said,
        size_u=21,
        weight=600 if loud else 500,
        colour="text" if loud else "text2",
    )


def _reasons(row: Interval, view: Sicb) -> ReasonFace:
    phase = row.mark.phase
    if phase is Phase.UNRECORDED and view.counted_by_hand:
        return ReasonFace(tap=translate("board", "tap: enter the count"), short_tap=translate("board", "tap: count"))
    lines = _reason_lines(row, 1 if row.unexplained and phase is Phase.CLOSED else 2)
    if phase is Phase.CLOSED and row.unexplained:
        asked, short = translate("board", "tap: give the reason"), translate("board", "tap: reason")
        return ReasonFace(lines=lines, tap=asked, short_tap=short)
    if lines:
        return ReasonFace(lines=lines)
    if phase is Phase.CLOSED and not row.gap:
        return ReasonFace(words=translate("board", "none needed"))
    return ReasonFace()


def _reason_lines(row: Interval, room: int) -> tuple[ReasonLine, ...]:
    """Return the greatest reasons first; where there is no room for all, the last line counts the rest."""
    parts = sorted(row.parts, key=lambda part: -part.quantity)
    kept = parts if len(parts) <= room else parts[: max(1, room - 1)]
    lines = [
        ReasonLine(
            icon=part.icon,
            name=part.name,
            right=words.number(part.quantity) if part.minutes is None else words.minutes_text(part.minutes),
        )
        for part in kept
    ]
    rest = len(parts) - len(kept)
    if rest and room > 1:
        lines.append(ReasonLine(icon="other", name=translate("board", "{n} more").format(n=rest)))
    elif rest:
        more = translate("board", "and {n} more").format(n=rest)
        lines[-1] = ReasonLine(icon=lines[-1].icon, name=lines[-1].name, right=more)
    return tuple(lines)


def _review(row: Interval) -> ReviewFace:
    review, time = row.review, words.clock(row.review.at)
    if review.state is ReviewState.DONE:
        by = words.person(review.by) or translate("board", "reviewed")
        return ReviewFace(state=review.state, first=by, second=time)
    if review.state is ReviewState.DUE and row.mark.phase is not Phase.OFF:
        since = translate("board", "since {time}").format(time=time)
        return ReviewFace(state=review.state, first=translate("board", "review due"), second=since)
    running = row.mark.phase is Phase.OPEN
    said = translate("board", "at {time}").format(time=time) if running else ""
    return ReviewFace(state=ReviewState.NOT_YET, first=said)
