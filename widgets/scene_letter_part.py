"""The building blocks of the example values of the page of one letter: figures, reasons, days."""
# ruff: noqa: PLR0917 - a table of examples is read by its columns

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Final

from board.plant.plant import Better
from board.views.letter import (
    Bar,
    DeviationLine,
    Enterable,
    KpiOfDay,
    Natural,
    Pareto,
    Part,
    ReasonTile,
    RunChart,
    RungOfDay,
    RunPoint,
)
from board.views.mark import Judgement, Mark, Phase
from board.views.sqcdp import ActionCard, Aim, LetterView
from widgets.scene_shift import DAY, at
from widgets.scene_sqcdp import MARKS

TOLD: Final = date(2026, 11, 18)
LONG: Final = "Etikettiermaschine hinten links, Vorschub der Schutzfolie klemmt"
AIM: Final = Aim(better=Better.LOWER, value=Fraction(2))
OCTOBER: Final = (17, 19, 15, 18, 16, 20, 17, 14, 18, 19, 16, 17, 21, 18, 15, 17)
NOVEMBER: Final = (15, 17, 26, 16, 14, 18, 21, 16, 23, 15, 17, 22, 34, 18, 16)
"""Scrap of each worked day in tenths of a per cent, from 9 October and from 2 November on."""
REASONS: Final = tuple(
    ReasonTile(code=code, name=name, icon=icon)
    for code, name, icon in (
        ("caps", "Cap torque", "caps"),
        ("label", "Label skew", "labeller"),
        ("fill", "Underfill", "filler"),
        ("dents", "Dents", "quality"),
        ("crew", "Crew, break", "crew"),
        ("other", "Other", "other"),
    )
)
BARS: Final = (
    ("caps", "Cap torque", 338),
    ("label", "Label skew", 121),
    ("fill", "Underfill", 74),
    ("dents", "Dents", 46),
    ("other", "Other", 33),
)
ACTIONS: Final = (
    ActionCard(
        title="Cap torque drifts on head 7: recalibrate, then check 20 caps per hour",
        owner="J. Lindqvist",
        due=date(2026, 11, 23),
    ),
    ActionCard(title="Sort 480 cases of lot 26-318 before release", owner="P. Adeyemi", due=DAY),
)

LADDER: Final = (
    RungOfDay(measure="near_miss", name="Near misses", count=Fraction(1), judged=Judgement.GOOD),
    RungOfDay(measure="first_aid", name="First aid", count=Fraction(0), judged=Judgement.WATCH),
    RungOfDay(measure="recordable", name="Recordable injuries", count=None, judged=Judgement.MISS),
    RungOfDay(measure="lost_time", name="Lost-time accidents", count=None, judged=Judgement.MISS),
)


def moment(day: date, hour: int, minute: int) -> datetime:
    """Return a time of another day than that of the other examples."""
    return at(hour, minute).replace(month=day.month, day=day.day)


def part(measure: str, name: str, value: int, unit: str = "cases") -> Part:
    """Return a sum that a KPI is made of."""
    return Part(measure=measure, name=name, unit=unit, value=Fraction(value))


def scrap(scrapped: int, made: int) -> KpiOfDay:
    """Return the share of scrap as it is judged against 2 %."""
    value = Fraction(100 * scrapped, made)
    return KpiOfDay(
        kpi="scrap-rate",
        name="Scrap",
        unit="%",
        decimals=1,
        value=value,
        aim=AIM,
        aim_since=date(2026, 10, 30),
        judgement=Judgement.MISS if value > 2 else Judgement.GOOD,
        deciding=True,
        parts=(part("scrap", "Cases scrapped", scrapped), part("made", "Cases made", made)),
    )


def kpi(name: str, value: Fraction, aim: Aim | None, unit: str = "", decimals: int = 0) -> KpiOfDay:
    """Return another KPI, met where it has a target."""
    return KpiOfDay(
        kpi=name,
        name=name,
        unit=unit,
        decimals=decimals,
        value=value,
        aim=aim,
        aim_since=date(2026, 4, 1),
        judgement=None if aim is None else Judgement.GOOD,
    )


def enterable(scrapped: int, made: int) -> tuple[Enterable, ...]:
    """Return the two counts that people may enter."""
    return (
        Enterable(measure="scrap", name="Scrap", unit="cases", value=Fraction(scrapped), entry="e-1", whole=True),
        Enterable(measure="made", name="Made", unit="cases", value=Fraction(made), entry="e-2", whole=True),
    )


def safety_enterable() -> tuple[Enterable, ...]:
    """Return the rungs of the ladder as people may enter them."""
    return tuple(
        Enterable(measure=rung.measure, name=rung.name, unit="", value=rung.count, whole=True) for rung in LADDER
    )


def pareto(*, of_month: bool = False) -> Pareto:
    """Return what was scrapped, by reason."""
    bars = tuple(Bar(code=code, name=name, value=Fraction(value)) for code, name, value in BARS)
    return Pareto(unit="cases", bars=bars, of_month=of_month)


def logged(entry: str, when: datetime, reason: str | None, text: str, quantity: int | None, who: str) -> DeviationLine:
    """Return a deviation that somebody logged."""
    amount = None if quantity is None else Fraction(quantity)
    return DeviationLine(entry=entry, reason=reason, text=text, quantity=amount, who=who, at=when)


def deviations(day: date) -> tuple[DeviationLine, ...]:
    """Return two deviations of a day."""
    return (
        logged("1", moment(day, 9, 40), "Cap torque", "head 7 drifts", 338, "M. Okafor"),
        logged("2", moment(day, 11, 15), "Underfill", "", 74, "T. Baker"),
    )


def tenths() -> list[Fraction | None]:
    """Return the share of scrap of each worked day, in per cent."""
    return [Fraction(value, 10) for value in (*OCTOBER, *NOVEMBER)]


def chart(values: Sequence[Fraction | None] = (), *, aim: Fraction | None = Fraction(2)) -> RunChart:
    """Return the run of days from 9 October to today."""
    found = list(values) or tenths()
    first = date(2026, 10, 9)
    days = [first + timedelta(days=number) for number in range((DAY - first).days + 1)]
    worked = [day for day in days if day.weekday() < 5]
    points = tuple(_point(day, value, aim) for day, value in zip(worked, found, strict=True))
    natural = Natural(mean=Fraction(17, 10), low=Fraction(1), high=Fraction(5, 2), points=31)
    return RunChart(name="Scrap", unit="%", decimals=1, points=points, natural=natural if aim is not None else None)


def with_day(letter: LetterView, day: int, mark: Mark) -> LetterView:
    """Return a letter in which one day has another mark."""
    days = tuple(
        replace(cell, mark=mark, flag=False, verified=False) if cell.day.day == day else cell for cell in letter.days
    )
    return replace(letter, days=days)


def _point(day: date, value: Fraction | None, aim: Fraction | None) -> RunPoint:
    if value is None:
        return RunPoint(day=day, value=None, mark=Mark(Phase.UNRECORDED), aim=aim)
    beyond = Fraction(0) if aim is None else value - aim
    sign = "g" if beyond <= 0 else "w" if beyond <= Fraction(1, 5) and day.month == 11 else "m"
    mark = MARKS[sign.upper() if day == DAY and sign != "m" else sign]
    return RunPoint(day=day, value=value, mark=mark, aim=aim, signal=aim is not None and value > Fraction(5, 2))
