"""Paints a board into a picture; no display needed."""

from datetime import datetime

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from board.plant.plant import Plant
from board.views.page import View
from kiosk.frame import Age, frame_of, in_steps, stage_of
from kiosk.pages import tab_of, tabs_of
from kiosk.wish import LETTER, Wish
from themes.theme import load_theme
from widgets.board import Board
from widgets.finger import Finger, Screen
from widgets.language import take
from widgets.topic import topic_of

USUAL_IN = 55.0


def paint_board(
    view: View,
    plant: Plant,
    *,
    page: str,
    theme: str,
    now: datetime,
    size: tuple[int, int],
    language: str | None = None,
) -> QImage:
    """Return the board as it would stand on a screen of that size in pixels, in the site's language or another.

    `page` is that of its wish.
    """
    QApplication.instance() or QApplication(["gembaboard"])
    take(language or plant.site.language)
    board = Board(load_theme(theme), Finger(Screen.of(*size, USUAL_IN)))
    try:
        board.resize(*size)
        age_s = view.freshness.age_s(now)
        tab = tab_of(Wish(page=page, node=view.node))
        tabs, topic = tabs_of(plant), topic_of(view)
        age = Age(stage_of(view.freshness, age_s), in_steps(age_s))
        board.show_frame(frame_of(view, age, page=tab, tabs=tabs, now=now, topic=topic))
        board.show_back(visible=page == LETTER)
        board.show_page(view)
        picture = QPixmap(*size)
        board.render(picture)
        return picture.toImage()
    finally:
        board.deleteLater()
