"""Paths into JSON documents: what they find, in which order, and what is no path."""

import time

import pytest

from board.sources.json_path import JsonPath, PathError, Spot
from board.sources.json_record import RecordMaker, flat, likely_rows, read_json, rows_of
from board.sources.number import Native

DOCUMENT = {
    "plant": {"id": "n1", "lines": [{"id": "L1", "hours": [{"n": 1}, {"n": 2}]}, {"id": "L2", "hours": [{"n": 3}]}]},
    "tags": {"a.b": 7, "c": {"n": 9}},
    "more": [[10, 11], [12]],
}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("$.plant.id", ["n1"]),
        ("plant.lines[*].id", ["L1", "L2"]),
        ("$.plant.lines[*].hours[*].n", [1, 2, 3]),
        ("$..n", [1, 2, 3, 9]),
        ("$.plant..id", ["n1", "L1", "L2"]),
        ("$.tags['a.b']", [7]),
        ('$["tags"]["c"].n', [9]),
        ("$.more[0][1]", [11]),
        ("$.more[-1][0]", [12]),
        ("$.more.*[0]", [10, 12]),
        ("$.more[5]", []),
        ("$.plant.id.x", []),
        ("$", [DOCUMENT]),
    ],
)
def test_a_path_finds_its_values_in_the_order_of_the_document(path: str, found: list[object]) -> None:
    assert [spot.value for spot in JsonPath.parse(path).find(Spot(DOCUMENT))] == found


@pytest.mark.parametrize("path", ["", "$x", "a[", "a[x]", "a..b..c", ".a" * 21, "x" * 301, "$.a[?(@.b)]", "a]"])
def test_what_is_no_path_is_said_to_be_none(path: str) -> None:
    with pytest.raises(PathError):
        JsonPath.parse(path)


def test_a_row_knows_what_stands_around_it_and_its_own_name() -> None:
    rows = list(rows_of(DOCUMENT, JsonPath.parse("$.plant.lines[*].hours[*]")))
    maker = RecordMaker(["n", "^id", "^^id", "$.tags.c.n", "@key"])
    records = [maker.record(row, DOCUMENT, _raise) for row in rows]
    assert [(record["^id"], record["^^id"], record["$.tags.c.n"]) for record in records] == [
        ("L1", "n1", "9"),
        ("L1", "n1", "9"),
        ("L2", "n1", "9"),
    ]
    assert [record["@key"] for record in records] == ["0", "1", "0"]


def test_cells_keep_the_spelling_of_numbers_and_lose_what_no_database_takes() -> None:
    document = read_json(
        rb'{"a": 1.10, "b": null, "c": true, "d": 10000000000000000000001, "e": "x\u0000y\ud800", "f": [1], "g": NaN}'
    )
    said: list[tuple[str, str]] = []
    record = RecordMaker("abcdefgh").record(Spot(document), document, lambda *each: said.append(each))
    assert record == {
        "a": "1.10",
        "b": "",
        "c": "true",
        "d": "10000000000000000000001",
        "e": "x\ufffdy\ufffd",
        "f": "",
        "g": "NaN",
        "h": "",
    }
    assert said == [("f", "holds a list or an object, not one value")]


def test_a_column_that_no_row_has_is_told_once() -> None:
    maker = RecordMaker(["a", "z"])
    assert maker.unmet() == ()
    maker.record(Spot({"a": 1}), {}, _raise)
    assert maker.unmet() == ("z",)
    assert maker.unmet() == ()


def test_looking_round_finds_the_longest_list_and_every_field_of_it() -> None:
    path, rows = likely_rows({"meta": {"n": 2}, "data": {"items": [{"a": {"b": 1}, "c.d": "x"}] * 3}})
    assert path == "$.data.items[*]"
    assert flat(rows[0]) == {"a.b": "1", "['c.d']": "x"}
    assert likely_rows({"a": 1})[0] == "$"
    assert flat(Spot([5, "x"])) == {"[0]": "5", "[1]": "x"}


def test_depth_and_width_cost_little() -> None:
    deep: object = None
    for _ in range(900):
        deep = {"a": deep}
    wide = {str(number): {"n": number} for number in range(20_000)}
    began = time.thread_time()
    assert not list(JsonPath.parse("$..n").find(Spot(deep)))
    assert len(list(JsonPath.parse("$..n").find(Spot(wide)))) == 20_000
    assert time.thread_time() - began < 2


def _raise(column: str, said: str) -> None:
    raise AssertionError(f"{column} {said}")


def test_a_number_with_three_decimals_is_no_thousand_and_a_word_stays_as_it_is_spelled() -> None:
    document = read_json(b'{"made": 1.234, "text": "1.234", "product": 1.234, "share": 0.125}')
    maker = RecordMaker(["made", "text", "product", "share"], ["made", "text", "share"])
    record = maker.record(Spot(document), document, _raise)
    assert record == {"made": "1.2340", "text": "1.234", "product": "1.234", "share": "0.125"}
    assert [name for name, value in record.items() if isinstance(value, Native)] == ["made", "share"]
