"""Where everything stands on the letters' page: columns on a wide screen, rows on an upright one; in u."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from themes.letter_stroke import CAP_HEIGHT
from themes.token import MARGIN_U

GAP_U: Final = 30.0
LETTER_ROOM: Final = 61.4
"""Letter units across that a column keeps for its letter."""
NARROW_COLUMN_U: Final = 320.0
"""Below this width the count of days stands under the name."""
NARROW_HEAD_U: Final = 32.0
LETTER_TOP_U: Final = 103.0
BELOW_LETTER_U: Final = 407.0
FULL_ROW_U: Final = 330.0
"""From this height a row has room for a card of two lines."""
CARD_ROW_U: Final = 235.0
"""From this height a row has room for a card of one line."""
SPARK_WIDE_U: Final = 260.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One letter's places: its whole, its letter (left, top, u per letter unit) and the rectangles of its parts.

    `row`: it is a row of an upright page; `full`: there is room for everything; `value_u`: the size of its headline.
    """

    whole: QRectF
    letter: tuple[float, float, float]
    parts: dict[str, QRectF]
    row: bool = False
    full: bool = True
    value_u: float = 104.0


def places_of(width_u: float, height_u: float, widths: Sequence[float], *, upright: bool) -> tuple[Place, ...]:
    """Return the places of letters of those widths on a page of that size."""
    if not widths:
        return ()
    if upright:
        return tuple(_row(number, width_u, height_u / len(widths)) for number in range(len(widths)))
    column = (width_u - 2 * MARGIN_U - GAP_U * (len(widths) - 1)) / len(widths)
    return tuple(
        _column(MARGIN_U + number * (column + GAP_U), column, height_u, width) for number, width in enumerate(widths)
    )


def _column(left: float, wide: float, bottom: float, letter: float) -> Place:
    narrow = wide < NARROW_COLUMN_U
    first = LETTER_TOP_U + (NARROW_HEAD_U if narrow else 0.0)
    room = bottom - BELOW_LETTER_U - first
    scale = max(0.5, min(room / CAP_HEIGHT, wide / LETTER_ROOM))
    indent = min(4.0, (wide - letter * scale) / 2)
    top = first + max(0.0, (room - scale * CAP_HEIGHT) / 2)
    return Place(
        whole=QRectF(left - GAP_U / 2, 8, wide + GAP_U, bottom - 16),
        letter=(left + indent, top, scale),
        parts={
            "head": QRectF(left, 14, wide, 84 + (NARROW_HEAD_U if narrow else 0.0)),
            "value": QRectF(left, bottom - 399, wide, 141),
            "label": QRectF(left, bottom - 275, wide, 67),
            "spark": QRectF(left, bottom - 208, wide, 65),
            "card": QRectF(left, bottom - 136, wide, 124),
        },
        full=not narrow,
    )


def _row(number: int, wide: float, tall: float) -> Place:
    """Return the places of a row; the lower it is, the more is left out: a line of the card, then the card."""
    top, right, full = number * tall, wide - MARGIN_U, tall >= FULL_ROW_U
    scale = max(0.5, (tall - 34) / CAP_HEIGHT)
    left, spark = MARGIN_U + 60 * scale + 53, right - SPARK_WIDE_U
    card, foot = (87.0, 14.0) if full else (46.0, 10.0)
    has_card = tall >= CARD_ROW_U
    base = (178 + (tall - 339) / 2) if full else tall - (106 if has_card else 54)
    spark_top = base - 92 if full else 73.0
    parts = {
        "head": QRectF(left, top + (15 if full else 7), right - left, 66),
        "value": QRectF(left, top + base - 98, spark - 12 - left, 128),
        "label": QRectF(left, top + base + 10, right - left, 40),
        "spark": QRectF(spark, top + spark_top, SPARK_WIDE_U, base + 6 - spark_top),
        "card": QRectF(left, top + tall - foot - card, right - left, card),
    }
    if not has_card:
        del parts["card"]
    return Place(
        whole=QRectF(0, top, wide, tall),
        letter=(MARGIN_U, top + 18, scale),
        parts=parts,
        row=True,
        full=full,
        value_u=114.0 if full else min(114.0, (base - 78) / 0.728),
    )
