"""Writes small .xls workbooks byte by byte, as programs of the nineties and many machines do (BIFF8 in an OLE file)."""

import struct
from collections.abc import Mapping, Sequence

from tests.board.sources.workbook import STYLES, Formula, Rows, serial

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Span = tuple[int, int, int, int]  # first row, last row, first column, last column, from 0


def xls(sheets: Mapping[str, Rows], *, merged: Sequence[Span] = (), from_1904: bool = False) -> bytes:
    """Return a workbook."""
    texts: dict[str, int] = {}
    bodies = [_sheet(rows, merged, texts) for rows in sheets.values()]
    head = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0xDBB, 0x7CC, 0, 6)) + record(0x42, struct.pack("<H", 1200))
    head += record(0x22, struct.pack("<H", from_1904))
    head += b"".join(record(0xE0, struct.pack("<HH16x", 0, style)) for style in STYLES)
    strings = b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    tail = record(0xFC, struct.pack("<II", len(texts), len(texts)) + strings) + record(0x0A, b"")
    names = [name.encode("utf-16-le") for name in sheets]
    at = len(head) + len(tail) + sum(4 + 8 + len(name) for name in names)
    for name, body in zip(names, bodies, strict=True):
        head += record(0x85, struct.pack("<IBBBB", at, 0, 0, len(name) // 2, 1) + name)
        at += len(body)
    return ole(head + tail + b"".join(bodies))


def record(kind: int, body: bytes) -> bytes:
    """Return one record."""
    return struct.pack("<HH", kind, len(body)) + body


def ole(stream: bytes, name: str = "Workbook") -> bytes:
    """Return an OLE file that holds one stream."""
    stream = stream.ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % SECTOR)
    sectors = len(stream) // SECTOR
    fats = -(-(sectors + 2) // 127)
    first = fats + 1
    chain = [FAT] * fats + [END] + [first + place + 1 for place in range(sectors - 1)] + [END]
    chain += [FREE] * (fats * 128 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, fats, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", *range(fats), *[FREE] * (109 - fats))
    entries = _entry("Root Entry", 5, END, 0, child=1) + _entry(name, 2, first, len(stream))
    entries += _entry("", 0, 0, 0) * 2
    return header + struct.pack(f"<{len(chain)}I", *chain) + entries + stream


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    spelled = name.encode("utf-16-le")
    length = len(spelled) + 2 if name else 0
    links = struct.pack("<III", FREE, FREE, child)
    return (
        spelled.ljust(64, b"\0")
        + struct.pack("<HBB", length, kind, 1)
        + links
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )


def _sheet(rows: Rows, merged: Sequence[Span], texts: dict[str, int]) -> bytes:
    width = max((len(row) for row in rows), default=0)
    body = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0xDBB, 0x7CC, 0, 6))
    body += record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for number, row in enumerate(rows):
        body += b"".join(_cell(value, struct.pack("<HH", number, place), texts) for place, value in enumerate(row))
    if merged:
        body += record(0xE5, struct.pack("<H", len(merged)) + b"".join(struct.pack("<4H", *span) for span in merged))
    return body + record(0x0A, b"")


def _cell(value: object, place: bytes, texts: dict[str, int]) -> bytes:
    plain = struct.pack("<H", 0)
    if value is None:
        return b""
    if isinstance(value, Formula):
        return _formula(value, place)
    if isinstance(value, bool):
        return record(0x205, place + plain + bytes([value, 0]))
    if isinstance(value, str):
        return record(0xFD, place + plain + struct.pack("<I", texts.setdefault(value, len(texts))))
    if isinstance(value, int | float):
        return record(0x203, place + plain + struct.pack("<d", value))
    number, style = serial(value)
    return record(0x203, place + struct.pack("<Hd", style, number))


def _formula(formula: Formula, place: bytes) -> bytes:
    """Return a formula with what it last came to; its own text is only a number here."""
    tokens = b"\x1e\x01\x00"
    result = struct.pack("<d", formula.value) if isinstance(formula.value, int | float) else b"\0\0\0\0\0\0\xff\xff"
    found = record(0x06, place + b"\0\0" + result + struct.pack("<HIH", 0, 0, len(tokens)) + tokens)
    if isinstance(formula.value, str):
        text = formula.value.encode("utf-16-le")
        found += record(0x207, struct.pack("<HB", len(formula.value), 1) + text)
    return found
