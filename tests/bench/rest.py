"""What the board takes while nobody touches it: memory, processor time and wake-ups, beside Chromium's."""

import time
from collections.abc import Iterator

from tests.bench import peer
from tests.bench.board import board
from tests.bench.figure import Figure
from tests.bench.plan import Plan
from tests.bench.process import Idle, idle, pss_mib
from tests.bench.screen import Screen

SETTLE_S = 5.0


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield memory, processor time and wake-ups of all processes with a seconds clock on the screen."""
    mine_mib, mine = _board(plan)
    theirs_mib, theirs = _peer(plan) if plan.with_peer else (None, None)
    yield Figure(name="memory, all processes (PSS)", value=mine_mib, unit="MiB", share=0.3, baseline=theirs_mib)
    yield Figure(
        name=f"idle CPU over {plan.idle_s:g} s",
        value=mine.cpu_percent,
        unit="% of a core",
        share=0.1,
        baseline=theirs.cpu_percent if theirs else None,
    )
    yield Figure(
        name="idle wake-ups",
        value=mine.wakeups_per_s,
        unit="/s",
        most=6,
        baseline=theirs.wakeups_per_s if theirs else None,
    )


def _board(plan: Plan) -> tuple[float, Idle]:
    began_s = time.monotonic()
    with Screen() as screen, board(screen, plan.folder) as process:
        screen.painted_after_s(began_s)
        time.sleep(SETTLE_S)
        took = idle(process.pid, plan.idle_s)
        return pss_mib(process.pid), took


def _peer(plan: Plan) -> tuple[float, Idle]:
    began_s = time.monotonic()
    with Screen() as screen, peer.site() as site, peer.browser(screen, site.address) as process:
        screen.painted_after_s(began_s)
        time.sleep(SETTLE_S)
        took = idle(process.pid, plan.idle_s)
        return pss_mib(process.pid), took
