"""The pins: hashes on every one, no address, the same version in both files, and a Qt that keeps its counts."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT

LOCKS = (ROOT / "requirements.lock", ROOT / ".ci/requirements-dev.lock")
PIN = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)", re.MULTILINE)


def pins(lock: Path) -> dict[str, str]:
    """Return each pinned package with its version."""
    return dict(PIN.findall(lock.read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_no_address(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "://" in line or "@" in line or "index" in line or "find-links" in line] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_its_hashes(lock: Path) -> None:
    blocks = re.split(r"\n(?=\w)", lock.read_text(encoding="utf-8"))[1:]
    assert blocks
    assert [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)] == []


def test_tests_run_with_what_the_board_runs_with() -> None:
    run, test = map(pins, LOCKS)
    assert run.items() <= test.items()


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = {re.split(r"[<>=!~ \[;]", each)[0].lower() for each in project["project"]["dependencies"]}
    tools = {re.split(r"[<>=!~ \[;]", each)[0].lower() for each in project["dependency-groups"]["dev"]}
    extras = {
        re.split(r"[<>=!~ \[;]", each)[0].lower()
        for extra in project["project"]["optional-dependencies"].values()
        for each in extra
    }
    assert named <= set(pins(LOCKS[0]))
    assert tools | extras <= set(pins(LOCKS[1]))


def test_qt_is_one_that_keeps_its_references() -> None:
    version = tuple(int(part) for part in pins(LOCKS[0])["pyside6-essentials"].split("."))
    assert (6, 10) <= version < (6, 12)
