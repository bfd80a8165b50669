"""What a supervisor changes on the wall shows from then on, and what was closed stays as it was."""

from datetime import date, time, timedelta
from fractions import Fraction
from pathlib import Path

from board.journal.adjusted import adjusted
from board.journal.identity import new_id
from board.journal.intention import ChangeShift, EnterDay, Intention, PlanRun, SetTarget, Undo
from board.pages.sicb import SicbPages
from board.pages.sqcdp import SqcdpPages
from board.plant.span import Span
from board.views.mark import Mark, Phase
from board.views.sicb import Sicb
from tests.board.pages import desk as counts
from tests.board.pages.desk import Desk
from tests.board.pages.letters_desk import LettersDesk, letters_desk, of_november, utc


def change(desk: Desk, intention: Intention, hour: float) -> None:
    """Keep a change at an hour and lay it on the plant, as the board does."""
    desk.store.keep(intention, counts.utc(0) + timedelta(hours=hour))
    while desk.store.settle():
        continue
    desk.history = adjusted(desk.history, desk.reader.adjustments())
    desk.pages = SicbPages(desk.reader)


def plans(view: Sicb) -> list[int | None]:
    return [row.plan for row in view.intervals]


def test_a_run_planned_on_the_wall_is_the_plan_of_what_has_not_closed(tmp_path: Path) -> None:
    with counts.desk(tmp_path / "board.db") as desk:
        before = desk.board(counts.utc(9))
        span = Span(counts.utc(6), counts.utc(14))
        change(desk, PlanRun(id="r", node="line", span=span, product="P", rate=Fraction(50)), 9)
        after = desk.board(counts.utc(9, 1))
        assert plans(before)[0] == plans(after)[0] == 200
        assert [one is not None and one < 200 for one in plans(after)] == [False, True, True, True]
        change(desk, Undo(id=new_id(counts.utc(9)), node="line", subject="r"), 9.5)
        assert plans(desk.board(counts.utc(10))) == plans(before)


def test_overtime_adds_an_interval_and_takes_it_from_the_next_shift(tmp_path: Path) -> None:
    with counts.desk(tmp_path / "board.db") as desk:
        day = counts.utc(6).date()
        change(desk, ChangeShift(id="o", node="line", day=day, shift="Early", ends=time(16)), 9)
        assert len(desk.board(counts.utc(9, 1)).intervals) == 5
        late = desk.board(counts.utc(17))
        assert [one.starts.time() for one in late.intervals] == [time(16), time(18), time(20)]


def test_a_figure_of_the_day_is_no_count_of_its_intervals(tmp_path: Path) -> None:
    with counts.desk(tmp_path / "board.db") as desk:
        desk.made(counts.utc(7), 150)
        before = desk.board(counts.utc(23), shift="Early")
        day = EnterDay(
            id="d", node="line", day=counts.utc(6).date(), measure="good", value=Fraction(10), before=Fraction(150)
        )
        desk.store.keep(day, counts.utc(23))
        desk.pages = SicbPages(desk.reader)
        assert desk.board(counts.utc(23), shift="Early").intervals == before.intervals


def test_a_figure_of_a_day_before_the_first_reading_makes_no_interval_nought(tmp_path: Path) -> None:
    with counts.desk(tmp_path / "board.db") as desk:
        desk.made(counts.utc(10, 30), 50, complete_through=counts.utc(12))
        before = desk.board(counts.utc(12, 1))
        assert before.intervals[0].actual is None, "nobody has told of it"
        day = EnterDay(id="d", node="line", day=counts.utc(6).date(), measure="scrap", value=Fraction(3))
        desk.store.keep(day, counts.utc(12))
        desk.pages = SicbPages(desk.reader)
        assert desk.board(counts.utc(12, 1)).intervals == before.intervals


def test_a_figure_that_was_taken_back_was_no_beginning(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db", began=utc(20)) as desk:
        desk.enter("a", 18, good=99, scrap=1)
        before = colours(desk, 20)
        assert before[4] == Mark(Phase.OFF)
        desk.store.keep(EnterDay(id="d", node="a", day=of_november(3), measure="scrap", value=Fraction(9)), utc(19, 9))
        assert colours(desk, 20)[4] == Mark(Phase.UNRECORDED)
        desk.store.keep(Undo(id=new_id(utc(19)), node="a", subject="d"), utc(19, 10))
        assert colours(desk, 20) == before


def colours(desk: LettersDesk, now: int) -> dict[int, object]:
    """Return the marks of the days of quality on line a."""
    history = adjusted(desk.history, desk.reader.adjustments())
    board = SqcdpPages(desk.reader).board("a", history, now=utc(now))
    quality = next(letter for letter in board.letters if letter.code == "Q")
    return {cell.day.day: cell.mark for cell in quality.days if cell.day.day < now}


def test_a_target_set_today_leaves_every_closed_day_as_it_was(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        for day in (2, 3, 4, 5):
            desk.enter("a", day, good=99, scrap=1)
        before = colours(desk, 4)
        strict = SetTarget(id="t", node="a", kpi="scrap", valid_from=of_november(4), value=Fraction(1, 2))
        desk.store.keep(strict, utc(4, 10))
        assert colours(desk, 4) == before
        judged = colours(desk, 6)
        assert {day: judged[day] for day in before} == before
        assert judged[4] == judged[5] != judged[3]
        desk.store.keep(Undo(id=new_id(utc(5)), node="a", subject="t"), utc(6, 9))
        assert colours(desk, 6) == judged


def test_a_corrected_figure_gives_the_day_another_colour_and_its_undo_the_old_one(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        desk.enter("a", 3, good=99, scrap=1)
        good = colours(desk, 5)[3]
        scrap = EnterDay(
            id="d", node="a", day=date(2026, 11, 3), measure="scrap", value=Fraction(9), before=Fraction(1), actor="p1"
        )
        desk.store.keep(scrap, utc(4, 9))
        assert colours(desk, 5)[3] != good
        desk.store.keep(Undo(id=new_id(utc(5)), node="a", subject="d"), utc(4, 10))
        assert colours(desk, 5)[3] == good
