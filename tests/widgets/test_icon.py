"""Icons: the painter paths are what the SVG paths mean."""

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from widgets.icon import PATHS, icon_path

SIDE = 120


def ours(name: str) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SIDE / 24, SIDE / 24)
    pen = QPen(Qt.GlobalColor.black, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(icon_path(name), pen)
    painter.end()
    return image


def theirs(name: str) -> QImage:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{PATHS[name]}" fill="none" '
        'stroke="#000" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return image


def apart(one: QImage, other: QImage) -> float:
    """Return the share of pixels that are black in one and white in the other."""
    far = sum(abs(a - b) > 128 for a, b in zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))
    return far / (SIDE * SIDE)


@pytest.mark.parametrize("name", sorted(PATHS))
def test_an_icon_is_what_its_svg_path_means(qtbot: QtBot, name: str) -> None:
    assert apart(ours(name), theirs(name)) < 0.002


def test_the_comparison_sees_a_difference(qtbot: QtBot) -> None:
    assert apart(ours("clock"), theirs("person")) > 0.02


@pytest.mark.parametrize("name", sorted(PATHS))
def test_an_icon_stays_on_its_grid(qtbot: QtBot, name: str) -> None:
    box = icon_path(name).boundingRect()
    assert min(box.left(), box.top()) >= 0
    assert max(box.right(), box.bottom()) <= 24


def test_a_reason_with_an_icon_nobody_drew_gets_the_one_for_other(qtbot: QtBot) -> None:
    assert icon_path("unheard of") == icon_path("other")
