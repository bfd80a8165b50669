"""The same rows through every kind of source that has rows, under the same words of the mapping."""

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SourceContext
from board.sources.feed import collect
from tests.board.sources import broker
from tests.board.sources.machine import running_machine
from tests.board.sources.server import STREAM, Events, Reply, as_json, serving
from tests.board.sources.workbook import xlsx

LONG_AGO_S = 1_000_000_000
Rows = Sequence[Mapping[str, str]]
Settings = Mapping[str, object]


@contextmanager
def in_csv(folder: Path, rows: Rows) -> Iterator[Settings]:
    """Lay rows down as a CSV file."""
    lines = [";".join(rows[0]), *(";".join(row.values()) for row in rows)]
    (folder / "rows.csv").write_text("\n".join([*lines, ""]))
    yield {"path": "rows.csv"}


@contextmanager
def in_excel(folder: Path, rows: Rows) -> Iterator[Settings]:
    """Lay rows down as a workbook."""
    path = folder / "rows.xlsx"
    path.write_bytes(xlsx({"S": [list(rows[0]), *(list(row.values()) for row in rows)]}))
    os.utime(path, (LONG_AGO_S, LONG_AGO_S))  # nobody writes it any more
    yield {"path": "rows.xlsx"}


@contextmanager
def in_sql(folder: Path, rows: Rows) -> Iterator[Settings]:
    """Put rows into a table."""
    connection = sqlite3.connect(folder / "rows.db")
    names = ", ".join(f'"{name}" TEXT' for name in rows[0])
    connection.execute(f"CREATE TABLE told ({names})")
    connection.executemany(
        f"INSERT INTO told VALUES ({', '.join('?' * len(rows[0]))})", [[*row.values()] for row in rows]
    )
    connection.commit()
    connection.close()
    yield {"url": f"sqlite:///{folder / 'rows.db'}", "query": "SELECT * FROM told"}


@contextmanager
def in_http(folder: Path, rows: Rows) -> Iterator[Settings]:
    """Answer with rows."""
    del folder
    with serving(lambda _asked: as_json({"data": list(rows)})) as server:
        yield {"url": server.url, "rows": "$.data[*]"}


@contextmanager
def in_events(folder: Path, rows: Rows) -> Iterator[Settings]:
    """Send rows as server-sent events."""
    del folder
    events = Events()
    for row in rows:
        events.send(dict(row))
    with serving(lambda _asked: Reply(pieces=events, headers=STREAM)) as server:
        yield {"url": server.url, "push": "events"}


@contextmanager
def in_mqtt(folder: Path, rows: Rows) -> Iterator[Settings]:
    """Publish rows to a broker, which retains them."""
    del folder
    with broker.serving() as found, broker.publishing(found) as publisher:
        for number, row in enumerate(rows):
            publisher.send(f"rows/{number:03}", json.dumps(row), retain=True)
        yield {"url": found.url, "topic": "rows/{place}"}


@contextmanager
def in_command(folder: Path, rows: Rows) -> Iterator[Settings]:
    """Print rows."""
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    program = "import sys, time; sys.stdout.write(open('rows.jsonl').read()); sys.stdout.flush(); time.sleep(60)"
    yield {"command": [sys.executable, "-c", program]}


@contextmanager
def in_opcua(folder: Path, rows: Rows) -> Iterator[Settings]:
    """Show rows in the nodes of a scheduler, each row in nodes of its own."""
    del folder
    numbers = [str(number) for number in range(len(rows))]
    nodes = {name: f"ns=2;s={{place}}.{name}" for name in rows[0]}
    shown = {f"{number}.{name}": text for number, row in enumerate(rows) for name, text in row.items()}
    with running_machine(shown) as scheduler:
        yield {"url": scheduler.url, "nodes": nodes, "each": {"place": numbers}, "every": "0.1 s"}


KINDS: Mapping[str, tuple[str, Callable[[Path, Rows], AbstractContextManager[Settings]]]] = {
    "csv": ("csv", in_csv),
    "excel": ("excel", in_excel),
    "sql": ("sql", in_sql),
    "http": ("http", in_http),
    "events": ("http", in_events),
    "mqtt": ("mqtt", in_mqtt),
    "command": ("command", in_command),
}
PLANNING = {**KINDS, "opcua": ("opcua", in_opcua)}  # those that tell what is planned


def told_by(way: str, rows: Rows, mapping: Settings, context: SourceContext, now: datetime) -> list[Batch]:
    """Return what a kind tells of some rows under a mapping."""
    kind, laid = PLANNING[way]
    assert context.folder is not None
    with laid(context.folder, rows) as settings:
        spec = SourceSpec(id="it", kind=kind, settings={**settings, **mapping})
        return list(collect((spec,), context, {}, now))


def readings_of(batches: Sequence[Batch]) -> list[Reading]:
    """Return all readings in the order of their times and measures."""
    found = [reading for batch in batches for reading in batch.readings]
    return sorted(found, key=lambda each: (each.start, each.measure, each.reason or ""))


def said_in(batches: Sequence[Batch]) -> list[str]:
    """Return what could not be used."""
    return [each.said for batch in batches for each in batch.complaints]
