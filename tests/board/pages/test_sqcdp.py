"""The board of letters as a team reads it: 20 November 2026 is a Friday."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from fractions import Fraction
from pathlib import Path

import pytest

from board.plant.plant import Letter, Measure, MeasureKind, OverNodes, Shift
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


def marks(desk: LettersDesk, code: str = "Q", node: str = "a") -> dict[int, Mark]:
    return {cell.day.day: cell.mark for cell in desk.letter(NOW, code, node).days}


def test_every_day_of_the_month_stands_where_it_is_in_time_and_on_record(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=98, scrap=2)
    desk.enter("a", 17, good=97, scrap=3)
    desk.enter("a", 14, good=100, scrap=0)  # a Saturday, worked all the same
    desk.enter("a", 20, good=50, scrap=0)
    found = marks(desk)
    assert len(found) == 30
    assert found[16] == GOOD  # just met
    assert found[17] == MISS
    assert found[14] == GOOD
    assert found[15] == found[11] == Mark(Phase.OFF)
    assert found[18] == found[19] == Mark(Phase.UNRECORDED)
    assert found[20] == Mark(Phase.OPEN, Judgement.GOOD)
    assert found[21] == found[30] == Mark(Phase.FUTURE)


def test_the_headline_stands_beside_its_target_yesterday_and_the_rate_of_entry(desk: LettersDesk) -> None:
    for day, scrap in ((16, 1), (17, 4), (19, 3), (20, 2)):
        desk.enter("a", day, good=100 - scrap, scrap=scrap)
    found = desk.letter(NOW, "Q")
    assert (found.kpi, found.kpi_name, found.unit) == ("scrap", "Scrap", "%")
    assert (found.value, found.yesterday) == (F(2), F(3))
    assert found.aim is not None
    assert (found.aim.value, found.aim.rolled) == (F(2), False)
    assert found.spark[15:] == (F(1), F(4), None, F(3), F(2))
    assert len(found.spark) == len(found.spark_marks) == len(found.spark_aims) == 20
    assert [None if aim is None else aim.value for aim in found.spark_aims[15:]] == [F(2)] * 5
    assert (found.days_met, found.days_due, found.days_entered, found.days_worked) == (1, 3, 3, 13)
    assert found.mark == Mark(Phase.OPEN, Judgement.GOOD)


def test_yesterday_may_lie_in_the_month_before(desk: LettersDesk) -> None:
    desk.enter("a", 30, month=10, good=95, scrap=5)
    assert desk.letter(utc(31, month=10), "Q").yesterday == 5
    assert desk.letter(utc(1), "Q").yesterday is None
    desk.enter("a", 31, month=10, good=90, scrap=10)
    assert desk.letter(utc(1), "Q").yesterday == 10


def test_a_letter_with_a_kpi_missing_is_incomplete_and_never_green(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=99, scrap=1)
    desk.enter("a", 17, good=99, scrap=1, cost=3000)
    desk.enter("a", 18, good=90, scrap=10)
    found = {cell.day.day: cell for cell in desk.letter(NOW, "C").days}
    assert (found[16].mark, found[16].incomplete) == (Mark(Phase.UNRECORDED), True)
    assert (found[17].mark, found[17].incomplete) == (GOOD, False)
    assert (found[18].mark, found[18].incomplete) == (MISS, True)


def test_parts_counted_as_good_are_no_scrap_as_on_the_interval_board(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=99)
    assert marks(desk)[16] == GOOD


def test_an_area_shows_n_of_m_and_is_judged_on_the_ratio_of_sums(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=990, scrap=10)
    desk.enter("b", 16, good=90, scrap=10)
    desk.enter("a", 17, good=99, scrap=1)
    found = {cell.day.day: cell for cell in desk.letter(NOW, "Q", "hall").days}
    assert (found[16].met, found[16].due) == (1, 2)
    assert found[16].value == Fraction(100 * 20, 1100)  # and not the mean of 1 % and 10 %
    assert found[16].mark == GOOD  # though one of its lines is red
    assert (found[17].met, found[17].due, found[17].incomplete) == (1, 2, True)
    assert (found[18].met, found[18].due, found[18].mark) == (0, 2, Mark(Phase.UNRECORDED))
    whole = {cell.day.day: cell for cell in desk.letter(NOW, "Q", "site").days}
    assert (whole[16].met, whole[16].due) == (1, 3)


def test_an_area_without_a_target_of_its_own_has_that_of_its_lines_by_weight(tmp_path: Path) -> None:
    lines = replace(SCRAP, targets=(target("2"), target("8", "b")))
    own = replace(SCRAP, targets=(*lines.targets, target("1", "hall")))
    for name, kpi, aim, rolled in (("l.db", lines, Fraction(2 * 1000 + 8 * 100, 1100), True), ("o.db", own, 1, False)):
        with letters_desk(tmp_path / name, replace(PLANT, kpis=(kpi, COST))) as desk:
            desk.enter("a", 20, good=980, scrap=20)
            desk.enter("b", 20, good=92, scrap=8)
            found = desk.letter(NOW, "Q", "hall")
            assert found.aim is not None
            assert (found.aim.value, found.aim.rolled) == (aim, rolled)
            assert found.mark.judgement is (Judgement.GOOD if rolled else Judgement.MISS)


def test_the_target_of_a_temperature_over_lines_is_the_mean_of_theirs_and_no_sum(tmp_path: Path) -> None:
    heat = Measure(id="heat", name="Heat", kind=MeasureKind.SAMPLE, unit="°C", over_nodes=OverNodes.MEAN)
    kpi = replace(SCRAP, id="heat", formula="heat", targets=(target("20"), target("24", "b")))
    letters = (Letter(code="Q", name="Quality", kpis=("heat",)),)
    plant = replace(PLANT, kpis=(kpi,), letters=letters, measures=(*PLANT.measures, heat))
    for name, both, wanted in (
        ("own", plant, 22),
        ("shared", replace(plant, kpis=(replace(kpi, targets=kpi.targets[:1]),)), 20),
    ):
        with letters_desk(tmp_path / f"{name}.db", both) as desk:
            desk.enter("a", 20, heat=22)
            desk.enter("b", 20, heat=24)
            found = desk.letter(NOW, "Q", "hall")
            assert found.aim is not None
            assert (found.value, found.aim.value, found.aim.rolled) == (F(23), F(wanted), True)
            assert found.mark.judgement is Judgement.MISS


def test_a_target_set_later_repaints_no_day_before_it(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=98, scrap=2)
    desk.enter("a", 18, good=98, scrap=2)
    before = plain(desk.board(utc(17)))
    stricter = replace(SCRAP, targets=(target("2"), target("1", since=of_november(18))))
    desk.adopt(replace(PLANT, kpis=(stricter, COST)), utc(18, 7))
    found = marks(desk)
    assert (found[16], found[18]) == (GOOD, MISS)
    assert plain(desk.board(utc(17))) == before


def test_another_formula_or_shift_pattern_changes_nothing_before_its_date(desk: LettersDesk) -> None:
    desk.enter("a", 9, good=98, scrap=2)
    desk.enter("a", 17, good=98, scrap=2)
    harsher = replace(SCRAP, formula="200 * scrap / (good + scrap)")
    weekend = (*PLANT.shifts, Shift(name="Weekend", starts=time(8), ends=time(12), days=frozenset({5, 6})))
    desk.adopt(replace(PLANT, kpis=(harsher, COST), shifts=weekend), utc(13, 7))
    found = marks(desk)
    assert (found[9], found[17]) == (GOOD, MISS)
    assert (found[7], found[14]) == (Mark(Phase.OFF), Mark(Phase.UNRECORDED))


def test_a_late_correction_by_today_and_as_it_was_known(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=99, scrap=1, key="sheet")
    desk.enter("a", 16, good=90, scrap=10, key="sheet", received=utc(19))
    friday, tuesday = utc(20), utc(17)
    assert desk.letter(tuesday, "Q").days[15].mark == MISS  # that moment, with what is known today
    assert desk.letter(tuesday, "Q", known_at=tuesday).days[15].mark == GOOD
    assert desk.letter(friday, "Q", known_at=tuesday).days[15].mark == GOOD
    assert desk.letter(friday, "Q").days[15].mark == MISS


def test_a_moment_of_the_past_does_not_know_the_rest_of_its_day(desk: LettersDesk) -> None:
    desk.enter("a", 17, hour=8, good=100, scrap=0)
    desk.enter("a", 17, hour=13, good=0, scrap=100)
    assert desk.letter(utc(17, 9), "Q").value == 0
    assert desk.letter(utc(17, 14), "Q").value == 50


def test_a_change_is_heard_by_the_days_that_were_kept(desk: LettersDesk) -> None:
    desk.enter("a", 16, good=99, scrap=1)
    assert marks(desk)[16] == marks(desk, node="hall")[16] == GOOD
    desk.enter("a", 16, good=0, scrap=9)
    assert marks(desk)[16] == marks(desk, node="hall")[16] == MISS


def test_days_may_be_split_into_their_shifts(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db", with_letter("Q", by_shift=True)) as desk:
        desk.enter("a", 16, hour=8, good=100, scrap=0)
        desk.enter("a", 16, hour=23, good=90, scrap=10)
        desk.enter("a", 20, hour=8, good=100, scrap=0)
        found = {cell.day.day: cell for cell in desk.letter(NOW, "Q").days}
    assert (found[16].parts, found[16].mark) == ((GOOD, MISS), MISS)
    assert found[17].parts == (Mark(Phase.UNRECORDED), Mark(Phase.UNRECORDED))
    assert found[20].parts == (Mark(Phase.OPEN, Judgement.GOOD), Mark(Phase.FUTURE))
    assert (found[14].parts, found[14].mark) == ((), Mark(Phase.OFF))


def test_a_night_shift_keeps_its_day_open_until_it_ends(desk: LettersDesk) -> None:
    desk.enter("a", 17, hour=3, good=99, scrap=1)  # the night that began on Monday the 16th
    found = {cell.day.day: cell.mark for cell in desk.letter(utc(17, 4), "Q").days}
    assert found[16] == Mark(Phase.OPEN, Judgement.GOOD)
    assert found[17] == Mark(Phase.FUTURE)


def test_safety_needs_a_word_and_the_gravest_event_wins(desk: LettersDesk) -> None:
    desk.enter("a", 10, month=8, lost_time=1)
    desk.enter("a", 16, lost_time=0)
    desk.enter("a", 17, near_miss=2)
    desk.enter("a", 18, near_miss=1, first_aid=1)
    desk.enter("a", 19, lost_time=1, first_aid=1)
    found = desk.letter(NOW, "S")
    cells = {cell.day.day: cell for cell in found.days}
    assert [cells[day].mark for day in (13, 16, 17, 18, 19)] == [Mark(Phase.UNRECORDED), GOOD, GOOD, WATCH, MISS]
    assert [cells[day].near_miss for day in (16, 17, 18)] == [False, True, True]
    assert found.safety is not None
    assert (found.safety.since, found.safety.record) == (1, (date(2026, 11, 19) - date(2026, 8, 10)).days - 1)
    assert found.cross
    assert found.kpi is None


def test_safety_of_an_area_is_green_only_when_every_line_or_the_area_itself_has_spoken(desk: LettersDesk) -> None:
    desk.enter("a", 16, lost_time=0)
    desk.enter("a", 17, lost_time=0)
    desk.enter("b", 17, lost_time=0)
    desk.enter("hall", 18, lost_time=0)
    desk.enter("a", 19, lost_time=1)
    found = marks(desk, "S", "hall")
    assert [found[day] for day in (16, 17, 18, 19)] == [Mark(Phase.UNRECORDED), GOOD, GOOD, MISS]


def test_an_empty_plant_is_a_board_of_blanks(desk: LettersDesk) -> None:
    board = desk.board(NOW, "site")
    assert (board.month, board.today, board.node) == (of_november(1), of_november(20), "site")
    assert (board.shift, board.path.site) == ("Early", "Site")
    assert {cell.mark.judgement for letter in board.letters for cell in letter.days} == {None}
    assert all(letter.value is None and letter.days_entered == 0 for letter in board.letters)


def test_february_and_an_unknown_node(desk: LettersDesk) -> None:
    assert len(desk.letter(utc(10, month=2), "Q").days) == 28
    with pytest.raises(KeyError, match="no line 'x'"):
        desk.board(NOW, "x")
