"""The themes in pixels: fonts of our own, figures of one width, hatches that line up."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontInfo, QImage, QPainter
from pytestqt.qtbot import QtBot

from themes.qt import Look, load_fonts
from themes.theme import load_theme
from themes.token import FLOOR_U

DARK = load_theme("dark")


def test_the_fonts_are_our_own(qtbot: QtBot) -> None:
    assert load_fonts() == ()
    for weight in (500, 600, 700):
        assert QFontInfo(Look(DARK, 1.0).font(30, weight)).family() == "Inter"


def test_figures_are_of_one_width(qtbot: QtBot) -> None:
    metrics = Look(DARK, 1.0).metrics(50, 600)
    widths = [metrics.horizontalAdvance(digit) for digit in "0123456789"]
    assert max(widths) - min(widths) < 0.002 * 50
    assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("8888"), abs=0.2)


@pytest.mark.parametrize("u", [2 / 3, 0.71, 1.0, 4 / 3, 2.0])
def test_nothing_is_smaller_than_the_floor(qtbot: QtBot, u: float) -> None:
    look = Look(DARK, u)
    assert all(look.font(size).pixelSize() >= FLOOR_U * u for size in (20, 21, 22, 24))


def test_what_a_look_made_is_kept(qtbot: QtBot) -> None:
    look = Look(DARK, 1.0)
    assert look.font(30, 600) is look.font(30, 600)
    assert look.hatch("miss") is look.hatch("miss")
    assert look.pen("text", 3) is look.pen("text", 3)
    assert look.stale() is look.stale()
    assert look.stale().stale() is look.stale()


def test_neighbouring_hatches_line_up(qtbot: QtBot) -> None:
    """Painted in two pieces, a hatch is the same as in one."""
    look = Look(DARK, 1.0)
    whole, pieces = (QImage(120, 60, QImage.Format.Format_RGB32) for _ in range(2))
    for image, rects in (
        (whole, [QRectF(0, 0, 120, 60)]),
        (pieces, [QRectF(0, 0, 47, 60), QRectF(47, 0, 73, 60)]),
    ):
        painter = QPainter(image)
        for rect in rects:
            painter.fillRect(rect, look.hatch("miss"))
        painter.end()
    assert whole == pieces


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_hatch_keeps_its_pitch_at_any_pixel_ratio(qtbot: QtBot, ratio: float) -> None:
    look = Look(DARK, 1.0, ratio)
    image = QImage(round(400 * ratio), round(8 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.fillRect(QRectF(0, 0, 400, 8), look.hatch("miss"))
    painter.end()
    row = [image.pixelColor(x, 2).red() > 200 for x in range(image.width())]
    stripes = sum(now and not before for before, now in pairwise(row))
    assert stripes == pytest.approx(400 / (10 * 2**0.5), abs=1)


def test_lengths_are_in_u(qtbot: QtBot) -> None:
    look = Look(DARK, 1.5)
    assert look.px(10) == 15
    assert look.pen("text", 4).widthF() == 6
    assert QPointF(look.px(1), 0).x() == 1.5
