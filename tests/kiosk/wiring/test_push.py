"""What a server or a broker tells reaches the view without being asked for, all of it, each part once."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest

from board.store.reader import Reader
from tests.board.sources.broker import Broker, Publisher, program
from tests.board.sources.server import STREAM, Asked, Events, Reply, serving
from tests.kiosk.wiring.house import PLANT, House, house

MANY = 2_000
ALONE = PLANT.partition("[[source]]")[0]  # nothing else counts this line
COMMON = """
url = "{url}"
key = "id"
node = "line"
time = "at"
poll_s = 3600
measure = [{{ id = "good", value = {{ column = "ok" }} }}]
"""
EVENTS = '\n[[source]]\nid = "told"\nkind = "http"\npush = "events"' + COMMON
TOPICS = '\n[[source]]\nid = "told"\nkind = "mqtt"\ntopic = "plant/{{area}}/{{line}}/{{tag}}"' + COMMON


class Teller(Protocol):
    """Whoever tells the board of parts."""

    table: str

    def wait_for_board(self) -> None: ...

    def send(self, part: dict[str, object]) -> None: ...


class Server:
    """Tells by server-sent events."""

    def __init__(self, url: str, events: Events, wait: Callable[[int], object]) -> None:
        self.table = EVENTS.format(url=url)
        self._events, self._wait = events, wait

    def wait_for_board(self) -> None:
        self._wait(1)

    def send(self, part: dict[str, object]) -> None:
        self._events.send(part, number=part["id"])


class Line:
    """Publishes at a broker."""

    def __init__(self, broker: Broker, publisher: Publisher) -> None:
        self.table = TOPICS.format(url=broker.url)
        self.wait_for_board = broker.wait_for_subscriber
        self._client = publisher.client

    def send(self, part: dict[str, object]) -> None:
        self._client.publish("plant/hall/cell/ok", str(part).replace("'", '"'), qos=1)


@contextmanager
def by_server(_: Path) -> Iterator[Teller]:
    """Give a server with a stream of events."""
    events = Events()

    def answer(_: Asked) -> Reply:
        return Reply(pieces=events, headers=STREAM)

    with serving(answer) as server:
        yield Server(server.url, events, server.wait_for_requests)


@contextmanager
def by_broker(folder: Path) -> Iterator[Teller]:
    """Give a broker and a line that publishes there."""
    (folder / "broker").mkdir()
    lines = ["allow_anonymous true", f"max_queued_messages {2 * MANY}"]  # by itself it drops what is sent at once
    broker = Broker(folder / "broker", program(), lines)
    broker.start()
    publisher = Publisher(broker.port, prepare=lambda line: line.max_inflight_messages_set(MANY))
    try:
        yield Line(broker, publisher)
    finally:
        publisher.close()
        broker.stop()


@pytest.mark.parametrize("telling", [by_server, by_broker])
def test_what_is_told_comes_up_by_itself_and_a_flood_of_it_comes_whole(
    tmp_path: Path, telling: Callable[[Path], AbstractContextManager[Teller]]
) -> None:
    with telling(tmp_path) as teller, house(tmp_path, plant=ALONE + teller.table) as found:
        found.open()
        teller.wait_for_board()
        teller.send(part(0))
        found.wait_for(lambda: found.made() == 1)
        for number in range(MANY + 1):  # the first once more
            teller.send(part(number))
        found.wait_for(lambda: found.made() == MANY + 1)
        assert rows_of(found) == MANY + 1
        assert found.notices == {}


def part(number: int) -> dict[str, object]:
    """Return one part, made in the first minute of today, as it is told."""
    return {"id": f"part {number}", "at": f"{datetime.now(UTC):%Y-%m-%d}T00:00:{number % 60:02}Z", "ok": 1}


def rows_of(found: House) -> int:
    """Return how many readings of the source are on disk."""
    reader = Reader.open(found.database)
    try:
        return next(state.rows for state in reader.sources() if state.id == "told")
    finally:
        reader.close()
