"""The question after a miss: what was it? Up to eight tiles in fixed places; one touch is the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.sicb import ReasonTile
from themes.qt import Look
from themes.token import MARGIN_U
from widgets import ink
from widgets.button import Button, Face, grid
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.words import number, translate

PLACES: Final = 8
NEXT: Final = "next"
COUNT: Final = "count"
GIVEN: Final = "given"
TILE: Final = "tile "
EXTRA_U: Final = 230.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is asked about: an interval's unexplained quantity; `given` reasons are known of it already."""

    label: str  # 08–10
    unexplained: int
    unit: str
    given: int = 0
    by_hand: bool = False  # its count can be corrected


class ReasonSheet(Dock):
    """Asks for the reason of a gap. A tile stays pressed until the board is told that it was saved or refused."""

    reason_chosen = Signal(str)
    """The code of the reason touched; once per touch that is not pending already."""
    count_wanted = Signal()
    given_wanted = Signal()

    LANDSCAPE_U: ClassVar[float] = 476.0
    PORTRAIT_U: ClassVar[float] = 736.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._gap: Gap | None = None
        self._tiles: tuple[ReasonTile, ...] = ()
        self._group: str | None = None
        self._page = 0
        self._pending: frozenset[str] = frozenset()
        super().__init__(look, finger, parent, pace=pace)

    def show_gap(self, gap: Gap, tiles: Sequence[ReasonTile]) -> None:
        """Take the gap and the reasons; an equal pair costs nothing, a changed quantity moves no tile."""
        if (gap, tuple(tiles)) == (self._gap, self._tiles):
            return
        self._gap, self._tiles = gap, tuple(tiles)
        if self._group is not None and not any(tile.code == self._group and tile.more for tile in tiles):
            self._group, self._page = None, 0
        self.arrange()
        self.update()

    def show_pending(self, codes: frozenset[str]) -> None:
        """Keep those tiles pressed: their save is neither confirmed nor refused."""
        if codes != self._pending:
            self._pending = codes
            self._refusal = "" if codes else self._refusal
            self.stay()
            self.arrange()
            self.update()

    @override
    def open(self) -> None:
        """Come up on the first level."""
        self._group, self._page = None, 0
        super().open()

    @property
    @override
    def waits(self) -> bool:
        return bool(self._pending)

    @override
    def heading(self) -> tuple[str, str]:
        if self._gap is None:
            return "", ""
        if not self._tiles:
            return self._gap.label, translate("board", "This line has no reasons yet. The plant file names them.")
        group = next((tile for tile in self._tiles if tile.code == self._group), None)
        if group is not None:
            return self._gap.label, translate("board", "{group}: what was it?").format(group=group.name)
        question = translate("board", "{n} {unit} not explained. What was it?")
        return self._gap.label, question.format(n=number(self._gap.unexplained), unit=self._gap.unit)

    @override
    def way_back(self) -> str:
        return translate("board", "Not now") if self._group is None else translate("board", "Back")

    @override
    def go_back(self) -> None:
        if self._group is None:
            self.leave()
            return
        self._group, self._page = None, 0
        self.arrange()
        self.update()

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        return (*self._place_tiles(), *self._place_extras())

    def tile_room(self) -> QRectF:
        """Return the area of the eight places."""
        return self.room(MARGIN_U, 248 if self.is_portrait else 112, -MARGIN_U, 712 if self.is_portrait else 452)

    def _place_tiles(self) -> tuple[Button, ...]:
        columns, rows, gap_u = (2, 4, 16) if self.is_portrait else (4, 2, 20)
        places = grid(self.tile_room(), columns, rows, self.apart(gap_u))
        shown, more = self._shown()
        tiles = tuple(
            Button(
                name=TILE + tile.code,
                rect=place,
                words=tile.name,
                face=Face.TILE,
                icon=tile.icon,
                held=tile.code in self._pending,
                leads_on=bool(tile.more),
            )
            for tile, place in zip(shown, places, strict=False)
        )
        if not more:
            return tiles
        words = translate("board", "More reasons")
        return (*tiles, Button(name=NEXT, rect=places[-1], words=words, face=Face.TILE, icon="other", leads_on=True))

    def _shown(self) -> tuple[tuple[ReasonTile, ...], bool]:
        """Return the tiles of the present level and page, and whether there are more pages than one."""
        level = next((tile.more for tile in self._tiles if tile.code == self._group), self._tiles)
        if len(level) <= PLACES:
            return level, False
        each = PLACES - 1
        start = (self._page * each) % (-(-len(level) // each) * each)
        return level[start : start + each], True

    def _place_extras(self) -> tuple[Button, ...]:
        if self._gap is None or self._group is not None:
            return ()
        extras = []
        if self._gap.given:
            extras.append((GIVEN, "pen", translate("board", "Reasons")))
        if self._gap.by_hand:
            extras.append((COUNT, "plus", translate("board", "Count")))
        back = self.back_rect()
        top = self.upright(152) if self.is_portrait else back.top()
        width, gap = self.look.px(EXTRA_U), self.apart(20)
        right = self.count_rect().left() if not self.is_portrait else self.look.px(MARGIN_U)
        right += len(extras) * (width + gap) if self.is_portrait else 0
        rects = (QRectF(right - (place + 1) * (width + gap), top, width, back.height()) for place in range(len(extras)))
        return tuple(
            Button(name=name, rect=rect, words=words, icon=icon)
            for (name, icon, words), rect in zip(extras, rects, strict=True)
        )

    @override
    def heading_right(self) -> float:
        extras = [button.rect.left() for button in self.buttons if button.name in {GIVEN, COUNT}]
        if self.is_portrait or not extras:
            return super().heading_right()
        return min(extras) - self.look.px(16)

    @override
    def paint_heading(self, painter: QPainter) -> None:
        super().paint_heading(painter)
        if not self._tiles:
            side, area = self.look.px(96), self.tile_room()
            square = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
            ink.icon(painter, self.look, "query", square, "text3")

    @override
    def act(self, name: str) -> None:
        if name == NEXT:
            self._page += 1
            self.arrange()
            self.update()
        elif name == COUNT:
            self.count_wanted.emit()
        elif name == GIVEN:
            self.given_wanted.emit()
        else:
            self._choose(name.removeprefix(TILE))

    def _choose(self, code: str) -> None:
        tile = next((tile for tile in self._shown()[0] if tile.code == code), None)
        if tile is None or code in self._pending:
            return
        if tile.more:
            self._group, self._page = code, 0
            self.arrange()
            self.update()
            return
        self.reason_chosen.emit(code)
