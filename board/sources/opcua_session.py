"""One connection to an OPC UA server: a subscription to nodes, and what it tells.

Loaded only where a source is configured that needs it: asyncua is an extra. Everything here runs in one event loop.
"""

import asyncio
import contextlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, NoReturn

from asyncua import ua
from asyncua.client.ua_client import UaClientState
from asyncua.ua.uaerrors import UaError, UaStatusCodeError

from board.sources.contract import SourceContext, SourceError
from board.sources.opcua_node import Item
from board.sources.opcua_notice import Notice
from board.sources.opcua_setting import OpcuaSettings
from board.sources.opcua_trust import secure
from board.sources.opcua_wire import ANSWER_S, BoardClient, in_words, node_of, notice_of, silence_the_library, why

FAREWELL_S: Final = 0.7
RESUME_S: Final = 3.0  # within which a connection that broke off is taken up again without a word
QUIET_S: Final = 2.0  # after which a server that tells nothing is asked whether it is there
MOST_AT_ONCE: Final = 100  # nodes of one request
KEPT: Final = 1000  # changes that the server keeps of a node between two tellings
VALUE: Final = 13  # the attribute of a node that is its value
STATE: Final = 2259  # the node that every server has: its own state
MOST_AGAIN: Final = 100  # tellings that are asked for once more


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the server told at once; `has_lost`: something before it is gone."""

    notices: tuple[Notice, ...] = ()
    has_lost: bool = False


@dataclass(slots=True)
class Session:
    """A connection with one subscription."""

    settings: OpcuaSettings
    context: SourceContext
    keepalive: timedelta = timedelta(seconds=10)
    refused: dict[str, str] = field(default_factory=dict)  # columns that the server does not let us listen to, and why
    listened: tuple[Item, ...] = ()
    _client: BoardClient = field(init=False)
    _subscription: int = 0
    _next: int = 1  # number of the next telling
    _received: list[int] = field(default_factory=list)  # numbers to be confirmed
    _silent_s: float = 0.0

    def __post_init__(self) -> None:
        """Silence the library, which tells of every failure that we tell ourselves."""
        silence_the_library()
        self._client = BoardClient(self.settings.url)

    async def open(self) -> None:
        """Connect and subscribe; SourceError where the server does not let us."""
        with self._in_words():
            await secure(self._client, self.settings.trust, self.context)
            await self._client.connect()
            await self._subscribe()
            await self._listen_to(self.settings.items)

    async def take(self) -> Telling:
        """Return what was told next, nothing where the server only says that it is there."""
        with self._in_words():
            confirmed, self._received = self._received, []
            try:
                answer = await self._told(confirmed)
            except OSError as error:  # it broke off, or the server is silent
                if not await self._resumed(is_silent=isinstance(error, TimeoutError)):
                    raise
                self._received = confirmed
                return Telling()
            answer.ResponseHeader.ServiceResult.check()
            found = answer.Parameters
            if found.SubscriptionId != self._subscription:
                raise SourceError(f"{self.settings.place} tells of a subscription that is not ours; connected anew")
            message = found.NotificationMessage
            number, data = int(message.SequenceNumber), list(message.NotificationData or ())
            missed, has_lost = await self._missed(number)
            if data:
                self._received.append(number)
            self._next = _after(number) if data else number
            return Telling(notices=(*missed, *self._notices(data)), has_lost=has_lost)

    async def _told(self, confirmed: Sequence[int]) -> ua.PublishResponse:
        """Return what is told next; OSError where the connection is gone or nobody is there any more.

        A server says by itself that it is there, but seldom; and one that goes down may take up a connection once more
        and fall silent. So one that tells nothing for a while is asked.
        """
        acks = [ua.SubscriptionAcknowledgement(self._subscription, number) for number in confirmed]
        tasks: list[asyncio.Task[ua.PublishResponse]] = [asyncio.create_task(self._client.wire.session.publish(acks))]
        try:
            done, _ = await asyncio.wait(tasks, timeout=QUIET_S)
            if not done:
                tasks.append(asyncio.create_task(self._gone()))
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            return next(task for task in tasks if task in done).result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _gone(self) -> NoReturn:
        """Ask the server for its state again and again; OSError once it does not answer, or has long told nothing."""
        state = ua.ReadValueId(NodeId=ua.NodeId(ua.Int32(STATE)), AttributeId=ua.IntegerId(VALUE))
        until_s = time.monotonic() + self._silent_s - QUIET_S
        while time.monotonic() < until_s:
            with contextlib.suppress(UaStatusCodeError):  # one that refuses us is there
                wanted = self._client.wire.session.read(ua.ReadParameters(NodesToRead=[state]))
                await asyncio.wait_for(wanted, ANSWER_S)
            await asyncio.sleep(QUIET_S)
        raise TimeoutError

    async def _resumed(self, *, is_silent: bool) -> bool:
        """Tell whether the server has kept our place: then what it could not tell us meanwhile is told next."""
        wire = self._client.wire
        token = wire.session.authentication_token
        if is_silent:
            wire.notify_transport_lost()
        try:
            async with wire.subscribe_state() as changes:
                await changes.wait_for_state(UaClientState.CONNECTED, RESUME_S)
        except TimeoutError:
            return False
        return bool(wire.session.authentication_token == token)

    async def close(self) -> None:
        """Say farewell, for a moment at most."""
        with contextlib.suppress(Exception):  # whatever is left of the connection
            await asyncio.wait_for(self._client.disconnect(), FAREWELL_S)
        self._client.disconnect_socket()

    async def _subscribe(self) -> None:
        every_ms = self.settings.every.total_seconds() * 1000
        wanted = ua.CreateSubscriptionParameters(
            RequestedPublishingInterval=every_ms,
            RequestedMaxKeepAliveCount=max(1, round(self.keepalive / self.settings.every)),
            RequestedLifetimeCount=max(30, 10 * round(self.keepalive / self.settings.every)),
            MaxNotificationsPerPublish=1000,
            PublishingEnabled=True,
        )
        made = await self._client.wire.session.create_subscription(wanted, callback=lambda _: None)
        self._subscription = int(made.SubscriptionId)
        self._next = 1
        self._silent_s = made.RevisedPublishingInterval * made.RevisedMaxKeepAliveCount / 1000 * 1.5 + ANSWER_S

    async def _listen_to(self, items: Sequence[Item]) -> None:
        """Ask for the nodes; the server says of each whether it lets us."""
        known = await self._namespaces(items)
        accepted: list[Item] = []
        for start in range(0, len(items), MOST_AT_ONCE):
            wanted: list[ua.MonitoredItemCreateRequest] = []
            asked: list[Item] = []
            for number, item in enumerate(items[start : start + MOST_AT_ONCE], start):
                try:
                    wanted.append(self._request(number, node_of(item.place.address, known)))
                    asked.append(item)
                except (UaError, ValueError) as error:
                    self.refused[item.column] = why(error)
            if wanted:
                answers = await self._client.wire.session.create_monitored_items(
                    ua.CreateMonitoredItemsParameters(
                        SubscriptionId=ua.IntegerId(self._subscription),
                        TimestampsToReturn=ua.TimestampsToReturn.Both,
                        ItemsToCreate=wanted,
                    )
                )
                for item, answer in zip(asked, answers, strict=True):
                    if answer.StatusCode.is_good():
                        accepted.append(item)
                    else:
                        self.refused[item.column] = answer.StatusCode.name
        self.listened = tuple(accepted)
        if not accepted:
            column, said = next(iter(self.refused.items()), ("", "no node is wanted"))
            raise SourceError(
                f"{self.settings.place} lets us listen to none of the nodes ({column}: {said}); check their addresses"
            )

    def _request(self, number: int, node: ua.NodeId) -> ua.MonitoredItemCreateRequest:
        return ua.MonitoredItemCreateRequest(
            ItemToMonitor=ua.ReadValueId(NodeId=node, AttributeId=ua.IntegerId(VALUE)),
            MonitoringMode=ua.MonitoringMode.Reporting,
            RequestedParameters=ua.MonitoringParameters(
                ClientHandle=ua.IntegerId(number + 1),
                SamplingInterval=self.settings.every.total_seconds() * 1000,
                QueueSize=KEPT,
                DiscardOldest=True,
            ),
        )

    async def _namespaces(self, items: Sequence[Item]) -> tuple[str, ...]:
        """Return the namespaces of the server by their numbers, where an address names one."""
        if not any(item.place.address.startswith("nsu=") for item in items):
            return ()
        return await self.namespaces()

    async def namespaces(self) -> tuple[str, ...]:
        """Return the namespaces of the server by their numbers."""
        return tuple(map(str, await self._client.get_namespace_array()))

    async def _missed(self, number: int) -> tuple[list[Notice], bool]:
        """Return what was told before a number and did not reach us; True where it cannot be told again."""
        found: list[Notice] = []
        gap = (number - self._next) % 0xFFFF_FFFF
        if not gap or gap > 0x7FFF_FFFF:  # what was told once more after all
            return found, False
        for _ in range(min(gap, MOST_AGAIN)):
            try:
                again = await self._client.wire.session.republish(self._subscription, self._next)
            except UaError:
                return found, True
            if not again.NotificationData:
                return found, True
            found += self._notices(list(again.NotificationData))
            self._received.append(self._next)
            self._next = _after(self._next)
        return found, gap > MOST_AGAIN

    def _notices(self, data: Sequence[object]) -> Iterator[Notice]:
        for each in data:
            if isinstance(each, ua.StatusChangeNotification):
                raise SourceError(f"{self.settings.place} has ended the subscription ({each.Status.name})")
            for told in each.MonitoredItems or () if isinstance(each, ua.DataChangeNotification) else ():
                number = int(told.ClientHandle) - 1
                if 0 <= number < len(self.settings.items):
                    yield notice_of(self.settings.items[number], told.Value)

    @contextlib.contextmanager
    def _in_words(self) -> Iterator[None]:
        with in_words(self.settings.place, self._client):
            yield


def _after(number: int) -> int:
    """Return the number behind a number: they begin anew at 1."""
    return number % 0xFFFF_FFFF + 1
