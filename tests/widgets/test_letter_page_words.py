"""A day of a letter in words: what stands above everything else on its page."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from board.plant.plant import Better
from board.views.letter import Enterable, KpiOfDay, LetterPage, Part, RungOfDay
from board.views.mark import Judgement, Mark, Phase
from board.views.sqcdp import Aim
from widgets.letter_page_face import verdict_face
from widgets.letter_page_words import LOUD, QUIET, Run, behind, closed_words, parts_words, runs_of, verdict
from widgets.scene_letter import SCENES, letter, letter_area, letter_safety
from widgets.scene_letter_part import LADDER
from widgets.scene_sqcdp import MARKS

VIEW = letter()
AT_MOST = Aim(better=Better.LOWER, value=Fraction(2))
AT_LEAST = Aim(better=Better.HIGHER, value=Fraction(98))
BETWEEN = Aim(better=Better.RANGE, low=Fraction(95), high=Fraction(105))


def said(view: LetterPage) -> str:
    return verdict(view).replace(LOUD, "").replace(QUIET, "").replace("\u00a0", " ")


def told(view: LetterPage) -> str:
    return behind(view).replace("\u00a0", " ")


def with_kpi(
    mark: str, aim: Aim | None, value: str | None, judged: Judgement | None, name: str = "Scrap"
) -> LetterPage:
    kpi = replace(VIEW.kpis[0], name=name, aim=aim, value=None if value is None else Fraction(value), judgement=judged)
    return replace(VIEW, day_mark=MARKS[mark], kpis=(kpi,))


GOOD, WATCH, MISS = Judgement.GOOD, Judgement.WATCH, Judgement.MISS


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        (with_kpi("m", AT_MOST, "3.4", MISS), "Missed because scrap 3.4 % is above 2.0 %"),
        (with_kpi("M", AT_MOST, "3.4", MISS), "Missed so far: scrap 3.4 % is above 2.0 %"),
        (with_kpi("g", AT_MOST, "1.6", GOOD), "Met: scrap 1.6 % is within 2.0 %"),
        (with_kpi("g", AT_MOST, "2", GOOD), "Met: scrap 2.0 % is within 2.0 %"),
        (with_kpi("G", AT_MOST, "1.6", GOOD), "Met so far: scrap 1.6 % is within 2.0 %"),
        (with_kpi("w", AT_MOST, "2.1", WATCH), "Watch: scrap 2.1 % is just above 2.0 %"),
        (with_kpi("m", AT_LEAST, "96.5", MISS, "OEE"), "Missed because OEE 96.5 % is below 98.0 %"),
        (with_kpi("g", AT_LEAST, "99", GOOD, "OEE"), "Met: OEE 99.0 % reaches 98.0 %"),
        (with_kpi("m", BETWEEN, "90.5", MISS, "Crew"), "Missed because crew 90.5 % is below 95.0 %"),
        (with_kpi("m", BETWEEN, "106", MISS, "Crew"), "Missed because crew 106.0 % is above 105.0 %"),
        (with_kpi("g", BETWEEN, "100", GOOD, "Crew"), "Met: crew 100.0 % is within 95.0–105.0 %"),
        (with_kpi("m", AT_MOST, "2.04", MISS), "Missed because scrap 2.04 % is above 2.00 %"),
        (with_kpi("n", None, "3.4", None), "Scrap 3.4 %, no target"),
        (with_kpi("O", AT_MOST, None, None), "Nothing was entered so far"),
        (with_kpi(".", AT_MOST, None, None), "This day is still to come"),
        (with_kpi("-", AT_MOST, None, None), "Nobody works on this day"),
    ],
)
def test_a_day_says_its_state_and_why(view: LetterPage, sentence: str) -> None:
    assert said(view) == sentence


def test_only_the_value_that_broke_its_limit_is_loud() -> None:
    loud = [run for run in runs_of(verdict(VIEW)) if run.loud]
    assert loud == [Run("3.4\u00a0%", loud=True)]
    assert not any(run.loud for run in runs_of(verdict(with_kpi("g", AT_MOST, "1.6", GOOD))))


def test_all_kpis_that_decided_are_named() -> None:
    rework = replace(VIEW.kpis[0], kpi="rework", name="Rework", value=Fraction(3))
    other = replace(rework, name="Complaints", deciding=False)
    view = replace(VIEW, kpis=(VIEW.kpis[0], rework, other))
    assert said(view) == "Missed because scrap 3.4 % is above 2.0 % and rework 3.0 % is above 2.0 %"


def test_no_word_names_a_hue() -> None:
    for name, scene in SCENES.items():
        assert not {"red", "green", "amber", "yellow"} & set(said(scene()).lower().split()), name


def test_a_day_nobody_entered_says_so_and_what_is_missing() -> None:
    view = SCENES["letter_unrecorded"]()
    assert said(view) == "Nobody has entered anything for this day"
    assert told(view) == "Not entered: Scrap, Made"
    made = replace(view.enterable[1], value=Fraction(17980))
    view = replace(view, enterable=(view.enterable[0], made))
    assert said(view) == "Not everything was entered for this day"
    assert told(view) == "Not entered: Scrap"


def test_a_day_of_which_a_part_was_never_told_says_what_is_known_and_that_it_is_not_all() -> None:
    kpi = replace(VIEW.kpis[0], value=Fraction(16, 10), judgement=None, entered=False)
    days = tuple(replace(cell, incomplete=cell.day == VIEW.day) for cell in VIEW.letter.days)
    unrecorded, rework = Mark(Phase.UNRECORDED), replace(kpi, kpi="rework", name="Rework")
    view = replace(VIEW, day_mark=unrecorded, kpis=(kpi, rework), letter=replace(VIEW.letter, days=days))
    assert said(view) == "Not everything was entered for this day"
    assert told(view) == f"{told(VIEW)} · not everything was entered", "the figures stand"
    face = verdict_face(view, stale=False, age_s=None)
    assert [(mark, words) for mark, words in face.others] == [(unrecorded, "Rework 1.6\u00a0%, ≤\u00a02.0")]


def test_another_kpi_nobody_entered_is_not_recorded_rather_than_without_a_target() -> None:
    view = SCENES["letter_unrecorded"]()
    scrap = view.kpis[0]
    missing = replace(scrap, kpi="complaints", name="Complaints", value=None, judgement=None, entered=False)
    free = replace(missing, value=Fraction(1), aim=None, entered=True)
    face = verdict_face(replace(view, kpis=(scrap, missing, free)), stale=False, age_s=None)
    assert [(mark.phase, said) for mark, said in face.others] == [
        (Phase.UNRECORDED, "Complaints, not entered, ≤\u00a02.0"),
        (Phase.NO_TARGET, "Complaints 1.0\u00a0%"),
    ]


def rungs(*counts: int | None) -> tuple[RungOfDay, ...]:
    return tuple(
        replace(rung, count=None if count is None else Fraction(count))
        for rung, count in zip(LADDER, counts, strict=True)
    )


@pytest.mark.parametrize(
    ("mark", "counts", "sentence"),
    [
        ("g", (1, 0, 0, 0), "One near miss was reported"),
        ("G", (3, 0, None, None), "3 near misses were reported so far"),
        ("w", (2, 1, 0, 0), "One person needed first aid"),
        ("m", (2, 1, 2, 0), "2 recordable injuries"),
        ("m", (0, 0, 0, 1), "One lost-time accident"),
        ("g", (0, 0, 0, 0), "No event on this day"),
        ("G", (0, None, None, None), "No event so far"),
    ],
)
def test_safety_tells_the_gravest_event(mark: str, counts: tuple[int | None, ...], sentence: str) -> None:
    assert said(replace(letter_safety(), day_mark=MARKS[mark], ladder=rungs(*counts))) == sentence


def test_a_rung_of_the_plants_own_is_told_by_its_name() -> None:
    own = RungOfDay(measure="spill", name="Spills", count=Fraction(2), judged=MISS)
    assert said(replace(letter_safety(), day_mark=MARKS["m"], ladder=(own,))) == "Spills: 2"


def test_above_line_level_the_lines_are_counted() -> None:
    view = letter_area()
    assert said(view) == "9 of 12 lines met; scrap 2.2 % is above 2.0 %"
    met = replace(view, day_mark=MARKS["g"], kpis=(replace(view.kpis[0], judgement=GOOD),))
    assert said(met) == "9 of 12 lines met"
    assert not any(run.loud for run in runs_of(verdict(met)))
    assert told(view) == "1\u2009804 of 81\u2009300 cases scrapped · target ≤ 2.0 % of the lines together"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((("Cases scrapped", "cases", 612), ("Cases made", "cases", 17980)), "612 of 17\u2009980 cases scrapped"),
        ((("Scrap", "cases", 612), ("Made", "cases", 17980)), "Scrap 612 of 17\u2009980 cases"),
        ((("Absent", "", 3), ("All", "", 32)), "Absent 3 of 32"),
        ((("Electricity", "kWh", 88), ("Good", "cases", 200)), "Electricity 88\u00a0kWh · Good 200\u00a0cases"),
        ((("Scrap", "cases", None), ("Made", "cases", 1)), "Scrap – of 1 cases"),
        ((), ""),
    ],
)
def test_the_figures_behind_are_told_by_name(parts: tuple[tuple[str, str, int | None], ...], words: str) -> None:
    made = [
        Part(measure="m", name=name, unit=unit, value=None if value is None else Fraction(value))
        for name, unit, value in parts
    ]
    assert parts_words(made) == words


def test_since_when_the_target_stands_is_told_with_its_year_where_that_is_another() -> None:
    assert told(VIEW) == "612 of 17\u2009980 cases scrapped · target since 30 October"
    kpi = replace(VIEW.kpis[0], aim_since=date(2025, 4, 1))
    assert told(replace(VIEW, kpis=(kpi,))).endswith("target since 1 April 2025")
    coming = replace(VIEW, day_mark=Mark(Phase.FUTURE))
    assert told(coming) == "target ≤ 2.0 % since 30 October"


def test_who_closed_a_day_is_told_where_it_is_known() -> None:
    assert closed_words(VIEW) == "closed Thu 19 Nov 06:12 · J. Lindqvist"
    assert closed_words(replace(VIEW, closed_by=None)) == "closed Thu 19 Nov 06:12"
    assert closed_words(replace(VIEW, closed_at=None)) == ""


def test_a_letter_without_a_kpi_says_so() -> None:
    none: tuple[KpiOfDay, ...] = ()
    nothing: tuple[Enterable, ...] = ()
    assert said(replace(VIEW, kpis=none, enterable=nothing)) == "This letter has no KPI"


def test_todays_safety_tells_the_days_since_the_last_accident() -> None:
    view = letter_safety()
    assert "days since" not in told(view)
    assert told(replace(view, day=view.today, day_mark=MARKS["G"])) == "412 days since the last lost-time accident"
