"""What a second program prints, and when it prints nothing, is as fresh on the board as it truly is."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

import pytest

from board.sources import feeder
from board.views.freshness import Stage
from tests.board.sources.fresh_live import live
from tests.board.sources.kiosk import PATIENCE_S

SETTINGS = """
command = ["sh", "scale.sh"]
poll_s = 1
"""
MINUTE = timedelta(minutes=1)
PROGRAM = "cat pipe\necho the scale is unplugged >&2\nexit 3\n"


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)


@contextmanager
def printing(folder: Path) -> Iterator[IO[str]]:
    """Be what the program prints, once it runs; at the end it falls."""
    until_s = time.monotonic() + PATIENCE_S
    pipe = -1
    while pipe < 0:
        with suppress(OSError):  # while nobody reads it
            pipe = os.open(folder / "pipe", os.O_WRONLY | os.O_NONBLOCK)
        assert pipe >= 0 or time.monotonic() < until_s
        time.sleep(0.02)
    with os.fdopen(pipe, "w", buffering=1) as stream:
        yield stream


def says(value: object, at: datetime, **more: object) -> str:
    """Return one reading as the program prints it."""
    return json.dumps({"node": "line-1", "measure": "good", "start": at.isoformat(), "value": value, **more}) + "\n"


def test_old_values_never_look_live_whatever_the_program_does(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with live(tmp_path, "command", SETTINGS) as line:
        board, wall = line.board, line.wall
        board.wait_until(lambda: board.states == ["failing"])
        assert line.stage() is Stage.MISSING, "it starts late: the program is not there yet"
        (tmp_path / "scale.sh").write_text(PROGRAM)
        with printing(tmp_path) as program:
            assert line.stage() is Stage.MISSING, "it has nothing yet"
            program.write(says(5, wall.now))
            line.wait_for("5")
            assert line.stage() is Stage.LIVE
            board.wait_until(lambda: board.states == ["failing", "well"])
            assert line.stage(later=3 * MINUTE) is Stage.LATE, "it runs, and says nothing"
        board.wait_until(lambda: board.states == ["failing", "well", "failing"])
        assert "the scale is unplugged" in board.said[-1][2]
        assert line.stage(later=3 * MINUTE) is Stage.STALE, "it went away"
        with printing(tmp_path) as program:
            program.write("\n")
            board.wait_until(lambda: board.states[-1] == "well")
            assert line.stage() is Stage.STALE, "it is back and has nothing new: the value is as old as it was"
            program.write(says(7, wall.now - timedelta(hours=3)))
            program.write(says(5, wall.now - 6 * MINUTE))
            line.wait_for("5", "7", "5")
            assert board.readings[0].key == board.readings[2].key, "sent twice is kept once"
            assert line.stage() is Stage.STALE, "the past, and what was said before, make nothing fresh"
            for rubbish in ("<html>\n", '{"node": "line-9"}\n', says(1, wall.now + timedelta(hours=1))):
                program.write(rubbish)
            program.write(says("broken", wall.now))
            board.wait_until(lambda: len(board.complaints) >= 4)
            assert line.values()[3:] == ["None"]
            assert line.stage() is Stage.STALE, "nor do rubbish, what lies ahead and what is no number"
            program.write(says(6, wall.now, key="6"))
            board.wait_until(lambda: line.values()[-1] == "6")
            assert line.stage() is Stage.LIVE
            assert line.stage(later=6 * MINUTE) is Stage.STALE
