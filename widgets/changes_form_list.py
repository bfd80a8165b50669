"""The forms of targets, reasons, people and days not worked."""

import re
import secrets
import unicodedata
from datetime import date, timedelta
from typing import Final

from board.journal.intention import ChangeDayOff, ChangePerson, ChangeReason, SetTarget
from board.plant.plant import Better, Role
from board.views.changes import Changes, DayOffNow, PersonNow, ReasonNow, TargetNow
from widgets.changes_form import (
    Deed,
    Editor,
    Entry,
    Form,
    Make,
    Option,
    Shortcut,
    Value,
    Values,
    as_typed,
    fraction,
    name_refusal,
    named,
    save_deed,
    take_back_deed,
)
from widgets.changes_say import (
    DOT,
    REASON_ICONS,
    aim_now,
    days_words,
    listed,
    near_day,
    next_monday,
    next_month,
    role_words,
    target_words,
)
from widgets.words import days_text, translate

DAY: Final = timedelta(days=1)
FINER: Final = 2
"""Decimals that a target may have beyond those of its KPI."""
LONGEST_OFF: Final = timedelta(days=400)
REMOVE: Final = "remove"
HERE: Final = "here"
SITE: Final = "site"
_SLUG: Final = re.compile(r"[^a-z0-9]+")


def target_form(view: Changes, target: TargetNow) -> Form:
    """Return the form of a KPI's next target: from which day, and which value or range."""
    first = view.today + DAY

    def make(values: Values) -> SetTarget | str:
        return _target(view, target, values)

    def notes(values: Values) -> tuple[str, ...]:
        return _target_notes(view, target, values)

    figures = {"low": translate("board", "Lowest"), "high": translate("board", "Highest")}
    figures = figures if target.better is Better.RANGE else {"value": _limit_words(target)}
    aim = target.aim
    return Form(
        key=f"target {view.node} {target.kpi}",
        lead="",
        question=target.name,
        begins="low" if target.better is Better.RANGE else "value",
        entries=(
            _day_entry("valid_from", translate("board", "From"), view.today, view.today + LONGEST_OFF),
            *(
                Entry(
                    name=name,
                    words=words,
                    editor=Editor.FIGURE,
                    decimals=target.decimals + FINER,
                    signed=True,
                    unit=target.unit,
                )
                for name, words in figures.items()
            ),
        ),
        values={
            "valid_from": first,
            **{name: as_typed(getattr(aim, name), target.decimals) if aim is not None else None for name in figures},
        },
        deeds=(*_taken_back(view, target.entry), save_deed(make)),
        notes=notes,
    )


def reason_form(view: Changes, reason: ReasonNow | None) -> Form:
    """Return the form of a reason: its name, group and icon."""

    def make(values: Values) -> ChangeReason | str:
        return _reason(view, reason, values)

    def remove(_: Values) -> ChangeReason | str:
        if reason is None:
            return ""
        return ChangeReason(
            id="",
            node=view.node,
            code=reason.code,
            name=reason.name,
            group=reason.group,
            icon=reason.icon,
            removed=True,
        )

    return Form(
        key=f"reason {view.node} {reason.code if reason is not None else ''}",
        lead="",
        question=reason.name if reason is not None else translate("board", "What may a miss be due to?"),
        entries=_reason_entries(view),
        values={
            "name": reason.name if reason is not None else None,
            "group": reason.group if reason is not None else None,
            "icon": reason.icon if reason is not None else REASON_ICONS[-1],
        },
        deeds=(*_listed_deeds(view, reason, remove), save_deed(make)),
        notes=lambda _: _reason_notes(view, known=reason is not None),
    )


def person_form(view: Changes, person: PersonNow | None) -> Form:
    """Return the form of a person: the name and what they may do at the board."""

    def make(values: Values) -> ChangePerson | str:
        return _person(view, person, values)

    def remove(_: Values) -> ChangePerson | str:
        if person is None:
            return ""
        return ChangePerson(id="", node=view.node, person=person.id, name=person.name, role=person.role, removed=True)

    return Form(
        key=f"person {view.node} {person.id if person is not None else ''}",
        lead="",
        question=person.name if person is not None else translate("board", "Who is new at this board?"),
        entries=(
            _name_entry(),
            Entry(
                name="role",
                words=translate("board", "Role"),
                editor=Editor.CHOICE,
                options=tuple(Option(key=role.value, words=role_words(role)) for role in Role),
            ),
        ),
        values={
            "name": person.name if person is not None else None,
            "role": (person.role if person is not None else Role.OPERATOR).value,
        },
        deeds=(*_listed_deeds(view, person, remove), save_deed(make)),
        notes=lambda _: (translate("board", "The journal keeps a number in the place of the name."),),
    )


def day_off_form(view: Changes, day: DayOffNow | None) -> Form:
    """Return the form of days not worked; of days that are off already, that they are worked after all."""
    whole = day.whole_site if day is not None else view.node == view.site

    def make(values: Values) -> ChangeDayOff | str:
        return _day_off(view, values, day)

    save = save_deed(make)
    if day is not None:
        save = Deed(name=save.name, words=translate("board", "Worked after all"), icon="play", make=make)
    first = max(day.first, view.today) if day is not None else view.today + DAY
    least, most = view.today, day.last if day is not None else view.today + LONGEST_OFF
    place = next((line.name for line in view.lines if line.id == view.node), view.path.area or view.path.site)
    options = (Option(key=HERE, words=place), Option(key=SITE, words=translate("board", "The whole site")))
    where = Entry(name="where", words=translate("board", "Where"), editor=Editor.CHOICE, options=options)
    days = (
        _day_entry("first", translate("board", "First day"), least, most),
        _day_entry("last", translate("board", "Last day"), least, most),
    )
    return Form(
        key=f"day {view.node} {day.first.isoformat() + ' ' + day.name if day is not None else ''}",
        lead="",
        question=day.name if day is not None else translate("board", "Which days are not worked?"),
        entries=(
            *days,
            *((_name_entry(),) if day is None else ()),
            *((where,) if view.site and view.node != view.site else ()),
        ),
        values={
            "first": first,
            "last": day.last if day is not None else first,
            "where": SITE if whole else HERE,
        },
        deeds=(*_taken_back(view, day.entry if day is not None else None), save),
        notes=lambda values: _day_off_notes(view, day, values),
        tidy=_in_order,
    )


def new_code(name: str) -> str:
    """Return an id for a reason that nobody had before, readable in tables."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = _SLUG.sub("-", plain).strip("-")[:24].strip("-")
    return f"{slug or 'reason'}-{secrets.token_hex(2)}"


def new_person() -> str:
    """Return an id for a person that says nothing of who it is."""
    return f"p-{secrets.token_hex(6)}"


def _target(view: Changes, target: TargetNow, values: Values) -> SetTarget | str:
    day = values.get("valid_from")
    if not isinstance(day, date):
        return translate("board", "Say from which day the target holds.")
    value, low, high = (fraction(values.get(name)) for name in ("value", "low", "high"))
    if target.better is Better.RANGE:
        if low is None or high is None:
            return translate("board", "A range has a lowest and a highest value.")
        if low > high:
            return translate("board", "The lowest value is above the highest: change one of the two.")
    elif value is None:
        return translate("board", "Type the target.")
    comes = target.coming_from is not None and target.coming_from <= day
    aim = target.coming if comes else target.aim
    if aim is not None and (aim.value, aim.low, aim.high) == (value, low, high):
        return translate("board", "This target holds on that day already: type another one.")
    return SetTarget(
        id="", node=view.node, kpi=target.kpi, valid_from=day, value=value, low=low, high=high, watch=target.watch
    )


def _target_notes(view: Changes, target: TargetNow, values: Values) -> tuple[str, ...]:
    now = aim_now(target)
    said = [
        DOT.join(
            part for part in (translate("board", "Now {aim}").format(aim=now), target_words(target, view.today)) if part
        )
    ]
    day = values.get("valid_from")
    if isinstance(day, date):
        before = translate("board", "Days before {day} keep the target they had.")
        said.append(before.format(day=near_day(day, view.today)))
    if target.by_line:
        said.append(translate("board", "Until then the targets of its lines make it."))
    if target.with_data:
        said.append(translate("board", "Until then the target of a day comes with its figures."))
    if target.of_days:
        said.append(translate("board", "It is the target of a day; the plans of months stay."))
    return tuple(said)


def _limit_words(target: TargetNow) -> str:
    at_least = target.better is Better.HIGHER
    return translate("board", "At least") if at_least else translate("board", "At most")


def _reason_entries(view: Changes) -> tuple[Entry, ...]:
    groups = dict.fromkeys(one.group for one in view.reasons if one.group)
    return (
        _name_entry(),
        Entry(
            name="group",
            words=translate("board", "Group"),
            editor=Editor.CHOICE,
            options=tuple(Option(key=group, words=group) for group in groups),
            free=True,
        ),
        Entry(
            name="icon",
            words=translate("board", "Icon"),
            editor=Editor.CHOICE,
            options=tuple(Option(key=icon, words=_icon_words(icon), icon=icon) for icon in REASON_ICONS),
        ),
    )


def _reason(view: Changes, reason: ReasonNow | None, values: Values) -> ChangeReason | str:
    name, group, icon = (named(values.get(part)) for part in ("name", "group", "icon"))
    refusal = name_refusal(name, translate("board", "Type the name of the reason."))
    refusal = refusal or name_refusal(group, translate("board", "Choose a group, or type a new one."))
    if refusal:
        return refusal
    if any(one.name.casefold() == name.casefold() for one in view.reasons if one is not reason):
        return translate("board", "There is a reason of this name already.")
    if reason is not None and (reason.name, reason.group, reason.icon) == (name, group, icon):
        return translate("board", "Nothing is different yet.")
    code = new_code(name) if reason is None else reason.code
    return ChangeReason(id="", node=view.node, code=code, name=name, group=group, icon=icon)


def _reason_notes(view: Changes, *, known: bool) -> tuple[str, ...]:
    said = [translate("board", "What was logged under its old name takes the new one.")] if known else []
    return (*said, *crowded_words(view))


def crowded_words(view: Changes) -> tuple[str, ...]:
    """Return where there are more reasons than the reason sheet has places."""
    if not view.crowded:
        return ()
    if len(view.lines) == 1:
        return (translate("board", "More than eight reasons: the rarest stand behind the last tile."),)
    said = translate("board", "More than eight reasons on {lines}: the rarest stand behind the last tile.")
    return (said.format(lines=listed(view.crowded)),)


def _person(view: Changes, person: PersonNow | None, values: Values) -> ChangePerson | str:
    name = named(values.get("name"))
    refusal = name_refusal(name, translate("board", "Type the name of the person."))
    if refusal:
        return refusal
    role = Role(str(values.get("role")))
    if person is not None and (person.name, person.role) == (name, role):
        return translate("board", "Nothing is different yet.")
    found = new_person() if person is None else person.id
    return ChangePerson(id="", node=view.node, person=found, name=name, role=role)


def _day_off(view: Changes, values: Values, day: DayOffNow | None) -> ChangeDayOff | str:
    first, last = values.get("first"), values.get("last")
    name = named(values.get("name")) if day is None else day.name
    if not isinstance(first, date) or not isinstance(last, date):
        return translate("board", "Say the first and the last day.")
    refusal = name_refusal(name, translate("board", "Type why these days are not worked."))
    node = view.site if values.get("where") == SITE and view.site else view.node
    return refusal or ChangeDayOff(id="", node=node, first=first, last=last, name=name, worked=day is not None)


def _day_off_notes(view: Changes, day: DayOffNow | None, values: Values) -> tuple[str, ...]:
    first, last = values.get("first"), values.get("last")
    if not isinstance(first, date) or not isinstance(last, date):
        return ()
    count = (last - first).days + 1
    if day is None:
        return (days_text(count), translate("board", "They are neither green nor red, and nothing is due on them."))
    off = translate("board", "Not worked: {days}").format(days=days_words(day.first, day.last, view.today))
    return off, translate("board", "Worked after all: {days}").format(days=days_text(count))


def _in_order(values: dict[str, Value]) -> dict[str, Value]:
    """Let the last day follow where the first has passed it."""
    first, last = values.get("first"), values.get("last")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        return values | {"last": first}
    return values


def _name_entry() -> Entry:
    return Entry(name="name", words=translate("board", "Name"), editor=Editor.TEXT)


def _day_entry(name: str, words: str, today: date, most: date) -> Entry:
    wanted = (
        Shortcut(words=translate("board", "Today"), value=today),
        Shortcut(words=translate("board", "Tomorrow"), value=today + DAY),
        Shortcut(words=translate("board", "Next Monday"), value=next_monday(today)),
        Shortcut(words=translate("board", "First of next month"), value=next_month(today)),
    )
    shortcuts = tuple(one for one in wanted if isinstance(one.value, date) and one.value <= most)
    return Entry(name=name, words=words, editor=Editor.DAY, shortcuts=shortcuts, least=today, most=most)


def _taken_back(view: Changes, entry: str | None) -> tuple[Deed, ...]:
    return () if entry is None else (take_back_deed(view.node, entry),)


def _listed_deeds(view: Changes, thing: ReasonNow | PersonNow | None, remove: Make) -> tuple[Deed, ...]:
    """Return what can be done with somebody or something that is on the list."""
    if thing is None:
        return ()
    off = Deed(name=REMOVE, words=translate("board", "Take off"), icon="cross", make=remove)
    return (*_taken_back(view, thing.entry), off)


def _icon_words(icon: str) -> str:
    return {
        "labeller": translate("board", "Labeller"),
        "filler": translate("board", "Filler"),
        "caps": translate("board", "Caps"),
        "palletiser": translate("board", "Palletiser"),
        "changeover": translate("board", "Changeover"),
        "quality": translate("board", "Quality"),
        "crew": translate("board", "Crew"),
    }.get(icon, translate("board", "Other"))
