"""Drawing by meaning: marks, wrapped and shortened words."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from board.views.mark import Judgement, Mark, Phase
from tests.helpers.script import NAMES
from tests.widgets.wall import colour_at, holds, look_of
from themes.theme import THEMES
from themes.token import Token
from widgets import ink

BOX = QRectF(8, 8, 52, 52)


def chip(mark: Mark, theme: str = "dark") -> QImage:
    look = look_of(theme=theme)
    image = QImage(68, 68, QImage.Format.Format_RGB32)
    image.fill(look.colour("bg"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink.chip(painter, look, BOX, mark)
    painter.end()
    return image


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("judgement", "fill", "mark"),
    [
        (Judgement.GOOD, "good", "goodMark"),
        (Judgement.WATCH, "watch", "watchOn"),
        (Judgement.MISS, "miss", "missOn"),
    ],
)
def test_a_closed_period_is_filled_and_marked(
    qtbot: QtBot, theme: str, judgement: Judgement, fill: Token, mark: Token
) -> None:
    image, look = chip(Mark(Phase.CLOSED, judgement), theme), look_of(theme=theme)
    assert colour_at(image, 34, 15) == look.theme.colour(fill)
    assert holds(image, BOX.adjusted(12, 12, -12, -12), look, mark)


@pytest.mark.parametrize("judgement", list(Judgement))
def test_an_open_period_is_never_filled(qtbot: QtBot, judgement: Judgement) -> None:
    """Provisional: less than three quarters of it carries the colour of its judgement, and its mark is outlined."""
    image, look = chip(Mark(Phase.OPEN, judgement)), look_of()
    fill = look.theme.colour(ink.FILL_OF[judgement])
    spots = [(x, y) for x in range(14, 54) for y in range(14, 54)]
    assert sum(colour_at(image, x, y) == fill for x, y in spots) < 0.75 * len(spots)
    assert holds(image, BOX, look, "text")
    assert holds(image, BOX.adjusted(8, 8, -8, -8), look, "bg")


def test_every_state_looks_different(qtbot: QtBot) -> None:
    marks = [Mark(Phase.CLOSED, one) for one in Judgement] + [Mark(Phase.OPEN, one) for one in Judgement]
    marks += [Mark(phase) for phase in (Phase.FUTURE, Phase.OFF, Phase.UNRECORDED, Phase.NO_TARGET, Phase.OPEN)]
    chips = [chip(mark) for mark in marks]  # kept: the bits of a picture go with it
    assert len({bytes(each.constBits()) for each in chips}) == len(marks)


def test_a_miss_differs_from_met_without_any_colour(qtbot: QtBot) -> None:
    def grey(mark: Mark) -> QImage:
        return chip(mark).convertToFormat(QImage.Format.Format_Grayscale8)

    met, miss = (grey(Mark(Phase.CLOSED, one)) for one in (Judgement.GOOD, Judgement.MISS))
    assert abs(met.pixelColor(34, 15).red() - miss.pixelColor(34, 15).red()) > 40
    assert abs(met.pixelColor(34, 34).red() - miss.pixelColor(34, 34).red()) > 40


def test_high_contrast_borders_what_is_met(qtbot: QtBot) -> None:
    met = Mark(Phase.CLOSED, Judgement.GOOD)
    assert holds(chip(met, "highcontrast"), BOX, look_of(theme="highcontrast"), "goodLine")
    assert not holds(chip(met, "dark"), BOX, look_of(theme="dark"), "goodLine")


def test_long_words_wrap_to_two_lines_and_then_end(qtbot: QtBot) -> None:
    look = look_of()
    font = look.font(26, 600)
    assert ink.wrap("Labeller jam", font, 400) == ("Labeller jam",)
    lines = ink.wrap("Etikettiermaschine hinten links, Vorschub der Schutzfolie klemmt", font, 250)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(look.metrics(26, 600).horizontalAdvance(line) <= 250 for line in lines)


def test_one_word_that_is_too_long_ends_with_an_ellipsis(qtbot: QtBot) -> None:
    assert ink.wrap("Donaudampfschifffahrtsgesellschaft", look_of().font(26, 600), 200)[0].endswith("…")
    assert ink.wrap("", look_of().font(26, 600), 200) == ()


def test_text_returns_how_wide_it_came_out(qtbot: QtBot) -> None:
    look, image = look_of(), QImage(400, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    short = ink.text(painter, look, 0, 40, "Labeller jam", 26, 600, max_width=80)
    whole = ink.text(painter, look, 0, 40, "Labeller jam", 26, 600)
    painter.end()
    assert short <= 80 < whole == ink.text_width(look, "Labeller jam", 26, 600)


def test_figures_take_the_first_size_that_fits(qtbot: QtBot) -> None:
    look = look_of()
    assert ink.fitting_size(look, "2 342", (64, 54, 46), 700, 300) == 64
    assert ink.fitting_size(look, "1 234 567", (64, 54, 46), 700, 100) == 46


@pytest.mark.parametrize("script", NAMES)
def test_a_long_name_in_any_script_is_broken_and_then_cut(qtbot: QtBot, script: str) -> None:
    font, width = look_of().font(30, 600), 340.0
    lines = ink.wrap(NAMES[script], font, width, 2)
    assert len(lines) == 2
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= width for line in lines)
    assert lines[-1].endswith(ink.ELLIPSIS)
    assert NAMES[script].startswith(lines[0])


def test_a_line_of_chinese_does_not_begin_with_a_comma(qtbot: QtBot) -> None:
    font = look_of().font(30, 600)
    text = "灌装线，包装线，仓库。" * 3
    for signs in range(3, 12):
        lines = ink.wrap(text, font, QFontMetricsF(font).horizontalAdvance(text[:signs]) + 1, 9)
        assert not [line for line in lines if line[0] in "，。"]


def test_a_figure_does_not_part_from_its_unit(qtbot: QtBot) -> None:
    font = look_of().font(30, 600)
    text = "scrap 3.4\u00a0%"
    lines = ink.wrap(text, font, QFontMetricsF(font).horizontalAdvance("scrap 3.4"), 2)
    assert lines == ("scrap", "3.4\u00a0%")


def test_a_picture_that_cannot_be_drawn_leaves_no_painter_open(qtbot: QtBot) -> None:
    used: list[QPainter] = []

    def draw(painter: QPainter) -> None:
        used.append(painter)
        assert painter.isActive()
        raise ValueError("no such hatch")

    with pytest.raises(ValueError, match="no such hatch"):
        ink.picture(look_of(), QRect(0, 0, 8, 8), draw)
    assert not used[0].isActive()
