"""A table of hours in a database with an SQL source over it, as tests use it."""

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SourceError, open_source
from tests.board.sources.drop import NOW, context

QUERY = "SELECT id, line, at, good, scrap, changed FROM hour WHERE changed > :watermark ORDER BY changed"
COLUMNS = "id INTEGER PRIMARY KEY, line TEXT, at TIMESTAMP, good NUMERIC, scrap NUMERIC, changed TIMESTAMP"
HOURS: Mapping[str, object] = {
    "query": QUERY,
    "watermark": "changed",
    "key": "id",
    "node": {"column": "line"},
    "start": "at",
    "length": "1 h",
    "measure": [{"id": "good", "value": {"column": "good"}}, {"id": "scrap", "value": {"column": "scrap"}}],
}
TOKENS = {"LEDGER_PASSWORD": "open-sesame-77", "LEDGER_WRONG": "guessed-it-9", "LEDGER_SHORT": "x"}


def spec(url: object, **settings: object) -> SourceSpec:
    """Return the specification of a source over a table of hours; None takes a setting away."""
    given = {"url": url, "poll_s": 1, **HOURS, **settings}
    kept = {key: value for key, value in given.items() if value is not None}
    return SourceSpec(id="ledger", kind="sql", settings=kept, stale_after=timedelta(minutes=5))


class Ledger:
    """Asks a database again and again, as the feeds process does, one look at a time."""

    def __init__(self, url: object, folder: Path | None = None, **settings: object) -> None:
        self.spec = spec(url, **settings)
        self.folder = folder
        self.now = NOW
        self.watermark: str | None = None
        self.batches: list[Batch] = []
        self.restart()

    def restart(self) -> None:
        """Open the source anew, as a new process would."""
        self.source = open_source(self.spec, context(self.folder, environment=TOKENS))

    def look(self, *, seconds_later: float = 0) -> list[Reading]:
        """Take one look and keep its watermark; return what it gave."""
        self.now += timedelta(seconds=seconds_later)
        self.batches = list(self.source.read(self.watermark, self.now))
        self.watermark = self.batches[-1].watermark
        return [reading for batch in self.batches for reading in batch.readings]

    def to_the_end(self, *, seconds_later: float = 0) -> list[Reading]:
        """Take looks until nothing more is waiting, each by a source that was opened anew; return what they gave."""
        gave = self.look(seconds_later=seconds_later)
        while self.batches[-1].progress is not None:
            self.restart()
            gave += self.look()
        return gave

    @property
    def said(self) -> list[str]:
        """Return the complaints of the last look, each with its place."""
        return [f"{each.where}: {each.said}" for batch in self.batches for each in batch.complaints]

    def failure(self) -> SourceError:
        """Take a look that fails, and return why."""
        with pytest.raises(SourceError) as caught:
            self.look()
        return caught.value


class Book:
    """A file of SQLite with a table of hours."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ledger.db"
        self.run(f"CREATE TABLE hour ({COLUMNS})")

    def run(self, statement: str, *rows: tuple[object, ...]) -> None:
        """Change the file as its owner does."""
        with sqlite3.connect(self.path) as connection:
            connection.executemany(statement, rows) if rows else connection.execute(statement)
        connection.close()

    def write(self, *rows: tuple[object, ...]) -> None:
        """Put rows in the place of those with the same id."""
        self.run("INSERT OR REPLACE INTO hour VALUES (?, ?, ?, ?, ?, ?)", *rows)


def hour(
    number: int, good: object = 5, *, at: str = "", changed: str = "", line: object = "Line 1"
) -> tuple[object, ...]:
    """Return one row: by default that of the hour so many hours before noon, changed when it was over."""
    start = NOW - timedelta(hours=number)
    return (
        number,
        line,
        at or f"{start:%Y-%m-%d %H:%M:%S}",
        good,
        0,
        changed or f"{start + timedelta(hours=1):%Y-%m-%d %H:%M:%S}",
    )


def found(readings: list[Reading], measure: str = "good") -> list[tuple[str, str]]:
    """Return key and value of each reading of a measure."""
    return [(each.key.partition(":")[0], str(each.value)) for each in readings if each.measure == measure]


def utc(text: str) -> datetime:
    """Return a time of a test."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
