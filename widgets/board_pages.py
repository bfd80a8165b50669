"""The pages of one board: each is made when something is first shown on it, kept, and brought up in another's place."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from board.journal.intention import Intention
from board.views.freshness import Stage
from board.views.sicb import Sicb, SicbLines
from themes.qt import Look
from widgets.dock import Pace
from widgets.finger import Finger
from widgets.sicb_grid import SicbGrid

if TYPE_CHECKING:
    from board.views.bowling import Bowling
    from board.views.changes import Changes
    from board.views.letter import LetterPage
    from board.views.page import View
    from board.views.sources import Sources
    from board.views.sqcdp import Sqcdp
    from widgets.bowling_chart import BowlingChart
    from widgets.changes_board import ChangesBoard
    from widgets.letter_page import LetterBoard
    from widgets.sicb_lines import SicbLinesGrid
    from widgets.sources_board import SourcesBoard
    from widgets.sources_say import Age
    from widgets.sqcdp_board import SqcdpBoard

    Page = SicbGrid | SicbLinesGrid | SqcdpBoard | LetterBoard | BowlingChart | ChangesBoard | SourcesBoard
    AnyPage = TypeVar("AnyPage", SicbLinesGrid, SqcdpBoard, LetterBoard, BowlingChart, ChangesBoard, SourcesBoard)


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
    month_touched = Signal(str, str, str, object)
    time_chosen = Signal(object)
    intervals_asked = Signal(str)
    back_asked = Signal()
    keep_asked = Signal(object)

    def __init__(self, look: Look, finger: Finger, board: QWidget, *, pace: Pace) -> None:
        super().__init__(board)
        self._look = look
        self._finger: Final = finger
        self._board: Final = board
        self._pace: Final = pace
        self._room = QRect()
        self._stage: Stage | None = None
        self._age_s: int | None = None
        self.node = ""
        self.grid: Final = SicbGrid(look, finger, board)
        self._lines: SicbLinesGrid | None = None
        self._letters: SqcdpBoard | None = None
        self._letter: LetterBoard | None = None
        self._bowling: BowlingChart | None = None
        self._changes: ChangesBoard | None = None
        self._sources: SourcesBoard | None = None
        self._code_of: dict[str, str] = {}  # the letter that a KPI of the bowling chart judges
        self.up: Page = self.grid

    def __iter__(self) -> "Iterator[Page]":
        """Yield the pages that were made so far."""
        yield from (page for page in self._pages() if page is not None)

    def _pages(self) -> "tuple[Page | None, ...]":
        return self.grid, self._lines, self._letters, self._letter, self._bowling, self._changes, self._sources

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

    def _show_other(self, view: "Sqcdp | LetterPage | Bowling | Changes | Sources") -> "Page":
        """Show one of the pages whose views are not even loaded before the first of them comes."""
        from board.views.bowling import Bowling  # noqa: PLC0415 - as said above
        from board.views.letter import LetterPage  # noqa: PLC0415 - as said above
        from board.views.sqcdp import Sqcdp  # noqa: PLC0415 - as said above

        if isinstance(view, Sqcdp):
            self.letters.show_sqcdp(view)
            return self.letters
        if isinstance(view, LetterPage):
            self.letter.show_letter(view)
            return self.letter
        if isinstance(view, Bowling):
            self._code_of = {row.kpi: row.letter for row in view.rows if row.letter is not None}
            self.bowling.show_bowling(view)
            return self.bowling
        return self._show_plain(view)

    def _show_plain(self, view: "Changes | Sources") -> "Page":
        """Show a page of what is in force now, of the plan or of the sources."""
        from board.views.changes import Changes  # noqa: PLC0415 - as said above

        if isinstance(view, Changes):
            self.changes.show_changes(view)
            return self.changes
        self.sources.show_sources(view)
        return self.sources

    def show_source_ages(self, ages: "Mapping[str, Age]") -> None:
        """Show how old by now it is what each source told, where that page was made."""
        if self._sources is not None:
            self._sources.show_ages(ages)

    def show_kept(self, intention: Intention) -> None:
        """Tell the page that asked to keep something that it is on disk."""
        for page in (self._letter, self._changes):
            if page is not None:
                page.show_kept(intention)

    def show_not_kept(self, intention: Intention, sentence: str) -> None:
        """Tell the page that asked to keep something why it is not kept."""
        for page in (self._letter, self._changes):
            if page is not None:
                page.show_not_kept(intention, sentence)

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

    @property
    def letter(self) -> "LetterBoard":
        """Return the page of one letter."""
        if self._letter is None:
            from widgets.letter_page import LetterBoard  # noqa: PLC0415 - as above

            page = self._letter = self._new(LetterBoard(self._look, self._finger, self._board, pace=self._pace))
            page.day_chosen.connect(self._day_chosen)
            page.month_chosen.connect(self._month_chosen)
            page.intervals_asked.connect(self.intervals_asked)
            page.back_asked.connect(self.back_asked)
            page.keep_asked.connect(self.keep_asked)
        return self._letter

    @property
    def bowling(self) -> "BowlingChart":
        """Return the page of KPIs through the year."""
        if self._bowling is None:
            from widgets.bowling_chart import BowlingChart  # noqa: PLC0415 - as above

            page = self._bowling = self._new(BowlingChart(self._look, self._finger, self._board))
            page.cell_touched.connect(self._cell_touched)
            page.year_touched.connect(self._year_touched)
        return self._bowling

    @property
    def changes(self) -> "ChangesBoard":
        """Return the page on which the plan is changed."""
        if self._changes is None:
            from widgets.changes_board import ChangesBoard  # noqa: PLC0415 - as above

            page = self._changes = self._new(ChangesBoard(self._look, self._finger, self._board, pace=self._pace))
            page.node_chosen.connect(self.node_chosen)
            page.keep_asked.connect(self.keep_asked)
        return self._changes

    @property
    def sources(self) -> "SourcesBoard":
        """Return the page of where the figures come from."""
        if self._sources is None:
            from widgets.sources_board import SourcesBoard  # noqa: PLC0415 - as above

            self._sources = self._new(SourcesBoard(self._look, self._finger, self._board))
        return self._sources

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

    def _day_chosen(self, day: object) -> None:
        self.time_chosen.emit({"day": day})

    def _month_chosen(self, month: object) -> None:
        self.time_chosen.emit({"month": month})

    def _year_touched(self, year: object) -> None:
        self.time_chosen.emit({"year": year})

    def _cell_touched(self, kpi: str, month: object) -> None:
        code = self._code_of.get(kpi)
        if code is not None:
            self.month_touched.emit(self.node, code, kpi, month)
