"""The bowling chart: each KPI's plan and actual month by month through the fiscal year; a touch asks for a month."""

from collections.abc import Hashable, Iterator
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.bowling import Bowling
from board.views.freshness import Stage
from themes.qt import Look
from widgets import ink
from widgets.bowling_book import Book, book_of, year_places
from widgets.bowling_face import (
    HeadFace,
    LegendFace,
    LetterFace,
    MonthFace,
    NameFace,
    PageFace,
    RunFace,
    Sheet,
    TextFace,
    TrendFace,
    has_years,
    rest_faces,
)
from widgets.bowling_grid import Grid, grid_of
from widgets.bowling_paint import BowlingPainter, month_cell
from widgets.bowling_place import MONTHS, columns_of, head_places
from widgets.bowling_row import Laid, Picture, lay_row, scaled_rect
from widgets.bowling_say import title, year_words
from widgets.bowling_trend import paint_trend
from widgets.cell import CellSurface
from widgets.day_press import DayPress
from widgets.finger import Finger
from widgets.press import Target
from widgets.stale_frame import paint_stale_frame
from widgets.words import translate

BAR_MM: Final = 27.0
"""The buttons that turn the page are at least so tall, with their edges."""
SNAP_MM: Final = 6.0
"""How far beside a month a finger may come down."""
BACK_S: Final = 120.0
"""The first page comes back after this long without a touch."""
FOCUS_U: Final = (9.0, 4.5)
"""Widths of the moat and of the ring of what is pressed."""
LAST_RULE_U: Final = 12.0
"""The rule under the last row is left out where the page ends so close below it."""
PAGE_KEYS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
LEFT_HEADS: Final = frozenset({"name", "owner", "trend"})


class BowlingChart(CellSurface):
    """One row a KPI, twelve months across, page by page where the KPIs do not fit."""

    cell_touched = Signal(str, object)
    """Id of the KPI, first day of the month."""
    year_touched = Signal(object)
    """First day of the fiscal year that is asked for."""

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._view: Bowling | None = None
        self._stage = Stage.LIVE
        self._finger: Final = finger
        self._columns = columns_of(1920)
        self._book = Book()
        self._first = 0
        self._laid: tuple[Laid, ...] = ()
        self._grid = Grid(columns=self._columns)
        self._pictures: dict[str, Picture] = {}
        self._press = DayPress(self, finger, find=self._target_at, walk=self._step)
        self._press.touched.connect(self._touched)
        self._back_timer = QTimer(self, singleShot=True, interval=round(BACK_S * 1000))
        self._back_timer.timeout.connect(self._show_first)
        finger.stirred.connect(self._stirred)

    def show_bowling(self, view: Bowling) -> None:
        """Show a view; an equal one costs nothing, another one repaints the cells that differ on the same page."""
        if view != self._view:
            self._view = view
            self._lay_out()

    def show_age(self, stage: Stage, age_s: int | None) -> None:  # noqa: ARG002 - as every page is told it
        """Show how old the data are: past their limit, all that could have changed since looks so."""
        turned = (stage in {Stage.STALE, Stage.MISSING}) != (self._stage in {Stage.STALE, Stage.MISSING})
        self._stage = stage
        if turned:
            self._lay_out()
            self.update()

    @property
    def page(self) -> tuple[str, ...]:
        """Return the KPIs on the page that is up."""
        return tuple(laid.row.kpi for laid in self._laid)

    def rect_of(self, name: str) -> QRectF | None:
        """Return where something can be touched, or None where it cannot."""
        return self._press.rect_of(name)

    def turn(self, pages: int) -> bool:
        """Turn so many pages on, or back; False where there is none."""
        view = self._view
        if view is None or not self._book.has(self._first, pages, len(view.rows)):
            return False
        self._first += pages * self._book.rows
        self._lay_out()
        self._stirred()
        return True

    @override
    def title(self) -> str:
        return translate("board", "KPIs") if self._view is None else title(self._view)

    @override
    def arrange(self) -> None:
        self._lay_out()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Go back to the first page; a hidden page costs nothing."""
        self._back_timer.stop()
        self._show_first()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page by the keys for it; the ring stays on its month, as far down."""
        pages = PAGE_KEYS.get(Qt.Key(event.key()))
        if pages is None:
            super().keyPressEvent(event)
            return
        ringed = self._ringed()
        if self.turn(pages) and ringed is not None:
            self._press.focus(self._grid.nearest(min(ringed[0], self._grid.count - 1), ringed[1]) or "")

    @override
    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint what has to be; a row that has to be as a whole, from its picture."""
        self._paint_column(painter)
        shown: set[str] = set()
        for laid in self._laid:
            shown.update(laid.faces)
            if not self.is_dirty(QRectF(laid.rect)):
                continue
            if self.is_all_dirty(laid.rect):
                painter.drawPixmap(laid.rect.topLeft(), self._picture(laid).pixmap)
            else:
                self._paint_row(painter, laid, whole=False)
        for name, face in self.faces():
            rect = self._places[name]
            if name not in shown and self.is_dirty(rect):
                self.paint_cell(painter, name, face, rect)
        self._paint_rules(painter)
        self.paint_over(painter)

    @override
    def words_of(self, name: str, face: Hashable) -> str:
        return next((laid.words for laid in self._laid if name in laid.faces and name.endswith(":name")), "")

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one cell."""
        parts = BowlingPainter(painter, self.look, stacked=self._columns.stacked)
        match face:
            case HeadFace():
                parts.head(face, rect, right=name.partition(":")[2] not in LEFT_HEADS)
            case PageFace():
                parts.page(face, rect, pressed=self._press.is_pressed(name))
            case LegendFace():
                parts.legend(face, rect)
            case _:
                self._paint_part(parts, painter, name, face, rect)

    def _paint_part(self, parts: BowlingPainter, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one cell of a row."""
        beside = self._columns.year_plan
        match face:
            case LetterFace():
                parts.letter(face, rect)
            case NameFace() if name.endswith(":unit"):
                parts.unit(face, rect, self.look.px(self._columns.name[1] - self._columns.name[0]))
            case NameFace():
                parts.name(face, rect)
            case TextFace():
                parts.text(face, rect)
            case RunFace():
                parts.run(face, rect)
            case MonthFace() if beside is not None and name.endswith(":year"):
                parts.year_beside(face, rect, self.look.px(beside[1]))
            case MonthFace():
                parts.month(face, rect)
            case TrendFace():
                paint_trend(painter, self.look, face, rect)

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint what is pressed or wears the ring of the keyboard, and the frame of stale data."""
        for target in self._press.targets:
            name = target.name
            focused = self._press.is_focused(name)
            if name.startswith("kpi:") and (focused or self._press.is_pressed(name)):
                self._paint_ring(painter, month_cell(self.look, target.rect))
            elif focused:
                ink.ring(painter, self.look, target.rect, self.look.px(12), "focus", 5)
        if self._view is not None and not self._view.rows:
            said = translate("board", "No KPIs are set up")
            middle = QRectF(self.rect()).center()
            ink.text(painter, self.look, middle.x(), middle.y(), said, 46, 600, "text2", "centre")
        if self._stage in {Stage.STALE, Stage.MISSING}:
            paint_stale_frame(painter, self.look, QRectF(self.rect()))

    def _paint_ring(self, painter: QPainter, cell: QRectF) -> None:
        radius = self.look.px(6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, width in (("bg", FOCUS_U[0]), ("focus", FOCUS_U[1])):
            painter.setPen(self.look.pen(token, width))  # type: ignore[arg-type]
            painter.drawRoundedRect(cell, radius, radius)

    def _paint_column(self, painter: QPainter) -> None:
        """Paint the panel on which the head of the running month stands."""
        place = self._places.get(f"head:{self._now}")
        if place is not None:
            panel = place.adjusted(0, 0, 0, self.look.px(self._columns.head) - place.bottom() + self.look.px(10))
            ink.panel(painter, self.look, panel, 10, "panel")

    def _paint_row(self, painter: QPainter, laid: Laid, *, whole: bool) -> None:
        """Paint the ground of a row and those of its cells that have to be."""
        painter.fillRect(laid.rect, self.look.colour("bg"))
        panel = self._columns.panel(self._now)
        if panel is not None:
            left, right = (self.look.px(edge) for edge in panel)
            top = laid.rect.top() + self.look.px(self._columns.storey)
            painter.fillRect(QRectF(left, top, right - left, laid.rect.bottom() + 1 - top), self.look.colour("panel"))
        for name, face in laid.faces.items():
            rect = laid.places[name]
            if whole or self.is_dirty(rect):
                self.paint_cell(painter, name, face, rect)

    def _paint_rules(self, painter: QPainter) -> None:
        px, columns = self.look.px, self._columns
        left, right = px(40), px(columns.right)
        if self._laid:
            ink.hairline(painter, self.look, left, right, px(columns.head), "line2")
        for number, laid in enumerate(self._laid, 1):
            y = px(columns.head + number * columns.row)
            after = self._laid[number] if number < len(self._laid) else None
            token = "line" if after is not None and after.row.letter == laid.row.letter else "line2"
            if after is not None or y < self.height() - px(LAST_RULE_U):
                ink.hairline(painter, self.look, left, right, y, token)  # type: ignore[arg-type]

    def _picture(self, laid: Laid) -> Picture:
        """Return the picture of a row, made anew where it differs."""
        kept = self._pictures.get(laid.row.kpi)
        if kept is None or kept.laid is not laid or kept.look is not self.look:
            kept = self._pictures[laid.row.kpi] = self._new_picture(laid)
        return kept

    def _new_picture(self, laid: Laid) -> Picture:
        def draw(painter: QPainter) -> None:
            self._paint_row(painter, laid, whole=True)

        origin = -self.mapTo(self.window(), QPoint())
        pixmap = ink.picture(self.look, laid.rect, draw, origin=origin, opaque=True)
        return Picture(laid=laid, look=self.look, pixmap=pixmap)

    def _touched(self, name: str) -> None:
        view = self._view
        kind, _, rest = name.partition(":")
        if view is None:
            return
        if kind == "page":
            self.turn(1 if rest == "next" else -1)
        elif kind == "year":
            self.year_touched.emit(view.later_year if rest == "later" else view.earlier_year)
        else:
            kpi, _, month = rest.rpartition(":")
            self.cell_touched.emit(kpi, view.months[int(month)])

    def _stirred(self) -> None:
        """Stay on a later page as long as somebody is there."""
        if self._first and self.isVisible():
            self._back_timer.start()

    def _show_first(self) -> None:
        if self._first:
            self._first = 0
            self._lay_out()

    @property
    def _now(self) -> int | None:
        return None if self._view is None else Sheet(view=self._view, stage=self._stage).now

    def _target_at(self, place: QPointF) -> str | None:
        """Return what is meant by a touch: a button, else the nearest month; nothing on one that is not worked."""
        for target in self._press.targets:
            if not target.name.startswith("kpi:") and target.rect.contains(place):
                return target.name
        u = self.look.u
        snap_u = self._finger.screen.px(SNAP_MM) / u
        return self._grid.at(place.x() / u, place.y() / u, snap_u)

    def _step(self, name: str, right: int, down: int) -> str | None:
        """Return the target one step away: over the months of a row, from row to row, and from page to page."""
        at = self._grid.cell_of(name)
        if at is None:
            return self._step_off(name, right, down)
        row, month = at
        if right:
            return self._grid.beside(row, month, right)
        if 0 <= row + down < self._grid.count:
            return self._grid.nearest(row + down, month)
        if self.turn(down):
            return self._grid.nearest(0 if down > 0 else self._grid.count - 1, month)
        away = "year:" if down < 0 else "page:"
        return next((target.name for target in self._press.targets if target.name.startswith(away)), None)

    def _step_off(self, name: str, right: int, down: int) -> str | None:
        """Return the target one step away from a button: the one beside it, or the nearest row."""
        kind = name.partition(":")[0]
        if right:
            beside = [target.name for target in self._press.targets if target.name.startswith(kind)]
            place = beside.index(name) + right
            return beside[place] if 0 <= place < len(beside) else None
        if not self._grid.count or (down > 0) != (kind == "year"):
            return None
        return self._grid.nearest(0, 0) if down > 0 else self._grid.nearest(self._grid.count - 1, MONTHS - 1)

    def _ringed(self) -> tuple[int, int] | None:
        """Return the row and the month that wear the ring of the keyboard."""
        names = (target.name for target in self._press.targets if self._press.is_focused(target.name))
        return next((at for name in names if (at := self._grid.cell_of(name)) is not None), None)

    def _lay_out(self) -> None:
        """Work out places, faces and targets anew; repaint what differs."""
        view, look = self._view, self.look
        if view is None or min(self.width(), self.height()) < 1:
            return
        width_u, height_u = self.width() / look.u, self.height() / look.u
        columns = columns_of(width_u)
        bar_least = self._finger.screen.px(BAR_MM) / look.u
        book = book_of(columns, width_u, height_u, len(view.rows), bar_least)
        if (columns, book) != (self._columns, self._book):
            self._columns, self._book = columns, book
            self.update()
        self._first = book.first(self._first, len(view.rows))
        self._laid = tuple(self._lay_rows(view))
        self._pictures = {kpi: picture for kpi, picture in self._pictures.items() if kpi in self.page}
        self._grid = grid_of(columns, self._laid)
        places, faces = self._lay_rest(view)
        for laid in self._laid:
            places |= laid.places
            faces |= laid.faces
        self.put_places(places)
        self.put_faces(faces)
        self._press.show_targets(self._targets(view))
        self.setAccessibleName(self.title())
        self.setAccessibleDescription(". ".join(laid.words for laid in self._laid))

    def _lay_rows(self, view: Bowling) -> Iterator[Laid]:
        """Yield the rows of the page laid out; those kept from before where nothing of them differs."""
        sheet, columns, before = Sheet(view=view, stage=self._stage), self._columns, None
        for number, row in enumerate(view.rows[self._first : self._first + self._book.rows]):
            top = columns.head + number * columns.row
            key = (row, top, columns, self.look, sheet.now, sheet.is_stale, row.letter != before)
            kept = self._laid[number] if number < len(self._laid) else None
            yield kept if kept is not None and kept.key == key else lay_row(key, sheet)
            before = row.letter

    def _lay_rest(self, view: Bowling) -> tuple[dict[str, QRectF], dict[str, Hashable]]:
        """Return the places and faces of what is no row: heads, and the buttons of years and of pages."""
        places = {f"head:{part}": place for part, place in head_places(self._columns).items()} | self._book.places()
        faces: dict[str, Hashable] = {**rest_faces(Sheet(view=view, stage=self._stage), self._book, self._first)}
        years = year_places(self._columns)
        places |= {name: place for name, place in years.items() if name != "head:name" or has_years(view)}
        named = [name for name in faces if name in places] if view.rows else []
        return {name: scaled_rect(self.look, places[name]) for name in named}, {name: faces[name] for name in named}

    def _targets(self, view: Bowling) -> Iterator[Target]:
        """Yield what can be touched: years, months, pages."""
        said = {
            "year:earlier": None if view.earlier_year is None else year_words(view.earlier_year),
            "year:later": None if view.later_year is None else year_words(view.later_year),
        }
        for name, label in said.items():
            if label is not None and name in self._places:
                yield Target(name=name, rect=self._finger.screen.grown(self._places[name]), label=label)
        for laid in self._laid:
            yield from laid.targets
        labels = {"page:previous": translate("board", "Previous KPIs"), "page:next": translate("board", "Next KPIs")}
        for name, label in labels.items():
            if isinstance(face := self.face_of(name), PageFace) and face.enabled:
                yield Target(name=name, rect=self._places[name], label=label)
