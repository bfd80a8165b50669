"""A desk that looks at an HTTP server again and again, as the feeds process does, and the rows that it has."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SourceError, open_source
from tests.board.sources.drop import context
from tests.board.sources.server import Answering, Server, as_json

NOW = datetime.now(UTC).replace(microsecond=0)
TOTALS: Mapping[str, object] = {
    "rows": "$.data[*]",
    "node": {"column": "line"},
    "start": "at",
    "length": "1 min",
    "key": "id",
    "measure": [{"id": "good", "value": {"column": "made.ok"}}],
}


def row(
    number: int, ok: object = 5, *, minutes_ago: float = 10, line: str = "Line 1", **more: object
) -> dict[str, object]:
    """Return one row as the server has it."""
    at = NOW - timedelta(minutes=minutes_ago)
    return {"id": number, "line": line, "at": at.isoformat(), "made": {"ok": ok}, **more}


def spec(server: Server, **settings: object) -> SourceSpec:
    """Return the specification of a source that asks a server every second."""
    return SourceSpec(id="mes", kind="http", settings={"url": server.url, "poll_s": 1, **TOTALS, **settings})


class Desk:
    """Looks at a server again and again, as the feeds process does, one look at a time."""

    def __init__(self, server: Server, folder: Path | None = None, **settings: object) -> None:
        self.source = open_source(
            spec(server, **settings), context(folder, environment={"MES_TOKEN": "open-sesame-77"})
        )
        self.watermark: str | None = None
        self.batches: list[Batch] = []

    def look(self, now: datetime | None = None) -> list[Reading]:
        """Take one look, and return what it gave."""
        self.batches = list(self.source.read(self.watermark, now or datetime.now(UTC)))
        self.watermark = self.batches[-1].watermark
        return [reading for batch in self.batches for reading in batch.readings]

    @property
    def complaints(self) -> list[str]:
        """Return the complaints of the last look, each with its place."""
        return [f"{each.where}: {each.said}" for batch in self.batches for each in batch.complaints]

    def failure(self) -> SourceError:
        """Take a look that fails, and return why."""
        with pytest.raises(SourceError) as caught:
            self.look()
        return caught.value


def always(document: object, **headers: str) -> Answering:
    return lambda _asked: as_json(document, **headers)
