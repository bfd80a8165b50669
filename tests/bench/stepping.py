"""The board in a process of its own that notes how long its GUI thread was away from its events.

`python -m tests.bench.stepping HOME PAGE` prints a line for each step over LEAST_MS: when it ended on the monotonic
clock, in nanoseconds, how long it was, in milliseconds, and for how much of that the thread waited for a processor that
others had (the scheduler's own account).
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.cycles import search_held
from kiosk.screen import Kiosk, Opening
from kiosk.settings import load_settings
from tests.bench.works import Works

EVERY_MS = 5
LEAST_MS = 20.0


class Stopwatch(QObject):
    """Comes round every few milliseconds and notes where it came late."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[tuple[int, float, float]] = []
        self._came_ns = time.monotonic_ns()
        self._waited_ns = _waited_ns()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._come)
        timer.start(EVERY_MS)

    def _come(self) -> None:
        now_ns, waited_ns = time.monotonic_ns(), _waited_ns()
        away_ms = (now_ns - self._came_ns) / 1e6 - EVERY_MS
        if away_ms > LEAST_MS:
            self.steps.append((now_ns, away_ms, (waited_ns - self._waited_ns) / 1e6))
        self._came_ns, self._waited_ns = now_ns, waited_ns


def _waited_ns() -> int:
    """Return for how long this thread was ready to run and did not."""
    return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1])


def main() -> int:
    """Open the board until it is asked to end."""
    works, page = Works(home=Path(sys.argv[1])), sys.argv[2]
    folders = {"data_folder": str(works.home), "log_folder": str(works.home / "log")}
    settings = load_settings(folders | works.settings(page), environ={})
    with search_held():  # as the command does
        kiosk = Kiosk(settings, Opening(plant=works.plant, station="bench"))
        stopwatch = Stopwatch()
        try:
            kiosk.open()
            code = kiosk.run()
        finally:
            kiosk.end()
    for at_ns, away_ms, waited_ms in stopwatch.steps:
        print(at_ns, away_ms, waited_ms)
    return code


if __name__ == "__main__":
    sys.exit(main())
