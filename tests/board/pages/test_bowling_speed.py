"""A bowling chart of twelve lines and twenty KPIs is built while nobody waits; `make bench` has the figures."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from board.plant.plant import Area, Line
from tests.board.pages.bowling_desk import DAY, NOW, BowlingDesk, bowling_desk, kpi, plant_with, target

GENEROUS_MS = 250  # five times the goal, for a machine that does other things as well
LINES = tuple(f"line-{number}" for number in range(12))
FORMULAS = ("100 * scrap / (good + scrap)", "100 * complaints / trained", "good", "complaints + trained")
PLANT = replace(
    plant_with(*(kpi(f"k{number}", FORMULAS[number % 4], target(2)) for number in range(20))),
    areas=(Area(id="hall", name="Hall"),),
    lines=tuple(Line(id=line, name=line, area="hall") for line in LINES),
)


def test_a_chart_of_twenty_kpis_over_twelve_lines_is_quick(tmp_path: Path) -> None:
    with bowling_desk(tmp_path / "board.db", PLANT) as desk:
        day = date(2025, 12, 1)
        while day <= NOW.date():
            for place, line in enumerate(LINES):
                desk.note(line, day, good=90 + place, scrap=day.day % 3, complaints=1, trained=40)
            day += 2 * DAY
        desk.hand_in(NOW)
        assert len(desk.chart("site").rows) == 20
        assert min(_took_ms(desk) for _ in range(5)) < GENEROUS_MS
        desk.enter("line-3", NOW.date(), received=NOW, good=5, scrap=0)
        assert _took_ms(desk) < GENEROUS_MS


def _took_ms(desk: BowlingDesk) -> float:
    began_s = time.perf_counter()
    desk.chart("site")
    return (time.perf_counter() - began_s) * 1000
