"""What a server tells by itself, and when it tells nothing, is as fresh on the board as it truly is."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from board.sources import feeder, http_events
from board.views.freshness import Stage
from tests.board.sources.fresh_live import live
from tests.board.sources.server import STREAM, Asked, Events, Reply, Server, as_json

MINUTE = timedelta(minutes=1)
SETTINGS = """
url = "{url}"
poll_s = 1
push = "{push}"
node = "line-1"
time = "at"
key = "id"
measure = [{{ id = "good", value = {{ column = "ok" }} }}]
"""


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)
    monkeypatch.setattr(http_events, "USUAL_PAUSE_S", 0.1)


class Mes:
    """A server that tells rows as they come, by one stream after the other or by answers that it holds."""

    def __init__(self, push: str) -> None:
        self.push = push
        self.streams = [Events()]
        self.waiting: list[object] = []
        self.server = Server(self)

    def __call__(self, asked: Asked) -> Reply:
        del asked
        if self.push == "events":
            return Reply(pieces=self.streams[-1], headers=STREAM)
        with self.server.moved:
            self.server.moved.wait_for(lambda: bool(self.waiting) or self.server.ending.is_set(), 30)
            told, self.waiting = self.waiting, []
        if any(isinstance(each, str) for each in told):
            return Reply("".join(map(str, told)).encode())
        return as_json(told)

    def says(self, *rows: object) -> None:
        """Tell something now."""
        if self.push == "events":
            for each in rows:
                self.streams[-1].send(each)
            return
        with self.server.moved:
            self.waiting += rows
            self.server.moved.notify_all()

    def goes(self) -> None:
        """Go away; another stream is ready for when it is back."""
        self.server.stop()
        self.streams.append(Events())


@contextmanager
def serving(push: str) -> Iterator[Mes]:
    """Be such a server that is away at first."""
    mes = Mes(push)
    mes.server.stop()
    try:
        yield mes
    finally:
        mes.server.stop()


def row(number: int, ok: object, at: datetime) -> dict[str, object]:
    return {"id": number, "ok": ok, "at": at.isoformat()}


@pytest.mark.parametrize("push", ["events", "long poll"])
def test_old_values_never_look_live_whatever_the_server_does(tmp_path: Path, push: str) -> None:
    with serving(push) as mes, live(tmp_path, "http", SETTINGS.format(url=mes.server.url, push=push)) as line:
        board, wall = line.board, line.wall
        board.wait_until(lambda: board.states == ["failing"])
        assert line.stage() is Stage.MISSING, "it starts late"
        mes.server.start()
        mes.server.wait_for_requests(1)
        assert line.stage() is Stage.MISSING, "it has nothing yet"
        mes.says(row(1, 5, wall.now))
        line.wait_for("5")
        assert line.stage() is Stage.LIVE
        board.wait_until(lambda: board.states == ["failing", "well"])
        asked = len(mes.server.asked)
        mes.goes()
        board.wait_until(lambda: board.states == ["failing", "well", "failing"])
        assert line.stage(later=3 * MINUTE) is Stage.LATE, "it went away"
        assert line.stage(later=3 * MINUTE) is Stage.STALE
        mes.server.start()
        mes.server.wait_for_requests(asked + 1)
        assert line.stage() is Stage.STALE, "it is back and has nothing new: the value is as old as it was"
        mes.says(row(2, 7, wall.now - timedelta(hours=3)), row(1, 5, wall.now - 6 * MINUTE))
        line.wait_for("5", "7", *(["5"] if push == "events" else []))  # an answer is compared with the one before
        assert {each.key for each in board.readings} == {"1:good", "2:good"}, "sent twice is kept once"
        board.wait_until(lambda: board.states[-1] == "well")
        assert line.stage() is Stage.STALE, "the past, and what was said before, make nothing fresh"
        mes.says(row(3, "broken", wall.now - 20 * MINUTE), row(4, 1, wall.now + timedelta(hours=1)))
        board.wait_until(lambda: len(board.complaints) >= 2)
        assert line.stage() is Stage.STALE, "nor do what is no number and what lies ahead"
        mes.says("<html>")
        board.wait_until(lambda: len(board.complaints) >= 3 or board.states[-1] == "failing")
        assert line.stage() is Stage.STALE, "nor does rubbish"
        mes.says(row(5, 6, wall.now))
        board.wait_until(lambda: line.values()[-1] == "6")
        assert line.stage() is Stage.LIVE
        assert line.stage(later=6 * MINUTE) is Stage.STALE
