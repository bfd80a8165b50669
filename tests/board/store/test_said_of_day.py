"""What people said of whole days can be read back, also as it was known at a moment."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import apsw
import pytest

from board.journal.identity import new_id
from board.journal.intention import EnterDay, LogDeviation
from board.store.refused import Cause, Refused
from board.store.verify import verify
from tests.board.store.shop import HISTORY, at, shop, undo

MONDAY = date(2026, 3, 2)
FIGURE = EnterDay(id="f", node="line", day=MONDAY, measure="good", value=Fraction(7, 2), before=Fraction(3), actor="p1")
DEVIATION = LogDeviation(
    id="d", node="line", letter="Q", day=MONDAY, reason="jam", text="<b>=1+1</b>", quantity=Fraction(1, 3), actor="p1"
)


def test_figures_stay_readable_in_the_order_of_entry_even_when_taken_back(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        first = store.keep(FIGURE, at(10))
        store.keep(replace(FIGURE, id="g", value=Fraction(5), before=Fraction(7, 2)), at(11))
        store.keep(undo(first.id), at(12))
        found = reader.day_entries(["line", "other"], MONDAY, MONDAY)
        assert [(one.entry, one.value, one.before, one.undone) for one in found] == [
            ("f", Fraction(7, 2), 3, True),
            ("g", 5, Fraction(7, 2), False),
        ]
        assert (found[0].actor, found[0].at, found[0].measure, found[0].day) == ("p1", at(10), "good", MONDAY)
        known = reader.day_entries(["line"], MONDAY, MONDAY, known_at=at(10, 30))
        assert [(one.entry, one.undone) for one in known] == [("f", False)]


def test_only_the_nodes_and_days_that_were_asked_for_are_told(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.keep(FIGURE, at(10))
        store.keep(DEVIATION, at(10))
        for node, day in (
            ("other", MONDAY),
            ("line", MONDAY - timedelta(days=1)),
            ("line", MONDAY + timedelta(days=1)),
        ):
            assert reader.day_entries([node], day, day) == ()
            assert reader.deviations([node], day, day) == ()
        assert reader.day_entries([], MONDAY, MONDAY) == ()


def test_a_deviation_stands_until_it_is_taken_back(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        entry = store.keep(DEVIATION, at(10))
        (found,) = reader.deviations(["line"], MONDAY, MONDAY)
        assert (found.id, found.letter, found.reason, found.text) == (entry.id, "Q", "jam", "<b>=1+1</b>")
        assert (found.quantity, found.actor, found.at) == (Fraction(1, 3), "p1", at(10))
        store.keep(undo(entry.id), at(12))
        assert reader.deviations(["line"], MONDAY, MONDAY) == ()
        assert reader.deviations(["line"], MONDAY, MONDAY, known_at=at(11)) == (found,)
        assert reader.deviations(["line"], MONDAY, MONDAY, known_at=at(9)) == ()
        with pytest.raises(Refused) as caught:
            store.keep(undo(entry.id), at(13))
        assert caught.value.cause is Cause.ALREADY_UNDONE


def test_nothing_is_taken_back_that_was_never_said(store_path: Path) -> None:
    with shop(store_path) as (store, _), pytest.raises(Refused) as caught:
        store.keep(undo(new_id(at(1))), at(10))
    assert caught.value.cause is Cause.UNKNOWN_SUBJECT


@pytest.mark.parametrize("table", ["day_entry", "deviation"])
def test_a_row_changed_behind_the_boards_back_is_found(store_path: Path, table: str) -> None:
    with shop(store_path) as (store, _):
        store.keep(FIGURE, at(10))
        store.keep(DEVIATION, at(10))
    assert verify(store_path, history=HISTORY) == ()
    forger = apsw.Connection(str(store_path))
    forger.execute(f"UPDATE {table} SET actor = 'p2'")
    forger.close()
    assert any(f"The {table} " in finding for finding in verify(store_path, history=HISTORY))
