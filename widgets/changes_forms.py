"""What can be changed on the wall: the things of each section, and the form of each thing."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from board.plant.plant import RunKind
from board.views.changes import Changes, RunToday
from widgets.changes_form import Form
from widgets.changes_form_list import day_off_form, person_form, reason_form, target_form
from widgets.changes_form_plan import changeover_form, run_form, shift_form
from widgets.changes_say import (
    DOT,
    aim_now,
    days_words,
    role_words,
    run_name,
    run_words,
    shift_words,
    span_words,
    target_words,
)
from widgets.words import translate

NEW: Final = ""


class Section(Enum):
    """A part of the page under which things are changed."""

    PLAN = "plan"
    TARGETS = "targets"
    REASONS = "reasons"
    PEOPLE = "people"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing of a section; `form` is the key of its form. `adds`: it is not there yet."""

    form: str
    words: str
    more: str = ""
    icon: str = ""
    adds: bool = False
    struck: bool = False
    changed: bool = False  # on the wall


def section_name(section: Section) -> str:
    """Return what a section is called."""
    return {
        Section.PLAN: translate("board", "Today’s plan"),
        Section.TARGETS: translate("board", "Targets"),
        Section.REASONS: translate("board", "Reasons"),
        Section.PEOPLE: translate("board", "People"),
        Section.DAYS: translate("board", "Days not worked"),
    }[section]


def section_question(section: Section) -> str:
    """Return what is asked over the things of a section."""
    return {
        Section.PLAN: translate("board", "What is different today?"),
        Section.TARGETS: translate("board", "Which target changes?"),
        Section.REASONS: translate("board", "Which reason changes?"),
        Section.PEOPLE: translate("board", "Who comes, goes or changes?"),
        Section.DAYS: translate("board", "Which days are not worked?"),
    }[section]


def items_of(view: Changes, section: Section) -> tuple[Item, ...]:
    """Return the things of a section, what can be added first."""
    return _ITEMS[section](view)


def form_of(view: Changes, key: str) -> Form | None:
    """Return the form of that key, or None where the view no longer has the thing."""
    kind, _, name = key.partition(" ")
    made = _FORMS.get(kind)
    return None if made is None else made(view, name)


def is_line(view: Changes) -> bool:
    """Tell whether the page is of one line, whose plan can be changed here."""
    return any(line.id == view.node for line in view.lines)


def run_key(run: RunToday) -> str:
    """Return what tells a run from the others of the day."""
    return run.entry or f"{run.starts.isoformat()} {run.kind.value} {run.product or ''} {run.order or ''}"


def _plan_items(view: Changes) -> tuple[Item, ...]:
    new = (
        Item(form="run ", words=translate("board", "Plan a run"), icon="plus", adds=True),
        Item(form="changeover ", words=translate("board", "Plan a changeover"), icon="changeover", adds=True),
    )
    shifts = tuple(
        Item(
            form=f"shift {shift.name}",
            words=shift.name,
            more=DOT.join(part for part in (span_words(shift.starts, shift.ends), shift_words(shift)) if part),
            icon="clock",
            struck=shift.cancelled,
            changed=shift.entry is not None,
        )
        for shift in view.shifts
        if shift.line == view.node
    )
    runs = tuple(
        Item(
            form=f"{'changeover' if run.kind is RunKind.CHANGEOVER else 'run'} {run_key(run)}",
            words=run_name(run.kind, run.product),
            more=DOT.join(part for part in (span_words(run.starts, run.ends), run_words(run)) if part),
            icon="changeover" if run.kind is RunKind.CHANGEOVER else "play",
            changed=run.entry is not None,
        )
        for run in view.runs
        if run.line == view.node
    )
    return (*new, *shifts, *runs) if is_line(view) else ()


def _target_items(view: Changes) -> tuple[Item, ...]:
    return tuple(
        Item(
            form=f"target {target.kpi}",
            words=target.name,
            more=DOT.join(part for part in (aim_now(target), target_words(target, view.today)) if part),
            changed=target.entry is not None,
        )
        for target in view.targets
    )


def _reason_items(view: Changes) -> tuple[Item, ...]:
    new = Item(form="reason ", words=translate("board", "Add a reason"), icon="plus", adds=True)
    known = tuple(
        Item(
            form=f"reason {reason.code}",
            words=reason.name,
            more=reason.group,
            icon=reason.icon,
            changed=reason.entry is not None,
        )
        for reason in view.reasons
    )
    return (new, *known)


def _people_items(view: Changes) -> tuple[Item, ...]:
    new = Item(form="person ", words=translate("board", "Add a person"), icon="plus", adds=True)
    known = tuple(
        Item(
            form=f"person {person.id}",
            words=person.name,
            more=role_words(person.role),
            icon="person",
            changed=person.entry is not None,
        )
        for person in view.people
    )
    return (new, *known)


def _day_items(view: Changes) -> tuple[Item, ...]:
    new = Item(form="day ", words=translate("board", "Add days not worked"), icon="plus", adds=True)
    known = tuple(
        Item(
            form=f"day {day.first.isoformat()} {day.name}",
            words=day.name,
            more=days_words(day.first, day.last, view.today),
            changed=day.entry is not None,
        )
        for day in view.days_off
    )
    return (new, *known)


def _run(view: Changes, key: str) -> Form | None:
    return _of_line(view, key, run_form)


def _changeover(view: Changes, key: str) -> Form | None:
    return _of_line(view, key, changeover_form)


def _of_line(view: Changes, key: str, make: Callable[[Changes, RunToday | None, str], Form]) -> Form | None:
    run = next((run for run in view.runs if run.line == view.node and run_key(run) == key), None)
    return make(view, run, key) if is_line(view) and (run is not None or key == NEW) else None


def _shift(view: Changes, name: str) -> Form | None:
    shift = next((shift for shift in view.shifts if (shift.line, shift.name) == (view.node, name)), None)
    return None if shift is None else shift_form(view, shift)


def _target(view: Changes, kpi: str) -> Form | None:
    target = next((target for target in view.targets if target.kpi == kpi), None)
    return None if target is None else target_form(view, target)


def _reason(view: Changes, code: str) -> Form | None:
    reason = next((reason for reason in view.reasons if reason.code == code), None)
    return reason_form(view, reason) if reason is not None or code == NEW else None


def _person(view: Changes, name: str) -> Form | None:
    person = next((person for person in view.people if person.id == name), None)
    return person_form(view, person) if person is not None or name == NEW else None


def _day(view: Changes, key: str) -> Form | None:
    day = next((day for day in view.days_off if f"{day.first.isoformat()} {day.name}" == key), None)
    return day_off_form(view, day) if day is not None or key == NEW else None


_ITEMS: Final[dict[Section, Callable[[Changes], tuple[Item, ...]]]] = {
    Section.PLAN: _plan_items,
    Section.TARGETS: _target_items,
    Section.REASONS: _reason_items,
    Section.PEOPLE: _people_items,
    Section.DAYS: _day_items,
}
_FORMS: Final[dict[str, Callable[[Changes, str], Form | None]]] = {
    "run": _run,
    "changeover": _changeover,
    "shift": _shift,
    "target": _target,
    "reason": _reason,
    "person": _person,
    "day": _day,
}
