"""A pad of figures for a value as it shall stand: what stands now, what is typed, and what stood before."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QPointF, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import HEADLINE, MARGIN_U, Token
from widgets import ink
from widgets.button import Button
from widgets.dock import Pace
from widgets.finger import Finger
from widgets.key_pad import DRAFTS, ERASE, SAVE, KeyPad
from widgets.words import decimal_point, number, translate

MARK: Final = "mark"
DIGITS: Final = 9
DECIMALS: Final = 3
STRUCK_U: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is typed: `lead` and `question` above the pad, `stands` beside the figure, `earlier` ones struck.

    `optional`: nothing at all may be given too; `done`: the words on the button, where it is not Save.
    """

    lead: str
    question: str
    unit: str
    present: Fraction | None = None
    stands: str = ""
    earlier: tuple[tuple[str, str], ...] = ()
    decimals: int = DECIMALS  # most that are typed; 0: whole figures
    optional: bool = False
    done: str = ""
    back: str = ""


class FigurePad(KeyPad):
    """Types a value of nought or more. Each subject keeps its own draft until it is saved."""

    figure_given = Signal(object)
    """The Fraction as it shall stand, or None where nothing was typed and that is allowed."""
    back_wanted = Signal()
    """One step back, where there is one (`Ask.back`)."""

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._ask: Ask | None = None
        self._key: object = None
        self._drafts: dict[object, str] = {}
        super().__init__(look, finger, parent, pace=pace)

    def show_ask(self, key: object, ask: Ask) -> None:
        """Take the subject by its key and what is asked of it; the figures typed for it before are still there."""
        if (key, ask) == (self._key, self._ask):
            return
        self._key, self._ask = key, ask
        if ask.optional and key not in self._drafts:
            self._put(plain(ask.present))
        self._change()

    def forget(self, key: object) -> None:
        """Drop the figures typed for a subject: they are saved."""
        if self._drafts.pop(key, None) is not None:
            self._change()

    @property
    def typed(self) -> str:
        """Return the figures as typed, with a point as decimal mark."""
        return self._drafts.get(self._key, "")

    @property
    def value(self) -> Fraction | None:
        """Return what is typed as a value, None where nothing is."""
        return Fraction(self.typed.rstrip(".")) if self.typed.rstrip(".") else None

    @override
    def heading(self) -> tuple[str, str]:
        return ("", "") if self._ask is None else (self._ask.lead, self._ask.question)

    @override
    def way_back(self) -> str:
        return self._ask.back if self._ask is not None and self._ask.back else translate("board", "Not now")

    @override
    def go_back(self) -> None:
        if self._ask is not None and self._ask.back:
            self.shut()
            self.back_wanted.emit()
        else:
            self.leave()

    @override
    def place_buttons(self) -> Sequence[Button]:
        return self.place_keys(self._ask.done if self._ask is not None else "")

    @override
    def own_key(self) -> tuple[str, str] | None:
        return (MARK, decimal_point()) if self._ask is None or self._ask.decimals else None

    @override
    def take_text(self, text: str) -> bool:
        if text in {".", ","}:
            self.act(MARK)
        return text in {".", ","}

    @override
    def paint_more(self, painter: QPainter, dirty: QRect) -> None:
        ask = self._ask
        if ask is None:
            return
        look, left, width = self.look, self.look.px(MARGIN_U), self.figure_width
        top_u = self.figure_top_u
        figure = shown(self.typed) if self.typed else "0"
        colour: Token = "text" if self.typed else "text3"
        size_u = ink.fitting_size(look, figure, (HEADLINE.size_u, 84, 62, 46), 700, width)
        base = self.upright(top_u + 90)
        taken = ink.text(painter, look, left, base, figure, size_u, 700, colour, max_width=width)
        ink.text(painter, look, left + taken + look.px(12), base, ask.unit, 40, 500, "text2", max_width=width - taken)
        base = self.upright(top_u + 150)
        ink.text(painter, look, left, base, ask.stands, 30, 500, "text2", max_width=width)
        for place, (old, who) in enumerate(ask.earlier[:3], 1):
            at = QPointF(left, base + place * look.px(40))
            taken = self._paint_struck(painter, at, old) + look.px(16)
            ink.text(painter, look, left + taken, at.y(), who, 26, 500, "text3", max_width=width - taken)

    def _paint_struck(self, painter: QPainter, at: QPointF, figure: str) -> float:
        look = self.look
        taken = ink.text(painter, look, at.x(), at.y(), figure, 26, 500, "text3")
        painter.setPen(look.pen("text3", STRUCK_U))
        painter.drawLine(at - QPointF(0, look.px(9)), at + QPointF(taken, -look.px(9)))
        return taken

    @override
    def act(self, name: str) -> None:
        if self._pending:
            return
        if name == SAVE:
            if self.can_save:
                self.figure_given.emit(self.value)
            return
        typed = self.typed
        if name == ERASE:
            self._put(typed[:-1])
        elif name == MARK:
            if "." not in typed and self._ask is not None and self._ask.decimals:
                self._put((typed or "0") + ".")
        elif self._has_room(typed):
            self._put(name if typed == "0" else typed + name)
        self._change()

    def _has_room(self, typed: str) -> bool:
        decimals = self._ask.decimals if self._ask is not None else 0
        _, mark, after = typed.partition(".")
        return len(typed) < DIGITS and not (mark and len(after) >= decimals)

    def _put(self, typed: str) -> None:
        self._drafts.pop(self._key, None)
        if typed or (self._ask is not None and self._ask.optional):
            self._drafts[self._key] = typed
        if len(self._drafts) > DRAFTS:
            del self._drafts[next(iter(self._drafts))]

    @property
    @override
    def can_save(self) -> bool:
        if self._ask is None or self._pending:
            return False
        return self._ask.optional or (self.value is not None and self.value != self._ask.present)


def plain(value: Fraction | None) -> str:
    """Return a value as it would be typed: 612, 3.25; nothing for none."""
    if value is None:
        return ""
    text = f"{float(value):.{DECIMALS}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(typed: str) -> str:
    """Return typed figures as they are shown: thousands apart, with the decimal mark of the language."""
    before, mark, after = typed.partition(".")
    return number(int(before or "0")) + (decimal_point() + after if mark else "")
