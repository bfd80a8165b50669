"""Settings come from four layers, the nearer wins, and what is wrong is said with the place where it stands."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.settings import Settings, SettingsError, load_settings, station_id
from themes.theme import THEMES

THEME_SAID = str(Settings.model_fields["theme"].description)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which nothing is set but a home."""
    return {"HOME": str(tmp_path / "home")}


def kiosk_toml(folder: Path, text: str) -> Path:
    """Lay down a file of settings."""
    path = folder / "kiosk.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def said(environ: dict[str, str], file: Path | None = None, **given: object) -> str:
    """Return what is said about settings that cannot be used."""
    with pytest.raises(SettingsError) as caught:
        load_settings(given, file=file, environ=environ)
    return str(caught.value)


def test_without_any_setting_there_is_a_board(environ: dict[str, str], tmp_path: Path) -> None:
    settings = load_settings(environ=environ)
    assert settings.plant is None
    assert settings.theme == "dark"
    assert settings.database == tmp_path / "home/.local/share/gembaboard/demo.db"
    assert settings.log_folder == tmp_path / "home/.local/state/gembaboard/log"
    assert settings.backup_folder == tmp_path / "home/.local/share/gembaboard/backup"


def test_the_nearer_layer_wins(environ: dict[str, str], tmp_path: Path) -> None:
    file = kiosk_toml(tmp_path, 'theme = "light"\nnode = "line-1"\nquiet_s = 20\npalm_mm = 50')
    environ |= {"GEMBABOARD_NODE": "line-2", "GEMBABOARD_QUIET_S": "25"}
    settings = load_settings({"quiet_s": 40, "theme": None}, file=file, environ=environ)
    assert (settings.palm_mm, settings.theme, settings.node, settings.quiet_s) == (50, "light", "line-2", 40)


def test_kiosk_toml_is_found_in_the_users_configuration(environ: dict[str, str], tmp_path: Path) -> None:
    kiosk_toml(tmp_path / "home/.config/gembaboard", "windowed = true")
    assert load_settings(environ=environ).windowed
    kiosk_toml(tmp_path / "xdg/gembaboard", "windowed = false")
    assert not load_settings(environ=environ | {"XDG_CONFIG_HOME": str(tmp_path / "xdg")}).windowed


def test_kiosk_toml_may_be_named_by_the_environment(environ: dict[str, str], tmp_path: Path) -> None:
    file = kiosk_toml(tmp_path, 'screen = "HDMI-1"')
    assert load_settings(environ=environ | {"GEMBABOARD_SETTINGS": str(file)}).screen == "HDMI-1"


def test_paths_in_the_file_start_beside_it(environ: dict[str, str], tmp_path: Path) -> None:
    file = kiosk_toml(tmp_path / "etc", 'plant = "plant"\ndata_folder = "/srv/gemba"')
    settings = load_settings(file=file, environ=environ)
    assert settings.plant == tmp_path / "etc/plant"
    assert settings.database == Path("/srv/gemba/board.db")


def test_a_plant_of_ones_own_does_not_share_the_demo_plants_database(environ: dict[str, str]) -> None:
    assert load_settings({"plant": "plant"}, environ=environ).database.name == "board.db"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('theme = "drak"', f'theme: found "drak", expected {THEME_SAID}.'),
        ("quiet_s = 4", "quiet_s: found 4, expected whole seconds, 5 to 3600."),
        ("diagonal_inch = nan", "diagonal_inch: found nan, expected the screen's diagonal in inches, 5 to 300."),
        ("quiet = 30", 'quiet: found an unknown setting, expected "quiet_s".'),
        ("plant = 3", "plant: found 3, expected the path of a plant folder."),
        ("theme = ", "expected TOML."),
    ],
)
def test_an_error_names_file_key_found_and_expected(
    environ: dict[str, str], tmp_path: Path, text: str, sentence: str
) -> None:
    file = kiosk_toml(tmp_path, text)
    told = said(environ, file)
    assert told.startswith(str(file))
    assert told.endswith(sentence)


def test_every_problem_of_every_layer_is_said_at_once(environ: dict[str, str], tmp_path: Path) -> None:
    file = kiosk_toml(tmp_path, 'theme = "drak"')
    told = said(environ | {"GEMBABOARD_QUIET_S": "long"}, file, node=3).splitlines()
    assert told == [
        "the command line: --node: found 3, expected the id of a line, an area or the site.",
        f'{file}: theme: found "drak", expected {THEME_SAID}.',
        'the environment: GEMBABOARD_QUIET_S: found "long", expected whole seconds, 5 to 3600.',
    ]


def test_a_misspelt_variable_is_noticed_and_a_strangers_is_not(environ: dict[str, str]) -> None:
    assert said(environ | {"GEMBABOARD_THEMES": "dark"}).endswith("found an unknown name, expected GEMBABOARD_THEME.")
    load_settings(environ=environ | {"GEMBABOARD_ERP_PASSWORD": "x", "GEMBABOARD_REAL_DATA": "/data"})


def test_a_file_that_was_named_must_be_there(environ: dict[str, str], tmp_path: Path) -> None:
    assert (
        said(environ, tmp_path / "no.toml") == f"{tmp_path}/no.toml: found no such file, expected a file of settings."
    )


@pytest.mark.parametrize("name", THEMES)
def test_the_themes_are_those_that_exist(environ: dict[str, str], name: str) -> None:
    assert load_settings({"theme": name}, environ=environ).theme == name
    assert f'"{name}"' in THEME_SAID


def test_a_theme_of_ones_own_lies_beside_the_file_that_names_it(environ: dict[str, str], tmp_path: Path) -> None:
    file = kiosk_toml(tmp_path / "etc", 'theme = "own.toml"')
    assert load_settings(file=file, environ=environ).theme == str(tmp_path / "etc/own.toml")
    assert load_settings({"theme": "here/own.toml"}, environ=environ).theme == "here/own.toml"


def test_every_setting_is_read_by_something() -> None:
    kiosk = Path(str(sys.modules["kiosk"].__file__)).parent
    own = {kiosk / "settings.py"}
    read = "\n".join(path.read_text(encoding="utf-8") for path in set(kiosk.rglob("*.py")) - own)
    inside = {"data_folder", "station"}  # read where the folders and the station's id are worked out
    assert {name for name in Settings.model_fields if f"settings.{name}" not in read} <= inside


def test_every_setting_says_what_it_expects() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_a_station_keeps_the_id_it_was_given_at_its_first_start(environ: dict[str, str]) -> None:
    settings = load_settings(environ=environ)
    first = station_id(settings)
    assert first.startswith("station-")
    assert station_id(settings) == first


def test_two_stations_differ_and_one_may_be_named(environ: dict[str, str], tmp_path: Path) -> None:
    other = environ | {"HOME": str(tmp_path / "elsewhere")}
    assert station_id(load_settings(environ=environ)) != station_id(load_settings(environ=other))
    assert station_id(load_settings({"station": "press-shop"}, environ=environ)) == "press-shop"


def test_a_damaged_station_file_is_made_anew(environ: dict[str, str]) -> None:
    settings = load_settings(environ=environ)
    station_id(settings)
    (settings.data_folder / "station").write_bytes(b"\0\0\0\xff")
    made = station_id(settings)
    assert made.startswith("station-")
    assert station_id(settings) == made


def test_settings_load_without_the_slow_library() -> None:
    code = "import sys, kiosk.settings as s; s.load_settings(); sys.exit('pydantic_settings' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode == 0
