"""A real HTTP server on loopback that a test starts late, stops, starts again, and lets answer as it likes."""

import json
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from urllib.parse import parse_qsl, urlsplit

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the server got it."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers; `pieces` are sent as they come, each at once."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: Iterable[bytes] | None = None


Answering = Callable[[Asked], Reply | None]  # None: hang up


def as_json(document: object, **headers: str) -> Reply:
    """Return a document as an answer."""
    return Reply(json.dumps(document).encode(), headers={"Content-Type": "application/json", **headers})


class Server:
    """Answers with `answer`, on a port that stays the same while it is away."""

    def __init__(self, answer: Answering, secured: ssl.SSLContext | None = None) -> None:
        self.answer = answer
        self._secured = secured
        self.asked: list[Asked] = []
        self.moved = threading.Condition()
        self.ending = threading.Event()
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None
        self.port = 0
        self.start()

    @property
    def url(self) -> str:
        return f"http{'s' if self._secured else ''}://127.0.0.1:{self.port}/parts"

    def start(self) -> None:
        """Be there, on the port of before."""
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer._handle(self)

            @override
            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        class Quiet(ThreadingHTTPServer):
            allow_reuse_address = True
            daemon_threads = False

            @override
            def handle_error(self, request: object, client_address: object) -> None:
                """Clients may go as they like."""

        self.ending.clear()
        self._server = Quiet(("127.0.0.1", self.port), Handler)
        self.port = self._server.server_address[1]
        if self._secured is not None:
            self._server.socket = self._secured.wrap_socket(self._server.socket, server_side=True)
        self._open: set[BaseHTTPRequestHandler] = set()
        self._streams: list[Events] = []
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="server")
        self._thread.start()

    def stop(self) -> None:
        """Go away, and cut every connection."""
        self.ending.set()
        with self.moved:
            self.moved.notify_all()
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._thread.join()
        for stream in self._streams:
            stream.end()
        for handler in list(self._open):
            with suppress(OSError):
                handler.connection.shutdown(2)
        self._server.server_close()
        self._server = None

    def wait_for_requests(self, count: int) -> list[Asked]:
        """Wait until so many requests came."""
        with self.moved:
            assert self.moved.wait_for(lambda: len(self.asked) >= count, 20.0), self.asked
            return list(self.asked)

    def _handle(self, handler: BaseHTTPRequestHandler) -> None:
        self._open.add(handler)
        parts = urlsplit(handler.path)
        asked = Asked(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)), dict(handler.headers.items()))
        with self.moved:
            self.asked.append(asked)
            self.moved.notify_all()
        reply = self.answer(asked)
        handler.close_connection = True
        if reply is None:
            return
        if isinstance(reply.pieces, Events):
            self._streams.append(reply.pieces)
        handler.send_response(reply.status)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        if reply.pieces is None:
            handler.send_header("Content-Length", str(len(reply.body)))
        handler.send_header("Connection", "close")
        handler.end_headers()
        for piece in (reply.body,) if reply.pieces is None else reply.pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
        if isinstance(reply.pieces, Events):
            self._streams.remove(reply.pieces)


@contextmanager
def serving(answer: Answering, secured: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Run a server for a test."""
    server = Server(answer, secured)
    try:
        yield server
    finally:
        server.stop()


class Events:
    """A stream of events that a test writes to while it runs; to be given as the pieces of a reply."""

    def __init__(self) -> None:
        self._pieces: SimpleQueue[bytes | None] = SimpleQueue()

    def send(self, data: object, *, name: str = "", number: object = "") -> None:
        """Send one event."""
        lines = [f"event: {name}"] if name else []
        lines += [f"id: {number}"] if number != "" else []
        lines.append(f"data: {data if isinstance(data, str) else json.dumps(data)}")
        self.write("\n".join(lines).encode() + b"\n\n")

    def write(self, piece: bytes) -> None:
        """Send bytes as they are."""
        self._pieces.put(piece)

    def end(self) -> None:
        """Close the stream."""
        self._pieces.put(None)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces.get, None)


STREAM = {"Content-Type": "text/event-stream"}
