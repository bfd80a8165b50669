"""A board with a finger, in a process of its own so that it can be killed.

`python -m tests.end2end.finger FOLDER tap` opens the work cell's board as a window, touches its first missed interval
and then the first reason, and prints a line of JSON once the board says that it is saved. `look` only prints what
stands on the board. Both then wait to be killed. The database and logs live in FOLDER.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from board.views.sicb import Sicb
from kiosk.screen import Kiosk, Opening
from kiosk.settings import load_settings
from widgets.header import Header
from widgets.press import Press
from widgets.sicb_grid import SicbGrid

ROOT = Path(__file__).parents[2]
AT = datetime(2025, 9, 5, 20, 59, 20, tzinfo=UTC)  # 15:59:20 at the site, after the last part of the shift
PATIENCE_S = 30.0


class FingerOnBoard:
    """Opens the board and does with it what a person does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        given = {
            "data_folder": folder,
            "database": folder / "board.db",
            "log_folder": folder / "log",
            "backup_folder": folder / "backup",
            "windowed": True,
            "reduced_motion": True,
        }
        plant = ROOT / "assets" / "plants" / "workcell"
        opening = Opening(plant=plant, station="finger", at=AT, size=(1280, 720))
        self.kiosk = Kiosk(load_settings(given), opening)
        self.device: QPointingDevice = QTest.createTouchDevice()
        self.kiosk.open()
        found = self.kiosk.board.findChild(SicbGrid)
        assert found is not None
        self.grid: SicbGrid = found

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Let the board work until the condition holds."""
        until = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < until, "the board did not come so far"
            QApplication.processEvents()
            time.sleep(0.005)

    def view(self) -> Sicb | None:
        """Return what stands on the board."""
        return self.grid._view

    def clock(self) -> object:
        """Return what the clock on the wall shows."""
        header = self.kiosk.board.findChild(Header)
        assert header is not None
        return header.clock

    def log(self) -> str:
        """Return what the board has logged so far."""
        return "".join(file.read_text(encoding="utf-8") for file in sorted(self.folder.glob("log/*.log")))

    def tap(self, widget: QWidget, press: Press, name: str) -> None:
        """Touch the middle of a named target and let go."""
        rect = press.rect_of(name)
        assert isinstance(rect, QRectF)
        place = QPoint(round(rect.center().x()), round(rect.center().y()))
        for what in ("press", "release"):
            sequence = QTest.touchEvent(widget.window(), self.device, False)  # noqa: FBT003 - Qt's own argument
            getattr(sequence, what)(0, place, widget)
            sequence.commit()
            QApplication.processEvents()

    def log_first_miss(self) -> str:
        """Touch the first missed interval and the first reason; return the entry once the board says it is saved."""
        self.wait_for(lambda: (view := self.view()) is not None and view.total_actual == 1790)
        view = self.view()
        assert view is not None
        start = view.intervals[0].span.start
        self.tap(self.grid, self.grid._press, f"row {start.isoformat()}")
        sheet = self.kiosk.board.docks.sheet
        self.wait_for(lambda: sheet.is_open)
        time.sleep(0.3)  # longer than the guard against one tap counting twice
        self.tap(sheet, sheet.press, sheet.buttons[0].name)
        bar = self.kiosk.board.docks.bar
        self.wait_for(lambda: bar.is_open)
        self.wait_for(lambda: (now := self.view()) is not None and now.intervals[0].parts)
        now = self.view()
        assert now is not None
        return now.intervals[0].parts[0].entry

    def told(self, **more: object) -> None:
        """Print what stands on the board."""
        view = self.view()
        assert view is not None
        rows = [
            {"good": row.actual, "plan": row.plan, "explained": row.explained, "entries": [p.entry for p in row.parts]}
            for row in view.intervals
        ]
        print(json.dumps({"rows": rows, **more}), flush=True)


def main() -> None:
    """Do what was asked and wait to be killed."""
    folder, what = Path(sys.argv[1]), sys.argv[2]
    board = FingerOnBoard(folder)
    if what == "tap":
        board.told(saved=board.log_first_miss())
    else:
        board.wait_for(lambda: (view := board.view()) is not None and view.total_actual == 1790)
        board.told()
    if len(sys.argv) > 3:
        board.kiosk.board.grab().save(sys.argv[3])
        print("painted", flush=True)
    board.kiosk.run()


if __name__ == "__main__":
    main()
