"""A hundred thousand hostile workbooks: none raises, none takes long, and what only wants to be unpacked is refused."""

import gc
import os
import random
import re
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import pytest
from typing_extensions import override

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources import cell_value, excel_workbook
from board.sources.excel_folder import ExcelFolder
from board.sources.record import Passage, Record, RecordReader
from board.sources.wire import decode_batch, encode_batch
from tests.board.sources.drop import NOW, context
from tests.board.sources.old_workbook import xls
from tests.board.sources.workbook import Formula, Shown, ods_parts, xlsx_parts, zipped
from tests.faults.excel_worker import Worker
from tests.faults.side_by_side import side_by_side

pytestmark = pytest.mark.faults

INPUTS = 1_000_000 if os.environ.get("LONG") else 100_000
LONGEST_S = 0.1
MODELS = 200  # workbooks that are spoilt in ever other ways, some of them made anew all the time
AGO = NOW.timestamp() - 3600
EIGHT = datetime(2026, 11, 20, 8, 0)  # noqa: DTZ001

USUAL: dict[str, list[object]] = {
    "Start": [EIGHT, EIGHT - timedelta(hours=1), "20.11.2026 09:00", 46346.25],
    "End": [EIGHT + timedelta(hours=2), "2026-11-20 10:00"],
    "Line": ["line-1", "Line 2"],
    "Good": [12, 1.5, "7", Formula("A1", 3)],
    "Scrap": [0, 3, "1,5"],
    "Stop": [90, clock(0, 1, 30), timedelta(hours=26)],
    "Len": [1, 0.5, clock(1, 30)],
    "Status": ["Complete", "Error"],
    "Code": ["N/A", "E001", 17],
}
ODD: list[object] = [
    None, "", " ", True, False, 0, -1, -0.5, 1e300, 1e-300, 5e-324, 1e16, 2**53, 46346, 60, 0.999999999, 1763589600,
    1763589600123, 20261120, date(1900, 1, 1), date(9999, 12, 31), date(1904, 1, 1), EIGHT, clock(0),
    clock(23, 59, 59),
    timedelta(0), timedelta(days=4000), Shown(-1, 2), Shown(1.5, 3), Shown(-0.5, 4), Shown(2958466, 2), Shown(1e17, 4),
    Shown(1e300, 2), Formula("A1/0", None), Formula("A1", "x"), Formula("A1", "#REF!"), "#DIV/0!", "#N/A", "#x", "n/a",
    "Complete", "line-1", "LINE-2", "2026-02-30", "24:00", "9999-12-31 24:00", "0001-01-01T00:00+14:00", "1e999999999",
    "9" * 400, "x" * 5000, "1.234,56", "1_0", "NaN", "inf", "1/3", "PT26H30M00S", "PT999999H99M99S", "=1+1", "@SUM(A1)",
    "'; DROP TABLE reading; --", "<img src=/x>", "../../etc/passwd", "${HOME}", "%s%n", "\u202e", "\u2028", "E\u0301",
    "\ufffe",
]  # fmt: skip
HEADS = [list(USUAL), ["No.", *USUAL], [name.upper() for name in USUAL], [*reversed(USUAL)]]
SPLICES = [
    b"\0", b"<", b">", b"&", b"&#0;", b"&#x110000;", b"&a;", b"]]>", b"<!--", b"-->", b"<![CDATA[", b"<?x", b"</row>",
    b"<row>", b'"', b"'", b"\xff", b"\xed\xa0\x80", b"</sheetData>", b"<c><v>1</v></c>",
    b'<c r="A1" t="s"><v>-1</v></c>',
    b"<v>1e999</v>", b"</table:table-row>", b"<table:table-cell/>", b"\xef\xbb\xbf",
]  # fmt: skip
ATTRIBUTES = [
    b"", b"0", b"-1", b"1", b"99999999999999999999", b"4294967296", b"A0", b"A1", b"a1", b"ZZZ1", b"AAAAAAAAAAAAAAA1",
    b"C3", b"1A", b"A1:B2", b"B2:A1", b"s", b"b", b"e", b"d", b"str", b"inlineStr", b"n", b"zz", b"2026-11-20", b"PT1H",
    b"2026-11-20T08:00:00Z", b"float", b"time", b"date", b"NaN", b"1e999", b"../../x", b"xl/workbook.xml", b"rId99",
]  # fmt: skip
MAGIC = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
FAR = [b"XFD1", b"A1048576", b"XFD1048576", b"C60000", b"ZZ9999"]
MERGED = ["A1:B1", "A2:A3", "A2:I2", "B2:B9", "C2:C3", "A1:XFD1048576", "A2:A2", "A3:B4", "D2:E5"]
BASE: dict[str, object] = {"path": "a.xlsx", "node": {"column": "Line"}, "start": "Start"}
GOOD = {"id": "good", "value": {"column": "Good"}}
SETTINGS: list[dict[str, object]] = [
    {**BASE, "length": "1 h", "measure": [GOOD, {"id": "scrap", "value": {"column": "Scrap"}}]},
    {**BASE, "end": "End", "key": ["Start", "Line"], "measure": [GOOD], "decimal": ",", "thousands": "."},
    {
        **BASE,
        "length": {"column": "Len", "unit": "h"},
        "measure": [GOOD],
        "sheet": "*",
        "product": {"column": "$sheet"},
    },
    {
        **BASE,
        "day": {"date": "Start", "time": "Len"},
        "measure": [{"id": "downtime", "value": {"column": "Stop"}, "unit": "s"}],
    },
    {
        **BASE,
        "time": "Start",
        "key": ["Start", "Code"],
        "measure": [
            {"id": "good", "when": {"Status": "Complete"}},
            {"id": "scrap", "when": {"Status": "Error"}, "reason": {"column": "Code"}},
        ],
    },
]
for _settings in SETTINGS[3:]:
    del _settings["start"]


@dataclass
class Tally:
    """What became of the inputs."""

    inputs: int = 0
    past: int = 0  # those of which at least one row got past the reader of workbooks
    rows: int = 0
    readings: int = 0
    complaints: int = 0
    deaths: int = 0
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


def rows_of(rng: random.Random) -> list[list[object]]:
    """Return a head and a few rows of usual and odd cells."""
    head = rng.choice(HEADS)
    rows: list[list[object]] = [[] for _ in range(rng.randint(0, 1))]
    rows += [["Title"] for _ in range(rng.randint(0, 2))]
    rows.append(list(head))
    for _ in range(rng.randint(1, 4)):
        odd = rng.choice([0.0, 0.1, 0.1, 0.5, 1.0])
        names = {name.casefold(): name for name in USUAL}
        cells = [
            rng.choice(ODD if rng.random() < odd else USUAL.get(names.get(name.casefold(), ""), ODD)) for name in head
        ]
        rows.append(cells[: rng.randint(0, 12)] if rng.random() < 0.05 else cells)
    return rows


def spoilt(rng: random.Random, part: bytes) -> bytes:
    """Return a part of a workbook in which a few bytes or attributes are not as they were."""
    data = bytearray(part)
    for _ in range(rng.choice([0, 0, 0, 1, 1, 2])):
        if rng.random() < 0.6 and (found := list(re.finditer(rb'="([^"]*)"', bytes(data)))):
            match = rng.choice(found)
            data[match.start(1) : match.end(1)] = rng.choice(FAR if rng.random() < 0.002 else ATTRIBUTES)
        else:
            at = rng.randrange(len(data) + 1)
            data[at : at + rng.randint(0, 3)] = rng.choice(SPLICES)
    return bytes(data)


def packed(rng: random.Random, parts: dict[str, bytes]) -> bytes:
    """Return parts as an archive, mostly not packed at all, which is quickest."""
    if rng.random() < 0.1:
        return zipped(parts)
    body, index = bytearray(), bytearray()
    for name, part in parts.items():
        told = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, zlib.crc32(part), len(part), len(part), len(name), 0)
        index += b"PK\x01\x02\x14\0" + told + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name.encode()
        body += b"PK\x03\x04" + told + name.encode() + part
    end = struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(index), len(body), 0)
    return bytes(body + index + b"PK\x05\x06" + end)


def model(rng: random.Random) -> dict[str, bytes]:
    """Return the parts of a workbook before it is spoilt; an old one has a single part."""
    sheets = {rng.choice(["S", "Counts", "a&b"]): rows_of(rng) for _ in range(rng.choice([1, 1, 2]))}
    kind = rng.random()
    if kind < 0.3:
        return {"": xls(sheets, merged=[(1, 2, 0, 0)] if rng.random() < 0.2 else ())}
    if kind < 0.5:
        parts = ods_parts(sheets, spans={(1, 0): (2, 1)} if rng.random() < 0.2 else None)
    else:
        merged = rng.sample(MERGED, rng.randint(1, 3)) if rng.random() < 0.3 else ()
        parts = xlsx_parts(sheets, merged=merged, from_1904=rng.random() < 0.1)
    return {name: part.encode("utf-8", "surrogatepass") for name, part in parts.items()}


def hostile(rng: random.Random, parts: dict[str, bytes]) -> bytes:
    """Return one hostile workbook: mostly its sheets are spoilt, now and then what holds them."""
    if rng.random() < 0.02:
        return rng.choice([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]) + rng.randbytes(
            rng.randint(0, 2000)
        )
    if "" in parts:
        data = bytearray(parts[""])
        for _ in range(rng.choice([0, 0, 1, 1, 3])):
            data[rng.randrange(1536 if rng.random() < 0.9 else 0, len(data))] = rng.randrange(256)
        return bytes(data)
    parts = dict(parts)
    sheet = "content.xml" if "content.xml" in parts else "xl/worksheets/sheet1.xml"
    name = rng.choice([*parts, *[sheet] * 8])
    parts[name] = spoilt(rng, parts[name])
    if rng.random() < 0.02:
        del parts[rng.choice(list(parts))]
    data = bytearray(packed(rng, parts))
    if rng.random() < 0.03:
        data[rng.randrange(len(data))] = rng.randrange(256)
    if rng.random() < 0.02:
        del data[rng.randrange(len(data)) :]
    return bytes(data)


@contextmanager
def one_worker() -> Iterator[Worker]:
    """Have workbooks read by one process after another instead of a new one for each."""
    found = Worker()

    def run(asked: bytes, paper: IO[bytes], _timeout: timedelta, _memory: int) -> None:
        found.read(asked, paper)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(excel_workbook, "_run", run)
        yield found
    found.end()


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Give a process that reads workbooks."""
    with one_worker() as found:
        yield found


def sources(folder: Path) -> list[ExcelFolder]:
    """Return a source for each of the settings, all over one folder."""
    opened = []
    for number, settings in enumerate(SETTINGS):
        source = ExcelFolder(SourceSpec(id=f"s{number}", kind="excel", settings=settings), context(folder))
        source._reader = CountingReader(source._settings.mapping, context(folder), f"s{number}")
        opened.append(source)
    return opened


def timed(source: ExcelFolder, watermark: str | None, worker: Worker) -> tuple[list[Batch], float]:
    """Return what a source reads, and what it takes of the processor."""
    CountingReader.rows, worker.took_s = 0, 0.0
    began = time.thread_time()
    batches = list(source.read(watermark, NOW))
    return batches, max(time.thread_time() - began, worker.took_s)


def flood(folder: Path, worker: Worker, rng: random.Random, inputs: int) -> Tally:
    """Show hostile workbooks to sources, and count."""
    opened, tally = sources(folder), Tally()
    path, models = folder / "a.xlsx", [model(rng) for _ in range(MODELS)]
    for _ in range(inputs):
        if rng.random() < 0.1:
            models[rng.randrange(MODELS)] = model(rng)
        source, data = rng.choice(opened), hostile(rng, rng.choice(models))
        path.unlink(missing_ok=True)  # a file that is written over waits for the disk
        path.write_bytes(data)
        os.utime(path, (AGO, AGO))
        watermark = rng.randbytes(9).decode("latin-1") if rng.random() < 0.05 else None
        batches, took_s = timed(source, watermark, worker)
        if took_s > LONGEST_S:  # the computer may have been busy: what is slow in itself is so again
            batches, again_s = timed(source, watermark, worker)
            took_s = min(took_s, again_s)
        tally.slowest_s = max(tally.slowest_s, took_s)
        tally.inputs += 1
        tally.past += CountingReader.rows > 0
        tally.rows += CountingReader.rows
        for batch in batches:
            tally.readings += len(batch.readings)
            tally.complaints += len(batch.complaints)
            assert decode_batch(encode_batch(batch)) == batch, data
    tally.deaths = worker.deaths
    return tally


def flood_of(seed: int, inputs: int) -> Tally:
    """Show hostile workbooks to sources in a folder of their own."""
    gc.freeze()
    with TemporaryDirectory() as folder, one_worker() as worker:
        return flood(Path(folder), worker, random.Random(seed), inputs)


def test_no_hostile_workbook_raises_or_takes_long(rng: random.Random) -> None:
    tally = side_by_side(flood_of, rng, INPUTS)
    print(
        f"{tally.inputs:,} inputs, {tally.past:,} past the reader of workbooks, {tally.rows:,} rows, "
        f"{tally.readings:,} readings, {tally.complaints:,} complaints, {tally.deaths} children ended by their bounds, "
        f"slowest {tally.slowest_s * 1000:.1f} ms"
    )
    assert tally.past * 2 >= tally.inputs
    assert tally.readings > tally.inputs / 2
    assert tally.slowest_s <= LONGEST_S


def test_the_flood_would_find_a_reader_without_its_guard(
    tmp_path: Path, worker: Worker, rng: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cell_value, "read_number", lambda text, **_: Fraction(text[:20]))
    with pytest.raises((ValueError, ZeroDivisionError)):
        flood(tmp_path, worker, rng, 2_000)
