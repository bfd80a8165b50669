"""What the letters' page says: states, targets, rates of entry and ages, without a pixel."""

from dataclasses import replace
from fractions import Fraction

import pytest

from board.plant.plant import Better
from board.views.freshness import Stage
from board.views.mark import Phase
from board.views.sqcdp import Aim, LetterView, Sqcdp
from widgets.scene_sqcdp import MARKS, letters, letters_february, letters_long_names, letters_of_area, letters_stale
from widgets.sqcdp_face import (
    CardFace,
    DayFace,
    Sheet,
    SignFace,
    aim_words,
    card_face,
    day_words,
    head_face,
    label_face,
    letter_faces,
    letter_words,
    spark_face,
    value_face,
)

VIEW = letters()
SAFETY, QUALITY, COST, DELIVERY, PEOPLE = VIEW.letters
LIVE = Sheet(view=VIEW, stage=Stage.LIVE)


def days(letter: LetterView, sheet: Sheet = LIVE) -> dict[int, DayFace]:
    return {face.day: face for face in letter_faces(letter, sheet).values() if isinstance(face, DayFace)}


def test_days_the_month_lacks_are_ghosts() -> None:
    assert [day for day, face in days(QUALITY).items() if face.mark is None] == [31]
    february = letters_february()
    sheet = Sheet(view=february, stage=Stage.LIVE)
    assert [day for day, face in days(february.letters[1], sheet).items() if face.mark is None] == [29, 30, 31]


def test_today_is_painted_after_the_others_and_flags_last() -> None:
    names = list(letter_faces(DELIVERY, LIVE))
    cells = [name for name in names if name.startswith("cell:")]
    assert cells[-1] == "cell:20"
    assert names.index("sign:6") > names.index("cell:20")


def test_a_verified_action_is_a_tick_beside_a_cell_that_stays_red() -> None:
    faces = letter_faces(DELIVERY, LIVE)
    assert faces["sign:11"] == SignFace(icon="tick", day=11)
    assert faces["sign:6"] == SignFace(icon="flag", day=6)
    assert days(DELIVERY)[11].mark == MARKS["m"]


def test_only_what_could_have_changed_goes_stale() -> None:
    sheet = Sheet(view=letters_stale(), stage=Stage.STALE)
    assert [day for day, face in days(DELIVERY, sheet).items() if face.stale] == [20]
    assert value_face(DELIVERY, sheet).stale
    assert value_face(DELIVERY, sheet).stamp == "11:42"
    assert value_face(DELIVERY, LIVE).stamp == ""


def test_safety_counts_days_and_the_record_stands_beside() -> None:
    face = value_face(SAFETY, LIVE)
    assert (face.figure, face.unit, face.above) == ("412", "days", "record 611")
    assert label_face(SAFETY).against == ("Near misses 9", "target ≥ 8")


def test_a_headline_says_its_unit_target_and_yesterday() -> None:
    assert (value_face(QUALITY, LIVE).figure, value_face(QUALITY, LIVE).unit) == ("1.6", "%")
    assert label_face(QUALITY).against == ("target ≤ 2.0", "yesterday 1.8")


def test_no_value_is_not_zero() -> None:
    assert value_face(replace(QUALITY, value=None), LIVE).figure == "–"
    assert value_face(replace(QUALITY, value=Fraction(0)), LIVE).figure == "0.0"
    assert label_face(replace(QUALITY, aim=None, yesterday=None)).against == ("no target",)


@pytest.mark.parametrize(("aim", "words"), [
    (Aim(better=Better.HIGHER, value=Fraction(98)), "target ≥ 98"),
    (Aim(better=Better.LOWER, value=Fraction(2)), "target ≤ 2"),
    (Aim(better=Better.RANGE, low=Fraction(4), high=Fraction(6)), "target 4–6"),
    (Aim(better=Better.RANGE, low=Fraction(16), high=Fraction(16)), "target 16"),
    (Aim(better=Better.LOWER), ""),
    (None, ""),
])  # fmt: skip
def test_a_target_in_words(aim: Aim | None, words: str) -> None:
    assert aim_words(aim, 0) == words


def test_the_rate_of_entry_is_told_where_days_are_missing() -> None:
    assert head_face(QUALITY, LIVE).entered == ""
    assert value_face(PEOPLE, LIVE).entered == "13 of 14 entered"
    assert "13 of 14 entered" in letter_words(PEOPLE)


def test_above_line_level_the_lines_are_counted() -> None:
    area: Sqcdp = letters_of_area()
    assert label_face(area.letters[1]).against == ("4 of 4 lines", "target ≤ 2.0", "yesterday 1.8")
    nobody = tuple(replace(cell, met=0, due=0) for cell in area.letters[1].days)
    assert label_face(replace(area.letters[1], days=nobody)).against == ("target ≤ 2.0", "yesterday 1.8")
    assert "2 of 4 lines" in day_words(area.letters[1], area.letters[1].days[3])


def test_the_line_of_the_month_leaves_out_days_not_worked_and_breaks_where_nothing_is_known() -> None:
    face = spark_face(PEOPLE, LIVE)
    assert len(face.points) == 15
    assert face.points.index(None) == 9
    assert face.open
    assert [PEOPLE.spark_marks[n].phase for n in (6, 7)] == [Phase.OFF, Phase.OFF]
    assert len(spark_face(QUALITY, LIVE).missed) == QUALITY.spark_marks.count(MARKS["m"])


def test_a_range_has_two_limits_beside_the_line() -> None:
    aim = Aim(better=Better.RANGE, low=Fraction(95), high=Fraction(105))
    face = spark_face(replace(PEOPLE, spark=(Fraction(100),) * 2, spark_marks=(MARKS["G"],) * 2, aim=aim), LIVE)
    assert face.points == (0.5, 0.5)
    assert face.aims == ((0.0, 0.0), (1.0, 1.0))


def test_every_day_stands_beside_the_limit_that_held_on_it() -> None:
    """Those of the lines together differ by day: a miss may be less than what was met on another."""
    aims = tuple(Aim(better=Better.LOWER, value=Fraction(value), rolled=True) for value in (36, 40))
    month = replace(
        QUALITY, spark=(Fraction(38), None, Fraction(39)), spark_marks=(MARKS["m"], MARKS["?"], MARKS["G"]), aim=aims[1]
    )
    face = spark_face(replace(month, spark_aims=(aims[0], None, aims[1])), LIVE)
    assert face.missed == (0,)
    assert face.aims == ((0.0, 0.0, 1.0),), "over a day nobody entered the limit before goes on"
    assert spark_face(month, LIVE).aims == ((1.0, 1.0, 1.0),), "without them today's held on all"


def test_before_the_first_day_of_a_month_was_judged_no_days_are_counted() -> None:
    face = head_face(replace(QUALITY, days_met=0, days_due=0), LIVE)
    assert (face.met, face.count, face.due) == ("", "", "")
    assert "no day judged yet" in letter_words(replace(QUALITY, days_met=0, days_due=0))
    assert head_face(QUALITY, LIVE).met == "9 of 14"


def test_a_line_of_one_value_lies_in_the_middle() -> None:
    face = spark_face(replace(QUALITY, spark=(Fraction(3),), spark_marks=(MARKS["G"],), aim=None), LIVE)
    assert face.points == (0.5,)
    assert spark_face(replace(QUALITY, spark=(), spark_marks=()), LIVE).points == ()


def test_a_card_says_who_and_when() -> None:
    today = VIEW.today
    assert card_face(SAFETY.action, today).when == "1 day late"
    assert card_face(DELIVERY.action, today).today
    assert card_face(QUALITY.action, today).when == "Mon 23 Nov"
    assert card_face(None, today) == CardFace()
    assert card_face(letters_long_names().letters[0].action, today).when == "4 days late"


def test_a_day_in_words_names_the_state_and_not_the_hue() -> None:
    assert day_words(DELIVERY, DELIVERY.days[5]) == "Delivery: Fri 6 Nov, missed, open action"
    assert day_words(DELIVERY, DELIVERY.days[19]).endswith("missed so far")
    assert "near miss reported" in day_words(SAFETY, SAFETY.days[5])
    valued = replace(QUALITY.days[1], value=Fraction(17, 10))
    assert "1.7 %" in day_words(QUALITY, valued)
