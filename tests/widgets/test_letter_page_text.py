"""A sentence in its colours, in lines."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.helpers.script import NAMES
from tests.widgets.geometry import listening
from tests.widgets.wall import look_of
from widgets.letter_page_text import fit_runs, paint_line
from widgets.letter_page_words import Run


def painted(runs: tuple[Run, ...], width: float) -> list[str]:
    """Return the texts that are drawn for a sentence, line by line."""
    look = look_of()
    size, lines = fit_runs(look, runs, 700, width, ((40.0, 3),))
    nothing = QImage(8, 8, QImage.Format.Format_RGB32)
    with listening() as ear:
        painter = QPainter(nothing)
        for number, line in enumerate(lines):
            paint_line(painter, look, line, QPointF(0, 50 * number), size, stale=False)
        painter.end()
    return [one.words for one in ear.written]


def test_words_of_one_colour_are_one_text(qtbot: QtBot) -> None:
    said = painted((Run("Missed because scrap "), Run("3.4\u00a0%", loud=True), Run(" is above 2.0\u00a0%")), 4000)
    assert [text.strip() for text in said] == ["Missed because scrap", "3.4\u00a0%", "is above 2.0\u00a0%"]


@pytest.mark.parametrize("script", ["Arabic", "Devanagari"])
def test_a_name_that_runs_the_other_way_is_not_taken_apart(qtbot: QtBot, script: str) -> None:
    """Drawn word by word from the left, a name in Arabic would read backwards."""
    said = painted((Run(f"Missed because {NAMES[script]} "), Run("3.4", loud=True)), 4000)
    assert NAMES[script] in said[0]
