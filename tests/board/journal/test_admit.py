"""A change that names what is not there, or would repaint what was, is not made; the reason is a sentence."""

from dataclasses import replace
from datetime import time, timedelta
from fractions import Fraction

import pytest

from board.journal.adjustment import Adjusted
from board.journal.admit import complaint, day_of, undo_complaint
from board.journal.intention import Adjustment
from tests.board.journal.said import (
    HISTORY,
    MONDAY,
    PLANT,
    at,
    day_off,
    made,
    person,
    reason,
    run,
    shift,
    target,
)

YESTERDAY, TUESDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)


def said_of(change: Adjustment, hour: int = 10, *, before: tuple[Adjusted, ...] = ()) -> str | None:
    """Return why a change could not be made on Monday at some hour."""
    fresh = replace(made(change, now=at(hour))[0], number=len(before) + 1, entry="new")
    return complaint(HISTORY, before, fresh)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (run(12, 14, node="gone"), "no line, area or site 'gone'"),
        (run(12, 14, node="hall"), "planned for one line"),
        (run(8, 10), "time is over"),
        (shift("Night"), "Early, Late"),
        (shift("Late", day=YESTERDAY), "is over"),
        (shift("Late", day=MONDAY.replace(month=4, day=3), ends=time(21)), "not worked on 2026-04-03"),
        (shift("Late", starts=time(23)), "no time left"),
        (target(2, kpi="nothing"), "no KPI 'nothing'"),
        (target(2, kpi="heat"), "a range from low to high"),
        (target(2, valid_from=YESTERDAY), "keeps its target"),
        (reason("belt", removed=True), "no reason 'belt'"),
        (person("p9", removed=True), "Nobody with the id 'p9'"),
        (day_off(YESTERDAY, TUESDAY), "is over"),
    ],
    ids=lambda each: each if isinstance(each, str) else type(each).__name__,
)
def test_a_change_of_what_is_not_there_or_over_is_refused(change: Adjustment, said: str) -> None:
    found = said_of(change)
    assert found is not None
    assert said in found
    assert found.endswith(".")


@pytest.mark.parametrize(
    "change",
    [
        run(8, 12),
        run(12, 14, day=9),
        shift("Late"),
        shift("Late", day=TUESDAY, node="works"),
        shift("Early", ends=time(15)),
        target(2),
        replace(target(2, kpi="heat"), value=None, low=Fraction(1), high=Fraction(2)),
        target(2, node="works", valid_from=TUESDAY),
        reason("belt"),
        person("p1", removed=True),
        day_off(TUESDAY, TUESDAY + timedelta(days=5)),
        day_off(MONDAY.replace(month=4, day=3), MONDAY.replace(month=4, day=3), worked=True),
    ],
    ids=lambda each: type(each).__name__,
)
def test_a_change_of_today_or_later_is_made(change: Adjustment) -> None:
    assert said_of(change) is None


def test_a_shift_can_be_cancelled_until_its_first_interval_closes() -> None:
    assert said_of(shift("Early"), 7) is None
    assert (
        said_of(shift("Early"), 8) == "Shift Early of 2026-03-02 is closed until 08:00; change what comes after that."
    )
    assert said_of(day_off(MONDAY, MONDAY), 7) is None
    assert said_of(day_off(MONDAY, MONDAY), 9) is not None


def test_a_shift_cannot_end_before_what_is_closed_but_not_long_ago() -> None:
    assert said_of(shift("Early", ends=time(11)), 12) is not None
    assert said_of(shift("Early", ends=time(12, 30)), 13) is None
    assert said_of(shift("Early", starts=time(7)), 9) is not None


def test_overtime_after_the_shift_is_over_is_taken_while_no_closed_interval_moves() -> None:
    assert said_of(shift("Late", ends=time(23)), 23) is None
    short = made(shift("Late", ends=time(21)), now=at(15))
    assert said_of(shift("Late", ends=time(23)), 22, before=short) is not None


def test_taking_back_a_change_must_not_move_what_is_closed() -> None:
    longer = made(shift("Late", ends=time(23)), now=at(15))
    taken_back = [replace(longer[0], undone_at=at(hour, day=hour // 24)) for hour in (16, 23)]
    assert undo_complaint(HISTORY, longer, longer[0], taken_back[0]) is None
    earlier = made(shift("Late", starts=time(13)), now=at(9))
    late = replace(earlier[0], undone_at=at(16))
    assert undo_complaint(HISTORY, earlier, earlier[0], late) is not None
    next_day = replace(earlier[0], undone_at=at(16, day=1))
    assert undo_complaint(HISTORY, earlier, earlier[0], next_day) is None


def test_a_line_keeps_the_day_on_which_its_shift_began() -> None:
    night = replace(PLANT, shifts=(replace(PLANT.shifts[1], starts=time(22), ends=time(7)),))
    assert day_of(night, "line", at(6, 30)) == YESTERDAY
    assert day_of(night, "hall", at(6, 30)) == MONDAY
