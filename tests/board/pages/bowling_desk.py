"""A plant of three lines with a fiscal year from April, and a desk that takes figures of any day."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.pages.bowling import BowlingPages
from board.plant.history import PlantHistory
from board.plant.plant import (
    Area,
    Better,
    DayOff,
    Kpi,
    Letter,
    Line,
    Measure,
    MeasureKind,
    OverNodes,
    Plant,
    Shift,
    Site,
    SourceSpec,
    Target,
)
from board.store.database import Store
from board.store.reader import Reader
from board.views.bowling import Bowling, BowlingRow, MonthCell

WEEKDAYS = frozenset(range(5))
APRIL = date(2026, 4, 1)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SINCE = datetime(2020, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def target(value: str | int, *nodes: str, since: date = APRIL, watch: str | None = None) -> Target:
    """Return a target that is in force from a day."""
    width = None if watch is None else Fraction(watch)
    return Target(valid_from=since, value=Fraction(value), nodes=frozenset(nodes), watch=width)


def kpi(name: str, formula: str, *targets: Target, better: Better = Better.LOWER, **more: object) -> Kpi:
    """Return a KPI."""
    plain = Kpi(id=name, name=name.title(), unit="", better=better, formula=formula, targets=targets)
    return replace(plain, **more)  # type: ignore[arg-type]


def measure(name: str, kind: MeasureKind = MeasureKind.COUNT, *, daily: bool = True) -> Measure:
    """Return a measure."""
    return Measure(id=name, name=name.title(), kind=kind, unit="", daily=daily)


SCRAP = kpi("scrap", "100 * scrap / (good + scrap)", target(2))
PLANT = Plant(
    site=Site(id="site", name="Site", timezone="Europe/London", day_starts=time(6), fiscal_year_starts=4),
    areas=(Area(id="hall", name="Hall"), Area(id="yard", name="Yard")),
    lines=(
        Line(id="a", name="A", area="hall"),
        Line(id="b", name="B", area="hall"),
        Line(id="c", name="C", area="yard"),
    ),
    shifts=(Shift(name="Early", starts=time(6), ends=time(14), days=WEEKDAYS),),
    days_off=(DayOff(first=date(2026, 8, 1), last=date(2026, 8, 31), name="Holidays"),),
    kpis=(SCRAP,),
    letters=(Letter(code="Q", name="Quality", kpis=("scrap",)),),
    measures=(
        *(measure(name) for name in ("good", "scrap", "near_miss", "lost_time", "trained", "complaints")),
        measure("wip", MeasureKind.LEVEL),
        replace(measure("heat", MeasureKind.SAMPLE), over_nodes=OverNodes.MEAN),
        measure("hours", MeasureKind.DURATION, daily=False),
    ),
    sources=(SourceSpec(id="machine", kind="csv", settings={}),),
)


def plant_with(*kpis: Kpi, **changed: object) -> Plant:
    """Return the plant with other KPIs, the first of them in its letter."""
    letters = (Letter(code="Q", name="Quality", kpis=(kpis[0].id,)),) if kpis else ()
    return replace(PLANT, kpis=kpis, letters=letters, **changed)  # type: ignore[arg-type]


def weekdays(month: date) -> list[date]:
    """Return the days of a month from Monday to Friday."""
    days = [month + DAY * step for step in range(31)]
    return [day for day in days if day.month == month.month and day.weekday() < 5]


class BowlingDesk:
    """Daily figures go in, bowling charts come out."""

    def __init__(self, path: Path, plant: Plant, since: datetime) -> None:
        self.history = PlantHistory(((since, plant),))
        self.store = Store.open(path, station="desk", zone="Europe/London", now=NOW)
        self.store.adopt(self.history)
        self.reader = Reader.open(path)
        self.pages = BowlingPages(self.reader)
        self._number = 0
        self._readings: list[Reading] = []

    def note(self, node: str, day: date, *, key: str | None = None, hour: int = 10, **values: int) -> None:
        """Write figures of a node's day down; `hand_in` gives them to the store."""
        self.note_parts(node, day, {name: Fraction(value) for name, value in values.items()}, hour=hour, key=key)

    def note_parts(
        self,
        node: str,
        day: date,
        values: Mapping[str, Fraction],
        *,
        hour: int = 10,
        key: str | None = None,
        product: str | None = None,
    ) -> None:
        """Write figures of a node's day down, of a product."""
        start = datetime.combine(day, time(hour), UTC)
        for name, value in values.items():
            self._number += 1
            self._readings.append(
                Reading(
                    node=node,
                    measure=name,
                    start=start,
                    end=start,
                    value=value,
                    product=product,
                    source="machine",
                    key=f"{key}:{name}" if key else str(self._number),
                )
            )

    def hand_in(self, received: datetime | None = None) -> None:
        """Give the store all that was written down."""
        heard = received or max(
            NOW - 3 * DAY, max((one.end for one in self._readings), default=NOW) + timedelta(minutes=1)
        )
        batch = Batch(source="machine", readings=tuple(self._readings), watermark=str(self._number), seen_at=heard)
        self._readings = []
        self.pages.forget(self.store.take(batch, heard))

    def enter(
        self, node: str, day: date, *, received: datetime | None = None, key: str | None = None, **values: int
    ) -> None:
        """Take figures of a node's day at once."""
        self.note(node, day, key=key, **values)
        self.hand_in(received)

    def every_day(self, node: str, month: date, **values: int) -> None:
        """Take the same figures on every weekday of a month."""
        for day in weekdays(month):
            self.note(node, day, key=None, **values)
        self.hand_in()

    def adopt(self, plant: Plant, since: datetime) -> None:
        """Take up another plant from a moment on."""
        self.history = self.history.with_version(since, plant)
        self.store.adopt(self.history)

    def chart(
        self, node: str = "a", *, now: datetime = NOW, known_at: datetime | None = None, year: date | None = None
    ) -> Bowling:
        """Return the chart of a node."""
        return self.pages.chart(node, self.history, now=now, known_at=known_at, year=year)

    def row(self, name: str = "scrap", node: str = "a", *, now: datetime = NOW, year: date | None = None) -> BowlingRow:
        """Return one row of it."""
        return next(row for row in self.chart(node, now=now, year=year).rows if row.kpi == name)

    def cells(self, name: str = "scrap", node: str = "a", *, now: datetime = NOW) -> dict[int, MonthCell]:
        """Return a row's months by number."""
        return {cell.month.month: cell for cell in self.row(name, node, now=now).cells}


@contextmanager
def bowling_desk(path: Path, plant: Plant = PLANT, *, since: datetime = SINCE) -> Iterator[BowlingDesk]:
    """Open a desk over a fresh database and close it again; the plant is in force from `since`."""
    found = BowlingDesk(path, plant, since)
    try:
        yield found
    finally:
        found.reader.close()
        found.store.close()
