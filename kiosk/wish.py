"""Which page of which node the wall wants to see."""

from dataclasses import dataclass
from datetime import datetime

SICB = "sicb"  # one line's intervals
LINES = "lines"  # several lines' intervals
LETTERS = "board"  # the letters of a line, an area or the site


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A page of a node; `shift` None: the one that runs or ran last; `known_at` None: all that is known today."""

    page: str
    node: str
    shift: str | None = None
    known_at: datetime | None = None
