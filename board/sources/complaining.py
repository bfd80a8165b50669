"""Keeps a source that has much to complain of from drowning everybody: each thing once, so many in a minute."""

import time
from collections.abc import Callable
from typing import Final

from board.kpi.reading import Complaint
from board.sources.hide import hidden

MOST: Final = 20
WITHIN_S: Final = 60.0
MOST_COUNTED: Final = 1_000  # different things


class Repeats:
    """What is wrong in the same words again and again, such as a word that nobody has mapped: said once and counted."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._again: dict[tuple[str, str], int] = {}  # what it is about and what is wrong, and how often it came again

    def is_first(self, about: str, said: str) -> bool:
        """Tell whether it was not said yet, and count it where it was."""
        what = (about, said)
        if what in self._again:
            self._again[what] += 1
            return False
        if len(self._again) < MOST_COUNTED:
            self._again[what] = 0
        return True

    def take(self) -> list[str]:
        """Return what came again with how often it did, the first of it, and forget all."""
        again, self._again = self._again, {}
        times = [
            (said, f"{count} more times" if count > 1 else "once more") for (_, said), count in again.items() if count
        ]
        return [f"{said} ({often})" for said, often in times[:MOST]]


class Complaining:
    """The complaints of one source that tells by itself."""

    def __init__(self, source: str, stopwatch: Callable[[], float] = time.monotonic) -> None:
        """Count from now."""
        self._source = source
        self._stopwatch = stopwatch
        self._began_s = stopwatch()
        self._said = 0
        self._unsaid = 0
        self._repeats = Repeats()
        self._waiting: list[Complaint] = []

    def add(self, where: str, said: str, *, about: str | None = None) -> None:
        """Note a complaint, or only count it where the same or many others were said within the minute.

        `about` is what tells it from others in the same words, where that is not its place.
        """
        self._turn()
        if not self._repeats.is_first(where if about is None else about, said):
            return
        self._said += 1
        if self._said > MOST:
            self._unsaid += 1
            return
        self._say(where, said)

    def take(self) -> tuple[Complaint, ...]:
        """Return what is to be said, and forget it."""
        self._turn()
        taken, self._waiting = tuple(self._waiting), []
        return taken

    def _turn(self) -> None:
        """Say what was only counted, where a minute is over."""
        if self._stopwatch() - self._began_s < WITHIN_S:
            return
        for again in self._repeats.take():
            self._say("the minute before", again)
        if self._unsaid:
            self._say("the minute before", f"{self._unsaid} more complaints")
        self._began_s, self._said, self._unsaid = self._stopwatch(), 0, 0

    def _say(self, where: str, said: str) -> None:
        self._waiting.append(Complaint(source=self._source, where=hidden(where), said=hidden(said)))
