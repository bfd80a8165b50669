"""A hundred thousand hostile answers and as many hostile events: none raises what nobody foresaw, none takes long."""

import os
import random
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

import httpx
import httpx_sse
import pytest
from typing_extensions import override

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources import cell_value, http_events, http_look, json_record
from board.sources.contract import SourceError
from board.sources.ear import Ear
from board.sources.http_events import EventReader
from board.sources.http_look import HttpLook
from board.sources.http_mark import HttpMark
from board.sources.http_request import Answer, Requester
from board.sources.http_setting import HttpSettings, read_settings
from board.sources.recent import Recent
from board.sources.wire import decode_batch, encode_batch
from tests.board.sources.drop import NOW, context
from tests.faults.feed_json import as_bytes, document, odd_row, scalar_or_worse, spoilt

pytestmark = pytest.mark.faults

INPUTS = 1_000_000 if os.environ.get("LONG") else 100_000
LONGEST_S = 0.1
USUAL: Mapping[str, object] = {
    "url": "http://mes/parts",
    "rows": "$.data[*]",
    "node": {"column": "line"},
    "time": "at",
    "key": "id",
    "measure": [{"id": "good", "value": {"column": "made.ok"}}],
}
SETTINGS: list[Mapping[str, object]] = [
    USUAL,
    {**USUAL, "paging": {"by": "cursor", "parameter": "c", "path": "$.next"}},
    {**USUAL, "paging": {"by": "next", "path": "$.next"}, "order": {"column": "$.next"}},
    {**USUAL, "paging": {"by": "link"}, "since": {"parameter": "s", "column": "changed"}},
    {**USUAL, "paging": {"by": "page", "parameter": "p", "size": 2},
     "since": {"parameter": "s", "column": "id", "as": "number"}},
    {**USUAL, "since": {"parameter": "s", "column": "why", "as": "text"}, "formats": ["epoch s", "epoch ms", "auto"]},
    {**USUAL, "rows": "$..made", "node": {"column": "^line"}, "time": "^at", "key": ["@key", "^id"],
     "measure": [{"id": "scrap", "value": "ok + bad"}]},
    {key: value for key, value in USUAL.items() if key not in {"rows", "key"}} | {"rows": "$.*", "decimal": ","},
    {**USUAL, "measure": [{"id": "good", "when": {"why": ["E001"]}},
                          {"id": "downtime", "value": {"column": "made.bad"}, "unit": "s",
                           "reason": {"column": "why"}}]},
    {key: value for key, value in USUAL.items() if key not in {"measure", "time"}}
    | {"start": "at", "end": "changed", "product": {"column": "why"},
       "run": {"quantity": {"column": "made.ok"}, "rate": {"column": "made.bad", "scale": 60},
               "kind": {"column": "why", "map": {"E001": "production", "": "cancelled"}}}},
]  # fmt: skip


@dataclass
class Tally:
    """What became of the inputs."""

    inputs: int = 0
    past: int = 0  # those that got past the JSON parser
    refused: int = 0
    readings: int = 0
    runs: int = 0
    complaints: int = 0
    slowest_s: float = 0.0

    @override
    def __str__(self) -> str:
        return (
            f"{self.inputs:,} inputs, {self.past:,} past the JSON parser, {self.refused:,} refused, "
            f"{self.readings:,} readings, {self.runs:,} planned runs, {self.complaints:,} complaints, "
            f"slowest {self.slowest_s * 1000:.1f} ms"
        )

    def take(self, batch: Batch) -> None:
        """Count a batch, which must be one that the board understands."""
        self.readings += len(batch.readings)
        self.runs += len(batch.runs)
        self.complaints += len(batch.complaints)
        assert decode_batch(encode_batch(batch)) == batch


def opened() -> list[HttpSettings]:
    """Return all settings, checked."""
    return [read_settings(SourceSpec(id="x", kind="http", settings=dict(each)), context()) for each in SETTINGS]


class Hostile(Requester):
    """Answers with what it was given, and then with nothing."""

    def __init__(self, settings: HttpSettings, rng: random.Random) -> None:
        super().__init__(settings, context())
        self.rng = rng
        self.past = False

    def get(  # type: ignore[explicit-override]
        self, url: str, query: Mapping[str, str], headers: Mapping[str, str], *, wait: timedelta = timedelta(0)
    ) -> Answer:
        rng = self.rng
        body = spoilt(as_bytes(document(rng)), rng, 0.25)
        with suppress(json_record.JsonError):
            json_record.read_json(body)
            self.past = True
        given = {
            "link": rng.choice(
                ["", '</parts?p=2>; rel="next"', "<>;rel=next", "<http://[>; rel=next", "<" * 500, "\x00"]
            ),
            "etag": rng.choice(["", '"v1"', "x" * 9000, "\udc80"]),
            "content-type": rng.choice(["application/json", "text/html", "\x00" * 50]),
        }
        return Answer(status=rng.choice([200, 200, 200, 204, 304]), body=body, headers=given, took_s=0.0)


def flood_of_answers(rng: random.Random, inputs: int) -> Tally:
    """Show hostile answers to sources, and count."""
    settings, tally = opened(), Tally()
    recent = [Recent() for _ in settings]
    for _ in range(inputs):
        number = rng.randrange(len(settings))
        one = settings[number]
        watermark = rng.choice([None, None, "{}", '{"settings":"%s","page":"7","since":"5"}' % one.digest, "\udc80"])  # noqa: UP031
        server = Hostile(one, rng)
        began = time.thread_time()
        look = HttpLook("x", one, context(), HttpMark.parse(watermark, one.digest))
        try:
            for batch in look.run(server, recent[number], NOW):
                tally.take(batch)
        except SourceError:
            tally.refused += 1
        tally.slowest_s = max(tally.slowest_s, time.thread_time() - began)
        tally.inputs += 1
        tally.past += server.past
    return tally


def test_no_hostile_answer_raises_or_takes_long(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_look, "MOST_PAGES", 2)
    tally = flood_of_answers(rng, INPUTS)
    print(tally)
    assert tally.past * 2 >= tally.inputs
    assert tally.readings > tally.inputs / 4
    assert tally.runs > tally.inputs / 1000
    assert tally.slowest_s <= LONGEST_S


class Listening(Ear):
    """Takes what is heard at once."""

    def __init__(self, tally: Tally) -> None:
        super().__init__(lambda: NOW)
        self.tally = tally

    def hear(self, batch: Batch, stored: object = None) -> None:  # type: ignore[explicit-override]
        self.tally.take(batch)
        self.tally.past += not any("JSON" in each.said or "UTF-8" in each.said for each in batch.complaints)


class Pieces(httpx.SyncByteStream):
    """A body in pieces."""

    def __init__(self, data: bytes, rng: random.Random) -> None:
        self.cuts = sorted({0, len(data), *(rng.randrange(len(data) + 1) for _ in range(rng.randint(0, 3)))})
        self.data = data

    def __iter__(self) -> Iterator[bytes]:  # type: ignore[explicit-override]
        for start, stop in zip(self.cuts, self.cuts[1:], strict=False):
            yield self.data[start:stop]


def event(rng: random.Random) -> bytes:
    """Return one event, spoilt or not."""
    data = as_bytes({"data": [odd_row(rng)]}) if rng.random() < 0.9 else as_bytes(scalar_or_worse(rng))
    fields = [b"data: " + spoilt(data, rng, 0.2)]
    fields += [b"id: " + rng.choice([b"7", b"", b"\x00", b"x" * 5000, b"\xff", "ä".encode()])] * rng.randint(0, 1)
    fields += [b"event: " + rng.choice([b"part", b"\r", b"\x00", b"y" * 500])] * (rng.random() < 0.2)
    fields += [b"retry: " + rng.choice([b"5", b"-1", b"9" * 5000, b"x"])] * (rng.random() < 0.1)
    fields += [rng.choice([b":", b": x", b"\x00", b"data", b"id", b"::", b"\xef\xbb\xbf"])] * (rng.random() < 0.2)
    rng.shuffle(fields)
    end = rng.choice([b"\n", b"\n", b"\r\n", b"\r"])
    return end.join(fields) + end + end


def flood_of_events(rng: random.Random, inputs: int) -> Tally:
    """Show hostile streams of a few events to readers, and count."""
    settings, tally = opened(), Tally()
    while tally.inputs < inputs:
        one = rng.choice(settings)
        count = rng.randint(1, 5)
        body = b"".join(event(rng) for _ in range(count))
        reader = EventReader(
            SourceSpec(id="x", kind="http", settings={}), one, context(), HttpMark(settings=one.digest)
        )
        ear = Listening(tally)
        response = httpx.Response(
            200,
            headers={"Content-Type": rng.choice(["text/event-stream", "text/event-stream; charset=undefined"])},
            stream=Pieces(body, rng),
        )
        http_events.bound(response, ear)
        began = time.thread_time()
        for found in httpx_sse.EventSource(response).iter_sse():
            reader.read(found, ear)
        tally.slowest_s = max(tally.slowest_s, (time.thread_time() - began) / count)
        tally.inputs += count
    return tally


def test_no_hostile_event_raises_or_takes_long(rng: random.Random) -> None:
    tally = flood_of_events(rng, INPUTS)
    print(tally)
    assert tally.past * 2 >= tally.inputs
    assert tally.readings > tally.inputs / 4
    assert tally.slowest_s <= LONGEST_S


def test_the_floods_would_find_readers_without_their_guards(
    rng: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(json_record, "cell_text", str)
        with pytest.raises((ValueError, UnicodeError, AssertionError)):
            flood_of_answers(rng, 5_000)
    with monkeypatch.context() as patched:
        patched.setattr(cell_value, "read_number", lambda text, **_: Fraction(int(text)))
        with pytest.raises((ValueError, ZeroDivisionError)):
            flood_of_events(rng, 5_000)


def test_good_rows_beside_hostile_ones_are_all_read(rng: random.Random) -> None:
    (settings, *_) = opened()
    for _ in range(300):
        good = [
            {"id": f"good {n}", "line": "line-1", "at": "2026-11-20T08:00:00Z", "made": {"ok": n}} for n in range(9)
        ]
        rows = [*good, *(odd_row(rng) for _ in range(rng.randint(1, 9)))]
        rng.shuffle(rows)
        server = Hostile(settings, rng)
        body = as_bytes({"data": rows})
        server.get = lambda *_, body=body, **__: Answer(status=200, body=body, headers={}, took_s=0)  # type: ignore[method-assign]
        look = HttpLook("x", settings, context(), HttpMark(settings=settings.digest))
        read: list[Reading] = [reading for batch in look.run(server, Recent(), NOW) for reading in batch.readings]
        assert {f"good {n}:good" for n in range(9)} <= {reading.key for reading in read}
