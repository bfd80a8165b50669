"""One run of a program: started in a group of its own, heard line by line, and never left behind."""

import contextlib
import os
import queue
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from board.sources.contract import SourceError
from board.sources.hide import hidden
from board.sources.wire import LONGEST_LINE

GRACE_S = 2.0  # between asking a program to end and ending it
LAST_WORDS = 3  # lines of what it said on standard error
LONGEST_WORD = 200

_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)

# Ends a group of programs when whoever started it is gone without a word: its input then closes without a line.
_GUARD = 'read -r word && exit 0; kill -s TERM -- "-$1"; sleep 2; kill -s KILL -- "-$1"'


class Program:
    """A program that runs; `lines` gives what it prints, `end` ends it with everything it started."""

    def __init__(
        self, command: Sequence[str], *, folder: Path | None, environment: Mapping[str, str], is_told: bool
    ) -> None:
        """Start it; SourceError where it cannot be. With `is_told` it has an input, on which `tell` writes."""
        try:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.PIPE if is_told else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise SourceError(f"{command[0]} cannot be started ({why}); check the command and its rights") from error
        _unbound(self._process.pid)
        self._name = command[0]
        self._guard = _guard_of(self._process.pid)
        self._said: deque[str] = deque(maxlen=LAST_WORDS)
        self._told: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._is_ended = threading.Event()  # by us
        self._is_gone = False
        self._killer: threading.Timer | None = None
        self._lock = threading.Lock()
        self._helpers = [self._beside(self._hear_errors, "says")]
        if is_told:
            self._helpers.append(self._beside(self._pass_on, "is told"))

    def lines(self) -> Iterator[bytes | None]:
        """Yield what the program prints, line by line; None for a line longer than any batch. Ends with the program."""
        out = self._process.stdout
        if out is None:
            return
        while line := out.readline(LONGEST_LINE + 1):
            if len(line) <= LONGEST_LINE:
                yield line
                continue
            while line and not line.endswith(b"\n"):
                line = out.readline(LONGEST_LINE)
            yield None

    def tell(self, line: bytes) -> None:
        """Write a line to the program's input, without waiting until it reads it."""
        self._told.put(line)

    def finish(self) -> None:
        """Wait for a program that has closed its output; SourceError with its last words where it failed."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE_S)
        was_ended = self._is_ended.is_set()
        self.end()
        code = self._process.returncode
        if was_ended or code == 0:
            return
        how = f"ended with code {code}" if code >= 0 else f"was ended by {_signal_name(-code)}"
        last = f"; its last words: {' / '.join(self._said)}" if self._said else " and said nothing of why"
        raise SourceError(hidden(f"{self._name} {how}{last}"))

    def ask_to_end(self) -> None:
        """End the program without waiting for it: its output closes then, and whoever reads its lines does the rest."""
        self._is_ended.set()
        self._signal_group(signal.SIGTERM)
        with self._lock:
            if self._killer is None and not self._is_gone:
                self._killer = threading.Timer(GRACE_S / 2, self._kill_group)
                self._killer.daemon = True
                self._killer.start()

    def end(self) -> None:
        """End the program and all that it started, and wait until it is gone."""
        if self._is_gone:
            return
        self._is_ended.set()
        if self._process.poll() is None:
            self._signal_group(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(GRACE_S / 2)
        self._kill_group()
        self._process.wait()
        with self._lock:
            self._is_gone = True
            if self._killer is not None:
                self._killer.cancel()
        self._told.put(None)
        self._dismiss_guard()
        for helper in self._helpers:
            helper.join(GRACE_S)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _hear_errors(self) -> None:
        """Keep the last lines of what the program says on standard error; read all of it, so that it never waits."""
        pipe = self._process.stderr
        while pipe is not None and (line := pipe.readline(4096)):
            text = line.decode("utf-8", "replace").strip()
            shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in text[:LONGEST_WORD])
            if shown:
                self._said.append(shown)

    def _pass_on(self) -> None:
        """Write what the program is told, until it is gone or has closed its input."""
        pipe = self._process.stdin
        while pipe is not None and (line := self._told.get()) is not None:
            try:
                pipe.write(line)
                pipe.flush()
            except (OSError, ValueError):
                return

    def _signal_group(self, number: int) -> None:
        with self._lock:
            if self._is_gone:
                return
            with contextlib.suppress(OSError):
                if os.name == "posix":
                    os.killpg(self._process.pid, number)
                else:
                    self._process.terminate()

    def _kill_group(self) -> None:
        self._signal_group(_KILL)

    def _dismiss_guard(self) -> None:
        """Let the guard go home without ending anybody."""
        guard = self._guard
        if guard is None or guard.stdin is None:
            return
        with contextlib.suppress(OSError):
            guard.stdin.write(b"home\n")
            guard.stdin.close()
        guard.wait()

    def _beside(self, work: Callable[[], None], what: str) -> threading.Thread:
        helper = threading.Thread(target=work, name=f"{self._name} {what}", daemon=True)
        helper.start()
        return helper


def _guard_of(group: int) -> "subprocess.Popen[bytes] | None":
    """Start the guard of a group, in a group of its own; None where this system has no groups."""
    if os.name != "posix":
        return None
    return subprocess.Popen(
        ("/bin/sh", "-c", _GUARD, "guard", str(group)),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={},
        start_new_session=True,
    )


def _unbound(program: int) -> None:
    """Lift the bound on memory that the feeds process has itself: what a program may take is its owner's to say."""
    try:
        import resource  # noqa: PLC0415  # no such module on Windows

        hard = resource.prlimit(program, resource.RLIMIT_DATA)[1]
        resource.prlimit(program, resource.RLIMIT_DATA, (hard, hard))
    except (ImportError, AttributeError, OSError, ValueError):  # one with other rights, or gone already
        return


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
