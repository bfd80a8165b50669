"""What may be entered for a letter's day, what stood before it was put right, and who closed the day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from fractions import Fraction
from pathlib import Path

import pytest

from board.journal.identity import new_id
from board.journal.intention import EnterDay, LogDeviation, ReviewInterval, Undo
from board.plant.plant import Person
from board.plant.span import Span
from board.views.letter import Enterable
from tests.board.pages.letters_desk import PLANT, LettersDesk, letters_desk, of_november, utc

F = Fraction
NOW = utc(20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LettersDesk]:
    plant = replace(PLANT, people=(Person(id="p1", name="R. Patel"),))
    with letters_desk(tmp_path / "board.db", plant) as found:
        yield found


def typed(desk: LettersDesk, day: int, at: datetime, value: int, before: int | None, *, measure: str = "scrap") -> str:
    entry = desk.store.keep(
        EnterDay(
            id=new_id(at),
            node="a",
            day=of_november(day),
            measure=measure,
            value=F(value),
            before=None if before is None else F(before),
            actor="p1",
        ),
        at,
    )
    desk.hear(day)
    return entry.id


def enterable(
    desk: LettersDesk, day: int, measure: str = "scrap", *, node: str = "a", known_at: datetime | None = None
) -> Enterable:
    page = desk.page(NOW, node=node, day=of_november(day), known_at=known_at)
    return next(one for one in page.enterable if one.measure == measure)


def test_a_line_takes_what_its_letter_reads_in_that_order_up_to_today(desk: LettersDesk) -> None:
    assert [one.measure for one in desk.page(NOW, "C").enterable] == ["cost", "good", "scrap"]
    assert [one.measure for one in desk.page(NOW, "S").enterable] == ["near_miss", "first_aid", "lost_time"]
    assert [one.whole for one in desk.page(NOW, "C").enterable] == [False, True, True]
    assert desk.page(NOW, day=of_november(21)).enterable == ()
    desk.enter("a", 18, good=9)
    assert enterable(desk, 18).value is None  # nobody entered scrap, though none was counted


def test_a_figure_put_right_leaves_the_earlier_ones_visible_with_who_and_when(desk: LettersDesk) -> None:
    desk.enter("a", 18, good=90, scrap=10)
    first = typed(desk, 18, utc(19, 8), 12, 10)
    second = typed(desk, 18, utc(19, 9), 7, 12)
    found = enterable(desk, 18)
    assert (found.value, found.entry) == (F(7), second)
    assert [(one.value, one.who, one.at) for one in found.earlier] == [
        (F(12), "R. Patel", utc(19, 8)),
        (F(10), None, utc(18, 10).replace(minute=1)),
    ]
    desk.store.keep(Undo(id=new_id(utc(19, 10)), node="a", subject=second), utc(19, 10))
    desk.hear(18)
    again = enterable(desk, 18)
    assert (again.value, again.entry) == (F(12), first)
    assert [one.value for one in again.earlier] == [7, 10]  # what was taken back stays visible too


def test_what_a_source_put_right_stays_visible(desk: LettersDesk) -> None:
    desk.enter("a", 18, good=90, scrap=10, key="sheet")
    desk.enter("a", 18, good=90, scrap=4, key="sheet", received=utc(19, 7))
    desk.enter("a", 18, good=90, scrap=5, key="sheet", received=utc(19, 8))
    found = enterable(desk, 18)
    assert (found.value, found.entry) == (F(5), None)
    assert [(one.value, one.who, one.at) for one in found.earlier] == [
        (F(4), None, utc(19, 7)),
        (F(10), None, utc(18, 10).replace(minute=1)),
    ]
    assert enterable(desk, 18, "good").earlier == ()
    then = enterable(desk, 18, known_at=utc(19, 7))
    assert (then.value, [one.value for one in then.earlier]) == (F(4), [F(10)])


def test_a_day_that_begins_at_another_hour_since_keeps_what_stood_before_on_its_days(desk: LettersDesk) -> None:
    desk.enter("a", 18, good=90, scrap=10, key="sheet")
    desk.enter("a", 18, good=90, scrap=4, key="sheet", received=utc(19, 7))
    desk.adopt(replace(PLANT, site=replace(PLANT.site, day_starts=time(22))), utc(19, 8))
    assert [one.value for one in enterable(desk, 18).earlier] == [F(10)]


def test_figures_of_lines_belong_to_lines_and_those_of_an_area_to_the_area(desk: LettersDesk) -> None:
    def taken(node: str) -> list[str]:
        return [one.measure for one in desk.page(NOW, "S", node).enterable]

    every = ["near_miss", "first_aid", "lost_time"]
    assert taken("hall") == taken("site") == every  # nobody has entered any yet
    desk.enter("a", 18, lost_time=0)
    assert taken("hall") == taken("site") == ["near_miss", "first_aid"]
    assert taken("a") == every
    desk.enter("hall", 18, lost_time=0)
    assert taken("hall") == every
    assert desk.page(NOW, "Q", "hall").enterable != ()


def test_a_typed_figure_colours_its_day(desk: LettersDesk) -> None:
    typed(desk, 18, utc(19, 8), 100, None, measure="good")
    typed(desk, 18, utc(19, 8), 1, None)
    page = desk.page(NOW, day=of_november(18))
    assert page.kpis[0].value == F(100, 101)
    assert page.letter.days[17].mark.judgement is not None
    before = desk.page(NOW, day=of_november(18), known_at=utc(18, 23))
    assert before.letter.days[17].mark.judgement is None


def test_a_deviation_is_told_with_its_reason_and_who_logged_it(desk: LettersDesk) -> None:
    at = utc(19, 7)
    said = LogDeviation(
        id=new_id(at), node="a", letter="Q", day=of_november(18), text="lot 26-318 held", quantity=F(480), actor="p1"
    )
    entry = desk.store.keep(said, at)
    for node in ("a", "hall", "site"):
        (found,) = desk.page(NOW, node=node, day=of_november(18)).deviations
        assert (found.entry, found.reason, found.text, found.quantity, found.who, found.at) == (
            entry.id,
            None,
            "lot 26-318 held",
            F(480),
            "R. Patel",
            at,
        )
    assert desk.page(NOW, day=of_november(17)).deviations == ()
    assert desk.page(NOW, day=of_november(18), known_at=utc(18, 23)).deviations == ()


def test_who_closed_a_day_is_who_reviewed_its_last_interval(desk: LettersDesk) -> None:
    night = Span(utc(18, 22), utc(19, 6))
    for interval, at in ((Span(utc(18, 12), utc(18, 14)), utc(18, 15)), (Span(utc(19, 4), night.end), utc(19, 7))):
        desk.store.keep(ReviewInterval(id=new_id(at), node="a", interval=interval, actor="p1"), at)
    page = desk.page(NOW, day=of_november(18))
    assert (page.closed_at, page.closed_by) == (utc(19, 7), "R. Patel")
    assert desk.page(NOW, day=of_november(17)).closed_at is None
    assert desk.page(NOW, node="hall", day=of_november(18)).closed_at is None
