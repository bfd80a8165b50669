"""A hundred thousand hostile CSV files: none raises, none takes long, and the good rows beside them are read."""

import gc
import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from typing_extensions import override

from board.kpi.reading import Reading
from board.plant.plant import SourceSpec
from board.sources import cell_value
from board.sources.csv_folder import CsvFolder
from board.sources.record import Passage, Record, RecordReader
from board.sources.wire import decode_batch, encode_batch
from tests.board.sources.drop import NOW, PARTS, TOTALS, context
from tests.faults.side_by_side import side_by_side

pytestmark = pytest.mark.faults

INPUTS = 1_000_000 if os.environ.get("LONG") else 100_000
LONGEST_S = 0.1
AGO = NOW.timestamp() - 3600

HEADS = [
    "Time,Machine,Status,Code,Start,End,Line,Good,Scrap,Stop,Len",
    "Time;Machine;Status;Code;Start;End;Line;Good;Scrap;Stop;Len",
    "Time\tMachine\tStatus\tCode\tStart\tEnd\tLine\tGood\tScrap\tStop\tLen",
    '"Time"|"Machine"|"Status"|"Code"|"Start"|"End"|"Line"|"Good"|"Scrap"|"Stop"|"Len"',
]
USUAL = {
    "Time": ["2026-11-20 08:00:35", "2026-11-20T08:01", "20.11.2026 08:02"],
    "Machine": ["M1", "M2"],
    "Status": ["Complete", "Error"],
    "Code": ["N/A", "E001"],
    "Start": ["2026-11-20 08:00", "20.11.2026 09:00"],
    "End": ["2026-11-20 10:00"],
    "Line": ["line-1", "Line 2"],
    "Good": ["12", "1.5"],
    "Scrap": ["0", "3"],
    "Stop": ["90", "0:01:30"],
    "Len": ["1", "0.5"],
}
WORDS = [
    "2026-11-20 08:00:35", "2026-10-25 01:30", "2026-03-29 01:30", "20.11.2026 24:00", "11/19/2026", "1/2/2026",
    "24:00", "9999-12-31 24:00", "0001-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59:59-14:00", "1763589600",
    "99999999999999", "1763589600123", "2026-02-30", "-1", "\u0662\u0660\u0662\u0666", "12", "-5", "1,5",
    "1.234,56", "1e999999999", "1e-40", "9" * 400, "NaN", "inf", "0x1f", "1_0", "5-", "--5", "1/3", "1:30", "1:99",
    "::", "Complete", "Error", "E001", "N/A", "E\u0301", "", " ", "line-1", "Line 1", "line-2", "LINE-1",
    "'; DROP TABLE reading; --", "=1+1", "@SUM(A1)", "<img src=/x>", "../../etc/passwd", "${HOME}", "%s%n", "\ufeff",
    "\u202e", "\u2028", "a" * 300, '"', '""', '"""', ",", ";", "\t", "|", "\r",
]  # fmt: skip
SPLICES = [
    b"\0", b"\0" * 64, b'"', b'""', b"\n", b"\r", b"\r\n", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b",,", b";",
]  # fmt: skip
HARD = [
    b"x" * 70_000, b'"' + b"y\n" * 300, b"9" * 6_000, b"\n" * 3_000, b'a"b,"c\n' * 400, b"," * 5_000,
]  # fmt: skip
SETTINGS = [
    PARTS,
    {**PARTS, "key": ["Time", "Machine"], "order": {"column": "Code"}},
    {**PARTS, "node": {"column": "Line"}, "ignore": {"Status": ["Paused"]}, "quote": ""},
    TOTALS,
    {**TOTALS, "decimal": ",", "thousands": ".", "month_first": True, "key": ["Start", "Line"]},
    {**{key: value for key, value in TOTALS.items() if key != "length"}, "end": "End", "encoding": "utf-8"},
    {**TOTALS, "length": {"column": "Len", "unit": "h"}, "formats": ["%d.%m.%Y %H:%M", "iso", "epoch ms", "auto"]},
    {
        "node": "line-1",
        "day": {"date": "Start", "time": "Time"},
        "measure": [{"id": "downtime", "value": {"column": "Stop"}, "unit": "s", "scale": "1/3", "sign": -1}],
        "product": {"column": "Line"},
        "encoding": "cp1252",
    },
    {
        "node": {"column": "Line"},
        "start": "Start",
        "end": "End",
        "key": "Code",
        "run": {"quantity": {"column": "Good"}, "rate": {"column": "Scrap", "scale": "1/60"}, "crew": 2},
    },
]  # fmt: skip


@dataclass
class Tally:
    """What became of the inputs."""

    inputs: int = 0
    past: int = 0  # those of which at least one row got past the outer parser
    rows: int = 0
    readings: int = 0
    runs: int = 0
    complaints: int = 0
    slowest_s: float = 0.0


class CountingReader(RecordReader):
    """A reader that says whether a row came as far as to it."""

    rows = 0

    @override
    def read(
        self,
        record: Record,
        *,
        passage: Passage,
        now: datetime,
        complain: Callable[[str, str], None],
        unbroken: bool | None = None,
    ) -> list[Reading]:
        CountingReader.rows += 1
        return super().read(record, passage=passage, now=now, complain=complain, unbroken=unbroken)


def written(rng: random.Random) -> tuple[bytes, int]:
    """Return a table of usual and odd cells, in one of the ways machines write one, and the length of its header."""
    head = rng.choice(HEADS)
    mark = next(mark for mark in (";", "\t", "|", ",") if mark in head)
    lines = [head]
    for _ in range(rng.randint(1, 5)):
        odd = rng.choice([0.0, 0.1, 0.5, 1.0])
        cells = [rng.choice(WORDS if rng.random() < odd else USUAL[name]) for name in USUAL]
        if rng.random() < 0.1:
            cells = (cells * 2)[: rng.randint(0, 14)]
        if rng.random() < 0.3:
            cells = [f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells]
        lines.append(mark.join(cells))
    text = rng.choice(["\n", "\n", "\r\n", "\r"]).join(lines) + rng.choice(["", "\n"])
    return text.encode(rng.choice(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"]), "replace"), len(head)


def hostile(rng: random.Random) -> bytes:
    """Return the bytes of one hostile file: mostly its rows are spoilt, now and then its header too."""
    if rng.random() < 0.05:
        return rng.randbytes(rng.randint(0, 400))
    found, head = written(rng)
    data = bytearray(found)
    first = head if rng.random() < 0.8 else 0
    for _ in range(rng.choice([0, 0, 1, 2, 5])):
        at = rng.randrange(first, len(data) + 1)
        if rng.random() < 0.5:
            data[at : at + 1] = bytes([rng.randrange(256)])
        else:
            data[at:at] = rng.choice(SPLICES)
    if rng.random() < 0.01:
        at = rng.randrange(first, len(data) + 1)
        data[at:at] = rng.choice(HARD)
    if rng.random() < 0.05:
        del data[rng.randrange(len(data) + 1) :]
    return bytes(data)


def sources(folder: Path) -> list[CsvFolder]:
    """Return a source for each of the settings, all over one folder."""
    opened = []
    for number, settings in enumerate(SETTINGS):
        spec = SourceSpec(id=f"s{number}", kind="csv", settings={"path": "*.csv", **settings})
        source = CsvFolder(spec, context(folder))
        source._reader = CountingReader(source._settings.mapping, context(folder), spec.id)
        opened.append(source)
    return opened


def flood(folder: Path, rng: random.Random, inputs: int) -> Tally:
    """Show hostile files to sources, and count."""
    opened, tally = sources(folder), Tally()
    path = folder / "a.csv"
    for _ in range(inputs):
        source, data = rng.choice(opened), hostile(rng)
        path.write_bytes(data)
        if rng.random() < 0.7:
            os.utime(path, (AGO, AGO))  # nobody has written to it for long: its last line is whole
        CountingReader.rows = 0
        began = time.thread_time()
        batches = list(source.read(None, NOW))
        tally.slowest_s = max(tally.slowest_s, time.thread_time() - began)
        if rng.random() < 0.05:
            with path.open("ab") as stream:
                stream.write(hostile(rng))
            batches += source.read(rng.choice([batches[-1].watermark, rng.randbytes(20).decode("latin-1")]), NOW)
        tally.inputs += 1
        tally.past += CountingReader.rows > 0
        tally.rows += CountingReader.rows
        for batch in batches:
            tally.readings += len(batch.readings)
            tally.runs += len(batch.runs)
            tally.complaints += len(batch.complaints)
            assert decode_batch(encode_batch(batch)) == batch, data
    return tally


def flood_of(seed: int, inputs: int) -> Tally:
    """Show hostile files to sources in a folder of their own."""
    gc.freeze()
    with TemporaryDirectory() as folder:
        return flood(Path(folder), random.Random(seed), inputs)


def test_no_hostile_file_raises_or_takes_long(rng: random.Random) -> None:
    tally = side_by_side(flood_of, rng, INPUTS)
    print(
        f"{tally.inputs:,} inputs, {tally.past:,} past the outer parser, {tally.rows:,} rows, "
        f"{tally.readings:,} readings, {tally.runs:,} planned runs, {tally.complaints:,} complaints, "
        f"slowest {tally.slowest_s * 1000:.1f} ms"
    )
    assert tally.past * 2 >= tally.inputs
    assert tally.readings > tally.inputs / 2
    assert tally.slowest_s <= LONGEST_S


def test_the_flood_would_find_a_reader_without_its_guard(
    tmp_path: Path, rng: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cell_value, "read_number", lambda text, **_: Fraction(text[:20]))
    with pytest.raises((ValueError, ZeroDivisionError)):
        flood(tmp_path, rng, 2_000)


def test_good_rows_beside_hostile_ones_are_all_read(tmp_path: Path, rng: random.Random) -> None:
    head = "Time,Machine,Status,Code\n"
    source = CsvFolder(SourceSpec(id="x", kind="csv", settings={"path": "*.csv", **PARTS}), context(tmp_path))
    for _ in range(300):
        # with fewer the file would hold so many NUL bytes that it is no text
        good = [
            f"2026-11-20 08:{n // 60:02}:{n % 60:02},M{n},Complete,N/A\n".encode() for n in range(rng.randint(20, 40))
        ]
        bad = [
            rng.choice(
                [
                    b"x,,Complete,\n",
                    b"\0\0\0\n",
                    b"2026-13-01,M,Complete,N/A\n",
                    b"2026-11-20 08:00\n",
                    b"\xff\xfe\xfd\n",
                    b",,,\n",
                ]
            )
            for _ in range(rng.randint(1, 10))
        ]
        rows = good + bad
        rng.shuffle(rows)
        (tmp_path / "a.csv").write_bytes(head.encode() + b"".join(rows))
        read = [reading for batch in source.read(None, NOW) for reading in batch.readings]
        assert len({reading.key for reading in read}) == len(read) == len(good)
