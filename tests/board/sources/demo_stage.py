"""A demo that is asked as a board would ask it, and what its readings come to."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.plant.calendar import production_day
from board.plant.load import load_plant
from board.plant.plant import Plant, SourceSpec
from board.plant.span import Span
from board.sources.contract import SourceContext
from board.sources.demo import Demo

PLANT = load_plant(Path(__file__).parents[3] / "assets" / "plants" / "demo")
(SPEC,) = PLANT.sources
NOW = datetime(2026, 11, 20, 11, 42, 36, tzinfo=UTC)
MACHINES = frozenset(line.id for line in PLANT.lines if not line.counted_by_hand)
Sums = dict[tuple[str, date, str, str | None], Fraction]  # line, production day, measure, reason


def demo(**settings: object) -> Demo:
    """Return the demo of its plant with some of its settings changed."""
    return demo_of(PLANT, **settings)


def demo_of(plant: Plant, /, **settings: object) -> Demo:
    """Return the demo of another plant."""
    return Demo(SourceSpec(id="demo", kind="demo", settings={**SPEC.settings, **settings}), SourceContext.of(plant))


def look(now: datetime, watermark: str | None = None, /, **settings: object) -> list[Batch]:
    """Return all that one look gives, and those that it asks for at once after it."""
    source = demo(**({"history_months": 0} | settings))
    batches: list[Batch] = []
    while True:
        batches += source.read(watermark, now)
        watermark = batches[-1].watermark
        if batches[-1].progress in (None, 1):
            return batches


def by_key(batches: Iterable[Batch]) -> dict[str, Reading]:
    """Return readings by key; none comes twice."""
    readings = [reading for batch in batches for reading in batch.readings]
    assert len({reading.key for reading in readings}) == len(readings)
    return {reading.key: reading for reading in readings}


def sums_of(readings: Iterable[Reading]) -> Sums:
    """Return what readings come to by line, production day, measure and reason."""
    sums: Sums = defaultdict(Fraction)
    days: dict[tuple[str, datetime], date] = {}
    for reading in readings:
        place = (reading.node, reading.start)
        if place not in days:
            days[place] = production_day(PLANT, reading.start, reading.node)
        sums[reading.node, days[place], reading.measure, reading.reason] += reading.value or 0
    return dict(sums)


def good(readings: Iterable[Reading], line: str, span: Span) -> Fraction:
    """Return the good parts of a line in a span."""
    made = (r.value or Fraction(0) for r in readings if (r.node, r.measure) == (line, "good") and span.holds(r.start))
    return sum(made, Fraction(0))


def lived(start: datetime, now: datetime, steps: Iterable[timedelta], /, **settings: object) -> list[Batch]:
    """Return what a board hears that was opened at a time and looks again after each step until now."""
    at = start
    batches = look(at, **settings)
    for step in steps:
        at = min(at + step, now)
        batches += look(at, batches[-1].watermark, **settings)
        if at == now:
            break
    return batches
