"""Where everything stands on the bowling chart: on every screen, both ways up."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize

from tests.widgets.wall import SIZES
from widgets.bowling_book import Book, book_of, year_places
from widgets.bowling_place import MONTHS, Columns, columns_of, head_places, row_places
from widgets.footer import Footer
from widgets.header import Header

WIDTHS = (1080, 1200, 1350, 1440, 1599, 1600, 1620, 1700, 1728, 1839, 1840, 1920, 2520, 2560, 3840)


def page(size: QSize) -> tuple[float, float]:
    u = min(size.width(), size.height()) / 1080
    wide = size.width() / u
    return wide, size.height() / u - Header.height_u(wide) - Footer.height_u(wide)


def apart(places: list[QRectF]) -> bool:
    pairs = combinations(places, 2)
    return not any(first.adjusted(0.1, 0.1, -0.1, -0.1).intersects(second) for first, second in pairs)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_part_of_a_row_lies_over_another(width: int) -> None:
    columns = columns_of(width)
    rows = [*row_places(columns, columns.head).values(), *row_places(columns, columns.head + columns.row).values()]
    assert apart([*rows, *head_places(columns).values()])
    for place in rows:
        assert place.left() >= 0
        assert place.right() <= columns.right + 5
        assert place.width() > 40


@pytest.mark.parametrize("width", WIDTHS)
def test_all_twelve_months_stand_at_every_width(width: int) -> None:
    columns = columns_of(width)
    places = row_places(columns, columns.head)
    assert all(str(number) in places for number in range(MONTHS))
    assert columns.cell >= 78


@pytest.mark.parametrize("width", WIDTHS)
def test_the_ways_to_other_years_stand_beside_the_other_heads(width: int) -> None:
    columns = columns_of(width)
    heads = head_places(columns) | year_places(columns)
    heads["name"] = heads.pop("head:name")
    assert apart(list(heads.values()))


def test_a_wide_page_stands_as_in_the_picture() -> None:
    columns = columns_of(1920)
    assert not columns.stacked
    assert columns.months == pytest.approx(549)
    assert columns.pitch == pytest.approx(85)
    assert columns.year == pytest.approx((1580, 1672))
    assert columns.trend == pytest.approx((1699, 1880))


def test_what_has_no_room_is_left_out_by_rule() -> None:
    tight, tighter, upright = columns_of(1728), columns_of(1620), columns_of(1080)
    assert tight.owner is None
    assert tight.trend is not None
    assert tighter.trend is None
    assert upright.stacked
    assert upright.owner is not None


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", [1, 6, 12, 13, 30])
def test_pages_hold_every_row_once(size: QSize, count: int) -> None:
    width, height = page(size)
    columns = columns_of(width)
    book = book_of(columns, width, height, count, 60)
    firsts = {book.first(number, count) for number in range(count)}
    shown = [number for first in sorted(firsts) for number in range(first, min(first + book.rows, count))]
    assert shown == list(range(count))
    bottom = columns.head + min(book.rows, count) * columns.row
    assert bottom <= height + 0.5
    assert all(place.top() >= bottom - 0.1 and place.bottom() <= height for place in book.places().values())
    assert apart(list(book.places().values()))


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1280, 720), QSize(3840, 2160), QSize(1080, 1920)], ids=str)
def test_twelve_kpis_fill_one_page(size: QSize) -> None:
    width, height = page(size)
    assert book_of(columns_of(width), width, height, 12, 60).rows == 12
    assert "page:next" not in book_of(columns_of(width), width, height, 12, 60).places()
    assert "page:next" in book_of(columns_of(width), width, height, 13, 60).places()


def test_a_page_that_is_gone_gives_way_to_the_last_one() -> None:
    book = Book(rows=11)
    assert [book.first(wanted, 30) for wanted in (0, 10, 11, 22, 29, 99)] == [0, 0, 11, 22, 22, 22]
    assert book.first(22, 12) == 11
    assert book.first(5, 0) == 0
    assert [book.has(11, pages, 30) for pages in (-2, -1, 1, 2)] == [False, True, True, False]


def test_the_panel_stands_under_its_month() -> None:
    columns: Columns = columns_of(1920)
    assert columns.panel(7) == pytest.approx((1141.5, 1226.5))
    assert columns.panel(None) is None
