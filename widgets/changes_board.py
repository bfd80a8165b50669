"""What a supervisor changes on the wall: plan, targets, reasons, people, days not worked; and what was changed."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.journal.intention import Intention, Undo
from board.views.changes import Change, Changes
from board.views.freshness import Stage
from themes.qt import Look
from widgets.cell import CellSurface
from widgets.changes_face import (
    CardFace,
    ChangeFace,
    Face,
    LeafFace,
    LineFace,
    change_face,
    days_face,
    line_face,
    lines_face,
    made_face,
    people_face,
    plan_face,
    reasons_face,
    targets_face,
)
from widgets.changes_forms import Section, is_line
from widgets.changes_paint import CardPainter
from widgets.changes_panel import ChangesPanel
from widgets.changes_place import Cards, cards_of
from widgets.changes_say import change_label, saved_words
from widgets.dock import Pace
from widgets.finger import Finger
from widgets.press import Press, Target
from widgets.saved_bar import SavedBar
from widgets.text_pad import TextPad
from widgets.words import plural, translate

LINE: Final = "line "
CHANGE: Final = "change "
UNDO: Final = "undo "
NEWER: Final = "newer"
OLDER: Final = "older"
MORE_LINES: Final = "more lines"
SECTIONS: Final = {section.value: section for section in Section}


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that was asked to be kept and has no answer yet; `by_panel`: the panel waits for it."""

    intention: Intention
    by_panel: bool


class ChangesBoard(CellSurface):
    """Six cards; a touch on one opens its form. Everything saved stands in the list of changes, where it is undone."""

    keep_asked = Signal(object)
    """An Intention that has no id yet."""
    node_chosen = Signal(str)
    """A line of an area was touched."""

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        super().__init__(look, parent)
        self._view: Changes | None = None
        self._cards: Cards | None = None
        self._leaf = 0
        self._lines_leaf = 0
        self._asked: list[Asked] = []
        self._bar_node = ""
        self._press = Press(self, finger)
        self._press.touched.connect(self._touched)
        self.bar: Final = SavedBar(look, finger, self, pace=pace)
        self.panel: Final = ChangesPanel(look, finger, self, pace=pace)
        self.text: Final = TextPad(look, finger, self, pace=pace)
        self.bar.undo_chosen.connect(self._undo_by_bar)
        self.panel.change_asked.connect(self._panel_asks)
        self.panel.text_wanted.connect(self._text_wanted)
        self.panel.closed.connect(self._give_keys_back)
        self.text.text_given.connect(self._text_given)
        self.text.closed.connect(self._text_left)
        self.setAccessibleName(self.title())

    def show_changes(self, view: Changes) -> None:
        """Show a view; an equal one costs nothing, another one repaints the cards that differ."""
        if view == self._view:
            return
        if self._view is not None and view.node != self._view.node:
            self._leaf = self._lines_leaf = 0
            self.panel.shut()
            self.text.shut()
        self._view = view
        self.panel.show_view(view)
        self._lay_out()

    def show_age(self, stage: Stage, age_s: int | None) -> None:
        """Show nothing else: what people have set does not age with what the machines say."""

    def show_kept(self, intention: Intention) -> None:
        """Take the answer that a change is on disk: only now anything says saved."""
        asked = self._answered(intention)
        if asked is None or self._view is None:
            return
        what = saved_words(intention, self._view)
        taken_back = isinstance(intention, Undo)
        self.bar.show_undoing(undoing=False)
        if asked.by_panel:
            self.panel.show_pending(pending=False)
            self.panel.forget()
            self.panel.shut()
        words = translate("board", "Taken back: {what}") if taken_back else translate("board", "Saved: {what}")
        self._bar_node = intention.node
        self.bar.show_saved(words.format(what=what), "" if taken_back else intention.id)
        self._lay_out()
        self._give_keys_back()

    def show_not_kept(self, intention: Intention, sentence: str) -> None:
        """Take the answer that a change was not kept, and say so where it was made; what was typed is still there."""
        asked = self._answered(intention)
        if asked is None:
            return
        self.bar.show_undoing(undoing=False)
        if asked.by_panel:
            self.panel.show_pending(pending=False)
        if asked.by_panel and self.panel.is_open:
            self.panel.show_refusal(sentence)
        else:
            self.bar.show_refused(sentence)
        self._lay_out()

    def open_section(self, section: Section) -> None:
        """Bring up the things of a section."""
        self.panel.show_section(section)
        self.panel.open()

    def open_form(self, section: Section, key: str) -> None:
        """Bring up the form of one thing of a section."""
        self.open_section(section)
        self.panel.show_form(key)

    @override
    def show_look(self, look: Look) -> None:
        """Take another theme or another size of u, with everything that docks on the page."""
        for dock in (self.bar, self.panel, self.text):
            dock.show_look(look)
        super().show_look(look)

    @override
    def title(self) -> str:
        return translate("board", "Changes")

    @override
    def arrange(self) -> None:
        """Work out where everything is."""
        room = QRectF(self.rect())
        if room.isEmpty():
            return
        for dock in (self.bar, self.panel, self.text):
            dock.settle(room)
        self._lay_out()

    @override
    def words_of(self, name: str, face: Hashable) -> str:
        """Return in words what cannot be touched: cards that do not open, and the changes that were made."""
        if isinstance(face, ChangeFace):
            return ", ".join(part for part in (face.subject, face.what, face.stamp) if part)
        return _card_label(face) if isinstance(face, CardFace) and not face.opens else ""

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one part of the page."""
        parts = CardPainter(painter, self.look)
        pressed, focused = self._press.is_pressed(name), self._press.is_focused(name)
        match face:
            case CardFace():
                parts.card(face, rect, pressed=pressed, focused=focused)
            case LineFace():
                parts.line(face, rect, pressed=pressed, focused=focused)
            case LeafFace():
                parts.leaf(face, rect, pressed=pressed, focused=focused)
            case ChangeFace():
                parts.change(face, rect)
                undo = UNDO + name.removeprefix(CHANGE)
                place = self._press.rect_of(undo)
                if place is not None:
                    held = face.undoing or self._press.is_pressed(undo)
                    parts.undo(place, pressed=held, focused=self._press.is_focused(undo))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing wait for a touch while the page cannot be seen; what was typed stays."""
        for dock in (self.bar, self.panel, self.text):
            dock.shut()
        super().hideEvent(event)

    # touches

    def _touched(self, name: str) -> None:
        if name in SECTIONS:
            self.open_section(SECTIONS[name])
        elif name.startswith(LINE):
            self.node_chosen.emit(name.removeprefix(LINE))
        elif name.startswith(UNDO):
            self._undo(name.removeprefix(UNDO))
        elif name == MORE_LINES:
            self._lines_leaf += 1
            self._lay_out()
        else:
            self._leaf += 1 if name == OLDER else -1
            self._lay_out()

    def _undo(self, entry: str) -> None:
        change = next((one for one in self._made() if one.entry == entry), None)
        if change is not None and not change.undone and not self._is_undoing(entry):
            self._ask(Undo(id="", node=change.node, subject=entry))

    def _undo_by_bar(self, entry: str) -> None:
        if not self._is_undoing(entry):
            self.bar.show_undoing(undoing=True)
            self._ask(Undo(id="", node=self._bar_node, subject=entry))

    def _panel_asks(self, intention: Intention) -> None:
        self._ask(intention, by_panel=True)

    def _ask(self, intention: Intention, *, by_panel: bool = False) -> None:
        self._asked.append(Asked(intention, by_panel))
        self._lay_out()
        self.keep_asked.emit(intention)

    def _answered(self, intention: Intention) -> Asked | None:
        """Return what this is the answer to, and wait for it no longer; None: it was asked elsewhere."""
        for asked in self._asked:
            if replace(intention, id="", actor=asked.intention.actor) == asked.intention:
                self._asked.remove(asked)
                return asked
        return None

    def _is_undoing(self, entry: str) -> bool:
        return any(isinstance(one.intention, Undo) and one.intention.subject == entry for one in self._asked)

    def _text_wanted(self, title: str, text: str) -> None:
        self.panel.shut()
        self.text.show_text(title, text)
        self.text.open()

    def _text_given(self, text: str) -> None:
        self.text.shut()
        self.panel.take_text(text)
        self.panel.open()

    def _text_left(self) -> None:
        self._text_given(self.text.text.strip())

    def _give_keys_back(self) -> None:
        if not self.panel.is_open and not self.text.is_open:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # where everything is, and what it shows

    def _made(self) -> tuple[Change, ...]:
        return self._view.made if self._view is not None else ()

    def _lay_out(self) -> None:
        """Work out places, faces and targets anew; repaint what differs."""
        view, u = self._view, self.look.u
        if view is None or min(self.width(), self.height()) < 1:
            return
        self._cards = cards = cards_of(self.width() / u, self.height() / u, several=not is_line(view))
        parts = {name: (place, face) for name, place, face in self._parts(view, cards)}
        self.put_places({name: self._scaled(place) for name, (place, _) in parts.items()})
        self.put_faces({name: face for name, (_, face) in parts.items()})
        self._press.show_targets(self._targets(view, cards, parts))
        self.setAccessibleDescription(_spoken(view))

    def _parts(self, view: Changes, cards: Cards) -> Iterator[tuple[str, QRectF, Face]]:
        """Yield every part of the page with its place and its face, cards before what lies on them."""
        faces = {
            "plan": plan_face(view) if is_line(view) else lines_face(view),
            "targets": targets_face(view),
            "reasons": reasons_face(view),
            "people": people_face(view),
            "days": days_face(view),
            "made": made_face(view),
        }
        for name, face in faces.items():
            yield name, cards.places[name], face
        if not is_line(view):
            yield from self._line_parts(view, cards)
        yield from self._made_parts(view, cards)

    def _line_parts(self, view: Changes, cards: Cards) -> Iterator[tuple[str, QRectF, Face]]:
        shown, more = view.lines, len(view.lines) > cards.lines
        if more:
            each = max(1, cards.lines - 1)
            start = self._lines_leaf % -(-len(view.lines) // each) * each
            shown = view.lines[start : start + each]
        for number, line in enumerate(shown):
            yield LINE + line.id, cards.line(number), line_face(view, line.id, line.name)
        if more:
            face = LeafFace(words=translate("board", "More lines"), icon="down")
            yield MORE_LINES, cards.line(cards.lines - 1), face

    def _made_parts(self, view: Changes, cards: Cards) -> Iterator[tuple[str, QRectF, Face]]:
        shown, more = view.made, len(view.made) > cards.changes
        if more:
            each = max(1, cards.changes - 1)
            last = (len(view.made) - 1) // each
            self._leaf = max(0, min(self._leaf, last))
            shown = view.made[self._leaf * each : (self._leaf + 1) * each]
            yield NEWER, cards.leaf(0), LeafFace(words=translate("board", "Newer"), icon="up", dim=self._leaf == 0)
            yield OLDER, cards.leaf(1), LeafFace(words=translate("board", "Older"), icon="down", dim=self._leaf == last)
        for number, change in enumerate(shown):
            face = change_face(change, view, undoing=self._is_undoing(change.entry))
            yield CHANGE + change.entry, cards.change(number), face

    def _targets(self, view: Changes, cards: Cards, parts: dict[str, tuple[QRectF, Face]]) -> Iterator[Target]:
        """Yield everything that can be touched, in the order of the Tab key."""
        changes = [name for name in parts if name.startswith(CHANGE)]
        made = {change.entry: change for change in view.made}
        for name, (place, face) in parts.items():
            match face:
                case CardFace(opens=True):
                    yield Target(name=name, rect=self._scaled(place), label=_card_label(face))
                case LineFace():
                    label = ", ".join(part for part in (face.name, face.said) if part)
                    yield Target(name=name, rect=self._scaled(place), label=label)
                case LeafFace():
                    yield Target(name=name, rect=self._scaled(place), label=face.words)
                case ChangeFace(undone=False):
                    entry = name.removeprefix(CHANGE)
                    rect = self._scaled(cards.undo(changes.index(name)))
                    label = f"{translate('board', 'Undo')}: {change_label(made[entry], view)}"
                    yield Target(name=UNDO + entry, rect=rect, label=label)

    def _scaled(self, rect: QRectF) -> QRectF:
        px = self.look.px
        return QRectF(px(rect.left()), px(rect.top()), px(rect.width()), px(rect.height()))


def _card_label(face: CardFace) -> str:
    """Return a card in words: its title and every row of it."""
    rows = [", ".join(part for part in (row.name, row.aside, row.value, row.under) if part) for row in face.rows]
    said = "; ".join(rows) or face.empty
    return ". ".join(part for part in (face.title, said, face.note) if part)


def _spoken(view: Changes) -> str:
    made = sum(not change.undone for change in view.made)
    return plural("{n} change made on this wall", "{n} changes made on this wall", made).format(n=made)
