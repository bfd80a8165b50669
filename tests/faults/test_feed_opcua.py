"""A hundred thousand hostile answers of an OPC UA server: nothing unforeseen, nothing slow, no value made up."""

import asyncio
import os
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

import pytest
from asyncua import ua
from asyncua.client.ua_session import UaSession
from asyncua.common.utils import Buffer
from asyncua.ua.ua_binary import struct_from_binary
from asyncua.ua.uaerrors import UaError, UaStructParsingError
from typing_extensions import override

from board.kpi.reading import Batch, Quality
from board.plant.plant import SourceSpec
from board.sources import opcua_notice, record
from board.sources.complaining import Complaining
from board.sources.contract import SourceError
from board.sources.opcua_reader import NoticeReader
from board.sources.opcua_session import Session
from board.sources.opcua_setting import OpcuaSettings, read_settings
from board.sources.wire import LONGEST_WATERMARK, decode_batch, encode_batch
from tests.board.sources.drop import NOW, context
from tests.board.sources.packer import USUAL
from tests.faults.feed_opcua import response

pytestmark = pytest.mark.faults

INPUTS = int(os.environ.get("SHORT", "1000000" if os.environ.get("LONG") else "100000"))
LONGEST_S = 0.1
AGAIN = 500  # answers after which a reader goes on from what it remembered, as behind a restart
MEASURES = {"temperature": "level", "good": "count", "scrap": "count", "downtime": "duration"}
SETTINGS: list[Mapping[str, object]] = [
    USUAL,
    {**USUAL, "state": None, "clock": "server",
     "measure": [{"id": "temperature", "value": {"column": "made"}}, {"id": "good", "value": {"column": "bad"}}]},
    {**USUAL, "state": None, "clock": "board", "on": "state",
     "measure": [{"id": "good", "when": {"bad": "0"}}, {"id": "scrap", "reason": {"column": "made"}}]},
    {**USUAL, "nodes": {"made": "ns=2;s={line}.made", "state": {"node": "ns=2;s={line}.state", "index": 1}},
     "each": {"line": ["L1", "L2"]}, "node": {"column": "line", "map": {"L1": "line-1", "L2": "line-2"}},
     "product": {"column": "ns=2;s={line}.order"},
     "measure": [{"id": "good", "value": {"column": "made"}, "counter": "total", "most": 500}]},
]  # fmt: skip


def opened() -> list[OpcuaSettings]:
    """Return all settings, checked."""
    given = [{"url": "opc.tcp://packer", **each} for each in SETTINGS]
    kept = [{key: value for key, value in each.items() if value is not None} for each in given]
    return [read_settings(SourceSpec(id="x", kind="opcua", settings=each), context(measures=MEASURES)) for each in kept]


@dataclass
class Tally:
    """What became of the inputs."""

    inputs: int = 0
    past: int = 0  # those that got past the library's parser
    refused: int = 0
    readings: int = 0
    complaints: int = 0
    slowest_s: float = 0.0

    @override
    def __str__(self) -> str:
        return (
            f"{self.inputs:,} inputs, {self.past:,} past the outer parser, {self.refused:,} refused, "
            f"{self.readings:,} readings, {self.complaints:,} complaints, slowest {self.slowest_s * 1000:.1f} ms"
        )


class Wire:
    """In the place of the library's session: it answers with what it was given, as the library reads it."""

    def __init__(self, tally: Tally, rng: random.Random) -> None:
        self.tally = tally
        self.rng = rng
        self.raw = b""

    async def publish(self, acks: list[ua.SubscriptionAcknowledgement]) -> ua.PublishResponse:
        """Return the answer; what the library cannot read it says so of."""
        try:
            found = struct_from_binary(ua.PublishResponse, Buffer(self.raw))
        except Exception as error:
            raise UaStructParsingError from error
        self.tally.past += 1
        return found

    async def republish(self, subscription: int, number: int) -> ua.NotificationMessage:
        """Have it still, have it no more, or have nothing."""
        if self.rng.random() < 0.3:
            raise UaError("BadMessageNotAvailable")
        return ua.NotificationMessage()


class Board:
    """Listens as a board does, but for the connection."""

    def __init__(self, settings: OpcuaSettings, tally: Tally, rng: random.Random) -> None:
        self.settings, self.tally, self.rng = settings, tally, rng
        self.session = Session(settings=settings, context=context(measures=MEASURES))
        self.wire = Wire(tally, rng)
        self.session._client.wire.session = cast(UaSession, self.wire)
        self.session._subscription, self.session._silent_s = 7, 5.0
        self.reader = self.opened(None)

    def opened(self, watermark: str | None) -> NoticeReader:
        """Return a reader that goes on behind a watermark, and says each complaint."""
        found = NoticeReader(self.settings, context(measures=MEASURES), "x", watermark)
        found.complaining = Complaining("x", lambda: 100.0 * self.tally.inputs)
        return found

    async def hear(self) -> None:
        """Take one answer; what it gives must be what a board understands."""
        tally, rng = self.tally, self.rng
        tally.inputs += 1
        self.wire.raw = response(rng, 7, self.session._next, len(self.settings.items))
        now = NOW + timedelta(milliseconds=20 * tally.inputs)
        began = time.thread_time()
        try:
            told = await self.session.take()
        except SourceError:
            tally.refused += 1
            self.reader.connected()
            return
        if told.has_lost:
            self.reader.lost()
        readings = self.reader.read(told.notices, now) + self.reader.lasts(now)
        watermark = self.reader.watermark
        tally.slowest_s = max(tally.slowest_s, time.thread_time() - began)
        complaints = self.reader.complaining.take()
        tally.readings += len(readings)
        tally.complaints += len(complaints)
        assert len(watermark) < LONGEST_WATERMARK
        batch = Batch(
            source="x", readings=tuple(readings), watermark=watermark, seen_at=now, complaints=complaints,
            through=self.reader.through,
        )  # fmt: skip
        assert decode_batch(encode_batch(batch)) == batch
        for reading in readings:
            assert reading.end <= now + timedelta(minutes=5)
            assert reading.value is None or reading.value >= 0 or reading.measure == "temperature"
            assert (reading.value is None) == (reading.quality in {Quality.MISSING, Quality.BAD})
        if tally.inputs % AGAIN == 0:
            kept = rng.choice([watermark, watermark, watermark[:-9], "", "{}", watermark.replace("1", "x")])
            self.reader = self.opened(kept)


async def flood(rng: random.Random, inputs: int) -> Tally:
    """Show hostile answers to boards of all settings, and count."""
    tally = Tally()
    boards = [Board(settings, tally, rng) for settings in opened()]
    while tally.inputs < inputs:
        await rng.choice(boards).hear()
    return tally


def test_no_hostile_answer_raises_or_takes_long(rng: random.Random) -> None:
    tally = asyncio.run(flood(rng, INPUTS))
    print(tally)
    assert tally.past * 2 >= tally.inputs
    assert tally.readings > tally.inputs / 10
    assert tally.slowest_s <= LONGEST_S


def test_the_flood_would_find_a_board_without_its_guards(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(opcua_notice, "_text", lambda value, **_: str(int(value)))
        with pytest.raises((ValueError, TypeError, OverflowError)):
            asyncio.run(flood(rng, 5_000))
    with monkeypatch.context() as patched:
        patched.setattr(record, "possible", lambda value, *_: (value, Quality.GOOD))
        with pytest.raises(AssertionError):
            asyncio.run(flood(rng, 20_000))
    with monkeypatch.context() as patched:
        patched.setattr(opcua_notice.Notice, "is_good", True)
        patched.setattr(NoticeReader, "_moment", lambda self, notice, *_, **__: (notice.source_at, True))
        with pytest.raises((TypeError, AttributeError, AssertionError, ValueError, OverflowError)):
            asyncio.run(flood(rng, 5_000))
