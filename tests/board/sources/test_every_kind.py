"""One vocabulary for all: the same words of the mapping mean the same in every kind of source."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from board.kpi.reading import Quality, Reading
from board.plant.plant import PlannedRun, RunKind
from board.sources import hearing
from tests.board.sources.drop import context
from tests.board.sources.every_kind import KINDS, PLANNING, Rows, readings_of, said_in, told_by

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
COUNTED: Mapping[str, object] = {
    "node": {"column": "Machine", "map": {"M1": "line-1", "M2": "line-2"}},
    "start": "From",
    "length": {"column": "Took", "unit": "h"},
    "formats": "%d/%m/%Y %H:%M",
    "zone": "Europe/Berlin",
    "decimal": ",",
    "thousands": ".",
    "product": {"column": "Item"},
    "order": {"template": "{Plant}-{Job}"},
    "key": ["Machine", "From"],
    "ignore": {"Kind": "test"},
    "missing": ["?"],
    "measure": [
        {"id": "good", "value": {"column": "Boxes"}, "scale": 12},
        {"id": "scrap", "value": {"column": "Bad"}, "sign": -1},
        {
            "id": "downtime",
            "value": {"column": "Stood"},
            "unit": "h",
            "when": {"Kind": "stop"},
            "reason": {"column": "Why", "map": {"Stau": "E001"}},
        },
    ],
}


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait longer for what is told than somebody at a terminal would."""
    usual = hearing.overhear.__kwdefaults__
    assert usual is not None
    monkeypatch.setitem(usual, "most_s", 40.0)
    monkeypatch.setitem(usual, "silence_s", 40.0)


def row(machine: str, at: str, boxes: str, bad: str, **more: str) -> dict[str, str]:
    """Return a row as a German machine log has it."""
    usual = {"Took": "0,5", "Item": "bolt", "Plant": "N", "Job": "7", "Kind": "run", "Stood": "0", "Why": ""}
    return {"Machine": machine, "From": at, "Boxes": boxes, "Bad": bad, **usual, **more}


ROWS: Rows = [
    row("M1", "20/11/2026 08:00", "1.234", "-3"),
    row("M2", "20/11/2026 09:00", "2,5", "?", Kind="stop", Stood="0,25", Why="Stau"),
    row("M1", "20/11/2026 09:30", "99", "-1", Kind="test"),
]


def shown(reading: Reading) -> tuple[object, ...]:
    """Return what a reading says, but for its key."""
    span = (f"{reading.start:%H:%M}", f"{reading.end:%H:%M}")
    named = (reading.product, reading.order, reading.reason)
    return (reading.node, reading.measure, *span, reading.value, *named, reading.quality)


@pytest.mark.parametrize("way", KINDS)
def test_the_words_of_a_mapping_mean_the_same_in_every_kind(tmp_path: Path, way: str) -> None:
    batches = told_by(way, ROWS, COUNTED, context(tmp_path), NOW)
    assert [shown(each) for each in readings_of(batches)] == [
        ("line-1", "good", "07:00", "07:30", 1234 * 12, "bolt", "N-7", None, Quality.GOOD),
        ("line-1", "scrap", "07:00", "07:30", 3, "bolt", "N-7", None, Quality.GOOD),
        ("line-2", "downtime", "08:00", "08:30", 15, "bolt", "N-7", "E001", Quality.GOOD),
        ("line-2", "good", "08:00", "08:30", 30, "bolt", "N-7", None, Quality.GOOD),
        ("line-2", "scrap", "08:00", "08:30", None, "bolt", "N-7", None, Quality.MISSING),
    ]
    assert said_in(batches) == []


@pytest.mark.parametrize("way", KINDS)
def test_without_its_words_a_row_is_complained_of_and_not_guessed(tmp_path: Path, way: str) -> None:
    bare = {key: value for key, value in COUNTED.items() if key not in {"decimal", "thousands", "formats", "missing"}}
    batches = told_by(
        way, [ROWS[0]], {**bare, "measure": {"id": "good", "value": {"column": "Boxes"}}}, context(tmp_path), NOW
    )
    values = {each.measure: each.value for each in readings_of(batches)}
    assert values.get("good") is None, "1.234 may be a thousand and more"
    assert any("can be read two ways" in said for said in said_in(batches))


TOTALS: Mapping[str, object] = {
    "node": "line-1",
    "time": "At",
    "key": "At",
    "measure": [
        {"id": "good", "value": {"column": "Made"}, "counter": "total", "maximum": 1000},
        {"id": "scrap", "value": {"column": "Bad"}, "counter": "difference"},
    ],
    "state": {"column": "State", "packml": True, "map": {"Held": "E001"}},
}
PANEL: Rows = [
    {"At": "2026-11-20T08:00:00Z", "Made": "990", "Bad": "1", "State": "6"},
    {"At": "2026-11-20T08:10:00Z", "Made": "998", "Bad": "0", "State": "11"},
    {"At": "2026-11-20T08:20:00Z", "Made": "3", "Bad": "2", "State": "6"},
]


@pytest.mark.parametrize("way", KINDS)
def test_totals_and_states_mean_the_same_in_every_kind(tmp_path: Path, way: str) -> None:
    now = datetime.now(UTC) if way == "events" else NOW
    found = readings_of(told_by(way, PANEL, TOTALS, context(tmp_path), now))
    sums = {measure: sum(each.value or 0 for each in found if each.measure == measure) for measure in ("good", "scrap")}
    assert sums == {"good": 8 + 6, "scrap": 3}, "1,001 values from 0 to 1000, then over again"
    stood = {each.key: shown(each) for each in found if each.measure == "downtime" and each.value}
    stop = ("line-1", "downtime", "08:10", "08:20", 10, None, None, "E001", Quality.GOOD)
    assert list(stood.values()) == ([] if way == "mqtt" else [stop]), "a broker retains nothing of what was between"


def test_the_length_of_a_stop_is_exact(tmp_path: Path) -> None:
    thirds = [{**PANEL[0], "At": "2026-11-20T08:00:20Z", "State": "11"}, {**PANEL[1], "State": "6"}]
    found = readings_of(told_by("http", thirds, TOTALS, context(tmp_path), NOW))
    stood = [each for each in found if each.measure == "downtime"]
    assert sum((each.value or Fraction(0) for each in stood), Fraction(0)) == Fraction(29, 3)
    assert all(each.end - each.start <= timedelta(minutes=10) for each in stood)


PLANNED: Mapping[str, object] = {
    "node": {"column": "Machine", "map": {"M1": "line-1", "M2": "line-2"}},
    "start": "From",
    "end": "To",
    "zone": "Europe/Berlin",
    "decimal": ",",
    "product": {"column": "Item"},
    "order": {"column": "Job"},
    "key": "Job",
    "run": {
        "quantity": {"column": "Pieces"},
        "rate": {"column": "PerMinute", "scale": 60},
        "crew": 3,
        "kind": {"column": "What", "map": {"Auftrag": "production", "Ruesten": "changeover", "Storno": "cancelled"}},
    },
}
SCHEDULE: Rows = [
    {"Machine": "M1", "From": "20.11.2026 14:00", "To": "20.11.2026 16:00", "Item": "bolt", "Job": "A1",
     "Pieces": "500", "PerMinute": "4,5", "What": "Auftrag"},
    {"Machine": "M2", "From": "21.11.2026 06:00", "To": "", "Item": "nut", "Job": "A2",
     "Pieces": "", "PerMinute": "", "What": "Ruesten"},
    {"Machine": "M2", "From": "21.11.2026 08:00", "To": "21.11.2026 09:00", "Item": "nut", "Job": "A3",
     "Pieces": "1", "PerMinute": "1", "What": "Storno"},
    {"Machine": "M1", "From": "21.11.2026 08:00", "To": "21.11.2026 09:00", "Item": "nut", "Job": "A4",
     "Pieces": "1,5", "PerMinute": "viele", "What": "Auftrag"},
    {"Machine": "M9", "From": "21.11.2026 08:00", "To": "", "Item": "nut", "Job": "A5",
     "Pieces": "", "PerMinute": "", "What": "Auftrag"},
    {"Machine": "M1", "From": "21.11.2026 10:00", "To": "", "Item": "nut", "Job": "A6",
     "Pieces": "", "PerMinute": "", "What": "Pause"},
]  # fmt: skip


USUAL: Mapping[str, Any] = {"crew": 3, "origin": "it"}
TEN = datetime(2026, 11, 21, 7, tzinfo=UTC)
RUNS = [
    PlannedRun(
        node="line-1", start=TEN - timedelta(hours=18), end=TEN - timedelta(hours=16), product="bolt", order="A1",
        rate=Fraction(270), quantity=500, key="A1", **USUAL,
    ),
    PlannedRun(
        node="line-2", start=TEN - timedelta(hours=2), product="nut", order="A2", kind=RunKind.CHANGEOVER, key="A2",
        **USUAL,
    ),
    PlannedRun(
        node="line-2", start=TEN, end=TEN, product="nut", order="A3", rate=Fraction(60), quantity=1, key="A3", **USUAL
    ),
    PlannedRun(
        node="line-1", start=TEN, end=TEN + timedelta(hours=1), product="nut", order="A4", key="A4", **USUAL
    ),
]  # fmt: skip


@pytest.mark.parametrize("way", PLANNING)
def test_planned_runs_are_the_same_in_every_kind_and_may_lie_ahead(tmp_path: Path, way: str) -> None:
    batches = told_by(way, SCHEDULE, PLANNED, context(tmp_path), NOW)
    found = sorted((run for batch in batches for run in batch.runs), key=lambda run: run.order or "")
    assert found == RUNS
    assert readings_of(batches) == []
    said = " ".join(said_in(batches))
    for wrong in ("'1,5' is no whole number", "'viele' is not a number", "'M9' is no line", "'Pause' is no kind of"):
        assert wrong in said
