"""`gembaboard init` leaves a plant that loads, and destroys none."""

from pathlib import Path

import pytest

from board.plant.load import load_plant, parse_plant
from board.plant.problem import PlantError
from board.plant.template import TEMPLATE, write_template


def test_template_loads_without_problems(tmp_path: Path) -> None:
    path = write_template(tmp_path / "new" / "plant")
    works = load_plant(path.parent)
    assert [line.id for line in works.lines] == ["line-1"]
    assert 0 < len(works.reasons_of("line-1")) <= 8
    assert works.kpis[0].targets


def test_what_is_offered_in_remarks_loads_too() -> None:
    heads = ("# [[", "# lines", "# name", "# first", "# last", "# line ", "# product", "# cycle", "# stations", "# id",
             "# kind", "# path", "# node", "# time", "# measure", "# stale_after", "# group", "# code", "# letter",
             "# kpi", "# what", "# owner", "# day", "# raised", "# due", "# done", "# verified")  # fmt: skip
    offered = [line.removeprefix("# ") if line.startswith(heads) else line for line in TEMPLATE.splitlines()]
    works = parse_plant({"plant.toml": "\n".join(offered)})
    assert (len(works.days_off), len(works.rates), len(works.sources)) == (1, 1, 1)
    assert [reason.code for reason in works.reasons_of("line-1", "scrap")] == ["label-skew"]
    assert [action.verified is not None for action in works.actions] == [True]


def test_plant_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("mine")
    with pytest.raises(PlantError, match=r"mine\.toml already"):
        write_template(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.toml"]


def test_settings_of_the_kiosk_are_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text("")
    assert write_template(tmp_path).exists()


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PlantError, match="expected a folder that can be written to"):
        write_template(tmp_path / "file" / "plant")
