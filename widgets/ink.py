"""Drawing by meaning: text on its baseline, icons, chips and hairlines, over a painter and a look.

Positions and rectangles are pixels, sizes are layout units.
"""
# ruff: noqa: PLR0917, S107 - a painter, a look and a place come first in every call; "text" is a colour here

import re
from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from board.views.mark import Judgement, Mark, Phase
from themes.qt import Look, prepare
from themes.token import (
    CHIP_RADIUS,
    FIGURE_OUTLINE_U,
    ICON_GRID,
    ICON_STROKE,
    MARK_OUTLINE,
    MARK_SHARE,
    MARK_STROKE,
    HatchKind,
    Token,
)
from widgets.icon import FILLED, icon_path

Align = Literal["left", "right", "centre"]

ELLIPSIS: Final = "…"
_SIGNS: Final = "\u2e80-\u2fff\u3005-\u3007\u3021-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"
_CLOSING: Final = "、。〉》」』】！），．：；？ ,.;:!?)"
_CHINESE_SIGN: Final = re.compile(f"[{_SIGNS}]")
_CHINESE: Final = re.compile(f"[{_SIGNS}][{_CLOSING}]*|[^{_SIGNS}]+")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
"""Not at hard spaces: they keep a figure and its unit together."""
ICON_OF: Final = {Judgement.GOOD: "tick", Judgement.WATCH: "dash", Judgement.MISS: "cross"}
FILL_OF: Final[dict[Judgement, Token]] = {Judgement.GOOD: "good", Judgement.WATCH: "watch", Judgement.MISS: "miss"}
FIGURE_OF: Final[dict[Judgement, Token]] = {
    Judgement.GOOD: "goodOn",
    Judgement.WATCH: "watchOn",
    Judgement.MISS: "missOn",
}
MARK_OF: Final[dict[Judgement, Token]] = {
    Judgement.GOOD: "goodMark",
    Judgement.WATCH: "watchOn",
    Judgement.MISS: "missOn",
}
LINE_OF: Final[dict[Judgement, Token]] = {
    Judgement.GOOD: "goodLine",
    Judgement.WATCH: "watchLine",
    Judgement.MISS: "missLine",
}
RING_OF: Final[dict[Judgement, Token]] = {**LINE_OF, Judgement.MISS: "miss"}
HATCH_OF: Final[dict[Judgement, HatchKind]] = {
    Judgement.GOOD: "good",
    Judgement.WATCH: "watch",
    Judgement.MISS: "miss",
}


def picture(
    look: Look, whole: QRect, draw: Callable[[QPainter], None], *, origin: QPoint | None = None, opaque: bool = False
) -> QPixmap:
    """Return what is drawn in a rectangle of a widget as a picture; hatches begin at the origin.

    The painter is ended whatever happens while it draws: one left open would take the process down with it.
    """
    pixmap = QPixmap(whole.size() * look.ratio)
    pixmap.setDevicePixelRatio(look.ratio)
    if not opaque:
        pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(-whole.topLeft())
        if origin is not None:
            painter.setBrushOrigin(origin)
        draw(painter)
    return pixmap


def text(
    painter: QPainter,
    look: Look,
    x: float,
    baseline: float,
    string: str,
    size_u: float,
    weight: int = 500,
    token: Token = "text",
    align: Align = "left",
    max_width: float | None = None,
    tracking_u: float = 0.0,
) -> float:
    """Draw one line of text and return its width; what is wider than `max_width` ends with an ellipsis."""
    string = elided(look, string, size_u, weight, max_width, tracking_u)
    width = text_width(look, string, size_u, weight, tracking_u)
    painter.setFont(look.font(size_u, weight, tracking_u))
    painter.setPen(look.colour(token))
    painter.drawText(QPointF(_left(x, width, align), baseline), string)
    return width


def outlined_text(
    painter: QPainter,
    look: Look,
    x: float,
    baseline: float,
    string: str,
    size_u: float,
    weight: int = 700,
    token: Token = "text",
    align: Align = "left",
    ground: Token = "bg",
) -> float:
    """Draw a figure that lies on a hatch: outlined in the ground's colour first, then filled; return its width."""
    width = text_width(look, string, size_u, weight)
    path = QPainterPath()
    path.addText(QPointF(_left(x, width, align), baseline), look.font(size_u, weight), string)
    painter.strokePath(path, look.pen(ground, FIGURE_OUTLINE_U))
    painter.fillPath(path, look.colour(token))
    return width


def text_width(look: Look, string: str, size_u: float, weight: int = 500, tracking_u: float = 0.0) -> float:
    """Return the advance of a line of text in pixels."""
    return look.advance(string, size_u, weight, tracking_u)


def elided(
    look: Look, string: str, size_u: float, weight: int = 500, max_width: float | None = None, tracking_u: float = 0.0
) -> str:
    """Return the text, shortened to end with an ellipsis where it is wider than `max_width` pixels."""
    if max_width is None or text_width(look, string, size_u, weight, tracking_u) <= max_width:
        return string
    metrics = look.metrics(size_u, weight, tracking_u)
    return metrics.elidedText(string, Qt.TextElideMode.ElideRight, max(0.0, max_width))


def fitting_size(look: Look, string: str, sizes_u: Sequence[float], weight: int, width: float) -> float:
    """Return the first of the sizes at which a figure fits a width in pixels, or the last; for figures, not names."""
    return next((size for size in sizes_u if text_width(look, string, size, weight) <= width), sizes_u[-1])


def wrap(string: str, font: QFont, width: float, lines: int = 2) -> tuple[str, ...]:
    """Return the text cut into at most so many lines of that width in pixels; the last one ends with an ellipsis."""
    prepare(string)
    metrics = QFontMetricsF(font)
    done: list[str] = []
    words = _pieces(string)
    while words and len(done) < lines - 1:
        count = next((n for n in range(len(words), 1, -1) if metrics.horizontalAdvance(_line(words[:n])) <= width), 1)
        done.append(metrics.elidedText(_line(words[:count]), Qt.TextElideMode.ElideRight, width))
        words = words[count:]
    if words:
        done.append(metrics.elidedText(_line(words), Qt.TextElideMode.ElideRight, width))
    return tuple(done)


def icon(painter: QPainter, look: Look, name: str, rect: QRectF, token: Token, stroke: float = ICON_STROKE) -> None:
    """Draw an icon into a square; `stroke` is its width on the grid of 24."""
    path = icon_path(name)
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / ICON_GRID, rect.height() / ICON_GRID)
    if name in FILLED:
        painter.fillPath(path, look.colour(token))
    painter.strokePath(path, look.grid_pen(token, stroke))
    painter.restore()


def outlined_icon(painter: QPainter, look: Look, name: str, rect: QRectF, token: Token, ground: Token = "bg") -> None:
    """Draw a mark that lies on a hatch: outlined in the ground's colour first."""
    icon(painter, look, name, rect, ground, MARK_OUTLINE)
    icon(painter, look, name, rect, token, MARK_STROKE)


def chip(painter: QPainter, look: Look, rect: QRectF, mark: Mark, *, ring_token: Token | None = None) -> None:
    """Draw the square that says a period's state: its fill or hatch, its ring (`ring_token` recolours it), its mark."""
    radius = rect.width() * CHIP_RADIUS
    share = rect.width() * (1 - MARK_SHARE) / 2
    inner = rect.adjusted(share, share, -share, -share)
    match mark.phase, mark.judgement:
        case Phase.CLOSED, Judgement() as judgement:
            _surface(painter, look, rect, radius, FILL_OF[judgement])
            if judgement is Judgement.GOOD and look.theme.good_border_u:
                ring(painter, look, rect, radius, "goodLine", look.theme.good_border_u)
            icon(painter, look, ICON_OF[judgement], inner, MARK_OF[judgement], MARK_STROKE)
        case Phase.OPEN, Judgement() as judgement:
            _hatched(painter, look, rect, radius, HATCH_OF[judgement])
            ring(painter, look, rect, radius, ring_token or RING_OF[judgement], 3.0)
            outlined_icon(painter, look, ICON_OF[judgement], inner, "text")
        case Phase.OPEN, None:
            ring(painter, look, rect, radius, "line2", 3.0)
        case Phase.UNRECORDED, _:
            _surface(painter, look, rect, radius, "panel")
            _hatched(painter, look, rect, radius, "unrecorded")
            ring(painter, look, rect, radius, "nrLine", 2.5)
            outlined_icon(painter, look, "query", inner, "text")
        case Phase.OFF, _:
            _surface(painter, look, rect, radius, "off")
        case Phase.FUTURE, _:
            ring(painter, look, rect, radius, "futLine", 2.0)
        case _:
            ring(painter, look, rect, radius, "line2", 2.0)
            icon(painter, look, "dash", inner, "text3", MARK_STROKE)


def ring(painter: QPainter, look: Look, rect: QRectF, radius: float, token: Token, width_u: float) -> None:
    """Draw a rounded outline that lies wholly inside the rectangle."""
    half = look.px(width_u) / 2
    painter.setPen(look.pen(token, width_u))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def panel(painter: QPainter, look: Look, rect: QRectF, radius_u: float, token: Token) -> None:
    """Fill a rounded rectangle."""
    _surface(painter, look, rect, look.px(radius_u), token)


def hairline(
    painter: QPainter, look: Look, left: float, right: float, y: float, token: Token, width_u: float = 2.0
) -> None:
    """Fill a horizontal rule whose edges lie on device pixels."""
    ratio = look.ratio
    height = max(1, round(look.px(width_u) * ratio)) / ratio
    top = round((y - height / 2) * ratio) / ratio
    painter.fillRect(QRectF(left, top, right - left, height), look.colour(token))


def dashed_ring(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    radius_u: float,
    token: Token,
    width_u: float,
    dash_u: tuple[float, float],
) -> None:
    """Draw a dashed rounded outline inside the rectangle; dash and gap in u."""
    pen = QPen(look.colour(token), look.px(width_u))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([length / width_u for length in dash_u])
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), look.px(radius_u), look.px(radius_u))


def _pieces(string: str) -> list[str]:
    """Return what a line may be broken between: words with the space after them, and each sign of Chinese."""
    words = [f"{word} " for word in _BLANKS.split(string) if word]
    return [piece for word in words for piece in (_CHINESE.findall(word) if _CHINESE_SIGN.search(word) else (word,))]


def _line(pieces: Sequence[str]) -> str:
    return "".join(pieces).rstrip(" ")


def _left(x: float, width: float, align: Align) -> float:
    return x - {"left": 0.0, "right": width, "centre": width / 2}[align]


def _surface(painter: QPainter, look: Look, rect: QRectF, radius: float, token: Token) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(token))
    painter.drawRoundedRect(rect, radius, radius)


def _hatched(painter: QPainter, look: Look, rect: QRectF, radius: float, kind: HatchKind) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.hatch(kind))
    painter.drawRoundedRect(rect, radius, radius)
