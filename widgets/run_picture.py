"""The plot of a run chart as a picture that is kept; what draws it is loaded when the page has been seen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from themes.qt import Look
from widgets.run_chart import RunFace, pad_px, plot_rect

if TYPE_CHECKING:
    from widgets.run_plot import RunPlot


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture, and what it shows."""

    face: RunFace
    look: Look
    width: float
    height: float
    pixmap: QPixmap


class RunPicture:
    """Draws the plot once for each face, look and size, and lays it into the card after that."""

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
        """Paint the plot into its card, where it is loaded and there is something to draw."""
        plot = plot_rect(look, face, rect)
        if self._plot is None or face.empty or min(plot.width(), plot.height()) < 1:
            return
        size = (plot.width(), plot.height())
        kept = self._kept
        if kept is None or kept.face != face or kept.look is not look or (kept.width, kept.height) != size:
            kept = self._kept = _Kept(face, look, *size, self._plot.picture(look, face, plot))
        pad = pad_px(look)
        painter.drawPixmap(plot.topLeft() - QPointF(pad, pad), kept.pixmap)
