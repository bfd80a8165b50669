"""What happens when code fails: it is told once and counted, and a board that keeps failing ends to be started anew.

An exception in a slot, a paint event or a thread leaves Qt's loop running, so nobody would notice a board that stands
half dead. `ErrorHook` notices. What ends the process itself (a segfault, a hang) is written to a `FaultFile`, which the
next start reads and keeps.
"""

import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from collections import OrderedDict, deque
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from kiosk.repeat import MOST_KINDS, Repeats

LOG = logging.getLogger(__name__)

EXIT_REPEATED: Final = 70  # the board ended itself because one error came again and again
EXIT_INTERRUPTED: Final = 130  # somebody pressed Ctrl+C
KEPT_FAULTS: Final = 10
MOST_FAULT_BYTES: Final = 65536


def leave_at_once(code: int) -> None:
    """End the process without asking anything more of it; what was acknowledged is on disk already."""
    logging.shutdown()
    os._exit(code)


class FaultFile:
    """The stacks of a segfault, an abort or a hang, on disk; opening it archives what the last run left.

    `folder` is made where it is missing. Where it cannot be written, stacks go to stderr and nothing is kept.
    """

    NAME = "fault.txt"

    def __init__(self, folder: Path) -> None:
        self._path = folder / self.NAME
        self._last: str | None = None
        self._file: TextIO = sys.stderr
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._last = self._archive()
            self._file = self._path.open("w", encoding="utf-8", errors="backslashreplace")
        except OSError as problem:
            LOG.warning("A crash would leave no trace: %s cannot be written (%s).", self._path, problem.strerror)
        faulthandler.enable(self._file)

    def last_crash(self) -> str | None:
        """Return what the last run left when it crashed, or None where it ended in order or without a trace."""
        return self._last

    def note(self, text: str) -> None:
        """Keep a text for the next start to report."""
        with suppress(OSError, ValueError):
            self._file.write(text)
            self._file.flush()

    def beat(self, limit_s: float) -> None:
        """Say that the caller is alive; without another beat in time all stacks are written and the process ends."""
        faulthandler.dump_traceback_later(limit_s, exit=True, file=self._file)

    def rest(self) -> None:
        """Expect no further beat."""
        faulthandler.cancel_dump_traceback_later()

    def close(self) -> None:
        """End in order: nothing to report at the next start."""
        self.rest()
        faulthandler.disable()
        if self._file is not sys.stderr:
            self._file.close()
            with suppress(OSError):
                if self._path.stat().st_size == 0:
                    self._path.unlink()

    def _archive(self) -> str | None:
        """Read what the last run left and lay it beside under its time; only the newest few are kept."""
        if not self._path.exists() or not self._path.stat().st_size:
            return None
        left = self._path.read_bytes()[:MOST_FAULT_BYTES].decode("utf-8", errors="replace")
        crashed_at = datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
        kept = self._path.with_name(f"fault-{crashed_at:%Y%m%dT%H%M%S.%fZ}.txt")
        self._path.replace(kept)
        for old in sorted(self._path.parent.glob("fault-*.txt"))[:-KEPT_FAULTS]:
            old.unlink()
        LOG.warning("The last run crashed at %s; its trace is kept in %s.", f"{crashed_at:%Y-%m-%d %H:%M:%S} UTC", kept)
        return left


class ErrorHook:
    """Hear of every exception nobody caught: log it once with its traceback, count it, and end on repetition.

    The same error (its type and the line that raised it) `repeats` times within `within_s` ends the process by
    `leave(EXIT_REPEATED)`, so that what supervises it starts it anew. `note` gets the last traceback first; `on_first`
    hears of each kind of error once, on the thread that raised it.
    """

    def __init__(
        self,
        *,
        repeats: int = 5,
        within_s: float = 60.0,
        leave: Callable[[int], None] = leave_at_once,
        note: Callable[[str], None] | None = None,
        on_first: Callable[[str], None] | None = None,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._repeats, self._within_s = repeats, within_s
        self._leave, self._note, self._on_first, self._monotonic_s = leave, note, on_first, monotonic_s
        self._told = Repeats()
        self._recent: OrderedDict[tuple[str, str, int], deque[float]] = OrderedDict()
        self._lock = threading.Lock()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Take the place of Python's own three hooks."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._in_loop
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._in_finaliser

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def heard(self, error: BaseException, where: str) -> None:
        """Log and count an error; end the process where it came too often."""
        kind = _kind(error)
        counted = self._told.count(kind)
        if counted == 1:
            LOG.error("%s in %s: %s", type(error).__name__, where, error, exc_info=error)
            if self._on_first is not None:
                self._on_first(f"{type(error).__name__}: {error}")
        elif Repeats.is_worth_telling(counted):
            LOG.error("%s in %s, %s times by now", type(error).__name__, where, counted)
        if self._came_too_often(kind):
            LOG.critical(
                "%s came %s times in %g s: the board ends and is started anew.", kind[0], counted, self._within_s
            )
            if self._note is not None:
                self._note(f"Ended after {counted} times:\n" + "".join(traceback.format_exception(error)))
            self._leave(EXIT_REPEATED)

    def _came_too_often(self, kind: tuple[str, str, int]) -> bool:
        """Tell whether this is one time too many within the time that counts."""
        now_s = self._monotonic_s()
        with self._lock:
            times = self._recent.pop(kind, deque(maxlen=self._repeats))
            times.append(now_s)
            self._recent[kind] = times
            if len(self._recent) > MOST_KINDS:
                self._recent.popitem(last=False)
            return len(times) == self._repeats and now_s - times[0] <= self._within_s

    def _in_loop(self, _type: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Stand in for sys.excepthook: slots, paint events, and the main thread's end."""
        if isinstance(error, KeyboardInterrupt):
            self._leave(EXIT_INTERRUPTED)
        else:
            self.heard(error.with_traceback(trace), "the window")

    def _in_thread(self, told: threading.ExceptHookArgs) -> None:
        """Stand in for threading.excepthook."""
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            self.heard(told.exc_value, f"thread {told.thread.name if told.thread else 'that is gone'}")

    def _in_finaliser(self, told: "sys.UnraisableHookArgs") -> None:
        """Stand in for sys.unraisablehook: what a destructor or a callback from C raised."""
        if told.exc_value is not None:
            self.heard(told.exc_value, f"{told.err_msg or 'a finaliser'} ({type(told.object).__name__})")


def _kind(error: BaseException) -> tuple[str, str, int]:
    """Return the type and the line that raised it: the same mistake with other figures is the same kind."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return type(error).__qualname__, last.filename if last else "", (last.lineno or 0) if last else 0
