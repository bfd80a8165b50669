"""A plant of one line for the page tests, a store with whatever a test puts into it, and a clock by the wall."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path

from board.journal.identity import new_id
from board.journal.intention import EnterCount, LogMiss, ReviewInterval
from board.kpi.reading import Batch, Reading
from board.pages.sicb import SicbPages
from board.plant.history import PlantHistory
from board.plant.plant import Area, Break, Line, Person, Plant, Reason, Role, Shift, Site, SourceSpec
from board.plant.span import Span
from board.store.database import Store
from board.store.reader import Reader
from board.views.sicb import Sicb, SicbLines

EARLY = Shift(
    name="Early",
    starts=time(6),
    ends=time(14),
    breaks=(Break(starts=time(9), length=timedelta(minutes=15)), Break(starts=time(11), length=timedelta(minutes=30))),
)
LATE = Shift(name="Late", starts=time(14), ends=time(22))


def utc(hour: int, minute: int = 0, *, day: int = 20, second: int = 0) -> datetime:
    """Return a time of November 2026, when London is on UTC."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=UTC)


def span(first_hour: int, last_hour: int) -> Span:
    """Return a span of 20 November 2026."""
    return Span(utc(first_hour), utc(last_hour))


def one_line(**changed: object) -> Plant:
    """Return a plant whose line makes 100 parts an hour in intervals of two hours, and 120 at best."""
    settings: dict[str, object] = {
        "site": Site(id="site", name="Site", timezone="Europe/London", day_starts=time(6)),
        "areas": (Area(id="hall", name="Hall"),),
        "lines": (Line(id="line", name="Line", area="hall", rate=Fraction(100), best_rate=Fraction(120)),),
        "shifts": (EARLY, LATE),
        "reasons": tuple(
            Reason(code=code, name=code.title(), group="Stop", icon=code) for code in ("labeller", "filler", "other")
        ),
        "people": (Person(id="p1", name="R. Patel", role=Role.LEADER),),
        "sources": (SourceSpec(id="machine", kind="csv", settings={}),),
    }
    return Plant(**(settings | changed))  # type: ignore[arg-type]


class Desk:
    """Readings and touches go in, boards come out."""

    def __init__(self, path: Path, plant: Plant) -> None:
        self.plant = plant
        self.history = PlantHistory(((datetime(2020, 1, 1, tzinfo=UTC), plant),))
        self.path = path
        self.store = Store.open(path, station="desk", zone="Europe/London", now=utc(5))
        self.store.adopt(self.history)
        self.reader = Reader.open(path)
        self.pages = SicbPages(self.reader)
        self._number = 0

    def made(
        self,
        at: datetime,
        good: int | Fraction | None,
        *,
        until: datetime | None = None,
        measure: str = "good",
        key: str | None = None,
        received: datetime | None = None,
        complete_through: datetime | None = None,
        **more: object,
    ) -> None:
        """Take one reading of the line."""
        self._number += 1
        reading = Reading(
            node="line",
            measure=measure,
            start=at,
            end=until or at,
            value=None if good is None else Fraction(good),
            source="machine",
            key=key or str(self._number),
            **more,  # type: ignore[arg-type]
        )
        self.take(reading, received=received or until or at, complete_through=complete_through)

    def take(self, *readings: Reading, received: datetime, complete_through: datetime | None = None) -> None:
        """Take readings as one batch."""
        self.pages.forget(
            self.store.take(
                Batch(
                    source="machine",
                    readings=readings,
                    watermark=str(self._number),
                    seen_at=max(received, complete_through or received),
                    complete_through=complete_through,
                ),
                received,
            )
        )

    def miss(self, interval: Span, quantity: int, reason: str = "labeller", *, at: datetime | None = None) -> str:
        """Log a miss and return its id."""
        touched = at or interval.end
        entry = self.store.keep(
            LogMiss(id=new_id(touched), node="line", interval=interval, reason=reason, quantity=quantity, minutes=11),
            touched,
        )
        self.pages = SicbPages(self.reader)
        return entry.id

    def typed(self, interval: Span, quantity: int, *, at: datetime) -> None:
        """Type a count on the number pad."""
        self.store.keep(
            EnterCount(id=new_id(at), node="line", interval=interval, measure="good", quantity=quantity), at
        )
        self.pages = SicbPages(self.reader)

    def review(self, interval: Span, *, at: datetime) -> None:
        """Stamp an interval as R. Patel."""
        self.store.keep(ReviewInterval(id=new_id(at), node="line", interval=interval, actor="p1"), at)

    def board(self, now: datetime, *, shift: str | None = None, known_at: datetime | None = None) -> Sicb:
        """Return the line's board."""
        return self.pages.line("line", self.history, now=now, shift=shift, known_at=known_at)

    def lines(self, now: datetime) -> SicbLines:
        """Return the site's board."""
        return self.pages.lines("site", self.history, now=now)


@contextmanager
def desk(path: Path, plant: Plant | None = None) -> Iterator[Desk]:
    """Open a desk over a fresh database and close it again."""
    found = Desk(path, plant or one_line())
    try:
        yield found
    finally:
        found.reader.close()
        found.store.close()
