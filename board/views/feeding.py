"""How reading of sources stands: which source fails and when it is tried again, which process fell and why.

The kiosk tells a process as `Feeding` over the bridge (signal `feeding`), whenever one starts or falls.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum


class Fall(Enum):
    """Why a process that reads sources ended although nobody asked it to."""

    ENDED = "ended"  # by itself, or killed by something else
    HUNG = "hung"  # it answered no more and was ended
    MEMORY = "memory"  # it took more than it may and was ended
    UNCLEAR = "unclear"  # it printed what is no batch and was ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeding:
    """How one process stands; the sources of the board's own kinds share one, each other source has its own."""

    sources: tuple[str, ...]  # ids of those it reads
    is_running: bool
    since: datetime  # it has run, or not run, since then
    falls: int = 0  # since the board was started
    fall: Fall | None = None  # why it fell last; None: it never did
    fell_at: datetime | None = None
    said: str = ""  # the last fall as a sentence; `words.retold` says it in the language of the wall
    next_try: datetime | None = None  # when it is started again; None where it runs
    memory_mib: int | None = None  # what it took when it was looked at last
    most_mib: int | None = None  # what it may take; None: nothing bounds it


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """A source that fails: since when, what is wrong with it now, and when it is tried again (None: not by itself)."""

    sentence: str
    since: datetime
    next_try: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsNow:
    """All that is known of reading at a moment and lies in no database: outages by source, and every process.

    `shift` is how far the board's clock is from the computer's, by which it goes on record when readings came.
    """

    outages: Mapping[str, Outage] = field(default_factory=dict)
    processes: tuple[Feeding, ...] = ()
    shift: timedelta = timedelta()

    def of(self, source: str) -> Feeding | None:
        """Return the process that reads a source, or None where none does."""
        return next((each for each in self.processes if source in each.sources), None)
