"""A bowling chart of twenty KPIs over years of twelve lines, with figures by day and by shift."""

import statistics
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import islice
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.pages.bowling import BowlingPages
from board.plant.history import PlantHistory
from board.plant.load import load_plant
from board.store.database import Store
from board.store.intake import Changed
from board.store.reader import Reader
from tests.bench.figure import Figure

LINES = 12
BATCH = 4000
SOURCE = "figures"
BY_SHIFT = ("good", "scrap", "rework", "downtime", "planned_busy_time")
BY_DAY = (
    "near_miss", "lost_time", "first_aid", "complaint", "delivered", "due", "energy", "water", "waste", "cost",
    "attended", "absent", "planned_crew", "audit", "changeover", "changes", "wip", "trained", "heat",
)  # fmt: skip
KINDS = {"wip": "level", "trained": "level", "heat": "sample", "changeover": "duration"}
KPIS = {  # formula, better
    "lost-time": ("lost_time", "lower"),
    "near-misses": ("near_miss", "higher"),
    "first-aid": ("first_aid", "lower"),
    "scrap-rate": ("100 * scrap / (good + scrap)", "lower"),
    "rework-rate": ("100 * rework / (good + scrap + rework)", "lower"),
    "complaints": ("1000000 * complaint / good", "lower"),
    "first-pass": ("100 * good / (good + scrap + rework)", "higher"),
    "cost": ("100 * cost / good", "lower"),
    "energy": ("energy / good", "lower"),
    "water": ("water / good", "lower"),
    "waste": ("waste / good", "lower"),
    "delivery": ("100 * delivered / due", "higher"),
    "output": ("good", "higher"),
    "availability": ("100 * (planned_busy_time - downtime) / planned_busy_time", "higher"),
    "changeover": ("changeover / changes", "lower"),
    "stock": ("wip", "lower"),
    "absence": ("100 * absent / planned_crew", "lower"),
    "productivity": ("good / attended", "higher"),
    "trained": ("trained", "higher"),
    "heat": ("heat", "lower"),
}


def write_plant(folder: Path) -> Path:
    """Write a plant of twelve lines and three shifts with twenty KPIs, each with a target."""
    tables = ['[site]\nid = "works"\nname = "Works"\ntimezone = "Europe/London"\nday_starts = "06:00"']
    tables.append('fiscal_year_starts = "April"\n[[area]]\nid = "hall"\nname = "Hall"')
    tables += [f'[[line]]\nid = "line-{one + 1}"\narea = "hall"\nname = "Line {one + 1}"' for one in range(LINES)]
    for name, starts, ends in (("Early", "06:00", "14:00"), ("Late", "14:00", "22:00"), ("Night", "22:00", "06:00")):
        tables.append(f'[[shift]]\nname = "{name}"\nstarts = "{starts}"\nends = "{ends}"')
    for name in BY_DAY:
        tables.append(f'[[measure]]\nid = "{name}"\nname = "{name}"\nkind = "{KINDS.get(name, "count")}"')
    for name, (formula, better) in KPIS.items():
        tables.append(
            f'[[kpi]]\nid = "{name}"\nname = "{name}"\nformula = "{formula}"\nbetter = "{better}"\n'
            "targets = [{ from = 2010-01-01, value = 40 }]"
        )
    tables.append(f'[[letter]]\ncode = "Q"\nname = "Quality"\nkpis = {list(KPIS)}'.replace("'", '"'))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plant.toml").write_text("\n".join(tables) + "\n", encoding="utf-8")
    return folder


def readings(last: date, years: float) -> Iterator[Reading]:
    """Yield each line's figures day by day, oldest first."""
    days = int(365.25 * years)
    for ago in range(days, -1, -1):
        start = datetime.combine(last - timedelta(days=ago), datetime.min.time(), UTC) + timedelta(hours=7)
        for line in range(LINES):
            for place, name in enumerate(BY_DAY):
                yield _reading(line, name, start, 10 + (ago * 7 + line * 3 + place) % 40)
            for hours in (0, 8, 16):
                for place, name in enumerate(BY_SHIFT):
                    yield _reading(line, name, start + timedelta(hours=hours), 30 + (ago * 5 + line + place) % 90)


def _reading(line: int, measure: str, start: datetime, value: int) -> Reading:
    key = f"{line} {measure} {start:%Y%m%d%H}"
    return Reading(
        node=f"line-{line + 1}", measure=measure, start=start, end=start, value=Fraction(value), source=SOURCE, key=key
    )


def fill(database: Path, plant: Path, *, now: datetime, years: float) -> int:
    """Let the store keep years of figures up to yesterday; return how many."""
    definition = load_plant(plant)
    store = Store.open(database, station="bench", zone=definition.site.timezone, now=now)
    kept = 0
    try:
        store.adopt(PlantHistory(versions=((now - timedelta(days=365 * 20), definition),)))
        made = readings(now.date() - timedelta(days=1), years)
        while part := tuple(islice(made, BATCH)):
            kept += len(part)
            store.take(Batch(source=SOURCE, readings=part, watermark=str(kept), seen_at=now), now)
        while store.settle():  # as the board does once nothing more comes
            pass
    finally:
        store.close()
    return kept


def measure(folder: Path, years: float) -> Iterator[Figure]:
    """Yield how fast the bowling chart of the site and of a line is built, the first time and from then on."""
    plant, database = write_plant(folder / "plant"), folder / "board.db"
    now = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
    kept = fill(database, plant, now=now, years=years)
    history = PlantHistory(versions=((now - timedelta(days=365 * 20), load_plant(plant)),))
    told = f"{len(KPIS)} KPIs over {years:g} years ({kept / 1e6:.1f} M figures)"
    for node, name in (("works", f"{LINES} lines"), ("line-1", "a line")):
        reader = Reader.open(database)
        try:
            first = [took_ms(BowlingPages(reader), history, now, node) for _ in range(5)]
            pages = BowlingPages(reader)
            took_ms(pages, history, now, node)
            again = [took_ms(pages, history, now, node) for _ in range(30)]
            today = [Changed(node="line-1", first=now, last=now)]
            changed = []
            for _ in range(30):
                pages.forget(today)
                changed.append(took_ms(pages, history, now, node))
        finally:
            reader.close()
        if node == "works":
            yield Figure(name=f"bowling chart of {name}, the first in a process", value=first[0], unit="ms", most=50)
        yield Figure(name=f"bowling chart of {name}, {told}, anew", value=statistics.median(first), unit="ms", most=50)
        yield Figure(name=f"bowling chart of {name}, {told}", value=statistics.median(again), unit="ms", most=50)
        yield Figure(
            name=f"bowling chart of {name}, after a change", value=statistics.median(changed), unit="ms", most=50
        )


def took_ms(pages: BowlingPages, history: PlantHistory, now: datetime, node: str) -> float:
    """Return how long a chart takes to build."""
    began_s = time.perf_counter()
    pages.chart(node, history, now=now)
    return (time.perf_counter() - began_s) * 1000
