"""The feeds process: reads every source, prints its batches as JSON lines and waits until each is stored.

`python -m board.sources.feed` takes its assignment from the first line of standard input, then one {"ack": n} a line,
and ends when that input closes. On standard error it says, as JSON, when a source fails and when it is well again.
"""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from board.kpi.reading import Batch, Complaint
from board.plant.plant import SourceSpec
from board.sources.assignment import LONGEST, Assignment, read_assignment
from board.sources.contract import (
    KINDS,
    SettingsError,
    Source,
    SourceContext,
    SourceError,
    look_every,
    open_source,
)
from board.sources.wire import LONGEST_LINE, LONGEST_WATERMARK, WireError, decode_batch, decode_object, encode_batch

LONGEST_ACKNOWLEDGEMENT = 4096
UNDER_WAY = 2  # batches of one source that may wait for the store, so that it writes while we parse
LONGEST_PAUSE_S = 60.0  # after errors, and between signs of life of a source with nothing new
FAREWELL_S = 1.0

Clock = Callable[[], datetime]
Say = Callable[[str, str, str], None]  # source, "failing" or "well", sentence


def collect(
    specs: Sequence[SourceSpec],
    context: SourceContext,
    watermarks: Mapping[str, str | None],
    now: datetime,
    *,
    failed: Callable[[Complaint], None] | None = None,
) -> Iterator[Batch]:
    """Run sources once, to the end of what they have, in this process; yield their batches.

    A source that fails stops no other: it is told to `failed`, or, without that, raised as one SourceError at the end.
    """
    unheard: list[str] = []
    for spec in specs:
        try:
            yield from _to_the_end(open_source(spec, context), watermarks.get(spec.id), now)
        except Exception as error:  # the border to whatever a source may be
            said = in_words(error)
            if failed is None:
                unheard.append(f"source {spec.id}: {said}")
            else:
                failed(Complaint(source=spec.id, where=spec.kind, said=said))
    if unheard:
        raise SourceError("; ".join(unheard))


def in_words(error: Exception) -> str:
    """Return what went wrong with a source as a sentence."""
    if isinstance(error, SourceError):
        return str(error)
    return f"failed in a way nobody foresaw ({type(error).__name__}: {str(error)[:300]})"


def has_more(batch: Batch) -> bool:
    """Tell whether a look ended with this batch although more was waiting."""
    return batch.progress is not None and batch.progress < 1


def _to_the_end(source: Source, watermark: str | None, now: datetime) -> Iterator[Batch]:
    more = True
    while more:
        more = False
        for batch in source.read(watermark, now):
            yield batch
            watermark, more = batch.watermark, has_more(batch)


class Outlet:
    """The one place where batches leave the process and acknowledgements come in."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        """Write lines with `write`; whoever reads the other end acknowledges by number."""
        self._write = write
        self._changed = threading.Condition()
        self._printing = threading.Lock()
        self._number = 0
        self._under_way: dict[int, str] = {}
        self.ended = threading.Event()

    def send(self, batch: Batch, before: str, *, check: bool) -> bool:
        """Send a batch once few of its source are under way; False where the process ends instead.

        One too long for a line goes in parts; `before` is the watermark before it. With `check` the line is read back
        first, for sources not made here.
        """
        with self._changed:
            self._number += 1
            batch = replace(batch, number=self._number)
        line = encode_batch(batch)
        if len(line) > LONGEST_LINE and len(batch.readings) > 1:
            half = len(batch.readings) // 2
            first = replace(batch, readings=batch.readings[:half], watermark=before, complete_through=None, runs=())
            rest = replace(batch, readings=batch.readings[half:], complaints=())
            return self.send(first, before, check=check) and self.send(rest, before, check=check)
        if len(line) > LONGEST_LINE or len(batch.watermark) > LONGEST_WATERMARK:
            raise SourceError("has more to remember than fits a line; read fewer files")
        if check:
            decode_batch(line)
        if not self.wait(batch.source, UNDER_WAY - 1):
            return False
        with self._changed:
            self._under_way[batch.number] = batch.source
        self._out(line)
        return True

    def wait(self, source: str, most: int) -> bool:
        """Wait until at most so many batches of a source are under way; False when the process ends instead."""
        with self._changed:
            self._changed.wait_for(
                lambda: self.ended.is_set() or sum(each == source for each in self._under_way.values()) <= most
            )
        return not self.ended.is_set()

    def acknowledge(self, number: object) -> None:
        """Note that a batch is stored."""
        with self._changed:
            if isinstance(number, int):
                self._under_way.pop(number, None)
            self._changed.notify_all()

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


class Feeder:
    """Looks at one source again and again, on a thread of its own, so that a share that hangs stops no other source."""

    def __init__(self, spec: SourceSpec, assignment: Assignment, outlet: Outlet, now: Clock, say: Say) -> None:
        """Begin at the watermark of the assignment."""
        self._spec = spec
        self._context = assignment.context
        self._watermark = assignment.watermarks.get(spec.id)
        self._outlet = outlet
        self._clock = now
        self._shift = assignment.demo_shift if spec.kind == "demo" else timedelta(0)
        self._say = say
        self._source: Source | None = None
        self._failures = 0
        self._sent_s: float | None = None

    def work(self) -> None:
        """Look until the process ends: the body of the thread."""
        pause_s = 0.0
        while not self._outlet.ended.wait(pause_s):
            try:
                pause_s = 0.0 if self._look() else look_every(self._spec).total_seconds()
                self._is_well()
            except SettingsError as error:  # settings mend only with a new plant, which starts a new process
                self._is_failing(error)
                return
            except Exception as error:  # the border to whatever a source may be
                self._is_failing(error)
                usual_s = look_every(self._spec).total_seconds()
                pause_s = min(usual_s * 2 ** min(self._failures, 10), max(LONGEST_PAUSE_S, usual_s))

    def _look(self) -> bool:
        """Take one look, and tell whether another is due at once."""
        if self._source is None:
            self._source = open_source(self._spec, self._context)
        more = False
        for batch in self._source.read(self._watermark, self._clock() + self._shift):
            more = has_more(batch)
            if self._is_news(batch):
                if not self._outlet.send(batch, self._watermark or "", check=self._spec.kind not in KINDS):
                    return False
                self._sent_s = time.monotonic()
            self._watermark = batch.watermark
        self._outlet.wait(self._spec.id, 0)
        return more

    def _is_news(self, batch: Batch) -> bool:
        """Tell whether a batch is worth a line: an empty one is only a sign of life, needed now and then."""
        if batch.readings or batch.runs or batch.complaints or self._sent_s is None or batch.progress is not None:
            return True
        return time.monotonic() - self._sent_s >= min(self._spec.stale_after.total_seconds() / 3, LONGEST_PAUSE_S)

    def _is_well(self) -> None:
        if self._failures:
            self._failures = 0
            self._say(self._spec.id, "well", "is read again")

    def _is_failing(self, error: Exception) -> None:
        self._failures += 1
        if not isinstance(error, SourceError):
            self._source = None  # who knows what it stands on
        if self._failures == 1:
            self._say(self._spec.id, "failing", in_words(error))


class Feed:
    """All sources of an assignment, each on its thread."""

    def __init__(self, assignment: Assignment, *, write: Callable[[bytes], None], say: Say, now: Clock) -> None:
        """Prepare; `write` takes lines for the store, `say` what people should hear."""
        self.outlet = Outlet(write)
        self._threads = [
            threading.Thread(
                target=Feeder(spec, assignment, self.outlet, now, say).work, name=f"source {spec.id}", daemon=True
            )
            for spec in assignment.specs
        ]

    def start(self) -> None:
        """Start every thread."""
        for thread in self._threads:
            thread.start()

    def hear(self, line: bytes) -> None:
        """Take one line of standard input: an acknowledgement; anything else is passed over."""
        try:
            self.outlet.acknowledge(decode_object(line, LONGEST_ACKNOWLEDGEMENT).get("ack"))
        except WireError:
            return

    def end(self) -> None:
        """End every thread, but wait for none that hangs."""
        self.outlet.end()
        for thread in self._threads:
            thread.join(FAREWELL_S)


def main() -> int:
    """Run the feeds process on standard input and output."""
    printing = threading.Lock()
    out = open(1, "wb", buffering=0, closefd=False)  # noqa: SIM115  # raw: a thread that hangs holds no lock

    def write(line: bytes) -> None:
        left = memoryview(line)
        while left:
            left = left[out.write(left) or 0 :]

    def say(source: str, state: str, said: str) -> None:
        line = json.dumps({"source": source, "state": state, "said": said, "at": datetime.now(UTC).isoformat()})
        with printing:
            print(line, file=sys.stderr, flush=True)

    listening = sys.stdin.buffer
    try:
        assignment = read_assignment(listening.readline(LONGEST + 1))
    except WireError as error:
        say("", "failing", f"the feeds process was not told what to do: {error}")
        return 2
    feed = Feed(assignment, write=write, say=say, now=lambda: datetime.now(UTC))
    feed.start()
    try:
        while line := listening.readline(LONGEST_ACKNOWLEDGEMENT):
            feed.hear(line)
    except KeyboardInterrupt:
        pass
    feed.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
