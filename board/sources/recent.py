"""Remembers what a source said lately, so that what is asked for again and again is sent and told once."""

from collections.abc import Sequence
from dataclasses import astuple
from hashlib import blake2b
from itertools import islice
from typing import Final

from board.kpi.reading import Complaint, Reading
from board.sources.cell_value import quoted

MOST: Final = 20_000  # readings; some 4 MB
MOST_TOLD: Final = 1_000


class Recent:
    """What one source said in this process."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._sent: dict[str, bytes] = {}
        self._found: dict[str, bytes] = {}  # at this look
        self._waiting: dict[str, Reading] = {}  # found at this look and not sent yet
        self._doubled: set[str] = set()  # keys that came more than once at this look, with other contents
        self._doubled_before: set[str] = set()
        self._told: set[tuple[str, str]] = set()
        self._telling: set[tuple[str, str]] = set()
        self._has_looked = False

    def look_begins(self) -> None:
        """Forget what an earlier look found and did not come to send."""
        self._waiting, self._found, self._telling = {}, {}, set()
        self._doubled_before, self._doubled = self._doubled, set()

    def note(self, readings: Sequence[Reading]) -> list[str]:
        """Take what was found; what was sent just so before is no news, and of a key that comes again the last counts.

        Returns the keys that came at this look with other contents already, each once.
        """
        again = []
        for reading in readings:
            key, digest = reading.key, _digest(reading)
            if self._found.get(key, digest) != digest and key not in self._doubled:
                self._doubled.add(key)
                again.append(key)
            if len(self._found) < MOST:
                self._found[key] = digest
            self._waiting.pop(key, None)
            if self._sent.get(key) != digest:
                self._waiting[key] = reading
        return again

    def take(self, most: int, *, is_last: bool) -> list[Reading]:
        """Return the first of the news; unless it `is_last`, none whose key may come again at this look."""
        apart: set[str] = set() if is_last else self._doubled | self._doubled_before
        taken = list(islice((reading for key, reading in self._waiting.items() if key not in apart), most))
        for reading in taken:
            del self._waiting[reading.key]
        return taken

    def count(self) -> int:
        """Return how many news are waiting."""
        return len(self._waiting)

    def sent(self, readings: Sequence[Reading]) -> None:
        """Remember what was sent."""
        for reading in readings:
            self._sent.pop(reading.key, None)
            self._sent[reading.key] = _digest(reading)
        if len(self._sent) > MOST:
            for old in list(islice(self._sent, len(self._sent) - MOST // 2)):
                del self._sent[old]

    def untold(self, complaint: Complaint, column: str) -> bool:
        """Tell whether a complaint was not made at the last look already, wherever in the answer it stood then."""
        what = (column, complaint.said)
        if len(self._telling) < MOST_TOLD:
            self._telling.add(what)
        return what not in self._told

    def look_is_over(self) -> bool:
        """Forget the complaints that came up no more: they are told again should they come back.

        Tells whether nothing is wrong any more, of which nobody knows before the first look is over.
        """
        is_mended = not self._telling and (bool(self._told) or not self._has_looked)
        self._told, self._telling, self._has_looked = self._telling, set(), True
        return is_mended


def shared_key(key: str) -> str:
    """Return what is wrong with a row whose key another row has."""
    return f"has the key {quoted(key)} of a row before it and says something else; only the last of them counts"


def _digest(reading: Reading) -> bytes:
    return blake2b(repr(astuple(reading)).encode("utf-8", "replace"), digest_size=12).digest()
