"""The import borders hold, and each of them would notice a bad import: one is planted in a copy of the tree."""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.house.tree import PACKAGES, ROOT

PLANTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "house": ("board/kpi", "import themes"),
        "no-qt-in-board": ("board/plant", "import PySide6.QtCore"),
        "widgets-draw": ("widgets", "import board.store"),
        "board-floors": ("board/kpi", "import board.journal"),
        "views-lean": ("board/views", "import board.store"),
        "themes-one-qt": ("themes", "import PySide6.QtGui"),
        "sources-apart": ("board/sources", "import board.store"),
        "wiring-only": ("kiosk", "import board.store"),
        "sources-alone": ("board/sources/csv_folder.py", "import board.sources.demo"),
        "feed-lean": ("board/sources/feed.py", "import apsw"),
    }
)


def lint(tree: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter on a tree."""
    code = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", code, "--no-cache", "--no-logo", *options]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    """Return a copy of the packages and of the contracts."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_border_holds() -> None:
    run = lint(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("contract", PLANTED)
def test_a_border_notices_a_bad_import(copied_tree: Path, contract: str) -> None:
    where, line = PLANTED[contract]
    path = copied_tree / where if where.endswith(".py") else copied_tree / where / "planted.py"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    run = lint(copied_tree, "--contract", contract)
    assert run.returncode == 1, run.stdout + run.stderr
    assert path.stem in run.stdout
    assert "1 broken" in run.stdout


def test_an_indirect_import_is_noticed_too(copied_tree: Path) -> None:
    (copied_tree / "board/views/planted.py").write_text("import board.pages\n", encoding="utf-8")
    (copied_tree / "widgets/planted.py").write_text("import board.views.planted\n", encoding="utf-8")
    assert lint(copied_tree, "--contract", "widgets-draw").returncode == 1


def test_every_border_has_its_planted_import() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert {contract["id"] for contract in contracts["contracts"]} == set(PLANTED)
