"""Why a letter lost what it lost: from readings, misses of intervals, or what people logged for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from fractions import Fraction
from pathlib import Path

import pytest

from board.journal.identity import new_id
from board.journal.intention import LogDeviation, LogMiss
from board.plant.plant import Better, Kpi, Letter, Measure, MeasureKind, Plant, Reason
from board.plant.span import Span
from board.views.letter import LetterPage
from tests.board.pages.letters_desk import COST, PLANT, SCRAP, LettersDesk, letters_desk, of_november, utc

F = Fraction
NOW = utc(20)
DELIVERY = Kpi(id="made", name="Made", unit="%", better=Better.HIGHER, formula="100 * good / planned")


def plant() -> Plant:
    return replace(
        PLANT,
        lines=tuple(replace(line, unit="cases") for line in PLANT.lines),
        kpis=(SCRAP, COST, DELIVERY),
        letters=(*PLANT.letters, Letter(code="D", name="Delivery", kpis=("made",))),
        measures=(
            *PLANT.measures,
            Measure(id="planned", name="Planned", kind=MeasureKind.COUNT, unit="parts"),
            Measure(id="downtime", name="Downtime", kind=MeasureKind.DURATION, unit="min"),
        ),
        reasons=(
            Reason(code="torque", name="Cap torque", group="Caps"),
            Reason(code="skew", name="Label skew", group="L"),
        ),
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LettersDesk]:
    with letters_desk(tmp_path / "board.db", plant()) as found:
        yield found


def bars(page: LetterPage) -> list[tuple[str | None, int]]:
    assert page.pareto is not None
    assert all(bar.value.denominator == 1 for bar in page.pareto.bars)
    return [(bar.code, int(bar.value)) for bar in page.pareto.bars]


def test_a_days_scrap_by_reason_with_what_nobody_coded_in_its_rank(desk: LettersDesk) -> None:
    for reason, value in (("torque", 338), ("skew", 121), (None, 200)):
        desk.tell("a", 18, reason, scrap=value)
    desk.enter("a", 18, good=17000)
    page = desk.page(NOW, day=of_november(18))
    assert bars(page) == [("torque", 338), (None, 200), ("skew", 121)]
    assert page.pareto is not None
    assert (page.pareto.unit, page.pareto.of_month, page.pareto.rest) == ("cases", False, None)
    assert [bar.name for bar in page.pareto.bars] == ["Cap torque", "", "Label skew"]


def test_a_day_without_reasons_shows_those_of_its_month(desk: LettersDesk) -> None:
    desk.tell("a", 17, "torque", scrap=3)
    desk.enter("a", 18, good=90, scrap=10)
    desk.enter("a", 30, month=10, good=90, scrap=10)
    page = desk.page(NOW, day=of_november(18))
    assert page.pareto is not None
    assert page.pareto.of_month
    assert bars(page) == [(None, 10), ("torque", 3)]
    october = desk.page(NOW, day=datetime(2026, 10, 30, tzinfo=UTC).date())
    assert october.pareto is None  # nobody gave any reason in October
    assert desk.page(NOW, "C", day=of_november(18)).pareto is not None  # cost reads scrap too
    assert desk.page(NOW, "S", day=of_november(18)).pareto is None


def test_an_area_adds_up_the_reasons_of_its_lines_and_more_than_fit_are_told_together(desk: LettersDesk) -> None:
    for line in ("a", "b"):
        for place, reason in enumerate("abcdef"):
            desk.tell(line, 18, reason, scrap=10 - place)
    page = desk.page(NOW, node="hall", day=of_november(18))
    assert bars(page) == [("a", 20), ("b", 18), ("c", 16), ("d", 14)]
    assert page.pareto is not None
    assert page.pareto.rest == 22


def miss(desk: LettersDesk, hour: int, reason: str, quantity: int) -> None:
    interval = Span(utc(18, hour), utc(18, hour + 2))
    desk.store.keep(
        LogMiss(id=new_id(interval.end), node="a", interval=interval, reason=reason, quantity=quantity), interval.end
    )


def test_output_is_explained_by_misses_of_intervals_before_the_stops_of_machines(desk: LettersDesk) -> None:
    desk.tell("a", 18, "jam", downtime=40)
    desk.enter("a", 18, good=90, planned=100)
    page = desk.page(NOW, "D", day=of_november(18))
    assert bars(page) == [("jam", 40)]
    assert page.pareto is not None
    assert page.pareto.unit == "min"
    for hour, reason, quantity in ((6, "torque", 4), (8, "skew", 9), (10, "torque", 7)):
        miss(desk, hour, reason, quantity)
    page = desk.page(NOW, "D", day=of_november(18))
    assert bars(page) == [("torque", 11), ("skew", 9)]
    assert page.pareto is not None
    assert page.pareto.unit == "cases"
    assert desk.page(NOW, day=of_november(18)).pareto is None  # they say nothing of quality


def test_a_day_that_begins_at_another_hour_since_leaves_the_misses_before_it_on_their_days(desk: LettersDesk) -> None:
    desk.enter("a", 18, good=90, planned=100)
    miss(desk, 8, "torque", 4)
    desk.adopt(replace(plant(), site=replace(PLANT.site, day_starts=time(22))), utc(19, 8))
    page = desk.page(NOW, "D", day=of_november(18))
    assert page.pareto is not None
    assert not page.pareto.of_month
    assert bars(page) == [("torque", 4)]


def deviation(desk: LettersDesk, day: int, reason: str | None, quantity: int | None, letter: str = "S") -> None:
    at = utc(day, 14)
    desk.store.keep(
        LogDeviation(
            id=new_id(at),
            node="a",
            letter=letter,
            day=of_november(day),
            reason=reason,
            text="" if reason else "slipped",
            quantity=None if quantity is None else F(quantity),
        ),
        at,
    )


def test_what_people_logged_counts_by_quantity_where_all_gave_one_else_by_how_often(desk: LettersDesk) -> None:
    deviation(desk, 18, "torque", 5)
    deviation(desk, 18, "skew", 6)
    assert bars(desk.page(NOW, "S", day=of_november(18))) == [("skew", 6), ("torque", 5)]
    deviation(desk, 18, "torque", None)
    deviation(desk, 18, None, None)
    page = desk.page(NOW, "S", day=of_november(18))
    assert bars(page) == [("torque", 2), ("skew", 1), (None, 1)]
    assert [line.reason for line in page.deviations] == ["Cap torque", "Label skew", "Cap torque", None]
    assert desk.page(NOW, "Q", day=of_november(18)).deviations == ()
    yesterday = desk.page(NOW, "S", day=of_november(19))
    assert yesterday.pareto is not None
    assert yesterday.pareto.of_month
