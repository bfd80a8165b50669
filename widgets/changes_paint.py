"""Paints the cards of the page of changes: rows, a line's day as a band, and what was changed."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from themes.qt import Look
from themes.token import BUTTON_RADIUS_U, CARD_RADIUS_U, FIGURE_DROP, Token
from widgets import ink
from widgets.button import EDGE_U
from widgets.changes_face import Band, Block, CardFace, ChangeFace, LeafFace, LineFace, Row
from widgets.changes_place import CHANGE_U, FOOT_U, HEAD_U, PAD_U, UNDO_U
from widgets.words import translate

TITLE_U: Final = 34.0
FAINT: Final = 1.1
"""Below this contrast to its card a button has an edge."""
NARROW_TITLES_U: Final = (30.0, 28.0, 26.0, 23.0)
BUTTONS_U: Final = (26.0, 22.0, 20.0)
"""Sizes of words on a button: the largest that they fit in."""
NARROW_U: Final = 460.0
"""A card up to so wide has a smaller title."""
NAME_U: Final = 26.0
UNDER_U: Final = 21.0
ROW_U: Final = 46.0
UNDER_ROW_U: Final = 73.0
MORE_ROW_U: Final = 40.0
NOTE_LINES: Final = 4
ICON_U: Final = 34.0
PEN_U: Final = 24.0
OPEN_U: Final = 48.0
VALUE_SHARE: Final = 0.62
"""Of a row that its value may take."""
BAND_SHIFT_U: Final = 46.0
BAND_RUN_U: Final = 34.0
BAND_GAP_U: Final = 5.0
HOURS_U: Final = 30.0
BLOCK_U: Final = 20.0
FILLS: Final[dict[str, Token]] = {
    "shift": "raised",
    "over": "neutral",
    "run": "neutral2",
    "changeover": "track",
}

ON: Final[dict[str, Token]] = {"run": "neutral2On", "cancelled": "text3", "over": "neutralOn"}


class CardPainter:
    """Paints the parts of the page with one painter and one look; rectangles are pixels."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter: Final = painter
        self._look: Final = look

    def card(self, face: CardFace, rect: QRectF, *, pressed: bool, focused: bool) -> None:
        """Paint a card with its rows."""
        painter, look, px = self._painter, self._look, self._look.px
        ink.panel(painter, look, rect, CARD_RADIUS_U, "raised" if pressed else "panel")
        if pressed or focused:
            ink.ring(painter, look, rect, px(CARD_RADIUS_U), "focus", 5)
        left, right = rect.left() + px(PAD_U), rect.right() - px(PAD_U)
        self._head(face, rect)
        top = rect.top() + px(HEAD_U)
        if face.band is not None:
            height = px(band_height_u(hours=True))
            self._band(face.band, QRectF(left, top, right - left, height))
            top += height + px(8)
        bottom = rect.bottom() - px(FOOT_U)
        if face.note:
            bottom = self._note(face.note, QRectF(left, top, right - left, bottom - top))
        if face.empty and not face.rows:
            self._empty(face.empty, QRectF(left, top, right - left, bottom - top))
        self._rows(face.rows, QRectF(left, top, right - left, bottom - top))

    def _head(self, face: CardFace, rect: QRectF) -> None:
        painter, look, px = self._painter, self._look, self._look.px
        left, right, base = rect.left() + px(PAD_U), rect.right() - px(PAD_U), rect.top() + px(50)
        if face.opens:
            side = px(OPEN_U)
            box = QRectF(right - side, rect.top() + px(14), side, side)
            ink.panel(painter, look, box, 10, "raised")
            self._edge(box, 10)
            inset = px(11)
            ink.icon(painter, look, "pen", box.adjusted(inset, inset, -inset, -inset), "text")
            right -= side + px(8)
        sizes_u = NARROW_TITLES_U if rect.width() <= px(NARROW_U) else (TITLE_U, *NARROW_TITLES_U)
        size_u = ink.fitting_size(look, face.title, sizes_u, 600, right - left)
        lines = ink.wrap(face.title, look.font(size_u, 600), right - left)
        for number, line in enumerate(lines if len(lines) > 1 else ()):
            ink.text(painter, look, left, base + px(26 * number - 16), line, size_u, 600)
        if len(lines) > 1:
            return
        width = ink.text(painter, look, left, base, face.title, size_u, 600, "text", max_width=right - left)
        start = left + width + px(14)
        if start + ink.text_width(look, face.count, size_u, 600) <= right:
            ink.text(painter, look, start, base, face.count, size_u, 600, "text3")

    def _edge(self, rect: QRectF, radius_u: float) -> None:
        """Give what can be pressed an edge where it hardly stands out from its card."""
        look = self._look
        if look.theme.contrast("raised", "panel") < FAINT:
            ink.ring(self._painter, look, rect, look.px(radius_u), "line2", EDGE_U)

    def _note(self, note: str, room: QRectF) -> float:
        """Paint a note at the foot of a card, and return where the room above it ends."""
        look, px = self._look, self._look.px
        lines = ink.wrap(note, look.font(UNDER_U, 500), room.width(), NOTE_LINES)
        step = px(UNDER_U * 1.28)
        top = room.bottom() - step * len(lines)
        for number, line in enumerate(lines):
            base = top + step * number + px(UNDER_U)
            ink.text(self._painter, look, room.left(), base, line, UNDER_U, 500, "text2")
        return top - px(8)

    def _empty(self, words: str, room: QRectF) -> None:
        look, px = self._look, self._look.px
        for number, line in enumerate(ink.wrap(words, look.font(24, 500), room.width(), 4)):
            ink.text(self._painter, look, room.left(), room.top() + px(34 + 32 * number), line, 24, 500, "text3")

    def _rows(self, rows: tuple[Row, ...], room: QRectF) -> None:
        """Paint as many rows as there is room for, and how many more there are."""
        px, top = self._look.px, room.top()
        for number, row in enumerate(rows):
            height = px(UNDER_ROW_U if row.under else ROW_U)
            rest = 0.0 if number == len(rows) - 1 else px(MORE_ROW_U)
            if top + height + rest > room.bottom() + px(6):
                words = translate("board", "and {n} more").format(n=len(rows) - number)
                base = top + px(28)
                ink.text(self._painter, self._look, room.left(), base, words, UNDER_U, 500, "text3")
                return
            self._row(row, QRectF(room.left(), top, room.width(), height))
            top += height

    def _row(self, row: Row, rect: QRectF) -> None:
        painter, look, px = self._painter, self._look, self._look.px
        base, left, right = rect.top() + px(31), rect.left(), rect.right()
        if row.now:
            painter.fillRect(QRectF(left - px(14), rect.top() + px(7), px(4), px(30)), look.colour("text"))
        if row.icon:
            side = px(ICON_U)
            ink.icon(painter, look, row.icon, QRectF(left, base - px(26), side, side), "text2")
            left += side + px(14)
        if row.changed:
            side = px(PEN_U)
            ink.icon(painter, look, "pen", QRectF(right - side, base - px(20), side, side), "text2")
            right -= side + px(10)
        token: Token = "text3" if row.struck else "text"
        if row.value:
            name = ink.text_width(look, row.name, NAME_U, 600)
            room = max((right - left) * VALUE_SHARE, right - left - name - px(20))
            size_u, weight = (UNDER_U, 500) if row.soft else (NAME_U, 600)
            size_u = ink.fitting_size(look, row.value, (size_u, 20.0), weight, room)
            colour: Token = "text2" if row.soft else token
            wide, both = ink.text_width(look, row.value, size_u, weight), right - left - px(20)
            if not row.soft or (wide <= room and (name + wide <= both or name > both)):  # a name goes before a role
                right -= ink.text(painter, look, right, base, row.value, size_u, weight, colour, "right", room) + px(20)
        width = ink.text(painter, look, left, base, row.name, NAME_U, 600, token, max_width=right - left)
        if row.struck:
            ink.hairline(painter, look, left, left + width, base - px(NAME_U * 0.33), "text3", 2.5)
        if row.aside:
            start = left + width + px(14)
            if start + ink.text_width(look, row.aside, UNDER_U, 500) <= right:
                ink.text(painter, look, start, base, row.aside, UNDER_U, 500, "text2")
        if row.under:
            base += px(28)
            ink.text(painter, look, left, base, row.under, UNDER_U, 500, "text2", max_width=rect.right() - left)

    def line(self, face: LineFace, rect: QRectF, *, pressed: bool, focused: bool) -> None:
        """Paint a line of an area with its day in small."""
        painter, look, px = self._painter, self._look, self._look.px
        ink.panel(painter, look, rect, 10, "press" if pressed else "raised")
        self._edge(rect, 10)
        if pressed or focused:
            ink.ring(painter, look, rect, px(10), "focus", 5)
        middle, side = rect.center().y(), px(34)
        right = rect.right() - px(14)
        ink.icon(painter, look, "chev", QRectF(right - side, middle - side / 2, side, side), "text2")
        right -= side + px(12)
        split = rect.left() + rect.width() * 0.5
        room = split - rect.left() - px(30)
        base = middle - px(5)
        ink.text(painter, look, rect.left() + px(14), base, face.name, NAME_U, 600, "text", max_width=room)
        ink.text(painter, look, rect.left() + px(14), base + px(28), face.said, UNDER_U, 500, "text2", max_width=room)
        if face.band is not None:
            height = px(54)
            self._band(face.band, QRectF(split, middle - height / 2, right - split, height), small=True)

    def _band(self, band: Band, rect: QRectF, *, small: bool = False) -> None:
        """Paint a line's day: its shifts, below them what is planned, and where now is."""
        painter, look, px = self._painter, self._look, self._look.px
        shift_u = 26.0 if small else BAND_SHIFT_U
        run_u = 18.0 if small else BAND_RUN_U
        shifts = QRectF(rect.left(), rect.top() + px(4), rect.width(), px(shift_u))
        runs = QRectF(rect.left(), shifts.bottom() + px(BAND_GAP_U), rect.width(), px(run_u))
        ink.panel(painter, look, runs, 4, "press" if small else "bg")
        lanes = [(block, runs if block.kind in {"run", "changeover"} else shifts) for block in band.blocks]
        for block, lane in lanes:
            self._block(block, lane, small=small)
        if band.now is not None:
            at, width = rect.left() + band.now * rect.width(), px(4)
            height = runs.bottom() + px(3) - rect.top()
            painter.fillRect(QRectF(at - width / 2, rect.top(), width, height), look.colour("text"))
        if not small:
            for block, lane in lanes:
                self._block_words(block, lane)
        for share, words in band.hours:
            at = rect.left() + share * rect.width()
            width = ink.text_width(look, words, 20, 500)
            left = min(max(rect.left(), at - width / 2), rect.right() - width)
            ink.text(painter, look, left, runs.bottom() + px(25), words, 20, 500, "text3")

    def _block(self, block: Block, lane: QRectF, *, small: bool) -> None:
        rect = self._block_rect(block, lane)
        if block.kind == "cancelled":
            ink.dashed_ring(self._painter, self._look, rect, 4, "line2", 2, (8, 6))
            return
        fill: Token = "press" if small and block.kind == "shift" else FILLS[block.kind]
        ink.panel(self._painter, self._look, rect, 4, fill)

    def _block_words(self, block: Block, lane: QRectF) -> None:
        """Paint what a block is, outlined in its own colour where now runs through it."""
        painter, look, px = self._painter, self._look, self._look.px
        rect = self._block_rect(block, lane)
        room = rect.width() - px(16)
        if not block.words or room < ink.text_width(look, block.words[:4] + ink.ELLIPSIS, BLOCK_U, 600):
            return
        words = ink.elided(look, block.words, BLOCK_U, 600, room)
        ground: Token = "panel" if block.kind == "cancelled" else FILLS[block.kind]
        base, left = rect.center().y() + px(FIGURE_DROP * BLOCK_U), rect.left() + px(8)
        drawn = ink.outlined_text(
            painter, look, left, base, words, BLOCK_U, 600, ON.get(block.kind, "text"), ground=ground
        )
        if block.kind == "cancelled":
            ink.hairline(painter, look, left, left + drawn, base - px(BLOCK_U * 0.33), "text3", 2)

    def _block_rect(self, block: Block, lane: QRectF) -> QRectF:
        px = self._look.px
        width = max(px(4), (block.end - block.start) * lane.width() - px(3))
        return QRectF(lane.left() + block.start * lane.width(), lane.top(), width, lane.height())

    def change(self, face: ChangeFace, rect: QRectF) -> None:
        """Paint a change that was made; one that was taken back stays, struck."""
        painter, look, px = self._painter, self._look, self._look.px
        left, top = rect.left() + px(PAD_U), rect.center().y() - px(CHANGE_U / 2)
        ink.hairline(painter, look, left, rect.right() - px(PAD_U), rect.top() + px(1), "line")
        right = rect.right() - px(PAD_U)
        undone = translate("board", "taken back")
        taken = max(px(UNDO_U[0]), ink.text_width(look, undone, 22, 600) if face.undone else 0.0)
        room = right - taken - px(20) - left
        base, token = top + px(34), "text3" if face.undone else "text"
        what_u = ink.fitting_size(look, face.what, (24.0, 21.0), 500, room)
        lines = ((face.subject, NAME_U, 600, token), (face.what, what_u, 500, "text3" if face.undone else "text2"))
        for words, size_u, weight, colour in lines:
            width = ink.text(painter, look, left, base, words, size_u, weight, colour, max_width=room)  # type: ignore[arg-type]
            if face.undone:
                ink.hairline(painter, look, left, left + width, base - px(size_u * 0.33), "text3", 2.5)
            base += px(32)
        base -= px(1)
        stamp_room = rect.right() - px(PAD_U) - left if face.undone else room
        ink.text(painter, look, left, base, face.stamp, 20, 500, "text3", max_width=stamp_room)
        if face.undone:
            ink.text(painter, look, right, top + px(34), undone, 22, 600, "text2", "right")

    def undo(self, rect: QRectF, *, pressed: bool, focused: bool) -> None:
        """Paint the button that takes a change back."""
        self._button(rect, translate("board", "Undo"), "undo", pressed=pressed, focused=focused)

    def leaf(self, face: LeafFace, rect: QRectF, *, pressed: bool, focused: bool) -> None:
        """Paint a button that leafs through the changes."""
        self._button(rect, face.words, face.icon, pressed=pressed, focused=focused, dim=face.dim)

    def _button(self, rect: QRectF, words: str, icon: str, *, pressed: bool, focused: bool, dim: bool = False) -> None:
        painter, look, px = self._painter, self._look, self._look.px
        ink.panel(painter, look, rect, BUTTON_RADIUS_U, "press" if pressed else "raised")
        self._edge(rect, BUTTON_RADIUS_U)
        if pressed or focused:
            ink.ring(painter, look, rect, px(BUTTON_RADIUS_U), "focus", 5)
        token: Token = "text3" if dim else "text"
        side, gap, room = px(34), px(10), rect.width() - px(24)
        size_u = ink.fitting_size(look, words, BUTTONS_U, 600, room - side - gap)
        if ink.text_width(look, words, size_u, 600) > room - side - gap:  # the words say it without the icon
            side, gap, size_u = 0.0, 0.0, ink.fitting_size(look, words, BUTTONS_U, 600, room)
        words = ink.elided(look, words, size_u, 600, room - side - gap)
        width = side + gap + ink.text_width(look, words, size_u, 600)
        left, middle = rect.center().x() - width / 2, rect.center().y()
        if side:
            ink.icon(painter, look, icon, QRectF(left, middle - side / 2, side, side), token, 2.6)
        ink.text(painter, look, left + side + gap, middle + px(FIGURE_DROP * size_u), words, size_u, 600, token)


def band_height_u(*, hours: bool) -> float:
    """Return how tall the band of a day is, in u."""
    return 4.0 + BAND_SHIFT_U + BAND_GAP_U + BAND_RUN_U + (HOURS_U if hours else 0.0)
