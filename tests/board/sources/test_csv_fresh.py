"""What a CSV file says, and when nobody can read it, is as fresh on the board as it truly is."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from board.views.freshness import Stage
from tests.board.sources.fresh import NOW, Wall, wall

SETTINGS = """
path = "share/*.csv"
node = "line-1"
time = "At"
key = "Id"
measure = [{ id = "good", value = { column = "Good" } }]
"""
MINUTE = timedelta(minutes=1)


class Share:
    """A folder that comes and goes, with one file in it."""

    def __init__(self, folder: Path, board: Wall) -> None:
        self.folder = folder / "share"
        self.board = board
        self.text = "Id,At,Good\n"

    def says(self, number: int, at: datetime, good: object) -> None:
        """Write one more row, and let the file stand still."""
        self.text += f"{number},{at:%Y-%m-%d %H:%M:%S},{good}\n"
        self.writes(self.text.encode())

    def writes(self, data: bytes) -> None:
        path = self.folder / "a.csv"
        path.write_bytes(data)
        moment = (self.board.now - 2 * MINUTE).timestamp()
        os.utime(path, (moment, moment))


def test_old_values_never_look_live_whatever_becomes_of_the_file(tmp_path: Path) -> None:
    with wall(tmp_path, "csv", SETTINGS) as board:
        share = Share(tmp_path, board)
        assert "cannot be read" in board.fails()
        assert board.stage() is Stage.MISSING, "it starts late"
        share.folder.mkdir()
        assert board.look() == 0
        assert board.stage() is Stage.MISSING, "it has nothing yet"
        share.says(1, NOW, 5)
        assert board.look() == 1
        assert board.stage() is Stage.LIVE
        share.folder.rename(tmp_path / "away")
        assert board.stage(later=3 * MINUTE) is Stage.LATE, "it went away"
        assert "cannot be read" in board.fails()
        assert board.stage(later=3 * MINUTE) is Stage.STALE
        (tmp_path / "away").rename(share.folder)
        assert board.look() == 0
        assert board.stage() is Stage.STALE, "it is back and has nothing new: the value is as old as it was"
        share.says(2, NOW - timedelta(hours=3), 7)
        share.says(1, NOW, 5)
        assert board.look() == 2
        assert board.stage() is Stage.STALE, "the past, and what was said before, make nothing fresh"
        share.says(3, board.now, "broken")
        share.says(4, board.now + timedelta(hours=1), 8)
        board.look()
        assert board.stage() is Stage.STALE, "nor do what is no number and what lies ahead"
        share.writes(b"\x00\xff\xfe rubbish")
        board.look()
        assert board.stage() is Stage.STALE, "nor does rubbish in place of the file"
        share.says(5, board.now, 9)
        assert board.look() >= 1
        assert board.stage() is Stage.LIVE
        assert board.stage(later=6 * MINUTE) is Stage.STALE


def test_a_file_that_is_written_anew_without_a_change_makes_nothing_fresh(tmp_path: Path) -> None:
    with wall(tmp_path, "csv", SETTINGS) as board:
        share = Share(tmp_path, board)
        share.folder.mkdir()
        share.says(1, NOW, 5)
        assert board.look() == 1
        board.now += 6 * MINUTE
        share.writes(share.text.encode())
        board.look()
        assert board.stage() is Stage.STALE


def test_the_hour_that_is_not_over_is_no_younger_than_the_look_that_found_it(tmp_path: Path) -> None:
    settings = SETTINGS.replace('time = "At"', 'start = "At"\nlength = "3 h"')
    with wall(tmp_path, "csv", settings) as board:
        share = Share(tmp_path, board)
        share.folder.mkdir()
        share.says(1, NOW - timedelta(hours=2), 120)
        board.look()
        assert board.stage() is Stage.LIVE
        assert board.stage(later=6 * MINUTE) is Stage.STALE, "its row goes on for another hour"
