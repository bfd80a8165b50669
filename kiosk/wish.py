"""Which page of which node the wall wants to see."""

from dataclasses import dataclass
from datetime import date, datetime

SQCDP = "sqcdp"  # the letters of a line, an area or the site
LETTER = "letter"  # one letter in depth
SICB = "sicb"  # one line's intervals
LINES = "lines"  # several lines' intervals
BOWLING = "bowling"  # the KPIs of the fiscal year
CHANGES = "changes"  # what a supervisor changes
SOURCES = "sources"  # where the figures come from, and how that stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A page of a node; what is None is for the page to choose: the present shift, month or year.

    `known_at` None: all that is known today. `letter` is the code of a letter; `kpi` the one that was touched.
    `month` is the first day of a month, `year` that of a fiscal year.
    """

    page: str
    node: str
    shift: str | None = None
    known_at: datetime | None = None
    letter: str | None = None
    kpi: str | None = None
    day: date | None = None
    month: date | None = None
    year: date | None = None
