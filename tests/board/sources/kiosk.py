"""The other end of the feeds process's pipe, in the process of the test."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources.assignment import Assignment
from board.sources.contract import SourceContext
from board.sources.feed import Feed
from board.sources.wire import decode_batch
from tests.board.sources.drop import context

PATIENCE_S = 20.0


class Kiosk:
    """Takes lines as the board does, acknowledges them unless told not to, and remembers what was said."""

    def __init__(
        self,
        *specs: SourceSpec,
        folder: Path | None = None,
        watermarks: dict[str, str | None] | None = None,
        acknowledges: bool = True,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        found: SourceContext | None = None,
    ) -> None:
        self.batches: list[Batch] = []
        self.lines: list[bytes] = []
        self.said: list[tuple[str, str, str]] = []
        self.moved = threading.Condition()
        self.acknowledges = acknowledges
        assignment = Assignment(context=found or context(folder), specs=specs, watermarks=watermarks or {})
        self.feed = Feed(assignment, write=self.write, say=self.say, now=now)

    def write(self, line: bytes) -> None:
        batch = decode_batch(line)
        with self.moved:
            self.lines.append(line)
            self.batches.append(batch)
            self.moved.notify_all()
        if self.acknowledges:
            self.acknowledge(batch)

    def say(self, source: str, state: str, said: str) -> None:
        with self.moved:
            self.said.append((source, state, said))
            self.moved.notify_all()

    def acknowledge(self, batch: Batch) -> None:
        self.feed.hear(b'{"ack": %d}\n' % batch.number)

    @property
    def readings(self) -> list[Reading]:
        """Return all readings so far."""
        return [reading for batch in self.batches for reading in batch.readings]

    @property
    def complaints(self) -> list[str]:
        """Return all complaints so far, each with its place."""
        return [f"{each.where}: {each.said}" for batch in self.batches for each in batch.complaints]

    @property
    def states(self) -> list[str]:
        """Return what was said of the sources, without the sentences."""
        return [state for _, state, _ in self.said]

    def wait_until(self, holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
        """Wait until something holds of what came or was said."""
        with self.moved:
            assert self.moved.wait_for(holds, patience_s), (self.batches[-3:], self.said)

    def wait_for_readings(self, count: int) -> list[Reading]:
        """Wait until so many readings came."""
        self.wait_until(lambda: len(self.readings) >= count)
        return self.readings


@contextmanager
def running(board: Kiosk) -> Iterator[Kiosk]:
    """Run a feed until the test is over."""
    board.feed.start()
    try:
        yield board
    finally:
        board.feed.end()
