"""Product and order carried through to the day of a letter."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from tests.board.pages.letters_desk import LettersDesk, letters_desk, of_november, utc

F = Fraction
NOW = utc(20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LettersDesk]:
    with letters_desk(tmp_path / "board.db") as found:
        yield found


def test_each_product_and_order_has_its_own_headline_and_its_sums_are_the_days(desk: LettersDesk) -> None:
    desk.tell("a", 18, None, "PET", "26-318", good=90, scrap=10)
    desk.tell("a", 18, "jam", "PET", "26-319", hour=12, good=99, scrap=1)
    desk.tell("b", 18, None, "PET", "26-318", good=300)
    desk.tell("a", 18, hour=13, good=50)
    page = desk.page(NOW, node="hall", day=of_november(18))
    assert [(one.product, one.order, one.value) for one in page.orders] == [
        ("PET", "26-318", F(1000, 400)),
        ("PET", "26-319", F(1)),
        (None, None, F(0)),
    ]
    for place in range(2):
        parts = [one.parts[place].value for one in page.orders]
        assert sum((part for part in parts if part is not None), F(0)) == page.kpis[0].parts[place].value


def test_a_day_of_a_single_order_needs_no_list(desk: LettersDesk) -> None:
    desk.tell("a", 18, None, "PET", "26-318", good=90, scrap=10)
    assert desk.page(NOW, day=of_november(18)).orders == ()


def test_an_order_that_lacks_a_figure_has_no_value(desk: LettersDesk) -> None:
    desk.tell("a", 18, None, "PET", "1", good=90, cost=900)
    desk.tell("a", 18, None, "PET", "2", good=90)
    page = desk.page(NOW, "C", day=of_november(18))
    assert [(one.order, one.value) for one in page.orders] == [("1", F(10)), ("2", None)]
