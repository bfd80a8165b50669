"""A board whose sources misbehave, in a process of its own: `python -m tests.end2end.greedy FOLDER`.

One source of another package eats memory little by little, one wants far too much at once, one hangs and lets nobody
else run, one kills its process. Meanwhile a machine drops files and a finger taps. Prints as JSON what came of it.
"""

import functools
import json
import sys
import time
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from board.plant.span import Span
from board.views.feeding import Feeding
from board.views.frame import Frame
from board.views.sicb import Sicb
from kiosk.screen import Kiosk, Opening
from kiosk.settings import load_settings
from kiosk.wiring import back
from kiosk.wiring.feed_watch import Bounds
from tests.kiosk.wiring.house import PLANT, House
from widgets.sicb_grid import SicbGrid
from widgets.wire import notice_words

KINDS = ("eats", "bolts", "hangs", "kills")
ENOUGH_FALLS = 3
PATIENCE_S = 60.0
PACKAGE = '''"""Sources that misbehave."""

import ctypes
import os
import signal
import time


class Quiet:
    def __init__(self, spec, context):
        pass

    def check(self, now):
        return ()


class Eats(Quiet):
    def read(self, watermark, now):
        kept = []
        while True:
            kept.append(b"x" * 4 * 1024 * 1024)
            time.sleep(0.02)


class Bolts(Quiet):
    def read(self, watermark, now):
        len(b"x" * 100 * 1024**3)


class Hangs(Quiet):
    def read(self, watermark, now):
        ctypes.PyDLL(None).sleep(1000)  # with the lock held without which no other thread runs


class Kills(Quiet):
    def read(self, watermark, now):
        os.kill(os.getpid(), signal.SIGKILL)
'''


@dataclass
class Seen:
    """What came of it."""

    longest_step_ms: float = 0.0  # of the wall's own clock
    longest_work_ms: float = 0.0  # of the processor's
    taps: int = 0
    longest_tap_ms: float = 0.0
    made: list[int] = field(default_factory=list)  # what the wall said was made, as it changed
    falls: dict[str, list[str]] = field(default_factory=dict)
    waits_s: dict[str, list[float]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


def write_package(folder: Path) -> None:
    """Write the package of somebody else, as it lies where it is installed."""
    (folder / "greedy-1.dist-info").mkdir(parents=True)
    (folder / "greedy.py").write_text(PACKAGE, encoding="utf-8")
    points = "".join(f"{kind} = greedy:{kind.capitalize()}\n" for kind in KINDS)
    (folder / "greedy-1.dist-info" / "entry_points.txt").write_text(f"[gembaboard.sources]\n{points}", encoding="utf-8")
    (folder / "greedy-1.dist-info" / "METADATA").write_text("Name: greedy\nVersion: 1\n", encoding="utf-8")


class Greedy:
    """The board over its sources."""

    def __init__(self, folder: Path) -> None:
        soon = functools.partial(Bounds, look_every_s=0.2, most_unanswered=10)
        setattr(back, "Bounds", soon)  # noqa: B010  # the typed way would have it exported
        tables = [f'[[source]]\nid = "{kind}"\nkind = "{kind}"\npoll_s = 1\n' for kind in KINDS]
        self.house = House(folder, plant=PLANT + "".join(tables))
        given = {
            "data_folder": folder,
            "database": folder / "board.db",
            "log_folder": folder / "log",
            "backup_folder": folder / "backup",
            "windowed": True,
            "reduced_motion": True,
            "feeds_memory_mib": 96,
        }
        opening = Opening(plant=self.house.plant, station="window", size=(1280, 720))
        self.kiosk = Kiosk(load_settings(given), opening)
        self.seen = Seen(falls={kind: [] for kind in ("log", *KINDS)}, waits_s={kind: [] for kind in KINDS})
        self._tapped_s = 0.0
        bridge = self.kiosk.parts._bridge
        bridge.feeding.connect(self._feeding)
        bridge.kept.connect(self._kept)
        self.kiosk.open()

    def run(self) -> None:
        """Let it all happen until each has fallen often enough."""
        self.house.drop(100, second=0)
        self._until(lambda: self.made() == 100, measured=False)
        number, began_s = 0, time.monotonic()
        while not self._is_enough() and time.monotonic() - began_s < PATIENCE_S:
            number += 1
            self.house.drop(number, second=number % 60)
            self._tap()
            before = self.made()
            self._until(lambda before=before: self.made() != before, measured=True)
            self.seen.made.append(self.made() or 0)
            self._until(lambda: self._tapped_s == 0.0, measured=True)

    def made(self) -> int | None:
        """Return what the wall says was made."""
        grid = self.kiosk.board.findChild(SicbGrid)
        view = None if grid is None else grid._view
        return view.total_actual if isinstance(view, Sicb) else None

    def _tap(self) -> None:
        now = datetime.now(UTC)
        self._tapped_s = time.monotonic()
        self.kiosk.board.miss_chosen.emit("line", Span(now - timedelta(hours=1), now), "jam", 1)

    def _kept(self, _intention: object, _entry: object) -> None:
        self.seen.taps += 1
        self.seen.longest_tap_ms = max(self.seen.longest_tap_ms, (time.monotonic() - self._tapped_s) * 1000)
        self._tapped_s = 0.0

    def _feeding(self, feeding: Feeding) -> None:
        for source in feeding.sources:
            if feeding.fall is not None and not feeding.is_running:
                self.seen.falls[source].append(feeding.fall.value)
                if feeding.next_try is not None and source in self.seen.waits_s:
                    self.seen.waits_s[source].append((feeding.next_try - feeding.since).total_seconds())

    def _is_enough(self) -> bool:
        frame: Frame | None = self.kiosk.board._frame
        if frame is not None:
            told = [notice_words(line) for line in frame.notices]
            self.seen.said += [said for said in told if said not in self.seen.said]
        fallen = min(len(self.seen.falls[kind]) for kind in ("eats", "hangs", "kills"))
        return fallen >= ENOUGH_FALLS and any("needs more memory" in said for said in self.seen.said)

    def _until(self, holds: object, *, measured: bool) -> None:
        assert callable(holds)
        until_s = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < until_s, "the board did not come so far"
            began_s, began_work_s = time.monotonic(), time.thread_time()
            QApplication.processEvents()
            if measured:
                self.seen.longest_step_ms = max(self.seen.longest_step_ms, (time.monotonic() - began_s) * 1000)
                work_ms = (time.thread_time() - began_work_s) * 1000
                self.seen.longest_work_ms = max(self.seen.longest_work_ms, work_ms)
            time.sleep(0.005)


def main() -> None:
    """Open the board, let it happen, and end in order."""
    greedy = Greedy(Path(sys.argv[1]))
    greedy.run()
    began_s = time.monotonic()
    greedy.kiosk.end()
    print(json.dumps(asdict(greedy.seen) | {"ended_in_s": time.monotonic() - began_s}), flush=True)


if __name__ == "__main__":
    main()
