"""Losses by reason: by size, ties by name, and "no reason" in its rank."""

import random
from fractions import Fraction

import pytest

from board.kpi.pareto import UNCODED, ranked, summed

F = Fraction
NAMES = {"jam": "Jam", "setup": "Setup", "material": "Material"}


def of(**losses: int) -> list[tuple[str | None, Fraction]]:
    return [(UNCODED if code == "uncoded" else code, F(value)) for code, value in losses.items()]


def test_the_hand_checked_case_with_ties_and_uncoded() -> None:
    found = ranked(of(jam=30, setup=50, material=30, uncoded=90), NAMES).largest
    assert [share.code for share in found] == [UNCODED, "setup", "jam", "material"]
    total = sum((share.value for share in found), F(0))
    so_far, cumulative = F(0), []
    for share in found:
        so_far += share.value
        cumulative.append(so_far / total)
    assert cumulative == [F("0.45"), F("0.7"), F("0.85"), F(1)]


@pytest.mark.parametrize(
    ("losses", "order"),
    [
        ({}, []),
        ({"jam": 0}, []),
        ({"jam": 1, "setup": 0}, ["jam"]),
        ({"setup": 5, "uncoded": 5, "jam": 5}, ["jam", "setup", None]),
        ({"zeta": 5, "jam": 5, "Beta": 5}, ["Beta", "jam", "zeta"]),  # a code without a name is its own
    ],
)
def test_order(losses: dict[str, int], order: list[str | None]) -> None:
    assert [share.code for share in ranked(of(**losses), NAMES).largest] == order


def test_ties_go_by_name_and_not_by_code() -> None:
    found = ranked([("a", F(1)), ("b", F(1))], {"a": "Zinc", "b": "Air"}).largest
    assert [share.code for share in found] == ["b", "a"]


def test_several_reasons_of_one_event_count_each() -> None:
    assert summed([("jam", F(2)), ("setup", F(2)), ("jam", F(3))]) == {"jam": 5, "setup": 2}


def test_more_than_fit_are_told_together_in_the_last_place() -> None:
    losses = of(a=9, b=8, c=7, d=6, e=5, f=4)
    found = ranked(losses, {}, most=5)
    assert [share.code for share in found.largest] == ["a", "b", "c", "d"]
    assert found.rest == 9
    assert ranked(losses[:5], {}, most=5).rest is None
    assert len(ranked(losses[:5], {}, most=5).largest) == 5


def test_nothing_gets_lost_and_no_order_of_arrival_matters(rng: random.Random) -> None:
    codes = ["a", "b", "c", "d", "e", "f", "g", UNCODED]
    losses = [(rng.choice(codes), F(rng.randrange(0, 30), rng.randrange(1, 7))) for _ in range(200)]
    found = ranked(losses, {}, most=5)
    assert sum((share.value for share in found.largest), F(0)) + (found.rest or 0) == sum(
        (value for _, value in losses), F(0)
    )
    assert ranked(rng.sample(losses, len(losses)), {}, most=5) == found
