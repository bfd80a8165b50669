"""What the sums of a node lack: readings without a value that should have had one."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import apsw

from board.journal.clock import instant, microseconds
from board.kpi.reading import Quality
from board.plant.span import Span
from board.store.migrate import has_table
from board.store.row import NUMBERS, QUALITIES
from board.store.term import Terms

_BAD, _MISSING = NUMBERS[Quality.BAD], NUMBERS[Quality.MISSING]
_WANTED = 'SELECT node, measure, start, "end", quality, received FROM (SELECT value AS wanted FROM json_each(:nodes)) '
_WANTED += "CROSS JOIN {} WHERE node = wanted AND start >= :first AND start < :last "
_WANTED += f"AND quality IN ({_BAD}, {_MISSING}) AND (quality = {_BAD} OR reason = 0)"
_KNOWN = " AND received <= :known"
INDEX = "reading_lacking"


class Lack(NamedTuple):
    """A reading that was told with what cannot be used as a value (BAD), or without any where one is due (MISSING)."""

    node: str
    measure: str
    span: Span
    quality: Quality
    received: datetime


def lacks(
    connection: apsw.Connection, terms: Terms, nodes: Sequence[str], span: Span, *, known_at: datetime | None
) -> tuple[Lack, ...]:
    """Return what is lacking of some nodes in readings that begin within a span; without what was taken back.

    Of something that is told reason by reason nothing is due for a reason that did not come up.
    """
    numbers = [number for node in nodes if (number := terms.find(node)) is not None]
    bound: dict[str, int | str] = {"nodes": json.dumps(numbers)}
    bound |= {"first": microseconds(span.start), "last": microseconds(span.end)}
    index = f"INDEXED BY {INDEX}" if has_table(connection, INDEX) else ""
    asked = _WANTED.format(f"reading {index}")
    if known_at is not None:
        bound["known"] = microseconds(known_at)
        asked += f"{_KNOWN} UNION ALL {_WANTED.format('superseded')}{_KNOWN} AND replaced > :known"
    return tuple(
        Lack(
            node=terms.word(node),
            measure=terms.word(measure),
            span=Span(instant(start), instant(end)),
            quality=QUALITIES[quality],
            received=instant(received),
        )
        for node, measure, start, end, quality, received in connection.execute(asked, bound)
    )
