"""A language that nobody speaks: every word from a catalogue wears marks and is a third longer; all else shows."""

import re
from typing import Final

from PySide6.QtCore import QTranslator
from typing_extensions import override

LONGER: Final = 0.35
PLAIN: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
MARKED: Final = "áḃćďéḟğĥíĵķĺṁñóṗɋŕśťúṽŵẋýžÁḂĆĎÉḞĞĤÍĴĶĹṀÑÓṖɊŔŚŤÚṼŴẊÝŽ"
_MARKS: Final = str.maketrans(PLAIN, MARKED)
_FILLED_IN: Final = re.compile(r"(\{[^}]*\})")


def pseudo(text: str) -> str:
    """Return a text in the pseudo language; what is filled in keeps its place."""
    pieces = _FILLED_IN.split(text)
    return "".join(piece if place % 2 else _longer(piece.translate(_MARKS)) for place, piece in enumerate(pieces))


class Pseudo(QTranslator):
    """A catalogue of everything."""

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return pseudo(source)

    @override
    def isEmpty(self) -> bool:
        return False


def _longer(text: str) -> str:
    """Double letters, from the first on and evenly, until the text is a third longer."""
    letters = [place for place, sign in enumerate(text) if sign.isalpha()]
    wanted = int(len(letters) * LONGER + 0.5)
    doubled = {letters[number * len(letters) // wanted] for number in range(wanted)} if wanted else set()
    return "".join(sign * 2 if place in doubled else sign for place, sign in enumerate(text))
