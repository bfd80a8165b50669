"""One connection to a broker: whom we are there, what we get, and receipts for what is on disk.

Loaded only where a source is configured that needs it: paho-mqtt is an extra.
"""

import contextlib
import socket
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage, error_string
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions
from typing_extensions import override

from board.sources.certificate import trusting
from board.sources.contract import SourceContext, SourceError
from board.sources.hide import hidden_data
from board.sources.mqtt_message import LARGEST, Message, TooLargeError
from board.sources.mqtt_setting import MqttSettings

CONNECT_S: Final = 5.0
ANSWER_S: Final = 10.0  # within which a broker has to greet us, and to confirm what we subscribe to
MOST_WAITING: Final = 100  # messages without a receipt
MOST_AT_ONCE: Final = 200  # messages that are taken together
LARGEST_PACKET: Final = LARGEST + 64 * 1024  # bytes; a broker of version 5 sends no larger one
LARGEST_OLD_PACKET: Final = 16 * 1024 * 1024  # of version 3.1.1 the broker cannot be told: larger ones end the session
LONGEST_KEEPALIVE_S: Final = 60
LATER: Final = timedelta(minutes=1)  # after a refusal
_VERSIONS: Final = {"5": MQTTProtocolVersion.MQTTv5, "3.1.1": MQTTProtocolVersion.MQTTv311}
_REFUSED: Final = frozenset({134, 135, 138})  # bad user name or password, not authorized, banned


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who we are at the broker."""

    client: str
    is_lasting: bool  # the broker keeps for us what comes while we are away
    is_fresh: bool = False  # have the broker forget us, and all that it has kept
    keepalive_s: int = LONGEST_KEEPALIVE_S
    known: tuple[str, ...] = ()  # what we have subscribed to before


class _Bounded(Client):
    """A client that notes signs of life, and reads no packet that has no end."""

    largest = LARGEST_PACKET
    has_heard = False
    is_too_large = False
    trusted: ssl.SSLContext | None = None

    @override
    def _sock_recv(self, bufsize: int) -> bytes:
        if bufsize > self.largest:
            self.is_too_large = True
            raise ConnectionError("a packet without end")
        data = super()._sock_recv(bufsize)
        self.has_heard = self.has_heard or bool(data)
        return data

    @override
    def _ssl_wrap_socket(self, tcp_sock: socket.socket) -> ssl.SSLSocket:
        """Greet the other end, and leave nothing open where it is not to be believed, as the client itself would."""
        if self.trusted is None:
            raise ssl.SSLError("nobody is trusted")
        found = self.trusted.wrap_socket(tcp_sock, server_hostname=self.host, do_handshake_on_connect=False)
        try:
            found.settimeout(CONNECT_S)
            found.do_handshake()
        except BaseException:
            found.close()
            raise
        return found

    def finish(self) -> None:
        """Close what is open."""
        self._reset_sockets()


@dataclass(slots=True)
class Receipts:
    """Gives receipts in the order in which messages came, each once its readings are on disk."""

    give: Callable[[int], object]
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _waiting: deque[list[int]] = field(default_factory=deque)  # number, and 1 once it is on disk
    _is_over: bool = False

    def due(self, numbers: Sequence[int]) -> Callable[[], None]:
        """Note messages that wait for a receipt; return what is to be called once they are on disk."""
        entries = [[number, 0] for number in numbers]
        with self._lock:
            self._waiting.extend(entries)
        return lambda: self._stored(entries)

    def end(self) -> None:
        """Give none any more: the connection is gone, and the numbers are given anew."""
        with self._lock:
            self._is_over = True

    def _stored(self, entries: list[list[int]]) -> None:
        with self._lock:
            for entry in entries:
                entry[1] = 1
            while self._waiting and self._waiting[0][1] and not self._is_over:
                self.give(self._waiting.popleft()[0])


class Session:
    """One connection, from greeting to farewell; used by one thread, but for `cut` and the receipts."""

    def __init__(self, settings: MqttSettings, context: SourceContext, asking: Asking) -> None:
        """Prepare; nothing is connected yet."""
        self._settings = settings
        self._context = context
        self._asking = asking
        self._client = self._made()
        self._got: deque[Message] = deque()
        self._greeting: tuple[bool, ReasonCode] | None = None
        self._confirmed: list[ReasonCode] | None = None
        self._farewell: ReasonCode | None = None
        self._is_cut = False
        self.receipts = Receipts(self._receipt)

    @property
    def has_heard(self) -> bool:
        """Tell whether anything came since this was last asked, be it only an answer to a ping."""
        heard, self._client.has_heard = self._client.has_heard, False
        return heard

    def open(self) -> bool:
        """Connect and subscribe; tell whether the broker has kept our place. SourceError where it does not let us."""
        self._connect()
        self._wait_for(lambda: self._greeting is not None, "does not answer as a broker does")
        is_kept, reason = self._greeting or (False, ReasonCode(PacketTypes.CONNACK))
        if reason.is_failure:
            raise self._refusal(reason)
        wanted = self._settings.topics.filters
        if self._asking.is_fresh:
            return False
        if not is_kept or tuple(self._asking.known) != wanted:
            self._subscribe(wanted)
        gone = [each for each in self._asking.known if each not in wanted]
        if gone and is_kept:
            self._client.unsubscribe(gone)
        return is_kept

    def take(self, most_s: float) -> list[Message]:
        """Return what has come, after waiting for so many seconds at most; SourceError where the connection is gone."""
        before = -1
        wait_s = 0.0 if self._got else most_s
        while before < len(self._got) < MOST_AT_ONCE:
            before = len(self._got)
            self._turn(wait_s)
            wait_s = 0.0
        taken = list(self._got)
        self._got.clear()
        return taken

    def publish(self, topic: str, payload: bytes) -> None:
        """Say something, at most once; only where the settings allow it."""
        self._client.publish(topic, payload, qos=0)

    def cut(self) -> None:
        """Free the thread that waits for the broker, from another one."""
        self._is_cut = True
        found = self._client.socket()
        if isinstance(found, socket.socket):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(found, socket.SHUT_RDWR)  # not TLS's own, which another thread may be in

    def close(self) -> None:
        """Say farewell; no receipt is given any more."""
        self.receipts.end()
        with contextlib.suppress(OSError, ValueError):
            self._client.disconnect()
            self._client.loop(0)
        self._client.finish()

    def _made(self) -> _Bounded:
        settings, is_new = self._settings, self._settings.version == "5"
        found = _Bounded(
            CallbackAPIVersion.VERSION2,
            client_id=self._asking.client,
            clean_session=None if is_new else not self._asking.is_lasting or self._asking.is_fresh,
            protocol=_VERSIONS[settings.version],
            reconnect_on_failure=False,
            manual_ack=True,
        )
        found.largest = LARGEST_PACKET if is_new else LARGEST_OLD_PACKET
        found.connect_timeout = CONNECT_S
        if settings.is_secured:
            found.trusted = trusting(settings.certificates, self._context)
            found.tls_set_context(found.trusted)
        if settings.user:
            found.username_pw_set(settings.user, None if settings.password is None else settings.password.value())
        found.on_connect = self._greeted
        found.on_subscribe = self._subscribed
        found.on_disconnect = self._left
        found.on_message = self._message
        found.on_socket_register_write = lambda *_: None  # receipts come from other threads: the loop writes them
        return found

    def _connect(self) -> None:
        settings, asking, properties = self._settings, self._asking, None
        is_kept = asking.is_lasting and not asking.is_fresh
        if settings.version == "5":
            properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
            properties.SessionExpiryInterval = int(settings.session.total_seconds()) if is_kept else 0
            properties.ReceiveMaximum = MOST_WAITING
            properties.MaximumPacketSize = LARGEST_PACKET
        with self._in_words(settings.place):
            if properties is None:
                self._client.connect(settings.host, settings.port, asking.keepalive_s)
            else:
                self._client.connect(
                    settings.host, settings.port, asking.keepalive_s, clean_start=not is_kept, properties=properties
                )

    def _subscribe(self, filters: Sequence[str]) -> None:
        is_new = self._settings.version == "5"
        qos = int(self._asking.is_lasting)  # who only looks in gives no receipts
        wanted: list[tuple[str, SubscribeOptions]] | list[tuple[str, int]] = [(each, qos) for each in filters]
        if is_new:
            wanted = [(each, SubscribeOptions(qos=qos)) for each in filters]
        self._client.subscribe(wanted)
        self._wait_for(lambda: self._confirmed is not None, "does not confirm what we subscribe to")
        for each, reason in zip(filters, self._confirmed or (), strict=False):
            if reason.is_failure:
                raise SourceError(f"{self._settings.place} lets us not read {each!r} ({reason}); ask those who run it")

    def _wait_for(self, holds: Callable[[], bool], complaint: str) -> None:
        until_s = time.monotonic() + ANSWER_S
        while not holds():
            left_s = until_s - time.monotonic()
            if left_s <= 0:
                raise SourceError(f"{self._settings.place} {complaint}; check the url and the version")
            self._turn(left_s)

    def _turn(self, wait_s: float) -> None:
        """Let the client do what is to be done; SourceError where the connection is gone."""
        code = MQTTErrorCode.MQTT_ERR_NO_CONN if self._is_cut else self._client.loop(wait_s)
        if self._greeting is not None and self._greeting[1].is_failure:
            raise self._refusal(self._greeting[1])
        if code != MQTTErrorCode.MQTT_ERR_SUCCESS or self._farewell is not None:
            raise self._broken(code)

    def _broken(self, code: MQTTErrorCode) -> SourceError:
        """Return what to say of a connection that is gone."""
        where, farewell = self._settings.place, self._farewell
        if self._client.is_too_large:
            said = f"{where} sends a message of more than {self._client.largest // 2**20} MiB"
            return TooLargeError(f"{said}; what waits there with it is given up; look who sends it")
        if farewell is not None and farewell.getName() == "Session taken over":
            said = f"{where}: another client has taken our name {self._asking.client!r}; set client, one for each board"
            return SourceError(said, not_before=LATER)
        why = error_string(code).rstrip(".") if farewell is None else str(farewell)
        if self._greeting is None:
            return SourceError(f"{where} hangs up before it greets us ({why}); check the url, mqtts:// and the version")
        named = f", and that no other board is called {self._settings.client!r}" if self._settings.client else ""
        return SourceError(f"the connection to {where} broke off ({why}); check the network and the broker{named}")

    def _refusal(self, reason: ReasonCode) -> SourceError:
        where = self._settings.place
        if reason.value in _REFUSED:
            return SourceError(f"{where} refuses us ({reason}); renew user and password", not_before=LATER)
        if reason.getName() == "Unsupported protocol version":
            other = next(each for each in _VERSIONS if each != self._settings.version)
            return SourceError(f'{where} does not speak version {self._settings.version}; set version = "{other}"')
        return SourceError(f"{where} refuses us ({reason}); ask those who run it", not_before=LATER)

    @contextlib.contextmanager
    def _in_words(self, where: str) -> Iterator[None]:
        try:
            yield
        except ssl.SSLCertVerificationError as error:
            said = f"the certificate of {where} is not to be trusted ({error.verify_message})"
            raise SourceError(f"{said}; set authority, or check the broker's name") from error
        except (OSError, ValueError) as error:
            why = " ".join(str(error).split())[:200] or type(error).__name__
            said = f"{where} cannot be reached ({why}); check the address, the network and the broker"
            raise SourceError(said) from error

    # what the client calls

    def _greeted(self, _client: Client, _data: object, flags: ConnectFlags, reason: ReasonCode, _all: object) -> None:
        self._greeting = flags.session_present, reason

    def _subscribed(self, _client: Client, _data: object, _mid: int, reasons: list[ReasonCode], _all: object) -> None:
        self._confirmed = list(reasons)

    def _left(self, _client: Client, _data: object, flags: DisconnectFlags, reason: ReasonCode, _all: object) -> None:
        if flags.is_disconnect_packet_from_server:
            self._farewell = reason

    def _message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        try:
            topic = hidden_data(message.topic)  # before its levels are taken apart
        except UnicodeDecodeError:
            topic = ""
        number = message.mid if message.qos else 0
        self._got.append(
            Message(
                topic=topic,
                payload=bytes(message.payload),
                retained=message.retain,
                again=message.dup,
                number=number,
            )
        )

    def _receipt(self, number: int) -> None:
        self._client.ack(number, 1)
