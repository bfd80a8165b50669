"""A thread that is put back on its feet when it falls, a little later each time."""

import logging
import threading
import time
from collections.abc import Callable

LOG = logging.getLogger(__name__)


class Standing:
    """Run `work(ending)` on a thread of its own until told to end; an exception restarts it with back-off.

    `work` returns when the event `ending` is set. The wait doubles from `first_wait_s` to `longest_wait_s` and starts
    over once the work has stood for a minute. `wake` rouses work that waits for something else when it is to end;
    `on_fall` hears of each outage, and then `wait_s` is how long it takes until the work is done again.
    """

    STOOD_S = 60.0

    def __init__(
        self,
        name: str,
        work: Callable[[threading.Event], None],
        *,
        first_wait_s: float = 0.5,
        longest_wait_s: float = 30.0,
        wake: Callable[[], None] | None = None,
        on_fall: Callable[[str, BaseException], None] | None = None,
    ) -> None:
        self.name = name
        self.falls = 0
        self.wait_s = first_wait_s
        self._work = work
        self._first_wait_s = first_wait_s
        self._longest_wait_s = longest_wait_s
        self._wake = wake
        self._on_fall = on_fall
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._stand, name=name, daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def begin_to_end(self) -> None:
        """Ask the work to end, and do not wait for it."""
        self._ending.set()
        if self._wake is not None:
            self._wake()

    def end(self, timeout_s: float = 5.0) -> bool:
        """Ask the work to end and wait for it; tell whether it did."""
        self.begin_to_end()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _stand(self) -> None:
        while not self._ending.is_set():
            began_s = time.monotonic()
            try:
                self._work(self._ending)
                return
            except Exception as fall:  # the border of a thread: whatever fell, the board keeps standing
                self.falls += 1
                if time.monotonic() - began_s > self.STOOD_S:
                    self.wait_s = self._first_wait_s
                if self._ending.is_set():
                    return
                LOG.exception("%s fell and is started again in %.1f s", self.name, self.wait_s)
                if self._on_fall is not None:
                    self._on_fall(self.name, fall)
            self._ending.wait(self.wait_s)
            self.wait_s = min(self.wait_s * 2, self._longest_wait_s)
