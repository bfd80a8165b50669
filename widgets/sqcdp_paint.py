"""Paints what surrounds a letter: its state and name, headline, target, the month as a line, and the action."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from themes.qt import Look
from themes.token import Token
from widgets import ink
from widgets.sqcdp_face import DOT, NO_VALUE, CardFace, HeadFace, LabelFace, SparkFace, ValueFace
from widgets.words import translate

CHIP_U: Final = 56.0
NAME_U: Final = 40.0
NARROW_NAME_U: Final = 36.0
"""The names of a page whose columns are narrow."""
UNIT_SHARE: Final = 0.38
HEADLINES_U: Final = (104.0, 92.0, 80.0, 70.0, 60.0, 50.0, 40.0)
TRACKING_U: Final = -2.0
OWNER_LEAST_U: Final = 84.0
STAMP: Final = (99.0, 38.0)

Score = Literal["worded", "plain", "stacked", "none"]
"""How it is told how many days were met: "9 of 14" over "days met", alone, 9 over "of 14", or not at all."""


class PartPainter:
    """Paints the parts of one letter; `row`: in a row of an upright page; `full`: nothing is left out.

    `score`: how the letters of the page tell how many days were met.
    """

    def __init__(self, painter: QPainter, look: Look, *, row: bool, full: bool, score: Score = "worded") -> None:
        self._painter: Final = painter
        self._look: Final = look
        self._row: Final = row
        self._full: Final = full
        self._score: Final[Score] = score

    def head(self, face: HeadFace, rect: QRectF) -> None:
        """Paint the chip of today, the name, and how many days were met."""
        painter, look, px = self._painter, self._look, self._look.px
        chip = QRectF(rect.left(), rect.top() + px(7), px(CHIP_U), px(CHIP_U))
        ink.chip(painter, look.stale() if face.stale else look, chip, face.mark)
        right, base = rect.right(), rect.top() + px(49 if not self._row else 48)
        if self._row:
            taken = ink.text(painter, look, right, base - px(1), face.met, 28, 600, "text2", "right")
            if face.entered:
                taken += px(18)
                taken += ink.text(painter, look, right - taken, base - px(1), face.entered, 22, 600, "text", "right")
        elif self._full:
            self._full_head(face, rect, base)
            return
        else:
            under, days = rect.bottom() - px(4), translate("board", "days met")
            start = rect.left() + ink.text(painter, look, rect.left(), under, face.met, 24, 600, "text2") + px(8)
            if face.met and start + ink.text_width(look, days, 20, 500) <= right:
                ink.text(painter, look, start, under, days, 20, 500, "text3")
            taken = 0.0
        left = rect.left() + px(CHIP_U + (16 if self._row else 12))
        room = right - taken - (px(10) if taken else 0.0) - left
        self._name(face.name, left, base, room, NAME_U if self._row else NARROW_NAME_U)

    def _full_head(self, face: HeadFace, rect: QRectF, base: float) -> None:
        """Paint the name and how many days were met; a name that has no room beside it stands alone."""
        painter, look, px, score = self._painter, self._look, self._look.px, self._score
        if not _has_room(look, face, score, rect.width()):
            score = "none" if _has_room(look, face, "none", rect.width()) else "stacked"
        if face.met and score in {"worded", "stacked"}:
            above, below = (face.met, translate("board", "days met")) if score == "worded" else (face.count, face.due)
            ink.text(painter, look, rect.right(), rect.top() + px(37), above, 24, 600, "text2", "right")
            ink.text(painter, look, rect.right(), rect.top() + px(63), below, 20, 500, "text3", "right")
        elif face.met and score == "plain":
            ink.text(painter, look, rect.right(), base, face.met, 24, 600, "text2", "right")
        left = rect.left() + px(CHIP_U + _gap(score))
        self._name(face.name, left, base, _name_room(look, face, score, rect.width()), NAME_U)

    def _name(self, name: str, left: float, base: float, room: float, size_u: float) -> None:
        painter, look, px = self._painter, self._look, self._look.px
        lines = ink.wrap(name, look.font(size_u, 600), room, 1 if self._row else 2)
        if len(lines) == 1 or ink.text_width(look, name, size_u, 600) <= room:
            ink.text(painter, look, left, base, name, size_u, 600, "text", "left", room)
            return
        for number, line in enumerate(lines):
            ink.text(painter, look, left, base + px(40 * number - 18), line, size_u, 600)

    def value(self, face: ValueFace, rect: QRectF, size_u: float) -> None:
        """Paint the headline; thin and grey where its data are past their age, with their time beside it."""
        painter, look, px = self._painter, self._look, self._look.px
        base, weight = rect.bottom() - px(30), 500 if face.stale else 700
        token: Token = "text3" if face.stale else "text"
        nudge = px(size_u * 0.04) if face.figure != NO_VALUE else 0.0  # the blank to the left of a figure
        taken = ink.text(
            painter, look, rect.left() - nudge, base, face.figure, size_u, weight, token, tracking_u=TRACKING_U
        )
        left, unit_u = rect.left() - nudge + taken + px(14), max(20.0, round(size_u * UNIT_SHARE))
        unit: Token = "text3" if face.stale else "text2"
        ink.text(painter, look, left, base, face.unit, unit_u, 500, unit, max_width=rect.right() - left + px(20))
        if face.above:
            ink.text(painter, look, left + px(2), base - px(unit_u * 0.9 + 4), face.above, 20, 500, "text2")
        if face.entered and not self._row:
            ink.text(painter, look, rect.left(), base - px(87), face.entered, 21, 600, "text")
        if face.stamp:
            self._stamp(face.stamp, rect.translated(0, -px(15 if self._row else 6)) if face.above else rect)

    def _stamp(self, stamp: str, rect: QRectF) -> None:
        """Paint the time of stale data in a box."""
        painter, look, px = self._painter, self._look, self._look.px
        top = rect.bottom() - px(30 + (92 if not self._row else 84))
        box = QRectF(rect.right() - px(STAMP[0]), top, px(STAMP[0]), px(STAMP[1]))
        ink.panel(painter, look, box, 6, "bg")
        ink.ring(painter, look, box, px(6), "text", 2)
        ink.text(painter, look, box.center().x(), box.center().y() + px(8.6), stamp, 24, 600, "text", "centre")

    def label(self, face: LabelFace, rect: QRectF) -> None:
        """Paint what the headline is and against what it stands."""
        painter, look, px = self._painter, self._look, self._look.px
        if self._row:
            base = rect.top() + px(31)  # clear of the tail of a decimal comma
            taken = ink.text(painter, look, rect.right(), base, face.short, 24, 500, "text2", "right", rect.width() / 2)
            room = rect.width() - taken - px(20)
            ink.text(painter, look, rect.left(), base, self._said_of(face, 25, room), 25, 500, "text2", max_width=room)
            return
        name = self._said_of(face, 24, rect.width())
        size_u = ink.fitting_size(look, name, (24, 21), 500, rect.width()) if face.fewer else 24
        if face.fewer and ink.text_width(look, name, size_u, 500) > rect.width():
            for number, line in enumerate(ink.wrap(name, look.font(size_u, 500), rect.width())):
                ink.text(painter, look, rect.left(), rect.top() + px(24 + 26 * number), line, size_u, 500, "text2")
            return
        ink.text(painter, look, rect.left(), rect.top() + px(27), name, size_u, 500, "text2", max_width=rect.width())
        ink.text(
            painter,
            look,
            rect.left(),
            rect.top() + px(59),
            self._against(face, rect),
            22,
            500,
            "text3",
            max_width=rect.width(),
        )

    def _said_of(self, face: LabelFace, size_u: float, room: float) -> str:
        """Return the name of the headline, in fewer words where it has no room."""
        fits = ink.text_width(self._look, face.name, size_u, 500) <= room
        return face.name if fits or not face.fewer else face.fewer

    def _against(self, face: LabelFace, rect: QRectF) -> str:
        """Return as much of what the headline stands against as there is room for."""
        tries = [DOT.join(face.against[:count]) for count in range(len(face.against), 0, -1)]
        fits = (said for said in tries if ink.text_width(self._look, said, 22, 500) <= rect.width())
        return next(fits, tries[-1] if tries else "")

    def spark(self, face: SparkFace, rect: QRectF) -> None:
        """Paint the month as a line: dotted target, a dot at each miss, a ring where it is still open."""
        px, painter, look = self._look.px, self._painter, self._look
        inner = rect.adjusted(px(1), px(11), -px(10), -px(11))
        steps = max(1, len(face.points) - 1)
        for levels in face.aims:
            self._aim(levels, inner)
        places = [
            None
            if level is None
            else QPointF(inner.left() + inner.width() * n / steps, inner.bottom() - level * inner.height())
            for n, level in enumerate(face.points)
        ]
        self._line(places)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("missLine"))
        for number in face.missed:
            if (place := places[number]) is not None:
                painter.drawEllipse(place, px(5.5), px(5.5))
        if face.open and places and (last := places[-1]) is not None:
            painter.setBrush(look.colour("bg"))
            painter.setPen(look.pen("text3" if face.stale else "text", 3.4))
            painter.drawEllipse(last, px(8), px(8))

    def _aim(self, levels: Sequence[float | None], inner: QRectF) -> None:
        """Paint a limit as a dotted line, a step at each day from which on it is another."""
        pen = QPen(self._look.colour("text3"), self._look.px(2))
        pen.setDashPattern([1.5, 3.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        step, place = inner.width() / max(1, len(levels) - 1), 0
        for level, days in groupby(levels):
            first, place = place, place + len(list(days))
            if level is not None:
                y = inner.bottom() - level * inner.height()
                left = max(inner.left(), inner.left() + step * (first - 0.5))
                right = min(inner.right(), inner.left() + step * (place - 0.5)) if len(levels) > 1 else inner.right()
                self._painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _line(self, places: list[QPointF | None]) -> None:
        path = QPainterPath()
        for first, last in pairwise(places):
            if first is not None and last is not None:
                if path.currentPosition() != first or path.isEmpty():
                    path.moveTo(first)
                path.lineTo(last)
        self._painter.strokePath(path, self._look.pen("text2", 3))

    def card(self, face: CardFace, rect: QRectF) -> None:
        """Paint the action, or that nothing waits."""
        painter, look, px = self._painter, self._look, self._look.px
        ink.panel(painter, look, rect, 10, "panel")
        if not face.title:
            said = translate("board", "nothing waiting")
            ink.text(painter, look, rect.left() + px(20), rect.center().y() + px(8), said, 22, 500, "text3")
        elif not self._row:
            self._column_card(face, rect)
        elif self._full:
            self._row_card(face, rect)
        else:
            base = rect.center().y() + px(9)
            self._flag(rect.left() + px(13), rect.center().y() - px(1))
            taken = self._when(face, rect.right() - px(16), base)
            room = rect.width() - px(46 + 32) - taken
            ink.text(painter, look, rect.left() + px(46), base, face.title, 26, 600, "text", max_width=room)

    def _column_card(self, face: CardFace, rect: QRectF) -> None:
        painter, look, px = self._painter, self._look, self._look.px
        base = rect.top() + px(37)
        self._flag(rect.left() + px(13), rect.top() + px(28))
        taken = self._when(face, rect.right() - px(20), base)
        room = rect.width() - px(48 + 30) - taken
        if room >= px(OWNER_LEAST_U):
            ink.text(painter, look, rect.left() + px(48), base, face.owner, 23, 500, "text2", max_width=room)
        for number, line in enumerate(ink.wrap(face.title, look.font(26, 600), rect.width() - px(36))):
            ink.text(painter, look, rect.left() + px(20), rect.top() + px(76 + 32 * number), line, 26, 600)

    def _row_card(self, face: CardFace, rect: QRectF) -> None:
        painter, look, px = self._painter, self._look, self._look.px
        left, room = rect.left() + px(46), rect.width() - px(46 + 20)
        self._flag(rect.left() + px(13), rect.top() + px(28))
        ink.text(painter, look, left, rect.top() + px(36), face.title, 26, 600, "text", max_width=room)
        base = rect.top() + px(71)
        if face.late:
            taken = self._when(face, rect.right() - px(20), base)
        else:
            said = face.when if face.today or not face.when else translate("board", "due {day}").format(day=face.when)
            token: Token = "text" if face.today else "text2"
            weight = 700 if face.today else 500
            taken = ink.text(painter, look, rect.right() - px(20), base, said, 22, weight, token, "right")
        ink.text(painter, look, left, base, face.owner, 22, 500, "text2", max_width=room - taken - px(20))

    def _flag(self, left: float, middle: float) -> None:
        px = self._look.px
        ink.icon(self._painter, self._look, "flag", QRectF(left, middle - px(14.5), px(30), px(30)), "text")

    def _when(self, face: CardFace, right: float, base: float) -> float:
        """Paint when an action is due: plain, outlined today, inverted once late; return the width it takes."""
        painter, look, px = self._painter, self._look, self._look.px
        if not face.late and not face.today:
            return ink.text(painter, look, right, base, face.when, 22, 500, "text2", "right")
        width = ink.text_width(look, face.when, 20, 700)
        box = QRectF(right + px(6) - width - px(20), base - px(24), width + px(20), px(32))
        if face.late:
            ink.panel(painter, look, box, 6, "text")
        else:
            ink.ring(painter, look, box, px(6), "text", 2)
        token: Token = "bg" if face.late else "text"
        ink.text(painter, look, box.center().x(), base - px(1), face.when, 20, 700, token, "centre")
        return box.width()


def headline_size(look: Look, faces: list[ValueFace], room: float, most_u: float) -> float:
    """Return one size for all headlines of a page: the largest at which the longest fits its room in pixels."""
    sizes = [most_u, *(size for size in HEADLINES_U if size < most_u)]

    def width(face: ValueFace, size: float) -> float:
        unit = ink.text_width(look, face.unit or NO_VALUE, max(20.0, round(size * UNIT_SHARE)), 500)
        above = ink.text_width(look, face.above, 20, 500)
        return ink.text_width(look, face.figure, size, 700, TRACKING_U) + look.px(12) + max(unit, above)

    return next((size for size in sizes if all(width(face, size) <= room for face in faces)), sizes[-1])


def head_score(look: Look, faces: Sequence[HeadFace], width: float) -> Score:
    """Return how all letters of a page tell how many days were met: in the most words that leave their names room.

    A name that has no room even beside the fewest has no say.
    """
    named = [face for face in faces if _has_room(look, face, "stacked", width)]
    tries: tuple[Score, ...] = ("worded", "plain")
    return next((one for one in tries if named and all(_has_room(look, face, one, width) for face in named)), "stacked")


def _gap(score: Score) -> float:
    return 16.0 if score in {"worded", "plain"} else 12.0


def _name_room(look: Look, face: HeadFace, score: Score, width: float) -> float:
    """Return what the chip and how many days were met leave for the name."""
    told = {"worded": ((face.met, 24, 600), (translate("board", "days met"), 20, 500)), "plain": ((face.met, 24, 600),)}
    told["stacked"] = ((face.count, 24, 600), (face.due, 20, 500))
    taken = max((ink.text_width(look, *one) for one in told.get(score, ()) if face.met), default=0.0)
    return width - look.px(CHIP_U + _gap(score)) - (taken + look.px(10) if taken else 0.0)


def _has_room(look: Look, face: HeadFace, score: Score, width: float) -> bool:
    widest = max((ink.text_width(look, word, NAME_U, 600) for word in face.name.split()), default=0.0)
    return widest <= _name_room(look, face, score, width)
