"""Today's board over ten years of twelve lines; the store itself takes the history in, quarter hour by quarter hour."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import islice
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.pages.sicb import SicbPages
from board.plant.history import PlantHistory
from board.plant.load import load_plant
from board.store.database import Store
from board.store.reader import Reader
from tests.bench import year
from tests.bench.figure import Figure
from tests.bench.plan import Plan

LINES = 12
BATCH = 2000
SOURCE = "history"
SITE = """
[site]
id = "works"
name = "Works"
timezone = "Europe/London"
day_starts = "06:00"

[[area]]
id = "hall"
name = "Hall"

[[reason]]
group = "Breakdown"
code = "jam"
name = "Jam"
"""
LINE = """
[[line]]
id = "line-{number}"
area = "hall"
name = "Line {number}"
interval = "2h"
rate = 1200
best_rate = 1320
"""
SHIFT = """
[[shift]]
name = "{name}"
starts = "{starts}"
ends = "{ends}"
breaks = ["{breaks} 30 min"]
"""
SHIFTS = (
    ("Early", "06:00", "14:00", "10:00"),
    ("Late", "14:00", "22:00", "18:00"),
    ("Night", "22:00", "06:00", "02:00"),
)


def write_plant(folder: Path) -> Path:
    """Write a plant of twelve lines that run around the clock."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(LINE.format(number=number + 1) for number in range(LINES))
    shifts = "".join(SHIFT.format(name=a, starts=b, ends=c, breaks=d) for a, b, c, d in SHIFTS)
    (folder / "plant.toml").write_text(SITE + lines + shifts, encoding="utf-8")
    return folder


def readings(until: datetime, years: float, every: timedelta) -> Iterator[Reading]:
    """Yield what twelve lines made in each stretch of time up to `until`, oldest first."""
    stretches = int(timedelta(days=365.25 * years) / every)
    for place in range(stretches, 0, -1):
        start = until - place * every
        for number in range(LINES):
            made = 240 + (place * 31 + number * 17) % 90  # 240 to 329: now under plan, now over it
            yield Reading(
                node=f"line-{number + 1}",
                measure="good",
                start=start,
                end=start + every,
                value=Fraction(made),
                source=SOURCE,
                key=f"{number} {place}",
            )


def fill(database: Path, plant: Path, *, now: datetime, years: float, every: timedelta) -> int:
    """Let the store keep a history that ends now; return the number of readings."""
    definition = load_plant(plant)
    store = Store.open(database, station="bench", zone=definition.site.timezone, now=now)
    kept = 0
    try:
        store.adopt(PlantHistory(versions=((now, definition),)))
        made = readings(now, years, every)
        while part := tuple(islice(made, BATCH)):
            kept += len(part)
            store.take(Batch(source=SOURCE, readings=part, watermark=str(kept), seen_at=now), now)
    finally:
        store.close()
    return kept


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield how fast the store takes a history in and how fast today's boards are built over it."""
    folder = plan.folder / "history"
    plant, database = write_plant(folder / "plant"), folder / "board.db"
    now = datetime.now(UTC).replace(minute=10, second=0, microsecond=0)
    began_s = time.monotonic()
    kept = fill(database, plant, now=now, years=plan.years, every=timedelta(minutes=plan.every_min))
    yield Figure(name=f"import of {kept / 1e6:.1f} M readings", value=time.monotonic() - began_s, unit="s")
    yield Figure(name="size of that database", value=database.stat().st_size / 2**20, unit="MiB")
    history = PlantHistory(versions=((now, load_plant(plant)),))
    reader = Reader.open(database)
    try:
        one = [_took_ms(lambda: SicbPages(reader).line("line-1", history, now=now)) for _ in range(30)]
        all_lines = [_took_ms(lambda: SicbPages(reader).lines("works", history, now=now)) for _ in range(30)]
        pages = SicbPages(reader)
        again = [_took_ms(lambda: pages.line("line-1", history, now=now)) for _ in range(30)]
    finally:
        reader.close()
    years = f"over {plan.years:g} years"
    yield Figure(name=f"today's board of a line {years}, anew", value=statistics.median(one), unit="ms")
    yield Figure(name=f"today's board of a line {years}", value=statistics.median(again), unit="ms", most=5)
    yield Figure(name=f"today's board of {LINES} lines {years}", value=statistics.median(all_lines), unit="ms")
    yield from year.measure(plan.folder / "year", plan.years)


def _took_ms(work: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    work()
    return (time.perf_counter() - began_s) * 1000
