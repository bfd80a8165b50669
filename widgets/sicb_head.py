"""What the top and the last row of the short interval control board say: recovery, the path there, the whole shift."""

from fractions import Fraction

from board.views.freshness import Stage
from board.views.mark import Judgement, Phase
from board.views.sicb import OeeFigure, Recovery, Sicb
from widgets import words
from widgets.sicb_face import (
    ActualFace,
    DeadlineFace,
    EmptyFace,
    Face,
    FigureFace,
    LabelFace,
    NeedFace,
    PathFace,
    SentenceFace,
    TotalFace,
    TrayFace,
)
from widgets.sicb_say import Age, Sizes, delta_colour, figure
from widgets.words import plural, translate


def head_faces(view: Sicb, age: Age) -> dict[str, Face]:
    """Return the recovery sentence: the rate needed, what it means, the last moment, and the path."""
    recovery = view.recovery
    stamp = age.stamp if age.is_stale else ""
    if recovery is None:
        known = translate("board", "nothing counted yet") if view.total_plan else ""
        faces = _made_so_far(view, stamp, known or translate("board", "no plan for this shift"), ())
    elif recovery.needed_rate is None:
        faces = _over(view, recovery, stamp)
    elif recovery.ahead or recovery.recoverable:
        faces = _recoverable(view, recovery, stamp, age)
    else:
        faces = _lost(view, recovery, stamp, age)
    if recovery is not None and recovery.path:
        faces["path"] = _path(recovery, age)
    return faces


def empty_face(view: Sicb) -> EmptyFace:
    """Return why there is no board: no shift is planned."""
    said = translate("board", "{line} has no working time on {day}.")
    where = view.path.line or view.path.area or view.path.site
    return EmptyFace(
        title=translate("board", "No shift"),
        words=said.format(line=where, day=words.day_text(view.day)),
    )


def total_faces(view: Sicb, age: Age, sizes: Sizes) -> dict[str, Face]:
    """Return the row of the whole shift."""
    stale, running = age.is_stale, view.running
    plan = view.total_plan_so_far if running and view.total_plan_so_far is not None else view.total_plan
    known = running and view.total_plan is not None
    below = translate("board", "of {plan}").format(plan=figure(view.total_plan)) if known else ""
    return {
        "total-interval": LabelFace(
            label=translate("board", "Shift"),
            size_u=46,
            below=_miss_words(view),
            below_short=_miss_words(view, short=True),
            below_colour="missLine",
            below_weight=600,
        ),
        "total-plan": FigureFace(figure=figure(plan), size_u=sizes.plan, below=below),
        "total-actual": ActualFace(
            figure=figure(view.total_actual),
            size_u=sizes.actual,
            weight=500 if stale else 700,
            colour="text3" if stale or view.total_actual is None else "text",
            mark=view.total_mark,
            note=_total_note(view),
            stale=stale,
        ),
        "total-delta": FigureFace(
            figure="" if view.total_delta is None else words.signed(view.total_delta),
            size_u=sizes.delta,
            weight=500 if stale else 700,
            colour="text3" if stale else delta_colour(view.total_delta, view.total_mark.judgement),
        ),
        "tray": TrayFace(count=len(view.tray)),
        "total-bar": _bar(view),
    }


def _recoverable(view: Sicb, recovery: Recovery, stamp: str, age: Age) -> dict[str, Face]:
    """Return the sentence while the plan can still be met."""
    needed = recovery.needed_rate or Fraction(0)
    done = recovery.ahead and needed == 0
    first = translate("board", "the plan of the shift is made") if done else _rest_words()
    faces: dict[str, Face] = {
        "need": _need(translate("board", "Need"), needed, stamp),
        "sentence": SentenceFace(first=first, parts=_rates(view, recovery, age)),
    }
    if recovery.ahead:
        ahead = view.total_delta or 0
        faces["deadline"] = DeadlineFace(
            label=translate("board", "ahead of plan by"), figure=words.number(ahead), rest=view.unit, stale=age.is_stale
        )
    elif recovery.last_moment is not None:
        left = recovery.minutes_left
        said = translate("board", "{time} left").format(time=words.minutes_text(left)) if left is not None else ""
        faces["deadline"] = DeadlineFace(
            label=translate("board", "last recoverable at"),
            figure=words.clock(recovery.last_moment),
            rest=said,
            stale=age.is_stale,
        )
    return faces


def _lost(view: Sicb, recovery: Recovery, stamp: str, age: Age) -> dict[str, Face]:
    """Return the sentence once even the best proven rate comes too late: the best that can be reached."""
    unit = translate("board", "of {plan}").format(plan=figure(view.total_plan))
    needed = translate("board", "needs {rate}").format(rate=words.rate_up(recovery.needed_rate or Fraction(0)))
    faces: dict[str, Face] = {
        "need": NeedFace(
            label=translate("board", "At best"), figure=figure(recovery.best_forecast), unit=unit, stamp=stamp
        ),
        "sentence": SentenceFace(
            first=translate("board", "the plan cannot be met"), parts=(needed, *_rates(view, recovery, age)[-1:])
        ),
    }
    gap = recovery.gap_at_end
    if gap is not None:
        faces["deadline"] = DeadlineFace(
            label=translate("board", "best gap at the end"),
            figure=words.signed(gap),
            rest=view.unit,
            colour="missLine" if gap < 0 else "text",
            stale=age.is_stale,
        )
    return faces


def _over(view: Sicb, recovery: Recovery, stamp: str) -> dict[str, Face]:
    """Return the sentence when no time is left."""
    if view.running or view.ends is None:
        said = translate("board", "no working time is left")
    else:
        said = translate("board", "the shift ended at {time}").format(time=words.clock(view.ends))
    faces = _made_so_far(view, stamp, said, ())
    gap = view.total_delta if view.total_delta is not None else recovery.gap_at_end
    if gap is not None:
        missed = view.total_mark.judgement is Judgement.MISS
        faces["deadline"] = DeadlineFace(
            label=translate("board", "at the end"),
            figure=words.signed(gap),
            rest=view.unit,
            colour="missLine" if missed and gap < 0 else "text",
        )
    return faces


def _made_so_far(view: Sicb, stamp: str, first: str, parts: tuple[str, ...]) -> dict[str, Face]:
    unit = "" if view.total_plan is None else translate("board", "of {plan}").format(plan=figure(view.total_plan))
    made = figure(view.total_actual)
    return {
        "need": NeedFace(label=translate("board", "Made"), figure=made, unit=unit or view.unit, stamp=stamp),
        "sentence": SentenceFace(first=first, parts=parts),
    }


def _need(label: str, rate: Fraction, stamp: str) -> NeedFace:
    return NeedFace(label=label, figure=words.number(words.up(rate)), unit=translate("board", "/h"), stamp=stamp)


def _rest_words() -> str:
    return translate("board", "for the rest of the shift")


def _rates(view: Sicb, recovery: Recovery, age: Age) -> tuple[str, ...]:
    """Return the present rate and the best proven one, in words."""
    present = translate("board", "now {rate}")
    parts = []
    if recovery.present_rate is not None:
        parts.append(present.format(rate=words.rate(recovery.present_rate)))
    elif view.freshness.seen_at is None or age.stage is Stage.MISSING:
        parts.append(translate("board", "nothing counted yet"))
    if recovery.best_rate is not None:
        parts.append(translate("board", "best proven {rate}").format(rate=words.rate(recovery.best_rate)))
    return tuple(parts)


def _path(recovery: Recovery, age: Age) -> PathFace:
    points = tuple((round(point.at * 1000), round(point.delta)) for point in recovery.path)
    shown = recovery.recoverable and not recovery.ahead and recovery.recover_from is not None
    return PathFace(
        points=points,
        recover_from=round(recovery.recover_from * 1000) if shown and recovery.recover_from is not None else None,
        label=words.clock(recovery.last_moment) if shown and recovery.last_moment is not None else "",
        best_end=recovery.gap_at_end if not recovery.recoverable and recovery.needed_rate is not None else None,
        stale=age.is_stale,
    )


def _miss_words(view: Sicb, *, short: bool = False) -> str:
    if view.misses_in_a_row < 2:
        return ""
    count = view.misses_in_a_row
    if short:
        return translate("board", "{n} in a row").format(n=count)
    return plural("{n} miss in a row", "{n} misses in a row", count).format(n=count)


def _total_note(view: Sicb) -> str:
    if not view.complete:
        return translate("board", "a count is missing")
    if view.total_rejected:
        return translate("board", "{n} rejected").format(n=words.number(view.total_rejected))
    return ""


def _bar(view: Sicb) -> TotalFace:
    """Return the bar of what is made of the shift's plan, with where the plan stands now."""
    if not view.total_plan or view.total_actual is None:
        said = translate("board", "no plan") if not view.total_plan else translate("board", "nothing counted yet")
        return TotalFace(words=said, note=_oee_words(view.oee))
    made = Fraction(view.total_actual, view.total_plan)
    said = translate("board", "{n} % of the shift made").format(n=words.whole(made * 100))
    now = _planned_by_now(view) if view.running else None
    to_go = view.to_go or 0
    return TotalFace(
        words=said,
        made=round(made * 1000),
        plan_now=None if now is None else round(Fraction(now, view.total_plan) * 1000),
        plan_now_words=translate("board", "plan now"),
        to_go=translate("board", "{n} to go").format(n=words.number(to_go)) if to_go > 0 and view.running else "",
        note=_oee_words(view.oee),
    )


def _planned_by_now(view: Sicb) -> int:
    """Return the plan of all that has begun, whether anything is known of it or not."""
    begun = [row for row in view.intervals if row.mark.phase is not Phase.FUTURE]
    return sum((row.plan if row.plan_so_far is None else row.plan_so_far) or 0 for row in begun)


def _oee_words(figures: tuple[OeeFigure, ...]) -> str:
    """Return every OEE with the plan it stands on."""
    said = {
        "shift": translate("board", "{n} % of the shift"),
        "order": translate("board", "{n} % to the order's end"),
        "so far": translate("board", "{n} % so far"),
    }
    parts = [said.get(one.plan, "{n} %").format(n=words.whole(one.oee * 100)) for one in figures if one.oee is not None]
    return translate("board", "OEE {figures}").format(figures=" · ".join(parts)) if parts else ""
