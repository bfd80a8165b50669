"""Every wall there is: each scene on a screen of that size and diagonal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from tests.widgets.geometry import names_in
from themes.theme import load_theme
from widgets import scene_script
from widgets.board import Board
from widgets.dock import Pace
from widgets.finger import Finger, Screen
from widgets.gallery import show_scene
from widgets.scene import SCENES
from widgets.scene_dock import LONG, PEOPLE, PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A board as it stands, and every name that its people gave."""

    name: str
    board: Board
    data: frozenset[str]


WALLS: Final = tuple(name for name in SCENES if not name.endswith(tuple(scene_script.NAMES)))
"""Names in other scripts have tests of their own."""


@contextmanager
def wall(name: str, size: QSize, diagonal_in: float = 55.0, theme: str = "dark") -> Iterator[Wall]:
    """Put a scene on a board of that size in pixels; nothing on it moves."""
    finger = Finger(Screen.of(size.width(), size.height(), diagonal_in), clock=float)  # 0.0 for ever: nothing closes
    board = Board(load_theme(theme), finger, pace=Pace(slide_ms=0))
    try:
        board.resize(size)
        scene = SCENES[name]()
        show_scene(board, scene)
        board.show()
        views = [page._view for page in board.pages]
        yield Wall(name=name, board=board, data=names_in((scene, views, PEOPLE, PLACES, LONG)))
    finally:
        board.hide()
        board.deleteLater()
        QCoreApplication.sendPostedEvents(board, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
