"""Keeps a source that has much to complain of from drowning everybody: so many in a minute, the rest is counted."""

import time
from collections.abc import Callable

from board.kpi.reading import Complaint
from board.sources.hide import hidden

MOST = 20
WITHIN_S = 60.0


class Complaining:
    """The complaints of one source that tells by itself."""

    def __init__(self, source: str, stopwatch: Callable[[], float] = time.monotonic) -> None:
        """Count from now."""
        self._source = source
        self._stopwatch = stopwatch
        self._began_s = stopwatch()
        self._said = 0
        self._unsaid = 0
        self._waiting: list[Complaint] = []

    def add(self, where: str, said: str) -> None:
        """Note a complaint, or only count it where many were said within the minute."""
        if self._stopwatch() - self._began_s >= WITHIN_S:
            if self._unsaid:
                self._waiting.append(
                    Complaint(source=self._source, where="the minute before", said=f"{self._unsaid} more complaints")
                )
            self._began_s, self._said, self._unsaid = self._stopwatch(), 0, 0
        self._said += 1
        if self._said > MOST:
            self._unsaid += 1
            return
        self._waiting.append(Complaint(source=self._source, where=hidden(where), said=hidden(said)))

    def take(self) -> tuple[Complaint, ...]:
        """Return what is to be said, and forget it."""
        taken, self._waiting = tuple(self._waiting), []
        return taken
