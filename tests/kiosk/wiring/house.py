"""A small plant over a drop folder, and everything behind the glass over it, with ears where the wall would be."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from board.journal.identity import new_id
from board.journal.intention import Intention, LogMiss
from board.plant.plant import Plant
from board.plant.span import Span
from board.views.frame import NoticeLine
from board.views.page import View
from board.views.sicb import Sicb
from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.wiring.parts import Parts
from kiosk.wiring.places import Places
from kiosk.wiring.plant_keeper import PlantKeeper
from kiosk.wish import SICB, Wish

PLANT = """
[site]
id = "works"
name = "Small Works"
timezone = "Etc/UTC"
day_starts = "00:00"

[[area]]
id = "hall"
name = "Hall"

[[line]]
id = "line"
area = "hall"
name = "Line"
interval = "4h"
rate = 100

[[shift]]
name = "Day"
starts = "00:00"
ends = "24:00"

[[reason]]
group = "Stop"
code = "jam"
name = "Jam"

[[source]]
id = "log"
kind = "csv"
path = "drop/*.csv"
poll_s = 1
node = "line"
start = "Start"
end = "Start"
measure = [{ id = "good", value = { column = "Good" } }]
"""


class House:
    """The threads over a folder; what they say is written down on the thread that says it."""

    def __init__(self, folder: Path, *, plant: str = PLANT) -> None:
        self.folder = folder
        self.plant = folder / "plant"
        self.database = folder / "board.db"
        self.plant.mkdir(exist_ok=True)
        (self.plant / "drop").mkdir(exist_ok=True)
        self.write_plant(plant)
        self.heard = threading.Condition()
        self.kept: list[str] = []
        self.refused: list[tuple[str, str]] = []
        self.notices: dict[str, NoticeLine] = {}
        self.noticed: list[str] = []
        self.view: View | None = None
        self.plants: list[Plant] = []
        self.bridge = Bridge()
        direct = Qt.ConnectionType.DirectConnection
        self.bridge.kept.connect(self._kept, direct)
        self.bridge.refused.connect(self._refused, direct)
        self.bridge.noticed.connect(self._noticed, direct)
        self.bridge.viewed.connect(self._viewed, direct)
        self.bridge.plant_taken.connect(self._plant_taken, direct)
        places = Places(plant=self.plant, database=self.database, backups=folder / "backup", station="house")
        self.parts = Parts(places, Clock(), self.bridge)
        self.parts._keeper = PlantKeeper(self.plant, Clock(), look_every_s=0.05)

    def write_plant(self, text: str) -> None:
        """Change the plant file in one step."""
        beside = self.plant / "new"
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.plant / "plant.toml")

    def drop(self, good: int, *, second: int = 0) -> None:
        """Let a machine drop a file with one count of today's first minute."""
        beside = self.plant / "drop" / "new"
        beside.write_text(f"Start,Good\n{datetime.now(UTC):%Y-%m-%d} 00:00:{second:02},{good}\n", encoding="utf-8")
        beside.replace(self.plant / "drop" / f"{second}.csv")

    def open(self, *, with_rest: bool = True) -> None:
        """Start as the kiosk does, with the line's page up."""
        self.parts.want(Wish(page=SICB, node="line"))
        self.parts.read_plant()
        self.parts.start()
        if with_rest:
            self.parts.start_rest()

    def tap(self) -> str:
        """Log a miss and return its id."""
        now = datetime.now(UTC)
        span = Span(now.replace(minute=0, second=0, microsecond=0), now + timedelta(minutes=1))
        touch = LogMiss(id=new_id(now), node="line", interval=span, reason="jam", quantity=1)
        self.parts.keep(touch)
        return touch.id

    def made(self) -> int | None:
        """Return what the board says was made."""
        return self.view.total_actual if isinstance(self.view, Sicb) else None

    def wait_for(self, condition: object) -> None:
        """Wait until a condition (a function of nothing) holds."""
        assert callable(condition)
        with self.heard:
            assert self.heard.wait_for(condition, 20), (self.made(), self.notices, self.refused, self.noticed)

    def _say(self) -> None:
        with self.heard:
            self.heard.notify_all()

    def _kept(self, intention: Intention, entry: object) -> None:
        self.kept.append(intention.id)
        self._say()

    def _refused(self, intention: Intention, sentence: str) -> None:
        self.refused.append((intention.id, sentence))
        self._say()

    def _noticed(self, key: str, line: NoticeLine | None) -> None:
        if line is None:
            self.notices.pop(key, None)
        else:
            self.notices[key] = line
            self.noticed.append(key)
        self._say()

    def _viewed(self, wish: Wish, view: View) -> None:
        self.view = view
        self._say()

    def _plant_taken(self, plant: Plant) -> None:
        self.plants.append(plant)
        self._say()


@contextmanager
def house(folder: Path, *, plant: str = PLANT) -> Iterator[House]:
    """Give a house, and end its threads whatever becomes of it."""
    found = House(folder, plant=plant)
    try:
        yield found
    finally:
        found.parts.end()
