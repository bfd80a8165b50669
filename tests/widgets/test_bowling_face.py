"""What each cell of the bowling chart shows."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from board.plant.plant import Better
from board.views.bowling import Countermeasure
from board.views.freshness import Stage
from board.views.mark import Mark, Phase
from widgets.bowling_face import (
    HeadFace,
    LetterFace,
    MonthFace,
    NameFace,
    RunFace,
    Sheet,
    head_faces,
    legend,
    month_face,
    row_faces,
    run_face,
    trend_face,
)
from widgets.bowling_fit import Fit
from widgets.scene_bowling import bowling, bowling_first_month, bowling_stale, bowling_states

VIEW, STATES = bowling(), bowling_states()
LIVE = Sheet(view=VIEW, stage=Stage.LIVE)
STALE = Sheet(view=bowling_stale(), stage=Stage.STALE)
SCRAP, FIT = VIEW.rows[2], Fit(decimals=1)


def head(sheet: Sheet, part: str) -> HeadFace:
    face = head_faces(sheet)[part]
    assert isinstance(face, HeadFace)
    return face


def test_a_month_shows_its_plan_and_its_actual() -> None:
    assert month_face(SCRAP.cells[2], FIT, LIVE, now=False) == MonthFace(
        mark=SCRAP.cells[2].mark, plan="2.6", figure="2.8", sign=Countermeasure.OPEN
    )
    assert month_face(SCRAP.cells[9], FIT, LIVE, now=False) == MonthFace(mark=Mark(Phase.FUTURE), plan="1.9")


def test_a_month_that_was_not_worked_shows_nothing() -> None:
    off = replace(STATES.rows[4].cells[4], partial=True)
    assert month_face(off, FIT, LIVE, now=False) == MonthFace(mark=Mark(Phase.OFF))


def test_only_the_running_month_grows_old() -> None:
    assert [month_face(cell, FIT, STALE, now=False).stale for cell in SCRAP.cells].count(True) == 1
    assert month_face(SCRAP.cells[7], FIT, STALE, now=True).stale
    assert not month_face(SCRAP.cells[7], FIT, LIVE, now=True).stale
    assert head(STALE, "7") == HeadFace(label="Nov", when="now", stamp="11:42", stale=True)
    assert head(STALE, "6") == HeadFace(label="Oct", when="past")
    assert head(LIVE, "7") == HeadFace(label="Nov", when="now")
    assert head(LIVE, "8").when == "to come"


def test_a_year_that_is_over_has_no_running_month() -> None:
    later = Sheet(view=replace(VIEW, today=date(2027, 5, 3)), stage=Stage.LIVE)
    assert later.now is None
    assert {head(later, str(number)).when for number in range(12)} == {"past"}


def test_the_year_is_told_where_another_may_be_asked_for() -> None:
    assert head(LIVE, "name").label == "KPI"
    assert head(Sheet(view=STATES, stage=Stage.LIVE), "name") == HeadFace(label="26/27", loud=True)


def test_a_row_names_its_kpi() -> None:
    faces = row_faces(SCRAP, LIVE, FIT, has_letter=True, owner_apart=True)
    assert faces["letter"] == LetterFace(code="Q")
    assert faces["name"] == NameFace(name="Scrap", unit="%", arrow="down")
    assert "letter" not in row_faces(SCRAP, LIVE, FIT, has_letter=False, owner_apart=True)
    beside = row_faces(SCRAP, LIVE, FIT, has_letter=False, owner_apart=False)["name"]
    assert beside == NameFace(name="Scrap", unit="%", arrow="down", owner="J. Lindqvist")


@pytest.mark.parametrize(("better", "arrow"), [
    (Better.HIGHER, "up"), (Better.LOWER, "down"), (Better.RANGE, "link")
])  # fmt: skip
def test_an_arrow_points_to_where_better_is(better: Better, arrow: str) -> None:
    faces = row_faces(replace(SCRAP, better=better), LIVE, FIT, has_letter=False, owner_apart=True)
    assert faces["name"] == NameFace(name="Scrap", unit="%", arrow=arrow)


@pytest.mark.parametrize(("misses", "alarm", "face"), [
    (0, False, RunFace()), (1, False, RunFace()), (2, False, RunFace(text="2 in a row")),
    (3, True, RunFace(text="3 in a row", alarm=True)), (0, True, RunFace()),
])  # fmt: skip
def test_a_run_of_misses_is_told_from_two_on(misses: int, alarm: bool, face: RunFace) -> None:
    assert run_face(replace(SCRAP, misses=misses, alarm=alarm)) == face


def test_the_trend_begins_with_the_start_value_and_ends_with_the_open_month() -> None:
    face = trend_face(SCRAP, LIVE)
    assert len(face.points) == 13
    assert face.points[0] == max(point for point in face.points if point is not None)
    assert face.points[9:] == (None,) * 4
    assert face.missed == (3, 4)
    assert face.open == 8
    assert face.plans[0][12] == 0.0
    assert face.band is not None
    assert 0 <= face.band[0] < face.band[1] <= 1


def test_points_outside_the_natural_limits_are_signals() -> None:
    assert SCRAP.natural is not None
    inside = trend_face(replace(SCRAP, natural=replace(SCRAP.natural, low=Fraction(0), high=Fraction(9))), LIVE)
    outside = trend_face(replace(SCRAP, natural=replace(SCRAP.natural, low=Fraction(2), high=Fraction(27, 10))), LIVE)
    assert inside.signals == ()
    assert outside.signals == (3, 7, 8)
    assert trend_face(replace(SCRAP, natural=None), LIVE).signals == ()


def test_a_range_has_two_lines_of_plan() -> None:
    fill = STATES.rows[1]
    low, high = trend_face(fill, LIVE).plans
    assert low[1] is not None
    assert high[1] is not None
    assert low[1] < high[1]


def test_a_trend_without_values_or_of_one_value_is_drawn_all_the_same() -> None:
    flat = trend_face(VIEW.rows[0], LIVE)
    assert flat.points[1] == 0.0
    empty = replace(
        SCRAP, start=None, natural=None, cells=tuple(replace(c, actual=None, plan=None) for c in SCRAP.cells)
    )
    assert set(trend_face(empty, LIVE).points) == {None}
    first = trend_face(bowling_first_month().rows[0], LIVE)
    assert first.points[1] == 0.5
    assert first.open == 1


def test_every_sign_is_told_in_the_legend() -> None:
    said = dict(legend())
    assert set(said) == {*Countermeasure, None}
    assert len(set(said.values())) == len(said)
