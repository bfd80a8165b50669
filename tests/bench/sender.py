"""The other end of a source that tells by itself: a server with events and a broker, both on loopback."""

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from tests.bench.works import NODE
from tests.board.sources.broker import Broker, Publisher
from tests.board.sources.server import STREAM, Asked, Events, Reply, Server

MOST_UNDER_WAY = 2_000
EVENTS = """
[[source]]
id = "{id}"
kind = "http"
url = "{url}"
push = "events"
key = "id"
node = "{node}"
time = "at"
measure = [{{ id = "good", value = {{ column = "ok" }} }}]
"""
TOPIC = "plant/hall/cell/ok"
NAMESPACE = """
[[source]]
id = "{id}"
kind = "mqtt"
url = "{url}"
topic = "plant/{{area}}/{{line}}/{{tag}}"
key = "id"
node = "{node}"
time = "at"
measure = [{{ id = "good", value = {{ column = "ok" }} }}]
"""


class Sender(Protocol):
    """Sends readings to a board; each part is one reading of its own."""

    table: str  # of the plant file

    def wait_for_board(self) -> None:
        """Wait until the board listens."""

    def send(self, number: int, at: datetime) -> None:
        """Send one part; returns once it has left."""


class EventServer:
    """A server with one stream of events."""

    def __init__(self, source: str) -> None:
        self._events = Events()
        self._server = Server(self._answer)
        self.table = EVENTS.format(id=source, url=self._server.url, node=NODE)

    def wait_for_board(self) -> None:
        """Wait until the board listens."""
        self._server.wait_for_requests(1)

    def send(self, number: int, at: datetime) -> None:
        """Send one part as an event."""
        self._events.send({"id": number, "at": at.isoformat(), "ok": 1}, number=number)

    def close(self) -> None:
        """Go."""
        self._server.stop()

    def _answer(self, _asked: Asked) -> Reply:
        return Reply(pieces=self._events, headers=STREAM)


class LoudBroker:
    """A broker, and a line that publishes there."""

    def __init__(self, source: str, folder: Path, program: str) -> None:
        self._broker = Broker(folder, program, [])
        self._broker.start()
        self._line = Publisher(self._broker.port, prepare=lambda line: line.max_inflight_messages_set(MOST_UNDER_WAY))
        self.table = NAMESPACE.format(id=source, url=self._broker.url, node=NODE)

    def wait_for_board(self) -> None:
        """Wait until the board listens."""
        self._broker.wait_for_subscriber()

    def send(self, number: int, at: datetime) -> None:
        """Publish one part; the client's own thread writes it at once."""
        body = json.dumps({"id": number, "at": at.isoformat(), "ok": 1})
        self._line.client.publish(TOPIC, body, qos=1)

    def close(self) -> None:
        """Go."""
        self._line.close()
        self._broker.stop()


@contextmanager
def event_server(source: str) -> Iterator[Sender]:
    """Run a server."""
    server = EventServer(source)
    try:
        yield server
    finally:
        server.close()


@contextmanager
def loud_broker(source: str) -> Iterator[Sender]:
    """Run a broker."""
    with tempfile.TemporaryDirectory(prefix="gembaboard-broker-") as folder:
        broker = LoudBroker(source, Path(folder), mosquitto() or "mosquitto")
        try:
            yield broker
        finally:
            broker.close()


def mosquitto() -> str | None:
    """Return where Mosquitto is, or None."""
    return shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin:/usr/local/sbin")


def send_evenly(sender: Sender, first: int, count: int, per_s: float) -> float:
    """Send so many parts at an even pace; return the seconds that took."""
    began_s = time.monotonic()
    for number in range(count):
        wait_s = began_s + number / per_s - time.monotonic()
        if wait_s > 0:
            time.sleep(wait_s)
        sender.send(first + number, datetime.now(UTC))
    return time.monotonic() - began_s
