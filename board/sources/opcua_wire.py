"""The library's way to an OPC UA server, with an end to every answer, and what goes wrong on it in plain sentences.

Loaded only where a source is configured that needs it: asyncua is an extra.
"""

import contextlib
import logging
import struct
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from asyncua import ua
from asyncua.client.client import Client
from asyncua.client.ua_client import UaClient, UASocketProtocol
from asyncua.client.ua_session import UaSession
from asyncua.common.shortcuts import Shortcuts
from asyncua.crypto.security_policies import SecurityPolicyNone
from asyncua.ua.uaerrors import UaError, UaStatusCodeError
from typing_extensions import override

from board.sources.contract import SourceError
from board.sources.opcua_bound import bound_the_library
from board.sources.opcua_node import Item
from board.sources.opcua_notice import Notice

ANSWER_S: Final = 4.0  # less than a look lasts, so that it says why there was no answer
LARGEST: Final = 4 * 1024 * 1024  # bytes of one answer
LATER: Final = timedelta(minutes=1)  # after a refusal
_USER: Final = frozenset({"BadUserAccessDenied", "BadIdentityTokenRejected", "BadIdentityTokenInvalid"})
_TRUST: Final = frozenset(
    {
        "BadSecurityChecksFailed", "BadCertificateUntrusted", "BadCertificateInvalid", "BadSecurityModeRejected",
        "BadSecurityPolicyRejected", "BadCertificateUriInvalid", "BadCertificateTimeInvalid",
    }
)  # fmt: skip

_UNREADABLE: Final = (
    OSError, UaError, ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError, struct.error
)  # fmt: skip


class _Bounded(UASocketProtocol):
    """A connection on which no answer is without end."""

    is_too_large = False

    @override
    def data_received(self, data: bytes) -> None:
        waiting = len(self.receive_buffer or b"") + self._connection._incoming_size  # noqa: SLF001  # nobody else counts it
        if waiting + len(data) > LARGEST:
            self.is_too_large = True
            if self.transport is not None:
                self.transport.abort()
            return
        super().data_received(data)


class _Session(UaSession):
    """A session whose subscription is asked by us alone, so that nothing it tells is dropped on the way."""

    @override
    def ensure_publish_loop(self) -> None:
        """Ask for nothing: `Session.take` does."""


class _Wire(UaClient):
    """The way to the server, bounded."""

    bounded: _Bounded | None = None

    def __init__(self, timeout: float) -> None:
        super().__init__(timeout)
        self.session: UaSession = _Session(self)

    @override
    def _make_protocol(self) -> UASocketProtocol:
        found = self.bounded = self.protocol = _Bounded(ANSWER_S, security_policy=self.security_policy)
        found.pre_request_hook = self.pre_request_hook
        found.on_connection_lost = self._on_transport_lost
        found.is_session_closing = self._is_session_closing
        return found


class BoardClient(Client):
    """The library's client over a bounded way."""

    def __init__(self, url: str) -> None:
        """Prepare; nothing is connected yet."""
        bound_the_library()
        super().__init__(
            url,
            timeout=ANSWER_S,
            watchdog_intervall=3600,
            auto_reconnect=True,
            reconnect_max_delay=1.0,
            reconnect_request_timeout=ANSWER_S,  # a request that meets an outage waits no longer for its end
        )
        self.wire = _Wire(ANSWER_S)
        self.wire.pre_request_hook = self.uaclient.pre_request_hook
        self.uaclient = self.wire
        self.nodes = Shortcuts(self.wire.session)
        self.name = self.description = "Gembaboard"
        self.application_uri = "urn:gembaboard"
        self.product_uri = "urn:gembaboard"
        self.session_timeout = 60_000

    @override
    def _add_user_auth(self, params: ua.ActivateSessionParameters, username: str | None, password: str | None) -> None:
        """Show who we are, but never a password that others can read."""
        policy = self.server_policy(ua.UserTokenType.UserName).SecurityPolicyUri
        is_open = self.security_policy.Mode != ua.MessageSecurityMode.SignAndEncrypt
        if password and is_open and policy in {None, "", SecurityPolicyNone.URI}:
            raise SourceError(
                "the server wants the password so that others can read it; set security", not_before=LATER
            )
        super()._add_user_auth(params, username, password)


def silence_the_library() -> None:
    """Keep the library from telling of every failure, and of what was sent: we tell what matters ourselves."""
    logging.getLogger("asyncua").setLevel(logging.CRITICAL + 1)


@contextlib.contextmanager
def in_words(place: str, client: BoardClient) -> Iterator[None]:
    """Turn what goes wrong with a server into a SourceError."""
    try:
        yield
    except SourceError:
        raise
    except TimeoutError as error:
        is_secured = client.security_policy.URI != SecurityPolicyNone.URI
        more = ", and whether server_certificate is its own" if is_secured else ""
        raise SourceError(f"{place} does not answer; look whether it still runs and is connected{more}") from error
    except UaStatusCodeError as error:
        raise _refusal(place, error) from error
    except _UNREADABLE as error:
        bounded = client.wire.bounded
        if bounded is not None and bounded.is_too_large:
            raise SourceError(f"{place} sends an answer of more than {LARGEST // 1024**2} MiB; check it") from error
        if isinstance(error, OSError):
            said = f"{place} cannot be reached ({why(error)}); check the address, the network and the server"
            raise SourceError(said) from error
        raise SourceError(f"{place} does not answer as an OPC UA server does ({why(error)}); check the url") from error


def _refusal(place: str, error: UaStatusCodeError) -> SourceError:
    name = why(error)
    if name in _USER:
        return SourceError(f"{place} does not accept us ({name}); check user and password", not_before=LATER)
    if name in _TRUST:
        said = f"{place} does not trust us, or speaks with another security ({name}); let it trust our certificate"
        return SourceError(said, not_before=LATER)
    return SourceError(f"{place} refuses what we ask ({name}); ask those who run it")


def why(error: Exception) -> str:
    """Return in a few words what went wrong."""
    if isinstance(error, UaStatusCodeError):
        return str(ua.StatusCode(ua.UInt32(error.code)).name)
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.split())[:200] or type(error).__name__


def node_of(address: str, namespaces: tuple[str, ...]) -> ua.NodeId:
    """Return the node of an address; UaError or ValueError where there is none, or its namespace is not there."""
    if address.startswith("nsu="):
        uri, _, bare = address.removeprefix("nsu=").partition(";")
        if uri not in namespaces:
            raise ValueError(f"the server has no namespace {uri[:100]}")
        address = f"ns={namespaces.index(uri)};{bare}"
    return ua.NodeId.from_string(address)


def notice_of(item: Item, told: ua.DataValue) -> Notice:
    """Return what a server told of a node, as we understand it."""
    variant = told.Value
    return Notice(
        row=item.row,
        column=item.column,
        value=None if variant is None else variant.Value,
        index=item.place.index,
        status=0 if told.StatusCode is None else int(told.StatusCode.value),
        source_at=told.SourceTimestamp,
        server_at=told.ServerTimestamp,
        is_single=variant is not None and variant.VariantType is ua.VariantType.Float,
    )
