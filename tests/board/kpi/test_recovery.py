"""The board says truly whether, how fast and until when a shift can still make its plan."""

from datetime import timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from board.kpi.exact import hours
from board.kpi.plan import Segment, planned_total, segments
from board.kpi.recovery import Outlook, present_rate, recover
from board.plant.span import Span
from tests.board.kpi.clock import DAY, at, span

F = Fraction
WORKING = (span("6:00", "9:00"), span("9:15", "12:00"), span("12:30", "14:00"))
PLAN = segments(WORKING, rate=F(80))  # 580


def outlook(now: str, done: int, present: int | None, best: int | None = 100) -> Outlook:
    return recover(
        segments=PLAN,
        now=at(now),
        done=F(done),
        present_rate=None if present is None else F(present),
        best_rate=None if best is None else F(best),
    )


def test_needed_rate_counts_working_hours_only() -> None:
    found = outlook("11:00", 330, 60)
    assert found.hours_left == F(5, 2)
    assert found.needed_rate == 100
    assert found.recoverable
    assert found.last_moment == at("11:00")
    assert found.present_forecast == 480


def test_the_last_moment_lies_in_working_time() -> None:
    found = outlook("11:00", 350, 60)
    assert found.last_moment == at("11:30")  # 30 min at 60/h, then 2 h at 100/h: 350 + 30 + 200


def test_the_last_moment_jumps_over_the_break() -> None:
    found = outlook("11:00", 380, 60)
    assert found.last_moment == at("12:45")  # 1 h 15 min at 60/h, the break, then 1 h 15 min at 100/h


def test_no_last_moment_where_the_present_rate_makes_the_plan() -> None:
    found = outlook("11:00", 400, 80)
    assert [found.needed_rate, found.last_moment, found.recoverable] == [72, None, True]


def test_too_late() -> None:
    found = outlook("13:00", 400, 60)
    assert [found.needed_rate, found.recoverable, found.last_moment] == [180, False, None]
    assert [found.best_forecast, found.gap_at_end] == [500, -80]


def test_no_time_left() -> None:
    found = outlook("14:00", 560, 60)
    assert [found.needed_rate, found.recoverable, found.gap_at_end] == [None, False, -20]


def test_plan_made_already_needs_nothing() -> None:
    for now in ("13:30", "14:00"):
        found = outlook(now, 590, 60)
        assert [found.needed_rate, found.recoverable, found.last_moment, found.ahead] == [0, True, None, True]


def test_ahead_of_the_plan_so_far() -> None:
    assert outlook("7:00", 80, 60).ahead
    assert not outlook("7:00", 79, 60).ahead
    assert outlook("5:00", 0, None).ahead


def test_without_a_best_rate_the_planned_rate_bounds() -> None:
    assert outlook("11:00", 380, 60, best=None).recoverable
    assert not outlook("11:00", 379, 60, best=None).recoverable


def test_a_present_rate_above_the_best_counts_as_proven() -> None:
    found = outlook("11:00", 300, 112)
    assert found.recoverable
    assert found.last_moment is None


def test_unknown_present_rate_gives_no_last_moment_yet_a_needed_rate() -> None:
    found = outlook("11:00", 330, None)
    assert [found.needed_rate, found.last_moment, found.present_forecast] == [100, None, None]


def test_time_after_the_orders_can_still_recover() -> None:
    orders = (Segment(span=span("6:00", "10:00"), per_hour=F(100)),)
    found = recover(
        segments=orders, now=at("10:00"), done=F(350), present_rate=F(50), best_rate=F(100), working=WORKING
    )
    assert found.recoverable
    assert found.last_moment is None  # 50/h for the rest of the shift is enough
    standard = recover(segments=orders, now=at("10:00"), done=F(350), present_rate=F(0), working=WORKING)
    assert not standard.recoverable  # no rate is known for time without an order


def test_two_products_are_bounded_by_their_own_rates() -> None:
    plan = (
        Segment(span=span("6:00", "8:00"), per_hour=F(60)),
        Segment(span=span("8:00", "10:00"), per_hour=F(90)),
    )
    found = recover(segments=plan, now=at("7:00"), done=F(60), present_rate=F(30))
    assert [found.best_forecast, found.recoverable, found.last_moment] == [300, True, at("7:00")]


def test_present_rate_is_a_ratio_of_sums_over_what_was_entered() -> None:
    assert present_rate([(F(90), F(60)), (F(10), F(15)), (None, F(60))]) == 80
    assert present_rate([(None, F(60))]) is None
    assert present_rate([(F(5), F(0))]) is None


gaps = st.lists(st.tuples(st.integers(1, 180), st.integers(0, 40), st.integers(0, 200)), min_size=1, max_size=6)
rate = st.fractions(min_value=0, max_value=300, max_denominator=60)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Segment, ...]:
    found: list[Segment] = []
    clock = DAY
    for worked, pause, per_hour in draw(gaps):
        end = clock + timedelta(minutes=worked)
        found.append(Segment(span=Span(clock, end), per_hour=F(per_hour)))
        clock = end + timedelta(minutes=pause)
    return tuple(found)


def working_hours(plan: tuple[Segment, ...], first: Fraction | int, span: Span) -> Fraction:
    shared = (segment.span.meets(span) for segment in plan)
    return sum((hours(part.length) for part in shared if part is not None), F(first))


@given(plans(), st.integers(0, 900), rate, rate, rate)
def test_making_the_needed_rate_meets_the_plan_exactly(
    plan: tuple[Segment, ...], minute: int, done: Fraction, present: Fraction, best: Fraction
) -> None:
    found = recover(segments=plan, now=DAY + timedelta(minutes=minute), done=done, present_rate=present, best_rate=best)
    if found.needed_rate:
        assert done + found.needed_rate * found.hours_left == planned_total(plan)
        assert found.recoverable == (found.needed_rate <= max(best, present))


@given(plans(), st.integers(0, 900), rate, rate, rate)
def test_best_rate_from_the_last_moment_meets_the_plan_and_not_a_moment_later(
    plan: tuple[Segment, ...], minute: int, done: Fraction, present: Fraction, best: Fraction
) -> None:
    now = min(DAY + timedelta(minutes=minute), plan[-1].span.end)
    found = recover(segments=plan, now=now, done=done, present_rate=present, best_rate=best)

    def made(moment_us: int) -> Fraction:
        assert found.last_moment is not None
        moment = min(found.last_moment + timedelta(microseconds=moment_us), plan[-1].span.end)
        before = working_hours(plan, 0, Span(now, moment))
        return done + present * before + best * working_hours(plan, 0, Span(moment, plan[-1].span.end))

    if found.last_moment is None:
        needless = done + present * found.hours_left >= planned_total(plan)
        assert needless or not found.recoverable
        return
    assert found.recoverable
    assert now <= found.last_moment <= plan[-1].span.end
    slack = (best - present) / 3_600_000_000  # what one microsecond is worth
    assert 0 <= made(0) - found.plan < slack
    assert made(1) < found.plan
