"""The watermark of an SQL source: how far its table was read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from board.sources.digest import is_same_place, means_the_same
from board.sources.mark import mark_of, moment_of, stamp_of, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlMark:
    """How far one source was read under certain settings."""

    settings: str
    since: str = ""
    is_bare: bool | None = None  # times stand in the table without a zone; None: nobody has seen one yet
    is_exact: bool = False  # a look ended here before the table did: the next goes on just behind it
    held: str = ""  # how far the first row is that was not over in a part of a longer look, and so is read again
    held_until: datetime | None = None  # when the first of such rows is over
    newest: datetime | None = None  # time of the newest reading
    memory: Mapping[str, object] | None = None  # of counters and states
    night: Mapping[str, object] | None = None  # of the rows around a doubled hour

    def text(self) -> str:
        """Return the mark as the opaque text that is stored with the rows."""
        body: dict[str, object] = {"settings": self.settings, "since": self.since, "bare": self.is_bare}
        body["exact"] = self.is_exact
        body |= {"held": self.held, "until": stamp_of(self.held_until)} if self.held else {}
        body |= {} if self.memory is None else {"memory": self.memory}
        body |= {} if self.night is None else {"night": self.night}
        return text_of({**body, "newest": stamp_of(self.newest)})

    @classmethod
    def parse(cls, text: str | None, settings: str) -> "SqlMark":
        """Return the mark of a text; a fresh one where there is none, it is of other settings or cannot be read.

        What counters and states remember is kept under other settings too, unless another question is asked: rows that
        are read again then come late, and are counted no second time.
        """

        def parsed(body: Mapping[str, Any]) -> SqlMark:
            is_bare = body["bare"]
            return cls(
                settings=str(body["settings"]),
                since=str(body["since"]),
                is_bare=None if is_bare is None else bool(is_bare),
                is_exact=bool(body["exact"]),
                held=str(body.get("held", "")),
                held_until=moment_of(body.get("until")),
                newest=moment_of(body["newest"]),
                memory=body.get("memory"),
                night=body.get("night"),
            )

        fresh = cls(settings=settings)
        found = mark_of(text, None, fresh, parsed)
        if means_the_same(found.settings, settings):
            return replace(found, settings=settings)
        return replace(fresh, memory=found.memory) if is_same_place(found.settings, settings) else fresh
