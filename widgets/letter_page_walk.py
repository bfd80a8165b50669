"""Ways over the page of one letter: which day a finger means, and where an arrow key leads."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF

from board.views.letter import LetterPage
from board.views.mark import Phase
from themes.letter import letter as glyph
from widgets.finger import Screen
from widgets.letter_shape import LetterShape

SNAP_MM: Final = 6.0
"""How far beside a day a finger may come down."""


def day_name(day: int) -> str:
    """Return the name of a day as a target."""
    return f"day {day}"


def day_of(name: str) -> int | None:
    """Return the day of a target, or None where it is a button."""
    kind, _, day = name.partition(" ")
    return int(day) if kind == "day" else None


def reacts(view: LetterPage, day: int) -> bool:
    """Tell whether a day of the month can be touched: one that is not worked cannot."""
    return day <= len(view.letter.days) and view.letter.days[day - 1].mark.phase is not Phase.OFF


def day_at(view: LetterPage, shape: LetterShape, place: QPointF, screen: Screen) -> str | None:
    """Return the day that a touch at a place means: the nearest one, None where that is too far or not worked."""
    day, apart = shape.nearest(place)
    return day_name(day) if screen.mm(apart) <= SNAP_MM and reacts(view, day) else None


def step(view: LetterPage, buttons: Sequence[str], name: str, right: int, down: int) -> str | None:
    """Return the target one step away: over the days of the letter, down to the buttons and up from them."""
    day = day_of(name)
    if day is None:
        if down < 0:
            return day_name(view.day.day)
        beside = buttons.index(name) + right
        return buttons[beside] if right and 0 <= beside < len(buttons) else None
    sheet = glyph(view.letter.code, cross=view.letter.cross)
    found = sheet.step(day, right, down)
    while found is not None and not reacts(view, found):
        found = sheet.step(found, right, down)
    if found is not None:
        return day_name(found)
    return buttons[0] if buttons and (down > 0 or right > 0) else None
