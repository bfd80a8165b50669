"""Turns messages of Sparkplug B into readings: each metric is a row, by the name that a birth has given it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final

from board.kpi.reading import Reading
from board.sources.complaining import Complaining
from board.sources.contract import SourceContext
from board.sources.hide import hidden_data
from board.sources.mapping import RecordMapping
from board.sources.memory import Seen, stopped
from board.sources.mqtt_message import Aside, Message, Telling, shown
from board.sources.mqtt_setting import PLACE, TOPIC, MqttSettings
from board.sources.mqtt_timely import Timely
from board.sources.sparkplug_edge import BIRTHS, OF_DEVICES, OF_NODES, Edges, Known
from board.sources.sparkplug_payload import GOOD, Payload, SparkplugError, decode_payload, encode_flag

NAMESPACE: Final = "spBv1.0"
REBIRTH: Final = "Node Control/Rebirth"
EDGES: Final = "edges"
WANTED: Final = "wanted"  # what was kept of the births
ASK_AGAIN: Final = timedelta(minutes=1)
MOST_ASKED: Final = 500  # edge nodes whose last asking is known
TYPES: Final = (
    "", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Float", "Double", "Boolean",
    "String", "DateTime", "Text", "UUID",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a message of Sparkplug B comes from; `device` is empty for the edge node itself."""

    group: str
    kind: str
    edge: str
    device: str

    @property
    def text(self) -> str:
        """Return the place, the same for births, data and deaths."""
        return self.scope + (f"/{self.device}" if self.device else "")

    @property
    def scope(self) -> str:
        """Return where messages are numbered together."""
        return f"{NAMESPACE}/{self.group}/{self.edge}"

    @property
    def edge_text(self) -> str:
        """Return the edge node."""
        return f"{self.group}/{self.edge}"

    @classmethod
    def parse(cls, topic: str) -> "Place | None":
        """Return the place of a topic; None for what is none of Sparkplug, and for commands."""
        levels = topic.split("/")
        if levels[0] != NAMESPACE or len(levels) not in (4, 5):
            return None
        if levels[2] not in (OF_NODES if len(levels) == 4 else OF_DEVICES):
            return None
        return cls(group=levels[1], kind=levels[2], edge=levels[3], device="".join(levels[4:]))


class SparkplugReader:
    """Applies the mapping of one source to its messages."""

    def __init__(
        self, settings: MqttSettings, context: SourceContext, source: str, remembered: Mapping[str, object]
    ) -> None:
        """Go on from what was remembered."""
        self._settings = settings
        self._source = source
        self._wanted = _wanted(settings.mapping)
        self._edges = Edges.parse(remembered.get(EDGES) if remembered.get(WANTED) == self._wanted else None)
        self.timely = Timely(settings, context, source, remembered)
        self._asked: dict[str, datetime] = {}  # edge nodes whose birth is waited for
        self._wishes: list[tuple[str, bytes]] = []
        self._gone: dict[str, None] = {}

    def remembered(self) -> dict[str, object]:
        """Return what must be known to go on, as JSON takes it."""
        return {**self.timely.remembered(), EDGES: self._edges.body(), WANTED: self._wanted}

    def aside(self) -> Aside:
        """Return, once, which edge nodes are to introduce themselves again, and which nodes tell no more."""
        found = Aside(wishes=tuple(self._wishes), gone=tuple(self._gone))
        self._wishes, self._gone = [], {}
        return found

    def read(self, telling: Telling) -> list[Reading]:
        """Return the readings of a message; one that cannot be used costs no other."""
        message = telling.message
        place = Place.parse(message.topic)
        if place is None:
            return []
        if message.retained:
            telling.complain("", "was retained by the broker, which Sparkplug forbids: it may be of any age")
            return []
        try:
            payload = decode_payload(message.payload)
        except SparkplugError as error:
            telling.complain("", str(error))
            return []
        return self._follow(place, payload, telling)

    def _follow(self, place: Place, payload: Payload, telling: Telling) -> list[Reading]:
        names = self._settings.topics.match(telling.message.topic)
        known = {name: level for name, level in (names or {}).items() if name != "message"}
        speaks = self._settings.mapping.may_speak
        found = self._edges.follow(
            place.kind,
            place.edge_text,
            place.device,
            payload,
            lambda name: (
                names is not None and speaks({**known, "metric": name, PLACE: name}) and hidden_data(name) == name
            ),
        )
        if found.has_missed:
            self.timely.breaks(scope=place.scope)
        if found.lacks:
            self._lacks(place, found.lacks, telling)
        elif place.kind in BIRTHS:
            self._asked.pop(place.edge_text, None)
        self.timely.has_learnt = self.timely.has_learnt or place.kind in BIRTHS or bool(found.gone)
        readings = [each for node in found.gone for each in self._ends(node, telling)]
        self._gone.update(dict.fromkeys(found.gone))
        for metric in found.metrics:
            readings += self._read(record_of(place, payload, metric) | dict(names or {}), place, telling)
        return readings

    def _read(self, record: dict[str, str], place: Place, telling: Telling) -> list[Reading]:
        """Return the readings of one metric."""
        is_past = record["historical"] == "true"
        if is_past and not record["timestamp"]:
            telling.complain(record["metric"], "is historical and has no time")
            return []
        readings = self.timely.read(
            record,
            telling,
            place=f"{place.text}\0{record['metric']}",
            scope=place.scope,
            stands=place.kind in BIRTHS,
            is_past=is_past,
        )
        self._edges.edge(place.edge_text).tells_of(place.device, self.timely.node)
        for node in {reading.node for reading in readings if reading.value is not None}:
            self._gone.pop(node, None)
        return readings

    def _ends(self, node: str, telling: Telling) -> list[Reading]:
        """Return what changes as nobody knows any more in which state a node is."""
        if self._settings.mapping.state is None:
            return []
        since = telling.arrival.since
        seen = Seen(source=self._source, node=node, at=since, now=telling.arrival.at, about=(None, None), unbroken=None)
        return stopped(self.timely.memory, seen, None)

    def _lacks(self, place: Place, why: str, telling: Telling) -> None:
        """Ask an edge node for its birth now and then, where we may; say it where we may not, or it does not answer."""
        edge, now = place.edge_text, telling.arrival.at
        before = self._asked.get(edge)
        if before is not None and abs(now - before) < ASK_AGAIN:
            return
        if len(self._asked) >= MOST_ASKED:
            self._asked.clear()
        self._asked[edge] = now
        said = f"{why}, so what it tells by alias is passed over until it is born again"
        if not self._settings.rebirth:
            if before is None:
                complain(telling.complaining, edge, f"{said}; with rebirth = true the board would ask it for that")
            return
        self._wishes.append(wish(place, now))
        if before is not None:
            complain(telling.complaining, edge, f"{said}; it was asked and has not answered: look at the edge node")


def complain(complaining: Complaining, edge: str, said: str) -> None:
    """Say what is wrong with an edge node."""
    complaining.add(f"edge node {shown(edge)}", said)


def wish(place: Place, now: datetime) -> tuple[str, bytes]:
    """Return topic and payload of the wish that an edge node introduce itself again."""
    return f"{NAMESPACE}/{place.group}/NCMD/{place.edge}", encode_flag(REBIRTH, int(now.timestamp() * 1000))


def record_of(place: Place, payload: Payload, known: Known) -> dict[str, str]:
    """Return a metric as a row; its time is its own, else that of its message."""
    name, datatype, metric = known
    kind = metric.datatype or datatype
    at = payload.timestamp if metric.timestamp is None and not metric.is_historical else metric.timestamp
    return {
        "metric": name,
        "value": "" if metric.quality != GOOD else metric.text(datatype),
        "timestamp": "" if at is None else str(at),
        "type": TYPES[kind] if kind < len(TYPES) else "",
        "historical": "true" if metric.is_historical else "false",
        PLACE: name,
        TOPIC: place.text,
    }


def _wanted(mapping: RecordMapping) -> str:
    """Return a digest of what decides which metrics of a birth are kept."""
    found = [[[column, sorted(words)] for column, words in each] for each in mapping.conditions]
    return blake2b(json.dumps(found).encode(), digest_size=8).hexdigest()


def metrics_shown(
    settings: MqttSettings, messages: Iterator[Message], wishes: list[tuple[str, bytes]], now: datetime
) -> Iterator[dict[str, str]]:
    """Yield each metric that comes as a row, for somebody who looks round; without a birth those that have names."""
    edges, asked = Edges(), set[str]()
    for message in messages:
        place = Place.parse(message.topic)
        names = settings.topics.match(message.topic)
        if place is None or names is None:
            continue
        try:
            payload = decode_payload(message.payload)
        except SparkplugError:
            continue
        found = edges.follow(place.kind, place.edge_text, place.device, payload, lambda _: True)
        if found.lacks and settings.rebirth and place.edge_text not in asked and len(asked) < MOST_ASKED:
            asked.add(place.edge_text)
            wishes.append(wish(place, now))
        named = [(metric.name, metric.datatype, metric) for metric in payload.metrics if metric.name]
        for known in found.metrics or named:
            record = record_of(place, payload, known)
            yield {name: cell for name, cell in record.items() if name not in (PLACE, TOPIC)} | dict(names)
