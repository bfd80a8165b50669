"""Example values of the bowling chart: the fiscal year of an invented line, and what else a year can look like."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from board.plant.plant import Better
from board.views.bowling import Bowling, BowlingRow, Countermeasure, YearCell, YearKind
from board.views.freshness import Freshness
from board.views.mark import Mark, Phase
from board.views.sicb import Path
from widgets.scene_bowling_row import MONTHS, Kpi, row_of, unentered
from widgets.scene_shift import DAY, NODE, PLACE, at

NOW: Final = at(11, 42, 36)
SILENT: Final = frozenset({"bowling_stale"})
LOWER, HIGHER, RANGE = Better.LOWER, Better.HIGHER, Better.RANGE
SUM, RATIO, LAST, WORST = YearKind.SUM, YearKind.RATIO, YearKind.LAST, YearKind.WORST

KPIS: Final = (
    Kpi(letter="S", kpi="accidents", name="Lost-time accidents", unit="count", better=LOWER, owner="R. Patel",
        start="1", kind=SUM, year=("0", "0"),
        plans="0 0 0 0 0 0 0 0 0 0 0 0", actuals="0 0 0 0 0 0 0 0"),
    Kpi(letter="S", kpi="near-misses", name="Near misses", unit="count", better=HIGHER, owner="R. Patel",
        start="6", kind=SUM, year=("49", "50"),
        plans="6 6 7 7 7 8 8 8 8 9 9 9", actuals="7 6 8 5 7 9 8 9"),
    Kpi(letter="Q", kpi="scrap", name="Scrap", unit="%", better=LOWER, owner="J. Lindqvist",
        start="2.9", kind=RATIO, year=("2.5", "2.4"),
        plans="2.8 2.7 2.6 2.5 2.4 2.2 2.1 2.0 2.0 1.9 1.9 1.8", actuals="2.7 2.6 2.8 2.7 2.3 2.1 1.8 1.9"),
    Kpi(letter="Q", kpi="complaints", name="Complaints", unit="per million", better=LOWER, owner="J. Lindqvist",
        start="4.1", kind=RATIO, year=("3.4", "3.3"),
        plans="4.0 3.8 3.6 3.4 3.2 3.0 2.9 2.8 2.7 2.6 2.5 2.4", actuals="3.6 3.7 3.5 3.1 3.4 3.2 2.7 2.2"),
    Kpi(letter="C", kpi="cost", name="Cost per case", unit="p", better=LOWER, owner="T. Baker",
        start="43.2", kind=RATIO, year=("42.1", "42.1"),
        plans="43.0 42.7 42.4 42.0 41.8 41.5 41.2 41.0 40.8 40.6 40.4 40.2",
        actuals="42.8 42.9 42.3 41.9 41.7 41.8 41.5 41.0"),
    Kpi(letter="C", kpi="energy", name="Energy per case", unit="kWh", better=LOWER, owner="T. Baker",
        start="0.58", kind=RATIO, year=("0.56", "0.56"),
        plans="0.58 0.57 0.57 0.56 0.55 0.55 0.54 0.54 0.53 0.53 0.52 0.52",
        actuals="0.57 0.57 0.56 0.58 0.57 0.54 0.53 0.53"),
    Kpi(letter="C", kpi="yield", name="Material yield", unit="%", better=HIGHER, owner="P. Adeyemi",
        start="97.1", kind=RATIO, year=("97.5", "97.6"),
        plans="97.2 97.3 97.4 97.5 97.6 97.7 97.8 97.9 98.0 98.0 98.1 98.2",
        actuals="97.3 97.4 97.4 97.6 97.7 97.8 97.9 97.8"),
    Kpi(letter="D", kpi="attainment", name="Plan attainment", unit="%", better=HIGHER, owner="M. Okafor",
        start="95.8", kind=RATIO, year=("96.9", "96.9"),
        plans="96.0 96.3 96.6 97.0 97.2 97.5 97.8 98.0 98.0 98.2 98.4 98.5",
        actuals="96.4 96.1 97.0 97.2 96.8 97.1 97.9 98.1"),
    Kpi(letter="D", kpi="oee", name="OEE", unit="%", better=HIGHER, owner="M. Okafor",
        start="76.0", kind=RATIO, year=("78.6", "78.8"),
        plans="76.5 77.0 77.8 78.5 79.3 80.0 81.0 82.0 82.5 83.0 83.5 84.0",
        actuals="76.9 77.4 77.6 78.8 79.0 80.4 81.2 81.1"),
    Kpi(letter="D", kpi="changeover", name="Changeover", unit="min", better=LOWER, owner="L. Novak",
        start="44", kind=RATIO, year=("38", "37"),
        plans="44 42 40 38 36 34 32 30 29 28 27 26", actuals="43 41 41 37 35 33 31 29"),
    Kpi(letter="P", kpi="absence", name="Absence", unit="%", better=LOWER, owner="S. Moreau",
        start="5.2", kind=RATIO, year=("4.8", "4.6"),
        plans="5.0 5.0 4.8 4.8 4.6 4.6 4.5 4.4 4.4 4.3 4.2 4.0", actuals="4.8 5.1 4.6 4.9 4.5 4.4 4.2 4.0"),
    Kpi(letter="P", kpi="cross-trained", name="Cross-trained", unit="people", better=HIGHER, owner="S. Moreau",
        start="7", kind=LAST, year=("11", "11"),
        plans="7 8 8 9 10 10 11 12 12 13 14 14", actuals="7 8 8 9 9 10 11 11"),
)  # fmt: skip


def bowling() -> Bowling:
    """Return the year as it mostly is."""
    return _view(tuple(row_of(kpi) for kpi in KPIS))


def bowling_stale() -> Bowling:
    """Return the same year when the line has been silent for 23 minutes."""
    seen = Freshness(seen_at=at(11, 42, 30), late_after_s=60, stale_after_s=300)
    return replace(bowling(), now=at(12, 5, 36), freshness=seen)


def bowling_empty() -> Bowling:
    """Return a plant in which nobody has entered anything: every month was due and is not recorded."""
    rows = tuple(unentered(row_of(kpi)) for kpi in KPIS)
    return replace(_view(rows), freshness=Freshness(seen_at=None, late_after_s=60, stale_after_s=300))


def bowling_first_month() -> Bowling:
    """Return a plant's first month, which is also the first of its year: it is running and partial."""
    today, rows = date(2026, 4, 20), []
    for kpi in KPIS:
        row = row_of(replace(kpi, actuals=kpi.actuals.split()[0], signs={}, partial=(0,)), now=0)
        none = YearCell(mark=Mark(Phase.FUTURE), plan=None, actual=None, months=0)
        rows.append(replace(row, start=None, year=none, misses=0, longest=0))
    now = NOW.replace(month=4)
    view = replace(_view(tuple(rows)), today=today, now=now)
    return replace(view, freshness=replace(view.freshness, seen_at=now - timedelta(seconds=4)))


def bowling_many() -> Bowling:
    """Return thirty KPIs, which take several pages, in a year that has one before it."""
    base, rows = bowling().rows, []
    for number in range(30):
        row = base[number * len(base) // 30]
        name = row.name if number * len(base) % 30 < len(base) else f"{row.name}, part {number}"
        rows.append(replace(row, kpi=f"{row.kpi}-{number}", name=name))
    return replace(_view(tuple(rows)), earlier_year=date(2025, 4, 1))


def bowling_long() -> Bowling:
    """Return long names and figures: thousands, millions, negative ones, a range with decimals."""
    names = (
        "Meldepflichtige Arbeitsunfälle mit mindestens drei Ausfalltagen, Werk Nord",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    )
    rows = [
        replace(row, name=names[number % 2], unit="Kästen je 1 000 Stunden", owner="M. Oberhauser-Brandstetter")
        for number, row in enumerate(bowling().rows[:5])
    ]
    rows += [row_of(kpi) for kpi in LONG]
    path = Path(site="Vereinigte Mineralbrunnen Oberschwaben, Werk Nord", area="Abfüllung", line="Linie 3")
    return replace(_view(tuple(rows)), path=path)


def bowling_states() -> Bowling:
    """Return every state a month can be in: watch, range, no target, off, not recorded, partial, every flag."""
    return replace(_view(tuple(row_of(kpi) for kpi in STATES)), later_year=date(2027, 4, 1))


def bowling_area() -> Bowling:
    """Return the year of an area."""
    view = bowling()
    rows = tuple(replace(row, owner=None) if row.letter == "C" else row for row in view.rows[2:])
    return replace(view, node="filling", path=Path(site="Northgate Works", area="Filling"), rows=rows)


LONG: Final = (
    Kpi(letter="D", kpi="cases", name="Cases filled", unit="cases", better=HIGHER, owner="M. Okafor",
        start="11 920", kind=SUM, year=("86 100", "86 391"),
        plans="12000 12100 12200 12300 12400 12500 12600 12700 12800 12900 13000 13100",
        actuals="12480 12076 12211 12300 12399 12475 12450 9840"),
    Kpi(letter="D", kpi="bottles", name="Bottles of every size", unit="bottles", better=HIGHER, owner="M. Okafor",
        start="1 402 000", kind=SUM, year=("9 941 000", "9 938 410"),
        plans="1400000 1405000 1410000 1415000 1420000 1430000 1461000 1470000 1480000 1490000 1500000 1500000",
        actuals="1412300 1404980 1410020 1415001 1420400 1429999 1445710 961000"),
    Kpi(letter="C", kpi="result", name="Result against budget", unit="€", better=HIGHER, owner="T. Baker",
        start="-1250", kind=SUM, year=("-3000", "-2310"),
        plans="-1000 -900 -800 -500 -200 200 200 400 500 600 700 800",
        actuals="-1240 -1005 -640 -412 -198 240 945 -120"),
    Kpi(letter="C", kpi="filling", name="Filling weight", unit="g", better=RANGE, owner="P. Adeyemi",
        start="701.4", kind=WORST, year=("698.0–702.0", "702.4"),
        plans="698.0–702.0", actuals="700.2 701.9 702.4 700.0 699.1 697.8 700.6 701.0"),
)  # fmt: skip

STATES: Final = (
    Kpi(letter="Q", kpi="scrap", name="Scrap", unit="%", better=LOWER, owner="J. Lindqvist", alarm=True,
        start="2.9", kind=RATIO, year=("2.4", "2.6"),
        plans="2.8 2.7 2.6 2.5 2.4 2.2 2.1 2.0 2.0 1.9 1.9 1.8", actuals="2.7 2.6 2.8 2.7 2.5 2.6 2.4 2.2",
        signs={2: Countermeasure.VERIFIED, 3: Countermeasure.VERIFIED, 4: Countermeasure.OVERDUE,
               5: Countermeasure.OPEN, 6: Countermeasure.NONE}, partial=(0,)),
    Kpi(letter="Q", kpi="fill", name="Fill level", unit="mm", better=RANGE, owner="J. Lindqvist",
        start="5", kind=WORST, year=("4–6", "7"),
        plans="4–6", actuals="5 6 7 5 4 5 3 5", signs={6: Countermeasure.OVERDUE}),
    Kpi(letter="C", kpi="cost", name="Cost per case", unit="p", better=LOWER, owner="T. Baker",
        start="43.2", kind=RATIO, year=("42.1", "42.2"), marks="gwmgwgwW....", partial=(2, 7),
        plans="43.0 42.7 42.4 42.0 41.8 41.5 41.2 41.0 40.8 40.6 40.4 40.2",
        actuals="42.8 42.8 42.9 41.9 41.9 41.2 41.3 41.1"),
    Kpi(letter="C", kpi="water", name="Water per case", unit="l", better=LOWER, owner=None,
        start=None, kind=RATIO, year=(None, "1.42"), marks="nnnnnnnO....", plans="",
        actuals="1.51 1.48 1.40 1.39 1.41 1.38 1.40 1.37"),
    Kpi(letter="D", kpi="attainment", name="Plan attainment", unit="%", better=HIGHER, owner="M. Okafor",
        start="95.8", kind=RATIO, year=("96.9", "97.0"), marks="gg?m-?gO....",
        plans="96.0 96.3 96.6 97.0 97.2 97.5 97.8 98.0 98.0 98.2 98.4 98.5",
        actuals="96.4 96.5 . 96.8 . . 97.9 .", signs={3: Countermeasure.NONE}),
    Kpi(letter="D", kpi="changeover", name="Changeover", unit="min", better=LOWER, owner="L. Novak",
        start="44", kind=RATIO, year=("33", "36"), marks="---gmmmM....", partial=(3,),
        plans="44 42 40 38 36 34 32 30 29 28 27 26", actuals=". . . 37 38 36 35 33"),
    Kpi(letter=None, kpi="visitors", name="Visitors", unit="", better=HIGHER, owner="S. Moreau",
        start="0", kind=LAST, year=(None, None), marks="???????O....", plans="10 10 10 10 20 20 20 20 20 20 30 30",
        actuals=""),
)  # fmt: skip

SCENES: Final[Mapping[str, Callable[[], Bowling]]] = {
    scene.__name__: scene
    for scene in (
        bowling, bowling_stale, bowling_empty, bowling_first_month, bowling_many, bowling_long, bowling_states,
        bowling_area,
    )
}  # fmt: skip


def _view(rows: tuple[BowlingRow, ...]) -> Bowling:
    return Bowling(
        node=NODE, path=PLACE, year=MONTHS[0], months=MONTHS, today=DAY, rows=rows, shift="Early", starts=at(6),
        ends=at(14), now=NOW,
        freshness=Freshness(seen_at=NOW - timedelta(seconds=4), late_after_s=60, stale_after_s=300),
    )  # fmt: skip
