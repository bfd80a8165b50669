"""A reading as it lies in its table, and back."""

from datetime import timedelta
from typing import NamedTuple

from board.journal.clean import clean_key, plausible, usable
from board.journal.clock import instant, microseconds
from board.kpi.reading import Quality, Reading
from board.store.number import Stored, from_stored, to_stored
from board.store.term import Terms

QUALITIES = (Quality.GOOD, Quality.UNCERTAIN, Quality.BAD, Quality.MISSING, Quality.WITHDRAWN, Quality.MISSING)
"""By number. What forms before the seventh kept as missing, with the number 3, may have been taken back as well."""
NUMBERS = {quality: number for number, quality in enumerate(QUALITIES)}
HOUR_US = 3_600_000_000
REACHES = (0, HOUR_US // 4, HOUR_US, 4 * HOUR_US, 26 * HOUR_US, 400 * 24 * HOUR_US)  # longest of each class
LONGEST = timedelta(microseconds=REACHES[-1])
JOURNAL = "journal"  # the source of what is typed at the board
WHOLE_DAY = "journal of days"  # and of what is typed for a whole day: it tells nothing of intervals
TYPED = (JOURNAL, WHOLE_DAY)


class Row(NamedTuple):
    """The columns of the table `reading`, in their order; texts are numbers of terms."""

    node: int
    start: int
    measure: int
    source: int
    key: str
    end: int
    value: Stored
    unit: int
    reason: int
    product: int
    job: int
    quality: int
    final: int
    observations: int
    observed: int
    received: int
    revision: int
    reach: int


COLUMNS = ", ".join(f'"{name}"' for name in Row._fields)
PLACES = ", ".join("?" * len(Row._fields))


def objection(reading: Reading) -> str | None:
    """Return why a reading cannot be kept at all, in words, or None."""
    if reading.source in TYPED:
        return f"the source's name {reading.source!r} is kept for what people type"
    if not reading.node or not reading.measure or not reading.key:
        return "it names no node, no measure or no key"
    if not plausible(reading.start) or not plausible(reading.end):
        return f"its time {reading.start} is not between 1990 and 2200 with a zone"
    if not timedelta() <= reading.end - reading.start <= LONGEST:
        return f"it lasts from {reading.start} to {reading.end}; a reading lasts from no time to 400 days"
    return None


def _reach(length: int) -> int:
    return next(number for number, longest in enumerate(REACHES) if length <= longest)


def to_row(reading: Reading, terms: Terms, received: int, *, seen: int | None = None) -> Row:
    """Return the row of a first revision; a value that cannot be meant becomes missing with quality BAD.

    `seen` is when its source answered: nothing was observed after that, however far ahead its time reaches.
    """
    start = microseconds(reading.start)
    end = start if reading.end is reading.start else microseconds(reading.end)
    value, quality = reading.value, reading.quality
    if value is not None and not usable(value):
        value, quality = None, Quality.BAD
    elif value is None and quality in {Quality.GOOD, Quality.UNCERTAIN}:
        quality = Quality.MISSING
    elif quality not in {Quality.GOOD, Quality.UNCERTAIN}:
        value = None
    told = reading.observed_at
    observed = end if told is None or not plausible(told) else microseconds(told)
    keep = terms.keep
    key = reading.key
    return Row(
        keep(reading.node),
        start,
        keep(reading.measure),
        keep(reading.source),
        key if key.isprintable() and len(key) <= 200 else clean_key(key),
        end,
        to_stored(value),
        keep(reading.unit),
        keep(reading.reason),
        keep(reading.product),
        keep(reading.order),
        NUMBERS[quality],
        1 if reading.final else 0,
        min(max(1, reading.observations), 1_000_000_000),
        observed if seen is None else min(observed, seen),
        received,
        1,
        0 if end == start else _reach(end - start),
    )


def to_reading(row: Row, terms: Terms) -> Reading:
    """Return the reading that lies in a row."""
    return Reading(
        node=terms.word(row.node),
        measure=terms.word(row.measure),
        start=instant(row.start),
        end=instant(row.end),
        value=from_stored(row.value),
        source=terms.word(row.source),
        key=row.key,
        unit=terms.word(row.unit),
        reason=terms.text(row.reason),
        product=terms.text(row.product),
        order=terms.text(row.job),
        quality=QUALITIES[row.quality],
        final=bool(row.final),
        observations=row.observations,
        observed_at=instant(row.observed),
        revision=row.revision,
        received_at=instant(row.received),
    )
