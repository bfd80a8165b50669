"""The feeds process: reads every source, prints its batches as JSON lines and waits until each is stored.

`python -m board.sources.feed` takes its assignment from the first line of standard input, then one {"ack": n} a line,
and ends when that input closes. On standard error it says, as JSON, when a source fails, when it is tried again and
when it is well again, and answers each {"beat": n}, so that one that hangs is found out.
"""

import contextlib
import faulthandler
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from board.kpi.reading import Batch, Complaint
from board.plant.plant import SourceSpec
from board.sources.assignment import LONGEST, Assignment, read_assignment
from board.sources.contract import SourceContext, SourceError, open_source
from board.sources.feeder import Clock, Feeder, Say, Tries, has_more, in_words, own
from board.sources.hearing import FAREWELL_S
from board.sources.hide import hidden, hidden_batch
from board.sources.last_words import LastWords
from board.sources.outlet import Outlet
from board.sources.tidy import tidy
from board.sources.wire import WireError, decode_object

LONGEST_ACKNOWLEDGEMENT = 4096


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
            yield from _to_the_end(spec, context, watermarks.get(spec.id), now)
        except Exception as error:  # any source, of any package: one that fails ends no other
            said = in_words(error)
            if failed is None:
                unheard.append(f"source {spec.id}: {said}")
            else:
                failed(Complaint(source=spec.id, where=spec.kind, said=said))
    if unheard:
        raise SourceError("; ".join(unheard))


def _to_the_end(spec: SourceSpec, context: SourceContext, watermark: str | None, now: datetime) -> Iterator[Batch]:
    source, more = open_source(spec, context), True
    while more:
        more = False
        for batch in source.read(watermark, now):
            yield hidden_batch(own(batch, spec.id))
            watermark, more = batch.watermark, has_more(batch)


class Feed:
    """All sources of an assignment, each on its thread."""

    def __init__(
        self,
        assignment: Assignment,
        *,
        write: Callable[[bytes], None],
        say: Say,
        now: Clock,
        beat: Callable[[object], None] = lambda _: None,
        tries: Tries = lambda *_: None,
    ) -> None:
        """Prepare; `write` takes lines for the store, `say` what people should hear, `beat` answers signs of life.

        `tries` hears when a failing source is tried again.
        """
        self.outlet = Outlet(write)
        self._beat = beat
        self._feeders = [Feeder(spec, assignment, self.outlet, now, say, tries=tries) for spec in assignment.specs]
        self._threads = [
            threading.Thread(target=feeder.work, name=f"source {spec.id}", daemon=True)
            for spec, feeder in zip(assignment.specs, self._feeders, strict=True)
        ]

    def start(self) -> None:
        """Start every thread."""
        for thread in self._threads:
            thread.start()

    def hear(self, line: bytes) -> None:
        """Take one line of standard input: an acknowledgement or a question; anything else is passed over.

        Where every source hangs, no question is answered, so that the process is ended and another started.
        """
        try:
            heard = decode_object(line, LONGEST_ACKNOWLEDGEMENT)
        except WireError:
            return
        if "beat" in heard:
            stuck = [feeder.is_stuck() for feeder in self._feeders]  # each says it of itself
            if not all(stuck):
                self._beat(heard["beat"])
        else:
            self.outlet.acknowledge(heard.get("ack"))

    def end(self) -> None:
        """End every thread, but wait for none that hangs."""
        self.outlet.end()
        for feeder in self._feeders:
            feeder.end()
        for thread in self._threads:
            thread.join(FAREWELL_S)


class _Voice:
    """What the process says on standard error, each line in one piece."""

    def __init__(self) -> None:
        self._printing = threading.Lock()

    def say(self, source: str, state: str, said: str) -> None:
        """Say that a source fails or is well again."""
        self._tell({"source": source, "state": state, "said": hidden(said), "at": datetime.now(UTC).isoformat()})

    def tries(self, source: str, said: str, next_try: datetime) -> None:
        """Say what is wrong with a source now, and when it is tried again."""
        self._tell({"source": source, "said": hidden(said), "tries": next_try.isoformat()})

    @staticmethod
    def beat(number: object) -> None:
        """Answer a question for a sign of life, on a line of its own whatever a library says meanwhile, and tidy up."""
        with contextlib.suppress(OSError):
            os.write(2, b"\n" + json.dumps({"beat": number}).encode() + b"\n")
        tidy()

    def _tell(self, line: Mapping[str, str]) -> None:
        told = json.dumps(line)
        with self._printing:
            print(told, file=sys.stderr, flush=True)


def main() -> int:
    """Run the feeds process on standard input and output."""
    out = open(1, "wb", buffering=0, closefd=False)  # noqa: SIM115  # for life; raw, so no hanging thread locks it

    def write(line: bytes) -> None:
        left = memoryview(line)
        while left:
            left = left[out.write(left) or 0 :]

    sys.stderr = LastWords(sys.stderr)
    voice = _Voice()
    faulthandler.enable(file=2)
    listening = sys.stdin.buffer
    try:
        told = listening.readline(LONGEST + 1)
        if not told:  # another assignment was made meanwhile, and another process gets it
            return 0
        assignment = read_assignment(told)
    except WireError as error:
        voice.say("", "failing", f"the feeds process was not told what to do: {error}")
        return 2
    feed = Feed(
        assignment, write=write, say=voice.say, now=lambda: datetime.now(UTC), beat=voice.beat, tries=voice.tries
    )
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
