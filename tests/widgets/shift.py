"""A shift to try fingers on: 06-08 met, 08-10 missed by 268 (57 not explained), 10-12 running, 12-14 to come."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

from board.plant.span import Span
from board.views.freshness import Freshness
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import (
    ExplainedPart,
    Interval,
    Path,
    ReasonTile,
    Review,
    ReviewState,
    Sicb,
    TrayItem,
)

NODE = "line-3"
OTHER_NODE = "line-4"


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 20, hour, minute, tzinfo=UTC)


def span(start: int) -> Span:
    """Return the two hours from there."""
    return Span(at(start), at(start + 2))


MET, MISSED, RUNNING, TO_COME = span(6), span(8), span(10), span(12)


def tile(code: str, name: str, icon: str = "other", more: tuple[ReasonTile, ...] = ()) -> ReasonTile:
    return ReasonTile(code=code, name=name, icon=icon, more=more)


TILES = (
    tile("labeller", "Labeller", "labeller", (tile("jam", "Labeller jam"), tile("roll", "Label roll empty"))),
    tile("filler", "Filler", "filler"),
    tile("caps", "No caps", "caps"),
    tile("palletiser", "Palletiser", "palletiser"),
    tile("changeover", "Changeover", "changeover"),
    tile("hold", "Quality hold", "quality"),
    tile("crew", "Crew, break", "crew"),
    tile("other", "Other"),
)
JAM = ExplainedPart(entry="entry-jam", reason="jam", name="Labeller jam", icon="labeller", quantity=211, minutes=11)


def interval(start: int, phase: Phase, judgement: Judgement | None, plan: int, actual: int | None) -> Interval:
    delta = actual - plan if actual is not None else None
    gap = max(0, -(delta or 0))
    due = Review(state=ReviewState.DUE if phase is Phase.CLOSED else ReviewState.NOT_YET, at=at(start + 2))
    return Interval(
        span=span(start),
        starts=at(start),
        ends=at(start + 2),
        mark=Mark(phase, judgement),
        plan=plan,
        plan_exact=Fraction(plan),
        plan_so_far=plan if phase is Phase.OPEN else None,
        plan_so_far_exact=Fraction(plan) if phase is Phase.OPEN else None,
        actual=actual,
        rejected=0 if actual is not None else None,
        delta=delta,
        cumulative_plan=None,
        cumulative_plan_exact=None,
        cumulative_actual=None,
        cumulative_delta=None,
        gap=gap,
        explained=0,
        unexplained=gap,
        surplus=0,
        parts=(),
        review=due,
        elapsed=Fraction(1) if phase is Phase.CLOSED else Fraction(0),
    )


def explained(row: Interval, *parts: ExplainedPart) -> Interval:
    """Return the interval with those reasons."""
    given = sum(part.quantity for part in parts)
    return replace(
        row, parts=parts, explained=given, unexplained=max(0, row.gap - given), surplus=max(0, given - row.gap)
    )


def rows() -> tuple[Interval, ...]:
    return (
        interval(6, Phase.CLOSED, Judgement.GOOD, 2300, 2342),
        explained(interval(8, Phase.CLOSED, Judgement.MISS, 2300, 2032), JAM),
        interval(10, Phase.OPEN, Judgement.GOOD, 1380, 1399),
        interval(12, Phase.FUTURE, None, 2300, None),
    )


def shift(*changed: Interval, by_hand: bool = False, tray: tuple[TrayItem, ...] | None = None) -> Sicb:
    """Return the shift, with the intervals given in the place of its own."""
    by_span = {row.span: row for row in rows()} | {row.span: row for row in changed}
    intervals = tuple(by_span[each] for each in sorted(by_span))
    waiting = TrayItem(node=NODE, span=MISSED, starts=at(8), ends=at(10), unexplained=57)
    return Sicb(
        node=NODE,
        path=Path(site="Northgate Works", area="Filling", line="Line 3"),
        unit="cases",
        shift="Early",
        day=date(2026, 11, 20),
        span=Span(at(6), at(14)),
        starts=at(6),
        ends=at(14),
        now=at(11, 42),
        running=True,
        intervals=intervals,
        total_plan=8625,
        total_plan_so_far=5980,
        total_actual=5773,
        total_rejected=0,
        total_delta=-207,
        total_mark=Mark(Phase.OPEN, Judgement.MISS),
        to_go=2852,
        complete=True,
        recovery=None,
        oee=(),
        plan_source="plant",
        freshness=Freshness(seen_at=at(11, 42), late_after_s=120, stale_after_s=300),
        counted_by_hand=by_hand,
        tiles=TILES,
        tray=(waiting,) if tray is None else tray,
        misses_in_a_row=0,
    )


def all_explained() -> Interval:
    """Return 08-10 with all 268 explained."""
    caps = ExplainedPart(entry="entry-caps", reason="caps", name="No caps", icon="caps", quantity=57)
    return explained(interval(8, Phase.CLOSED, Judgement.MISS, 2300, 2032), JAM, caps)
