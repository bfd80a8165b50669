"""The watermark of an SQL source: how far its table was read."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlMark:
    """How far one source was read under certain settings."""

    settings: str
    since: str = ""
    is_bare: bool | None = None  # times stand in the table without a zone; None: nobody has seen one yet
    is_exact: bool = False  # a look ended here before the table did: the next goes on just behind it
    newest: datetime | None = None  # time of the newest reading

    def text(self) -> str:
        """Return the mark as the opaque text that is stored with the rows."""
        body: dict[str, object] = {"settings": self.settings, "since": self.since, "bare": self.is_bare}
        body["exact"] = self.is_exact
        body["newest"] = None if self.newest is None else self.newest.astimezone(UTC).isoformat()
        return json.dumps(body, separators=(",", ":"))

    @classmethod
    def parse(cls, text: str | None, settings: str) -> "SqlMark":
        """Return the mark of a text; a fresh one where there is none, it is of other settings or cannot be read."""
        fresh = cls(settings=settings)
        if not text:
            return fresh
        try:
            body = json.loads(text)
            if body["settings"] != settings:
                return fresh
            newest, is_bare = body["newest"], body["bare"]
            return cls(
                settings=settings,
                since=str(body["since"]),
                is_bare=None if is_bare is None else bool(is_bare),
                is_exact=bool(body["exact"]),
                newest=None if newest is None else datetime.fromisoformat(newest).astimezone(UTC),
            )
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            return fresh
