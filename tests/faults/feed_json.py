"""Hostile JSON documents: mostly of the shape a source expects, with odd values, and some with spoilt bytes."""

import json
import random
from datetime import timedelta

from tests.board.sources.drop import NOW

AGO = (NOW - timedelta(minutes=10)).isoformat()
ODD: list[object] = [
    None, True, False, 0, -1, 1.5, -0.0, 10**50, 10**310, 1e308, "", " ", "12", "-5", "1,5", "1.234,56", "1e999999999",
    "9" * 400, "NaN", "inf", "0x1f", "1_0", "1/3", "line-1", "Line 1", "LINE-1", "line-9", "2026-11-20T08:00:35Z",
    "2026-10-25 01:30", "20.11.2026 24:00", "1/2/2026", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00",
    "2999-01-01T00:00:00Z", 1763589600, 1763589600123, 99999999999999999999, "\u0000", "\ud800", "\u202e", "x" * 5000,
    "'; DROP TABLE reading; --", "=1+1", "<img src=/x>", "../../etc/passwd", "${HOME}", "%s%n", [], {}, [[]], [None],
    {"a": {"b": [1]}}, [1] * 500, {str(n): n for n in range(200)}, "(hidden)", "\u2028", "E\u0301",
]  # fmt: skip
SPLICES = [
    b"", b"{", b"[", b'"', b"}", b"]", b",", b":", b"\\", b"\\ud800", b"\\u0000", b"\xff", b"\x00", b"NaN",
    b"-Infinity", b"1e400", b"9" * 5000, b"[" * 2000, b'{"a":' * 1200, b"\n", b"\r\n\r\n",
    b"\xef\xbb\xbf", b"\xed\xa0\x80",
]  # fmt: skip


def scalar_or_worse(rng: random.Random) -> object:
    """Return an odd value."""
    return rng.choice(ODD)


def usual_row(rng: random.Random) -> dict[str, object]:
    """Return a row as a well-behaved server has it."""
    return {
        "id": rng.randrange(1000),
        "line": rng.choice(["Line 1", "line-2"]),
        "at": AGO,
        "changed": AGO,
        "made": {"ok": rng.randrange(100), "bad": "1"},
        "why": "E001",
    }


def odd_row(rng: random.Random) -> object:
    """Return a row with some of its values, names or its very shape spoilt."""
    row = usual_row(rng)
    for _ in range(rng.choice([0, 1, 1, 2, 4])):
        name = rng.choice([*row, "made.ok", "\x00", "", "$"])
        if rng.random() < 0.15:
            row.pop(name, None)
        else:
            row[name] = scalar_or_worse(rng)
    return row if rng.random() < 0.95 else scalar_or_worse(rng)


def spoilt(data: bytes, rng: random.Random, share: float) -> bytes:
    """Return bytes of which a share of all calls has some spoilt."""
    if rng.random() >= share or not data:
        return data
    found = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 3])):
        at = rng.randrange(len(found) + 1)
        found[at : at + rng.randint(0, 3)] = rng.choice(SPLICES)
    return bytes(found)


def document(rng: random.Random) -> dict[str, object]:
    """Return a document with a few rows, where they are looked for or beside it."""
    rows = [odd_row(rng) for _ in range(rng.randint(0, 4))]
    found: dict[str, object] = {"data": rows, "next": rng.choice([None, "c1", "/parts?p=2", 7])}
    if rng.random() < 0.1:
        found[rng.choice(["data", "next", "line"])] = scalar_or_worse(rng)
    return found


def as_bytes(found: object) -> bytes:
    """Return a value as JSON, whatever Python makes of infinities and half characters."""
    return json.dumps(found).encode()
