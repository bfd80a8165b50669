"""Power cuts: whatever a cut leaves of the files, every acknowledged touch is there and nothing is broken."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from board.journal.identity import new_id
from board.journal.intention import LogMiss
from board.store.connect import Access
from board.store.database import Store
from board.store.reader import Reader
from board.store.verify import verify
from tests.board.store.shop import HISTORY, NO_LIMITS, at, batch, reading, span
from tests.faults.crash_disk import Crash, Recording, RecordingVfs
from tests.helpers.scale import times

pytestmark = pytest.mark.faults
NAME = "board.db"


@dataclass(frozen=True)
class Day:
    """A recorded day at the board: what happened on the disk, and how far it was at each acknowledgement."""

    notes: Recording
    taps: tuple[tuple[str, int], ...]  # id, number of disk steps when it was acknowledged
    batches: tuple[tuple[str, int], ...]  # key, as above


def a_day(folder: Path, rng: random.Random, synchronous: str) -> Day:
    """Tap, import and checkpoint on a recorded disk."""
    notes = Recording()
    name = f"recording-{synchronous}-{rng.randrange(2**32)}"
    vfs = RecordingVfs(name, notes)
    access = Access(vfs=name, exclusive=True, synchronous=synchronous)
    store = Store.open(folder / NAME, station="s", zone="Europe/London", now=at(6), access=access, limits=NO_LIMITS)
    store.adopt(HISTORY)
    taps: list[tuple[str, int]] = []
    batches: list[tuple[str, int]] = []
    for number in range(160):
        dice = rng.random()
        if dice < 0.7:
            intention = LogMiss(id=new_id(at(8)), node="line", interval=span(6, 8), reason="filler", quantity=number)
            store.keep(intention, at(8))
            taps.append((intention.id, len(notes.steps)))
        elif dice < 0.95:
            rows = [reading(f"{number}-{row}", at(7, 0, row), 1) for row in range(rng.randrange(1, 40))]
            store.take(batch(*rows, watermark=str(number)), at(8))
            batches.append((rows[-1].key, len(notes.steps)))
        else:
            store.checkpoint()
    store._drop_session()  # as a cut would: without a last checkpoint
    store.close()
    vfs.unregister()
    return Day(notes, tuple(taps), tuple(batches))


def outcome(day: Day, cut: int, folder: Path, rng: random.Random) -> tuple[int, list[str]]:
    """Cut the power after a number of steps; returns how many acknowledged things are lost, and all findings."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    Crash(day.notes.steps[:cut], rng).lay_out(folder)
    path = folder / NAME
    store = Store.open(path, station="s", zone="Europe/London", now=at(9), limits=NO_LIMITS)
    findings = [f"replaced: {store.damage}"] if store.replaced is not None else list(store.findings)
    store.keep(LogMiss(id=new_id(at(9)), node="line", interval=span(6, 8), reason="filler", quantity=1), at(9))
    reader = Reader.open(path)
    entries = [entry.id for entry in reader.entries()]
    keys = {one.key for one in reader.readings("line", span(6, 8))}
    reader.close()
    store.close()
    lost = [name for name, done in day.taps if done <= cut and name not in entries]
    lost += [key for key, done in day.batches if done <= cut and key not in keys]
    findings += ["an entry is there twice"] if len(entries) != len(set(entries)) else []
    order = [name for name, _ in day.taps]
    findings += ["the order changed"] if entries[:-1] != order[: len(entries) - 1] else []
    return len(lost), [*findings, *verify(path, history=HISTORY)]


def cuts(day: Day, count: int, folder: Path, rng: random.Random) -> tuple[int, int, list[str]]:
    """Return in how many of `count` cuts something acknowledged was lost, how often something broke, and what."""
    losing, broken, told = 0, 0, []
    for _ in range(count):
        lost, findings = outcome(day, rng.randrange(1, len(day.notes.steps) + 1), folder, rng)
        losing += bool(lost)
        broken += bool(findings)
        told += findings
    return losing, broken, told


def test_no_power_cut_loses_an_acknowledged_touch(tmp_path: Path, rng: random.Random) -> None:
    total = times(500, 5000)
    for round_ in range(5):
        folder = tmp_path / f"day-{round_}"
        folder.mkdir()
        day = a_day(folder, rng, "FULL")
        losing, broken, told = cuts(day, total // 5, tmp_path / "after", rng)
        assert (losing, broken) == (0, 0), told[:5]


@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_control_without_full_sync_acknowledged_touches_are_lost(
    tmp_path: Path, rng: random.Random, synchronous: str
) -> None:
    """The same cuts with the guard off: if nothing were lost here, the suite above would prove nothing."""
    folder = tmp_path / "day"
    folder.mkdir()
    day = a_day(folder, rng, synchronous)
    losing, _, _ = cuts(day, 60, tmp_path / "after", rng)
    print(f"synchronous={synchronous}: {losing} of 60 cuts lost something that had been acknowledged")
    assert losing > 0
