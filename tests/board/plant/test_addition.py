"""A table is added to a plant file without touching anything else in it, or not at all."""

import os
import stat
from pathlib import Path

import pytest

from board.plant.addition import AdditionError, adding
from board.plant.load import load_plant
from board.plant.problem import PlantError
from board.plant.template import write_template
from tests.board.plant.written import text

SOURCE = {"id": "counts", "kind": "csv", "path": "drop/*.csv"}
FIRST = '[[source]]\nid = "parts"  # the old press\nkind = "csv"\n'
REMARK = "# ---- people ----\n"


def folder(tmp_path: Path, *more: str, name: str = "plant.toml", newline: str = "\n") -> Path:
    """Return a folder with one good plant in it."""
    (tmp_path / name).write_text(text(*more), encoding="utf-8", newline=newline)
    return tmp_path


def test_it_goes_to_the_end_where_there_is_no_source_yet(tmp_path: Path) -> None:
    plant = folder(tmp_path)
    before = (plant / "plant.toml").read_text()
    adding(plant, "source", SOURCE).write()
    after = (plant / "plant.toml").read_text()
    assert after == before.rstrip() + '\n\n[[source]]\nid = "counts"\nkind = "csv"\npath = "drop/*.csv"\n'
    assert [source.id for source in load_plant(plant).sources] == ["counts"]


def test_it_goes_behind_the_last_source_and_before_the_remarks_of_what_follows(tmp_path: Path) -> None:
    person = f'{REMARK}[[person]]\nid = "p"\nname = "P"\nrole = "leader"\n'
    plant = folder(tmp_path, FIRST, person)
    addition = adding(plant, "source", SOURCE)
    addition.write()
    after = (plant / "plant.toml").read_text()
    assert f"{FIRST}\n{addition.text}\n{person}" in after
    assert [source.id for source in load_plant(plant).sources] == ["parts", "counts"]


def test_brackets_within_a_list_are_no_head(tmp_path: Path) -> None:
    lists = 'path = "x"\nmeasure = [\n[1, 2],\n]\n\n[[person]]\nid = "p"\nname = "P"\nrole = "leader"\n'
    plant = folder(tmp_path, FIRST + lists)
    adding(plant, "source", SOURCE).write()
    assert (plant / "plant.toml").read_text().startswith(text(FIRST + lists).rstrip())
    assert [source.id for source in load_plant(plant).sources] == ["parts", "counts"]


def test_the_file_that_has_the_sources_takes_it(tmp_path: Path) -> None:
    plant = folder(tmp_path)
    (plant / "feeds.toml").write_text(FIRST)
    assert adding(plant, "source", SOURCE).path.name == "feeds.toml"
    assert adding(plant, "source", SOURCE, file="plant.toml").path.name == "plant.toml"
    with pytest.raises(AdditionError, match=r"no file other\.toml; it has feeds\.toml, plant\.toml"):
        adding(plant, "source", SOURCE, file="other.toml")


def test_windows_ends_of_line_and_its_mark_stay(tmp_path: Path) -> None:
    plant = folder(tmp_path, newline="\r\n")
    path = plant / "plant.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    adding(plant, "source", SOURCE).write()
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\n") == after.count(b"\r\n")


def test_a_plant_that_would_be_wrong_is_not_written(tmp_path: Path) -> None:
    plant = folder(tmp_path, FIRST)
    before = (plant / "plant.toml").read_bytes()
    with pytest.raises(PlantError, match='another source is "parts" already'):
        adding(plant, "source", {**SOURCE, "id": "parts"})
    assert (plant / "plant.toml").read_bytes() == before
    assert [path.name for path in plant.iterdir()] == ["plant.toml"]


def test_sources_written_as_a_list_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "plant.toml").write_text('source = [{ id = "parts", kind = "csv" }]\n' + text())
    with pytest.raises(PlantError, match=r"tables headed \[\[source\]\]"):
        adding(tmp_path, "source", SOURCE)


def test_a_file_that_somebody_else_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    addition = adding(folder(tmp_path), "source", SOURCE)
    (tmp_path / "plant.toml").write_text(text("# mine"))
    with pytest.raises(AdditionError, match="changed by somebody else meanwhile"):
        addition.write()
    assert (tmp_path / "plant.toml").read_text() == text("# mine")


def test_the_file_keeps_its_rights_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    folder(tmp_path / "kept")
    (tmp_path / "kept" / "plant.toml").chmod(0o640)
    (tmp_path / "plant").mkdir()
    link = tmp_path / "plant" / "plant.toml"
    link.symlink_to(tmp_path / "kept" / "plant.toml")
    adding(tmp_path / "plant", "source", SOURCE).write()
    assert link.is_symlink()
    assert stat.S_IMODE((tmp_path / "kept" / "plant.toml").stat().st_mode) == 0o640
    assert 'id = "counts"' in link.read_text()


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    addition = adding(folder(tmp_path), "source", SOURCE)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(AdditionError, match="cannot be written"):
            addition.write()
    finally:
        tmp_path.chmod(0o700)


def test_the_template_of_a_plant_takes_a_source(tmp_path: Path) -> None:
    write_template(tmp_path)
    adding(tmp_path, "source", SOURCE).write()
    assert [source.id for source in load_plant(tmp_path).sources] == ["counts"]
