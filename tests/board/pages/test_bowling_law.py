"""Laws of the bowling chart: a year is its months, a roll-up its parts, and no order of arrival changes a result."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.judgement import judge
from board.pages.bowling import BowlingPages
from board.pages.month_quick import QuickMonths
from board.plant.plant import Better, Kpi, Rate, Shift, ShiftChange, Target, YearKind
from board.views.bowling import Bowling, BowlingRow
from board.views.mark import Judgement, Phase
from tests.board.pages.bowling_desk import (
    DAY,
    NOW,
    SCRAP,
    BowlingDesk,
    bowling_desk,
    kpi,
    plant_with,
    target,
)

Entry = tuple[str, date, int, dict[str, int]]
LINES = ("a", "b", "c")
MONTHS = tuple(date(2026, month, 1) for month in range(1, 11))  # that are over
EARLY = Shift(name="Early", starts=time(6), ends=time(14), days=frozenset(range(5)))
NIGHT = Shift(name="Night", starts=time(22), ends=time(6), days=frozenset(range(6)))
RATIO = replace(SCRAP, targets=(target(2), target(1, "a"), target(3, "b", since=date(2026, 6, 10))))
PARTED = kpi("parted", "100 * complaints / trained", target(5))
MADE = kpi("made", "good", target(900), target(700, "c"), better=Better.HIGHER)
NEAR = kpi("near", "near_miss", month_targets=(target(4), target(9, "c")), better=Better.HIGHER)
WIP = kpi("wip", "wip", target(40))
HEAT = kpi("heat", "heat", target(20, watch="2"), year=YearKind.WORST)
OEE = Kpi(id="oee", name="OEE", unit="%", better=Better.HIGHER, library="oee", targets=(target(1),))
EVERY = plant_with(RATIO, PARTED, MADE, NEAR, WIP, HEAT)
RATES = (
    Rate(line="a", per_hour=Fraction(50), stations=2),
    Rate(line="a", per_hour=Fraction(70), shift="Early"),
    Rate(line="b", per_hour=Fraction(31)),
    Rate(line="b", per_hour=Fraction(29), product="P"),
    Rate(line="c", per_hour=Fraction(41), product="P"),
)
COUNTING = plant_with(
    RATIO,
    PARTED,
    WIP,
    HEAT,
    OEE,
    kpi("busy", "downtime / planned_busy_time", target(9)),
    rates=RATES,
    shifts=(EARLY, NIGHT),
    shift_changes=(ShiftChange(line="a", day=date(2026, 5, 12), shift="Early", cancelled=True),),
)


def some_entries(rng: random.Random) -> list[Entry]:
    entries: list[Entry] = []
    for line in LINES:
        day = date(2025, 9, 1)
        while day <= NOW.date():
            if rng.random() < 0.08 + 0.3 * (day.month % 3 == 0):
                values = {"good": rng.randrange(0, 300), "scrap": rng.randrange(0, 9)}
                for name in ("complaints", "trained", "near_miss", "wip", "heat"):
                    if rng.random() < 0.7:
                        values[name] = rng.randrange(0, 60)
                entries.append((line, day, rng.choice((7, 11, 23)), values))
            day += DAY
    return entries


def enter(desk: BowlingDesk, entries: Sequence[Entry]) -> None:
    for line, day, hour, values in entries:
        desk.note(line, day, key=f"{line} {day} {hour}", hour=hour, **values)
    desk.hand_in(NOW - DAY)


def anew(desk: BowlingDesk, node: str) -> Bowling:
    return BowlingPages(desk.reader).chart(node, desk.history, now=NOW)


@pytest.mark.parametrize("turn", range(2))
def test_no_order_of_arrival_changes_a_chart(tmp_path: Path, rng: random.Random, turn: int) -> None:
    entries = some_entries(rng)
    shuffled = rng.sample(entries, len(entries))
    half = len(entries) // 2
    with bowling_desk(tmp_path / "one.db", EVERY) as one, bowling_desk(tmp_path / "other.db", EVERY) as other:
        enter(one, entries)
        enter(other, shuffled[:half])
        other.chart("site")  # what is kept in between changes nothing either
        enter(other, shuffled[half:])
        for node in ("a", "hall", "site"):
            assert other.chart(node).rows == anew(one, node).rows


def test_a_year_to_date_is_that_of_its_months(tmp_path: Path, rng: random.Random) -> None:
    with bowling_desk(tmp_path / "board.db", EVERY) as desk:
        entries = some_entries(rng)
        enter(desk, entries)
        for node in ("b", "hall", "site"):
            rows = {row.kpi: row for row in anew(desk, node).rows}
            for name in ("made", "near"):
                _sum_is_of_months(rows[name])
            assert rows["wip"].year.actual == _reported(rows["wip"])[-1]
            lines = {"b": ("b",), "hall": ("a", "b"), "site": LINES}[node]
            made = [
                values
                for line, day, _, values in entries
                if line in lines and date(2026, 4, 1) <= day < date(2026, 11, 1)
            ]
            good, scrap = (sum(values[name] for values in made) for name in ("good", "scrap"))
            assert rows["scrap"].year.actual == Fraction(100 * scrap, good + scrap)


def _sum_is_of_months(row: BowlingRow) -> None:
    reported = _reported(row)
    assert row.year.actual == (sum(reported, Fraction(0)) if reported else None)
    assert row.year.months == len(reported)
    closed = [cell for cell in row.cells if cell.mark.phase is Phase.CLOSED]
    plans = [cell.pace or cell.plan for cell in closed]
    values = [plan.value for plan in plans if plan is not None and plan.value is not None]
    assert len(values) == len(reported)
    if row.year.plan is None or row.year.plan.value is None:
        assert not values
        return
    assert row.year.plan.value == sum(values, Fraction(0))
    plan = Target(valid_from=NOW.date(), value=row.year.plan.value)
    assert row.year.mark.judgement is judge(row.year.actual, row.better, plan)


def _reported(row: BowlingRow) -> list[Fraction]:
    return [cell.actual for cell in row.cells if cell.mark.phase is Phase.CLOSED and cell.actual is not None]


def test_every_roll_up_is_that_of_its_lines(tmp_path: Path, rng: random.Random) -> None:
    with bowling_desk(tmp_path / "board.db", EVERY) as desk:
        enter(desk, some_entries(rng))
        lines = {line: {row.kpi: row for row in anew(desk, line).rows} for line in LINES}
        site = {row.kpi: row for row in anew(desk, "site").rows}
        for name in ("made", "near", "wip"):
            for place, cell in enumerate(site[name].cells):
                parts = [rows[name].cells[place] for rows in lines.values()]
                known = [part.actual for part in parts if part.actual is not None]
                assert cell.actual == (sum(known, Fraction(0)) if known else None)
                plans = [part.plan.value for part in parts if part.plan is not None and part.plan.value is not None]
                assert (cell.plan and cell.plan.value) == (sum(plans, Fraction(0)) if plans else None)


def test_a_rolled_up_target_is_weighted_as_the_actual_is(tmp_path: Path, rng: random.Random) -> None:
    with bowling_desk(tmp_path / "board.db", EVERY) as desk:
        entries = some_entries(rng)
        enter(desk, entries)
        lines = {line: next(row for row in anew(desk, line).rows if row.kpi == "scrap") for line in LINES}
        site = next(row for row in anew(desk, "site").rows if row.kpi == "scrap")
        for place, cell in enumerate(site.cells):
            if cell.mark.phase is not Phase.CLOSED:
                continue
            weighed = total = Fraction(0)
            for line in LINES:
                part = lines[line].cells[place]
                if part.actual is None or part.plan is None or part.plan.value is None:
                    continue
                made = _made(entries, line, cell.month)
                weighed, total = weighed + part.plan.value * made, total + made
            assert cell.plan is not None
            assert cell.plan.rolled is True
            assert cell.plan.value == weighed / total


def _made(entries: Sequence[Entry], line: str, month: date) -> int:
    found = [values for one, day, _, values in entries if one == line and day.replace(day=1) == month]
    return sum(values["good"] + values["scrap"] for values in found)


def test_months_that_the_database_adds_up_are_those_of_their_days(tmp_path: Path, rng: random.Random) -> None:
    with bowling_desk(tmp_path / "board.db", COUNTING) as desk:
        entries = some_entries(rng)
        clocks_change = (
            date(2025, 10, 26),
            date(2026, 3, 28),
            date(2026, 3, 29),
            date(2026, 10, 24),
            date(2026, 5, 12),
        )
        entries += [(line, day, 7, {"good": 50, "scrap": 2, "wip": 3}) for day in clocks_change for line in LINES]
        for line, day, hour, values in entries:
            more = {"downtime": rng.randrange(0, 50)} if rng.random() < 0.5 else {}
            more |= {"planned_busy_time": rng.randrange(300, 500)} if rng.random() < 0.2 else {}
            for later in (0, 5, 9):
                parts = {name: Fraction(value + later, rng.choice((1, 3))) for name, value in (values | more).items()}
                desk.note_parts(line, day, parts, hour=(hour + later) % 24, product=rng.choice((None, "P")))
        desk.hand_in(NOW - DAY)
        longer = replace(COUNTING, shifts=(replace(EARLY, ends=time(16)), NIGHT))
        desk.adopt(longer, datetime(2026, 7, 15, 5, tzinfo=NOW.tzinfo))
        for node in ("a", "b", "c", "hall", "site"):
            quick = anew(desk, node)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(QuickMonths, "measures", lambda *asked: None)
                by_days = anew(desk, node)
            for one, other in zip(quick.rows, by_days.rows, strict=True):
                assert one == other, (node, one.kpi)
            assert any(cell.actual is not None for cell in next(row for row in quick.rows if row.kpi == "busy").cells)


def test_green_never_comes_from_a_month_without_data(tmp_path: Path, rng: random.Random) -> None:
    with bowling_desk(tmp_path / "board.db", EVERY) as desk:
        entries = some_entries(rng)
        enter(desk, entries)
        for line in LINES:
            for row in anew(desk, line).rows:
                for cell in row.cells:
                    wanted = {"scrap": "scrap", "parted": "trained", "made": "good", "near": "near_miss"}.get(
                        row.kpi, row.kpi
                    )
                    told = any(
                        one == line and day.replace(day=1) == cell.month and wanted in values
                        for one, day, _, values in entries
                    )
                    if not told:
                        assert cell.mark.judgement is not Judgement.GOOD
                        assert cell.actual is None


def test_a_chart_at_any_moment_is_the_one_that_was_built_then(tmp_path: Path, rng: random.Random) -> None:
    entries = some_entries(rng)
    with bowling_desk(tmp_path / "board.db", EVERY) as desk:
        enter(desk, entries)
        for moment in (datetime(2026, 5, 4, 12, tzinfo=NOW.tzinfo), NOW, datetime(2026, 6, 30, 12, tzinfo=NOW.tzinfo)):
            kept = desk.pages.chart("site", desk.history, now=moment)
            fresh = BowlingPages(desk.reader).chart("site", desk.history, now=moment)
            assert kept == fresh


def test_months_that_are_kept_added_up_make_the_chart_that_their_days_make(tmp_path: Path, rng: random.Random) -> None:
    with bowling_desk(tmp_path / "board.db", COUNTING) as desk:
        entries = some_entries(rng)
        for round_ in range(3):
            for line, day, hour, values in rng.sample(entries, len(entries) // 2):
                parts = {name: Fraction(value + round_, rng.choice((1, 7))) for name, value in values.items()}
                desk.note_parts(
                    line, day, parts, key=f"{line} {day} {hour}", hour=hour, product=rng.choice((None, "P"))
                )
            desk.hand_in(NOW - DAY)
            by_days = {node: anew(desk, node) for node in ("a", "hall", "site")}
            while desk.store.settle():
                pass
            assert len(desk.reader.kept_months(("a", "b", "c"), MONTHS, ("wip",))) == 3 * len(MONTHS)
            for node, chart in by_days.items():
                assert anew(desk, node) == chart, (round_, node)
                assert desk.pages.chart(node, desk.history, now=NOW) == chart, (round_, node)
