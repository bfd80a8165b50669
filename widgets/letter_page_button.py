"""The buttons of the page of one letter: earlier and later months and days, and what may be done with the day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from board.views.letter import LetterPage
from board.views.mark import Phase
from themes.qt import Look
from themes.token import BUTTON_RADIUS_U, FIGURE_DROP, FLOOR_U, Token
from widgets import ink
from widgets.button import EDGE_U, FAINT, RING_U
from widgets.letter_page_words import month_name, near_words
from widgets.words import translate

EARLIER_MONTH: Final = "earlier month"
EARLIER_DAY: Final = "earlier day"
LATER_DAY: Final = "later day"
LATER_MONTH: Final = "later month"
ENTER: Final = "enter"
DEVIATION: Final = "deviation"
INTERVALS: Final = "intervals"
GAP_U: Final = 16.0
NARROW_GAP_U: Final = 12.0
MONTH_SHARE: Final = 0.2
"""Of the row, where there is a later month too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonFace:
    """What a button shows: the first of the words that fits; `after`: its icon stands behind them."""

    words: tuple[str, ...]
    icon: str
    after: bool = False
    primary: bool = False
    size_u: float = 28.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageButton:
    """A button with its place in u."""

    name: str
    rect: QRectF
    face: ButtonFace


def buttons_of(view: LetterPage, months: QRectF, acts: QRectF) -> tuple[PageButton, ...]:
    """Return the buttons that would do something, what may be done with the day first."""
    return (*_acts(view, acts), *_ways(view, months))


def has_acts(view: LetterPage) -> bool:
    """Tell whether anything may be done with the day."""
    return bool(_acts(view, QRectF()))


def _acts(view: LetterPage, row: QRectF) -> tuple[PageButton, ...]:
    """Return what may be done with the day, at fixed thirds of the row."""
    found: list[tuple[str, ButtonFace]] = []
    if view.enterable:
        words: tuple[str, ...] = (translate("board", "Enter or correct"), translate("board", "Enter"))
        found.append((ENTER, ButtonFace(words=words, icon="pen", primary=True)))
    if (view.enterable or view.reasons) and view.day <= view.today and view.day_mark.phase is not Phase.OFF:
        words = (translate("board", "Log a deviation"), translate("board", "Deviation"))
        found.append((DEVIATION, ButtonFace(words=words, icon="flag")))
    if view.path.line is not None:
        hourly = translate("board", "Hourly detail")
        today = translate("board", "Hourly detail today")
        words = (hourly,) if view.day == view.today else (today, hourly)
        found.append((INTERVALS, ButtonFace(words=words, icon="clock")))
    width = (row.width() - 2 * GAP_U) / 3
    return tuple(
        PageButton(
            name=name, rect=QRectF(row.left() + number * (width + GAP_U), row.top(), width, row.height()), face=face
        )
        for number, (name, face) in enumerate(found)
    )


def _ways(view: LetterPage, row: QRectF) -> tuple[PageButton, ...]:
    """Return the ways to other months and days; each keeps its place where another one is missing."""
    later = view.later_month is not None
    gap = NARROW_GAP_U if later else GAP_U
    each = (row.width() - gap * 2) / 3
    month = row.width() * MONTH_SHARE if later else each
    day = (row.width() - 2 * month - 3 * gap) / 2 if later else each
    widths = (month, day, day, month)
    lefts = [row.left() + sum(widths[:number]) + gap * number for number in range(4)]
    found = []
    for number, (name, face) in enumerate(_way_faces(view, 24.0 if later else 26.0)):
        if face is not None:
            found.append(PageButton(name=name, rect=QRectF(lefts[number], row.top(), widths[number], row.height()),
                                    face=face))  # fmt: skip
    return tuple(found)


def _way_faces(view: LetterPage, size_u: float) -> Sequence[tuple[str, ButtonFace | None]]:
    return (
        (EARLIER_MONTH, _month_face(view.earlier_month, ButtonFace(words=(), icon="back", size_u=size_u))),
        (EARLIER_DAY, _day_face(view.earlier_day, ButtonFace(words=(), icon="left", size_u=size_u))),
        (LATER_DAY, _day_face(view.later_day, ButtonFace(words=(), icon="right", after=True, size_u=size_u))),
        (LATER_MONTH, _month_face(view.later_month, ButtonFace(words=(), icon="chev", after=True, size_u=size_u))),
    )


def _month_face(day: date | None, face: ButtonFace) -> ButtonFace | None:
    return None if day is None else replace(face, words=(month_name(day), month_name(day, short=True)))


def _day_face(day: date | None, face: ButtonFace) -> ButtonFace | None:
    return None if day is None else replace(face, words=(near_words(day), str(day.day)))


def paint_page_button(
    painter: QPainter, look: Look, face: ButtonFace, rect: QRectF, *, pressed: bool, focused: bool
) -> None:
    """Paint a button at rest, pressed, or under the ring of the keyboard."""
    if face.primary:
        fill: Token = "text2" if pressed else "text"
    else:
        fill = "press" if pressed else "raised"
    token: Token = "bg" if face.primary else "text"
    ink.panel(painter, look, rect, BUTTON_RADIUS_U, fill)
    if not face.primary and look.theme.contrast("raised", "bg") < FAINT:
        ink.ring(painter, look, rect, look.px(BUTTON_RADIUS_U), "line2", EDGE_U)
    if pressed or focused:
        ink.ring(painter, look, rect, look.px(BUTTON_RADIUS_U), "focus", RING_U)
    side, gap = look.px(face.size_u * 1.2), look.px(face.size_u * 0.34)
    room = rect.width() - look.px(16) - side - gap
    fits = (said for said in face.words if ink.text_width(look, said, face.size_u, 600) <= room)
    words = next(fits, face.words[-1])
    size_u = ink.fitting_size(look, words, (face.size_u, FLOOR_U), 600, room)
    words = ink.elided(look, words, size_u, 600, room)
    taken = ink.text_width(look, words, size_u, 600)
    left = rect.center().x() - (side + gap + taken) / 2
    icon = left + taken + gap if face.after else left
    start = left if face.after else left + side + gap
    ink.icon(painter, look, face.icon, QRectF(icon, rect.center().y() - side / 2, side, side), token, 2.4)
    base = rect.center().y() + look.px(FIGURE_DROP * size_u)
    ink.text(painter, look, start, base, words, size_u, 600, token)
