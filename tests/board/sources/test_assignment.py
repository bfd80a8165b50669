"""The first line of the feeds process: what it must say, and what comes of one that does not."""

import json
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from board.plant.load import load_plant
from board.plant.plant import Plant, SourceSpec
from board.sources.assignment import read_assignment, write_assignment
from board.sources.contract import BUILT_IN_MEASURES, SourceContext
from board.sources.wire import WireError

DEMO = Path(__file__).parents[3] / "assets" / "plants" / "demo"


def _written(plant: Plant) -> dict[str, object]:
    return write_assignment(plant, {"x": "mark", "y": None}, demo_shift=timedelta(days=-2))


def test_an_assignment_carries_all_a_source_may_know() -> None:
    plant = load_plant(DEMO)
    spec = SourceSpec(
        id="x",
        kind="csv",
        settings={"day": date(2026, 11, 20), "at": (time(8, 30),), "inner": {"n": 1}},
        expected_every=timedelta(minutes=7),
        stale_after=timedelta(hours=2),
    )
    plant = replace(plant, sources=(spec,))
    found = read_assignment(json.dumps(_written(plant)).encode() + b"\n")
    known = SourceContext.of(plant)
    for name in ("timezone", "nodes", "reasons", "measures", "day_starts"):
        assert getattr(found.context, name) == getattr(known, name)
    assert found.context.folder == DEMO
    assert found.specs == (replace(spec, settings={"day": "2026-11-20", "at": ["08:30:00"], "inner": {"n": 1}}),)
    assert found.watermarks == {"x": "mark", "y": None}
    assert found.demo_shift == timedelta(days=-2)


def test_the_least_there_must_be() -> None:
    found = read_assignment(b'{"timezone": "Europe/London", "sources": [{"id": "x", "kind": "csv"}]}')
    assert found.context.measures == BUILT_IN_MEASURES
    assert found.context.folder is None
    assert found.specs == (SourceSpec(id="x", kind="csv", settings={}),)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"{}",
        b'{"timezone": "Mars", "sources": []}',
        b'{"timezone": "../etc/passwd", "sources": []}',
        b'{"timezone": "Europe/London", "sources": 5}',
        b'{"timezone": "Europe/London", "sources": [5]}',
        b'{"timezone": "Europe/London", "sources": [{"id": "x"}]}',
        b'{"timezone": "Europe/London", "sources": [], "nodes": 5}',
        b'{"timezone": "Europe/London", "sources": [], "watermarks": 5}',
        b'{"timezone": "Europe/London", "sources": [], "day_starts": "noon"}',
        b'{"timezone": "Europe/London", "sources": [{"id": "x", "kind": "csv", "expected_every_s": "soon"}]}',
    ],
)
def test_another_line_is_refused(line: bytes) -> None:
    with pytest.raises(WireError):
        read_assignment(line)
