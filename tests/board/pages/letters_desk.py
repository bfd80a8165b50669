"""A plant of three lines with letters, and a desk that takes their daily figures, for the tests of the letters."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.pages.letter import LetterPages
from board.pages.sqcdp import SqcdpPages
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
    Plant,
    Rung,
    Shift,
    Site,
    SourceSpec,
    Target,
)
from board.store.database import Store
from board.store.intake import Changed
from board.store.reader import Reader
from board.views.letter import LetterPage
from board.views.sqcdp import LetterView, Sqcdp

WEEKDAYS = frozenset(range(5))
SINCE = date(2026, 1, 1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def target(value: str, *nodes: str, since: date = SINCE) -> Target:
    """Return a target that is in force from a day."""
    return Target(valid_from=since, value=Fraction(value), nodes=frozenset(nodes))


SCRAP = Kpi(
    id="scrap",
    name="Scrap",
    unit="%",
    better=Better.LOWER,
    formula="100 * scrap / (good + scrap)",
    targets=(target("2"),),
)
COST = Kpi(id="cost", name="Cost", unit="p", better=Better.LOWER, formula="cost / good", targets=(target("40"),))
PLANT = Plant(
    site=Site(id="site", name="Site", timezone="Europe/London", day_starts=time(6)),
    areas=(Area(id="hall", name="Hall"), Area(id="yard", name="Yard")),
    lines=(
        Line(id="a", name="A", area="hall"),
        Line(id="b", name="B", area="hall"),
        Line(id="c", name="C", area="yard"),
    ),
    shifts=(
        Shift(name="Early", starts=time(6), ends=time(14), days=WEEKDAYS),
        Shift(name="Night", starts=time(22), ends=time(6), days=WEEKDAYS),
    ),
    days_off=(DayOff(first=date(2026, 11, 11), last=date(2026, 11, 11), name="Fair"),),
    kpis=(SCRAP, COST),
    letters=(
        Letter(code="Q", name="Quality", kpis=("scrap",)),
        Letter(code="C", name="Cost", kpis=("cost", "scrap")),
        Letter(
            code="S",
            name="Safety",
            shape="cross",
            ladder=(
                Rung(measure="near_miss", judged="good"),
                Rung(measure="first_aid", judged="watch"),
                Rung(measure="lost_time", judged="miss", accident=True),
            ),
        ),
    ),
    measures=(
        Measure(id="good", name="Good", kind=MeasureKind.COUNT, unit="parts"),
        Measure(id="scrap", name="Scrap", kind=MeasureKind.COUNT, unit="parts"),
        Measure(id="cost", name="Cost", kind=MeasureKind.AMOUNT, unit="p"),
        *(
            Measure(id=name, name=name, kind=MeasureKind.COUNT, unit="")
            for name in ("near_miss", "first_aid", "lost_time")
        ),
    ),
    sources=(SourceSpec(id="machine", kind="csv", settings={}),),
)


def utc(day: int, hour: int = 12, *, month: int = 11) -> datetime:
    """Return a time of November 2026, when London is on UTC."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


def of_november(day: int) -> date:
    """Return a day of that month."""
    return date(2026, 11, day)


class LettersDesk:
    """Daily figures go in, boards of letters come out."""

    def __init__(self, path: Path, plant: Plant, began: datetime = LONG_AGO) -> None:
        self.history = PlantHistory(((began, plant),))
        self.store = Store.open(path, station="desk", zone="Europe/London", now=utc(1))
        self.store.adopt(self.history)
        self.reader = Reader.open(path)
        self.pages = SqcdpPages(self.reader)
        self.letters = LetterPages(self.reader, self.pages)
        self._number = 0

    def enter(
        self,
        node: str,
        day: int,
        *,
        hour: int = 10,
        month: int = 11,
        received: datetime | None = None,
        key: str | None = None,
        **values: int | str,
    ) -> None:
        """Take figures of a node's day, as at an hour of it."""
        self._take(node, utc(day, hour, month=month), values, (None, None, None), received=received, key=key)

    def tell(
        self,
        node: str,
        day: int,
        reason: str | None = None,
        product: str | None = None,
        order: str | None = None,
        *,
        hour: int = 10,
        month: int = 11,
        **values: int | str,
    ) -> None:
        """Take figures of a node's day for a reason, or for a product and an order."""
        self._take(node, utc(day, hour, month=month), values, (reason, product, order))

    def _take(
        self,
        node: str,
        start: datetime,
        values: Mapping[str, int | str],
        of: tuple[str | None, str | None, str | None],
        *,
        received: datetime | None = None,
        key: str | None = None,
    ) -> None:
        readings = []
        for measure, value in values.items():
            self._number += 1
            readings.append(
                Reading(
                    node=node,
                    measure=measure,
                    start=start,
                    end=start,
                    value=Fraction(value),
                    source="machine",
                    key=f"{key}:{measure}" if key else str(self._number),
                    reason=of[0],
                    product=of[1],
                    order=of[2],
                )
            )
        heard = received or start + timedelta(minutes=1)
        batch = Batch(source="machine", readings=tuple(readings), watermark=str(self._number), seen_at=heard)
        self.letters.forget(self.store.take(batch, heard))  # which tells the pages it shares its days with

    def hear(self, day: int) -> None:
        """Hear that something was typed for a day, as the pages do from the writer."""
        changed = tuple(Changed(line, utc(day, 6), utc(day + 1, 5)) for line in ("a", "b", "c"))
        self.letters.forget(changed)

    def adopt(self, plant: Plant, since: datetime) -> None:
        """Take up another plant from a moment on."""
        self.history = self.history.with_version(since, plant)
        self.store.adopt(self.history)

    def board(self, now: datetime, node: str = "a", *, known_at: datetime | None = None) -> Sqcdp:
        """Return the board of a node."""
        return self.pages.board(node, self.history, now=now, known_at=known_at)

    def letter(self, now: datetime, code: str, node: str = "a", *, known_at: datetime | None = None) -> LetterView:
        """Return one letter of a node."""
        return next(one for one in self.board(now, node, known_at=known_at).letters if one.code == code)

    def page(
        self,
        now: datetime,
        code: str = "Q",
        node: str = "a",
        *,
        day: date | None = None,
        month: date | None = None,
        known_at: datetime | None = None,
        kpi: str | None = None,
    ) -> LetterPage:
        """Return the page of one letter of a node."""
        return self.letters.page(node, code, self.history, now=now, known_at=known_at, day=day, month=month, kpi=kpi)


@contextmanager
def letters_desk(path: Path, plant: Plant | None = None, *, began: datetime = LONG_AGO) -> Iterator[LettersDesk]:
    """Open a desk over a fresh database and close it again; the plant is in force since it `began`."""
    found = LettersDesk(path, plant or PLANT, began)
    try:
        yield found
    finally:
        found.reader.close()
        found.store.close()


def with_letter(code: str, **changed: object) -> Plant:
    """Return the plant with one of its letters changed."""
    letters = tuple(
        replace(letter, **changed) if letter.code == code else letter  # type: ignore[arg-type]
        for letter in PLANT.letters
    )
    return replace(PLANT, letters=letters)
