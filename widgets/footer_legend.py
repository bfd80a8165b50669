"""The legend at the bottom of every page: what the marks mean, as far as there is room."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from board.views.mark import Judgement, Mark, Phase
from themes.qt import Look
from themes.token import LEGEND_CHIP_U, Token
from widgets import ink
from widgets.words import translate

SIGN_U: Final = {"flag": 21.6, "tick": 16.0, "dot": 6.0}
"""How wide the signs are that are no chips."""
GAPS_U: Final = (19.5, 16.0)
"""Between the marks of most pages, and where there is one more."""


def paint_legend(painter: QPainter, look: Look, rect: QRectF, middle: float, *, of_letters: bool = False) -> None:
    """Paint as many marks with their words as there is room for; the rest is dropped."""
    px = look.px
    x = rect.left() + px(13)
    near_miss = (("dot", translate("board", "near miss")),) if of_letters else ()
    for name, word in (*_legend(), *near_miss):
        taken = px(8.6) + px(SIGN_U.get(name, LEGEND_CHIP_U) if isinstance(name, str) else LEGEND_CHIP_U)
        width = taken + ink.text_width(look, word, 20, 500)
        if x + width > rect.right():
            return
        _paint_sign(painter, look, name, x, middle)
        ink.text(painter, look, x + taken, middle + px(7.5), word, 20, 500, "text3")
        x += width + px(GAPS_U[of_letters])


def _paint_sign(painter: QPainter, look: Look, name: str | Mark, x: float, middle: float) -> None:
    px = look.px
    if isinstance(name, Mark):
        ring: Token | None = "ring" if name.phase is Phase.OPEN else None
        ink.chip(painter, look, QRectF(x, middle - px(13), px(26), px(26)), name, ring_token=ring)
    elif name == "flag":
        ink.icon(painter, look, name, QRectF(x - px(2.5), middle - px(14), px(27), px(27)), "text")
    elif name == "dot":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("text"))
        painter.drawEllipse(QPointF(x + px(3), middle), px(3), px(3))
    else:
        ink.icon(painter, look, name, QRectF(x - px(2), middle - px(9), px(18), px(18)), "text2", 3.4)


def _legend() -> tuple[tuple[str | Mark, str], ...]:
    """Return every mark with its word; the last ones are dropped first."""
    return (
        (Mark(Phase.CLOSED, Judgement.GOOD), translate("board", "met")),
        (Mark(Phase.CLOSED, Judgement.MISS), translate("board", "missed")),
        (Mark(Phase.CLOSED, Judgement.WATCH), translate("board", "watch")),
        (Mark(Phase.OPEN, Judgement.GOOD), translate("board", "open day")),
        (Mark(Phase.UNRECORDED), translate("board", "not recorded")),
        ("flag", translate("board", "open action")),
        ("tick", translate("board", "verified")),
    )
