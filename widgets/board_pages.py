"""The pages of one board: each is made when something is first shown on it, kept, and brought up in another's place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from board.views.freshness import Stage
from board.views.sicb import Sicb, SicbLines
from themes.qt import Look
from widgets.finger import Finger
from widgets.sicb_grid import SicbGrid

if TYPE_CHECKING:
    from board.views.bowling import Bowling
    from board.views.changes import Changes
    from board.views.letter import LetterPage
    from board.views.page import View
    from board.views.sqcdp import Sqcdp
    from widgets.sicb_lines import SicbLinesGrid
    from widgets.sqcdp_board import SqcdpBoard

    Page = SicbGrid | SicbLinesGrid | SqcdpBoard
    AnyPage = TypeVar("AnyPage", SicbLinesGrid, SqcdpBoard)


class BoardPages(QObject):
    """Makes the pages and says what was touched on them, with the node they are of; the page that is up has the keys.

    The page of one line is there from the start, because it is the first that a line's board shows; its touches are the
    board's own affair.
    """

    node_chosen = Signal(str)
    interval_touched = Signal(str, object)
    """An interval of a line that is not on show: node, Span."""
    letter_touched = Signal(str, str)
    day_touched = Signal(str, str, object)

    def __init__(self, look: Look, finger: Finger, board: QWidget) -> None:
        super().__init__(board)
        self._look = look
        self._finger: Final = finger
        self._board: Final = board
        self._room = QRect()
        self._stage: Stage | None = None
        self._age_s: int | None = None
        self.node = ""
        self.grid: Final = SicbGrid(look, finger, board)
        self._lines: SicbLinesGrid | None = None
        self._letters: SqcdpBoard | None = None
        self.up: Page = self.grid

    def __iter__(self) -> "Iterator[Page]":
        """Yield the pages that were made so far."""
        yield from (page for page in (self.grid, self._lines, self._letters) if page is not None)

    def show_view(self, view: "View") -> "Page":
        """Show a view on its page, and return that page."""
        self.node = view.node
        if isinstance(view, Sicb):
            self.grid.show_sicb(view)
            return self.grid
        if isinstance(view, SicbLines):
            self.lines.show_lines(view)
            return self.lines
        return self._show_other(view)

    def _show_other(self, view: "Sqcdp | LetterPage | Bowling | Changes") -> "Page":
        """Show one of the pages whose views are not even loaded before the first of them comes."""
        from board.views.sqcdp import Sqcdp  # noqa: PLC0415 - as said above

        if isinstance(view, Sqcdp):
            self.letters.show_sqcdp(view)
            return self.letters
        raise TypeError(f"there is no page for {type(view).__name__}")

    def turn_to(self, page: "Page", *, focus: bool) -> None:
        """Bring a page up in the place of the other."""
        if page is self.up:
            return
        self.up = page
        page.show()
        for other in self:
            if other is not page:
                other.hide()
        if focus:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, look: Look, room: QRect) -> None:
        """Take another look, and the place between header and footer."""
        self._look, self._room = look, room
        for page in self:
            page.setGeometry(room)
            page.show_look(look)

    def show_age(self, stage: Stage, age_s: int | None) -> None:
        """Let every page look as old as the data are."""
        self._stage, self._age_s = stage, age_s
        for page in self:
            page.show_age(stage, age_s)

    @property
    def lines(self) -> "SicbLinesGrid":
        """Return the page of several lines' intervals."""
        if self._lines is None:
            from widgets.sicb_lines import SicbLinesGrid  # noqa: PLC0415 - the first picture comes sooner without it

            self._lines = self._new(SicbLinesGrid(self._look, self._finger, self._board))
            self._lines.line_touched.connect(self.node_chosen)
            self._lines.interval_touched.connect(self.interval_touched)
        return self._lines

    @property
    def letters(self) -> "SqcdpBoard":
        """Return the page of letters."""
        if self._letters is None:
            from widgets.sqcdp_board import SqcdpBoard  # noqa: PLC0415 - as above

            self._letters = self._new(SqcdpBoard(self._look, self._finger, self._board))
            self._letters.letter_touched.connect(self._letter_touched)
            self._letters.day_touched.connect(self._day_touched)
        return self._letters

    def _new(self, page: "AnyPage") -> "AnyPage":
        """Give a page that was just made its place, look and age, out of sight."""
        page.hide()
        page.setGeometry(self._room)
        page.show_look(self._look)
        if self._stage is not None:
            page.show_age(self._stage, self._age_s)
        return page

    def _letter_touched(self, code: str) -> None:
        self.letter_touched.emit(self.node, code)

    def _day_touched(self, code: str, day: object) -> None:
        self.day_touched.emit(self.node, code, day)
