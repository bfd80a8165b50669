"""How a process stands that reads sources: whether it runs, why it fell, when it is started again, what it takes.

The kiosk tells it as `Feeding` over the bridge (signal `feeding`), one for each process, whenever one starts or falls.
"""

from dataclasses import dataclass
from datetime import datetime
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
