"""The README tells the truth as far as a machine can tell: commands, settings, examples and files are there."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from board.plant.load import parse_plant
from board.plant.schema import TABLES, RungTable, SiteTable
from board.plant.schema_kpi import StartTable, TargetTable
from board.plant.table import Table
from board.sources.contract import SourceContext, open_source
from kiosk.command import COMMANDS
from kiosk.settings import Settings, load_settings
from tests.house.tree import ROOT, files

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
WITHOUT_ENTRY = {"run"}  # stands in the README as the command without a word


def blocks(language: str) -> list[str]:
    """Return the README's blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_it_begins_with_a_picture_and_two_commands() -> None:
    lines = [line for line in README.splitlines() if line]
    assert lines[1].startswith("![")
    assert re.findall(r"^make \w+", blocks("sh")[0], re.MULTILINE) == ["make run", "make test"]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:`|^)make ([a-z]+)", README, re.MULTILINE))))
def test_every_make_command_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_the_table_of_commands_is_that_of_the_command_line() -> None:
    told = set(re.findall(r"^\| `gembaboard ([a-z]+)", README, re.MULTILINE))
    assert told == set(COMMANDS) - WITHOUT_ENTRY


def test_every_setting_is_in_its_table_and_none_else() -> None:
    table = re.search(r"^\| setting \|.*?\n\n", README, re.MULTILINE | re.DOTALL)
    assert table is not None
    first_cells = [row.split("|")[1] for row in table.group().splitlines()[2:] if row]
    told = {name for cell in first_cells for name in re.findall(r"`([a-z_]+)`", cell)}
    assert told == set(Settings.model_fields)


def test_the_plant_of_the_readme_is_a_plant() -> None:
    plant = parse_plant({"plant.toml": blocks("toml")[0]})
    assert [line.name for line in plant.lines] == ["Line 1"]


def test_the_settings_of_the_readme_are_settings(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text(blocks("toml")[1], encoding="utf-8")
    settings = load_settings(file=tmp_path / "kiosk.toml", environ={"HOME": str(tmp_path)})
    assert settings.node == "line-1"


SOURCES = [block for block in blocks("toml") if block.startswith("[[source]]")]


@pytest.mark.parametrize("block", SOURCES, ids=[tomllib.loads(block)["source"][0]["id"] for block in SOURCES])
def test_every_source_of_the_readme_can_be_opened_as_it_stands(block: str) -> None:
    plant = parse_plant({"plant.toml": blocks("toml")[0], "sources.toml": block})
    context = SourceContext.of(plant)
    lines = {f"line-{number}": f"Line {number}" for number in (1, 2, 3)}
    reasons = {"labeller-jam": "Jam", "starved": "Starved"}
    known = replace(context, nodes={**context.nodes, **lines}, reasons={**context.reasons, **reasons})
    for spec in plant.sources:
        if any(each["id"] == spec.id for each in tomllib.loads(block)["source"]):
            open_source(spec, known)


def test_the_unit_restarts_for_ever_and_is_watched() -> None:
    unit = blocks("ini")[0]
    for line in ("Restart=always", "StartLimitIntervalSec=0", "WatchdogSec=30", "Type=notify", "MemoryMax=600M"):
        assert line in unit.splitlines()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\[[^]]*\]\(([^)#:]+)\)", README))))
def test_every_file_it_points_to_is_there(target: str) -> None:
    assert (ROOT / target).is_file()


def test_every_folder_it_names_is_there() -> None:
    kept = {str(parent) for path in files() for parent in path.parents}
    named = set(re.findall(r"`((?:assets|board|kiosk|tests)/[\w/-]+)`", README))
    assert [name for name in named if name not in kept] == []


def test_the_project_says_the_same_of_itself_as_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["readme"] == "README.md"
    assert "short interval control" in project["description"]
    assert "short interval control" in README


@pytest.mark.parametrize(
    ("table", "model"),
    [
        ("site", SiteTable),
        *TABLES.items(),
        ("ladder", RungTable),
        ("targets", TargetTable),
        ("month_targets", TargetTable),
        ("start", StartTable),
    ],
)
def test_every_key_of_a_plant_file_is_in_its_table(table: str, model: type[Table]) -> None:
    section = README.partition("## The plant file, table by table")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    (row,) = (line for line in rows if re.search(rf"`\[*{table}\]*`", line.split("|")[1]))
    told = set(re.findall(r"`([a-z_]+)`", row.split("|")[2]))
    assert {field.alias or name for name, field in model.model_fields.items()} <= told
