"""A letter in pixels: found again by a finger, made once."""

import pytest
from PySide6.QtCore import QPointF

from themes.letter_stroke import GLYPHS
from widgets.letter_shape import shape_of

PLACE = (100.0, 50.0, 5.6)


@pytest.mark.parametrize("code", GLYPHS)
def test_the_day_under_a_finger_is_found(code: str) -> None:
    shape = shape_of(code, PLACE)
    for cell in shape.letter.cells:
        assert shape.nearest(shape.at(cell.centre)) == (cell.day, 0.0)
        assert shape.bounds(cell.day).contains(shape.path(cell.day).boundingRect())


def test_a_finger_beside_a_day_means_the_nearest() -> None:
    shape = shape_of("D", PLACE)
    day, apart = shape.nearest(QPointF(PLACE[0] - 10, PLACE[1] + 5.6 * 3))
    assert day == 1
    assert apart == pytest.approx(10 + 0.45 * 5.6)


def test_a_shape_is_made_once() -> None:
    assert shape_of("S", PLACE) is shape_of("S", PLACE)
    assert shape_of("S", PLACE) is not shape_of("S", PLACE, cross=True)
    assert shape_of("S", PLACE).parts(3, 2) is shape_of("S", PLACE).parts(3, 2)
    assert shape_of("S", PLACE).rect.height() == pytest.approx(77 * 5.6)
