"""The kiosk's own settings: defaults, then kiosk.toml, then GEMBABOARD_* of the environment, then the command line.

Layers are laid over one another here rather than by pydantic-settings, which would add 0.1 s to every start; here too
each value keeps its origin, so that an error names the file, variable or option that is wrong.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from board.plant.problem import Problem
from kiosk.rotation import EXPECTED, parse_stops
from themes.theme import THEMES

PREFIX: Final = "GEMBABOARD_"
FILE_VARIABLE: Final = "GEMBABOARD_SETTINGS"
_NO_SETTINGS: Final = ("GEMBABOARD_REAL_DATA", FILE_VARIABLE)  # ours, but not settings
_LANGUAGE: Final = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
OWN_THEME: Final = ".toml"
_STATION: Final = r"[A-Za-z0-9_.-]{1,64}"
_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class SettingsError(Exception):
    """Settings that cannot be used; says every problem in a sentence of its own, one per line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problem.sentence for problem in problems))


def _turning(text: str) -> str:
    parse_stops(text)
    return text


def _theme(text: str) -> str:
    """Return the name of a theme or the path of its file; ValueError where it is neither."""
    if text not in THEMES and not text.endswith(OWN_THEME):
        raise ValueError(text)
    return text


class Settings(BaseModel):
    """What one screen needs to know about itself. A field's description says what is expected of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)

    plant: Path | None = Field(None, description="the path of a plant folder")
    node: str | None = Field(None, min_length=1, description="the id of a line, an area or the site")
    page: Literal["sqcdp", "sicb", "lines", "bowling", "changes", "sources"] | None = Field(
        None, description='the page to open on: "sqcdp", "sicb", "lines", "bowling", "changes" or "sources"'
    )
    rotation: Annotated[str, AfterValidator(_turning)] = Field("", description=EXPECTED)
    home_s: int = Field(60, ge=10, le=24 * 3600, description="whole seconds without a touch, 10 to 86400")
    theme: Annotated[str, AfterValidator(_theme)] = Field(
        "dark", description='"dark", "light", "colourblind", "highcontrast" or the path of a .toml file'
    )
    language: str | None = Field(
        None, pattern=f"^{_LANGUAGE}$", description='a language such as "de" or "pl" instead of the site\'s'
    )
    screen: str | None = Field(None, min_length=1, description='the name of a screen such as "HDMI-1"')
    windowed: bool = Field(default=False, description="true or false")
    reduced_motion: bool = Field(default=False, description="true or false")
    pointer_hidden: bool = Field(default=True, description="true or false")
    diagonal_inch: float = Field(55.0, ge=5, le=300, description="the screen's diagonal in inches, 5 to 300")
    distance_m: float = Field(5.0, ge=0.3, le=50, description="metres from the screen to its readers, 0.3 to 50")
    palm_mm: float = Field(45.0, ge=10, le=500, description="millimetres from which a touch is a palm, 10 to 500")
    quiet_s: int = Field(30, ge=5, le=3600, description="whole seconds, 5 to 3600")
    feeds_memory_mib: int = Field(256, ge=64, le=65536, description="whole MiB, 64 to 65536")
    station: str | None = Field(None, pattern=f"^{_STATION}$", description="up to 64 letters, figures, dots or dashes")
    data_folder: Path = Field(description="the path of a folder")
    database: Path = Field(description="the path of a file")
    log_folder: Path = Field(description="the path of a folder")
    backup_folder: Path = Field(description="the path of a folder")


_PATHS: Final = ("plant", "data_folder", "database", "log_folder", "backup_folder")
_THEME: Final = "theme"


def load_settings(
    given: Mapping[str, object] = _NOTHING,
    *,
    file: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Return the settings from all layers; raise SettingsError with every problem found.

    `given` comes from the command line (None means not given). `file` is kiosk.toml; without it the one named by
    GEMBABOARD_SETTINGS, or the one in the user's configuration folder where there is one.
    """
    named = file or (Path(environ[FILE_VARIABLE]) if environ.get(FILE_VARIABLE) else None)
    path = named or config_folder(environ) / "kiosk.toml"
    values, origins, problems = _layered(path, named is not None, environ, given)
    if not problems:
        try:
            return Settings.model_validate(_with_folders(values, environ))
        except ValidationError as error:
            problems = [_problem(dict(each), origins) for each in error.errors(include_url=False)]
    raise SettingsError(tuple(dict.fromkeys(problems)))


def config_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the user's folder for gembaboard's settings."""
    return _xdg(environ, "XDG_CONFIG_HOME", ".config")


def station_id(settings: Settings) -> str:
    """Return who this station is in the journal: as set, or made once and kept in the data folder."""
    if settings.station:
        return settings.station
    path = settings.data_folder / "station"
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        kept = path.read_text(encoding="ascii", errors="replace").strip()
        if re.fullmatch(_STATION, kept, re.ASCII):
            return kept
    made = f"station-{os.urandom(6).hex()}"
    _write_durably(path, made)
    return made


def _layered(
    path: Path, is_named: bool, environ: Mapping[str, str], given: Mapping[str, object]
) -> tuple[dict[str, object], dict[str, tuple[str, str]], list[Problem]]:
    """Lay the layers over one another; return the values, where each came from (file, key), and what was unusable."""
    values: dict[str, object] = {}
    origins: dict[str, tuple[str, str]] = {}
    filed, problems = _from_file(path, is_named)
    variables, misspelt = _from_environment(environ)
    options = {key: value for key, value in given.items() if value is not None}
    for place, base, layer in (
        (str(path), path.parent, filed),
        ("the environment", Path(), variables),
        ("the command line", Path(), options),
    ):
        for key, value in layer.items():
            spelling = {"the environment": PREFIX + key.upper(), "the command line": "--" + key.replace("_", "-")}
            origins[key] = (place, spelling.get(place, key))
            values[key] = _placed(key, value, base)
    return values, origins, problems + misspelt


def _placed(key: str, value: object, base: Path) -> object:
    """Return a value, a path in it from where it was written; a theme is a path where it names a file."""
    if not isinstance(value, str):
        return value
    if key in _PATHS:
        return base / Path(value).expanduser()
    return str(base / Path(value).expanduser()) if key == _THEME and value.endswith(OWN_THEME) else value


def _from_file(path: Path, is_named: bool) -> tuple[dict[str, object], list[Problem]]:
    """Read kiosk.toml; one that nobody named may be missing."""
    try:
        with path.open("rb") as file:
            return tomllib.load(file), []
    except FileNotFoundError:
        return {}, [Problem(str(path), "", "no such file", "a file of settings")] if is_named else []
    except OSError as problem:
        return {}, [Problem(str(path), "", problem.strerror or "an error", "a file that can be read")]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        return {}, [Problem(str(path), "", str(problem), "TOML")]


def _from_environment(environ: Mapping[str, str]) -> tuple[dict[str, object], list[Problem]]:
    """Return the settings among the variables, and those that look like a misspelt one."""
    values: dict[str, object] = {}
    problems = []
    for name in sorted(environ):
        key = name.removeprefix(PREFIX).lower()
        if not name.startswith(PREFIX) or name in _NO_SETTINGS or not environ[name]:
            continue
        if key in Settings.model_fields:
            values[key] = environ[name]
        elif like := _like(key):
            problems.append(Problem("the environment", name, "an unknown name", PREFIX + like.upper()))
    return values, problems


def _with_folders(values: dict[str, object], environ: Mapping[str, str]) -> dict[str, object]:
    """Fill in the folders nobody set; the demo plant has a database of its own."""
    data = values.get("data_folder") or _xdg(environ, "XDG_DATA_HOME", ".local/share")
    data = data if isinstance(data, Path) else Path(str(data))
    folders: dict[str, object] = {
        "data_folder": data,
        "database": data / ("board.db" if values.get("plant") else "demo.db"),
        "log_folder": _xdg(environ, "XDG_STATE_HOME", ".local/state") / "log",
        "backup_folder": data / "backup",
    }
    return folders | values


def _problem(error: dict[str, Any], origins: Mapping[str, tuple[str, str]]) -> Problem:
    """Return what pydantic found as a sentence about the layer it came from."""
    key = str(error["loc"][0])
    place, spelling = origins[key]
    if error["type"] == "extra_forbidden":
        like = _like(key)
        return Problem(place, spelling, "an unknown setting", f'"{like}"' if like else "one of the README's table")
    found = error["input"]
    expected = Settings.model_fields[key].description or ""
    return Problem(place, spelling, f'"{found}"' if isinstance(found, str) else str(found), expected)


def _like(key: str) -> str | None:
    """Return the setting that a misspelt name most likely means."""
    from difflib import get_close_matches  # noqa: PLC0415  only for an error

    return next(iter(get_close_matches(key, list(Settings.model_fields), n=1, cutoff=0.75)), None)


def _xdg(environ: Mapping[str, str], variable: str, otherwise: str) -> Path:
    """Return gembaboard's folder of one kind by the XDG rules: only an absolute path counts."""
    set_to = environ.get(variable, "")
    home = Path(set_to) if set_to.startswith("/") else Path(environ.get("HOME") or Path.home()) / otherwise
    return home / "gembaboard"


def _write_durably(path: Path, text: str) -> None:
    """Write a small file so that after a power cut it is either whole or not there."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="ascii") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
