"""The card of a run chart as a picture that is kept; what draws its plot is loaded when the page has been seen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from themes.qt import Look
from widgets import ink
from widgets.run_chart import RunFace, pad_px, paint_run_card, paint_run_words, plot_rect

if TYPE_CHECKING:
    from widgets.run_plot import RunPlot


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture, and what it shows."""

    face: RunFace
    look: Look
    rect: QRectF
    pixmap: QPixmap


class RunPicture:
    """Draws the chart once for each face, look and place, and lays it onto the page after that."""

    def __init__(self) -> None:
        self._plot: RunPlot | None = None
        self._kept: _Kept | None = None

    @property
    def is_loaded(self) -> bool:
        """Tell whether what draws the plot is there."""
        return self._plot is not None

    def load(self) -> None:
        """Load what draws the plot: it takes a third of a second, once."""
        if self._plot is None:
            from widgets.run_plot import RunPlot  # noqa: PLC0415 - the page comes sooner without it

            self._plot = RunPlot()

    def paint(self, painter: QPainter, look: Look, face: RunFace, rect: QRectF) -> None:
        """Paint the chart into its card; without its plot until that is loaded."""
        if self._plot is None or face.empty:
            self._draw(painter, look, face, rect)
            return
        kept = self._kept
        if kept is None or kept.face != face or kept.look is not look or kept.rect != rect:
            kept = self._kept = _Kept(face, look, QRectF(rect), self._new_picture(look, face, rect))
        painter.drawPixmap(rect.toAlignedRect().topLeft(), kept.pixmap)

    def _new_picture(self, look: Look, face: RunFace, rect: QRectF) -> QPixmap:
        whole = rect.toAlignedRect()
        return ink.picture(look, whole, lambda painter: self._draw(painter, look, face, rect))

    def _draw(self, painter: QPainter, look: Look, face: RunFace, rect: QRectF) -> None:
        paint_run_card(painter, look, face, rect)
        plot = plot_rect(look, face, rect)
        if self._plot is not None and not face.empty and min(plot.width(), plot.height()) >= 1:
            pad = pad_px(look)
            painter.drawPixmap(plot.topLeft() - QPointF(pad, pad), self._plot.picture(look, face, plot))
        paint_run_words(painter, look, face, rect)
