"""Full and read-only disks: a tap is kept or visibly refused, and the board goes on by itself once there is room."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import apsw
import pytest
from typing_extensions import override

from board.store.connect import Access
from board.store.database import Store
from board.store.reader import Reader
from board.store.refused import Cause, Refused
from board.store.room import DiskState, Limits
from board.store.verify import verify
from tests.board.store.shop import HISTORY, NO_LIMITS, at, batch, miss, open_store, reading, span

pytestmark = pytest.mark.faults
ROOT = Path(__file__).parents[2]
RECOVERED_S = 2.0
SMALL = Limits(low=3_000_000, readings=1_200_000, taps=400_000, ballast=500_000)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 6 MB of its own; only root may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("a disk of its own can be mounted by root only; the tests with a file size limit run everywhere")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(place: Path, leave: int) -> Path:
    """Fill a disk but for some bytes."""
    filler = place / "filler"
    free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
    with filler.open("ab") as file:
        os.posix_fallocate(file.fileno(), filler.stat().st_size, max(1, free - leave))
    return filler


def kept(path: Path) -> list[str]:
    """Return the ids in the journal."""
    reader = Reader.open(path)
    try:
        return [entry.id for entry in reader.entries()]
    finally:
        reader.close()


def tap_until_refused(store: Store, most: int = 5000) -> tuple[list[str], list[str], set[Cause]]:
    """Tap until five taps in a row were refused; returns the ids acknowledged and refused, and why."""
    acknowledged, refused, causes = [], [], set()
    for _ in range(most):
        touch = miss(span(6, 8))
        try:
            store.keep(touch, at(8))
            acknowledged.append(touch.id)
        except Refused as refusal:
            refused.append(touch.id)
            causes.add(refusal.cause)
            if len(refused) == 5:
                break
    return acknowledged, refused, causes


def recovers(store: Store) -> float:
    """Return the seconds from now until a tap is kept."""
    began = time.monotonic()
    while True:
        try:
            store.keep(miss(span(6, 8)), at(9))
            return time.monotonic() - began
        except Refused:
            assert time.monotonic() - began < RECOVERED_S, "the board does not recover"


@pytest.mark.parametrize("limits", [NO_LIMITS, SMALL], ids=["to the last byte", "with limits"])
def test_a_full_disk_refuses_visibly_and_recovers(small_disk: Path, limits: Limits) -> None:
    path = small_disk / "board.db"
    store = open_store(path, limits=limits)
    store.adopt(HISTORY)
    store.take(batch(*(reading(str(row), at(7), 1) for row in range(200))), at(8))
    store.checkpoint()
    filler = fill(small_disk, leave=900_000)
    if limits is SMALL:
        assert store.disk_state() is DiskState.LOW
        with pytest.raises(Refused):
            store.take(batch(reading("late", at(7), 1)), at(8))
    acknowledged, refused, causes = tap_until_refused(store)
    assert causes == {Cause.DISK_FULL}
    assert len(acknowledged) > 20
    assert kept(path) == acknowledged, "a refused tap is in the journal, or an acknowledged one is not"
    assert not set(refused) & set(kept(path))
    assert store.disk_state() is DiskState.REFUSING
    filler.unlink()
    assert recovers(store) < RECOVERED_S
    assert store.disk_state() is not DiskState.REFUSING
    store.take(batch(reading("late", at(7), 1)), at(9))
    store.close()
    assert kept(path)[:-1] == acknowledged
    assert verify(path, history=HISTORY) == ()


def test_a_board_starts_and_stops_on_a_full_disk(small_disk: Path) -> None:
    path = small_disk / "board.db"
    store = open_store(path)
    acknowledged = [store.keep(miss(span(6, 8)), at(8)).id for _ in range(20)]
    filler = fill(small_disk, leave=0)
    store.close()
    with suppress(Refused):
        store = open_store(path)
        tap_until_refused(store)
        store.close()
    filler.unlink()
    store = open_store(path)
    assert store.replaced is None
    assert store.findings == ()
    store.close()
    assert kept(path)[: len(acknowledged)] == acknowledged
    assert verify(path) == ()


def test_a_read_only_disk_is_told_and_nothing_is_moved_aside(small_disk: Path) -> None:
    path = small_disk / "board.db"
    store = open_store(path)
    acknowledged = [store.keep(miss(span(6, 8)), at(8)).id for _ in range(5)]
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(Refused) as refused:
        open_store(path)
    assert refused.value.cause is Cause.READ_ONLY
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    store = open_store(path)
    assert store.replaced is None
    store.close()
    assert kept(path) == acknowledged


class _FaultyFile(apsw.VFSFile):
    """A file on a disk that fails while told to."""

    def __init__(self, name: str | apsw.URIFilename | None, flags: list[int], faults: dict[str, Exception]) -> None:
        self._faults = faults
        super().__init__("", name, flags)

    def _may_fail(self, what: str) -> None:
        error = self._faults.get(what)
        if error is not None:
            raise error

    @override
    def xWrite(self, data: bytes, offset: int) -> None:
        self._may_fail("write")
        super().xWrite(data, offset)

    @override
    def xSync(self, flags: int) -> None:
        self._may_fail("sync")
        super().xSync(flags)


class _FaultyDisk(apsw.VFS):
    def __init__(self, name: str) -> None:
        self.faults: dict[str, Exception] = {}
        super().__init__(name, "")

    @override
    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return _FaultyFile(name, flags, self.faults)


@pytest.mark.parametrize("operation", ["write", "sync"])
@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (apsw.ReadOnlyError("remounted read-only"), Cause.READ_ONLY),
        (apsw.FullError("no space"), Cause.DISK_FULL),
        (apsw.IOError("the disk fails"), Cause.DISK_FAILS),
    ],
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_disk_that_fails_under_a_running_board(
    store_path: Path, rng: random.Random, operation: str, error: apsw.Error, cause: Cause
) -> None:
    """The errors that a disk gives when it is remounted, fills up or dies, at each write and each sync in turn."""
    name = f"faulty-{rng.randrange(2**32)}"
    disk = _FaultyDisk(name)
    store = open_store(store_path, access=Access(vfs=name, exclusive=True))
    store.adopt(HISTORY)
    acknowledged, refused = [], []
    for round_ in range(10):
        acknowledged += [store.keep(miss(span(6, 8)), at(8)).id for _ in range(3)]
        disk.faults[operation] = error
        touch = miss(span(6, 8))
        with pytest.raises(Refused) as told:
            store.keep(touch, at(8))
        assert told.value.cause is cause
        with pytest.raises(Refused):
            store.take(batch(reading(str(round_), at(7), 1)), at(8))
        refused.append(touch.id)
        disk.faults.clear()
        acknowledged.append(store.keep(touch if round_ % 2 else miss(span(6, 8)), at(8)).id)
        assert store.disk_state() is DiskState.OK
    store.close()
    disk.unregister()
    assert kept(store_path) == acknowledged
    assert verify(store_path, history=HISTORY) == ()


LIMITED = """
import resource, sys
from pathlib import Path
from tests.faults.test_store_disk import kept, recovers, tap_until_refused
from tests.board.store.shop import open_store
path = Path(sys.argv[1])
store = open_store(path)
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, hard))
acknowledged, refused, causes = tap_until_refused(store)
assert {cause.name for cause in causes} == {"DISK_FULL"}, causes
assert len(acknowledged) > 20, len(acknowledged)
assert kept(path) == acknowledged
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
assert recovers(store) < 2
store.close()
assert kept(path)[:-1] == acknowledged
"""


def test_a_file_that_may_not_grow_refuses_visibly_and_recovers(tmp_path: Path) -> None:
    """The same without root: the system refuses to let any file grow beyond 700 kB."""
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "board.db")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert verify(tmp_path / "board.db") == ()


def test_control_taking_a_refusal_for_a_tick_loses_taps(tmp_path: Path) -> None:
    """A board that showed the tick whatever the store says would lose every refused tap."""
    told: list[str] = []
    name = "deaf"
    disk = _FaultyDisk(name)
    store = open_store(tmp_path / "board.db", access=Access(vfs=name, exclusive=True))
    for number in range(6):
        disk.faults.clear()
        if number % 2:
            disk.faults["write"] = apsw.FullError("no space")
        touch = miss(span(6, 8))
        with suppress(Refused):
            store.keep(touch, at(8))
        told.append(touch.id)
    store.close()
    disk.unregister()
    assert set(told) - set(kept(tmp_path / "board.db"))
