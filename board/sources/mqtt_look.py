"""Looks round at a broker, for somebody who sets a source up: which topics there are, or what those wanted hold."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from board.plant.plant import SourceSpec
from board.sources.about import MOST_FOUND, Found, found_in
from board.sources.contract import SourceContext
from board.sources.json_record import JsonError, flat, rows_of
from board.sources.mqtt_listen import Spell, first_messages
from board.sources.mqtt_message import Message, read_payload
from board.sources.mqtt_setting import MqttSettings, read_settings
from board.sources.sparkplug_reader import NAMESPACE, metrics_shown

SPELL: Final = Spell(silence=timedelta(seconds=10), length=timedelta(seconds=5), most=2_000)
SPARKPLUG: Final = 'Sparkplug B; set payload = "sparkplug"'


def look_round(spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]:
    """Return the columns of the topics that are set, or, where none is, the topics or metrics, with values."""
    settings = read_settings(spec, context, mapped=False)
    wishes: list[tuple[str, bytes]] = []
    messages = first_messages(settings, context, SPELL, wishes)
    if settings.payload == "sparkplug":
        rows = metrics_shown(settings, messages, wishes, now)
        return found_in(rows if "topic" in spec.settings else ({row["metric"]: row["value"]} for row in rows))
    if "topic" not in spec.settings:
        return _topics(messages)
    return found_in(_records(settings, messages))


def _topics(messages: Iterator[Message]) -> tuple[Found, ...]:
    """Return each topic with what came under it."""
    seen: dict[str, list[dict[str, str]]] = {}
    for message in messages:
        if message.topic in seen or len(seen) < MOST_FOUND:
            is_sparkplug = message.topic.startswith(f"{NAMESPACE}/")
            text = SPARKPLUG if is_sparkplug else message.payload[:4_000].decode("utf-8", "replace")
            seen.setdefault(message.topic, []).append({message.topic: text})
    return tuple(found for topic in sorted(seen) for found in found_in(seen[topic]))


def _records(settings: MqttSettings, messages: Iterator[Message]) -> Iterator[dict[str, str]]:
    for message in messages:
        names = settings.topics.match(message.topic)
        if names is None or not message.payload:
            continue
        try:
            document = read_payload(message.payload)
        except JsonError:
            continue
        for row in rows_of(document, settings.rows):
            yield {**names, **flat(row)}
