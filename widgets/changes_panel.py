"""Where a supervisor changes something: the things of a section, then the fields of one, then saved with one touch."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.changes import Changes
from themes.qt import Look
from themes.token import MARGIN_U
from widgets.button import Button, Face, draw_button, grid
from widgets.changes_editor import (
    CLEAR,
    ERASE,
    KEY,
    NEXT,
    OPTION,
    SHORTCUT,
    STEP,
    TYPE,
    Bench,
    editor_buttons,
)
from widgets.changes_form import MARK, SAVE, SIGN, Editor, Entry, Form, Value, displayed, shown, stepped, typed
from widgets.changes_forms import Item, Section, form_of, items_of, section_name, section_question
from widgets.changes_item import draw_item, draw_notes, draw_sign, draw_value
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.words import translate

ITEM: Final = "item "
FIELD: Final = "field "
DEED: Final = "deed "
DRAFTS: Final = 16
ONE_COLUMN: Final = 4
"""Up to so many fields stand one below the other."""
ROWS: Final = 4


class ChangesPanel(Dock):
    """The forms of the page of changes. What is typed stays until it is saved; a deed is asked for once."""

    change_asked = Signal(object)
    """An intention without an id."""
    text_wanted = Signal(str, str)
    """The name of the field and the text so far; the answer comes by `take_text`."""

    LANDSCAPE_U: ClassVar[float] = 640.0
    PORTRAIT_U: ClassVar[float] = 1240.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._view: Changes | None = None
        self._section = Section.PLAN
        self._key: str | None = None
        self._field = ""
        self._page = 0
        self._drafts: dict[str, dict[str, Value]] = {}
        self._pending: str | None = None
        super().__init__(look, finger, parent, pace=pace)

    def show_view(self, view: Changes) -> None:
        """Take a newer view; a form of something that is gone gives way to its section."""
        if view == self._view:
            return
        if self._view is not None and view.node != self._view.node:
            self._key, self._page = None, 0
        self._view = view
        if self._key is not None and self.form is None:
            self._key = None
        self._change()

    def show_section(self, section: Section) -> None:
        """Show the things of a section."""
        self._section, self._key, self._page, self._refusal = section, None, 0, ""
        self._change()

    def show_form(self, key: str) -> None:
        """Show the form of one thing, with what was typed into it before."""
        self._key, self._page, self._refusal = key, 0, ""
        form = self.form
        self._field = (form.begins or form.entries[0].name) if form is not None else ""
        self._change()

    def show_pending(self, *, pending: bool) -> None:
        """Let go of what was touched once its answer is there."""
        if not pending and self._pending is not None:
            self._pending = None
            self._change()

    def forget(self) -> None:
        """Drop what was typed into the form that is up: it is saved."""
        form = self.form
        if form is not None:
            self._drafts.pop(form.key, None)
        self._key = None
        self._change()

    def take_text(self, text: str) -> None:
        """Take the text that was typed for the field."""
        self._set(text or None)

    @property
    def section(self) -> Section:
        """Return the section that is up."""
        return self._section

    @property
    def form(self) -> Form | None:
        """Return the form that is up, None while the things of the section are."""
        return None if self._view is None or self._key is None else form_of(self._view, self._key)

    @property
    def field(self) -> str:
        """Return the field that is being filled in."""
        return self._field

    def held(self, name: str) -> Value:
        """Return what a field of the form that is up holds."""
        form = self.form
        return None if form is None else self._filled(form).get(name)

    @property
    @override
    def waits(self) -> bool:
        return self._pending is not None

    @override
    def heading(self) -> tuple[str, str]:
        form = self.form
        if form is not None:
            return form.lead, form.question
        return section_name(self._section), section_question(self._section)

    @override
    def way_back(self) -> str:
        return translate("board", "Back") if self._key is not None else translate("board", "Close")

    @override
    def go_back(self) -> None:
        if self._key is None:
            self.leave()
        else:
            self.show_section(self._section)

    # where everything is

    @override
    def place_buttons(self) -> Sequence[Button]:
        form = self.form
        if self._view is None:
            return ()
        if form is None:
            return self._place_items(items_of(self._view, self._section))
        return (*self._place_fields(form), *self._place_editor(form), *self._place_deeds(form))

    def _place_items(self, items: Sequence[Item]) -> tuple[Button, ...]:
        columns, rows = (2, 8) if self.is_portrait else (3, ROWS)
        cells = grid(self._body(), columns, rows, self.apart(16))
        shown_items, more = list(items), len(items) > len(cells)
        if more:
            each = len(cells) - 1
            start = self._page % -(-len(items) // each) * each
            shown_items = shown_items[start : start + each]
        buttons = [
            Button(
                name=ITEM + item.form, rect=cell, words=item.words, more=self._more(item), icon=item.icon, face=Face.ROW
            )
            for item, cell in zip(shown_items, cells, strict=False)
        ]
        if more:
            words = translate("board", "More")
            buttons.append(Button(name=NEXT, rect=cells[-1], words=words, face=Face.ROW, icon="other"))
        return tuple(buttons)

    def _more(self, item: Item) -> str:
        """Return what stands under a thing: how it is, or that something typed for it waits to be saved."""
        form = form_of(self._view, item.form) if self._view is not None else None
        return translate("board", "not saved yet") if form is not None and form.key in self._drafts else item.more

    def _body(self) -> QRectF:
        """Return the room under the heading."""
        return self.room(MARGIN_U, 248 if self.is_portrait else 112, -MARGIN_U, 1216 if self.is_portrait else 616)

    def _fields_room(self) -> QRectF:
        body = self._body()
        if self.is_portrait:
            return QRectF(body.left(), body.top(), body.width(), self.upright(472))
        return QRectF(body.left(), body.top(), body.width() * 0.44, body.height())

    def _editor_room(self) -> QRectF:
        body, fields, deeds = self._body(), self._fields_room(), self._deeds_room()
        left = body.left() if self.is_portrait else fields.right() + self.look.px(32)
        gap = max(self.upright(16), self.apart(16))
        top = fields.bottom() + gap if self.is_portrait else body.top()
        return QRectF(left, top, body.right() - left, deeds.top() - gap - top)

    def _deeds_room(self) -> QRectF:
        body, fields = self._body(), self._fields_room()
        left = body.left() if self.is_portrait else fields.right() + self.look.px(32)
        height = self.upright(108)
        return QRectF(left, body.bottom() - height, body.right() - left, height)

    def _cells(self, form: Form) -> tuple[QRectF, ...]:
        columns = 1 if len(form.entries) <= ONE_COLUMN else 2
        return grid(self._fields_room(), columns, ROWS, self.apart(16))

    def _place_fields(self, form: Form) -> tuple[Button, ...]:
        values, today = self._filled(form), self._today
        return tuple(
            Button(
                name=FIELD + entry.name,
                rect=cell,
                words=entry.words,
                more=shown(entry, values[entry.name], today),
                icon=next((option.icon for option in entry.options if option.key == values[entry.name]), ""),
                face=Face.FIELD,
                chosen=entry.name == self._field,
            )
            for entry, cell in zip(form.entries, self._cells(form), strict=False)
        )

    def _place_editor(self, form: Form) -> tuple[Button, ...]:
        entry = form.entry(self._field)
        if entry is None:
            return ()
        return editor_buttons(entry, self._filled(form)[entry.name], self._bench())

    def _bench(self) -> Bench:
        return Bench(look=self.look, area=self._editor_room(), page=self._page, apart_px=self.apart(0))

    def _place_deeds(self, form: Form) -> tuple[Button, ...]:
        values = self._filled(form)
        cells = grid(self._deeds_room(), max(2, len(form.deeds)), 1, self.apart(16))
        placed = []
        for deed, cell in zip(form.deeds, cells[-len(form.deeds) :], strict=True):
            last = deed is form.deeds[-1]
            placed.append(
                Button(
                    name=DEED + deed.name,
                    rect=cell,
                    words=deed.words,
                    icon=deed.icon,
                    face=Face.PRIMARY if last else Face.PLAIN,
                    held=deed.name == self._pending,
                    dim=last and isinstance(deed.make(values), str),
                )
            )
        return tuple(placed)

    # pixels

    @override
    def paint_button(self, painter: QPainter, button: Button) -> None:
        if not button.name.startswith(ITEM):
            draw_button(painter, self.look, button, self.press)
            if button.name.startswith(FIELD) and button.icon:
                draw_sign(painter, self.look, button.icon, button.rect)
            return
        draw_button(painter, self.look, replace(button, words="", more="", icon=""), self.press)
        items = items_of(self._view, self._section) if self._view is not None else ()
        item = next((item for item in items if ITEM + item.form == button.name), None)
        if item is not None:
            draw_item(painter, self.look, replace(item, more=button.more), button.rect)

    @override
    def paint_more(self, painter: QPainter, dirty: QRect) -> None:
        form = self.form
        if form is None:
            return
        values = self._filled(form)
        entry = form.entry(self._field)
        if entry is not None and entry.editor in {Editor.CLOCK, Editor.DAY, Editor.LENGTH}:
            said, under = displayed(entry, values[entry.name], self._today)
            draw_value(painter, self.look, said, under, self._bench().display())
        cells = self._cells(form)
        if len(form.entries) < len(cells):
            room = cells[len(form.entries)]
            room.setBottom(self._fields_room().bottom())
            draw_notes(painter, self.look, form.notes(values), room)

    # touches

    @override
    def act(self, name: str) -> None:
        if self._pending is not None:
            return
        self._refusal = ""
        kind, _, rest = name.partition(" ")
        form = self.form
        if name == NEXT:
            self._page += 1
            self._change()
        elif name.startswith(ITEM):
            self.show_form(rest)
            self._ask_name()
        elif form is not None and kind == DEED.strip():
            self._do(form, rest)
        elif form is not None and name.startswith(FIELD):
            self._choose_field(form, rest)
        elif form is not None and (entry := form.entry(self._field)) is not None:
            self._fill(form, entry, name)

    def _ask_name(self) -> None:
        """Bring the letters up at once for something new that has no name yet."""
        form = self.form
        entry = form.entry(self._field) if form is not None else None
        if form is None or entry is None or entry.editor is not Editor.TEXT or entry.empty is not None:
            return
        if self._filled(form)[entry.name] is None:
            self._want_text(form, entry)

    def _choose_field(self, form: Form, name: str) -> None:
        self._field, self._page = name, 0
        self._change()
        entry = form.entry(name)
        if entry is not None and entry.editor is Editor.TEXT:
            self._want_text(form, entry)

    def _want_text(self, form: Form, entry: Entry) -> None:
        value = self._filled(form)[entry.name]
        known = any(option.key == value for option in entry.options)
        self.text_wanted.emit(entry.words, value if isinstance(value, str) and not known else "")

    def _fill(self, form: Form, entry: Entry, name: str) -> None:
        """Take a touch of the editor into the field that is up."""
        value = self._filled(form)[entry.name]
        kind, _, rest = name.partition(" ")
        if name == TYPE:
            self._want_text(form, entry)
        elif name == CLEAR:
            self._set(None)
        elif kind == KEY.strip():
            fresh = entry.name not in self._drafts.get(form.key, {})
            self._set(typed(entry, None if fresh and rest not in {ERASE, SIGN} else value, rest))
        elif kind == STEP.strip():
            self._set(stepped(entry, value, int(rest)))
        elif kind == SHORTCUT.strip():
            self._set(entry.shortcuts[int(rest)].value)
        elif kind == OPTION.strip():
            self._set(rest)

    def _set(self, value: Value) -> None:
        form = self.form
        if form is None or form.entry(self._field) is None:
            return
        filled = value if value != "" else None
        self._drafts[form.key] = {**self._drafts.pop(form.key, {}), self._field: filled}
        if len(self._drafts) > DRAFTS:
            del self._drafts[next(iter(self._drafts))]
        self._change()

    def _do(self, form: Form, name: str) -> None:
        """Ask for what a deed means, or say why it means nothing yet."""
        deed = form.deed(name)
        if deed is None:
            return
        meant = deed.make(self._filled(form))
        if isinstance(meant, str):
            self.show_refusal(meant)
            return
        self._pending = name
        self._change()
        self.change_asked.emit(meant)

    def _filled(self, form: Form) -> dict[str, Value]:
        return form.filled(self._drafts.get(form.key, {}))

    @property
    def _today(self) -> date:
        return self._view.today if self._view is not None else date.min

    def _change(self) -> None:
        self.arrange()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take figures, the mark, the sign and Enter from a keyboard as from the keys."""
        form = self.form
        entry = form.entry(self._field) if form is not None else None
        text = event.text()
        if form is None or entry is None:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.act(DEED + SAVE)
        elif entry.editor is Editor.FIGURE and text.isdigit() and text.isascii():
            self.act(KEY + text)
        elif entry.editor is Editor.FIGURE and text in {".", ","}:
            self.act(KEY + MARK)
        elif entry.editor is Editor.FIGURE and text == SIGN and entry.signed:
            self.act(KEY + SIGN)
        elif entry.editor is Editor.FIGURE and event.key() == Qt.Key.Key_Backspace:
            self.act(KEY + ERASE)
        else:
            super().keyPressEvent(event)
