"""How long painting takes: a whole page at two sizes, and one cell that changed."""

import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from board.views.bowling import Bowling
from board.views.sicb import Sicb
from tests.bench.figure import Figure
from tests.bench.plan import Plan
from themes.qt import Look
from themes.theme import THEMES, load_theme
from themes.token import FOOTER_U, HEADER_U, PROGRESS_U
from widgets.board import Board
from widgets.bowling_chart import BowlingChart
from widgets.finger import Finger, Screen
from widgets.scene import normal
from widgets.scene_bowling import bowling

SIZES = (((1920, 1080), 16.7), ((3840, 2160), 33.0))
ROUNDS = 40
DIAGONAL_IN = 55.0


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield the median time of a full repaint for each size (its slowest theme) and of one changed cell."""
    app = QApplication.instance() or QApplication(["bench"])
    for size, most_ms in SIZES:
        repaints_ms, cells_ms = zip(*(_one(theme, size) for theme in THEMES), strict=True)
        where = f"at {size[0]}x{size[1]}"
        yield Figure(name=f"full repaint {where}", value=max(repaints_ms), unit="ms", most=most_ms)
        yield Figure(name=f"one changed cell {where}", value=max(cells_ms), unit="ms", most=2)
        repaints_ms, cells_ms = zip(*(_one_chart(theme, size) for theme in THEMES), strict=True)
        yield Figure(name=f"full repaint of the bowling chart {where}", value=max(repaints_ms), unit="ms", most=most_ms)
        yield Figure(name=f"one changed cell of it {where}", value=max(cells_ms), unit="ms", most=2)
    del app


def _one(theme: str, size: tuple[int, int]) -> tuple[float, float]:
    """Return the medians of both for one theme and size."""
    scene = normal()
    view = scene.view
    if not isinstance(view, Sicb):
        raise TypeError("the normal scene is that of one line")
    board = Board(load_theme(theme), Finger(Screen.of(*size, DIAGONAL_IN)))
    board.resize(*size)
    board.show_frame(scene.frame)
    board.show_page(view)
    board.show()
    _settle()
    repaints_ms = [_took_ms(board) for _ in range(ROUNDS)]
    cells_ms = [_cell_ms(board, _counted_on(view, extra)) for extra in range(1, ROUNDS + 1)]
    board.close()
    board.deleteLater()
    _settle()
    return statistics.median(repaints_ms), statistics.median(cells_ms)


def _one_chart(theme: str, size: tuple[int, int]) -> tuple[float, float]:
    """Return the medians of both for the bowling chart, below a header and above a footer."""
    view, u = bowling(), min(size) / 1080
    chart = BowlingChart(Look(load_theme(theme), u), Finger(Screen.of(*size, DIAGONAL_IN)))
    chart.resize(size[0], size[1] - round((HEADER_U + PROGRESS_U + FOOTER_U) * u))
    chart.show_bowling(view)
    chart.show()
    _settle()
    repaints_ms = [_took_ms(chart) for _ in range(ROUNDS)]
    cells_ms = []
    for extra in range(1, ROUNDS + 1):
        began_s = time.perf_counter()
        chart.show_bowling(_missed_by(view, extra))
        _settle()
        cells_ms.append((time.perf_counter() - began_s) * 1000)
    chart.close()
    chart.deleteLater()
    _settle()
    return statistics.median(repaints_ms), statistics.median(cells_ms)


def _missed_by(view: Bowling, extra: int) -> Bowling:
    """Return the view with another figure in the first month of the first KPI."""
    first = view.rows[0]
    cell = replace(first.cells[0], actual=Fraction(extra))
    row = replace(first, cells=(cell, *first.cells[1:]))
    return replace(view, rows=(row, *view.rows[1:]))


def _took_ms(board: QWidget) -> float:
    """Return the time of painting everything once."""
    for part in (board, *board.findChildren(QWidget)):
        part.update()
    began_s = time.perf_counter()
    _settle()
    return (time.perf_counter() - began_s) * 1000


def _cell_ms(board: Board, view: Sicb) -> float:
    """Return the time from a view in which one figure differs until that is painted."""
    began_s = time.perf_counter()
    board.show_page(view)
    _settle()
    return (time.perf_counter() - began_s) * 1000


def _counted_on(view: Sicb, extra: int) -> Sicb:
    """Return the view with another number in one cell of the first interval."""
    first = view.intervals[0]
    return replace(view, intervals=(replace(first, actual=(first.actual or 0) + extra), *view.intervals[1:]))


def _settle() -> None:
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
