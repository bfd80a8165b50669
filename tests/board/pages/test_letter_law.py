"""Laws of the letter page: a month is its days, a roll-up that of its parts, and no order of arrival matters."""

import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.pages.letter import LetterPages
from board.plant.plant import Letter
from board.views.letter import LetterPage
from board.views.mark import Judgement, Phase
from tests.board.pages.letters_desk import PLANT, LettersDesk, letters_desk, of_november, utc
from tests.board.pages.test_sqcdp_law import NOW, Entry, some_entries
from tests.board.pages.test_sqcdp_law import enter as enter_all

CODES = ("Q", "C", "S")
NODES = ("a", "hall", "site")
DAY = timedelta(days=1)


def fresh(desk: LettersDesk, code: str, node: str, day: int) -> LetterPage:
    return LetterPages(desk.reader).page(node, code, desk.history, now=NOW, day=of_november(day))


@pytest.mark.parametrize("turn", range(2))
def test_no_order_of_arrival_changes_a_page(tmp_path: Path, rng: random.Random, turn: int) -> None:
    entries = some_entries(rng)
    shuffled = rng.sample(entries, len(entries))
    half = len(entries) // 2
    day = rng.randrange(1, 21)
    with letters_desk(tmp_path / "one.db") as one, letters_desk(tmp_path / "other.db") as other:
        enter_all(one, entries)
        enter_all(other, shuffled[:half])
        for code in CODES:  # what is kept in between changes nothing either
            other.page(NOW, code, "site", day=of_november(day))
        enter_all(other, shuffled[half:])
        for code in CODES:
            for node in NODES:
                assert other.page(NOW, code, node, day=of_november(day)) == fresh(one, code, node, day)


def test_a_months_cells_are_its_days(tmp_path: Path, rng: random.Random) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        enter_all(desk, some_entries(rng))
        for code in CODES:
            for node in NODES:
                month = desk.page(NOW, code, node).letter
                assert [cell.day for cell in month.days] == [of_november(day) for day in range(1, 31)]
                for cell in month.days:
                    page = desk.page(NOW, code, node, day=cell.day)
                    assert page.day_mark == cell.mark
                    assert page.letter == month
                    if page.kpis:
                        assert page.kpis[0].value == cell.value
                    if cell.mark.judgement is not None and page.kpis:
                        assert [one.judgement for one in page.kpis if one.deciding] == [cell.mark.judgement]
                points = {point.day: point for point in desk.page(NOW, code, node).chart.points}
                worked = [cell for cell in month.days if cell.mark.phase not in (Phase.OFF, Phase.FUTURE)]
                if points:
                    assert {day: point.mark for day, point in points.items() if day.month == 11} == {
                        cell.day: cell.mark for cell in worked
                    }


def test_days_beside_a_day_walk_through_all_worked_days(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        desk.enter("a", 14, good=9)  # a Saturday, worked all the same
        day = of_november(1)
        walked: list[date] = []
        while (later := desk.page(NOW, day=day).later_day) is not None:
            assert desk.page(NOW, day=later).earlier_day == (walked[-1] if walked else of_november(1) - 2 * DAY)
            walked.append(later)
            day = later
        cells = desk.page(NOW).letter.days
        assert walked == [cell.day for cell in cells if cell.mark.phase not in (Phase.OFF, Phase.FUTURE)]


def test_every_roll_up_is_that_of_its_parts(tmp_path: Path, rng: random.Random) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        entries = some_entries(rng)
        enter_all(desk, entries)
        for day in rng.sample(range(1, 21), 8):
            site = desk.page(NOW, node="site", day=of_november(day))
            lines = {node: desk.page(NOW, node=node, day=of_november(day)) for node in ("a", "b", "c")}
            assert [line.mark for line in site.lines] == [page.day_mark for page in lines.values()]
            assert [line.value for line in site.lines] == [page.kpis[0].value for page in lines.values()]
            cell = site.letter.days[day - 1]
            if cell.met is not None:
                assert cell.met == sum(page.day_mark.judgement is Judgement.GOOD for page in lines.values())
            scrap, good = (_sum(entries, day, measure) for measure in ("scrap", "good"))
            assert [part.value or 0 for part in site.kpis[0].parts] == [scrap, good + scrap]
            for place, rung in enumerate(desk.page(NOW, "S", "site", day=of_november(day)).ladder):
                of_lines = [desk.page(NOW, "S", node, day=of_november(day)).ladder[place].count for node in lines]
                known = [count for count in of_lines if count is not None]
                assert rung.count == (sum(known, Fraction(0)) if known else None)


def test_the_reasons_of_a_day_come_to_what_was_lost_on_it(tmp_path: Path, rng: random.Random) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        for day in range(2, 20):
            for _ in range(rng.randrange(0, 9)):
                desk.tell(
                    rng.choice("abc"), day, rng.choice(["x", "y", "z", "v", "w", "u", None]), scrap=rng.randrange(9)
                )
        for node in NODES:
            for day in range(2, 20):
                page = desk.page(NOW, node=node, day=of_november(day))
                if page.pareto is not None and not page.pareto.of_month:
                    told = sum((bar.value for bar in page.pareto.bars), Fraction(0)) + (page.pareto.rest or 0)
                    assert told == page.kpis[0].parts[0].value


def test_a_plant_without_letters_has_no_page_and_one_without_kpis_has_an_empty_one(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db", replace(PLANT, letters=(Letter(code="X", name="X"),), kpis=())) as desk:
        desk.enter("a", 18, good=5)
        page = desk.page(utc(20), "X", day=of_november(18))
        assert (page.kpis, page.ladder, page.enterable, page.chart.points) == ((), (), (), ())
        assert page.day_mark.judgement is None


def _sum(entries: list[Entry], day: int, measure: str) -> int:
    return sum(values[measure] for _, one, _, values in entries if one == day)
