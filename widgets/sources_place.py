"""Where everything stands on the page of sources: a card for each, one storey on a wide page, two on an upright one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from themes.token import MARGIN_U

NARROW_BELOW_U: Final = 1200.0
HEAD_U: Final = 92.0
HEAD_LINE_U: Final = 30.0
HEAD_LINES: Final = 2
"""Lines about programs for which the head has room beside its title."""
CARD_U: Final = 118.0
NARROW_CARD_U: Final = 214.0
LINE_U: Final = 33.0
AFTER_LINES_U: Final = 6.0
GAP_U: Final = 12.0
PAD_U: Final = 24.0
TEXT_U: Final = 88.0
"""Where the words of a card begin, behind its sign."""
BOTTOM_U: Final = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """The arrangement in u: the head, the cards that have room, and the way to the others."""

    narrow: bool
    head: QRectF
    first: int
    cards: tuple[QRectF, ...]
    more: QRectF | None

    @property
    def last(self) -> int:
        """Return the index of the first source behind those that are shown."""
        return self.first + len(self.cards)


def is_narrow(width: float) -> bool:
    """Tell whether a page of that width in u has two storeys in each card."""
    return width < NARROW_BELOW_U


def head_tall(width: float, lines: int) -> float:
    """Return how tall the head is with so many lines about programs."""
    below = lines if is_narrow(width) else max(0, lines - HEAD_LINES)
    return HEAD_U + (below * HEAD_LINE_U + AFTER_LINES_U if below else 0.0)


def card_tall(width: float, lines: int) -> float:
    """Return how tall a card is with so many lines about what is wrong."""
    base = NARROW_CARD_U if is_narrow(width) else CARD_U
    return base + (lines * LINE_U + AFTER_LINES_U if lines else 0.0)


def text_room(width: float) -> float:
    """Return how wide a line about what is wrong may be."""
    return width - 2 * MARGIN_U - TEXT_U - PAD_U


def process_room(width: float) -> float:
    """Return how wide a line about a program may be."""
    return width - 2 * MARGIN_U if is_narrow(width) else (width - 2 * MARGIN_U) * 0.6


def cards_of(width: float, height: float, *, head: float, tall: Sequence[float], first: int, more: float) -> Cards:
    """Return the arrangement: all cards where they fit, else those from `first` on and the way to more of them."""
    free = height - head - BOTTOM_U
    if sum(tall) + GAP_U * (len(tall) - 1) <= free:
        first, shown, has_more = 0, len(tall), False
    else:
        first = first if first < len(tall) else 0
        shown, has_more = _fitting(tall[first:], free - more - GAP_U), True
    cards, top = [], head
    for each in tall[first : first + shown]:
        cards.append(QRectF(MARGIN_U, top, width - 2 * MARGIN_U, each))
        top += each + GAP_U
    way = QRectF(MARGIN_U, height - BOTTOM_U - more, width - 2 * MARGIN_U, more) if has_more else None
    return Cards(narrow=is_narrow(width), head=QRectF(0, 0, width, head), first=first, cards=tuple(cards), more=way)


def _fitting(tall: Sequence[float], free: float) -> int:
    """Return how many of the first cards have room; one in any case."""
    taken, count = 0.0, 0
    for each in tall:
        taken += each + (GAP_U if count else 0.0)
        if taken > free and count:
            break
        count += 1
    return count
