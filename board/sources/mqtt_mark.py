"""The watermark of an MQTT source: our name at the broker, and what must be known to go on without counting twice."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from board.sources.digest import is_same_place
from board.sources.mark import moment_of, stamp_of, text_of

MOST_RECENT: Final = 256  # messages without a time of their own, whose receipt may not have arrived
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True, kw_only=True)
class MqttMark:
    """How far one source has listened under certain settings."""

    settings: str
    client: str = ""  # our name at the broker
    filters: tuple[str, ...] = ()  # what we have subscribed to
    alive: datetime | None = None  # when we last were there
    recent: dict[tuple[int, str], datetime] = field(default_factory=dict)  # number and digest of messages: arrival
    more: dict[str, object] = field(default_factory=dict)  # what else is remembered, as JSON takes it

    def text(self) -> str:
        """Return the mark as the opaque text that is stored with the rows."""
        body: dict[str, object] = {"settings": self.settings, "client": self.client, "filters": self.filters}
        if self.alive is not None:
            body["alive"] = stamp_of(self.alive)
        if self.recent:
            body["recent"] = [
                [number, digest, (at - _EPOCH) // timedelta(microseconds=1)]
                for (number, digest), at in self.recent.items()
            ]
        return text_of({**self.more, **body})

    def arrived(self, number: int, digest: str, at: datetime) -> None:
        """Remember when a message arrived that bears no time and may come again."""
        self.recent.pop((number, digest), None)
        self.recent[number, digest] = at
        while len(self.recent) > MOST_RECENT:
            del self.recent[next(iter(self.recent))]

    @classmethod
    def parse(cls, text: str | None, settings: str) -> "MqttMark":
        """Return the mark of a text; of one of another place or register only what we are at the broker is kept."""
        fresh = cls(settings=settings)
        try:
            body = json.loads(text or "{}")
            fresh = cls(settings=settings, client=str(body.get("client", "")), filters=tuple(map(str, body["filters"])))
            return _whole(body, fresh) if is_same_place(str(body["settings"]), settings) else fresh
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError):
            return fresh


def _whole(body: Mapping[str, Any], mark: MqttMark) -> MqttMark:
    recent = {
        (int(number), str(digest)): _EPOCH + timedelta(microseconds=int(at))
        for number, digest, at in body.get("recent", [])[:MOST_RECENT]
    }
    own = {"settings", "client", "filters", "alive", "recent"}
    return MqttMark(
        settings=mark.settings,
        client=mark.client,
        filters=mark.filters,
        alive=moment_of(body.get("alive")),
        recent=recent,
        more={name: found for name, found in body.items() if name not in own},
    )
