"""The works that the board and its peer both show: the demo plant's lines and KPIs over a folder of CSV files.

The demo's own figures are put into the database beforehand, thirteen months of them, so that pages are as full as on
any working day; then a CSV folder is all that is read, as the goals have it, and nothing changes by itself.
"""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from board.plant.history import PlantHistory
from board.plant.load import load_plant
from board.plant.plant import Plant
from board.sources.contract import SourceContext
from board.sources.feed import collect
from board.store.database import Store
from board.store.reader import Reader
from board.views.page import View
from kiosk.wiring.builders import Builders
from kiosk.wish import Wish

PAGES = {"sicb": "intervals", "sqcdp": "letters", "bowling": "KPIs"}
"""The pages of a line that are measured, and how the table names them."""
NODE = "line-3"
DEMO = Path(__file__).parents[2] / "assets" / "plants" / "demo"
EVER = datetime(1970, 1, 1, tzinfo=UTC)
SOURCE = """
[[source]]
id = "log"
kind = "csv"
path = "log/*.csv"
node = { column = "line" }
start = "start"
length = "15 min"
zone = "Etc/UTC"
complete = "seen"
measure = [{ id = "near_miss", value = { column = "near_miss" } }]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """Where the plant and its database lie, below a home that has nothing else in it."""

    home: Path

    @property
    def plant(self) -> Path:
        """Return the plant folder."""
        return self.home / "plant"

    @property
    def database(self) -> Path:
        """Return the file of the database."""
        return self.home / "works.db"

    def settings(self, page: str) -> dict[str, str]:
        """Return the settings of a board that shows a page of the line."""
        return {"plant": str(self.plant), "database": str(self.database), "node": NODE, "page": page}

    def environ(self, page: str) -> dict[str, str]:
        """Return the same as variables of the environment."""
        return {f"GEMBABOARD_{name.upper()}": value for name, value in self.settings(page).items()}

    def view(self, page: str) -> View:
        """Return what a page of the line shows now."""
        reader = Reader.open(self.database)
        try:
            return Builders(reader).build(Wish(page=page, node=NODE), _ever(load_plant(self.plant)), datetime.now(UTC))
        finally:
            reader.close()


def make_works(home: Path) -> Works:
    """Return the works of a home, made the first time they are asked for."""
    works = Works(home=home / "works")
    if works.database.exists():
        return works
    works.plant.mkdir(parents=True)
    shutil.copy(DEMO / "plant.toml", works.plant)
    (works.plant / "sources.toml").write_text(SOURCE, encoding="utf-8")
    (works.plant / "log").mkdir()
    row = f"{NODE},{datetime.now(UTC) - timedelta(minutes=30):%Y-%m-%d %H:%M},0"
    (works.plant / "log" / "log.csv").write_text(f"line,start,near_miss\n{row}\n", encoding="utf-8")
    _fill(works)
    return works


def _fill(works: Works) -> None:
    """Let the store keep what the demo invents of all lines up to now."""
    plant, invented, now = load_plant(works.plant), load_plant(DEMO), datetime.now(UTC)
    store = Store.open(works.database, station="bench", zone=plant.site.timezone, now=now)
    try:
        store.adopt(_ever(plant))
        for batch in collect(invented.sources, SourceContext.of(invented), {}, now):
            store.take(batch, now)
        while store.settle():  # as the board does once nothing more comes
            pass
    finally:
        store.close()


def _ever(plant: Plant) -> PlantHistory:
    return PlantHistory(((EVER, plant),))
