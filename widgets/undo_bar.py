"""The bar after a save: what was kept, and eight seconds in which one touch takes it back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import MARGIN_U
from widgets.button import Button
from widgets.count_bar import UNDO, CountBar
from widgets.dock import Pace
from widgets.finger import Finger
from widgets.tap_book import Tap, TapKind
from widgets.words import clock, number, signed, translate

DETAIL: Final = "detail"


CAN_UNDO: Final = frozenset({TapKind.MISS, TapKind.COUNT, TapKind.REVIEW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A tap whose entry is on disk; `at` is when, in site time."""

    entry: str
    tap: Tap
    at: datetime | None = None
    has_detail: bool = True  # it is of the shift on show, whose details can be opened


class UndoBar(CountBar):
    """Says what was saved and offers to take it back; the line at its top and the ring run down together."""

    undo_touched = Signal(str)
    detail_touched = Signal(str)

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._saved: Saved | None = None
        self._aside = ""
        super().__init__(look, finger, parent, pace=pace)

    @property
    def saved(self) -> Saved | None:
        """Return what the bar speaks of, None while it speaks of a refusal."""
        return self._saved

    def show_saved(self, saved: Saved, aside: str = "") -> None:
        """Come up for an entry that is on disk; `aside` says in words what it did to the gap."""
        self._saved, self._aside, self._refused, self._undoing = saved, aside, "", False
        self.open()

    def show_aside(self, aside: str) -> None:
        """Say in other words what the save did to the gap, once the view knows."""
        if aside != self._aside:
            self._aside = aside
            self.update()

    def show_refused(self, sentence: str) -> None:
        """Come up for something that was not kept."""
        self._saved, self._refused, self._undoing = None, sentence, False
        self.open()

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        if self._saved is None or self._saved.tap.kind not in CAN_UNDO:
            return ()
        undo = self.undo_button()
        if self._saved.tap.kind is not TapKind.MISS or not self._saved.has_detail:
            return (undo,)
        detail = translate("board", "Add detail")
        return undo, Button(name=DETAIL, rect=self._detail_rect(), words=detail, icon="pen")

    def _detail_rect(self) -> QRectF:
        undo = self.undo_rect()
        right, margin = undo.left() - self.apart(24), self.look.px(MARGIN_U)
        left = margin if self.is_portrait else right - self.look.px(280)
        return QRectF(left, undo.top(), right - left, undo.height())

    @override
    def act(self, name: str) -> None:
        if self._saved is None or self._undoing:
            return
        if name == UNDO:
            self.undo_touched.emit(self._saved.entry)
        elif name == DETAIL:
            self.detail_touched.emit(self._saved.entry)

    @override
    def sentence(self) -> str:
        """Return what was saved, or why not, in one sentence."""
        if self._saved is None:
            return self._refused
        tap = self._saved.tap
        taken = tap.kind is TapKind.UNDO
        words = translate("board", "Taken back: {what}") if taken else translate("board", "Saved: {what}")
        return words.format(what=", ".join(part for part in _parts(tap) if part))

    @override
    def second(self) -> str:
        if self._saved is None:
            return ""
        at = clock(self._saved.at, seconds=True) if self._saved.at is not None else ""
        return " · ".join(part for part in (at, translate("board", "this screen"), self._aside) if part)

    @override
    def sign(self) -> str:
        return "" if self._saved is None else _icon(self._saved.tap)


def _icon(tap: Tap) -> str:
    return tap.icon or {TapKind.UNDO: "undo", TapKind.DETAIL: "pen"}.get(tap.kind, "tick")


def _parts(tap: Tap) -> tuple[str, ...]:
    """Return what a saved entry is about: its interval, and what was said of it."""
    match tap.kind:
        case TapKind.COUNT:
            words = translate("board", "count {change} {unit}")
            return tap.label, words.format(change=signed(tap.quantity), unit=tap.unit)
        case TapKind.REVIEW:
            return tap.label, translate("board", "reviewed")
        case TapKind.DETAIL:
            return tap.label, tap.name, translate("board", "details")
        case TapKind.MISS | TapKind.UNDO:
            quantity = f"{number(tap.quantity)} {tap.unit}".strip() if tap.quantity else ""
            return tap.label, tap.name, quantity
