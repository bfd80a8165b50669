"""A database that cannot be trusted is moved aside, kept and replaced; one that can is left alone."""

from pathlib import Path

import apsw
import pytest

from board.store import rescue
from board.store.migrate import steps
from board.store.refused import Cause, Refused
from tests.board.store.shop import DAY, at, batch, miss, open_store, reading, shop, span

REST = b"this is no database, but somebody may want to look at it"


def filled(path: Path) -> None:
    with shop(path) as (store, _):
        store.keep(miss(span(6, 8)), at(8))
        store.take(batch(*(reading(str(row), at(7), 1) for row in range(300))), at(8))


@pytest.mark.parametrize("damage", ["not a database", "truncated", "zeroed page", "empty", "gone", "folder"])
def test_a_damaged_database_is_moved_aside_and_the_board_goes_on(store_path: Path, damage: str) -> None:
    filled(store_path)
    data = store_path.read_bytes()
    if damage == "gone":
        store_path.unlink()
    elif damage == "folder":
        store_path.unlink()
        store_path.mkdir()
    else:
        page = b"\x00" * 4096
        kept = {"not a database": REST, "truncated": data[:5000], "zeroed page": data[:4096] + page + data[8192:]}
        store_path.write_bytes(kept.get(damage, b""))
    store = open_store(store_path, now=at(9))
    try:
        assert store.replaced is not None
        assert store.replaced.name.startswith("board.damaged-20260302T090000Z")
        assert store.damage
        if damage == "not a database":
            assert store.replaced.read_bytes() == REST
        store.keep(miss(span(6, 8)), at(9))
    finally:
        store.close()
    again = open_store(store_path, now=at(10))
    assert again.replaced is None
    again.close()


def test_two_damaged_databases_in_one_second_are_both_kept(store_path: Path) -> None:
    moved = set()
    for _ in range(2):
        open_store(store_path).close()
        store_path.write_bytes(REST)
        store = open_store(store_path)
        moved.add(store.replaced)
        store.close()
        store_path.write_bytes(REST)
    assert len(moved) == 2


def test_a_damaged_header_is_not_taken_for_a_later_version(store_path: Path) -> None:
    filled(store_path)
    with store_path.open("r+b") as file:
        file.seek(60)  # the form's number
        file.write(b"\x7f")
    store = open_store(store_path)
    assert store.replaced is not None
    store.close()


def test_a_database_of_a_later_version_is_left_alone(store_path: Path) -> None:
    filled(store_path)
    later = apsw.Connection(str(store_path))
    later.execute("UPDATE meta SET value = '9999' WHERE name = 'form'; PRAGMA user_version = 9999")
    later.close()
    with pytest.raises(Refused, match="Install the version") as caught:
        open_store(store_path)
    assert caught.value.cause is Cause.TOO_NEW
    assert not list(store_path.parent.glob("*damaged*"))
    later = apsw.Connection(str(store_path))
    newest = steps()[-1][0]
    later.execute(f"UPDATE meta SET value = '{newest}' WHERE name = 'form'; PRAGMA user_version = {newest}")
    later.close()
    with shop(store_path) as (_, reader):
        assert len(list(reader.entries())) == 1


def test_a_large_database_is_checked_as_a_whole_once_something_looked_wrong(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rescue, "WHOLE_CHECK_BYTES", 0)
    filled(store_path)
    data = bytearray(store_path.read_bytes())
    data[-4096:] = bytes(4096)
    store_path.write_bytes(data)
    store = open_store(store_path)
    assert store.replaced is None
    store.close()
    rescue.condemn(store_path, "a page could not be read")
    store = open_store(store_path)
    assert store.replaced is not None
    assert not rescue.suspect(store_path).exists()
    store.close()


def test_an_empty_new_file_is_no_damage(store_path: Path) -> None:
    store_path.parent.mkdir(parents=True)
    store_path.touch()
    store = open_store(store_path, now=DAY)
    assert store.replaced is None
    store.close()
