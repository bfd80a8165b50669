"""The settings of an MQTT source, checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from urllib.parse import SplitResult, urlsplit

from board.plant.plant import SourceSpec
from board.sources.certificate import Certificates, read_certificates
from board.sources.contract import SettingsError, SourceContext
from board.sources.digest import digest_of
from board.sources.json_path import JsonPath, PathError
from board.sources.json_record import RecordMaker, read_path
from board.sources.mapping import RecordMapping, no_mapping, read_mapping
from board.sources.mqtt_topic import TopicError, Topics, TopicTemplate
from board.sources.secret import Secret, read_secret
from board.sources.setting import COMMON, Settings

VERSIONS: Final = ("5", "3.1.1")
PAYLOADS: Final = ("json", "sparkplug")
PORTS: Final[Mapping[str, int]] = {"mqtt": 1883, "mqtts": 8883}
TOPIC: Final = "$topic"  # the column of the topic itself
PLACE: Final = "@key"  # which of several rows of one payload it is
EVERYTHING: Final = "#"
SPARKPLUG: Final = ("spBv1.0/{group}/{message}/{edge}/{device}",)
METRIC: Final = frozenset({"metric", "value", "timestamp", "type", "historical"})  # the columns of a metric
LONGEST_CLIENT: Final = 64
_ASKED: Final = frozenset({"url", "topic", "payload", "rows"})
_APART: Final = frozenset(
    {"user", "password", "authority", "certificate", "certificate_key", "certificate_password"}
    | {"client", "session", "rebirth", "version"}
)
MOST_TOPICS: Final = 50  # templates of one source
_ANY: Final = re.compile(r"\+|\{\w+\}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class MqttSettings:
    """Which broker is listened to, for which topics, and what their payloads mean."""

    host: str
    port: int
    is_secured: bool
    user: str
    password: Secret | None
    certificates: Certificates
    version: str
    client: str  # empty: one made up at the first connection and kept
    session: timedelta  # how long the broker keeps for us what comes while we are away
    payload: str
    topics: Topics
    rows: JsonPath | None
    mapping: RecordMapping
    rebirth: bool  # whether we may ask edge nodes of Sparkplug to introduce themselves again
    digest: str

    @property
    def place(self) -> str:
        """Return the address as a sentence may show it."""
        return f"{self.host}:{self.port}"

    @property
    def time(self) -> str:
        """Return the column of an instant, which may be left empty; nothing where it may not."""
        timing = self.mapping.timing
        may_be_empty = not (timing.end or timing.length or timing.length_column or timing.whole_day)
        return timing.start[0] if may_be_empty and len(timing.start) == 1 else ""


def read_settings(spec: SourceSpec, context: SourceContext, *, mapped: bool = True) -> MqttSettings:
    """Return the checked settings of a source; SettingsError names every fault. Not `mapped`: only how to connect."""
    settings = Settings(_with_time(spec.settings), where=f"source {spec.id}")
    url = _url(settings)
    payload = settings.text("payload", "json", one_of=PAYLOADS)
    topics = _topics(settings, payload, needed=mapped)
    mapping = _with_key(read_mapping(settings, context, remembers=True)) if mapped else no_mapping(context)
    found = MqttSettings(
        host=url.hostname or "",
        port=url.port or PORTS.get(url.scheme, 0),
        is_secured=url.scheme == "mqtts",
        user=settings.text("user"),
        password=read_secret(settings, "password", context),
        certificates=read_certificates(settings, context),
        version=settings.text("version", "5", one_of=VERSIONS),
        client=_client(settings),
        session=settings.length("session") or timedelta(days=1),
        payload=payload,
        topics=topics,
        rows=read_path(settings, "rows"),
        mapping=mapping,
        rebirth=bool(settings.flag("rebirth", default=True)),
        digest=digest_of(spec, context, asked=_ASKED, place=_ASKED, apart=_APART),
    )
    _check_together(settings, found, mapped=mapped)
    settings.finish(also=COMMON if mapped else settings.values)
    if settings.problems:
        raise SettingsError(tuple(settings.problems))
    return found


def payload_columns(settings: MqttSettings) -> frozenset[str]:
    """Return the columns that are looked for in a payload, not in its topic."""
    return settings.mapping.columns - settings.topics.names - {TOPIC}


def _with_time(values: Mapping[str, object]) -> Mapping[str, object]:
    """Return settings with the usual name of the time in a payload, where none is set."""
    if any(key in values for key in ("time", "start", "day")):
        return values
    return {**values, "time": "timestamp" if values.get("payload") == "sparkplug" else "timestamp_ms"}


def _with_key(mapping: RecordMapping) -> RecordMapping:
    """Return a mapping whose rows are told apart by topic and time, where no key is set: so twice sent is once kept."""
    if mapping.key:
        return mapping
    timing = mapping.timing
    return replace(mapping, key=(TOPIC, *timing.start, *timing.end, PLACE))


def _url(settings: Settings) -> SplitResult:
    """Return the address; one with a user or a password in it is refused without being shown."""
    text = settings.text("url", needed=True)
    try:
        parts = urlsplit(text)
        is_good = parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        parts, is_good = urlsplit(""), False
    if "@" in parts.netloc:
        settings.problems.append(f"{settings.where}, key url: expected no user and password in it; set user, password")
    elif text and (not is_good or parts.path.strip("/") or parts.query or not text.isprintable() or " " in text):
        expected = "an address such as mqtts://broker:8883 or mqtt://broker"
        settings.problems.append(f"{settings.where}, key url: expected {expected}")
    else:
        return parts
    return urlsplit("")


def _topics(settings: Settings, payload: str, *, needed: bool) -> Topics:
    """Return the templates of the topics that are wanted."""
    texts = settings.texts("topic", SPARKPLUG if payload == "sparkplug" else () if needed else (EVERYTHING,))
    templates = []
    if len(texts) > MOST_TOPICS:
        settings.fault("topic", f"at most {MOST_TOPICS} topics")
    for text in texts[:MOST_TOPICS]:
        try:
            templates += _of_sparkplug(text) if payload == "sparkplug" else [TopicTemplate.parse(text)]
        except TopicError as error:
            settings.problems.append(f"{settings.where}, key topic: expected {error}")
    if not texts and "topic" not in settings.values:
        settings.fault("topic", 'a template such as "plant/{area}/{line}/{tag}"')
    return Topics(tuple(templates))


def _of_sparkplug(text: str) -> list[TopicTemplate]:
    """Return the templates of the devices of edge nodes, and of the edge nodes themselves where any device is wanted.

    All messages of an edge node are asked for, since they are numbered together.
    """
    device = TopicTemplate.parse(text)
    levels = text.split("/")
    if len(levels) != 5 or levels[0] != "spBv1.0" or levels[2] != "{message}":
        raise TopicError(f"one such as {SPARKPLUG[0]!r}")
    above, _, last = text.rpartition("/")
    found = [device, TopicTemplate.parse(above)] if _ANY.fullmatch(last) else [device]
    wide = "/".join([*device.filter.split("/")[:4], EVERYTHING])
    return [replace(each, filter=wide) for each in found]


def _client(settings: Settings) -> str:
    client = settings.text("client")
    if client and (len(client) > LONGEST_CLIENT or not client.isascii() or not client.isprintable()):
        settings.fault("client", f"a name of at most {LONGEST_CLIENT} plain letters")
    return client


def _check_together(settings: Settings, found: MqttSettings, *, mapped: bool) -> None:
    """Note what does not fit together."""
    if found.password is not None and not found.user:
        settings.fault("user", "the user whose password is set")
    if not found.is_secured and (found.certificates.authority or found.certificates.own):
        settings.problems.append(f"{settings.where}, key url: expected mqtts:// where certificates are set")
    if found.payload == "sparkplug":
        _check_sparkplug(settings, found)
        return
    if "rebirth" in settings.values:
        settings.fault("rebirth", 'it only beside payload = "sparkplug"')
    if mapped:
        try:
            RecordMaker(payload_columns(found))
        except PathError as error:
            settings.problems.append(f"{settings.where}: {error}")


def _check_sparkplug(settings: Settings, found: MqttSettings) -> None:
    """Note columns that no metric has, and rows."""
    if found.rows is not None:
        settings.fault("rows", 'no rows beside payload = "sparkplug": each metric is one')
    strange = payload_columns(found) - METRIC - {PLACE}
    if strange:
        settings.problems.append(
            f"{settings.where}: found the column {min(strange)!r}, expected one of {', '.join(sorted(METRIC))}, or a "
            "name of the topic"
        )
