"""The recovery sentence, the path and the row of the shift, in every state of a shift."""

from dataclasses import replace
from fractions import Fraction

from board.views.freshness import Freshness, Stage
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import OeeFigure, Sicb
from widgets import scene
from widgets.scene_shift import at
from widgets.sicb_face import (
    ActualFace,
    DeadlineFace,
    Face,
    FigureFace,
    LabelFace,
    NeedFace,
    PathFace,
    SentenceFace,
    TotalFace,
    TrayFace,
)
from widgets.sicb_head import empty_face, head_faces, total_faces
from widgets.sicb_say import Sizes, age_of

THIN = "\u2009"


def view_of(made: scene.Scene) -> Sicb:
    assert isinstance(made.view, Sicb)
    return made.view


def head(view: Sicb, stage: Stage = Stage.LIVE) -> dict[str, Face]:
    return head_faces(view, age_of(view, stage, 4))


def total(view: Sicb, stage: Stage = Stage.LIVE) -> dict[str, Face]:
    return total_faces(view, age_of(view, stage, 4), Sizes())


def bar(view: Sicb) -> TotalFace:
    face = total(view)["total-bar"]
    assert isinstance(face, TotalFace)
    return face


NORMAL = view_of(scene.normal())


def test_what_is_needed_until_when_and_how_long_that_is() -> None:
    faces = head(NORMAL)
    assert faces["need"] == NeedFace(label="Need", figure=f"1{THIN}240", unit="/h")
    assert faces["sentence"] == SentenceFace(
        first="for the rest of the shift", parts=(f"now 1{THIN}166/h", f"best proven 1{THIN}328/h")
    )
    assert faces["deadline"] == DeadlineFace(label="last recoverable at", figure="12:50", rest="1 h 08 left")


def test_the_path_turns_where_recovery_must_begin() -> None:
    path = head(NORMAL)["path"]
    assert isinstance(path, PathFace)
    assert (path.recover_from, path.label, path.best_end) == (854, "12:50", None)


def test_a_needed_rate_is_rounded_up() -> None:
    assert NORMAL.recovery is not None
    view = replace(NORMAL, recovery=replace(NORMAL.recovery, needed_rate=Fraction(12391, 10)))
    need = head(view)["need"]
    assert isinstance(need, NeedFace)
    assert need.figure == f"1{THIN}240"


def test_ahead_of_plan_there_is_no_last_moment() -> None:
    faces = head(view_of(scene.ahead()))
    assert faces["deadline"] == DeadlineFace(label="ahead of plan by", figure="371", rest="cases")
    path = faces["path"]
    assert isinstance(path, PathFace)
    assert path.recover_from is None


def test_a_plan_that_is_made_says_so() -> None:
    view = view_of(scene.ahead())
    assert view.recovery is not None
    made = replace(view, recovery=replace(view.recovery, needed_rate=Fraction(0)))
    sentence = head(made)["sentence"]
    assert isinstance(sentence, SentenceFace)
    assert sentence.first == "the plan of the shift is made"


def test_what_cannot_be_recovered_says_the_best_that_can_be_reached() -> None:
    faces = head(view_of(scene.lost()))
    assert faces["need"] == NeedFace(label="At best", figure=f"7{THIN}811", unit=f"of 8{THIN}625")
    assert faces["deadline"] == DeadlineFace(
        label="best gap at the end", figure="−814", rest="cases", colour="missLine"
    )
    path = faces["path"]
    assert isinstance(path, PathFace)
    assert path.best_end == -814


def test_after_the_end_it_says_what_was_made() -> None:
    faces = head(view_of(scene.over()))
    assert faces["need"] == NeedFace(label="Made", figure=f"8{THIN}505", unit=f"of 8{THIN}625")
    assert faces["sentence"] == SentenceFace(first="the shift ended at 14:00")
    deadline = faces["deadline"]
    assert isinstance(deadline, DeadlineFace)
    assert (deadline.label, deadline.figure, deadline.colour) == ("at the end", "−120", "missLine")


def test_a_shift_still_on_without_working_time_left_says_so() -> None:
    view = view_of(scene.over())
    sentence = head(replace(view, running=True))["sentence"]
    assert isinstance(sentence, SentenceFace)
    assert sentence.first == "no working time is left"


def test_without_a_plan_it_says_what_was_made() -> None:
    faces = head(view_of(scene.no_plan()))
    assert faces["need"] == NeedFace(label="Made", figure=f"3{THIN}741", unit="cases")
    assert faces["sentence"] == SentenceFace(first="no plan for this shift")
    assert "deadline" not in faces


def test_on_the_first_day_nothing_is_invented() -> None:
    view = view_of(scene.first_day())
    sentence = head(view)["sentence"]
    assert isinstance(sentence, SentenceFace)
    assert sentence.parts[0] == "nothing counted yet"
    figure = total(view)["total-actual"]
    assert isinstance(figure, ActualFace)
    assert (figure.figure, figure.note) == ("–", "a count is missing")
    assert bar(view).made is None


def test_stale_values_carry_the_time_they_come_from() -> None:
    view = replace(NORMAL, freshness=Freshness(seen_at=at(11, 19, 32), late_after_s=60, stale_after_s=300))
    faces = head(view, Stage.STALE)
    need, deadline, path = faces["need"], faces["deadline"], faces["path"]
    assert isinstance(need, NeedFace)
    assert isinstance(deadline, DeadlineFace)
    assert isinstance(path, PathFace)
    assert (need.stamp, deadline.stale, path.stale) == ("11:19", True, True)
    figure = total(view, Stage.STALE)["total-actual"]
    assert isinstance(figure, ActualFace)
    assert (figure.weight, figure.stale) == (500, True)


def test_the_shift_says_how_far_it_is_and_what_is_to_go() -> None:
    assert bar(NORMAL) == TotalFace(
        words="67 % of the shift made", made=669, plan_now=693, plan_now_words="plan now", to_go=f"2{THIN}852 to go"
    )
    plan = total(NORMAL)["total-plan"]
    assert isinstance(plan, FigureFace)
    assert (plan.figure, plan.below) == (f"5{THIN}980", f"of 8{THIN}625")


def test_after_the_end_nothing_is_to_go() -> None:
    after = bar(view_of(scene.over()))
    assert (after.plan_now, after.to_go, after.note) == (None, "", "OEE 84 % of the shift")


def test_each_oee_says_which_plan_it_stands_on() -> None:
    def figure(plan: str, oee: Fraction | None) -> OeeFigure:
        return OeeFigure(
            plan=plan, until=at(14), planned_minutes=Fraction(480), oee=oee, quality_ratio=None, good=1, rejected=0
        )

    oee = (figure("shift", Fraction(151, 1000)), figure("order", Fraction(841, 1000)), figure("so far", None))
    assert bar(replace(NORMAL, oee=oee)).note == "OEE 15 % of the shift · 84 % to the order's end"


def test_misses_in_a_row_are_told_from_two_on() -> None:
    def words(count: int) -> str:
        face = total(replace(NORMAL, misses_in_a_row=count))["total-interval"]
        assert isinstance(face, LabelFace)
        return face.below

    assert [words(count) for count in (0, 1, 2, 3)] == ["", "", "2 misses in a row", "3 misses in a row"]


def test_the_tray_counts_what_waits() -> None:
    assert total(view_of(scene.tray()))["tray"] == TrayFace(count=2)


def test_only_a_miss_colours_the_shift() -> None:
    good = replace(NORMAL, total_mark=Mark(Phase.OPEN, Judgement.WATCH))
    delta = total(good)["total-delta"]
    assert isinstance(delta, FigureFace)
    assert delta.colour == "text"


def test_without_a_shift_it_says_why_there_is_nothing() -> None:
    face = empty_face(view_of(scene.no_shift()))
    assert (face.title, face.words) == ("No shift", "Line 3 has no working time on Fri 20 Nov 2026.")
