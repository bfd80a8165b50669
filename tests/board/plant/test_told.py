"""Sentences that know their parts."""

from datetime import date

from board.plant.told import Told, told


def test_a_sentence_reads_as_one_and_knows_its_parts() -> None:
    said = told("{day} is over and keeps {kpi}.", day=date(2026, 11, 20), kpi="Scrap")
    assert said == "2026-11-20 is over and keeps Scrap."
    assert isinstance(said, str)
    assert (said.template, said.parts["day"]) == ("{day} is over and keeps {kpi}.", date(2026, 11, 20))


def test_a_sentence_within_a_sentence_is_a_part() -> None:
    inner = told("The clock is wrong.")
    said = told("{complaint} Set it right.", complaint=inner)
    assert said == "The clock is wrong. Set it right."
    assert isinstance(said.parts["complaint"], Told)


def test_braces_in_what_people_wrote_are_no_names() -> None:
    assert (
        told("Nobody with the id '{person}' is known here.", person="{x}") == "Nobody with the id '{x}' is known here."
    )
