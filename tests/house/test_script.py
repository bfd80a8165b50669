"""The scripts that install and check are sound as far as a machine that has everything can tell."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
SCRIPTS = sorted(path for path in (ROOT / ".ci").iterdir() if path.suffix != ".lock")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_is_strict_bash_and_may_be_started(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env bash\n")
    assert "\nset -euo pipefail\n" in text
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", str(script)], check=True)


def test_ci_says_when_the_public_data_are_not_beside_the_clone(tmp_path: Path) -> None:
    clone = tmp_path / "parent" / "clone"
    (clone / ".ci").mkdir(parents=True)
    script = clone / ".ci/run"
    script.write_bytes((ROOT / ".ci/run").read_bytes())
    run = subprocess.run(["bash", str(script)], capture_output=True, text=True, timeout=30, check=False)
    assert run.returncode == 1
    assert "data sets are not beside this clone" in run.stderr


def test_setup_says_what_it_understands() -> None:
    command = ["bash", str(ROOT / ".ci/setup"), "dance"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert (run.returncode, run.stderr) == (1, "gembaboard: usage: .ci/setup run|test|bench\n")


def test_before_a_commit_the_same_is_checked_as_in_ci() -> None:
    checked = re.findall(r"@\.venv/bin/(.+)", re.split(r"^check:", MAKEFILE, flags=re.MULTILINE)[1].split("\n\n")[0])
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"entry: \.venv/bin/([^,]+),", hooks) == checked
