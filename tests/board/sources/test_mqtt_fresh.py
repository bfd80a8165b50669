"""What a broker tells, and when it tells nothing, is as fresh on the board as it truly is."""

from datetime import timedelta
from pathlib import Path

import pytest

from board.sources import feeder, mqtt_listen
from board.views.freshness import Stage
from tests.board.sources.broker import publishing, serving
from tests.board.sources.uns import NOW, OK, live_wall, told

SETTINGS = """
url = "{url}"
poll_s = 1
topic = "plant/{{area}}/{{line}}/{{tag}}"
node = {{ column = "line", map = {{ L1 = "line-1" }} }}
measure = [{{ id = "good", when = {{ tag = "ok" }}, value = {{ column = "value" }} }}]
"""
BOTH = (
    SETTINGS.rstrip().removesuffix("]")
    + ', {{ id = "scrap", when = {{ tag = "nok" }}, value = {{ column = "value" }} }}]'
)


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)
    monkeypatch.setattr(mqtt_listen, "LULL_S", 0.2)


def test_old_values_never_look_live_whatever_the_broker_does(tmp_path: Path) -> None:
    with serving(started=False) as broker, live_wall(tmp_path, SETTINGS.format(url=broker.url)) as line:
        board, wall = line.board, line.wall
        board.wait_until(lambda: board.states == ["failing"])
        assert line.stage() is Stage.MISSING, "it starts late"
        broker.start()
        broker.wait_for_subscriber()
        assert line.stage() is Stage.MISSING, "it has nothing yet"
        with publishing(broker) as machine:
            machine.send(OK, told(5, wall.now))
            line.wait_for("5")
            assert line.stage() is Stage.LIVE
        board.wait_until(lambda: board.states == ["failing", "well"])
        broker.stop()
        board.wait_until(lambda: board.states == ["failing", "well", "failing"])
        assert line.stage(later=timedelta(minutes=3)) is Stage.LATE, "it went away"
        assert line.stage(later=timedelta(minutes=3)) is Stage.STALE
        count = len(broker.log)
        broker.start()
        broker.wait_for_log("Sending CONNACK", since=count)
        assert line.stage() is Stage.STALE, "it is back and has nothing new: the value is as old as it was"
        with publishing(broker) as machine:
            board.wait_until(lambda: board.states[-1] == "well")
            machine.send(OK, told(7, wall.now - timedelta(hours=3)))
            machine.send(OK, told(5, wall.now - timedelta(minutes=6)))
            line.wait_for("5", "7", "5")
            assert line.stage() is Stage.STALE, "the past, and what was said before, make nothing fresh"
            machine.send(OK, "<html>")
            machine.send(OK, b"\xff\xfe")
            machine.send(OK, told("broken", wall.now - timedelta(minutes=20)))
            machine.send(OK, told(1, wall.now + timedelta(hours=1)))
            board.wait_until(lambda: len(board.complaints) >= 4)
            assert line.values()[3:] == ["None", "None"]
            assert line.stage() is Stage.STALE, "nor do rubbish and what lies ahead"
            machine.send(OK, told(6, wall.now))
            board.wait_until(lambda: line.values()[-1] == "6")
            assert line.stage() is Stage.LIVE
            assert line.stage(later=timedelta(minutes=6)) is Stage.STALE


def test_what_a_broker_has_retained_never_looks_fresh(tmp_path: Path) -> None:
    with serving() as broker, publishing(broker) as machine:
        machine.send("plant/hall/L1/nok", "9", retain=True)
        machine.send(OK, told(5, NOW - timedelta(hours=3)), retain=True)
        with live_wall(tmp_path, BOTH.format(url=broker.url)) as line:
            line.wait_for("5")
            assert line.stage() is Stage.STALE, "of three hours ago, as it says, and the bare one is no value at all"
            machine.send("plant/hall/L1/nok", "9", retain=True)
            line.wait_for("5", "9")
            assert line.stage() is Stage.LIVE, "published just now, whatever the broker keeps of it"


def test_secured_and_known_by_certificate_it_is_as_fresh(tmp_path: Path) -> None:
    tls = Path(__file__).parents[2] / "data" / "tls"
    lines = [f"cafile {tls}/authority.pem", f"certfile {tls}/server.pem", f"keyfile {tls}/server.pem"]
    settings = SETTINGS.format(url="{url}") + f'authority = "{tls}/authority.pem"\n'
    with serving("allow_anonymous true", *lines) as broker:
        url = f"mqtts://127.0.0.1:{broker.port}"
        with (
            live_wall(tmp_path, settings.replace("{url}", url)) as line,
            publishing(broker, prepare=lambda client: client.tls_set(f"{tls}/authority.pem")) as machine,
        ):
            broker.wait_for_subscriber()
            machine.send(OK, told(5, line.wall.now))
            line.wait_for("5")
            assert line.stage() is Stage.LIVE
