"""The whole window of one board: header, page, footer, and what docks over them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.plant.span import Span
from board.views.frame import Frame
from board.views.sicb import Sicb, SicbLines
from board.views.sqcdp import Sqcdp
from themes.qt import Look
from themes.theme import Theme
from widgets.dock import Dock, Pace
from widgets.finger import Finger, Screen
from widgets.footer import Footer
from widgets.header import Header
from widgets.sicb_grid import SicbGrid
from widgets.tap_book import Tap

if TYPE_CHECKING:
    from widgets.lower_third import LowerThird
    from widgets.sicb_lines import SicbLinesGrid
    from widgets.sqcdp_board import SqcdpBoard

SHORTER_SIDE_U: Final = 1080.0
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
    letter_touched = Signal(str, str)
    """Node, code of the letter."""
    day_touched = Signal(str, str, object)
    """Node, code of the letter, date."""
    page_chosen = Signal(str)
    node_chosen = Signal(str)
    quiet = Signal()
    """Nobody has touched anything for a minute: the home page may come back."""

    def __init__(
        self, theme: Theme, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._finger: Final = finger
        self._lines_node: str | None = None
        self._back_to: str | None = None
        self._pace: Final = pace or Pace()
        look = Look(theme, 1.0)
        self._header = Header(look, finger, self)
        self._footer = Footer(look, finger, self)
        self._grid = SicbGrid(look, finger, self)
        self._lines: SicbLinesGrid | None = None
        self._letters: SqcdpBoard | None = None
        self._letters_node = ""
        self._docks: LowerThird | None = None
        self._page: QWidget = self._grid
        self._frame: Frame | None = None
        self._view: Sicb | None = None
        self._people: Mapping[str, str] = {}
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
        docks.node_chosen.connect(self._node_chosen)
        docks.show_people(self._people)
        self._arrange()
        if self._view is not None:
            docks.show_view(self._view)

    @property
    def lines_page(self) -> "SicbLinesGrid":
        """Return the page of several lines, made when it is first asked for."""
        if self._lines is None:
            from widgets.sicb_lines import SicbLinesGrid  # noqa: PLC0415 - as with the docks

            lines = self._lines = SicbLinesGrid(Look(self._theme, 1.0), self._finger, self)
            lines.hide()
            lines.line_touched.connect(self._line_touched)
            lines.interval_touched.connect(self._line_interval_touched)
            if self._frame is not None:
                lines.show_age(self._frame.stage, self._frame.age_s)
            self._arrange()
        return self._lines

    @property
    def letters_page(self) -> "SqcdpBoard":
        """Return the page of letters, made when it is first asked for."""
        if self._letters is None:
            from widgets.sqcdp_board import SqcdpBoard  # noqa: PLC0415 - as with the docks

            letters = self._letters = SqcdpBoard(Look(self._theme, 1.0), self._finger, self)
            letters.hide()
            letters.letter_touched.connect(self._letter_touched)
            letters.day_touched.connect(self._day_touched)
            if self._frame is not None:
                letters.show_age(self._frame.stage, self._frame.age_s)
            self._arrange()
        return self._letters

    def show_frame(self, frame: Frame) -> None:
        """Show another second: clock, freshness, connections."""
        self._frame = frame
        self._header.show_frame(frame)
        self._footer.show_frame(frame)
        for page in self._pages:
            page.show_age(frame.stage, frame.age_s)

    def show_sicb(self, view: Sicb) -> None:
        """Show one line's shift; open panels follow it."""
        self._view = view
        self._grid.show_sicb(view)
        self._turn_to(self._grid)
        self._header.show_back(visible=self._back_to is not None)
        if self._docks is not None:
            self._docks.show_view(view)

    def show_lines(self, view: SicbLines) -> None:
        """Show several lines' shift."""
        self._lines_node, self._back_to = view.node, None
        self._view = None
        self.lines_page.show_lines(view)
        self._turn_to(self.lines_page)
        self._header.show_back(visible=False)
        self._leave_line()

    def show_sqcdp(self, view: Sqcdp) -> None:
        """Show the letters of a line, an area or the site."""
        self._letters_node, self._back_to = view.node, None
        self._view = None
        self.letters_page.show_sqcdp(view)
        self._turn_to(self.letters_page)
        self._header.show_back(visible=False)
        self._leave_line()

    def show_saved(self, entry: str, said: Tap, at: datetime | None = None) -> None:
        """Take the answer that a tap is on disk under that entry; `said` names kind, node, span or subject."""
        self.docks.show_saved(entry, said, at)

    def show_refused(self, sentence: str, said: Tap | None = None) -> None:
        """Take the answer that a tap was not kept, and why; without `said` all that are pending were not."""
        self.docks.show_refused(sentence, said)

    def show_people(self, people: Iterable[tuple[str, str]]) -> None:
        """Take who may be named: ids with names."""
        self._people = dict(people)
        if self._docks is not None:
            self._docks.show_people(self._people)

    def show_theme(self, theme: Theme) -> None:
        """Change the theme at once, with everything where it was."""
        self._theme = theme
        self._arrange()

    def show_screen(self, screen: Screen) -> None:
        """Take the screen on which the board now stands: targets keep their millimetres."""
        self._finger.screen = screen
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        """Draw anew in other pixels where the board has moved to another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        return super().event(event)

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

    def _connect(self) -> None:
        self._grid.interval_touched.connect(self._interval_touched)
        self._grid.review_held.connect(self._review_held)
        self._grid.tray_touched.connect(self._tray_touched)
        self._footer.page_chosen.connect(self._page_chosen)
        self._header.back_touched.connect(self._back_touched)

    @property
    def _pages(self) -> "tuple[SicbGrid | SicbLinesGrid | SqcdpBoard, ...]":
        """Return the pages that were made so far."""
        return (self._grid, *(page for page in (self._lines, self._letters) if page is not None))

    @property
    def _open_panel(self) -> "Dock | None":
        return None if self._docks is None else self._docks.open_panel

    def _arrange(self) -> None:
        """Give every part its place and its look for the present size."""
        width, height = self.width(), self.height()
        if min(width, height) < 1:
            return
        look = Look(self._theme, min(width, height) / SHORTER_SIDE_U, self.devicePixelRatioF())
        self._fill_ground(look.colour("bg"))
        width_u = width / look.u
        top = round(look.px(Header.height_u(width_u)))
        bottom = height - round(look.px(Footer.height_u(width_u)))
        self._header.setGeometry(0, 0, width, top)
        self._footer.setGeometry(0, bottom, width, height - bottom)
        for page in self._pages:
            page.setGeometry(0, top, width, bottom - top)
        for part in (self._header, self._footer, *self._pages):
            part.show_look(look)
        if self._docks is not None:
            above = top + look.px(ROOM_ABOVE_U[height > width])
            self._docks.show_look(look, QRectF(0, above, width, height - above))
        self._show_cover()

    def _fill_ground(self, colour: QColor) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, colour)
        self.setPalette(palette)

    def _turn_to(self, page: QWidget) -> None:
        """Bring a page up in the place of the other."""
        if page is self._page:
            return
        self._page = page
        page.show()
        for other in self._pages:
            if other is not page:
                other.hide()
        if self._open_panel is None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_subject(self, span: Span | None) -> None:
        """Ring the row that is spoken of, keep it above the panel, and give the keys back when there is none."""
        self._grid.show_selected(span)
        self._show_cover()
        if self._open_panel is None:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cover(self) -> None:
        panel = self._open_panel
        covered = self.height() - panel.height() - self._grid.y() if panel is not None else None
        self._grid.show_cover(covered)

    def _line_touched(self, node: str) -> None:
        self._back_to = self._lines_node
        self.node_chosen.emit(node)

    def _line_interval_touched(self, node: str, span: Span) -> None:
        self._back_to = self._lines_node
        self.docks.open_later(node, span)

    def _letter_touched(self, code: str) -> None:
        self.letter_touched.emit(self._letters_node, code)

    def _day_touched(self, code: str, day: object) -> None:
        self.day_touched.emit(self._letters_node, code, day)

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
        node, self._back_to = self._back_to, None
        if node is not None:
            self._leave_line()
            self.node_chosen.emit(node)

    def _page_chosen(self, page: str) -> None:
        self._back_to = None
        self._leave_line()
        self.page_chosen.emit(page)

    def _node_chosen(self, node: str) -> None:
        self.node_chosen.emit(node)

    def _stirred(self) -> None:
        self._home.start()
