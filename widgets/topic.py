"""What a page is of beside its node, in words: a letter, a fiscal year."""

from typing import TYPE_CHECKING

from board.views.sicb import Sicb, SicbLines
from widgets.words import translate

if TYPE_CHECKING:
    from board.views.page import View


def topic_of(view: "View") -> str:
    """Return the words behind the path in the header; empty where the page is of nothing more."""
    if isinstance(view, Sicb | SicbLines):
        return ""
    from board.views.bowling import Bowling  # noqa: PLC0415 - the first picture comes sooner without it
    from board.views.letter import LetterPage  # noqa: PLC0415 - as above

    if isinstance(view, LetterPage):
        return view.letter.name
    if not isinstance(view, Bowling):
        return ""
    from widgets.bowling_say import year_text  # noqa: PLC0415 - as above

    fiscal = translate("board", "fiscal year {year}")
    return (fiscal if view.year.month > 1 else translate("board", "year {year}")).format(year=year_text(view.year))
