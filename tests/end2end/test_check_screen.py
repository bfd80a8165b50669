"""What check says of the screen and of the theme: too small to read or to touch, too little contrast."""

from pathlib import Path

from tests.board.plant.written import text
from tests.end2end.command import run


def plant(folder: Path) -> Path:
    """Return a folder with a plant of one line and no source."""
    (folder / "plant.toml").write_text(text(), encoding="utf-8")
    return folder


def test_on_a_large_screen_all_is_well_either_way_up(tmp_path: Path) -> None:
    for size in ("1920x1080", "1080x1920"):
        told = run("check", "--plant", str(plant(tmp_path)), "--size", size, home=tmp_path)
        assert (told.returncode, told.stdout.splitlines()[-1]) == (0, "all is well")


def test_what_is_too_small_to_read_or_to_touch_is_named(tmp_path: Path) -> None:
    screen = {"GEMBABOARD_DIAGONAL_INCH": "10.1", "GEMBABOARD_DISTANCE_M": "4"}
    told = run("check", "--plant", str(plant(tmp_path)), "--size", "1280x800", home=tmp_path, **screen)
    assert told.returncode == 1
    assert "on this 10.1-inch screen at 4 m " in told.stdout
    assert " cannot be read; from " in told.stdout
    assert "on this 10.1-inch screen the smallest thing to touch on the letters measures " in told.stdout
    assert "a finger takes 20 mm" in told.stdout


def test_a_theme_of_the_plants_own_that_breaks_a_rule_is_named_with_a_way_out(tmp_path: Path) -> None:
    folder = plant(tmp_path)
    (folder / "theme.toml").write_text('name = "ours"\nlike = "dark"\n[colour]\ntext2 = "#777777"\n', encoding="utf-8")
    told = run("check", "--plant", str(folder), home=tmp_path)
    assert told.returncode == 1
    assert (
        "theme ours: text2 (#777777) on bg (#0D1115) has a contrast of 4.2:1, and needs 7:1; text2 = #" in told.stdout
    )
