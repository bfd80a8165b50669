"""The tray: intervals whose gap nobody has explained yet; touching one asks for its reason."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.sicb import TrayItem
from themes.qt import Look
from themes.token import MARGIN_U
from widgets import ink
from widgets.button import ROW_U, Button, Face, grid, row_room
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.words import day_text, number, span_label, translate

NEXT: Final = "next"


class TraySheet(Dock):
    """Lists what waits for a reason, the oldest first, in pages."""

    gap_chosen = Signal(object)
    """The TrayItem that was touched."""

    LANDSCAPE_U: ClassVar[float] = 476.0
    PORTRAIT_U: ClassVar[float] = 736.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._items: tuple[TrayItem, ...] = ()
        self._unit = ""
        self._names: dict[str, str] = {}
        self._page = 0
        super().__init__(look, finger, parent, pace=pace)

    def show_tray(self, items: Sequence[TrayItem], unit: str, names: Mapping[str, str]) -> None:
        """Take what waits, its unit, and the names of lines by node."""
        if (tuple(items), unit, dict(names)) != (self._items, self._unit, self._names):
            self._items, self._unit, self._names = tuple(items), unit, dict(names)
            self._page = min(self._page, max(0, (len(self._items) - 1) // self._each))
            self.arrange()
            self.update()

    @property
    def _shape(self) -> tuple[int, int]:
        return (2, 4) if self.is_portrait else (3, 3)

    @property
    def _each(self) -> int:
        places = self._shape[0] * self._shape[1]
        return places if len(self._items) <= places else places - 1

    @override
    def heading(self) -> tuple[str, str]:
        if not self._items:
            return "", translate("board", "Nothing waiting")
        return str(len(self._items)), translate("board", "waiting for a reason. Touch one.")

    @override
    def way_back(self) -> str:
        return translate("board", "Back")

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        area = self.room(MARGIN_U, 248 if self.is_portrait else 112, -MARGIN_U, 712 if self.is_portrait else 452)
        cells = grid(area, *self._shape, self.apart(16))
        start = self._page * self._each
        shown = list(enumerate(self._items))[start : start + self._each]
        rows = [self._row(str(place), item, cell) for (place, item), cell in zip(shown, cells, strict=False)]
        if self._each < len(self._items):
            words = translate("board", "More")
            rows.append(Button(name=NEXT, rect=cells[-1], words=words, face=Face.ROW, icon="other"))
        return tuple(rows)

    def _row(self, name: str, item: TrayItem, rect: QRectF) -> Button:
        words = self._words(item, row_room(rect, self.look))
        return Button(name=name, rect=rect, words=words, face=Face.ROW, icon="inbox", more=self._of(item))

    def _words(self, item: TrayItem, room: float) -> str:
        """Return the time of a gap and how much it is, with its unit where there is room."""
        said = f"{span_label(item.starts, item.ends)}  {number(item.unexplained)}"
        whole = f"{said} {self._unit}".strip()
        return whole if ink.text_width(self.look, whole, ROW_U, 600) <= room else said

    def _of(self, item: TrayItem) -> str:
        name = self._names.get(item.node, "")
        return " · ".join(part for part in (name, day_text(item.starts.date())) if part)

    @override
    def paint_more(self, painter: QPainter, dirty: QRect) -> None:
        if not self._items:
            left, baseline = self.look.px(MARGIN_U), self.upright(300 if self.is_portrait else 170)
            words = translate("board", "Every gap has its reason.")
            ink.text(painter, self.look, left, baseline, words, 30, 500, "text3")

    @override
    def act(self, name: str) -> None:
        if name == NEXT:
            pages = -(-len(self._items) // self._each)
            self._page = (self._page + 1) % pages
            self.arrange()
            self.update()
        else:
            self.gap_chosen.emit(self._items[int(name)])
