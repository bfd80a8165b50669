"""The page of one letter as a team reads it: 20 November 2026 is a Friday."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from fractions import Fraction
from pathlib import Path

import pytest

from board.pages.letter import LetterPages
from board.plant.plant import Kpi, Letter, Line, Plant, Reason, Shift
from board.views.letter import KpiOfDay, LetterPage
from board.views.mark import Judgement, Mark, Phase
from board.views.plain import plain
from tests.board.pages.letters_desk import (
    COST,
    PLANT,
    SCRAP,
    LettersDesk,
    letters_desk,
    of_november,
    target,
    utc,
    with_letter,
)

GOOD, WATCH, MISS = (Mark(Phase.CLOSED, judgement) for judgement in Judgement)
NOW = utc(20)
F = Fraction


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LettersDesk]:
    with letters_desk(tmp_path / "board.db") as found:
        yield found


def kpi(page: LetterPage, name: str = "scrap") -> KpiOfDay:
    return next(one for one in page.kpis if one.kpi == name)


def test_a_red_day_is_told_in_figures(desk: LettersDesk) -> None:
    desk.enter("a", 18, good=17368, scrap=612)
    page = desk.page(NOW, day=of_november(18))
    found = kpi(page)
    assert (page.day, page.day_mark) == (of_november(18), MISS)
    assert (found.value, found.judgement, found.deciding, found.entered) == (
        F(61200, 17980),
        Judgement.MISS,
        True,
        True,
    )
    assert found.aim is not None
    assert (found.aim.value, found.aim_since) == (F(2), date(2026, 1, 1))
    assert [(part.name, part.value) for part in found.parts] == [("Scrap", F(612)), ("Good + Scrap", F(17980))]


@pytest.mark.parametrize(
    ("formula", "parts"),
    [
        ("100 * scrap / (good + scrap)", [("scrap", 7), ("good + scrap", 100)]),
        ("1 - scrap / (good + scrap)", [("scrap", 7), ("good + scrap", 100)]),
        ("100 * good / cost", [("good", 93), ("cost", 500)]),
        ("(scrap + good) / (good + scrap)", [("scrap", 7), ("good", 93)]),  # no share of one
        ("100 * scrap / (good - scrap)", [("scrap", 7), ("good", 93)]),
        ("cost", [("cost", 500)]),
    ],
)
def test_a_kpi_is_told_by_the_sums_it_is_made_of(tmp_path: Path, formula: str, parts: list[tuple[str, int]]) -> None:
    with letters_desk(tmp_path / "board.db", replace(PLANT, kpis=(replace(SCRAP, formula=formula), COST))) as desk:
        desk.enter("a", 18, good=93, scrap=7, cost=500)
        found = kpi(desk.page(NOW, day=of_november(18)))
        assert [(part.measure, part.value) for part in found.parts] == [(name, F(value)) for name, value in parts]


def test_the_first_kpi_that_stands_as_the_day_does_decides_it(desk: LettersDesk) -> None:
    desk.enter("a", 17, good=99, scrap=1, cost=9900)  # cost 100 p a piece: over 40
    desk.enter("a", 18, good=90, scrap=10, cost=900)
    desk.enter("a", 19, good=90, scrap=10)  # cost is missing, and scrap is red all the same
    for day, decides in ((17, ["cost"]), (18, ["scrap"]), (19, ["scrap"])):
        page = desk.page(NOW, "C", day=of_november(day))
        assert [one.kpi for one in page.kpis if one.deciding] == decides
    assert [one.entered for one in desk.page(NOW, "C", day=of_november(19)).kpis] == [False, True]


def test_the_kpi_that_was_asked_for_stands_for_its_letter_and_changes_no_colour(desk: LettersDesk) -> None:
    for day in (17, 18):
        desk.enter("a", day, good=90, scrap=10, cost=1800)
    first, second = desk.page(NOW, "C"), desk.page(NOW, "C", kpi="scrap")
    assert [(page.letter.kpi, page.chart.name) for page in (first, second)] == [("cost", "Cost"), ("scrap", "Scrap")]
    assert [page.letter.days[17].value for page in (first, second)] == [F(20), F(10)]
    told = [next(point for point in page.chart.points if point.day.day == 18).value for page in (first, second)]
    assert told == [F(20), F(10)]
    assert [cell.mark for cell in first.letter.days] == [cell.mark for cell in second.letter.days]
    assert [kpi.kpi for kpi in second.kpis] == ["cost", "scrap"]
    assert desk.page(NOW, "C", kpi="no-such") == first


def test_a_page_opens_on_the_last_miss_of_its_month_else_on_today_or_its_last_worked_day(desk: LettersDesk) -> None:
    desk.enter("a", 17, good=90, scrap=10)
    desk.enter("a", 18, good=90, scrap=10)
    desk.enter("a", 19, good=99, scrap=1)
    desk.enter("a", 20, good=0, scrap=9)  # today is not closed yet
    assert desk.page(NOW).day == of_november(18)
    assert desk.page(NOW, "C").day == of_november(18)
    assert desk.page(NOW, "S").day == of_november(20)
    october = desk.page(NOW, "S", month=date(2026, 10, 1))
    assert (october.day, october.month) == (date(2026, 10, 30), date(2026, 10, 1))  # the 31st is a Saturday


def test_an_earlier_month_is_judged_by_what_was_in_force_then(tmp_path: Path) -> None:
    stepped = replace(SCRAP, targets=(target("5"), target("2", since=of_november(1))))
    with letters_desk(tmp_path / "board.db", replace(PLANT, kpis=(stepped, COST))) as desk:
        desk.enter("a", 6, month=10, good=96, scrap=4)
        desk.enter("a", 6, good=96, scrap=4)
        october = desk.page(NOW, day=date(2026, 10, 6))
        november = desk.page(NOW, day=of_november(6))
    assert (october.month, len(october.letter.days), october.day_mark) == (date(2026, 10, 1), 31, GOOD)
    assert (len(november.letter.days), november.day_mark) == (30, MISS)
    for page, value, since in ((october, F(5), date(2026, 1, 1)), (november, F(2), of_november(1))):
        found = kpi(page)
        assert found.aim is not None
        assert (found.aim.value, found.aim_since) == (value, since)
    assert october.letter.days[5].mark == GOOD
    assert (october.letter.days_met, october.letter.days_due) == (1, 1)
    aims = {point.day: point.aim for point in november.chart.points}
    assert (aims[date(2026, 10, 6)], aims[of_november(6)]) == (F(5), F(2))


def test_months_and_worked_days_lead_to_their_neighbours(desk: LettersDesk) -> None:
    desk.enter("a", 14, month=9, good=99, scrap=1)
    page = desk.page(NOW, day=of_november(2))
    assert (page.earlier_month, page.later_month) == (date(2026, 10, 1), None)
    assert (page.earlier_day, page.later_day) == (date(2026, 10, 30), of_november(3))  # over a week-end
    assert desk.page(NOW, day=of_november(12)).earlier_day == of_november(10)  # the 11th is a day off
    assert desk.page(NOW, day=of_november(20)).later_day is None
    october = desk.page(NOW, day=date(2026, 10, 30))
    assert (october.earlier_month, october.later_month) == (date(2026, 9, 1), of_november(1))
    assert october.later_day == of_november(2)
    assert desk.page(NOW, month=date(2026, 9, 1)).earlier_month is None  # nothing is known of August


def test_a_late_correction_has_two_right_answers(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=99, scrap=1, key="sheet")
    desk.enter("a", 16, good=90, scrap=10, key="sheet", received=utc(19))
    tuesday = utc(17)
    by_today = desk.page(tuesday, day=of_november(16))
    as_known = desk.page(NOW, day=of_november(16), known_at=tuesday)
    assert (by_today.day_mark, kpi(by_today).value) == (MISS, F(10))
    assert (as_known.day_mark, kpi(as_known).value) == (GOOD, F(1))
    assert [part.value for part in kpi(as_known).parts] == [1, 100]
    assert [one.value for one in as_known.enterable] == [1, 99]
    assert as_known.chart.points[-5].value == 1


def test_an_accident_reclassified_later_recolours_its_own_day(desk: LettersDesk) -> None:
    desk.enter("a", 16, near_miss=0, first_aid=1, lost_time=0, key="event")
    desk.enter("a", 16, near_miss=0, first_aid=0, lost_time=1, key="event", received=utc(19))
    now_known = desk.page(NOW, "S", day=of_november(16))
    then = desk.page(NOW, "S", day=of_november(16), known_at=utc(18))
    assert (now_known.day_mark, then.day_mark) == (MISS, WATCH)
    assert [(rung.measure, rung.count) for rung in now_known.ladder] == [
        ("near_miss", F(0)),
        ("first_aid", F(0)),
        ("lost_time", F(1)),
    ]
    assert [rung.count for rung in then.ladder] == [0, 1, 0]
    assert now_known.letter.safety is not None
    assert then.letter.safety is not None
    assert (now_known.letter.safety.since, then.letter.safety.since) == (4, None)


def test_an_area_shows_its_lines_and_the_ratio_of_their_sums(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=990, scrap=10)
    desk.enter("b", 16, good=90, scrap=10)
    page = desk.page(NOW, node="hall", day=of_november(16))
    assert [(line.node, line.name, line.mark, line.value) for line in page.lines] == [
        ("a", "A", GOOD, F(1)),
        ("b", "B", MISS, F(10)),
    ]
    assert kpi(page).value == F(2000, 1100)
    assert [part.value for part in kpi(page).parts] == [20, 1100]
    assert page.letter.days[15].met == 1
    assert [line.node for line in desk.page(NOW, node="site", day=of_november(16)).lines] == ["a", "b", "c"]
    assert desk.page(NOW, node="a").lines == ()


def test_a_node_that_lacks_a_measure_is_left_out_of_the_parts_as_of_the_value(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=90, scrap=10, cost=900)
    desk.enter("b", 16, good=1000, scrap=0)  # nobody entered its cost
    found = kpi(desk.page(NOW, "C", node="hall", day=of_november(16)), "cost")
    assert (found.value, [part.value for part in found.parts]) == (F(10), [F(900), F(90)])


def test_the_first_of_a_month_has_the_month_before_beside_it(desk: LettersDesk) -> None:
    for day in (28, 29, 30):
        desk.enter("a", day, month=10, good=100 - day, scrap=day)
    first = utc(1)  # a Sunday
    page = desk.page(first)
    assert (page.month, page.today, page.day, page.day_mark) == (
        of_november(1),
        of_november(1),
        of_november(1),
        Mark(Phase.OFF),
    )
    assert [point.value for point in page.chart.points][-3:] == [28, 29, 30]
    assert page.earlier_day == date(2026, 10, 30)
    assert page.letter.days_worked == 0


@pytest.mark.parametrize(("year", "days"), [(2026, 28), (2028, 29)])
def test_february(tmp_path: Path, year: int, days: int) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        page = desk.page(datetime(year, 3, 10, 12, tzinfo=UTC), month=date(year, 2, 1))
        assert len(page.letter.days) == days
        assert page.later_month == date(year, 3, 1)
        assert page.day == date(year, 2, 27 if year == 2026 else 29)  # the last worked one


def test_an_empty_plant_has_a_page_of_blanks(desk: LettersDesk) -> None:
    for node in ("a", "hall", "site"):
        page = desk.page(NOW, node=node)
        assert {cell.mark.judgement for cell in page.letter.days} == {None}
        assert [(one.value, one.judgement, one.entered, one.deciding) for one in page.kpis] == [
            (None, None, False, False)
        ]
        assert (page.earlier_month, page.pareto, page.chart.natural) == (None, None, None)
        assert {point.value for point in page.chart.points} == {None}


def test_a_plants_first_day_calls_nothing_due_before_it(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db", began=utc(19, 8)) as desk:
        desk.enter("a", 20, good=99, scrap=1)
        page = desk.page(NOW)
        cells = {cell.day.day: cell.mark for cell in page.letter.days}
    assert {cells[day] for day in range(1, 19)} == {Mark(Phase.OFF)}
    assert (cells[19], cells[20]) == (Mark(Phase.UNRECORDED), Mark(Phase.OPEN, Judgement.GOOD))
    assert [point.day for point in page.chart.points] == [of_november(19), of_november(20)]
    assert (page.earlier_month, page.letter.days_worked) == (None, 1)


def test_a_day_to_come_shows_the_target_that_will_judge_it(tmp_path: Path) -> None:
    stepped = replace(SCRAP, targets=(target("2"), target("1", since=of_november(25))))
    with letters_desk(tmp_path / "board.db", replace(PLANT, kpis=(stepped, COST))) as desk:
        page = desk.page(NOW, day=of_november(25))
    found = kpi(page)
    assert found.aim is not None
    assert (page.day_mark, found.value, found.aim.value) == (Mark(Phase.FUTURE), None, F(1))
    assert (page.enterable, page.later_day) == ((), None)
    assert page.earlier_day == page.today, "the way back from what is still to come"


def test_the_nights_of_the_clock_change_are_days_like_others(tmp_path: Path) -> None:
    around = tuple(
        Shift(name=name, starts=time(start), ends=time(end)) for name, start, end in (("E", 6, 14), ("L", 14, 22))
    )
    night = Shift(name="N", starts=time(22), ends=time(6))
    with letters_desk(tmp_path / "board.db", replace(PLANT, shifts=(*around, night), days_off=())) as desk:
        for day, month in ((28, 3), (29, 3), (24, 10), (25, 10)):
            for hour in (8, 15, 23):
                desk.enter("a", day, month=month, hour=hour, good=99, scrap=1)
            desk.enter("a", day + 1, month=month, hour=1, good=0, scrap=30)  # the night belongs to the day it began on
        for month, days in ((3, (28, 29)), (10, (24, 25))):
            for day in days:
                page = desk.page(NOW, day=date(2026, month, day))
                assert [part.value for part in kpi(page).parts] == [33, 330]
                assert page.day_mark == MISS


def test_three_shifts_stand_in_every_day_that_is_split(tmp_path: Path) -> None:
    names = ("Early", "Late", "Night")
    shifts = tuple(
        Shift(name=name, starts=time(start), ends=time((start + 8) % 24))
        for name, start in zip(names, (6, 14, 22), strict=True)
    )
    with letters_desk(tmp_path / "board.db", replace(with_letter("Q", by_shift=True), shifts=shifts)) as desk:
        for hour, scrap in ((8, 0), (15, 10), (23, 0)):
            desk.enter("a", 18, hour=hour, good=1000 - scrap, scrap=scrap)
        desk.enter("a", 20, hour=8, good=100, scrap=0)
        page = desk.page(NOW, day=of_november(18))
        assert page.letter.days[17].parts == (GOOD, GOOD, GOOD)
        desk.enter("a", 18, hour=16, good=0, scrap=100)
        page = desk.page(NOW)
        assert (page.day, page.letter.days[17].parts) == (of_november(18), (GOOD, MISS, GOOD))
        assert page.letter.days[19].parts == (
            Mark(Phase.OPEN, Judgement.GOOD),
            Mark(Phase.FUTURE),
            Mark(Phase.FUTURE),
        )


def test_a_change_reaches_a_page_whose_days_were_kept(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=99, scrap=1)
    assert desk.page(NOW, node="site", day=of_november(16)).day_mark == GOOD
    desk.enter("a", 16, good=0, scrap=9)
    assert desk.page(NOW, node="site", day=of_november(16)).day_mark == MISS


def test_pages_on_their_own_say_the_same_as_pages_that_share(desk: LettersDesk) -> None:
    for day in range(2, 20):
        desk.enter("a", day, good=99, scrap=day % 4)
    alone = LetterPages(desk.reader).page("site", "Q", desk.history, now=NOW)
    desk.board(NOW, "site")
    assert desk.page(NOW, node="site") == alone


def test_an_unknown_letter_or_node_is_named(desk: LettersDesk) -> None:
    with pytest.raises(KeyError, match="no letter 'X'; the plant has Q, C, S"):
        desk.page(NOW, "X")
    with pytest.raises(KeyError, match="no line 'x'"):
        desk.page(NOW, node="x")


# ---- nothing repaints history


def harsher(plant: Plant) -> Plant:
    return replace(plant, kpis=(replace(SCRAP, formula="200 * scrap / (good + scrap)"), COST))


def stricter(plant: Plant) -> Plant:
    return replace(plant, kpis=(replace(SCRAP, targets=(target("2"), target("1", since=of_november(18)))), COST))


def at_weekends(plant: Plant) -> Plant:
    weekend = Shift(name="Weekend", starts=time(8), ends=time(12), days=frozenset({5, 6}))
    return replace(plant, shifts=(*plant.shifts, weekend))


@pytest.mark.parametrize("changed", [harsher, stricter, at_weekends])
@pytest.mark.parametrize("node", ["a", "hall", "site"])
def test_a_change_of_target_formula_or_shifts_changes_nothing_before_its_date(
    tmp_path: Path, changed: Callable[[Plant], Plant], node: str
) -> None:
    wednesday, monday = utc(17, 23), utc(23)
    with letters_desk(tmp_path / "board.db") as desk:
        for line in ("a", "b", "c"):
            for day in range(2, 20):
                desk.enter(line, day, good=98, scrap=2 if day > 17 else day % 5, cost=50 * day)

        def told() -> tuple[list[object], list[object], list[object]]:
            then = [plain(desk.page(wednesday, code, node, day=of_november(16))) for code in ("Q", "C", "S")]
            now = [desk.page(monday, code, node, day=of_november(16)).letter.days for code in ("Q", "C", "S")]
            return then, [plain(days[:17]) for days in now], [plain(days[17:]) for days in now]

        before = told()
        desk.adopt(changed(PLANT), utc(18, 7))
        after = told()
    assert after[:2] == before[:2]
    assert after[2] != before[2]  # the control: from its date on it does change something


def test_a_line_added_later_owes_nothing_before_the_plant_had_it(desk: LettersDesk) -> None:
    desk.enter("a", 2, good=99, scrap=1)
    more = replace(PLANT, lines=(*PLANT.lines, Line(id="d", name="D", area="hall")))
    desk.adopt(more, utc(18, 7))
    cells = {cell.day.day: cell.mark for cell in desk.page(NOW, node="d").letter.days}
    assert (cells[17], cells[18]) == (Mark(Phase.OFF), Mark(Phase.UNRECORDED))
    hall = desk.page(NOW, node="hall").letter.days
    assert (hall[16].due, hall[17].due) == (2, 3)


def test_reasons_are_those_that_concern_the_letter(tmp_path: Path) -> None:
    made = Kpi(id="made", name="Made", unit="", better=SCRAP.better, formula="good")
    plant = replace(
        PLANT,
        kpis=(SCRAP, COST, replace(made, better=type(made.better).HIGHER)),
        letters=(*PLANT.letters, Letter(code="D", name="Delivery", kpis=("made",))),
        reasons=(
            Reason(code="jam", name="Jam", group="Stop", icon="stop"),
            Reason(code="dent", name="Dent", group="Scrap", measure="scrap"),
            Reason(code="far", name="Elsewhere", group="Stop", lines=frozenset({"c"})),
        ),
    )
    with letters_desk(tmp_path / "board.db", plant) as desk:
        offered = {
            (code, node): [one.code for one in desk.page(NOW, code, node).reasons]
            for code, node in (("Q", "a"), ("D", "a"), ("S", "a"), ("S", "site"))
        }
    assert offered == {("Q", "a"): ["dent"], ("D", "a"): ["jam"], ("S", "a"): ["jam"], ("S", "site"): ["jam", "far"]}
