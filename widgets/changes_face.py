"""What each card of the page of changes shows: from the view to faces, without a pixel."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Final, Literal

from board.plant.plant import RunKind
from board.views.changes import Change, Changes, RunToday, ShiftToday
from widgets import words
from widgets.changes_form_list import crowded_words
from widgets.changes_forms import Section, section_name
from widgets.changes_say import (
    aim_now,
    change_stamp,
    change_words,
    days_words,
    role_words,
    run_name,
    run_words,
    shift_words,
    span_words,
    subject_words,
    target_words,
)
from widgets.words import translate

BlockKind = Literal["shift", "over", "cancelled", "run", "changeover"]
At = Callable[[datetime], float]
LONG_DAY: Final = timedelta(hours=16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a card: a name, a value at its right, more beside or under it. `now`: it is on at this moment."""

    name: str
    aside: str = ""
    value: str = ""
    soft: bool = False  # the value says less than the name
    under: str = ""
    icon: str = ""
    struck: bool = False
    changed: bool = False  # on the wall
    now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a band, 0 to 1 of its time."""

    start: float
    end: float
    kind: BlockKind
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A line's day: shifts and what is planned in them, where now is, and the hours under it."""

    blocks: tuple[Block, ...]
    now: float | None
    hours: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFace:
    """A card: its title, how many there are, its rows, or why there are none; `note` says what to know of them."""

    title: str
    count: str = ""
    rows: tuple[Row, ...] = ()
    empty: str = ""
    note: str = ""
    band: Band | None = None
    opens: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFace:
    """A line of an area, with its day in small."""

    name: str
    said: str
    band: Band | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFace:
    """A change that was made, and whether it can be taken back, or was, or is just being."""

    subject: str
    what: str
    stamp: str
    undone: bool = False
    undoing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafFace:
    """A button that leafs through the changes."""

    words: str
    icon: str
    dim: bool = False


Face = CardFace | LineFace | ChangeFace | LeafFace


def plan_face(view: Changes) -> CardFace:
    """Return today's plan of one line: its day as a band, its shifts, its runs."""
    shifts = [shift for shift in view.shifts if shift.line == view.node]
    runs = [run for run in view.runs if run.line == view.node]
    rows = (*(_shift_row(shift, view) for shift in shifts), *(_run_row(run, view) for run in runs))
    empty = "" if rows else translate("board", "No shift today, and nothing planned.")
    note = translate("board", "Nothing planned: the standard rate holds.") if shifts and not runs else ""
    return CardFace(
        title=section_name(Section.PLAN), rows=rows, empty=empty, note=note, band=band_of(view, view.node, hours=True)
    )


def lines_face(view: Changes) -> CardFace:
    """Return the card over the lines of an area or the site."""
    empty = "" if view.lines else translate("board", "No lines yet: the plant file names them.")
    return CardFace(title=section_name(Section.PLAN), count=_count(len(view.lines)), empty=empty, opens=False)


def line_face(view: Changes, node: str, name: str) -> LineFace:
    """Return a line of an area: how its day differs, or what it makes."""
    differing = [f"{shift.name} {said}" for shift in view.shifts if shift.line == node and (said := shift_words(shift))]
    products = dict.fromkeys(run.product for run in view.runs if run.line == node and run.product)
    shifts = [shift for shift in view.shifts if shift.line == node]
    said = ", ".join((*differing, *products)) or (
        translate("board", "as usual") if shifts else translate("board", "no shift today")
    )
    return LineFace(name=name, said=said, band=band_of(view, node))


def targets_face(view: Changes) -> CardFace:
    """Return the targets in force, with the next ones that are known."""
    rows = tuple(
        Row(
            name=target.name,
            value=aim_now(target),
            under=target_words(target, view.today),
            changed=target.entry is not None,
        )
        for target in view.targets
    )
    empty = translate("board", "No KPIs yet: the plant file names them.")
    return CardFace(title=section_name(Section.TARGETS), count=_count(len(rows)), rows=rows, empty=empty)


def reasons_face(view: Changes) -> CardFace:
    """Return the reasons that are offered."""
    rows = tuple(Row(name=reason.name, icon=reason.icon, changed=reason.entry is not None) for reason in view.reasons)
    empty = translate("board", "No reasons yet. Add the first one.")
    note = " ".join(crowded_words(view))
    return CardFace(title=section_name(Section.REASONS), count=_count(len(rows)), rows=rows, empty=empty, note=note)


def people_face(view: Changes) -> CardFace:
    """Return the people who may be named."""
    rows = tuple(
        Row(name=person.name, value=role_words(person.role), soft=True, changed=person.entry is not None)
        for person in view.people
    )
    empty = translate("board", "Nobody can be named yet. Add the first one.")
    return CardFace(title=section_name(Section.PEOPLE), count=_count(len(rows)), rows=rows, empty=empty)


def days_face(view: Changes) -> CardFace:
    """Return the days to come that are not worked."""
    rows = tuple(
        Row(
            name=day.name,
            value=translate("board", "whole site") if day.whole_site and view.node != view.site else "",
            soft=True,
            under=days_words(day.first, day.last, view.today),
            changed=day.entry is not None,
            now=day.first <= view.today <= day.last,
        )
        for day in view.days_off
    )
    empty = translate("board", "No days off ahead.")
    return CardFace(title=section_name(Section.DAYS), count=_count(len(rows)), rows=rows, empty=empty)


def made_face(view: Changes) -> CardFace:
    """Return the card over what was changed."""
    title = translate("board", "Changed on this wall")
    empty = "" if view.made else translate("board", "Nothing has been changed: everything is as the plant file says.")
    return CardFace(title=title, count=_count(len(view.made)), empty=empty, opens=False)


def change_face(change: Change, view: Changes, *, undoing: bool) -> ChangeFace:
    """Return a change that was made."""
    what = change_words(change, view.today)
    stamp = change_stamp(change, view)
    return ChangeFace(subject=subject_words(change), what=what, stamp=stamp, undone=change.undone, undoing=undoing)


def band_of(view: Changes, node: str, *, hours: bool = False) -> Band | None:
    """Return the day of a line on the time that all lines of the page share; None where there is nothing on it."""
    moments = _moments(view)
    if not moments:
        return None
    first, last = min(moments), max(moments)

    def at(moment: datetime) -> float:
        return float(Fraction(_seconds(moment - first), max(1, _seconds(last - first))))

    blocks: list[Block] = []
    for shift in view.shifts:
        if shift.line == node:
            blocks += _shift_blocks(shift, at)
    for run in view.runs:
        if run.line == node:
            kind: BlockKind = "changeover" if run.kind is RunKind.CHANGEOVER else "run"
            ends = last if run.ends is None else run.ends.astimezone(UTC)
            start, end = max(0.0, at(run.starts.astimezone(UTC))), min(1.0, at(ends))
            blocks.append(Block(start=start, end=end, kind=kind, words=run_name(run.kind, run.product)))
    now = view.now.astimezone(UTC)
    return Band(
        blocks=tuple(_uncovered(block, blocks) for block in blocks),
        now=at(now) if first <= now <= last else None,
        hours=_hours(first, last, view, at) if hours else (),
    )


def _shift_blocks(shift: ShiftToday, at: At) -> list[Block]:
    """Return a shift, with what of it lies beyond its usual times apart."""
    starts, ends = (moment.astimezone(UTC) for moment in (shift.starts, shift.ends))
    usual = tuple(moment.astimezone(UTC) for moment in (shift.usual_starts, shift.usual_ends))
    if shift.cancelled:
        return [Block(start=at(usual[0]), end=at(usual[1]), kind="cancelled", words=shift.name)]
    core = (max(starts, min(usual[0], ends)), min(ends, max(usual[1], starts)))
    blocks = [Block(start=at(core[0]), end=at(core[1]), kind="shift", words=shift.name)]
    if starts < core[0]:
        blocks.append(Block(start=at(starts), end=at(core[0]), kind="over"))
    if core[1] < ends:
        blocks.append(Block(start=at(core[1]), end=at(ends), kind="over"))
    return blocks


def _uncovered(block: Block, others: list[Block]) -> Block:
    """Return a cancelled shift without what the overtime of the shift before it takes."""
    if block.kind != "cancelled":
        return block
    taken = [one.end for one in others if one.kind == "over" and one.start <= block.start < one.end < block.end]
    return replace(block, start=max((block.start, *taken)))


def _moments(view: Changes) -> list[datetime]:
    """Return the starts and ends that the bands have to hold; runs may reach beyond a day and are cut there."""
    moments = [
        moment.astimezone(UTC)
        for shift in view.shifts
        for moment in (shift.starts, shift.ends, shift.usual_starts, shift.usual_ends)
    ]
    if not moments:
        moments = [moment.astimezone(UTC) for run in view.runs for moment in (run.starts, run.ends) if moment]
    return moments


def _hours(first: datetime, last: datetime, view: Changes, at: At) -> tuple[tuple[float, str], ...]:
    zone = view.now.tzinfo
    step = timedelta(hours=4 if last - first > LONG_DAY else 2)
    moment, found = first, []
    while moment <= last:
        local = moment.astimezone(zone)
        found.append((at(moment), words.hour(local)))
        moment += step
    return tuple(found)


def _shift_row(shift: ShiftToday, view: Changes) -> Row:
    span = span_words(shift.usual_starts, shift.usual_ends) if shift.cancelled else span_words(shift.starts, shift.ends)
    return Row(
        name=shift.name,
        aside=shift_words(shift),
        value=span,
        struck=shift.cancelled,
        changed=shift.entry is not None,
        now=not shift.cancelled and shift.starts <= view.now < shift.ends,
    )


def _run_row(run: RunToday, view: Changes) -> Row:
    changeover = run.kind is RunKind.CHANGEOVER
    return Row(
        name=run_name(run.kind, run.product),
        aside=run_words(run) if changeover else "",
        value=span_words(run.starts, run.ends),
        under="" if changeover else run_words(run),
        changed=run.entry is not None,
        now=run.starts <= view.now and (run.ends is None or view.now < run.ends),
    )


def _count(number: int) -> str:
    return words.number(number) if number else ""


def _seconds(length: timedelta) -> int:
    return round(length.total_seconds())
