"""A board as a window over a small plant, in a process of its own: `python -m tests.end2end.window FOLDER WHAT`.

WHAT is what happens to it: "reload" changes its plant while it runs, "full" lets its disk run full and get room again,
"start" only opens it. Prints as JSON what stood on the wall.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from board.plant.span import Span
from board.store.room import Room
from board.views.frame import Frame
from kiosk.screen import Kiosk, Opening
from kiosk.settings import load_settings
from tests.kiosk.wiring.house import PLANT, House

PATIENCE_S = 30.0


class Window:
    """The board with what is on its wall."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder)
        given = {
            "data_folder": folder,
            "database": folder / "board.db",
            "log_folder": folder / "log",
            "backup_folder": folder / "backup",
            "windowed": True,
            "reduced_motion": True,
        }
        opening = Opening(plant=self.house.plant, station="window", size=(1280, 720))
        self.kiosk = Kiosk(load_settings(given), opening)
        self.kiosk.parts._keeper._look_every_s = 0.05
        self.kiosk.open()
        self.wait_for(lambda: self.frame is not None)

    @property
    def frame(self) -> Frame | None:
        return self.kiosk.board._frame

    def notices(self) -> list[str]:
        """Return what the wall says about the board itself."""
        return [] if self.frame is None else [line.notice.value for line in self.frame.notices]

    def site(self) -> str:
        """Return the name of the site on the wall."""
        return "" if self.frame is None else self.frame.path.site

    def tap(self) -> None:
        """Mean a miss, as the reason sheet does."""
        now = datetime.now(UTC)
        self.kiosk.board.miss_chosen.emit("line", Span(now - timedelta(hours=1), now), "jam", 1)

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Let the board work until the condition holds."""
        until = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < until, "the board did not come so far"
            QApplication.processEvents()
            time.sleep(0.005)


def reload(window: Window) -> dict[str, object]:
    """Change the plant: a good edit, then a bad one."""
    before = window.site()
    window.house.write_plant(PLANT.replace("Small Works", "Large Works"))
    window.wait_for(lambda: window.site() == "Large Works")
    window.house.write_plant("[site")
    window.wait_for(window.notices)
    return {"before": before, "after": window.site(), "notices": window.notices()}


def full(window: Window) -> dict[str, object]:
    """Let the disk run full and get room again."""
    bar = window.kiosk.board.docks.bar
    free_bytes = Room.free_bytes
    Room.free_bytes = lambda room: 0  # type: ignore[method-assign, assignment]
    window.tap()
    window.wait_for(lambda: bar.is_open and window.notices())
    refused = {"notices": window.notices(), "saved": bar.saved is not None}
    Room.free_bytes = free_bytes  # type: ignore[method-assign]
    window.wait_for(lambda: not window.notices())
    window.tap()
    window.wait_for(lambda: bar.saved is not None)
    return {"refused": refused, "notices": window.notices()}


def opened(window: Window) -> dict[str, object]:
    """Wait until everything behind the first picture stands."""
    window.wait_for(lambda: window.kiosk.parts.feeds_process_id is not None)
    window.wait_for(lambda: window.frame is not None)
    return {"notices": window.notices(), "site": window.site()}


WHAT = {"reload": reload, "full": full, "start": opened}


def main() -> None:
    """Open the board, let it happen, and end in order."""
    window = Window(Path(sys.argv[1]))
    told = WHAT[sys.argv[2]](window)
    window.kiosk.end()
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
