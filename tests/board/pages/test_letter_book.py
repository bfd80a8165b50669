"""From when on a line may be due, what is known of accidents at a moment, and what is not due every day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from board.plant.plant import Kpi, Letter
from board.views.mark import Judgement, Mark, Phase
from tests.board.pages.letters_desk import COST, PLANT, SCRAP, LettersDesk, letters_desk, target, utc

NOW = utc(20)
OFF, UNRECORDED = Mark(Phase.OFF), Mark(Phase.UNRECORDED)
STAND_IN = datetime(1970, 1, 1, tzinfo=UTC)  # in force since before any time that can be meant


@pytest.fixture
def young(tmp_path: Path) -> Iterator[LettersDesk]:
    with letters_desk(tmp_path / "board.db", began=STAND_IN) as found:
        yield found


def marks(desk: LettersDesk, node: str = "a", code: str = "Q") -> dict[int, Mark]:
    return {cell.day.day: cell.mark for cell in desk.letter(NOW, code, node).days}


def test_a_plants_lines_are_due_from_the_first_reading_of_any_of_them(young: LettersDesk) -> None:
    young.enter("a", 5, good=99, scrap=1)
    assert [marks(young, node)[4] for node in ("a", "b", "hall", "site")] == [OFF] * 4
    assert [marks(young, node)[6] for node in ("a", "b", "hall", "site")] == [UNRECORDED] * 4
    assert marks(young)[5] == Mark(Phase.CLOSED, Judgement.GOOD)


def test_an_older_reading_that_comes_later_makes_the_days_after_it_due(young: LettersDesk) -> None:
    young.enter("a", 12, good=99, scrap=1)
    assert [marks(young, node)[5] for node in ("a", "hall")] == [OFF, OFF]
    young.enter("b", 3, good=99, scrap=1)  # found in an old file
    assert [marks(young, node)[5] for node in ("a", "hall")] == [UNRECORDED, UNRECORDED]
    assert [marks(young, node)[2] for node in ("a", "hall")] == [OFF, OFF]


def test_before_anything_is_known_all_worked_days_may_be_due(young: LettersDesk) -> None:
    assert marks(young)[5] == UNRECORDED


def test_what_was_not_known_of_accidents_then_is_not_counted_then(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        desk.enter("a", 3, month=6, lost_time=1, received=utc(1, month=7))
        desk.enter("a", 4, month=8, lost_time=1, received=utc(16))  # told of in November only
        desk.enter("a", 5, month=9, lost_time=1, key="sheet")
        desk.enter("a", 5, month=9, lost_time=0, key="sheet", received=utc(17))  # it was none
        desk.enter("a", 19, lost_time=0)

        def safety(known: datetime | None, node: str = "a") -> tuple[int | None, int | None]:
            found = desk.letter(NOW, "S", node, known_at=known).safety
            assert found is not None
            return found.since, found.record

        for node in ("a", "hall"):
            assert safety(None, node) == ((NOW - utc(4, month=8)).days, (NOW - utc(4, month=8)).days)
            assert safety(utc(15), node) == ((NOW - utc(5, month=9)).days, 93)  # 3 June and 5 September
            assert safety(utc(1, month=6), node) == (None, None)


def test_what_is_not_entered_every_day_keeps_no_day_waiting(tmp_path: Path) -> None:
    measures = tuple(replace(one, daily=one.id != "cost") for one in PLANT.measures)
    with letters_desk(tmp_path / "board.db", replace(PLANT, measures=measures)) as desk:
        for line in ("a", "b"):
            desk.enter(line, 16, good=99, scrap=1)
            desk.enter(line, 17, good=99, scrap=1, cost=99_000)
        for node in ("a", "hall"):
            found = marks(desk, node, "C")
            assert [found[day] for day in (16, 17, 18)] == [
                Mark(Phase.CLOSED, Judgement.GOOD),
                Mark(Phase.CLOSED, Judgement.MISS),
                UNRECORDED,
            ]


def test_a_kpi_without_a_target_has_its_value_and_no_colour(tmp_path: Path) -> None:
    free = replace(COST, targets=())
    plant = replace(PLANT, kpis=(SCRAP, free), letters=(Letter(code="C", name="Cost", kpis=("cost",)),))
    with letters_desk(tmp_path / "board.db", plant) as desk:
        desk.enter("a", 18, good=10, cost=90)
        page = desk.page(NOW, "C", day=NOW.date().replace(day=18))
        assert (page.day_mark, page.kpis[0].value, page.kpis[0].aim) == (Mark(Phase.NO_TARGET), Fraction(9), None)


def test_a_letter_that_the_plant_of_the_day_lacked_has_no_target_then(tmp_path: Path) -> None:
    more = Kpi(id="made", name="Made", unit="", better=SCRAP.better, formula="good", targets=(target("100"),))
    with letters_desk(tmp_path / "board.db") as desk:
        desk.enter("a", 16, good=50)
        desk.enter("a", 19, good=50)
        letters = (*PLANT.letters, Letter(code="D", name="Delivery", kpis=("made",)))
        desk.adopt(replace(PLANT, kpis=(*PLANT.kpis, more), letters=letters), utc(18, 7))
        found = marks(desk, "a", "D")
        assert (found[16], found[19]) == (Mark(Phase.NO_TARGET), Mark(Phase.CLOSED, Judgement.GOOD))
        page = desk.page(NOW, "D", day=NOW.date().replace(day=16))
        assert (page.kpis, page.ladder, page.enterable) == ((), (), ())
