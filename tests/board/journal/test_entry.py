"""Intentions become drafts, and stored payloads are read whatever version wrote them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from board.journal.entry import UnusableError, drafted, payload_of
from board.journal.identity import new_id
from board.journal.intention import EnterCount, LogMiss
from board.journal.payload import CountEntered, MissLogged, Unknown
from board.plant.span import Span

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
INTERVAL = Span(NOW - timedelta(hours=2), NOW)
MISS = LogMiss(id=new_id(NOW), node="line", interval=INTERVAL, reason="labeller", quantity=12, minutes=9)


def test_a_miss_is_drafted_as_it_was_touched() -> None:
    draft = drafted(replace(MISS, comment="second time today", actor="p7"))
    said = payload_of(draft.kind, draft.stored)
    assert isinstance(said, MissLogged)
    assert (said.start, said.end) == (INTERVAL.start, INTERVAL.end)
    assert (said.reason, said.quantity, said.minutes, said.comment) == ("labeller", 12, 9, "second time today")
    assert (draft.id, draft.node, draft.actor, draft.subject) == (MISS.id, "line", "p7", None)


def test_a_comment_is_cleaned_and_not_refused() -> None:
    said = drafted(replace(MISS, comment="a\x00b" + "x" * 5000)).payload
    assert isinstance(said, MissLogged)
    assert said.comment.startswith("a�b")
    assert len(said.comment) == 2000


@pytest.mark.parametrize(
    "wrong",
    [
        {"quantity": -1},
        {"quantity": 10**13},
        {"minutes": 1441},
        {"interval": Span(NOW, NOW)},
        {"interval": Span(NOW, NOW + timedelta(hours=25))},
        {"interval": Span(datetime(1980, 1, 1, tzinfo=UTC), datetime(1980, 1, 1, 2, tzinfo=UTC))},
        {"reason": ""},
        {"node": ""},
        {"node": "a\x00"},
        {"id": "x" * 300},
        {"actor": "\ud800"},
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(wrong: dict[str, object]) -> None:
    with pytest.raises(UnusableError, match=r"\w+ .+\.$"):
        drafted(replace(MISS, **wrong))  # type: ignore[arg-type]


def test_a_count_may_be_a_negative_difference() -> None:
    intention = EnterCount(id=new_id(NOW), node="line", interval=INTERVAL, measure="good", quantity=-15)
    said = drafted(intention).payload
    assert isinstance(said, CountEntered)
    assert said.quantity == -15


def test_fields_of_a_later_version_are_kept() -> None:
    stored = drafted(MISS).stored.replace("{", '{"photo":"p1",', 1)
    said = payload_of("miss", stored)
    assert isinstance(said, MissLogged)
    assert said.model_dump()["photo"] == "p1"


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        ("catchball", '{"v":1,"to":"t2"}'),
        ("miss", '{"v":2,"shape":"new"}'),
        ("miss", '{"v":1,"quantity":"many"}'),
        ("miss", "[1]"),
        ("miss", "not json"),
        ("miss", "[" * 100_000),
    ],
)
def test_what_this_version_does_not_know_is_unknown_and_never_raises(kind: str, stored: str) -> None:
    assert isinstance(payload_of(kind, stored), Unknown)
