"""Misses can be counted on a picture without colour, in every theme, and told from met days by eyes that see less."""

import math
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from board.views.mark import Judgement, Mark, Phase
from tests.widgets.walls import wall
from themes.theme import THEMES, Colour, Theme, contrast, load_theme, luminance
from themes.token import Token
from widgets.bowling_face import MonthFace
from widgets.bowling_paint import month_cell
from widgets.cell import CellSurface
from widgets.sicb_face import ActualFace
from widgets.sicb_grid import SicbGrid
from widgets.sicb_lines_face import SquareFace
from widgets.sqcdp_board import SqcdpBoard
from widgets.sqcdp_face import DayFace

SIZE = QSize(1920, 1080)
FILLS: dict[Judgement, Token] = {Judgement.GOOD: "good", Judgement.WATCH: "watch", Judgement.MISS: "miss"}
Matrix = tuple[tuple[float, float, float], ...]
DEUTERANOPIA: Matrix = (
    (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
)  # fmt: skip
PROTANOPIA: Matrix = (
    (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
)  # fmt: skip
"""How colours look with a severity of 1.0 (Machado, Oliveira and Fernandes, 2009), over linear RGB."""


def in_grey(page: CellSurface) -> QImage:
    """Return the page as a picture with nothing but lightness."""
    picture = page.grab().toImage()
    return picture.convertToFormat(QImage.Format.Format_RGB32)


def lightness(picture: QImage, place: QPointF) -> float:
    colour = QColor(picture.pixel(place.toPoint()))
    return luminance((colour.red(), colour.green(), colour.blue()))


def judged(level: float, theme: Theme) -> Judgement:
    """Return whose fill is nearest in lightness, as somebody would who looks at the legend."""

    def apart(judgement: Judgement) -> float:
        return abs(math.log((level + 0.05) / (luminance(theme.colour(FILLS[judgement])) + 0.05)))

    return min(FILLS, key=apart)


@pytest.mark.parametrize("scene", ["letters", "letters_seven", "letters_four"])
@pytest.mark.parametrize("name", THEMES)
def test_missed_days_can_be_counted_in_grey(qtbot: QtBot, name: str, scene: str) -> None:
    with wall(scene, SIZE, theme=name) as made:
        page = made.board.pages.letters
        picture, theme = in_grey(page), load_theme(name)
        told, seen = Counter[Judgement](), Counter[Judgement]()
        for cell, face in page.faces():
            if isinstance(face, DayFace) and is_closed(face.mark) and not face.parts:
                assert face.mark is not None
                assert face.mark.judgement is not None
                told[face.mark.judgement] += 1
                seen[judged(fill_of_day(picture, page, cell, face.day), theme)] += 1
    assert told[Judgement.MISS] > 2
    assert seen == told


def is_closed(mark: Mark | None) -> bool:
    return mark is not None and mark.phase is Phase.CLOSED and mark.judgement is not None


def fill_of_day(picture: QImage, page: SqcdpBoard, cell: str, day: int) -> float:
    """Return the lightness that covers most of a cell, whatever is written on it."""
    path = page._shapes[int(cell.partition(":")[0])].path(day)
    box = path.boundingRect().toAlignedRect()
    places = [QPointF(x, y) for y in range(box.top(), box.bottom(), 2) for x in range(box.left(), box.right(), 2)]
    return most([lightness(picture, place) for place in places if path.contains(place)])


def most(levels: list[float]) -> float:
    return Counter(round(level, 3) for level in levels).most_common(1)[0][0]


@pytest.mark.parametrize("scene", ["normal", "tray", "half_hours", "over"])
@pytest.mark.parametrize("name", THEMES)
def test_missed_intervals_can_be_counted_in_grey(qtbot: QtBot, name: str, scene: str) -> None:
    with wall(scene, SIZE, theme=name) as made:
        page = made.board.pages.grid
        picture, theme = in_grey(page), load_theme(name)
        told, seen = Counter[Judgement](), Counter[Judgement]()
        for cell, face in page.faces():
            place = page.place_of(cell)
            if isinstance(face, ActualFace) and is_closed(face.mark) and place is not None:
                assert face.mark is not None
                assert face.mark.judgement is not None
                told[face.mark.judgement] += 1
                seen[judged(fill_of_chip(picture, chip_of(page, place), theme), theme)] += 1
    assert told[Judgement.MISS] > 0
    assert seen == told


def chip_of(page: SicbGrid, place: QRectF) -> QRectF:
    """Return the part of a count's cell in which its chip stands."""
    assert page._plan is not None
    left = page.look.px(page._plan.columns.chip_left)
    return QRectF(left, place.top(), page.look.px(52), place.height())


def fill_of_chip(picture: QImage, place: QRectF, theme: Theme) -> float:
    """Return the lightness that covers most of a place but for its ground."""
    ground = luminance(theme.colour("bg")), luminance(theme.colour("raised"))
    levels = [
        lightness(picture, QPointF(QPoint(x, y)))
        for y in range(int(place.top()), int(place.bottom()), 2)
        for x in range(int(place.left()), int(place.right()), 2)
    ]
    return most([level for level in levels if min(abs(level - one) for one in ground) > 0.002])


@pytest.mark.parametrize("name", THEMES)
def test_missed_months_can_be_counted_in_grey(qtbot: QtBot, name: str) -> None:
    with wall("bowling_states", SIZE, theme=name) as made:
        page = made.board.pages.bowling
        picture, theme = in_grey(page), load_theme(name)
        told, seen = Counter[Judgement](), Counter[Judgement]()
        for cell, face in page.faces():
            place = page.place_of(cell)
            if isinstance(face, MonthFace) and is_closed(face.mark) and place is not None:
                assert face.mark.judgement is not None
                told[face.mark.judgement] += 1
                inner = month_cell(page.look, place).adjusted(4, 4, -4, -4).toAlignedRect()
                spots = [
                    QPointF(x, y) for y in range(inner.top(), inner.bottom()) for x in (inner.left(), inner.right())
                ]
                seen[judged(most([lightness(picture, spot) for spot in spots]), theme)] += 1
    assert told[Judgement.MISS] > 5
    assert seen == told


@pytest.mark.parametrize("scene", ["lines", "many_lines"])
@pytest.mark.parametrize("name", THEMES)
def test_missed_intervals_of_many_lines_can_be_counted_in_grey(qtbot: QtBot, name: str, scene: str) -> None:
    with wall(scene, SIZE, theme=name) as made:
        page = made.board.pages.lines
        picture, theme = in_grey(page), load_theme(name)
        told, seen = Counter[Judgement](), Counter[Judgement]()
        for cell, face in page.faces():
            place = page.place_of(cell)
            if isinstance(face, SquareFace) and is_closed(face.mark) and place is not None:
                assert face.mark is not None
                assert face.mark.judgement is not None
                told[face.mark.judgement] += 1
                chip = QRectF(place.left(), place.top(), page.look.px(44), place.height())
                seen[judged(fill_of_chip(picture, chip, theme), theme)] += 1
    assert told[Judgement.MISS] > 1
    assert seen == told


def seen_with(colour: Colour, matrix: Matrix) -> Colour:
    """Return a colour as it looks without one kind of cones."""
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    mixed = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in matrix]
    red, green, blue = (round(255 * (c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055)) for c in mixed)
    return red, green, blue


@pytest.mark.parametrize("matrix", [DEUTERANOPIA, PROTANOPIA], ids=["deuteranopia", "protanopia"])
@pytest.mark.parametrize("name", THEMES)
def test_a_miss_differs_in_lightness_for_eyes_that_tell_red_from_green_badly(name: str, matrix: Matrix) -> None:
    theme = load_theme(name)
    good, miss = (seen_with(theme.colour(token), matrix) for token in (FILLS[Judgement.GOOD], FILLS[Judgement.MISS]))
    assert contrast(good, miss) >= (2.5 if name == "colourblind" else 1.65)


def test_the_dark_miss_looks_as_it_was_computed_for_the_tokens() -> None:
    assert seen_with((0xFF, 0x5C, 0x49), DEUTERANOPIA) == (0xB2, 0xA1, 0x44)
    assert seen_with((0x1B, 0x62, 0x45), PROTANOPIA) == (0x60, 0x5A, 0x43)
