"""The short interval control board of several lines: lines down, intervals across, the shift at the right."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.plant.span import Span
from board.views.freshness import Stage
from board.views.sicb import SicbLine, SicbLines
from themes.qt import Look
from themes.token import QUIET_S, Token
from widgets import ink
from widgets.cell import CellSurface
from widgets.finger import LEAST_MM, Finger
from widgets.press import Press, Target
from widgets.sicb_lines_face import (
    ColumnFace,
    LineFace,
    MoreFace,
    SquareFace,
    column_face,
    columns_shown,
    interval_at,
    line_face,
    more_face,
    now_of,
    square_face,
    squares_of,
    total_face,
)
from widgets.sicb_lines_paint import TALL_U, chip_side, paint_interval, paint_square
from widgets.stale_frame import paint_stale_frame
from widgets.words import translate

HEAD_U: Final = 76.0
NAME_U: Final = 400.0
TOTAL_U: Final = 250.0
SQUARE_LEAST_U: Final = 150.0
ROW_LEAST_U: Final = 84.0
ROW_MOST_U: Final = 180.0
NARROW_BELOW_U: Final = 1200.0
NARROW_ROW_LEAST_U: Final = 178.0
NARROW_ROW_MOST_U: Final = 300.0
NARROW_NAME_U: Final = 76.0
MORE_U: Final = 56.0
ROW_INSET_U: Final = 3.0
NARROW_STORIES_U: Final = 200.0
SIZES_U: Final = (46.0, 40.0, 34.0, 30.0, 26.0)
LOW_SIZES_U: Final = (34.0, 30.0, 26.0)
MORE: Final = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The arrangement: which columns and how many lines have room, and their sizes in u."""

    narrow: bool
    columns: tuple[int, ...]
    first: int
    lines: int
    top: float
    row: float
    left: float
    square: float


class SicbLinesGrid(CellSurface):
    """One row a line, one square an interval. A touch on a line opens it; on a square, its interval."""

    line_touched = Signal(str)
    interval_touched = Signal(str, Span)

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._view: SicbLines | None = None
        self._stage = Stage.LIVE
        self._age_s: int | None = None
        self._grid: Grid | None = None
        self._first = 0
        self._back_timer = QTimer(self, singleShot=True, interval=int(QUIET_S * 1000))
        self._back_timer.timeout.connect(self._show_first)
        self._finger: Final = finger
        self._press = Press(self, finger)
        self._press.touched.connect(self._touched)

    def show_lines(self, view: SicbLines) -> None:
        """Show a view; an equal one costs nothing, another one repaints the squares that differ."""
        if view != self._view:
            self._view = view
            self._lay_out()

    def show_age(self, stage: Stage, age_s: int | None) -> None:
        """Show how old the data are; each line looks stale by its own."""
        before, turned = self._ages(), (stage is Stage.STALE) != (self._stage is Stage.STALE)
        self._stage, self._age_s = stage, age_s
        if self._ages() != before:
            self._lay_out()
        if turned:
            self.update()

    @override
    def arrange(self) -> None:
        """Work out where everything is, and what it is called in the present language."""
        self.setAccessibleName(translate("board", "Intervals of every line"))
        self._lay_out()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Go back to the first lines; a hidden page costs nothing."""
        self._back_timer.stop()
        self._show_first()
        super().hideEvent(event)

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint the band of now and the rules."""
        grid, view, px = self._grid, self._view, self.look.px
        if grid is None or view is None:
            return
        right, bottom = self.width() - px(24), px(grid.top + grid.row * grid.lines - 4)
        for place, column in enumerate(grid.columns):
            if view.columns[column].holds(view.now) and not grid.narrow:
                band = QRectF(px(grid.left + place * grid.square), px(8), px(grid.square), bottom - px(8))
                ink.panel(painter, self.look, band, 12, "raised")
                ink.panel(painter, self.look, QRectF(band.left(), band.top(), band.width(), px(8)), 4, "text")
        ink.hairline(painter, self.look, px(40), right - px(16), px(grid.top - 2), "line2")
        for line in range(1, grid.lines):
            ink.hairline(painter, self.look, px(40), right - px(16), px(grid.top + line * grid.row), "line")

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one cell."""
        pressed = self._press.is_pressed(name)
        if pressed:
            ink.panel(painter, self.look, rect, 12, "press")
        match face:
            case ColumnFace():
                self._paint_column(painter, face, rect, 2 if name == "head:total" else 17)
            case LineFace():
                self._paint_line(painter, face, rect)
            case SquareFace() if name.startswith("square:") and self._grid is not None:
                paint_interval(painter, self.look, face, rect, self.look.px(self._grid.square - 6))
            case SquareFace():
                paint_square(painter, self.look, face, rect)
            case MoreFace():
                base = rect.center().y() + self.look.px(9)
                ink.text(painter, self.look, rect.left() + self.look.px(12), base, face.words, 24, 500, "text3")
        if self._press.is_focused(name):
            ink.ring(painter, self.look, rect, self.look.px(12), "focus", 5)

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint why there is nothing, or the frame of stale data."""
        if self._view is not None and not self._view.lines:
            said = translate("board", "No shift on any line")
            middle = QRectF(self.rect()).center()
            ink.text(painter, self.look, middle.x(), middle.y(), said, 46, 600, "text2", "centre")
        if self._stage is Stage.STALE:
            paint_stale_frame(painter, self.look, QRectF(self.rect()))

    def _touched(self, name: str) -> None:
        view, grid = self._view, self._grid
        kind, _, place = name.partition(":")
        if view is None or grid is None:
            return
        if kind == MORE:
            self._show_more(view, grid)
        elif kind == "line":
            self.line_touched.emit(place)
        else:
            self._touch_square(view, place)

    def _touch_square(self, view: SicbLines, place: str) -> None:
        node, _, column = place.rpartition(":")
        line = next((line for line in view.lines if line.node == node), None)
        if line is not None and (interval := interval_at(line, view.columns[int(column)])) is not None:
            self.interval_touched.emit(node, interval.span)

    def _show_more(self, view: SicbLines, grid: Grid) -> None:
        """Show the next lines, and the first ones again after the last or after a while."""
        after = grid.first + grid.lines
        self._first = after if after < len(view.lines) else 0
        self._back_timer.start()
        self._lay_out()

    def _show_first(self) -> None:
        if self._first:
            self._first = 0
            self._lay_out()

    def _ages(self) -> tuple[LineFace, ...]:
        """Return what every line says of its age, which is all that a second may change."""
        view = self._view
        if view is None:
            return ()
        now = now_of(view, self._age_s)
        return tuple(line_face(line, now) for line in view.lines)

    def _lay_out(self) -> None:
        view = self._view
        if view is None or self.width() < 1:
            return
        grid = self._arranged(view)
        if grid != self._grid:
            self._grid = grid
            self.update()
        self.put_places(self._find_places(view, grid))
        self._put_faces(view, grid)
        self._press.show_targets(self._targets(view))

    def _arranged(self, view: SicbLines) -> Grid:
        """Return the arrangement for the present size."""
        width, height = self.width() / self.look.u, self.height() / self.look.u
        narrow = width < NARROW_BELOW_U
        least, most = (NARROW_ROW_LEAST_U, NARROW_ROW_MOST_U) if narrow else (ROW_LEAST_U, ROW_MOST_U)
        least = max(least, self._touch_u + 2 * ROW_INSET_U)
        free, count = height - HEAD_U - 12, max(1, len(view.lines))
        lines = count if count * least <= free else max(1, int((free - self._more_u) // least))
        row = min(most, (free if lines == count else free - self._more_u) / lines)
        left = 40.0 if narrow else NAME_U
        room = width - 40 - left - (0.0 if narrow else TOTAL_U)
        columns = columns_shown(view, max(1, int(room // SQUARE_LEAST_U)))
        return Grid(
            narrow=narrow, columns=columns, first=self._first if self._first < len(view.lines) else 0, lines=lines,
            top=HEAD_U, row=row, left=left, square=room / max(1, len(columns)),
        )  # fmt: skip

    @property
    def _touch_u(self) -> float:
        """Return how low nothing may be that is touched, in u."""
        return self._finger.screen.in_u(LEAST_MM, self.look.u)

    @property
    def _more_u(self) -> float:
        return max(MORE_U, self._touch_u)

    def _find_places(self, view: SicbLines, grid: Grid) -> dict[str, QRectF]:
        width = self.width() / self.look.u
        places = {}
        for place, column in enumerate(grid.columns):
            left = grid.left + place * grid.square
            places[f"head:{column}"] = self._rect(left, 16, left + grid.square, grid.top - 4)
        if not grid.narrow:
            places["head:total"] = self._rect(width - 40 - TOTAL_U, 16, width - 40, grid.top - 4)
        for number, line in enumerate(_lines_shown(view, grid)):
            pad = max(ROW_INSET_U, (grid.row - NARROW_STORIES_U) / 2) if grid.narrow else ROW_INSET_U
            top, bottom = grid.top + number * grid.row + pad, grid.top + (number + 1) * grid.row - pad
            middle = top + max(NARROW_NAME_U, self._touch_u) if grid.narrow else top
            name_bottom = middle if grid.narrow else bottom
            name_right = width - 40 - TOTAL_U if grid.narrow else NAME_U - 6
            places[f"line:{line.node}"] = self._rect(28, top, name_right, name_bottom)
            places[f"total:{line.node}"] = self._rect(width - 36 - TOTAL_U, top, width - 28, name_bottom)
            for place, column, covered in squares_of(line, view.columns, grid.columns):
                left = grid.left + place * grid.square
                square = self._rect(left + 3, middle, left + covered * grid.square - 3, bottom)
                places[f"square:{line.node}:{column}"] = square
        if grid.lines < len(view.lines):
            top = grid.top + grid.lines * grid.row
            places[MORE] = self._rect(28, top, width - 28, top + self._more_u)
        return places

    def _put_faces(self, view: SicbLines, grid: Grid) -> None:
        now, shown = now_of(view, self._age_s), _lines_shown(view, grid)
        faces: dict[str, Hashable] = {f"head:{column}": column_face(view, column) for column in grid.columns}
        faces["head:total"] = ColumnFace(label=(shift := translate("board", "shift")))
        squares: dict[str, SquareFace] = {}
        for line in shown:
            faces[f"line:{line.node}"] = line_face(line, now)
            squares[f"total:{line.node}"] = total_face(line, now, shift if grid.narrow else "")
            for _, column, _ in squares_of(line, view.columns, grid.columns):
                interval = interval_at(line, view.columns[column])
                squares[f"square:{line.node}:{column}"] = square_face(line, interval, now)
        for kind in ("square:", "total:"):
            of_kind = {name: face for name, face in squares.items() if name.startswith(kind)}
            faces.update(self._sized(of_kind))
        if len(shown) < len(view.lines):
            faces[MORE] = more_face([line for line in view.lines if line not in shown])
        self.put_faces(faces)

    def _sized(self, squares: dict[str, SquareFace]) -> dict[str, SquareFace]:
        """Return the squares with one size for all their figures: the largest at which the longest fits."""
        places = [place for name in squares if (place := self.place_of(name)) is not None]
        place = min(places, key=QRectF.width, default=None)
        longest = max((face.figure for face in squares.values()), key=len, default="")
        if place is None:
            return squares
        sizes = SIZES_U if place.height() >= self.look.px(TALL_U) else LOW_SIZES_U
        room = place.width() - chip_side(self.look, place) - self.look.px(30)
        size = ink.fitting_size(self.look, longest, sizes, 700, room)
        return {name: replace(face, size_u=size) for name, face in squares.items()}

    def _targets(self, view: SicbLines) -> list[Target]:
        """Return what can be touched: lines, and intervals that are worked."""
        labels = {line.node: line.name for line in view.lines}
        found = []
        for name, face in self.faces():
            kind, _, place = name.partition(":")
            rect = self.place_of(name)
            if rect is None or kind not in {"line", "square", MORE}:
                continue
            if isinstance(face, MoreFace):
                found.append(Target(name=name, rect=rect, label=face.words))
                continue
            node = place if kind == "line" else place.rpartition(":")[0]
            off = isinstance(face, SquareFace) and (face == SquareFace(quiet=True) or face.is_off)
            if not off:
                found.append(Target(name=name, rect=rect, label=labels[node]))
        return found

    @override
    def words_of(self, name: str, face: Hashable) -> str:
        """Return in words what cannot be touched: whole shifts, and intervals that are not worked."""
        quiet = isinstance(face, SquareFace) and (name.startswith("total:") or face.is_off)
        return self.words_of_target(name, "") if quiet else ""

    @override
    def words_of_target(self, name: str, label: str) -> str:
        """Return a line or one of its intervals in words."""
        from widgets.sicb_aloud import cell_words  # noqa: PLC0415 - most boards never need it

        face = self.face_of(name)
        return (cell_words(self._view, name, face) if self._view is not None else "") or label

    def _paint_column(self, painter: QPainter, face: ColumnFace, rect: QRectF, edge_u: float) -> None:
        """Paint the name of a column, whose right end is that of the figures below it."""
        size, weight = (30, 600) if face.current else (26, 500)
        base = rect.bottom() - self.look.px(12)
        colour: Token = "text" if face.current else "text3"
        right = rect.right() - self.look.px(edge_u)
        ink.text(painter, self.look, right, base, face.label, size, weight, colour, "right")

    def _paint_line(self, painter: QPainter, face: LineFace, rect: QRectF) -> None:
        look, px, left = self.look, self.look.px, rect.left() + self.look.px(12)
        room, tall = rect.width() - px(20), rect.height() >= px(TALL_U)
        names = ink.wrap(face.name, look.font(34, 600), room, 2 if tall and not face.note else 1)
        lines = len(names) + 1 + bool(face.note and tall)
        y = rect.center().y() + px(12) - px(19) * (lines - 1)
        for name in names:
            ink.text(painter, look, left, y, name, 34, 600)
            y += px(38)
        y -= px(2)
        weight = 600 if face.stale else 500
        size_u = ink.fitting_size(look, face.need, (24, 20), weight, room)
        ink.text(painter, look, left, y, face.need, size_u, weight, "text2", max_width=room)
        if face.note and tall:
            ink.text(painter, look, left, y + px(34), face.note, 22, 600, "text2", max_width=room)

    def _rect(self, left: float, top: float, right: float, bottom: float) -> QRectF:
        px = self.look.px
        return QRectF(px(left), px(top), px(right - left), px(bottom - top))


def _lines_shown(view: SicbLines, grid: Grid) -> tuple[SicbLine, ...]:
    return view.lines[grid.first : grid.first + grid.lines]
