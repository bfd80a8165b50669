"""From the command to the first painted board, with a real store and nothing cached, beside Chromium with its page."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import peer
from tests.bench.board import board
from tests.bench.figure import Figure
from tests.bench.plan import Plan
from tests.bench.screen import Screen

BEFORE_PAINT = "kiosk.screen"  # what is imported before anything can be painted


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield the time imports take and the time to first paint."""
    yield Figure(name="imports before first paint", value=_imports_ms(plan.runs), unit="ms")
    with Screen() as screen:
        mine_s = [_board_s(screen, plan.folder) for _ in range(plan.runs + 1)][1:]  # the first one fills the store
        theirs_s = _peer_s(screen, plan.runs) if plan.with_peer else []
    yield Figure(
        name="start to first painted board",
        value=statistics.median(mine_s) * 1000,
        unit="ms",
        share=0.75,
        baseline=statistics.median(theirs_s) * 1000 if theirs_s else None,
    )


def _imports_ms(runs: int) -> float:
    """Return what importing takes beyond starting Python."""

    def took_s(code: str) -> float:
        began_s = time.monotonic()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.monotonic() - began_s

    all_s = [took_s(f"import {BEFORE_PAINT}") - took_s("pass") for _ in range(runs)]
    return statistics.median(all_s) * 1000


def _board_s(screen: Screen, home: Path) -> float:
    began_s = time.monotonic()
    with board(screen, home):
        return screen.painted_after_s(began_s)


def _peer_s(screen: Screen, runs: int) -> list[float]:
    """Return the peer's times; its first start, with cold files, does not count either."""
    times_s = []
    with peer.site() as site:
        for _ in range(runs + 1):
            began_s = time.monotonic()
            with peer.browser(screen, site.address):
                times_s.append(screen.painted_after_s(began_s))
    return times_s[1:]
