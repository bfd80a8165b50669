"""The watermark of an HTTP source: how far it was read, and what the server gave us to ask on with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from board.sources.digest import asks_the_same, is_same_place, means_the_same
from board.sources.hide import hidden
from board.sources.mark import mark_of, moment_of, stamp_of, text_of

LONGEST: Final = 4096  # characters of what a server gave


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpMark:
    """How far one source was read under certain settings."""

    settings: str
    since: str = ""  # how far the rows of a whole look brought us
    top: str = ""  # how far those of a look that is not over yet do
    held: str = ""  # how far the first of them does that is to be looked at again
    page: str = ""  # where that look goes on
    etag: str = ""
    modified: str = ""
    event: str = ""  # id of the last event
    newest: datetime | None = None  # time of the newest reading
    memory: Mapping[str, object] | None = None  # of counters and states
    night: Mapping[str, object] | None = None  # of the rows around a doubled hour

    def text(self) -> str:
        """Return the mark as the opaque text that is stored with the rows."""
        body = {name: value for name in _TEXTS if (value := getattr(self, name))}
        more = {"newest": stamp_of(self.newest), "memory": self.memory, "night": self.night}
        return text_of({**body, **{name: value for name, value in more.items() if value is not None}})

    @classmethod
    def parse(cls, text: str | None, settings: str) -> "HttpMark":
        """Return the mark of a text; a fresh one where there is none or it cannot be read.

        Of one of other settings that is kept which still holds: what counters and states remember unless another place
        is asked, and behind which event we are unless something else is.
        """

        def parsed(body: Mapping[str, Any]) -> HttpMark:
            found = {name: str(body[name]) for name in _TEXTS if name in body}
            return cls(
                **found, newest=moment_of(body.get("newest")), memory=body.get("memory"), night=body.get("night")
            )

        fresh = cls(settings=settings)
        found = mark_of(text, None, fresh, parsed)
        if means_the_same(found.settings, settings):
            return replace(found, settings=settings)
        memory = found.memory if is_same_place(found.settings, settings) else None
        if asks_the_same(found.settings, settings):
            return replace(fresh, event=found.event, newest=found.newest, memory=memory)
        return replace(fresh, memory=memory)


def given(text: str) -> str:
    """Return what a server gave us to hand back; nothing where it is too long, no plain text or holds a secret."""
    return text if len(text) <= LONGEST and text.isascii() and text.isprintable() and hidden(text) == text else ""


_TEXTS: Final = ("settings", "since", "top", "held", "page", "etag", "modified", "event")
