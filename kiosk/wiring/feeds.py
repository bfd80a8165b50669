"""The feeds process as the kiosk sees it: started, listened to, acknowledged, and started again when it dies."""

import contextlib
import functools
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence, Sized
from datetime import UTC, datetime
from typing import IO, Protocol, cast

from board.kpi.reading import Batch
from board.plant.told import told
from board.sources.wire import LONGEST_LINE, WireError, decode_batch
from board.views.feeding import Fall
from kiosk.wiring.feed_watch import Bounds, FeedWatch

LOG = logging.getLogger(__name__)
GRACE_S = 2.0
FEED = (sys.executable, "-P", "-m", "board.sources.feed")  # -P: never another "board" from this folder
MOST_SAID_BYTES = 65_536


class FeedsEndedError(Exception):
    """The feeds process ended although nobody asked it to; `fall` says why, `told` says it as a sentence."""

    def __init__(self, log: str, fall: Fall = Fall.ENDED, sentence: str = "") -> None:
        super().__init__(log)
        self.fall = fall
        self.told = sentence or told("it ended by itself")


class FeedsEars(Protocol):
    """Who hears what the feeds process says; called on the thread that listens to it."""

    def batch(self, batch: Batch, done: Callable[[], None]) -> None:
        """Take a batch; `done` acknowledges it."""

    def source_said(self, source: str, state: str, sentence: str) -> None:
        """Hear that a source fails ("failing") or is back ("well")."""

    def source_tries(self, source: str, sentence: str, next_try: datetime) -> None:
        """Hear what is wrong with a failing source now, and when it is tried again."""


class Feeds:
    """Run the feeds process and pass on its batches; `configuration()` is asked anew at every start.

    The process parses what is unbounded and hostile, so that the kiosk's own process stays untouched when it dies.
    """

    def __init__(
        self,
        configuration: Callable[[], dict[str, object]],
        ears: FeedsEars,
        *,
        command: Sequence[str] = FEED,
        grace_s: float = GRACE_S,
        bounds: Bounds | None = None,
        looked: Callable[[int | None], None] = lambda _: None,
    ) -> None:
        """Prepare; `looked` hears after each look what MiB of memory the process takes, None when it is started."""
        self._configuration = configuration
        self._ears = ears
        self._bounds = bounds or Bounds()
        self._looked = looked
        self._watch: FeedWatch | None = None
        self._killer: threading.Timer | None = None  # of a process that was asked to end
        self._command = command
        self._grace_s = grace_s
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._again = False
        self._stirred = threading.Event()

    def start_again(self) -> None:
        """End the process without waiting for it, so that it starts with the sources and watermarks in force now."""
        self._again = True
        self._stirred.set()
        self._ask_to_end()

    def leave(self) -> None:
        """Ask the process to end for good, and do not wait for it."""
        self._stirred.set()
        self._ask_to_end()

    def stop(self) -> None:
        """End the process for good."""
        self._stirred.set()
        self._end_process()

    @property
    def process_id(self) -> int | None:
        """Return the id of the running process, or None."""
        process = self._process
        return None if process is None or process.poll() is not None else process.pid

    def work(self, ending: threading.Event) -> None:
        """Start the process and listen until `ending` is set; raises FeedsEndedError when it dies by itself."""
        while not ending.is_set():
            self._again = False
            configuration = self._configuration()
            if not configuration["sources"]:
                self._stirred.wait()
                self._stirred.clear()
                continue
            with self._start(configuration) as process:
                try:
                    if self._again or ending.is_set():  # asked for while there was no process to end
                        self._ask_to_end()
                    self._listen(process)
                finally:
                    self._end_process()
            if not self._again and not ending.is_set():
                raise self._ended(process)

    def _start(self, configuration: dict[str, object]) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._process = process
        self._looked(None)
        sources = len(cast(Sized, configuration["sources"]))
        ask = functools.partial(self._ask, process)
        self._watch = FeedWatch(process, self._bounds, sources=sources, ask=ask, looked=self._looked)
        self._tell(process, configuration)
        return process

    def _ended(self, process: "subprocess.Popen[bytes]") -> FeedsEndedError:
        """Return why the process ended."""
        watch = self._watch
        if watch is not None and watch.fall is not None:
            return FeedsEndedError(f"the feeds process was ended: {watch.said}", watch.fall, watch.said)
        return FeedsEndedError(f"the feeds process ended with code {process.returncode}")

    def _ask(self, process: "subprocess.Popen[bytes]", number: int) -> None:
        """Ask for a sign of life; a process that does not even take what it is told is not waited for."""
        self._tell(process, {"beat": number}, patience_s=1.0)

    def _tell(
        self, process: "subprocess.Popen[bytes]", message: Mapping[str, object], *, patience_s: float = -1
    ) -> None:
        if not self._lock.acquire(timeout=patience_s):
            return
        try:
            if process.stdin is None:
                return
            with contextlib.suppress(OSError, ValueError):  # it died meanwhile: its end is noticed by the listener
                process.stdin.write(json.dumps(dict(message)).encode() + b"\n")
                process.stdin.flush()
        finally:
            self._lock.release()

    def _listen(self, process: "subprocess.Popen[bytes]") -> None:
        """Pass on batches until the process closes its output; what it says on stderr is heard on a thread beside."""
        if process.stdout is None or process.stderr is None:
            return
        beside = threading.Thread(target=self._hear_states, args=(process.stderr,), name="feed states", daemon=True)
        beside.start()
        while line := process.stdout.readline(LONGEST_LINE + 1):
            self._hear_batch(process, line)
        beside.join(1.0)

    def _hear_batch(self, process: "subprocess.Popen[bytes]", line: bytes) -> None:
        try:
            batch = decode_batch(line)
        except WireError as error:
            log = f"a line of the feeds process was not understood: {error}"
            raise FeedsEndedError(log, Fall.UNCLEAR, told("it printed what is no batch and was ended")) from error
        self._ears.batch(batch, functools.partial(self._tell, process, {"ack": batch.number}))

    def _hear_states(self, pipe: IO[bytes]) -> None:
        while line := pipe.readline(MOST_SAID_BYTES):
            if line == b"\n":  # stands before a sign of life, which begins a line of its own
                continue
            try:
                said = json.loads(line)
                if "beat" in said:
                    self._hear_beat(said["beat"])
                    continue
                self._hear_state(said)
            except (ValueError, KeyError, TypeError, OverflowError):
                LOG.warning("the feeds process says: %s", line[:400].decode(errors="replace").rstrip())

    def _hear_state(self, said: Mapping[str, object]) -> None:
        source, sentence = str(said["source"]), str(said["said"])
        if "tries" in said:
            next_try = datetime.fromisoformat(str(said["tries"])).astimezone(UTC)
            self._ears.source_tries(source, sentence, next_try)
        else:
            self._ears.source_said(source, str(said["state"]), sentence)

    def _hear_beat(self, number: object) -> None:
        if self._watch is not None and isinstance(number, int):
            self._watch.answered(number)

    def _ask_to_end(self) -> "subprocess.Popen[bytes] | None":
        """Close the process's input, which ends it; one that hangs is killed a little later."""
        with self._lock:
            process = self._process
            if process is None or process.stdin is None or process.stdin.closed:
                return process
            with contextlib.suppress(OSError):
                process.stdin.close()
        self._killer = kill = threading.Timer(self._grace_s, process.kill)
        kill.daemon = True
        kill.start()
        return process

    def _end_process(self) -> None:
        process = self._ask_to_end()
        if process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(2 * self._grace_s)
                if self._killer is not None:
                    self._killer.cancel()
        if self._watch is not None:
            self._watch.end()
