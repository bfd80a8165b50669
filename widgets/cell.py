"""A surface made of cells: each has a place and a face (all it shows), and is repainted only when its face differs."""

from collections.abc import Hashable, Iterator, Mapping

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from widgets.spoken import Spoken
from widgets.surface import Surface


class CellSurface(Surface):
    """Paints named cells. A subclass places them in `arrange` and draws one in `paint_cell`, within its place."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._places: dict[str, QRectF] = {}
        self._faces: dict[str, Hashable] = {}

    def place_of(self, name: str) -> QRectF | None:
        """Return where a cell is, in pixels, or None where it has no place now."""
        return QRectF(self._places[name]) if name in self._places else None

    def face_of(self, name: str) -> Hashable | None:
        """Return what a cell shows now."""
        return self._faces.get(name)

    def faces(self) -> tuple[tuple[str, Hashable], ...]:
        """Return every cell's name with what it shows."""
        return tuple(self._faces.items())

    def put_faces(self, faces: Mapping[str, Hashable]) -> QRegion:
        """Take what every cell shows, repaint those that differ, and return the region they cover."""
        before, self._faces = self._faces, dict(faces)
        changed = QRegion()
        for name, rect in self._places.items():
            if before.get(name) != self._faces.get(name):
                changed += rect.toAlignedRect()
        if not changed.isEmpty():
            self.update(changed)
        self.tell_changed()
        return changed

    def put_face(self, name: str, face: Hashable) -> None:
        """Take what one cell shows, and repaint it where that differs."""
        if self._faces.get(name) != face:
            self._faces[name] = face
            place = self._places.get(name)
            if place is not None:
                self.update(place.toAlignedRect())
            self.tell_changed()

    def put_places(self, places: Mapping[str, QRectF]) -> None:
        """Take where every cell is; where that differs, repaint it all."""
        if places != self._places:
            self._places = dict(places)
            self.update()
            self.tell_changed()

    def words_of(self, name: str, face: Hashable) -> str:  # noqa: ARG002 - for subclasses
        """Return a cell in words where it says more than the targets on it do; nothing where it does not."""
        return ""

    @override
    def spoken(self) -> Iterator[Spoken]:
        """Yield the cells that say something, then everything that can be touched."""
        for name, rect in self._places.items():
            face = self._faces.get(name)
            if face is not None and (words := self.words_of(name, face)):
                yield Spoken(name=f"cell {name}", rect=rect, words=words)
        yield from super().spoken()

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies under the cells and changes with the size alone."""

    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one cell; nothing outside its place, or it would stay there."""

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the cells."""

    @override
    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint the cells that have to be."""
        self.paint_ground(painter)
        for name, rect in self._places.items():
            face = self._faces.get(name)
            if face is not None and self.is_dirty(rect):
                self.paint_cell(painter, name, face, rect)
        self.paint_over(painter)
