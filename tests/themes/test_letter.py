"""Letters cut into days: each has them all, apart from one another, and each figure stands in its cell."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themes.letter import CENTRED_MARK, Cell, Letter, area, distance, inside, letter
from themes.letter_stroke import CROSS, GLYPHS, SHEET

DRAWN = tuple(GLYPHS)
EVERY = [*(letter(code) for code in DRAWN), letter("X"), letter("S", cross=True)]
BOARD_U = 5.6
some_letter = st.sampled_from(EVERY)
some_day = st.integers(1, 31)


def name_of(one: object) -> str:
    return f"{one.code}-{len(one.rows)}" if isinstance(one, Letter) else str(one)


def middle(cell: Cell) -> tuple[float, float]:
    points = cell.outline
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


@pytest.mark.parametrize("one", EVERY, ids=name_of)
def test_every_letter_has_the_days_of_the_longest_month(one: Letter) -> None:
    assert [cell.day for cell in one.cells] == list(range(1, 32))


@pytest.mark.parametrize("one", EVERY, ids=name_of)
def test_the_logical_grid_holds_every_day_once(one: Letter) -> None:
    assert sorted(day for row in one.rows for day in row if day) == list(range(1, 32))
    assert len({len(row) for row in one.rows}) == 1


@pytest.mark.parametrize("one", EVERY, ids=name_of)
def test_no_cell_lies_over_another(one: Letter) -> None:
    for first, second in combinations(one.cells, 2):
        assert not any(inside(point, second.outline) for point in first.outline), (first.day, second.day)
        assert not any(inside(point, first.outline) for point in second.outline), (first.day, second.day)
        assert distance(middle(first), second.outline) > 0


@pytest.mark.parametrize("code", DRAWN)
def test_the_cells_of_a_stroke_are_equal(code: str) -> None:
    done = 0
    for stroke in GLYPHS[code].strokes:
        cells = letter(code).cells[done : done + stroke.days]
        done += stroke.days
        if stroke.quad:  # equal before the gaps are taken off
            continue
        assert len({round(cell.size, 9) for cell in cells}) == 1
        areas = [area(cell.outline) for cell in cells]
        assert max(areas) / min(areas) < 1.01
    assert done == 31


def test_the_areas_of_the_m_are_nearly_equal() -> None:
    areas = [area(cell.outline) for cell in letter("M").cells]
    assert max(areas) / min(areas) < 1.25


@pytest.mark.parametrize("code", DRAWN)
def test_a_letter_stays_within_its_cap_height(code: str) -> None:
    points = [point for cell in letter(code).cells for point in cell.outline]
    tail = 8.0 if code == "Q" else 0.0
    assert min(x for x, _ in points) >= 0
    assert min(y for _, y in points) >= 0
    assert max(x for x, _ in points) <= letter(code).width + tail
    assert max(y for _, y in points) <= 77 + tail


def test_the_tail_of_the_q_is_never_a_day_that_a_month_lacks() -> None:
    tail = [cell.day for cell in letter("Q").cells if cell.diagonal and cell.centre[0] > 40 and _steep(cell)]
    assert {18, 19} <= set(tail)
    outer = letter("Q").cell(19)
    assert max(y for _, y in outer.outline) > 77


def _steep(cell: Cell) -> bool:
    return abs(abs(cell.towards[0]) - abs(cell.towards[1])) < 1e-9


@given(some_letter, some_day)
def test_figure_and_mark_stand_in_their_cell(one: Letter, day: int) -> None:
    cell = one.cell(day)
    assert inside(cell.figure(len(str(day))), cell.outline)
    assert inside(cell.mark, cell.outline)
    assert inside(cell.centre, cell.outline)


@given(some_letter, some_day)
def test_a_figure_stands_above_its_mark_or_to_the_left_but_outside_in_a_bend(one: Letter, day: int) -> None:
    cell = one.cell(day)
    (fx, fy), (mx, my) = cell.figure(2), cell.mark
    assert cell.diagonal or (fy < my if cell.stacked else fx < mx)


@given(some_letter, some_day)
def test_a_flag_hides_nothing_where_there_is_room_beside(one: Letter, day: int) -> None:
    place = one.flag(day)
    if one.rows not in (CROSS, SHEET):
        assert one.is_free(place)
    assert hypot(place[0] - one.cell(day).centre[0], place[1] - one.cell(day).centre[1]) <= 8.5


@pytest.mark.parametrize(("code", "day", "right", "down"), [
    ("D", 6, True, None), ("D", 11, False, None), ("Q", 18, True, False), ("C", 4, True, False), ("S", 4, None, True),
])  # fmt: skip
def test_flags_stand_as_in_the_pictures(code: str, day: int, right: bool | None, down: bool | None) -> None:
    (x, y), (cx, cy) = letter(code).flag(day), letter(code).cell(day).centre
    assert right is None or (x > cx) == right
    assert down is None or (y > cy) == down


@given(some_letter, some_day, st.integers(2, 4))
def test_shifts_share_a_day_in_the_order_of_the_pen(one: Letter, day: int, count: int) -> None:
    cell = one.cell(day)
    parts = cell.split(count)
    assert len(parts) == count
    assert sum(area(part) for part in parts) == pytest.approx(area(cell.outline), rel=0.01)
    start = (cell.left[0][0] + cell.right[0][0]) / 2, (cell.left[0][1] + cell.right[0][1]) / 2
    away = [distance(start, part) for part in parts]
    assert away == sorted(away)


@given(some_letter, some_day, st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_a_step_on_the_grid_can_be_taken_back(one: Letter, day: int, step: tuple[int, int]) -> None:
    there = one.step(day, *step)
    if there is not None:
        assert one.step(there, -step[0], -step[1]) == day


def test_arrows_walk_the_s_along_its_pen() -> None:
    one = letter("S")
    assert one.step(1, -1, 0) == 2
    assert one.step(8, 0, 1) == 9
    assert one.step(1, 0, 1) == 19  # straight down, over the counter
    assert one.step(1, 1, 0) is None


def test_figures_are_left_out_where_cells_are_too_small() -> None:
    assert all(one.has_figures(BOARD_U) for one in EVERY)
    assert not letter("P").has_figures(3.95)
    assert min(cell.size for cell in letter("P").cells) > CENTRED_MARK


def test_a_letter_nobody_drew_is_a_sheet_of_days() -> None:
    assert letter("Z").rows == SHEET
    assert letter("q").rows == GLYPHS["Q"].rows
    assert letter("S", cross=True).rows == CROSS
