"""Remembers what a source said lately, so that what is asked for again and again is sent and told once."""

from collections.abc import Sequence
from dataclasses import astuple
from hashlib import blake2b
from itertools import islice
from typing import Final

from board.kpi.reading import Complaint, Reading

MOST: Final = 20_000  # readings; some 4 MB
MOST_TOLD: Final = 1_000


class Recent:
    """What one source said in this process."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._sent: dict[str, bytes] = {}
        self._waiting: dict[str, bytes] = {}  # found at this look and not sent yet
        self._told: set[tuple[str, str]] = set()
        self._telling: set[tuple[str, str]] = set()
        self._has_looked = False

    def look_begins(self) -> None:
        """Forget what an earlier look found and did not come to send."""
        self._waiting, self._telling = {}, set()

    def news(self, readings: list[Reading]) -> list[Reading]:
        """Return the readings that were not found just so before."""
        news = []
        for reading in readings:
            digest = _digest(reading)
            if digest != (self._waiting.get(reading.key) or self._sent.get(reading.key)):
                self._waiting[reading.key] = digest
                news.append(reading)
        return news

    def sent(self, readings: Sequence[Reading]) -> None:
        """Remember what was sent."""
        for reading in readings:
            self._sent.pop(reading.key, None)
            self._sent[reading.key] = self._waiting.pop(reading.key, b"") or _digest(reading)
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


def _digest(reading: Reading) -> bytes:
    return blake2b(repr(astuple(reading)).encode("utf-8", "replace"), digest_size=12).digest()
