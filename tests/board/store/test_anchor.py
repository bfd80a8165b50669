"""The mark beside the database."""

from pathlib import Path

from board.journal.chain import Anchor
from board.store import anchor
from board.store.verify import verify
from tests.board.store.shop import at, batch, miss, open_store, reading, shop, span

MARK = anchor.Mark(anchor=Anchor(station="s", epoch="e", number=5, hash="aa"), batches=3)


def test_a_mark_comes_back_and_a_torn_one_is_none(tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    file = anchor.AnchorFile(path)
    file.write(MARK)
    file.close()
    assert anchor.read(path) == MARK
    place = anchor.place(path)
    place.write_bytes(place.read_bytes()[:20])
    assert anchor.read(path) is None
    place.unlink()
    assert anchor.read(path) is None


def test_a_tail_that_was_cut_off_is_told_at_the_next_start_and_for_ever(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.keep(miss(span(6, 8)), at(8))
    early = store_path.read_bytes()
    with shop(store_path) as (store, _):
        store.keep(miss(span(6, 8)), at(8))
        store.keep(miss(span(6, 8)), at(8))
        store.take(batch(reading("1", at(7), 1)), at(8))
    store_path.write_bytes(early)  # as an older image of the disk would leave it
    assert verify(store_path) == ("The journal ends at entry 1, but 3 entries had been kept.",)
    store = open_store(store_path)
    assert store.findings == ("The journal ends at entry 1, but 3 entries had been kept.",)
    store.keep(miss(span(6, 8)), at(9))
    store.close()
    assert any("3 entries had been kept" in finding for finding in verify(store_path))
    store = open_store(store_path)
    assert store.findings == ()
    store.close()


def test_lost_readings_are_told_too(store_path: Path) -> None:
    with shop(store_path):
        pass
    early = store_path.read_bytes()
    with shop(store_path) as (store, _):
        store.take(batch(reading("1", at(7), 1)), at(8))
    store_path.write_bytes(early)
    store = open_store(store_path)
    assert store.findings == ("1 batches of readings are gone; their sources will send them again.",)
    store.close()


def test_a_mark_that_lags_behind_is_no_finding(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.keep(miss(span(6, 8)), at(8))
    place = anchor.place(store_path)
    behind = place.read_bytes()
    with shop(store_path) as (store, _):
        store.keep(miss(span(6, 8)), at(8))
    place.write_bytes(behind)
    store = open_store(store_path)
    assert store.findings == ()
    store.close()
