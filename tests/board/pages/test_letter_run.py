"""The run of days: a point for each worked day, limits from the days before the month, and what is a signal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.natural import FEWEST, limits
from board.plant.plant import Better, Kpi, Letter, Target
from board.views.mark import Phase
from tests.board.pages.letters_desk import COST, PLANT, SCRAP, LettersDesk, letters_desk, of_november, utc

F = Fraction
NOW = utc(20)
OCTOBER = [day for day in range(1, 32) if date(2026, 10, day).weekday() < 5]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LettersDesk]:
    with letters_desk(tmp_path / "board.db") as found:
        yield found


def test_points_are_worked_days_of_the_month_and_the_one_before(desk: LettersDesk) -> None:
    desk.enter("a", 2, good=98, scrap=2)
    desk.enter("a", 20, good=98, scrap=2)
    chart = desk.page(NOW).chart
    assert (chart.name, chart.unit, chart.decimals) == ("Scrap", "%", 1)
    days = [point.day for point in chart.points]
    assert days[0] == date(2026, 10, 1)
    assert days[-1] == of_november(20)
    assert not any(day.weekday() > 4 or day == of_november(11) for day in days)  # not-worked days are no points
    values = {point.day: point.value for point in chart.points}
    assert values[of_november(2)] == 2
    assert values[of_november(3)] is None  # a hole, not zero
    assert chart.points[-1].mark.phase is Phase.OPEN


def test_limits_come_from_the_month_before_and_do_not_move_with_the_day(desk: LettersDesk) -> None:
    for place, day in enumerate(OCTOBER):
        desk.enter("a", day, month=10, good=98 - place % 2, scrap=2 + place % 2)
    desk.enter("a", 17, good=95, scrap=5)  # within what October gives: 2.5 ± 2.66
    desk.enter("a", 18, good=80, scrap=20)
    expected = limits([F(2 + place % 2) for place in range(len(OCTOBER))], floor=F(0))
    assert expected is not None
    for day in (17, 18, 20):
        chart = desk.page(NOW, day=of_november(day)).chart
        assert chart.natural is not None
        assert (chart.natural.mean, chart.natural.low, chart.natural.high, chart.natural.points) == (
            expected.mean,
            expected.low,
            expected.high,
            len(OCTOBER),
        )
        assert [point.day for point in chart.points if point.signal] == [of_november(18)]


def test_a_day_that_still_runs_is_no_signal_yet(desk: LettersDesk) -> None:
    for day in OCTOBER:
        desk.enter("a", day, month=10, good=98, scrap=2)
    desk.enter("a", 20, good=0, scrap=9)
    assert not any(point.signal for point in desk.page(NOW).chart.points)
    assert [point.day for point in desk.page(utc(21)).chart.points if point.signal] == [of_november(20)]


def test_in_its_first_month_a_plant_takes_limits_from_all_closed_days_and_needs_enough_of_them(
    desk: LettersDesk,
) -> None:
    for day in (2, 3, 4, 5, 6, 9, 10):
        desk.enter("a", day, good=98, scrap=2)
    assert desk.page(NOW).chart.natural is None  # one too few
    desk.enter("a", 12, good=98, scrap=2)
    desk.enter("a", 20, good=0, scrap=100)  # today counts for nothing
    natural = desk.page(NOW).chart.natural
    assert natural is not None
    assert (natural.points, natural.mean, natural.high) == (FEWEST, F(2), F(2))


def test_what_may_be_negative_has_a_lower_limit_below_zero(tmp_path: Path) -> None:
    balance = Kpi(
        id="balance",
        name="Balance",
        unit="",
        better=Better.RANGE,
        formula="good - scrap",
        targets=(Target(valid_from=date(2026, 1, 1), low=F(-5), high=F(5)),),
    )
    plant = replace(
        PLANT, kpis=(SCRAP, COST, balance), letters=(Letter(code="B", name="B", kpis=("balance", "scrap")),)
    )
    with letters_desk(tmp_path / "board.db", plant) as desk:
        for place, day in enumerate(OCTOBER):
            desk.enter("a", day, month=10, good=10, scrap=10 + (place % 2))
        chart = desk.page(NOW, "B").chart
    assert chart.natural is not None
    assert chart.natural.low < 0
    assert [(point.aim, point.low, point.high) for point in chart.points[:1]] == [(None, F(-5), F(5))]


def test_a_letter_without_a_kpi_has_no_run(desk: LettersDesk) -> None:
    desk.enter("a", 2, lost_time=0)
    chart = desk.page(NOW, "S").chart
    assert (chart.name, chart.points, chart.natural) == ("Safety", (), None)
