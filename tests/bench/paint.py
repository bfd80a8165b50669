"""How long painting takes: each page in full at two sizes, and one cell or every row that changed.

The GUI thread's own processor time is what counts, on Qt's offscreen platform: it hardly depends on what else runs.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from board.views.bowling import Bowling, BowlingRow
from board.views.page import View
from board.views.sicb import Sicb
from tests.bench.figure import Figure
from tests.bench.plan import Plan
from themes.theme import THEMES, load_theme
from widgets.board import Board
from widgets.finger import Finger, Screen
from widgets.scene import SCENES, Scene

SIZES = (((1920, 1080), 16.7), ((3840, 2160), 33.0))
PAGES = {
    "intervals": "normal", "lines": "many_lines", "letters": "letters", "a letter": "letter", "KPIs": "bowling",
    "plan": "changes", "sources": "sources",
}  # fmt: skip
"""How the table names a page, and the scene that is as full as the page is on a working day."""
ROUNDS = 20
DIAGONAL_IN = 55.0


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield the median of each page's full repaint in the slowest theme, and of what changes on some, for each size."""
    app = QApplication.instance() or QApplication(["bench"])
    for size, most_ms in SIZES:
        where = f"at {size[0]}x{size[1]}"
        for name, scene in PAGES.items():
            value = max(_repaint_ms(SCENES[scene](), theme, size) for theme in THEMES)
            yield Figure(name=f"full repaint of {name} {where}", value=value, unit="ms", most=most_ms)
        for name, scene, changed, most in (
            ("one changed cell of intervals", "normal", _counted_on, 2.0),
            ("one changed cell of KPIs", "bowling", _first_missed_by, 2.0),
            ("every row of KPIs anew", "bowling", _all_missed_by, most_ms),
        ):
            value = max(_change_ms(SCENES[scene](), changed, theme, size) for theme in THEMES)
            yield Figure(name=f"{name} {where}", value=value, unit="ms", most=most)
    del app


def _repaint_ms(scene: Scene, theme: str, size: tuple[int, int]) -> float:
    """Return the median of painting everything once."""
    board = _board(scene, theme, size)
    took_ms = [_took_ms(lambda: _touch_all(board)) for _ in range(ROUNDS)]
    _drop(board)
    return statistics.median(took_ms)


def _change_ms(scene: Scene, changed: Callable[[View, int], View], theme: str, size: tuple[int, int]) -> float:
    """Return the median of the time from a view in which something differs until that is painted."""
    board = _board(scene, theme, size)
    views = [changed(scene.view, extra) for extra in range(1, ROUNDS + 1)]
    took_ms = [_took_ms(lambda view=view: board.show_page(view)) for view in views]  # type: ignore[misc]
    _drop(board)
    return statistics.median(took_ms)


def _board(scene: Scene, theme: str, size: tuple[int, int]) -> Board:
    """Return a board with the scene painted."""
    board = Board(load_theme(theme), Finger(Screen.of(*size, DIAGONAL_IN)))
    board.resize(*size)
    board.show_frame(scene.frame)
    board.show_page(scene.view)
    board.show()
    _settle()
    return board


def _drop(board: Board) -> None:
    board.close()
    board.deleteLater()
    _settle()


def _touch_all(board: Board) -> None:
    for part in (board, *board.findChildren(QWidget)):
        part.update()


def _took_ms(change: Callable[[], None]) -> float:
    began_s = time.thread_time()
    change()
    _settle()
    return (time.thread_time() - began_s) * 1000


def _counted_on(view: View, extra: int) -> View:
    """Return the intervals with another number in one cell of the first."""
    if not isinstance(view, Sicb):
        raise TypeError("the scene is that of one line")
    first = view.intervals[0]
    return replace(view, intervals=(replace(first, actual=(first.actual or 0) + extra), *view.intervals[1:]))


def _first_missed_by(view: View, extra: int) -> View:
    """Return the chart with another figure in the first month of the first KPI."""
    chart = _chart(view)
    return replace(chart, rows=(_missed_by(chart.rows[0], extra), *chart.rows[1:]))


def _all_missed_by(view: View, extra: int) -> View:
    """Return the chart with another figure in the first month of every KPI."""
    chart = _chart(view)
    return replace(chart, rows=tuple(_missed_by(row, extra) for row in chart.rows))


def _chart(view: View) -> Bowling:
    if not isinstance(view, Bowling):
        raise TypeError("the scene is that of a bowling chart")
    return view


def _missed_by(row: BowlingRow, extra: int) -> BowlingRow:
    return replace(row, cells=(replace(row.cells[0], actual=Fraction(extra)), *row.cells[1:]))


def _settle() -> None:
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
