"""The themes in pixels: fonts of our own, figures of one width, hatches that line up."""

import subprocess
import sys
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QTextLayout
from pytestqt.qtbot import QtBot

from tests.helpers.script import NAMES
from themes.qt import Look, lacking, load_fonts, load_more_fonts
from themes.theme import load_theme
from themes.token import FLOOR_U

DARK = load_theme("dark")


def test_the_fonts_are_our_own(qtbot: QtBot) -> None:
    assert load_fonts() == ()
    assert load_more_fonts() == ()
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


@pytest.mark.parametrize("weight", [500, 600, 700])
@pytest.mark.parametrize("script", NAMES)
def test_a_long_name_in_any_script_has_all_its_glyphs(qtbot: QtBot, script: str, weight: int) -> None:
    look = Look(DARK, 1.0)
    assert look.advance(NAMES[script], 30, weight) > 30 * len(NAMES[script]) / 4
    layout = QTextLayout(NAMES[script], look.font(30, weight))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert len(glyphs) > 20
    assert 0 not in glyphs


@pytest.mark.parametrize("script", NAMES)
def test_nothing_is_lacking_in_the_scripts_that_were_promised(qtbot: QtBot, script: str) -> None:
    assert not lacking(NAMES[script])


def test_a_sign_that_no_font_has_is_lacking(qtbot: QtBot) -> None:
    """Linear A, of which nobody will have a font."""
    assert lacking("a𐘀b") == "𐘀"


@pytest.mark.parametrize("script", NAMES)
def test_lines_are_as_high_whatever_stands_in_them(qtbot: QtBot, script: str) -> None:
    """Rows and docks are laid out by these measures before anybody knows what names come."""
    look = Look(DARK, 1.0)
    look.advance(NAMES[script], 40, 600)
    plain = QFont("Inter")
    plain.setPixelSize(40)
    plain.setWeight(QFont.Weight.DemiBold)
    plain.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    metrics, of_inter = look.metrics(40, 600), QFontMetricsF(plain)
    assert (metrics.ascent(), metrics.descent()) == (of_inter.ascent(), of_inter.descent())
    drawn = metrics.tightBoundingRect(NAMES[script])
    assert drawn.top() > -1.2 * metrics.ascent()
    assert drawn.bottom() < 1.6 * metrics.descent()


@pytest.mark.parametrize("script", NAMES)
def test_figures_are_of_one_width_beside_any_script(qtbot: QtBot, script: str) -> None:
    look = Look(DARK, 1.0)
    alone = look.advance(NAMES[script] + " ", 40)
    widths = {round(look.advance(f"{NAMES[script]} {digit}{digit}", 40) - alone, 1) for digit in "0123456789"}
    assert max(widths) - min(widths) <= 0.2


def test_fonts_of_other_scripts_come_with_their_first_text(qtbot: QtBot) -> None:
    """In a process of its own: here they may have come already."""
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from PySide6.QtGui import QFontDatabase\n"
        "from themes.qt import Look, load_fonts\n"
        "from themes.theme import load_theme\n"
        "look = Look(load_theme('dark'), 1.0)\n"
        "before = look.advance('Linie 3 – Łódź', 30)\n"
        "print('Noto Sans Devanagari UI' in QFontDatabase.families())\n"
        "metrics = look.metrics(30)\n"
        "print(look.advance('लक्ष्य', 30) == metrics.horizontalAdvance('लक्ष्य'))\n"
        "print('Noto Sans Devanagari UI' in QFontDatabase.families())\n"
        "print(look.metrics(30).inFontUcs4(0x0932))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False", "True", "True", "True"]
