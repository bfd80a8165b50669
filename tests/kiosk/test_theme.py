"""A screen wears the theme of its settings, else its plant's own, else the dark one; what that breaks is said."""

import logging
from pathlib import Path

import pytest

from board.plant.load import read_files
from kiosk.settings import Settings, load_settings
from kiosk.theme import theme_complaints, theme_named, theme_of
from themes.theme import ThemeError

BLACK = 'name = "plant"\nlike = "dark"\n[colour]\nbg = "#000000"\n'
FAINT = 'name = "plant"\nlike = "dark"\n[colour]\ntext2 = "#777777"\n'


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    folder = tmp_path / "plant"
    folder.mkdir()
    return folder


def settings(tmp_path: Path, **given: object) -> Settings:
    return load_settings(given, environ={"HOME": str(tmp_path)})


def test_a_plant_without_a_theme_is_dark(tmp_path: Path, plant: Path) -> None:
    assert theme_of(settings(tmp_path), plant).name == "dark"
    assert theme_complaints(settings(tmp_path), plant) == ()


def test_a_plants_own_theme_is_worn_unless_the_screen_says_another(tmp_path: Path, plant: Path) -> None:
    (plant / "theme.toml").write_text(BLACK, encoding="utf-8")
    assert theme_of(settings(tmp_path), plant).colour("bg") == (0, 0, 0)
    assert theme_named(settings(tmp_path, theme="dark"), plant) == "dark"
    assert theme_of(settings(tmp_path, theme="light"), plant).name == "light"


def test_a_file_may_be_named_in_the_settings(tmp_path: Path, plant: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(BLACK, encoding="utf-8")
    assert theme_of(settings(tmp_path, theme=str(own)), plant).colour("bg") == (0, 0, 0)


def test_a_broken_rule_is_logged_and_the_board_opens(
    tmp_path: Path, plant: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (plant / "theme.toml").write_text(FAINT, encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert theme_of(settings(tmp_path), plant).name == "plant"
    assert "text2 (#777777) on bg (#0D1115) has a contrast of 4.2:1, and needs 7:1" in caplog.text
    assert theme_complaints(settings(tmp_path), plant)[0].startswith("theme plant: text2")
    caplog.clear()


def test_a_theme_that_cannot_be_used_is_a_complaint(tmp_path: Path, plant: Path) -> None:
    (plant / "theme.toml").write_text('[colour]\nbg = "#000000"\n', encoding="utf-8")
    assert "lacks colours for panel" in theme_complaints(settings(tmp_path), plant)[0]
    with pytest.raises(ThemeError, match="lacks colours"):
        theme_of(settings(tmp_path), plant)


def test_the_theme_of_a_plant_is_no_part_of_the_plant(plant: Path) -> None:
    (plant / "plant.toml").write_text("", encoding="utf-8")
    (plant / "theme.toml").write_text(BLACK, encoding="utf-8")
    assert list(read_files(plant)) == ["plant.toml"]
