"""A finger on the board over real data: tap, tile, tick, power gone, started again, still there."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from board.store.verify import verify

ROOT = Path(__file__).parents[2]


def board(folder: Path, what: str, realdata: Path) -> "subprocess.Popen[str]":
    """Start a board with a finger."""
    environment = os.environ | {"GEMBABOARD_REAL_DATA": str(realdata), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.end2end.finger", str(folder), what],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=ROOT,
    )


def first_words(process: "subprocess.Popen[str]") -> dict[str, object]:
    """Return what the board prints first, then kill it as a pulled plug does."""
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        process.stdout.close()
    assert line, "the board ended without a word"
    found = json.loads(line)
    assert isinstance(found, dict)
    return found


@pytest.mark.realdata
def test_a_miss_in_two_taps_outlives_a_pulled_plug(realdata: Path, tmp_path: Path) -> None:
    saved = first_words(board(tmp_path, "tap", realdata))
    rows = saved["rows"]
    assert isinstance(rows, list)
    assert (rows[0]["good"], rows[0]["plan"], rows[0]["explained"]) == (488, 584, 96)
    assert rows[0]["entries"] == [saved["saved"]]
    seen = first_words(board(tmp_path, "look", realdata))["rows"]
    assert isinstance(seen, list)
    assert seen[0]["entries"] == [saved["saved"]]
    assert [row["good"] for row in seen] == [488, 461, 375, 466]
    assert verify(tmp_path / "board.db") == ()
