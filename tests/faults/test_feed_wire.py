"""A hundred thousand hostile lines on the pipe: each is a batch or a WireError, soon."""

import json
import os
import random
import time
from collections.abc import Callable
from datetime import datetime

import pytest

from board.sources import wire
from board.sources.wire import WireError, decode_batch, encode_batch

pytestmark = pytest.mark.faults

INPUTS = 1_000_000 if os.environ.get("LONG") else 100_000
LONGEST_S = 0.1

SCRAPS: list[object] = [
    None, True, False, 0, -1, 1.5, 10**99, 10**101, 1e308, "", " ", "x", "2026-11-20T12:00:00Z", "2026-11-20T12:00:00",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "24:00", "7/3", "1/0", "-0.5", "1e999999999", "9" * 200,
    "good", "bad", "changeover", "\0", "\ud800", "\u202e", "x" * 5000, [], {}, [[]], [None], {"node": 1}, [1] * 6000,
]  # fmt: skip
NAMES = [
    "source", "watermark", "seen_at", "complete_through", "progress", "number", "node", "measure", "start", "end",
    "value", "key", "unit", "reason", "product", "order", "quality", "final", "observations", "observed_at", "rate",
    "quantity", "kind",
]  # fmt: skip
BYTES = [
    b"", b"{", b"[", b'"', b"}", b"\\", b"\\ud800", b"\\u0000", b"\xff", b"NaN", b"-Infinity", b"1e400",
    b"9" * 5000, b"[" * 2000,
]  # fmt: skip


def usual() -> dict[str, object]:
    """Return a line as a source prints it."""
    moment = "2026-11-20T12:00:00Z"
    reading = {
        "node": "line-1",
        "measure": "good",
        "start": moment,
        "end": moment,
        "value": 5,
        "key": "k",
        "reason": "x",
    }
    run = {"node": "line-1", "start": moment, "kind": "production", "quantity": 5, "rate": "7/3"}
    complaint = {"source": "p", "where": "a.csv", "said": "no"}
    return {
        "source": "p",
        "number": 1,
        "seen_at": moment,
        "watermark": "w",
        "readings": [reading, dict(reading)],
        "runs": [run],
        "complaints": [complaint],
    }


def hostile(rng: random.Random) -> bytes:
    """Return one hostile line."""
    body = usual()
    tables = [body, *(each for name in ("readings", "runs", "complaints") for each in body[name])]  # type: ignore[attr-defined]
    for _ in range(rng.randint(0, 2)):
        table = rng.choice(tables)
        name = rng.choice(list(table) if rng.random() < 0.7 else NAMES)
        if rng.random() < 0.2:
            table.pop(name, None)
        else:
            table[name] = rng.choice(SCRAPS)
    line = bytearray(json.dumps(body).encode())
    if rng.random() < 0.3:
        at = rng.randrange(len(line))
        line[at : at + rng.randint(0, 3)] = rng.choice(BYTES)
    return bytes(line)


def flood(rng: random.Random, inputs: int, through: Callable[[bytes], None]) -> tuple[int, int, float]:
    """Decode hostile lines; return how many were JSON, how many were batches, and the longest time one took."""
    parsed = batches = 0
    slowest_s = 0.0
    for _ in range(inputs):
        line = hostile(rng)
        began = time.thread_time()
        try:
            through(line)
            parsed, batches = parsed + 1, batches + 1
        except WireError as error:
            parsed += "no JSON" not in str(error) and "not UTF-8" not in str(error)
        slowest_s = max(slowest_s, time.thread_time() - began)
    return parsed, batches, slowest_s


def there_and_back(line: bytes) -> None:
    """Decode a line, and what was decoded once more."""
    batch = decode_batch(line)
    assert decode_batch(encode_batch(batch)) == batch


def test_no_hostile_line_raises_anything_else_or_takes_long(rng: random.Random) -> None:
    parsed, batches, slowest_s = flood(rng, INPUTS, there_and_back)
    print(f"{INPUTS:,} lines, {parsed:,} past the JSON parser, {batches:,} batches, slowest {slowest_s * 1000:.1f} ms")
    assert parsed * 2 >= INPUTS
    assert batches > INPUTS / 10
    assert slowest_s <= LONGEST_S


def test_the_flood_would_find_a_decoder_without_its_guard(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "_time", lambda item, name: datetime.fromisoformat(str(item.get(name))))
    with pytest.raises((ValueError, TypeError, OverflowError)) as caught:
        flood(rng, 5_000, there_and_back)
    assert not isinstance(caught.value, WireError)
