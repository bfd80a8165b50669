"""One version, told alike in every place that tells it."""

import re
import tomllib
from importlib.metadata import version

from tests.house.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_newest_entry_of_the_changelog_is_this_version() -> None:
    versions = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert next(each for each in versions if each != "Unreleased") == PROJECT["version"]


def test_what_is_installed_is_this_version() -> None:
    assert version("gembaboard") == PROJECT["version"]


def test_the_licences_are_those_that_ship() -> None:
    assert [name for name in PROJECT["license-files"] if not (ROOT / name).is_file()] == []
    assert "MIT" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    for name in ("OFL.txt", "OFL-Noto.txt"):
        assert "SIL OPEN FONT LICENSE" in (ROOT / "assets/fonts" / name).read_text(encoding="utf-8").upper()
    assert "Apache License" in (ROOT / "assets/fonts/Apache-2.0.txt").read_text(encoding="utf-8")
