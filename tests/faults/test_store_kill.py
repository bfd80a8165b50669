"""kill -9 at random moments: no acknowledged tap is lost or doubled, and the board is usable again at once."""

import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from board.store.reader import Reader
from board.store.verify import verify
from tests.board.store.shop import HISTORY, open_store
from tests.faults.tapper import tap_id
from tests.helpers.scale import times

pytestmark = pytest.mark.faults
ROOT = Path(__file__).parents[2]
USABLE_S = 5.0


@dataclass
class Toll:
    """What came of a number of kills."""

    acknowledged: list[int] = field(default_factory=list)
    slowest_s: float = 0.0
    unsound: list[str] = field(default_factory=list)


def one_life(path: Path, round_: int, first: int, toll: Toll, rng: random.Random, *more: str) -> int:
    """Start a board, let it tap, kill it at a random moment; returns the tap that the next one has to try (again)."""
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.faults.tapper", str(path), str(round_), str(first), *more]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as board:
        assert board.stdout is not None
        opened = board.stdout.readline().decode().strip()
        if opened != "open None sound":
            toll.unsound.append(opened)
        last = first - 1
        heard = board.stdout.readline()
        toll.slowest_s = max(toll.slowest_s, time.monotonic() - began)
        deadline = time.monotonic() + rng.random() * 0.08
        while heard and time.monotonic() < deadline:
            last = int(heard)
            toll.acknowledged.append(last)
            heard = board.stdout.readline()
        board.send_signal(signal.SIGKILL)
        for line in (heard, *board.stdout.readlines()):
            last = int(line)
            toll.acknowledged.append(last)
    return last + 1


def kept(path: Path) -> list[str]:
    """Return the ids in the journal, in order; the store is opened once, as the next start would."""
    open_store(path).close()
    reader = Reader.open(path)
    try:
        return [entry.id for entry in reader.entries()]
    finally:
        reader.close()


def test_no_kill_loses_or_doubles_an_acknowledged_tap(tmp_path: Path, rng: random.Random) -> None:
    path, toll, following = tmp_path / "board.db", Toll(), 1
    for round_ in range(times(200, 2000)):
        following = one_life(path, round_, following, toll, rng)
        if round_ % 50 == 49:
            assert verify(path, history=HISTORY) == ()
    entries = kept(path)
    order = [tap_id(number) for number in range(1, following + 1)]
    print(f"{len(toll.acknowledged)} taps acknowledged, {len(entries)} kept, slowest start {toll.slowest_s:.1f} s")
    assert toll.unsound == []
    assert toll.acknowledged == list(range(1, following)), "a board spoke of a tap it was not asked for"
    assert entries in (order[:-1], order), "only the tap under way at the last kill may be there unacknowledged"
    assert verify(path, history=HISTORY) == ()
    assert toll.slowest_s < USABLE_S


def test_control_a_board_that_says_saved_too_early_loses_taps(tmp_path: Path, rng: random.Random) -> None:
    lost = 0
    for round_ in range(12):
        path, toll = tmp_path / f"{round_}.db", Toll()
        one_life(path, round_, 1, toll, rng, "--ack-first")
        entries = set(kept(path))
        lost += sum(tap_id(number) not in entries for number in toll.acknowledged)
    print(f"acknowledged too early, {lost} taps were lost in 12 kills")
    assert lost > 0
