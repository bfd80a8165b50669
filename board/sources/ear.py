"""What a source that tells by itself speaks into: takes what came, holds it back while the store is busy, ends it."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from board.kpi.reading import Batch

READINGS_A_BATCH: Final = 200  # so that a tap never waits long behind an import
MOST_WAITING: Final = 2_000  # readings and complaints; then the source waits, so that nothing is lost or piles up
MOST_MARKS: Final = 4 * 1024 * 1024  # characters of watermarks that wait, each of which may hold many counters

Stored = Callable[[], None]


class EarClosed(Exception):  # noqa: N818  # a signal to end, as StopIteration is
    """Raised in a source that speaks or waits although listening has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a source said since the last time it was asked; without a batch only that it is alive."""

    batch: Batch | None
    stored: tuple[Stored, ...] = ()  # called once the batch is on disk


class Ear:
    """The one place where a listening source's thread and the thread that sends its batches meet."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        """Be open; `clock` says what time it is."""
        self.now = clock
        self._changed = threading.Condition()
        self._waiting: deque[tuple[Batch, Stored | None]] = deque()
        self._weight = 0
        self._marks = 0
        self._alive = False
        self._closed = threading.Event()
        self._closers: list[Callable[[], None]] = []

    # for the source

    def hear(self, batch: Batch, stored: Stored | None = None) -> None:
        """Take a batch, waiting while many are waiting; raises EarClosed once listening has ended.

        `stored` is called, on a thread of the feeds process and never to wait there, once the batch is on disk.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._closed.is_set() or not self._is_full())
            if self._closed.is_set():
                raise EarClosed
            self._waiting.append((batch, stored))
            self._weight += _weight(batch)
            self._marks += len(batch.watermark)
            self._changed.notify_all()

    def alive(self) -> None:
        """Note a sign of life: the other end has answered, with nothing new."""
        with self._changed:
            self._alive = True
            self._changed.notify_all()

    def wait(self, seconds: float) -> None:
        """Pause a source that has to; raises EarClosed once listening has ended."""
        if self._closed.wait(seconds):
            raise EarClosed

    def when_closed(self, close: Callable[[], None]) -> None:
        """Call this, on another thread, when listening ends: it must free a source that waits for its other end."""
        with self._changed:
            self._closers.append(close)
            late = self._closed.is_set()
        if late:
            close()

    # for whoever listens to the source

    def take(self, most_s: float | None) -> Heard | None:
        """Return what came, waiting for so many seconds at most; None where nothing did or listening has ended.

        Batches that wait are joined into one, so that a source that speaks often costs few transactions.
        """
        with self._changed:
            self._changed.wait_for(lambda: bool(self._waiting) or self._alive or self._closed.is_set(), most_s)
            if not self._waiting:
                alive, self._alive = self._alive, False
                return Heard(batch=None) if alive else None
            self._alive = False
            return self._joined()

    def close(self) -> None:
        """End listening: free the source wherever it waits. What it said before is still there to be taken."""
        with self._changed:
            if self._closed.is_set():
                return
            self._closed.set()
            closers, self._closers = self._closers, []
            self._changed.notify_all()
        for close in closers:
            close()

    @property
    def is_closed(self) -> bool:
        """Tell whether listening has ended."""
        return self._closed.is_set()

    def _is_full(self) -> bool:
        return self._weight >= MOST_WAITING or self._marks >= MOST_MARKS

    def _joined(self) -> Heard:
        batches: list[Batch] = []
        stored: list[Stored | None] = []
        size = 0
        complains = False
        while self._waiting and (not batches or size + _weight(self._waiting[0][0]) <= READINGS_A_BATCH):
            if complains and self._waiting[0][0].mended:  # in one batch, complaints stand whatever else it says
                break
            batch, then = self._waiting.popleft()
            complains = complains or bool(batch.complaints)
            batches.append(batch)
            stored.append(then)
            size += _weight(batch)
            self._weight -= _weight(batch)
            self._marks -= len(batch.watermark)
        self._changed.notify_all()
        return Heard(batch=joined(batches), stored=tuple(each for each in stored if each is not None))


def joined(batches: Sequence[Batch]) -> Batch:
    """Return batches of one source that follow one another as one, with the watermark of the last."""
    last = batches[-1]
    if len(batches) == 1:
        return last
    complete = [batch.complete_through for batch in batches if batch.complete_through is not None]
    return replace(
        last,
        readings=tuple(reading for batch in batches for reading in batch.readings),
        complaints=tuple(complaint for batch in batches for complaint in batch.complaints),
        runs=tuple(run for batch in batches for run in batch.runs),
        complete_through=max(complete, default=None),
        gone=_gone(batches),
        by_rows=any(batch.by_rows for batch in batches),
        through=tuple(each for batch in batches for each in batch.through),
        mended=tuple(each for batch in batches for each in batch.mended),
    )


def _gone(batches: Sequence[Batch]) -> tuple[str, ...]:
    """Return the nodes that some batches in a row leave behind as telling no more."""
    found: dict[str, None] = {}
    for batch in batches:
        for reading in batch.readings:
            if reading.value is not None:
                found.pop(reading.node, None)
        for node, _ in batch.through:
            found.pop(node, None)
        found |= dict.fromkeys(batch.gone)
    return tuple(found)


def _weight(batch: Batch) -> int:
    return max(1, len(batch.readings) + len(batch.complaints) + len(batch.runs))
