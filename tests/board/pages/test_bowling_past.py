"""The past of a bowling chart: what was known then, and corrections that change nothing before their date."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from board.plant.plant import DayOff, Plant
from board.views.bowling import Bowling
from board.views.mark import Judgement
from board.views.plain import plain
from tests.board.pages.bowling_desk import (
    APRIL,
    DAY,
    NOW,
    PLANT,
    SCRAP,
    BowlingDesk,
    bowling_desk,
    kpi,
    plant_with,
    target,
)

CHANGED = datetime(2026, 7, 1, 5, tzinfo=UTC)  # 06:00 in London, when the production day begins


def filled(desk: BowlingDesk) -> BowlingDesk:
    for number in range(4, 11):
        desk.every_day("a", date(2026, number, 1), good=980, scrap=20, complaints=3)
        desk.every_day("b", date(2026, number, 1), good=95, scrap=5, complaints=1)
    return desk


def cells(chart: Bowling, first: int, last: int) -> object:
    found = plain(tuple(cell for row in chart.rows for cell in row.cells if first <= cell.month.month <= last))
    assert isinstance(found, list)
    assert found
    return found


def corrected(tmp_path: Path, plant: Plant, node: str = "hall") -> tuple[Bowling, Bowling]:
    """Return the chart before and after another plant came into force at the beginning of July."""
    with bowling_desk(tmp_path / f"{node}.db") as desk:
        before = filled(desk).chart(node)
        desk.adopt(plant, CHANGED)
        return before, desk.chart(node)


def test_a_corrected_target_changes_nothing_before_its_date(tmp_path: Path) -> None:
    stricter = replace(PLANT, kpis=(replace(SCRAP, targets=(target(1),)),))
    for node in ("a", "hall"):
        before, after = corrected(tmp_path, stricter, node)
        assert cells(before, 4, 6) == cells(after, 4, 6)
        assert cells(before, 7, 11) != cells(after, 7, 11)  # the control
        assert [cell.plan and cell.plan.value for cell in after.rows[0].cells] == [2] * 3 + [1] * 9


def test_a_corrected_formula_changes_nothing_before_its_date(tmp_path: Path) -> None:
    other = replace(PLANT, kpis=(replace(SCRAP, formula="100 * (scrap + complaints) / (good + scrap)"),))
    before, after = corrected(tmp_path, other)
    assert cells(before, 4, 6) == cells(after, 4, 6)
    assert cells(before, 7, 10) != cells(after, 7, 10)
    change = after.rows[0].year.actual
    assert change is not None
    assert before.rows[0].year.actual is not None
    assert change > before.rows[0].year.actual


def test_a_corrected_shift_pattern_changes_nothing_before_its_date(tmp_path: Path) -> None:
    made = kpi("made", "good", target(900))
    off = DayOff(first=APRIL, last=date(2026, 7, 15), name="No shift")
    with bowling_desk(tmp_path / "board.db", plant_with(made)) as desk:
        before = filled(desk).chart("a")
        desk.adopt(plant_with(made, days_off=(*PLANT.days_off, off), shifts=PLANT.shifts), CHANGED)
        after = desk.chart("a")
    assert cells(before, 4, 6) == cells(after, 4, 6)
    again = [cell.mark.judgement for cell in after.rows[0].cells[:3]]
    assert again == [Judgement.MISS] * 3


def test_a_target_set_within_a_month_judges_it_by_its_last_day(tmp_path: Path) -> None:
    with bowling_desk(tmp_path / "board.db") as desk:
        filled(desk)
        desk.adopt(replace(PLANT, kpis=(replace(SCRAP, targets=(target(1),)),)), CHANGED + 14 * DAY)
        chart = desk.chart("a")
        assert [cell.plan and cell.plan.value for cell in chart.rows[0].cells[:5]] == [2, 2, 2, 1, 1]


def test_a_late_correction_gives_two_right_answers(tmp_path: Path) -> None:
    with bowling_desk(tmp_path / "board.db") as desk:
        day, then, later = (
            date(2026, 10, 7),
            datetime(2026, 11, 2, 12, tzinfo=UTC),
            datetime(2026, 11, 18, 9, tzinfo=UTC),
        )
        for number in range(5, 8):
            moment = datetime(2026, 10, number, 14, tzinfo=UTC)
            desk.enter("a", date(2026, 10, number), received=moment, key=f"day {number}", good=99, scrap=1)
        known = desk.chart("a", now=then)
        desk.enter("a", day, received=later, key="day 7", good=90, scrap=10)
        today = desk.chart("a", now=then)
        as_known = desk.chart("a", now=then, known_at=then)
        assert [chart.rows[0].cells[6].actual for chart in (known, today, as_known)] == [1, 4, 1]
        assert [chart.rows[0].cells[6].mark.judgement for chart in (today, as_known)] == [
            Judgement.MISS,
            Judgement.GOOD,
        ]
        assert as_known.rows == known.rows
        assert desk.chart("a", now=NOW, known_at=later + timedelta(minutes=5)).rows[0].cells[6].actual == 4
        assert desk.chart("a", now=then).rows == today.rows  # what was asked for as known is not kept


def test_a_kpi_that_a_plant_did_not_have_has_no_months_before_it(tmp_path: Path) -> None:
    cost = kpi("cost", "complaints", target(500))
    with bowling_desk(tmp_path / "board.db") as desk:
        filled(desk)
        desk.adopt(replace(PLANT, kpis=(SCRAP, cost)), CHANGED)
        row = desk.row("cost", "a")
        assert [cell.actual is None for cell in row.cells[:8]] == [True] * 3 + [False] * 4 + [True]
        assert row.year.months == 4
        assert desk.chart("a", now=CHANGED - DAY).rows[0].kpi == "scrap"
        assert len(desk.chart("a", now=CHANGED - DAY).rows) == 1
