"""What is known of the edge nodes of Sparkplug B: what births said, who is dead, where their numbering stands.

- A birth names every metric of an edge node or of a device, each perhaps with an alias; what comes later may say only
  the alias. A metric that no birth has named is nothing.
- All messages of an edge node are numbered from 0 to 255, round and round. Where a number is left out a message was
  lost, which may have been a birth: from then on an alias could mean another metric, and is not believed until the next
  birth. A name is.
- A death says which birth it ends (bdSeq). The broker may send the one of an earlier connection late: it ends nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, cast

from board.sources.sparkplug_payload import Metric, Payload

NODE_BIRTH, NODE_DATA, NODE_DEATH = "NBIRTH", "NDATA", "NDEATH"
DEVICE_BIRTH, DEVICE_DATA, DEVICE_DEATH = "DBIRTH", "DDATA", "DDEATH"
OF_NODES: Final = frozenset({NODE_BIRTH, NODE_DATA, NODE_DEATH})
OF_DEVICES: Final = frozenset({DEVICE_BIRTH, DEVICE_DATA, DEVICE_DEATH})
BIRTHS: Final = frozenset({NODE_BIRTH, DEVICE_BIRTH})
BIRTH_NUMBER: Final = "bdSeq"
NUMBERS: Final = 256
MOST_EDGES: Final = 200  # of one source; the one unheard of for longest is forgotten
MOST_DEVICES: Final = 200  # of one edge node
MOST_DEFINED: Final = 20_000  # metrics of all of them that anybody wants
MOST_NODES: Final = 50  # of the plant that one device tells of
LONGEST_BODY: Final = 20_000  # characters in a watermark
NO_BIRTH: Final = "its birth was not heard"
LOST: Final = "messages of it were lost"

Known = tuple[str, int, Metric]  # name, data type and what came


@dataclass(slots=True)
class Device:
    """What the birth of a device, or of the edge node itself, has said of the metrics that are wanted."""

    types: dict[str, int] = field(default_factory=dict)
    aliases: dict[int, str] = field(default_factory=dict)
    is_sure: bool = True  # no message was lost since

    def known(self, metric: Metric) -> Known | None:
        """Return a metric by its name; None where it is not wanted, or nobody can tell which it is."""
        name = metric.name or (self.aliases.get(metric.alias, "") if self.is_sure and metric.alias is not None else "")
        return (name, self.types[name], metric) if name in self.types else None


@dataclass(slots=True)
class Edge:
    """One edge node; `nodes` are those of the plant that its devices have told of."""

    is_born: bool = False
    birth: int | None = None
    last: int | None = None  # number of the last message
    devices: dict[str, Device] = field(default_factory=dict)
    nodes: dict[str, list[str]] = field(default_factory=dict)
    size: int = 0  # metrics that are kept of all devices

    def has_missed(self, number: int | None) -> bool:
        """Tell whether messages were lost before this one, and go on from it; the last one again is none."""
        if number is None:
            return False
        before, self.last = self.last, number
        if before is None or number in (before, (before + 1) % NUMBERS):
            return False
        for device in self.devices.values():
            device.is_sure = False
        return True

    def tells_of(self, device: str, node: str) -> None:
        """Note that a device has told of a node of the plant."""
        told = self.nodes.setdefault(device, [])
        if node and node not in told and len(told) < MOST_NODES:
            told.append(node)

    def ended(self, death: Payload) -> tuple[str, ...]:
        """Return the nodes of which nothing is known any more; none where the death is that of an earlier life."""
        number = _birth_number(death)
        if number is not None and self.birth is not None and number != self.birth:
            return ()
        self.is_born = False
        self.forget()
        return tuple(dict.fromkeys(node for told in self.nodes.values() for node in told))

    def forget(self, *devices: str) -> None:
        """Forget what the births of some devices said, or of all."""
        for device in devices or list(self.devices):
            found = self.devices.pop(device, None)
            self.size -= 0 if found is None else len(found.types)

    def keep(self, name: str, device: Device) -> None:
        """Keep what the birth of a device said."""
        self.forget(name)
        self.devices[name] = device
        self.size += len(device.types)


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What a message comes to: metrics by name, nodes that tell no more, and why not all of it can be understood."""

    metrics: tuple[Known, ...] = ()
    gone: tuple[str, ...] = ()
    lacks: str = ""
    has_missed: bool = False  # messages were lost just before this one, or the edge node was away


class Edges:
    """The edge nodes of one source."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._edges: dict[str, Edge] = {}

    def follow(self, kind: str, edge: str, device: str, payload: Payload, wanted: Callable[[str], bool]) -> Followed:
        """Return what a message comes to; of the metrics of a birth only those are kept that are wanted."""
        found = self.edge(edge)
        if kind == NODE_BIRTH:
            number = _birth_number(payload)
            was_away = found.birth is not None and number != found.birth
            found.is_born, found.birth, found.last = True, number, payload.seq
            found.forget()
            return replace(self._born(found, "", payload, wanted), has_missed=was_away)
        if kind == NODE_DEATH:
            return Followed(gone=found.ended(payload))
        has_missed = found.has_missed(payload.seq)
        if kind == DEVICE_DEATH:
            found.forget(device)
            followed = Followed(gone=tuple(found.nodes.get(device, ())))
        elif found.is_born and kind == DEVICE_BIRTH:
            followed = self._born(found, device, payload, wanted)
        else:
            followed = _told(found.devices.get(device), payload)
        return replace(followed, lacks=followed.lacks or (LOST if has_missed else ""), has_missed=has_missed)

    def edge(self, name: str) -> Edge:
        """Return an edge node, as the one heard of last."""
        found = self._edges.pop(name, None) or Edge()
        self._edges[name] = found
        while len(self._edges) > MOST_EDGES:
            del self._edges[next(iter(self._edges))]
        return found

    def body(self) -> dict[str, object]:
        """Return what has to be remembered, as JSON takes it: of as many edge nodes as there is room for."""
        bodies: dict[str, object] = {}
        left = LONGEST_BODY
        for name, edge in reversed(self._edges.items()):
            body = _body(edge)
            left -= len(name) + len(str(body))
            if left < 0:
                break
            bodies[name] = body
        return dict(reversed(bodies.items()))

    @classmethod
    def parse(cls, body: object) -> "Edges":
        """Return the edge nodes of a body; what of it is none is left out."""
        found = cls()
        for name, each in list(body.items())[:MOST_EDGES] if isinstance(body, Mapping) else ():
            try:
                found._edges[str(name)] = _edge(each)
            except (ValueError, TypeError, KeyError, IndexError, AttributeError):
                continue
        return found

    def _born(self, edge: Edge, device: str, payload: Payload, wanted: Callable[[str], bool]) -> Followed:
        """Take down what a birth says, and return its metrics, which are those that stand now."""
        born = Device()
        metrics = [each for each in payload.metrics if each.name and each.is_single and wanted(each.name)]
        edge.forget(device)
        room = MOST_DEFINED - sum(each.size for each in self._edges.values()) if metrics else 0
        if len(metrics) > room or len(edge.devices) >= MOST_DEVICES:
            return Followed(lacks=f"its birth names more than the {MOST_DEFINED:,} metrics that can be kept")
        twice = _twice(payload)
        for metric in metrics:
            born.types[metric.name] = metric.datatype
            if metric.alias is not None and metric.alias not in twice:
                born.aliases[metric.alias] = metric.name
        edge.keep(device, born)
        return Followed(metrics=tuple((metric.name, metric.datatype, metric) for metric in metrics))


def _told(device: Device | None, payload: Payload) -> Followed:
    """Return what data of a device come to; None: no birth of it was heard."""
    if device is None:
        return Followed(lacks=NO_BIRTH)
    metrics = tuple(each for metric in payload.metrics if (each := device.known(metric)) is not None)
    needs_alias = not device.is_sure and any(not metric.name for metric in payload.metrics)
    return Followed(metrics=metrics, lacks=LOST if needs_alias else "")


def _twice(payload: Payload) -> set[int]:
    """Return the aliases that a birth gives to more than one metric, so that nobody knows which they mean."""
    seen: dict[int, str] = {}
    return {
        metric.alias
        for metric in payload.metrics
        if metric.alias is not None and seen.setdefault(metric.alias, metric.name) != metric.name
    }


def _birth_number(payload: Payload) -> int | None:
    """Return which birth a birth or a death is of."""
    metric = payload.metric(BIRTH_NUMBER)
    return metric.value if metric is not None and isinstance(metric.value, int) and metric.field else None


def _body(edge: Edge) -> list[object]:
    devices = {name: [int(device.is_sure), list(_defined(device))] for name, device in edge.devices.items()}
    return [int(edge.is_born), edge.birth, edge.last, devices, edge.nodes]


def _defined(device: Device) -> Iterator[list[object]]:
    aliases = {name: alias for alias, name in device.aliases.items()}
    for name, datatype in device.types.items():
        yield [name, datatype, aliases.get(name)]


def _edge(body: object) -> Edge:
    is_born, birth, last, devices, nodes = cast("list[object]", body)
    found = Edge(
        is_born=bool(is_born),
        birth=None if birth is None else int(str(birth)),
        last=None if last is None else int(str(last)),
    )
    for name, each in cast("dict[str, list[object]]", devices).items():
        device = Device(is_sure=bool(each[0]))
        for metric, datatype, alias in cast("list[list[object]]", each[1]):
            device.types[str(metric)] = int(str(datatype))
            if alias is not None:
                device.aliases[int(str(alias))] = str(metric)
        found.keep(str(name), device)
    for name, told in cast("dict[str, list[object]]", nodes).items():
        found.nodes[str(name)] = [str(node) for node in told][:MOST_NODES]
    return found
