"""Example values of the page of one letter: a November of an invented line, and what else a day can look like."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from board.plant.plant import Better
from board.views.freshness import Freshness
from board.views.letter import (
    Bar,
    Earlier,
    Enterable,
    LetterPage,
    LineOfDay,
    OrderOfDay,
    Pareto,
    ReasonTile,
    RunChart,
    RunPoint,
)
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Path
from board.views.sqcdp import ActionCard, Aim, LetterView
from widgets import scene_letter_part as build
from widgets.scene_shift import DAY, NODE, PLACE, at
from widgets.scene_sqcdp import MARKS, letters, letters_february, letters_long_names, letters_of_area

NOW: Final = at(11, 42)


def letter() -> LetterPage:
    """Return a day that was missed, and why."""
    return LetterPage(
        node=NODE,
        path=PLACE,
        letter=letters().letters[1],
        month=DAY.replace(day=1),
        today=DAY,
        day=build.TOLD,
        day_mark=MARKS["m"],
        earlier_month=date(2026, 10, 1),
        later_month=None,
        earlier_day=date(2026, 11, 17),
        later_day=date(2026, 11, 19),
        kpis=(build.scrap(612, 17980),),
        ladder=(),
        lines=(),
        orders=(),
        enterable=build.enterable(612, 17980),
        chart=build.chart(),
        pareto=build.pareto(),
        actions=build.ACTIONS,
        deviations=build.deviations(build.TOLD),
        reasons=build.REASONS,
        shift="Early",
        starts=at(6),
        ends=at(14),
        now=NOW,
        freshness=Freshness(seen_at=NOW - timedelta(seconds=4), late_after_s=60, stale_after_s=300),
        closed_at=build.moment(date(2026, 11, 19), 6, 12),
        closed_by="J. Lindqvist",
    )


def letter_safety() -> LetterPage:
    """Return a day of safety on which a near miss was reported, as is wanted."""
    days = letters().letters[0]
    kpis = (
        build.kpi("Lost-time accidents", Fraction(0), Aim(better=Better.LOWER, value=Fraction(0))),
        build.kpi("Near misses reported", Fraction(1), None),
    )
    counts = (1, 0, 2, 0, 0, 1, 0, 0, 3, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0)
    chart = replace(
        build.chart([Fraction(count) for count in counts], aim=None), name="Near misses", unit="", decimals=0
    )
    return replace(
        letter(),
        letter=days,
        day_mark=MARKS["g"],
        kpis=kpis,
        ladder=build.LADDER,
        enterable=build.safety_enterable(),
        chart=chart,
        pareto=None,
        actions=(
            ActionCard(title="Drain cover at filler exit loose", owner="R. Patel", late_days=1, due=date(2026, 11, 19)),
        ),
        deviations=(
            build.logged(
                "1", build.moment(build.TOLD, 15, 20), None, "pallet jack without brake at dock 2", None, "S. Moreau"
            ),
        ),
    )


def letter_open_day() -> LetterPage:
    """Return today, still open, with two KPIs and two orders."""
    parts = (build.part("scrap", "Cases scrapped", 71), build.part("made", "Cases made", 5864))
    complaints = build.kpi(
        "Complaints per million", Fraction(17, 10), Aim(better=Better.LOWER, value=Fraction(14, 5)), "ppm", 1
    )
    orders = (
        OrderOfDay(product="PET 1.5 L", order="26-318", value=Fraction(9, 10), parts=parts),
        OrderOfDay(product="PET 2 L", order="26-320", value=Fraction(27, 10), parts=parts),
    )
    return replace(
        letter(),
        day=DAY,
        day_mark=MARKS["G"],
        earlier_day=date(2026, 11, 19),
        later_day=None,
        kpis=(build.scrap(71, 5864), complaints),
        orders=orders,
        enterable=build.enterable(71, 5864),
        pareto=build.pareto(of_month=True),
        deviations=(),
        closed_at=None,
        closed_by=None,
    )


def letter_unrecorded() -> LetterPage:
    """Return a day of which nobody has entered anything."""
    days = build.with_day(letters().letters[1], 13, Mark(Phase.UNRECORDED))
    kpi = replace(build.scrap(0, 1), value=None, judgement=None, parts=(), deciding=False, entered=False)
    empty = tuple(replace(one, value=None, entry=None) for one in build.enterable(0, 0))
    hole = [None if number == len(build.OCTOBER) + 9 else value for number, value in enumerate(build.tenths())]
    return replace(
        letter(),
        letter=days,
        day=date(2026, 11, 13),
        day_mark=Mark(Phase.UNRECORDED),
        kpis=(kpi,),
        enterable=empty,
        chart=build.chart(hole),
        pareto=None,
        actions=(),
        deviations=(),
        earlier_day=date(2026, 11, 12),
        later_day=date(2026, 11, 16),
        closed_at=None,
    )


def letter_corrected() -> LetterPage:
    """Return the day after its count was corrected twice, in an earlier month with a later one."""
    scrapped, made = build.enterable(612, 17980)
    earlier = (
        Earlier(value=Fraction(600), at=build.moment(date(2026, 11, 19), 6, 12), who="J. Lindqvist"),
        Earlier(value=Fraction(598), at=build.moment(build.TOLD, 21, 58), who="T. Baker"),
    )
    return replace(
        letter(),
        enterable=(replace(scrapped, earlier=earlier), made),
        later_month=date(2026, 12, 1),
        deviations=(
            *build.deviations(build.TOLD),
            build.logged("3", build.moment(build.TOLD, 19, 5), "Label skew", "roll change", 84, "T. Baker"),
        ),
    )


def letter_area() -> LetterPage:
    """Return the letter of an area: n of m lines met, and each line's own mark."""
    view = letters_of_area().letters[1]
    marks = "ggmgggwgg?gm"
    lines = tuple(
        LineOfDay(
            node=f"line-{number}",
            name=f"Line {number}",
            mark=MARKS[sign],
            value=None if sign == "?" else Fraction({"g": 12, "w": 21, "m": 31}[sign] + number % 6, 10),
        )
        for number, sign in enumerate(marks, 1)
    )
    days = tuple(replace(cell, met=9, due=12) if cell.day == build.TOLD else cell for cell in view.days)
    kpi = replace(build.scrap(1804, 81300), aim=replace(build.AIM, rolled=True), aim_since=None)
    return replace(
        letter(),
        node="filling",
        path=Path(site="Northgate Works", area="Filling"),
        letter=replace(view, days=days),
        kpis=(kpi,),
        lines=lines,
        enterable=(),
        reasons=(),
        closed_at=None,
    )


def letter_empty() -> LetterPage:
    """Return the first day of a plant: nothing entered, nothing before it."""
    first = date(2026, 11, 2)
    view = letters().letters[1]
    month = "-O....--.....--.....--.....--."
    cells = tuple(
        replace(cell, mark=MARKS[sign], flag=False, verified=False, value=None)
        for cell, sign in zip(view.days, month, strict=True)
    )
    days = replace(view, days=cells, days_met=0, days_due=0, days_entered=0, days_worked=0, value=None)
    kpi = replace(
        build.scrap(0, 1), value=None, judgement=None, parts=(), aim=None, aim_since=None, deciding=False, entered=False
    )
    chart = RunChart(name="Scrap", unit="%", decimals=1, points=(), natural=None)
    empty = tuple(replace(one, value=None, entry=None) for one in build.enterable(0, 0))
    none = Freshness(seen_at=None, late_after_s=60, stale_after_s=300)
    return replace(
        letter(),
        letter=days,
        today=first,
        day=first,
        day_mark=MARKS["O"],
        kpis=(kpi,),
        chart=chart,
        pareto=None,
        actions=(),
        deviations=(),
        enterable=empty,
        earlier_month=None,
        earlier_day=None,
        later_day=None,
        now=NOW.replace(day=2),
        freshness=none,
        closed_at=None,
    )


def letter_long() -> LetterPage:
    """Return names of sixty characters everywhere, and more of everything than there is room for."""
    view = letter()
    page = letters_long_names()
    kpi = replace(view.kpis[0], name="Ausschussanteil der Frühschicht an allen Gebinden", unit="Kästen")
    second = replace(kpi, kpi="b", name="Nacharbeit an Mehrwegkästen mit Bügelverschluss", deciding=False)
    bars = tuple(
        Bar(code=str(number), name=f"{build.LONG} {number}", value=Fraction(900 - 90 * number)) for number in range(9)
    )
    enterable = tuple(
        Enterable(measure=f"m{number}", name=f"{build.LONG} {number}", unit="Mehrwegkästen", value=Fraction(612, 7))
        for number in range(11)
    )
    deviation = build.logged(
        "l", build.moment(build.TOLD, 9, 40), build.LONG, build.LONG, 12345, "Maximiliane Oberhauser-Brandstetter"
    )
    action = ActionCard(
        title=f"{build.LONG} nach jedem Rollenwechsel",
        owner="Maximiliane Oberhauser-Brandstetter",
        late_days=4,
        due=date(2026, 11, 16),
    )
    tiles = tuple(ReasonTile(code=str(number), name=build.LONG, icon="labeller") for number in range(9))
    return replace(
        view,
        path=page.path,
        letter=replace(page.letters[1], days_entered=13),
        kpis=(kpi, second),
        pareto=Pareto(unit="Mehrwegkästen", bars=bars, rest=Fraction(12)),
        enterable=enterable,
        reasons=tiles,
        deviations=(deviation,) * 5,
        actions=(action,) * 4,
        closed_by="Maximiliane Oberhauser-Brandstetter",
        chart=replace(view.chart, name=kpi.name),
        later_month=date(2026, 12, 1),
    )


def letter_stale() -> LetterPage:
    """Return the open day when the line has been silent for 23 minutes."""
    view = letter_open_day()
    missed = replace(view.kpis[0], value=Fraction(34, 10), judgement=Judgement.MISS)
    days = build.with_day(view.letter, 20, MARKS["M"])
    return replace(
        view,
        letter=days,
        kpis=(missed,),
        orders=(),
        day_mark=MARKS["M"],
        now=at(12, 5),
        freshness=Freshness(seen_at=at(11, 42), late_after_s=60, stale_after_s=300),
    )


def letter_february() -> LetterPage:
    """Return a short month of a letter with a target from both sides and few days to judge by."""
    view = letters_february().letters[4]
    day = date(2026, 2, 10)
    aim = Aim(better=Better.RANGE, low=Fraction(95), high=Fraction(105))
    kpi = replace(
        build.kpi("Crew at start of shift", Fraction(181, 2), aim, "%", 1),
        judgement=Judgement.MISS,
        deciding=True,
        aim_since=date(2025, 4, 1),
        parts=(build.part("present", "Present", 29, "people"), build.part("planned", "Planned", 32, "people")),
    )
    return replace(
        letter(),
        letter=view,
        month=date(2026, 2, 1),
        today=date(2026, 2, 28),
        day=day,
        day_mark=MARKS["m"],
        earlier_month=date(2026, 1, 1),
        later_month=date(2026, 3, 1),
        earlier_day=date(2026, 2, 9),
        later_day=date(2026, 2, 11),
        kpis=(kpi,),
        pareto=None,
        deviations=(),
        actions=(),
        closed_at=None,
        chart=_crew_chart(view, day, aim),
        enterable=(
            Enterable(measure="crew", name="Crew at start of shift", unit="people", value=Fraction(29), whole=True),
        ),
    )


def _crew_chart(view: LetterView, until: date, aim: Aim) -> RunChart:
    """Return a run of few days: too few to tell a signal from noise."""
    points = tuple(
        RunPoint(
            day=cell.day,
            value=Fraction(181, 2) if cell.mark == MARKS["m"] else Fraction(96 + cell.day.day % 5),
            mark=cell.mark,
            low=aim.low,
            high=aim.high,
        )
        for cell in view.days
        if cell.mark.phase is Phase.CLOSED and cell.day <= until
    )
    return RunChart(name="Crew at start of shift", unit="%", decimals=1, points=points, natural=None)


SCENES: Final[Mapping[str, Callable[[], LetterPage]]] = {
    **{
        scene.__name__: scene
        for scene in (
            letter,
            letter_safety,
            letter_open_day,
            letter_unrecorded,
            letter_corrected,
            letter_area,
            letter_empty,
            letter_long,
            letter_stale,
            letter_february,
        )
    },
    "letter_entering": letter_corrected,
    "letter_deviation": letter,
}

PANELS: Final[Mapping[str, str]] = {"letter_entering": "enter", "letter_deviation": "deviation"}
"""Scenes in which a panel is up, for `LetterBoard.show_panel`."""
