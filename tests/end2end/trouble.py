"""A board that something breaks in, in a process of its own: `python -m tests.end2end.trouble FOLDER PLACE`.

Waits for the board of the work cell, breaks what PLACE names, waits until it is mended, and prints as JSON what stands
on the wall afterwards: whether the clock goes on, whether the picture is whole, and the entry of a miss logged then.
"""

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPainter

from board.store.database import Store
from kiosk.wiring.builders import Builders
from tests.end2end.finger import FingerOnBoard


class BrokenError(Exception):
    """What a test breaks with."""


def in_slot(board: FingerOnBoard) -> Callable[[], bool]:
    """Raise in a slot of a timer."""

    def slot() -> None:
        raise BrokenError("in a slot")

    QTimer.singleShot(0, slot)
    return lambda: in_log(board, "in a slot")


def in_paint(board: FingerOnBoard) -> Callable[[], bool]:
    """Raise once while the grid paints itself."""
    broken: list[bool] = []
    paint = board.grid.paint_ground

    def once(painter: QPainter) -> None:
        if not broken:
            broken.append(True)
            raise BrokenError("in a paint event")
        paint(painter)

    board.grid.paint_ground = once  # type: ignore[method-assign]
    board.grid.update()

    def mended() -> bool:
        if broken:
            board.grid.update()
        return in_log(board, "in a paint event")

    return mended


def in_thread(board: FingerOnBoard) -> Callable[[], bool]:
    """Raise in a thread nobody looks after."""

    def body() -> None:
        raise BrokenError("in a thread")

    threading.Thread(target=body, name="stray").start()
    return lambda: in_log(board, "in a thread")


def in_writer(board: FingerOnBoard) -> Callable[[], bool]:
    """Let the writer fall with the first thing it is given."""
    broken: list[bool] = []
    keep = Store.keep

    def once(store: Store, *words: object) -> object:
        if not broken:
            broken.append(True)
            raise BrokenError("in the writer")
        return keep(store, *words)  # type: ignore[arg-type]

    Store.keep = once  # type: ignore[method-assign, assignment]
    return lambda: True


def in_viewer(board: FingerOnBoard) -> Callable[[], bool]:
    """Let the view thread fall with its next page."""
    broken: list[bool] = []
    build = Builders.build

    def once(builders: Builders, *words: object) -> object:
        if not broken:
            broken.append(True)
            raise BrokenError("in the view thread")
        return build(builders, *words)  # type: ignore[arg-type]

    Builders.build = once  # type: ignore[method-assign, assignment]
    board.kiosk.parts.look_again()
    return lambda: in_log(board, "in the view thread")


def in_feeds(board: FingerOnBoard) -> Callable[[], bool]:
    """Kill the feeds process."""
    board.wait_for(lambda: board.kiosk.parts.feeds_process_id)
    first = board.kiosk.parts.feeds_process_id
    assert first is not None
    os.kill(first, signal.SIGKILL)
    return lambda: board.kiosk.parts.feeds_process_id not in {None, first}


PLACES = {
    "slot": in_slot,
    "paint": in_paint,
    "thread": in_thread,
    "writer": in_writer,
    "viewer": in_viewer,
    "feeds": in_feeds,
}


def in_log(board: FingerOnBoard, words: str) -> bool:
    """Tell whether the log speaks of it."""
    return words in board.log()


def is_whole(board: FingerOnBoard) -> bool:
    """Tell whether every part of the window is painted: many colours in each quarter, as on a board at rest."""
    picture = board.kiosk.board.grab().toImage()
    wide, high = picture.width() // 2, picture.height() // 2
    quarters = [(left, top) for left in (0, wide) for top in (0, high)]
    return all(
        len({QColor(picture.pixel(left + x, top + y)).rgb() for x in range(0, wide, 5) for y in range(0, high, 5)}) > 8
        for left, top in quarters
    )


def main() -> None:
    """Break one place and look at the wall afterwards."""
    board = FingerOnBoard(Path(sys.argv[1]))
    board.wait_for(lambda: (view := board.view()) is not None and view.total_actual == 1790)
    mended = PLACES[sys.argv[2]](board)
    board.wait_for(mended)
    before = board.clock()
    board.wait_for(lambda: board.clock() != before)
    entry = board.log_first_miss()
    board.wait_for(lambda: is_whole(board))
    print(json.dumps({"entry": entry, "clock": board.clock() != before, "log": board.log()}), flush=True)
    board.kiosk.end()


if __name__ == "__main__":
    main()
