"""A machine with an OPC UA server of its own on loopback, which a test starts late, stops, and starts again."""

import asyncio
import contextlib
import copy
import logging
import socket
import threading
from collections.abc import Coroutine, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast

from asyncua import ua
from asyncua.server.internal_server import InternalServer
from asyncua.server.server import Server
from asyncua.server.user_managers import UserManager
from typing_extensions import override

NAMESPACE = "urn:packer"
PATIENCE_S = 20.0
OBJECTS, NAMESPACES, STATUS = 85, 2255, 2256
GOOD, BAD, UNCERTAIN = 0, 0x80050000, 0x40900000

_T = TypeVar("_T")


class _Inside(InternalServer):
    """The inside of a server; what every server has is read once, since that takes seconds."""

    _standard: ClassVar[dict[ua.NodeId, Any]] = {}

    @override
    async def load_standard_address_space(self, shelf_file: Path | None = None) -> None:
        if not self._standard:
            await super().load_standard_address_space()
            self._standard.update(self.aspace._nodes)
        self.aspace._is_expected_variant_type = lambda *_: True  # type: ignore[method-assign]  # it may send rubbish
        own = {ua.NodeId(ua.Int32(number)) for number in (OBJECTS, NAMESPACES, STATUS)}
        self.aspace._nodes = {key: copy.deepcopy(each) if key in own else each for key, each in self._standard.items()}


class Machine:
    """One server; it keeps its port, and what stands in its nodes, while it is away."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values: dict[str, ua.DataValue] = {name: data(value) for name, value in values.items()}
        self.server: Server | None = None
        self.user_manager: UserManager | None = None
        self.policies: list[ua.SecurityPolicyType] = [ua.SecurityPolicyType.NoSecurity]
        self.certificate: tuple[Path, Path] | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="machine")
        self._thread.start()
        with socket.socket() as asked:
            asked.bind(("127.0.0.1", 0))
            self.port = int(asked.getsockname()[1])

    @property
    def url(self) -> str:
        return f"opc.tcp://127.0.0.1:{self.port}"

    def do(self, work: Coroutine[object, object, _T]) -> _T:
        """Do something in the server's own loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE_S)

    def start(self) -> None:
        """Be there."""
        self.do(self._start())

    def stop(self) -> None:
        """Go away."""
        if self.server is not None:
            self.do(self._stop())

    def close(self) -> None:
        """Go for good."""
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def write(
        self,
        name: str,
        value: object,
        at: datetime | None = None,
        *,
        status: int = GOOD,
        server_at: datetime | None = None,
    ) -> None:
        """Set what stands in a node; without a time the server's clock says when."""
        self.values[name] = data(value, at, status=status, server_at=server_at)
        if self.server is not None:
            self.do(self.server.write_attribute_value(node(name), self.values[name]))

    def cut(self) -> None:
        """Break off every connection, as a network does, and keep what belongs to it."""
        self.do(self._cut())

    def forget_subscriptions(self) -> None:
        """Let every subscription end without a word, as when its time is over."""
        self.do(self._forget())

    async def _forget(self) -> None:
        if self.server is not None:
            found = self.server.iserver.subscription_service
            await found.delete_subscriptions(list(found.subscriptions))

    async def _cut(self) -> None:
        if self.server is not None and self.server.bserver is not None:
            for client in list(self.server.bserver.clients):
                if client.transport is not None:
                    client.transport.abort()

    @contextlib.contextmanager
    def hanging(self) -> Iterator[None]:
        """Say nothing meanwhile, and hold every connection open."""
        go_on = threading.Event()
        self._loop.call_soon_threadsafe(go_on.wait, PATIENCE_S)
        try:
            yield
        finally:
            go_on.set()

    async def _start(self) -> None:
        logging.getLogger("asyncua").setLevel(logging.CRITICAL + 1)
        server = Server(_Inside(user_manager=self.user_manager))
        await server.init()
        server.disable_clock()
        server.set_endpoint(self.url)
        server.set_security_policy(self.policies)
        if self.certificate is not None:
            await server.load_certificate(self.certificate[0])
            await server.load_private_key(self.certificate[1], format="pem")
        number = await server.register_namespace(NAMESPACE)
        folder = await server.nodes.objects.add_object(number, "Packer")
        for name, value in self.values.items():
            await folder.add_variable(node(name, number), name, value.Value)
            await server.write_attribute_value(node(name, number), value)
        await server.start()
        self.server = server

    async def _stop(self) -> None:
        server, self.server = self.server, None
        if server is not None:
            with contextlib.suppress(TimeoutError):  # it waits for clients that come back meanwhile
                await asyncio.wait_for(server.stop(), 1.0)
            if server.bserver is not None and server.bserver._server is not None:
                server.bserver._server.close()
        left = asyncio.all_tasks() - {cast("asyncio.Task[Any]", asyncio.current_task())}
        for task in left:  # it leaves behind what belongs to sessions that were not closed
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


def data(
    value: object, at: datetime | None = None, *, status: int = GOOD, server_at: datetime | None = None
) -> ua.DataValue:
    """Return a value as a server holds it."""
    variant = value if isinstance(value, ua.Variant) else ua.Variant(value)
    moment = at or datetime.now(UTC)
    return ua.DataValue(variant, ua.StatusCode(ua.UInt32(status)), stamp(moment), stamp(server_at or moment))


def stamp(moment: datetime) -> ua.DateTime:
    """Return a moment as the library calls it."""
    return cast(ua.DateTime, moment)


def node(name: str, number: int = 2) -> ua.NodeId:
    """Return the address of a node of the machine."""
    return ua.NodeId(ua.String(name), ua.Int16(number))


@contextlib.contextmanager
def running_machine(values: Mapping[str, object], *, started: bool = True) -> Iterator[Machine]:
    """Run a machine for a test."""
    machine = Machine(values)
    try:
        if started:
            machine.start()
        yield machine
    finally:
        machine.close()
