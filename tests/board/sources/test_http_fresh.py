"""What a server says, and when it says nothing, is as fresh on the board as it truly is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.pages.freshness import freshness_of
from board.plant.history import PlantHistory
from board.plant.load import parse_plant
from board.plant.plant import Plant
from board.sources.contract import SourceContext, SourceError, open_source
from board.store.database import Store
from board.store.reader import Reader
from board.views.freshness import Stage
from tests.board.sources.server import Asked, Reply, Server, as_json, serving

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLANT = """
[site]
id = "works"
name = "Works"
timezone = "Europe/London"
day_starts = "06:00"

[[area]]
id = "hall"
name = "Hall"

[[line]]
id = "line-1"
area = "hall"
name = "Line 1"
interval = "2h"
rate = 60

[[shift]]
name = "Early"
starts = "06:00"
ends = "14:00"
days = "Mon-Fri"

[[reason]]
group = "Breakdown"
code = "leak"
name = "Leak"

[[source]]
id = "mes"
kind = "http"
url = "{url}"
node = "line-1"
time = "at"
key = "id"
expected_every = "1 min"
stale_after = "5 min"
measure = [{{ id = "good", value = {{ column = "ok" }} }}]
"""


@dataclass
class Wall:
    """A board over one server, whose clock the test turns."""

    plant: Plant
    store: Store
    reader: Reader
    rows: list[dict[str, object]] = field(default_factory=list)
    now: datetime = NOW
    watermark: str | None = None

    def __post_init__(self) -> None:
        self.source = open_source(self.plant.sources[0], SourceContext.of(self.plant))

    def says(self, number: int, ok: object, *, at: datetime | None = None) -> None:
        """Let the server have one more row."""
        self.rows.append({"id": number, "ok": ok, "at": (at or self.now).isoformat()})

    def look(self) -> None:
        """Take one look, and keep what it gives."""
        for batch in self.source.read(self.watermark, self.now):
            self.store.take(batch, self.now)
            self.watermark = batch.watermark

    def stage(self, *, later: timedelta = timedelta(0)) -> Stage:
        """Return how old the line looks, after so much more time."""
        self.now += later
        return freshness_of(self.reader, self.plant, "line-1", self.now).stage(self.now)


@contextmanager
def wall(folder: Path, server: Server, rows: list[dict[str, object]]) -> Iterator[Wall]:
    """Open a board."""
    plant = parse_plant({"plant.toml": PLANT.format(url=server.url)})
    store = Store.open(folder / "board.db", station="x", zone=plant.site.timezone, now=NOW)
    store.adopt(PlantHistory(((datetime(1970, 1, 1, tzinfo=UTC), plant),)))
    reader = Reader.open(folder / "board.db")
    try:
        yield Wall(plant, store, reader, rows)
    finally:
        reader.close()
        store.close()


def fails(board: Wall) -> None:
    with pytest.raises(SourceError):
        board.look()


def test_old_values_never_look_live_whatever_the_server_does(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = []
    rubbish: list[Reply] = []

    def answer(asked: Asked) -> Reply:
        return rubbish[0] if rubbish else as_json(rows)

    with serving(answer) as server, wall(tmp_path, server, rows) as board:
        server.stop()
        fails(board)
        assert board.stage() is Stage.MISSING, "it starts late"
        server.start()
        board.look()
        assert board.stage() is Stage.MISSING, "it has nothing yet"
        board.says(1, 5)
        board.look()
        assert board.stage() is Stage.LIVE
        server.stop()
        fails(board)
        assert board.stage(later=timedelta(minutes=3)) is Stage.LATE, "it went away"
        assert board.stage(later=timedelta(minutes=3)) is Stage.STALE
        server.start()
        board.look()
        assert board.stage() is Stage.STALE, "it is back and has nothing new: the value is as old as it was"
        board.says(2, 7, at=NOW - timedelta(hours=3))
        board.says(1, 5, at=NOW)
        board.look()
        assert board.stage() is Stage.STALE, "the past, and what was said before, make nothing fresh"
        rubbish.append(Reply(b"<html>"))
        fails(board)
        assert board.stage() is Stage.STALE, "nor does rubbish"
        rubbish.clear()
        board.says(3, 1, at=board.now + timedelta(hours=1))
        board.look()
        assert board.stage() is Stage.STALE, "nor what lies ahead"
        board.says(4, 6)
        board.look()
        assert board.stage() is Stage.LIVE
        assert board.stage(later=timedelta(minutes=6)) is Stage.STALE
