"""Watches one feeds process from outside: whether it still answers, and what memory it takes."""

import contextlib
import signal
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from board.plant.told import told
from board.views.feeding import Fall

MIB: Final = 1024 * 1024
STACKS_MIB: Final = 32  # of the threads of one source: set aside, hardly ever used
LAST_WORDS_S: Final = 1.0  # to say where it hangs
SACRIFICE: Final = "500"  # to the system's own way of ending who takes too much: never the kiosk first


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a feeds process may take, and how often it is looked at."""

    most_mib: int = 256
    look_every_s: float = 10.0
    most_unanswered: int = 3  # questions; looks are counted, not seconds, so that a machine that slept judges nobody


class FeedWatch:
    """Asks a process for a sign of life and looks at its memory, on a thread of its own; ends it where it has to.

    `ask` sends it a number, which it is to say again (`answered`). `fall` is why it was ended; `looked` hears after
    each look how many MiB of memory it takes, where the system says that (Linux does).
    """

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        bounds: Bounds,
        *,
        sources: int,
        ask: Callable[[int], None],
        looked: Callable[[int | None], None],
    ) -> None:
        self.fall: Fall | None = None
        self._process = process
        self._bounds = bounds
        self._ask = ask
        self._looked = looked
        self._asked = self._answered = 0
        self._ended = threading.Event()
        _bind(process.pid, bounds, sources)
        self._thread = threading.Thread(target=self._watch, name="feeds watch", daemon=True)
        self._thread.start()

    def answered(self, number: int) -> None:
        """Note a sign of life."""
        self._answered = number

    def end(self) -> None:
        """Watch no longer."""
        self._ended.set()
        self._thread.join(2 * LAST_WORDS_S)

    @property
    def said(self) -> str:
        """Return why it was ended as a sentence; empty where it was not."""
        if self.fall is Fall.MEMORY:
            return told("it took more than {most} MiB of memory and was ended", most=self._bounds.most_mib)
        return told("it answered no more and was ended") if self.fall is Fall.HUNG else ""

    def _watch(self) -> None:
        """Look until there is nothing to look at: the body of the thread."""
        while not self._ended.wait(self._bounds.look_every_s):
            if self._asked - self._answered >= self._bounds.most_unanswered:
                self._fell(Fall.HUNG)
                return
            taken_mib = memory_mib(self._process.pid)
            if taken_mib is not None and taken_mib > self._bounds.most_mib:
                self._fell(Fall.MEMORY)
                return
            self._asked += 1
            self._ask(self._asked)
            self._looked(taken_mib)

    def _fell(self, fall: Fall) -> None:
        """End the process; one that hangs is asked to say where it does."""
        self.fall = fall
        if fall is Fall.HUNG and hasattr(signal, "SIGABRT"):
            with contextlib.suppress(OSError):
                self._process.send_signal(signal.SIGABRT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(LAST_WORDS_S)
        self._process.kill()


def memory_mib(process: int) -> int | None:
    """Return what memory a process has to itself; None where the system does not say or it is gone."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()
        import resource  # noqa: PLC0415  # Windows has none, nor /proc

        return (int(pages[1]) - int(pages[2])) * resource.getpagesize() // MIB
    except (OSError, ImportError, IndexError):
        return None


def _bind(process: int, bounds: Bounds, sources: int) -> None:
    """Bound what a process can take between two looks, and let the system end it before it ends the kiosk.

    Half as much again as it may keep, so that a source that takes too much at once meets a MemoryError of its own.
    """
    try:
        import resource  # noqa: PLC0415  # as above

        bound = resource.prlimit
    except (ImportError, AttributeError):
        return
    most = (bounds.most_mib * 3 // 2 + STACKS_MIB * (sources + 1)) * MIB
    for what, soft in ((resource.RLIMIT_DATA, most), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(OSError, ValueError):  # gone already, or a bound that the system does not keep
            hard = bound(process, what)[1]
            bound(process, what, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    with contextlib.suppress(OSError):
        Path(f"/proc/{process}/oom_score_adj").write_text(SACRIFICE, encoding="ascii")
