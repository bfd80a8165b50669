"""The plant answers which lines and reasons belong where."""

import pytest

from tests.board.plant.written import plant, sentences, text

MORE = """
[[area]]
id = "yard"
name = "Yard"

[[line]]
id = "line-2"
area = "yard"
name = "Line 2"

[[reason]]
code = "jam"
name = "Jam"
group = "Machine"
lines = ["line-2"]

[[reason]]
code = "other"
name = "Other"
group = "Other"
"""


@pytest.mark.parametrize(
    ("node", "lines"),
    [("works", ["line-1", "line-2"]), ("yard", ["line-2"]), ("line-1", ["line-1"])],
)
def test_node_holds_its_lines(node: str, lines: list[str]) -> None:
    assert [line.id for line in plant(MORE).lines_under(node)] == lines


def test_unknown_node_names_the_lines_there_are() -> None:
    with pytest.raises(KeyError, match="line-1, line-2"):
        plant(MORE).lines_under("line-3")


def test_line_offers_its_own_reasons_and_those_of_all() -> None:
    works = plant(MORE)
    assert [reason.code for reason in works.reasons_of("line-2")] == ["jam", "other"]
    assert [reason.code for reason in works.reasons_of("line-1")] == ["other"]
    jam = works.reason("jam")
    assert jam is not None
    assert jam.name == "Jam"
    assert works.reason("gone") is None


def test_reasons_for_scrap_are_asked_for_by_themselves() -> None:
    label = '[[reason]]\ncode = "label-skew"\nname = "Label skew"\ngroup = "Labeller"\nmeasure = "scrap"\n'
    works = plant(MORE, label)
    assert [reason.code for reason in works.reasons_of("line-2", "scrap")] == ["label-skew"]
    assert [reason.code for reason in works.reasons_of("line-2")] == ["jam", "other"]
    (said,) = sentences(text(MORE, label.replace("scrap", "scraps")))
    assert (
        said == 'plant.toml: reason "label-skew": measure: found "scraps", expected the id of a [[measure]]: "scrap".'
    )
