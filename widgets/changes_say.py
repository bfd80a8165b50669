"""The changes of a plan in words: targets, days, runs, people, and what was changed on the wall."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Final

from board.journal.intention import (
    ChangeDayOff,
    ChangePerson,
    ChangeReason,
    ChangeShift,
    Intention,
    PlanRun,
    SetTarget,
)
from board.plant.plant import Better, Role, RunKind
from board.views.changes import Change, ChangeKind, Changes, RunToday, ShiftToday, TargetNow
from board.views.sqcdp import Aim
from widgets import words
from widgets.words import translate

DOT: Final = " · "
NOTHING: Final = words.EN_DASH
REASON_ICONS: Final = ("labeller", "filler", "caps", "palletiser", "changeover", "quality", "crew", "other")
_DAY: Final = timedelta(days=1)
_WEEK: Final = 7


def figure(value: Fraction, decimals: int) -> str:
    """Return a value with at least so many decimals, and with those it has beyond them, up to four."""
    exact = next((places for places in range(decimals, 4) if (value * 10**places).denominator == 1), 4)
    return words.figure(value, exact)


def aim_words(aim: Aim | None, unit: str, decimals: int) -> str:
    """Return a target as it is read: ≤ 2.0 %, 15–18; a dash where there is none."""
    if aim is None:
        return NOTHING
    if aim.better is Better.RANGE:
        ends = [figure(end, decimals) for end in (aim.low, aim.high) if end is not None]
        said = words.EN_DASH.join(dict.fromkeys(ends))
    elif aim.value is None:
        said = ""
    else:
        said = f"{'≥' if aim.better is Better.HIGHER else '≤'} {figure(aim.value, decimals)}"
    return f"{said} {unit}".strip() if said else NOTHING


def near_day(day: date, today: date) -> str:
    """Return a day as people say it: yesterday, today, tomorrow, or its weekday and date (with another year's)."""
    if day == today:
        return translate("board", "today")
    if day == today + _DAY:
        return translate("board", "tomorrow")
    if day == today - _DAY:
        return translate("board", "yesterday")
    return words.short_day_text(day) if day.year == today.year else words.day_text(day)


def from_day(day: date, today: date) -> str:
    """Return from when something holds."""
    return translate("board", "from {day}").format(day=near_day(day, today))


def days_words(first: date, last: date, today: date) -> str:
    """Return a stretch of days, both inclusive; a year that is that of both is told once."""
    if first == last:
        return near_day(first, today)
    near = near_day(first, today)
    begin = words.short_day_text(first) if first.year == last.year != today.year and abs(first - today) > _DAY else near
    return f"{begin} {words.EN_DASH} {near_day(last, today)}"


def span_words(starts: datetime, ends: datetime | None) -> str:
    """Return a stretch of a day by the clock: 06:00–14:00."""
    end = words.clock(ends) if ends is not None else "…"
    return f"{words.clock(starts)}{words.EN_DASH}{end}"


def minutes_words(minutes: int) -> str:
    """Return a stretch of time, in hours where it is whole ones: 2 h, 1 h 30, 45 min."""
    if minutes >= 60 and not minutes % 60:
        return translate("board", "{n} h").format(n=minutes // 60)
    return words.minutes_text(minutes)


def shift_words(shift: ShiftToday) -> str:
    """Return how a shift differs from its usual times; nothing where it does not."""
    if shift.cancelled:
        return translate("board", "cancelled")
    said = []
    early, late = _minutes(shift.usual_starts, shift.starts), _minutes(shift.usual_ends, shift.ends)
    if early:
        said.append(
            translate("board", "starts {n} later").format(n=minutes_words(early))
            if early > 0
            else translate("board", "starts {n} earlier").format(n=minutes_words(-early))
        )
    if late:
        said.append(
            translate("board", "{n} overtime").format(n=minutes_words(late))
            if late > 0
            else translate("board", "ends {n} earlier").format(n=minutes_words(-late))
        )
    return DOT.join(said)


def run_name(kind: RunKind, product: str | None) -> str:
    """Return what a run makes, or that it is a changeover."""
    if kind is RunKind.CHANGEOVER:
        changeover = translate("board", "Changeover")
        return translate("board", "Changeover to {product}").format(product=product) if product else changeover
    return product or translate("board", "No product named")


def run_words(run: RunToday) -> str:
    """Return the order, rate, quantity and crew of a run, as far as they are known."""
    if run.kind is RunKind.CHANGEOVER:
        length = _minutes(run.starts, run.ends) if run.ends is not None else 0
        return minutes_words(length) if length else ""
    said = []
    if run.order:
        said.append(translate("board", "order {order}").format(order=run.order))
    said.append(words.rate(run.rate) if run.rate is not None else translate("board", "standard rate"))
    if run.quantity is not None:
        said.append(translate("board", "{n} to make").format(n=words.number(run.quantity)))
    if run.crew is not None:
        said.append(translate("board", "crew {n}").format(n=run.crew))
    return DOT.join(said)


def role_words(role: Role) -> str:
    """Return what somebody may do at the board."""
    return {
        Role.OPERATOR: translate("board", "Operator"),
        Role.LEADER: translate("board", "Team leader"),
        Role.SUPERVISOR: translate("board", "Supervisor"),
        Role.ADMIN: translate("board", "Administrator"),
    }[role]


def aim_now(target: TargetNow) -> str:
    """Return the target in force today, or where else it comes from."""
    if target.aim is None and target.with_data:
        return translate("board", "with the data")
    if target.aim is None and target.by_line:
        return translate("board", "by line")
    return aim_words(target.aim, target.unit, target.decimals)


def target_words(target: TargetNow, today: date) -> str:
    """Return since when a target holds, and the next one."""
    said = []
    if target.since is not None and target.aim is not None:
        said.append(translate("board", "since {day}").format(day=_full_day(target.since, today)))
    if target.coming is not None and target.coming_from is not None:
        coming = aim_words(target.coming, "", target.decimals)
        said.append(f"{coming} {from_day(target.coming_from, today)}")
    return DOT.join(said)


def subject_words(change: Change) -> str:
    """Return what a change is about."""
    if change.kind is ChangeKind.RUN:
        return run_name(RunKind.CHANGEOVER if change.changeover else RunKind.PRODUCTION, change.subject or None)
    return words.person(change.subject) if change.kind is ChangeKind.PERSON else change.subject


def change_words(change: Change, today: date) -> str:
    """Return what was changed: a target and from when, times of a shift, that somebody was taken off."""
    when = from_day(change.since, today)
    match change.kind:
        case ChangeKind.TARGET:
            return f"{aim_words(change.aim, change.unit, change.decimals)} {when}"
        case ChangeKind.SHIFT:
            day = near_day(change.since, today)
            if change.removed:
                return translate("board", "cancelled {day}").format(day=day)
            return f"{_between(change) or translate('board', 'as usual')} {day}"
        case ChangeKind.RUN:
            return f"{_between(change)} {near_day(change.since, today)}".strip()
        case ChangeKind.DAY_OFF:
            days = days_words(change.since, change.last or change.since, today)
            off = translate("board", "worked after all") if change.removed else translate("board", "not worked")
            return f"{off}: {days}"
        case _:
            kept = translate("board", "on the list")
            return f"{translate('board', 'taken off') if change.removed else kept} {when}"


def kind_words(kind: ChangeKind) -> str:
    """Return what kind of thing was changed."""
    return {
        ChangeKind.RUN: translate("board", "Run"),
        ChangeKind.SHIFT: translate("board", "Shift"),
        ChangeKind.TARGET: translate("board", "Target"),
        ChangeKind.REASON: translate("board", "Reason"),
        ChangeKind.PERSON: translate("board", "Person"),
        ChangeKind.DAY_OFF: translate("board", "Day"),
    }[kind]


def change_stamp(change: Change, view: Changes) -> str:
    """Return what kind of change it is, who made it and when; and where, if that is not the node of the page."""
    day = near_day(change.at.date(), view.now.date())
    said = [kind_words(change.kind), words.person(change.who), f"{day} {words.clock(change.at)}"]
    if change.node != view.node:
        said.insert(1, change.node_name)
    return DOT.join(part for part in said if part)


def change_label(change: Change, view: Changes) -> str:
    """Return a change in one line, as it is read out."""
    undone = translate("board", "taken back") if change.undone else ""
    said = (subject_words(change), change_words(change, view.today), change_stamp(change, view), undone)
    return ", ".join(part for part in said if part)


def saved_words(intention: Intention, view: Changes) -> str:
    """Return what an intention of this page was about, for the bar that says that it was saved."""
    match intention:
        case PlanRun():
            zone = view.now.tzinfo
            span = span_words(intention.span.start.astimezone(zone), intention.span.end.astimezone(zone))
            return f"{run_name(intention.kind, intention.product)} {span}"
        case ChangeShift():
            return _shift_saved(intention, view)
        case SetTarget():
            return _target_saved(intention, view)
        case ChangeReason() | ChangePerson():
            said = translate("board", "{name} taken off") if intention.removed else "{name}"
            return said.format(name=intention.name)
        case ChangeDayOff():
            days = days_words(intention.first, intention.last, view.today)
            off = translate("board", "worked after all") if intention.worked else translate("board", "not worked")
            return f"{intention.name}, {days}: {off}"
        case _:
            subject = getattr(intention, "subject", "")
            made = next((change for change in view.made if change.entry == subject), None)
            return subject_words(made) if made is not None else translate("board", "the change")


def listed(names: tuple[str, ...]) -> str:
    """Return names in one line: a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return translate("board", "{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def next_monday(today: date) -> date:
    """Return the first Monday after a day."""
    return today + timedelta(days=_WEEK - today.weekday())


def next_month(today: date) -> date:
    """Return the first day of the month after a day's."""
    return (today.replace(day=28) + timedelta(days=4)).replace(day=1)


def _between(change: Change) -> str:
    if change.starts is None and change.ends is None:
        return ""
    starts, ends = (words.clock(end) if end is not None else "…" for end in (change.starts, change.ends))
    return f"{starts}{words.EN_DASH}{ends}"


def _full_day(day: date, today: date) -> str:
    return words.short_day_text(day) if day.year == today.year else words.day_text(day)


def _minutes(first: datetime, last: datetime) -> int:
    return round((last.astimezone(UTC) - first.astimezone(UTC)).total_seconds() / 60)


def _shift_saved(intention: ChangeShift, view: Changes) -> str:
    if intention.cancelled:
        return translate("board", "{shift} cancelled").format(shift=intention.shift)
    usual = next((one for one in view.shifts if (one.line, one.name) == (intention.node, intention.shift)), None)
    if intention.starts is None and intention.ends is None:
        return translate("board", "{shift} as usual").format(shift=intention.shift)
    starts = intention.starts or (usual.usual_starts.time() if usual is not None else None)
    ends = intention.ends or (usual.usual_ends.time() if usual is not None else None)
    said = [words.clock(end) if end is not None else "…" for end in (starts, ends)]
    return f"{intention.shift} {words.EN_DASH.join(said)}"


def _target_saved(intention: SetTarget, view: Changes) -> str:
    kpi = next((one for one in view.targets if one.kpi == intention.kpi), None)
    if kpi is None:
        return intention.kpi
    aim = Aim(better=kpi.better, value=intention.value, low=intention.low, high=intention.high)
    when = from_day(intention.valid_from, view.today)
    return f"{kpi.name} {aim_words(aim, kpi.unit, kpi.decimals)} {when}"
