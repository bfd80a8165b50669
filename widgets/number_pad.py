"""Counts where no machine counts: a difference, typed; what stood before and what will stand are both shown."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import HEADLINE, MARGIN_U, Token
from widgets import ink
from widgets.button import Button
from widgets.dock import Pace
from widgets.finger import Finger
from widgets.key_pad import BOTTOM_U, DRAFTS, ERASE, SAVE, KeyPad
from widgets.words import MINUS, number, signed, translate

SIGN: Final = "sign"
REASONS: Final = "reasons"
DIGITS: Final = 6


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


class NumberPad(KeyPad):
    """A pad of figures. Each interval keeps its own draft until it is saved."""

    count_entered = Signal(int)
    """The signed difference to what was counted before."""
    reasons_wanted = Signal()

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._tally: Tally | None = None
        self._key: object = None
        self._drafts: dict[object, _Draft] = {}
        super().__init__(look, finger, parent, pace=pace)

    def show_tally(self, key: object, tally: Tally) -> None:
        """Take the interval by its key and what stands in it; the figures typed for it before are still there."""
        if (key, tally) != (self._key, self._tally):
            self._key, self._tally = key, tally
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

    @override
    def heading(self) -> tuple[str, str]:
        if self._tally is None:
            return "", ""
        return self._tally.label, translate("board", "How many {unit} more?").format(unit=self._tally.unit)

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        keys = self.place_keys()
        if self._tally is not None and self._tally.unexplained:
            bottom_u = BOTTOM_U[self.is_portrait]
            rect = self.room(MARGIN_U, bottom_u - 84, 416 if self.is_portrait else 480, bottom_u)
            words = translate("board", "Give the reason")
            keys.append(Button(name=REASONS, rect=rect, words=words, icon="query"))
        return tuple(keys)

    @override
    def own_key(self) -> tuple[str, str]:
        return SIGN, f"+/{MINUS}"

    @override
    def take_text(self, text: str) -> bool:
        if text in {"-", "+"}:
            self._draft.minus = text == "-"
            self._change()
        return text in {"-", "+"}

    @override
    def paint_more(self, painter: QPainter, dirty: QRect) -> None:
        if self._tally is None:
            return
        look, left, width = self.look, self.look.px(MARGIN_U), self.figure_width
        top_u = self.figure_top_u
        draft = self._draft
        figure = signed(self.difference) if self.difference else (f"{MINUS}0" if draft.minus else "0")
        token: Token = "text" if draft.digits else "text3"
        size_u = ink.fitting_size(look, figure, (HEADLINE.size_u, 84, 72), 700, width)
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
        if self.can_save:
            self.count_entered.emit(self.difference)

    @property
    @override
    def can_save(self) -> bool:
        first = self._tally is not None and self._tally.present is None
        return bool(self._draft.digits and not self.refusal and (self.difference or first))
