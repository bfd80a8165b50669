"""What can be touched on a screen: the real pages, laid out unseen at its size and measured."""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from widgets.board import Board
    from widgets.finger import Screen

PAGES: Final[Mapping[str, str]] = {
    "many_intervals": "the intervals of a line",
    "many_lines": "the intervals of several lines",
    "letters": "the letters",
    "letter": "a letter's own page",
    "bowling_many": "the bowling chart",
    "changes": "the changes",
    "miss": "the reasons of a miss",
    "changes_plan_form": "a change of the plan",
}
"""Examples with more on them than most plants have, and what they are of."""


def too_small_to_touch(size: tuple[int, int], diagonal_in: float) -> Iterator[str]:
    """Yield in sentences what a finger is too thick for on a screen of that size in pixels and diagonal in inches."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever the screens here are driven by
    from PySide6.QtCore import QCoreApplication, QEvent, QSize  # noqa: PLC0415 - a check without screen goes without
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from themes.theme import load_theme  # noqa: PLC0415 - as above
    from widgets.board import Board  # noqa: PLC0415 - as above
    from widgets.dock import Pace  # noqa: PLC0415 - as above
    from widgets.finger import LEAST_MM, Finger, Screen  # noqa: PLC0415 - as above
    from widgets.gallery import show_scene  # noqa: PLC0415 - as above
    from widgets.scene import SCENES  # noqa: PLC0415 - as above

    kept = QApplication.instance() or QApplication(["gembaboard"])
    screen = Screen.of(*size, diagonal_in)
    for scene, page in PAGES.items():
        board = Board(load_theme("dark"), Finger(screen), pace=Pace(slide_ms=0))
        board.resize(QSize(*size))
        show_scene(board, SCENES[scene]())
        board.show()  # on no screen: only then everything has its size
        least_mm = _smallest_mm(board, screen)
        board.hide()
        board.deleteLater()
        QCoreApplication.sendPostedEvents(board, QEvent.Type.DeferredDelete.value)
        if least_mm < LEAST_MM - 0.1:
            said = f"on this {diagonal_in:g}-inch screen the smallest thing to touch on {page} measures"
            yield f"{said} {least_mm:.1f} mm; a finger takes {LEAST_MM:g} mm"
    del kept


def _smallest_mm(board: "Board", screen: "Screen") -> float:
    """Return the shorter side of the smallest thing that is touched, but for cells that snap to the nearest."""
    from widgets.press import Press  # noqa: PLC0415 - as above

    targets = (
        target
        for press in board.findChildren(Press)
        if press.surface.isVisibleTo(board)
        for target in press.targets
        if not target.small
    )
    return min((screen.mm(min(target.rect.width(), target.rect.height())) for target in targets), default=float("inf"))
