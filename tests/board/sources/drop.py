"""A drop folder with a CSV source over it, as tests use it."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SourceContext
from board.sources.csv_folder import CsvFolder

HEAD = "Time,Machine,Status,Code\n"
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PARTS: Mapping[str, object] = {
    "node": "line-1",
    "time": "Time",
    "measure": [
        {"id": "good", "when": {"Status": "Complete"}},
        {"id": "scrap", "when": {"Status": "Error"}, "reason": {"column": "Code"}},
    ],
}
TOTALS: Mapping[str, object] = {
    "node": {"column": "Line"},
    "start": "Start",
    "length": "1 h",
    "measure": [{"id": "good", "value": {"column": "Good"}}, {"id": "scrap", "value": {"column": "Scrap"}}],
}


def context(folder: Path | None = None, **changes: object) -> SourceContext:
    """Return the context of a small plant in London."""
    known: dict[str, object] = {
        "timezone": "Europe/London",
        "folder": folder,
        "nodes": {"line-1": "Line 1", "line-2": "Line 2"},
        "reasons": {"E001": "Jam", "labeller-jam": "Labeller jam"},
        "environment": {},
    }
    return SourceContext(**{**known, **changes})  # type: ignore[arg-type]


@dataclass
class Drop:
    """A folder into which a machine drops files, and how far it was read."""

    folder: Path
    settings: Mapping[str, object]
    now: datetime = NOW
    watermark: str | None = None
    batches: list[Batch] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Open the source."""
        self.source = self.opened()

    def opened(self) -> CsvFolder:
        """Return the source as a new process would open it."""
        spec = SourceSpec(id="parts", kind="csv", settings={"path": "*.csv", **self.settings})
        return CsvFolder(spec, context(self.folder))

    def write(self, name: str, text: str | bytes, *, minutes_ago: float = 10) -> Path:
        """Write a file as it stood so many minutes ago."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.touch(path, minutes_ago)
        return path

    def append(self, name: str, text: str, *, minutes_ago: float = 5) -> None:
        """Write on at the end of a file."""
        with (self.folder / name).open("a", newline="") as stream:
            stream.write(text)
        self.touch(self.folder / name, minutes_ago)

    def touch(self, path: Path, minutes_ago: float) -> None:
        """Set when a file was last changed."""
        stamp = (self.now - timedelta(minutes=minutes_ago)).timestamp()
        os.utime(path, (stamp, stamp))

    def look(self, *, seconds_later: float = 0, restart: bool = False) -> list[Reading]:
        """Take one look and keep its watermark; return what it gave."""
        self.now += timedelta(seconds=seconds_later)
        if restart:
            self.source = self.opened()
        self.batches = list(self.source.read(self.watermark, self.now))
        self.watermark = self.batches[-1].watermark
        return [reading for batch in self.batches for reading in batch.readings]

    @property
    def said(self) -> list[str]:
        """Return the complaints of the last look, each with its place."""
        return [f"{each.where}: {each.said}" for batch in self.batches for each in batch.complaints]

    @property
    def last(self) -> Batch:
        """Return the last batch of the last look."""
        return self.batches[-1]


def counts(readings: list[Reading]) -> Counter[tuple[str, str | None]]:
    """Return how many parts there are of each measure and reason."""
    return Counter((reading.measure, reading.reason) for reading in readings)


def values(readings: list[Reading]) -> list[tuple[str, str, str]]:
    """Return start, measure and value of each reading."""
    return [(f"{reading.start:%d %H:%M}", reading.measure, str(reading.value)) for reading in readings]
