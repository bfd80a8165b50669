"""What a workbook says, and when nobody can read it, is as fresh on the board as it truly is."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from board.sources import folder_file
from board.views.freshness import Stage
from tests.board.sources.fresh import NOW, Wall, wall
from tests.board.sources.workbook import xlsx

SETTINGS = """
path = "share/*.xlsx"
node = "line-1"
time = "At"
key = "Id"
measure = [{ id = "good", value = { column = "Good" } }]
"""
MINUTE = timedelta(minutes=1)


def at(moment: datetime) -> datetime:
    """Return a moment as a workbook has it: without a zone."""
    return moment.replace(tzinfo=None)


class Share:
    """A folder that comes and goes, with one workbook in it."""

    def __init__(self, folder: Path, board: Wall) -> None:
        self.folder = folder / "share"
        self.board = board
        self.rows: list[list[object]] = [["Id", "At", "Good"]]

    def says(self, *row: object) -> None:
        """Write one more row, and let the workbook stand still."""
        self.rows.append(list(row))
        self.writes(xlsx({"S": self.rows}))

    def writes(self, data: bytes) -> None:
        path = self.folder / "a.xlsx"
        path.write_bytes(data)
        moment = (self.board.now - timedelta(minutes=2)).timestamp()
        os.utime(path, (moment, moment))


def test_old_values_never_look_live_whatever_becomes_of_the_workbook(tmp_path: Path) -> None:
    with wall(tmp_path, "excel", SETTINGS) as board:
        share = Share(tmp_path, board)
        assert "cannot be read" in board.fails()
        assert board.stage() is Stage.MISSING, "it starts late"
        share.folder.mkdir()
        assert board.look() == 0
        assert board.stage() is Stage.MISSING, "it has nothing yet"
        share.says(1, at(NOW), 5)
        assert board.look() == 1
        assert board.stage() is Stage.LIVE
        share.folder.rename(tmp_path / "away")
        assert board.stage(later=3 * MINUTE) is Stage.LATE, "it went away"
        assert "cannot be read" in board.fails()
        assert board.stage(later=3 * MINUTE) is Stage.STALE
        (tmp_path / "away").rename(share.folder)
        assert board.look() == 0
        assert board.stage() is Stage.STALE, "it is back and has nothing new: the value is as old as it was"
        share.says(2, at(NOW - timedelta(hours=3)), 7)
        board.look()
        assert board.stage() is Stage.STALE, "the past makes nothing fresh"
        share.writes(b"PK\x03\x04 rubbish")
        board.look()
        assert board.stage() is Stage.STALE, "rubbish does not either"
        share.says(3, at(board.now), "broken")
        board.look()
        share.says(3, at(board.now), 9)
        assert board.look() >= 1
        assert board.stage() is Stage.LIVE


def test_a_workbook_that_is_saved_again_without_a_change_makes_nothing_fresh(tmp_path: Path) -> None:
    with wall(tmp_path, "excel", SETTINGS) as board:
        share = Share(tmp_path, board)
        share.folder.mkdir()
        share.says(1, at(NOW), 5)
        board.look()
        board.now += 6 * MINUTE
        share.writes(xlsx({"S": share.rows}))
        assert board.look() == 0
        assert board.stage() is Stage.STALE
        assert timedelta(minutes=2) > folder_file.QUIET


def test_a_row_that_reaches_ahead_is_no_younger_than_the_look_that_found_it(tmp_path: Path) -> None:
    settings = SETTINGS.replace('time = "At"', 'start = "At"\nend = "To"')
    with wall(tmp_path, "excel", settings) as board:
        share = Share(tmp_path, board)
        share.folder.mkdir()
        share.rows = [["Id", "At", "To", "Good"]]
        share.says(1, at(NOW - 120 * MINUTE), at(NOW + 60 * MINUTE), 120)
        assert board.look() == 1
        assert board.stage() is Stage.LIVE
        assert board.look() == 0
        assert board.stage(later=6 * MINUTE) is Stage.STALE, "its row goes on for another hour"
