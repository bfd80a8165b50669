"""Servers that are none, answer nothing or without end, lose what they told: each is said, and nothing is made up."""

import asyncio
import resource
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from asyncua import ua
from asyncua.client.ua_session import UaSession
from asyncua.ua.uaerrors import UaError

from board.plant.plant import SourceSpec
from board.sources import opcua_session, opcua_wire
from board.sources.contract import SourceError, open_source
from board.sources.opcua_session import Session
from board.sources.opcua_setting import read_settings
from tests.board.sources.drop import context
from tests.board.sources.packer import USUAL

NOW = datetime.now(UTC)


@contextmanager
def answering(answer: Callable[[socket.socket], object]) -> Iterator[str]:
    """Run a server that answers each connection in its own way."""
    listening = socket.create_server(("127.0.0.1", 0))

    def work() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listening.accept()
                with connection, suppress(OSError):
                    answer(connection)

    thread = threading.Thread(target=work, name="no server")
    thread.start()
    try:
        yield f"opc.tcp://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def spec(url: str) -> SourceSpec:
    return SourceSpec(id="packer", kind="opcua", settings={**USUAL, "url": url}, stale_after=timedelta(minutes=5))


def refused(url: str) -> str:
    """Return why a look fails."""
    with pytest.raises(SourceError) as caught:
        list(open_source(spec(url), context()).read(None, NOW))
    return str(caught.value)


def garbage(connection: socket.socket) -> None:
    connection.recv(1000)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def nothing(connection: socket.socket) -> None:
    while connection.recv(1000):
        pass


def without_end(connection: socket.socket) -> None:
    connection.recv(1000)
    connection.sendall(b"ACKF" + struct.pack("<I", 0xFFFF_FFF0))
    while True:
        connection.sendall(b"\0" * 65_536)


@pytest.mark.parametrize("answer", [garbage, nothing])
def test_what_is_no_server_is_said(answer: Callable[[socket.socket], object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opcua_wire, "ANSWER_S", 1.0)
    with answering(answer) as url:
        said = refused(url)
    assert "does not answer" in said or "cannot be reached" in said


def test_an_answer_without_end_is_cut() -> None:
    with answering(without_end) as url:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert "an answer of more than 4 MiB" in refused(url)
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


class Answers:
    """In the place of the library's session: tells of one node with the numbers it was given, and may tell again."""

    def __init__(self, numbers: list[int], kept: dict[int, int]) -> None:
        self.numbers = numbers
        self.kept = kept
        self.confirmed: list[int] = []

    async def publish(self, acks: list[ua.SubscriptionAcknowledgement]) -> ua.PublishResponse:
        self.confirmed += [int(ack.SequenceNumber) for ack in acks]
        found = ua.PublishResponse()
        found.Parameters.SubscriptionId = ua.IntegerId(7)
        number = self.numbers.pop(0)
        found.Parameters.NotificationMessage = message(abs(number), abs(number) if number > 0 else None)
        return found

    async def republish(self, subscription: int, number: int) -> ua.NotificationMessage:
        if number not in self.kept:
            raise UaError("BadMessageNotAvailable")
        return message(number, self.kept[number])


def message(number: int, value: int | None) -> ua.NotificationMessage:
    """Return what is told under a number; without a value only that the server is there."""
    data: list[ua.DataChangeNotification] = []
    if value is not None:
        told = ua.DataValue(ua.Variant(value, ua.VariantType.Int32))
        data.append(ua.DataChangeNotification(MonitoredItems=[ua.MonitoredItemNotification(ua.IntegerId(1), told)]))
    return ua.NotificationMessage(ua.Counter(number), NotificationData=cast("list[ua.ExtensionObject]", data))


@pytest.mark.parametrize(
    ("numbers", "kept", "values", "lost", "confirmed"),
    [
        ([1, 2, 3], {}, [1, 2, 3], [False, False, False], [1, 2]),
        ([1, 4, 5], {2: 2, 3: 3}, [1, 2, 3, 4, 5], [False, False, False], [1, 2, 3, 4]),
        ([1, 4, 5], {2: 2}, [1, 2, 4, 5], [False, True, False], [1, 2, 4]),
        ([1, -4, 4], {}, [1, 4], [False, True, False], [1]),
        ([-1, 1, -2, 2], {}, [1, 2], [False] * 4, [1]),
        ([1, 1, 2], {}, [1, 1, 2], [False, False, False], [1, 1]),
    ],
)
def test_what_was_lost_on_the_way_is_asked_for_again_or_known_to_be_lost(
    numbers: list[int], kept: dict[int, int], values: list[int], lost: list[bool], confirmed: list[int]
) -> None:
    session = Session(settings=read_settings(spec("opc.tcp://packer"), context()), context=context())
    answers = Answers(list(numbers), kept)
    session._client.wire.session = cast(UaSession, answers)
    session._subscription, session._silent_s = 7, 5.0

    async def all_of_it() -> list[opcua_session.Telling]:
        return [await session.take() for _ in numbers]

    told = asyncio.run(all_of_it())
    assert [notice.value for each in told for notice in each.notices] == values
    assert [each.has_lost for each in told] == lost
    assert answers.confirmed == confirmed


def test_a_request_that_meets_an_outage_does_not_wait_for_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opcua_wire, "ANSWER_S", 0.2)

    async def asked() -> None:
        client = opcua_wire.BoardClient("opc.tcp://packer")
        client.wire.enter_reconnecting()
        assert client.wire.pre_request_hook is not None
        await asyncio.wait_for(client.wire.pre_request_hook(), 20)

    with pytest.raises(ConnectionError):
        asyncio.run(asked())
