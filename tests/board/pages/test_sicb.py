"""The short interval control board as a team leader reads it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.plant.plant import Line, PlannedRun, RunKind, Shift
from board.plant.span import Span
from board.views.freshness import Stage
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import ReviewState
from tests.board.pages.desk import EARLY, LATE, Desk, desk, one_line, span, utc

GOOD, MISS = Mark(Phase.CLOSED, Judgement.GOOD), Mark(Phase.CLOSED, Judgement.MISS)


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "board.db") as found:
        yield found


def test_a_shift_with_a_good_a_missed_a_running_and_a_coming_interval(open_desk: Desk) -> None:
    open_desk.made(utc(7), 210)
    open_desk.made(utc(9, 30), 100)
    open_desk.made(utc(10, 30), 60)
    board = open_desk.board(utc(11))
    first, second, running, last = board.intervals
    assert (first.plan, first.actual, first.delta, first.mark) == (200, 210, 10, GOOD)
    assert (second.plan, second.actual, second.delta, second.mark) == (175, 100, -75, MISS)
    assert (second.gap, second.explained, second.unexplained) == (75, 0, 75)
    assert (running.plan, running.plan_so_far, running.actual) == (150, 100, 60)
    assert running.mark == Mark(Phase.OPEN, Judgement.MISS)
    assert running.elapsed == Fraction(1, 2)
    assert last.mark == Mark(Phase.FUTURE)
    assert last.actual is None
    assert board.total_plan == 725
    assert (board.total_plan_so_far, board.total_actual, board.total_delta) == (475, 370, -105)
    assert board.total_mark == Mark(Phase.OPEN, Judgement.MISS)
    assert board.to_go == 355
    assert [(item.starts.hour, item.unexplained) for item in board.tray] == [(8, 75)]
    assert board.misses_in_a_row == 1


def test_recovery_says_the_needed_rate_and_the_last_moment(open_desk: Desk) -> None:
    open_desk.made(utc(7), 200)
    open_desk.made(utc(9, 30), 150)
    open_desk.made(utc(10, 30), 100)
    board = open_desk.board(utc(11))
    outlook = board.recovery
    assert outlook is not None
    assert outlook.needed_rate == Fraction(275 * 2, 5)  # 275 parts in the two and a half hours after the break
    assert outlook.recoverable
    assert outlook.last_moment is not None
    assert outlook.minutes_left is not None
    assert 0 < outlook.minutes_left < 180
    assert outlook.path[-1].delta == -25


def test_nobody_entered_is_not_zero_and_not_green(open_desk: Desk) -> None:
    open_desk.made(utc(7), 200)
    board = open_desk.board(utc(10, 30))
    assert board.intervals[1].mark == Mark(Phase.UNRECORDED)
    assert board.intervals[1].actual is None
    assert board.intervals[1].unexplained == 0
    assert not board.complete
    assert board.total_delta == 0


def test_a_source_that_says_it_is_complete_makes_no_rows_a_zero(open_desk: Desk) -> None:
    open_desk.made(utc(7), 200, complete_through=utc(10))
    board = open_desk.board(utc(10, 30))
    assert board.intervals[1].actual == 0
    assert board.intervals[1].mark == MISS


def test_before_the_first_reading_nothing_is_known_however_far_the_source_has_read(open_desk: Desk) -> None:
    open_desk.made(utc(9), 100, complete_through=utc(10))
    board = open_desk.board(utc(10, 30))
    assert board.intervals[0].mark == Mark(Phase.UNRECORDED)
    assert [item.starts.hour for item in board.tray] == [8]


def test_a_missing_value_is_not_zero(open_desk: Desk) -> None:
    open_desk.made(utc(9), None)
    assert open_desk.board(utc(10, 30)).intervals[1].mark == Mark(Phase.UNRECORDED)


def test_reasons_explain_the_gap_and_late_counts_leave_a_surplus(open_desk: Desk) -> None:
    open_desk.made(utc(9), 100)
    open_desk.miss(span(8, 10), 70)
    row = open_desk.board(utc(10, 30)).intervals[1]
    assert (row.explained, row.unexplained, row.surplus) == (70, 5, 0)
    assert [(part.name, part.icon, part.quantity, part.minutes) for part in row.parts] == [
        ("Labeller", "labeller", 70, 11)
    ]
    open_desk.made(utc(9, 10), 20)
    row = open_desk.board(utc(10, 30)).intervals[1]
    assert (row.gap, row.explained, row.unexplained, row.surplus) == (55, 70, 0, 15)


def test_a_reason_the_plant_no_longer_knows_keeps_its_code(open_desk: Desk) -> None:
    open_desk.made(utc(9), 100)
    open_desk.miss(span(8, 10), 70, reason="old-jam")
    assert open_desk.board(utc(10, 30)).intervals[1].parts[0].name == "old-jam"


def test_the_leaders_review_is_due_and_then_stamped(open_desk: Desk) -> None:
    open_desk.made(utc(7), 200)
    before = open_desk.board(utc(8, 1)).intervals
    assert before[0].review.state is ReviewState.DUE
    assert before[1].review.state is ReviewState.NOT_YET
    open_desk.review(span(6, 8), at=utc(8, 4))
    stamp = open_desk.board(utc(8, 5)).intervals[0].review
    assert (stamp.state, stamp.by, stamp.at.minute) == (ReviewState.DONE, "R. Patel", 4)


def test_a_reading_over_a_border_is_shared_out_by_working_minutes_and_marked(open_desk: Desk) -> None:
    open_desk.made(utc(7), 120, until=utc(10))  # 60 worked minutes before 8, 105 after it
    first, second, *_ = open_desk.board(utc(10, 30)).intervals
    assert first.apportioned
    assert second.apportioned
    assert first.actual == round(120 * 60 / 165)
    assert second.actual == round(120 * 105 / 165)


def test_meeting_the_whole_plan_on_the_wall_is_good(tmp_path: Path) -> None:
    line = Line(id="line", name="Line", area="hall", rate=Fraction(1001, 10), interval=timedelta(hours=2))
    with desk(tmp_path / "board.db", one_line(lines=(line,))) as found:
        found.made(utc(7), 200)
        row = found.board(utc(8, 30)).intervals[0]
        assert (row.plan, row.plan_exact) == (200, Fraction(1001, 5))
        assert row.mark == GOOD


def test_scrap_and_rework_are_rejected_and_shown_beside(open_desk: Desk) -> None:
    open_desk.made(utc(7), 200)
    open_desk.made(utc(7, 10), 3, measure="scrap")
    open_desk.made(utc(7, 20), 2, measure="rework")
    board = open_desk.board(utc(8, 30))
    assert board.intervals[0].rejected == 5
    shift = board.oee[0]
    assert (shift.plan, shift.good, shift.rejected) == ("shift", 200, 5)
    assert shift.quality_ratio == Fraction(200, 205)
    assert shift.oee == Fraction(200, 725)


def test_a_planned_changeover_lowers_the_plan_and_stays_a_loss_in_oee(tmp_path: Path) -> None:
    changeover = PlannedRun(node="line", start=utc(7), end=utc(7, 30), kind=RunKind.CHANGEOVER)
    with desk(tmp_path / "board.db", one_line(runs=(changeover,))) as found:
        found.made(utc(7), 150)
        board = found.board(utc(8, 30))
        assert board.intervals[0].plan == 150
        assert board.intervals[0].mark == GOOD
        assert board.oee[0].planned_minutes == 435


def test_a_line_without_a_rate_shows_counts_and_no_colour(tmp_path: Path) -> None:
    with desk(tmp_path / "board.db", one_line(lines=(Line(id="line", name="Line", area="hall"),))) as found:
        found.made(utc(7), 150)
        board = found.board(utc(8, 30))
        assert board.plan_source == "none"
        assert board.intervals[0].mark == Mark(Phase.NO_TARGET)
        assert (board.intervals[0].actual, board.intervals[0].plan) == (150, None)
        assert board.recovery is None


def test_no_shift_today_is_a_state(tmp_path: Path) -> None:
    with desk(tmp_path / "board.db", one_line(shifts=())) as found:
        board = found.board(utc(8, 30))
        assert (board.shift, board.intervals, board.running) == (None, (), False)
        assert len(board.tiles) == 3


def test_a_named_shift_is_that_of_the_production_day(open_desk: Desk) -> None:
    assert open_desk.board(utc(7), shift="Late").starts == utc(14)
    assert open_desk.board(utc(15), shift="Early").ends == utc(14)
    assert all(row.mark == Mark(Phase.FUTURE) for row in open_desk.board(utc(7), shift="Late").intervals)


def test_after_the_last_shift_the_board_stays_on_it(open_desk: Desk) -> None:
    open_desk.made(utc(15), 100)
    board = open_desk.board(utc(23))
    assert (board.shift, board.running) == ("Late", False)


def test_what_nobody_entered_counts_as_made_to_plan_in_the_forecast(tmp_path: Path) -> None:
    with desk(tmp_path / "board.db", one_line(lines=(replace(one_line().lines[0], counted_by_hand=True),))) as found:
        found.typed(span(6, 8), 200, at=utc(8, 1))
        outlook = found.board(utc(12, 15)).recovery
        assert outlook is not None
        assert outlook.recoverable
        assert outlook.needed_rate == 100  # what is known is to plan, and so is what is not
        assert outlook.gap_at_end == 35  # 105 minutes at 20 an hour more than planned


def test_a_count_typed_while_the_interval_runs_counts_in_full(tmp_path: Path) -> None:
    line = replace(one_line().lines[0], counted_by_hand=True, interval=timedelta(hours=4))
    with desk(tmp_path / "board.db", one_line(lines=(line,))) as found:
        found.typed(span(10, 14), 150, at=utc(11, 45))
        row = found.board(utc(12)).intervals[1]
        assert (row.actual, row.apportioned) == (150, False)
        assert found.board(utc(14, 30), shift="Early").intervals[1].actual == 150
        assert found.board(utc(12)).oee[0].good == 150


def test_a_line_counted_by_hand_is_as_fresh_as_the_time_of_its_last_count(tmp_path: Path) -> None:
    line = replace(one_line().lines[0], counted_by_hand=True, interval=timedelta(hours=4))
    with desk(tmp_path / "board.db", one_line(lines=(line,))) as found:
        found.made(utc(6), 300, until=utc(9), received=utc(11, 30))  # told of later
        found.made(utc(11, 30), 16, measure="energy", until=utc(11, 31))
        assert found.board(utc(12)).freshness.seen_at == utc(9)
        found.typed(span(10, 14), 150, at=utc(11, 45))
        assert found.board(utc(12)).freshness.seen_at == utc(11, 45)


def test_an_ended_shift_has_no_rate_left_to_need(open_desk: Desk) -> None:
    open_desk.made(utc(15), 100)
    late = open_desk.board(utc(23)).recovery
    assert late is not None
    assert (late.needed_rate, late.recoverable) == (None, False)
    assert late.path[-1].at <= 1


def test_with_nothing_counted_the_plan_so_far_is_that_of_what_has_begun(open_desk: Desk) -> None:
    board = open_desk.board(utc(10, 30))
    assert board.recovery is None
    assert (board.total_plan, board.total_plan_so_far) == (725, 425)


def test_age_is_that_of_the_oldest_source_of_the_line(open_desk: Desk) -> None:
    assert open_desk.board(utc(7)).freshness.stage(utc(7)) is Stage.MISSING
    open_desk.made(utc(7), 100)
    freshness = open_desk.board(utc(7, 1)).freshness
    assert freshness.age_s(utc(7, 1)) == 60
    assert freshness.stage(utc(7, 1)) is Stage.LIVE
    assert freshness.stage(utc(7, 3)) is Stage.LATE
    assert freshness.stage(utc(7, 6)) is Stage.STALE


def test_a_changed_rate_judges_what_ends_after_it_and_repaints_nothing(open_desk: Desk) -> None:
    open_desk.made(utc(7), 200)
    open_desk.made(utc(9, 30), 180)
    faster = replace(open_desk.plant.lines[0], rate=Fraction(110))
    newer = replace(open_desk.plant, lines=(faster,), digest="newer")
    open_desk.history = open_desk.history.with_version(utc(9), newer)
    first, second, third, _ = open_desk.board(utc(10, 30)).intervals
    assert (first.plan, first.mark) == (200, GOOD)
    assert second.plan_exact == Fraction(385, 2)
    assert third.plan_exact == 165


def test_as_known_then_and_as_known_today_differ_after_a_correction(open_desk: Desk) -> None:
    open_desk.made(utc(7), 150, key="k", received=utc(7, 1))
    open_desk.made(utc(7), 210, key="k", received=utc(9))
    now = utc(10)
    assert open_desk.board(now).intervals[0].actual == 210
    assert open_desk.board(now, known_at=utc(8)).intervals[0].actual == 150


def test_a_later_count_forgets_what_the_tray_held(open_desk: Desk) -> None:
    open_desk.made(utc(9), 100)
    assert [item.unexplained for item in open_desk.board(utc(15)).tray] == [75]
    open_desk.made(utc(9, 10), 80)
    assert open_desk.board(utc(15)).tray == ()


def test_several_lines_stand_side_by_side(tmp_path: Path) -> None:
    lines = (
        Line(id="line", name="Line", area="hall", rate=Fraction(100)),
        Line(id="line-2", name="Line 2", area="hall", rate=Fraction(50), interval=timedelta(hours=4)),
    )
    with desk(tmp_path / "board.db", one_line(lines=lines)) as found:
        found.made(utc(7), 150)
        board = found.lines(utc(8, 30))
        assert [line.name for line in board.lines] == ["Line", "Line 2"]
        assert [len(line.intervals) for line in board.lines] == [4, 2]
        assert len(board.columns) == 4
        assert board.lines[0].total_delta == -50
        assert board.lines[0].unexplained == 50
        assert board.lines[1].total_actual is None


def test_a_line_that_is_new_in_the_plant_has_its_intervals_at_once(open_desk: Desk) -> None:
    new = Line(id="new", name="New", area="hall", rate=Fraction(60))
    history = open_desk.history.with_version(utc(9, 30), one_line(lines=(*one_line().lines, new)))
    board = open_desk.pages.line("new", history, now=utc(11))
    assert [row.plan for row in board.intervals] == [120, 105, 90, 120]
    assert board.tray == ()
    with pytest.raises(KeyError, match="no line 'new'"):
        open_desk.pages.line("new", open_desk.history, now=utc(11))


def test_a_count_over_the_end_of_a_shift_is_shared_by_both_and_counted_once(open_desk: Desk) -> None:
    open_desk.made(utc(13), 120, until=utc(15))
    early, late = open_desk.board(utc(15, 30), shift="Early"), open_desk.board(utc(15, 30))
    assert (early.total_actual, late.total_actual) == (60, 60)


def test_a_line_that_rests_while_another_works_shows_no_shift_of_long_ago(tmp_path: Path) -> None:
    lines = tuple(Line(id=name, name=name.title(), area="hall", rate=Fraction(100)) for name in ("line", "other"))
    shifts = (replace(EARLY, lines=frozenset({"other"})), replace(LATE, lines=frozenset({"line"})))
    with desk(tmp_path / "board.db", one_line(lines=lines, shifts=shifts)) as found:
        found.made(utc(15), 150)
        board = found.lines(utc(15, 30))
        assert (board.shift, [len(line.intervals) for line in board.lines]) == ("Late", [4, 0])
        assert board.lines[1].total_mark == Mark(Phase.OFF)
        assert board.lines[1].total_actual is None
        after = found.lines(utc(23))  # nobody works: the last shift of each
        assert [len(line.intervals) for line in after.lines] == [4, 4]


def test_a_line_counted_by_hand_makes_no_board_of_machines_look_stale(tmp_path: Path) -> None:
    by_hand = Line(id="line-2", name="Line 2", area="hall", rate=Fraction(50), counted_by_hand=True)
    with desk(tmp_path / "board.db", one_line(lines=(*one_line().lines, by_hand))) as found:
        found.made(utc(7), 150)
        assert found.lines(utc(7, 1)).freshness.stage(utc(7, 1)) is Stage.LIVE


def test_a_night_shift_on_a_clock_change_has_its_real_hours(tmp_path: Path) -> None:
    night = Shift(name="Night", starts=time(22), ends=time(6))
    line = replace(one_line().lines[0], interval=timedelta(hours=4), rate=Fraction(60))
    site = replace(one_line().site, timezone="Europe/Berlin")
    with desk(tmp_path / "board.db", one_line(site=site, shifts=(night,), lines=(line,))) as found:
        board = found.board(datetime(2026, 3, 29, 2, tzinfo=UTC))
        assert [row.plan for row in board.intervals] == [240, 180]
        assert board.span == Span(datetime(2026, 3, 28, 21, tzinfo=UTC), datetime(2026, 3, 29, 4, tzinfo=UTC))
