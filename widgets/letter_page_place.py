"""Where everything stands on the page of one letter, in u: beside the letter on a wide screen, else below it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from themes.letter_stroke import CAP_HEIGHT
from themes.token import MARGIN_U

LETTER_SCALE: Final = 8.9
"""u per letter unit where there is room."""
UPRIGHT_SCALE: Final = 6.6
LETTER_WIDE: Final = 64.0
"""Letter units across that are kept for any letter."""
LETTER_TOP_U: Final = 94.0
TAIL: Final = 5.0
"""Letter units that the tail of Q and the ring of a selection reach below."""
BUTTON_U: Final = 84.0
FOOT_U: Final = 18.0
GAP_U: Final = 20.0
BUTTON_GAP_U: Final = 16.0
VERDICT_TOP_U: Final = 83.0
VERDICT_U: Final = 150.0
LINE_U: Final = 44.0
"""What another line of the verdict takes: the letter's other KPIs, the orders of the day."""
LOWER_SHARE: Final = 0.44
"""Of the height below the verdict that the lower row of cards takes."""
LOWER_U: Final = 240.0
"""It is never lower than this: room for four rows, or for two actions."""
CHART_U: Final = 190.0
"""Where the chart would be lower than this, the lower row is left out."""
THREE_ROWS_U: Final = 700.0
TWO_ROWS_U: Final = 480.0
"""Upright, from these heights below the letter there is room for so many rows of cards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlace:
    """The letter (left, top, u per letter unit), the rectangles of the parts by name, and the rows of buttons."""

    letter: tuple[float, float, float]
    parts: dict[str, QRectF]
    months: QRectF
    acts: QRectF
    upright: bool = False


def place_of(width_u: float, height_u: float, lines: int = 0, *, acts: bool = True) -> PagePlace:
    """Return the places on a page of that size; `lines`: so many more in the verdict; `acts`: there is what to do."""
    if height_u > width_u:
        return _upright(width_u, height_u, acts=acts)
    return _wide(width_u, height_u, lines, acts=acts)


def _wide(wide: float, tall: float, lines: int, *, acts: bool) -> PagePlace:
    foot = tall - FOOT_U - BUTTON_U
    room = foot - LETTER_TOP_U - 10
    scale = min(LETTER_SCALE, room / (CAP_HEIGHT + TAIL), wide * 0.35 / LETTER_WIDE)
    left = MARGIN_U + LETTER_WIDE * scale + 54
    right = wide - MARGIN_U
    verdict = VERDICT_U + LINE_U * lines
    top, bottom = VERDICT_TOP_U + verdict + GAP_U, foot - 24 if acts else tall - FOOT_U
    lower = max(LOWER_U, (bottom - top - GAP_U) * LOWER_SHARE)
    chart, low_top = bottom - lower - GAP_U - top, bottom - lower
    if low := chart < CHART_U:
        chart = bottom - top
    split = left + (right - left - GAP_U) * 0.62
    half = (right - left - GAP_U) / 2
    parts = {
        "title": QRectF(MARGIN_U, 14, left - MARGIN_U - 30, 58),
        "day": QRectF(left, 14, right - left, 58),
        "verdict": QRectF(left, VERDICT_TOP_U, right - left, verdict),
        "chart": QRectF(left, top, split - left, chart),
        "why": QRectF(split + GAP_U, top, right - split - GAP_U, chart),
    }
    if not low:
        parts["record"] = QRectF(left, low_top, half, lower)
        parts["actions"] = QRectF(left + half + GAP_U, low_top, half, lower)
    return PagePlace(
        letter=(MARGIN_U + 10, LETTER_TOP_U + max(0.0, room - scale * (CAP_HEIGHT + TAIL)) / 2, scale),
        parts=parts,
        months=QRectF(MARGIN_U, foot, LETTER_WIDE * scale - 20, BUTTON_U),
        acts=QRectF(left, foot, right - left, BUTTON_U),
    )


def _upright(wide: float, tall: float, *, acts: bool) -> PagePlace:
    scale = min(UPRIGHT_SCALE, (wide - 2 * MARGIN_U) * 0.43 / LETTER_WIDE)
    right = wide - MARGIN_U
    left = MARGIN_U + LETTER_WIDE * scale + 40
    letter_bottom = LETTER_TOP_U + scale * CAP_HEIGHT
    foot = tall - FOOT_U - BUTTON_U
    months = foot - BUTTON_GAP_U - BUTTON_U if acts else foot
    top, bottom = letter_bottom + TAIL * scale + 6, months - GAP_U
    return PagePlace(
        letter=(MARGIN_U + 10, LETTER_TOP_U, scale),
        parts={
            "title": QRectF(MARGIN_U, 14, left - MARGIN_U - 16, 58),
            "day": QRectF(left, 14, right - left, 58),
            "verdict": QRectF(left, LETTER_TOP_U - 11, right - left, letter_bottom - LETTER_TOP_U + 22),
            **_cards(top, bottom, right),
        },
        months=QRectF(MARGIN_U, months, right - MARGIN_U, BUTTON_U),
        acts=QRectF(MARGIN_U, foot, right - MARGIN_U, BUTTON_U),
        upright=True,
    )


def _cards(top: float, bottom: float, right: float) -> dict[str, QRectF]:
    """Return the cards below an upright letter: in as many rows as there is room for; the rest is left out."""
    left, tall = MARGIN_U, bottom - top
    half, wide = (right - left - GAP_U) / 2, (right - left - GAP_U) * 0.6
    if tall >= THREE_ROWS_U:
        one, two = (tall - 2 * GAP_U) * 0.37, (tall - 2 * GAP_U) * 0.33
        second, third = top + one + GAP_U, top + one + two + 2 * GAP_U
        return {
            "chart": QRectF(left, top, right - left, one),
            "why": QRectF(left, second, half, two),
            "actions": QRectF(left + half + GAP_U, second, half, two),
            "record": QRectF(left, third, right - left, bottom - third),
        }
    rows = 2 if tall >= TWO_ROWS_U else 1
    one = tall if rows == 1 else (tall - GAP_U) * 0.55
    cards = {
        "chart": QRectF(left, top, wide, one),
        "why": QRectF(left + wide + GAP_U, top, right - left - wide - GAP_U, one),
    }
    if rows == 2:
        second = top + one + GAP_U
        cards["record"] = QRectF(left, second, half, bottom - second)
        cards["actions"] = QRectF(left + half + GAP_U, second, half, bottom - second)
    return cards
