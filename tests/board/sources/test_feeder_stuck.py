"""Sources that are asked and do not come back: for how long that is theirs to take, and when they hang."""

import threading
import time
from datetime import timedelta

import pytest

from board.plant.plant import SourceSpec
from board.sources import contract
from board.sources.feeder import Feeder
from tests.board.sources.kiosk import PATIENCE_S, Kiosk, running
from tests.board.sources.stub import Late


@pytest.fixture(autouse=True)
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the source known that comes back when it is let."""
    monkeypatch.setattr(contract, "KINDS", {**contract.KINDS, "late": "tests.board.sources.stub:Late"})
    monkeypatch.setattr(Late, "comes_back", threading.Event())


def spec(**settings: object) -> SourceSpec:
    """Return the specification of a source whose values are old after a second."""
    return SourceSpec(id="late", kind="late", settings={"poll_s": 1, **settings}, stale_after=timedelta(seconds=1))


def asked(board: Kiosk, *, seconds_ago: float = 0) -> Feeder:
    """Wait until the only source of a board is asked, and let that be so long ago."""
    (only,) = board.feed._feeders
    until_s = time.monotonic() + PATIENCE_S
    while only._asked_s is None:
        assert time.monotonic() < until_s
        time.sleep(0.01)
    only._asked_s = time.monotonic() - seconds_ago
    return only


@pytest.mark.parametrize(("timeout", "seconds_ago", "hangs"), [
    (None, 50, False), (None, 61, True), ("10 min", 650, False), ("10 min", 661, True), ("fast", 61, True),
])  # fmt: skip
def test_a_source_that_may_take_long_does_not_hang_before_its_own_timeout(
    monkeypatch: pytest.MonkeyPatch, timeout: str | None, seconds_ago: float, hangs: bool
) -> None:
    answered: list[object] = []
    with running(Kiosk(spec() if timeout is None else spec(timeout=timeout))) as board:
        monkeypatch.setattr(board.feed, "_beat", answered.append)
        asked(board, seconds_ago=seconds_ago)
        board.feed.hear(b'{"beat": 7}')
        said = board.states
        Late.comes_back.set()
    assert answered == ([] if hangs else [7]), "a process of which every source hangs answers no more, and is ended"
    assert said == (["failing"] if hangs else [])


def test_a_source_that_hangs_comes_back_and_hangs_again_is_told_twice() -> None:
    with running(Kiosk(spec())) as board:
        for count in (1, 2):
            assert not asked(board).is_stuck(), "it has only just been asked"
            only = asked(board, seconds_ago=61)
            assert [only.is_stuck(), only.is_stuck()] == [True, True]
            assert board.states == ["failing", "well"] * (count - 1) + ["failing"]
            Late.comes_back.set()
            board.wait_for_readings(count)
            Late.comes_back.clear()
            board.wait_until(lambda: board.states[-1] == "well")
        Late.comes_back.set()
