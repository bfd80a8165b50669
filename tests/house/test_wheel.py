"""What is installed is whole: the package that is built holds every file that the board reads while it runs."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import PACKAGES, ROOT, files

NOT_SHIPPED = ("assets/pictures/",)  # the README's pictures
WRITTEN = ".ts"  # what catalogues are compiled from


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the package as it would be installed elsewhere."""
    tree = tmp_path_factory.mktemp("tree")
    for path in files():
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tree / path)
    code = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    built = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-c", code, str(built)], cwd=tree, check=True, capture_output=True, timeout=120)
    return next(built.glob("*.whl"))


def test_every_file_the_board_needs_is_in_the_package(wheel: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    own = [str(path) for path in files() if path.parts[0] in (*PACKAGES, "assets")]
    needed = [name for name in own if not name.startswith(NOT_SHIPPED) and not name.endswith(WRITTEN)]
    assert [name for name in needed if name not in shipped] == []


def test_no_test_is_in_the_package(wheel: Path) -> None:
    assert [name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("tests/")] == []


def test_the_licences_and_the_command_are_in_the_package(wheel: Path) -> None:
    package = zipfile.ZipFile(wheel)
    names = package.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/assets/fonts/OFL.txt") for name in names)
    entry_points = next(name for name in names if name.endswith("entry_points.txt"))
    assert "gembaboard = kiosk.command:main" in package.read(entry_points).decode()
