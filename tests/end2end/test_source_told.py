"""A broker and a machine are connected in a minute too: what they have is found, shown as understood, and tried."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from board.plant.load import load_plant
from tests.board.plant.written import text
from tests.board.sources import broker
from tests.board.sources.machine import Machine
from tests.end2end.command import run


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    """Return a folder with a plant of one line in it."""
    folder = tmp_path / "plant"
    folder.mkdir()
    (folder / "plant.toml").write_text(text(""), encoding="utf-8")
    return folder


@pytest.fixture
def machine() -> Iterator[Machine]:
    """Return a machine that has counted to 4711."""
    found = Machine({"made": 4711, "state": 6})
    found.start()
    yield found
    found.close()


def newest(plant: Path, home: Path) -> dict[str, object]:
    """Return what `check` tells of the only source."""
    told = json.loads(run("check", "--plant", str(plant), "--json", home=home).stdout)
    assert told["complaints"] == []
    (source,) = told["sources"]
    assert source["answered"]
    assert 0 <= source["took_ms"] < 60_000
    return dict(source)


def test_a_broker(plant: Path, tmp_path: Path) -> None:
    at = datetime.now(UTC) - timedelta(minutes=3)
    payload = json.dumps({"value": 5, "timestamp_ms": int(at.timestamp() * 1000)})
    with broker.serving() as found, broker.publishing(found) as publisher:
        publisher.send("plant/hall/L1/ok", payload, retain=True)
        publisher.send("plant/hall/L1/temperature", "71.5", retain=True)
        words = ["--kind", "mqtt", "--id", "uns", "--set", f"url={found.url}"]
        words += ["--set", "topic=plant/{area}/{line}/{tag}", "--map", "node=line", "--word", "node:L1=line-1"]
        words += ["--map", 'good={ value = { column = "value" }, when = { tag = "ok" } }']
        told = run("source", "add", "--plant", str(plant), *words, "--yes", home=tmp_path)
        assert told.returncode == 0, told.stdout + told.stderr
        (row,) = (line.split() for line in told.stdout.splitlines() if line.startswith("line-1  good"))
        assert "5" in row
        (source,) = load_plant(plant).sources
        assert source.settings["node"] == {"column": "line", "map": {"L1": "line-1"}}
        checked = newest(plant, tmp_path)
    assert checked["newest"] == {"node": "line-1", "measure": "good", "value": "5", "unit": ""}
    assert 180 <= int(str(checked["age_s"])) < 600


def test_a_machine(plant: Path, tmp_path: Path, machine: Machine) -> None:
    words = ["--kind", "opcua", "--id", "packer", "--set", f"url={machine.url}", "--map", "node=line-1"]
    words += ["--set", 'nodes={ made = "ns=2;s=made", state = "ns=2;s=state" }']
    counted = [*words, "--map", 'good={ value = { column = "made" }, counter = "total" }']
    told = run("source", "add", "--plant", str(plant), *counted, "--yes", home=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "What a counter adds" in told.stdout
    assert newest(plant, tmp_path)["newest"] is None, "its first value adds nothing"


def test_a_measure_given_whole_stays_as_it_was_given(plant: Path, tmp_path: Path, machine: Machine) -> None:
    words = ["--kind", "opcua", "--id", "packer", "--set", f"url={machine.url}", "--map", "node=line-1"]
    words += ["--set", 'nodes={ made = "ns=2;s=made", state = "ns=2;s=state" }']
    words += ["--set", 'measure=[{ id = "good", value = { column = "made" }, counter = "total", maximum = 65535 }]']
    told = run("source", "add", "--plant", str(plant), *words, "--yes", home=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr
    (source,) = load_plant(plant).sources
    (measure,) = cast("list[dict[str, object]]", source.settings["measure"])
    assert (measure["counter"], measure["maximum"]) == ("total", 65535), "no guess has come in its place"
    twice = [*words, "--id", "again", "--map", "good=made"]
    refused = run("source", "add", "--plant", str(plant), *twice, "--yes", home=tmp_path)
    assert refused.returncode == 1
    assert "good: the setting measure says that already" in refused.stderr


def test_a_total_that_may_only_rise_is_named_with_the_option_for_it(
    plant: Path, tmp_path: Path, machine: Machine
) -> None:
    words = ["--kind", "opcua", "--id", "packer", "--set", f"url={machine.url}", "--map", "node=line-1"]
    words += ["--set", 'nodes={ made = "ns=2;s=made" }', "--map", "good=made"]
    told = run("source", "add", "--plant", str(plant), *words, "--yes", home=tmp_path)
    assert "of a total that only rises: --map good.counter=total" in told.stdout
    counted = run("source", "add", "--plant", str(plant), *words, "--map", "good.counter=total", "--yes", home=tmp_path)
    assert counted.returncode == 0, counted.stdout + counted.stderr
    assert "--map good.counter" not in counted.stdout


def test_a_machine_without_a_row_that_is_no_counter_is_said(plant: Path, tmp_path: Path, machine: Machine) -> None:
    words = ["--kind", "opcua", "--id", "packer", "--set", f"url={machine.url}", "--map", "node=line-1"]
    words += ["--set", 'nodes={ made = "ns=2;s=made" }', "--map", 'good={ value = { column = "made" } }']
    told = run("source", "add", "--plant", str(plant), *words, "--yes", home=tmp_path)
    assert told.returncode == 1
    assert "packer has no rows yet" in told.stderr
    assert load_plant(plant).sources == ()


def test_a_level_of_a_machine_is_shown_as_it_stands(plant: Path, tmp_path: Path, machine: Machine) -> None:
    with (plant / "plant.toml").open("a", encoding="utf-8") as stream:
        stream.write('\n[[measure]]\nid = "speed"\nname = "Speed"\nkind = "level"\nunit = "1/min"\n')
    words = ["--kind", "opcua", "--id", "packer", "--set", f"url={machine.url}", "--map", "node=line-1"]
    words += ["--set", 'nodes={ made = "ns=2;s=made" }', "--map", "speed=made"]
    told = run("source", "add", "--plant", str(plant), *words, "--yes", home=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "4711" in told.stdout
    checked = newest(plant, tmp_path)["newest"]
    assert isinstance(checked, dict)
    assert (checked["measure"], checked["value"]) == ("speed", "4711")
