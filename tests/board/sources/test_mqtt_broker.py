"""A broker that goes away, comes back, sends twice, keeps the old: nothing lost, nothing counted twice."""

import signal
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from board.sources import feeder, mqtt_listen, mqtt_look
from board.sources.contract import SourceError, describe, discover, open_source
from board.sources.feed import collect
from tests.board.sources.broker import publishing, serving
from tests.board.sources.drop import context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.uns import OK, spec, told

NOW = datetime.now(UTC).replace(microsecond=0)
BOTH = pytest.mark.parametrize("version", ["5", "3.1.1"])


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)
    monkeypatch.setattr(mqtt_listen, "LULL_S", 0.05)


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


def found(board: Kiosk) -> list[tuple[str, str]]:
    """Return measure and value of each reading."""
    return [(reading.measure, str(reading.value)) for reading in board.readings]


@BOTH
def test_json_and_bare_values_become_readings_as_they_come(version: str) -> None:
    with serving() as broker, running(Kiosk(spec(broker, version=version))) as board, publishing(broker) as machine:
        broker.wait_for_subscriber()
        machine.send(OK, told(5, ago(1)))
        machine.send("plant/hall/L2/nok", "7.5")
        machine.send("plant/hall/L1/nok", '"3"', qos=0)
        machine.send("plant/hall/L1/temperature", "81.5")
        machine.send("plant/hall/L1", "1")
        machine.send(OK, b"")
        machine.send(OK, "null")
        board.wait_for_readings(4)
    first, second, *_ = board.readings
    assert (first.node, first.start, first.end) == ("line-1", ago(1), ago(1))
    assert (second.node, second.measure, str(second.value)) == ("line-2", "scrap", "15/2")
    assert timedelta(0) <= second.start - NOW < timedelta(minutes=5)
    assert found(board)[2:] == [("scrap", "3"), ("good", "None")]
    assert (board.complaints, board.said) == ([], [])


def test_several_values_of_one_payload_are_several_readings() -> None:
    settings: dict[str, object] = {
        "topic": ["plant/{line}/hour", "plant/{line}/shift/#"],
        "rows": "$.hours[*]",
        "start": "from",
        "length": "1 h",
        "measure": [
            {"id": "good", "value": {"column": "made.ok"}},
            {"id": "scrap", "value": {"column": "made.bad"}},
            {"id": "downtime", "value": {"column": "stop_s"}, "unit": "s", "reason": {"column": "why"}},
        ],
    }
    hours = [
        {"from": ago(180).isoformat(), "made": {"ok": 5, "bad": 1}},
        {"from": ago(120).isoformat(), "made": {"ok": 7, "bad": None}, "stop_s": 90, "why": "Jam"},
    ]
    with serving() as broker, running(Kiosk(spec(broker, **settings))) as board, publishing(broker) as machine:
        broker.wait_for_subscriber()
        machine.send("plant/L1/hour", {"hours": hours})
        machine.send("plant/L1/shift/early/1", {"hours": hours[:1]})
        board.wait_for_readings(7)
    assert found(board) == [
        ("good", "5"),
        ("scrap", "1"),
        ("good", "7"),
        ("scrap", "None"),
        ("downtime", "3/2"),
        ("good", "5"),
        ("scrap", "1"),
    ], "what a payload does not name is not told, and null is missing"
    assert board.readings[4].reason == "E001"
    assert len({reading.key for reading in board.readings}) == 7


@BOTH
def test_what_comes_while_the_board_is_away_is_kept_for_it(version: str) -> None:
    with serving() as broker, publishing(broker) as machine:
        with running(Kiosk(spec(broker, version=version))) as board:
            broker.wait_for_subscriber()
            machine.send(OK, told(1, ago(9)))
            board.wait_for_readings(1)
            broker.wait_for_receipts(1)
        watermark = board.batches[-1].watermark
        for number in range(2, 60):
            machine.send(OK, told(number, ago(9) + timedelta(seconds=number)))
        with running(Kiosk(spec(broker, version=version), watermarks={"uns": watermark})) as again:
            again.wait_for_readings(58)
    assert [str(reading.value) for reading in again.readings] == [str(number) for number in range(2, 60)]


@BOTH
def test_what_comes_while_the_broker_restarts_is_sent_then(version: str) -> None:
    with serving() as broker, running(Kiosk(spec(broker, version=version))) as board:
        broker.wait_for_subscriber()
        with publishing(broker) as machine:
            machine.send(OK, told(1, ago(9)))
        board.wait_for_readings(1)
        broker.stop()
        board.wait_until(lambda: board.states[-1:] == ["failing"])
        broker.start()
        with publishing(broker) as machine:
            machine.send(OK, told(2, ago(8)))
        board.wait_for_readings(2)
        board.wait_until(lambda: board.states == ["failing", "well"])
        assert len(broker.wait_for_log("Sending SUBACK")) == 1, "the broker has kept what we subscribed to"
    assert "broke off" in board.said[0][2]
    assert [str(reading.value) for reading in board.readings] == ["1", "2"]


@BOTH
def test_no_receipt_is_given_for_what_is_not_on_disk(version: str) -> None:
    with serving() as broker, publishing(broker) as machine:
        careless = Kiosk(spec(broker, version=version), acknowledges=False)
        with running(careless) as board:
            board.wait_until(lambda: bool(board.batches))
            board.acknowledge(board.batches[0])
            broker.wait_for_subscriber()
            machine.send(OK, "11")
            machine.send(OK, told(12, ago(1)))
            board.wait_until(lambda: len(board.batches) > 1)
        assert not [line for line in broker.log if "PUBACK from gembaboard" in line]
        stored = board.batches[-1].watermark if len(board.readings) > 1 else board.batches[0].watermark
        with running(Kiosk(spec(broker, version=version), watermarks={"uns": stored})) as again:
            again.wait_for_readings(2)
            broker.wait_for_receipts(2)
    keys = {reading.key for reading in board.readings} | {reading.key for reading in again.readings}
    assert Counter(str(reading.value) for reading in again.readings) == {"11": 1, "12": 1}
    assert len(keys) == 2, "what is sent once more has the key of before, also without a time of its own"


def test_sent_twice_is_kept_once() -> None:
    with serving() as broker, running(Kiosk(spec(broker))) as board, publishing(broker) as machine:
        broker.wait_for_subscriber()
        for _ in range(3):
            machine.send(OK, told(5, ago(2)))
        machine.send(OK, told(6, ago(1)))
        board.wait_for_readings(4)
    assert len({reading.key for reading in board.readings}) == 2


def test_what_lay_at_the_broker_without_a_time_is_as_old_as_it_may_be() -> None:
    with serving() as broker, publishing(broker) as machine:
        clock = [ago(60)]
        with running(Kiosk(spec(broker), now=lambda: clock[0])) as board:
            broker.wait_for_subscriber()
            machine.send(OK, "1")
            board.wait_for_readings(1)
            broker.wait_for_receipts(1)
        watermark = board.batches[-1].watermark
        machine.send(OK, "2")
        clock[0] = NOW
        with running(Kiosk(spec(broker), watermarks={"uns": watermark}, now=lambda: clock[0])) as again:
            again.wait_for_readings(1)
            for number in range(3, 40):  # until it is over what had lain there
                machine.send(OK, str(number))
                again.wait_for_readings(number - 1)
                if again.readings[-1].start == NOW:
                    break
                assert not again.feed.outlet.ended.wait(0.1)
        kept, live = again.readings[0], again.readings[-1]
    assert (kept.start, kept.end, kept.observed_at) == (ago(60), NOW, ago(60))
    assert str(kept.value) == "2"
    assert (live.start, live.end) == (NOW, NOW)


def test_retained_values_are_as_old_as_they_say_and_nothing_without_a_time() -> None:
    with serving() as broker, publishing(broker) as machine:
        machine.send(OK, told(5, ago(500)), retain=True)
        machine.send("plant/hall/L2/ok", "77", retain=True)
        with running(Kiosk(spec(broker))) as board:
            board.wait_for_readings(1)
            machine.send("plant/hall/L2/ok", "78", retain=True)
            board.wait_for_readings(2)
    assert [(str(each.value), each.end <= ago(500)) for each in board.readings] == [("5", True), ("78", False)]


def test_a_message_larger_than_anybody_sends_is_passed_over() -> None:
    for version in ("5", "3.1.1"):
        with serving() as broker, running(Kiosk(spec(broker, version=version))) as board, publishing(broker) as machine:
            broker.wait_for_subscriber()
            machine.send(OK, b"x" * (3 * 1024 * 1024))
            machine.send(OK, told(6, ago(1)))
            board.wait_for_readings(1)
        assert found(board) == [("good", "6")]
        assert board.said == []


def test_a_message_without_end_does_not_stand_in_the_way_for_ever() -> None:
    with serving() as broker, running(Kiosk(spec(broker, version="3.1.1"))) as board, publishing(broker) as machine:
        broker.wait_for_subscriber()
        machine.send(OK, b"x" * (17 * 1024 * 1024))
        board.wait_until(lambda: bool(board.said))
        assert "a message of more than 16 MiB" in board.said[0][2]
        broker.wait_for_subscriber(times=2)
        machine.send(OK, told(6, ago(1)))
        board.wait_for_readings(1)


def test_a_crashed_broker_that_has_forgotten_us_is_asked_anew() -> None:
    with serving() as broker, running(Kiosk(spec(broker))) as board:
        broker.wait_for_subscriber()
        broker.stop(signal.SIGKILL)
        board.wait_until(lambda: board.states == ["failing"])
        broker.start()
        broker.wait_for_subscriber(times=2)
        with publishing(broker) as machine:
            machine.send(OK, told(6, ago(1)))
        board.wait_for_readings(1)


def test_a_broker_that_hangs_is_told() -> None:
    with serving() as broker, running(Kiosk(spec(broker, stale_after_s=3))) as board:
        broker.wait_for_subscriber()
        broker.hang()
        board.wait_until(lambda: bool(board.said))
        broker.go_on()
        board.wait_until(lambda: board.states[-1] == "well")
    assert "broke off" in board.said[0][2] or "has said nothing" in board.said[0][2]


def test_silent_machines_are_no_failure_while_the_broker_answers() -> None:
    with serving() as broker, running(Kiosk(spec(broker, stale_after_s=3))) as board:
        broker.wait_for_log("Sending PINGRESP", times=3)
        assert board.said == []
        assert board.readings == []


def test_topics_that_are_wanted_no_more_are_let_go() -> None:
    with serving() as broker, publishing(broker) as machine:
        with running(Kiosk(spec(broker))) as board:
            broker.wait_for_subscriber()
            machine.send(OK, told(1, ago(2)))
            board.wait_for_readings(1)
            broker.wait_for_receipts(1)
        narrow = spec(broker, topic="plant/hall/{line}/{tag}")
        with running(Kiosk(narrow, watermarks={"uns": board.batches[-1].watermark})) as again:
            broker.wait_for_log("Sending UNSUBACK")
            machine.send(OK, told(2, ago(1)))
            again.wait_for_readings(1)
    assert found(again) == [("good", "2")]


def test_one_look_disturbs_no_board_that_listens() -> None:
    with serving() as broker, publishing(broker) as machine:
        machine.send(OK, told(5, ago(3)), retain=True)
        with running(Kiosk(spec(broker))) as board:
            board.wait_for_readings(1)
            batches = list(collect((spec(broker),), context(), {"uns": board.batches[-1].watermark}, NOW))
            assert board.said == []
            machine.send(OK, told(6, ago(2)))
            board.wait_for_readings(2)
    assert [str(each.value) for batch in batches for each in batch.readings] == ["5"]


def test_topics_are_found_with_what_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mqtt_look, "SPELL", replace(mqtt_look.SPELL, length=timedelta(seconds=1)))
    with serving() as broker, publishing(broker) as machine:
        machine.send(OK, told(5, ago(3)), retain=True)
        machine.send("plant/hall/L1/state", "RUNNING", retain=True)
        machine.send("plant/hall/L2/shift/hour", {"ok": 5, "from": ago(60).isoformat()}, retain=True)
        topics = discover(spec(broker, topic=None, node=None, measure=None), context(), NOW)
        columns = discover(spec(broker, node=None, measure=None), context(), NOW)
    assert [each.name for each in topics] == ["plant/hall/L1/ok", "plant/hall/L1/state", "plant/hall/L2/shift/hour"]
    assert topics[0].samples[0].startswith('{"value": 5, "timestamp_ms"')
    assert topics[1].samples == ("RUNNING",)
    by_name = {each.name: each for each in columns}
    assert by_name["line"].samples == ("L1",)
    assert by_name["tag"].samples == ("ok", "state")
    assert by_name["value"].samples == ("5", "RUNNING")
    assert by_name["timestamp_ms"].looks_like == "time"


def test_the_kind_says_what_it_asks_for() -> None:
    about = describe("mqtt")
    assert [each.key for each in about.settings if each.needed] == ["url", "topic"]


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "board.sources.mqtt_session", None)
    with serving() as broker:
        source = open_source(spec(broker), context())
        (complaint,) = source.check(NOW)
        assert complaint.said.endswith(f"{sys.executable} -m pip install 'gembaboard[mqtt]'")
        with pytest.raises(SourceError, match="is not installed here"):
            list(source.read(None, NOW))
