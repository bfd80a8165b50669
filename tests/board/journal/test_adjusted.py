"""Changes on the wall lie on top of the plants, each from its own moment on, and never repaint what was."""

import timeit
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.journal import adjusted as module
from board.journal import stack
from board.journal.adjusted import adjusted
from board.journal.adjustment import Adjusted
from board.journal.intention import Adjustment
from board.kpi.aim import own_target
from board.kpi.figure import Figure
from board.plant.calendar import day_span, shift_named, shift_runs, works_on
from board.plant.history import PlantHistory
from board.plant.plant import Plant, Shift
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
    undone,
)

LATER = replace(PLANT, shifts=(*PLANT.shifts, Shift(name="Night", starts=time(22), ends=time(6))))
INSTANT = timedelta(microseconds=1)
YESTERDAY, TUESDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)


def at_end(history: PlantHistory, day: date) -> Plant:
    """Return the plant that judges a closed day."""
    return history.at(day_span(PLANT, day).end - INSTANT)


def aim(plant: Plant, day: date) -> Fraction | None:
    found = own_target(Figure.of(plant.kpis[0]), "line", day)
    return None if found is None else found.value


def test_without_changes_the_history_is_the_same_one() -> None:
    assert adjusted(HISTORY, ()) is HISTORY
    assert adjusted(HISTORY, made(target(2)), known_at=at(9)) is HISTORY


def test_a_change_is_in_force_from_its_entry_and_changes_nothing_before() -> None:
    history = adjusted(HISTORY, made(shift("Late"), now=at(10)))
    assert history.at(at(9)) is PLANT
    assert shift_named(history.at(at(11)), "line", MONDAY, "Late") is None
    assert at_end(history, YESTERDAY) is PLANT


def test_a_change_made_before_the_first_plant_was_in_force_does_not_judge_what_came_before_it() -> None:
    coming = PlantHistory(((at(0, day=5), PLANT),))
    history = adjusted(coming, made(target(2, valid_from=MONDAY - timedelta(days=30))))
    assert aim(history.at(at(9)), MONDAY) is None
    assert aim(history.at(at(11)), MONDAY) == 2


def test_a_target_judges_from_its_day_on_and_an_undo_from_its_own_moment() -> None:
    changes = undone(made(target(2), now=at(10)), 1, at(10, day=2))
    history = adjusted(HISTORY, changes)
    judged = {day: aim(at_end(history, day), day) for day in (YESTERDAY, MONDAY, TUESDAY)}
    assert judged == {YESTERDAY: None, MONDAY: 2, TUESDAY: 2}
    wednesday = MONDAY + timedelta(days=2)
    assert aim(at_end(history, wednesday), wednesday) is None


def test_a_target_taken_back_on_its_own_day_never_judged_a_closed_day() -> None:
    history = adjusted(HISTORY, undone(made(target(2), now=at(10)), 1, at(12)))
    assert aim(history.at(at(11)), MONDAY) == 2
    assert aim(at_end(history, MONDAY), MONDAY) is None


def test_a_shift_that_was_taken_off_stays_off_once_its_day_is_over() -> None:
    changes = undone(made(shift("Late"), now=at(10)), 1, at(10, day=1))
    now = adjusted(HISTORY, changes).at(at(12, day=1))
    assert shift_named(now, "line", MONDAY, "Late") is None
    same_day = adjusted(HISTORY, undone(made(shift("Late"), now=at(10)), 1, at(12)))
    assert shift_named(same_day.at(at(13)), "line", MONDAY, "Late") is not None


def test_days_off_that_are_cut_short_stay_off_as_far_as_they_went() -> None:
    changes = made(day_off(MONDAY, MONDAY + timedelta(days=4)), now=at(5))
    now = adjusted(HISTORY, undone(changes, 1, at(10, day=2))).at(at(11, day=2))
    worked = [works_on(now, "line", MONDAY + timedelta(days=step)) for step in range(5)]
    assert worked == [False, False, True, True, True]


def test_a_plant_accepted_later_keeps_what_stands() -> None:
    accepted = HISTORY.with_version(at(12), LATER)
    history = adjusted(accepted, made(target(2), shift("Late", day=TUESDAY), now=at(10)))
    found = history.at(at(13))
    assert aim(found, MONDAY) == 2
    assert [one.shift.name for one in shift_runs(found, "line", TUESDAY)] == ["Early", "Night"]
    assert history.latest is found


def test_taking_back_an_earlier_change_leaves_the_later_ones_as_they_were_made() -> None:
    changes = made(run(8, 14, product="A"), run(10, 12, product="B"), now=at(7))
    found = adjusted(HISTORY, undone(changes, 1, at(9))).at(at(9))
    assert [(one.product, one.start.hour) for one in found.runs] == [("B", 10)]


def test_what_was_known_at_a_moment_knows_no_later_change_and_no_later_undo() -> None:
    changes = undone(made(target(2), person("p2"), now=at(10)), 1, at(15))
    assert aim(adjusted(HISTORY, changes, known_at=at(12)).at(at(16)), MONDAY) == 2
    assert aim(adjusted(HISTORY, changes, known_at=at(16)).at(at(16)), MONDAY) is None
    assert adjusted(HISTORY, changes, known_at=at(9)) is HISTORY


def test_equal_changes_give_the_identical_plants_again() -> None:
    first = adjusted(HISTORY, made(target(2), reason("belt"), run(12, 13), now=at(10)))
    again = adjusted(HISTORY, made(target(2), reason("belt"), run(12, 13), now=at(10)))
    assert again is first
    longer = adjusted(HISTORY, made(target(2), reason("belt"), run(12, 13), shift("Late"), now=at(10)))
    assert all(this is that for (_, this), (_, that) in zip(first.versions, longer.versions, strict=False))
    assert adjusted(HISTORY, made(target(5), reason("belt"), run(12, 13), now=at(10))) is not first


def test_changes_laid_on_a_history_that_bears_some_take_their_place() -> None:
    first = adjusted(HISTORY, made(target(2), day_off(TUESDAY, TUESDAY), now=at(10)))
    assert adjusted(first, made(target(5), now=at(10))) is adjusted(HISTORY, made(target(5), now=at(10)))
    assert adjusted(first, ()) is HISTORY
    assert first.accepted is HISTORY


def a_thousand() -> tuple[Adjusted, ...]:
    """Return a thousand changes of a year, one in ten of them taken back."""
    found = []
    for number in range(1_000):
        day, when = MONDAY + timedelta(days=number // 3), at(7, day=number // 3) + timedelta(minutes=number % 3)
        said: tuple[Adjustment, ...] = (
            run(8, 14, day=number // 3, product=f"P{number}"),
            shift("Late", day=day),
            target(number % 9, valid_from=day),
            reason(f"r{number % 40}", f"Reason {number}"),
        )
        change = replace(made(said[number % 4], now=when)[0], number=number + 1, entry=f"e{number}")
        found.append(replace(change, undone_at=when + timedelta(seconds=30)) if number % 10 == 0 else change)
    return tuple(found)


def one_more(changes: Sequence[Adjusted]) -> Adjusted:
    """Return a change after all the others."""
    later = changes[-1].at + timedelta(hours=1)
    return replace(made(person("p2"), now=later)[0], number=len(changes) + 1, entry="more")


def test_a_thousand_changes_cost_little_at_first_and_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = a_thousand()
    monkeypatch.setattr(module, "_answers", [])
    first_s = timeit.timeit(lambda: adjusted(HISTORY, changes), number=1)
    again_s = timeit.timeit(lambda: adjusted(HISTORY, changes), number=100) / 100
    monkeypatch.setattr(module, "_answers", [])
    read_again_s = timeit.timeit(lambda: adjusted(HISTORY, tuple(replace(each) for each in changes)), number=1)
    more_s = timeit.timeit(lambda: adjusted(HISTORY, (*changes, one_more(changes))), number=1)
    assert first_s < 1.0
    assert again_s < 0.001
    assert read_again_s < 0.3
    assert more_s < 0.1


moments = st.integers(0, 10 * 24 * 60).map(lambda minute: at(0) + timedelta(minutes=minute))
somedays = st.integers(-2, 12).map(lambda step: MONDAY + timedelta(days=step))
nodes = st.sampled_from(["works", "hall", "yard", "line", "other", "third", "gone"])
clock = st.sampled_from([time(5), time(7, 30), time(13), time(15), time(23), time(1)])
names = st.sampled_from(["Early", "Late"])


@st.composite
def sayings(draw: st.DrawFn) -> Adjustment:
    """Return any change of the plan."""
    node, day, first = draw(nodes), draw(somedays), draw(st.integers(0, 200))
    name, taken = draw(names), draw(st.booleans())
    found: tuple[Adjustment, ...] = (
        run(first, first + draw(st.integers(1, 30)), node=node),
        shift(name, day=day, node=node, ends=draw(clock), starts=draw(st.none() | clock)),
        shift(name, day=day, node=node),
        target(first, valid_from=day, node=node),
        day_off(day, day + timedelta(days=draw(st.integers(0, 3))), node=node, worked=taken),
        reason(draw(st.sampled_from("abc")), name, node=node, removed=taken),
        person(draw(st.sampled_from("pq")), name, node=node, removed=taken),
    )
    return draw(st.sampled_from(found))


@st.composite
def journals(draw: st.DrawFn) -> tuple[Adjusted, ...]:
    """Return changes in the order of their times, some of them taken back."""
    times: list[datetime] = sorted(draw(st.lists(moments, max_size=8)))
    found = []
    for number, moment in enumerate(times, start=1):
        minutes = draw(st.none() | st.integers(1, 5_000))
        back = None if minutes is None else moment + timedelta(minutes=minutes)
        found.append(replace(made(draw(sayings()))[0], entry=f"e{number}", number=number, at=moment, undone_at=back))
    return tuple(found)


def until(changes: Sequence[Adjusted], moment: datetime) -> tuple[Adjusted, ...]:
    """Return what the journal said at a moment."""
    return tuple(
        replace(each, undone_at=None) if each.undone_at is not None and each.undone_at > moment else each
        for each in changes
        if each.at <= moment
    )


@given(changes=journals(), moment=moments, second=moments)
def test_what_is_said_later_never_changes_the_plant_of_an_earlier_moment(
    changes: tuple[Adjusted, ...], moment: datetime, second: datetime
) -> None:
    accepted = HISTORY.with_version(second, LATER)
    asked = min(moment, second)
    assert adjusted(accepted, changes).at(asked) == adjusted(accepted, until(changes, asked)).at(asked)
    assert adjusted(accepted, changes, known_at=asked).at(asked) == adjusted(accepted, changes).at(asked)


@given(changes=journals(), moment=moments)
def test_closed_days_keep_the_shifts_they_had_at_their_end(changes: tuple[Adjusted, ...], moment: datetime) -> None:
    """Shifts of days that are over, as the plant of any later moment knows them, are those of the days' own ends.

    Changes for a day are made before it is over, as the store sees to.
    """
    timely = tuple(each for each in changes if not _late(each))
    history = adjusted(HISTORY, timely)
    for step in range(1, 5):
        day = moment.date() - timedelta(days=step)
        if day_span(PLANT, day).end <= moment:
            assert shift_runs(history.at(moment), "line", day) == shift_runs(at_end(history, day), "line", day)


def _late(change: Adjusted) -> bool:
    about = getattr(change.said, "day", None) or getattr(change.said, "first", None)
    return about is not None and change.at >= day_span(PLANT, about).end


@given(changes=journals())
def test_where_everything_was_taken_back_the_plant_is_the_accepted_one(changes: tuple[Adjusted, ...]) -> None:
    gone = tuple(replace(each, undone_at=each.at + timedelta(days=20)) for each in changes)
    kept = tuple(each for each in gone if getattr(each.said, "day", None) is None and not hasattr(each.said, "first"))
    assert adjusted(HISTORY, kept).latest is PLANT


@given(changes=journals(), steps=st.integers(0, 8))
def test_going_on_from_what_was_answered_gives_what_starting_anew_gives(
    changes: tuple[Adjusted, ...], steps: int
) -> None:
    """Read after each entry, as a board does, and once, as one that starts."""
    moments = sorted({each.at for each in changes} | {each.undone_at for each in changes if each.undone_at})
    for moment in moments[steps:]:
        adjusted(HISTORY, until(changes, moment))
    going_on = adjusted(HISTORY, changes)
    module._answers.clear()
    stack._steps.clear()
    anew = adjusted(HISTORY, changes)
    assert anew.versions == going_on.versions
    assert [anew.at(at(hour)) for hour in range(0, 300, 7)] == [going_on.at(at(hour)) for hour in range(0, 300, 7)]


def test_the_control_changes_that_reach_back_repaint_what_was() -> None:
    """The guard of the tests above: were a change in force from before its entry, closed days would show it."""
    changes = made(shift("Late", day=YESTERDAY), target(2, valid_from=YESTERDAY), now=at(10))
    reaching_back = adjusted(HISTORY, tuple(replace(each, at=at(0, day=-400)) for each in changes))
    plant = at_end(reaching_back, YESTERDAY)
    assert shift_runs(plant, "line", YESTERDAY) != shift_runs(PLANT, "line", YESTERDAY)
    assert aim(plant, YESTERDAY) != aim(PLANT, YESTERDAY)
