"""The builders of all pages behind one reader: what was kept of a day goes when anything about that day changes."""

from fractions import Fraction
from pathlib import Path

from board.journal.identity import new_id
from board.journal.intention import EnterDay, Undo
from board.plant.history import PlantHistory
from board.store.intake import Changed
from board.views.bowling import Bowling
from board.views.letter import LetterPage
from board.views.page import View
from board.views.sqcdp import Sqcdp
from kiosk.wiring.builders import Builders
from kiosk.wiring.writer import touched
from kiosk.wish import BOWLING, CHANGES, LETTER, LINES, SICB, SOURCES, SQCDP, Wish
from tests.board.pages.letters_desk import letters_desk, of_november, utc

PAGES = (SQCDP, LETTER, BOWLING, CHANGES, SICB, LINES, SOURCES)
NOW = utc(5, month=12)


def built(builders: Builders, history: PlantHistory) -> dict[str, View]:
    """Return every page of line a, as they are wished for one after another."""
    wishes = (Wish(page=page, node="a", letter="Q", day=of_november(3)) for page in PAGES)
    return {wish.page: builders.build(wish, history, NOW) for wish in wishes}


def scrap_of(views: dict[str, View]) -> tuple[Fraction | None, ...]:
    """Return what three pages say of scrap: the day's, the day's cell of its month, and the month's."""
    page, chart = views[LETTER], views[BOWLING]
    assert isinstance(page, LetterPage)
    assert isinstance(chart, Bowling)
    assert isinstance(views[SQCDP], Sqcdp)
    month = next(cell for row in chart.rows if row.kpi == "scrap" for cell in row.cells if cell.month.month == 11)
    return page.kpis[0].value, page.letter.days[2].value, month.actual


def test_what_was_entered_and_what_was_taken_back_shows_on_every_page(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        desk.enter("a", 3, good=98, scrap=2)
        builders = Builders(desk.reader)
        before = scrap_of(built(builders, desk.history))
        entered = EnterDay(id="d", node="a", day=of_november(3), measure="scrap", value=Fraction(7), before=Fraction(2))
        desk.store.keep(entered, NOW)
        assert scrap_of(built(builders, desk.history)) == before, "nobody has told the pages yet"
        builders.forget((Changed("a", *touched(entered)),))
        after = scrap_of(built(builders, desk.history))
        assert all(old != new for old, new in zip(before, after, strict=True))
        taken_back = Undo(id=new_id(NOW), node="a", subject="d")
        desk.store.keep(taken_back, NOW)
        builders.forget((Changed("a", *touched(taken_back)),))
        assert scrap_of(built(builders, desk.history)) == before


def test_the_month_of_a_touched_kpi_is_told_in_its_own_figures(tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        desk.enter("a", 3, good=98, scrap=2, cost=500)
        builders = Builders(desk.reader)
        touched_cell = Wish(page=LETTER, node="a", letter="C", kpi="scrap", month=of_november(1))
        page = builders.build(touched_cell, desk.history, NOW)
        assert isinstance(page, LetterPage)
        assert (page.letter.kpi, page.letter.days[2].value) == ("scrap", Fraction(2))
