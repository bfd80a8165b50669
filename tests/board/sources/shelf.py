"""A folder of workbooks with an Excel source over it, as tests use it."""

import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SourceContext, SourceError, open_source
from tests.board.sources.drop import NOW, context

HEAD = ["Start", "Line", "Good", "Scrap"]
HOURS: Mapping[str, object] = {
    "node": {"column": "Line"},
    "start": "Start",
    "length": "1 h",
    "measure": [{"id": "good", "value": {"column": "Good"}}, {"id": "scrap", "value": {"column": "Scrap"}}],
}


def spec(**settings: object) -> SourceSpec:
    """Return the specification of a source over every workbook of its folder."""
    given = {"path": "*.*", **HOURS, **settings}
    return SourceSpec(
        id="book", kind="excel", settings={key: value for key, value in given.items() if value is not None}
    )


class Shelf:
    """A folder of workbooks, and how far it was read."""

    def __init__(self, folder: Path, **settings: object) -> None:
        self.folder = folder
        self.spec = spec(**settings)
        self.now = NOW
        self.watermark: str | None = None
        self.batches: list[Batch] = []
        self.restart()

    @property
    def context(self) -> SourceContext:
        return context(self.folder)

    def restart(self) -> None:
        """Open the source anew, as a new process would."""
        self.source = open_source(self.spec, self.context)

    def put(self, name: str, data: bytes, *, minutes_ago: float = 10) -> Path:
        """Lay down a workbook as it stood so many minutes ago."""
        path = self.folder / name
        path.write_bytes(data)
        stamp = (self.now - timedelta(minutes=minutes_ago)).timestamp()
        os.utime(path, (stamp, stamp))
        return path

    def look(self, *, seconds_later: float = 0) -> list[Reading]:
        """Take one look and keep its watermark; return what it gave."""
        self.now += timedelta(seconds=seconds_later)
        self.batches = list(self.source.read(self.watermark, self.now))
        self.watermark = self.batches[-1].watermark
        return [reading for batch in self.batches for reading in batch.readings]

    @property
    def said(self) -> list[str]:
        """Return the complaints of the last look, each with its place."""
        return [f"{each.where}: {each.said}" for batch in self.batches for each in batch.complaints]

    def failure(self) -> str:
        """Take a look that fails, and return why."""
        with pytest.raises(SourceError) as caught:
            self.look()
        return str(caught.value)


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    """Return a time of a day in November as a workbook has it: without a zone."""
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001


def told(readings: list[Reading]) -> list[tuple[str, str, str, str]]:
    """Return node, start, measure and value of each reading."""
    return [(each.node, f"{each.start:%d %H:%M}", each.measure, str(each.value)) for each in readings]
