"""The days of a month in the shape of their letter, large: where each is, how it is painted, and all as one picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from board.views.letter import LetterPage
from board.views.sqcdp import DayCell
from themes.letter import letter as glyph
from themes.qt import Look
from widgets import ink
from widgets.letter_page_walk import day_name, reacts
from widgets.letter_paint import FOCUS_U, day_rect, paint_day, paint_focus, paint_sign, sign_rect
from widgets.letter_shape import LetterShape, Place, shape_of
from widgets.press import Target
from widgets.sqcdp_face import DayFace, SignFace, day_words

BOARD_SCALE: Final = 5.74
"""u per letter unit at which figures and marks have the size of the board's; in a larger letter they grow with it."""

MonthFace = DayFace | SignFace


@dataclass(frozen=True, slots=True)
class _Kept:
    """The days as pixels, so that a page that comes up again is quick."""

    rect: QRect
    faces: Mapping[str, MonthFace]
    pixmap: QPixmap


class LetterMonth:
    """One letter at one place and size."""

    def __init__(self, look: Look, code: str, place: Place, *, cross: bool) -> None:
        growth = _growth(place[2])
        self._page_look: Final = look
        self._look: Final = Look(look.theme, look.u * growth, look.ratio)
        self.figures: Final = glyph(code, cross=cross).has_figures(place[2] / growth)
        left, top, scale = place
        self.shape: Final[LetterShape] = shape_of(code, (left * look.u, top * look.u, scale * look.u), cross=cross)
        self._kept: _Kept | None = None
        self._targets: dict[int, tuple[str, DayCell, Target]] = {}

    def rect_of(self, face: MonthFace) -> QRectF:
        """Return the place of a day or of a sign in pixels."""
        if isinstance(face, DayFace):
            return day_rect(self.shape, face, self._look)
        return sign_rect(self.shape, face, self._look)

    def ring_rect(self, day: int) -> QRectF:
        """Return the place of the ring around a day."""
        out = self._page_look.px(FOCUS_U[0] / 2)
        return self.shape.bounds(day).adjusted(-out, -out, out, out)

    def targets(self, view: LetterPage) -> tuple[Target, ...]:
        """Return the days that react; one that did not change is not put into words again."""
        found = []
        for cell in view.letter.days:
            day = cell.day.day
            if not reacts(view, day):
                continue
            kept = self._targets.get(day)
            if kept is None or kept[0] != view.letter.name or kept[1] != cell:
                said = day_words(view.letter, cell)
                target = Target(name=day_name(day), rect=self.ring_rect(day), label=said, small=True)
                kept = self._targets[day] = (view.letter.name, cell, target)
            found.append(kept[2])
        return tuple(found)

    def paint(self, painter: QPainter, face: MonthFace, rect: QRectF) -> None:
        """Paint one day or sign."""
        if isinstance(face, DayFace):
            paint_day(painter, self._look, self.shape, face)
        else:
            paint_sign(painter, self._look, face, rect)

    def paint_ring(self, painter: QPainter, day: int) -> None:
        """Paint the ring around a day."""
        paint_focus(painter, self._page_look, self.shape, day)

    def picture(self, faces: Mapping[str, MonthFace], whole: QRect, origin: QPoint) -> QPixmap:
        """Return all days as one picture of that place, made anew where they differ; hatches start at the origin."""
        kept = self._kept
        if kept is None or kept.rect != whole or kept.faces != faces:
            kept = self._kept = _Kept(whole, dict(faces), self._new_picture(faces, whole, origin))
        return kept.pixmap

    def _new_picture(self, faces: Mapping[str, MonthFace], whole: QRect, origin: QPoint) -> QPixmap:
        def draw(painter: QPainter) -> None:
            for face in faces.values():
                self.paint(painter, face, self.rect_of(face))

        return ink.picture(self._look, whole, draw, origin=origin)


def _growth(scale: float) -> float:
    """Return how much larger figures and marks are than on the board of letters."""
    return max(1.0, scale / BOARD_SCALE)
