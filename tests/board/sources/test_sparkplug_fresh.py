"""An edge node of Sparkplug B on a real broker: dead is stale at once, reborn is fresh, and the past stays the past."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.sources import feeder, mqtt_listen, mqtt_look
from board.sources.contract import discover
from board.views.freshness import Stage
from tests.board.sources.broker import Broker, Publisher, publishing, serving
from tests.board.sources.drop import context
from tests.board.sources.edge import EdgeNode
from tests.board.sources.uns import live_wall, spec

SETTINGS = """
url = "{url}"
poll_s = 1
payload = "sparkplug"
node = {{ column = "device", map = {{ Press1 = "line-1" }} }}
measure = [{{ id = "good", when = {{ metric = "Made" }}, value = {{ column = "value" }} }}]
"""


TOPIC = "spBv1.0/works/{message}/{edge}/{device}"


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)
    monkeypatch.setattr(mqtt_listen, "LULL_S", 0.05)


@contextmanager
def machine(broker: Broker, edge: EdgeNode) -> Iterator[Publisher]:
    """Be an edge node whose death the broker announces."""
    topic, will = edge.death()
    with publishing(broker, prepare=lambda client: client.will_set(topic, will, qos=1)) as found:
        yield found


@contextmanager
def telling(tell: Callable[[], None]) -> Iterator[None]:
    """Tell beside what the test does."""
    thread = threading.Thread(target=tell)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def test_a_dead_edge_node_is_stale_at_once_and_fresh_only_when_it_says_something_new(tmp_path: Path) -> None:
    with serving() as broker, live_wall(tmp_path, SETTINGS.format(url=broker.url)) as line:
        board, wall, edge = line.board, line.wall, EdgeNode()
        broker.wait_for_subscriber()
        with machine(broker, edge) as first:
            first.send(*edge.born(wall.now), qos=0)
            first.send(*edge.device_born(wall.now, "Press1", {"Made": 7}), qos=0)
            first.send(*edge.says(wall.now, "Press1", {"Made": 5}), qos=0)
            line.wait_for("5")
            assert line.stage() is Stage.LIVE
            first.crash()
            board.wait_until(lambda: any(batch.gone for batch in board.batches))
            assert line.stage() is Stage.STALE, "the age of the value is nothing, and its machine is gone"
        edge.birth = 1
        with machine(broker, edge) as second:
            second.send(*edge.born(wall.now), qos=0)
            second.send(*edge.device_born(wall.now, "Press1", {"Made": 5}), qos=0)
            past = wall.now - timedelta(hours=2)
            second.send(*edge.says(past, "Press1", {"Made": 4}, historical=True), qos=0)
            line.wait_for("5", "4")
            assert line.stage() is Stage.STALE, "what was missed meanwhile is the past"
            wall.now += timedelta(seconds=20)
            second.send(*edge.says(wall.now, "Press1", {"Made": 6}), qos=0)
            line.wait_for("5", "4", "6")
            assert line.stage() is Stage.LIVE
            assert line.stage(later=timedelta(minutes=6)) is Stage.STALE


def test_an_edge_node_that_was_there_before_is_asked_to_introduce_itself(tmp_path: Path) -> None:
    with serving() as broker, live_wall(tmp_path, SETTINGS.format(url=broker.url)) as line:
        edge = EdgeNode(aliases={"Made": 1})
        broker.wait_for_subscriber()
        with publishing(broker) as first:
            first.client.on_message = lambda _client, _data, message: asked.append(bytes(message.payload))
            asked: list[bytes] = []
            first.client.subscribe("spBv1.0/works/NCMD/edge1")
            broker.wait_for_subscriber(times=2)
            first.send(*edge.says(line.wall.now, "Press1", {"Made": 5}), qos=0)
            broker.wait_for_log("Sending PUBLISH to auto-")
            first.send(*edge.born(line.wall.now))
            first.send(*edge.device_born(line.wall.now, "Press1", {"Made": 5}))
            first.send(*edge.says(line.wall.now, "Press1", {"Made": 6}))
            line.wait_for("6")
        assert b"Node Control/Rebirth" in asked[0]
        assert line.stage() is Stage.LIVE


def test_metrics_are_found_with_what_they_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mqtt_look, "SPELL", replace(mqtt_look.SPELL, length=timedelta(seconds=1)))
    now = datetime.now(UTC)
    looks = {"topic": None, "node": None, "measure": None}
    for settings in ({**looks, "payload": "sparkplug"}, {**looks, "payload": "sparkplug", "topic": TOPIC}, looks):
        edge = EdgeNode()
        with serving() as broker, publishing(broker) as publisher:

            def tell(edge: EdgeNode = edge, broker: Broker = broker, publisher: Publisher = publisher) -> None:
                broker.wait_for_subscriber()
                publisher.send(*edge.born(now))
                publisher.send(*edge.device_born(now, "Press1", {"Made": 7, "State": "RUN"}))
                publisher.send(*edge.says(now, "Press1", {"Made": 8}))

            with telling(tell):
                found = {each.name: each.samples for each in discover(spec(broker, **settings), context(), now)}
        if "payload" not in settings:
            assert found["spBv1.0/works/NBIRTH/edge1"] == ('Sparkplug B; set payload = "sparkplug"',)
        elif settings["topic"] is None:
            assert found == {"bdSeq": ("0",), "Made": ("7", "8"), "State": ("RUN",)}
        else:
            assert found["metric"] == ("bdSeq", "Made", "State")
            assert found["device"] == ("Press1",)
            assert found["type"] == ("UInt64", "Int32", "String")


def test_what_went_on_while_the_broker_was_away_is_asked_for_and_nothing_old_looks_fresh(tmp_path: Path) -> None:
    with serving(started=False) as broker, live_wall(tmp_path, SETTINGS.format(url=broker.url)) as line:
        board, wall, edge = line.board, line.wall, EdgeNode()
        board.wait_until(lambda: board.states == ["failing"])
        assert line.stage() is Stage.MISSING, "it starts late"
        broker.start()
        broker.wait_for_subscriber()
        assert line.stage() is Stage.MISSING, "it has nothing yet"
        with machine(broker, edge) as first:
            first.send(*edge.born(wall.now))
            first.send(*edge.device_born(wall.now, "Press1", {"Made": 7}))
            message = edge.says(wall.now, "Press1", {"Made": 5})
            first.send(*message)
            first.send(*message)
            line.wait_for("5", "5")
            assert len({reading.key for reading in board.readings}) == 1, "sent twice is kept once"
            assert line.stage() is Stage.LIVE
            broker.wait_for_receipts(4)
        board.wait_until(lambda: board.states == ["failing", "well"])
        broker.stop()
        board.wait_until(lambda: board.states[-1:] == ["failing"])
        assert line.stage(later=timedelta(minutes=3)) is Stage.LATE, "it went away"
        assert line.stage(later=timedelta(minutes=3)) is Stage.STALE
        broker.start()
        with machine(broker, edge) as again:
            edge.loses()
            again.client.subscribe("spBv1.0/works/NCMD/edge1")
            broker.wait_for_log("Sending SUBACK to auto-")
            for rubbish in (b"", b"\xff", b"<html>", edge.says(wall.now, "Press1", {"Made": 9})[1][:-3]):
                again.send("spBv1.0/works/DDATA/edge1/Press1", rubbish)
            again.send(*edge.says(wall.now, "Press1", {"Made": 9}))
            broker.wait_for_log("Sending PUBLISH to auto-")
            assert line.values() == ["5", "5"], "what an alias means now, nobody knows"
            assert line.stage() is Stage.STALE
            again.send(*edge.born(wall.now))
            again.send(*edge.device_born(wall.now, "Press1", {"Made": 9}))
            again.send(*edge.says(wall.now, "Press1", {"Made": 6}))
            line.wait_for("5", "5", "6")
            assert line.stage() is Stage.LIVE
    assert any("breaks off" in said for said in board.complaints)
