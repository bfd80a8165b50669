"""The running clock: a widget of its own whose figures are kept as pictures, so that a second costs next to nothing."""

from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from widgets import ink

WEIGHT: Final = 600
ABOVE: Final = 0.95
"""How far it reaches above the baseline, and below under it, as a share of the size of its figures."""
BELOW: Final = 0.3


class ClockFace(QWidget):
    """A time of day that ends at a place; each of its figures is painted by itself, and only when it differs."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.said = ""
        self._look = look
        self._end = (0.0, 0.0)
        self._size_u = 0.0
        self._edges: list[int] = [0]
        self._pictures: dict[tuple[int, str], QPixmap] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def settle(self, look: Look, right: float, baseline: float, size_u: float) -> None:
        """Take the place in the parent where it ends, in pixels, and the size of its figures."""
        if (look, right, baseline, size_u) == (self._look, *self._end, self._size_u):
            return
        self._look, self._end, self._size_u = look, (right, baseline), size_u
        self._lay_out()

    def show_time(self, said: str, *, at_once: bool = False) -> None:
        """Show another time; only from the first figure that differs on is painted.

        `at_once`: a second that moves nothing else, which painted later would cost the loop of events another round.
        """
        before, self.said = self.said, said
        if said == before:
            return
        if len(said) != len(before):
            self._lay_out()
            return
        left = self._edges[next(place for place, figure in enumerate(said) if figure != before[place])]
        paint = self.repaint if at_once else self.update
        paint(left, 0, self.width() - left, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figures that have to be, from their pictures."""
        dirty, edges = event.rect(), self._edges
        left, right = dirty.left(), dirty.right()
        with QPainter(self) as painter:
            if self._look.ratio % 1:  # a row of pixels may lie between two pictures
                painter.fillRect(dirty, self._look.colour("bg"))
            for place, figure in enumerate(self.said):
                if edges[place] <= right and edges[place + 1] > left:
                    picture = self._pictures.get((place, figure)) or self._new_picture(place, figure)
                    painter.drawPixmap(edges[place], 0, picture)

    def _lay_out(self) -> None:
        """Find the edges of the figures, which never move, and forget their pictures."""
        look, (right, baseline) = self._look, self._end
        if not self._size_u:
            return
        noughts, size = self._noughts, look.px(self._size_u)
        ends = [ink.text_width(look, noughts[:end], self._size_u, WEIGHT) for end in range(len(noughts) + 1)]
        left, top = floor(right - ends[-1]), floor(baseline - size * ABOVE)
        self._edges = [floor(right - ends[-1] + end) - left for end in ends]
        self._edges[-1] = ceil(right) - left
        self._pictures.clear()
        self.setGeometry(left, top, self._edges[-1], ceil(baseline + size * BELOW) - top)
        self.update()

    @property
    def _noughts(self) -> str:
        return "".join("0" if figure.isdecimal() else figure for figure in self.said)

    def _new_picture(self, place: int, figure: str) -> QPixmap:
        """Return the picture of a figure, cut out of a text of noughts: a mark such as ":" lies as among figures."""
        ratio, (left, right), noughts = self._look.ratio, self._edges[place : place + 2], self._noughts
        whole = QPixmap(ceil(self.width() * ratio), ceil(self.height() * ratio))
        whole.setDevicePixelRatio(ratio)
        with QPainter(whole) as painter:
            self._draw(painter, noughts[:place] + figure + noughts[place + 1 :])
        picture = whole.copy(round(left * ratio), 0, round(right * ratio) - round(left * ratio), whole.height())
        self._pictures[place, figure] = picture
        return picture

    def _draw(self, painter: QPainter, text: str) -> None:
        """Draw a text from where noughts would begin that end at the place, on its ground."""
        look, (right, baseline) = self._look, self._end
        x = right - ink.text_width(look, self._noughts, self._size_u, WEIGHT)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), look.colour("bg"))
        painter.translate(-QPoint(self.pos()))
        ink.text(painter, look, x, baseline, text, self._size_u, WEIGHT)
