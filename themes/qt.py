"""The themes in Qt's terms: fonts, colours, pixels and hatches for one size of screen."""

import re
from functools import cache
from math import ceil, sqrt
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLoggingCategory, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPen, QPixmap, QTransform

import assets
from themes.theme import Colour, Theme, mix
from themes.token import FLOOR_U, HATCHES, HatchKind, Token

FAMILY: Final = "Inter"
MORE_FAMILIES: Final = ("Noto Sans Devanagari UI", "Noto Sans Arabic UI", "Noto Sans CJK SC", "Droid Sans Fallback")
"""Where Inter has no glyph: our own for Devanagari, Arabic and Chinese; a finer one for Chinese where it is installed.
Scripts beyond these are in whatever font the computer has for them."""
_BEYOND: Final = re.compile("[\u0590-\u1dff\u2e80-\U0010ffff]")
"""What is neither Latin, Greek, Cyrillic nor a sign, of which Inter has all."""
_TILE_PERIODS: Final = 4  # stripes in one tile: more of them round a pitch to whole pixels more closely
_WIDTHS_KEPT: Final = 4096
_WEIGHTS: Final = {500: QFont.Weight.Medium, 600: QFont.Weight.DemiBold, 700: QFont.Weight.Bold}


@cache
def load_fonts() -> tuple[str, ...]:
    """Give the board's own fonts to Qt, once; return the names of the files that Qt could not use."""
    return _loaded("*.otf")


@cache
def load_more_fonts() -> tuple[str, ...]:
    """Give Qt the fonts for other scripts too, once; they cost a start 20 ms, so they come with the first such text."""
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")  # that Inter lacks a script is why others are here
    return _loaded("*.ttf")


def prepare(string: str) -> None:
    """See that there are fonts for a text before it is measured: what was measured before them had no glyphs."""
    if not string.isascii() and _BEYOND.search(string):
        load_more_fonts()


def lacking(string: str) -> str:
    """Return the signs of a text, each once, for which no font on this computer has a glyph."""
    load_fonts()
    prepare(string)
    metrics = QFontMetricsF(QFont([FAMILY, *MORE_FAMILIES]))
    return "".join(sign for sign in dict.fromkeys(string) if sign.isprintable() and not metrics.inFontUcs4(ord(sign)))


def _loaded(pattern: str) -> tuple[str, ...]:
    files = sorted((Path(assets.__file__).parent / "fonts").glob(pattern))
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


class Look:
    """A theme at one size: `u` pixels per layout unit; `ratio` device pixels per pixel. Everything it makes is kept."""

    def __init__(self, theme: Theme, u: float, ratio: float = 1.0) -> None:
        self.theme: Final = theme
        self.u: Final = u
        self.ratio: Final = ratio
        self._colours: Final = {token: QColor(*colour) for token, colour in theme.colours.items()}
        self._fonts: Final[dict[tuple[float, int, float], QFont]] = {}
        self._metrics: Final[dict[tuple[float, int, float], QFontMetricsF]] = {}
        self._hatches: Final[dict[HatchKind, QBrush]] = {}
        self._pens: Final[dict[tuple[Token, float], QPen]] = {}
        self._widths: Final[dict[tuple[str, float, int, float], float]] = {}
        self._stale: Look | None = None

    def stale(self) -> "Look":
        """Return the look of values past their age."""
        if self._stale is None:
            self._stale = self if self.theme.is_stale else Look(self.theme.stale(), self.u, self.ratio)
        return self._stale

    def px(self, u: float) -> float:
        """Return so many layout units in pixels."""
        return u * self.u

    def colour(self, token: Token) -> QColor:
        """Return the colour of a meaning; do not change it."""
        return self._colours[token]

    def mixed(self, first: Token, second: Token, share: float) -> QColor:
        """Return the colour `share` (0 to 1) of the way from the first to the second."""
        return _qcolor(mix(self.theme.colour(first), self.theme.colour(second), share))

    def font(self, size_u: float, weight: int = 500, tracking_u: float = 0.0) -> QFont:
        """Return Inter at that size, with figures of one width and other fonts behind it; do not change it."""
        key = (size_u, weight, tracking_u)
        if key not in self._fonts:
            self._fonts[key] = self._new_font(size_u, weight, tracking_u)
        return self._fonts[key]

    def metrics(self, size_u: float, weight: int = 500, tracking_u: float = 0.0) -> QFontMetricsF:
        """Return the measures of that font, in pixels."""
        key = (size_u, weight, tracking_u)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(size_u, weight, tracking_u))
        return self._metrics[key]

    def advance(self, string: str, size_u: float, weight: int = 500, tracking_u: float = 0.0) -> float:
        """Return how wide a line of text is, in pixels."""
        key = (string, size_u, weight, tracking_u)
        if key not in self._widths:
            if len(self._widths) >= _WIDTHS_KEPT:
                self._widths.clear()
            prepare(string)
            self._widths[key] = self.metrics(size_u, weight, tracking_u).horizontalAdvance(string)
        return self._widths[key]

    def pen(self, token: Token, width_u: float) -> QPen:
        """Return a round pen of that width in u; do not change it."""
        return self._pen(token, self.px(width_u))

    def grid_pen(self, token: Token, width: float) -> QPen:
        """Return a round pen for paths on the grid of the icons; do not change it."""
        return self._pen(token, width)

    def _pen(self, token: Token, width: float) -> QPen:
        key = (token, width)
        if key not in self._pens:
            round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            self._pens[key] = QPen(self._colours[token], width, Qt.PenStyle.SolidLine, round_cap, round_join)
        return self._pens[key]

    def hatch(self, kind: HatchKind) -> QBrush:
        """Return the stripes of a surface; a painter that uses them has its brush origin at the screen's corner."""
        if kind not in self._hatches:
            self._hatches[kind] = self._new_hatch(kind)
        return self._hatches[kind]

    def _new_font(self, size_u: float, weight: int, tracking_u: float) -> QFont:
        load_fonts()
        font = QFont([FAMILY, *MORE_FAMILIES])
        font.setPixelSize(max(ceil(self.px(min(size_u, FLOOR_U))), round(self.px(size_u))))
        font.setWeight(_WEIGHTS[weight])
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("tnum"), 1)
        if tracking_u:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.px(tracking_u))
        return font

    def _new_hatch(self, kind: HatchKind) -> QBrush:
        shape = HATCHES[kind]
        base, ground = self.theme.colour(shape.colour), self.theme.colour(shape.ground)
        scale = self.u * self.ratio
        side = max(_TILE_PERIODS, round(_TILE_PERIODS * shape.pitch_u * sqrt(2) * scale))
        tile = QPixmap(side, side)
        tile.fill(_qcolor(mix(base, ground, shape.gap_mix)))
        step = side / _TILE_PERIODS
        with QPainter(tile) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(_qcolor(mix(base, ground, shape.stripe_mix)), shape.stripe_u * scale))
            for number in range(-1, 2 * _TILE_PERIODS + 2):
                along = number * step
                painter.drawLine(QPointF(along + side, -side), QPointF(along - 2 * side, 2 * side))
        brush = QBrush(tile)
        brush.setTransform(QTransform.fromScale(1 / self.ratio, 1 / self.ratio))
        return brush


def _qcolor(colour: Colour) -> QColor:
    return QColor(*colour)
