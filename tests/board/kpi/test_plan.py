"""Plans follow rates, breaks, changeovers and runs, and lose no part in rounding."""

from datetime import timedelta
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from board.kpi.plan import (
    Segment,
    planned,
    planned_total,
    productive,
    segments,
    whole_parts,
    working_minutes,
)
from board.plant.plant import PlannedRun, RunKind
from board.plant.span import Span
from tests.board.kpi.clock import DAY, at, span

F = Fraction
SHIFT = span("6:00", "14:00")


def run(start: str, end: str | None = None, **more: object) -> PlannedRun:
    return PlannedRun(node="line-3", start=at(start), end=at(end) if end else None, **more)  # type: ignore[arg-type]


def rates(found: tuple[Segment, ...]) -> list[tuple[str, str, int]]:
    return [(f"{s.span.start:%H:%M}", f"{s.span.end:%H:%M}", int(s.per_hour)) for s in found]


def test_standard_rate_plans_every_working_minute() -> None:
    found = segments((span("6:00", "10:00"), span("10:30", "14:00")), rate=F(60))
    assert planned_total(found) == 450
    assert planned(found, span("8:00", "11:00")) == 150


def test_no_rate_and_no_run_is_no_plan() -> None:
    assert segments((SHIFT,), rate=None) == ()


def test_no_working_time_is_no_plan() -> None:
    assert segments((), rate=F(60), runs=(run("6:00", rate=F(5)), run("7:00", kind=RunKind.CHANGEOVER))) == ()


def test_run_overrides_the_standard_rate_while_it_lasts() -> None:
    found = segments((SHIFT,), rate=F(60), runs=(run("8:00", "9:00", rate=F(90), product="P2", order="77"),))
    assert rates(found) == [("06:00", "08:00", 60), ("08:00", "09:00", 90), ("09:00", "14:00", 60)]
    assert [(s.product, s.order) for s in found] == [(None, None), ("P2", "77"), (None, None)]


def test_run_without_a_rate_takes_the_standard_rate() -> None:
    assert planned_total(segments((SHIFT,), rate=F(60), runs=(run("6:00", product="P1"),))) == 480
    assert segments((SHIFT,), rate=None, runs=(run("6:00", product="P1"),)) == ()


def test_run_rates_plan_without_a_standard_rate() -> None:
    found = segments((SHIFT,), rate=None, runs=(run("7:00", "9:00", rate=F(30)),))
    assert rates(found) == [("07:00", "09:00", 30)]


def test_open_run_lasts_until_the_next_one() -> None:
    found = segments((SHIFT,), rate=F(60), runs=(run("6:00", rate=F(30)), run("8:00", "9:00", rate=F(90))))
    assert rates(found) == [("06:00", "08:00", 30), ("08:00", "09:00", 90), ("09:00", "14:00", 60)]


def test_open_run_goes_on_after_a_changeover() -> None:
    runs = (run("6:00", rate=F(30)), run("8:00", "8:30", kind=RunKind.CHANGEOVER))
    assert rates(segments((SHIFT,), rate=F(60), runs=runs)) == [("06:00", "08:00", 30), ("08:30", "14:00", 30)]


def test_open_changeover_lasts_until_the_next_production_run() -> None:
    runs = (run("8:00", kind=RunKind.CHANGEOVER), run("8:20", rate=F(90)))
    assert productive((SHIFT,), runs) == (span("6:00", "8:00"), span("8:20", "14:00"))
    assert productive((SHIFT,), runs[:1]) == (span("6:00", "8:00"),)


def test_run_with_a_quantity_ends_when_it_is_planned_and_goes_on_after_breaks_and_rush_orders() -> None:
    working = (span("6:00", "7:00"), span("7:30", "14:00"))
    order = run("6:30", rate=F(100), quantity=200)
    rush = run("8:00", "9:00", rate=F(40))
    assert rates(segments(working, rate=F(60), runs=(order, rush))) == [
        ("06:00", "06:30", 60),
        ("06:30", "07:00", 100),
        ("07:30", "08:00", 100),
        ("08:00", "09:00", 40),
        ("09:00", "10:00", 100),
        ("10:00", "14:00", 60),
    ]


def test_quantity_of_a_run_begun_before_the_shift_ends_nothing() -> None:
    found = segments((SHIFT,), rate=F(60), runs=(run("2:00", rate=F(100), quantity=200),))
    assert rates(found) == [("06:00", "14:00", 100)]


def test_supervisor_stands_over_the_schedule() -> None:
    schedule = run("8:00", "12:00", rate=F(90), origin="erp")
    adjusted = run("7:00", "10:00", rate=F(40), origin="journal")
    assert rates(segments((SHIFT,), rate=None, runs=(schedule, adjusted))) == [
        ("07:00", "10:00", 40),
        ("10:00", "12:00", 90),
    ]


def test_order_of_arrival_of_runs_changes_nothing() -> None:
    runs = (
        run("6:00", rate=F(30)),
        run("8:00", "9:00", rate=F(90)),
        run("8:00", "9:00", rate=F(80)),
        run("8:30", quantity=100, rate=F(70)),
        run("9:00", "9:10", kind=RunKind.CHANGEOVER),
    )
    plans = {segments((SHIFT,), rate=F(60), runs=order) for order in permutations(runs)}
    assert len(plans) == 1


def test_a_run_that_ends_before_it_starts_takes_no_time() -> None:
    runs = (run("9:00", "8:00", rate=F(90)), run("9:00", "8:00", kind=RunKind.CHANGEOVER))
    assert rates(segments((SHIFT,), rate=F(60), runs=runs)) == [("06:00", "14:00", 60)]


def test_whole_parts_of_the_work_cell() -> None:
    exact = [F(74 * n, 37) for n in (1, 2)] + [F(583_7838, 10_000), F(535_1351, 10_000)]
    assert whole_parts(exact) == (2, 4, 584, 535)
    assert whole_parts([F(1, 2), F(1, 2), F(1, 2)]) == (1, 0, 1)


@given(st.lists(st.fractions(min_value=0, max_value=10_000)))
def test_whole_parts_add_up_to_the_rounded_total(exact: list[Fraction]) -> None:
    parts = whole_parts(exact)
    total = sum(exact, F(0))
    assert sum(parts) <= total + F(1, 2) < sum(parts) + 1
    assert all(abs(part - amount) <= 1 for part, amount in zip(parts, exact, strict=True))


def test_working_minutes_count_each_minute_once() -> None:
    assert working_minutes((span("6:00", "8:00"), span("7:00", "9:00")), span("6:30", "10:00")) == 150


spans = st.builds(
    lambda start, length: Span(DAY + timedelta(minutes=start), DAY + timedelta(minutes=start + length)),
    st.integers(0, 600),
    st.integers(1, 120),
)


@given(st.lists(spans, max_size=5), st.fractions(min_value=0, max_value=2_000), st.integers(1, 719))
def test_plans_of_parts_add_up_to_the_plan_of_the_whole(working: list[Span], rate: Fraction, cut: int) -> None:
    plan = segments(working, rate=rate)
    border = DAY + timedelta(minutes=cut)
    end = DAY + timedelta(minutes=720)
    both = planned(plan, Span(DAY, border)) + planned(plan, Span(border, end))
    assert both == planned_total(plan) == planned(plan, Span(DAY, end))
    assert planned_total(plan) == rate * working_minutes(working, Span(DAY, end)) / 60
