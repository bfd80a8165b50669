"""The feeds process as the kiosk sees it: started, listened to, acknowledged, and started again when it dies."""

import contextlib
import functools
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import IO, Protocol

from board.kpi.reading import Batch
from board.sources.wire import LONGEST_LINE, WireError, decode_batch

LOG = logging.getLogger(__name__)
GRACE_S = 2.0
FEED = (sys.executable, "-P", "-m", "board.sources.feed")  # -P: never another "board" from this folder
MOST_SAID_BYTES = 65_536


class FeedsEndedError(Exception):
    """The feeds process ended although nobody asked it to."""


class FeedsEars(Protocol):
    """Who hears what the feeds process says; called on the thread that listens to it."""

    def batch(self, batch: Batch, done: Callable[[], None]) -> None:
        """Take a batch; `done` acknowledges it."""

    def source_said(self, source: str, state: str, sentence: str) -> None:
        """Hear that a source fails ("failing") or is back ("well")."""


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
    ) -> None:
        self._configuration = configuration
        self._ears = ears
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
                raise FeedsEndedError(f"the feeds process ended with code {process.returncode}")

    def _start(self, configuration: dict[str, object]) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._process = process
        self._tell(process, configuration)
        return process

    def _tell(self, process: "subprocess.Popen[bytes]", message: Mapping[str, object]) -> None:
        with self._lock:
            if process.stdin is None:
                return
            with contextlib.suppress(OSError, ValueError):  # it died meanwhile: its end is noticed by the listener
                process.stdin.write(json.dumps(dict(message)).encode() + b"\n")
                process.stdin.flush()

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
            raise FeedsEndedError(f"a line of the feeds process was not understood: {error}") from error
        self._ears.batch(batch, functools.partial(self._tell, process, {"ack": batch.number}))

    def _hear_states(self, pipe: IO[bytes]) -> None:
        while line := pipe.readline(MOST_SAID_BYTES):
            try:
                said = json.loads(line)
                self._ears.source_said(str(said["source"]), str(said["state"]), str(said["said"]))
            except (ValueError, KeyError, TypeError):
                LOG.warning("the feeds process says: %s", line[:400].decode(errors="replace").rstrip())

    def _ask_to_end(self) -> "subprocess.Popen[bytes] | None":
        """Close the process's input, which ends it; one that hangs is killed a little later."""
        with self._lock:
            process = self._process
            if process is None or process.stdin is None or process.stdin.closed:
                return process
            with contextlib.suppress(OSError):
                process.stdin.close()
        kill = threading.Timer(self._grace_s, process.kill)
        kill.daemon = True
        kill.start()
        return process

    def _end_process(self) -> None:
        process = self._ask_to_end()
        if process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(2 * self._grace_s)
