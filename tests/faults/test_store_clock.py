"""Clocks that jump: ids stay unique, order is kept, no entry is lost, over restarts and changed zones."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.journal.identity import new_id
from board.journal.intention import LogMiss
from board.store.database import Store
from board.store.reader import Reader
from board.store.verify import verify
from tests.board.store.shop import NO_LIMITS, at, span
from tests.helpers.scale import times

pytestmark = pytest.mark.faults
JUMPS = (
    lambda now: now - timedelta(hours=1),
    lambda now: datetime(1970, 1, 1, tzinfo=UTC),
    lambda now: datetime(2099, 12, 31, 23, 59, tzinfo=UTC),
    lambda now: at(8),
    lambda now: now,
    lambda now: now + timedelta(seconds=1),
)
ZONES = ("Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")


def test_no_jump_of_the_clock_loses_or_disorders_entries(tmp_path: Path, rng: random.Random) -> None:
    path, now = tmp_path / "board.db", at(8)
    touched: list[tuple[str, datetime]] = []
    for _ in range(times(40, 400)):
        now = rng.choice(JUMPS)(now)
        store = Store.open(path, station="s", zone=rng.choice(ZONES), now=now, limits=NO_LIMITS)
        for _ in range(rng.randrange(1, 8)):
            now = rng.choice(JUMPS)(now)
            touch = LogMiss(id=new_id(now), node="line", interval=span(6, 8), reason="filler", quantity=1)
            store.keep(touch, now)
            store.keep(touch, rng.choice(JUMPS)(now))
            touched.append((touch.id, now))
        store.close()
    reader = Reader.open(path)
    entries = list(reader.entries())
    reader.close()
    assert [(entry.id, entry.wall) for entry in entries] == touched
    assert len({entry.id for entry in entries}) == len(touched)
    clocks = [entry.clock for entry in entries]
    assert clocks == sorted(set(clocks))
    assert verify(path) == ()
    walls = [entry.wall for entry in entries]
    assert walls != sorted(walls), "the control: by the wall clock alone the order would be lost"
