"""Of each line and measure one source counts; a second is found, whichever way it names the line."""

from collections.abc import Mapping

import pytest

from board.plant.plant import Line, SourceSpec
from board.sources.authority import (
    counted_by_hand_too,
    counted_twice,
    counted_twice_by_name,
    named_cells,
    takes_any_node,
)
from tests.board.sources.drop import context

GOOD = {"id": "good", "value": {"column": "OK"}}
ENERGY = {"id": "energy", "value": {"column": "kWh"}}
MEASURES = {"good": "count", "scrap": "count", "downtime": "duration", "energy": "amount"}


def spec(name: str, node: object, *measures: Mapping[str, object]) -> SourceSpec:
    """Return a source that tells some measures of a node."""
    return SourceSpec(id=name, kind="csv", settings={"node": node, "measure": list(measures)})


BOTH = {"column": "Machine", "map": {"M1": "line-1", "M2": "line-2"}}


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (spec("a", "line-1", GOOD), spec("b", "line-1", GOOD), [("line-1", "good")]),
        (spec("a", "line-1", GOOD), spec("b", BOTH, GOOD, {"id": "scrap"}), [("line-1", "good")]),
        (spec("a", BOTH, GOOD), spec("b", BOTH, GOOD), [("line-1", "good"), ("line-2", "good")]),
        (spec("a", "line-1", GOOD), spec("b", "line-2", GOOD), []),
        (spec("a", "line-1", GOOD), spec("b", "line-1", {"id": "scrap"}), []),
        (spec("a", "line-1", GOOD, GOOD), spec("b", "line-2", GOOD), []),  # two columns of one source are one
        (spec("a", "line-1", ENERGY), spec("b", "line-1", ENERGY), []),  # two meters
        (spec("a", "line-1", GOOD), spec("b", {"column": "Machine"}, GOOD), []),  # only its rows say
    ],
)
def test_a_second_counting_source_is_found_by_what_the_mappings_name(
    first: SourceSpec, second: SourceSpec, found: list[tuple[str, str]]
) -> None:
    twice = counted_twice_by_name([first, second], context(measures=MEASURES))
    assert [(each.node, each.measure) for each in twice] == found
    assert all(each.sources == ("a", "b") for each in twice)


def test_rows_of_other_products_are_still_the_same_count() -> None:
    night = spec("night", "line-1", {**GOOD, "when": {"Shift": "Night"}})
    day = spec("day", "line-1", {**GOOD, "when": {"Shift": "Day"}})
    assert len(counted_twice_by_name([day, night], context())) == 1


def test_what_rows_show_counts_as_much_as_what_mappings_name() -> None:
    told = {"a": [("line-1", "good"), ("nowhere", "good")], "b": {("line-1", "good"), ("nowhere", "good")}}
    (twice,) = counted_twice(told, context())
    assert twice.sentence == (
        "line-1: good is counted by a and by b, so every part counts twice; "
        "take good of line-1 out of all but one of them"
    )


def test_a_source_beside_people_who_type_the_same_is_found() -> None:
    by_hand, by_machine = (
        Line(id=name, area="a", name=name, counted_by_hand=typed)
        for name, typed in (("line-1", True), ("line-2", False))
    )
    told = {"a": [("line-1", "good"), ("line-2", "good")], "b": [("line-1", "downtime")]}
    (too,) = counted_by_hand_too(told, [by_hand, by_machine])
    assert too.sentence == (
        "line-1: good is counted by a, and the plant says counted_by_hand, so what people type would count twice; "
        "take counted_by_hand out of the line, or good out of the source"
    )
    assert counted_by_hand_too({"b": told["b"]}, [by_hand, by_machine]) == (), "a stop is no count"


def test_a_source_without_names_is_known_to_be_open() -> None:
    assert takes_any_node(spec("a", {"column": "Machine"}, GOOD))
    assert takes_any_node(SourceSpec(id="a", kind="command", settings={"command": ["x"]}))
    assert not takes_any_node(spec("a", "line-1", GOOD))
    assert named_cells(spec("a", {"template": "{a}-{b}"}, GOOD)) == frozenset()
