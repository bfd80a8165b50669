"""The bar after a save: what was kept, and eight seconds in which one touch takes it back."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import FIGURE_DROP, MARGIN_U, Token
from widgets import ink
from widgets.button import FINE, Button, Face
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.tap_book import Tap, TapKind
from widgets.words import clock, number, signed, translate

UNDO: Final = "undo"
DETAIL: Final = "detail"
LINE_U: Final = 4.0
RING_U: Final = 84.0
RING_WIDTH_U: Final = 8.0


CAN_UNDO: Final = frozenset({TapKind.MISS, TapKind.COUNT, TapKind.REVIEW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A tap whose entry is on disk; `at` is when, in site time."""

    entry: str
    tap: Tap
    at: datetime | None = None


class UndoBar(Dock):
    """Says what was saved and offers to take it back; the line at its top and the ring run down together."""

    undo_touched = Signal(str)
    detail_touched = Signal(str)

    LANDSCAPE_U: ClassVar[float] = 202.0
    PORTRAIT_U: ClassVar[float] = 320.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._saved: Saved | None = None
        self._aside = ""
        self._refused = ""
        self._undoing = False
        super().__init__(look, finger, parent, pace=pace)
        finger.stirred.disconnect(self.stay)

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

    def show_undoing(self, *, undoing: bool) -> None:
        """Keep Undo pressed while its own save is pending."""
        self._undoing = undoing
        self.stay()
        self.arrange()
        self.update()

    @property
    @override
    def stays_s(self) -> float:
        return self._pace.undo_s

    @property
    @override
    def waits(self) -> bool:
        return self._undoing

    @override
    def way_back(self) -> str:
        return ""

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        if self._saved is None or self._saved.tap.kind not in CAN_UNDO:
            return ()
        words = translate("board", "Undo")
        undo = Button(name=UNDO, rect=self._undo_rect(), words=words, face=Face.PRIMARY, held=self._undoing)
        if self._saved.tap.kind is not TapKind.MISS:
            return (undo,)
        detail = translate("board", "Add detail")
        return undo, Button(name=DETAIL, rect=self._detail_rect(), words=detail, icon="pen")

    def _undo_rect(self) -> QRectF:
        if self.is_portrait:
            return self.room(-560 + 1080, 172, -MARGIN_U, 296)
        return QRectF(self.width() - self.look.px(560), self.upright(34), self.look.px(520), self.upright(124))

    def _detail_rect(self) -> QRectF:
        if self.is_portrait:
            return self.room(MARGIN_U, 172, 500, 296)
        undo = self._undo_rect()
        return QRectF(undo.left() - self.look.px(304), undo.top(), self.look.px(280), undo.height())

    @override
    def act(self, name: str) -> None:
        if self._saved is None or self._undoing:
            return
        if name == UNDO:
            self.undo_touched.emit(self._saved.entry)
        elif name == DETAIL:
            self.detail_touched.emit(self._saved.entry)

    @override
    def count_rect(self) -> QRectF:
        return QRectF(0, 0, self.width(), self.height())

    @override
    def paint_top(self, painter: QPainter) -> None:
        look, width = self.look, float(self.width())
        painter.fillRect(QRectF(0, 0, width, look.px(LINE_U)), look.colour("line"))
        token: Token = "missLine" if self._refused else "focus"
        painter.fillRect(QRectF(0, 0, width * self._share(), look.px(LINE_U)), look.colour(token))

    @override
    def paint_count(self, painter: QPainter) -> None:
        """Paint nothing: the ring counts."""

    @override
    def paint_heading(self, painter: QPainter) -> None:
        look = self.look
        side, middle = look.px(84), self._middle()
        square = QRectF(look.px(44), middle - side / 2 - look.px(9), side, side)
        if self._refused:
            ink.icon(painter, look, "cross", square, "missLine", 3.0)
        elif self._saved is not None:
            ink.icon(painter, look, _icon(self._saved.tap), square, "text", FINE)
        left = look.px(156)
        room = self._text_right() - left
        lines = ink.wrap(self.sentence(), look.font(46, 600), room, 4 if self.is_portrait and self._refused else 2)
        second = "" if self._refused else self._second()
        step, small = look.px(52), look.px(43)
        top = (
            middle - (step * (len(lines) - 1) + (small if second else 0)) / 2 + look.px(FIGURE_DROP * 46) - look.px(10)
        )
        for place, line in enumerate(lines):
            ink.text(painter, look, left, top + place * step, line, 46, 600, "missLine" if self._refused else "text")
        baseline = top + (len(lines) - 1) * step + small
        ink.text(painter, look, left, baseline, second, 26, 500, "text2", max_width=room)

    @override
    def paint_button(self, painter: QPainter, button: Button) -> None:
        if button.name != UNDO:
            super().paint_button(painter, button)
            return
        super().paint_button(painter, replace(button, words=""))
        look, middle = self.look, button.rect.center().y()
        left, side = button.rect.left() + look.px(36), look.px(65)
        ink.icon(painter, look, "undo", QRectF(left, middle - side / 2, side, side), "bg", 2.3)
        ink.text(painter, look, left + look.px(86), middle + look.px(FIGURE_DROP * 50), button.words, 50, 700, "bg")
        centre = QPointF(button.rect.right() - look.px(76), middle)
        self._paint_ring(painter, centre)

    def _paint_ring(self, painter: QPainter, centre: QPointF) -> None:
        look, radius = self.look, self.look.px(RING_U / 2)
        around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        pen = QPen(look.mixed("bg", "text", 0.72), look.px(RING_WIDTH_U))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawEllipse(around)
        pen.setColor(look.colour("bg"))
        painter.setPen(pen)
        painter.drawArc(around, 90 * 16, round(-360 * 16 * self._share()))
        baseline = centre.y() + look.px(FIGURE_DROP * 44)
        ink.text(painter, look, centre.x(), baseline, str(self.left_s), 44, 700, "bg", "centre")

    def sentence(self) -> str:
        """Return what was saved, or why not, in one sentence."""
        if self._saved is None:
            return self._refused
        tap = self._saved.tap
        taken = tap.kind is TapKind.UNDO
        words = translate("board", "Taken back: {what}") if taken else translate("board", "Saved: {what}")
        return words.format(what=", ".join(part for part in _parts(tap) if part))

    def _second(self) -> str:
        if self._saved is None:
            return ""
        at = clock(self._saved.at, seconds=True) if self._saved.at is not None else ""
        return " · ".join(part for part in (at, translate("board", "this screen"), self._aside) if part)

    def _middle(self) -> float:
        """Return the line on which icon and words are centred."""
        if not self.is_portrait:
            return self._undo_rect().center().y()
        return self.height() / 2 if self._refused else self.upright(86)

    def _text_right(self) -> float:
        if self.is_portrait or not self._buttons:
            return self.width() - self.look.px(MARGIN_U)
        return min(button.rect.left() for button in self._buttons) - self.look.px(24)

    def _share(self) -> float:
        return min(1.0, self.left_s / self.stays_s) if self.stays_s else 0.0


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
