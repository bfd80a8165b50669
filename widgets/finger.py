"""The one finger on a screen: in millimetres, by rules, and never two at a time."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from themes.token import HOLD_S, PRESS_OUT_MS, SECOND_TOUCH_S

MM_PER_INCH: Final = 25.4
REFERENCE_IN: Final = 32.0
"""Below this diagonal the docks grow."""
LEAST_MM: Final = 20.0
"""Nothing that is touched is smaller, but for cells that snap to the nearest."""
KEY_MM: Final = 22.0
MAIN_MM: Final = (40.0, 25.0)
"""Width and height of what does a job: a reason, save, undo, the way back."""
APART_MM: Final = 6.0
"""Between two of those."""

Clock = Callable[[], float]
"""Seconds of a clock that only goes forward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How large things are on the glass; from the diagonal in the settings, since a television reports it wrongly."""

    mm_per_px: float
    diagonal_in: float = 55.0

    @classmethod
    def of(cls, width_px: float, height_px: float, diagonal_in: float) -> "Screen":
        """Return the screen of so many pixels (as widgets count them) across a diagonal in inches."""
        return cls(mm_per_px=diagonal_in * MM_PER_INCH / math.hypot(width_px, height_px), diagonal_in=diagonal_in)

    def px(self, mm: float) -> float:
        """Return millimetres on the glass in pixels."""
        return mm / self.mm_per_px

    def mm(self, px: float) -> float:
        """Return pixels in millimetres on the glass."""
        return px * self.mm_per_px

    def in_u(self, mm: float, u: float) -> float:
        """Return millimetres on the glass in layout units of so many pixels; 0 where there is no size yet."""
        return self.px(mm) / u if u > 0 else 0.0

    def grown(self, rect: QRectF, mm: float = LEAST_MM) -> QRectF:
        """Return a place with so much around it that a finger finds it; nothing above or left of the widget."""
        wide, tall = max(rect.width(), self.px(mm)), max(rect.height(), self.px(mm))
        left = max(min(0.0, rect.left()), rect.center().x() - wide / 2)
        top = max(min(0.0, rect.top()), rect.center().y() - tall / 2)
        return QRectF(left, top, wide, tall)

    @property
    def dock_growth(self) -> float:
        """Return by how much docks are taller than on a 32 inch screen, 1 or more."""
        return max(1.0, REFERENCE_IN / self.diagonal_in)


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchRule:
    """What counts as a touch. A contact wider than `palm_mm` is a resting palm; a thick glove stays below it."""

    slop_mm: float = 6.0  # a release this far outside the target still counts
    palm_mm: float = 45.0
    same_place_mm: float = 20.0  # a bounce comes down no further off than this
    guard_s: float = SECOND_TOUCH_S
    hold_s: float = HOLD_S
    stuck_s: float = 10.0  # a touch whose end was never heard keeps others out no longer than this
    mouse_after_touch_s: float = 0.7  # what looks like a mouse this soon after a touch is its echo
    press_out_ms: int = PRESS_OUT_MS


class Finger(QObject):
    """Who holds the finger and where it last acted; shared by everything touchable on one screen."""

    stirred = Signal()
    """Somebody touched, clicked or typed anything."""

    def __init__(
        self,
        screen: Screen,
        *,
        rule: TouchRule | None = None,
        clock: Clock = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self.rule: Final = rule or TouchRule()
        self.clock: Final = clock
        self._holder: object | None = None
        self._held_at = -math.inf
        self._acted: tuple[object, float, QPointF] | None = None
        self._touched_at = -math.inf

    def stir(self, *, by_touch: bool) -> None:
        """Note that somebody is there."""
        if by_touch:
            self._touched_at = self.clock()
        self.stirred.emit()

    def take(self, holder: object) -> bool:
        """Give the finger to a holder; False while another one has it, unless that one's touch has no end."""
        if self._holder is not holder and self._is_held:
            return False
        self._holder, self._held_at = holder, self.clock()
        return True

    def give_back(self, holder: object) -> None:
        """Let the next one have the finger."""
        if getattr(self, "_holder", None) is holder:  # what Python let go of, Qt may still send events to
            self._holder = None

    def act(self, target: object, place: QPointF) -> None:
        """Note what was touched, and where on the screen in pixels."""
        self._acted = (target, self.clock(), QPointF(place))

    def bounces(self, target: object, place: QPointF, guard_s: float) -> bool:
        """Tell whether a new touch is only the echo of the last: same target or same place, within the guard."""
        if self._acted is None:
            return False
        last, at, where = self._acted
        if self.clock() - at >= guard_s:
            return False
        apart = self.screen.mm(math.hypot(place.x() - where.x(), place.y() - where.y()))
        return last == target or apart <= self.rule.same_place_mm

    def mouse_is_echo(self) -> bool:
        """Tell whether a mouse event now can only be what the system made of a touch."""
        return self._is_held or self.clock() - self._touched_at < self.rule.mouse_after_touch_s

    @property
    def _is_held(self) -> bool:
        return self._holder is not None and self.clock() - self._held_at < self.rule.stuck_s
