"""Workbooks that are small and want to be huge: each is refused soon, by a child of its own; the next one is read."""

import os
import resource
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from board.plant.plant import SourceSpec
from board.sources import excel_workbook
from board.sources.contract import open_source
from tests.board.sources.drop import NOW, context
from tests.board.sources.old_workbook import ole, record, xls
from tests.board.sources.shelf import HEAD, HOURS, at
from tests.board.sources.workbook import MAIN, Rows, ods_parts, xlsx, xlsx_parts, zipped

pytestmark = pytest.mark.faults

SOON_S = 1.0
MIB = 1024 * 1024
SHEET = "xl/worksheets/sheet1.xml"
GOOD: dict[str, Rows] = {"S": [HEAD, [at(8), "Line 1", 5, 0]]}


def sheet_of(body: str) -> str:
    """Return a sheet with rows of its own making behind two that are good."""
    good = xlsx_parts(GOOD)[SHEET]
    return good.replace("</sheetData>", body + "</sheetData>")


def honest() -> bytes:
    """Return 200 MiB of blanks in a sheet, packed a thousandfold, as the archive says itself."""
    parts = xlsx_parts(GOOD)
    return zipped({**parts, SHEET: parts[SHEET].replace("<sheetData>", " " * (200 * MIB) + "<sheetData>")})


def dishonest() -> bytes:
    """Return the same with an archive that says it is a KiB."""
    data = bytearray(honest())
    parts = xlsx_parts(GOOD)
    real = struct.pack("<I", len(parts[SHEET]) + 200 * MIB)
    return bytes(data.replace(real, struct.pack("<I", 1024)))


def crowded() -> bytes:
    """Return an archive of thirty thousand parts."""
    return zipped({**xlsx_parts(GOOD), **{f"x{number}": b"" for number in range(30_000)}}, zipfile.ZIP_STORED)


def nested() -> bytes:
    """Return a sheet a million elements deep."""
    return zipped({**xlsx_parts(GOOD), SHEET: sheet_of("<x>" * 1_000_000 + "</x>" * 1_000_000)})


def laughing() -> bytes:
    """Return texts that are entities of entities of entities."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    strings = f'<!DOCTYPE sst [<!ENTITY e0 "ha">{entities}]><sst xmlns="{MAIN}"><si><t>&e9;</t></si></sst>'
    return zipped({**xlsx_parts(GOOD), "xl/sharedStrings.xml": strings})


def far(place: str) -> Callable[[], bytes]:
    """Return how to make a workbook with one cell far away."""
    row = "".join(letter for letter in place if letter.isdigit())
    body = f'<row r="{row}"><c r="{place}"><v>1</v></c></row>'
    return lambda: zipped({**xlsx_parts(GOOD), SHEET: sheet_of(body)})


def endless() -> bytes:
    """Return three million rows, all of them the same."""
    return zipped({**xlsx_parts(GOOD), SHEET: sheet_of('<row r="1"><c r="A1"><v>1</v></c></row>' * 3_000_000)})


def repeating() -> bytes:
    """Return an OpenDocument sheet of which one cell is to be repeated over the whole of it."""
    parts = ods_parts(GOOD)
    many = 'table:number-columns-repeated="16384" office:value-type="float" office:value="1"'
    row = f'<table:table-row table:number-rows-repeated="1048576"><table:table-cell {many}/></table:table-row>'
    return zipped({**parts, "content.xml": parts["content.xml"].replace("</table:table>", row + "</table:table>")})


def broken_off() -> bytes:
    """Return an OpenDocument sheet that ends within a cell: its reader would wait for the end for ever."""
    parts = ods_parts(GOOD)
    return zipped({**parts, "content.xml": parts["content.xml"].rpartition("</table:table-cell>")[0]})


def merged() -> bytes:
    """Return a sheet in which every cell is merged with every other, thousands of times."""
    parts = xlsx_parts(GOOD)
    spans = '<mergeCell ref="A1:XFD1048576"/>' * 40_000
    sheet = parts[SHEET].replace("</worksheet>", f"<mergeCells>{spans}</mergeCells></worksheet>")
    return zipped({**parts, SHEET: sheet})


def lengthy() -> bytes:
    """Return an old workbook that says that it is 2 GiB long."""
    data = bytearray(xls(GOOD))
    entry = data.index("Workbook".encode("utf-16-le"))
    data[entry + 120 : entry + 124] = struct.pack("<I", 2**31)
    return bytes(data)


def old_far() -> bytes:
    """Return an old workbook with one cell as far away as it can say."""
    book = xls(GOOD)
    stream = book[512 + 2 * 512 :]
    cell = record(0x203, struct.pack("<HHHd", 65_535, 65_535, 0, 1.0))
    body = stream.rindex(record(0x0A, b""))
    return ole(stream[:body] + cell + stream[body:])


def in_circles() -> bytes:
    """Return an old workbook whose sectors follow one another in a circle."""
    data = bytearray(xls(GOOD))
    last = data.index(struct.pack("<I", 0xFFFFFFFE), 512 + 8)
    data[last : last + 4] = struct.pack("<I", 2)
    return bytes(data)


def packed() -> bytes:
    """Return 200 MiB of nothing as gzip, with the name of a workbook."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(MIB)) for _ in range(200)) + packer.flush()


BOMBS = {
    "honest": (honest, "unpacks to more than 60 MiB"),
    "dishonest": (dishonest, "is damaged or not whole"),
    "crowded": (crowded, "holds more than 2,000 parts"),
    "nested": (nested, "is nested more deeply"),
    "laughing": (laughing, "declares entities"),
    "far right": (far("XFD1"), ""),
    "far below": (far("A1048576"), "of memory, or is damaged"),
    "a little below": (far("D90000"), "nearly all of them empty"),
    "far away": (far("XFD1048576"), "of memory, or is damaged"),
    "endless": (endless, "unpacks to more than 60 MiB"),
    "repeating": (repeating, "is damaged or no workbook"),
    "broken off": (broken_off, "is damaged or not whole"),
    "merged": (merged, "merged cells that lie over one another"),
    "old and far": (old_far, "of memory, or is damaged"),
    "in circles": (in_circles, ""),
    "lengthy": (lengthy, ""),
    "gzip": (packed, "is a packed file (gzip)"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_soon_and_the_next_workbook_is_read(tmp_path: Path, name: str) -> None:
    make, said = BOMBS[name]
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(make())
    assert path.stat().st_size <= 5 * MIB
    ago = NOW.timestamp() - 3600
    os.utime(path, (ago, ago))
    source = open_source(SourceSpec(id="x", kind="excel", settings={"path": "*.xlsx", **HOURS}), context(tmp_path))
    before_s = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    began_s = time.monotonic()
    (batch,) = source.read(None, NOW)
    took_s = min(time.monotonic() - began_s, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before_s + 0.2)
    print(f"{name}: {path.stat().st_size:,} bytes, {took_s:.2f} s, {[each.said for each in batch.complaints]}")
    assert took_s <= SOON_S
    if said:
        assert [said in each.said for each in batch.complaints] == [True]
        assert batch.readings == ()
    (tmp_path / "good.xlsx").write_bytes(xlsx(GOOD))
    os.utime(tmp_path / "good.xlsx", (ago, ago))
    (batch,) = source.read(batch.watermark, NOW)
    assert len(batch.readings) == 2


def test_without_bounds_a_bomb_would_take_what_it_wants(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_workbook, "UNPACKED", 1000)
    monkeypatch.setattr(excel_workbook, "MEMORY", 8192 * MIB)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(endless())
    os.utime(path, (NOW.timestamp() - 3600,) * 2)
    source = open_source(SourceSpec(id="x", kind="excel", settings={"path": "*.xlsx", **HOURS}), context(tmp_path))
    before_s = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    list(source.read(None, NOW))
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before_s > SOON_S
