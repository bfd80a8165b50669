"""Touches on letters: a finger snaps to the nearest day, arrows walk the days of a letter's logical grid."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.finger import Finger
from widgets.press import Press, Target

Walk = Callable[[str, int, int], str | None]
"""The target one step right and down of another, or None to leave it to the places on the screen."""
Find = Callable[[QPointF], str | None]
"""The target at a place."""


class DayPress(Press):
    """Touches of targets that are no rectangles and lie on a grid of their own."""

    def __init__(self, widget: QWidget, finger: Finger, *, find: Find, walk: Walk) -> None:
        super().__init__(widget, finger)
        self._find: Final = find
        self._walk: Final = walk

    @override
    def _target_at(self, place: QPointF) -> tuple[Target | None, float]:
        """Return the target that is meant by a touch at a place."""
        name = self._find(place)
        return (None, 0.0) if name is None else (self._targets.get(name), 0.0)

    @override
    def _towards(self, right: int, down: int) -> str:
        """Return the target one step away."""
        here = self._focused
        if here is not None and self._by_keyboard:
            return self._walk(here, right, down) or here
        return super()._towards(right, down)
