"""Takes what went wrong on a day: a reason by one touch or a few words, how much if that is known, then Save."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar, Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.letter import ReasonTile
from themes.qt import Look
from themes.token import MARGIN_U
from widgets import ink
from widgets.button import Button, Face, grid
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.letter_page_words import exact_words
from widgets.words import EN_DASH, translate

PLACES: Final = 8
DRAFTS: Final = 16
NEXT: Final = "next"
QUANTITY: Final = "quantity"
TEXT: Final = "text"
SAVE: Final = "save"
TILE: Final = "tile "


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """What is known of it so far; without a reason and without words there is nothing to save."""

    reason: str | None = None
    quantity: Fraction | None = None
    text: str = ""

    @property
    def says_something(self) -> bool:
        """Tell whether it can be saved."""
        return self.reason is not None or bool(self.text)


class DeviationSheet(Dock):
    """Tiles of reasons in fixed places, quantity and words below them. Each day keeps its draft until it is saved."""

    quantity_wanted = Signal()
    text_wanted = Signal()
    deviation_given = Signal(object)
    """The Deviation."""

    LANDSCAPE_U: ClassVar[float] = 500.0
    PORTRAIT_U: ClassVar[float] = 860.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._key: object = None
        self._lead = ""
        self._unit = ""
        self._tiles: tuple[ReasonTile, ...] = ()
        self._drafts: dict[object, Deviation] = {}
        self._pending = False
        self._page = 0
        super().__init__(look, finger, parent, pace=pace)

    def show_reasons(self, key: object, lead: str, tiles: Sequence[ReasonTile], unit: str) -> None:
        """Take the day by its key and the reasons that may be given; what was chosen for it before is still there."""
        if (key, lead, tuple(tiles), unit) != (self._key, self._lead, self._tiles, self._unit):
            self._key, self._lead, self._tiles, self._unit = key, lead, tuple(tiles), unit
            self._change()

    def show_pending(self, *, pending: bool) -> None:
        """Keep Save pressed while it is neither confirmed nor refused."""
        if pending != self._pending:
            self._pending = pending
            self.stay()
            self._change()

    @property
    def draft(self) -> Deviation:
        """Return what is chosen and typed so far."""
        return self._drafts.get(self._key, Deviation())

    def take_quantity(self, quantity: Fraction | None) -> None:
        """Take how much it was; None: not known."""
        self._put(replace(self.draft, quantity=quantity))

    def take_text(self, text: str) -> None:
        """Take it in words."""
        self._put(replace(self.draft, text=text))

    def forget(self, key: object) -> None:
        """Drop what was chosen for a day: it is saved."""
        if self._drafts.pop(key, None) is not None:
            self._change()

    @property
    @override
    def waits(self) -> bool:
        return self._pending

    @override
    def heading(self) -> tuple[str, str]:
        if not self._tiles:
            return self._lead, translate("board", "What went wrong? Say it in words.")
        return self._lead, translate("board", "What went wrong?")

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        columns, rows, gap_u = (2, 4, 16) if self.is_portrait else (4, 2, 16)
        top_u, bottom_u = (230, 630) if self.is_portrait else (108, 364)
        places = grid(self.room(MARGIN_U, top_u, -MARGIN_U, bottom_u), columns, rows, self.apart(gap_u))
        shown, more = self._shown()
        chosen = self.draft.reason
        tiles = [
            Button(
                name=TILE + one.code, rect=place, words=one.name, face=Face.TILE, icon=one.icon,
                chosen=one.code == chosen,
            )
            for one, place in zip(shown, places, strict=False)
        ]  # fmt: skip
        if more:
            words = translate("board", "More reasons")
            tiles.append(Button(name=NEXT, rect=places[-1], words=words, face=Face.TILE, icon="other", leads_on=True))
        return (*tiles, *self._place_fields())

    def _shown(self) -> tuple[tuple[ReasonTile, ...], bool]:
        """Return the reasons of the present page, and whether there are more pages than one."""
        if len(self._tiles) <= PLACES:
            return self._tiles, False
        each = PLACES - 1
        start = (self._page * each) % (-(-len(self._tiles) // each) * each)
        return self._tiles[start : start + each], True

    def _place_fields(self) -> tuple[Button, ...]:
        quantity, text, save = self._field_rects()
        draft = self.draft
        amount = exact_words(draft.quantity, self._unit) if draft.quantity is not None else EN_DASH
        save_words = translate("board", "Save")
        return (
            Button(name=QUANTITY, rect=quantity, words=translate("board", "How much"), face=Face.FIELD, more=amount),
            Button(
                name=TEXT, rect=text, words=translate("board", "In words"), face=Face.FIELD, more=draft.text or EN_DASH
            ),
            Button(
                name=SAVE, rect=save, words=save_words, face=Face.PRIMARY, held=self._pending,
                dim=not draft.says_something,
            ),
        )  # fmt: skip

    def _field_rects(self) -> tuple[QRectF, QRectF, QRectF]:
        gap = self.apart(16)
        if self.is_portrait:
            first = self.room(MARGIN_U, 650, -MARGIN_U, 738)
            save = self.room(MARGIN_U, 754, -MARGIN_U, 840)
            rest = first
        else:
            rest = self.room(MARGIN_U, 384, -MARGIN_U, 476)
            save = QRectF(rest.right() - self.look.px(320), rest.top(), self.look.px(320), rest.height())
            rest = QRectF(rest.left(), rest.top(), save.left() - gap - rest.left(), rest.height())
        wide = rest.width() * 0.36
        quantity = QRectF(rest.left(), rest.top(), wide, rest.height())
        text = QRectF(quantity.right() + gap, rest.top(), rest.right() - quantity.right() - gap, rest.height())
        return quantity, text, save

    @override
    def paint_heading(self, painter: QPainter) -> None:
        super().paint_heading(painter)
        if not self._tiles:
            side, area = self.look.px(96), self.room(MARGIN_U, 108, -MARGIN_U, 364)
            square = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
            ink.icon(painter, self.look, "pen", square, "text3")

    @override
    def act(self, name: str) -> None:
        if self._pending:
            return
        if name == SAVE:
            if self.draft.says_something:
                self.deviation_given.emit(self.draft)
        elif name == QUANTITY:
            self.quantity_wanted.emit()
        elif name == TEXT:
            self.text_wanted.emit()
        elif name == NEXT:
            self._page += 1
            self._change()
        else:
            code = name.removeprefix(TILE)
            self._put(replace(self.draft, reason=None if code == self.draft.reason else code))

    def _put(self, draft: Deviation) -> None:
        self._drafts.pop(self._key, None)
        self._drafts[self._key] = draft
        if len(self._drafts) > DRAFTS:
            del self._drafts[next(iter(self._drafts))]
        self._change()

    def _change(self) -> None:
        self._refusal = ""
        self.arrange()
        self.update()
