"""What judges a day is made once, also where the plant changed in something that judges nothing."""

from dataclasses import replace

from board.pages.rule import rules_of
from board.plant.plant import Reason
from tests.board.journal.said import PLANT


def test_the_rules_of_a_plant_are_made_once() -> None:
    assert rules_of(PLANT) is rules_of(PLANT)
    assert rules_of(PLANT).plant is PLANT


def test_plants_that_judge_alike_share_what_was_made_of_them() -> None:
    renamed = replace(PLANT, reasons=(Reason(code="jam", name="Labeller jam", group="Breakdown"),))
    found = rules_of(renamed)
    assert found.plant is renamed
    assert found.letters is rules_of(PLANT).letters
    assert rules_of(replace(PLANT, kpis=PLANT.kpis[:1])).letters is not found.letters
