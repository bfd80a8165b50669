"""Which languages there are, and what speaking one changes."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.helpers.tongue import speaking
from widgets import language, words
from widgets.words import translate


class Ear(QObject):
    """Counts how often the application is told of another language."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.heard += event.type() == QEvent.Type.LanguageChange
        return False


def test_every_language_is_named_in_itself() -> None:
    assert [(one.tag, one.name) for one in language.languages()] == [
        ("en", "English"), ("de", "Deutsch"), ("es", "Español"), ("fr", "Français"), ("hi", "हिन्दी"), ("pl", "Polski"),
    ]  # fmt: skip


@pytest.mark.parametrize(("tag", "word", "figure"), [
    ("de", "verfehlt", "1.234,5"), ("de-AT", "verfehlt", "1\u2009234,5"), ("en-US", "missed", "1,234.5"),
    ("pl", "nie osiągnięto", "1234,5"), ("it", "missed", "1234,5"), ("xx", "missed", "1\u2009234.5"),
])  # fmt: skip
def test_words_go_by_the_language_and_numbers_by_its_country(qtbot: QtBot, tag: str, word: str, figure: str) -> None:
    with speaking(tag):
        assert (translate("board", "missed"), words.figure(Fraction(2469, 2), 1)) == (word, figure)


@pytest.mark.parametrize(("first", "second"), [("en", "de"), ("de", "pl"), ("it", "pt"), ("fr", "it")])
def test_everybody_hears_of_another_language_and_nobody_of_the_same(qtbot: QtBot, first: str, second: str) -> None:
    app, ear = QApplication.instance(), Ear()
    assert app is not None
    with speaking(first):
        app.installEventFilter(ear)
        counts = []
        for tag in (first, second):
            language.take(tag)
            counts.append(ear.heard > 0)
        assert counts == [False, True]
        app.removeEventFilter(ear)
