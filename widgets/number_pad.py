"""Counts where no machine counts: a difference, typed; what stood before and what will stand are both shown."""

from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import HEADLINE, MARGIN_U, Token
from widgets import ink
from widgets.button import Button, Face, grid
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.words import MINUS, number, signed, translate

SAVE: Final = "save"
SIGN: Final = "sign"
ERASE: Final = "erase"
REASONS: Final = "reasons"
DIGITS: Final = 6
DRAFTS: Final = 16
"""Intervals whose figures are kept while nobody saves them."""
KEY_GUARD_S: Final = 0.12
"""Figures come quickly, and two of one kind may be meant; a bouncing contact is quicker still."""
ROWS: Final = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), (SIGN, "0", ERASE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is counted so far in an interval; `present` None: nobody has counted yet."""

    label: str  # 10–12
    unit: str
    present: int | None
    unexplained: int = 0


@dataclass(slots=True)
class _Draft:
    """Figures typed and not saved."""

    digits: str = ""
    minus: bool = False

    @property
    def difference(self) -> int:
        return int(self.digits or "0") * (-1 if self.minus else 1)


class NumberPad(Dock):
    """A pad of figures. Each interval keeps its own draft until it is saved."""

    count_entered = Signal(int)
    """The signed difference to what was counted before."""
    reasons_wanted = Signal()

    LANDSCAPE_U: ClassVar[float] = 476.0
    PORTRAIT_U: ClassVar[float] = 736.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._tally: Tally | None = None
        self._key: object = None
        self._drafts: dict[object, _Draft] = {}
        self._pending = False
        super().__init__(look, finger, parent, pace=pace)

    def show_tally(self, key: object, tally: Tally) -> None:
        """Take the interval by its key and what stands in it; the figures typed for it before are still there."""
        if (key, tally) != (self._key, self._tally):
            self._key, self._tally = key, tally
            self._change()

    def show_pending(self, *, pending: bool) -> None:
        """Keep Save pressed while the count is neither confirmed nor refused."""
        if pending != self._pending:
            self._pending = pending
            self._change()

    def forget(self, key: object) -> None:
        """Drop the figures typed for an interval: they are saved."""
        self._drafts.pop(key, None)
        self._change()

    @property
    def difference(self) -> int:
        """Return what is typed, with its sign."""
        return self._draft.difference

    @property
    def sum(self) -> int:
        """Return what will stand when this is saved."""
        return (self._tally.present or 0 if self._tally is not None else 0) + self.difference

    @property
    def refusal(self) -> str:
        """Return why what is typed cannot be saved, or nothing."""
        if self._tally is None or self.sum >= 0:
            return ""
        words = translate("board", "That would leave {n} {unit}. A count cannot fall below zero.")
        return words.format(n=number(self.sum), unit=self._tally.unit)

    @property
    def _draft(self) -> _Draft:
        draft = self._drafts.setdefault(self._key, _Draft())
        if len(self._drafts) > DRAFTS:
            del self._drafts[next(iter(self._drafts))]
        return draft

    @property
    @override
    def waits(self) -> bool:
        return self._pending

    @override
    def heading(self) -> tuple[str, str]:
        if self._tally is None:
            return "", ""
        return self._tally.label, translate("board", "How many {unit} more?").format(unit=self._tally.unit)

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        left_u = 440 if self.is_portrait else 960
        top_u, bottom_u = (248, 712) if self.is_portrait else (112, 452)
        area = self.room(left_u, top_u, -MARGIN_U, bottom_u)
        gap = self.look.px(16)
        cells = grid(area, 4, 4, gap)
        keys = [
            self._key_button(name, cells[row * 4 + column])
            for row, names in enumerate(ROWS)
            for column, name in enumerate(names)
        ]
        save = QRectF(cells[3].topLeft(), cells[15].bottomRight())
        words = translate("board", "Save")
        dim = not self._can_save
        keys.append(Button(name=SAVE, rect=save, words=words, face=Face.PRIMARY, held=self._pending, dim=dim))
        if self._tally is not None and self._tally.unexplained:
            rect = self.room(MARGIN_U, bottom_u - 84, 416 if self.is_portrait else 480, bottom_u)
            words = translate("board", "Give the reason")
            keys.append(Button(name=REASONS, rect=rect, words=words, icon="query"))
        return tuple(keys)

    def _key_button(self, name: str, rect: QRectF) -> Button:
        if name == ERASE:
            words = translate("board", "Erase")
            return Button(name=ERASE, rect=rect, words=words, face=Face.KEY, icon="left", guard_s=KEY_GUARD_S)
        words = f"+/{MINUS}" if name == SIGN else name
        return Button(name=name, rect=rect, words=words, face=Face.KEY, guard_s=KEY_GUARD_S)

    @override
    def paint_more(self, painter: QPainter, dirty: QRect) -> None:
        if self._tally is None:
            return
        look, left, width = self.look, self.look.px(MARGIN_U), self.look.px(380 if self.is_portrait else 860)
        top_u = 248 if self.is_portrait else 112
        draft = self._draft
        figure = signed(self.difference) if self.difference else (f"{MINUS}0" if draft.minus else "0")
        token: Token = "text" if draft.digits else "text3"
        size_u = HEADLINE.size_u if len(draft.digits) < 5 or not self.is_portrait else 84
        ink.text(painter, look, left, self.upright(top_u + 90), figure, size_u, 700, token, max_width=width)
        lines: tuple[str, ...] = self._standing()
        if self.refusal:
            lines, token = ink.wrap(self.refusal, look.font(30, 500), width, 4), "missLine"
        for place, line in enumerate(lines):
            baseline = self.upright(top_u + 146) + place * look.px(38)
            token = token if self.refusal else "text2"
            ink.text(painter, look, left, baseline, line, 30, 500, token, max_width=width)

    def _standing(self) -> tuple[str, ...]:
        """Return what stands, and what will."""
        if self._tally is None:
            return ()
        unit = self._tally.unit
        before = (
            translate("board", "not counted yet")
            if self._tally.present is None
            else translate("board", "{n} {unit} counted").format(n=number(self._tally.present), unit=unit)
        )
        if not self._draft.digits:
            return (before,)
        after = translate("board", "{n} {unit} with this").format(n=number(self.sum), unit=unit)
        return before, after

    @override
    def act(self, name: str) -> None:
        draft = self._draft
        if self._pending:
            return
        if name == SAVE:
            self._save()
            return
        if name == REASONS:
            self.reasons_wanted.emit()
            return
        if name == SIGN:
            draft.minus = not draft.minus
        elif name == ERASE:
            draft.digits = draft.digits[:-1]
            draft.minus = draft.minus and bool(draft.digits)
        elif len(draft.digits) < DIGITS:
            draft.digits = (draft.digits + name).lstrip("0") or "0"
        self._change()

    def _save(self) -> None:
        """Give the difference on; nothing typed, or what would fall below zero, is not given."""
        if self._can_save:
            self.count_entered.emit(self.difference)

    @property
    def _can_save(self) -> bool:
        first = self._tally is not None and self._tally.present is None
        return bool(self._draft.digits and not self.refusal and (self.difference or first))

    def _change(self) -> None:
        self._refusal = ""
        self.arrange()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take figures from a keyboard as from the pad."""
        if event.text().isdigit() and event.text().isascii():
            self.act(event.text())
        elif event.text() in {"-", "+"}:
            self._draft.minus = event.text() == "-"
            self._change()
        elif event.key() == Qt.Key.Key_Backspace:
            self.act(ERASE)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.act(SAVE)
        else:
            super().keyPressEvent(event)
