"""Room on the disk, and the ballast that is thrown off before a tap is refused."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from board.store.refused import Cause, Refused
from board.store.room import MB, DiskState, Limits
from tests.board.store.shop import at, batch, miss, open_store, reading, span

LIMITS = Limits(low=500 * MB, readings=64 * MB, taps=8 * MB, ballast=1 * MB)


class Disk:
    """A disk with as much room as a test gives it; the ballast counts."""

    def __init__(self, path: Path) -> None:
        self.free = 900 * MB
        self._ballast = path.with_name(f"{path.name}.ballast")

    def statvfs(self, _: object) -> SimpleNamespace:
        taken = LIMITS.ballast if self._ballast.exists() else 0
        return SimpleNamespace(f_bavail=self.free - taken, f_frsize=1)


@pytest.fixture
def disk(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    found = Disk(store_path)
    monkeypatch.setattr(os, "statvfs", found.statvfs)
    return found


def test_a_banner_comes_first_then_readings_wait_then_the_ballast_goes_then_taps_are_refused(
    store_path: Path, disk: Disk
) -> None:
    ballast = store_path.with_name("board.db.ballast")
    store = open_store(store_path, limits=LIMITS)
    try:
        assert store.disk_state() is DiskState.OK
        assert ballast.stat().st_size == LIMITS.ballast
        disk.free = 400 * MB
        assert store.disk_state() is DiskState.LOW
        assert store.free_bytes() == 399 * MB
        store.take(batch(reading("1", at(7), 1)), at(7))
        disk.free = 60 * MB
        with pytest.raises(Refused, match="Make room") as refused:
            store.take(batch(reading("2", at(7), 1)), at(7))
        assert refused.value.cause is Cause.DISK_FULL
        store.keep(miss(span(6, 8)), at(8))
        disk.free = 8 * MB + 1000
        store.keep(miss(span(6, 8)), at(8))
        assert not ballast.exists()
        assert store.disk_state() is DiskState.LOW
        disk.free = 7 * MB
        assert store.disk_state() is DiskState.REFUSING
        with pytest.raises(Refused, match="was not kept"):
            store.keep(miss(span(6, 8)), at(8))
        disk.free = 900 * MB
        store.keep(miss(span(6, 8)), at(8))
        store.checkpoint()
        assert ballast.exists()
        assert store.disk_state() is DiskState.OK
    finally:
        store.close()
