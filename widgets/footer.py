"""The bottom of every page: which page this is, what the marks mean, the connections in words, and the language."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.frame import Frame, NoticeLine, only_age_differs, only_time_differs
from themes.qt import Look
from themes.token import FOOTER_U, MARGIN_U, Token
from widgets import ink
from widgets.cell import CellSurface
from widgets.finger import LEAST_MM, Finger
from widgets.footer_legend import paint_legend
from widgets.header import NARROW_U
from widgets.press import Press, Target
from widgets.wire import Wire, gravest_words, notice_words, wires_of
from widgets.words import spoken, translate

NARROW_FOOTER_U: Final = 92.0
DOT_U: Final = 12.0
DOT_NOW_U: Final = 34.0
DOT_GAP_U: Final = 14.0
DOTS_SHARE: Final = 1 / 3
"""Of the width: where dots that a finger can tell apart would take more, it leafs instead."""
NEXT: Final = "next"
PREVIOUS: Final = "previous"
LANGUAGE: Final = "language"
WIRES: Final = "wires"
LETTERS: Final = "sqcdp"
SOURCES: Final = "sources"
"""The page to which the connections lead."""
GLOBE_U: Final = 26.0
NOTICE_U: Final = 340.0
NOTICE_SHARE: Final = 0.45
"""Of the width: so much at most do the connections leave to a notice, as long as they can be said in fewer words."""


@dataclass(frozen=True, slots=True)
class Line:
    """Connections side by side at one size."""

    wires: tuple[Wire, ...]
    size_u: float
    width: float


class Footer(CellSurface):
    """Page dots and name, the legend of marks or a notice in its place, and the connections."""

    page_chosen = Signal(str)
    language_touched = Signal()

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._finger: Final = finger
        self._frame: Frame | None = None
        self._lines: tuple[Line, ...] = ()
        self._leafs = False  # a notice needs the room of dots that a finger can tell apart
        self._press = Press(self, finger)
        self._press.touched.connect(self._touched)
        self.setAccessibleName(self.title())

    def show_frame(self, frame: Frame) -> None:
        """Show another second; only what differs is painted, and a mere second is nothing here."""
        before, self._frame = self._frame, frame
        if before is not None and only_time_differs(before, frame):
            return
        if before is None or not (only_age_differs(before, frame) and self._take_age(frame)):
            self._lay_out()
        said = [wire.words for wire in wires_of(frame)] + [notice_words(line) for line in frame.notices]
        self.setAccessibleDescription(", ".join(said))

    def rect_of(self, name: str) -> QRectF | None:
        """Return where a page is chosen, NEXT for the next one, or LANGUAGE; None where there is nothing to choose."""
        return self._press.rect_of(name)

    @override
    def title(self) -> str:
        return translate("board", "Footer")

    @staticmethod
    def height_u(width_u: float, touch_u: float = 0.0) -> float:
        """Return how tall the footer is, in u, on a page of that width in u: a finger takes `touch_u`."""
        return max(NARROW_FOOTER_U if width_u < NARROW_U else FOOTER_U, touch_u)

    @override
    def arrange(self) -> None:
        """Work out where everything is."""
        self._lay_out()

    @override
    def words_of(self, name: str, face: Hashable) -> str:
        """Return the notices and the connections in words."""
        if self._frame is None or name == "pages":
            return ""
        said = [wire.words for wire in wires_of(self._frame)]
        return ", ".join(said if name == "wires" else map(notice_words, self._frame.notices))

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint the rule above."""
        ink.hairline(painter, self.look, 0, self.width(), self.look.px(1), "line")

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one part of the footer."""
        frame = self._frame
        if frame is None:
            return
        match name:
            case "pages":
                self._paint_pages(painter, frame)
            case "wires":
                if self._press.is_pressed(WIRES):
                    ink.panel(painter, self.look, rect.adjusted(0, self.look.px(4), 0, -self.look.px(4)), 12, "press")
                self._paint_wires(painter)
            case "language":
                self._paint_language(painter, str(face), rect)
            case _ if frame.notices:
                self._paint_notice(painter, frame.notices, rect)
            case _:
                paint_legend(painter, self.look, rect, self._middle_line, of_letters=frame.page == LETTERS)

    @property
    def _narrow(self) -> bool:
        return self.width() < self.look.px(NARROW_U)

    def _touched(self, name: str) -> None:
        frame = self._frame
        if name == LANGUAGE:
            self.language_touched.emit()
        if frame is None or name == LANGUAGE:
            return
        keys = [tab.key for tab in frame.tabs]
        if name in {NEXT, PREVIOUS}:
            step = 1 if name == NEXT else -1
            name = keys[(keys.index(frame.page) + step) % len(keys)] if frame.page in keys else keys[0]
        self.page_chosen.emit(SOURCES if name == WIRES else name)

    def _lay_out(self) -> None:
        frame = self._frame
        if frame is None:
            return
        self._leafs = False
        places = self._arranged(frame)
        if frame.notices and places["middle"].width() < self._notice_room(frame.notices):
            self._leafs = True
            places = self._arranged(frame)
        self.put_places(places)
        self.put_faces(
            {
                "pages": (frame.tabs, frame.page, frame.dwell),
                "middle": frame.notices,
                "wires": wires_of(frame),
                "language": _language_words(),
            }
        )
        self._press.show_targets(self._targets(frame))

    def _take_age(self, frame: Frame) -> bool:
        """Show another age of the line's signal; False where more moves for it than that."""
        line, wires = self._lines[0], wires_of(frame)
        if line.wires[1:] != wires[1:] or self._wires_width(wires, line.size_u) != line.width:
            return False
        self._lines = (replace(line, wires=wires),)
        self._faces["wires"] = wires
        self.update(next(self._wire_places())[-1].toAlignedRect())
        self.tell_changed()
        return True

    def _arranged(self, frame: Frame) -> dict[str, QRectF]:
        """Return the places of all parts, with the connections as large as they fit."""
        free = self.width() - self._pages_right(frame) - self.look.px(MARGIN_U + 40) - self._language_width
        if frame.notices and not self._narrow:
            free -= self._notice_room(frame.notices)
        self._lines = self._wire_lines(wires_of(frame), free)
        return self._find_places(frame)

    def _find_places(self, frame: Frame) -> dict[str, QRectF]:
        px, width, tall = self.look.px, float(self.width()), float(self.height())
        margin, top = px(MARGIN_U), px(2)
        pages, alone = self._pages_right(frame), len(self._lines) == 1
        left = min(self._wires_right(line) - line.width for line in self._lines)
        language = {"language": self._language_place()}
        if not self._narrow:
            middle = QRectF(pages + px(21.5), top, max(0.0, left - pages - px(40)), tall - top)
            return {
                "pages": QRectF(0, top, pages + px(4), tall - top),
                "wires": QRectF(left, top, self._wires_right(self._lines[-1]) - left, tall - top),
                "middle": middle,
                **language,
            }
        row = self._below - px(18)
        places = {"pages": QRectF(0, row, pages + px(4), tall - row)}
        if alone:
            places["middle"] = QRectF(margin - px(13), top, width - 2 * margin + px(26), row - top)
            places["wires"] = QRectF(left, row, self._wires_right(self._lines[-1]) - left, tall - row)
        else:
            places["wires"] = QRectF(left, top, width - left, tall - top)
        return places | language

    @property
    def _language_width(self) -> float:
        """Return what the language takes at the right, with the space before it."""
        return self.look.px(GLOBE_U + 8 + 25) + ink.text_width(self.look, _language_words(), 20, 600)

    def _language_place(self) -> QRectF:
        """Return where the language is told and touched: to the very edge of the screen."""
        px, width, tall = self.look.px, float(self.width()), float(self.height())
        top = self._below - px(18) if self._narrow else px(2)
        left = width - px(MARGIN_U) - self._language_width + px(12)
        return QRectF(left, top, width - left, tall - top)

    def _wires_right(self, line: Line) -> float:
        """Return where a line of connections ends: before the language, unless it stands above it."""
        above = len(self._lines) > 1 and line is self._lines[0]
        return self.width() - self.look.px(MARGIN_U) - (0.0 if above else self._language_width)

    def _page_name(self, frame: Frame) -> str:
        return next((tab.name for tab in frame.tabs if tab.key == frame.page), "")

    def _pages_right(self, frame: Frame) -> float:
        """Return where the name of the page ends."""
        name = ink.text_width(self.look, self._page_name(frame), 22, 600)
        return self._dots_right(frame) + self.look.px(21) + name

    def _dots_right(self, frame: Frame) -> float:
        return self._dots(frame)[-1][1].right() if frame.tabs else self.look.px(MARGIN_U)

    def _dots(self, frame: Frame) -> list[tuple[str, QRectF]]:
        """Return each page's key and dot, left to right."""
        px, x, middle = self.look.px, self.look.px(MARGIN_U), self._below
        gap = max(px(DOT_GAP_U), self._pitch - px(DOT_U)) if self._has_room_for_dots(frame) else px(DOT_GAP_U)
        dots = []
        for tab in frame.tabs:
            width = px(DOT_NOW_U if tab.key == frame.page else DOT_U)
            dots.append((tab.key, QRectF(x, middle - px(DOT_U) / 2, width, px(DOT_U))))
            x += width + gap
        return dots

    @property
    def _pitch(self) -> float:
        """Return how far apart dots are that a finger can tell apart."""
        return self._finger.screen.px(LEAST_MM)

    def _has_room_for_dots(self, frame: Frame) -> bool:
        """Tell whether each page can have a dot to touch."""
        return not self._leafs and len(frame.tabs) * self._pitch <= self.width() * DOTS_SHARE

    def _targets(self, frame: Frame) -> list[Target]:
        """Return the places that choose a page: the space around each dot, and the name for the next one."""
        place, language = self.place_of("pages"), self.place_of("language")
        last: list[Target] = []
        if language is not None:
            rect = QRectF(language.left(), 0, language.width(), self.height())
            last.append(Target(name=LANGUAGE, rect=rect, label=translate("board", "Language")))
        last += self._wires_target(frame)
        if place is None or len(frame.tabs) < 2:
            return last
        dots, names = self._dots(frame), {tab.key: tab.name for tab in frame.tabs}
        half = (dots[1][1].left() - dots[0][1].right()) / 2
        right = dots[-1][1].right() + half
        after = QRectF(right, 0, max(place.right(), right + self._pitch) - right, self.height())
        following = Target(name=NEXT, rect=after, label=translate("board", "Next page"))
        if not self._has_room_for_dots(frame):
            before = QRectF(0, 0, right, self.height())
            return [Target(name=PREVIOUS, rect=before, label=translate("board", "Previous page")), following, *last]
        targets = []
        for key, dot in dots:
            left = 0.0 if key == dots[0][0] else dot.left() - half
            rect = QRectF(left, 0, dot.right() + half - left, self.height())
            targets.append(Target(name=key, rect=rect, label=names[key], chosen=key == frame.page))
        return [*targets, following, *last]

    def _wires_target(self, frame: Frame) -> list[Target]:
        """Return the way from the connections to the page of sources, where they stand beside the language."""
        place, name = self.place_of("wires"), next((tab.name for tab in frame.tabs if tab.key == SOURCES), None)
        if place is None or name is None or len(self._lines) > 1 or self._narrow:
            return []
        left = min(place.left(), place.right() - self._pitch)
        rect = QRectF(left, 0, place.right() - left, self.height())
        return [Target(name=WIRES, rect=rect, label=name, chosen=frame.page == SOURCES)]

    def _wire_lines(self, wires: tuple[Wire, ...], width: float) -> tuple[Line, ...]:
        """Return the connections as large as they fit: loud, then small, then in two lines or in fewer words."""
        sizes = (24.0, 20.0) if any(wire.loud for wire in wires) else (20.0,)
        for size in sizes:
            if (taken := self._wires_width(wires, size)) <= width:
                return (Line(wires, size, taken),)
        if not self._narrow or (self._frame is not None and self._frame.notices):
            short = tuple(wire.shortened() for wire in wires)
            return (Line(short, 20.0, self._wires_width(short, 20.0)),)
        first, second = wires[:-1], wires[-1:]
        size = 24.0 if self._wires_width(first, 24.0) <= self.width() - 2 * self.look.px(MARGIN_U) else 20.0
        return tuple(Line(part, size, self._wires_width(part, size)) for part in (first, second))

    def _wires_width(self, wires: tuple[Wire, ...], size: float) -> float:
        gaps = self.look.px(25 if size < 24 else 36) * (len(wires) - 1)
        return gaps + sum(self._wire_width(wire, size) for wire in wires)

    def _wire_width(self, wire: Wire, size: float) -> float:
        weight = 700 if wire.loud else 500
        return ink.text_width(self.look, wire.words, size, weight) + self.look.px(34 if size < 24 else 40)

    def _paint_pages(self, painter: QPainter, frame: Frame) -> None:
        px = self.look.px
        painter.setPen(Qt.PenStyle.NoPen)
        for key, dot in self._dots(frame):
            painter.setBrush(self.look.colour("text" if key == frame.page else "line2"))
            painter.drawRoundedRect(dot, dot.height() / 2, dot.height() / 2)
            if key == frame.page and frame.dwell is not None:
                self._paint_dwell(painter, dot, float(frame.dwell))
        base = self._below + px(8)
        ink.text(painter, self.look, self._dots_right(frame) + px(21), base, self._page_name(frame), 22, 600, "text2")

    def _paint_dwell(self, painter: QPainter, dot: QRectF, passed: float) -> None:
        """Paint over what is left of the time of a page that turns by itself."""
        left = QRectF(dot.left() + dot.width() * passed, dot.top(), dot.width() * (1 - passed), dot.height())
        painter.save()
        painter.setClipRect(left, Qt.ClipOperation.IntersectClip)
        painter.setBrush(self.look.colour("text3"))
        painter.drawRoundedRect(dot, dot.height() / 2, dot.height() / 2)
        painter.restore()

    def _notice_room(self, notices: tuple[NoticeLine, ...]) -> float:
        """Return the width that the gravest notice takes, within bounds."""
        wanted = ink.text_width(self.look, gravest_words(notices), 22, 600) + self.look.px(54)
        return max(self.look.px(NOTICE_U), min(wanted, self.width() * NOTICE_SHARE))

    def _paint_notice(self, painter: QPainter, notices: tuple[NoticeLine, ...], rect: QRectF) -> None:
        px, middle, said = self.look.px, self._middle_line, gravest_words(notices)
        x = rect.left() + px(13)
        ink.icon(painter, self.look, "alert", QRectF(x, middle - px(15), px(30), px(30)), "watchLine", 2.6)
        ink.text(painter, self.look, x + px(40), middle + px(8), said, 22, 600, max_width=rect.right() - x - px(40))

    def _paint_language(self, painter: QPainter, words: str, rect: QRectF) -> None:
        look, px = self.look, self.look.px
        middle = self._below
        if self._press.is_pressed(LANGUAGE):
            ink.panel(painter, look, rect.adjusted(0, px(4), -px(8), -px(4)), 12, "press")
        square = QRectF(rect.left() + px(13), middle - px(GLOBE_U / 2), px(GLOBE_U), px(GLOBE_U))
        ink.icon(painter, look, "globe", square, "text3")
        ink.text(painter, look, square.right() + px(8), middle + px(7.5), words, 20, 600, "text2")

    @property
    def _middle_line(self) -> float:
        """Return the middle of the legend's line."""
        return self._above if self._narrow else self._below

    @property
    def _above(self) -> float:
        """Return the middle of the upper of two lines."""
        return self._below - self.look.px(39)

    @property
    def _below(self) -> float:
        """Return the middle of the only line, or the lower of two; a taller footer has them in its middle."""
        px, tall = self.look.px, float(self.height())
        return (tall - px(NARROW_FOOTER_U)) / 2 + px(64) if self._narrow else (tall - px(FOOTER_U)) / 2 + px(30)

    def _paint_wires(self, painter: QPainter) -> None:
        for wire, size, middle, place in self._wire_places():
            if self.is_dirty(place):
                self._paint_wire(painter, wire, size, place.left(), middle)

    def _wire_places(self) -> Iterator[tuple[Wire, float, float, QRectF]]:
        """Yield each connection with its size, its middle line and its place."""
        px = self.look.px
        middles = [self._above, self._below] if len(self._lines) > 1 else [self._below]
        for line, middle in zip(self._lines, middles, strict=True):
            x = self._wires_right(line) - line.width
            for wire in line.wires:
                width = self._wire_width(wire, line.size_u)
                yield wire, line.size_u, middle, QRectF(x, middle - px(18), width, px(36))
                x += width + px(25 if line.size_u < 24 else 36)

    def _paint_wire(self, painter: QPainter, wire: Wire, size: float, x: float, middle: float) -> None:
        px, weight = self.look.px, 700 if wire.loud else 500
        side, token = px(26 if size < 24 else 30), _token(wire)
        ink.icon(painter, self.look, wire.icon, QRectF(x, middle + px(1) - side / 2, side, side), wire.token)
        base = middle + px(8.1 if size < 24 else 8.5)
        ink.text(painter, self.look, x + side + px(8 if size < 24 else 10), base, wire.words, size, weight, token)


def _language_words() -> str:
    """Return the language that is spoken by its tag: DE."""
    return spoken().partition("-")[0].upper()


def _token(wire: Wire) -> Token:
    return "text" if wire.loud else "text3"
