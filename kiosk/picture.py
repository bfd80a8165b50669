"""Paints a board into a picture; no display needed."""

from datetime import datetime

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from board.plant.plant import Plant
from board.views.sicb import Sicb, SicbLines
from board.views.sqcdp import Sqcdp
from kiosk.frame import frame_of
from kiosk.pages import tabs_of
from kiosk.wish import LETTERS, LINES, SICB
from themes.theme import load_theme
from widgets.board import Board
from widgets.finger import Finger, Screen

USUAL_IN = 55.0


def paint_board(
    view: Sicb | SicbLines | Sqcdp, plant: Plant, *, theme: str, now: datetime, size: tuple[int, int]
) -> QImage:
    """Return the board as it would stand on a screen of that size in pixels."""
    QApplication.instance() or QApplication(["gembaboard"])
    board = Board(load_theme(theme), Finger(Screen.of(*size, USUAL_IN)))
    try:
        board.resize(*size)
        page = SICB if isinstance(view, Sicb) else LETTERS if isinstance(view, Sqcdp) else LINES
        age_s = view.freshness.age_s(now)
        board.show_frame(frame_of(view, page=page, tabs=tabs_of(plant), now=now, age_s=age_s, waiting=0))
        if isinstance(view, Sicb):
            board.show_sicb(view)
        elif isinstance(view, Sqcdp):
            board.show_sqcdp(view)
        else:
            board.show_lines(view)
        picture = QPixmap(*size)
        board.render(picture)
        return picture.toImage()
    finally:
        board.deleteLater()
