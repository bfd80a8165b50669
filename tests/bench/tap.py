"""From a tap to its tick while a year of readings is being imported: on disk, and told to the GUI thread."""

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from board.journal.identity import new_id
from board.journal.intention import Intention, LogMiss
from board.plant.span import Span
from board.store.reader import Reader
from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.wiring.parts import Parts
from kiosk.wiring.places import Places
from tests.bench.figure import Figure, percentile
from tests.bench.history import readings, write_plant
from tests.bench.plan import Plan

EVERY_MS = 37
TAPS = 400
SOURCES = """
[[source]]
id = "log"
kind = "csv"
path = "log/*.csv"
node = { column = "line" }
start = "start"
length = "15 min"
zone = "Etc/UTC"
measure = [{ id = "good", value = { column = "good" } }]
"""


class Tapper:
    """Taps again and again and notes how long each tick took."""

    def __init__(self, parts: Parts, bridge: Bridge, interval: Span) -> None:
        self.took_ms: list[float] = []
        self._parts, self._interval = parts, interval
        self._tapped_s: dict[str, float] = {}
        self._loop = QEventLoop()
        self._timer = QTimer(interval=EVERY_MS)
        self._timer.timeout.connect(self._tap)
        bridge.kept.connect(self._kept)

    def run(self) -> None:
        """Tap until there are enough ticks."""
        self._timer.start()
        self._loop.exec()
        self._timer.stop()

    def _tap(self) -> None:
        miss = LogMiss(id=new_id(datetime.now(UTC)), node="line-1", interval=self._interval, reason="jam", quantity=1)
        self._tapped_s[miss.id] = time.perf_counter()
        self._parts.keep(miss)

    def _kept(self, intention: Intention, entry: object) -> None:
        self.took_ms.append((time.perf_counter() - self._tapped_s[intention.id]) * 1000)
        if len(self.took_ms) >= TAPS:
            self._loop.quit()


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield the median and the 99th percentile, and how much was imported meanwhile."""
    app = QApplication.instance() or QApplication(["bench"])
    folder = plan.folder / "tap"
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    plant = write_plant(folder / "plant")
    _write_year(plant, now)
    bridge = Bridge()
    places = Places(plant=plant, database=folder / "board.db", backups=folder / "backup", station="bench")
    parts = Parts(places, Clock(), bridge)
    parts.read_plant()
    parts.start()
    try:
        before = _wait_for_import(places.database)
        tapper = Tapper(parts, bridge, Span(now - timedelta(hours=4), now - timedelta(hours=2)))
        tapper.run()
        imported = _imported(places.database) - before
    finally:
        parts.end()
    yield Figure(name="tap to tick during an import, median", value=percentile(tapper.took_ms, 0.5), unit="ms")
    yield Figure(name="tap to tick during an import, p99", value=percentile(tapper.took_ms, 0.99), unit="ms", most=50)
    yield Figure(name="readings imported meanwhile", value=imported / 1000, unit="thousand")
    del app


def _write_year(plant: Path, now: datetime) -> None:
    """Write a year of twelve lines as monthly CSV files, and the source that reads them."""
    (plant / "sources.toml").write_text(SOURCES, encoding="utf-8")
    (plant / "log").mkdir()
    files: dict[str, list[str]] = {}
    for made in readings(now, 1.0, timedelta(minutes=15)):
        rows = files.setdefault(f"{made.start:%Y-%m}.csv", ["line,start,good"])
        rows.append(f"{made.node},{made.start:%Y-%m-%d %H:%M},{made.value}")
    for name, rows in files.items():
        (plant / "log" / name).write_text("\n".join(rows) + "\n", encoding="utf-8")


def _wait_for_import(database: Path) -> int:
    """Return how many readings are in once the import is well under way."""
    until_s = time.monotonic() + 60
    while time.monotonic() < until_s:
        with suppress(apsw.Error):  # not made yet
            if (rows := _imported(database)) > 5000:
                return rows
        time.sleep(0.2)
    raise TimeoutError("the import did not begin")


def _imported(database: Path) -> int:
    reader = Reader.open(database)
    try:
        return sum(source.rows for source in reader.sources())
    finally:
        reader.close()
