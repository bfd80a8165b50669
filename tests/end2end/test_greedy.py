"""Sources of other packages that eat memory, hang or die cost the wall, the taps and the others nothing."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.end2end.greedy import ENOUGH_FALLS, write_package

ROOT = Path(__file__).parents[2]
LONGEST_WORK_MS = 100  # of the processor, so that it says the same on a busy machine
LONGEST_STEP_MS = 500


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what memory a process takes")
def test_the_wall_goes_on_whatever_the_sources_do(tmp_path: Path) -> None:
    write_package(tmp_path / "packages")
    (tmp_path / "home").mkdir()
    path = os.pathsep.join((str(tmp_path / "packages"), str(ROOT)))
    told = subprocess.run(
        [sys.executable, "-m", "tests.end2end.greedy", str(tmp_path / "home")],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        timeout=150,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    seen = json.loads(told.stdout.splitlines()[-1])
    print(told.stdout)
    falls, said = seen["falls"], "\n".join(seen["said"])
    assert set(falls["eats"]) == {"memory"}
    assert set(falls["hangs"]) == {"hung"}
    assert set(falls["kills"]) == {"ended"}
    assert min(len(falls[kind]) for kind in ("eats", "hangs", "kills")) >= ENOUGH_FALLS
    assert all(later > sooner for waits in seen["waits_s"].values() for sooner, later in pairwise(waits[:5]))
    assert falls["log"] == falls["bolts"] == [], "a process whose source can be told no to goes on"
    assert "the program that reads eats fell (it took more than 96 MiB of memory and was ended)" in said
    assert "the program that reads hangs fell (it answered no more and was ended) and is started again" in said
    assert "bolts: needs more memory than the board allows" in said
    assert "log:" not in said, "the others are read all the while"
    assert len(seen["made"]) >= 3
    assert seen["made"] == sorted(seen["made"])
    assert seen["taps"] >= 3
    assert seen["longest_work_ms"] <= LONGEST_WORK_MS
    assert seen["longest_step_ms"] <= LONGEST_STEP_MS
    assert "Thread 0x" in (tmp_path / "home" / "log" / "gembaboard.log").read_text(), "the log says where it hung"
