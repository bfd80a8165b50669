"""Every wall there is: each scene, and each dock that can come up over one, on a screen of that size and diagonal."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from board.views.letter import LetterPage
from board.views.sicb import Sicb
from tests.widgets.geometry import names_in
from tests.widgets.shift import MISSED, NODE, RUNNING, all_explained, shift
from themes.theme import load_theme
from widgets.board import Board
from widgets.dock import Pace
from widgets.finger import Finger, Screen
from widgets.gallery import show_scene
from widgets.place import Place
from widgets.scene import SCENES
from widgets.tap_book import Tap, TapKind

LONG: Final = "Etikettiermaschine hinten links, Vorschub der Schutzfolie klemmt"
CAPS: Final = Tap(kind=TapKind.MISS, node=NODE, span=MISSED, reason="caps", quantity=57, name="No caps", unit="cases")
PEOPLE: Final = (*((f"p{number}", f"R. Patel-Oberhauser {number}") for number in range(12)),)
PLACES: Final = (
    *(Place(node=f"line-{number}", name=f"Line {number}", within="Filling and packing") for number in range(20)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A board as it stands, and every name that its people gave."""

    name: str
    board: Board
    data: frozenset[str]


def _sheet(board: Board) -> None:
    board.show_page(shift())
    board.docks.touch_interval(MISSED)


def _second_level(board: Board) -> None:
    _sheet(board)
    board.docks.sheet.act_on("tile labeller")


def _long_reasons(board: Board) -> None:
    view = SCENES["long_names"]().view
    assert isinstance(view, Sicb)
    tiles = tuple(replace(tile, name=LONG) for tile in view.tiles)
    board.show_page(replace(view, tiles=tiles))
    board.docks.touch_interval(view.intervals[1].span)


def _refused(board: Board) -> None:
    _sheet(board)
    board.docks.sheet.show_refusal("Not saved: the disk is full. Somebody has to make room on it first.")


def _pad(board: Board) -> None:
    board.show_page(shift(by_hand=True))
    board.docks.touch_interval(RUNNING)
    for key in "1234":
        board.docks.pad.act_on(key)


def _tray(board: Board) -> None:
    view = SCENES["half_hours"]().view
    board.show_page(view)
    board.docks.touch_tray()


def _details(board: Board) -> None:
    board.show_people(PEOPLE)
    board.show_page(shift(all_explained()))
    board.docks.touch_interval(MISSED)


def _one_detail(board: Board) -> None:
    _details(board)
    board.docks.panel.act_on("part entry-caps")


def _who(board: Board) -> None:
    _one_detail(board)
    board.docks.panel.act_on("field actor")


def _comment(board: Board) -> None:
    _one_detail(board)
    board.docks.panel.act_on("field comment")


def _undo(board: Board) -> None:
    board.show_page(shift())
    board.show_saved("entry-caps", CAPS)


def _not_saved(board: Board) -> None:
    board.show_page(shift())
    board.show_refused("Not saved: the disk is full.", CAPS)


def _places(board: Board) -> None:
    board.show_places(PLACES)
    board._path_touched()


def _figure(board: Board) -> None:
    page = _letter(board, "letter_corrected")
    board.pages.letter.docks.open_enter()
    board.pages.letter.docks.panels.sheet.act_on(f"measure {page.enterable[0].measure}")


def _ladder(board: Board) -> None:
    _letter(board, "letter_safety")
    board.pages.letter.docks.open_enter()


def _page_saved(board: Board) -> None:
    _letter(board, "letter")
    board.pages.letter.docks.panels.bar.show_saved("Saved: Quality, Wed 18 Nov, scrap 64 cases", "entry", more=LONG)


def _letter(board: Board, scene: str) -> LetterPage:
    view = SCENES[scene]().view
    assert isinstance(view, LetterPage)
    board.show_page(view)
    return view


DOCKS: Final[Mapping[str, Callable[[Board], None]]] = {
    "reasons": _sheet,
    "second_level": _second_level,
    "long_reasons": _long_reasons,
    "refused": _refused,
    "number_pad": _pad,
    "tray_list": _tray,
    "given_reasons": _details,
    "one_reason": _one_detail,
    "who": _who,
    "comment": _comment,
    "undo": _undo,
    "not_saved": _not_saved,
    "places": _places,
    "figure_pad": _figure,
    "ladder": _ladder,
    "page_saved": _page_saved,
}
WALLS: Final = (*SCENES, *DOCKS)


@contextmanager
def wall(name: str, size: QSize, diagonal_in: float = 55.0, theme: str = "dark") -> Iterator[Wall]:
    """Put a scene, or a dock over a scene, on a board of that size in pixels; nothing on it moves."""
    board = Board(load_theme(theme), Finger(Screen.of(size.width(), size.height(), diagonal_in)), pace=Pace(slide_ms=0))
    try:
        board.resize(size)
        scene = SCENES[name if name in SCENES else "normal"]()
        show_scene(board, scene)
        if name in DOCKS:
            DOCKS[name](board)
        board.show()
        views = [page._view for page in board.pages]
        yield Wall(name=name, board=board, data=names_in((scene, views, PEOPLE, PLACES, LONG)))
    finally:
        board.hide()
        board.deleteLater()
        QCoreApplication.sendPostedEvents(board, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
