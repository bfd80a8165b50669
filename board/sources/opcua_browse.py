"""Looks round on an OPC UA server: which nodes hold a value, and what stands there.

Loaded only where somebody looks round: asyncua is an extra. However large a server is, a look stays bounded.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from asyncua import ua

from board.sources.about import MOST_FOUND, Found, found_in
from board.sources.contract import SourceContext
from board.sources.opcua_node import Item, NodePlace
from board.sources.opcua_notice import ValueProblem
from board.sources.opcua_setting import OpcuaSettings
from board.sources.opcua_trust import secure
from board.sources.opcua_wire import BoardClient, in_words, node_of, notice_of, silence_the_library

MOST_S: Final = 10.0
MOST_SEEN: Final = 5_000  # nodes
MOST_AT_ONCE: Final = 50  # nodes of one question
MOST_PAGES: Final = 20  # of the answer to one question
DEEPEST: Final = 15
FAREWELL_S: Final = 0.7
_OBJECTS: Final = ua.NodeId(ua.Int32(85))
_OF_EVERY_SERVER: Final = frozenset({2253, 23470, 31915})  # the server itself, aliases, locations
_HIERARCHICAL: Final = ua.NodeId(ua.Int32(33))
_OBJECT, _VARIABLE, _ALL_OF_IT = 1, 2, 63


def look_round(settings: OpcuaSettings, context: SourceContext) -> tuple[Found, ...]:
    """Return the nodes that are named, or, where none is, all that hold a value, with what stands there."""
    silence_the_library()
    return asyncio.run(_Look(settings, context).run())


@dataclass(slots=True)
class _Look:
    """One look round."""

    settings: OpcuaSettings
    context: SourceContext
    until_s: float = 0.0
    seen: set[ua.NodeId] = field(default_factory=set)
    values: list[ua.NodeId] = field(default_factory=list)

    async def run(self) -> tuple[Found, ...]:
        """Connect, look, and go."""
        client = BoardClient(self.settings.url)
        try:
            with in_words(self.settings.place, client):
                await secure(client, self.settings.trust, self.context)
                await client.connect()
                self.until_s = time.monotonic() + MOST_S
                if self.settings.items:
                    return await self._named(client)
                await self._walk(client)
                columns = {node.to_string(): node for node in self.values[:MOST_FOUND]}
                return found_in(await self._read(client, columns))
        finally:
            with contextlib.suppress(Exception):  # whatever is left of the connection
                await asyncio.wait_for(client.disconnect(), FAREWELL_S)
            client.disconnect_socket()

    async def _named(self, client: BoardClient) -> tuple[Found, ...]:
        """Return what stands in the nodes that the settings name."""
        namespaces = tuple(map(str, await client.get_namespace_array()))
        found: list[Mapping[str, str]] = []
        for item in self.settings.items:
            columns = {item.column: node_of(item.place.address, namespaces)}
            found += await self._read(client, columns, item.place)
        return found_in(found)

    async def _walk(self, client: BoardClient) -> None:
        """Note the nodes that hold a value, level by level."""
        level: list[ua.NodeId] = [_OBJECTS]
        for _ in range(DEEPEST):
            below: list[ua.NodeId] = []
            for start in range(0, len(level), MOST_AT_ONCE):
                if self._is_enough():
                    return
                async for reference in _references(client, level[start : start + MOST_AT_ONCE]):
                    below += self._noted(reference)
            level = below

    def _noted(self, reference: ua.ReferenceDescription) -> Iterator[ua.NodeId]:
        """Note what a reference leads to, and yield it where something may stand below."""
        node = ua.NodeId(reference.NodeId.Identifier, reference.NodeId.NamespaceIndex, reference.NodeId.NodeIdType)
        is_standard = node.NamespaceIndex == 0 and node.Identifier in _OF_EVERY_SERVER
        if is_standard or node in self.seen or len(self.seen) >= MOST_SEEN:
            return
        self.seen.add(node)
        if int(reference.NodeClass) == _VARIABLE:
            self.values.append(node)
        yield node

    def _is_enough(self) -> bool:
        return time.monotonic() > self.until_s or len(self.seen) >= MOST_SEEN or len(self.values) >= MOST_FOUND

    async def _read(
        self, client: BoardClient, columns: Mapping[str, ua.NodeId], place: NodePlace | None = None
    ) -> list[Mapping[str, str]]:
        """Return what stands in nodes, empty where it is not good or no cell could hold it."""
        found: list[Mapping[str, str]] = []
        names = list(columns)
        for start in range(0, len(names), MOST_AT_ONCE):
            some = names[start : start + MOST_AT_ONCE]
            if time.monotonic() > self.until_s:
                found.append(dict.fromkeys(some, ""))
                continue
            wanted = [ua.ReadValueId(NodeId=columns[name], AttributeId=ua.IntegerId(13)) for name in some]
            both = ua.TimestampsToReturn.Both
            asked = ua.ReadParameters(MaxAge=ua.Duration(0), TimestampsToReturn=both, NodesToRead=wanted)
            told = await client.wire.session.read(asked)
            found.append({name: _shown(name, each, place) for name, each in zip(some, told, strict=False)})
        return found


def _shown(name: str, told: ua.DataValue, place: NodePlace | None) -> str:
    notice = notice_of(Item(row=0, column=name, place=place or NodePlace(address=name)), told)
    try:
        return notice.text() if notice.is_good else ""
    except ValueProblem:
        return ""


async def _references(client: BoardClient, nodes: Sequence[ua.NodeId]) -> AsyncIterator[ua.ReferenceDescription]:
    """Yield what nodes lead to, page after page."""
    session = client.wire.session
    wanted = [
        ua.BrowseDescription(
            NodeId=node,
            BrowseDirection=ua.BrowseDirection.Forward,
            ReferenceTypeId=_HIERARCHICAL,
            IncludeSubtypes=True,
            NodeClassMask=ua.UInt32(_OBJECT | _VARIABLE),
            ResultMask=ua.UInt32(_ALL_OF_IT),
        )
        for node in nodes
    ]
    answers = await session.browse(
        ua.BrowseParameters(RequestedMaxReferencesPerNode=ua.Counter(MOST_FOUND), NodesToBrowse=wanted)
    )
    for _ in range(MOST_PAGES):
        for answer in answers:
            for reference in answer.References or ():
                yield reference
        more = [answer.ContinuationPoint for answer in answers if answer.ContinuationPoint]
        if not more:
            return
        answers = await session.browse_next(
            ua.BrowseNextParameters(ReleaseContinuationPoints=False, ContinuationPoints=more)
        )
