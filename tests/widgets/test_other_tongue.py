"""The wall in other languages, one of them spoken by nobody: every word comes from a catalogue, and all have room."""

import re
from collections.abc import Hashable, Iterable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.helpers.pseudo import MARKED, PLAIN, Pseudo, pseudo
from tests.helpers.script import NAMES
from tests.helpers.tongue import speaking, worded
from tests.widgets.geometry import _texts, faults, names_in, surfaces, unsaid, write
from tests.widgets.wall import look_of
from tests.widgets.walls import WALLS, Wall, wall
from themes.qt import lacking
from widgets import ink
from widgets.gallery import new_board, show_scene
from widgets.keyboard import QWERTY
from widgets.language import languages
from widgets.manner import manner_of
from widgets.scene import SCENES
from widgets.scene_dock import CAPS, LONG, PEOPLE, PLACES, REFUSAL, SAVED
from widgets.scene_script import renamed
from widgets.scene_shift import DAY
from widgets.surface import Surface
from widgets.words import translate

SIZES = {"wide": QSize(1920, 1080), "upright": QSize(1080, 1920)}
SMALLEST = {"wide": QSize(1280, 720), "upright": QSize(720, 1280)}
"""Where whole pixels make letters widest beside everything else."""
WORD = re.compile(r"[A-Za-z]{2,}")
MONTHS = range(1, 13)
OF_EACH_PAGE = (
    "normal", "long_names", "many_lines", "letters", "letters_long_names", "letter", "letter_long", "letter_safety",
    "bowling", "bowling_long", "changes", "changes_long",
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_every_word_comes_from_a_catalogue_and_has_room_a_third_longer(qtbot: QtBot, size: str) -> None:
    said, before = [], set[Hashable]()
    for name in WALLS:
        with worded(Pseudo()), wall(name, SIZES[size]) as shown:
            data = written_by_people(shown)
            for surface in unsaid(shown.board, before):
                said += [f"{name}: {fault}" for fault in faults(surface, shown.data)]
                said += [f"{name}: {word!r} is in no catalogue" for word in foreign(texts_on(surface), data)]
    assert said == []


@pytest.mark.parametrize("size", SMALLEST)
@pytest.mark.parametrize("tag", ["de", "es", "fr", "hi", "pl"])
def test_the_words_of_every_language_have_room(qtbot: QtBot, tag: str, size: str) -> None:
    said, before = [], set[Hashable]()
    for name in WALLS:
        with speaking(tag), wall(name, SMALLEST[size]) as shown:
            for surface in unsaid(shown.board, before):
                said += [f"{name}: {fault}" for fault in faults(surface, shown.data)]
    assert said == []


@pytest.mark.parametrize("script", ["Devanagari", "Arabic", "Chinese"])
@pytest.mark.parametrize("name", OF_EACH_PAGE)
def test_long_names_in_another_script_are_whole_or_end_in_an_ellipsis(qtbot: QtBot, name: str, script: str) -> None:
    board = new_board("dark", SIZES["wide"])
    board._finger.setParent(board)
    qtbot.addWidget(board)
    show_scene(board, renamed(SCENES[name](), NAMES[script]))
    board.grab()
    data = names_in((NAMES[script], [page._view for page in board.pages]))
    assert [fault for surface in surfaces(board) for fault in faults(surface, data)] == []
    written = "".join(text for surface in surfaces(board) for text in texts_on(surface))
    assert NAMES[script][:4] in written
    assert not lacking(written)


def texts_on(surface: Surface) -> list[str]:
    """Return everything that is written on a surface."""
    return [one.words for one in write(surface).written]


def written_by_people(shown: Wall) -> str:
    """Return every text of the views on a board, of what its docks were given, and each language's own name."""
    scene = SCENES[shown.name]()
    views = [page._view for page in shown.board.pages]
    keys = "".join(QWERTY.rows)[:3]
    own = tuple(each.name for each in languages())
    return " ".join(_texts((scene, views, CAPS, LONG, PEOPLE, PLACES, REFUSAL, SAVED, keys, own, *_dates()))).lower()


def foreign(texts: Iterable[str], data: str) -> list[str]:
    """Return the words in plain letters that stand in no data: they came by no catalogue."""
    words = dict.fromkeys(word for text in texts for word in WORD.findall(text))
    return [word for word in words if word.lower() not in data]


def _dates() -> Iterator[str]:
    """Yield the names of months and days, and the tag of the language: they come from Qt, not from a catalogue."""
    manner = manner_of("en")
    yield "EN"
    for month in MONTHS:
        first = DAY.replace(month=month, day=1)
        yield from (manner.month(first), manner.month(first, short=True))
    yield from (manner.day(DAY.replace(day=day), "w") for day in range(1, 8))


class Careless(Surface):
    """A surface that says one thing past the catalogue, and another where it has no room."""

    @override
    def paint(self, painter: QPainter, dirty: object) -> None:
        px, look = self.look.px, self.look
        ink.text(painter, look, px(20), px(60), f"{translate('board', 'Save')} by hand", 30)
        ink.text(painter, look, px(20), px(160), translate("board", "Taken back: {what}"), 30, max_width=px(60))


def test_what_went_past_the_catalogue_and_what_has_no_room_would_be_found(qtbot: QtBot) -> None:
    careless = Careless(look_of())
    qtbot.addWidget(careless)
    careless.resize(800, 400)
    with worded(Pseudo()):
        assert foreign(texts_on(careless), "") == ["by", "hand"]
        assert "is shortened to" in " ".join(faults(careless, frozenset()))


def test_the_pseudo_language_marks_every_letter_and_is_a_third_longer(qtbot: QtBot) -> None:
    assert not lacking(MARKED)
    assert len(set(MARKED) | set(PLAIN)) == 2 * len(PLAIN)
    said = pseudo("Hold to review {span}")
    assert "{span}" in said
    assert not WORD.search(said.replace("{span}", ""))
    assert sum(sign.isalpha() for sign in said.replace("{span}", "")) >= 1.3 * len("Holdtoreview")
