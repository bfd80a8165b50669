"""A hundred thousand hostile messages of each kind, and hostile packets: nothing unforeseen, slow or growing."""

import os
import random
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

import psutil
import pytest
from paho.mqtt.client import Client
from typing_extensions import override

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources import cell_value, json_record, mqtt_listen, mqtt_look, mqtt_session, sparkplug_reader
from board.sources.about import LONGEST_SAMPLE, MOST_FOUND, MOST_SAMPLES
from board.sources.complaining import Complaining
from board.sources.contract import SourceError
from board.sources.mqtt_listen import Reads
from board.sources.mqtt_mark import MqttMark
from board.sources.mqtt_message import Arrival, Message, Telling, read_payload
from board.sources.mqtt_reader import MessageReader
from board.sources.mqtt_setting import MqttSettings, read_settings
from board.sources.sparkplug_payload import SparkplugError, decode_payload
from board.sources.sparkplug_reader import SparkplugReader
from board.sources.wire import LONGEST_WATERMARK, decode_batch, encode_batch
from tests.board.sources.drop import NOW, context
from tests.board.sources.edge import EdgeNode
from tests.board.sources.uns import USUAL
from tests.faults.feed_mqtt import message, packet, sparkplug, topic

pytestmark = pytest.mark.faults

INPUTS = 1_000_000 if os.environ.get("LONG") else 100_000
TOPICS = 1_000_000
LONGEST_S = 0.1
MOST_GROWN_MIB = 8
AGAIN = 500  # messages after which a reader goes on from what it remembered, as behind a restart
JSON: list[Mapping[str, object]] = [
    dict(USUAL),
    {**USUAL, "topic": "plant/#", "node": "line-1", "measure": [{"id": "good", "value": {"column": "value"}}]},
    {**USUAL, "measure": [{"id": "good", "value": {"column": "value"}, "counter": "total", "maximum": 65535}],
     "state": {"column": "value", "when": {"tag": "state"}, "packml": True}},
    {**USUAL, "topic": "plant/hall/+/{tag}", "rows": "$.data[*]", "node": {"column": "line"}, "time": "at",
     "measure": [{"id": "good", "value": {"column": "made.ok"}}, {"id": "downtime", "value": {"column": "made.bad"},
                  "unit": "s", "reason": {"column": "why"}}]},
]  # fmt: skip
METRICS: Mapping[str, object] = {
    "payload": "sparkplug",
    "rebirth": True,
    "node": {"column": "device", "map": {"Press1": "line-1", "Press2": "line-2"}},
    "measure": [
        {"id": "good", "when": {"metric": "Made"}, "value": {"column": "value"}, "counter": "total"},
        {"id": "scrap", "when": {"metric": "Bad"}, "value": {"column": "value"}},
    ],
    "state": {"column": "value", "when": {"metric": "State"}, "map": {"RUN": "running", "JAM": "stopped"}},
}


@dataclass
class Tally:
    """What became of the inputs."""

    inputs: int = 0
    past: int = 0  # those that got past the outer parser
    readings: int = 0
    complaints: int = 0
    slowest_s: float = 0.0

    @override
    def __str__(self) -> str:
        return (
            f"{self.inputs:,} inputs, {self.past:,} past the outer parser, {self.readings:,} readings, "
            f"{self.complaints:,} complaints, slowest {self.slowest_s * 1000:.1f} ms"
        )


def opened(settings: Mapping[str, object]) -> MqttSettings:
    """Return settings, checked."""
    given = {"url": "mqtt://broker", **settings}
    return read_settings(SourceSpec(id="x", kind="mqtt", settings=given), context())


class Board:
    """Reads messages as a board that listens does, but for the broker."""

    def __init__(self, settings: MqttSettings, tally: Tally) -> None:
        self.settings = settings
        self.tally = tally
        self.mark = MqttMark(settings=settings.digest)
        self.complaining = Complaining("x", lambda: 100.0 * tally.inputs)  # so that each is said
        self.reader = self.made()

    def made(self) -> Reads:
        """Return a reader that goes on from the mark."""
        kind = SparkplugReader if self.settings.payload == "sparkplug" else MessageReader
        return kind(self.settings, context(), "x", self.mark.more)

    def hear(self, came: Message, rng: random.Random) -> list[Reading]:
        """Take one message, in some circumstances; what it gives must be what a board understands."""
        self.tally.inputs += 1
        since = NOW - timedelta(minutes=rng.choice([0, 0, 0, 30]))
        began = time.thread_time()
        arrival = Arrival(at=NOW, since=since)
        readings = self.reader.read(Telling(message=came, arrival=arrival, complaining=self.complaining))
        aside = self.reader.aside()
        self.tally.slowest_s = max(self.tally.slowest_s, time.thread_time() - began)
        complaints = self.complaining.take()
        self.tally.readings += len(readings)
        self.tally.complaints += len(complaints)
        batch = Batch(
            source="x", readings=tuple(readings), watermark="", seen_at=NOW, complaints=complaints, gone=aside.gone
        )
        assert decode_batch(encode_batch(batch)) == batch
        if self.tally.inputs % AGAIN == 0:
            self.restart(rng)
        return readings

    def restart(self, rng: random.Random) -> None:
        """Go on from the watermark, as another process does."""
        self.mark.more = self.reader.remembered()
        text = self.mark.text()
        assert len(text) <= LONGEST_WATERMARK
        self.mark = MqttMark.parse(text, self.settings.digest)
        self.reader = self.made()
        if rng.random() < 0.5:
            self.reader.timely.breaks(is_kept=rng.random() < 0.5)


def came(rng: random.Random, name: str, data: bytes) -> Message:
    """Return a message as the connection hands it on."""
    return Message(topic=name, payload=data, retained=rng.random() < 0.04, number=rng.choice([0, 1, 7]))


def gets_past(parse: Callable[[bytes], object], data: bytes) -> bool:
    """Tell whether a payload gets past the outer parser."""
    try:
        parse(data)
    except (json_record.JsonError, SparkplugError):
        return False
    return True


def flood_of_values(rng: random.Random, inputs: int) -> Tally:
    """Show hostile JSON and bare values to readers, and count."""
    tally = Tally()
    boards = [Board(opened(each), tally) for each in JSON]
    while tally.inputs < inputs:
        data = message(rng)
        rng.choice(boards).hear(came(rng, topic(rng), data), rng)
        tally.past += gets_past(read_payload, data)
    return tally


def flood_of_metrics(rng: random.Random, inputs: int) -> Tally:
    """Show hostile messages of edge nodes to a reader, and count."""
    tally = Tally()
    board = Board(opened(METRICS), tally)
    nodes = [EdgeNode(name=f"edge{number}") for number in range(4)]
    while tally.inputs < inputs:
        name, data = sparkplug(rng, rng.choice(nodes))
        board.hear(came(rng, name, data), rng)
        tally.past += gets_past(decode_payload, data)
    return tally


def test_no_hostile_value_raises_or_takes_long(rng: random.Random) -> None:
    tally = flood_of_values(rng, INPUTS)
    print(tally)
    assert tally.past * 2 >= tally.inputs
    assert tally.readings > tally.inputs / 10
    assert tally.slowest_s <= LONGEST_S


def test_no_hostile_metric_raises_or_takes_long(rng: random.Random) -> None:
    tally = flood_of_metrics(rng, INPUTS)
    print(tally)
    assert tally.past * 2 >= tally.inputs
    assert tally.readings > tally.inputs / 10
    assert tally.slowest_s <= LONGEST_S


@contextmanager
def connected(packets: bytes, monkeypatch: pytest.MonkeyPatch) -> Iterator[mqtt_session.Session]:
    """Open a session with somebody who greets us and then sends packets."""
    ours, theirs = socket.socketpair()
    with monkeypatch.context() as patched, closing(theirs):
        patched.setattr(Client, "_create_socket", lambda _self: ours)
        asking = mqtt_session.Asking(client="board", is_lasting=True, known=("plant/#",))
        session = mqtt_session.Session(opened(JSON[1]), context(), asking)
        theirs.sendall(b"\x20\x03\x01\x00\x00" + packets)  # the greeting: our place was kept
        try:
            session.open()
            yield session
        finally:
            session.close()


def flood_of_packets(rng: random.Random, inputs: int, monkeypatch: pytest.MonkeyPatch) -> Tally:
    """Send hostile packets to sessions until they break off, and count."""
    tally = Tally()
    while tally.inputs < inputs:
        packets = b"".join(packet(rng) for _ in range(20))
        began = time.thread_time()
        try:
            with connected(packets, monkeypatch) as session:
                while found := session.take(0):
                    tally.past += len(found)
                    tally.inputs += len(found)
        except SourceError:
            tally.complaints += 1
        tally.slowest_s = max(tally.slowest_s, time.thread_time() - began)
        tally.inputs += 1
    return tally


def test_no_hostile_packet_raises_or_takes_long(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    tally = flood_of_packets(rng, INPUTS // 5, monkeypatch)
    print(tally)
    assert tally.past * 2 >= tally.inputs
    assert tally.complaints > tally.inputs / 20
    assert tally.slowest_s <= LONGEST_S


@pytest.mark.parametrize("settings", [{}, JSON[0], JSON[3], {"payload": "sparkplug"}, METRICS])
def test_somebody_who_looks_round_is_shown_little_of_much(
    settings: Mapping[str, object], rng: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    nodes = [EdgeNode(name=f"edge{number}") for number in range(4)]

    def flood(*_: object) -> Iterator[Message]:
        for number in range(5_000):
            name, data = (topic(rng), message(rng)) if rng.random() < 0.5 else sparkplug(rng, rng.choice(nodes))
            yield came(rng, name if number % 3 else f"{number}/{name}", data)

    monkeypatch.setattr(mqtt_look, "first_messages", flood)
    spec = SourceSpec(id="x", kind="mqtt", settings={"url": "mqtt://broker", **settings})
    found = mqtt_look.look_round(spec, context(), NOW)
    assert 0 < len(found) <= MOST_FOUND
    assert all(len(each.samples) <= MOST_SAMPLES for each in found)
    assert all(sample.isprintable() and len(sample) <= LONGEST_SAMPLE for each in found for sample in each.samples)


def test_the_floods_would_find_readers_without_their_guards(
    rng: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(json_record, "cell_text", str)
        with pytest.raises((ValueError, UnicodeError, AssertionError)):
            flood_of_values(rng, 20_000)
    with monkeypatch.context() as patched:
        patched.setattr(cell_value, "read_number", lambda text, **_: Fraction(int(text)))
        with pytest.raises((ValueError, ZeroDivisionError)):
            flood_of_metrics(rng, 20_000)
    with monkeypatch.context() as patched:
        patched.setattr(sparkplug_reader, "SparkplugError", KeyError)
        with pytest.raises(SparkplugError):
            flood_of_metrics(rng, 20_000)


def test_good_metrics_beside_hostile_ones_are_all_read(rng: random.Random) -> None:
    board, good, keys = Board(opened(METRICS), Tally()), EdgeNode(name="good"), set[str]()
    bad = EdgeNode(name="bad")
    board.hear(Message(topic=good.born(NOW)[0], payload=good.born(NOW)[1]), rng)
    name, data = good.device_born(NOW, "Press2", {"Bad": 1})
    board.hear(Message(topic=name, payload=data), rng)
    for number in range(3_000):
        for _ in range(rng.randint(0, 3)):
            name, data = sparkplug(rng, bad)
            board.hear(came(rng, name, data), rng)
        name, data = good.says(NOW - timedelta(seconds=number), "Press2", {"Bad": number})
        readings = board.hear(Message(topic=name, payload=data), rng)
        assert [(each.node, str(each.value)) for each in readings] == [("line-2", str(number))]
        keys |= {each.key for each in readings}
    assert len(keys) == 3_000


@pytest.mark.parametrize("settings", [JSON[0], JSON[2], METRICS])
def test_a_million_topics_cost_no_more_than_a_few(settings: Mapping[str, object], rng: random.Random) -> None:
    board = Board(opened(settings), Tally())
    data = EdgeNode().born(NOW, {"Made": 1})[1] if settings is METRICS else b'{"value": 5, "timestamp_ms": 1}'
    count = TOPICS if os.environ.get("LONG") else TOPICS // 10

    def tell(first: int, last: int) -> None:
        for number in range(first, last):
            name = f"spBv1.0/works/NBIRTH/{number}" if settings is METRICS else f"plant/hall/L1/{number}/ok"
            name = f"plant/hall/{number}/ok" if number % 2 and settings is not METRICS else name
            telling = Telling(
                message=Message(topic=name, payload=data),
                arrival=Arrival(at=NOW, since=NOW),
                complaining=board.complaining,
            )
            board.reader.read(telling)

    tell(0, 15_000)
    process = psutil.Process()
    before = process.memory_info().rss
    tell(15_000, 15_000 + count)
    grown_mib = (process.memory_info().rss - before) / 2**20
    print(f"{count:,} topics: {grown_mib:.1f} MiB more")
    assert grown_mib < MOST_GROWN_MIB
    board.restart(rng)


def test_what_the_broker_sends_at_once_is_taken_in_bites(monkeypatch: pytest.MonkeyPatch) -> None:
    one = b"\x30" + bytes([2 + 16 + 1 + 1]) + b"\x00\x10plant/hall/L1/ok\x005"
    with connected(one * 3_000, monkeypatch) as session:
        sizes = []
        while found := session.take(0):
            sizes.append(len(found))
    assert sum(sizes) == 3_000
    assert max(sizes) <= 2 * mqtt_session.MOST_AT_ONCE
    assert mqtt_listen.LONGEST_BACKLOG_S <= 10
