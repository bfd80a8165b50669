"""The base of everything painted: an opaque widget that lays itself out in u and paints only what is dirty."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look


class Surface(QWidget):
    """A widget that paints itself. A subclass overrides `arrange` (geometry) and `paint` (pixels)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dirty = QRegion()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def look(self) -> Look:
        """Return the theme and the size in which this is painted."""
        return self._look

    def show_look(self, look: Look) -> None:
        """Take another theme or another size of u, and paint everything anew."""
        self._look = look
        self.arrange()
        self.update()

    def arrange(self) -> None:
        """Work out every rectangle for the present size and look; called on resize, not while painting."""

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint what meets the dirty rectangle; the background is there already."""

    def is_all_dirty(self, rect: QRect) -> bool:
        """Tell whether every pixel of a rectangle that can be seen is to be painted now."""
        return QRegion(rect.intersected(self.rect())).subtracted(self._dirty).isEmpty()

    def is_dirty(self, rect: QRectF) -> bool:
        """Tell, while painting, whether a rectangle has to be painted."""
        return self._dirty.intersects(rect.toAlignedRect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        self.arrange()
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the background and what lies in the dirty rectangle."""
        dirty, self._dirty = event.rect(), event.region()
        painter = QPainter(self)
        try:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.setBrushOrigin(-self.mapTo(self.window(), QPoint()))
            painter.fillRect(QRectF(dirty), self._look.colour("bg"))
            self.paint(painter, dirty)
        finally:
            painter.end()  # a painter left open by an exception would take the window down with it
