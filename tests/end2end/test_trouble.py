"""The board keeps standing: whatever raises, dies or is killed, the wall is whole and takes taps afterwards."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from board.store.reader import Reader
from board.store.verify import verify
from tests.end2end.trouble import PLACES

ROOT = Path(__file__).parents[2]


@pytest.mark.realdata
@pytest.mark.parametrize("place", PLACES)
def test_the_wall_is_whole_after_trouble(realdata: Path, tmp_path: Path, place: str) -> None:
    environment = os.environ | {"GEMBABOARD_REAL_DATA": str(realdata), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-m", "tests.end2end.trouble", str(tmp_path), place],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        timeout=90,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout.splitlines()[-1])
    assert found["clock"]
    reader = Reader.open(tmp_path / "board.db")
    assert reader.entry(found["entry"]) is not None
    reader.close()
    assert verify(tmp_path / "board.db") == ()
    assert "ERROR" in found["log"]
