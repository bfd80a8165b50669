"""The watermark of an HTTP source: how far it was read, and what the server gave us to ask on with."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from board.sources.hide import hidden

LONGEST: Final = 4096  # characters of what a server gave


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpMark:
    """How far one source was read under certain settings."""

    settings: str
    since: str = ""  # how far the rows of a whole look brought us
    top: str = ""  # how far those of a look that is not over yet do
    page: str = ""  # where that look goes on
    etag: str = ""
    modified: str = ""
    event: str = ""  # id of the last event
    newest: datetime | None = None  # time of the newest reading

    def text(self) -> str:
        """Return the mark as the opaque text that is stored with the rows."""
        body = {name: value for name in _TEXTS if (value := getattr(self, name))}
        if self.newest is not None:
            body["newest"] = self.newest.astimezone(UTC).isoformat()
        return json.dumps(body, separators=(",", ":"))

    @classmethod
    def parse(cls, text: str | None, settings: str) -> "HttpMark":
        """Return the mark of a text; a fresh one where there is none, it is of other settings or cannot be read."""
        fresh = cls(settings=settings)
        if not text:
            return fresh
        try:
            body = json.loads(text)
            if body["settings"] != settings:
                return fresh
            found = {name: str(body[name]) for name in _TEXTS if name in body}
            newest = body.get("newest")
            return cls(**found, newest=None if newest is None else datetime.fromisoformat(newest).astimezone(UTC))
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            return fresh

    def whole(self) -> "HttpMark":
        """Return the mark after a look that came to its end."""
        return replace(self, since=self.top or self.since, top="", page="")


def given(text: str) -> str:
    """Return what a server gave us to hand back; nothing where it is too long, no plain text or holds a secret."""
    return text if len(text) <= LONGEST and text.isascii() and text.isprintable() and hidden(text) == text else ""


_TEXTS: Final = ("settings", "since", "top", "page", "etag", "modified", "event")
