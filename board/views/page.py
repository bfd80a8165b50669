"""Any page of the board: what all views have in common is where, which shift, as of when, and how fresh."""

from datetime import date

from board.views.bowling import Bowling
from board.views.changes import Changes
from board.views.letter import LetterPage
from board.views.sicb import Sicb, SicbLines
from board.views.sources import Sources
from board.views.sqcdp import Sqcdp

View = Sicb | SicbLines | Sqcdp | LetterPage | Bowling | Changes | Sources


def day_of(view: View) -> date:
    """Return the production day that a page is of."""
    return view.day if isinstance(view, Sicb | SicbLines) else view.today
