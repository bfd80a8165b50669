"""Touches on their way to disk."""

import json
import random
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import apsw
import pytest

from board.journal.clock import microseconds
from board.journal.identity import new_id
from board.journal.intention import EnterCount, Intention
from board.journal.miss import replay
from board.plant.history import PlantHistory
from board.store import database
from board.store.database import Store
from board.store.ledger import Ledger
from board.store.reader import Reader
from board.store.refused import Cause, Refused
from board.store.verify import verify
from tests.board.store.shop import (
    DAY,
    HISTORY,
    PLANT,
    at,
    batch,
    count,
    detail,
    miss,
    open_store,
    reading,
    review,
    shop,
    span,
    undo,
)


def counted(reader: Reader, first: int = 6, last: int = 8) -> int | None:
    """Return the good parts of an interval as the board would show them."""
    return next((int(tally.value) for tally in reader.tallies("line", [span(first, last)])), None)


def test_a_miss_is_there_for_every_reader_once_keep_returns(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        logged = miss(span(6, 8), 12, minutes=9, comment="jam", actor="p1")
        entry = store.keep(logged, at(8, 5))
        (found,) = reader.misses("line", span(6, 14))
        assert (found.id, found.reason, found.quantity, found.minutes) == (logged.id, "labeller", 12, 9)
        assert (found.interval, found.comment, found.actor, found.at) == (span(6, 8), "jam", "p1", at(8, 5))
        assert entry.number == 1


def test_the_same_touch_twice_is_one_entry(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        logged = miss(span(6, 8))
        first = store.keep(logged, at(8))
        assert store.keep(logged, at(9)) == first
        assert len(list(reader.entries())) == 1
        assert len(reader.misses("line", span(6, 8))) == 1


def test_an_id_that_belongs_to_another_entry_is_refused(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        logged = miss(span(6, 8), 3)
        store.keep(logged, at(8))
        with pytest.raises(Refused, match="already belongs") as refused:
            store.keep(replace(logged, quantity=4), at(8))
        assert refused.value.cause is Cause.UNUSABLE
        assert reader.misses("line", span(6, 8))[0].quantity == 3


def test_undo_takes_a_miss_back_and_leaves_it_in_the_journal(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        logged = miss(span(6, 8))
        store.keep(logged, at(8))
        store.keep(undo(logged.id), at(8, 1))
        assert reader.misses("line", span(6, 8)) == ()
        assert [entry.kind for entry in reader.entries()] == ["miss", "undo"]


def test_what_was_known_then_holds_the_miss_that_was_undone_later(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        logged = miss(span(6, 8), 10)
        store.keep(logged, at(8))
        store.keep(detail(logged.id, quantity=4, comment="half of it"), at(9))
        store.keep(undo(logged.id), at(10))
        known = [reader.misses("line", span(6, 8), known_at=at(hour)) for hour in (7, 8, 9, 10)]
        assert [[(one.quantity, one.comment) for one in misses] for misses in known] == [
            [],
            [(10, "")],
            [(4, "half of it")],
            [],
        ]


def test_reviews_are_kept_undone_and_known_then(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        stamp = review(span(6, 8))
        store.keep(stamp, at(8))
        assert [one.actor for one in reader.reviews("line", span(6, 8))] == ["p1"]
        store.keep(undo(stamp.id), at(9))
        assert reader.reviews("line", span(6, 8)) == ()
        assert len(reader.reviews("line", span(6, 8), known_at=at(8, 30))) == 1


@pytest.mark.parametrize("kind", ["detail", "undo"])
def test_a_change_of_something_unknown_is_refused(store_path: Path, kind: str) -> None:
    with shop(store_path) as (store, reader):
        stranger = new_id(DAY)
        with pytest.raises(Refused, match="not in the journal") as refused:
            store.keep(detail(stranger, quantity=1) if kind == "detail" else undo(stranger), at(8))
        assert refused.value.cause is Cause.UNKNOWN_SUBJECT
        assert list(reader.entries()) == []


def test_what_was_taken_back_can_neither_be_detailed_nor_taken_back_again(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        logged = miss(span(6, 8))
        store.keep(logged, at(8))
        taken_back = undo(logged.id)
        store.keep(taken_back, at(8, 1))
        for again in (undo(logged.id), detail(logged.id, quantity=1)):
            with pytest.raises(Refused) as refused:
                store.keep(again, at(8, 2))
            assert refused.value.cause is Cause.ALREADY_UNDONE
        with pytest.raises(Refused) as refused:
            store.keep(undo(taken_back.id), at(8, 3))
        assert refused.value.cause is Cause.UNKNOWN_SUBJECT


def test_counts_typed_by_hand_add_up_with_what_the_machine_counted(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 40)), at(7))
        store.keep(count(span(6, 8), 10), at(8))
        correction = count(span(6, 8), -5)
        store.keep(correction, at(8))
        assert counted(reader) == 45
        store.keep(undo(correction.id), at(8))
        assert counted(reader) == 50


def test_a_correction_below_zero_is_refused_and_the_count_stands(store_path: Path) -> None:
    """The hand-checked case si-11: 10, then a correction of -15 in the same interval."""
    cases = json.loads((Path(__file__).parents[2] / "data" / "cases.json").read_text(encoding="utf-8"))["cases"]
    case = next(one for one in cases if one["id"] == "si-11")
    with shop(store_path) as (store, reader):
        entries = [count(span(6, 8), entry["qty"]) for entry in case["inputs"]["entries"]]
        store.keep(entries[0], at(8))
        with pytest.raises(Refused, match="fewer than none") as refused:
            store.keep(entries[1], at(8))
        assert refused.value.cause is Cause.NEGATIVE_INTERVAL
        assert [counted(reader)] == case["expected"]["actual"]


def test_taking_a_count_back_may_not_make_an_interval_negative_either(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        ten = count(span(6, 8), 10)
        store.keep(ten, at(8))
        store.keep(count(span(6, 8), -8), at(8))
        with pytest.raises(Refused) as refused:
            store.keep(undo(ten.id), at(8))
        assert refused.value.cause is Cause.NEGATIVE_INTERVAL
        assert counted(reader) == 2


def test_a_correction_counts_only_its_own_interval_and_measure(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.take(batch(reading("1", at(8), 50), reading("2", at(7), 9, measure="scrap")), at(8))
        for elsewhere in (count(span(6, 8), -1), count(span(6, 8), -10, measure="scrap")):
            with pytest.raises(Refused):
                store.keep(elsewhere, at(8))
        store.keep(count(span(6, 8), -9, measure="scrap"), at(8))


def test_an_undone_count_leaves_nothing_rather_than_zero(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        only = count(span(6, 8), 7)
        store.keep(only, at(8))
        store.keep(undo(only.id), at(8))
        assert counted(reader) is None


@pytest.mark.parametrize("quantity", [10**13, -(10**13)])
def test_an_absurd_count_is_refused_in_a_sentence(store_path: Path, quantity: int) -> None:
    with shop(store_path) as (store, _), pytest.raises(Refused, match="quantity") as refused:
        store.keep(EnterCount(id="x", node="line", interval=span(6, 8), measure="good", quantity=quantity), at(8))
    assert refused.value.cause is Cause.UNUSABLE


@pytest.mark.parametrize(
    "walls",
    [
        [at(8), at(7), at(7, 30), at(9)],
        [at(8), datetime(1970, 1, 1, tzinfo=UTC), at(8, 1)],
        [at(8), datetime(2099, 1, 1, tzinfo=UTC), at(8, 1), at(8, 2)],
    ],
)
def test_order_is_kept_whatever_the_wall_clock_does(store_path: Path, walls: list[datetime]) -> None:
    for wall in walls:  # each on a store opened anew: the clock is on disk
        with shop(store_path) as (store, _):
            store.keep(miss(span(6, 8), now=wall), wall)
    with shop(store_path) as (_, reader):
        entries = list(reader.entries())
    assert [entry.wall for entry in entries] == walls
    clocks = [entry.clock for entry in entries]
    assert clocks == sorted(set(clocks))
    assert clocks[-1] >= max(map(microseconds, walls))
    assert verify(store_path, history=HISTORY) == ()


def test_the_store_says_when_the_clock_went_back(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.keep(miss(span(6, 8)), at(8))
        assert store.clock_complaint(at(8, 1)) is None
        assert "2026-03-02 07:00" in (store.clock_complaint(at(7)) or "")


def test_an_entry_bears_the_zone_and_offset_of_its_moment(store_path: Path) -> None:
    berlin = replace(PLANT, site=replace(PLANT.site, timezone="Europe/Berlin"))
    with shop(store_path) as (store, reader):
        store.keep(miss(span(6, 8)), at(8))
        store.keep(miss(span(6, 8)), datetime(2026, 7, 1, 8, tzinfo=UTC))
        store.adopt(PlantHistory(((DAY, berlin),)))
        store.keep(miss(span(6, 8)), at(9).astimezone(ZoneInfo("Asia/Tokyo")))
        entries = list(reader.entries())
    assert [(entry.zone, entry.offset_s) for entry in entries] == [
        ("Europe/London", 0),
        ("Europe/London", 3600),
        ("Europe/Berlin", 3600),
    ]
    assert entries[2].wall == at(9)


def test_a_second_board_may_not_write_to_the_same_database(store_path: Path) -> None:
    with shop(store_path):
        with pytest.raises(Refused, match="Another board") as refused:
            open_store(store_path)
        assert refused.value.cause is Cause.IN_USE
    open_store(store_path).close()


def test_a_reader_that_holds_a_snapshot_does_not_hold_up_a_touch(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.keep(miss(span(6, 8)), at(8))
        with reader.snapshot():
            before = reader.misses("line", span(6, 8))
            store.keep(miss(span(6, 8)), at(8))
            store.checkpoint()
            assert reader.misses("line", span(6, 8)) == before
        assert len(reader.misses("line", span(6, 8))) == 2


def test_everything_is_there_after_closing_and_opening(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.keep(miss(span(6, 8), 12), at(8))
        store.take(batch(reading("1", at(7), 40)), at(8))
    with shop(store_path) as (store, reader):
        assert store.replaced is None
        assert store.findings == ()
        assert reader.misses("line", span(6, 8))[0].quantity == 12
        assert counted(reader) == 40
        second = store.keep(miss(span(6, 8)), at(8))
        assert second.number == 2
        assert second.previous == next(iter(reader.entries())).hash


def test_a_touch_waits_for_no_import(store_path: Path) -> None:
    """Batches of 500 are short transactions, so that a touch between two of them is kept at once."""
    with shop(store_path) as (store, reader):
        for number in range(4):
            rows = [reading(f"{number}-{row}", at(6) + timedelta(seconds=number * 500 + row), 1) for row in range(500)]
            store.take(batch(*rows), at(8))
            store.keep(miss(span(6, 8)), at(8))
        assert len(reader.misses("line", span(6, 8))) == 4
        assert counted(reader) == 2000


def test_open_makes_the_folder_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "board.db"
    Store.open(path, station="s", zone="Europe/London", now=DAY).close()
    assert path.exists()


def test_the_log_stays_short_where_people_only_tap(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "LONG_LOG_PAGES", 100)
    log = store_path.with_name("board.db-wal")
    with shop(store_path) as (store, reader):
        for _ in range(200):
            store.keep(miss(span(6, 8)), at(8))
        assert log.stat().st_size < 200 * 4096
        assert len(reader.misses("line", span(6, 8))) == 200


def test_damage_met_while_running_is_refused_and_the_next_touch_lands_in_a_fresh_database(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def corrupt(*_: object) -> None:
        raise apsw.CorruptError("a page could not be read")

    with shop(store_path) as (store, reader):
        for _ in range(50):
            store.keep(miss(span(6, 8)), at(8))
        store.checkpoint()
        with monkeypatch.context() as patched:
            patched.setattr(Ledger, "find", corrupt)
            with pytest.raises(Refused) as refused:
                store.keep(miss(span(6, 8)), at(8))
        assert refused.value.cause is Cause.DAMAGED
        data = bytearray(store_path.read_bytes())
        data[4096 * 4 : 4096 * 12] = bytes(4096 * 8)
        store_path.write_bytes(data)
        touch = miss(span(6, 8))
        store.keep(touch, at(8))
        assert store.replaced is not None
        assert reader.stale()
        fresh = Reader.open(store_path)
        assert [one.id for one in fresh.misses("line", span(6, 8))] == [touch.id]
        assert not fresh.stale()
        fresh.close()


def test_the_tables_say_what_the_entries_say_whatever_people_do(store_path: Path, rng: random.Random) -> None:
    with shop(store_path) as (store, reader):
        ids: list[str] = []
        for number in range(150):
            subject = rng.choice(ids) if ids else ""
            touches: list[Intention] = [
                miss(span(6, 8), number),
                review(span(8, 10)),
                count(span(6, 10), rng.randrange(-20, 30)),
                detail(subject, quantity=rng.randrange(9), comment=rng.choice([None, "", "x"]), actor="p2"),
                undo(subject),
            ]
            with suppress(Refused):
                ids.append(store.keep(rng.choice(touches), at(8, 0, number % 60)).id)
        misses, stamps = replay(reader.entries())
        assert len(misses) > 3
        assert reader.misses("line", span(6, 12)) == misses == reader.misses("line", span(6, 12), known_at=at(9))
        assert reader.reviews("line", span(6, 12)) == stamps == reader.reviews("line", span(6, 12), known_at=at(9))
        counted_ = [one for one in reader.readings("line", span(6, 12)) if one.value is not None]
        assert sum(one.value or 0 for one in counted_) >= 0
    assert verify(store_path, history=HISTORY) == ()
