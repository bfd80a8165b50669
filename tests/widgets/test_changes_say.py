"""The words of the page of changes, as a supervisor reads them."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from board.journal.intention import (
    ChangeDayOff,
    ChangePerson,
    ChangeReason,
    ChangeShift,
    Intention,
    PlanRun,
    SetTarget,
    Undo,
)
from board.plant.plant import Better, RunKind
from board.plant.span import Span
from board.views.changes import ShiftToday
from board.views.sicb import FORMER
from board.views.sqcdp import Aim
from widgets.changes_face import band_of, line_face, plan_face, reasons_face, targets_face
from widgets.changes_forms import form_of
from widgets.changes_say import (
    aim_words,
    change_label,
    change_stamp,
    change_words,
    days_words,
    near_day,
    next_monday,
    next_month,
    run_words,
    saved_words,
    shift_words,
    subject_words,
    target_words,
)
from widgets.scene_changes import changes, changes_area, changes_empty
from widgets.scene_shift import DAY, NODE, at

VIEW = changes()
MADE = {change.entry: change for change in VIEW.made}


@pytest.mark.parametrize(
    ("aim", "said"),
    [
        (Aim(better=Better.LOWER, value=Fraction(2)), "≤ 2.0 %"),
        (Aim(better=Better.HIGHER, value=Fraction(98)), "≥ 98.0 %"),
        (Aim(better=Better.LOWER, value=Fraction(9, 8)), "≤ 1.125 %"),
        (Aim(better=Better.RANGE, low=Fraction(15), high=Fraction(18)), "15.0–18.0 %"),
        (Aim(better=Better.RANGE, low=Fraction(16), high=Fraction(16)), "16.0 %"),
        (Aim(better=Better.RANGE), "–"),
        (Aim(better=Better.LOWER), "–"),
        (None, "–"),
    ],
)
def test_a_target_is_read_with_its_direction_and_no_decimal_of_it_is_lost(aim: Aim | None, said: str) -> None:
    assert aim_words(aim, "%", 1) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 19), "yesterday"), (DAY, "today"), (date(2026, 11, 21), "tomorrow"),
        (date(2026, 12, 1), "Tue 1 Dec"), (date(2027, 1, 1), "Fri 1 Jan 2027"),
    ],
)  # fmt: skip
def test_a_day_is_told_as_people_say_it(day: date, said: str) -> None:
    assert near_day(day, DAY) == said


def test_a_stretch_of_days() -> None:
    assert days_words(DAY, DAY, DAY) == "today"
    assert days_words(DAY, date(2026, 11, 27), DAY) == "today – Fri 27 Nov"
    assert days_words(date(2027, 12, 25), date(2027, 12, 26), DAY) == "Sat 25 Dec – Sun 26 Dec 2027"
    assert days_words(date(2026, 12, 30), date(2027, 1, 2), DAY) == "Wed 30 Dec – Sat 2 Jan 2027"
    eve = date(2026, 12, 31)
    assert days_words(date(2027, 1, 1), date(2027, 1, 3), eve) == "tomorrow – Sun 3 Jan 2027"


@pytest.mark.parametrize(
    ("day", "monday", "month"),
    [
        (DAY, date(2026, 11, 23), date(2026, 12, 1)),
        (date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2027, 1, 4), date(2027, 1, 1)),
        (date(2027, 1, 31), date(2027, 2, 1), date(2027, 2, 1)),
    ],
)
def test_the_next_monday_and_the_first_of_the_next_month_lie_ahead(day: date, monday: date, month: date) -> None:
    assert (next_monday(day), next_month(day)) == (monday, month)


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (at(6), at(14), ""), (at(6), at(16), "2 h overtime"), (at(6), at(13, 30), "ends 30 min earlier"),
        (at(7), at(14), "starts 1 h later"), (at(5, 30), at(15), "starts 30 min earlier · 1 h overtime"),
    ],
)  # fmt: skip
def test_a_shift_says_how_it_differs(starts: datetime, ends: datetime, said: str) -> None:
    assert shift_words(replace(VIEW.shifts[0], starts=starts, ends=ends)) == said


def test_overtime_is_elapsed_time_when_the_clocks_change() -> None:
    zone = ZoneInfo("Europe/Berlin")
    usual = datetime(2026, 10, 25, 2, tzinfo=zone)
    night = ShiftToday(
        line="a", name="Night", starts=usual - timedelta(hours=8), ends=datetime(2026, 10, 25, 4, tzinfo=zone),
        usual_starts=usual - timedelta(hours=8), usual_ends=usual,
    )  # fmt: skip
    assert shift_words(night) == "3 h overtime"


def test_a_run_tells_what_is_known_of_it() -> None:
    first, change, last = VIEW.runs
    assert run_words(first) == "order 4711 · 1\u2009150/h · 4\u2009600 to make · crew 5"
    assert run_words(change) == "45 min"
    assert run_words(replace(last, order=None, crew=None)) == "standard rate"
    assert run_words(replace(change, ends=None)) == ""


def test_a_target_tells_since_when_it_holds_and_what_comes() -> None:
    assert target_words(VIEW.targets[0], DAY) == "since Thu 1 Oct · ≤ 1.8 from Tue 1 Dec"
    assert target_words(VIEW.targets[3], DAY) == "since Tue 1 Apr 2025"
    assert target_words(VIEW.targets[4], DAY) == ""


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("e-night", "cancelled today"), ("e-run", "10:45–22:00 today"), ("e-over", "14:00–00:00 today"),
        ("e-target", "≤ 1.8 % from Tue 1 Dec"), ("e-baker", "on the list from yesterday"),
        ("e-day", "not worked: Fri 27 Nov"), ("e-caps", "on the list from Mon 2 Nov"),
    ],
)  # fmt: skip
def test_a_change_says_what_it_did(entry: str, said: str) -> None:
    assert change_words(MADE[entry], DAY) == said


def test_what_was_removed_says_so() -> None:
    assert change_words(replace(MADE["e-caps"], removed=True), DAY) == "taken off from Mon 2 Nov"
    assert change_words(replace(MADE["e-day"], removed=True), DAY) == "worked after all: Fri 27 Nov"


def test_a_change_is_stamped_with_who_made_it_when_and_elsewhere_where() -> None:
    assert change_stamp(MADE["e-night"], VIEW) == "Shift · R. Patel · today 10:58"
    assert change_stamp(replace(MADE["e-night"], who=FORMER), VIEW) == "Shift · former colleague · today 10:58"
    assert change_stamp(MADE["e-target"], changes_area()) == "Target · Line 3 · K. Brandt · yesterday 15:40"
    assert change_label(MADE["e-wrong"], VIEW).endswith("Shift · today 09:10, taken back")


def test_a_run_without_a_product_and_a_person_who_is_gone_have_words_too() -> None:
    assert subject_words(replace(MADE["e-run"], subject="")) == "No product named"
    assert subject_words(replace(MADE["e-run"], subject="", changeover=True)) == "Changeover"
    assert subject_words(replace(MADE["e-run"], changeover=True)) == "Changeover to PET 1.5 L"
    assert subject_words(replace(MADE["e-baker"], subject=FORMER)) == "former colleague"


@pytest.mark.parametrize(
    ("intention", "said"),
    [
        (PlanRun(id="", node=NODE, span=Span(at(6), at(14)), product="PET"), "PET 06:00–14:00"),
        (PlanRun(id="", node=NODE, span=Span(at(6), at(7)), kind=RunKind.CHANGEOVER), "Changeover 06:00–07:00"),
        (ChangeShift(id="", node=NODE, day=DAY, shift="Late", cancelled=True), "Late cancelled"),
        (ChangeShift(id="", node=NODE, day=DAY, shift="Late", ends=time(23)), "Late 14:00–23:00"),
        (ChangeShift(id="", node=NODE, day=DAY, shift="Late", starts=time(15)), "Late 15:00–22:00"),
        (SetTarget(id="", node=NODE, kpi="scrap", valid_from=DAY, value=Fraction(1)), "Scrap ≤ 1.0 % from today"),
        (SetTarget(id="", node=NODE, kpi="gone", valid_from=DAY, value=Fraction(1)), "gone"),
        (ChangeReason(id="", node=NODE, code="x", name="Leak", group="G"), "Leak"),
        (ChangeReason(id="", node=NODE, code="x", name="Leak", group="G", removed=True), "Leak taken off"),
        (ChangePerson(id="", node=NODE, person="p", name="A. Novak"), "A. Novak"),
        (ChangeDayOff(id="", node=NODE, first=DAY, last=DAY, name="Fair"), "Fair, today: not worked"),
        (ChangeDayOff(id="", node=NODE, first=DAY, last=DAY, name="F", worked=True), "F, today: worked after all"),
        (Undo(id="", node=NODE, subject="e-over"), "Late"),
        (Undo(id="", node=NODE, subject="gone"), "the change"),
    ],
)  # fmt: skip
def test_the_bar_says_what_was_saved(intention: Intention, said: str) -> None:
    assert saved_words(intention, VIEW) == said


# what the cards show


def test_the_day_of_a_line_is_a_band_with_overtime_apart_and_a_cancelled_shift_empty() -> None:
    band = band_of(VIEW, NODE)
    assert band is not None
    early, late, over, night = band.blocks[:4]
    assert [block.kind for block in band.blocks] == [
        "shift", "shift", "over", "cancelled", "run", "changeover", "run",
    ]  # fmt: skip
    assert (early.start, late.end, night.end) == (0.0, over.start, 1.0)
    assert over.start == pytest.approx(16 / 24)
    assert over.end == night.start == pytest.approx(18 / 24)
    assert band.now == pytest.approx((5 + 42 / 60) / 24)


def test_without_shifts_or_runs_there_is_no_band() -> None:
    assert band_of(changes_empty(), NODE) is None
    assert plan_face(changes_empty()).empty == "No shift today, and nothing planned."


def test_a_line_of_an_area_says_what_differs_or_what_it_makes() -> None:
    area = changes_area()
    said = [line_face(area, line.id, line.name).said for line in area.lines]
    assert said[0] == "PET 1 L"
    assert said[2] == "Late 2 h overtime, Night cancelled, PET 3 L"
    assert said[3] == "as usual"
    idle = replace(area, shifts=(), runs=())
    assert line_face(idle, "line-1", "Line 1").said == "no shift today"


def test_a_target_that_comes_with_the_data_is_not_said_to_be_missing() -> None:
    given = replace(VIEW.targets[4], with_data=True)
    assert targets_face(replace(VIEW, targets=(given,))).rows[0].value == "with the data"
    assert targets_face(replace(VIEW, targets=(replace(given, with_data=False),))).rows[0].value == "–"


def test_a_target_that_each_line_has_for_itself_is_said_to_be_by_line() -> None:
    own = replace(VIEW.targets[4], by_line=True)
    view = replace(VIEW, targets=(own,))
    assert targets_face(view).rows[0].value == "by line"
    form = form_of(view, f"target {own.kpi}")
    assert form is not None
    assert "Until then the targets of its lines make it." in form.notes({})


def test_where_days_add_up_to_planned_months_a_target_is_said_to_be_that_of_a_day() -> None:
    said = "It is the target of a day; the plans of months stay."
    scrap = VIEW.targets[0]
    for of_days in (True, False):
        found = form_of(replace(VIEW, targets=(replace(scrap, of_days=of_days),)), f"target {scrap.kpi}")
        assert found is not None
        assert (said in found.notes({})) is of_days


def test_more_than_eight_reasons_are_said_with_the_lines_that_have_them() -> None:
    assert reasons_face(VIEW).note == ""
    one = reasons_face(replace(VIEW, crowded=("Line 3",)))
    assert one.note == "More than eight reasons: the rarest stand behind the last tile."
    area = reasons_face(replace(changes_area(), crowded=("Line 1", "Line 2", "Line 5")))
    assert area.note.startswith("More than eight reasons on Line 1, Line 2 and Line 5:")
