"""Where the letters stand: on every screen, both ways up, four to seven of them."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize

from tests.widgets.wall import SIZES
from widgets.footer import Footer
from widgets.header import Header
from widgets.sqcdp_place import Place, places_of

COUNTS = (4, 5, 6, 7)


def places(size: QSize, count: int) -> tuple[Place, ...]:
    u = min(size.width(), size.height()) / 1080
    wide = size.width() / u
    tall = size.height() / u - Header.height_u(wide) - Footer.height_u(wide)
    return places_of(wide, tall, [60.0] * count, upright=size.height() > size.width())


def letter_rect(place: Place) -> QRectF:
    left, top, scale = place.letter
    return QRectF(left, top, 60 * scale, 77 * scale)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", COUNTS)
def test_no_part_of_a_letter_lies_over_another(size: QSize, count: int) -> None:
    for place in places(size, count):
        solid = [place.parts["head"], letter_rect(place), place.parts["spark"]]
        solid += [place.parts["card"]] if "card" in place.parts else []
        for first, second in combinations(solid, 2):
            assert not first.adjusted(0.1, 0.1, -0.1, -0.1).intersects(second), place


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", COUNTS)
def test_letters_lie_beside_one_another_on_the_page(size: QSize, count: int) -> None:
    found = places(size, count)
    for first, second in combinations(found, 2):
        assert not first.whole.adjusted(0.1, 0.1, -0.1, -0.1).intersects(second.whole)
    for place in found:
        assert place.whole.adjusted(-0.1, -0.1, 0.1, 0.1).contains(letter_rect(place))
        assert place.letter[2] * 77 >= 130


def test_five_letters_stand_as_in_the_picture() -> None:
    first = places(QSize(1920, 1080), 5)[0]
    assert first.letter[2] == pytest.approx(5.6, abs=0.01)
    assert first.letter[0] == pytest.approx(44)
    assert first.parts["card"] == QRectF(40, 805, 344, 124)


def test_in_a_narrow_column_the_count_of_days_has_a_line_of_its_own() -> None:
    narrow, wide = places(QSize(1920, 1080), 7)[0], places(QSize(1920, 1080), 5)[0]
    assert narrow.parts["head"].height() > wide.parts["head"].height()


def test_a_page_without_letters_has_no_places() -> None:
    assert places_of(1920, 941, [], upright=False) == ()
