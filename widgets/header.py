"""The top of every page: where we are, which shift, whether the picture is live, and a clock that proves it."""

from collections.abc import Hashable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.frame import Frame, only_age_differs
from board.views.freshness import Stage
from themes.qt import Look
from themes.token import HEADER_U, MARGIN_U, PROGRESS_U
from widgets import ink, words
from widgets.cell import CellSurface
from widgets.clock_face import ClockFace
from widgets.finger import Finger
from widgets.press import Press, Target
from widgets.words import translate

NARROW_U: Final = 1560.0
"""A page narrower than this is arranged as a portrait one."""
PLAIN_PAGE: Final = "sqcdp"
"""The page of letters says what it is without a name."""
NARROW_HEADER_U: Final = 126.0
BACK_U: Final = 148.0
PATH_BASE_U: Final = 52.0


class Header(CellSurface):
    """Path, page and unit, day and shift, freshness, clock with seconds, and the shift's progress as a hairline."""

    back_touched = Signal()
    path_touched = Signal()

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._frame: Frame | None = None
        self._back = False
        self._leads_on = False  # there is more than one node to go to
        self._passed = 0.0  # share of the shift
        self._clock = ClockFace(look, self)
        self._press = Press(self, finger)
        self._press.touched.connect(self._touched)
        self.setAccessibleName(self.title())

    def show_frame(self, frame: Frame) -> None:
        """Show another frame; only what differs is painted."""
        before, self._frame = self._frame, frame
        self._passed = float(frame.progress)
        if before is None or not self._differs_in_time_alone(before, frame):
            self._lay_out()
            self.setAccessibleDescription(_spoken(frame))
            return
        self._clock.show_time(words.clock(frame.clock, seconds=True))
        self.put_face("progress", self._progress_px(self._passed))
        self.put_face("freshness", (frame.stage, _fresh_words(frame)))
        if words.clock(frame.clock) != self.face_of("clock"):
            self.put_face("clock", words.clock(frame.clock))
            self.setAccessibleDescription(_spoken(frame))

    def show_clock(self, moment: datetime) -> None:
        """Show another second in the same frame; it costs no more than the figures that differ."""
        if self._frame is not None:
            self._clock.show_time(words.clock(moment, seconds=True), at_once=True)

    def show_back(self, visible: bool) -> None:
        """Show or hide the way back to the page above."""
        if visible != self._back:
            self._back = visible
            self._lay_out()

    def show_places(self, *, several: bool) -> None:
        """Let the path be touched where there are several nodes to go to."""
        if several != self._leads_on:
            self._leads_on = several
            self._lay_out()

    @override
    def title(self) -> str:
        return translate("board", "Header")

    @staticmethod
    def height_u(width_u: float) -> float:
        """Return how tall the header is, in u, on a page of that width in u."""
        return (NARROW_HEADER_U if width_u < NARROW_U else HEADER_U) + PROGRESS_U

    @override
    def arrange(self) -> None:
        """Work out where everything is."""
        self._lay_out()

    @override
    def words_of(self, name: str, face: Hashable) -> str:
        """Return a part of the header in words; the clock without its seconds, which would never stop."""
        frame = self._frame
        if frame is None:
            return ""
        said = {
            "path": " ".join(part for part in (", ".join(_names(frame)), self._subtitle(frame)) if part),
            "day": f"{words.day_text(frame.day)}, {_shift_words(frame)}",
            "freshness": _fresh_words(frame),
            "clock": words.clock(frame.clock),
        }
        return said.get(name, "")

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one part of the header."""
        frame = self._frame
        if frame is None:
            return
        match name:
            case "back":
                self._paint_back(painter, rect)
            case "path":
                self._paint_path(painter, frame, rect)
            case "day":
                self._paint_day(painter, frame, rect)
            case "freshness":
                self._paint_freshness(painter, frame, rect)
            case "progress":
                self._paint_progress(painter, rect)

    @property
    def clock(self) -> str:
        """Return what the clock shows."""
        return self._clock.said

    @property
    def _narrow(self) -> bool:
        return self.width() < self.look.px(NARROW_U)

    @property
    def _clock_size_u(self) -> float:
        return 56.0 if self._narrow else 50.0

    def _touched(self, name: str) -> None:
        (self.back_touched if name == "back" else self.path_touched).emit()

    def _lay_out(self) -> None:
        if self._frame is None:
            return
        self.put_places(self._find_places(self._frame))
        self._settle_clock(self._frame)
        self.put_faces(self._find_faces(self._frame))
        self._press.show_targets(self._find_targets())

    def _differs_in_time_alone(self, before: Frame, frame: Frame) -> bool:
        """Tell whether only time has passed, and everything stays in its place."""
        return only_age_differs(before, frame) and (
            before.age_s == frame.age_s or self._fresh_width(before) == self._fresh_width(frame)
        )

    def _settle_clock(self, frame: Frame) -> None:
        base = self._places["clock"].top() + self.look.px(61.5 if self._narrow else 58)
        self._clock.show_time(words.clock(frame.clock, seconds=True))
        self._clock.settle(self.look, self._places["clock"].right(), base, self._clock_size_u)

    def _find_targets(self) -> list[Target]:
        """Return what can be touched: over the whole height, so that a finger has room."""
        said = {"back": translate("board", "Back"), "path": translate("board", "Another board")}
        there = ["back", *(["path"] if self._leads_on else [])]
        places = {name: place for name in there if (place := self.place_of(name)) is not None}
        return [
            Target(name=name, rect=QRectF(place.left(), 0, place.width(), self.height()), label=said[name])
            for name, place in places.items()
        ]

    def _find_places(self, frame: Frame) -> dict[str, QRectF]:
        px, width = self.look.px, float(self.width())
        right, tall = width - px(MARGIN_U), px(NARROW_HEADER_U if self._narrow else HEADER_U)
        left = px(BACK_U) if self._back else px(MARGIN_U)
        clock_left = right - ink.text_width(self.look, "00:00:00", self._clock_size_u, 600)
        fresh_u = self._fresh_width(frame)
        day_width = sum(self._day_widths(frame))
        places = {"progress": QRectF(0, tall, width, self.height() - tall)}
        if self._back:
            places["back"] = QRectF(0, 0, px(BACK_U), tall)
        if self._narrow:
            row = px(68)
            places["clock"] = QRectF(clock_left, 0, right - clock_left, row)
            places["path"] = QRectF(left, 0, clock_left - px(20) - left, row)
            places["freshness"] = QRectF(right - fresh_u, row, fresh_u, tall - row)
            places["day"] = QRectF(left, row, min(day_width, right - fresh_u - px(20) - left), tall - row)
            return places
        fresh_right = clock_left - px(35)
        apart = 29 if _is_pill(frame) else 20
        day_right = min(fresh_right - px(155), fresh_right - fresh_u - px(apart))
        places["clock"] = QRectF(clock_left, 0, right - clock_left, tall)
        places["freshness"] = QRectF(fresh_right - fresh_u, 0, fresh_u, tall)
        places["day"] = QRectF(day_right - day_width, 0, day_width, tall)
        places["path"] = QRectF(left, 0, max(0.0, day_right - day_width - px(24) - left), tall)
        return places

    def _find_faces(self, frame: Frame) -> dict[str, Hashable]:
        return {
            "back": self._press.is_pressed("back"),
            "path": (frame.path, self._subtitle(frame), self._press.is_pressed("path")),
            "day": (frame.day, frame.shift, frame.starts, frame.ends),
            "freshness": (frame.stage, _fresh_words(frame)),
            "clock": words.clock(frame.clock),  # its figures paint themselves
            "progress": self._progress_px(self._passed),
        }

    def _progress_px(self, passed: float) -> int:
        """Return how far the hairline reaches for a share of the shift."""
        return round(passed * self.width())

    def _subtitle(self, frame: Frame) -> str:
        named = (tab.name for tab in frame.tabs if tab.key == frame.page != PLAIN_PAGE)
        name = next(named, "")
        parts = [part for part in (words.within_sentence(name), frame.unit, frame.topic) if part]
        return f"· {', '.join(parts)}" if parts else ""

    def _day_widths(self, frame: Frame) -> tuple[float, float]:
        """Return the widths of day (with its gap) and shift."""
        day = ink.text_width(self.look, words.day_text(frame.day), 26, 500) + self.look.px(18.5)
        return day, ink.text_width(self.look, _shift_words(frame), 26, 600)

    def _fresh_width(self, frame: Frame) -> float:
        pill = _is_pill(frame)
        text = ink.text_width(self.look, _fresh_words(frame), 24, 700 if pill else 500)
        return text + self.look.px(63 if pill else 27)

    def _paint_back(self, painter: QPainter, rect: QRectF) -> None:
        px = self.look.px
        button = QRectF(px(MARGIN_U), rect.center().y() - px(28), px(88), px(56))
        ink.panel(painter, self.look, button, 12, "press" if self._press.is_pressed("back") else "raised")
        side = px(36)
        ink.icon(
            painter,
            self.look,
            "back",
            QRectF(button.center().x() - side / 2, button.center().y() - side / 2, side, side),
            "text",
        )

    def _paint_path(self, painter: QPainter, frame: Frame, rect: QRectF) -> None:
        look, px = self.look, self.look.px
        base = rect.top() + px(PATH_BASE_U)
        if self._press.is_pressed("path"):
            ink.panel(painter, look, rect.adjusted(-px(12), px(8), 0, -px(8)), 12, "press")
        names, subtitle = self.fitting(frame)
        x = rect.left()
        for name in names[:-1]:
            x += ink.text(painter, look, x, base, name, 30, 500, "text3", max_width=rect.right() - x) + px(10)
            ink.icon(painter, look, "chev", QRectF(x, base - px(23), px(24), px(24)), "text3")
            x += px(35.7)
        x += ink.text(painter, look, x, base, names[-1], 30, 600, max_width=rect.right() - x)
        if subtitle:
            ink.text(painter, look, x + px(23), base, subtitle, 30, 500, "text2")

    def fitting(self, frame: Frame) -> tuple[list[str], str]:
        """Return the names and the subtitle that fit: the page goes first, then site and area, then its topic."""
        place = self.place_of("path")
        width = place.width() if place is not None else 0.0
        names = _names(frame)
        subtitle = self._subtitle(frame)

        def taken(names: list[str], subtitle: str) -> float:
            text = sum(ink.text_width(self.look, name, 30, 500) for name in names[:-1])
            text += ink.text_width(self.look, names[-1], 30, 600) + self.look.px(45.7) * (len(names) - 1)
            return text + (ink.text_width(self.look, subtitle, 30, 500) + self.look.px(23) if subtitle else 0)

        if taken(names, subtitle) > width:
            subtitle = f"· {frame.topic}" if frame.topic else ""
        while len(names) > 1 and taken(names, subtitle) > width:
            names = names[1:]
        return names, subtitle if taken(names, subtitle) <= width else ""

    def _paint_day(self, painter: QPainter, frame: Frame, rect: QRectF) -> None:
        base = rect.top() + self.look.px(35.5 if self._narrow else 50)
        before, _ = self._day_widths(frame)
        ink.text(painter, self.look, rect.left(), base, words.day_text(frame.day), 26, 500, "text2")
        x = rect.left() + before
        ink.text(painter, self.look, x, base, _shift_words(frame), 26, 600, max_width=rect.right() - x + 1)

    def _paint_freshness(self, painter: QPainter, frame: Frame, rect: QRectF) -> None:
        look, px = self.look, self.look.px
        said = _fresh_words(frame)
        base = rect.top() + px(36.5 if self._narrow else 50.3)
        middle = base - px(8.3)
        if _is_pill(frame):
            half = px(21 if self._narrow else 24)
            pill = QRectF(rect.left(), middle - half, rect.width(), 2 * half)
            ink.panel(painter, look, pill, 8, "text")
            ink.icon(painter, look, "clock", QRectF(pill.left() + px(12), middle - px(16), px(32), px(32)), "bg")
            ink.text(painter, look, pill.left() + px(51), base, said, 24, 700, "bg")
            return
        ink.text(painter, look, rect.right(), base, said, 24, 500, "text2", "right")
        dot = QRectF(rect.left(), middle - px(8), px(16), px(16))
        if frame.stage is Stage.LIVE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("goodLine"))
            painter.drawEllipse(dot)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.pen("text2", 3))
            painter.drawEllipse(dot.adjusted(px(1.5), px(1.5), -px(1.5), -px(1.5)))

    def _paint_progress(self, painter: QPainter, rect: QRectF) -> None:
        done = QRectF(rect.left(), rect.top(), rect.width() * self._passed, rect.height())
        painter.fillRect(rect, self.look.colour("line"))
        painter.fillRect(done, self.look.colour("text3"))


def _names(frame: Frame) -> list[str]:
    """Return where we are: site, area, line, as far as they are known."""
    return [name for name in (frame.path.site, frame.path.area, frame.path.line) if name is not None]


def _shift_words(frame: Frame) -> str:
    """Return the shift with its hours, or that there is none."""
    if frame.shift is None:
        return translate("board", "no shift")
    if frame.starts is None or frame.ends is None:
        return frame.shift
    return f"{frame.shift} {words.clock(frame.starts)}{words.EN_DASH}{words.clock(frame.ends)}"


def _fresh_words(frame: Frame) -> str:
    """Return what the freshness mark says."""
    if frame.stage is Stage.MISSING or frame.age_s is None:
        return translate("board", "no data yet")
    age = words.age_text(frame.age_s)
    said = {
        Stage.LIVE: translate("board", "live · {age}"),
        Stage.LATE: translate("board", "late · {age}"),
        Stage.STALE: translate("board", "data {age} old"),
    }
    return said[frame.stage].format(age=age)


def _is_pill(frame: Frame) -> bool:
    """Tell whether the age is so great that it stands inverted."""
    return frame.stage in {Stage.STALE, Stage.MISSING}


def _spoken(frame: Frame) -> str:
    """Return the header as one sentence for a screen reader; without the seconds, which would never stop."""
    return ", ".join([*_names(frame), words.day_text(frame.day), _shift_words(frame), words.clock(frame.clock)])
