"""The one vocabulary of marks that a day, an interval and a month share."""

from dataclasses import dataclass
from enum import Enum

from board.kpi.judgement import Judgement

__all__ = ["Judgement", "Mark", "Phase"]


class Phase(Enum):
    """Where a period stands in time and on record."""

    FUTURE = "future"
    OPEN = "open"  # still running: provisional
    CLOSED = "closed"
    OFF = "off"  # not worked
    UNRECORDED = "unrecorded"  # due, and nobody entered it
    NO_TARGET = "no target"


@dataclass(frozen=True, slots=True)
class Mark:
    """A phase with its judgement; a judgement stands only on an open or a closed period."""

    phase: Phase
    judgement: Judgement | None = None
