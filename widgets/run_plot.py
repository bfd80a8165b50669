"""The plot of a run chart: band, mean, target, line and dots, drawn by pyqtgraph into a picture.

Loading pyqtgraph takes a third of a second: import this module only where a chart is first shown.
"""

from typing import Final

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from themes.qt import Look
from themes.token import Token
from widgets.run_chart import MISS, NOISE, OPEN, PLAIN, SIGNAL, Dot, RunFace, pad_px

DIAMETER_U: Final = {SIGNAL: 20.0, NOISE: 14.0, MISS: 12.0, OPEN: 16.0, PLAIN: 8.0}
TOLD_U: Final = 34.0
RING_U: Final = 4.0
TARGET: Final = (2.5, 9.0, 7.0)
"""Width, dash and gap of the target, in u."""
NO_PEN: Final = QPen(Qt.PenStyle.NoPen)


class RunPlot:
    """Holds a plot that is never on the screen itself; what it draws is laid into the card as a picture."""

    def __init__(self) -> None:
        self._view: Final = pg.GraphicsView()
        self._box: Final = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._box.disableAutoRange()
        self._view.setCentralItem(self._box)
        self._items: list[object] = []

    def picture(self, look: Look, face: RunFace, plot: QRectF) -> QPixmap:
        """Return the plot of that size in pixels, with a margin for what reaches over its edges."""
        pad, ratio = pad_px(look), look.ratio
        across, down = pad / max(1.0, plot.width()), pad / max(1.0, plot.height())
        size = QSize(round((plot.width() + 2 * pad) * ratio), round((plot.height() + 2 * pad) * ratio))
        self._view.resize(size)
        self._clear()
        self._draw(look, face)
        self._box.setRange(xRange=(-across, 1 + across), yRange=(-down, 1 + down), padding=0)
        pixmap = QPixmap(size)
        self._view.setBackground(look.colour("panel"))
        # QGraphicsView's own would draw the scene without laying it out
        QWidget.render(self._view, pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _draw(self, look: Look, face: RunFace) -> None:
        if face.natural is not None:
            low, mean, high = face.natural
            band = QGraphicsRectItem(0.0, low, 1.0, high - low)
            band.setPen(NO_PEN)
            band.setBrush(look.colour("raised"))
            self._add(band)
            self._line(_pen(look, "text3", 2.0), (0.0, 1.0), (mean, mean))
        for _, end, _ in face.months[:-1]:
            self._line(_pen(look, "line2", 2.0), (end, end), (0.0, 1.0))
        width, dash, gap = TARGET
        target = _pen(look, "text", width)
        target.setDashPattern([dash / width, gap / width])
        target.setCapStyle(Qt.PenCapStyle.FlatCap)
        for begin, end, level in face.aims:
            self._line(target, (begin, end), (level, level))
        self._run(look, face)
        self._dots(look, face)

    def _run(self, look: Look, face: RunFace) -> None:
        """Draw the line through the days, open where a day has no value."""
        levels = [float("nan") if dot.level is None else dot.level for dot in face.dots]
        pen = _pen(look, "text2", 3.0)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        curve = pg.PlotCurveItem(
            [dot.x for dot in face.dots], levels, pen=pen, antialias=True, connect="finite", skipFiniteCheck=False
        )
        self._add(curve)

    def _dots(self, look: Look, face: RunFace) -> None:
        spots = [self._spot(look, dot) for dot in face.dots if dot.level is not None]
        spots += [self._told(look, dot) for dot in face.dots if dot.told and dot.level is not None]
        self._add(pg.ScatterPlotItem(spots, antialias=True, useCache=False))

    def _spot(self, look: Look, dot: Dot) -> dict[str, object]:
        ring = dot.kind in {NOISE, OPEN}
        pen = _pen(look, dot.colour, RING_U if dot.kind == NOISE else 3.4) if ring else NO_PEN
        fill = look.colour("panel" if ring else dot.colour)
        return _shape(dot, look.px(DIAMETER_U[dot.kind]) * look.ratio, pen, QBrush(fill))

    def _told(self, look: Look, dot: Dot) -> dict[str, object]:
        """Return the ring around the day that the page tells about."""
        return _shape(
            dot, look.px(TOLD_U) * look.ratio, _pen(look, "focus", RING_U), QBrush(QColor(Qt.GlobalColor.transparent))
        )

    def _line(self, pen: QPen, across: tuple[float, float], levels: tuple[float, float]) -> None:
        self._add(pg.PlotCurveItem(list(across), list(levels), pen=pen, antialias=True))

    def _add(self, item: object) -> None:
        self._box.addItem(item, ignoreBounds=True)
        self._items.append(item)

    def _clear(self) -> None:
        for item in self._items:
            self._box.removeItem(item)
        self._items.clear()


def _shape(dot: Dot, size: float, pen: QPen, brush: QBrush) -> dict[str, object]:
    return {"pos": (dot.x, dot.level), "size": size, "pen": pen, "brush": brush, "symbol": "o"}


def _pen(look: Look, token: Token, width_u: float) -> QPen:
    """Return a pen whose width is in pixels of the picture whatever the plot's scale."""
    pen = QPen(look.colour(token), max(1.0, look.px(width_u) * look.ratio))
    pen.setCosmetic(True)
    return pen
