"""The builders of all pages over one reader: each is loaded when its page is first wanted."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from board.pages.sicb import SicbPages
from board.plant.history import PlantHistory
from board.store.intake import Changed
from board.store.reader import Reader
from kiosk.wish import LINES, SICB, SQCDP, Wish

if TYPE_CHECKING:
    from board.pages.sqcdp import SqcdpPages
    from board.views.page import View


class Builders:
    """Build the view of any wish; what each keeps of closed days goes when they change."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._sicb = SicbPages(reader)
        self._sqcdp: SqcdpPages | None = None

    def build(self, wish: Wish, history: PlantHistory, now: datetime) -> "View":
        """Return the view; KeyError for a page that nobody builds, a node or a letter that is not there."""
        known_at = wish.known_at
        match wish.page:
            case page if page == SICB:
                return self._sicb.line(wish.node, history, now=now, shift=wish.shift, known_at=known_at)
            case page if page == LINES:
                return self._sicb.lines(wish.node, history, now=now, shift=wish.shift, known_at=known_at)
            case page if page == SQCDP:
                return self._letters().board(wish.node, history, now=now, known_at=known_at)
            case _:
                raise KeyError(f"no page {wish.page!r}")

    def forget(self, changes: Sequence[Changed]) -> None:
        """Drop what was kept of the days that changed."""
        self._sicb.forget(changes)
        if self._sqcdp is not None:
            self._sqcdp.forget(changes)

    def _letters(self) -> "SqcdpPages":
        if self._sqcdp is None:
            from board.pages.sqcdp import SqcdpPages  # noqa: PLC0415 - the first picture comes sooner without it

            self._sqcdp = SqcdpPages(self._reader)
        return self._sqcdp
