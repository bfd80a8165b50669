"""The forms of the page of changes as values: their fields, how each is filled in, and what saving one would mean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from fractions import Fraction
from typing import Final

from board.journal.intention import Adjustment, Undo
from widgets import words
from widgets.changes_say import NOTHING, minutes_words, near_day
from widgets.words import translate

LONGEST_NAME: Final = 60
DIGITS: Final = 7
MARK: Final = "."
"""The decimal mark of a figure while it is being typed; shown as the language has it."""
SIGN: Final = "-"
SAVE: Final = "save"
TAKE_BACK: Final = "take back"
QUARTER: Final = timedelta(minutes=15)

Value = str | date | datetime | int | None
"""A choice, a text or typed figures; a day; a time in site time; minutes; None: left open."""
Values = Mapping[str, Value]


class Editor(Enum):
    """How a field is filled in."""

    CHOICE = "choice"
    TEXT = "text"
    FIGURE = "figure"  # typed on a pad
    CLOCK = "clock"  # in steps
    DAY = "day"  # in steps
    LENGTH = "length"  # minutes, in steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing to choose; `key` is what the field then holds."""

    key: str
    words: str
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """A value that one touch gives a field that is otherwise filled in by steps."""

    words: str
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a time, a day or a length; in days or minutes."""

    words: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One field of a form. `empty` is what stands where it is left open; `free`: something else may be typed."""

    name: str
    words: str
    editor: Editor
    empty: str | None = None  # None: it has to be filled in
    options: tuple[Option, ...] = ()
    free: bool = False
    shortcuts: tuple[Shortcut, ...] = ()
    least: date | datetime | int | None = None
    most: date | datetime | int | None = None
    decimals: int = 0
    signed: bool = False
    unit: str = ""


Make = Callable[[Values], Adjustment | Undo | str]
"""What the values mean, or a sentence why they mean nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something a form can do with what is filled in."""

    name: str
    words: str
    icon: str
    make: Make = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form about one thing. The last deed is the one it is there for; `notes` say what saving will do."""

    key: str
    lead: str
    question: str
    entries: tuple[Entry, ...]
    values: Mapping[str, Value]
    deeds: tuple[Deed, ...]
    notes: Callable[[Values], tuple[str, ...]] = field(compare=False, default=lambda _: ())
    begins: str = ""  # the field that is filled in first; "": the first one
    tidy: Callable[[dict[str, Value]], dict[str, Value]] = field(compare=False, default=lambda values: values)

    def entry(self, name: str) -> Entry | None:
        """Return the field of that name."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def filled(self, draft: Values) -> dict[str, Value]:
        """Return what every field holds: what was filled in, else what it starts with."""
        return self.tidy({one.name: draft.get(one.name, self.values.get(one.name)) for one in self.entries})

    def deed(self, name: str) -> Deed | None:
        """Return the deed of that name."""
        return next((deed for deed in self.deeds if deed.name == name), None)


def save_deed(make: Make) -> Deed:
    """Return the deed that keeps what is filled in."""
    return Deed(name=SAVE, words=translate("board", "Save"), icon="tick", make=make)


def take_back_deed(node: str, entry: str) -> Deed:
    """Return the deed that takes back the change that made a thing what it is."""

    def make(_: Values) -> Undo:
        return Undo(id="", node=node, subject=entry)

    return Deed(name=TAKE_BACK, words=translate("board", "Take back"), icon="undo", make=make)


def steps_of(entry: Entry) -> tuple[Step, ...]:
    """Return the steps of a field, the longest first backwards, then forwards."""
    match entry.editor:
        case Editor.CLOCK:
            sizes = [(60, translate("board", "1 h")), (15, translate("board", "15 min"))]
        case Editor.DAY:
            sizes = [(7, translate("board", "1 week")), (1, translate("board", "1 day"))]
        case Editor.LENGTH:
            sizes = [(15, translate("board", "15 min")), (5, translate("board", "5 min"))]
        case _:
            sizes = []
    back = [Step(words=f"{words.MINUS}{said}", size=-size) for size, said in sizes]
    return (*back, *(Step(words=f"+{said}", size=size) for size, said in reversed(sizes)))


def stepped(entry: Entry, value: Value, size: int) -> Value:
    """Return the value one step on, within the field's limits; a time goes to the next whole step on the clock."""
    if isinstance(value, datetime):
        return _within(entry, _clock_step(value, timedelta(minutes=size)))
    if isinstance(value, date):
        return _within(entry, value + timedelta(days=size))
    return _within(entry, (value if isinstance(value, int) else 0) + size)


def typed(entry: Entry, value: Value, key: str) -> str:
    """Return figures after another key: a figure, the decimal mark, the sign, or "erase"."""
    said = value if isinstance(value, str) else ""
    if key == "erase":
        return said[:-1] if said[:-1] != SIGN else ""
    if key == SIGN:
        return said.removeprefix(SIGN) if said.startswith(SIGN) else SIGN + said
    if key == MARK:
        return said if MARK in said or not entry.decimals else (said if said.strip(SIGN) else said + "0") + MARK
    after = said.partition(MARK)[2]
    if len(said.strip(SIGN).replace(MARK, "")) >= DIGITS or (MARK in said and len(after) >= entry.decimals):
        return said
    sign, figures = (SIGN, said[1:]) if said.startswith(SIGN) else ("", said)
    return sign + (key if figures == "0" else figures + key)


def fraction(value: Value) -> Fraction | None:
    """Return typed figures as an exact number, None where there are none."""
    said = value.rstrip(MARK) if isinstance(value, str) else ""
    return Fraction(said) if said.strip(SIGN) else None


def whole(value: Value) -> int | None:
    """Return typed figures as a whole number, None where there are none."""
    found = fraction(value)
    return None if found is None else int(found)


def as_typed(value: Fraction | None, decimals: int) -> str | None:
    """Return a number as if it had been typed."""
    if value is None:
        return None
    if value.denominator == 1 and not decimals:
        return str(value.numerator)
    places = next((n for n in range(decimals, 5) if (value * 10**n).denominator == 1), decimals)
    scaled = abs(round(value * 10**places))
    before, after = divmod(scaled, 10**places)
    said = f"{before}{MARK}{after:0{places}d}" if places else str(before)
    return f"{SIGN}{said}" if value < 0 else said


def shown(entry: Entry, value: Value, today: date) -> str:
    """Return what a field holds, in words."""
    if value is None or value in {"", SIGN}:
        return entry.empty or NOTHING
    said = str(value)
    match entry.editor:
        case Editor.CHOICE:
            said = next((one.words for one in entry.options if one.key == value), said)
        case Editor.FIGURE:
            said = f"{_grouped(said)} {entry.unit}".strip()
        case Editor.LENGTH if isinstance(value, int):
            said = minutes_words(value)
        case Editor.CLOCK if isinstance(value, datetime):
            day = "" if value.date() == today else f" {near_day(value.date(), today)}"
            said = f"{words.clock(value)}{day}"
        case Editor.DAY if isinstance(value, date):
            said = near_day(value, today)
        case _:
            pass
    return said


def displayed(entry: Entry, value: Value, today: date) -> tuple[str, str]:
    """Return what stands between the steps of a field, in large, and under it in small: the date, or the day."""
    said = shown(entry, value, today)
    if isinstance(value, datetime):
        return words.clock(value), near_day(value.date(), today)
    if isinstance(value, date):
        full = words.day_text(value)
        return said, "" if said == full else full
    return said, ""


def named(value: Value) -> str:
    """Return a name as it was typed, without blanks around it or double ones within."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def name_refusal(name: str, empty: str) -> str:
    """Return why a name cannot be kept, or nothing; `empty` is said where there is none."""
    if not name:
        return empty
    if len(name) > LONGEST_NAME:
        said = translate("board", "A name has at most {n} letters; this one has {m}.")
        return said.format(n=LONGEST_NAME, m=len(name))
    return ""


def _grouped(said: str) -> str:
    """Return typed figures with thin spaces between thousands and the language's mark."""
    sign = words.MINUS if said.startswith(SIGN) else ""
    before, mark, after = said.removeprefix(SIGN).partition(MARK)
    grouped = words.number(int(before)) if before else ""
    return f"{sign}{grouped}{words.decimal_point() if mark else ''}{after}"


def _clock_step(value: datetime, step: timedelta) -> datetime:
    """Return a time a step on, by elapsed time; one between two quarters goes to the next one first."""
    over = timedelta(minutes=value.minute % 15, seconds=value.second, microseconds=value.microsecond)
    if over and abs(step) == QUARTER:
        step = -over if step < timedelta() else QUARTER - over
    return (value.astimezone(UTC) + step).astimezone(value.tzinfo)


def _within(entry: Entry, value: Value) -> Value:
    """Return the value, or the limit that it passes."""
    if entry.least is not None and value < entry.least:  # type: ignore[operator]  # a field's limits are of its kind
        return entry.least
    if entry.most is not None and value > entry.most:  # type: ignore[operator]
        return entry.most
    return value
