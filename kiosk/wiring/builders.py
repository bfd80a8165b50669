"""The builders of all pages over one reader: each is loaded when its page is first wanted."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from board.pages.sicb import SicbPages
from board.plant.history import PlantHistory
from board.store.intake import Changed
from board.store.reader import Reader
from board.views.feeding import FeedsNow
from kiosk.wish import BOWLING, LETTER, LINES, SICB, SOURCES, SQCDP, Wish

if TYPE_CHECKING:
    from board.pages.bowling import BowlingPages
    from board.pages.changes import ChangesPages
    from board.pages.letter import LetterPages
    from board.pages.sources import SourcesPages
    from board.pages.sqcdp import SqcdpPages
    from board.views.changes import Changes
    from board.views.page import View
    from board.views.sources import Sources


class Builders:
    """Build the view of any wish; what each keeps of closed days goes when they change.

    `feeds` says how reading stands; without it the page of sources tells what the store knows.
    """

    def __init__(self, reader: Reader, feeds: Callable[[], FeedsNow] = FeedsNow) -> None:
        self._reader = reader
        self._feeds = feeds
        self._sicb = SicbPages(reader)
        self._sqcdp: SqcdpPages | None = None
        self._letter: LetterPages | None = None
        self._bowling: BowlingPages | None = None
        self._changes: ChangesPages | None = None
        self._sources: SourcesPages | None = None

    def build(self, wish: Wish, history: PlantHistory, now: datetime) -> "View":
        """Return the view; KeyError for a node or a letter that is not there."""
        node, known_at = wish.node, wish.known_at
        if wish.page == SICB:
            return self._sicb.line(node, history, now=now, shift=wish.shift, known_at=known_at)
        if wish.page == LINES:
            return self._sicb.lines(node, history, now=now, shift=wish.shift, known_at=known_at)
        if wish.page == SQCDP:
            return self._letters().board(node, history, now=now, known_at=known_at)
        if wish.page == LETTER:
            pages, code, kpi = self._letter_pages(), wish.letter or "", wish.kpi
            return pages.page(node, code, history, now=now, known_at=known_at, day=wish.day, month=wish.month, kpi=kpi)
        if wish.page == BOWLING:
            return self._bowling_pages().chart(node, history, now=now, known_at=known_at, year=wish.year)
        return self._plain(wish, history, now)

    def _plain(self, wish: Wish, history: PlantHistory, now: datetime) -> "Changes | Sources":
        """Return a page of what is in force now, of the plan or of the sources."""
        node, known_at = wish.node, wish.known_at
        if wish.page == SOURCES:
            return self._sources_pages().page(node, history, now=now, feeds=self._feeds())
        return self._changes_pages().page(node, history, now=now, known_at=known_at)

    def forget(self, changes: Sequence[Changed]) -> None:
        """Drop what was kept of the days that changed."""
        for pages in (self._sicb, self._sqcdp, self._letter, self._bowling, self._changes, self._sources):
            if pages is not None:
                pages.forget(changes)

    # each is loaded late: the first picture comes sooner without it

    def _letters(self) -> "SqcdpPages":
        if self._sqcdp is None:
            from board.pages.sqcdp import SqcdpPages  # noqa: PLC0415 - as said above

            self._sqcdp = SqcdpPages(self._reader)
        return self._sqcdp

    def _letter_pages(self) -> "LetterPages":
        if self._letter is None:
            from board.pages.letter import LetterPages  # noqa: PLC0415 - as said above

            self._letter = LetterPages(self._reader, self._letters())
        return self._letter

    def _bowling_pages(self) -> "BowlingPages":
        if self._bowling is None:
            from board.pages.bowling import BowlingPages  # noqa: PLC0415 - as said above

            self._bowling = BowlingPages(self._reader, self._letters())
        return self._bowling

    def _changes_pages(self) -> "ChangesPages":
        if self._changes is None:
            from board.pages.changes import ChangesPages  # noqa: PLC0415 - as said above

            self._changes = ChangesPages(self._reader)
        return self._changes

    def _sources_pages(self) -> "SourcesPages":
        if self._sources is None:
            from board.pages.sources import SourcesPages  # noqa: PLC0415 - as said above

            self._sources = SourcesPages(self._reader)
        return self._sources
