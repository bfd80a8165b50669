"""What a server says, and when it says nothing, is as fresh on the board as it truly is."""

from datetime import datetime, timedelta
from pathlib import Path

from board.views.freshness import Stage
from tests.board.sources.fresh import NOW, wall
from tests.board.sources.server import Asked, Reply, as_json, serving

HOUR = timedelta(hours=1)
SETTINGS = """
url = "{url}"
node = "line-1"
time = "at"
key = "id"
measure = [{{ id = "good", value = {{ column = "ok" }} }}]
"""


def row(number: int, ok: int, at: datetime) -> dict[str, object]:
    return {"id": number, "ok": ok, "at": at.isoformat()}


def test_old_values_never_look_live_whatever_the_server_does(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = []
    rubbish: list[Reply] = []

    def answer(asked: Asked) -> Reply:
        return rubbish[0] if rubbish else as_json(rows)

    with serving(answer) as server, wall(tmp_path, "http", SETTINGS.format(url=server.url)) as board:
        server.stop()
        board.fails()
        assert board.stage() is Stage.MISSING, "it starts late"
        server.start()
        board.look()
        assert board.stage() is Stage.MISSING, "it has nothing yet"
        rows.append(row(1, 5, board.now))
        board.look()
        assert board.stage() is Stage.LIVE
        server.stop()
        board.fails()
        assert board.stage(later=timedelta(minutes=3)) is Stage.LATE, "it went away"
        assert board.stage(later=timedelta(minutes=3)) is Stage.STALE
        server.start()
        board.look()
        assert board.stage() is Stage.STALE, "it is back and has nothing new: the value is as old as it was"
        rows.append(row(2, 7, NOW - timedelta(hours=3)))
        rows.append(row(1, 5, NOW))
        board.look()
        assert board.stage() is Stage.STALE, "the past, and what was said before, make nothing fresh"
        rubbish.append(Reply(b"<html>"))
        board.fails()
        assert board.stage() is Stage.STALE, "nor does rubbish"
        rubbish.clear()
        rows.append(row(3, 1, board.now + timedelta(hours=1)))
        board.look()
        assert board.stage() is Stage.STALE, "nor what lies ahead"
        rows.append(row(4, 6, board.now))
        board.look()
        assert board.stage() is Stage.LIVE
        assert board.stage(later=timedelta(minutes=6)) is Stage.STALE


def test_a_row_that_reaches_ahead_is_no_younger_than_the_answer_it_came_in(tmp_path: Path) -> None:
    shift = {"id": 1, "ok": 120, "from": (NOW - timedelta(hours=2)).isoformat(), "to": (NOW + HOUR).isoformat()}
    settings = SETTINGS.replace('time = "at"', 'start = "from"\nend = "to"')
    with (
        serving(lambda asked: as_json([shift])) as server,
        wall(tmp_path, "http", settings.format(url=server.url)) as board,
    ):
        board.look()
        assert board.stage() is Stage.LIVE
        server.stop()
        board.fails()
        assert board.stage(later=timedelta(minutes=3)) is Stage.LATE
        assert board.stage(later=timedelta(minutes=3)) is Stage.STALE, "its row goes on for another hour"
        server.start()
        shift["ok"] = 125
        board.look()
        assert board.stage() is Stage.LIVE
