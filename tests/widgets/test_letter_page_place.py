"""Where everything stands on the page of one letter: nothing over anything else, on any screen."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize

from tests.widgets.wall import SIZES
from themes.letter_stroke import CAP_HEIGHT
from widgets.footer import Footer
from widgets.header import Header
from widgets.letter_page_place import PagePlace, place_of

LETTER_WIDTH = 64.0


def page(size: QSize, lines: int = 0, *, acts: bool = True) -> tuple[PagePlace, QRectF]:
    u = min(size.width(), size.height()) / 1080
    width = size.width() / u
    height = size.height() / u - Header.height_u(width) - Footer.height_u(width)
    return place_of(width, height, lines, acts=acts), QRectF(0, 0, width, height)


@pytest.mark.parametrize("acts", [True, False])
@pytest.mark.parametrize("lines", [0, 1, 2])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_lies_over_anything_else(size: QSize, lines: int, acts: bool) -> None:
    place, whole = page(size, lines, acts=acts)
    left, top, scale = place.letter
    rects = {**place.parts, "months": place.months, "letter": QRectF(left, top, 60 * scale, CAP_HEIGHT * scale)}
    rects |= {"acts": place.acts} if acts else {}
    for name, rect in rects.items():
        assert whole.contains(rect), name
    for (first, one), (second, other) in combinations(rects.items(), 2):
        assert not one.intersects(other), (first, second)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_verdict_and_the_chart_are_always_there(size: QSize) -> None:
    for lines in (0, 1, 2):
        place, _ = page(size, lines)
        assert {"title", "day", "verdict", "chart", "why"} <= place.parts.keys()
        assert place.parts["chart"].height() >= 190


def test_cards_are_left_out_before_they_are_too_low() -> None:
    assert "record" in page(QSize(1920, 1080))[0].parts
    assert "record" in page(QSize(1080, 1920))[0].parts
    assert "record" not in page(QSize(1280, 1024), 2)[0].parts
    assert "record" not in page(QSize(768, 1024))[0].parts
