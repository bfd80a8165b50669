"""The one place where batches leave the feeds process and acknowledgements come in."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from board.kpi.reading import Batch
from board.sources.contract import SourceError
from board.sources.ear import Stored
from board.sources.hide import hidden_batch
from board.sources.wire import LONGEST_LINE, LONGEST_WATERMARK, MOST_READINGS, decode_batch, encode_batch

UNDER_WAY = 2  # batches of one source that may wait for the store, so that it writes while we parse


class Outlet:
    """Sends each batch as one line, and knows which of them are not on disk yet."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        """Write lines with `write`; whoever reads the other end acknowledges by number."""
        self._write = write
        self._changed = threading.Condition()
        self._printing = threading.Lock()
        self._number = 0
        self._under_way: dict[int, tuple[str, Sequence[Stored]]] = {}
        self.ended = threading.Event()

    def send(self, batch: Batch, before: str, *, check: bool, stored: Sequence[Stored] = ()) -> bool:
        """Send a batch once few of its source are under way; False where the process ends instead.

        One too long for a line goes in parts; `before` is the watermark before it. With `check` the line is read back
        first, for sources not made here. `stored` is called when the whole batch is on disk.
        """
        with self._changed:
            self._number += 1
            batch = hidden_batch(replace(batch, number=self._number))
        line = encode_batch(batch)
        if (len(line) > LONGEST_LINE or len(batch.readings) > MOST_READINGS) and len(batch.readings) > 1:
            half = len(batch.readings) // 2
            first = replace(
                batch, readings=batch.readings[:half], watermark=before, complete_through=None, through=(), runs=()
            )
            rest = replace(batch, readings=batch.readings[half:], complaints=(), mended=())
            return self.send(first, before, check=check) and self.send(rest, before, check=check, stored=stored)
        if len(line) > LONGEST_LINE or len(batch.watermark) > LONGEST_WATERMARK:
            raise SourceError("has more to remember than fits a line; read fewer files")
        if check:
            decode_batch(line)
        if not self.wait(batch.source, UNDER_WAY - 1):
            return False
        with self._changed:
            self._under_way[batch.number] = batch.source, stored
        self._out(line)
        return True

    def wait(self, source: str, most: int) -> bool:
        """Wait until at most so many batches of a source are under way; False when the process ends instead."""
        with self._changed:
            self._changed.wait_for(
                lambda: self.ended.is_set() or sum(each == source for each, _ in self._under_way.values()) <= most
            )
        return not self.ended.is_set()

    def acknowledge(self, number: object) -> None:
        """Note that a batch is stored, and tell whoever asked to be told."""
        stored: Sequence[Stored] = ()
        with self._changed:
            if isinstance(number, int):
                _, stored = self._under_way.pop(number, ("", ()))
            self._changed.notify_all()
        for tell in stored:
            tell()

    def end(self) -> None:
        """Let every thread that waits go home."""
        with self._changed:
            self.ended.set()
            self._changed.notify_all()

    def _out(self, line: bytes) -> None:
        try:
            with self._printing:  # apart from the other lock, so that a full pipe keeps nobody from ending
                self._write(line)
        except OSError:  # nobody reads any more
            self.end()
