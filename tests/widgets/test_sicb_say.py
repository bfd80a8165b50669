"""What the cells of a row say in each state."""

from dataclasses import replace

import pytest

from board.views.freshness import Freshness, Stage
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Interval, Sicb
from widgets.scene import SCENES, normal
from widgets.scene_shift import at, blank, closed, part, running
from widgets.sicb_face import (
    ActualFace,
    Face,
    FigureFace,
    GapFace,
    LabelFace,
    ReasonFace,
    ReasonLine,
    ReviewFace,
)
from widgets.sicb_say import Sheet, Sizes, age_of, interval_faces, scale_of, shown_mark

MISSED = closed(at(8), at(10), 2300, 2032, (4600, 4374), (part("labeller", "Labeller jam", 211, 11),))
MET = closed(at(6), at(8), 2300, 2342, (2300, 2342))
RUNNING = running(at(10), at(12), 1725, 1380, 1399, (5980, 5773), at(11, 42, 36))


def sheet(view: Sicb | None = None, stage: Stage = Stage.LIVE, age_s: int | None = 4) -> Sheet:
    shown = view or view_of()
    return Sheet(view=shown, age=age_of(shown, stage, age_s), sizes=Sizes(), scale=0.94)


def view_of() -> Sicb:
    view = normal().view
    assert isinstance(view, Sicb)
    return view


def faces(row: Interval, on: Sheet | None = None) -> dict[str, Face]:
    return interval_faces(row, on or sheet())


def gap(row: Interval, on: Sheet | None = None) -> GapFace:
    face = faces(row, on)["gap"]
    assert isinstance(face, GapFace)
    return face


def actual(row: Interval, on: Sheet | None = None) -> ActualFace:
    face = faces(row, on)["actual"]
    assert isinstance(face, ActualFace)
    return face


def reasons(row: Interval, on: Sheet | None = None) -> ReasonFace:
    face = faces(row, on)["reasons"]
    assert isinstance(face, ReasonFace)
    return face


def test_a_gap_is_split_into_explained_and_not() -> None:
    assert gap(MISSED).words == "211 explained · 57 not"
    assert (gap(MISSED).parts, gap(MISSED).rest) == ((211,), 57)
    assert reasons(MISSED).lines == (ReasonLine(icon="labeller", name="Labeller jam", right="11 min"),)
    assert reasons(MISSED).tap == "tap: give the reason"


def test_a_gap_that_is_explained_asks_for_nothing() -> None:
    row = closed(at(8), at(10), 2300, 2032, (0, 0), (part("a", "A", 211), part("b", "B", 57, 3)))
    assert gap(row).words == "all 268 explained"
    assert not reasons(row).tap
    assert [line.right for line in reasons(row).lines] == ["211", "3 min"]


def test_a_gap_nobody_explained_says_so() -> None:
    row = closed(at(8), at(10), 2300, 2251, (0, 0))
    assert gap(row).words == "49 not explained"
    assert reasons(row) == ReasonFace(tap="tap: give the reason", short_tap="tap: reason")


def test_explaining_too_much_shows_the_surplus_and_nothing_negative() -> None:
    row = closed(at(8), at(10), 2300, 2250, (0, 0), (part("a", "A", 80),))
    assert gap(row).words == "80 explained · 30 too many"
    assert (gap(row).rest, gap(row).surplus) == (0, 30)


def test_many_reasons_are_counted_where_there_is_no_room() -> None:
    parts = [part(code, code.upper(), quantity) for code, quantity in (("a", 20), ("b", 90), ("c", 40), ("d", 1))]
    explained = closed(at(8), at(10), 2300, 2149, (0, 0), parts)
    assert [(line.name, line.right) for line in reasons(explained).lines] == [("B", "90"), ("3 more", "")]
    missing = closed(at(8), at(10), 2300, 2100, (0, 0), parts)
    assert [(line.name, line.right) for line in reasons(missing).lines] == [("B", "and 3 more")]


def test_three_nothings_are_never_alike() -> None:
    zero = actual(closed(at(8), at(10), 2300, 0, (0, 0)))
    unrecorded = actual(blank(at(8), at(10), Phase.UNRECORDED, 2300))
    no_value = actual(replace(RUNNING, actual=None, delta=None, mark=Mark(Phase.OPEN)))
    assert [one.figure for one in (zero, unrecorded, no_value)] == ["0", "?", "–"]
    assert unrecorded.mark == Mark(Phase.UNRECORDED)


def test_what_nobody_entered_is_asked_for_where_counts_are_typed() -> None:
    row = blank(at(8), at(10), Phase.UNRECORDED, 2300)
    by_hand = sheet(replace(view_of(), counted_by_hand=True))
    assert (gap(row, by_hand).words, reasons(row, by_hand).tap) == ("not entered", "tap: enter the count")
    assert (gap(row).words, reasons(row).tap) == ("nothing received", "")


def test_more_than_planned_is_a_plan_to_correct_and_not_more_green() -> None:
    assert (gap(MET).words, gap(MET).ahead, gap(MET).over) == ("ahead of plan", 42, False)
    over = gap(replace(MET, over_planned=True))
    assert (over.words, over.over) == ("correct the plan", True)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (RUNNING, "on pace"),
        (replace(RUNNING, delta=-40, gap=40), "40 behind pace"),
        (replace(RUNNING, delta=None), "running"),
        (blank(at(12), at(14), Phase.FUTURE, 2300), "open at 12:00"),
        (blank(at(12), at(14), Phase.OFF, 2300), "not worked"),
        (replace(MET, mark=Mark(Phase.NO_TARGET), delta=None), "no plan"),
        (closed(at(8), at(10), 2300, 2300, (0, 0)), "as planned"),
    ],
)
def test_words_stand_where_there_is_no_gap_to_draw(row: Interval, said: str) -> None:
    assert gap(row).words == said


def test_only_a_miss_is_coloured() -> None:
    def colour(row: Interval) -> str:
        face = faces(row)["delta"]
        assert isinstance(face, FigureFace)
        return face.colour

    watch = replace(MISSED, mark=Mark(Phase.CLOSED, Judgement.WATCH))
    assert [colour(row) for row in (MISSED, MET, watch)] == ["missLine", "text", "text"]


def test_what_is_not_final_does_not_look_like_history() -> None:
    row = replace(MISSED, provisional=True)
    assert shown_mark(row) == Mark(Phase.OPEN, Judgement.MISS)
    assert actual(row).note == "not final yet"
    assert shown_mark(MISSED) == MISSED.mark


def test_a_count_that_was_shared_out_or_rejected_says_so() -> None:
    assert actual(replace(MET, apportioned=True)).note == "≈ shared out"
    assert actual(replace(MET, rejected=33)).note == "33 rejected"
    assert actual(replace(MET, rejected=0)).note == ""


def test_the_running_interval_shows_how_far_it_has_come() -> None:
    label, plan = faces(RUNNING)["interval"], faces(RUNNING)["plan"]
    assert isinstance(label, LabelFace)
    assert isinstance(plan, FigureFace)
    assert (label.label, label.now_u) == ("10–12", 103)
    assert (plan.figure, plan.below) == ("1\u2009380", "of 1\u2009725")


def test_half_hours_are_named_by_their_start() -> None:
    label = faces(closed(at(8, 30), at(9), 575, 600, (0, 0)))["interval"]
    assert isinstance(label, LabelFace)
    assert (label.label, label.below) == ("08:30", "–09:00")


def test_a_review_is_due_done_or_to_come() -> None:
    said = [faces(row)["review"] for row in (*view_of().intervals[:2], RUNNING)]
    assert [(one.first, one.second) for one in said if isinstance(one, ReviewFace)] == [
        ("R. Patel", "08:04"),
        ("review due", "since 10:00"),
        ("at 12:00", ""),
    ]


def test_stale_is_only_what_could_have_changed_since() -> None:
    """Seen last at 11:19: the running interval and what is not final look stale, what closed before does not."""
    seen = Freshness(seen_at=at(11, 19), late_after_s=60, stale_after_s=300)
    old = sheet(replace(view_of(), freshness=seen), Stage.STALE, 23 * 60)
    assert actual(RUNNING, old).stale
    assert (actual(RUNNING, old).weight, actual(RUNNING).weight) == (500, 700)
    assert gap(RUNNING, old).words == "data 23 min old"
    assert not actual(MISSED, old).stale
    assert actual(replace(MISSED, provisional=True), old).stale
    later = closed(at(10), at(11, 30), 1000, 900, (0, 0))
    assert actual(later, old).stale
    to_come = blank(at(12), at(14), Phase.FUTURE, 2300)
    assert faces(to_come, old) == faces(to_come)


@pytest.mark.parametrize("stage", [Stage.LIVE, Stage.LATE])
def test_late_changes_no_value(stage: Stage) -> None:
    assert faces(RUNNING, sheet(stage=stage, age_s=90)) == faces(RUNNING)


def test_one_scale_for_every_gap() -> None:
    view = view_of()
    assert scale_of(view, 252) == pytest.approx(252 / 268)
    tiny = replace(view, intervals=tuple(replace(one, gap=0, explained=0, delta=0) for one in view.intervals))
    assert scale_of(tiny, 252) == pytest.approx(252 / 115)


def test_every_scene_says_something_in_every_row() -> None:
    for make in SCENES.values():
        view = make().view
        if not isinstance(view, Sicb):
            continue
        on = sheet(view)
        for row in view.intervals:
            said = faces(row, on)
            assert said["interval"] != LabelFace(label="")
            assert gap(row, on).has_bar or gap(row, on).words


def test_age_is_told_in_the_time_of_the_site() -> None:
    view = view_of()
    local = replace(view, now=view.now.astimezone(tz=None), freshness=replace(view.freshness, seen_at=at(11, 19)))
    seen = local.freshness.seen_at
    assert seen is not None
    assert age_of(local, Stage.STALE, 1380).stamp == f"{seen.astimezone(local.now.tzinfo):%H:%M}"
    assert age_of(view, Stage.MISSING, None).words == ""
