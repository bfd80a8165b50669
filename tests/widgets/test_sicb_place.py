"""Where things stand: nothing over anything else, nothing outside, on every shape of screen."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize

from tests.widgets.test_sicb_row import hours
from tests.widgets.wall import SIZES
from widgets.footer import Footer
from widgets.header import Header
from widgets.scene_shift import at
from widgets.sicb_place import (
    NARROW_ROW_LEAST_U,
    ROW_LEAST_U,
    Plan,
    cells_of,
    head_places,
    is_narrow,
    plan_of,
    room_of,
    total_cells,
)
from widgets.sicb_row import rows_of


def page_of(size: QSize) -> tuple[float, float]:
    """Return width and height of a page's content, in u."""
    u = min(size.width(), size.height()) / 1080
    width, height = size.width() / u, size.height() / u
    return width, height - Header.height_u(width) - Footer.height_u(width)


def plan_for(size: QSize, count: int) -> Plan:
    width, height = page_of(size)
    return plan_of(width, height, rows_of(hours(count, at(9, 30)), room_of(width, height, count)))


def places(plan: Plan) -> dict[str, QRectF]:
    found = head_places(plan, 500, 1.0) | total_cells(plan, scale=1.0)
    for index in range(len(plan.rows)):
        cells = cells_of(plan, index, scale=1.0)
        found |= {f"{name}:{index}": rect for name, rect in cells.items() if name != "row"}
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 8, 16])
def test_cells_neither_meet_nor_leave_the_page(size: QSize, count: int) -> None:
    plan = plan_for(size, count)
    page = QRectF(0, 0, plan.width, plan.height)
    found = places(plan)
    for name, rect in found.items():
        assert page.contains(rect), name
        assert rect.width() > 20, name
        assert rect.height() > 20, name
    for (one, here), (other, there) in combinations(found.items(), 2):
        if not {one, other} <= {"need", "sentence", "deadline", "path"}:
            assert not here.intersects(there), (one, other)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", [1, 4, 5, 8, 16])
def test_a_row_is_never_lower_than_a_finger_needs(size: QSize, count: int) -> None:
    plan = plan_for(size, count)
    least = NARROW_ROW_LEAST_U if plan.narrow else ROW_LEAST_U
    assert all(band.height >= least - 0.01 for band in plan.rows if not band.summary)


def test_the_usual_shift_stands_where_it_is_drawn() -> None:
    """Four intervals at full HD: rows of 146 u from 211 u on, the shift in the last 146 u."""
    plan = plan_for(QSize(1920, 1080), 4)
    assert [(band.top, band.height) for band in plan.rows] == [(211 + 146 * n, 146) for n in range(4)]
    assert (plan.total.top, plan.total.height) == (795, 146)


def test_five_hours_and_a_summary_have_room_at_full_hd() -> None:
    assert room_of(*page_of(QSize(1920, 1080)), 8) == 5
    assert room_of(*page_of(QSize(1080, 1920)), 8) == 5


def test_heights_do_not_depend_on_what_rows_say() -> None:
    width, height = page_of(QSize(1920, 1080))
    early, late = (plan_of(width, height, hours(4, now)) for now in (at(6, 5), at(9, 55)))
    assert early == late


@pytest.mark.parametrize(
    ("width", "cumulative", "gap", "path"),
    [(1920, True, True, True), (1728, False, True, False), (1350, False, False, False), (1080, True, True, True)],
)
def test_what_does_not_fit_is_dropped_by_rule(width: float, cumulative: bool, gap: bool, path: bool) -> None:
    plan = plan_of(width, 900, hours(2, at(7)))
    assert (plan.columns.cumulative_right is not None) is cumulative
    assert (plan.columns.gap_left is not None) is gap
    assert plan.has_path is path
    assert is_narrow(width) is (width < 1200)
