"""A window that leafs through the example values: every state of the wall, theme, script and shape of screen."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from board.views.changes import Changes
from themes.theme import THEMES, load_theme
from widgets.board import Board
from widgets.changes_forms import Section
from widgets.dock import Pace
from widgets.finger import Finger, Screen
from widgets.language import languages, take
from widgets.scene import SCENES, Scene
from widgets.scene_dock import OPENED
from widgets.scene_script import NAMES, renamed
from widgets.words import spoken

WIDE: Final = QSize(1280, 720)
UPRIGHT: Final = QSize(540, 960)
USUAL_IN: Final = 55.0
STILL: Final = Pace(slide_ms=0)
README: Final[Mapping[str, str]] = {
    "sicb.png": "normal",
    "sicb_miss.png": "miss",
    "sicb_undo.png": "undo",
    "sqcdp.png": "letters",
    "letter.png": "letter",
    "bowling.png": "bowling",
    "sources.png": "sources_failing",
}
"""The pictures of the README, each with its scene."""
README_SIZE: Final = QSize(1920, 1080)


def show_scene(board: Board, scene: Scene) -> None:
    """Put example values on a board."""
    board.show_frame(scene.frame)
    board.show_page(scene.view)
    board.show_back(visible=scene.back)
    if scene.selected is not None:
        board.docks.touch_interval(scene.selected)
    if scene.panel and isinstance(scene.view, Changes):
        section, form = scene.panel
        if form:
            board.pages.changes.open_form(Section(section), form)
        else:
            board.pages.changes.open_section(Section(section))
    elif scene.panel:
        board.pages.letter.show_panel(*scene.panel)
    if scene.opened:
        OPENED[scene.opened].open(board)


def new_board(theme: str, size: QSize, clock: Callable[[], float] = time.monotonic) -> Board:
    """Return a board of that theme and size in pixels; nothing on it moves. `clock` counts its seconds of quiet."""
    finger = Finger(Screen.of(size.width(), size.height(), USUAL_IN), clock=clock)
    board = Board(load_theme(theme), finger, pace=STILL)
    board.resize(size)
    return board


def picture_of(name: str, size: QSize, theme: str = "dark") -> QImage:
    """Return a scene as it would stand on a screen of that size in pixels."""
    board = new_board(theme, size, clock=float)  # that is 0.0 for ever: no second passes while it is painted
    try:
        show_scene(board, SCENES[name]())
        picture = QPixmap(size)
        board.render(picture)
        return picture.toImage()
    finally:
        board.deleteLater()
        QCoreApplication.sendPostedEvents(board, QEvent.Type.DeferredDelete.value)


def render_all(folder: Path, size: QSize, theme: str, names: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Write a picture of every scene into a folder, or of those that are named by file, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for file, name in (names if names is not None else {f"{name}.png": name for name in SCENES}).items():
        path = folder / file
        picture_of(name, size, theme).save(str(path), quality=0)  # that is the fewest bytes
        paths.append(path)
    return tuple(paths)


class Gallery(QWidget):
    """One board; page up and page down leaf through scenes, T through themes, L languages, S scripts; R turns it."""

    def __init__(self, theme: str = "dark") -> None:
        super().__init__()
        self._names: Final = tuple(SCENES)
        self._script = ""
        self._number = 0
        self._theme = theme
        self._size = WIDE
        self._board: Board | None = None
        self._show()

    @property
    def scene(self) -> str:
        """Return the name of the scene that is up."""
        return self._names[self._number]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaf, change the theme, or turn the screen."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self._number = (self._number + 1) % len(self._names)
            case Qt.Key.Key_PageUp:
                self._number = (self._number - 1) % len(self._names)
            case Qt.Key.Key_T:
                self._theme = THEMES[(THEMES.index(self._theme) + 1) % len(THEMES)]
            case Qt.Key.Key_L:
                tags = [each.tag for each in languages()]
                take(tags[(tags.index(spoken()) + 1) % len(tags)] if spoken() in tags else tags[0])
            case Qt.Key.Key_S:
                scripts = ("", *NAMES)
                self._script = scripts[(scripts.index(self._script) + 1) % len(scripts)]
            case Qt.Key.Key_R:
                self._size = UPRIGHT if self._size == WIDE else WIDE
            case _:
                super().keyPressEvent(event)
                return
        self._show()

    def _show(self) -> None:
        """Build the board anew, so that nothing of the last scene stays."""
        if self._board is not None:
            self._board.hide()
            self._board.deleteLater()
        self._board = new_board(self._theme, self._size)
        self._board.setParent(self)
        self._board.language_chosen.connect(self._speak)
        self.resize(self._size)
        scene = SCENES[self.scene]()
        show_scene(self._board, renamed(scene, NAMES[self._script]) if self._script else scene)
        self._board.show()
        self.setWindowTitle(" · ".join(filter(None, (self.scene, self._theme, spoken(), self._script))))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _speak(self, tag: str) -> None:
        take(tag)
        self._show()


def open_gallery(theme: str, language: str) -> int:
    """Open the window and return its exit code once it is closed."""
    app = QApplication.instance() or QApplication(["widgets"])
    take(language)
    gallery = Gallery(theme)
    gallery.show()
    return app.exec()
