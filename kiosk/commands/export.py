"""Write readings or the journal as CSV or JSON, for spreadsheets and other programs."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, TextIO

from board.plant.span import Span
from board.store.reader import Reader
from kiosk.command import ToldError
from kiosk.commands.common import add_plant_options, moment, plant_folder, plant_in, settings_of, stored
from kiosk.report import only_node

COLUMNS: Final = {
    "readings": (
        "node",
        "measure",
        "start",
        "end",
        "value",
        "unit",
        "reason",
        "product",
        "order",
        "source",
        "key",
        "revision",
        "quality",
        "final",
        "received_at",
    ),
    "journal": ("number", "id", "at", "station", "node", "kind", "subject", "actor", "payload", "hash"),
}
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)
STEP: Final = timedelta(days=1)
Cells = Mapping[str, object]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("what", choices=tuple(COLUMNS), help="what to write")
    add_plant_options(parser)
    parser.add_argument("--node", help="a line, an area or the site (default: the whole site)")
    parser.add_argument("--from", dest="first", metavar="TIME", help="from this moment on, in site time")
    parser.add_argument("--to", dest="last", metavar="TIME", help="until this moment (default: now)")
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="default: csv")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the file to write (default: to the terminal)")


def run(options: argparse.Namespace) -> int:
    """Write the rows; ToldError where the database or the file cannot be opened."""
    settings = settings_of(options)
    plant = plant_in(plant_folder(settings))
    zone = plant.site.zone
    first = moment(options.first, zone) or LONG_AGO
    last = moment(options.last, zone) or datetime.now(UTC)
    if last < first:
        raise ToldError("--to is before --from; swap them")
    try:
        nodes = [line.id for line in plant.lines_under(only_node(plant, options.node))]
    except KeyError as error:
        raise ToldError(str(error.args[0])) from error
    reader = Reader.open(stored(settings))
    try:
        span = Span(first, last)
        rows = _readings(reader, nodes, span) if options.what == "readings" else _journal(reader, nodes, span)
        with _opened(options.out) as out:
            if options.format == "csv":
                _write_csv(rows, COLUMNS[options.what], out)
            else:
                _write_json(rows, out)
    finally:
        reader.close()
    return 0


def neutral(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: such a text gets a quote before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
    except OSError as error:
        raise ToldError(f"{path} cannot be written ({error.strerror})") from error


def _write_csv(rows: Iterable[Cells], columns: Sequence[str], out: TextIO) -> None:
    writer = csv.DictWriter(out, fieldnames=columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: neutral(cell) for name, cell in row.items()})


def _write_json(rows: Iterable[Cells], out: TextIO) -> None:
    out.write("[")
    for number, row in enumerate(rows):
        out.write(",\n " if number else "\n ")
        json.dump(row, out, ensure_ascii=False)
    out.write("\n]\n")


def _readings(reader: Reader, nodes: Iterable[str], span: Span) -> Iterator[Cells]:
    """Yield readings by node and time, a day at a time, each in the day in which it starts."""
    for node in nodes:
        start = span.start
        while start < span.end:
            day = Span(start, min(start + STEP, span.end))
            for reading in reader.readings(node, day):
                if not day.holds(reading.start):
                    continue
                yield {
                    "node": reading.node,
                    "measure": reading.measure,
                    "start": reading.start.isoformat(),
                    "end": reading.end.isoformat(),
                    "value": None
                    if reading.value is None
                    else _number(reading.value.numerator, reading.value.denominator),
                    "unit": reading.unit,
                    "reason": reading.reason,
                    "product": reading.product,
                    "order": reading.order,
                    "source": reading.source,
                    "key": reading.key,
                    "revision": reading.revision,
                    "quality": reading.quality.value,
                    "final": reading.final,
                    "received_at": None if reading.received_at is None else reading.received_at.isoformat(),
                }
            start = day.end


def _journal(reader: Reader, nodes: Iterable[str], span: Span) -> Iterator[Cells]:
    wanted = set(nodes)
    for entry in reader.entries():
        if entry.node in wanted and span.holds(entry.wall):
            yield {
                "number": entry.number,
                "id": entry.id,
                "at": entry.wall.isoformat(),
                "station": entry.station,
                "node": entry.node,
                "kind": entry.kind,
                "subject": entry.subject,
                "actor": entry.actor,
                "payload": entry.stored,
                "hash": entry.hash.hex(),
            }


def _number(numerator: int, denominator: int) -> int | float:
    return numerator if denominator == 1 else numerator / denominator
