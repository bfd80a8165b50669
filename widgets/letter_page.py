"""One letter in depth: its month, and one day of it in words, with its run of days, its reasons and its record."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.journal.intention import Intention
from board.views.freshness import Stage
from board.views.letter import LetterPage
from board.views.mark import Phase
from themes.qt import Look
from widgets.cell import CellSurface
from widgets.day_press import DayPress
from widgets.dock import Pace
from widgets.finger import Finger
from widgets.letter_month import LetterMonth
from widgets.letter_page_aloud import part_words
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
from widgets.letter_page_walk import day_at, day_of, step
from widgets.letter_page_words import cell_of
from widgets.page_docks import PageDocks
from widgets.press import Target
from widgets.run_chart import RunFace
from widgets.run_picture import RunPicture
from widgets.sqcdp_face import DayFace, SignFace, day_words
from widgets.stale_frame import paint_stale_frame
from widgets.words import translate

BUTTON_SNAP_MM: Final = 3.0
ROOM_ABOVE_U: Final = 83.0
"""What panels leave free of the page: its titles."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands beside the letter, kept until something of it differs: faces, buttons, and the page in words."""

    key: tuple[object, ...]
    faces: dict[str, Face]
    buttons: tuple[PageButton, ...]
    words: str


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
        self._geometry: tuple[object, ...] = ()
        self._place: PagePlace | None = None
        self._month: LetterMonth | None = None
        self._month_rect = QRect()
        self._told = 0
        self._parts: _Parts | None = None
        self._run: Final = RunPicture()
        self._press = DayPress(self, finger, find=self._target_at, walk=self._step)
        self._press.touched.connect(self._touched)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._load_run)
        self.docks: Final = PageDocks(look, finger, self, pace=pace)
        self.docks.keep_asked.connect(self.keep_asked)
        self.setAccessibleName(self.title())

    @property
    def chart_is_drawn(self) -> bool:
        """Tell whether what draws the plot of the run chart is there."""
        return self._run.is_loaded

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
    def title(self) -> str:
        view = self._view
        if view is None:
            return translate("board", "Letter")
        return f"{view.letter.name}, {view.path.line or view.path.area or view.path.site}"

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
        """Work out places, faces and targets anew where they differ; repaint what does."""
        view = self._view
        if view is None or min(self.width(), self.height()) < 1:
            return
        moved = self._take_place(view)
        place, month = self._place, self._month
        if place is None or month is None:
            return
        kept = self._parts
        self._parts = parts = self._new_parts(view, place)
        faces: dict[str, Hashable] = dict(day_faces(view, figures=month.figures, stale=is_old(self._stage)))
        faces |= parts.faces
        faces |= {button.name: button.face for button in parts.buttons}
        if moved or kept is None or kept.buttons != parts.buttons or faces.keys() != dict(self.faces()).keys():
            self._put_places(faces, place, month)
        if view.day.day != self._told:
            self._told = view.day.day
            self.update()
        self.put_faces(faces)
        buttons = [
            Target(name=button.name, rect=self._scaled(button.rect), label=button.face.words[0])
            for button in parts.buttons
        ]
        self._press.show_targets((*buttons, *month.targets(view)))
        self.setAccessibleDescription(parts.words)

    def _take_place(self, view: LetterPage) -> bool:
        """Work out where everything stands; tell whether that differs from before."""
        lines, acts, letter = extra_lines(view), has_acts(view), view.letter
        key = (self.width(), self.height(), self.look, lines, acts, letter.code, letter.cross)
        if key == self._geometry:
            return False
        self._geometry = key
        u = self.look.u
        self._place = place_of(self.width() / u, self.height() / u, lines, acts=acts)
        self._month = LetterMonth(self.look, letter.code, self._place.letter, cross=letter.cross)
        self.setAccessibleName(self.title())
        self.update()
        return True

    def _new_parts(self, view: LetterPage, place: PagePlace) -> _Parts:
        """Return what stands beside the letter; what is kept from before where nothing of it differs."""
        head = replace(view.letter, days=(), spark=(), spark_marks=())
        minutes = self._age_s // 60 if self._age_s is not None and is_old(self._stage) else None
        key = (replace(view, letter=head), cell_of(view), self._stage, minutes, self._geometry)
        if self._parts is not None and self._parts.key == key:
            return self._parts
        found = part_faces(view, stage=self._stage, age_s=self._age_s)
        return _Parts(
            key=key,
            faces={name: face for name, face in found.items() if name in place.parts},
            buttons=buttons_of(view, place.months, place.acts),
            words=page_words(view),
        )

    def _put_places(self, faces: Mapping[str, Hashable], place: PagePlace, month: LetterMonth) -> None:
        buttons = {button.name: button.rect for button in self._buttons}
        places, whole = {}, QRectF()
        for name, face in faces.items():
            if isinstance(face, DayFace | SignFace):
                places[name] = month.rect_of(face)
                whole = whole.united(places[name])
            else:
                places[name] = self._scaled(buttons[name] if name in buttons else place.parts[name])
        self._month_rect = whole.toAlignedRect().adjusted(-1, -1, 1, 1)
        self.put_places(places)

    @property
    def _buttons(self) -> tuple[PageButton, ...]:
        return () if self._parts is None else self._parts.buttons

    def _scaled(self, rect: QRectF) -> QRectF:
        px = self.look.px
        return QRectF(px(rect.left()), px(rect.top()), px(rect.width()), px(rect.height()))

    @override
    def words_of(self, name: str, face: Hashable) -> str:
        """Return a part of the page in words, and a day that cannot be touched."""
        view = self._view
        if isinstance(face, DayFace) and face.mark is not None and view is not None:
            off = face.mark.phase is Phase.OFF
            return day_words(view.letter, view.letter.days[face.day - 1]) if off else ""
        return part_words(face)

    @override
    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint the cells that have to be; the letter, where it has to be as a whole, from its picture."""
        month = self._month
        whole = month is not None and self.is_all_dirty(self._month_rect)
        if month is not None and whole:
            days = {name: face for name, face in self.faces() if isinstance(face, DayFace | SignFace)}
            origin = -self.mapTo(self.window(), QPoint())
            painter.drawPixmap(self._month_rect.topLeft(), month.picture(days, self._month_rect, origin))
        for name, face in self.faces():
            rect = self.place_of(name)
            if rect is not None and self.is_dirty(rect) and not (whole and isinstance(face, DayFace | SignFace)):
                self.paint_cell(painter, name, face, rect)
        self.paint_over(painter)

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one cell."""
        place, month = self._place, self._month
        if place is None or month is None:
            return
        match face:
            case DayFace() | SignFace():
                month.paint(painter, face, rect)
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
        self._run.paint(painter, self.look, face, rect)

    def _load_run(self) -> None:
        self._run.load()
        place = self.place_of("chart")
        if place is not None:
            self.update(place.toAlignedRect())

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint the ring of the day that is told about, of what is pressed, and the frame of stale data."""
        view, month = self._view, self._month
        if view is not None and month is not None:
            rings = {view.day.day} | {
                day_of(target.name)
                for target in self._press.targets
                if self._press.is_pressed(target.name) or self._press.is_focused(target.name)
            }
            for day in rings:
                if day is not None and self.is_dirty(month.ring_rect(day)):
                    month.paint_ring(painter, day)
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
        view, month = self._view, self._month
        if view is None or month is None:
            return None
        snap = self._finger.screen.px(BUTTON_SNAP_MM)
        for button in self._buttons:
            if self._scaled(button.rect).adjusted(-snap, -snap, snap, snap).contains(place):
                return button.name
        return day_at(view, month.shape, place, self._finger.screen)

    def _step(self, name: str, right: int, down: int) -> str | None:
        """Return the target one step away from another."""
        names = [button.name for button in self._buttons]
        return None if self._view is None else step(self._view, names, name, right, down)
