"""What more there is to say of a miss: its share of the gap, minutes, a comment, who; or that it was not so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import ClassVar, Final, TypeVar

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.sicb import ExplainedPart
from themes.qt import Look
from themes.token import MARGIN_U
from widgets import ink
from widgets.button import Button, Face, grid
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.key_pad import KEY_GUARD_S
from widgets.words import minutes_text, number, person, translate

TAKE_BACK: Final = "take back "
PART: Final = "part "
FIELD: Final = "field "
WHO: Final = "who "
DONE: Final = "done"
ERASE: Final = "erase"
AS_BEFORE: Final = "as before"
NEXT: Final = "next"
DIGITS: Final = {"quantity": 6, "minutes": 4}
DRAFTS: Final = 16
EMPTY: Final = "–"

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailFields:
    """What was changed of a miss; None leaves a field as it was. `actor` is the id of a person."""

    quantity: int | None = None
    minutes: int | None = None
    comment: str | None = None
    actor: str | None = None

    @property
    def changed(self) -> dict[str, object]:
        """Return what was changed, by the names of the fields."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """The reasons of one interval. `surplus`: more is explained than is missing now."""

    label: str  # 08–10
    unit: str
    explained: int
    unexplained: int
    surplus: int
    parts: tuple[ExplainedPart, ...]


class DetailPanel(Dock):
    """Lists the reasons of an interval; touching one opens its four fields. Each miss keeps its own draft."""

    take_back_touched = Signal(str)
    detail_given = Signal(str, object)
    """Entry and DetailFields; only what was changed is set."""
    text_wanted = Signal(str)
    """The comment as it stands; the answer comes by `take_text`."""

    LANDSCAPE_U: ClassVar[float] = 476.0
    PORTRAIT_U: ClassVar[float] = 860.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._explained: Explained | None = None
        self._entry: str | None = None
        self._straight = False
        self._field = "quantity"
        self._page = 0
        self._people: dict[str, str] = {}
        self._drafts: dict[str, DetailFields] = {}
        self._pending: str | None = None
        super().__init__(look, finger, parent, pace=pace)

    def show_explained(self, explained: Explained) -> None:
        """Take the reasons; the one being edited stays up while it is among them."""
        if explained == self._explained:
            return
        self._explained = explained
        if self._entry is not None and self._part is None:
            self._entry = None
        self._change()

    def show_people(self, people: Mapping[str, str]) -> None:
        """Take the names of the people who may stand behind a miss, by id."""
        self._people = dict(people)
        self._change()

    def show_list(self) -> None:
        """Show all reasons of the interval."""
        self._entry, self._page, self._straight = None, 0, False
        self._change()

    def show_entry(self, entry: str) -> None:
        """Show the fields of one miss straight away; the way back then leaves the panel."""
        self._entry, self._field, self._page, self._straight = entry, "quantity", 0, True
        self._change()

    def show_pending(self, name: str | None) -> None:
        """Keep Done (the entry) or Take back ("take back " and the entry) pressed until it is confirmed or refused."""
        if name != self._pending:
            self._pending = name
            self.stay()
            self._change()

    def forget(self, entry: str) -> None:
        """Drop what was typed for a miss: it is saved."""
        self._drafts.pop(entry, None)
        self._change()

    def take_text(self, text: str) -> None:
        """Take the comment that was typed for the miss being edited."""
        self._set(comment=text)

    @property
    def entry(self) -> str | None:
        """Return the miss being edited, None while the list is up."""
        return self._entry

    @property
    def _part(self) -> ExplainedPart | None:
        parts = self._explained.parts if self._explained is not None else ()
        return next((part for part in parts if part.entry == self._entry), None)

    @property
    def _draft(self) -> DetailFields:
        return self._drafts.get(self._entry or "", DetailFields())

    @property
    @override
    def waits(self) -> bool:
        return self._pending is not None

    @override
    def heading(self) -> tuple[str, str]:
        explained, part = self._explained, self._part
        if explained is None:
            return "", ""
        if part is not None:
            return explained.label, part.name
        words = (
            translate("board", "{n} {unit} explained, {surplus} more than are missing")
            if explained.surplus
            else translate("board", "{n} {unit} explained")
        )
        told = {"n": number(explained.explained), "unit": explained.unit, "surplus": number(explained.surplus)}
        return explained.label, words.format(**told)

    @override
    def way_back(self) -> str:
        return translate("board", "Not now") if self._entry is None or self._straight else translate("board", "Back")

    @override
    def go_back(self) -> None:
        if self._entry is None or self._straight:
            self.leave()
        else:
            self.show_list()

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        if self._explained is None:
            return ()
        return self._place_list(self._explained) if self._part is None else self._place_fields(self._part)

    @property
    def _shape(self) -> tuple[int, int]:
        """Return the columns and rows of the list."""
        return (1, 5) if self.is_portrait else (2, 3)

    def _place_list(self, explained: Explained) -> tuple[Button, ...]:
        area = self.room(MARGIN_U, 248 if self.is_portrait else 112, -MARGIN_U, 836 if self.is_portrait else 452)
        gap = self.apart(16)
        cells = grid(area, *self._shape, gap)
        shown, more = _page_of(explained.parts, self._page, len(cells))
        width = self.look.px(236)
        buttons = []
        for part, cell in zip(shown, cells, strict=False):
            own = QRectF(cell.left(), cell.top(), cell.width() - width - gap, cell.height())
            back = QRectF(own.right() + gap, cell.top(), width, cell.height())
            name = TAKE_BACK + part.entry
            words = translate("board", "Take back")
            row = Button(name=PART + part.entry, rect=own, words=part.name, face=Face.ROW, icon=part.icon)
            buttons.append(replace(row, more=_summary(part, explained.unit)))
            buttons.append(Button(name=name, rect=back, words=words, icon="undo", held=name == self._pending))
        if more:
            words = translate("board", "More")
            buttons.append(Button(name=NEXT, rect=cells[-1], words=words, face=Face.ROW, icon="other"))
        return tuple(buttons)

    def _place_fields(self, part: ExplainedPart) -> tuple[Button, ...]:
        unit = self._explained.unit if self._explained is not None else ""
        gap = self.apart(20)
        if self.is_portrait:
            cells = grid(self.room(MARGIN_U, 232, -MARGIN_U, 444), 2, 2, gap)
            done = self.room(MARGIN_U, 740, -MARGIN_U, 836)
            below = self.room(MARGIN_U, 464, -MARGIN_U, 720)
        else:
            *places, done = grid(self.room(MARGIN_U, 112, -MARGIN_U, 212), 5, 1, gap)
            cells = tuple(places)
            below = self.room(MARGIN_U, 232, -MARGIN_U, 452)
        values = self._values(part, unit)
        buttons = [
            Button(name=FIELD + name, rect=cell, words=words, face=Face.FIELD, more=value, chosen=name == self._field)
            for (name, (words, value)), cell in zip(values.items(), cells, strict=True)
        ]
        words, held = translate("board", "Done"), self._pending == part.entry
        buttons += self._place_people(below) if self._field == "actor" else self._place_digits(below)
        return (*buttons, Button(name=DONE, rect=done, words=words, face=Face.PRIMARY, held=held))

    def _values(self, part: ExplainedPart, unit: str) -> Mapping[str, tuple[str, str]]:
        """Return each field's name on the wall and the value it has or is given."""
        draft = self._draft
        quantity = part.quantity if draft.quantity is None else draft.quantity
        minutes = part.minutes if draft.minutes is None else draft.minutes
        comment = part.comment if draft.comment is None else draft.comment
        return {
            "quantity": (translate("board", "Quantity"), f"{number(quantity)} {unit}"),
            "minutes": (translate("board", "Minutes"), EMPTY if minutes is None else minutes_text(minutes)),
            "comment": (translate("board", "Comment"), comment or EMPTY),
            "actor": (translate("board", "Who"), self._people.get(draft.actor or "") or person(part.by) or EMPTY),
        }

    def _place_digits(self, area: QRectF) -> list[Button]:
        cells = grid(area, 6, 2, self.look.px(16))
        names = ("1", "2", "3", "4", "5", ERASE, "6", "7", "8", "9", "0", AS_BEFORE)
        icons = {ERASE: "left"}
        words = {ERASE: translate("board", "Erase"), AS_BEFORE: translate("board", "As before")}
        return [
            Button(
                name=name,
                rect=cell,
                words=words.get(name, name),
                face=Face.KEY,
                icon=icons.get(name, ""),
                guard_s=KEY_GUARD_S,
            )
            for name, cell in zip(names, cells, strict=True)
        ]

    def _place_people(self, area: QRectF) -> list[Button]:
        cells = grid(area, 2 if self.is_portrait else 4, 3 if self.is_portrait else 2, self.apart(16))
        shown, more = _page_of(tuple(self._people.items()), self._page, len(cells))
        by = self._people.get(self._draft.actor or "") or (person(self._part.by) if self._part is not None else None)
        people = [
            Button(name=WHO + key, rect=cell, words=name, face=Face.ROW, icon="person", chosen=name == by)
            for (key, name), cell in zip(shown, cells, strict=False)
        ]
        if more:
            words = translate("board", "More")
            people.append(Button(name=NEXT, rect=cells[-1], words=words, face=Face.ROW, icon="other"))
        return people

    @override
    def paint_more(self, painter: QPainter, dirty: QRect) -> None:
        if self._part is not None and self._field == "actor" and not self._people:
            left, top_u = self.look.px(MARGIN_U), 464 if self.is_portrait else 232
            words = translate("board", "No people are named in the plant file.")
            ink.text(painter, self.look, left, self.upright(top_u + 60), words, 30, 500, "text3")

    @override
    def act(self, name: str) -> None:
        if self._pending is not None:
            return
        if name.startswith(TAKE_BACK):
            self.take_back_touched.emit(name.removeprefix(TAKE_BACK))
        elif name.startswith(PART):
            self.show_entry(name.removeprefix(PART))
            self._straight = False
            self._change()
        elif name.startswith(FIELD):
            self._choose_field(name.removeprefix(FIELD))
        elif name.startswith(WHO):
            self._set(actor=name.removeprefix(WHO))
        elif name == NEXT:
            self._page += 1
            self._change()
        elif name == DONE:
            self._give()
        else:
            self._type(name)

    def _choose_field(self, field: str) -> None:
        part = self._part
        if field == "comment" and part is not None:
            self.text_wanted.emit(part.comment if self._draft.comment is None else self._draft.comment)
            return
        self._field, self._page = field, 0
        self._change()

    def _type(self, key: str) -> None:
        """Take a figure into the field that is up; the first one replaces what stood there."""
        if self._field not in DIGITS:
            return
        if key == AS_BEFORE:
            self._set(**{self._field: None})
            return
        present = getattr(self._draft, self._field)
        if present is None and key == ERASE:
            present = getattr(self._part, self._field, None)
        digits = "" if present is None else str(present)
        digits = digits[:-1] if key == ERASE else digits + key
        self._set(**{self._field: int(digits[: DIGITS[self._field]] or "0")})

    def _set(self, **changed: object) -> None:
        if self._entry is None:
            return
        self._drafts[self._entry] = replace(self._draft, **changed)  # type: ignore[arg-type]  # names are the fields'
        if len(self._drafts) > DRAFTS:
            del self._drafts[next(iter(self._drafts))]
        self._change()

    def _give(self) -> None:
        """Give on what was changed; with nothing changed, go back."""
        part, draft = self._part, self._draft
        if part is None:
            return
        if draft.quantity == 0:
            self.show_refusal(translate("board", "No quantity is left. Take the reason back instead."))
            return
        changed = DetailFields(
            quantity=None if draft.quantity == part.quantity else draft.quantity,
            minutes=None if draft.minutes == part.minutes else draft.minutes,
            comment=None if draft.comment == part.comment else draft.comment,
            actor=draft.actor,
        )
        if changed.changed:
            self.detail_given.emit(part.entry, changed)
        else:
            self.go_back()

    def _change(self) -> None:
        self._refusal = ""
        self.arrange()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take figures from a keyboard as from the keys."""
        if self._part is not None and event.text().isdigit() and event.text().isascii():
            self.act(event.text())
        elif self._part is not None and event.key() == Qt.Key.Key_Backspace:
            self.act(ERASE)
        elif self._part is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.act(DONE)
        else:
            super().keyPressEvent(event)


def _page_of(items: Sequence[Item], page: int, places: int) -> tuple[Sequence[Item], bool]:
    """Return what fits on a page, and whether the last place leads to the next one."""
    if len(items) <= places:
        return items, False
    each = places - 1
    start = page % -(-len(items) // each) * each
    return items[start : start + each], True


def _summary(part: ExplainedPart, unit: str) -> str:
    """Return quantity, minutes, who and comment of a miss in one line."""
    minutes = minutes_text(part.minutes) if part.minutes is not None else ""
    told = (f"{number(part.quantity)} {unit}", minutes, person(part.by), part.comment)
    return " · ".join(each for each in told if each)
