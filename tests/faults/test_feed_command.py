"""A hundred thousand hostile lines of a program: each is readings or a complaint, soon, and good ones are all read."""

import json
import os
import random
import time
from dataclasses import dataclass

import pytest

from board.plant.plant import SourceSpec
from board.sources import command_line
from board.sources.command_line import LineReader
from board.sources.command_setting import read_settings
from board.sources.wire import decode_batch, encode_batch
from tests.board.sources.drop import NOW, context
from tests.faults.feed_json import AGO, as_bytes, odd_row, scalar_or_worse, spoilt

pytestmark = pytest.mark.faults

INPUTS = 1_000_000 if os.environ.get("LONG") else 100_000
LONGEST_S = 0.1
MAPPED: dict[str, object] = {
    "command": ["x"],
    "node": {"column": "line"},
    "time": "at",
    "key": "id",
    "measure": [{"id": "good", "value": {"column": "made.ok"}}],
}
FIELDS = [
    "node", "measure", "start", "end", "value", "key", "unit", "reason", "product", "order", "quality", "final",
    "observations", "observed_at", "source", "number", "watermark", "seen_at", "complete_through", "progress",
    "readings", "complaints", "runs", "colour",
]  # fmt: skip


@dataclass
class Tally:
    """What became of the inputs."""

    inputs: int = 0
    past: int = 0
    readings: int = 0
    complaints: int = 0
    slowest_s: float = 0.0


def usual(rng: random.Random) -> dict[str, object]:
    """Return one reading as a well-behaved program prints it."""
    return {"node": "line-1", "measure": rng.choice(["good", "scrap"]), "start": AGO, "value": rng.randrange(99)}


def line(rng: random.Random) -> bytes:
    """Return one hostile line: a reading or a batch of them, with odd values, or spoilt bytes."""
    readings = [usual(rng) for _ in range(rng.randint(1, 3))]
    batch: dict[str, object] = {"number": 1, "watermark": "w", "seen_at": AGO, "readings": readings}
    if rng.random() < 0.3:
        batch["complaints"] = [{"source": "x", "where": "y", "said": "z"}]
        batch["runs"] = [{"node": "line-1", "start": AGO, "quantity": 5}]
    found: object = batch if rng.random() < 0.5 else readings[0]
    for _ in range(rng.choice([0, 1, 1, 2])):
        where = rng.choice([batch, *readings])
        where[rng.choice(FIELDS)] = scalar_or_worse(rng)
    if rng.random() < 0.2:
        found = odd_row(rng) if rng.random() < 0.8 else scalar_or_worse(rng)
    return spoilt(as_bytes(found), rng, 0.25) + b"\n"


def readers() -> list[LineReader]:
    """Return a reader of the wire's form and one of records."""
    mapping = read_settings(SourceSpec(id="x", kind="command", settings=MAPPED), context()).mapping
    return [
        LineReader(SourceSpec(id="x", kind="command", settings={}), context(), None),
        LineReader(SourceSpec(id="x", kind="command", settings={}), context(), mapping),
    ]


def flood(rng: random.Random, inputs: int) -> Tally:
    """Show hostile lines to readers, and count."""
    tally, (plain, mapped) = Tally(), readers()
    for _ in range(inputs):
        data = line(rng)
        reader = mapped if rng.random() < 0.2 else plain
        before = reader._complaining
        before._began_s, before._said = time.monotonic(), 0  # each may complain
        began = time.thread_time()
        found = reader.read(data, "w", NOW)
        tally.slowest_s = max(tally.slowest_s, time.thread_time() - began)
        tally.inputs += 1
        if found is None:
            continue
        batch = found.batch
        tally.past += not any("JSON" in each.said or "UTF-8" in each.said for each in batch.complaints)
        tally.readings += len(batch.readings)
        tally.complaints += len(batch.complaints)
        assert decode_batch(encode_batch(batch)) == batch, data
    return tally


def test_no_hostile_line_raises_or_takes_long(rng: random.Random) -> None:
    tally = flood(rng, INPUTS)
    print(
        f"{tally.inputs:,} inputs, {tally.past:,} past the JSON parser, {tally.readings:,} readings, "
        f"{tally.complaints:,} complaints, slowest {tally.slowest_s * 1000:.1f} ms"
    )
    assert tally.past * 2 >= tally.inputs
    assert tally.readings > tally.inputs / 2
    assert tally.slowest_s <= LONGEST_S


def test_the_flood_would_find_a_reader_without_its_guard(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_line, "decode_object", lambda data, _: json.loads(data))
    with pytest.raises((ValueError, AttributeError, TypeError)):
        flood(rng, 5_000)


def test_good_readings_beside_hostile_ones_are_all_read(rng: random.Random) -> None:
    (plain, _) = readers()
    for number in range(2_000):
        good = {**usual(rng), "key": f"good {number}"}
        bad = [{**usual(rng), rng.choice(FIELDS[:14]): scalar_or_worse(rng)} for _ in range(rng.randint(1, 3))]
        rows: list[object] = [good, *bad, scalar_or_worse(rng)]
        rng.shuffle(rows)
        found = plain.read(as_bytes({"readings": rows}), "w", NOW)
        assert found is not None
        assert f"good {number}" in {reading.key for reading in found.batch.readings}
