"""Listens to the server-sent events of one source, behind the last event it knows."""

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import Final

import httpx
import httpx_sse
from typing_extensions import override

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources.complaining import Complaining
from board.sources.contract import SourceContext, SourceError
from board.sources.ear import Ear, EarClosed
from board.sources.http_mark import HttpMark, given
from board.sources.http_request import Requester
from board.sources.http_setting import HttpSettings
from board.sources.json_record import JsonError, RecordMaker, read_json, rows_of
from board.sources.memory import Memory
from board.sources.moment import EARLIEST
from board.sources.planned_row import apart
from board.sources.record import Passage, RecordReader

LONGEST_EVENT: Final = 1024 * 1024
USUAL_PAUSE_S, SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 3.0, 1.0, 60.0  # before connecting again to a server that closed
_ENDS: Final = (b"\n\n", b"\r\r", b"\n\r\n")  # of an event


class EventReader:
    """Turns events into batches; kept over connections, so that it goes on behind the last one."""

    def __init__(self, spec: SourceSpec, settings: HttpSettings, context: SourceContext, mark: HttpMark) -> None:
        """Begin behind the event of a mark."""
        source = spec.id
        self.mark = mark
        self._source = source
        self._stale_after = spec.stale_after
        self._settings = settings
        self._maker = RecordMaker(settings.mapping.columns, settings.mapping.totals)
        self._reader = RecordReader(settings.mapping, context, source, Memory.parse(mark.memory, context))
        self._passage = Passage()
        self._complaining = Complaining(source)
        self.pause_s = USUAL_PAUSE_S

    def connected(self) -> None:
        """Note a new connection: without the id of an event to go on behind, events may have been missed."""
        if not self.mark.event:
            self._reader.breaks()

    def read(self, event: httpx_sse.ServerSentEvent, ear: Ear) -> None:
        """Hand on what an event says; one that cannot be used costs no other."""
        if event.retry is not None:
            self.pause_s = min(max(event.retry / 1000, SHORTEST_PAUSE_S), LONGEST_PAUSE_S)
        if event.id:
            self.mark = replace(self.mark, event=given(event.id) or self.mark.event)
        events = self._settings.events
        if not event.data or (events and event.event not in events):
            return
        where = f"event {event.id[:60]}".strip()
        readings: list[Reading] = []
        now = ear.now()
        try:
            document = read_json(event.data.encode("utf-8", "replace"))
        except JsonError as error:
            self._complaining.add(where, f"its data {error}")
        else:
            for row in rows_of(document, self._settings.rows):
                record = self._maker.record(row, document, self._complain)
                readings += self._reader.read(record, passage=self._passage, now=now, complain=self._complain)
        if self._settings.mapping.remembers:
            readings += self._reader.lasts(now, heard_within=self._stale_after)  # their end would have been told
            self.mark = replace(self.mark, memory=self._reader.memory.body())
        batch = Batch(
            source=self._source,
            readings=tuple(readings),
            watermark=self.mark.text(),
            seen_at=now,
            through=() if self._settings.mapping.state is None else self._reader.take_told(),
            complaints=self._complaining.take(),
        )
        ear.hear(apart(batch))

    def _complain(self, column: str, said: str) -> None:
        self._complaining.add(f"an event, {column}" if column else "an event", f"{column or 'the row'} {said}")


def first_events(requester: Requester, most: int, most_s: float) -> Iterator[object]:
    """Yield the documents of the first events within a few seconds, for somebody who looks round."""
    enough = threading.Timer(most_s, requester.cut)
    enough.start()
    began_s = time.monotonic()
    try:
        with requester.streaming({}, most_s + 1) as response:
            bound(response, Ear(lambda: EARLIEST))
            for event in islice(httpx_sse.EventSource(response).iter_sse(), most):
                with contextlib.suppress(JsonError):
                    yield read_json(event.data.encode("utf-8", "replace"))
    except httpx_sse.SSEError as error:
        raise SourceError("the server sends no events; check the url, or leave push out") from error
    except SourceError:
        if time.monotonic() - began_s < most_s:
            raise
    finally:
        enough.cancel()


def listen(reader: EventReader, requester: Requester, ear: Ear, silent: timedelta) -> None:
    """Listen until the ear closes; SourceError where the server breaks off, refuses us or closes without a word."""
    ear.when_closed(requester.cut)
    while True:
        with _ending_with(ear):
            has_spoken = _one_connection(reader, requester, ear, silent)
        if not has_spoken:
            raise SourceError("the server closes the stream without an event; check the url")
        ear.wait(reader.pause_s)


def _one_connection(reader: EventReader, requester: Requester, ear: Ear, silent: timedelta) -> bool:
    """Read the events of one connection; tell whether the server said anything."""
    headers = {"Last-Event-ID": reader.mark.event} if reader.mark.event else {}
    with requester.streaming(headers, silent.total_seconds()) as response:
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if response.status_code != httpx.codes.OK or kind != "text/event-stream":
            found = f"{response.status_code}, {kind[:60] or 'of no kind'}"
            raise SourceError(f"the server sends no events ({found}); check the url, or leave push out")
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise SourceError("the server sends events packed, which was not asked for; check the server")
        bounded = bound(response, ear)
        ear.alive()
        reader.connected()
        for event in httpx_sse.EventSource(response).iter_sse():
            reader.read(event, ear)
        return bounded.has_spoken


def bound(response: httpx.Response, ear: Ear) -> "Bounded":
    """Give an answer's events an end, and read them as UTF-8, which events always are, whatever the server calls it."""
    bounded = Bounded(response.stream, ear)
    response.stream, response.encoding = bounded, "utf-8"
    return bounded


@contextlib.contextmanager
def _ending_with(ear: Ear) -> Iterator[None]:
    """Take any failure for the end where we ended it ourselves by cutting the connection."""
    try:
        yield
    except SourceError:
        if ear.is_closed:
            raise EarClosed from None
        raise


class Bounded(httpx.SyncByteStream):
    """A stream whose events have an end; each piece of it, a comment too, is a sign of life."""

    def __init__(self, stream: object, ear: Ear) -> None:
        self._stream = stream
        self._ear = ear
        self.has_spoken = False

    @override
    def __iter__(self) -> Iterator[bytes]:
        tail, size = b"", 0
        if not isinstance(self._stream, httpx.SyncByteStream):
            return
        for piece in self._stream:
            self.has_spoken = True
            self._ear.alive()
            window = tail + piece
            end = max(window.rfind(mark) + len(mark) if mark in window else 0 for mark in _ENDS)
            size = len(window) - end if end else size + len(piece)
            tail = window[-3:]
            if size > LONGEST_EVENT:
                raise SourceError(f"the server sends an event of more than {LONGEST_EVENT // 1024} KiB; check it")
            yield piece

    @override
    def close(self) -> None:
        if isinstance(self._stream, httpx.SyncByteStream):
            self._stream.close()
