"""Example values of the page of changes: a line on which little was changed, an empty one, a much changed one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Final

from board.plant.plant import Better, Role, RunKind
from board.views.changes import (
    Change,
    ChangeKind,
    Changes,
    DayOffNow,
    Named,
    PersonNow,
    ReasonNow,
    RunToday,
    ShiftToday,
    TargetNow,
)
from board.views.freshness import Freshness
from board.views.sicb import Path
from board.views.sqcdp import Aim
from widgets.scene_shift import DAY, NODE, PLACE, at

NOW: Final = at(11, 42)
SITE: Final = "northgate"
LINES: Final = tuple(Named(id=f"line-{number}", name=f"Line {number}") for number in range(1, 6))
LONG: Final = "Etikettiermaschine hinten links, Vorschub der Schutzfolie klemmt"
REASONS: Final = (
    ("labeller", "Labeller jam", "Breakdown"), ("filler", "Filler", "Breakdown"), ("caps", "No caps", "Material"),
    ("palletiser", "Palletiser", "Breakdown"), ("changeover", "Changeover", "Planned"),
    ("quality", "Quality hold", "Quality"), ("crew", "Crew, break", "Crew"), ("other", "Other", "Other"),
)  # fmt: skip
PEOPLE: Final = (
    ("K. Brandt", Role.SUPERVISOR), ("R. Patel", Role.LEADER), ("S. Moreau", Role.LEADER),
    ("J. Lindqvist", Role.OPERATOR), ("M. Okafor", Role.OPERATOR), ("T. Baker", Role.OPERATOR),
)  # fmt: skip


def changes() -> Changes:
    """Return a Friday on which a supervisor has planned two runs, overtime and a target."""
    return Changes(
        node=NODE,
        path=PLACE,
        today=DAY,
        lines=(LINES[2],),
        shifts=(
            _shift("Early", 6, 14),
            replace(_shift("Late", 14, 22), ends=at(22) + timedelta(hours=2), entry="e-over"),
            replace(_shift("Night", 22, 30), cancelled=True, entry="e-night"),
        ),
        runs=(
            _run(6, 10, "PET 0.5 L", order="4711", rate=1150, quantity=4600, crew=5),
            replace(_run(10, 10, None), ends=at(10, 45), kind=RunKind.CHANGEOVER, product="PET 1.5 L"),
            replace(_run(10, 22, "PET 1.5 L", order="4712", crew=5), starts=at(10, 45), entry="e-run"),
        ),
        targets=_targets(),
        reasons=tuple(ReasonNow(code=code, name=name, group=group, icon=code) for code, name, group in REASONS),
        people=tuple(
            PersonNow(id=f"p-{number}", name=name, role=role, entry="e-baker" if name == "T. Baker" else None)
            for number, (name, role) in enumerate(PEOPLE)
        ),
        days_off=(
            DayOffNow(first=date(2026, 11, 27), last=date(2026, 11, 27), name="Filler overhaul", whole_site=False,
                      entry="e-day"),
            DayOffNow(first=date(2026, 12, 25), last=date(2026, 12, 26), name="Christmas", whole_site=True),
            DayOffNow(first=date(2027, 1, 1), last=date(2027, 1, 1), name="New Year", whole_site=True),
        ),
        products=("PET 0.5 L", "PET 1.5 L", "PET 2 L", "Glass 0.7 L"),
        made=_made(),
        shift="Early",
        starts=at(6),
        ends=at(14),
        now=NOW,
        freshness=Freshness(seen_at=NOW - timedelta(seconds=4), late_after_s=60, stale_after_s=300),
        site=SITE,
    )  # fmt: skip


def changes_empty() -> Changes:
    """Return a plant that has said nothing yet."""
    return replace(
        changes(), shifts=(), runs=(), targets=(), reasons=(), people=(), days_off=(), products=(), made=(),
        shift=None, starts=None, ends=None,
    )  # fmt: skip


def changes_many() -> Changes:
    """Return more of everything than there is room for."""
    view = changes()
    made = tuple(
        replace(view.made[number % len(view.made)], entry=f"m-{number}", undone=number % 5 == 3)
        for number in range(100)
    )
    people = tuple(
        replace(view.people[n % 6], id=f"p-{n}", name=f"{view.people[n % 6].name} {n + 1}") for n in range(40)
    )
    reasons = tuple(
        replace(view.reasons[n % 8], code=f"r-{n}", name=f"{view.reasons[n % 8].name} {n + 1}") for n in range(19)
    )
    targets = tuple(replace(view.targets[n % 5], kpi=f"k-{n}", name=f"{view.targets[n % 5].name} {n + 1}")
                    for n in range(18))  # fmt: skip
    runs = tuple(
        replace(view.runs[0], starts=at(6) + timedelta(hours=n), ends=at(7) + timedelta(hours=n), order=str(4700 + n))
        for n in range(16)
    )
    days = tuple(
        replace(view.days_off[1], first=view.today + timedelta(days=7 * n), last=view.today + timedelta(days=7 * n + 1))
        for n in range(1, 20)
    )
    return replace(
        view, made=made, people=people, reasons=reasons, targets=targets, runs=runs, days_off=days,
        products=tuple(f"PET {n / 10:.1f} L" for n in range(1, 26)), crowded=("Line 3",),
    )  # fmt: skip


def changes_long() -> Changes:
    """Return names of sixty characters everywhere."""
    view = changes()
    path = Path(
        site="Vereinigte Mineralbrunnen Oberschwaben, Werk Nord, Haus 2",
        area="Abfüllung und Verpackung, Halle Nord-Ost",
        line="Linie 3, Mehrwegflaschen 0,7 Liter mit Bügelverschluss",
    )
    product = "Mehrwegflasche Bügelverschluss 0,7 Liter, Etikett Herbst 2026"
    return replace(
        view,
        path=path,
        lines=(Named(id=NODE, name=path.line or ""),),
        shifts=tuple(replace(shift, name=f"{shift.name}schicht mit Übergabe am Rundtisch") for shift in view.shifts),
        runs=tuple(replace(run, product=product, order="4711-0815-2026-11-20-A") for run in view.runs),
        targets=tuple(
            replace(target, name="Ausschussanteil der Frühschicht an allen Gebinden", unit="Kästen je Stunde")
            for target in view.targets
        ),
        reasons=tuple(replace(reason, name=LONG) for reason in view.reasons),
        people=tuple(replace(one, name="Maximiliane Oberhauser-Brandstetter von der Pfordten") for one in view.people),
        days_off=tuple(replace(day, name="Überholung der Blasmaschine und der Förderbänder") for day in view.days_off),
        made=tuple(
            replace(change, subject=LONG, who="Maximiliane Oberhauser-Brandstetter von der Pfordten")
            for change in view.made
        ),
        crowded=(path.line or "",),
    )


def changes_area() -> Changes:
    """Return an area of five lines: each line's day, and what holds for all of them."""
    view = changes()
    shifts: list[ShiftToday] = []
    runs: list[RunToday] = []
    for number, line in enumerate(LINES):
        for shift in view.shifts:
            usual = replace(shift, cancelled=False, ends=shift.usual_ends, entry=None)
            shifts.append(replace(shift if number == 2 else usual, line=line.id))
        if number != 3:
            runs += [replace(run, line=line.id, product=run.product and f"PET {number + 1} L") for run in view.runs]
    made = tuple(
        replace(change, node=line.id, node_name=line.name) for change, line in zip(view.made, LINES * 2, strict=False)
    )
    path = Path(site="Northgate Works", area="Filling")
    return replace(view, node="filling", path=path, lines=LINES, shifts=tuple(shifts), runs=tuple(runs), made=made)


SCENES: Final[Mapping[str, Callable[[], Changes]]] = {
    "changes": changes,
    "changes_empty": changes_empty,
    "changes_many": changes_many,
    "changes_long": changes_long,
    "changes_area": changes_area,
    "changes_plan_form": changes,
    "changes_shift_form": changes,
    "changes_target_form": changes,
    "changes_reason_form": changes,
    "changes_person_form": changes,
    "changes_day_off_form": changes,
}
OPENED: Final[Mapping[str, tuple[str, str]]] = {
    "changes_plan_form": ("plan", "run "),
    "changes_shift_form": ("plan", "shift Late"),
    "changes_target_form": ("targets", "target scrap"),
    "changes_reason_form": ("reasons", "reason caps"),
    "changes_person_form": ("people", ""),
    "changes_day_off_form": ("days", "day "),
}
"""Scenes with an open panel: its section, and the form in it ("": the things of the section)."""


def _shift(name: str, starts: int, ends: int) -> ShiftToday:
    first, last = at(0) + timedelta(hours=starts), at(0) + timedelta(hours=ends)
    return ShiftToday(line=NODE, name=name, starts=first, ends=last, usual_starts=first, usual_ends=last)


def _run(
    starts: int, ends: int, product: str | None, *, order: str | None = None, rate: int | None = None,
    quantity: int | None = None, crew: int | None = None,
) -> RunToday:  # fmt: skip
    return RunToday(
        line=NODE, kind=RunKind.PRODUCTION, starts=at(starts), ends=at(ends), product=product, order=order,
        rate=None if rate is None else Fraction(rate), quantity=quantity, crew=crew,
    )  # fmt: skip


def _targets() -> tuple[TargetNow, ...]:
    since = date(2026, 10, 1)
    scrap = TargetNow(
        kpi="scrap", name="Scrap", unit="%", decimals=1, better=Better.LOWER, since=since, entry="e-target",
        aim=_most("2"), coming=_most("1.8"), coming_from=date(2026, 12, 1),
    )  # fmt: skip
    plan = replace(scrap, kpi="plan", name="Plan attainment", better=Better.HIGHER, aim=_least("98"), coming=None,
                   coming_from=None, entry=None)  # fmt: skip
    cost = replace(plan, kpi="cost", name="Cost per case", unit="p", better=Better.LOWER, aim=_most("41"))
    crew = replace(
        plan, kpi="crew", name="Crew at start of shift", unit="", decimals=0, better=Better.RANGE,
        aim=Aim(better=Better.RANGE, low=Fraction(15), high=Fraction(18)), since=date(2025, 4, 1),
    )  # fmt: skip
    energy = replace(plan, kpi="energy", name="Energy per case", unit="Wh", decimals=0, aim=None, since=None)
    return scrap, plan, cost, crew, energy


def _most(value: str) -> Aim:
    return Aim(better=Better.LOWER, value=Fraction(value))


def _least(value: str) -> Aim:
    return Aim(better=Better.HIGHER, value=Fraction(value))


def _made() -> tuple[Change, ...]:
    def change(entry: str, kind: ChangeKind, subject: str, made: datetime, who: str | None = "R. Patel") -> Change:
        return Change(
            entry=entry, kind=kind, node=NODE, node_name="Line 3", subject=subject, since=DAY, at=made, who=who
        )

    yesterday, before = timedelta(days=1), timedelta(days=18)
    night = change("e-night", ChangeKind.SHIFT, "Night", at(10, 58))
    run = change("e-run", ChangeKind.RUN, "PET 1.5 L", at(9, 31))
    over = change("e-over", ChangeKind.SHIFT, "Late", at(9, 12), "K. Brandt")
    target = change("e-target", ChangeKind.TARGET, "Scrap", at(15, 40) - yesterday, "K. Brandt")
    return (
        replace(night, removed=True),
        replace(run, starts=at(10, 45).time(), ends=at(22).time()),
        replace(over, starts=at(14).time(), ends=at(0).time()),
        replace(change("e-wrong", ChangeKind.SHIFT, "Late", at(9, 10), None), starts=at(14).time(),
                ends=at(23).time(), undone=True),
        replace(target, aim=_most("1.8"), unit="%", decimals=1, since=date(2026, 12, 1)),
        replace(change("e-baker", ChangeKind.PERSON, "T. Baker", at(7, 5) - yesterday, "K. Brandt"),
                since=DAY - yesterday),
        replace(change("e-day", ChangeKind.DAY_OFF, "Filler overhaul", at(13, 20) - before),
                since=date(2026, 11, 27), last=date(2026, 11, 27)),
        replace(change("e-caps", ChangeKind.REASON, "No caps", at(8, 44) - before), since=DAY - before),
    )  # fmt: skip
