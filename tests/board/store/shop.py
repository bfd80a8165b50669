"""A small plant, a store over it and short ways to put things in, for the tests of the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path

from board.journal.identity import new_id
from board.journal.intention import DetailMiss, EnterCount, LogMiss, ReviewInterval, Undo
from board.kpi.reading import Batch, Reading
from board.plant.history import PlantHistory
from board.plant.plant import Area, Break, Line, Measure, MeasureKind, Plant, Shift, Site
from board.plant.span import Span
from board.store.connect import Access
from board.store.database import Store
from board.store.reader import Reader
from board.store.room import Limits

DAY = datetime(2026, 3, 2, tzinfo=UTC)  # a Monday; London is on UTC
NO_LIMITS = Limits(low=0, readings=0, taps=0, ballast=0)

PLANT = Plant(
    site=Site(id="works", name="Works", timezone="Europe/London", day_starts=time(6)),
    areas=(Area(id="hall", name="Hall"),),
    lines=(Line(id="line", name="Line", area="hall"), Line(id="other", name="Other", area="hall")),
    shifts=(
        Shift(
            name="Early",
            starts=time(6),
            ends=time(14),
            breaks=(Break(starts=time(9), length=timedelta(minutes=30)),),
        ),
        Shift(name="Late", starts=time(14), ends=time(22)),
        Shift(name="Night", starts=time(22), ends=time(6)),
    ),
    measures=(
        Measure(id="temperature", name="Temperature", kind=MeasureKind.SAMPLE, unit="C"),
        Measure(id="stock", name="Stock", kind=MeasureKind.LEVEL, unit="parts"),
    ),
)
HISTORY = PlantHistory(((datetime(2020, 1, 1, tzinfo=UTC), PLANT),))


def at(hour: int, minute: int = 0, second: int = 0, *, day: int = 0) -> datetime:
    """Return a time of the first day, or of one after it."""
    return DAY + timedelta(days=day, hours=hour, minutes=minute, seconds=second)


def span(first: int, last: int) -> Span:
    """Return a span in hours of the first day."""
    return Span(at(first), at(last))


def reading(key: str, start: datetime, value: Fraction | int | None, **more: object) -> Reading:
    """Return a reading of good parts at an instant on the line, or whatever else is said."""
    fields: dict[str, object] = {
        "node": "line",
        "measure": "good",
        "start": start,
        "end": start,
        "value": None if value is None else Fraction(value),
        "source": "machine",
        "key": key,
        "unit": "parts",
    }
    return Reading(**(fields | more))  # type: ignore[arg-type]


def batch(*readings: Reading, seen: datetime | None = None, **more: object) -> Batch:
    """Return a batch of the machine, which answered when the last of its readings was over."""
    seen = seen or max((DAY, *(reading.observed_at or reading.end for reading in readings)))
    fields = {"source": "machine", "readings": readings, "watermark": f"{len(readings)}", "seen_at": seen}
    return Batch(**(fields | more))  # type: ignore[arg-type]


def miss(interval: Span, quantity: int = 10, *, now: datetime = DAY, **more: object) -> LogMiss:
    """Return a miss on the line."""
    fields = {"id": new_id(now), "node": "line", "interval": interval, "reason": "labeller", "quantity": quantity}
    return LogMiss(**(fields | more))  # type: ignore[arg-type]


def count(interval: Span, quantity: int, *, measure: str = "good") -> EnterCount:
    """Return a count typed at the line."""
    return EnterCount(id=new_id(DAY), node="line", interval=interval, measure=measure, quantity=quantity)


def undo(subject: str) -> Undo:
    """Return an undo at the line."""
    return Undo(id=new_id(DAY), node="line", subject=subject)


def detail(subject: str, **more: object) -> DetailMiss:
    """Return details of a miss."""
    return replace(DetailMiss(id=new_id(DAY), node="line", subject=subject), **more)  # type: ignore[arg-type]


def review(interval: Span) -> ReviewInterval:
    """Return a review by a leader."""
    return ReviewInterval(id=new_id(DAY), node="line", interval=interval, actor="p1")


def open_store(path: Path, *, now: datetime = DAY, access: Access | None = None, limits: Limits = NO_LIMITS) -> Store:
    """Open a store of the shop without a plant."""
    return Store.open(path, station="station-1", zone="Europe/London", now=now, access=access, limits=limits)


@contextmanager
def shop(path: Path, *, history: PlantHistory | None = HISTORY) -> Iterator[tuple[Store, Reader]]:
    """Open a store with the shop's plant and a reader beside it."""
    store = open_store(path)
    try:
        if history is not None:
            store.adopt(history)
        reader = Reader.open(path)
        try:
            yield store, reader
        finally:
            reader.close()
    finally:
        store.close()
