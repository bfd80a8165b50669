"""A plant and ways to change it on the wall, for the tests of what lies on top of the plant file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

from board.journal.adjustment import Adjusted
from board.journal.intention import (
    Adjustment,
    ChangeDayOff,
    ChangePerson,
    ChangeReason,
    ChangeShift,
    PlanRun,
    SetTarget,
)
from board.plant.history import PlantHistory
from board.plant.plant import Area, Better, DayOff, Kpi, Line, Person, Plant, Reason, Shift, Site, Target
from board.plant.span import Span

MONDAY = date(2026, 3, 2)
DAY = datetime(2026, 3, 2, tzinfo=UTC)  # London is on UTC
PLANT = Plant(
    site=Site(id="works", name="Works", timezone="Europe/London", day_starts=time(6)),
    areas=(Area(id="hall", name="Hall"), Area(id="yard", name="Yard")),
    lines=(
        Line(id="line", name="Line", area="hall"),
        Line(id="other", name="Other", area="hall"),
        Line(id="third", name="Third", area="yard"),
    ),
    shifts=(
        Shift(name="Early", starts=time(6), ends=time(14)),
        Shift(name="Late", starts=time(14), ends=time(22)),
    ),
    days_off=(DayOff(first=date(2026, 4, 3), last=date(2026, 4, 6), name="Easter"),),
    kpis=(
        Kpi(
            id="scrap",
            name="Scrap",
            unit="%",
            better=Better.LOWER,
            formula="scrap",
            targets=(Target(valid_from=date(2026, 1, 1), value=Fraction(3)),),
        ),
        Kpi(id="heat", name="Heat", unit="C", better=Better.RANGE, formula="good"),
    ),
    reasons=(Reason(code="jam", name="Jam", group="Breakdown"), Reason(code="other", name="Other", group="Other")),
    people=(Person(id="p1", name="Ada"),),
)
HISTORY = PlantHistory(((datetime(2020, 1, 1, tzinfo=UTC), PLANT),))


def at(hour: int, minute: int = 0, *, day: int = 0) -> datetime:
    """Return a time of that Monday, or of a day after it."""
    return DAY + timedelta(days=day, hours=hour, minutes=minute)


def made(*said: Adjustment, now: datetime | None = None) -> tuple[Adjusted, ...]:
    """Return changes made one after another within a second, on Monday at ten."""
    start = now or at(10)
    return tuple(
        Adjusted(
            entry=f"e{number}",
            number=number,
            at=start + timedelta(milliseconds=number),
            node=each.node,
            said=each,
            actor=each.actor,
        )
        for number, each in enumerate(said, start=1)
    )


def undone(changes: Sequence[Adjusted], number: int, moment: datetime) -> tuple[Adjusted, ...]:
    """Return the changes with one of them taken back."""
    return tuple(replace(each, undone_at=moment) if each.number == number else each for each in changes)


def run(first: int, last: int, *, day: int = 0, node: str = "line", **more: object) -> PlanRun:
    """Return a run over some hours."""
    fields: dict[str, object] = {"id": "r", "node": node, "span": Span(at(first, day=day), at(last, day=day))}
    return PlanRun(**(fields | more))  # type: ignore[arg-type]


def shift(name: str = "Late", *, day: date = MONDAY, node: str = "line", **more: object) -> ChangeShift:
    """Return a change of a shift; cancelled if no more is said."""
    return ChangeShift(**({"id": "s", "node": node, "day": day, "shift": name} | (more or {"cancelled": True})))  # type: ignore[arg-type]


def target(value: int, *, valid_from: date = MONDAY, node: str = "line", kpi: str = "scrap") -> SetTarget:
    """Return a target."""
    return SetTarget(id="t", node=node, kpi=kpi, valid_from=valid_from, value=Fraction(value))


def reason(code: str, name: str = "New", *, node: str = "line", removed: bool = False) -> ChangeReason:
    """Return a change of a reason."""
    return ChangeReason(id="c", node=node, code=code, name=name, group="Breakdown", removed=removed)


def person(who: str, name: str = "Grace", *, node: str = "works", removed: bool = False) -> ChangePerson:
    """Return a change of somebody."""
    return ChangePerson(id="p", node=node, person=who, name=name, removed=removed)


def day_off(first: date, last: date, *, node: str = "works", worked: bool = False) -> ChangeDayOff:
    """Return a change of days off."""
    return ChangeDayOff(id="d", node=node, first=first, last=last, name="Outing", worked=worked)
