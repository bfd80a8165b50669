"""A board that is built again with every part that is made keeps nothing of each time it was built."""

import gc
from datetime import timedelta
from pathlib import Path

from board.plant.span import Span
from tests.board.pages.desk import desk, one_line, utc

BUILT = 200
MOST_MORE = 50  # stretches of time; one board has more than thirty


def test_a_board_built_at_every_moment_keeps_no_more_than_one_built_once(tmp_path: Path) -> None:
    with desk(tmp_path / "board.db", one_line()) as open_desk:
        open_desk.made(utc(7), 210)
        open_desk.made(utc(9, 30), 100)
        open_desk.made(utc(12, 1), 10)
        open_desk.board(utc(12, 59, second=59))
        before = _stretches()
        for number in range(BUILT):
            open_desk.board(utc(13) + number * timedelta(seconds=0.1))
        assert _stretches() - before < MOST_MORE


def _stretches() -> int:
    gc.collect()
    return sum(isinstance(each, Span) for each in gc.get_objects())
