"""OEE keeps its sums, so that shifts and lines add up, and says what is odd about it."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from board.kpi.oee import (
    Made,
    Oee,
    OeeFlag,
    capped,
    factors_product,
    measured,
    nee_availability,
    production_time,
    rolled_up,
)

F = Fraction


def shift(planned: int, running: int | None, *made: tuple[int, int, Fraction | int]) -> Oee:
    return measured(
        [Made(produced=F(p), good=F(g), cycle=F(c)) for p, g, c in made],
        planned_busy_time=F(planned),
        production_time=None if running is None else F(running),
    )


def test_work_cell_without_a_stop_log_has_an_oee_and_no_availability() -> None:
    found = shift(2580, None, (1883, 1790, F(74, 60)))
    assert round(found.oee or 0, 6) == F("0.855685")
    assert round(found.quality_ratio or 0, 6) == F("0.950611")
    assert found.availability is None
    assert found.effectiveness is None
    assert found.flags == ()


def test_nothing_ran_in_planned_time_is_zero_not_nothing() -> None:
    found = shift(60, 0)
    assert found.oee == 0
    assert found.availability == 0
    assert found.effectiveness is None


def test_no_planned_time_and_no_parts_has_no_value_and_no_flag() -> None:
    assert shift(0, 0).oee is None
    assert shift(0, 0).flags == ()


def test_more_good_than_produced_is_flagged() -> None:
    assert shift(60, 60, (10, 11, 1)).flags == (OeeFlag.GOOD_EXCEEDS_PRODUCED,)


def test_one_product_oee_is_the_product_of_its_factors() -> None:
    found = shift(420, 373, (19271, 18848, F(1, 60)))
    assert found.oee == factors_product(found.availability, found.effectiveness, found.quality_ratio)


def test_a_factor_without_value_leaves_none() -> None:
    assert factors_product(F(1), None) is None
    assert capped(None) is None
    assert capped(F(9, 10)) == F(9, 10)


def test_setup_is_a_loss_of_oee_and_none_of_nee() -> None:
    running = production_time(F(480), F(40), F(20))
    assert running == 420
    assert nee_availability(F(480), running, F(40)) == F(460, 480)


def test_roll_up_without_all_production_times_has_no_availability() -> None:
    both = rolled_up([shift(60, 30, (10, 10, 1)), shift(60, None, (20, 20, 1))])
    assert both.availability is None
    assert both.oee == F(30, 120)


sums = st.fractions(min_value=0, max_value=10_000, max_denominator=60)
parts = st.builds(
    Oee,
    planned_busy_time=sums,
    production_time=sums,
    planned_time_of_produced=sums,
    planned_time_of_good=sums,
    produced=sums,
    good=sums,
)


@given(st.lists(parts, min_size=1, max_size=6), st.data())
def test_ratio_of_sums_is_the_same_by_any_grouping_and_lies_between_its_parts(
    shifts: list[Oee], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(shifts)))
    by_day = rolled_up([rolled_up(shifts[:cut]), rolled_up(shifts[cut:])])
    whole = rolled_up(data.draw(st.permutations(shifts)))
    assert by_day == whole
    known = [part.oee for part in shifts if part.oee is not None]
    if whole.oee is not None and all(part.planned_busy_time for part in shifts):
        assert min(known) <= whole.oee <= max(known)
