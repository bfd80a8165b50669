"""Where the figures of the wall come from: a card for each source, those that need somebody first."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.freshness import Stage
from board.views.sources import SourceRow, Sources
from themes.qt import Look
from themes.token import QUIET_S
from widgets import ink
from widgets.cell import CellSurface
from widgets.finger import LEAST_MM, Finger
from widgets.press import Press, Target
from widgets.sources_face import HeadFace, MoreFace, SourceFace, ages_of, head_face, more_face, source_face
from widgets.sources_paint import LINE_SIZE_U, PROCESS_SIZE_U, SourcesPainter
from widgets.sources_place import Cards, card_tall, cards_of, head_tall, is_narrow, process_room, text_room
from widgets.sources_say import Age
from widgets.stale_frame import paint_stale_frame
from widgets.words import translate

HEAD: Final = "head"
MORE: Final = "more"
SOURCE: Final = "source "
MORE_U: Final = 56.0
MOST_LINES: Final = 2
NARROW_MOST_LINES: Final = 4
"""Of one sentence about what is wrong."""
MOST_SENTENCES: Final = 2
PROCESS_LINES: Final = 3


class SourcesBoard(CellSurface):
    """Cards that only tell; what has no room comes by leafing, and goes back to the first by itself."""

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._finger: Final = finger
        self._view: Sources | None = None
        self._ages: Mapping[str, Age] = {}
        self._stage = Stage.LIVE
        self._cards: Cards | None = None
        self._first = 0
        self._back_timer = QTimer(self, singleShot=True, interval=int(QUIET_S * 1000))
        self._back_timer.timeout.connect(self._show_first)
        self._press = Press(self, finger)
        self._press.touched.connect(self._touched)
        self.setAccessibleName(self.title())

    def show_sources(self, view: Sources) -> None:
        """Show a view; an equal one costs nothing, another one repaints the cards that differ."""
        if view != self._view:
            self._view = view
            self._ages = {}
            self._lay_out()

    def show_ages(self, ages: Mapping[str, Age]) -> None:
        """Show how old it is by now what each source told; without this it is as of the view's own moment."""
        if ages != self._ages:
            self._ages = dict(ages)
            self._lay_out()

    def show_age(self, stage: Stage, age_s: int | None) -> None:  # noqa: ARG002 - each source has an age of its own
        """Take how old the data of the board are: the frame of stale data stands around this page too."""
        if (stage is Stage.STALE) != (self._stage is Stage.STALE):
            self.update()
        self._stage = stage

    @override
    def title(self) -> str:
        return translate("board", "Sources")

    @override
    def arrange(self) -> None:
        """Work out where everything is."""
        self._lay_out()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Go back to the first sources; a hidden page costs nothing."""
        self._back_timer.stop()
        self._show_first()
        super().hideEvent(event)

    @override
    def words_of(self, name: str, face: Hashable) -> str:
        """Return the head and each source in words."""
        if isinstance(face, HeadFace):
            return ". ".join(part.rstrip(".") for part in (face.summary, *(said for said, _ in face.processes)) if part)
        return face.aloud if isinstance(face, SourceFace) else ""

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one part of the page."""
        parts, narrow = SourcesPainter(painter, self.look), self._cards is not None and self._cards.narrow
        match face:
            case HeadFace():
                parts.head(face, rect, narrow=narrow)
            case SourceFace():
                parts.card(face, rect, narrow=narrow)
            case MoreFace():
                pressed, focused = self._press.is_pressed(name), self._press.is_focused(name)
                parts.more(face, rect, pressed=pressed, focused=focused)

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint that there is no source, or the frame of stale data."""
        if self._view is not None and not self._view.rows:
            said = translate("board", "No source of data")
            under = translate("board", "The plant file has no [[source]] table: counts are typed by hand")
            SourcesPainter(painter, self.look).nothing(said, under, QRectF(self.rect()))
        if self._stage is Stage.STALE:
            paint_stale_frame(painter, self.look, QRectF(self.rect()))

    # touches

    def _touched(self, name: str) -> None:
        """Show the next sources, and the first ones again after the last."""
        cards, view = self._cards, self._view
        if name == MORE and cards is not None and view is not None:
            self._first = cards.last if cards.last < len(view.rows) else 0
            self._back_timer.start()
            self._lay_out()

    def _show_first(self) -> None:
        if self._first:
            self._first = 0
            self._lay_out()

    # where everything is, and what it shows

    def _lay_out(self) -> None:
        """Work out places, faces and targets anew; repaint what differs."""
        view, u = self._view, self.look.u
        if view is None or min(self.width(), self.height()) < 1:
            return
        width, height = self.width() / u, self.height() / u
        ages = {**ages_of(view), **self._ages}
        head = self._broken_head(head_face(view), width)
        faces = [self._broken(source_face(row, ages[row.id], view), width) for row in view.rows]
        self._cards = cards = cards_of(
            width,
            height,
            head=head_tall(width, len(head.lines)),
            tall=[card_tall(width, len(face.lines)) for face in faces],
            first=self._first,
            more=max(MORE_U, self._finger.screen.in_u(LEAST_MM, u)),
        )
        self._first = cards.first
        shown = view.rows[cards.first : cards.last]
        places = {HEAD: cards.head, **{SOURCE + row.id: card for row, card in zip(shown, cards.cards, strict=True)}}
        parts: dict[str, Hashable] = {HEAD: head}
        parts |= {SOURCE + row.id: face for row, face in zip(view.rows, faces, strict=True) if row in shown}
        if cards.more is not None:
            places[MORE], parts[MORE] = cards.more, more_face(_others(view, shown))
        self.put_places({name: self._scaled(place) for name, place in places.items()})
        self.put_faces(parts)
        self._press.show_targets(self._targets())

    def _targets(self) -> list[Target]:
        place, face = self.place_of(MORE), self.face_of(MORE)
        if place is None or not isinstance(face, MoreFace):
            return []
        return [Target(name=MORE, rect=place, label=face.words)]

    def _broken(self, face: SourceFace, width: float) -> SourceFace:
        """Return a card with its sentences broken into the lines that they take here."""
        most = NARROW_MOST_LINES if is_narrow(width) else MOST_LINES
        font, room = self.look.font(LINE_SIZE_U, 600), self.look.px(text_room(width))
        lines = [line for said in face.troubles[:MOST_SENTENCES] for line in ink.wrap(said, font, room, most)]
        return replace(face, lines=tuple(lines))

    def _broken_head(self, face: HeadFace, width: float) -> HeadFace:
        room = self.look.px(process_room(width))
        lines = [
            (line, well)
            for said, well in face.processes
            for line in ink.wrap(said, self.look.font(PROCESS_SIZE_U, 500 if well else 600), room, PROCESS_LINES)
        ]
        return replace(face, lines=tuple(lines))

    def _scaled(self, rect: QRectF) -> QRectF:
        px = self.look.px
        return QRectF(px(rect.left()), px(rect.top()), px(rect.width()), px(rect.height()))


def _others(view: Sources, shown: tuple[SourceRow, ...]) -> tuple[SourceRow, ...]:
    return tuple(row for row in view.rows if row not in shown)
