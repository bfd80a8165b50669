"""What a machine tells, and when it tells nothing, is as fresh on the board as it truly is."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from asyncua import ua
from asyncua.client.ua_session import UaSession

from board.sources import feeder, opcua_listen, opcua_session
from board.views.freshness import Stage
from tests.board.sources.fresh import NOW, wall
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.machine import BAD, Machine, running_machine
from tests.board.sources.uns import LiveWall

VALUES = {"made": 1000, "state": 6}
SETTINGS = """
url = "{url}"
poll_s = 1
every = "0.1 s"
nodes = {{ made = "ns=2;s=made", state = "ns=2;s=state" }}
node = "line-1"
measure = [{{ id = "good", value = {{ column = "made" }}, counter = "total" }}]
"""
STATE = """
state = { column = "state", packml = true, map = { Held = "leak" } }
"""


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)
    monkeypatch.setattr(opcua_session, "RESUME_S", 0.5)
    monkeypatch.setattr(opcua_listen, "LONGEST_KEEPALIVE", timedelta(seconds=0.5))
    monkeypatch.setattr(opcua_listen, "SHORTEST_KEEPALIVE", timedelta(seconds=0.5))


@contextmanager
def live(folder: Path, settings: str) -> Iterator[LiveWall]:
    """Open a wall over a machine, by a clock that the test turns."""
    with wall(folder, "opcua", settings) as found:
        board = Kiosk(found.spec, now=lambda: found.now, found=found.context)
        with running(board):
            yield LiveWall(found, board)


@contextmanager
def standing(folder: Path, settings: str = SETTINGS) -> Iterator[tuple[Machine, LiveWall]]:
    """Open a wall over a machine that stands as it is since nine minutes."""
    with running_machine(VALUES) as machine:
        for name, value in VALUES.items():
            machine.write(name, value, NOW - timedelta(minutes=9))
        with live(folder, settings.format(url=machine.url)) as line:
            told(line, "1000")
            yield machine, line


def told(line: LiveWall, text: str) -> None:
    """Wait until a text has come into what the board remembers."""
    line.board.wait_until(lambda: any(text in batch.watermark for batch in line.board.batches))


def test_old_values_never_look_live_whatever_the_server_does(tmp_path: Path) -> None:
    with running_machine(VALUES, started=False) as machine, live(tmp_path, SETTINGS.format(url=machine.url)) as line:
        board, wall_ = line.board, line.wall
        board.wait_until(lambda: board.states == ["failing"])
        assert line.stage() is Stage.MISSING, "it starts late"
        machine.write("made", 1000, wall_.now - timedelta(hours=2))
        machine.start()
        told(line, "1000")
        assert line.stage() in {Stage.MISSING, Stage.STALE}, "what stands there is two hours old"
        machine.write("made", 1005, wall_.now)
        line.wait_for("5")
        assert line.stage() is Stage.LIVE
        board.wait_until(lambda: board.states == ["failing", "well"])
        assert line.stage(later=timedelta(minutes=3)) is Stage.LATE, "it answers, and counts nothing"
        assert line.stage(later=timedelta(minutes=3)) is Stage.STALE
        assert board.states[-1] == "well", "an answer is a sign of life, and makes nothing fresh"
        machine.stop()
        board.wait_until(lambda: board.states == ["failing", "well", "failing"])
        machine.start()
        board.wait_until(lambda: board.states[-1] == "well")
        assert line.stage() is Stage.STALE, "it is back and has nothing new: the value is as old as it was"
        machine.write("made", 990, wall_.now - timedelta(hours=3))
        machine.write("made", 1005, wall_.now - timedelta(minutes=6))
        machine.write("made", 0, wall_.now, status=BAD)
        machine.write("made", "rubbish", wall_.now)
        machine.write("made", 1006, wall_.now + timedelta(hours=1))
        board.wait_until(lambda: len(board.complaints) >= 3)
        assert line.stage() is Stage.STALE, "the past, what was said before, bad values, rubbish and what lies ahead"
        machine.write("made", 1007, wall_.now)
        told(line, "1007")
        assert line.stage() is Stage.LIVE
        assert line.stage(later=timedelta(minutes=6)) is Stage.STALE


def test_a_stop_is_fresh_while_the_server_vouches_for_it_and_no_longer(tmp_path: Path) -> None:
    settings = SETTINGS + STATE.replace("{", "{{").replace("}", "}}")
    with standing(tmp_path, settings) as (machine, line):
        board, wall_ = line.board, line.wall
        machine.write("state", 11, wall_.now)
        told(line, "leak")
        wall_.now += timedelta(minutes=4)
        board.wait_until(lambda: any(each.end == wall_.now for each in board.readings))
        assert line.stage() is Stage.LIVE, "it would have told of the end"
        machine.write("state", 0, wall_.now, status=BAD)
        board.wait_until(lambda: bool(board.complaints))
        assert line.stage(later=timedelta(minutes=6)) is Stage.STALE, "nobody knows whether it still stands"


def test_a_line_of_which_nothing_is_known_any_more_is_stale_at_once(tmp_path: Path) -> None:
    with standing(tmp_path) as (machine, line):
        board, wall_ = line.board, line.wall
        machine.write("made", 1003, wall_.now)
        board.wait_for_readings(1)
        assert line.stage() is Stage.LIVE
        machine.write("made", 0, wall_.now, status=BAD)
        board.wait_until(lambda: bool(board.complaints))
        assert line.stage() is Stage.STALE, "the gateway has lost its machine"
        wall_.now += timedelta(seconds=1)
        machine.write("made", 1004, wall_.now)
        board.wait_for_readings(2)
        assert line.stage() is Stage.LIVE


def test_a_server_that_falls_silent_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.sources.opcua_wire.ANSWER_S", 1.0)
    monkeypatch.setattr("board.sources.opcua_session.ANSWER_S", 1.0)
    with standing(tmp_path) as (machine, line):
        with machine.hanging():
            line.board.wait_until(lambda: line.board.states[-1:] == ["failing"])
            assert "does not answer" in line.board.said[-1][2]
        line.board.wait_until(lambda: line.board.states[-1] == "well")


def test_a_server_that_falls_silent_is_told_before_it_would_have_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opcua_listen, "LONGEST_KEEPALIVE", timedelta(minutes=1))
    monkeypatch.setattr(opcua_listen, "SHORTEST_KEEPALIVE", timedelta(minutes=1))
    monkeypatch.setattr("board.sources.opcua_wire.ANSWER_S", 1.0)
    monkeypatch.setattr("board.sources.opcua_session.ANSWER_S", 1.0)
    with standing(tmp_path) as (machine, line), machine.hanging():
        line.board.wait_until(lambda: line.board.states == ["failing"])
        assert "does not answer" in line.board.said[-1][2]


def test_a_server_that_answers_but_has_nothing_to_tell_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, read = threading.Semaphore(0), UaSession.read

    async def counted(session: UaSession, wanted: ua.ReadParameters) -> list[ua.DataValue]:
        found = await read(session, wanted)
        asked.release()
        return found

    monkeypatch.setattr(opcua_session, "QUIET_S", 0.05)
    monkeypatch.setattr(UaSession, "read", counted)
    with standing(tmp_path) as (machine, line):
        for _ in range(10):
            assert asked.acquire(timeout=20)
        machine.write("made", 1004, line.wall.now)
        line.wait_for("4")
        assert line.board.said == []


def test_a_subscription_that_the_server_forgets_is_noticed_and_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.sources.opcua_session.ANSWER_S", 0.5)
    with standing(tmp_path) as (machine, line):
        machine.forget_subscriptions()
        machine.write("made", 1004, line.wall.now)
        line.wait_for("4")
        assert line.stage() is Stage.LIVE
        line.board.wait_until(lambda: line.board.states == ["failing", "well"])
