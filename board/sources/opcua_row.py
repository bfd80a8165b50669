"""What is known of the nodes of one row: their values, which of them are well, and what must be remembered of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final

from board.sources.contract import SourceContext
from board.sources.mapping import Entry, fold
from board.sources.memory import Memory
from board.sources.opcua_notice import Notice
from board.sources.opcua_setting import SUMMED

UNUSABLE: Final = -1  # in the place of a status: the value itself cannot be used


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A notice that was understood: what it says (None: no good value), and when that was so."""

    notice: Notice
    text: str | None
    at: datetime
    is_timed: bool  # whether that time is its own, and not that of its arrival
    is_first: bool  # since we connected: the server says what stands there, not that it changed

    @property
    def column(self) -> str:
        """Return the column it is of."""
        return self.notice.column

    @property
    def has_age(self) -> bool:
        """Tell whether anybody knows how old it is."""
        return self.is_timed or not self.is_first

    @property
    def digest(self) -> str:
        """Return what tells its value from others."""
        return blake2b((self.text or "").encode("utf-8", "replace"), digest_size=6).hexdigest()


@dataclass(slots=True, kw_only=True)
class Row:
    """The nodes of one row."""

    names: Mapping[str, str]
    memory: Memory
    told: dict[str, str]  # digests of the values that were summed up last, also over restarts
    heard: set[str] = field(default_factory=set)  # columns told of since we connected
    good: dict[str, datetime] = field(default_factory=dict)  # when they last had a good value
    latest: dict[str, str] = field(default_factory=dict)
    since: dict[str, datetime] = field(default_factory=dict)
    bad: dict[str, int] = field(default_factory=dict)  # columns without a good value, and their status
    broken: set[str] = field(default_factory=set)  # columns of which changes may have been missed
    newest: datetime | None = None  # the newest moment at which all of its nodes were well

    @classmethod
    def parse(cls, names: Mapping[str, str], body: object, context: SourceContext) -> "Row":
        """Return the row that goes on behind a body; a fresh one where it is none."""
        found = body if isinstance(body, Mapping) else {}
        told = found.get("told")
        kept = {str(name): str(each) for name, each in told.items()} if isinstance(told, Mapping) else {}
        return cls(names=names, memory=Memory.parse(found.get("memory"), context), told=kept)

    def body(self) -> dict[str, object]:
        """Return all that has to be remembered, as JSON takes it."""
        return {"memory": self.memory.body(), "told": self.told}

    def connected(self) -> None:
        """Forget what stood there: it is told anew."""
        for each in (self.heard, self.good, self.latest, self.since, self.bad):
            each.clear()

    def take(self, changes: Sequence[Change], at: datetime) -> frozenset[str]:
        """Keep what changed at one moment; return the columns of which changes may have been missed before."""
        missed = self.broken.intersection(change.column for change in changes)
        for change in changes:
            self.latest[change.column] = change.text or ""
            self.since[change.column] = at
            self.broken.discard(change.column)
        return frozenset(missed)

    def grows_to(self, at: datetime, changes: Sequence[Change], now: datetime, ahead: timedelta) -> None:
        """Note that the row is known to be well at a moment, where it is."""
        is_well = not self.bad and all(change.has_age and change.text is not None for change in changes)
        if is_well and at <= now + ahead:
            self.newest = min(at, now) if self.newest is None else max(self.newest, min(at, now))

    def is_to_tell(self, number: int, entry: Entry, telling: Sequence[Change]) -> bool:
        """Tell whether changes of its nodes are to be told as a measure; what is summed up is told once.

        What stands there when we connect is no news where the measure is summed up, unless it is another value than
        the last one; and a value of nobody knows which time is none of a level.
        """
        if entry.counter is not None:
            return any(change.text is not None for change in telling)
        if entry.column is None and not _holds(self, entry):
            self._remember(number, telling)
            return False
        is_summed = entry.kind in SUMMED
        is_news = False
        for change in telling:
            known = self.told.get(f"{number} {change.column}")
            is_same = is_summed and known in {None, change.digest}
            is_news = is_news or not change.is_first or (change.is_timed and not is_same)
        if is_summed:
            self._remember(number, telling)
        return is_news

    def _remember(self, number: int, telling: Sequence[Change]) -> None:
        for change in telling:
            if change.text is not None:
                self.told[f"{number} {change.column}"] = change.digest


def _holds(row: Row, entry: Entry) -> bool:
    """Tell whether the conditions of a part hold; no row is a part that was none, and nobody need hear of it."""
    known = {**row.latest, **row.names}
    return all(fold(known.get(column, "")) in words for column, words in entry.when)
