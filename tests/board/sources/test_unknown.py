"""Counters that said last that they have no value: remembered in bounds, and only until they have one again."""

import json

from board.sources.hide import hide
from board.sources.unknown import MOST, Unknown
from tests.board.sources.drop import NOW


def test_what_is_unknown_is_remembered_until_it_has_a_value_that_is_no_older() -> None:
    found = Unknown()
    found.loses("line-1", "made", NOW)
    found.loses("line-1", "bad", NOW)
    found = Unknown.parse(json.loads(json.dumps(found.body())))
    found.finds("line-1", "made", NOW)
    assert found.has("line-1"), "the other one is still unknown"
    found.finds("line-1", "bad", NOW.replace(year=2020))
    assert found.has("line-1"), "what came late says nothing of now"
    found.finds("line-1", "bad", NOW)
    assert (found.has("line-1"), found.body()) == (False, {})


def test_it_stays_small_and_keeps_no_secret() -> None:
    hide("open-sesame-77")
    found = Unknown()
    for number in range(10 * MOST):
        found.loses("open-sesame-77" * 99, f"{number} " + "x" * 1000, NOW)
    text = json.dumps(found.body())
    assert len(text) < 40_000
    assert "sesame" not in text


def test_a_body_that_is_none_remembers_nothing() -> None:
    for body in (None, 7, "x", [1], {"line-1": 7}, {"line-1": {"made": "soon"}}, {"line-1": {"made": None}}):
        assert Unknown.parse(body).body() == {}
