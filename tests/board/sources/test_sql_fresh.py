"""What a database says, and when it says nothing, is as fresh on the board as it truly is; on a real PostgreSQL."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from board.views.freshness import Stage
from tests.board.sources.fresh import NOW, wall
from tests.board.sources.postgres import PASSWORD, Postgres, serving

SETTINGS = """
url = "{url}"
password = {{ env = "LEDGER" }}
query = "SELECT id, at, good FROM part WHERE at > :watermark ORDER BY at"
watermark = {{ column = "at", overlap = "1 d" }}
node = "line-1"
time = "at"
key = "id"
measure = [{{ id = "good", value = {{ column = "good" }} }}]
"""
MINUTE = timedelta(minutes=1)


@pytest.fixture
def server() -> Iterator[Postgres]:
    with serving() as server:
        server.run("CREATE TABLE part (id INT PRIMARY KEY, at TIMESTAMPTZ, good TEXT)")
        yield server


def test_old_values_never_look_live_whatever_the_database_does(server: Postgres, tmp_path: Path) -> None:
    def says(number: int, good: object, at: datetime) -> None:
        change = "ON CONFLICT (id) DO UPDATE SET at = excluded.at, good = excluded.good"
        server.run(f"INSERT INTO part VALUES ({number}, '{at.isoformat()}', '{good}') {change}")

    with wall(tmp_path, "sql", SETTINGS.format(url=server.url()), {"LEDGER": PASSWORD}) as board:
        server.stop()
        assert "cannot be reached" in board.fails()
        assert board.stage() is Stage.MISSING, "it starts late"
        server.start()
        assert board.look() == 0
        assert board.stage() is Stage.MISSING, "it has nothing yet"
        says(1, 5, NOW)
        assert board.look() == 1
        assert board.stage() is Stage.LIVE
        server.stop("immediate")
        assert "cannot be reached" in board.fails()
        assert board.stage(later=3 * MINUTE) is Stage.LATE, "it went away"
        assert board.stage(later=3 * MINUTE) is Stage.STALE
        server.start()
        assert board.look() == 0
        assert board.stage() is Stage.STALE, "it is back and has nothing new: the value is as old as it was"
        says(2, 7, NOW - timedelta(hours=3))
        says(1, 5, NOW)
        assert board.look() == 1
        assert board.stage() is Stage.STALE, "the past, and what was said before, make nothing fresh"
        says(3, "rubbish", board.now + timedelta(hours=5))
        board.look()
        assert board.stage() is Stage.STALE, "nor does what cannot have been yet"
        says(4, 9, board.now)
        assert board.look() == 1
        assert board.stage() is Stage.LIVE
