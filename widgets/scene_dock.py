"""What can come up over a page, or be under a finger: sheets, pads, bars and pressed cells, opened as a touch would."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from board.plant.span import Span
from board.views.page import View
from board.views.sicb import ReasonTile, Sicb
from widgets.footer import Footer
from widgets.header import Header
from widgets.place import Place
from widgets.press import Press
from widgets.scene_shift import NODE, at
from widgets.surface import Surface
from widgets.tap_book import Tap, TapKind

if TYPE_CHECKING:
    from widgets.board import Board

LONG: Final = "Etikettiermaschine hinten links, Vorschub der Schutzfolie klemmt"
REFUSAL: Final = "Not saved: the disk is full. Somebody has to make room on it first."
SAVED: Final = "Saved: Quality, Wed 18 Nov, scrap 64 cases"
"""Sentences that a board is handed as they are."""
MISSED: Final = Span(at(8), at(10))
RUNNING: Final = Span(at(10), at(12))
CAPS: Final = Tap(kind=TapKind.MISS, node=NODE, span=MISSED, reason="caps", quantity=57, name="No caps", unit="cases")
MORE: Final = tuple(
    ReasonTile(code=code, name=name, icon="labeller")
    for code, name in (("jam", "Labeller jam"), ("roll", "Label roll empty"), ("skew", "Label skew"))
)
PEOPLE: Final = (*((f"p{number}", f"R. Patel-Oberhauser {number}") for number in range(12)),)
PLACES: Final = (
    *(Place(node=f"line-{number}", name=f"Line {number}", within="Filling and packing") for number in range(20)),
)


class Opened(NamedTuple):
    """A scene, what is opened over it, and where that takes it, another view."""

    over: str
    open: Callable[["Board"], None]
    view: Callable[[View], View] | None = None


def _more_tiles(view: View) -> View:
    """Return a view in which the first reason has others behind it."""
    if not isinstance(view, Sicb):
        return view
    return replace(view, tiles=(replace(view.tiles[0], more=MORE), *view.tiles[1:]))


def _long_tiles(view: View) -> View:
    if not isinstance(view, Sicb):
        return view
    return replace(view, tiles=tuple(replace(tile, name=LONG) for tile in view.tiles))


def _by_hand(view: View) -> View:
    return replace(view, counted_by_hand=True) if isinstance(view, Sicb) else view


def _reasons(board: "Board") -> None:
    board.docks.touch_interval(MISSED)


def _second_level(board: "Board") -> None:
    _reasons(board)
    board.docks.sheet.act_on("tile labeller")


def _refused(board: "Board") -> None:
    _reasons(board)
    board.docks.sheet.show_refusal(REFUSAL)


def _saving(board: "Board") -> None:
    _reasons(board)
    board.docks.sheet.act_on("tile caps")


def _number_pad(board: "Board") -> None:
    board.docks.touch_interval(RUNNING)
    for key in "1234":
        board.docks.pad.act_on(key)


def _tray(board: "Board") -> None:
    board.docks.touch_tray()


def _given_reasons(board: "Board") -> None:
    board.show_people(PEOPLE)
    board.docks.touch_interval(MISSED)


def _one_reason(board: "Board") -> None:
    _given_reasons(board)
    board.docks.panel.act_on("part caps-57")


def _who(board: "Board") -> None:
    _one_reason(board)
    board.docks.panel.act_on("field actor")


def _comment(board: "Board") -> None:
    _one_reason(board)
    board.docks.panel.act_on("field comment")


def _undo(board: "Board") -> None:
    board.show_saved("caps-57", CAPS, at(11, 42, 39))


def _not_saved(board: "Board") -> None:
    board.show_refused("Not saved: the disk is full.", CAPS)


def _places(board: "Board") -> None:
    board.show_places(PLACES)
    board.findChildren(Header)[0].path_touched.emit()


def _tongues(board: "Board") -> None:
    board.findChildren(Footer)[0].language_touched.emit()


def _ladder(board: "Board") -> None:
    board.pages.letter.docks.open_enter()


def _figure_pad(board: "Board") -> None:
    board.pages.letter.docks.open_enter()
    board.pages.letter.docks.panels.sheet.act_on("measure scrap")


def _page_saved(board: "Board") -> None:
    board.pages.letter.docks.panels.bar.show_saved(SAVED, "entry", more=LONG)


def _pressed_row(board: "Board") -> None:
    hold(board.pages.grid, f"row {at(8).isoformat()}")


def _pressed_reason(board: "Board") -> None:
    _reasons(board)
    hold(board.docks.sheet, "tile caps")


def _pressed_day(board: "Board") -> None:
    hold(board.pages.letters, "3:day:6")


def _ring_on_day(board: "Board") -> None:
    hold(board.pages.letters, "1:day:11", down=False)


def _pressed_month(board: "Board") -> None:
    hold(board.pages.bowling, "kpi:near-misses:3")


def hold(surface: Surface, name: str, *, down: bool = True) -> None:
    """Let the keyboard go to a target of a surface, and hold it down."""
    surface.window().grab(QRect(0, 0, 1, 1))  # only now everything has its place
    press = next(child for child in surface.children() if isinstance(child, Press))
    if press.rect_of(name) is None:
        raise KeyError(name)
    press.focus(name)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return)[: 1 + down]:
        QApplication.sendEvent(surface, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


OPENED: Final[Mapping[str, Opened]] = {
    "second_level": Opened("normal", _second_level, _more_tiles),
    "long_reasons": Opened("long_names", _reasons, _long_tiles),
    "refused": Opened("normal", _refused),
    "saving": Opened("normal", _saving),
    "number_pad": Opened("normal", _number_pad, _by_hand),
    "tray_list": Opened("half_hours", _tray),
    "given_reasons": Opened("all_explained", _given_reasons),
    "one_reason": Opened("all_explained", _one_reason),
    "who": Opened("all_explained", _who),
    "comment": Opened("all_explained", _comment),
    "undo": Opened("all_explained", _undo),
    "not_saved": Opened("normal", _not_saved),
    "places": Opened("normal", _places),
    "tongues": Opened("normal", _tongues),
    "ladder": Opened("letter_safety", _ladder),
    "figure_pad": Opened("letter_corrected", _figure_pad),
    "page_saved": Opened("letter", _page_saved),
    "pressed_row": Opened("normal", _pressed_row),
    "pressed_reason": Opened("normal", _pressed_reason),
    "pressed_day": Opened("letters", _pressed_day),
    "ring_on_day": Opened("letters", _ring_on_day),
    "pressed_month": Opened("bowling", _pressed_month),
}
"""Each with the scene that lies under it."""
