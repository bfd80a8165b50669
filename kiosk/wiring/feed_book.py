"""Keeps what the processes say that read sources, for the page that shows it: who fails, why, and what comes next."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from board.views.feeding import Feeding, FeedsNow, Outage
from kiosk.clock import Clock

MOST_OUTAGES: Final = 500  # of whatever names a process says: it may be another package's


class FeedBook:
    """Written by the threads that listen to processes, read by the one that builds pages; `changed` hears of news.

    Times of processes are the computer's own; they are kept as the board's clock shows them.
    """

    def __init__(self, clock: Clock, changed: Callable[[], None] = lambda: None) -> None:
        self._clock = clock
        self._changed = changed
        self._lock = threading.Lock()
        self._outages: dict[str, Outage] = {}
        self._processes: dict[tuple[str, ...], Feeding] = {}

    def now(self) -> FeedsNow:
        """Return what is known now."""
        with self._lock:
            outages, processes = dict(self._outages), tuple(self._processes.values())
            return FeedsNow(outages=outages, processes=processes, shift=self._clock.shift)

    def fails(self, source: str, sentence: str) -> None:
        """Note that a source fails."""
        self._note(source, Outage(sentence=sentence, since=self._clock.now()))

    def tries(self, source: str, sentence: str, next_try: datetime) -> None:
        """Note what is wrong with a failing source now, and when it is tried again."""
        with self._lock:
            before = self._outages.get(source)
        since = self._clock.now() if before is None else before.since
        self._note(source, Outage(sentence=sentence, since=since, next_try=next_try + self._clock.shift))

    def well(self, sources: Iterable[str]) -> None:
        """Note that sources are read again, or that another process will say how they are."""
        with self._lock:
            gone = [source for source in sources if self._outages.pop(source, None) is not None]
        if gone:
            self._changed()

    def feeding(self, feeding: Feeding) -> None:
        """Note how a process stands; one that is over for good is forgotten."""
        with self._lock:
            if feeding.is_running or feeding.fall is not None:
                self._processes[feeding.sources] = self._shifted(feeding)
            else:
                self._processes.pop(feeding.sources, None)
        self._changed()

    def _note(self, source: str, outage: Outage) -> None:
        with self._lock:
            self._outages.pop(source, None)
            self._outages[source] = outage
            while len(self._outages) > MOST_OUTAGES:
                self._outages.pop(next(iter(self._outages)))
        self._changed()

    def _shifted(self, feeding: Feeding) -> Feeding:
        shift = self._clock.shift
        return replace(
            feeding,
            since=feeding.since + shift,
            fell_at=None if feeding.fell_at is None else feeding.fell_at + shift,
            next_try=None if feeding.next_try is None else feeding.next_try + shift,
        )
