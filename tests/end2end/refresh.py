"""A board refreshed thousands of times, in a process of its own: `python -m tests.end2end.refresh CHANGES`.

Shows changing views, frames and docks as a running board does and prints as JSON what grew: bytes of memory per 1,000
changes in the second half (slope of the resident set), widgets, open files, threads and references to None. With
`leak` as second word each change keeps a little, as a fault would.
"""

import gc
import json
import os
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from board.views.sicb import Interval, Sicb, SicbLines
from themes.theme import load_theme
from widgets.board import Board
from widgets.dock import Pace
from widgets.finger import Finger, Screen
from widgets.scene import SCENES

SAMPLES = 40
PAGE = os.sysconf("SC_PAGE_SIZE")


def counted() -> dict[str, int]:
    """Return what must not grow."""
    return {
        "widgets": len(QApplication.allWidgets()),
        "files": len(list(Path("/proc/self/fd").iterdir())),
        "threads": threading.active_count(),
        "none": sys.getrefcount(None),
    }


def resident_bytes() -> int:
    """Return the resident set."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


def slope(points: list[tuple[int, int]]) -> float:
    """Return the least-squares slope of (changes, bytes)."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    across = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / across


def more(view: Sicb, made: int) -> Sicb:
    """Return the view with another count in its running interval."""
    rows: tuple[Interval, ...] = tuple(
        replace(row, actual=1000 + made % 700) if row.plan_so_far is not None else row for row in view.intervals
    )
    return replace(view, intervals=rows, total_actual=4000 + made % 700)


class RefreshedBoard:
    """One board and one change after another."""

    def __init__(self) -> None:
        self._board = Board(load_theme("dark"), Finger(Screen.of(960, 540, 55)), pace=Pace(slide_ms=0, tick_ms=60_000))
        self._board.resize(960, 540)
        self._board.show()
        self._normal, self._lines = SCENES["normal"](), SCENES["lines"]()

    def change(self, number: int) -> None:
        """Show the next second with the next count; now and then another page and a dock."""
        board, frame, view = self._board, self._normal.frame, self._normal.view
        board.show_frame(replace(frame, clock=frame.clock + timedelta(seconds=number % 3600), age_s=number % 10))
        if number % 50 == 25 and isinstance(self._lines.view, SicbLines):
            board.show_page(self._lines.view)
        elif isinstance(view, Sicb):
            board.show_page(more(view, number))
            if number % 50 == 49:
                board.docks.touch_interval(view.intervals[1].span)
        QApplication.processEvents()


def main() -> None:
    """Refresh as often as asked and print what grew."""
    changes = int(sys.argv[1])
    app = QApplication(["refresh"])
    board = RefreshedBoard()
    leak = bytearray if sys.argv[2:] == ["leak"] else None
    kept: list[bytearray] = []
    points: list[tuple[int, int]] = []
    for number in range(changes // 5):
        board.change(number)
    gc.collect()
    before = counted()
    for number in range(changes):
        board.change(number)
        if leak is not None:
            kept.append(leak(200))
        if number >= changes // 2 and number % max(1, changes // 2 // SAMPLES) == 0:
            gc.collect()
            points.append((number, resident_bytes()))
    gc.collect()
    after = counted()
    grown = {name: after[name] - before[name] for name in before}
    print(json.dumps(grown | {"bytes_per_1000": slope(points) * 1000}), flush=True)
    app.quit()


if __name__ == "__main__":
    main()
