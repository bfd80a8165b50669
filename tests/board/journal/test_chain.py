"""The hash chain."""

import pytest

from board.journal.chain import GENESIS, Anchor, link

STORED = (1, "id", "station", None, "line")


@pytest.mark.parametrize(
    "changed",
    [
        (2, "id", "station", None, "line"),
        ("1", "id", "station", None, "line"),
        (1, "i", "dstation", None, "line"),
        (1, "id", "station", "", "line"),
        (1, "id", "station", None, "linf"),
        (1, "id", "station", None),
    ],
)
def test_any_change_of_what_is_stored_changes_the_hash(changed: tuple[str | int | None, ...]) -> None:
    assert link(GENESIS, changed) != link(GENESIS, STORED)


def test_the_hash_depends_on_all_that_came_before() -> None:
    assert link(link(GENESIS, ("a",)), STORED) != link(link(GENESIS, ("b",)), STORED)


def test_the_hash_of_known_bytes_stays_what_it_was() -> None:
    assert link(GENESIS, STORED).hex() == "69699bd856dcc3c2c7c66e3e70d6443291400c9e564c558f5e4e693abf6d0dfe"


def test_an_anchor_is_a_line_for_people() -> None:
    anchor = Anchor(station="s1", epoch="e1", number=7, hash="ab")
    assert anchor.sentence == "station s1, epoch e1: the journal ends at entry 7, hash ab"
