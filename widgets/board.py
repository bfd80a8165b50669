"""The whole window of one board: header, page, footer, and what docks over them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from board.journal.intention import Intention
from board.plant.span import Span
from board.views.frame import Frame
from board.views.sicb import Sicb
from themes.qt import Look
from themes.size import unit_of
from themes.theme import Theme
from widgets.board_pages import BoardPages
from widgets.dock import Dock, Pace
from widgets.finger import LEAST_MM, Finger, Screen
from widgets.footer import Footer
from widgets.header import Header
from widgets.tap_book import Tap
from widgets.words import spoken

if TYPE_CHECKING:
    from board.views.page import View
    from widgets.language_sheet import LanguageSheet
    from widgets.lower_third import LowerThird
    from widgets.place import Place
    from widgets.place_sheet import PlaceSheet

ROOM_ABOVE_U: Final = (362.0, 606.0)
"""What docks leave free of the page, wide and upright: its head and the row that was touched."""


class Board(QWidget):
    """Shows views, says what was meant by a touch, and changes no number of its own."""

    miss_chosen = Signal(str, object, str, int)
    """Node, Span, code of the reason, quantity as the person saw it."""
    undo_chosen = Signal(str, str)
    """Node, entry."""
    detail_given = Signal(str, str, object)
    """Node, entry, and a dict of the fields that were changed: quantity, minutes, comment, actor."""
    count_entered = Signal(str, object, int)
    """Node, Span, signed difference."""
    review_given = Signal(str, object)
    """Node, Span."""
    keep_asked = Signal(object)
    """An Intention that has no id yet, from any page but a line's own."""
    letter_touched = Signal(str, str)
    """Node, code of the letter."""
    day_touched = Signal(str, str, object)
    """Node, code of the letter, date."""
    page_chosen = Signal(str)
    language_chosen = Signal(str)
    """Tag of the language that the wall shall speak."""
    node_chosen = Signal(str)
    month_touched = Signal(str, str, str, object)
    """Node, code of the letter, KPI, first day of the month."""
    time_chosen = Signal(object)
    """Another time on the page that is up: a dict of `day`, `month` or `year`, each a date or None for the present."""
    intervals_asked = Signal(str)
    """The intervals of a line: node."""
    stirred = Signal()
    """Somebody touches the board."""
    back_asked = Signal()
    """The page that this one was reached from."""
    quiet = Signal()
    """Nobody has touched anything for a minute: the home page may come back."""

    def __init__(
        self, theme: Theme, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._finger: Final = finger
        self._pace: Final = pace or Pace()
        look = Look(theme, 1.0)
        self._header = Header(look, finger, self)
        self._footer = Footer(look, finger, self)
        self.pages: Final = BoardPages(look, finger, self, pace=self._pace)
        self._docks: LowerThird | None = None
        self._frame: Frame | None = None
        self._view: Sicb | None = None
        self._people: Mapping[str, str] = {}
        self._sheet: PlaceSheet | None = None
        self._languages: LanguageSheet | None = None
        self._places: tuple[Place, ...] = ()
        self._home = QTimer(self, singleShot=True, interval=round(self._pace.home_s * 1000))
        self._home.timeout.connect(self.quiet)
        finger.stirred.connect(self._stirred)
        self.setAutoFillBackground(True)
        self._connect()

    @property
    def docks(self) -> "LowerThird":
        """Return what docks at the bottom, made when it is first asked for."""
        if self._docks is None:
            self.make_docks()
        return cast("LowerThird", self._docks)

    def make_docks(self) -> None:
        """Make what docks at the bottom, unless it is there: the first picture comes sooner without it."""
        if self._docks is not None:
            return
        from widgets.lower_third import LowerThird  # noqa: PLC0415 - as said above

        docks = self._docks = LowerThird(Look(self._theme, 1.0), self._finger, self, pace=self._pace)
        docks.subject_changed.connect(self._show_subject)
        docks.miss_chosen.connect(self.miss_chosen)
        docks.undo_chosen.connect(self.undo_chosen)
        docks.detail_given.connect(self.detail_given)
        docks.count_entered.connect(self.count_entered)
        docks.review_given.connect(self.review_given)
        docks.node_chosen.connect(self.node_chosen)
        docks.show_people(self._people)
        self._arrange()
        if self._view is not None:
            docks.show_view(self._view)

    def show_clock(self, moment: datetime) -> None:
        """Show another second of the same frame."""
        self._header.show_clock(moment)

    def show_frame(self, frame: Frame) -> None:
        """Show another frame: clock, freshness, connections."""
        self._frame = frame
        self._header.show_frame(frame)
        self._footer.show_frame(frame)
        self.pages.show_age(frame.stage, frame.age_s)

    def show_page(self, view: "View") -> None:
        """Show a page; open panels follow a line's own, and close where another page comes up."""
        before = self.pages.up, self.pages.node
        page = self.pages.show_view(view)
        if self._sheet is not None and before != (page, view.node):
            self._sheet.shut()
        self._view = view if isinstance(view, Sicb) else None
        self.pages.turn_to(page, focus=self._open_panel is None)
        if self._docks is None:
            return
        if self._view is None:
            self._docks.leave_line()
        else:
            self._docks.show_view(self._view)

    def show_back(self, *, visible: bool) -> None:
        """Show or hide the way back to the page that this one was reached from."""
        self._header.show_back(visible=visible)

    def show_saved(self, entry: str, said: Tap, at: datetime | None = None) -> None:
        """Take the answer that a tap is on disk under that entry; `said` names kind, node, span or subject."""
        self.docks.show_saved(entry, said, at)

    def show_refused(self, sentence: str, said: Tap | None = None) -> None:
        """Take the answer that a tap was not kept, and why; without `said` all that are pending were not."""
        self.docks.show_refused(sentence, said)

    def show_kept(self, intention: Intention) -> None:
        """Take the answer that what a page asked to keep is on disk; its id is there to take it back."""
        self.pages.show_kept(intention)

    def show_not_kept(self, intention: Intention, sentence: str) -> None:
        """Take the answer that what a page asked to keep was not kept, and why."""
        self.pages.show_not_kept(intention, sentence)

    def show_people(self, people: Iterable[tuple[str, str]]) -> None:
        """Take who may be named: ids with names."""
        self._people = dict(people)
        if self._docks is not None:
            self._docks.show_people(self._people)

    def show_places(self, places: "Iterable[Place]") -> None:
        """Take the nodes that the board can go to."""
        self._places = tuple(places)
        self._header.show_places(several=len(self._places) > 1)

    def show_theme(self, theme: Theme) -> None:
        """Change the theme at once, with everything where it was."""
        self._theme = theme
        self._arrange()

    def show_screen(self, screen: Screen) -> None:
        """Take the screen on which the board now stands: targets keep their millimetres."""
        self._finger.screen = screen
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Lay everything out for other words."""
        if event.type() == QEvent.Type.LanguageChange:
            self._arrange()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Hear from the window, which is there now; this widget's own events would come here with every second."""
        window = self.windowHandle()
        if window is not None:
            window.installEventFilter(self)
        super().showEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw anew in other pixels where the window has moved to another screen; everything is passed on."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for nothing while nobody can see it."""
        self._home.stop()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out for another size or another way up."""
        self._arrange()
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to a page by its number, and back by Escape, while no panel has the keys."""
        tabs = self._frame.tabs if self._frame is not None else ()
        number = event.key() - Qt.Key.Key_1
        if isinstance(QApplication.focusWidget(), Dock):
            super().keyPressEvent(event)
        elif 0 <= number < len(tabs):
            self._page_chosen(tabs[number].key)
        elif event.key() == Qt.Key.Key_Escape:
            self._back_touched()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        pages = self.pages
        pages.grid.interval_touched.connect(self._interval_touched)
        pages.grid.review_held.connect(self._review_held)
        pages.grid.tray_touched.connect(self._tray_touched)
        pages.interval_touched.connect(self._other_interval_touched)
        pages.node_chosen.connect(self.node_chosen)
        pages.letter_touched.connect(self.letter_touched)
        pages.day_touched.connect(self.day_touched)
        pages.month_touched.connect(self.month_touched)
        pages.time_chosen.connect(self.time_chosen)
        pages.intervals_asked.connect(self.intervals_asked)
        pages.back_asked.connect(self.back_asked)
        pages.keep_asked.connect(self.keep_asked)
        self._footer.page_chosen.connect(self._page_chosen)
        self._footer.language_touched.connect(self._language_touched)
        self._header.back_touched.connect(self._back_touched)
        self._header.path_touched.connect(self._path_touched)

    @property
    def _open_panel(self) -> "Dock | None":
        return None if self._docks is None else self._docks.open_panel

    def _arrange(self) -> None:
        """Give every part its place and its look for the present size."""
        width, height = self.width(), self.height()
        if min(width, height) < 1:
            return
        look = Look(self._theme, unit_of(width, height), self.devicePixelRatioF())
        self._fill_ground(look.colour("bg"))
        width_u = width / look.u
        top = round(look.px(Header.height_u(width_u)))
        touch_u = self._finger.screen.in_u(LEAST_MM, look.u)
        bottom = height - round(look.px(Footer.height_u(width_u, touch_u)))
        self._header.setGeometry(0, 0, width, top)
        self._footer.setGeometry(0, bottom, width, height - bottom)
        self._header.show_look(look)
        self._footer.show_look(look)
        self.pages.arrange(look, QRect(0, top, width, bottom - top))
        if self._docks is not None:
            above = top + look.px(ROOM_ABOVE_U[height > width])
            self._docks.show_look(look, QRectF(0, above, width, height - above))
        for sheet in (self._sheet, self._languages):
            if sheet is not None:
                sheet.show_look(look)
                sheet.settle(QRectF(0, top, width, height - top))
        self._show_cover()

    def _fill_ground(self, colour: QColor) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, colour)
        self.setPalette(palette)

    def _show_subject(self, span: Span | None) -> None:
        """Ring the row that is spoken of, keep it above the panel, and give the keys back when there is none."""
        self.pages.grid.show_selected(span)
        self._show_cover()
        if self._open_panel is None:
            self.pages.up.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cover(self) -> None:
        panel = self._open_panel
        covered = self.height() - panel.height() - self.pages.grid.y() if panel is not None else None
        self.pages.grid.show_cover(covered)

    def _other_interval_touched(self, node: str, span: Span) -> None:
        self.docks.open_later(node, span)

    def _interval_touched(self, span: Span) -> None:
        self.docks.touch_interval(span)

    def _review_held(self, span: Span) -> None:
        self.docks.hold_review(span)

    def _tray_touched(self) -> None:
        self.docks.touch_tray()

    def _leave_line(self) -> None:
        if self._docks is not None:
            self._docks.leave_line()

    def _back_touched(self) -> None:
        self._leave_line()
        self.back_asked.emit()

    def _path_touched(self) -> None:
        """Ask where to go."""
        if self._sheet is None:
            from widgets.place_sheet import PlaceSheet  # noqa: PLC0415 - as with the docks

            self._sheet = PlaceSheet(Look(self._theme, 1.0), self._finger, self, pace=self._pace)
            self._sheet.node_chosen.connect(self.node_chosen)
            self._arrange()
        self._leave_line()
        self._sheet.show_places(self._places, self.pages.node)
        self._sheet.open()

    def _language_touched(self) -> None:
        """Ask which language shall be spoken."""
        from widgets.language import languages  # noqa: PLC0415 - as with the docks
        from widgets.language_sheet import LanguageSheet  # noqa: PLC0415 - as with the docks

        if self._languages is None:
            self._languages = LanguageSheet(Look(self._theme, 1.0), self._finger, self, pace=self._pace)
            self._languages.language_chosen.connect(self.language_chosen)
            self._arrange()
        self._leave_line()
        self._languages.show_languages(languages(), spoken().partition("-")[0])
        self._languages.open()

    def _page_chosen(self, page: str) -> None:
        self._leave_line()
        self.page_chosen.emit(page)

    def _stirred(self) -> None:
        self._home.start()
        self.stirred.emit()
