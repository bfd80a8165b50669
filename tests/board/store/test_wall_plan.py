"""Changes of the plan are kept, laid on the plant for the day totals, and taken back by another entry."""

from dataclasses import replace
from datetime import date, time, timedelta
from fractions import Fraction
from pathlib import Path

import apsw
import pytest

from board.journal.adjusted import adjusted
from board.journal.intention import ChangePerson, ChangeShift, SetTarget
from board.plant.calendar import shift_named
from board.plant.plant import Better, Kpi
from board.store.reader import Reader
from board.store.refused import Cause, Refused
from board.store.verify import verify
from tests.board.store.shop import HISTORY, PLANT, at, batch, miss, open_store, reading, shop, span, undo

MONDAY = date(2026, 3, 2)
OVERTIME = ChangeShift(id="o", node="line", day=MONDAY, shift="Early", ends=time(15), actor="p1")
ADA = ChangePerson(id="p", node="works", person="p7", name="Ada Lovelace")


def shifts(reader: Reader) -> dict[str | None, Fraction]:
    found: dict[str | None, Fraction] = {}
    for one in reader.day_totals(["line"], MONDAY, MONDAY):
        found[one.shift] = found.get(one.shift, Fraction(0)) + one.value
    return found


def test_day_totals_follow_a_change_of_a_shift_and_its_undo(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(14, 30), 8), reading("2", at(15, 30), 4)), at(12))
        assert shifts(reader) == {"Late": 12}
        store.keep(OVERTIME, at(13))
        while store.settle():
            continue
        assert shifts(reader) == {"Early": 8, "Late": 4}
        store.take(batch(reading("3", at(14, 45), 1)), at(15))
        assert shifts(reader) == {"Early": 9, "Late": 4}
    assert verify(store_path, history=HISTORY) == ()
    with shop(store_path) as (store, reader):
        store.keep(replace(OVERTIME, id="p", ends=time(15, 15)), at(14, 50))
        store.keep(undo("o"), at(14, 51))
        store.keep(undo("p"), at(14, 52))
        while store.settle():
            continue
        assert shifts(reader) == {"Early": 9, "Late": 4}, "what lies before the undo stays where it was"
    assert verify(store_path, history=HISTORY) == ()


def test_nothing_of_yesterday_is_other_than_it_was(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(*(reading(str(hour), at(hour, day=-1), hour) for hour in range(24))), at(1))
        days = (MONDAY - timedelta(days=2), MONDAY - timedelta(days=1))
        before = reader.day_totals(["line"], *days)
        store.keep(replace(OVERTIME, shift="Late", ends=None, cancelled=True), at(10))
        store.keep(OVERTIME.__class__(id="q", node="line", day=MONDAY, shift="Night", starts=time(23)), at(10))
        while store.settle():
            continue
        assert reader.day_totals(["line"], *days) == before
        history = adjusted(HISTORY, reader.adjustments())
        assert history.at(at(5)) is PLANT


def test_changes_are_told_in_order_with_when_they_were_taken_back(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.keep(OVERTIME, at(10))
        store.keep(miss(span(6, 8)), at(10))
        store.keep(ADA, at(11))
        told = reader.adjustments()
        assert [(one.entry, one.number, one.said, one.actor) for one in told] == [
            ("o", 1, OVERTIME, "p1"),
            ("p", 3, ADA, None),
        ]
        assert reader.adjustments() is told
        store.keep(undo("o"), at(12))
        assert [one.undone_at for one in reader.adjustments()] == [at(12), None]
        assert reader.adjustments()[1] is told[1]
        assert reader.adjustments(known_at=at(11, 30)) == told
        assert reader.adjustments(known_at=at(10, 30)) == told[:1]
        with pytest.raises(Refused) as caught:
            store.keep(undo("o"), at(13))
        assert caught.value.cause is Cause.ALREADY_UNDONE


def test_a_name_is_kept_apart_from_the_journal_and_can_be_erased(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.keep(ADA, at(10))
        store.keep(replace(ADA, id="r", name="Ada King"), at(11))
        assert [one.name for one in adjusted(HISTORY, reader.adjustments()).latest.people] == ["Ada King"]
        assert not any("Ada" in entry.stored for entry in reader.entries())
        assert store.erase_person("p7", at(12))
        assert adjusted(HISTORY, reader.adjustments()).latest.people == ()
        assert not store.erase_person("p7", at(12))
        assert not store.erase_person("nobody", at(12))
    raw = b"".join(file.read_bytes() for file in store_path.parent.iterdir() if file.is_file())
    assert b"Ada" not in raw
    assert verify(store_path, history=HISTORY) == ()


def test_the_control_a_name_that_was_not_erased_is_in_the_files(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.keep(ADA, at(10))
    raw = b"".join(file.read_bytes() for file in store_path.parent.iterdir() if file.is_file())
    assert b"Ada Lovelace" in raw


def test_a_change_that_cannot_be_is_refused_and_leaves_nothing(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        with pytest.raises(Refused, match="is closed until 14:00") as caught:
            store.keep(OVERTIME.__class__(id="c", node="line", day=MONDAY, shift="Early", cancelled=True), at(16))
        assert caught.value.cause is Cause.UNUSABLE
        assert reader.adjustments() == ()
        assert list(reader.entries()) == []


def test_with_a_clock_far_behind_the_plan_is_not_changed_and_taps_are_kept(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.keep(miss(span(6, 8)), at(12))
        with pytest.raises(Refused, match="Set the clock right, then change the plan"):
            store.keep(OVERTIME, at(11, 50))
        assert reader.adjustments() == ()
        store.keep(miss(span(8, 10)), at(11, 50))
        store.keep(OVERTIME, at(11, 56))  # the control: a clock that was set right by a little
        assert [each.entry for each in reader.adjustments()] == ["o"]


def test_a_target_of_a_day_that_is_closed_is_refused(store_path: Path) -> None:
    kpi = Kpi(id="scrap", name="Scrap", unit="%", better=Better.LOWER, formula="scrap")
    history = HISTORY.with_version(at(0, day=-30), replace(PLANT, kpis=(kpi,)))
    target = SetTarget(id="t", node="line", kpi="scrap", valid_from=MONDAY, value=Fraction(2))
    with shop(store_path, history=history) as (store, reader):
        with pytest.raises(Refused, match="is over and keeps its target"):
            store.keep(target, at(10, day=1))
        store.keep(target, at(10))
        assert len(reader.adjustments()) == 1


def test_a_store_opened_again_lays_the_changes_on_the_plant_it_is_given(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.keep(OVERTIME, at(13))
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(14, 30), 8)), at(15))
        assert shifts(reader) == {"Early": 8}
    assert verify(store_path, history=HISTORY) == ()


def test_a_change_that_fails_on_the_disk_leaves_the_totals_as_they_were(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shop(store_path) as (store, reader):
        with monkeypatch.context() as broken:

            def fail(*_: object) -> None:
                raise apsw.FullError("disk full")

            broken.setattr("board.store.slot.Slots.__init__", fail)
            with pytest.raises(Refused) as caught:
                store.keep(OVERTIME, at(13))
        assert caught.value.cause is Cause.DISK_FULL
        store.take(batch(reading("1", at(14, 30), 8)), at(15))
        assert shifts(reader) == {"Late": 8}
        store.keep(OVERTIME, at(14))
        while store.settle():
            continue
        assert shifts(reader) == {"Early": 8}
    assert verify(store_path, history=HISTORY) == ()


def test_a_change_taken_off_the_table_behind_the_boards_back_is_found(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.keep(OVERTIME, at(13))
    forger = apsw.Connection(str(store_path))
    forger.execute("UPDATE adjustment SET undone = 1")
    forger.close()
    assert any("The adjustment " in finding for finding in verify(store_path, history=HISTORY))


def test_without_a_plant_a_change_is_kept_for_the_one_that_comes(store_path: Path) -> None:
    store = open_store(store_path)
    store.keep(OVERTIME, at(10))
    store.adopt(HISTORY)
    store.close()
    reader = Reader.open(store_path)
    found = shift_named(adjusted(HISTORY, reader.adjustments()).latest, "line", MONDAY, "Early")
    reader.close()
    assert found is not None
    assert found.span.end == at(15)
