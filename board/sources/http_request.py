"""Asks a server, and believes nothing it answers: every wait and every body has an end, every failure a sentence."""

import base64
import contextlib
import email.utils
import socket
import ssl
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin

import httpx

from board.sources.certificate import trusting
from board.sources.contract import SourceContext, SourceError
from board.sources.hide import hide
from board.sources.http_setting import Auth, HttpSettings, address_of
from board.sources.watchdog import Watchdog

CONNECT_S: Final = 5.0
PIECE: Final = 64 * 1024
REFUSED: Final = frozenset({401, 403, 407})
FIRST_REFUSAL, LONGEST_REFUSAL = timedelta(minutes=1), timedelta(minutes=15)  # a locked account helps nobody
BUSY: Final = timedelta(seconds=30)
LONGEST_WISH: Final = timedelta(hours=1)  # of a server that wants to be left alone
LATER_S: Final = 5.0  # who listens notices silence first
AGENT: Final = "gembaboard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered: 200 with a body, or 204 and 304 without."""

    status: int
    body: bytes
    headers: Mapping[str, str]
    took_s: float


class TimeOutError(SourceError):
    """The server was reached and has not answered in time; a long poll asks again."""


class NotThereError(SourceError):
    """The server knows nothing under what it was asked: there is no such page, or no more."""


class Requester:
    """Asks one server with one client, which is made when it is needed and thrown away after a failure."""

    def __init__(self, settings: HttpSettings, context: SourceContext) -> None:
        """Ask as the settings say."""
        self._settings = settings
        self._context = context
        self._client: httpx.Client | None = None
        self._stream: object = None  # the connection in use, so that it can be cut from another thread
        self._refusals = 0

    def get(
        self, url: str, query: Mapping[str, str], headers: Mapping[str, str], *, wait: timedelta = timedelta(0)
    ) -> Answer:
        """Return the answer of a server, which may hold it for so long; SourceError where there is none to be used."""
        began_s = time.monotonic()
        allowed_s = (self._settings.timeout + wait).total_seconds()
        asked = {"Accept": "application/json", "Accept-Encoding": "gzip, deflate", **headers}
        with self._answering(url, query, asked, allowed_s, whole_s=allowed_s) as response:
            body = self._body(response) if response.status_code == HTTPStatus.OK else b""
            return Answer(
                status=response.status_code,
                body=body,
                headers={name.lower(): value for name, value in response.headers.items()},
                took_s=time.monotonic() - began_s,
            )

    @contextlib.contextmanager
    def streaming(self, headers: Mapping[str, str], silent_s: float) -> Iterator[httpx.Response]:
        """Give an open answer that goes on for ever, and may be silent for so long at a time."""
        asked = {"Accept": "text/event-stream", "Accept-Encoding": "identity", "Cache-Control": "no-store", **headers}
        with self._answering(self._settings.url, self._settings.query, asked, silent_s + LATER_S) as response:
            yield response

    def cut(self) -> None:
        """Cut the connection in use, from another thread: whoever waits for the server is freed."""
        stream = self._stream
        found = stream.get_extra_info("socket") if hasattr(stream, "get_extra_info") else None
        if isinstance(found, socket.socket):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(found, socket.SHUT_RDWR)  # of a TLS socket too only what lies beneath

    def close(self) -> None:
        """Let go of the client and its connections."""
        client, self._client, self._stream = self._client, None, None
        if client is not None:
            client.close()

    @contextlib.contextmanager
    def _answering(
        self, url: str, query: Mapping[str, str], headers: Mapping[str, str], read_s: float, *, whole_s: float = 0.0
    ) -> Iterator[httpx.Response]:
        """Give the answer to a request; whatever httpx raises becomes a sentence, and then the client is made anew.

        No single wait is longer than `read_s`; an answer that drips in for longer than `whole_s` is cut.
        """
        where, watchdog = address_of(url), Watchdog(whole_s, self.cut)
        try:
            response = self._opened().send(self._request(url, query, headers, read_s), stream=True)
            try:
                self._judge(response, where)
                yield response
            finally:
                watchdog.call_off()
                response.close()
            if watchdog.has_bitten:  # a body without a length ends where the connection does
                raise TimeOutError(f"{where} has not answered in full within {whole_s:.0f} s; check it")
        except SourceError:
            self.close()
            raise
        except httpx.ReadTimeout as error:
            self.close()
            raise TimeOutError(f"{where} has not answered within {read_s:.0f} s; check the server") from error
        except httpx.TimeoutException as error:
            self.close()
            said = f"{where} cannot be reached in time; check the address, the network and the server"
            raise SourceError(said) from error
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            self.close()
            if watchdog.has_bitten:
                raise TimeOutError(f"{where} has not answered in full within {whole_s:.0f} s; check it") from error
            raise SourceError(_in_words(error, where)) from error
        finally:
            watchdog.call_off()

    def _request(self, url: str, query: Mapping[str, str], headers: Mapping[str, str], read_s: float) -> httpx.Request:
        """Return the request, with what shows who asks."""
        shown_headers, shown_query = _shown(self._settings.auth)
        query = {**query, **shown_query}
        client = self._opened()
        client.cookies.clear()  # a server that sets ever new ones fills nobody's memory
        try:
            return client.build_request(
                "GET",
                httpx.URL(url).copy_merge_params(query) if query else httpx.URL(url),
                headers={**headers, **shown_headers},
                timeout=httpx.Timeout(read_s, connect=min(CONNECT_S, read_s), pool=read_s),
                extensions={"trace": self._trace},
            )
        except (httpx.InvalidURL, ValueError) as error:
            raise SourceError(
                f"nothing can be asked of {address_of(url)} ({error}); check url, query and auth"
            ) from error

    def _opened(self) -> httpx.Client:
        if self._client is None:
            settings = self._settings
            self._client = httpx.Client(
                verify=self._trust(),
                proxy=settings.proxy or None,
                trust_env=False,  # no proxy, no password of somebody's environment
                follow_redirects=False,  # what shows who we are goes to nobody else
                headers={"User-Agent": AGENT, **settings.headers},
                limits=httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=60.0),
            )
        return self._client

    def _trust(self) -> ssl.SSLContext:
        """Return whom to believe: those the system does, and the plant's own authority. There is no way round it."""
        settings = self._settings
        if not settings.url.startswith("https:") and not settings.proxy.startswith("https:"):
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # believes nobody; the system's list takes time and memory
        return trusting(settings.certificates, self._context)

    def _trace(self, event: str, info: Mapping[str, object]) -> None:
        """Remember the connection in use."""
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete", "proxy.start_tls.complete"}:
            self._stream = info.get("return_value")

    def _judge(self, response: httpx.Response, where: str) -> None:
        """Raise SourceError for an answer that is no good, with how long the server wants to be left alone."""
        status = response.status_code
        if status not in REFUSED:
            self._refusals = 0
        if status in {HTTPStatus.OK, HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED}:
            return
        name = f"{status} {_phrase(status)}".strip()
        if status in REFUSED:
            self._refusals += 1
            pause = min(FIRST_REFUSAL * 2 ** min(self._refusals - 1, 10), LONGEST_REFUSAL)
            raise SourceError(f"{where} refuses us ({name}); renew what auth names", not_before=pause)
        if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
            pause = _wish(response.headers) or BUSY
            said = f"{where} is busy ({name}); asked again in {pause.total_seconds():.0f} s"
            raise SourceError(said, not_before=pause)
        if response.is_redirect:
            there = _moved_to(response)
            raise SourceError(f"{where} has moved to {there} ({name}); set url to where the data are")
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise SourceError(f"{where} has an error of its own ({name}); ask those who run it")
        raise NotThereError(f"{where} answers {name}; check the url and the query")

    def _body(self, response: httpx.Response) -> bytes:
        """Return the whole body, unpacked; SourceError where it is too large or packed in another way."""
        packing = response.headers.get("Content-Encoding", "identity").strip().lower()
        if packing not in {"identity", "gzip", "x-gzip", "deflate"}:
            raise SourceError(f"sends a body packed as {packing[:40]!r}, which was not asked for; check the server")
        unpacker = None if packing == "identity" else _Unpacker(is_deflate=packing == "deflate")
        pieces, size = [], 0
        for piece in response.iter_raw(PIECE):
            plain = piece if unpacker is None else unpacker.unpack(piece, self._settings.largest - size)
            size += len(plain)
            if size > self._settings.largest:
                most = self._settings.largest // (1024 * 1024)
                raise SourceError(f"sends more than {most} MiB; ask for less at once, or raise largest_mib")
            pieces.append(plain)
        if unpacker is not None and pieces and not unpacker.is_at_its_end:
            raise SourceError("sends a packed body that breaks off; check the server")
        return b"".join(pieces)


def _shown(auth: Auth | None) -> tuple[dict[str, str], dict[str, str]]:
    """Return the headers and parameters that show who asks."""
    if auth is None:
        return {}, {}
    secret = auth.secret.value()
    if auth.header:
        return {auth.header: secret}, {}
    if auth.parameter:
        return {}, {auth.parameter: secret}
    if auth.user:
        hide(f"{auth.user}:{secret}")
        shown = base64.b64encode(f"{auth.user}:{secret}".encode()).decode()
        return {"Authorization": f"Basic {shown}"}, {}
    return {"Authorization": f"Bearer {secret}"}, {}


class _Unpacker:
    """Unpacks pieces of a body, hardly more than is allowed, however well it was packed."""

    def __init__(self, *, is_deflate: bool) -> None:
        self._unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib, as it begins
        self._may_be_bare = is_deflate

    def unpack(self, piece: bytes, most: int) -> bytes:
        """Return a piece unpacked, or one byte more than is allowed of it."""
        try:
            plain = self._unpacking.decompress(piece, max(most, 0) + 1)
        except zlib.error as error:
            if not self._may_be_bare:
                raise SourceError("sends a body that cannot be unpacked; check the server") from error
            self._may_be_bare, self._unpacking = False, zlib.decompressobj(-zlib.MAX_WBITS)  # some leave the frame out
            return self.unpack(piece, most)
        self._may_be_bare = False  # only its very first bytes tell
        return plain

    @property
    def is_at_its_end(self) -> bool:
        """Tell whether the body was whole."""
        return self._unpacking.eof


def _wish(headers: Mapping[str, str]) -> timedelta | None:
    """Return for how long a server wants to be left alone: seconds, or a date, which its own clock measures."""
    text = headers.get("Retry-After", "").strip()
    wish: timedelta | None = None
    if text.isascii() and text.isdigit() and len(text) < 10:
        wish = timedelta(seconds=int(text))
    else:
        with contextlib.suppress(ValueError, TypeError, OverflowError):
            there = email.utils.parsedate_to_datetime(text)
            wish = there - email.utils.parsedate_to_datetime(headers.get("Date", ""))
    return None if wish is None else min(max(wish, timedelta(seconds=1)), LONGEST_WISH)


def _moved_to(response: httpx.Response) -> str:
    try:
        return address_of(urljoin(str(response.url), response.headers.get("Location", "")))
    except ValueError:
        return "an address that is none"


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _in_words(error: Exception, where: str) -> str:
    """Return what went wrong on the way as a sentence."""
    why = " ".join(str(error).split())[:200] or type(error).__name__
    if "certificate" in why.lower() and "verify" in why.lower():
        return f"the certificate of {where} is not to be trusted ({why}); set authority, or check the server's name"
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        return f"{where} cannot be reached ({why}); check the address, the network and the server"
    return f"the connection to {where} broke off ({why}); check the network and the server"
