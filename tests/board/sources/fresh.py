"""A board over one source, whose clock a test turns: how old a line looks is what is asked of it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.pages.freshness import freshness_of
from board.plant.history import PlantHistory
from board.plant.load import parse_plant
from board.plant.plant import Plant, SourceSpec
from board.sources.contract import SourceContext, SourceError, open_source
from board.store.database import Store
from board.store.reader import Reader
from board.views.freshness import Stage
from tests.board.sources.works import WORKS

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLANT = (
    WORKS
    + """
[[source]]
id = "{id}"
kind = "{kind}"
expected_every = "1 min"
stale_after = "5 min"
{settings}
"""
)


@dataclass
class Wall:
    """The board."""

    plant: Plant
    store: Store
    reader: Reader
    context: SourceContext
    now: datetime = NOW
    watermark: str | None = None

    def __post_init__(self) -> None:
        self.source = open_source(self.spec, self.context)

    @property
    def spec(self) -> SourceSpec:
        return self.plant.sources[0]

    def look(self) -> int:
        """Take one look, keep what it gives, and return how much that was."""
        count = 0
        for batch in self.source.read(self.watermark, self.now):
            self.store.take(batch, self.now)
            self.watermark, count = batch.watermark, count + len(batch.readings)
        return count

    def fails(self) -> str:
        """Take a look that fails, and return why."""
        with pytest.raises(SourceError) as caught:
            self.look()
        return str(caught.value)

    def stage(self, *, later: timedelta = timedelta(0)) -> Stage:
        """Return how old the line looks, after so much more time."""
        self.now += later
        return freshness_of(self.reader, self.plant, "line-1", self.now).stage(self.now)


@contextmanager
def wall(folder: Path, kind: str, settings: str, environment: Mapping[str, str] | None = None) -> Iterator[Wall]:
    """Open a board over a source with the settings of a plant file."""
    plant = parse_plant({"plant.toml": PLANT.format(id="it", kind=kind, settings=settings)})
    found = SourceContext.of(plant)
    context = SourceContext(
        timezone=found.timezone, folder=folder, nodes=found.nodes, reasons=found.reasons, environment=environment or {}
    )
    store = Store.open(folder / "board.db", station="x", zone=plant.site.timezone, now=NOW)
    store.adopt(PlantHistory(((datetime(1970, 1, 1, tzinfo=UTC), plant),)))
    reader = Reader.open(folder / "board.db")
    try:
        yield Wall(plant, store, reader, context)
    finally:
        reader.close()
        store.close()
