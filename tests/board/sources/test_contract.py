"""What a source is handed, how it is found, and how often it is looked at."""

import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from board.plant.load import load_plant
from board.plant.plant import SourceSpec
from board.sources import contract
from board.sources.contract import SettingsError, SourceContext, SourceError, known_kinds, look_every, open_source
from tests.board.sources.drop import context

PLANTS = Path(__file__).parents[3] / "assets" / "plants"


def test_the_context_of_a_plant_knows_its_names() -> None:
    plant = load_plant(PLANTS / "demo")
    found = SourceContext.of(plant)
    assert found.timezone == "Europe/London"
    assert found.nodes["line-3"] == "Line 3"
    assert found.nodes["filling"] == "Filling"
    assert found.nodes["northgate"] == "Northgate Works"
    assert found.reasons["labeller-jam"] == "Labeller jam"
    assert found.measures["good"] == "count"
    assert found.measures["energy"] == "amount"
    assert found.day_starts == time(6, 0)
    assert found.plant() is plant


def test_a_context_without_its_plant_loads_it_from_the_folder() -> None:
    found = SourceContext(timezone="Europe/London", folder=PLANTS / "demo")
    assert found.plant().site.id == "northgate"
    with pytest.raises(SourceError, match="no plant folder was given"):
        SourceContext(timezone="Europe/London").plant()


@pytest.mark.parametrize(
    ("expected_every", "poll_s", "every"),
    [
        (timedelta(minutes=1), None, 5),
        (timedelta(minutes=15), None, 15),
        (timedelta(days=1), None, 60),
        (timedelta(minutes=1), 2, 2),
        (timedelta(minutes=1), "0.5", None),
    ],
)
def test_how_often_a_source_is_looked_at(expected_every: timedelta, poll_s: object, every: float | None) -> None:
    settings = {} if poll_s is None else {"poll_s": poll_s}
    spec = SourceSpec(id="x", kind="csv", settings=settings, expected_every=expected_every)
    if every is None:
        with pytest.raises(SettingsError, match=r"key poll_s: found '0.5', expected a number from 1 to 3600"):
            look_every(spec)
    else:
        assert look_every(spec) == timedelta(seconds=every)


def test_a_kind_of_another_package_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    class Teleprinter:
        """A kind of source from elsewhere."""

        def __init__(self, spec: SourceSpec, found: SourceContext) -> None:
            self.made_from = spec, found

    class Point:
        """An entry point."""

        name = "teleprinter"

        def load(self) -> type[Teleprinter]:
            return Teleprinter

    monkeypatch.setattr(contract, "_installed", lambda: (Point(),))
    spec, found = SourceSpec(id="x", kind="teleprinter", settings={}), context()
    opened = open_source(spec, found)
    assert isinstance(opened, Teleprinter)
    assert opened.made_from == (spec, found)
    assert known_kinds() == (*sorted(contract.KINDS), "teleprinter")


def test_the_feeds_process_stays_lean() -> None:
    heavy = "pydantic", "apsw", "PySide6", "importlib.metadata", "board.plant.load", "board.store"
    code = f"import board.sources.feed, board.sources.csv_folder, sys; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_plants_that_ship_have_sources_that_open(realdata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    for name in ("demo", "workcell"):
        plant = load_plant(PLANTS / name)
        assert plant.sources
        for spec in plant.sources:
            assert open_source(spec, SourceContext.of(plant)).check(now) == ()
    (log,) = load_plant(PLANTS / "workcell").sources
    monkeypatch.delenv("GEMBABOARD_REAL_DATA")
    (complaint,) = open_source(log, SourceContext.of(load_plant(PLANTS / "workcell"))).check(now)
    assert complaint.said == (
        "production_data.csv: the environment variable GEMBABOARD_REAL_DATA is not set; "
        "it must name the folder that holds workcell/"
    )
