"""A watchdog over something that may never end: it bites after a while unless it is called off."""

import threading
from collections.abc import Callable


class Watchdog:
    """Bites once; a length of 0 never does. What it bites may be told later, when it is known."""

    def __init__(self, length_s: float, bite: Callable[[], object] | None = None) -> None:
        """Watch from now."""
        self.has_bitten = False
        self._bite = bite
        self._lock = threading.Lock()
        self._timer = threading.Timer(length_s, self._bites)
        self._timer.daemon = True
        if length_s > 0:
            self._timer.start()

    def guard(self, bite: Callable[[], object]) -> None:
        """Bite this from now on."""
        with self._lock:
            self._bite = bite

    def call_off(self) -> None:
        """Send the watchdog home; once this returns it does not bite any more."""
        with self._lock:
            self._bite = None
        self._timer.cancel()

    def _bites(self) -> None:
        with self._lock:
            if self._bite is not None:
                self.has_bitten = True
                self._bite()
