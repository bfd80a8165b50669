"""One letter in depth: its month, and one day of it in words, with its run of days, its reasons and its record."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.journal.intention import Intention
from board.views.freshness import Stage
from board.views.letter import LetterPage
from themes.letter import letter as glyph
from themes.qt import Look
from widgets.cell import CellSurface
from widgets.day_press import DayPress
from widgets.dock import Pace
from widgets.finger import Finger
from widgets.letter_page_button import (
    DEVIATION,
    EARLIER_DAY,
    EARLIER_MONTH,
    ENTER,
    INTERVALS,
    LATER_DAY,
    LATER_MONTH,
    ButtonFace,
    PageButton,
    buttons_of,
    has_acts,
    paint_page_button,
)
from widgets.letter_page_face import (
    ActionsFace,
    BarsFace,
    DayTitleFace,
    Face,
    MarksFace,
    RecordFace,
    TitleFace,
    VerdictFace,
    day_faces,
    extra_lines,
    is_old,
    page_words,
    part_faces,
)
from widgets.letter_page_paint import PagePainter
from widgets.letter_page_place import PagePlace, place_of
from widgets.letter_page_walk import day_at, day_name, day_of, reacts, step
from widgets.letter_paint import FOCUS_U, day_rect, paint_day, paint_focus, paint_sign, sign_rect
from widgets.letter_shape import LetterShape, shape_of
from widgets.page_docks import PageDocks
from widgets.press import Target
from widgets.run_chart import RunFace, paint_run_card, paint_run_words
from widgets.run_picture import RunPicture
from widgets.sqcdp_face import DayFace, SignFace, day_words
from widgets.stale_frame import paint_stale_frame
from widgets.words import translate

BOARD_SCALE: Final = 5.74
"""u per letter unit at which figures and marks have the size of the board's; in a larger letter they grow with it."""
BUTTON_SNAP_MM: Final = 3.0
ROOM_ABOVE_U: Final = 83.0
"""What panels leave free of the page: its titles."""


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of the letter as pixels, so that a page that comes up again is quick."""

    rect: QRect
    look: Look
    faces: dict[str, Face]
    pixmap: QPixmap


class LetterBoard(CellSurface):
    """The page of one letter; a touch asks for another day or month, and panels at the bottom take what is entered."""

    day_chosen = Signal(object)
    """A date."""
    month_chosen = Signal(object)
    """The first day of a month."""
    back_asked = Signal()
    intervals_asked = Signal(str)
    """The node whose intervals are wanted."""
    keep_asked = Signal(object)
    """An Intention without an id."""

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        super().__init__(look, parent)
        self._view: LetterPage | None = None
        self._stage = Stage.LIVE
        self._age_s: int | None = None
        self._finger: Final = finger
        self._place: PagePlace | None = None
        self._shape: LetterShape | None = None
        self._days: _Days | None = None
        self._letter_look = look
        self._buttons: tuple[PageButton, ...] = ()
        self._run: Final = RunPicture()
        self._press = DayPress(self, finger, find=self._target_at, walk=self._step)
        self._press.touched.connect(self._touched)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._load_run)
        self.docks: Final = PageDocks(look, finger, self, pace=pace)
        self.docks.keep_asked.connect(self.keep_asked)
        self.setAccessibleName(translate("board", "Letter"))

    def show_letter(self, view: LetterPage) -> None:
        """Show a view; an equal one costs nothing, another one repaints what differs."""
        if view != self._view:
            self._view = view
            self._lay_out()
            self.docks.show_view(view)

    def show_age(self, stage: Stage, age_s: int | None) -> None:
        """Show how old the data are: past their limit, an open day looks so and carries their age."""
        before, self._stage, self._age_s = self._stage, stage, age_s
        if is_old(stage) or is_old(before):
            self._lay_out()
        if is_old(stage) != is_old(before):
            self.update()

    def show_panel(self, name: str) -> None:
        """Bring up the panel that "enter" or "deviation" names, as its button does."""
        self._touched(name)

    def show_kept(self, intention: Intention) -> None:
        """Take the answer that what was asked is on disk, under its id."""
        self.docks.show_kept(intention)

    def show_not_kept(self, intention: Intention, sentence: str) -> None:
        """Take the answer that it was not kept, and why."""
        self.docks.show_not_kept(intention, sentence)

    @override
    def arrange(self) -> None:
        """Work out where everything is."""
        self._lay_out()
        room = QRectF(self.rect())
        self.docks.show_look(self.look, room.adjusted(0, self.look.px(ROOM_ABOVE_U), 0, 0))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Close the panels of a page that nobody sees; what was typed stays."""
        self._later.stop()
        self.docks.shut()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        """Work out places, faces and targets anew; repaint what differs."""
        view, u = self._view, self.look.u
        if view is None or min(self.width(), self.height()) < 1:
            return
        place = place_of(self.width() / u, self.height() / u, extra_lines(view), acts=has_acts(view))
        if self._place is None or place.parts != self._place.parts or place.letter != self._place.letter:
            self.update()
        self._place = place
        left, top, scale = place.letter
        self._shape = shape_of(view.letter.code, (left * u, top * u, scale * u), cross=view.letter.cross)
        self._take_letter_look(scale)
        sheet = glyph(view.letter.code, cross=view.letter.cross)
        figures = sheet.has_figures(scale / _growth(scale))
        faces: dict[str, Hashable] = dict(day_faces(view, figures=figures, stale=is_old(self._stage)))
        parts = part_faces(view, stage=self._stage, age_s=self._age_s)
        faces |= {name: face for name, face in parts.items() if name in place.parts}
        self._buttons = buttons_of(view, place.months, place.acts)
        faces |= {button.name: button.face for button in self._buttons}
        faces["told"] = view.day
        self.put_places({name: self._place_of(name, face) for name, face in faces.items()})
        self.put_faces(faces)
        self._press.show_targets(self._targets(view))
        self.setAccessibleName(f"{view.letter.name}, {view.path.line or view.path.area or view.path.site}")
        self.setAccessibleDescription(page_words(view))

    def _take_letter_look(self, scale: float) -> None:
        """Make the look in which days are painted: their figures and marks grow with the letter."""
        look, u = self.look, self.look.u * _growth(scale)
        if self._letter_look.theme is not look.theme or self._letter_look.u != u:
            self._letter_look = Look(look.theme, u, look.ratio)

    def _place_of(self, name: str, face: Hashable) -> QRectF:
        """Return the place of one cell in pixels."""
        place, shape = self._place, self._shape
        if place is None or shape is None:
            return QRectF()
        match face:
            case DayFace():
                return day_rect(shape, face, self._letter_look)
            case SignFace():
                return sign_rect(shape, face, self._letter_look)
            case ButtonFace():
                return self._scaled(next(button.rect for button in self._buttons if button.name == name))
            case date():
                return self._ring_rect(shape, face.day)
        return self._scaled(place.parts[name])

    def _targets(self, view: LetterPage) -> list[Target]:
        """Return what can be touched: the buttons, then the days that react."""
        shape = self._shape
        targets = [
            Target(name=button.name, rect=self._scaled(button.rect), label=button.face.words[0])
            for button in self._buttons
        ]
        for cell in view.letter.days:
            if shape is not None and reacts(view, cell.day.day):
                rect = self._ring_rect(shape, cell.day.day)
                targets.append(Target(name=day_name(cell.day.day), rect=rect, label=day_words(view.letter, cell)))
        return targets

    def _ring_rect(self, shape: LetterShape, day: int) -> QRectF:
        out = self.look.px(FOCUS_U[0] / 2)
        return shape.bounds(day).adjusted(-out, -out, out, out)

    def _scaled(self, rect: QRectF) -> QRectF:
        px = self.look.px
        return QRectF(px(rect.left()), px(rect.top()), px(rect.width()), px(rect.height()))

    @override
    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint the cells that have to be; the letter, where it has to be as a whole, from its picture."""
        days: dict[str, Face] = {name: face for name, face in self.faces() if isinstance(face, DayFace | SignFace)}
        kept = self._days_picture(days) if days else None
        if kept is not None:
            painter.drawPixmap(kept.rect.topLeft(), kept.pixmap)
        for name, face in self.faces():
            rect = self.place_of(name)
            if rect is not None and self.is_dirty(rect) and not (kept is not None and name in days):
                self.paint_cell(painter, name, face, rect)
        self.paint_over(painter)

    def _days_picture(self, days: dict[str, Face]) -> _Days | None:
        """Return the picture of the letter's days, made anew where they differ; None unless all of it has to be."""
        rect = QRectF()
        for name in days:
            rect = rect.united(self.place_of(name) or QRectF())
        whole = rect.toAlignedRect().adjusted(-1, -1, 1, 1)
        if not self.is_all_dirty(whole):
            return None
        kept = self._days
        if kept is None or kept.rect != whole or kept.look is not self._letter_look or kept.faces != days:
            kept = self._days = self._new_days(days, whole)
        return kept

    def _new_days(self, days: dict[str, Face], whole: QRect) -> _Days:
        pixmap = QPixmap(whole.size() * self.look.ratio)
        pixmap.setDevicePixelRatio(self.look.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(-whole.topLeft())
        painter.setBrushOrigin(-self.mapTo(self.window(), QPoint()))
        for name, face in days.items():
            self.paint_cell(painter, name, face, self.place_of(name) or QRectF())
        painter.end()
        return _Days(rect=whole, look=self._letter_look, faces=days, pixmap=pixmap)

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one cell."""
        place, shape = self._place, self._shape
        if place is None or shape is None:
            return
        match face:
            case DayFace():
                paint_day(painter, self._letter_look, shape, face)
            case SignFace():
                paint_sign(painter, self._letter_look, face, rect)
            case ButtonFace():
                pressed, focused = self._press.is_pressed(name), self._press.is_focused(name)
                paint_page_button(painter, self.look, face, rect, pressed=pressed, focused=focused)
            case RunFace():
                self._paint_run(painter, face, rect)
            case _:
                self._paint_part(PagePainter(painter, self.look, upright=place.upright), face, rect)

    def _paint_part(self, parts: PagePainter, face: Hashable, rect: QRectF) -> None:
        match face:
            case TitleFace():
                parts.title(face, rect)
            case DayTitleFace():
                parts.day(face, rect)
            case VerdictFace():
                parts.verdict(face, rect)
            case BarsFace():
                parts.bars(face, rect)
            case MarksFace():
                parts.marks(face, rect)
            case RecordFace():
                parts.record(face, rect)
            case ActionsFace():
                parts.actions(face, rect)

    def _paint_run(self, painter: QPainter, face: RunFace, rect: QRectF) -> None:
        """Paint the run chart; what draws its plot is loaded once the page has been seen, or at once for a picture."""
        if not self._run.is_loaded and not face.empty:
            if self.isVisible():
                self._later.start()
            else:
                self._run.load()
        paint_run_card(painter, self.look, face, rect)
        self._run.paint(painter, self.look, face, rect)
        paint_run_words(painter, self.look, face, rect)

    def _load_run(self) -> None:
        self._run.load()
        place = self.place_of("chart")
        if place is not None:
            self.update(place.toAlignedRect())

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint the ring of the day that is told about, of what is pressed, and the frame of stale data."""
        view, shape = self._view, self._shape
        if view is not None and shape is not None:
            rings = {day_name(view.day.day)} | {
                target.name
                for target in self._press.targets
                if self._press.is_pressed(target.name) or self._press.is_focused(target.name)
            }
            for name in rings:
                if (day := day_of(name)) is not None and self.is_dirty(self._ring_rect(shape, day)):
                    paint_focus(painter, self.look, shape, day)
        if is_old(self._stage):
            paint_stale_frame(painter, self.look, QRectF(self.rect()))

    def _touched(self, name: str) -> None:
        view, day = self._view, day_of(name)
        if view is None:
            return
        if day is not None:
            self._choose(view.month.replace(day=day))
        elif name == ENTER:
            self.docks.open_enter()
        elif name == DEVIATION:
            self.docks.open_deviation()
        elif name == INTERVALS:
            self.intervals_asked.emit(view.node)
        elif name in {EARLIER_DAY, LATER_DAY}:
            self._choose(view.earlier_day if name == EARLIER_DAY else view.later_day)
        elif name in {EARLIER_MONTH, LATER_MONTH}:
            self.month_chosen.emit(view.earlier_month if name == EARLIER_MONTH else view.later_month)

    def _choose(self, day: date | None) -> None:
        """Ask for another day; the one that is told about needs no asking."""
        if day is not None and self._view is not None and day != self._view.day:
            self.docks.shut_panels()
            self.day_chosen.emit(day)

    def _target_at(self, place: QPointF) -> str | None:
        """Return what is meant by a touch: a button, else the nearest day; nothing on a day not worked."""
        view, shape = self._view, self._shape
        if view is None or shape is None:
            return None
        snap = self._finger.screen.px(BUTTON_SNAP_MM)
        for button in self._buttons:
            if self._scaled(button.rect).adjusted(-snap, -snap, snap, snap).contains(place):
                return button.name
        return day_at(view, shape, place, self._finger.screen)

    def _step(self, name: str, right: int, down: int) -> str | None:
        """Return the target one step away from another."""
        names = [button.name for button in self._buttons]
        return None if self._view is None else step(self._view, names, name, right, down)


def _growth(scale: float) -> float:
    """Return how much larger figures and marks are than on the board of letters."""
    return max(1.0, scale / BOARD_SCALE)
