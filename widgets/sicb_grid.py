"""The short interval control board of one line: what is needed now, each interval against its plan, and why not."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.plant.span import Span
from board.views.freshness import Stage
from board.views.mark import Phase
from board.views.sicb import Interval, ReviewState, Sicb
from themes.qt import Look
from themes.token import QUIET_S
from widgets import ink
from widgets.cell import CellSurface
from widgets.finger import LEAST_MM, Finger
from widgets.press import Press, Target
from widgets.sicb_board import faces_of, spoken
from widgets.sicb_face import ActualFace, FigureFace, LabelFace, NeedFace, ReviewFace, RowFace
from widgets.sicb_headpaint import HeadPainter
from widgets.sicb_paint import RowPainter
from widgets.sicb_place import Plan, cells_of, head_places, plan_of, room_of, total_cells
from widgets.sicb_row import Row, Summary, row_span, rows_of
from widgets.sicb_say import Age, age_of
from widgets.stale_frame import paint_stale_frame
from widgets.words import span_label, translate

HINT_MS: Final = 3000
TRAY: Final = "tray"
FOCUS_U: Final = 5.0
HEAD_LABELS_U: Final = (23.0, 20.0)
"""Sizes of the names of columns: the smaller one where a language needs it."""


class SicbGrid(CellSurface):
    """Intervals as rows: a touch asks why, holding the review signs it, the tray holds what nobody explained."""

    interval_touched = Signal(Span)
    review_held = Signal(Span)
    tray_touched = Signal()

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._finger: Final = finger
        self._view: Sicb | None = None
        self._stage: Stage = Stage.LIVE
        self._age_s: int | None = None
        self._selected: Span | None = None
        self._cover_px: float | None = None
        self._earlier = False
        self._hinted: Span | None = None
        self._rows: tuple[Row, ...] = ()
        self._plan: Plan | None = None
        self._press = Press(self, finger)
        self._press.touched.connect(self._touched)
        self._press.held.connect(self._held)
        self._press.let_go.connect(self._let_go)
        self._hint_timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._hint_timer.timeout.connect(self._end_hint)
        self._earlier_timer = QTimer(self, singleShot=True, interval=int(QUIET_S * 1000))
        self._earlier_timer.timeout.connect(self._end_earlier)
        self.setAccessibleName(self.title())

    def show_sicb(self, view: Sicb) -> None:
        """Show a view; an equal one costs nothing, another one repaints the cells that differ."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(self.title())
        self._lay_out()

    def show_age(self, stage: Stage, age_s: int | None) -> None:
        """Show how old the data are: past their limit, all that could have changed since looks so."""
        before = self._age()
        self._stage, self._age_s = stage, age_s
        after = self._age()
        if before is None or after is None or before == after or not (before.is_stale or after.is_stale):
            return
        self._lay_out()
        if before.is_stale != after.is_stale:
            self.update()

    def show_selected(self, span: Span | None) -> None:
        """Put the ring around the interval that is being explained, or take it away."""
        if span == self._selected:
            return
        self._selected = span
        self._lay_out()
        self.update()

    def show_cover(self, top_px: float | None) -> None:
        """Keep the selected interval above a dock whose upper edge is there (in this widget), or forget the dock."""
        if top_px != self._cover_px:
            self._cover_px = top_px
            self._lay_out()

    @override
    def title(self) -> str:
        view = self._view
        if view is None:
            return translate("board", "Intervals")
        return translate("board", "Intervals of {line}").format(line=view.path.line or view.node)

    @override
    def arrange(self) -> None:
        """Work out where everything is."""
        self._lay_out()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was only looked at; a hidden page costs nothing."""
        self._hint_timer.stop()
        self._hinted = None
        self._end_earlier()
        super().hideEvent(event)

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint the names of the columns and the rules."""
        plan = self._plan
        if plan is None or not self._rows:
            return
        px, look = self.look.px, self.look
        left, right = px(40), px(plan.columns.right)
        for name, x, align, room in _names(plan):
            size_u = ink.fitting_size(look, name, HEAD_LABELS_U, 500, px(room))
            ink.text(painter, look, px(x), px(plan.head_base), name, size_u, 500, "text3", align, px(room))
        ink.hairline(painter, look, left, right, px(plan.rows_top - 2), "line2")
        for above, band in zip(self._rows, plan.rows[1:], strict=False):
            if not _is_running(above):
                ink.hairline(painter, look, left, right, px(band.top), "line")
        ink.hairline(painter, look, left, right, px(plan.total.top), "line")

    @override
    def words_of(self, name: str, face: Hashable) -> str:
        """Return in words what no row says that can be touched: the headline, the shift, rows that are not worked."""
        from widgets.sicb_aloud import head_words, shift_words  # noqa: PLC0415 - most boards never need it

        column, _, index = name.partition(":")
        if column == "row":
            row = self._rows[int(index)]
            off = isinstance(row, Interval) and row.mark.phase is Phase.OFF
            return self.words_of_target(_name(row), span_label(*_times(row))) if off else ""
        return shift_words(dict(self.faces())) if column == "total-interval" else head_words(face)

    @override
    def words_of_target(self, name: str, label: str) -> str:
        """Return a whole row in words; what else can be touched says enough by its label."""
        from widgets.sicb_aloud import row_words  # noqa: PLC0415 - as above

        index = next((index for index, row in enumerate(self._rows) if _name(row) == name), None)
        return label if index is None else row_words(label, dict(self.faces()), index)

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one cell."""
        plan = self._plan
        if plan is None:
            return
        column, _, index = name.partition(":")
        row = self._rows[int(index)] if index else None
        if row is None and not isinstance(face, LabelFace | FigureFace | ActualFace):
            pressed = self._press.is_pressed(TRAY)
            HeadPainter(self.look, plan).cell(painter, face, rect, pressed=pressed)
            return
        painted = RowPainter(self.look, plan.columns)
        if isinstance(face, RowFace) and row is not None:
            painted.row(painter, face, rect, pressed=self._press.is_pressed(_name(row)))
        elif isinstance(face, ReviewFace) and row is not None:
            painted.review(painter, face, rect, hold=self._hold(row), hint=self._hint(row))
        else:
            painted.cell(painter, column.removeprefix("total-"), face, rect)

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint the ring of the selected row and of the keyboard, and the frame of stale data."""
        out, inset = self.look.px(0.5), self.look.px(1.0)
        for index, row in enumerate(self._rows):
            place = self.place_of(f"row:{index}")
            focused = self._press.is_focused(_name(row)) or self._press.is_focused(_review_name(row))
            if place is not None and (focused or (row_span(row) == self._selected and isinstance(row, Interval))):
                ring = place.adjusted(-out, inset, out, -inset)
                ink.ring(painter, self.look, ring, self.look.px(12), "focus", FOCUS_U)
        tray = self.place_of(TRAY)
        if tray is not None and self._press.is_focused(TRAY):
            ink.ring(painter, self.look, tray, self.look.px(12), "focus", FOCUS_U)
        age = self._age()
        if age is not None and age.is_stale:
            paint_stale_frame(painter, self.look, QRectF(self.rect()))

    def _touched(self, name: str) -> None:
        if name == TRAY:
            self.tray_touched.emit()
            return
        for row in self._rows:
            if name == _name(row) and isinstance(row, Summary):
                self._show_earlier(not self._earlier)
                return
            if name == _name(row):
                self.interval_touched.emit(row_span(row))
                return

    def _held(self, name: str) -> None:
        for row in self._rows:
            if name == _review_name(row):
                self.review_held.emit(row_span(row))

    def _let_go(self, name: str) -> None:
        """Say for a moment how a review is signed: the touch was too short."""
        self._hinted = next((row_span(row) for row in self._rows if name == _review_name(row)), None)
        self._hint_timer.start()
        self._update_reviews()

    def _end_hint(self) -> None:
        self._hinted = None
        self._update_reviews()

    def _show_earlier(self, earlier: bool) -> None:
        self._earlier_timer.stop()
        if earlier == self._earlier:
            return
        self._earlier = earlier
        if earlier:
            self._earlier_timer.start()
        self._lay_out()

    def _end_earlier(self) -> None:
        self._show_earlier(earlier=False)

    def _update_reviews(self) -> None:
        for index in range(len(self._rows)):
            if (place := self.place_of(f"review:{index}")) is not None:
                self.update(place.toAlignedRect())

    def _hold(self, row: Row) -> float:
        """Return how far the hold on a row's stamp has come; more than 0 as soon as it is pressed."""
        name = _review_name(row)
        return max(self._press.hold_share(name), 0.001 if self._press.is_pressed(name) else 0.0)

    def _hint(self, row: Row) -> str:
        wanted = self._hold(row) > 0 or row_span(row) == self._hinted
        return translate("board", "hold to sign") if wanted else ""

    def _age(self) -> Age | None:
        return None if self._view is None else age_of(self._view, self._stage, self._age_s)

    def _lay_out(self) -> None:
        """Work out rows, places, faces and targets anew; repaint what differs."""
        view, age = self._view, self._age()
        if view is None or age is None or self.width() < 1:
            return
        width_u, height_u = self.width() / self.look.u, self.height() / self.look.u
        touch_u = self._finger.screen.in_u(LEAST_MM, self.look.u)
        room = room_of(width_u, height_u, len(view.intervals), touch_u)
        rows = rows_of(view.intervals, room, earlier=self._earlier)
        plan = self._show_rows(rows, plan_of(width_u, height_u, rows, touch_u))
        faces = faces_of(view, age, self._rows, plan, self.look)
        self.put_places(self._find_places(faces))
        self.put_faces(faces)
        self.setAccessibleDescription(spoken(faces))
        self._press.show_targets(self._targets(view))

    def _show_rows(self, rows: tuple[Row, ...], plan: Plan) -> Plan:
        """Take the rows that stand above a dock; those above a selected one make room for it."""
        above = rows_hidden(rows, plan, self._selected, self._cover_px, self.look.u)
        up = plan.rows[above].top - plan.rows_top if above else 0.0
        docked = self._cover_px is not None and self._selected is not None
        free = (self._cover_px or 0.0) / self.look.u + 1 if docked else plan.height
        bands = [replace(band, top=band.top - up) for band in plan.rows[above:]]
        bands = [band for number, band in enumerate(bands) if number == 0 or band.bottom <= free]
        plan, rows = replace(plan, rows=tuple(bands)), rows[above : above + len(bands)]
        if plan != self._plan or [_is_running(row) for row in rows] != [_is_running(row) for row in self._rows]:
            self.update()
        self._rows, self._plan = rows, plan
        return plan

    def _find_places(self, faces: Mapping[str, Hashable]) -> dict[str, QRectF]:
        plan, u = self._plan, self.look.u
        if plan is None or "empty" in faces:
            return {"empty": QRectF(self.rect())}
        need = faces.get("need")
        places = (
            head_places(plan, HeadPainter(self.look, plan).need_width(need), u) if isinstance(need, NeedFace) else {}
        )
        for index in range(len(self._rows)):
            places.update({f"{name}:{index}": rect for name, rect in cells_of(plan, index, scale=u).items()})
        places.update(total_cells(plan, scale=u))
        return places

    def _targets(self, view: Sicb) -> list[Target]:
        """Return what can be touched: rows, then the stamps that are due and the tray above them."""
        rows, reviews = [], []
        for index, row in enumerate(self._rows):
            label = span_label(*_times(row))
            place = self.place_of(f"row:{index}")
            if place is None or (isinstance(row, Interval) and row.mark.phase is Phase.OFF):
                continue
            rows.append(Target(name=_name(row), rect=place, label=label))
            stamp = self.place_of(f"review:{index}")
            if isinstance(row, Interval) and row.review.state is ReviewState.DUE and stamp is not None:
                said = translate("board", "Hold to review {span}").format(span=label)
                reviews.append(Target(name=_review_name(row), rect=stamp, label=said, hold=True))
        tray = self.place_of(TRAY)
        if view.tray and tray is not None:
            said = translate("board", "{n} intervals to explain").format(n=len(view.tray))
            reviews.append(Target(name=TRAY, rect=tray, label=said))
        return rows + reviews


def rows_hidden(rows: tuple[Row, ...], plan: Plan, selected: Span | None, cover_px: float | None, u: float) -> int:
    """Return how many rows at the top make room so that the selected one stands above a dock."""
    place = next((index for index, row in enumerate(rows) if row_span(row) == selected), None)
    if place is None or cover_px is None:
        return 0
    bottom = plan.rows[place].bottom
    hidden = 0
    while hidden < place and bottom - (plan.rows[hidden].top - plan.rows_top) > cover_px / u:
        hidden += 1
    return hidden


def _names(plan: Plan) -> list[tuple[str, float, ink.Align, float]]:
    """Return the name, the edge, the alignment and the room of every column that is shown; in u."""
    columns = plan.columns
    names: list[tuple[str, float, ink.Align, float]] = [
        (translate("board", "interval"), columns.interval_left, "left", 190.0),
        (translate("board", "plan"), columns.plan_right, "right", 130.0),
        (translate("board", "actual"), columns.actual_right, "right", 200.0),
        (translate("board", "delta"), columns.delta_right, "right", 170.0),
    ]
    if columns.cumulative_right is not None:
        names.append((translate("board", "cumulative"), columns.cumulative_right, "right", 150.0))
    if plan.narrow:
        return names
    if columns.gap_left is not None:
        room = columns.reasons_left - columns.gap_left - 12
        names.append((translate("board", "is the gap explained?"), columns.gap_left, "left", room))
    room = columns.review_left - columns.reasons_left - 12
    names.append((translate("board", "reasons"), columns.reasons_left, "left", room))
    room = columns.right - columns.review_left
    names.append((translate("board", "reviewed"), columns.review_left, "left", room))
    return names


def _is_running(row: Row) -> bool:
    return isinstance(row, Interval) and row.mark.phase is Phase.OPEN


def _times(row: Row) -> tuple[datetime, datetime]:
    if isinstance(row, Summary):
        return row.main[0].starts, row.main[-1].ends
    return row.starts, row.ends


def _name(row: Row) -> str:
    """Return the name of a row's target: by its time, so that a press stays on its interval when rows move."""
    return f"{'rest' if isinstance(row, Summary) else 'row'} {row_span(row).start.isoformat()}"


def _review_name(row: Row) -> str:
    return f"review {row_span(row).start.isoformat()}"
