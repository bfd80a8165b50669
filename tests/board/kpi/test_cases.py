"""The hand-checked cases of the arithmetic hold, every one of them, as they are written."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.board.kpi import bowling_case, figure_case, letter_case, sicb_case
from tests.board.kpi.case import CASES, HANDLERS, assert_same

COMPUTED_IN = (bowling_case, figure_case, letter_case, sicb_case)  # importing them fills HANDLERS
AREAS = {
    "OEE",
    "MTBF",
    "yield",
    "takt",
    "delivery",
    "labour",
    "energy",
    "SICB",
    "people",
    "letters",
    "safety",
    "bowling",
}
OURS = [case for case in CASES if case["area"] in AREAS]
F = Fraction


@pytest.mark.parametrize("one", OURS, ids=lambda one: f"{one['id']} {one['title']}")
def test_case(one: dict[str, Any]) -> None:
    assert one["id"] in HANDLERS, f"nothing computes case {one['id']} of {one['area']}"
    found = HANDLERS[one["id"]](one["inputs"])
    assert_same(found, one["expected"], one["tolerance"])


def test_every_handler_has_its_case() -> None:
    assert {one["id"] for one in OURS} == set(HANDLERS)


def test_a_wrong_answer_is_noticed() -> None:
    with pytest.raises(AssertionError):
        assert_same({"oee": F(1, 2)}, {"oee": Decimal("0.500002")}, Decimal("0.000001"))
    with pytest.raises(AssertionError):
        assert_same({"oee": F(0)}, {"oee": None}, Decimal("0.000001"))
    with pytest.raises(AssertionError):
        assert_same({}, {"oee": None}, Decimal("0.000001"))
