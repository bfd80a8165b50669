"""A letter at one size: its cells as painter paths, made once."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from themes.letter import ROUND_PEN, Letter, Point, distance, letter

Place = tuple[float, float, float]
"""Left and top of a letter and pixels per letter unit."""
SHAPES_KEPT: Final = 64


class LetterShape:
    """Where a letter's cells lie, in pixels of its widget."""

    def __init__(self, letter: Letter, place: Place) -> None:
        self.letter: Final = letter
        self.scale: Final = place[2]
        self._left, self._top, _ = place
        self._paths: Final = {cell.day: self._path(cell.outline) for cell in letter.cells}
        out = self.scale * ROUND_PEN / 2 + 1
        self._bounds: Final = {
            day: path.boundingRect().adjusted(-out, -out, out, out) for day, path in self._paths.items()
        }
        self._parts: Final[dict[tuple[int, int], tuple[QPainterPath, ...]]] = {}
        self._flags: Final[dict[int, QPointF]] = {}

    @property
    def rect(self) -> QRectF:
        """Return the place of the whole letter."""
        return QRectF(self._left, self._top, self.letter.width * self.scale, self.letter.height * self.scale)

    def path(self, day: int) -> QPainterPath:
        """Return the outline of a day's cell; do not change it."""
        return self._paths[day]

    def parts(self, day: int, count: int) -> tuple[QPainterPath, ...]:
        """Return the outlines of a day's parts, in the order of time."""
        if (day, count) not in self._parts:
            outlines = self.letter.cell(day).split(count)
            self._parts[day, count] = tuple(self._path(outline) for outline in outlines)
        return self._parts[day, count]

    def bounds(self, day: int) -> QRectF:
        """Return the rectangle around a day's cell with the pen that rounds its corners."""
        return QRectF(self._bounds[day])

    def at(self, place: Point) -> QPointF:
        """Return a place of the letter in pixels."""
        return QPointF(self._left + place[0] * self.scale, self._top + place[1] * self.scale)

    def flag(self, day: int) -> QPointF:
        """Return the middle of a day's flag."""
        if day not in self._flags:
            self._flags[day] = self.at(self.letter.flag(day))
        return self._flags[day]

    def nearest(self, place: QPointF) -> tuple[int, float]:
        """Return the day nearest to a place, and how many pixels it is away."""
        here = ((place.x() - self._left) / self.scale, (place.y() - self._top) / self.scale)
        apart = {cell.day: distance(here, cell.outline) for cell in self.letter.cells}
        day = min(apart, key=lambda day: apart[day])
        return day, apart[day] * self.scale

    def _path(self, outline: tuple[Point, ...]) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(QPolygonF([self.at(point) for point in outline]))
        path.closeSubpath()
        return path


@lru_cache(maxsize=SHAPES_KEPT)
def shape_of(code: str, place: Place, *, cross: bool = False) -> LetterShape:
    """Return a letter, or the safety cross, at a place and size; made once."""
    return LetterShape(letter(code, cross=cross), place)
