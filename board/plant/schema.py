"""The tables of a plant file, one model each: which keys they have and how each is spelt."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, PlainValidator

from board.plant import spelling
from board.plant.plant import (
    Action,
    Area,
    Break,
    DayOff,
    Letter,
    Line,
    Measure,
    MeasureKind,
    OverNodes,
    Person,
    PlannedRun,
    Rate,
    Reason,
    Role,
    Rung,
    RunKind,
    Shift,
    Site,
    SourceSpec,
)
from board.plant.schema_kpi import KpiTable
from board.plant.table import (
    AboveZero,
    Clock,
    Day,
    Duration,
    Ident,
    Label,
    Moment,
    Several,
    Table,
    WholeAboveZero,
    Words,
)
from board.plant.wall import instant_of


class SiteTable(Table):
    """The `[site]` table."""

    id: Ident
    name: Label
    timezone: Annotated[str, PlainValidator(spelling.zone)]
    day_starts: Clock = time(0, 0)
    fiscal_year_starts: Annotated[int, PlainValidator(spelling.month)] = 1
    language: Annotated[str, PlainValidator(spelling.language)] = "en"
    alarm_after_misses: WholeAboveZero = 3

    def value(self) -> Site:
        """Return the site."""
        return Site(**dict(self))


class AreaTable(Table):
    """An `[[area]]` table."""

    id: Ident
    name: Label

    def value(self) -> Area:
        """Return the area."""
        return Area(**dict(self))


class LineTable(Table):
    """A `[[line]]` table."""

    id: Ident
    name: Label
    area: Ident
    unit: Label = "parts"
    interval: Annotated[timedelta, PlainValidator(spelling.interval)] = timedelta(hours=2)
    rate: AboveZero | None = None
    best_rate: AboveZero | None = None
    counted_by_hand: bool = False

    def value(self) -> Line:
        """Return the line."""
        return Line(**dict(self))


class ShiftTable(Table):
    """A `[[shift]]` table; `days` are the production days on which it starts."""

    name: Label
    starts: Clock
    ends: Clock
    days: Annotated[frozenset[int], PlainValidator(spelling.weekdays)] = frozenset(range(7))
    breaks: Several[Annotated[Break, PlainValidator(spelling.pause)]] = ()
    lines: Several[Ident] = ()

    def value(self) -> Shift:
        """Return the shift."""
        return Shift(**(dict(self) | {"lines": frozenset(self.lines)}))


class RateTable(Table):
    """A `[[rate]]` table: units per hour of all stations together, or the cycle of one of them."""

    line: Ident
    product: Label | None = None
    shift: Label | None = None
    per_hour: AboveZero | None = None
    cycle: Annotated[Fraction, PlainValidator(spelling.seconds)] | None = None
    stations: WholeAboveZero = 1

    def value(self) -> Rate:
        """Return the rate in units per hour, exactly."""
        per_hour = self.per_hour or self.stations * 3600 / (self.cycle or Fraction(3600))
        return Rate(line=self.line, product=self.product, shift=self.shift, per_hour=per_hour, stations=self.stations)


class DayOffTable(Table):
    """A `[[day_off]]` table: from `first` to `last` inclusive; without `last` it is one day."""

    name: Label
    first: Day
    last: Day | None = None
    lines: Several[Ident] = ()

    def value(self) -> DayOff:
        """Return the days off."""
        return DayOff(first=self.first, last=self.last or self.first, name=self.name, lines=frozenset(self.lines))


class RunTable(Table):
    """A `[[run]]` table; times without an offset are the site's wall time."""

    line: Ident
    starts: Moment
    ends: Moment | None = None
    product: Label | None = None
    order: Label | None = None
    rate: AboveZero | None = None
    quantity: WholeAboveZero | None = None
    crew: WholeAboveZero | None = None
    kind: Literal["production", "changeover"] = "production"

    def value(self, zone: ZoneInfo) -> PlannedRun:
        """Return the planned run, in UTC."""
        return PlannedRun(
            node=self.line,
            start=in_utc(self.starts, zone),
            end=None if self.ends is None else in_utc(self.ends, zone),
            product=self.product,
            order=self.order,
            rate=self.rate,
            quantity=self.quantity,
            crew=self.crew,
            kind=RunKind(self.kind),
        )


class MeasureTable(Table):
    """A `[[measure]]` table: a quantity beyond the built-in ones."""

    id: Annotated[str, PlainValidator(spelling.measure)]
    name: Label
    kind: Literal["count", "duration", "amount", "level", "sample"]
    unit: Words = ""
    over_nodes: Literal["sum", "mean"] = "sum"
    daily: bool = True

    def value(self) -> Measure:
        """Return the measure."""
        return Measure(
            id=self.id,
            name=self.name,
            kind=MeasureKind(self.kind),
            unit=self.unit,
            over_nodes=OverNodes(self.over_nodes),
            daily=self.daily,
        )


class RungTable(Table):
    """One of a letter's `ladder`, from the lightest event to the gravest."""

    measure: Ident
    judged: Literal["good", "watch", "miss"]
    accident: bool = False

    def rung(self) -> Rung:
        """Return the rung."""
        return Rung(**dict(self))


class LetterTable(Table):
    """A `[[letter]]` table."""

    code: Ident
    name: Label
    kpis: Several[Ident] = ()
    ladder: Several[RungTable] = ()
    by_shift: bool = False
    shape: Literal["letter", "cross"] = "letter"

    def value(self) -> Letter:
        """Return the letter."""
        return Letter(**(dict(self) | {"ladder": tuple(rung.rung() for rung in self.ladder)}))


class ReasonTable(Table):
    """A `[[reason]]` table; `measure` where it explains that measure, such as scrap, and not missing output."""

    code: Ident
    name: Label
    group: Label
    icon: Ident = "other"
    lines: Several[Ident] = ()
    measure: Ident | None = None

    def value(self) -> Reason:
        """Return the reason."""
        return Reason(**(dict(self) | {"lines": frozenset(self.lines)}))


class PersonTable(Table):
    """A `[[person]]` table."""

    id: Ident
    name: Label
    role: Literal["operator", "leader", "supervisor", "admin"] = "operator"
    lines: Several[Ident] = ()

    def value(self) -> Person:
        """Return the person."""
        return Person(id=self.id, name=self.name, role=Role(self.role), lines=frozenset(self.lines))


class ActionTable(Table):
    """An `[[action]]` table: what is being done about a miss, taken over from paper."""

    id: Ident
    node: Ident
    letter: Ident
    what: Label
    raised: Day
    kpi: Ident | None = None
    owner: Ident | None = None
    due: Day | None = None
    day: Day | None = None
    done: Day | None = None
    verified: Day | None = None

    def value(self) -> Action:
        """Return the action."""
        return Action(**dict(self))


class SourceTable(Table):
    """A `[[source]]` table; keys beyond these are the settings of its kind, which that kind checks."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)

    kind: Ident
    id: Ident | None = None
    expected_every: Duration = timedelta(minutes=1)
    stale_after: Duration = timedelta(minutes=5)

    def value(self) -> SourceSpec:
        """Return the source; its id is its kind where none is given."""
        return SourceSpec(
            id=self.id or self.kind,
            kind=self.kind,
            settings={key: plain(found) for key, found in (self.model_extra or {}).items()},
            expected_every=self.expected_every,
            stale_after=self.stale_after,
        )


TABLES: dict[str, type[Table]] = {
    "area": AreaTable,
    "line": LineTable,
    "shift": ShiftTable,
    "rate": RateTable,
    "day_off": DayOffTable,
    "run": RunTable,
    "measure": MeasureTable,
    "letter": LetterTable,
    "kpi": KpiTable,
    "reason": ReasonTable,
    "person": PersonTable,
    "action": ActionTable,
    "source": SourceTable,
}


def in_utc(found: datetime, zone: ZoneInfo) -> datetime:
    """Return the UTC instant of a time from the file: the site's wall time where it has no offset."""
    return instant_of(found, zone) if found.tzinfo is None else found.astimezone(UTC)


def plain(found: object) -> object:
    """Return a setting of a source as text, whole numbers, truths, lists and tables; decimals keep their spelling."""
    if isinstance(found, dict):
        return {str(key): plain(value) for key, value in found.items()}
    if isinstance(found, list):
        return [plain(value) for value in found]
    if isinstance(found, date | time):
        return found.isoformat()
    return str(found) if isinstance(found, Decimal) else found
