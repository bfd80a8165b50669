"""A package of somebody else, installed into an environment of its own beside the board, adds a kind of source."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.board.sources.works import WORKS

ROOT = Path(__file__).parents[3]
PULSE = ROOT / "tests" / "data" / "pulse"
PLANT = (
    WORKS.replace("line-1", "pump").replace("Line 1", "Pump")
    + """
[[source]]
id = "pulse"
kind = "pulse"
node = "pump"
"""
)


class Environment:
    """An environment that has the board and what it needs, and room for packages."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=False)
        paths = {"base": str(folder), "platbase": str(folder)}
        self._packages = Path(sysconfig.get_path("purelib", "venv", paths))
        self._python = Path(sysconfig.get_path("scripts", "venv", paths)) / "python"
        here = [str(ROOT), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
        (self._packages / "board.pth").write_text("\n".join(dict.fromkeys(here)) + "\n")

    def install(self, wheel: Path) -> None:
        """Lay a package there as an installer would."""
        with zipfile.ZipFile(wheel) as package:
            package.extractall(self._packages)

    def gembaboard(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the board's command."""
        code = "import sys; from kiosk.command import main; sys.exit(main())"
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.run(
            [self._python, "-P", "-c", code, *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env=clean,
        )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the package, built as its author would."""
    tree, built = tmp_path_factory.mktemp("tree") / "pulse", tmp_path_factory.mktemp("built")
    shutil.copytree(PULSE, tree, ignore=shutil.ignore_patterns("__pycache__"))
    code = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(built)], cwd=tree, check=True, capture_output=True, timeout=120)
    return next(built.glob("*.whl"))


def test_a_package_adds_a_kind_of_source(tmp_path: Path, wheel: Path) -> None:
    (tmp_path / "plant").mkdir()
    (tmp_path / "plant" / "plant.toml").write_text(PLANT)
    environment = Environment(tmp_path / "environment")
    before = environment.gembaboard("check", "--plant", str(tmp_path / "plant"))
    assert before.returncode == 1
    assert "source pulse, key kind: found 'pulse', expected one of command, csv, demo" in before.stdout
    environment.install(wheel)
    checked = environment.gembaboard("check", "--plant", str(tmp_path / "plant"))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "all is well" in checked.stdout
    printed = environment.gembaboard("collect", "--print", "--plant", str(tmp_path / "plant"))
    readings = [each for line in printed.stdout.splitlines() for each in json.loads(line)["readings"]]
    assert len(readings) == 60
    assert {(each["node"], each["measure"], each["value"]) for each in readings} == {("pump", "good", 1)}


def test_the_example_of_the_readme_is_that_package() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert (PULSE / "gembaboard_pulse" / "__init__.py").read_text(encoding="utf-8") in readme
    point = (PULSE / "pyproject.toml").read_text(encoding="utf-8").partition("[project.entry-points")[2]
    assert f"[project.entry-points{point}" in readme
