"""What was judged stays so, on pictures: a corrected target, formula or shift pattern repaints nothing before it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPixmap
from pytestqt.qtbot import QtBot

from board.pages.bowling import BowlingPages
from board.plant.plant import Plant
from board.views.page import View
from kiosk.picture import paint_board
from kiosk.wish import BOWLING, LETTER, SQCDP
from tests.board.pages.letters_desk import PLANT, LettersDesk, letters_desk, of_november, utc
from tests.board.pages.test_letter import at_weekends, harsher, stricter
from tests.helpers.likeness import unlike
from themes.theme import load_theme
from widgets.board import Board
from widgets.finger import Finger, Screen

SIZE = (1920, 1080)
THEN, NOW = utc(17, 23), utc(23)
CHANGED = utc(18, 7)


def filled(desk: LettersDesk) -> None:
    """Enter figures of three lines for the worked days of three weeks."""
    for line in ("a", "b", "c"):
        for day in range(2, 20):
            desk.enter(line, day, good=98, scrap=2 if day > 17 else day % 5, cost=50 * day)


def pictures(desk: LettersDesk, now: datetime) -> dict[str, QImage]:
    """Return every page of a line that shows judged days or months, as it stood at a moment."""
    views: dict[str, View] = {
        SQCDP: desk.board(now, "a"),
        LETTER: desk.page(now, "Q", "a", day=of_november(16)),
        BOWLING: BowlingPages(desk.reader).chart("a", desk.history, now=now),
    }
    return {page: paint_board(view, PLANT, page=page, theme="dark", now=now, size=SIZE) for page, view in views.items()}


def days_of(desk: LettersDesk, now: datetime, days: range) -> list[QImage]:
    """Return the painted cells of some days of every letter, as they stand on the board at a moment."""
    finger = Finger(Screen.of(*SIZE, 55.0))
    board = Board(load_theme("dark"), finger)
    finger.setParent(board)
    board.resize(*SIZE)
    view = desk.board(now, "a")
    board.show_page(view)
    shown = QPixmap(*SIZE)
    board.render(shown)
    whole, page = shown.toImage(), board.pages.letters
    cells = []
    for letter in range(len(view.letters)):
        for day in days:
            place = page.place_of(f"{letter}:cell:{day}")
            assert place is not None
            aside, below = 0.3 * place.width(), 0.3 * place.height()  # its corners reach over its neighbours
            middle = place.adjusted(aside, below, -aside, -below)
            cells.append(whole.copy(middle.toRect().translated(page.pos())))
    board.deleteLater()
    return cells


def differing(these: Iterable[QImage], those: Iterable[QImage]) -> list[int]:
    """Return which pictures show something else; the soft edges of figures may differ by a hair."""
    return [number for number, (one, other) in enumerate(zip(these, those, strict=True)) if unlike(one, other)]


@pytest.mark.parametrize("changed", [harsher, stricter, at_weekends])
def test_a_change_repaints_nothing_before_its_date(
    qtbot: QtBot, tmp_path: Path, changed: Callable[[Plant], Plant]
) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        filled(desk)
        then, closed, later = pictures(desk, THEN), days_of(desk, NOW, range(1, 18)), days_of(desk, NOW, range(18, 23))
        desk.adopt(changed(PLANT), CHANGED)
        assert not differing(pictures(desk, THEN).values(), then.values())
        assert not differing(days_of(desk, NOW, range(1, 18)), closed)
        assert differing(days_of(desk, NOW, range(18, 23)), later)  # the control: from its date on it changes


def test_a_late_correction_has_two_right_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        desk.enter("a", 16, good=98, scrap=1, key="machine")
        before = days_of(desk, NOW, range(16, 17))
        desk.enter("a", 16, good=98, scrap=40, received=utc(20), key="late")
        assert days_of(desk, NOW, range(16, 17)) != before
        known = desk.pages.board("a", desk.history, now=NOW, known_at=utc(19))
        told = desk.pages.board("a", desk.history, now=NOW)
        cells = [board.letters[0].days[15] for board in (known, told)]
        assert [cell.mark.judgement and cell.mark.judgement.value for cell in cells] == ["good", "miss"]


def test_the_control_a_harsher_plant_from_the_start_does_repaint(qtbot: QtBot, tmp_path: Path) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        filled(desk)
        then = pictures(desk, THEN)
    with letters_desk(tmp_path / "other.db", plant=replace(harsher(PLANT))) as other:
        filled(other)
        assert pictures(other, THEN)[SQCDP] != then[SQCDP]
