"""What the picture tests see and what they overlook: anything said otherwise fails, soft edges do not."""

from itertools import permutations
from pathlib import Path

import numpy
import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.helpers.likeness import keep, side_by_side, unlike
from tests.widgets.test_picture import judge
from tests.widgets.wall import look_of
from themes.qt import Look
from themes.token import FLOOR_U, Token
from widgets import ink
from widgets.gallery import picture_of

SIZE = QSize(960, 540)
GROUNDS: tuple[tuple[Token, Token], ...] = (
    ("text", "bg"), ("text3", "panel"), ("goodOn", "good"), ("missOn", "miss"), ("offOn", "off"), ("futOn", "bg"),
)  # fmt: skip


@pytest.fixture
def look() -> Look:
    return look_of(SIZE)


def kept(picture: QImage, folder: Path) -> QImage:
    """Return a picture as it is once it was accepted."""
    keep(picture, folder / "kept.png")
    return QImage(str(folder / "kept.png"))


def written(look: Look, words: str, on: tuple[Token, Token] = GROUNDS[0], right_u: float = 0.0) -> QImage:
    """Return words of the smallest size on a ground."""
    picture = QImage(120, 24, QImage.Format.Format_RGB32)
    picture.fill(look.colour(on[1]))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink.text(painter, look, 8 + look.px(right_u), 16, words, FLOOR_U, 500, on[0])
    painter.end()
    return picture


def over(picture: QImage, rect: QRectF, colour: QColor) -> QImage:
    """Return a picture with a rectangle painted over it."""
    changed = picture.copy()
    painter = QPainter(changed)
    painter.fillRect(rect, colour)
    painter.end()
    return changed


def softer(picture: QImage, share: float) -> QImage:
    """Return a picture in which each pixel has taken so much of the pixels beside it: edges of another hand."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)  # kept: the bits of a picture go with it
    flat = numpy.frombuffer(plain.constBits(), dtype=numpy.uint8)
    pixels = flat.reshape(picture.height(), picture.width(), 4).astype(float)
    beside = (numpy.roll(pixels, 1, 0) + numpy.roll(pixels, -1, 0) + numpy.roll(pixels, 1, 1)) / 3
    mixed = numpy.ascontiguousarray((pixels * (1 - share) + beside * share).round().astype(numpy.uint8))
    image = QImage(mixed.data, picture.width(), picture.height(), 4 * picture.width(), QImage.Format.Format_RGB32)
    return image.copy()


@pytest.mark.parametrize("on", GROUNDS, ids=" on ".join)
def test_no_figure_of_the_smallest_size_can_take_the_place_of_another(
    qtbot: QtBot, tmp_path: Path, look: Look, on: tuple[Token, Token]
) -> None:
    seen = {digit: written(look, f"2{digit}4", on) for digit in "0123456789 "}
    accepted = {digit: kept(picture, tmp_path) for digit, picture in seen.items()}
    assert [pair for pair in permutations(seen, 2) if not unlike(accepted[pair[0]], seen[pair[1]])] == []
    assert [digit for digit in seen if unlike(accepted[digit], seen[digit])] == []


@pytest.mark.parametrize("right_u", [1.0, 2.0, 4.0])
def test_words_that_have_moved_are_seen(qtbot: QtBot, tmp_path: Path, look: Look, right_u: float) -> None:
    assert unlike(kept(written(look, "Labeller"), tmp_path), written(look, "Labeller", right_u=right_u))


@pytest.mark.parametrize(
    "pair", [("good", "off"), ("good", "watch"), ("miss", "watch"), ("panel", "bg"), ("ghost", "bg")]
)
def test_one_cell_in_another_colour_is_seen(
    qtbot: QtBot, tmp_path: Path, look: Look, pair: tuple[Token, Token]
) -> None:
    page = picture_of("letters", SIZE)
    cell = QRectF(411, 303, 28, 18)
    before, after = (over(page, cell, look.colour(token)) for token in pair)
    places = unlike(kept(before, tmp_path), after)
    assert places
    assert all(QRectF(place).intersects(cell) for place in places)


@pytest.mark.parametrize("name", ["letters", "normal", "bowling", "changes_long"])
def test_softer_edges_are_overlooked_and_blurred_ones_are_not(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    page = picture_of(name, SIZE)
    accepted = kept(page, tmp_path)
    assert [unlike(accepted, softer(page, share)) for share in (0.0, 0.02, 0.05)] == [[], [], []]
    assert unlike(accepted, softer(page, 0.4))


def test_a_picture_of_another_size_is_unlike(qtbot: QtBot, tmp_path: Path, look: Look) -> None:
    words = written(look, "Labeller")
    assert unlike(kept(words, tmp_path), words.scaled(QSize(60, 24)))


def test_what_differs_is_shown_beside_what_was_accepted(qtbot: QtBot, tmp_path: Path, look: Look) -> None:
    before, after = written(look, "2 342"), written(look, "2 842")
    path, out = tmp_path / "accepted" / "normal-lying.png", tmp_path / "out"
    judge(before, path, accepts=True, out=out)
    judge(before, path, accepts=False, out=out)
    with pytest.raises(pytest.fail.Exception) as said:
        judge(after, path, accepts=False, out=out)
    seen = QImage(str(out / "normal-lying.png"))
    assert str(out / "normal-lying.png") in str(said.value)
    assert "--accept-pictures" in str(said.value)
    assert seen.width() > 3 * before.width()
    judge(after, path, accepts=True, out=out)
    judge(after, path, accepts=False, out=out)


def test_what_was_never_accepted_is_no_picture_to_pass(qtbot: QtBot, tmp_path: Path, look: Look) -> None:
    with pytest.raises(pytest.fail.Exception, match="has not been accepted yet"):
        judge(written(look, "new"), tmp_path / "new.png", accepts=False, out=tmp_path / "out")


def test_places_that_differ_stand_out(qtbot: QtBot, look: Look) -> None:
    before, after = written(look, "2 342"), written(look, "2 842")
    shown = side_by_side(before, after, unlike(before, after))
    marked = [QColor(shown.pixel(x, y)) for x in range(264, 376) for y in range(24)]
    assert any(colour.red() > 200 and colour.green() < 80 < colour.blue() for colour in marked)
    assert shown.copy(128, 0, 120, 24).convertToFormat(QImage.Format.Format_RGB32) == after
    assert Qt.GlobalColor.white not in marked
