"""Letters cut into days: outlines of cells, places of figures, marks and flags; pure geometry in letter units."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from math import ceil, cos, hypot, radians, sin, sqrt
from typing import Final

from themes.letter_stroke import CAP_HEIGHT, CROSS, GLYPHS, SHEET, THICKNESS, Glyph, Stroke

Point = tuple[float, float]
"""Right and down of the letter's upper left corner, in letter units."""

DAYS: Final = 31
ROUND_PEN: Final = 0.5
"""Width of the pen that rounds the corners of a cell; what it adds leaves a gap of 0.4 between cells."""
FLAG_AWAY: Final = 7.0
CENTRED_MARK: Final = 4.2
"""Size of a mark that stands alone in its cell."""
LEAST_RUNNING_U: Final = 28.0
LEAST_UPRIGHT_U: Final = 22.0
"""Cells shorter than this along the stroke, in layout units, have no room for figures."""
SHEET_WIDTH: Final = 60.0

_INSET: Final = 0.45
_STEP: Final = 0.8
_DIAGONAL: Final = 0.38
_CLEAR: Final = 0.5
_ASIDE: Final = 4.5
_CORNER: Final = (-3.6, 2.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One day of a letter. `left` and `right` are its edges along the stroke, at even steps; `towards` its figure end.

    `size`: how long it is along the stroke; `stacked`: its figure stands above its mark; `upright`: the stroke runs up
    or down.
    """

    day: int
    left: tuple[Point, ...]
    right: tuple[Point, ...]
    centre: Point
    towards: Point
    size: float
    upright: bool
    diagonal: bool

    @property
    def outline(self) -> tuple[Point, ...]:
        """Return the corners of the cell."""
        return _without_straight((*self.left, *reversed(self.right)))

    @property
    def stacked(self) -> bool:
        """Tell whether the figure stands above the mark."""
        return not self.upright and not self.diagonal

    @property
    def mark(self) -> Point:
        """Return the middle of its mark."""
        return self.at(-2.0 if self.stacked else -2.75)

    def figure(self, digits: int) -> Point:
        """Return the middle of its figure of so many digits."""
        return self.at(2.1 if self.stacked else 1.75 if digits == 1 else 1.95)

    def at(self, away: float, along: float = 0.0) -> Point:
        """Return the place so far from the centre towards the figure end, and along the stroke."""
        (x, y), (nx, ny) = self.centre, self.towards
        return x + nx * away - ny * along, y + ny * away + nx * along

    def split(self, count: int) -> tuple[tuple[Point, ...], ...]:
        """Return the outlines of so many parts of the cell, one after the other in the order of the pen."""
        edges = [number / count for number in range(count + 1)]
        return tuple(
            (*_stretch(self.left, first, last), *reversed(_stretch(self.right, first, last)))
            for first, last in pairwise(edges)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as cells of days 1 to 31 in the order of the pen, with its logical grid (0: no day)."""

    code: str
    width: float
    cells: tuple[Cell, ...]
    rows: tuple[tuple[int, ...], ...]
    height: float = CAP_HEIGHT

    def cell(self, day: int) -> Cell:
        """Return the cell of a day of the month."""
        return self.cells[day - 1]

    def has_figures(self, scale_u: float) -> bool:
        """Tell whether every cell has room for its figure, at so many layout units a letter unit."""
        least = ((cell.size * scale_u, LEAST_UPRIGHT_U if cell.upright else LEAST_RUNNING_U) for cell in self.cells)
        return all(size >= wanted for size, wanted in least)

    def flag(self, day: int) -> Point:
        """Return where the flag of a day stands: beside its cell, at the first place that lies in no cell.

        Where cells lie all around, in a corner of its own.
        """
        cell = self.cell(day)
        ends = [cell.at(-FLAG_AWAY), cell.at(FLAG_AWAY)]
        if cell.diagonal:
            ends.sort(key=lambda place: -place[0])  # a pennant hangs to the right
        places = [*ends, cell.at(0, FLAG_AWAY), cell.at(0, -FLAG_AWAY)]
        places += [cell.at(away, along) for away in (-FLAG_AWAY, FLAG_AWAY) for along in (_ASIDE, -_ASIDE)]
        return next((place for place in places if self.is_free(place)), cell.at(*_CORNER))

    def is_free(self, place: Point) -> bool:
        """Tell whether a place lies in no cell, nor in a gap between two."""
        around = [(place[0] + x, place[1] + y) for x in (-_CLEAR, 0, _CLEAR) for y in (-_CLEAR, 0, _CLEAR)]
        return not any(inside(one, cell.outline) for cell in self.cells for one in around)

    def step(self, day: int, right: int, down: int) -> int | None:
        """Return the day one step away on the logical grid, over its empty places; None at its edge.

        A day alone in its row and column, as the tip of the Q, is reached from the day at its corner.
        """
        row, column = self._place(day)
        if right:
            line = self.rows[row]
            ahead = line[column + 1 :] if right > 0 else line[:column][::-1]
        else:
            stack = [line[column] for line in self.rows]
            ahead = tuple(stack[row + 1 :] if down > 0 else stack[:row][::-1])
        found = next((day for day in ahead if day), None)
        return self._at_corner(day, right, down) if found is None else found

    def _place(self, day: int) -> tuple[int, int]:
        return next((row, line.index(day)) for row, line in enumerate(self.rows) if day in line)

    def _is_alone(self, day: int) -> bool:
        row, column = self._place(day)
        return sum(map(bool, self.rows[row])) + sum(bool(line[column]) for line in self.rows) == 2

    def _at_corner(self, day: int, right: int, down: int) -> int | None:
        """Return the day at a corner that lies in a direction, where either of the two is alone."""
        row, column = self._place(day)
        for aside in (1, -1):
            r, c = row + (down or aside), column + (right or aside)
            there = self.rows[r][c] if 0 <= r < len(self.rows) and 0 <= c < len(self.rows[r]) else 0
            if there and (self._is_alone(there) or self._is_alone(day)):
                return there
        return None


@cache
def letter(code: str, *, cross: bool = False) -> Letter:
    """Return the letter of a code; a plain sheet of days for one nobody drew, the safety cross where it is wanted."""
    if cross:
        return _sheet(code, CROSS)
    glyph = GLYPHS.get(code.upper())
    return _sheet(code, SHEET) if glyph is None else _drawn(code, glyph)


def area(outline: Sequence[Point]) -> float:
    """Return the area of a polygon, in square letter units."""
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in _sides(outline))) / 2


def inside(place: Point, outline: Sequence[Point]) -> bool:
    """Tell whether a place lies in a polygon."""
    x, y = place
    crossed = False
    for (x0, y0), (x1, y1) in _sides(outline):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            crossed = not crossed
    return crossed


def distance(place: Point, outline: Sequence[Point]) -> float:
    """Return how far a place is outside a polygon, 0 inside."""
    if inside(place, outline):
        return 0.0
    return min(_to_side(place, first, last) for first, last in _sides(outline))


def _drawn(code: str, glyph: Glyph) -> Letter:
    cells: list[Cell] = []
    for stroke in glyph.strokes:
        make = _cut_area if stroke.quad else _cut_line
        cells += make(stroke, len(cells) + 1)
    return Letter(code=code, width=glyph.width, cells=tuple(cells), rows=glyph.rows)


def _sheet(code: str, rows: tuple[tuple[int, ...], ...]) -> Letter:
    """Return a letter whose cells are the squares of its grid."""
    wide, tall = SHEET_WIDTH / len(rows[0]), CAP_HEIGHT / len(rows)
    cells = []
    for down, line in enumerate(rows):
        for right, day in enumerate(line):
            x, y = right * wide, down * tall
            first, last = x + _INSET, x + wide - _INSET
            top, bottom = y + _INSET, y + tall - _INSET
            cells.append(
                Cell(
                    day=day,
                    left=((first, top), (last, top)),
                    right=((first, bottom), (last, bottom)),
                    centre=(x + wide / 2, y + tall / 2),
                    towards=(0.0, -1.0),
                    size=wide,
                    upright=False,
                    diagonal=False,
                )
            )
    days = sorted((cell for cell in cells if cell.day), key=lambda cell: cell.day)
    return Letter(code=code, width=SHEET_WIDTH, cells=tuple(days), rows=rows)


def _cut_line(stroke: Stroke, first: int) -> list[Cell]:
    """Cut a centre line into pieces of equal length."""
    line = _Line(stroke.line)
    size = line.length / stroke.days
    return [_piece(line, first + number, number * size, size) for number in range(stroke.days)]


def _piece(line: "_Line", day: int, start: float, size: float) -> Cell:
    begin, end = start + _INSET, start + size - _INSET
    steps = ceil((end - begin) / _STEP)
    across = THICKNESS / 2 - _INSET
    left, right = [], []
    for number in range(steps + 1):
        (x, y), (tx, ty) = line.at(begin + (end - begin) * number / steps)
        left.append((x + ty * across, y - tx * across))
        right.append((x - ty * across, y + tx * across))
    centre, (tx, ty) = line.at(start + size / 2)
    upright, diagonal = abs(ty) > abs(tx), min(abs(tx), abs(ty)) > _DIAGONAL
    return Cell(
        day=day,
        left=tuple(left),
        right=tuple(right),
        centre=centre,
        towards=_figure_end((ty, -tx), centre, line.pivot(start + size / 2), diagonal=diagonal),
        size=size,
        upright=upright,
        diagonal=diagonal,
    )


def _figure_end(normal: Point, centre: Point, pivot: Point | None, *, diagonal: bool) -> Point:
    """Return the direction from a cell's centre to its figure: up, left on upright strokes, out of a bend."""
    x, y = normal
    if diagonal and pivot is not None:
        turned = x * (centre[0] - pivot[0]) + y * (centre[1] - pivot[1]) < 0
    elif diagonal or abs(y) >= abs(x):
        turned = y > 0
    else:
        turned = x > 0
    return (-x, -y) if turned else (x, y)


def _cut_area(stroke: Stroke, first: int) -> list[Cell]:
    """Cut an area of four corners by horizontal lines into equal areas, numbered down or up."""
    x0, y0, x1, _, x2, y1, x3, _ = (float(number) for number in stroke.line.split())
    tall, top, bottom = y1 - y0, x1 - x0, x2 - x3
    slope = (bottom - top) / tall

    def depth(part: float) -> float:
        """Return how far down so much of the area lies above."""
        wanted = part * (top + bottom) / 2 * tall
        return wanted / top if slope == 0 else (sqrt(top * top + 2 * slope * wanted) - top) / slope

    def edge(y: float) -> tuple[Point, Point]:
        share = y / tall
        return (x0 + (x3 - x0) * share + _INSET, y0 + y), (x1 + (x2 - x1) * share - _INSET, y0 + y)

    cells = []
    for number in range(stroke.days):
        begin, end = depth(number / stroke.days), depth((number + 1) / stroke.days)
        ends = [edge(begin + _INSET), edge(end - _INSET)]
        if stroke.up:
            ends.reverse()
        middle = edge((begin + end) / 2)
        cells.append(
            Cell(
                day=0,
                left=(ends[0][0], ends[1][0]),
                right=(ends[0][1], ends[1][1]),
                centre=((middle[0][0] + middle[1][0]) / 2, middle[0][1]),
                towards=(-1.0, 0.0),
                size=end - begin,
                upright=True,
                diagonal=False,
            )
        )
    return [replace(cell, day=first + n) for n, cell in enumerate(reversed(cells) if stroke.up else cells)]


class _Line:
    """A centre line of straight pieces and arcs, measured from its start."""

    def __init__(self, data: str) -> None:
        self._pieces: list[tuple[float, str, tuple[float, ...]]] = []
        for piece in data.split("; "):
            kind, *numbers = piece.split()
            values = tuple(float(number) for number in numbers)
            self._pieces.append((_length(kind, values), kind, values))
        self.length: Final = sum(length for length, _, _ in self._pieces)

    def at(self, along: float) -> tuple[Point, Point]:
        """Return the place and the direction so far along."""
        rest, length, kind, values = self._find(along)
        share = rest / length
        if kind == "L":
            x0, y0, x1, y1 = values
            return (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share), ((x1 - x0) / length, (y1 - y0) / length)
        cx, cy, r, a0, a1 = values
        turn, way = radians(a0 + (a1 - a0) * share), 1 if a1 > a0 else -1
        return (cx + r * cos(turn), cy + r * sin(turn)), (-sin(turn) * way, cos(turn) * way)

    def pivot(self, along: float) -> Point | None:
        """Return the centre of the bend there, None where the line is straight."""
        _, _, kind, values = self._find(along)
        return (values[0], values[1]) if kind == "A" else None

    def _find(self, along: float) -> tuple[float, float, str, tuple[float, ...]]:
        for length, kind, values in self._pieces[:-1]:
            if along <= length:
                return along, length, kind, values
            along -= length
        return (along, *self._pieces[-1])


def _length(kind: str, values: tuple[float, ...]) -> float:
    if kind == "L":
        x0, y0, x1, y1 = values
        return hypot(x1 - x0, y1 - y0)
    return values[2] * abs(radians(values[4] - values[3]))


def _stretch(edge: Sequence[Point], first: float, last: float) -> list[Point]:
    """Return the part of an edge between two shares of it."""
    steps = len(edge) - 1
    inner = [edge[number] for number in range(1, steps) if first * steps < number < last * steps]
    return [_along(edge, first), *inner, _along(edge, last)]


def _along(edge: Sequence[Point], share: float) -> Point:
    at = share * (len(edge) - 1)
    number = min(int(at), len(edge) - 2)
    (x0, y0), (x1, y1) = edge[number], edge[number + 1]
    rest = at - number
    return x0 + (x1 - x0) * rest, y0 + (y1 - y0) * rest


def _sides(outline: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(outline, (*outline[1:], outline[0]), strict=True))


def _to_side(place: Point, first: Point, last: Point) -> float:
    (x, y), (x0, y0), (x1, y1) = place, first, last
    long = hypot(x1 - x0, y1 - y0)
    share = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / (long * long) if long else 0.0
    share = min(1.0, max(0.0, share))
    return hypot(x - x0 - share * (x1 - x0), y - y0 - share * (y1 - y0))


def _without_straight(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return a polygon without the points that lie on a straight side."""
    around = zip((points[-1], *points[:-1]), points, (*points[1:], points[0]), strict=True)
    return tuple(
        here
        for before, here, after in around
        if abs((here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0])) > 1e-6
    )
