"""Copies made while the board runs, and lives begun from them."""

import os
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.store.backup import BackupError, backup, backup_into, restore
from board.store.reader import Reader
from board.store.verify import verify
from tests.board.store.shop import HISTORY, at, batch, miss, open_store, reading, shop, span


def test_a_copy_made_in_use_holds_all_that_was_kept(store_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "stick" / "copy.db"
    heard: list[Fraction] = []
    with shop(store_path) as (store, reader):
        store.keep(miss(span(6, 8)), at(8))
        for number in range(20):
            rows = [reading(f"{number}-{row}", at(7) + timedelta(seconds=row), 1) for row in range(500)]
            store.take(batch(*rows), at(8))
        end = backup(store_path, copy, progress=heard.append)
        store.keep(miss(span(6, 8)), at(9))
        assert end is not None
        assert end.number == 1
        assert heard == sorted(heard)
    assert verify(copy, history=HISTORY) == ()
    assert {file.name for file in copy.parent.iterdir()} == {"copy.db"}
    reader = Reader.open(copy)
    assert reader.tallies("line", [span(6, 8)])[0].value == 10_000
    reader.close()


def test_a_damaged_database_does_not_replace_a_good_copy(store_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with shop(store_path) as (store, _):
        store.take(batch(*(reading(str(row), at(7), 1) for row in range(500))), at(8))
    backup(store_path, copy)
    good = copy.read_bytes()
    data = bytearray(store_path.read_bytes())
    data[4096 * 5 : 4096 * 20] = os.urandom(4096 * 15)
    store_path.write_bytes(data)
    with pytest.raises(BackupError, match="was not copied"):
        backup(store_path, copy)
    assert copy.read_bytes() == good


def test_a_database_is_never_copied_over_itself(store_path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    with shop(store_path) as (store, reader):
        link.symlink_to(store_path)
        for target in (store_path, link):
            with pytest.raises(BackupError, match="is the database itself"):
                backup(store_path, target)
        store.keep(miss(span(6, 8)), at(8))
        assert len(reader.misses("line", span(6, 8))) == 1
    assert verify(store_path, history=HISTORY) == ()


def test_a_folder_keeps_the_newest_copies(store_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with shop(store_path):
        for hour in range(5):
            backup_into(store_path, folder, at(hour), keep=3)
    assert sorted(file.name for file in folder.glob("*.db")) == [
        "board-20260302T020000Z.db",
        "board-20260302T030000Z.db",
        "board-20260302T040000Z.db",
    ]


def test_a_restored_copy_begins_a_new_epoch_and_the_chain_goes_on(store_path: Path, tmp_path: Path) -> None:
    copy, elsewhere = tmp_path / "copy.db", tmp_path / "new pc" / "board.db"
    with shop(store_path) as (store, _):
        first = store.keep(miss(span(6, 8)), at(8))
        backup(store_path, copy)
        store.keep(miss(span(6, 8)), at(9))
    assert restore(copy, elsewhere, at(10)) is None
    aside = restore(copy, store_path, at(10))
    epochs = set()
    for path in (store_path, elsewhere):
        with shop(path) as (store, reader):
            assert store.findings == ()
            second = store.keep(miss(span(6, 8)), at(11))
            assert (second.number, second.previous) == (2, first.hash)
            epochs.add(second.epoch)
            assert len(list(reader.entries())) == 2
        assert verify(path) == ()
    assert len(epochs | {first.epoch}) == 3
    assert aside is not None
    assert verify(aside) == ()


def test_what_does_not_hold_is_not_restored(store_path: Path, tmp_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.keep(miss(span(6, 8)), at(8))
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(b"no copy")
    for file in (wrong, tmp_path / "missing.db"):
        with pytest.raises(BackupError, match="was not restored"):
            restore(file, store_path, at(9))
    with shop(store_path) as (_, reader):
        assert len(list(reader.entries())) == 1


def test_nothing_is_restored_under_a_running_board(store_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    store = open_store(store_path)
    backup(store_path, copy)
    with pytest.raises(BackupError, match="Another board"):
        restore(copy, store_path, at(9))
    store.close()
