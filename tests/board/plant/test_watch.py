"""A changed plant folder is noticed once, when it has come to rest."""

import os
from pathlib import Path

import pytest

from board.plant.template import write_template
from board.plant.watch import PlantWatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_template(tmp_path / "plant").parent


def looks(watch: PlantWatch, times: int = 3) -> list[bool]:
    return [watch.changed() for _ in range(times)]


def test_folder_that_stays_the_same_is_quiet(folder: Path) -> None:
    watch = PlantWatch(folder)
    (folder / "plant.toml").touch()
    (folder / "notes.txt").write_text("no part of the plant")
    assert looks(watch) == [False, False, False]


def test_change_is_told_once_after_it_has_stood_still(folder: Path) -> None:
    watch = PlantWatch(folder)
    (folder / "more.toml").write_text("# new")
    assert looks(watch) == [False, True, False]


def test_folder_that_is_being_copied_is_not_yet_a_change(folder: Path) -> None:
    watch = PlantWatch(folder)
    text = (folder / "plant.toml").read_text(encoding="utf-8") + "# longer\n"
    for part in range(1, 4):
        (folder / "plant.toml").write_text(text[: len(text) * part // 3], encoding="utf-8")
        assert not watch.changed()
    assert looks(watch) == [True, False, False]


def test_same_size_and_same_time_do_not_hide_a_change(folder: Path) -> None:
    watch = PlantWatch(folder)
    path = folder / "plant.toml"
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("rate = 100", "rate = 101"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert looks(watch) == [False, True, False]


def test_folder_that_goes_and_comes_back_is_told_both_times(folder: Path) -> None:
    watch = PlantWatch(folder)
    folder.rename(folder.with_name("away"))
    assert looks(watch) == [False, True, False]
    folder.with_name("away").rename(folder)
    assert looks(watch) == [False, True, False]


def test_change_taken_back_before_it_counted_is_none(folder: Path) -> None:
    watch = PlantWatch(folder)
    (folder / "more.toml").write_text("# new")
    assert not watch.changed()
    (folder / "more.toml").unlink()
    assert looks(watch) == [False, False, False]
