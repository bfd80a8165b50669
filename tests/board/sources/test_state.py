"""States become stops with their reasons: each minute once, each shift its own, whatever order they come in."""

import json
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.plant.span import Span
from board.sources import state
from board.sources.state import KEPT, Meant, States, Stretch, meanings

START = datetime(2026, 11, 20, 6, tzinfo=UTC)
MAP = meanings({"1": "running", "2": "stopped", "3": "jam", "4": "setup", "5": "planned"})
Told = dict[datetime, Stretch]


def at(minute: float) -> datetime:
    return START + timedelta(minutes=minute)


def shifts(_node: str, span: Span) -> list[Span]:
    """Return what is worked: two shifts, the first with a break, and nothing at night."""
    worked = [Span(at(a), at(b)) for a, b in ((0, 240), (270, 480), (480, 960), (1440, 1680))]
    return [shared for part in worked if (shared := part.meets(span)) is not None]


def play(*changes: tuple[float, str], until: float | None = None, found: States | None = None) -> Told:
    """Return the stretches that stand at the end, those without length left out."""
    found, told = found or States(shifts), Told()
    for minute, said in changes:
        for each in found.take("line-1", at(minute), MAP.get(said)):
            told[each.start] = each
    if until is not None:
        for each in found.lasts(at(until)):
            told[each.start] = each
    return {start: each for start, each in told.items() if each.end > each.start}


def spans(told: Told) -> list[tuple[float, float, str, str | None]]:
    return [
        ((each.start - START).total_seconds() / 60, (each.end - START).total_seconds() / 60, each.measure, each.reason)
        for each in sorted(told.values(), key=lambda each: each.start)
    ]


def test_a_stop_lasts_until_the_next_state() -> None:
    told = play((0, "1"), (10, "3"), (12.5, "1"), (20, "4"), (30, "5"), (40, "2"), (41, "1"))
    assert spans(told) == [
        (10, 12.5, "downtime", "jam"),
        (20, 30, "setup", None),
        (40, 41, "downtime", None),
    ]
    assert not any(each.lasts for each in told.values())


def test_a_stop_that_still_lasts_is_told_so_far_and_grows() -> None:
    found = States(shifts)
    play((0, "1"), (10, "3"), found=found)
    assert found.lasts(at(10.5)) == []
    (so_far,) = found.lasts(at(14.9))
    assert (so_far.start, so_far.end, so_far.lasts) == (at(10), at(14), True)
    assert found.lasts(at(14.95)) == []
    assert so_far.reading("x").final is False
    (over,) = found.take("line-1", at(15.5), MAP["1"])
    assert (over.start, over.end, over.lasts) == (at(10), at(15.5), False)
    reading = over.reading("x")
    assert (reading.value, reading.unit, reading.reason, reading.final) == (Fraction(11, 2), "min", "jam", True)
    assert reading.key == so_far.reading("x").key
    assert found.lasts(at(99)) == []


def test_a_stop_over_a_break_a_shift_and_a_night_is_told_where_the_line_works() -> None:
    told = play((230, "3"), (1450, "1"))
    assert spans(told) == [(230, 240, "downtime", "jam"), (270, 480, "downtime", "jam"),
                           (480, 960, "downtime", "jam"), (1440, 1450, "downtime", "jam")]  # fmt: skip
    assert spans(play((1000, "3"), (1400, "1"))) == []


def test_an_unknown_state_ends_a_stop_and_tells_nothing() -> None:
    assert spans(play((0, "3"), (5, "what?"), (9, "1"))) == [(0, 5, "downtime", "jam")]
    assert spans(play((0, "what?"), until=60)) == []


def test_a_stop_without_a_reason_takes_the_one_that_comes_while_it_lasts() -> None:
    assert spans(play((0, "2"), (5, "3"), (9, "1"))) == [(0, 9, "downtime", "jam")]
    assert spans(play((0, "2"), (5, "1"), (6, "3"), (9, "1")))[0] == (0, 5, "downtime", None)


def test_where_changes_may_be_missed_a_state_is_told_as_long_as_it_is_known() -> None:
    found = States(shifts)
    told = play((10, "3"), until=15.5, found=found)
    for each in found.take("line-1", at(60), MAP["3"], unbroken=False):
        told[each.start] = each
    for each in found.take("line-1", at(70), MAP["1"]):
        told[each.start] = each
    assert spans(told) == [(10, 15.5, "downtime", "jam"), (60, 70, "downtime", "jam")]


def test_the_same_state_from_the_same_moment_has_lasted_over_the_gap() -> None:
    found = States(shifts)
    told = play((10, "3"), until=15, found=found)
    assert found.take("line-1", at(10), MAP["3"], unbroken=False) == []
    for each in found.lasts(at(30)):
        told[each.start] = each
    assert spans(told) == [(10, 30, "downtime", "jam")]


def test_a_late_change_cuts_what_was_told() -> None:
    found = States(shifts)
    told = play((0, "3"), (300, "1"), found=found)
    assert spans(told) == [(0, 240, "downtime", "jam"), (270, 300, "downtime", "jam")]
    late = found.take("line-1", at(100), MAP["1"])
    assert [(each.start, each.end) for each in late] == [(at(0), at(100)), (at(270), at(270))]
    assert late[1].reading("x").value == 0
    assert found.take("line-1", at(100), MAP["1"]) == []


def test_packml_runs_in_execute_and_stands_otherwise_unless_more_is_said() -> None:
    found = meanings({"5": "starved", "Held": "blocked", "4": "planned", "15": "setup"}, packml=True)
    assert found["6"] == found["execute"] == Meant()
    assert found["9"] == found["aborted"] == Meant(measure="downtime")
    assert found["suspended"] == found["5"] == Meant(measure="downtime", reason="starved")
    assert found["11"] == found["held"] == Meant(measure="downtime", reason="blocked")
    assert found["idle"] == Meant()
    assert found["15"].measure == "setup"
    assert "0" not in found
    assert set(meanings({"5": "running"})) == {"5"}


changes = st.dictionaries(st.integers(0, 1700), st.sampled_from([*MAP, "what?"]), min_size=1, max_size=KEPT)


@given(changes, st.data())
def test_order_and_repetition_change_nothing(said: dict[int, str], data: st.DataObject) -> None:
    values = [(float(minute), word) for minute, word in sorted(said.items())]
    arrived = data.draw(st.permutations(values)) + data.draw(st.lists(st.sampled_from(values), max_size=9))
    assert spans(play(*arrived, until=1700)) == spans(play(*values, until=1700))


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from([*MAP, "what?"])), max_size=30), st.data())
def test_a_restart_at_any_point_gives_the_same_stops(steps: list[tuple[int, str]], data: st.DataObject) -> None:
    minute, values = 0, []
    for gap, word in steps:
        minute += gap + 1
        values.append((float(minute), word))
    stops = data.draw(st.sets(st.integers(0, 30)))
    found, told = States(shifts), Told()
    for number, value in enumerate(values):
        if number in stops:
            found = States.parse(json.loads(json.dumps(found.body())), shifts)
        for each in found.take("line-1", at(value[0]), MAP.get(value[1])):
            told[each.start] = each
    told = {start: each for start, each in told.items() if each.end > each.start}
    assert spans(told) == spans(play(*values))
    ends = [(each.start, each.end) for each in sorted(told.values(), key=lambda each: each.start)]
    assert all(one[1] <= other[0] for one, other in pairwise(ends)), "no minute twice"


@pytest.mark.parametrize("restarts", [False, True])
def test_of_states_older_than_those_kept_none_changes_anything_and_the_first_is_said(restarts: bool) -> None:
    found, said = States(shifts), list[str]()
    play(*((float(minute), "1") for minute in range(10, 10 + KEPT + 3)), found=found)
    if restarts:
        found = States.parse(json.loads(json.dumps(found.body())), shifts)
    assert found.take("line-1", at(11.5), MAP["3"], said.append) == []
    assert said == [], "it may be one that was told already"
    assert found.take("line-1", at(9), MAP["3"], said.append) == []
    assert said == ["is older than the first state of its line, so it is left out; oldest states have to come first"]
    (stop,) = found.take("line-1", at(13.5), MAP["3"])
    assert (stop.start, stop.end) == (at(13.5), at(14)), "as late as this one may come"


def test_a_state_that_is_taken_back_was_none() -> None:
    found = States(shifts)
    told = play((0, "1"), (10, "3"), (12, "1"), (20, "1"), found=found)
    for each in found.take_back("line-1", at(12)):
        told[each.start] = each
    assert spans(told) == [(10, 20, "downtime", "jam")]
    (gone,) = found.take_back("line-1", at(10))
    assert gone.start == gone.end == at(10)
    assert found.take_back("line-1", at(11)) == found.take_back("line-2", at(0)) == []


def test_a_stop_that_is_told_again_behind_a_restart_stays_one_stop() -> None:
    before = States(shifts)
    told = {each.start: each for each in before.take("line-1", at(10), MAP["3"], about=(None, None))}
    after = States.parse(json.loads(json.dumps(before.body())), shifts)
    for minute, said in ((20, "3"), (30, "1")):
        told |= {each.start: each for each in after.take("line-1", at(minute), MAP[said], about=(None, None))}
    assert spans(told) == [(10, 30, "downtime", "jam")]


def test_what_is_remembered_is_bounded() -> None:
    found = States()
    for number in range(3 * state.MOST_NODES):
        for minute in range(12):
            meant = Meant(measure="downtime", reason="x" * 150 + str(minute))
            found.take(f"line {number}", at(minute), meant, about=("product" * 20, None))
    body = found.body()
    assert len(json.dumps(body)) <= state.LONGEST_BODY * 1.1
    assert f"line {3 * state.MOST_NODES - 1}" in body, "the one heard of last is kept"
    assert States.parse(json.loads(json.dumps(body)), shifts).body() == body


@pytest.mark.parametrize("body", [None, [], "x", {"line-1": None}, {"line-1": [1]}, {"line-1": [None, 5, [1]]},
                                  {"line-1": [[1, 2, 3], "x"]}, {"line-1": [None, 10**40]}])  # fmt: skip
def test_what_is_remembered_wrongly_is_begun_anew(body: object) -> None:
    found = States.parse(body, shifts)
    assert spans(play((0, "3"), (5, "1"), found=found)) == [(0, 5, "downtime", "jam")]
