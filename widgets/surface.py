"""The base of everything painted: an opaque widget that lays itself out in u and paints only what is dirty."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from widgets.spoken import Spoken

if TYPE_CHECKING:
    from widgets.stand_in import StandIns


class Pressable(Protocol):
    """Whoever takes the touches of a surface, as far as a screen reader is concerned."""

    def spoken(self) -> Iterator[Spoken]:
        """Yield everything that can be touched, in words."""

    def press_by_name(self, name: str) -> None:
        """Do what a touch on a target means."""


class Surface(QWidget):
    """A widget that paints itself. A subclass overrides `arrange` (geometry) and `paint` (pixels)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dirty = QRegion()
        self._touch: Pressable | None = None
        self._stand_ins: StandIns | None = None
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

    def title(self) -> str:
        """Return what this is called, for those who do not see it."""
        return ""

    def speak_anew(self) -> None:
        """Say everything in the language that is spoken now, which may need another layout."""
        if self.title():
            self.setAccessibleName(self.title())
        self.show_look(self._look)

    def arrange(self) -> None:
        """Work out every rectangle for the present size and look; called on resize, not while painting."""

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint what meets the dirty rectangle; the background is there already."""

    def take_touch(self, touch: Pressable) -> None:
        """Take who answers for its touches."""
        self._touch = touch

    def spoken(self) -> Iterator[Spoken]:
        """Yield what is to be read here by somebody who does not see it, in the order it is read."""
        if self._touch is not None:
            yield from self._touch.spoken()

    def words_of_target(self, name: str, label: str) -> str:  # noqa: ARG002 - for subclasses
        """Return what can be touched in words: its label, or more where a subclass knows more."""
        return label

    def press_by_name(self, name: str) -> None:
        """Do what a touch on a target means."""
        if self._touch is not None:
            self._touch.press_by_name(name)

    def tell_changed(self) -> None:
        """Let a screen reader know that something here is not as it was; nothing where none listens."""
        if self._stand_ins is not None:
            self._stand_ins.show_later()

    def tell_focus(self, name: str) -> bool:
        """Let a screen reader know where the ring of the keyboard is; False where none listens."""
        if self._stand_ins is None:
            return False
        self._stand_ins.tell_focus(name)
        return True

    def listen(self, *, listening: bool) -> None:
        """Have something to be read while a screen reader listens, and no longer."""
        if not listening and self._stand_ins is not None:
            self._stand_ins.drop_all()
            self._stand_ins = None
        elif listening and self._stand_ins is None:
            from widgets.stand_in import StandIns  # noqa: PLC0415 - most boards never need it

            self._stand_ins = StandIns(self, self)

    def is_all_dirty(self, rect: QRect) -> bool:
        """Tell whether every pixel of a rectangle that can be seen is to be painted now."""
        return QRegion(rect.intersected(self.rect())).subtracted(self._dirty).isEmpty()

    def is_dirty(self, rect: QRectF) -> bool:
        """Tell, while painting, whether a rectangle has to be painted."""
        return self._dirty.intersects(rect.toAlignedRect())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Speak another language once it is taken."""
        if event.type() == QEvent.Type.LanguageChange:
            self.speak_anew()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        self.arrange()
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the background and what lies in the dirty rectangle."""
        if QAccessible.isActive() == (self._stand_ins is None):
            self._listen_all()
        dirty, self._dirty = event.rect(), event.region()
        with QPainter(self) as painter:  # one left open by an exception would take the window down with it
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.setBrushOrigin(-self.mapTo(self.window(), QPoint()))
            painter.fillRect(QRectF(dirty), self._look.colour("bg"))
            self.paint(painter, dirty)

    def _listen_all(self) -> None:
        """Have every surface of the window listen, or not: assistive technology comes and goes."""
        listening = QAccessible.isActive()
        self.listen(listening=listening)
        for surface in self.window().findChildren(Surface):
            surface.listen(listening=listening)
